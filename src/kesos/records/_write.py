"""kesos values as plain dictionaries, lists, texts and integers: what TOML and JSON files are made of."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Any

import attrs

from kesos.hazards import Hazard
from kesos.records._fields import field_types, given_fields
from kesos.values import Percentage, Period, Place, Quantity, Span, Unit, exact_decimal

Plain = dict[str, Any]


def to_plain(value: Any) -> Any:
    """`value` as what JSON and TOML can hold; fields that are at their default are left out.

    >>> to_plain(Quantity(5, "kg"))
    {'amount': 5000, 'unit': 'g'}
    """
    writer = _WRITERS.get(type(value))
    if writer is not None:
        return writer(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [to_plain(part) for part in value]
    if hasattr(value, "__plain__"):  # a value that keeps something to itself says what it gives away
        return value.__plain__()
    if isinstance(value, dict):
        return {key: to_plain(part) for key, part in value.items()}
    if not attrs.has(type(value)):
        return value
    kind: Any = type(value)
    types = field_types(kind)
    parts = ((name, field, getattr(value, field.name)) for name, field in given_fields(kind).items())
    return {
        name: to_tagged(part) if types[field.name] is Any else to_plain(part)
        for name, field, part in parts
        if not _is_default(field, part)
    }


def _is_default(field: attrs.Attribute[Any], part: object) -> bool:
    return field.default is not attrs.NOTHING and type(part) is type(field.default) and part == field.default


def to_tagged(value: Any) -> Any:
    """A value of a field that may hold anything, with a word for what it is where JSON does not show it.

    >>> to_tagged(Quantity(5, "kg")), to_tagged(5)
    ({'quantity': {'amount': 5000, 'unit': 'g'}}, 5)
    """
    if isinstance(value, Span):
        return {"span": [to_tagged(value.minimum), to_tagged(value.maximum)]}
    tag = TAGS.get(type(value))
    return to_plain(value) if tag is None else {tag: to_plain(value)}


TAGS: dict[type, str] = {
    Quantity: "quantity",
    Percentage: "percentage",
    Period: "period",
    Fraction: "fraction",
    Decimal: "decimal",
    date: "date",
}
"""The word that says what a value is, in a field that may hold anything."""


def tables(value: Any) -> Iterator[Plain]:
    """Every dictionary in a plain value, however deep."""
    if isinstance(value, dict):
        yield value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from tables(part)


def _plain_hazard(hazard: Hazard) -> Any:
    """The code of a well-known hazard; everything about one that somebody brought along."""
    if Hazard.is_known(hazard.code):
        return hazard.code
    return {"code": hazard.code, "name": to_plain(hazard.name), "words": list(hazard.words)}


def _plain_place(place: Place) -> Any:
    if place.district is None and place.code is None:
        return place.text
    named = {"text": place.text, "district": place.district, "code": place.code}
    return {key: value for key, value in named.items() if value is not None}


def _plain_fraction(share: Fraction) -> Any:
    return {"numerator": share.numerator, "denominator": share.denominator}


def _plain_percentage(percentage: Percentage) -> Any:
    percent = exact_decimal(percentage.exact * 100)
    return {"percent": str(percent)} if percent is not None else {"share": _plain_fraction(percentage.exact)}


_WRITERS: dict[type, Callable[[Any], Any]] = {
    Unit: lambda unit: unit.code,
    Period: lambda period: period.iso,
    Quantity: lambda quantity: {"amount": quantity.amount, "unit": quantity.unit.code},
    Percentage: _plain_percentage,
    Fraction: _plain_fraction,
    Decimal: str,
    date: lambda day: day.isoformat(),
    Hazard: _plain_hazard,
    Place: _plain_place,
}
