"""Each mutant tried: in a fork of the session first, and where it survives, or cannot be tried there, anew."""

from __future__ import annotations

import gc
import json
import os
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

import pytest
from fresh import try_mutant
from mutants import Module, Mutant
from scope import RESULTS, options
from suite import Exchange, Session, in_forks


def try_in_session(
    mutated: list[Module], wanted: list[Mutant], tests: Sequence[str], jobs: int, seconds: float
) -> dict[str, Any]:
    """In a fork of its own: measures the tests, tries the mutants inside functions, and tells what it learned."""
    by_name = {module.name: module for module in mutated}
    learned: dict[str, Any] = {"results": {}, "of_module": {}}

    def then(session: Session) -> None:
        exchange = Exchange(mutated)
        gc.collect()
        gc.freeze()
        gc.disable()
        lucky: dict[tuple[str, str], list[str]] = {}

        def unchanged(near: list[str]) -> dict[str, Any]:
            session.in_child, session.failed = True, False
            return {"by": session.run(near, seconds)}

        doubtful = {mutant.module for mutant in wanted}
        while doubtful:  # a test that fails in this order and without a mutant would kill whatever it is shown
            known = [(name, session.tests.of(name)) for name in sorted(doubtful)]
            alone = ((name, partial(unchanged, near), seconds + 20) for name, near in known)
            doubtful = set()
            for name, result in in_forks(jobs, alone):
                if result.get("by"):
                    print("not used, fails without a mutant:", name, result["by"], flush=True)
                    session.tests.seconds.pop(result["by"], None)
                    doubtful.add(name)

        def work() -> Iterator[tuple[Mutant, Callable[[], Any], float]]:
            for mutant in wanted:
                if not mutant.inside:
                    continue
                near = session.tests.of_line(mutant)
                if near:
                    before = [test for test in lucky.get((mutant.module, mutant.qualname), ()) if test in set(near)]
                    order = list(dict.fromkeys([*before, *near]))

                    def call(mutant: Mutant = mutant, order: list[str] = order) -> dict[str, Any]:
                        session.in_child = True
                        reporter = session.items[order[0]].config.pluginmanager
                        reporter.unregister(name="terminalreporter")
                        if not exchange.make(by_name[mutant.module], mutant):
                            return {"outcome": "loading"}
                        session.failed = False
                        killer = session.run(order, seconds)
                        return {"outcome": "killed", "by": killer} if killer else {"outcome": "survived"}

                    yield mutant, call, seconds + 20

        started = time.monotonic()
        total = sum(mutant.inside for mutant in wanted)
        print(f"{len(session.items)} tests measured; {total} mutants inside functions", flush=True)
        for number, (mutant, result) in enumerate(in_forks(jobs, work()), 1):
            learned["results"][mutant.key] = result
            if result["outcome"] == "killed":
                killers = lucky.setdefault((mutant.module, mutant.qualname), [])
                if result["by"] in killers:
                    killers.remove(result["by"])
                killers.insert(0, result["by"])
                del killers[4:]
            if number % 100 == 0:
                keep(learned["results"])
                count = Counter(each["outcome"] for each in learned["results"].values())
                print(f"{number}/{total} {time.monotonic() - started:.0f} s {dict(count)}", flush=True)
        for mutant in wanted:
            if learned["results"].get(mutant.key, {}).get("outcome") not in ("killed", "timeout"):
                learned["of_module"][mutant.key] = session.tests.of_module(mutant)

    plugin = Session(mutated, then)
    if pytest.main([*options(), *tests], plugins=[plugin]) == pytest.ExitCode.INTERNAL_ERROR:
        raise SystemExit("the tests could not be measured")
    return learned


def try_anew(
    mutated: list[Module], wanted: list[Mutant], of_module: Mapping[str, list[str]], jobs: int, seconds: float
) -> dict[str, Any]:
    """Whatever is left, each with its module loaded anew, in which the tests of the module are tried."""
    by_name = {module.name: module for module in mutated}

    def work() -> Iterator[tuple[Mutant, Callable[[], Any], float]]:
        for mutant in wanted:
            tests = [test for test in of_module.get(mutant.key, ()) if test not in failing]
            if tests and mutant.module not in unloaded:
                yield (
                    mutant,
                    lambda mutant=mutant, tests=tests: try_mutant(
                        by_name[mutant.module], mutant, tests, options(), seconds
                    ),
                    seconds + 50,
                )

    print(f"{len(wanted)} mutants to be tried with their module loaded anew", flush=True)
    started, failing, unloaded = time.monotonic(), set[str](), set[str]()
    results: dict[str, Any] = {}
    first = {mutant.module: of_module.get(mutant.key) for mutant in wanted[::-1]}
    alone = (
        (name, partial(try_mutant, by_name[name], None, tests, options(), seconds), seconds + 50)
        for name, tests in first.items()
        if tests
    )
    for name, result in in_forks(jobs, alone):
        if result["outcome"] != "survived":
            print("not used, fails without a mutant:", name, result.get("by"), flush=True)
            failing.add(result["by"])
            if result["by"].startswith("loading"):
                unloaded.add(name)
    for number, (mutant, result) in enumerate(in_forks(jobs, work()), 1):
        results[mutant.key] = result
        if number % 25 == 0:
            keep(results)
            print(f"{number} {time.monotonic() - started:.0f} s", flush=True)
    return {**{mutant.key: {"outcome": "survived", "by": "no test"} for mutant in wanted}, **results}


def known() -> dict[str, Any]:
    """What runs before this one, and this one so far, have learned of each mutant."""
    told: dict[str, Any] = json.loads(RESULTS.read_text(encoding="utf-8")) if RESULTS.exists() else {}
    return told


def keep(results: dict[str, Any]) -> None:
    """Adds to what is known: a run that is stopped goes on with `--again`."""
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps({**known(), **results}, indent=1), encoding="utf-8")


def in_a_fork(call: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """Runs `call` in a fork, and gives what it learned by way of a file: this process keeps free of kesos."""
    told = RESULTS.with_suffix(f".{os.getpid()}")
    told.parent.mkdir(exist_ok=True)
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        try:
            told.write_text(json.dumps(call()), encoding="utf-8")
        except BaseException:
            traceback.print_exc()
        finally:
            sys.stdout.flush()
            os._exit(0)
    os.waitpid(child, 0)
    learned: dict[str, Any] = json.loads(told.read_text(encoding="utf-8"))
    told.unlink()
    return learned
