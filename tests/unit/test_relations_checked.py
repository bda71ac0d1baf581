"""Every class of relation, found through the module's face, checks each of its arguments and keeps them as given."""

from __future__ import annotations

import inspect
from datetime import date
from typing import Any, get_args, get_origin, get_type_hints

import attrs
import pytest

from kesos import reports
from kesos.errors import InvalidValueError
from kesos.reports import Relation
from kesos.values import Citation, Printed, Quantity, Reading, Text

RELATIONS = [
    each
    for each in (getattr(reports, name) for name in reports.__all__)
    if inspect.isclass(each) and issubclass(each, Relation) and each is not Relation
]
WORDS = {"kind": "place", "better": "lower", "code": "fire", "group": "social"}
"""Texts of which a class takes only its own."""


def cell(text: str) -> Printed:
    return Printed(text, Quantity(int(text), "family"), source=Citation(regulation="a report", table="1"))


def sound(name: str, kind: object) -> Any:
    """What a field of this type is given."""
    if kind is str or name in WORDS:
        return WORDS[name]
    kinds = [each for each in (get_args(kind) if get_origin(kind) is not tuple else [kind]) if each is not type(None)]
    kind = kinds[0] if kinds else kind
    if get_origin(kind) is tuple:
        return [sound(name, get_args(kind)[0])]
    made: dict[object, Any] = {
        Printed: cell("1"),
        int: 2017,
        bool: True,
        date: date(2017, 3, 1),
        Text: Text("satu", "one"),
        Reading: Reading(word="-", read_as="0", reason=Text("kosong berarti nol", "a blank is zero")),
        Citation: Citation(regulation="a report", table="2"),
    }
    return made[kind]


def given(kind: type[Relation]) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {each.name: sound(each.name, hints[each.name]) for each in attrs.fields(kind)}


FIELDS = [(kind, each.name) for kind in RELATIONS for each in attrs.fields(kind)]


@pytest.mark.parametrize("kind", RELATIONS)
def test_a_relation_keeps_what_it_is_given_and_lists_as_tuples(kind: type[Relation]) -> None:
    values = given(kind)
    made = kind(**values)
    for name, value in values.items():
        kept = getattr(made, name)
        assert kept == (tuple(value) if isinstance(value, list) else value)
        assert type(kept) is (tuple if isinstance(value, list) else type(value))


@pytest.mark.parametrize(("kind", "name"), FIELDS)
@pytest.mark.parametrize("junk", [object(), {"a": 1}, 1.5, b"x"], ids=["object", "mapping", "float", "bytes"])
def test_no_argument_of_a_relation_takes_what_is_of_no_use_to_it(kind: type[Relation], name: str, junk: object) -> None:
    values = given(kind)
    within = [junk] if isinstance(values[name], list) else junk
    with pytest.raises(InvalidValueError) as caught:
        kind(**values | {name: within})
    assert caught.value.field in (name, f"{name}[0]")
    assert caught.value.code != "nothing_printed"


@pytest.mark.parametrize(("kind", "name"), [(kind, name) for kind, name in FIELDS if type(given(kind)[name]) is int])
def test_a_number_of_a_relation_is_not_negative(kind: type[Relation], name: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        kind(**given(kind) | {name: -1})
    assert (caught.value.field, caught.value.value) == (name, -1)


@pytest.mark.parametrize(("kind", "name"), [(kind, name) for kind, name in FIELDS if type(given(kind)[name]) is list])
def test_a_list_of_a_relation_is_no_single_thing(kind: type[Relation], name: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        kind(**given(kind) | {name: 5})
    assert caught.value.field == name


@pytest.mark.parametrize("kind", RELATIONS)
def test_only_the_first_figure_of_a_relation_is_given_without_its_name(kind: type[Relation]) -> None:
    _, *others = inspect.signature(kind).parameters.values()
    assert {each.kind for each in others} == {inspect.Parameter.KEYWORD_ONLY}


@pytest.mark.parametrize("kind", RELATIONS)
def test_what_a_relation_can_do_without_is_none_or_certain_unless_given(kind: type[Relation]) -> None:
    needed = {
        name: value
        for name, value in given(kind).items()
        if inspect.signature(kind).parameters[name].default is inspect.Parameter.empty
    }
    made = kind(**(needed or {"people": cell("1")}))
    left_out = {each.name: getattr(made, each.name) for each in attrs.fields(kind) if each.name not in needed}
    left_out.pop("people", None)
    assert left_out.pop("certain") is True
    assert {name: value for name, value in left_out.items() if value not in (None, ())} == (
        {"at_most": False} if kind is reports.BudgetFor else {}
    )


@pytest.mark.parametrize("name", ["what", "stated_in", "certain", "guess"], ids=lambda name: f"Relation-{name}")
def test_what_every_relation_may_say_is_checked_in_each(name: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        reports.SumOf(cell("1"), parts=[cell("1")], **{name: 1.5})
    assert caught.value.field == name
