"""Rows in groups: by a field of their events or a function of them, and districts by name, however that is written."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from operator import attrgetter
from typing import Any

import attrs

from kesos import _checks as checks
from kesos.errors import InvalidValueError
from kesos.events import DisasterEvent
from kesos.relief._answers import Relief
from kesos.relief._refusals import Places, Refusal, Row
from kesos.relief._totals import ReliefTotal
from kesos.values import Text
from kesos.values._districts import Spellings, same_district

By = Callable[[DisasterEvent], Hashable] | str
"""Into which group an event goes: a function of it, or the name of a field, such as "hazard" or "place.district"."""
DISTRICT = "place.district"
_BY = {
    "hazard": Text("menurut jenis bencana", "by hazard"),
    "place": Text("menurut tempat", "by place"),
    DISTRICT: Text("menurut kecamatan", "by district"),
}
_NO_DISTRICT = Spellings({}, ())


class GroupTotals(dict[Any, ReliefTotal]):
    """The totals of groups, which know the field that they are grouped by; None where that is a function.

    A district is found by any of its spellings.
    """

    by: str | None = None
    spellings: Spellings = _NO_DISTRICT

    def __missing__(self, key: Any) -> ReliefTotal:
        if self.by == DISTRICT and isinstance(key, str):
            for own, added in self.items():
                if own is not None and same_district(own) == same_district(key):
                    return added
        raise KeyError(key)

    def __caption__(self, language: str) -> str:
        by = _BY.get(self.by or "")
        whole = ReliefTotal.__several__.say(language)
        return whole if by is None else f"{whole} {by.say(language)}"

    def __beneath__(self, language: str) -> tuple[str, ...]:
        return tuple(self.spellings.say(language))


def totals_of(rows: Iterable[tuple[Row, Relief | Refusal]], by: By, *, places: bool) -> GroupTotals:
    """What the rows of each group add up to; what has no group, last. They are called by `places`, or by labels.

    Raises:
        InvalidValueError: An event has no such field; a group cannot be the key of a dictionary.
    """
    key_of = _key(by)
    keyed = [
        (key_of(result.event) if isinstance(result, Relief) else _key_of_refusal(result, key_of, by), row, result)
        for row, result in rows
    ]
    spellings = Spellings.of(key for key, _, _ in keyed) if by == DISTRICT else _NO_DISTRICT
    groups: dict[Any, list[tuple[Row, Relief | Refusal]]] = {}
    for key, row, result in keyed:
        name = spellings.names[key] if by == DISTRICT and key is not None else key
        try:
            groups.setdefault(name, []).append((row, result))
        except TypeError:
            raise InvalidValueError("not_a_key", field="by", value=key) from None
    last = sorted(groups.items(), key=lambda group: group[0] is None)
    totals = GroupTotals((key, total_of(each, places=places)) for key, each in last)
    totals.by = by if isinstance(by, str) else None
    totals.spellings = spellings
    return totals


def total_of(
    rows: Iterable[tuple[Row, Relief | Refusal]], answers: tuple[Relief, ...] | None = None, *, places: bool
) -> ReliefTotal:
    """What the answers of rows add up to; it names what it had to leave out."""
    each = tuple(rows)
    labels = tuple(row for row, result in each if isinstance(result, Relief))
    return ReliefTotal(
        answers=answers or tuple(result for _, result in each if isinstance(result, Relief)),
        left_out=tuple(result for _, result in each if isinstance(result, Refusal)),
        rows=(Places if places else tuple)(() if labels == tuple(range(len(labels))) else labels),
    )


def _key(by: Any) -> Callable[[DisasterEvent], Any]:
    if callable(by):
        return by  # type: ignore[no-any-return]  # what it returns is looked at when it is called
    name = checks.text(by, "by")
    fields = [field.name.lstrip("_") for field in attrs.fields(DisasterEvent)]
    if name.partition(".")[0] not in fields:
        raise InvalidValueError("not_a_choice", field="by", value=by, hint=checks.did_you_mean(by, fields))
    value_of = attrgetter(name)

    def key(event: DisasterEvent) -> Any:
        try:
            return value_of(event)
        except AttributeError:
            raise InvalidValueError("not_a_choice", field="by", value=by) from None

    return key


def _key_of_refusal(refusal: Refusal, key_of: Callable[[DisasterEvent], Any], by: By) -> Any:
    """The group of what got no answer; nothing of it is lost because a caller's function fails."""
    if not isinstance(refusal.event, DisasterEvent):
        return refusal.district if by == DISTRICT else None
    try:
        return key_of(refusal.event)
    except Exception:
        return None


__all__ = ["By", "GroupTotals", "total_of", "totals_of"]
