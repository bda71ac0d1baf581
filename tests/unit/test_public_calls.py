"""Every public callable of every public module, called with anything: it answers, or refuses by name.

What is public is found through the doors of `kesos` and each one's `__all__`; what a thing is called with, through its
annotations and the values that a few real answers hold. A name that is added is tried without being listed here.
"""

from __future__ import annotations

import inspect
import itertools
import operator
import os
import re
import tempfile
import traceback
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from enum import Enum
from functools import cache, partial
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any, get_args, get_origin, get_type_hints

import attrs
import pytest
from checkout import load

import kesos
from kesos._package import homes
from kesos.errors import KesosError, UnknownValueError
from kesos.people import Beneficiary, Household

constructors = load("tests/unit/test_constructors.py")

NAME, BORN, NUMBER = "Siti Aminah", "1987-11-23", "6201-0163 1187.0001"
MOTHER = Beneficiary(name=NAME, birth_date=BORN, sex="female", schooling="none", reference="m1")
FAMILY = Household(reference="f1", members=[MOTHER], poor=True, damage="heavy")
CODES = ("kg", "flood", "PKH", "rice", "2017-02-25", "12", "f1")


def junk() -> list[Any]:
    """Whatever constructors are tried with, what tells of a person, and words that mean something somewhere."""
    person = {"name": NAME, "birth_date": BORN, "id": NUMBER}
    return [
        *constructors.junk(), NAME, NUMBER, person, [person], MOTHER, [MOTHER], FAMILY, [[[[]]]], {"a": {"b": [None]}},
        *CODES, [FAMILY, FAMILY], kesos.PEDUM_2003, Exception(NAME), (), range(3), bytearray(b"x"),
        "٣一\u202e\u200b", "[" * 5_000, KeyError,
    ]  # fmt: skip


HELD = junk()


def piece(at: int) -> Any:
    """One piece of junk, a new one where it can be read once only."""
    return junk()[at] if isinstance(HELD[at], Iterator) else HELD[at]


def roots() -> Iterator[Any]:
    """Real values, in which nearly every public class is found."""
    from kesos import audit, counts, datasets, programs, relief, standards

    flood = kesos.DisasterEvent(hazard="banjir", place="Umpang", period="2017-02-25", people=9, families=3)
    unknown = kesos.DisasterEvent(hazard="banjir", place="Runtu", period="2017-02", localities=[
        kesos.Locality(place="A", people=2), kesos.Locality(place="B")])  # fmt: skip
    decision = kesos.Decision(by="Bupati", number="1", date="2017-03-01")
    pedum = kesos.PEDUM_2003
    answer = kesos.entitle(
        flood, pedum, days=12, extended=True, decision=decision, recipients={"sarong": 2, "plates": 1}
    )
    yield from (FAMILY, flood, unknown, decision, pedum, answer)
    yield from (standards.PERKA_BNPB_7_2008, standards.KEMENSOS_CASH, standards.BNPB_STIMULAN)
    yield (ranged := kesos.entitle_range(flood, pedum))
    yield (batch := kesos.entitle_all([flood, unknown, {"hazard": "api"}], pedum, days=3))
    yield from (kesos.total([answer, answer]), kesos.total([ranged]), batch.total)
    yield (sheet := relief.worksheet([FAMILY], on="2017-06-01", adult_from=18))
    yield from sheet.rows
    yield from programs.PROGRAMS
    yield from programs.PROGRAM_RULES
    screened = programs.screen(FAMILY, on="2017-06-01")
    yield from (screened, *screened.values(), *programs.conflicts(screened.values()))
    yield programs.benefit_owed("BPNT", families=2, first="2019-01", last="2019-02")
    bpnt, pkh = (programs.ProgramName(code=code, name=kesos.Text(code, code)) for code in ("BPNT", "PKH"))
    bar = next(bar for program in programs.PROGRAMS for bar in program.excludes)
    yield programs.Conflict(program=bpnt, other=pkh, exclusion=bar)
    yield relief.Unknown(item=pedum.items[0], error=UnknownValueError("unknown_value", field="people"))
    yield standards.compare_standards(pedum, standards.KEMENSOS_CASH)
    for report in (datasets.kapuas(), datasets.kotawaringin_barat()):
        yield from (report, *report.all_relations(), kesos.find_contradictions(report))
    yield from (*audit.RULES, *counts.COUNTS, counts.Counts({"house": {"heavy": 4}}))
    yield from map(constructors.make, constructors.SOUND)


