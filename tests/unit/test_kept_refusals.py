"""A refusal that is kept with an answer: each who asks is given a copy of it."""

from __future__ import annotations

import ast
import traceback
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import attrs
import pytest

import kesos
from kesos.deliveries import reconcile
from kesos.errors import KesosError, UnknownValueError, UnspecifiedQuantityError
from kesos.events import DisasterEvent
from kesos.planning import Stock, compare, shortfall
from kesos.relief import entitle, entitle_all, entitle_range, total
from kesos.standards import PEDUM_2003, loads_standard

LAW = loads_standard((Path(__file__).parent / "every_shape.toml").read_text("utf-8"))
"""A made-up standard."""
EVENT = DisasterEvent(hazard="flood", place="x", period="2021-12-31", families=10)
DAYS: Any = {"water": 7, "pack": 7, "rent": 60, "wage": 2}
ANSWER = entitle(EVENT, LAW, days=DAYS, extended=True)
FLOOD = DisasterEvent(hazard="flood", place="x", period="2017-02-25", people=860)

KEEPERS: dict[str, tuple[Mapping[str, Any], str]] = {
    "an answer": (ANSWER, "water"),
    "what an answer leaves blank": (ANSWER, "plate"),
    "a range": (entitle_range(FLOOD, PEDUM_2003, recipients={"plates": 3}), "plates"),
    "a total": (total([ANSWER]), "water"),
    "effects": (compare(EVENT, LAW, days=DAYS, extended=True), "water"),
    "what effects leave blank": (compare(EVENT, LAW, days=DAYS, extended=True), "plate"),
    "a gap": (shortfall(total([ANSWER]), Stock({})), "water"),
    "an account": (reconcile(ANSWER, []), "water"),
}


def refused(kept: Mapping[str, Any], code: str) -> KesosError:
    with pytest.raises(KesosError) as caught:
        kept[code]
    return caught.value


@pytest.mark.parametrize("name", KEEPERS)
def test_asking_again_is_refused_as_before(name: str) -> None:
    """A refusal that is raised itself grows by where it was raised with each look-up."""
    kept, code = KEEPERS[name]
    asked = [refused(kept, code) for _ in range(3)]
    assert len({len(traceback.extract_tb(error.__traceback__)) for error in asked}) == 1
    assert asked[0] == asked[1] == asked[2]
    assert len(set(map(id, asked))) == 3


def test_what_is_kept_is_not_what_is_raised() -> None:
    (unknown, *_), (blank, *_) = ANSWER.unknown, ANSWER.unspecified
    assert unknown.refusal() == unknown.error
    assert unknown.refusal() is not unknown.error
    assert unknown.error.__traceback__ is None
    assert isinstance(blank.refusal(), UnspecifiedQuantityError)
    assert blank.refusal().field == blank.code
    left_out = entitle_all([attrs.evolve(FLOOD, people=None)], PEDUM_2003, days=7).refused[0]
    assert isinstance(left_out.refusal(), UnknownValueError)
    assert left_out.refusal() is not left_out.error


def test_nothing_raises_the_refusal_that_it_keeps() -> None:
    kept = [
        f"{file}:{node.lineno}"
        for file in sorted(Path(kesos.__file__).parent.rglob("*.py"))
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Attribute) and node.exc.attr == "error"
    ]
    assert kept == []
