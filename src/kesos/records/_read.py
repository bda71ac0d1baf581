"""Plain dictionaries, lists, texts and integers as kesos values again: every fault at once, each with its path."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from types import UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin

import attrs

from kesos import _checks as checks
from kesos.errors import FaultsError, InvalidValueError, KesosError, RecordError, join_path
from kesos.hazards import Hazard
from kesos.records._fields import field_types, given_fields, options_of, words_of
from kesos.records._write import TAGS, Plain
from kesos.values import Percentage, Period, Place, Quantity, Rounding, Span, Text, Unit, exact_fraction
from kesos.values._days import plain_date
from kesos.words import Said

T = TypeVar("T")


class _Faulty:
    """Stands where a value could not be read, so that the faults around it are still found."""


FAULTY = _Faulty()

_HINTED = ("missing", "wrong_type", "not_whole", "not_a_choice", "not_a_period")
"""The faults about which a hint for the field says more than a general one."""

Before = Callable[[Plain, str, "Reader"], Plain]
"""What is done to the table of a class, at a path, before the reader that is given reads it."""


class Reader:
    """Reads plain values into attrs classes by their field types; it notes each fault with its path and goes on.

    Args:
        before: For a class, what to do to its plain table before it is read.
        hints: For the name of a field, what to write there; it is said with every fault of that field that has no
            better hint of its own.
        also: For a class, the keys that `before` takes out of its table.
    """

    def __init__(
        self,
        before: Mapping[type, Before] | None = None,
        *,
        hints: Mapping[str, Said] | None = None,
        also: Mapping[type, tuple[str, ...]] | None = None,
    ) -> None:
        self.faults: list[KesosError] = []
        self._before = dict(before or {})
        self._hints = dict(hints or {})
        self._also = dict(also or {})

    def read(self, kind: Any, raw: Any, path: str) -> Any:
        """`raw` as a `kind`, or `FAULTY` with its faults noted."""
        if raw is None and type(None) in get_args(kind):
            return None
        kind = _chosen(kind, raw)
        if hasattr(kind, "__read__"):  # a value that is written in a way of its own is read in it
            return self._read_own(kind, raw, path)
        if attrs.has(kind) and kind not in _READERS:
            return self._read_class(kind, raw, path)
        if get_origin(kind) is tuple:
            return self._read_list(get_args(kind)[0], raw, path)
        try:
            return _read_value(kind, raw)
        except KesosError as error:
            return self.note(error, path)

    def note(self, error: KesosError, path: str) -> _Faulty:
        """Notes a fault that was found at a path, or each of several."""
        for fault in error.faults if isinstance(error, FaultsError) else (error,):
            found = fault.at(path)
            hint = self._hints.get(_last_name(found.field)) if found.code in _HINTED else None
            self.faults.append(found if hint is None else found.with_hint(hint))
        return FAULTY

    def missing(self, path: str) -> None:
        """Notes that something has to be there and is not."""
        self.note(InvalidValueError("missing"), path)

    def _read_own(self, kind: Any, raw: Any, path: str) -> Any:
        try:
            return kind.__read__(raw)
        except KesosError as error:
            return self.note(error, path)

    def _read_list(self, kind: Any, raw: Any, path: str) -> Any:
        if not isinstance(raw, list):
            return self.note(InvalidValueError("wrong_type.list", value=raw), path)
        parts = [self.read(kind, each, f"{path}[{_place_in_list(each, number)}]") for number, each in enumerate(raw)]
        return FAULTY if FAULTY in parts else tuple(parts)

    def _read_class(self, kind: Any, raw: Any, path: str) -> Any:
        if not isinstance(raw, dict):
            return self.note(InvalidValueError("wrong_type.table", value=raw), path)
        found = len(self.faults)
        if kind in self._before:
            raw = self._before[kind](raw, path, self)
        fields = given_fields(kind)
        for key in raw:
            if key not in fields:
                known = checks.did_you_mean(key, (*fields, *self._also.get(kind, ())))
                self.note(InvalidValueError("unknown_key", value=key, hint=known), join_path(path, key))
        values: Plain = {}
        for name, field in fields.items():
            where = join_path(path, name)
            if name in raw:
                values[name] = self.read(field_types(kind)[field.name], raw[name], where)
            elif field.default is attrs.NOTHING:
                self.missing(where)
        if len(self.faults) > found:
            return FAULTY
        try:
            return kind(**values)
        except KesosError as error:
            return self.note(error, path)


def _chosen(kind: Any, raw: Any) -> Any:
    """Of several types the one that `raw` is written as: a class where it is a table, a list, a text, a number."""
    if get_origin(kind) not in (Union, UnionType):
        return kind
    options = options_of(kind)
    if isinstance(raw, dict):
        fitting: list[Any] = [option for option in options if attrs.has(option)]
    elif isinstance(raw, list):
        fitting = [option for option in options if get_origin(option) is tuple]
    elif isinstance(raw, str):
        fitting = [option for option in options if option in (str, Decimal)]
    else:
        fitting = [option for option in options if option is int]
    return fitting[0] if fitting else options[0] if len(options) == 1 else kind


def _place_in_list(raw: Any, number: int) -> str:
    code = raw.get("code") if isinstance(raw, dict) else None
    return code if isinstance(code, str) and 0 < len(code) <= 64 else str(number)


def _last_name(path: str | None) -> str:
    return (path or "").rpartition(".")[2].partition("[")[0]


def _read_value(kind: Any, raw: Any) -> Any:
    """A value that is no table and no list; anything but exactly the right type is refused."""
    reader = _READERS.get(kind)
    if reader is not None:
        return reader(raw, "")
    if kind is Any:
        return _read_tagged(raw)
    words = words_of(kind)
    if Period in get_args(kind) and raw not in words:  # a period, or a word such as "unknown"
        return Period.of(raw, "")
    return checks.choice(raw, "", words)


def _read_text(raw: Any, field: str) -> str:
    """Any text; whether it may be blank is for the class to say, since a printed cell may."""
    return checks.instance(raw, field, str)


_KIND_OF = {tag: kind for kind, tag in TAGS.items()}


def _read_tagged(raw: Any) -> Any:
    """A value of a field that may hold anything, as `to_tagged` writes it."""
    if not isinstance(raw, dict):
        return raw
    tag, inner = next(iter(raw.items()), ("", None))
    if tag == "span" and isinstance(inner, list) and len(inner) == 2:
        return Span(_read_tagged(inner[0]), _read_tagged(inner[1]))
    return _READERS[_KIND_OF[checks.choice(tag, "", _KIND_OF)]](inner, "")


def _read_fraction(raw: Any, field: str) -> Fraction:
    parts = _parts(raw, field, ("numerator", "denominator"))
    denominator = checks.count(parts["denominator"], field)
    if denominator == 0:
        raise InvalidValueError("zero_denominator", field=field, value=raw)
    return Fraction(checks.whole_number(parts["numerator"], field), denominator)


def _read_decimal(raw: Any, field: str) -> Decimal:
    text = checks.text(raw, field)
    exact_fraction(text, field)
    return Decimal(text)


def _read_percentage(raw: Any, field: str) -> Percentage:
    parts = _parts(raw, field, (), ("percent", "share"))
    if "percent" in parts:
        return Percentage(_read_decimal(parts["percent"], field))
    return Percentage.of_fraction(_read_fraction(parts.get("share"), field))


def _read_rounding(raw: Any, field: str) -> Rounding:
    return Rounding(checks.choice(raw, field, [each.value for each in Rounding]))


def _parts(raw: Any, field: str, needed: tuple[str, ...], allowed: tuple[str, ...] | None = None) -> Plain:
    """`raw` where it is a table with all the keys that are needed, and no others than are allowed."""
    keys = allowed or needed
    if isinstance(raw, dict) and set(needed) <= set(raw) <= set(keys):
        return raw
    raise InvalidValueError("wrong_type.table_of", field=field, value=raw, keys=keys)


def _read_quantity(raw: Any, field: str) -> Quantity:
    parts = _parts(raw, field, ("amount", "unit"))
    return Quantity(checks.whole_number(parts["amount"], field), Unit.of(parts["unit"], field))


def _read_hazard(raw: Any, field: str) -> Hazard:
    if isinstance(raw, str):
        return Hazard.of(raw, field)
    parts = _parts(raw, field, ("code", "name"), ("code", "name", "words"))
    name = _parts(parts["name"], field, ("id", "en"))
    words = checks.instance(parts.get("words", []), field, list)
    return Hazard(parts["code"], Text(**name), words)


def _read_place(raw: Any, field: str) -> Place:
    if isinstance(raw, str):
        return Place(raw)
    parts = _parts(raw, field, ("text",), ("text", "district", "code"))
    return Place(parts["text"], district=parts.get("district"), code=parts.get("code"))


_READERS: dict[Any, Callable[[Any, str], Any]] = {
    int: checks.whole_number,
    str: _read_text,
    bool: checks.flag,
    date: plain_date,
    Unit: Unit.of,
    Period: Period.of,
    Rounding: _read_rounding,
    Quantity: _read_quantity,
    Fraction: _read_fraction,
    Decimal: _read_decimal,
    Percentage: _read_percentage,
    Hazard: _read_hazard,
    Place: _read_place,
}


def read_plain(kind: type[T], raw: Any) -> T:
    """What `to_plain` made of a `kind`, as one again.

    Raises:
        RecordError: It is not one; every fault is listed with its path.

    >>> read_plain(Text, {"id": "Beras", "en": "Rice"})
    Text(id='Beras', en='Rice')
    """
    reader = Reader()
    value = reader.read(kind, raw, "")
    if reader.faults:
        raise RecordError("record.not_a", faults=tuple(reader.faults), kind=kind.__name__)
    return cast(T, value)