@cache
def found() -> dict[type, Any]:
    """A real value of each class."""
    values: dict[type, Any] = {}
    seen: set[int] = set()
    waiting = list(roots())
    while waiting:
        value = waiting.pop()
        if id(value) in seen or isinstance(value, type):
            continue
        seen.add(id(value))
        if type(value).__module__.startswith("kesos"):
            values.setdefault(type(value), value)
        if isinstance(value, (tuple, list)):
            waiting.extend(value)
        elif isinstance(value, Mapping):
            waiting.extend((*value, *value.values()))
        if attrs.has(type(value)):
            waiting.extend(getattr(value, field.name) for field in attrs.fields(type(value)))
    return values


NAMED: dict[str, Any] = {
    "language": "id", "on": "2017-06-01", "days": 3, "field": "people", "families": 2, "first": "2019-01",
    "last": "2019-02", "recipients": {"sarong": 1}, "item": "rice", "households": [FAMILY], "unit": "kg", "places": 2,
    "locale": "id", "year": 2017, "part": 1, "whole": 2, "text": "12", "number": 12, "share": None, "digest": "0" * 64,
    "chosen": {"sarong": ["m1"]}, "spec": "en", "path": "/nowhere", "hazard": "flood", "program": "PKH",
}  # fmt: skip
"""What cannot be guessed from an annotation, by the name of the parameter."""


def _sound(parameter: inspect.Parameter, kind: Any) -> Any:
    """What a parameter is given where something else is tried: as sound as can be guessed."""
    if parameter.default is not parameter.empty and not isinstance(parameter.default, type(attrs.NOTHING)):
        return parameter.default
    if parameter.name in NAMED:
        return NAMED[parameter.name]
    for option in (kind, *get_args(kind)):
        held = get_origin(option) or option
        if isinstance(held, type) and held in found():
            return found()[held]
    try:
        return constructors.sample(kind)
    except Exception:  # what is called with it is called with junk in any case
        return "kata"


class Callee:
    """Something that somebody can call, and what it is called with."""

    def __init__(self, name: str, function: Callable[..., Any], holder: Any = None) -> None:
        self.name = name
        self.function = function
        self.explained = holder or function
        try:
            parameters = list(inspect.signature(function).parameters.values())
        except (TypeError, ValueError):
            parameters = []
        hints = _hints(holder if isinstance(holder, type) else function)
        self.given = {each.name: _sound(each, hints.get(each.name, Any)) for each in parameters if _is_asked(each)}
        if isinstance(holder, type) and attrs.has(holder) and holder in found():
            one = found()[holder]
            self.given |= {each.alias: getattr(one, each.name) for each in attrs.fields(holder) if each.init}
        self.by_place = [each.name for each in parameters if each.kind is each.POSITIONAL_ONLY]
        self.more = [each.kind for each in parameters if each.kind in (each.VAR_POSITIONAL, each.VAR_KEYWORD)]

    def called(self, given: Mapping[str, Any], *more: Any) -> Any:
        rest = dict(given)
        places = [rest.pop(name) for name in self.by_place if name in rest]
        if more:
            places = [*places, *(rest.pop(name) for name in list(rest) if name in self.named_before()), *more]
        return self.function(*places, **rest)

    def named_before(self) -> list[str]:
        parameters = inspect.signature(self.function).parameters.values()
        return [each.name for each in parameters if each.kind is each.POSITIONAL_OR_KEYWORD]

    def with_one(self, name: str, at: int) -> Any:
        return self.called({**self.given, name: piece(at)})

    def calls(self) -> Iterator[tuple[str, Callable[[], Any]]]:
        """With what is sound; and with each piece of junk in each of its arguments."""
        yield "as it should be", lambda: self.called(self.given)
        for at, held in enumerate(HELD):
            for name in self.given:
                if name not in PATHS:
                    yield (
                        f"{name}={held!r:.60}",
                        partial(lambda name, at: self.called({**self.given, name: piece(at)}), name, at),
                    )
            if inspect.Parameter.VAR_POSITIONAL in self.more:
                yield f"*{held!r:.60}", partial(lambda at: self.called(self.given, piece(at)), at)
            if inspect.Parameter.VAR_KEYWORD in self.more:
                yield f"**{held!r:.60}", partial(self.with_one, "other", at)


PATHS = ("field", "self")
"""What an error is to call the value that is looked at: a word in the program's own text."""


def _is_asked(parameter: inspect.Parameter) -> bool:
    return parameter.kind not in (parameter.VAR_POSITIONAL, parameter.VAR_KEYWORD)


def _hints(function: Any) -> dict[str, Any]:
    try:
        return get_type_hints(function)
    except Exception:  # one that is named for type checkers only
        return {}


