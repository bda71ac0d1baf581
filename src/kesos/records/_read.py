"""Plain dictionaries, lists, texts and integers as kesos values again: every fault at once, each with its path."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import cache
from typing import Annotated, Any, Generic, Literal, TypeVar, cast, get_args, get_origin

import attrs

from kesos import _checks as checks
from kesos.errors import FaultsError, InvalidValueError, KesosError, RecordError, join_path
from kesos.records._fields import (
    Plain,
    bare,
    class_of,
    field_types,
    given_fields,
    is_class,
    is_union,
    options_of,
    words_of,
)
from kesos.records._tags import class_tagged
from kesos.records._write import DECIMAL
from kesos.words import Said

T = TypeVar("T")


class _Faulty:
    """Stands where a value could not be read, so that the faults around it are still found."""


FAULTY = _Faulty()

EMPTY = '""'
"""How a path names a key without letters."""

_HINTED = ("missing", "wrong_type", "not_whole", "not_a_choice", "not_a_period")
"""The faults about which a hint for the field says more than a general one."""

Before = Callable[[Plain, str, "Reader"], Plain]
"""What is done to the table of a class, at a path, before the reader that is given reads it."""


class Reader:
    """Reads plain values into attrs classes by their field types; it notes each fault with its path and goes on.

    Args:
        before: For a class, what to do to its plain table before it is read.
        hints: For the name of a field, or for its path without places ("benefits.unit"), what to write there; it is
            said with every fault of that field that has no better hint of its own.
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
        return self._way_of(kind)(self, kind, raw, path)

    @staticmethod
    @cache
    def _way_of(kind: Any) -> Callable[[Reader, Any, Any, str], Any]:
        """How values of a type are read."""
        if is_union(kind):
            return Reader._read_one_of
        if hasattr(kind, "__read__"):  # a value that is written in a way of its own is read in it
            return Reader._read_itself
        if hasattr(kind, "__written__"):  # it is read as what it is written as, and then made of that
            return Reader._read_written
        if attrs.has(class_of(kind)):
            return Reader.read_fields
        origin = get_origin(kind)
        if origin is tuple:
            return Reader._read_list
        if isinstance(origin, type) and issubclass(origin, Mapping):
            return Reader._read_mapping
        return Reader._read_value

    def _read_itself(self, kind: Any, raw: Any, path: str) -> Any:
        return self._try(kind.__read__, raw, path)

    def _read_written(self, kind: Any, raw: Any, path: str) -> Any:
        found = self.read_fields(kind.__written__, raw, path)
        return found if found is FAULTY else self._try(kind.__of_written__, found, path)

    def _read_value(self, kind: Any, raw: Any, path: str) -> Any:
        return self._try(lambda given: _read_value(kind, given), raw, path)

    def _read_one_of(self, kind: Any, raw: Any, path: str) -> Any:
        """As the first type that takes it; where none does, the faults are those of the one that it fits best."""
        if raw is None and type(None) in get_args(kind):
            return None
        options = _fitting(kind, raw)
        before = len(self.faults)
        fewest: list[KesosError] | None = None
        for option in options:
            value = self.read(option, raw, path)
            if value is not FAULTY:
                return value
            found = self.faults[before:]
            del self.faults[before:]
            fewest = found if fewest is None or len(found) < len(fewest) else fewest
        if fewest is None:
            return self._try(lambda given: checks.choice(given, "", words_of(kind)), raw, path)
        self.faults += fewest
        return FAULTY

    def _try(self, read: Callable[[Any], Any], raw: Any, path: str) -> Any:
        try:
            return read(raw)
        except KesosError as error:
            return self.note(error, path)

    def note(self, error: KesosError, path: str) -> _Faulty:
        """Notes a fault that was found at a path, or each of several."""
        for fault in error.faults if isinstance(error, FaultsError) else (error,):
            found = fault.at(path)
            hint = self._hint(found.field) if found.code in _HINTED else None
            self.faults.append(found if hint is None else found.with_hint(hint))
        return FAULTY

    def _hint(self, path: str | None) -> Said | None:
        """The hint for a field of this path ("benefits.unit"), or of this name wherever it stands."""
        return self._hints.get(_IN_BRACKETS.sub("", path or "")) or self._hints.get(_last_name(path))

    def missing(self, path: str) -> None:
        """Notes that something has to be there and is not."""
        self.note(InvalidValueError("missing"), path)

    def _read_list(self, kind: Any, raw: Any, path: str) -> Any:
        kinds = get_args(kind)
        if not isinstance(raw, (list, tuple)):
            return self.note(InvalidValueError("wrong_type.list", value=raw), path)
        if kinds[-1] is Ellipsis:
            kinds = kinds[:1] * len(raw)
        elif len(kinds) != len(raw):
            return self.note(InvalidValueError("wrong_length", value=raw, length=len(kinds)), path)
        parts = [
            self.read(kind, each, f"{path}[{_place_in_list(kind, each, number)}]")
            for number, (kind, each) in enumerate(zip(kinds, raw, strict=True))
        ]
        return FAULTY if any(part is FAULTY for part in parts) else tuple(parts)

    def _read_mapping(self, kind: Any, raw: Any, path: str) -> Any:
        _, kind = get_args(kind)
        if not isinstance(raw, Mapping):
            return self.note(InvalidValueError("wrong_type.table", value=raw), path)
        parts = {key: self.read(kind, each, join_path(path, str(key) or EMPTY)) for key, each in raw.items()}
        return FAULTY if any(part is FAULTY for part in parts.values()) else parts

    def read_fields(self, kind: Any, raw: Any, path: str) -> Any:
        """`raw` as an attrs class by its fields, whether or not the class has a way of its own."""
        if not isinstance(raw, Mapping):
            return self.note(InvalidValueError("wrong_type.table", value=raw), path)
        found = len(self.faults)
        if kind in self._before:
            raw = self._before[kind](dict(raw), path, self)
        fields = given_fields(kind)
        for key in raw:
            if key not in fields:
                known = checks.did_you_mean(key, (*fields, *self._also.get(kind, ())))
                # of a value about people a key may itself be somebody's name, so that no path leads to it
                at = path if hasattr(kind, "__discreet__") else join_path(path, str(key) or EMPTY)
                self.note(InvalidValueError("unknown_key", value=key, hint=known), at)
        types = field_types(kind)
        values: Plain = {}
        for name, field in fields.items():
            if name in raw:
                values[field.alias or name] = self.read(types[field.name], raw[name], join_path(path, name))
            elif field.default is attrs.NOTHING:
                self.missing(join_path(path, name))
        if len(self.faults) > found:
            return FAULTY
        return self._try(lambda given: class_of(kind)(**given), values, path)


