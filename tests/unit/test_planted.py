"""Each law of the suite has a fault that it is tried against, and each fault can be planted where it says."""

from __future__ import annotations

import ast
from collections import Counter
from typing import Any

import pytest
from checkout import CHECKOUT, load

LAWS = ("tests/laws/test_*.py", "tests/twins/test_*.py")

runner = load("benchmarks/planted.py")
FAULTS: list[dict[str, Any]] = runner.faults()


def laws() -> set[str]:
    """Every test of these files, by the name that pytest calls it."""
    found: set[str] = set()
    for glob in LAWS:
        for path in sorted(CHECKOUT.glob(glob)):
            body = ast.parse(path.read_text(encoding="utf-8")).body
            tests = [each.name for each in body if isinstance(each, ast.FunctionDef) and each.name.startswith("test_")]
            found |= {f"{path.relative_to(CHECKOUT).as_posix()}::{name}" for name in tests}
    return found


def test_each_law_has_a_fault_that_it_is_tried_against() -> None:
    listed = {law for fault in FAULTS for law in fault["laws"]}
    assert len(laws()) > 150
    assert laws() - listed == set(), "give each a fault of its kind in tests/planted.toml"
    assert listed - laws() == set()


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault["about"])
def test_a_fault_can_be_planted_where_it_says(fault: dict[str, Any]) -> None:
    assert fault.keys() == {"about", "file", "old", "new", "laws"}
    assert fault["laws"]
    text = (CHECKOUT / fault["file"]).read_text(encoding="utf-8")
    changed = runner.planted(text, fault)
    assert changed != text
    assert ast.dump(ast.parse(changed)) != ast.dump(ast.parse(text))


def test_a_fault_is_listed_once() -> None:
    twice = Counter((fault["file"], fault["old"], fault["new"]) for fault in FAULTS)
    assert [fault for fault, times in twice.items() if times > 1] == []


def test_a_fault_whose_place_is_gone_or_there_twice_is_told() -> None:
    for text in ("b", "a a"):
        with pytest.raises(ValueError, match="times"):
            runner.planted(text, {"file": "f", "old": "a", "new": "c"})


def test_what_pytest_says_is_read_law_by_law() -> None:
    said = (
        "FAILED tests/laws/test_a.py::test_b[x y] - assert 1\nPASSED tests/laws/test_a.py::test_c\nERROR tests/a.py\n"
    )
    assert runner.OUTCOME.findall(said) == [
        ("FAILED", "tests/laws/test_a.py::test_b"),
        ("PASSED", "tests/laws/test_a.py::test_c"),
    ]
