"""What a class holds, as its fields declare it: what is written, what is read, and what a schema says."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

import attrs

from kesos import _checks as checks
from kesos.errors import InvalidValueError

Plain = dict[str, Any]
Check = Callable[[Any, str], Any]

WRITTEN_AS = "written_as"
"""In the metadata of a field: what a record calls it, where that is a keyword of Python, such as "from"."""


def _named(check: Callable[[Any, str], Any]) -> str:
    return check.__qualname__


@attrs.frozen(eq=False)
class Refined:
    """What a field asks of a builtin besides its type: the check it is read with, and its schema."""

    check: Callable[[Any, str], Any] = attrs.field(repr=_named)
    schema: Mapping[str, Any]


COUNT: Plain = {"type": "integer", "minimum": 0}

Tally = Annotated[int, Refined(checks.count, COUNT)]
"""A field that holds a count, and says so to whoever reads it out of a record: `people: Tally | None`."""


@cache
def given_fields(kind: Any) -> Mapping[str, attrs.Attribute[Any]]:
    """The fields that a class is made from, by the name that a record gives them.

    That is the name under which they are passed in, or, where Python has no such name, what is under `WRITTEN_AS`.
    """
    return {field.metadata.get(WRITTEN_AS, field.alias): field for field in attrs.fields(class_of(kind)) if field.init}


def is_always_written(field: attrs.Attribute[Any]) -> bool:
    """Whether a record always has the field: where it has no default, or one that depends on other fields."""
    return field.default is attrs.NOTHING or hasattr(field.default, "takes_self")


def class_of(kind: Any) -> Any:
    """The class of a type: itself, or the generic one of `Span[int]`."""
    return get_origin(kind) or kind


@cache
def field_types(kind: Any) -> dict[str, Any]:
    """The type of each field, by the field's own name; those of `Span[int]` are int."""
    cls = class_of(kind)
    hints = get_type_hints(cls, include_extras=True)
    bound = dict(zip(getattr(cls, "__parameters__", ()), get_args(kind), strict=False))
    return {name: _bound(hint, bound) for name, hint in hints.items()}


def _bound(hint: Any, bound: Mapping[Any, Any]) -> Any:
    """A type variable as what it stands for, or as any of what it may stand for."""
    if not isinstance(hint, TypeVar):
        return hint
    return bound[hint] if hint in bound else Union[hint.__constraints__]  # noqa: UP007  # of a tuple


def check_fields(made: Any) -> None:
    """Holds each field of a value that is being made against its declared type; a list becomes a tuple.

    For classes that kesos makes and that anybody can make: one line in `__attrs_post_init__`, and no field forgotten.
    """
    cls: Any = type(made)
    for name, check in _checks_by_type(cls):
        checks.settle(made, check, name)


@cache
def _checks_by_type(cls: Any) -> tuple[tuple[str, Check], ...]:
    types = field_types(cls)
    return tuple((field.name, _check_of(types[field.name])) for field in attrs.fields(cls) if field.init)


def _check_of(kind: Any) -> Check:
    """What holds a value against a declared type: a class, a text, a flag, a tuple of one of them, or one or None."""
    if is_union(kind):
        known = _check_of(*options_of(kind))
        return lambda value, field: None if value is None else known(value, field)
    if get_origin(kind) is tuple:
        one = _check_of(get_args(kind)[0])
        return lambda value, field: checks.each(one, value, field)
    plain: dict[Any, Check] = {bool: checks.flag, str: checks.text, date: _day}
    return plain.get(kind) or (lambda value, field: checks.instance(value, field, kind))


def _day(value: object, field: str) -> date:
    if isinstance(value, datetime):  # a moment is no day, and pandas' missing day is one
        raise InvalidValueError("not_a_day", field=field, value=value)
    return checks.instance(value, field, date)


def is_class(kind: Any) -> bool:
    """Whether a type is a class that is written by its fields, or in a way of its own."""
    cls = class_of(kind)
    return isinstance(cls, type) and (hasattr(cls, "__plain__") or attrs.has(cls))


def is_union(kind: Any) -> bool:
    """Whether a type chooses among several."""
    return get_origin(kind) in (Union, UnionType)


def bare(kind: Any) -> Any:
    """A type without what is asked besides: `int` of a `Tally`."""
    return get_args(kind)[0] if get_origin(kind) is Annotated else kind


def options_of(kind: Any) -> tuple[Any, ...]:
    """What a type chooses among, but for None.

    >>> options_of(int | str | None)
    (<class 'int'>, <class 'str'>)
    """
    return tuple(option for option in get_args(kind) if option is not type(None))


def fits(kind: Any, value: Any) -> bool:
    """Whether a value is of a declared type, as far as it shows: what a tuple holds is looked at by itself.

    >>> fits(int, 3), fits(int, True), fits(tuple[int, ...], ("a",)), fits(Any, "a")
    (True, False, True, True)
    """
    if kind is Any:
        return True
    if get_origin(kind) is Literal:
        return any(type(word) is type(value) and word == value for word in get_args(kind))
    cls = class_of(bare(kind))
    return isinstance(value, cls) and (cls is not int or not isinstance(value, bool))


def words_of(kind: Any) -> tuple[str, ...]:
    """The words that a type allows, in a Literal or in a union with one.

    >>> from typing import Literal
    >>> words_of(Literal["open", "unknown"] | int)
    ('open', 'unknown')
    """
    options = get_args(kind)
    return tuple(word for option in options for word in (get_args(option) or (option,)) if isinstance(word, str))
