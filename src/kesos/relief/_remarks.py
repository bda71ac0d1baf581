"""What has to be said of rows beside their answers: of all of them, of a cell that cannot be read, of no group."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

import attrs

from kesos import _checks as checks
from kesos.errors import KesosError, UnknownValueError
from kesos.relief._refusals import Row
from kesos.relief._totals import ReliefTotal
from kesos.standards._saying import say, say_many
from kesos.values import LANGUAGES, Text

G = TypeVar("G", bound=dict[Any, ReliefTotal])
_PAIR = ("families", "people")
"""What a column of two counts tells."""


def remarks_on(events: object) -> tuple[Text, ...]:
    """What has to be known of rows with labels of their own as a whole, where they say anything."""
    if isinstance(events, type) or not callable(getattr(events, "rows", None)):
        return ()
    return checks.items(getattr(events, "remarks", ()), "events.remarks", Text)


def remarked(groups: G, remarks: tuple[Text, ...]) -> G:
    """The totals of groups with what has to be known of all rows; and, where events are of no group, with that too."""
    ungrouped = len(groups[None].answers) if None in groups and len(groups) > 1 else 0
    if ungrouped:
        said = (say("total.ungrouped", each, events=say_many("events", ungrouped, each)) for each in LANGUAGES)
        beside = (*remarks, Text(*said))
    else:
        beside = remarks
    for group, added in groups.items():
        groups[group] = attrs.evolve(added, remarks=remarks if group is None else beside)
    return groups


def cells_unread(events: object) -> Mapping[Row, Sequence[KesosError]]:
    """Why cells of rows cannot be read that were kept without them, where the rows say so."""
    given = getattr(events, "faults", None)
    return given if isinstance(given, Mapping) else {}


def with_reason(error: KesosError, unread: Iterable[KesosError]) -> KesosError:
    """A refusal for a count that is not known as one for the cell that cannot be read, where that is why."""
    if error.code != "count_unknown":
        return error
    for fault in unread:
        if fault.field == error.field or (fault.field == "families_and_people" and error.field in _PAIR):
            item = error.parameters["item"]
            return UnknownValueError("count_unknown.unread", field=error.field, because=fault, item=item)
    return error


__all__ = ["cells_unread", "remarked", "remarks_on", "with_reason"]