def _fitting(kind: Any, raw: Any) -> list[Any]:
    """Of several types those that `raw` may be written as."""
    options = options_of(kind)
    if isinstance(raw, Mapping):
        fitting = [option for option in options if _is_table(option)]
    elif isinstance(raw, (list, tuple)):
        fitting = [option for option in options if get_origin(option) is tuple]
    elif isinstance(raw, str):
        fitting = [option for option in options if _is_word_of(option, raw)]
        fitting += [option for option in options if option in (str, Decimal, date) or _reads_itself(option)]
    elif isinstance(raw, bool):
        fitting = [option for option in options if option is bool]
    else:
        fitting = [option for option in options if bare(option) is int or _is_word_of(option, raw)]
    return fitting or (list(options) if len(options) == 1 else [option for option in options if bare(option) is int])


def _is_table(option: Any) -> bool:
    return is_class(option) or option is Fraction or get_origin(option) is Mapping


def _reads_itself(option: Any) -> bool:
    return hasattr(option, "__read__") or (isinstance(option, type) and issubclass(option, Enum))


def _is_word_of(option: Any, raw: Any) -> bool:
    return get_origin(option) is Literal and any(type(word) is type(raw) and word == raw for word in get_args(option))


def _place_in_list(kind: Any, raw: Any, number: int) -> str:
    has_a_code = isinstance(raw, Mapping) and attrs.has(class_of(kind)) and "code" in given_fields(kind)
    code = raw.get("code") if has_a_code else None
    return code if isinstance(code, str) and 0 < len(code) <= 64 else str(number)


_IN_BRACKETS = re.compile(r"\[[^\]]*\]")


def _last_name(path: str | None) -> str:
    return (path or "").rpartition(".")[2].partition("[")[0]


def _read_value(kind: Any, raw: Any) -> Any:
    """A value that is no table and no list; anything but exactly the right type is refused."""
    if get_origin(kind) is Annotated:
        return kind.__metadata__[0].check(raw, "")
    reader = _BUILTINS.get(kind)
    if reader is not None:
        return reader(raw, "")
    if _is_word_of(kind, raw):
        return raw
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(checks.choice(raw, "", [each.value for each in kind]))
    return checks.choice(raw, "", words_of(kind))


