"""What a docstring says that a public class or function takes is what it takes."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any, is_typeddict

import attrs
import pytest

from kesos._package import homes
from kesos.values import Percentage, Quantity

SECTION = re.compile(r"^(Args|Attributes|Returns|Yields|Raises|Source):$", re.MULTILINE)
NAMED = re.compile(r"^    \*{0,2}(\w+):", re.MULTILINE)
ELSEWHERE = "as are all arguments but these"
"""In the place of arguments that another function documents."""
OF_EVOLVE: dict[Any, set[str]] = {Percentage: {"exact"}, Quantity: {"held_in"}}
"""What `attrs.evolve` and `copy.replace` pass on, and nobody else."""


def named(section: str, thing: Any) -> list[str]:
    """What a section of a docstring names, in its order."""
    _first, *parts = SECTION.split(inspect.cleandoc(thing.__doc__ or ""))
    return NAMED.findall(dict(zip(parts[::2], parts[1::2], strict=True)).get(section, ""))


def public() -> Iterator[tuple[str, Any]]:
    """Every public class and function, and the public methods of the classes, by where it is found."""
    for door in sorted(name for name, home in homes("kesos").items() if home == "kesos"):
        module = import_module(f"kesos.{door}")
        for name in module.__all__:
            value = getattr(module, name)
            if inspect.isroutine(value) or (inspect.isclass(value) and value.__module__.startswith("kesos")):
                yield f"{door}.{name}", value
            if inspect.isclass(value):
                yield from (
                    (f"{door}.{name}.{each}", method)
                    for each, method in inspect.getmembers(value, _is_own)
                    if not each.startswith("_")
                )


def _is_own(part: Any) -> bool:
    return (inspect.isfunction(part) or inspect.ismethod(part)) and str(part.__module__).startswith("kesos")


def taken(thing: Any) -> list[str]:
    """The arguments of a call, or the keys of a typed dict."""
    return list(thing.__annotations__ if is_typeddict(thing) else inspect.signature(thing).parameters)


def falsely_named(thing: Any) -> list[str]:
    """The arguments that its docstring names and that it does not take."""
    return [name for name in named("Args", thing) if name not in taken(thing)]


def unnamed(thing: Any) -> list[str]:
    """The arguments that it takes and that its docstring, which names some, leaves out; a class inherits its bases'."""
    bases: tuple[Any, ...] = thing.__mro__ if inspect.isclass(thing) else (thing,)
    said = {name for each in bases for name in named("Args", each)} | OF_EVOLVE.get(thing, set()) | {"self"}
    return [name for name in taken(thing) if name not in said]


PUBLIC = dict(public())
WITH_ARGUMENTS = [name for name, thing in PUBLIC.items() if named("Args", thing)]
WITH_ATTRIBUTES = [name for name, thing in PUBLIC.items() if attrs.has(thing) and named("Attributes", thing)]


@pytest.mark.parametrize("name", WITH_ARGUMENTS)
def test_an_argument_that_is_documented_is_one(name: str) -> None:
    assert falsely_named(PUBLIC[name]) == []


@pytest.mark.parametrize("name", WITH_ARGUMENTS)
def test_where_arguments_are_documented_none_is_left_out(name: str) -> None:
    thing = PUBLIC[name]
    assert unnamed(thing) == [] or ELSEWHERE in " ".join(thing.__doc__.split())


@pytest.mark.parametrize(
    "name", [name for name, thing in PUBLIC.items() if attrs.has(thing) and named("Attributes", thing)]
)
def test_an_attribute_that_is_documented_is_one(name: str) -> None:
    kind = PUBLIC[name]
    fields = [field.name for field in attrs.fields(kind)]
    assert [each for each in named("Attributes", kind) if each not in fields and not hasattr(kind, each)] == []


def test_what_is_documented_wrongly_is_found() -> None:
    def share(part: int, *, of: int, **options: Any) -> None:
        """A share.

        Args:
            part: The part, in a line that goes
                on: here.
            whole: What it is a part of.
            **options: The rest.

        Raises:
            ValueError: It is larger.
        """

    assert named("Args", share) == ["part", "whole", "options"]
    assert named("Raises", share) == ["ValueError"]
    assert falsely_named(share) == ["whole"]
    assert unnamed(share) == ["of"]


def test_many_are_looked_at() -> None:
    kinds: tuple[Callable[[Any], bool], ...] = (inspect.isclass, inspect.isfunction)
    for kind in kinds:
        assert sum(kind(PUBLIC[name]) for name in WITH_ARGUMENTS) > 50
