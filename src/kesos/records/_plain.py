"""kesos values as plain dictionaries, lists, texts and integers, and back: what TOML and JSON files are made of."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import cache
from types import UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin

import attrs

from kesos.errors import FaultsError, InvalidValueError, KesosError, RecordError, show_value
from kesos.hazards import Hazard
from kesos.values import Percentage, Period, Place, Quantity, Rounding, Span, Text, Unit, exact_decimal, exact_fraction
from kesos.values import _checks as checks
from kesos.values._periods import plain_date
from kesos.words import Said

Plain = dict[str, Any]
T = TypeVar("T")


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
    if not attrs.has(type(value)):
        return {key: to_plain(part) for key, part in value.items()} if isinstance(value, dict) else value
    kind: Any = type(value)
    types = _types(kind)
    parts = ((field, getattr(value, field.name)) for field in attrs.fields(kind) if field.init)
    return {
        field.alias: to_tagged(part) if types[field.name] is Any else to_plain(part)
        for field, part in parts
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
    word = _WORDS.get(type(value))
    return to_plain(value) if word is None else {word: to_plain(value)}


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


_WORDS: dict[type, str] = {
    Quantity: "quantity",
    Percentage: "percentage",
    Period: "period",
    Fraction: "fraction",
    Decimal: "decimal",
    date: "date",
}


def tables(value: Any) -> Iterator[Plain]:
    """Every dictionary in a plain value, however deep."""
    if isinstance(value, dict):
        yield value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from tables(part)


# --- back ------------------------------------------------------------------------------------------------------------


class _Faulty:
    """Stands where a value could not be read, so that the faults around it are still found."""


FAULTY = _Faulty()

_HINTED = ("missing", "wrong_type", "not_whole", "not_a_choice", "not_a_period")
"""The faults about which a hint for the field says more than a general one."""

Before = Callable[[Plain, str, "Reader"], Plain]


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
        options = [option for option in get_args(kind) if option is not type(None)]
        if raw is None and len(options) < len(get_args(kind)):
            return None
        if get_origin(kind) in (Union, UnionType):
            # Of several classes it is the one that is written as a table, where a table is what was written.
            classes = [option for option in options if attrs.has(option) and isinstance(raw, dict)]
            kind = classes[0] if classes else options[0] if len(options) == 1 else kind
            kind = str if str in options and isinstance(raw, str) else kind
        if attrs.has(kind) and kind not in _READERS:
            return self._read_class(kind, raw, path)
        if get_origin(kind) is tuple:
            return self._read_list(get_args(kind)[0], raw, path)
        try:
            return _read_value(kind, raw, path)
        except KesosError as error:
            self.note(error, path)
            return FAULTY

    def note(self, error: KesosError, path: str) -> None:
        """One fault, or each of several, with the path to it in the place of a bare field."""
        for fault in error.faults if isinstance(error, FaultsError) else (error,):
            inner = fault.field if fault.field and not path.endswith(fault.field) else None
            where = ".".join(part for part in (path, inner) if part)
            hint = self._hints.get(_last(where)) if fault.code in _HINTED else None
            self.faults.append(
                InvalidValueError(
                    fault.problem, field=where, value=fault.value, hint=hint or fault.hint, code=fault.code
                )
            )

    def missing(self, path: str) -> None:
        """Notes that something has to be there and is not."""
        self.note(InvalidValueError(Text("tidak ada", "is missing"), value=None, code="missing"), path)

    def _wrong(self, path: str, value: object, indonesian: str, english: str) -> _Faulty:
        problem = Text(f"{show_value(value)} bukan {indonesian}", f"{show_value(value)} is not {english}")
        self.note(InvalidValueError(problem, value=value, code="wrong_type"), path)
        return FAULTY

    def _read_list(self, kind: Any, raw: Any, path: str) -> Any:
        if not isinstance(raw, list):
            return self._wrong(path, raw, "daftar", "a list")
        parts = [self.read(kind, each, f"{path}[{_name(each, number)}]") for number, each in enumerate(raw)]
        return FAULTY if FAULTY in parts else tuple(parts)

    def _read_class(self, kind: Any, raw: Any, path: str) -> Any:
        if not isinstance(raw, dict):
            return self._wrong(path, raw, "tabel", "a table")
        found = len(self.faults)
        if kind in self._before:
            raw = self._before[kind](raw, path, self)
        fields = {field.alias: field for field in attrs.fields(kind) if field.init}
        for key in raw:
            if key not in fields:
                known = (*fields, *self._also.get(kind, ()))
                self.note(_unknown_key(key, known), f"{path}.{key}" if path else str(key))
        values: Plain = {}
        for name, field in fields.items():
            where = f"{path}.{name}" if path else name
            if name in raw:
                values[name] = self.read(_types(kind)[field.name], raw[name], where)
            elif field.default is attrs.NOTHING:
                self.missing(where)
        if len(self.faults) > found:
            return FAULTY
        try:
            return kind(**values)
        except KesosError as error:
            self.note(error, path)
            return FAULTY


def _name(raw: Any, number: int) -> str:
    code = raw.get("code") if isinstance(raw, dict) else None
    return code if isinstance(code, str) and 0 < len(code) <= 64 else str(number)


def _last(path: str) -> str:
    return path.rpartition(".")[2].partition("[")[0]


def _unknown_key(key: str, fields: tuple[str, ...]) -> InvalidValueError:
    return InvalidValueError(
        Text("kunci ini tidak dikenal", "this key is not known"),
        value=key,
        code="unknown_key",
        hint=checks.did_you_mean(key, fields),
    )


@cache
def _types(kind: Any) -> dict[str, Any]:
    from typing import get_type_hints

    return get_type_hints(kind)


def _read_value(kind: Any, raw: Any, path: str) -> Any:
    """A value that is no table and no list; anything but exactly the right type is refused."""
    reader = _READERS.get(kind)
    if reader is not None:
        return reader(raw, path)
    if kind is Any:
        return _read_tagged(raw, path)
    options = get_args(kind)
    words = [word for option in options for word in (get_args(option) or (option,)) if isinstance(word, str)]
    if Period in options and raw not in words:  # a period, or a word such as "unknown"
        return Period.of(raw, path)
    return checks.choice(raw, path, words)


def _read_text(raw: Any, path: str) -> str:
    """Any text; whether it may be blank is for the class to say, since a printed cell may."""
    checks.instance(raw, path, str)
    return str(raw)


def _read_tagged(raw: Any, path: str) -> Any:
    if not isinstance(raw, dict):
        return raw
    word, inner = next(iter(raw.items()), ("", None))
    if word == "span" and isinstance(inner, list) and len(inner) == 2:
        return Span(_read_tagged(inner[0], path), _read_tagged(inner[1], path))
    kinds = {word: kind for kind, word in _WORDS.items()}
    checks.choice(word, path, kinds)
    return _READERS[kinds[word]](inner, path)


def _read_fraction(raw: Any, path: str) -> Fraction:
    parts = _parts(raw, path, ("numerator", "denominator"), ("numerator", "denominator"))
    denominator = checks.count(parts["denominator"], path)
    if denominator == 0:
        raise InvalidValueError(Text("penyebut nol", "a denominator of zero"), field=path, value=raw)
    return Fraction(checks.whole_number(parts["numerator"], path), denominator)


def _read_decimal(raw: Any, path: str) -> Decimal:
    text = checks.text(raw, path)
    exact_fraction(text, path)
    return Decimal(text)


def _read_percentage(raw: Any, path: str) -> Percentage:
    parts = _parts(raw, path, (), ("percent", "share"))
    if "percent" in parts:
        return Percentage(_read_decimal(parts["percent"], path))
    return Percentage.of_fraction(_read_fraction(parts.get("share"), path))


def _read_rounding(raw: Any, path: str) -> Rounding:
    return Rounding(checks.choice(raw, path, [each.value for each in Rounding]))


def _parts(raw: Any, path: str, needed: tuple[str, ...], allowed: tuple[str, ...]) -> Plain:
    if isinstance(raw, dict) and set(needed) <= set(raw) <= set(allowed):
        return raw
    listed = ", ".join(allowed)
    raise InvalidValueError(
        Text(f"{show_value(raw)} bukan tabel dengan {listed}", f"{show_value(raw)} is not a table of {listed}"),
        field=path,
        value=raw,
        code="wrong_type",
    )


def _read_quantity(raw: Any, path: str) -> Quantity:
    parts = _parts(raw, path, ("amount", "unit"), ("amount", "unit"))
    return Quantity(checks.whole_number(parts["amount"], path), Unit.of(parts["unit"], path))


def _read_hazard(raw: Any, path: str) -> Hazard:
    if isinstance(raw, str):
        return Hazard.of(raw, path)
    parts = _parts(raw, path, ("code", "name"), ("code", "name", "words"))
    name = _parts(parts["name"], path, ("id", "en"), ("id", "en"))
    words = checks.instance(parts.get("words", []), path, list)
    return Hazard(parts["code"], Text(**name), words)


def _read_place(raw: Any, path: str) -> Place:
    if isinstance(raw, str):
        return Place(raw)
    parts = _parts(raw, path, ("text",), ("text", "district", "code"))
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
        RecordError: It is none; every fault is listed with its path.

    >>> read_plain(Text, {"id": "Beras", "en": "Rice"})
    Text(id='Beras', en='Rice')
    """
    reader = Reader()
    value = reader.read(kind, raw, "")
    if reader.faults:
        raise RecordError(
            Text(f"ini bukan {kind.__name__}", f"this is no {kind.__name__}"), faults=tuple(reader.faults)
        )
    return cast(T, value)
