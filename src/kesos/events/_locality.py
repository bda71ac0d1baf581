"""One of the places that an event struck."""

from __future__ import annotations

from collections.abc import Mapping

import attrs
from attrs.converters import optional

from kesos import _checks as checks
from kesos.counts import ByClass, Counts, Number
from kesos.counts._counts import NONE
from kesos.events._damage import Damage, damage_of
from kesos.events._figures import PLACE, all_counts, check_families, counts_of, figures, hold_counts, loss_of, place_of
from kesos.events._known import count_field
from kesos.records import Recorded, Tally
from kesos.values import Citation, Place, Quantity
from kesos.values._showing import Rowed
from kesos.values._tabulated import Shown, ShownRow


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Locality(Rowed, Recorded):
    """One of the places that an event struck, with what was counted there.

    >>> Locality(place="Desa Umpang", families=72, people=240).people
    240
    """

    place: Place = attrs.field(converter=place_of)
    families: Tally | None = None
    people: Tally | None = None
    damage: Damage = attrs.field(default=None, converter=damage_of)
    loss: Quantity | None = attrs.field(default=None, converter=optional(loss_of))
    source: Citation | None = None
    _counts: Counts = attrs.field(default=NONE, alias="counts", converter=counts_of)

    def __attrs_post_init__(self) -> None:
        count_field(self, "families", self.families)
        count_field(self, "people", self.people)
        checks.instance(self.damage, "damage", Damage)
        if self.source is not None:
            checks.instance(self.source, "source", Citation)
        if self._counts is not NONE:
            hold_counts(self, self._counts, self.damage)  # pyright: ignore[reportArgumentType]
        check_families(self.people, self.families)

    @property
    def counts(self) -> Mapping[str, Number | ByClass]:
        """Everything that was counted there, by the code of the count."""
        return all_counts(self.people, self.families, self.damage, self._counts)

    def __row__(self) -> ShownRow:
        return (Shown(PLACE, str(self.place)), *figures(self, self.damage))  # pyright: ignore[reportArgumentType]
