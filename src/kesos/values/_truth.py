"""Yes, no, or not enough is known: what a clause of a rule says of a person or a household."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from kesos import _checks as checks
from kesos._checks import fill_field
from kesos.errors import InvalidValueError
from kesos.records import Fieldwise
from kesos.values._sources import Reading
from kesos.values._texts import Text


@attrs.frozen(eq=False, repr=False)
class Need(Fieldwise):
    """What a clause asks of a field that says something else, so that the clause does not hold.

    Args:
        field: The field, such as "very_poor".
        values: The values of which any one would do; empty for an age.
        ages: The first and the last age in completed years, where an age is asked for.
        beside: Whether it is asked for beside what else is, and not in its place.

    >>> known(False, "very_poor", needed=(True,)).needs
    (Need(field='very_poor', values=(True,), ages=None, beside=False),)
    """

    field: str
    values: tuple[bool | str, ...] = ()
    ages: tuple[int, int] | None = None
    beside: bool = False

    def __attrs_post_init__(self) -> None:
        checks.settle(self, checks.text, "field")
        fill_field(self, "values", checks.each(_value, self.values, "values"))
        checks.flag(self.beside, "beside")
        if self.ages is not None:
            ages = checks.each(checks.count, self.ages, "ages")
            if len(ages) != 2:
                raise InvalidValueError("wrong_type.pair", field="ages", value=ages)
            fill_field(self, "ages", ages)


def _value(value: object, field: str) -> bool | str:
    return value if isinstance(value, bool) else checks.text(value, field)


@attrs.frozen(eq=False, repr=False)
class Truth(Fieldwise):
    """One of three values (strong Kleene logic), with what is missing where it is the third.

    Args:
        holds: True, False, or None where it cannot be said.
        missing: The fields that could settle it; empty unless `holds` is None.
        because: What makes it true, in both languages.
        needs: What it would take to hold; empty unless `holds` is False.
        readings: The readings that it rests on.

    >>> any_of([Truth(False), Truth(None, ("sex",))]).missing
    ('sex',)
    >>> any_of([Truth(True), Truth(None, ("sex",))]).holds
    True
    """

    holds: bool | None
    missing: tuple[str, ...] = ()
    because: Text | None = None
    needs: tuple[Need, ...] = attrs.field(default=(), kw_only=True)
    readings: tuple[Reading, ...] = attrs.field(default=(), kw_only=True)

    def __attrs_post_init__(self) -> None:
        checks.settle(self, checks.known_flag, "holds")
        if type(self.missing) is not tuple or self.missing:
            fill_field(self, "missing", checks.each(checks.text, self.missing, "missing"))
        checks.known_instance(self.because, "because", Text)
        for field, kind in (("needs", Need), ("readings", Reading)):
            given = getattr(self, field)
            if type(given) is not tuple or given:
                fill_field(self, field, checks.items(given, field, kind))


def known(value: bool | None, field: str, because: Text | None = None, *, needed: tuple[bool | str, ...] = ()) -> Truth:
    """A field as a Truth: where it is None, it is what is missing.

    Args:
        value: Whether it holds.
        field: The field that says so.
        because: What makes it true.
        needed: The values of the field with which it holds.

    >>> known(None, "poor").missing
    ('poor',)
    """
    return Truth(
        value,
        () if value is not None else (field,),
        because if value is True else None,
        needs=(Need(field, needed),) if value is False and needed else (),
    )


def all_of(truths: Iterable[Truth]) -> Truth:
    """True where all are; False where one is, whatever else is not known."""
    return _join(truths, settled_by=False)


def any_of(truths: Iterable[Truth]) -> Truth:
    """True where one is, whatever else is not known; False where all are."""
    return _join(truths, settled_by=True)


def _join(truths: Iterable[Truth], *, settled_by: bool) -> Truth:
    parts: tuple[Truth, ...] = checks.items(truths, "truths", Truth)
    if any(part.holds is settled_by for part in parts):
        holds: bool | None = settled_by
    elif any(part.holds is None for part in parts):
        holds = None
    else:
        holds = not settled_by
    missing = (name for part in parts if part.holds is None for name in part.missing)
    return Truth(
        holds,
        tuple(dict.fromkeys(missing)) if holds is None else (),
        _together(part.because for part in parts if part.holds) if holds else None,
        needs=tuple(dict.fromkeys(need for part in parts if holds is False for need in part.needs)),
        readings=tuple(
            dict.fromkeys(reading for part in _deciding(parts, holds, settled_by) for reading in part.readings)
        ),
    )


def _deciding(parts: tuple[Truth, ...], holds: bool | None, settled_by: bool) -> tuple[Truth, ...]:
    """Those of the parts that one of them settles; all of them where none does."""
    return tuple(part for part in parts if part.holds is settled_by) if holds is settled_by else parts


def _together(reasons: Iterable[Text | None]) -> Text | None:
    said = [reason for reason in reasons if reason is not None]
    if not said:
        return None
    return Text(", ".join(reason.id for reason in said), ", ".join(reason.en for reason in said))