def _read_text(raw: Any, field: str) -> str:
    """Any text; whether it may be blank is for the class to say, since a printed cell may."""
    return str.__str__(checks.instance(raw, field, str))


def _read_tagged(raw: Any, field: str) -> Any:
    """A value of a field that may hold anything, as `to_tagged` writes it."""
    if raw is None or isinstance(raw, (bool, str)):
        return raw
    if not isinstance(raw, Mapping):
        return read_integer(raw, field)
    if len(raw) != 1:
        raise InvalidValueError("not_one_word", field=field, value=raw)
    tag, inner = next(iter(raw.items()))
    kind: Any = class_tagged(tag)
    if not (isinstance(kind, type) and issubclass(kind, Generic)):
        return read_plain(kind, inner)
    make: Any = kind
    fields = given_fields(make)
    if not isinstance(inner, list) or len(inner) != len(fields):
        raise InvalidValueError("wrong_length", field=field, value=inner, length=len(fields))
    return make(*(_read_tagged(part, field) for part in inner))


def read_integer(raw: Any, field: str) -> int:
    """A whole number, however large: what follows from counts by arithmetic may be more than any count."""
    return raw if type(raw) is int else checks.whole_number(raw, field)


def _read_fraction(raw: Any, field: str) -> Fraction:
    parts = table_of(raw, ("numerator", "denominator"))
    denominator = read_integer(parts["denominator"], field)
    if denominator <= 0:
        raise InvalidValueError("zero_denominator", field=field, value=raw)
    return Fraction(read_integer(parts["numerator"], field), denominator)


def _read_decimal(raw: Any, field: str) -> Decimal:
    if isinstance(raw, str) and DECIMAL.fullmatch(raw) and abs(Decimal(raw)) <= checks.LARGEST:
        return Decimal(raw)
    raise InvalidValueError("not_exact", field=field, value=raw)


_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def _read_date(raw: Any, field: str) -> date:
    """A day as ISO 8601 text; or as TOML has one."""
    if isinstance(raw, date) and not isinstance(raw, datetime):
        return raw
    if isinstance(raw, str) and _DAY.fullmatch(raw):
        try:
            return date.fromisoformat(raw)
        except ValueError:
            pass
    raise InvalidValueError("not_a_day", field=field, value=raw)


def table_of(raw: Any, needed: tuple[str, ...], allowed: tuple[str, ...] | None = None) -> Mapping[str, Any]:
    """`raw` where it is a table with all the keys that are needed, and no others than are allowed.

    >>> table_of({"amount": 5}, ("amount", "unit"))
    Traceback (most recent call last):
    ...
    kesos.errors.InvalidValueError: {'amount': 5} is not a table of amount, unit
    """
    keys = allowed or needed
    if isinstance(raw, Mapping) and set(needed) <= set(raw) <= set(keys):
        return raw
    raise InvalidValueError("wrong_type.table_of", value=raw, keys=keys)


_BUILTINS: dict[Any, Callable[[Any, str], Any]] = {
    Any: _read_tagged,
    int: checks.whole_number,
    str: _read_text,
    bool: checks.flag,
    date: _read_date,
    Fraction: _read_fraction,
    Decimal: _read_decimal,
}


def read_plain(kind: type[T], raw: Any) -> T:
    """What `to_plain` made of a `kind`, as one again.

    Raises:
        RecordError: It is not one; every fault is listed with its path.

    >>> from kesos.values import Text
    >>> read_plain(Text, {"id": "Beras", "en": "Rice"})
    Text(id='Beras', en='Rice')
    """
    return _finished(kind, lambda reader: reader.read(kind, raw, ""))


def read_fields(kind: type[T], raw: Any) -> T:
    """What `plain_fields` made of a `kind`, as one again, where some of them are written in a way of their own."""
    return _finished(kind, lambda reader: reader.read_fields(kind, raw, ""))


def _finished(kind: type[T], read: Callable[[Reader], Any]) -> T:
    reader = Reader()
    value = read(reader)
    if reader.faults:
        raise RecordError("record.not_a", faults=tuple(reader.faults), kind=class_of(kind).__name__)
    return cast(T, value)
