"""Nothing that is returned shares a mutable part with kesos or another answer, however Python is started."""

from __future__ import annotations

import ast
import copy
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from enum import Enum
from functools import partial
from pathlib import Path
from types import FunctionType, MethodType, ModuleType
from typing import Any

import attrs
import pytest
from checkout import CHECKOUT, load

from kesos import counts, events, schemas
from kesos.errors import KesosError
from kesos.relief import Refusal, entitle_all
from kesos.standards import PEDUM_2003

HOUSE = Path(schemas.__file__).parents[1]

calls = load("tests/unit/test_public_calls.py")

MUTABLE = (dict, list, set, bytearray)
LIKE_A_VALUE = (type, ModuleType, FunctionType, MethodType, BaseException)


def mutable_parts(value: Any) -> Iterator[Any]:
    """What can be changed and that a caller reaches by public names, indices and keys; each once."""
    waiting, seen = [value], set[int]()
    while waiting:
        part = waiting.pop()
        if id(part) in seen or isinstance(part, LIKE_A_VALUE):
            continue
        seen.add(id(part))
        if isinstance(part, MUTABLE):
            yield part
        waiting.extend(_inside(part))


def _inside(part: Any) -> list[Any]:
    if isinstance(part, (str, bytes, int, Enum)):
        return []
    if isinstance(part, Mapping):
        return [*part.keys(), *part.values()] if isinstance(part, (dict, *_MAPPINGS)) else []
    if isinstance(part, (list, tuple, set, frozenset)):
        return list(part)
    if attrs.has(type(part)):
        return [getattr(part, field.name) for field in attrs.fields(type(part)) if field.name[0] != "_"]
    return []


_MAPPINGS = (counts.Counts, counts.ByClass, events.Traits)

ANSWERED: dict[str, Callable[[], Any]] = {}
"""What is answered to what a callable is called with as it should be."""
for _name in calls.TRIED:
    ANSWERED[_name] = partial(calls.CALLEES[_name].called, calls.CALLEES[_name].given)


def answer(name: str) -> Any:
    """What a callable answers; None where it refuses, or where Python does."""
    try:
        return ANSWERED[name]()
    except (KesosError, TypeError, OSError):
        return None


def given_by_caller(name: str) -> set[int]:
    return {id(part) for part in mutable_parts(list(calls.CALLEES[name].given.values()))}


def test_two_answers_share_nothing_that_can_be_changed() -> None:
    shared: list[str] = []
    for name in ANSWERED:
        one, other = answer(name), answer(name)
        mine = {id(part) for part in mutable_parts(one)} - given_by_caller(name)
        shared += [name for part in mutable_parts(other) if id(part) in mine]
    assert not shared


def plainly_given(name: str) -> set[int]:
    """What can be changed of what a caller gave, but for what is held by a value of kesos's own."""
    waiting = list(calls.CALLEES[name].given.values())
    found: set[int] = set()
    while waiting:
        part = waiting.pop()
        if isinstance(part, (*MUTABLE, tuple)) and id(part) not in found:
            found.add(id(part))
            waiting.extend(_inside(part))
    return found


def test_an_answer_shares_nothing_that_can_be_changed_with_whoever_asked() -> None:
    asked_so = {name: given for name in ANSWERED if (given := plainly_given(name))}
    shared = [name for name, given in asked_so.items() for part in mutable_parts(answer(name)) if id(part) in given]
    assert len(asked_so) > 20
    assert not shared


def test_a_refused_row_stays_what_was_given_when_who_gave_it_changes_theirs() -> None:
    row: dict[str, Any] = {"hazard": "api", "place": {"village": "Umpang"}, "localities": [{"place": "A"}]}
    as_given = copy.deepcopy(row)
    lines: Any = ["a", ["b"]]
    batch = entitle_all([row, lines], PEDUM_2003, days=3)
    said = [refused.say("id") for refused in batch.refused]
    row["place"]["village"] = "Runtu"
    row["localities"].clear()
    lines[1].append(row)
    assert [refused.event for refused in batch.refused] == [as_given, ["a", ["b"]]]
    assert [refused.say("id") for refused in batch.refused] == said


def test_a_refused_row_that_holds_what_has_no_copy_is_kept_apart_as_far_as_it_can_be() -> None:
    row = {"hazard": (each for each in "ab")}
    refused = Refusal(row=0, event=row, error=KesosError("missing"))
    row["place"] = (each for each in "c")
    assert isinstance(refused.event, dict)
    assert list(refused.event) == ["hazard"]


def test_an_answer_shares_nothing_that_can_be_changed_with_a_module() -> None:
    answers = {name: answer(name) for name in ANSWERED}
    held = {id(part) for part in of_modules()}
    shared = [
        name
        for name, value in answers.items()
        for part in mutable_parts(value)
        if id(part) in held - given_by_caller(name)
    ]
    assert not shared


def of_modules() -> Iterator[Any]:
    """What can be changed in any module of kesos, private names too."""
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] == "kesos":
            for value in vars(module).values():
                yield from mutable_parts(value)


@pytest.mark.parametrize("name", sorted(schemas.SCHEMAS))
def test_a_schema_that_is_changed_changes_no_later_one(name: str) -> None:
    before = repr(schemas.SCHEMAS[name]())
    for part in list(mutable_parts(schemas.SCHEMAS[name]())):
        part.clear()
    assert repr(schemas.SCHEMAS[name]()) == before


