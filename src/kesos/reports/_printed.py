"""Printed values in the fields of a report's classes: that a field holds one, and how all of them are found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from types import NoneType
from typing import Any

import attrs

from kesos import _checks as checks
from kesos.errors import InvalidValueError
from kesos.values import Citation, Printed, Reading, Text

Validator = Callable[[Any, "attrs.Attribute[Any]", Any], None]


def printed_in(value: object) -> Iterator[Printed]:
    """Every Printed that a value is, or holds in its fields or tuples, however deep, in order.

    >>> [printed.text for printed in printed_in((Printed("1", 1, source="x"), ("no page says this", 2)))]
    ['1']
    """
    found: list[Printed] = []
    _gather(value, found)
    return iter(found)


def _gather(value: Any, found: list[Printed]) -> None:
    if isinstance(value, Printed):
        found.append(value)
    elif isinstance(value, tuple):
        for part in value:  # pyright: ignore[reportUnknownVariableType]  # a tuple of anything
            _gather(part, found)
    elif not isinstance(value, (str, int, NoneType)):  # most of what a report holds, and worth no closer look
        kind: Any = type(value)
        for name in _fields_of(kind):
            _gather(getattr(value, name), found)


def holds_printed(value: Any) -> bool:
    """Whether a value is a Printed, or holds one.

    >>> holds_printed(("no page says this", 2))
    False
    """
    if isinstance(value, tuple):
        return any(map(holds_printed, value))  # pyright: ignore[reportUnknownArgumentType]  # a tuple of anything
    if isinstance(value, (Printed, str, int, NoneType)):
        return isinstance(value, Printed)
    kind: Any = type(value)
    # from the last, since what a relation says of itself stands before what it is of
    return any(holds_printed(getattr(value, name)) for name in reversed(_fields_of(kind)))


@cache
def _fields_of(kind: type[Any]) -> tuple[str, ...]:
    return tuple(field.name for field in attrs.fields(kind)) if attrs.has(kind) else ()


def on_one_line(text: str, longest: int = 100) -> str:
    """Printed words on one line, cut where they are long, with a mark for each character that cannot be shown.

    >>> on_one_line("Rusak\\n Berat"), on_one_line("Jumlah", longest=4)
    ('Rusak Berat', 'Jum…')
    """
    flat = " ".join(text.split())
    shown = (
        flat
        if flat.isprintable()
        else "".join(each if each.isprintable() else "\N{REPLACEMENT CHARACTER}" for each in flat)
    )
    return shown if len(shown) <= longest else f"{shown[: longest - 1]}…"


def is_a(kind: type[Any]) -> Validator:
    """A validator: the field holds a `kind`."""

    def check(owner: object, field: attrs.Attribute[Any], value: object) -> None:
        if not isinstance(value, kind):
            checks.instance(value, field.name, kind)

    return check


def maybe(check: Validator) -> Validator:
    """A validator: the field holds None, or what another validator lets pass."""

    def check_known(owner: object, field: attrs.Attribute[Any], value: object) -> None:
        if value is not None:
            check(owner, field, value)

    return check_known


def each_a(*kinds: type[Any]) -> Validator:
    """A validator: the field holds a tuple, each of it of one of these kinds."""
    return each(lambda part, name: part if isinstance(part, kinds) else checks.instance(part, name, kinds[0]))


def each(check: Callable[[object, str], object]) -> Validator:
    """A validator: the field holds a tuple, and a check lets each of it pass."""

    def check_each(owner: object, field: attrs.Attribute[Any], value: object) -> None:
        if isinstance(value, InvalidValueError):
            raise value.at(field.name) from value.__cause__
        checks.each(check, value, field.name)

    return check_each


def is_slug(owner: object, field: attrs.Attribute[Any], value: object) -> None:
    """A validator: the field can serve as a code."""
    checks.slug(value, field.name)


def is_flag(owner: object, field: attrs.Attribute[Any], value: object) -> None:
    """A validator: the field holds True or False."""
    checks.flag(value, field.name)


def is_count(owner: object, field: attrs.Attribute[Any], value: object) -> None:
    """A validator: the field holds a whole number, not below zero."""
    checks.count(value, field.name)


def is_one_of(*words: str) -> Validator:
    """A validator: the field holds one of these words."""

    def check(owner: object, field: attrs.Attribute[Any], value: object) -> None:
        checks.choice(value, field.name, words)

    return check


def is_cited(owner: object, field: attrs.Attribute[Any], value: object) -> None:
    """A validator: the field holds a Citation, or words for one."""
    if not isinstance(value, Citation):
        checks.text(value, field.name)


is_text = is_a(Text)
is_printed = is_a(Printed)
each_printed = each_a(Printed)
maybe_text: Validator = maybe(is_text)
maybe_printed: Validator = maybe(is_printed)
maybe_slug: Validator = maybe(is_slug)
each_count = each(checks.count)
each_slug = each(checks.slug)
maybe_cited: Validator = maybe(is_cited)
maybe_count: Validator = maybe(is_count)
maybe_reading: Validator = maybe(is_a(Reading))


# mypy takes no generic function as a converter, so there is one for each kind of tuple.
def several(values: Iterable[Printed]) -> tuple[Printed, ...]:
    """Printed values as a tuple."""
    return listed(values)


def whole_numbers(values: Iterable[int]) -> tuple[int, ...]:
    """Whole numbers, such as years, as a tuple."""
    return listed(values)


def listed(values: Iterable[Any]) -> tuple[Any, ...]:
    """Anything as a tuple. What is no list is refused by the validator, `each`, which knows the name of the field."""
    try:
        return checks.items(values, "")
    except InvalidValueError as error:
        return error  # type: ignore[return-value]  # no field keeps it


def check_once(codes: Iterable[str], field: str) -> None:
    """Refuses a code that comes twice."""
    seen: set[str] = set()
    for code in codes:
        if code in seen:
            raise InvalidValueError("duplicate.code", field=field, value=code)
        seen.add(code)
