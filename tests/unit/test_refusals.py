"""Every refusal in the code is held against its entry in the catalogue: known, complete, in both languages, used."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import kesos
from kesos import errors
from kesos.errors import InvalidValueError, KesosError
from kesos.words import Catalogue, Entry, catalogue

SOURCE = Path(kesos.__file__).parent
KINDS = {name: kind for name, kind in vars(errors).items() if isinstance(kind, type) and issubclass(kind, KesosError)}
OF_ITSELF = {"value", "given", "field"}
NOT_PARAMETERS = {"field", "value", "hint", "code", "faults"}


class Use(NamedTuple):
    """One place in the code that says a sentence of a catalogue."""

    key: str
    given: frozenset[str]
    place: str


def used(catalogue_name: Catalogue) -> Iterator[Use]:
    """Every sentence of a catalogue that the code says, with the parameters that it fills it with."""
    for file in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
                continue
            keys = list(keys_of(node, catalogue_name))
            given = frozenset(word.arg for word in node.keywords if word.arg) - (NOT_PARAMETERS - {"value"})
            place = f"{file.relative_to(SOURCE)}:{node.lineno}"
            yield from (Use(key, given, place) for key in keys)


def keys_of(call: ast.Call, catalogue_name: Catalogue) -> Iterator[str]:
    name = call.func.id if isinstance(call.func, ast.Name) else ""
    if catalogue_name == "hints":
        yield from literals(call.args[0]) if name == "hint" and call.args else ()
    elif name in KINDS:
        yield from literals(call.args[0]) if call.args else (KINDS[name].code,)


def literals(node: ast.expr) -> Iterator[str]:
    """The texts that an argument may be: a literal, or one of the two ends of an if."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from literals(node.body)
        yield from literals(node.orelse)


REFUSED = list(used("refusals"))
HINTED = list(used("hints"))


@pytest.mark.parametrize(("name", "uses"), [("refusals", REFUSED), ("hints", HINTED)])
def test_every_sentence_that_the_code_says_is_in_its_catalogue_with_all_that_fills_it(
    name: Catalogue, uses: list[Use]
) -> None:
    entries = catalogue(name)
    assert len(uses) > len(entries) / 2
    faults = [f"{use.place}: {use.key} is not in {name}.toml" for use in uses if use.key not in entries]
    faults += [
        f"{use.place}: {use.key} is not given {missing}"
        for use in uses
        if use.key in entries
        for missing in sorted(entries[use.key].places() - use.given - OF_ITSELF)
    ]
    assert faults == []


def test_a_refusal_that_shows_a_value_is_given_one() -> None:
    entries = catalogue("refusals")
    bare = [
        use.place
        for use in REFUSED
        if use.key in entries and entries[use.key].places() & {"value", "given"} and "value" not in use.given
    ]
    assert bare == []


@pytest.mark.parametrize(("name", "uses"), [("refusals", REFUSED), ("hints", HINTED)])
def test_no_sentence_is_unused_and_both_languages_are_filled_alike(name: Catalogue, uses: list[Use]) -> None:
    entries = catalogue(name)
    said = {use.key for use in uses} | {kind.code for kind in KINDS.values()}
    assert sorted(set(entries) - said) == []
    for key, entry in entries.items():
        for each in (entry, entry.hint, entry.reader, entry.hint and entry.hint.reader):
            if each is not None:
                assert each.id.strip(), key
                assert each._replace(en="").places() == each._replace(id="").places(), key


PYTHON = re.compile(
    r"=|\(\)|\[\[|[a-z]\.[a-z]|[a-z]_[a-z]|(^|[\s(])\.[a-z]|[A-Z]\w+\("
    r"|\b(None|True|False|int|float|Decimal|Fraction|dict|tuple|divmod)\b"
)
"""What no reader of a form can do anything with."""
PLACES = re.compile(r"\{\w+(!r)?(:lower)?\}")
ADVICE = [
    *((f"hints: {key}", entry) for key, entry in catalogue("hints").items()),
    *((f"hint of {key}", entry.hint) for key, entry in catalogue("refusals").items() if entry.hint is not None),
]


@pytest.mark.parametrize(("key", "entry"), ADVICE, ids=[key for key, _ in ADVICE])
def test_advice_to_a_reader_has_no_python_in_it(key: str, entry: Entry) -> None:
    for words in entry.to_reader.id, entry.to_reader.en:
        assert not PYTHON.search(PLACES.sub("…", words)), key


def test_a_problem_told_to_a_reader_speaks_of_no_value_of_python() -> None:
    values = re.compile(r"\b(None|True|False|kesos\.\w+)\b")
    for key, entry in catalogue("refusals").items():
        for words in entry.to_reader.id, entry.to_reader.en:
            assert not values.search(PLACES.sub("…", words)), key


def test_what_a_reader_is_told_is_written_only_in_the_languages_in_which_it_differs() -> None:
    said = [(key, entry) for key, entry in catalogue("refusals").items()] + ADVICE
    differing = [(key, entry) for key, entry in said if entry.reader is not None]
    assert differing
    for name in ("refusals", "hints"):
        again = [(path, words) for path, words, own in readers(file_of(name), "") if words == own]
        assert again == []
    for key, entry in differing:
        assert entry.reader is not None
        assert entry.reader.en != entry.en, key


def file_of(name: str) -> dict[str, Any]:
    return tomllib.loads((SOURCE / "words" / f"{name}.toml").read_text(encoding="utf-8"))


def readers(table: dict[str, Any], path: str) -> Iterator[tuple[str, str, str]]:
    """Each sentence under `reader` as the file holds it, and the one that it stands in for."""
    for key, inner in table.items():
        if key == "reader":
            yield from ((f"{path}reader.{language}", words, table[language]) for language, words in inner.items())
        elif isinstance(inner, dict):
            yield from readers(inner, f"{path}{key}.")


def test_a_language_without_words_for_a_reader_speaks_to_readers_already() -> None:
    entry = Entry.read({"id": "kosongkan", "en": "give None", "reader": {"en": "leave it empty"}})
    assert (entry.to_reader.id, entry.to_reader.en) == ("kosongkan", "leave it empty")
    assert (entry.id, entry.en) == ("kosongkan", "give None")


def test_every_kind_of_error_has_a_sentence_for_its_code() -> None:
    assert sorted({kind.code for kind in KINDS.values()} - set(catalogue("refusals"))) == []


def test_no_refusal_is_written_in_words_of_its_own() -> None:
    """Code holds the judgement; what is said about it lies in the catalogue."""
    written: list[str] = []
    for file in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in KINDS and node.args:
                first = node.args[0]
                own = isinstance(first, ast.Call | ast.JoinedStr) or not list(literals(first))
                written += [f"{file.relative_to(SOURCE)}:{node.lineno}"] if own else []
    assert written == []


def test_a_key_that_no_catalogue_has_is_said_as_it_is() -> None:
    assert InvalidValueError("never_heard_of", field="x").message("id") == "x: never_heard_of"
    assert InvalidValueError("never_heard_of").hint is None
