"""A disaster: what struck, where, when and whom, as a whole or by its places."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import ClassVar

import attrs
from attrs.converters import optional

from kesos import _checks as checks
from kesos.counts import ByClass, Counts, Number
from kesos.counts._by_class import add_counts
from kesos.counts._counts import NONE
from kesos.errors import InvalidValueError, UnknownHazardError
from kesos.events._classes import NO_TRAITS, Traits, traits_of
from kesos.events._damage import Damage, damage_of, told_damage
from kesos.events._figures import PLACE, all_counts, check_families, counts_of, figures, hold_counts, loss_of, place_of
from kesos.events._known import count_field
from kesos.events._locality import Locality
from kesos.hazards import Hazard
from kesos.records import Recorded, Tally
from kesos.values import Citation, Period, Place, Quantity, TableView, Text
from kesos.values._format import formatted
from kesos.values._sums import sum_known
from kesos.values._tabulated import Shown, ShownRow, tabulated
from kesos.values._texts import check_language

_HAZARD, _TIME = Text("Bencana", "Disaster"), Text("Waktu", "Time")
_REPORTED_BY = Text("Dilaporkan oleh", "Reported by")
_SOURCE = Text("Sumber", "Source")
_FAMILIES_UNKNOWN = Text("jumlah KK belum diketahui", "families not known")
_PEOPLE_UNKNOWN = Text("jumlah jiwa belum diketahui", "people not known")


def _hazard(hazard: Hazard | str) -> Hazard:
    if hazard is None:
        raise UnknownHazardError("hazard_missing", field="hazard")
    return hazard if type(hazard) is Hazard else Hazard.of(hazard)


def _period(period: Period | date | str) -> Period:
    if period is None:
        raise InvalidValueError("period_unknown", field="period")
    return period if type(period) is Period else Period.of(period)


def _localities(localities: Iterable[Locality]) -> tuple[Locality, ...]:
    if type(localities) is tuple and not localities:  # most events have none
        return localities
    return checks.items(localities, "localities", Locality)


@attrs.frozen(kw_only=True, repr=False, eq=False)
class DisasterEvent(Recorded):
    """A disaster: what struck, where, when, and whom.

    An event that struck several places holds them as localities and counts what they count; figures are then given
    there and not a second time here.

    Args:
        hazard: A `Hazard`, or a word for one ("banjir", "flood").
        place: A `Place`, or the words for one.
        period: A `Period`, a date, or ISO 8601 text: "2017-02-25", "2017-03-01/2017-03-05", "2017-06", "2017".
        families: Families struck (KK); None where not known.
        people: People struck (jiwa); None where not known.
        damage: Damaged buildings.
        loss: Estimated loss in rupiah, as a Quantity or an int; None where not known.
        counts: What else was counted, by the code of the count ("dead", "house", one that a standard brings along): a
            number, None where it is not known, or by class.
        traits: Classes that the event is of and that a standard's rates depend on: {"terrain": "hill"}.
        localities: The places, where there is more than one.
        reported_by: Who reported it.
        source: Where it is recorded.

    Raises:
        UnknownHazardError: `hazard` is no known word.
        InvalidValueError: A value of the wrong type or below zero; a figure given both here and by localities.

    >>> event = DisasterEvent(hazard="banjir", place="Kelurahan Pangkut", period="2017-02-25", families=215, people=860)
    >>> print(event)
    Banjir, Kelurahan Pangkut, 25 Februari 2017: 215 KK, 860 jiwa
    >>> event.loss is None
    True
    """

    __several__: ClassVar[Text] = Text("Data kejadian bencana", "Disaster events")

    hazard: Hazard = attrs.field(converter=_hazard)
    place: Place = attrs.field(converter=place_of)
    period: Period = attrs.field(converter=_period)
    _families: Tally | None = attrs.field(default=None, alias="families")
    _people: Tally | None = attrs.field(default=None, alias="people")
    _damage: Damage | None = attrs.field(default=None, alias="damage", converter=told_damage)
    _loss: Quantity | None = attrs.field(default=None, alias="loss", converter=optional(loss_of))
    localities: tuple[Locality, ...] = attrs.field(default=(), converter=_localities)
    reported_by: str | None = None
    source: Citation | None = None
    _counts: Counts = attrs.field(default=NONE, alias="counts", converter=counts_of)
    traits: Traits = attrs.field(default=NO_TRAITS, converter=traits_of)

    def __attrs_post_init__(self) -> None:
        count_field(self, "families", self._families, "_families")
        count_field(self, "people", self._people, "_people")
        if self._damage is not None:
            checks.instance(self._damage, "damage", Damage)
        if self.source is not None:
            checks.instance(self.source, "source", Citation)
        if self.reported_by is not None:
            checks.settle(self, checks.text, "reported_by")
        if self.localities:
            self._counted_by_localities()
        else:
            if self._counts is not NONE:
                hold_counts(self, self._counts, self._damage, "_")
            check_families(self._people, self._families)

    def _counted_by_localities(self) -> None:
        given: dict[str, object] = {"families": self._families, "people": self._people, "damage": self._damage}
        given |= {"loss": self._loss, "counts": self._counts or None}
        for field, value in given.items():
            if value is not None:
                raise InvalidValueError("given_twice", field=field, value=value)

    @property
    def families(self) -> int | None:
        """Families struck (KK): what its localities add up to; None where not known."""
        return sum_known([each.families for each in self.localities]) if self.localities else self._families

    @property
    def people(self) -> int | None:
        """People struck (jiwa): what its localities add up to; None where not known."""
        return sum_known([each.people for each in self.localities]) if self.localities else self._people

    @property
    def counts(self) -> Mapping[str, Number | ByClass]:
        """Everything that was counted, by the code of the count: what its localities add up to.

        >>> two = [Locality(place="a", counts={"dead": 1}), Locality(place="b", counts={"dead": 0})]
        >>> DisasterEvent(hazard="flood", place="x", period="2022", localities=two).counts["dead"]
        1
        """
        if not self.localities:
            return all_counts(self._people, self._families, self._damage, self._counts)
        parts = [each.counts for each in self.localities]
        codes = dict.fromkeys(code for part in parts for code in part)
        return {code: add_counts([part.get(code) for part in parts]) for code in codes}

    @property
    def loss(self) -> Quantity | None:
        """Estimated loss: what its localities add up to; None where not known."""
        return sum_known([each.loss for each in self.localities]) if self.localities else self._loss

    @property
    def damage(self) -> Damage:
        """Damaged buildings, as they were given as `Damage`: what its localities add up to; each count None where not
        known. `counts` has all that is known of them, by class too."""
        if not self.localities:
            return damage_of(self._damage)
        first, *rest = (each.damage for each in self.localities)
        return sum(rest, first)

    def __repr__(self) -> str:
        given = (
            f"{field.alias}={value!r}"
            for field in attrs.fields(type(self))
            if (value := getattr(self, field.name)) is not None and value != ()
        )
        return f"DisasterEvent({', '.join(given)})"

    def say(self, language: str) -> str:
        """The event in one line."""
        check_language(language)
        counts = [
            unknown.say(language) if count is None else Quantity(count, unit).say(language)
            for count, unit, unknown in (
                (self.families, "family", _FAMILIES_UNKNOWN),
                (self.people, "person", _PEOPLE_UNKNOWN),
            )
        ]
        return f"{self.hazard.label(language)}, {self.place}, {self.period.say(language)}: {', '.join(counts)}"

    def __str__(self) -> str:
        return self.say("id")

    def __format__(self, spec: str) -> str:
        return formatted(self.say, spec)

    def table(self, language: str = "id") -> TableView:
        """The event as a table: a row for each locality, and one for what they add up to."""
        check_language(language)
        rows = [each.__row__() for each in self.localities] or [
            (Shown(PLACE, str(self.place)), *figures(self, self.damage))
        ]
        where = f"{self.place}, " if self.localities else ""  # a place alone stands in its row
        notes = [f"{_REPORTED_BY.say(language)}: {self.reported_by}"] if self.reported_by else []
        notes += [f"{_SOURCE.say(language)}: {self.source.say(language)}"] if self.source else []
        caption = f"{self.hazard.label(language)}, {where}{self.period.say(language)}"
        return tabulated(rows, language, caption=caption, notes=notes, total=bool(self.localities))

    def __row__(self) -> ShownRow:
        when = (Shown(_HAZARD, self.hazard.name), Shown(PLACE, str(self.place)), Shown(_TIME, self.period))
        return (*when, *figures(self, self.damage))

    def _repr_html_(self) -> str:
        return self.table().html()
