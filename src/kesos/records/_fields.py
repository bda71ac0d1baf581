"""What an attrs class holds, as its fields declare it: what is written, what is read, and what a schema says."""

from __future__ import annotations

from functools import cache
from typing import Any, get_args, get_type_hints

import attrs


def given_fields(kind: Any) -> dict[str, attrs.Attribute[Any]]:
    """The fields that a class is made from, by the name that a record gives them."""
    return {field.alias: field for field in attrs.fields(kind) if field.init}


def is_always_written(field: attrs.Attribute[Any]) -> bool:
    """Whether a record always has the field: where it has no default, or one that depends on other fields."""
    return field.default is attrs.NOTHING or hasattr(field.default, "takes_self")


@cache
def field_types(kind: Any) -> dict[str, Any]:
    """The type of each field, by the field's own name."""
    return get_type_hints(kind)


def options_of(kind: Any) -> tuple[Any, ...]:
    """What a type chooses among, but for None.

    >>> options_of(int | str | None)
    (<class 'int'>, <class 'str'>)
    """
    return tuple(option for option in get_args(kind) if option is not type(None))


def words_of(kind: Any) -> tuple[str, ...]:
    """The words that a type allows, in a Literal or in a union with one.

    >>> from typing import Literal
    >>> words_of(Literal["open", "unknown"] | int)
    ('open', 'unknown')
    """
    options = get_args(kind)
    return tuple(word for option in options for word in (get_args(option) or (option,)) if isinstance(word, str))
