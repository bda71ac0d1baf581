"""Whatever public class has a value, it is written and comes back equal, with the same types.

The classes are found through the public names, and a value of each through real answers: a class that is added is
tried without being listed here.
"""

from __future__ import annotations

import inspect
import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, get_origin

import attrs
import pytest
from checkout import load

import kesos
from kesos import counts, planning, programs, services, standards
from kesos.errors import InvalidValueError
from kesos.records import Recorded

calls = load("tests/unit/test_public_calls.py")


def recorded() -> Iterator[type[Any]]:
    """Every public class whose values are written and read; those that others extend and nobody makes are left out."""
    for door in calls.doors():
        for name in door.__all__:
            kind = getattr(door, name)
            if isinstance(kind, type) and get_origin(kind) is None and hasattr(kind, "from_json"):
                yield kind


KINDS = sorted(
    {kind for kind in recorded() if attrs.has(kind) or "__read__" in vars(kind)}, key=lambda kind: kind.__name__
)
EXTENDED = {"Clause"}
"""What others extend and nobody makes."""


def more() -> Iterator[Any]:
    """Answers beside those of the walk, since what they are made of must fit."""
    flood = kesos.DisasterEvent(hazard="banjir", place="Umpang", period="2017-02-25", people=9, families=3)
    stock = planning.Stock({"rice": kesos.Quantity(500, "kg"), "side_dishes": kesos.Quantity(900_000, "IDR")})
    yield standards.load_standard(Path(__file__).with_name("every_shape.toml"))
    yield planning.allocate([flood], kesos.PEDUM_2003, stock, policy="in_order")
    yield planning.days_covered(flood, kesos.PEDUM_2003, stock)
    yield programs.benefit_owed("BPNT", families=2, first="2019-01", last="2019-02").parts
    yield planning.plan_days([flood], kesos.PEDUM_2003, stock)
    yield planning.days_affordable([flood], kesos.PEDUM_2003, kesos.Quantity(900, "IDR"), items=["side_dishes"])
    yield standards.Between(1, 3)
    family = kesos.Household(members=[kesos.Beneficiary(age=3), kesos.Beneficiary(elderly=True)], very_poor=True)
    yield programs.conflicts(programs.eligibility(code, family, on="2017-06-01") for code in ("PKH", "ASLUT"))
    yield (counts.Count.HOUSE, kesos.Printed("12 KK", kesos.Quantity(12, "family"), source="p. 3"))
    status = calls.constructors.arguments(services.EmergencyStatus)
    yield services.EmergencyStatus(**{**status, "severity": kesos.Printed("II", 2, source="p. 3")})
    source = kesos.Citation(regulation="x", locator="y")
    yield programs.NobodyClause(code="no_child", text=kesos.Text("a", "b"), ages=(0, 4), citation=source)


@cache
def others() -> dict[type, Any]:
    """A value of each class in those."""
    found: dict[type, Any] = {}
    waiting = list(more())
    while waiting:
        value = waiting.pop()
        found.setdefault(type(value), value)
        if isinstance(value, tuple):
            waiting.extend(value)
        elif attrs.has(type(value)):
            waiting.extend(getattr(value, field.name) for field in attrs.fields(type(value)))
    return found


def value_of(kind: type[Any]) -> Any:
    for found in (others(), calls.found()):
        if kind in found:
            return found[kind]
    return calls.constructors.make(kind)


def kinds_in(value: Any) -> list[str]:
    """The class of each part of a value, in order."""
    found = [type(value).__name__]
    if attrs.has(type(value)):
        parts = [getattr(value, field.name) for field in attrs.fields(type(value)) if field.eq]
    elif isinstance(value, Mapping):
        parts = [*value, *value.values()]
    else:
        parts = list(value) if isinstance(value, tuple) else []
    return found + [kind for part in parts for kind in kinds_in(part)]


def test_there_are_many_such_classes_and_nearly_all_can_be_made() -> None:
    assert len(KINDS) > 80
    assert {kind.__name__ for kind in KINDS if inspect.isabstract(kind)} <= EXTENDED


@pytest.mark.parametrize(
    "kind", [kind for kind in KINDS if kind.__name__ not in EXTENDED], ids=lambda kind: kind.__name__
)
def test_a_value_of_every_public_class_comes_back_equal_with_the_same_types(kind: Any) -> None:
    value = value_of(kind)
    shown = {"personal": True} if "personal" in inspect.signature(kind.to_json).parameters else {}
    text = value.to_json(**shown)
    plain = value.to_dict(**shown)
    assert json.loads(text) == plain
    for back in (kind.from_json(text), kind.from_json(text.encode()), kind.from_dict(plain)):
        assert back == value
        assert kinds_in(back) == kinds_in(value)
        assert repr(back) == repr(value)
        assert back.to_json(**shown) == text
    assert issubclass(kind, Recorded) or kind.from_json(text) == value


def test_what_could_not_be_read_back_is_refused_when_it_is_written() -> None:
    several = kesos.Printed("1, a", (1, "a"), source="p. 3")
    own = kesos.Unit("crate", "crate", 1, kesos.Text("peti", "crate"), kesos.Text("peti", "crates"))
    for value in (several, own, attrs.evolve(counts.Count.HOUSE, code="stack", unit=own, axis={})):
        with pytest.raises(InvalidValueError) as caught:
            value.to_json()
        assert caught.value.code == "cannot_be_written"