OPERATORS: dict[str, Callable[[Any, Any], Any]] = {
    "__add__": operator.add, "__radd__": lambda one, other: other + one, "__sub__": operator.sub,
    "__rsub__": lambda one, other: other - one, "__mul__": operator.mul, "__rmul__": lambda one, other: other * one,
    "__truediv__": operator.truediv, "__rtruediv__": lambda one, other: other / one, "__eq__": operator.eq,
    "__floordiv__": operator.floordiv, "__mod__": operator.mod, "__lt__": operator.lt, "__le__": operator.le,
    "__gt__": operator.gt, "__ge__": operator.ge, "__contains__": operator.contains, "__getitem__": operator.getitem,
    "__format__": format,
}  # fmt: skip
"""How each is asked for: by Python, which refuses by itself what neither side takes."""
WRITTEN = {"from_dict": "to_dict", "from_json": "to_json"}
PLAIN = ("__iter__", "__len__", "__bool__", "__int__", "__float__", "__index__", "__str__", "__repr__", "__hash__")


def doors() -> list[ModuleType]:
    """Every module that `kesos` shows."""
    return [import_module(f"kesos.{name}") for name, home in sorted(homes("kesos").items()) if home == "kesos"]


def callables() -> Iterator[Callee]:
    for module in doors():
        door = module.__name__.removeprefix("kesos.")
        for name in module.__all__:
            thing = getattr(module, name)
            if isinstance(thing, type) and get_origin(thing) is None:
                yield from _of_class(f"{door}.{name}", thing)
            elif callable(thing) and not get_args(thing):
                yield Callee(f"{door}.{name}", thing)


def _of_class(path: str, kind: Any) -> Iterator[Callee]:
    if not getattr(kind, "_is_protocol", False) and not issubclass(kind, Enum):
        yield Callee(path, kind, kind)
    one = found()[kind] if kind in found() else _made(kind)
    for name in sorted(
        {name for owner in kind.__mro__ if owner.__module__.startswith("kesos") for name in vars(owner)}
    ):
        part = inspect.getattr_static(kind, name)
        if isinstance(part, (classmethod, staticmethod)) and name[0] != "_":
            callee = Callee(f"{path}.{name}", getattr(kind, name))
            if name in WRITTEN and kind in found():
                with suppress(KesosError):  # a sample may hold what no record does
                    callee.given |= {next(iter(callee.given)): getattr(one, WRITTEN[name])()}
            yield callee
        elif one is not None and name in OPERATORS:
            yield Callee(f"{path}.{name}", _asked_by(OPERATORS[name], one))
        elif one is not None and inspect.isfunction(part) and (name[0] != "_" or name in PLAIN):
            yield Callee(f"{path}.{name}", getattr(one, name))


def _asked_by(operation: Callable[[Any, Any], Any], one: Any) -> Callable[[Any], Any]:
    def asked(other: Any, /) -> Any:
        return operation(one, other)

    return asked


def _made(kind: Any) -> Any:
    try:
        return next(iter(kind)) if issubclass(kind, Enum) else constructors.make(kind)
    except Exception:  # an abstract one
        return None


CALLEES = {each.name: each for each in callables()}
INNER = re.compile(r"(records|words)\.")
"""What classes and catalogues are built with: it is given types, paths and sentences in the program's own text."""
OF_PEOPLE = r"people\.(Beneficiary|Household)(\.from_\w+)?"
LEFT: dict[str, str] = {}
"""What does not hold yet, and why. Whatever is mended is taken out: the test fails until it is."""


def against(callee: Callee, call: Callable[[], Any], look: Callable[[Any], None] | None = None) -> str | None:
    """What is wrong with how a call is answered; None where it is a value or a refusal of kesos."""
    try:
        (look or answered)(call())
    except KesosError as error:
        return refused_wrongly(callee, error)
    except OSError as error:
        return None if "OSError" in (callee.function.__doc__ or "") else told(error)
    except Exception as error:
        return None if _is_of_python(error) or _is_of_the_caller(error) else told(error)
    return None


def _is_of_the_caller(error: Exception) -> bool:
    """Whether what was given fails by itself: a stream, a function that takes something else, a dict without a hash."""
    raised_in = traceback.extract_tb(error.__traceback__)[-1].filename
    own = raised_in == constructors.__file__ or "NotImplemented should not be used" in str(error)
    return own or any(words in str(error) for words in ("junk.<locals>", "int() argument", "unhashable type"))


def told(error: BaseException) -> str:
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}: {str(error)[:100]} ({Path(last.filename).name}:{last.lineno})"


def _is_of_python(error: BaseException) -> bool:
    """Whether Python refused before any code of kesos ran: an argument list, an operator."""
    if not isinstance(error, TypeError):
        return False
    if "got an unexpected keyword argument 'other'" in str(error):  # a function that hands its options on
        return True
    trace = error.__traceback__
    while trace is not None and trace.tb_frame.f_code.co_filename == __file__:
        trace = trace.tb_next
    return trace is None


