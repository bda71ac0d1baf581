"""Three values: yes, no, not known."""

import itertools
from collections.abc import Callable

import pytest

from kesos.values import Text, Truth, all_of, any_of, known

VALUES = (True, False, None)
WHY = Text("karena", "because")


def truth(value: bool | None, name: str) -> Truth:
    return known(value, name, Text(f"{name} id", f"{name} en"))


@pytest.mark.parametrize(("a", "b"), list(itertools.product(VALUES, repeat=2)))
def test_strong_kleene_tables(a: bool | None, b: bool | None) -> None:
    rank = {False: 0, None: 1, True: 2}
    value = {0: False, 1: None, 2: True}
    parts = [truth(a, "a"), truth(b, "b")]
    assert all_of(parts).holds is value[min(rank[a], rank[b])]
    assert any_of(parts).holds is value[max(rank[a], rank[b])]


@pytest.mark.parametrize("join", [all_of, any_of])
def test_what_is_missing_is_named_once_and_only_where_it_matters(join: Callable[[list[Truth]], Truth]) -> None:
    assert join([truth(None, "a"), truth(None, "b"), truth(None, "a")]).missing == ("a", "b")
    assert join([truth(True, "a"), truth(False, "b"), truth(None, "c")]).missing == ()


def test_reasons_are_kept_where_something_holds() -> None:
    assert all_of([truth(True, "a"), truth(True, "b")]).because == Text("a id, b id", "a en, b en")
    assert any_of([truth(True, "a"), truth(None, "b")]).because == Text("a id", "a en")
    assert all_of([truth(True, "a"), truth(None, "b")]).because is None
    assert all_of([Truth(True), Truth(True)]).because is None


def test_of_nothing_all_hold_and_none_does() -> None:
    assert all_of([]).holds is True
    assert any_of([]).holds is False


def test_a_field_is_missing_where_it_is_not_known() -> None:
    assert known(None, "a", WHY) == Truth(None, ("a",))
    assert known(False, "a", WHY) == Truth(False)
    assert known(True, "a", WHY) == Truth(True, (), WHY)
