"""Values as plain dictionaries, lists, texts and integers: what TOML and JSON files are made of.

A class is written by its fields, or says for itself how it is written: `__plain__` gives what is written, `__read__`
takes it again, `__schema__` describes it, and `__tag__` is the word for it in a field that may hold anything. Where it
is written as another class, `__written__` is that class, and `__of_written__` makes it of one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import cache
from typing import Any, Generic, get_args, get_origin

import attrs

from kesos._checks import LARGEST
from kesos.errors import InvalidValueError, KesosError, join_path
from kesos.records._fields import Plain, class_of, field_types, fits, given_fields, is_class, is_union
from kesos.records._tags import tag_of

Write = Callable[[Any], Any]

DECIMAL = re.compile(r"-?\d{1,60}(\.\d{1,120})?", re.ASCII)
"""How a Decimal is written."""
_MOST_DIGITS = 60


def to_plain(value: Any) -> Any:
    """`value` as what JSON and TOML can hold; fields that are at their default are left out.

    Raises:
        InvalidValueError: Something in it could not be read back.

    >>> from kesos.values import Quantity
    >>> to_plain(Quantity(5, "kg"))
    {'amount': 5000, 'unit': 'g'}
    """
    kind: Any = type(value)
    return _writer(kind)(value)


def to_tagged(value: Any) -> Any:
    """A value of a field that may hold anything, with a word for what it is where JSON does not show it.

    >>> from kesos.values import Quantity
    >>> to_tagged(Quantity(5, "kg")), to_tagged(5)
    ({'quantity': {'amount': 5000, 'unit': 'g'}}, 5)
    """
    if value is None or isinstance(value, (bool, int, str)):
        return to_plain(value)
    kind: Any = type(value)
    tag = tag_of(kind)
    if tag is None:
        raise _unwritable(value)
    if isinstance(value, Generic):  # what it holds may be anything too
        return {tag: [to_tagged(getattr(value, field.name)) for field in given_fields(kind).values()]}
    return {tag: to_plain(value)}


def plain_fields(value: Any) -> Plain:
    """A value of an attrs class by its fields, where the class writes only some of its values in a way of its own."""
    kind: Any = type(value)
    return _by_fields(kind)(value)


def digest_of(value: Any) -> str:
    """The SHA-256 of a value: of its plain form as UTF-8 JSON, keys sorted, no blanks.

    Two values of one class that say the same have one digest, and keep it from release to release: a field that is
    added later is left out of the plain form where it is at its default.

    >>> from kesos.values import Text
    >>> digest_of(Text("Beras", "Rice"))[:12]
    '149ed35e1de4'
    """
    import hashlib
    import json

    canonical = json.dumps(to_plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def tables(value: Any) -> Iterator[Plain]:
    """Every dictionary in a plain value, however deep."""
    if isinstance(value, dict):
        yield value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from tables(part)


@cache
def _writer(kind: Any) -> Write:
    if hasattr(kind, "__plain__"):
        return lambda value: value.__plain__()
    if attrs.has(kind):
        return _by_fields(kind)
    return next((write for builtin, write in _BUILTINS if issubclass(kind, builtin)), _refuse)


@cache
def _by_fields(kind: Any) -> Callable[[Any], Plain]:
    types = field_types(kind)
    fields = [(name, field.name, field.default, _as(types[field.name])) for name, field in given_fields(kind).items()]

    def write(value: Any) -> Plain:
        plain: Plain = {}
        for name, own, default, write_part in fields:
            part = getattr(value, own)
            if part is default or (type(part) is type(default) and part == default):
                continue
            try:
                plain[name] = write_part(part)
            except KesosError as error:
                raise error.at(name) from None
        return plain

    return write


@cache
def _as(kind: Any) -> Write:
    """How a value is written in a field of this type: a subclass of what is declared as what is declared."""
    if kind is Any:
        return to_tagged
    if is_union(kind):
        return _as_one_of(get_args(kind))
    write: Write = to_plain
    if is_class(kind):
        write = _writer(class_of(kind))
    elif get_origin(kind) is tuple and get_args(kind)[-1] is Ellipsis:
        write = _as_list(_as(get_args(kind)[0]))
    return lambda value: write(value) if fits(kind, value) else _refuse(value)


def _as_one_of(options: tuple[Any, ...]) -> Write:
    ways = [(option, _as(option)) for option in options]

    def write(value: Any) -> Any:
        return next((way for option, way in ways if fits(option, value)), _refuse)(value)

    return write


def _as_list(write_part: Write) -> Write:
    def write(value: Any) -> Any:
        return [_at(f"[{number}]", write_part, part) for number, part in enumerate(value)]

    return write


def _at(path: str, write: Write, part: Any) -> Any:
    try:
        return write(part)
    except KesosError as error:
        raise error.at(path) from None


def _write_mapping(value: Mapping[Any, Any]) -> Plain:
    plain: Plain = {}
    for key, part in value.items():
        if not isinstance(key, str):
            raise _unwritable(key)
        plain[str.__str__(key)] = _at(join_path("", key), to_plain, part)
    return plain


def _write_date(day: date) -> str:
    if isinstance(day, datetime):
        raise _unwritable(day)
    return date.isoformat(day)


def _write_decimal(number: Decimal) -> str:
    text = format(number, "f") if number.is_finite() and abs(number.adjusted()) <= _MOST_DIGITS else ""
    if not DECIMAL.fullmatch(text) or abs(number) > LARGEST:
        raise _unwritable(number)
    return text


def _refuse(value: Any) -> Any:
    raise _unwritable(value)


def _unwritable(value: Any) -> InvalidValueError:
    return InvalidValueError("cannot_be_written", value=value, kind=type(value).__name__)


_BUILTINS: tuple[tuple[type, Write], ...] = (
    (type(None), lambda value: value),
    (bool, lambda value: value),
    (Enum, lambda value: value.value),
    (int, int.__int__),
    (str, str.__str__),
    (date, _write_date),
    (Decimal, _write_decimal),
    (Fraction, lambda share: {"numerator": share.numerator, "denominator": share.denominator}),
    (tuple, _as_list(to_plain)),
    (list, _as_list(to_plain)),
    (Mapping, _write_mapping),
)