def refused_wrongly(callee: Callee, error: KesosError) -> str | None:
    words = [error.message("id"), error.message("en"), repr(error), str(error.to_dict("id"))]
    if not isinstance(error.code, str) or not error.code:
        return "no code"
    if not isinstance(error.field, str) or not error.field:
        return f"no field: {words[1][:100]}"
    secret = (NAME, BORN) if re.fullmatch(OF_PEOPLE, callee.name) else (BORN,)
    if any(each in word for word in words for each in secret):
        return f"something personal: {words[1][:100]}"
    if any(str(place) in word for place in MACHINE for word in words):
        return f"a path of the machine: {words[1][:200]}"
    return None


HOUSE = Path(kesos.__file__).parent
MACHINE = (HOUSE.parent, Path(os.__file__).parent, Path.home(), Path(tempfile.gettempdir()))


def answered(value: Any) -> None:
    """It can be looked at, as far as somebody would look."""
    assert isinstance(repr(value), str)
    assert isinstance(str(value), str)
    if inspect.isgenerator(value) and HOUSE in Path(value.gi_code.co_filename).parents:
        tuple(itertools.islice(value, 3))


TRIED = [name for name in CALLEES if not INNER.match(name)]


@pytest.mark.parametrize("name", TRIED)
def test_whatever_it_is_called_with_it_answers_or_refuses_by_name(name: str) -> None:
    callee = CALLEES[name]
    wrong = {how: fault for how, call in callee.calls() if (fault := against(callee, call)) is not None}
    assert bool(wrong) is (name in LEFT), "\n".join(f"{how}: {fault}" for how, fault in list(wrong.items())[:20])


BY_OTHER_NAMES = {
    "counts.Axes": "axis", "counts.Axes.of": "axis", "counts.Counts": "counts", "deliveries.Goods": "items",
    "events.Traits": "traits", "people.Household.without_identity": "members", "planning.Pack.many": "packs",
    "programs.Benefit.on": "period", "programs.Program.benefit": "benefit", "standards.Interval": "from|to",
    "tables.Skipped": "bad_cells", "testing.check_standard": "nobody_gets_nothing", "values.Period.of": "period",
    "values.Place": "place", "values.Quantity": "unit", "values.known": "holds", "wording.parse_count": "count",
    "wording.parse_number": "number", "wording.parse_percent": "percent", "wording.parse_rupiah": "rupiah",
}  # fmt: skip
"""What a refusal calls an argument by the word of the files, of what it becomes or of what it is about."""


def named_wrongly(callee: Callee, name: str) -> str | None:
    """What an argument is called that is refused, where it is called as nothing that there is."""
    try:
        callee.called({**callee.given, name: object()})
    except KesosError as error:
        other = BY_OTHER_NAMES.get(callee.name, name)
        right = re.match(rf"({name.strip('_')}|{other})\b", error.field or "")
        return None if right else f"{name} is called {error.field} ({error.code})"
    except TypeError:
        return None
    return None


def _is_sound(callee: Callee) -> bool:
    try:
        callee.called(callee.given)
    except Exception:
        return False
    return True


@pytest.mark.parametrize(
    "name", [name for name in TRIED if name.rpartition(".")[2] not in (*OPERATORS, *WRITTEN) and "errors." not in name]
)
def test_an_argument_that_is_refused_is_called_by_its_name(name: str) -> None:
    callee = CALLEES[name]
    if _is_sound(callee):
        assert [wrong for each in callee.given if each not in PATHS if (wrong := named_wrongly(callee, each))] == []


def test_most_is_called_as_it_should_be_by_these_tests() -> None:
    assert sum(_is_sound(callee) for callee in CALLEES.values()) > len(CALLEES) / 2


MADE_BY_KESOS = {
    *("audit.CellCount", "audit.RuleCount", "relief.Candidate", "relief.Refusal", "relief.WorksheetRow"),
    *("planning.DayNeed", "planning.Effect", "planning.RequestLine", "planning.StockDay"),
    *("programs.Against", "programs.Checked", "programs.Ground", "programs.Inputs", "standards.Difference"),
    *("wording.FamiliesAndPeople", "tables.BadCell", "tables.Reject", "tables.Skipped"),
}
"""Classes of parts of answers: nobody else fills them in, and what they hold is checked where it is computed."""


@pytest.mark.parametrize(
    "name",
    [
        name
        for name, callee in CALLEES.items()
        if isinstance(callee.explained, type) and attrs.has(callee.explained) and callee.explained in found()
        if not (name.endswith(("Record", "Reading")) or name.startswith("errors."))
    ],
)
def test_a_class_takes_nothing_for_a_field_that_is_of_no_use_to_it(name: str) -> None:
    callee = CALLEES[name]
    callee.called(callee.given)
    taken = []
    for each in callee.given:
        try:
            callee.called({**callee.given, each: object()})
        except KesosError:
            continue
        taken.append(each)
    assert bool(taken) is (name in MADE_BY_KESOS), taken
