"""The fuzzer sees whatever reads something, tells what is wrong with it, and finds nothing in real inputs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest
from checkout import load

from kesos import PEDUM_2003, Text, standards, wording
from kesos.errors import InvalidValueError

fuzz, mutations = load("benchmarks/fuzz_targets.py"), load("benchmarks/fuzz_mutations.py")
TARGETS = {group: {target.name: target for target in fuzz.targets(group)} for group in fuzz.GROUPS}


def test_whatever_reads_something_is_a_target() -> None:
    texts = {f"wording.{name}(text)" for name in wording.__all__ if name.startswith("parse_")}
    assert texts <= TARGETS["texts"].keys()
    files = {f"standards.{name}" for name in standards.__all__ if name.startswith("load")}
    assert len(files) == 2
    assert files < {name.partition("(")[0] for name in TARGETS["files"]}
    recorded = {name for name in fuzz.calls.CALLEES if name.endswith((".from_json", ".from_dict"))}
    assert len(recorded) > 200
    assert recorded <= {name.partition("(")[0] for name in TARGETS["records"]}
    read = {name for name in fuzz.calls.CALLEES if name.startswith("tables.read_")}
    assert len(read) > 4
    assert {*read, "reports.read_tables"} < {name.partition("(")[0] for name in TARGETS["tables"]}


@pytest.mark.parametrize("group", fuzz.GROUPS)
def test_real_inputs_have_no_fault_and_most_readers_answer_to_one(group: str) -> None:
    rng = Random(1945)
    answered: set[str] = set()
    targets = list(TARGETS[group].values())
    held = fuzz.seeds(group)
    assert len(held) > 40
    tried = rng.sample(held, min(300, len(held)))
    few = len(tried) * len(targets) < 5_000  # workbooks hold the moment they are written, and so no order of their own
    for name, seed in tried:
        meant = [target for target in targets if name and target.name.startswith(name)]
        for target in targets if few else [*meant, rng.choice(targets)]:
            fault, is_answer = target.fault(seed)
            assert fault is None, (target.name, seed, fault)
            answered |= {target.name} if is_answer else set()
    assert len(answered) > min(len(targets) / 12, 40)


@pytest.mark.parametrize("group", fuzz.GROUPS)
def test_an_input_is_changed_into_others_that_its_targets_take_or_refuse(group: str) -> None:
    rng, held, targets = Random(17), fuzz.seeds(group), list(TARGETS[group].values())
    made = {mutations.mutated(rng.choice(held)[1], rng.choice(held)[1], rng, 10_000) for _ in range(150)}
    assert len(made) > 100
    assert max(map(len, made)) <= 10_000
    for content in sorted(made):
        target = rng.choice(targets)
        assert target.fault(content)[0] is None, (target.name, content)


def trial(answer: Callable[[str], Any]) -> str | None:
    """What is said of a reader that answers so."""

    def reader(text: str) -> Any:
        return answer(text)

    callee = fuzz.calls.Callee("reader", reader)
    (parameter,) = fuzz._parameters(reader)
    told: str | None = fuzz.Target(callee, parameter, "texts").fault(b"x")[0]
    return told


class Lost(Text):
    """Words that say something else every time that they are written."""

    def to_json(self, *, indent: int | None = None) -> str:
        return '{"id":"x","en":"y"}'


Lost.__module__ = "kesos.of_tests"


def fails(text: str) -> None:
    raise KeyError(text)


def without_a_field(text: str) -> None:
    raise InvalidValueError("missing")


def of_this_machine(text: str) -> None:
    raise InvalidValueError("not_a_text", field="path", value=str(Path(__file__).resolve().home() / "x"))


@pytest.mark.parametrize(
    ("answer", "fault"),
    [
        (lambda text: text, None),
        (lambda text: PEDUM_2003, None),
        (fails, "KeyError"),
        (without_a_field, "no field"),
        (of_this_machine, "a path of the machine"),
        (lambda text: Lost("a", "b"), "LostError: other after to_json"),
    ],
)
def test_each_kind_of_fault_is_told(answer: Callable[[str], Any], fault: str | None) -> None:
    told = trial(answer)
    assert told is None if fault is None else (told or "").startswith(fault)


def test_a_call_that_takes_too_long_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fuzz, "SECONDS", -1.0)
    assert (trial(lambda text: text) or "").startswith("slow")
