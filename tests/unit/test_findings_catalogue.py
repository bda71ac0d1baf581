"""Every sentence of the audit is held against the catalogue: known, complete, filled alike in both languages, used."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from kesos import audit
from kesos.audit import RULES, Audit, finding
from kesos.values import Printed
from kesos.words import catalogue

SOURCE = Path(audit.__file__).parent
ENTRIES = catalogue("findings")
OF_ITSELF = {"printed", "computed"}
NOT_PARAMETERS = {"severity", "wording", "concerns"}


class Use(NamedTuple):
    """One place in the code that says a finding: the sentences that it may choose, and what it fills them with."""

    place: str
    keys: tuple[str, ...]
    given: frozenset[str]


def uses() -> Iterator[Use]:
    """Every place in the rules that says a finding, and the sentences that an audit says of itself."""
    for file in sorted(SOURCE.glob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        functions = {each.name: each for each in tree.body if isinstance(each, ast.FunctionDef)}
        for function in functions.values():
            for code in codes(function):
                for call in odd_ones(function, functions):
                    yield said(f"{file.name}:{call.lineno}", code, call)
        for call in calls(tree, "Sentence"):
            catalogue_name, key, parameters = (ast.unparse(each) for each in call.args)
            if ast.literal_eval(catalogue_name) == "findings":
                filled = ast.parse(parameters, mode="eval").body
                assert isinstance(filled, ast.Dict)
                names = frozenset(str(ast.literal_eval(each)) for each in filled.keys if each is not None)
                yield Use(f"{file.name}:{call.lineno}", (ast.literal_eval(key),), names)


def calls(node: ast.AST, name: str) -> Iterator[ast.Call]:
    for each in ast.walk(node):
        if isinstance(each, ast.Call) and isinstance(each.func, ast.Name) and each.func.id == name:
            yield each


def codes(function: ast.FunctionDef) -> Iterator[str]:
    """The code above a rule; a function that is none has no code."""
    for decorator in function.decorator_list:
        for call in calls(decorator, "rule"):
            yield ast.literal_eval(call.args[0])


def odd_ones(function: ast.FunctionDef, functions: dict[str, ast.FunctionDef]) -> Iterator[ast.Call]:
    """Every `Odd(...)` in a rule, and in the functions beside it that it calls."""
    yield from calls(function, "Odd")
    for other in functions.values():
        if other is not function and any(calls(function, other.name)):
            yield from odd_ones(other, functions)


def said(place: str, code: str, call: ast.Call) -> Use:
    given = {word.arg: word.value for word in call.keywords if word.arg}
    wordings = tuple(literals(given.get("wording", ast.Constant(None))))
    assert wordings, f"{place}: the wording is not written out"
    keys = tuple(code if wording is None else f"{code}.{wording}" for wording in wordings)
    return Use(place, keys, frozenset(given) - NOT_PARAMETERS)


def literals(node: ast.expr) -> Iterator[str | None]:
    """The words that an argument may be: a literal, or one of the two ends of an if."""
    if isinstance(node, ast.Constant):
        assert node.value is None or isinstance(node.value, str)
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from literals(node.body)
        yield from literals(node.orelse)


USES = list(uses())
USED = {key for use in USES for key in use.keys}


def test_every_rule_says_its_findings_by_its_code() -> None:
    assert {key.partition(".")[0] for key in USED} == {rule.code for rule in RULES} | {"audit"}


def test_every_sentence_that_a_rule_says_is_in_the_catalogue_and_none_is_unused() -> None:
    assert set(ENTRIES) == USED


def test_every_sentence_is_given_all_that_fills_it_and_nothing_besides() -> None:
    for use in USES:
        places = [ENTRIES[key].places() for key in use.keys]
        for needed in places:
            assert needed - OF_ITSELF <= use.given, use
        assert use.given <= set().union(*places), use


def test_both_languages_of_a_sentence_tell_the_same() -> None:
    for key, entry in ENTRIES.items():
        assert entry.hint is None, key
        assert entry._replace(en="").places() == entry._replace(id="").places(), key


def test_every_rule_of_every_module_is_run() -> None:
    made = {
        code
        for file in SOURCE.glob("_on_*.py")
        for function in ast.parse(file.read_text(encoding="utf-8")).body
        if isinstance(function, ast.FunctionDef)
        for code in codes(function)
    }
    assert made == {rule.code for rule in RULES}


def test_every_rule_has_a_name_in_both_languages_and_a_rule_of_ones_own_its_code() -> None:
    names = catalogue("rules")
    assert set(names) == {rule.code for rule in RULES}
    found = [finding(code, "error", Printed("1", source="x"), 2, "satu", "one") for code in ("sum", "own_rule")]
    shown = Audit(report="contoh", findings=found, counts={})
    assert [row[0] for row in shown.table("id").rows] == ["penjumlahan", "own_rule"]
    assert [row[0] for row in shown.table("en").rows] == ["sum", "own_rule"]