def test_a_public_name_that_is_no_callable_cannot_be_changed() -> None:
    changeable: set[str] = set()
    for door in calls.doors():
        path = door.__name__.removeprefix("kesos.")
        named = {f"{path}.{name}": getattr(door, name) for name in door.__all__}
        changeable |= {
            name for name, value in named.items() if any(mutable_parts(value)) and not calls.INNER.match(name)
        }
    assert not changeable


def _does_something(node: ast.AST) -> bool:
    """Whether a part of an expression computes: a call, or what the object itself may look up only then."""
    called = isinstance(node, ast.Call) and not (isinstance(node.func, ast.Name) and node.func.id == "isinstance")
    own = isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "self"
    return called or own or isinstance(node, ast.NamedExpr)


def doing_asserts(source: str) -> list[int]:
    """The lines of asserts that do what is not done where Python leaves asserts out."""
    asserts = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Assert)]
    return [each.lineno for each in asserts if any(map(_does_something, ast.walk(each.test)))]


def test_no_assert_of_the_library_does_anything_that_python_leaves_out_with_o() -> None:
    found = {
        path.name: doing_asserts(path.read_text(encoding="utf-8")) for path in sorted(HOUSE.rglob("kesos/**/*.py"))
    }
    assert len(found) > 200
    assert {name: lines for name, lines in found.items() if lines} == {}
    assert doing_asserts("assert self.parts\nassert f(x) is None\nassert isinstance(x, int) and x.y") == [1, 2]


# --- how Python is started -------------------------------------------------------------------------------------------

STARTED: dict[str, tuple[tuple[str, ...], dict[str, str]]] = {
    "as ever": ((), {}),
    "-O": (("-O",), {}),
    "-OO": (("-OO",), {}),
    "-W error": (("-W", "error"), {}),
    "-X dev": (("-X", "dev", "-W", "error"), {}),
    "LC_ALL=C": ((), {"LC_ALL": "C", "LANG": "C"}),
    "LC_ALL=C where UTF-8 is asked for": (
        ("-X", "utf8=0"),
        {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "utf-8"},
    ),
    "PYTHONUTF8=0": ((), {"PYTHONUTF8": "0"}),
    "cp1252": ((), {"PYTHONIOENCODING": "cp1252"}),
    "another hash seed": ((), {"PYTHONHASHSEED": "7"}),
    "no size of integers": ((), {"PYTHONINTMAXSTRDIGITS": "0"}),
    "isolated": (("-P", "-s"), {}),
}
REFUSED = """
from kesos.deliveries import Account, Delivery
from kesos.errors import KesosError
from kesos.programs import BenefitOwed, Program, benefit_owed
from kesos.records import to_plain
from kesos.registry import Change, Registry

def registry():
    Registry(name="DTKS", area="x", families=["f1"], on="2021-01-07",
             history=[Change(family="f9", kind="remove", reason="moved", on="2021-02-01")])

def account():
    Account(owed=(), deliveries=(Delivery(place="x", on="2017-02-26", items={"rice": "5 kg"}),))

def owed():
    one = benefit_owed("BPNT", families=2, first="2019-01", last="2019-02")
    BenefitOwed(program=one.program, benefit=one.benefit, recipients=2, period="2099")

refused = 0
for make in (registry, account, owed):
    try:
        make()
    except KesosError:
        refused += 1
print(refused)
"""


@pytest.mark.parametrize("how", ["as ever", "-O", "-OO"])
def test_what_cannot_be_is_refused_when_it_is_made_however_python_is_started(how: str, tmp_path: Path) -> None:
    options, environment = STARTED[how]
    done = subprocess.run(
        [sys.executable, *options, "-c", REFUSED],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(HOUSE), **environment},
        capture_output=True,
        check=True,
        text=True,
    )
    assert done.stdout == "3\n"


README = """
import doctest, importlib.util, sys
spec = importlib.util.spec_from_file_location("pages", sys.argv[1])
pages = importlib.util.module_from_spec(spec)
spec.loader.exec_module(pages)
page = pages.CHECKOUT / "README.md"
shown = pages.session(page.read_text(encoding="utf-8"))
if sys.flags.optimize > 1:  # Altair itself does not load without the docstrings that -OO takes away
    shown = "\\n".join(line for line in shown.splitlines() if "charts" not in line)
examples = doctest.DocTestParser().get_doctest(shown, {"__name__": "__main__"}, "README", str(page), 0)
said = []
runner = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS)
failed, tried = runner.run(examples, out=said.append)
sys.stderr.write("".join(said))
for example in examples.examples:  # goes to the screen as it is
    print(example.want)
sys.exit(failed or not tried)
"""


@pytest.mark.parametrize("how", STARTED)
def test_the_examples_of_the_readme_run_however_python_is_started(how: str, tmp_path: Path) -> None:
    options, environment = STARTED[how]
    pages = CHECKOUT / "tests" / "docs" / "test_docs_examples.py"
    done = subprocess.run(
        [sys.executable, *options, "-c", README, str(pages)],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(HOUSE), **environment},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    assert done.stdout
