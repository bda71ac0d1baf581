"""The tests, collected once: which lines each of them runs, and which of them notices a mutant.

A mutant inside a function is tried in a fork of the collected session, where the code of the function is exchanged in
the function objects that there are. What was computed when modules were loaded keeps its old value there, so that a
mutant which survives is tried again with its module loaded anew (`fresh`); only a kill is final here.
"""

from __future__ import annotations

import gc
import importlib.util
import json
import os
import re
import resource
import select
import signal
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import FunctionType
from typing import Any

import coverage
import pytest
from mutants import Module, Mutant, codes

SLOWEST = 3.0
"""Seconds; a test that takes longer starts processes or draws a great many cases, and is not among those tried."""

_POLARS = importlib.util.find_spec("polars")
THREADED = str(Path(_POLARS.origin).parent / "dataframe" / "frame.py") if _POLARS and _POLARS.origin else ""
"""What works in threads of its own, which a fork has not: a test that comes here would wait for them without end."""

Result = dict[str, Any]


class Tests:
    """What is known of each test: how long it takes, and which lines of the mutated modules it runs."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self.lines: dict[str, dict[int, list[str]]] = {}
        self.breadth: Counter[str] = Counter()

    def learn(self, data: coverage.CoverageData, modules: Iterable[Module]) -> None:
        for tests in data.contexts_by_lineno(THREADED).values():
            for test in tests:
                self.seconds.pop(test, None)
        for module in modules:
            found = data.contexts_by_lineno(str(module.path))
            self.lines[module.name] = {line: sorted(filter(None, tests)) for line, tests in found.items()}
            for tests in self.lines[module.name].values():
                self.breadth.update(tests)

    def direct_first(self, tests: Iterable[str]) -> list[str]:
        """Short tests of little code first: they are the ones about the line."""
        known = [test for test in tests if self.seconds.get(test, SLOWEST + 1) <= SLOWEST]
        return sorted(known, key=lambda test: ((self.seconds[test] + 0.002) * (self.breadth[test] + 20), test))

    def of_line(self, mutant: Mutant) -> list[str]:
        return self.direct_first(self.lines[mutant.module].get(mutant.line, ()))

    def of(self, module: str) -> list[str]:
        """Every test that runs a line of a module."""
        return self.direct_first({test for tests in self.lines[module].values() for test in tests})

    def of_module(self, mutant: Mutant) -> tuple[list[str], list[str]]:
        """The tests of the mutant's line or of its class, and beside them those of the few files that run most of the
        module."""
        lines_of_file: dict[str, set[int]] = defaultdict(set)
        tests_of_file: dict[str, set[str]] = defaultdict(set)
        near = set(self.lines[mutant.module].get(mutant.line, ())) | set(self._naming(mutant))
        for line, tests in self.lines[mutant.module].items():
            for test in tests:
                file = test.partition("::")[0]
                lines_of_file[file].add(line)
                tests_of_file[file].add(test)
        near_files = Counter(test.partition("::")[0] for test in near)
        files = sorted(lines_of_file, key=lambda file: (-(near_files[file] > 0), -len(lines_of_file[file]), file))[:6]
        tests = {test for file in files for test in tests_of_file[file]}
        return self.direct_first(near), self.direct_first(tests - near)

    def _naming(self, mutant: Mutant) -> list[str]:
        """Tests for the class of a field: by their parameters, or, where its module runs nothing, by their file."""
        if mutant.inside or not mutant.qualname:
            return []
        name = re.compile(rf"\b{mutant.qualname.partition('.')[0]}\b")
        if any(self.lines[mutant.module].values()):
            return [test for test in self.seconds if name.search(test)]
        files = {test.partition("::")[0] for test in self.seconds}
        naming = {file for file in files if name.search(Path(file).read_text(encoding="utf-8"))}
        return [test for test in self.seconds if test.partition("::")[0] in naming or name.search(test)]


class Session:
    """A plugin of pytest which, in place of running the tests, measures them and hands over to `then`."""

    def __init__(self, modules: list[Module], then: Callable[[Session], None]) -> None:
        self.modules, self.then, self.tests = modules, then, Tests()
        self.items: dict[str, pytest.Item] = {}
        self.failed = False
        self.in_child = False

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        self.items = {item.nodeid: item for item in session.items}
        measured = coverage.Coverage(
            data_file=None, config_file=False, include=[*(str(module.path) for module in self.modules), THREADED]
        )
        measured.set_option("run:disable_warnings", ["no-data-collected"])  # a module that only declares runs nothing
        measured.start()
        items = list(session.items)
        broken = []
        for number, item in enumerate(items):
            measured.switch_context(item.nodeid)
            self.failed = False
            started = time.process_time()
            following = items[number + 1] if number + 1 < len(items) else None
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
            self.tests.seconds[item.nodeid] = time.process_time() - started
            if self.failed:
                broken.append(item.nodeid)
                del self.tests.seconds[item.nodeid]
        measured.stop()
        for nodeid in broken:
            print("not used, fails without a mutant:", nodeid, flush=True)
        self.tests.learn(measured.get_data(), self.modules)
        self.then(self)
        return True

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.failed = self.failed or report.failed

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_makereport(self, item: pytest.Item, call: pytest.CallInfo[None]) -> pytest.TestReport | None:
        """In a fork, that a test failed is enough: how it failed takes long to write down."""
        if not self.in_child or call.excinfo is None or call.excinfo.errisinstance(pytest.skip.Exception):
            return None
        where = item.location
        return pytest.TestReport(item.nodeid, where, {}, "failed", "failed", call.when)  # type: ignore[arg-type]

    def run(self, tests: Iterable[str], seconds: float) -> str | None:
        """The first of the tests that fails, in the time that there is."""
        items = [self.items[test] for test in tests if test in self.items]
        for number, item in enumerate(items):
            following = items[number + 1] if number + 1 < len(items) else None
            if time.process_time() > seconds:
                return None
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
            if self.failed:
                return item.nodeid
        return None


class Exchange:
    """The functions of a module that there are in this process, with the code that each was made of."""

    def __init__(self, modules: Iterable[Module]) -> None:
        self.live: dict[str, list[FunctionType]] = defaultdict(list)
        paths = {str(module.path) for module in modules}
        for each in gc.get_objects():
            if type(each) is FunctionType and each.__code__.co_filename in paths:
                self.live[each.__code__.co_filename].append(each)

    def make(self, module: Module, mutant: Mutant) -> bool:
        """Puts the mutant's code into every function that was made of the other; False where that is not possible."""
        old = self._by_place(module.compiled())
        mutant.apply()
        new = self._by_place(module.compiled())
        exchanged = False
        for function in self.live[str(module.path)]:
            place = (function.__code__.co_qualname, function.__code__.co_firstlineno)
            befores, afters = old.get(place, []), new.get(place, [])
            if len(befores) != len(afters):
                return False
            for before, after in zip(befores, afters, strict=True):
                # A function that has run compares unequal to itself compiled again; its plain bytecode does not.
                same = len(befores) == 1 or function.__code__.co_code == before.co_code
                if same and before != after:
                    try:
                        function.__code__ = after
                    except ValueError:  # other variables of the functions around it
                        return False
                    exchanged = True
                    break
        return exchanged

    @staticmethod
    def _by_place(code: Any) -> dict[tuple[str, int], list[Any]]:
        found: dict[tuple[str, int], list[Any]] = defaultdict(list)
        for each in codes(code):
            found[each.co_qualname, each.co_firstlineno].append(each)
        return found


def in_forks(jobs: int, work: Iterable[tuple[Any, Callable[[], Result], float]]) -> Iterator[tuple[Any, Result]]:
    """Each piece of work in a fork, so many at a time; its result, or that it ran out of its seconds of processor."""
    running: dict[int, tuple[Any, int, float]] = {}
    hung: set[int] = set()
    waiting = iter(work)
    done = False
    while running or not done:
        while not done and len(running) < jobs:
            task = next(waiting, None)
            if task is None:
                done = True
                break
            what, call, seconds = task
            reader, writer = os.pipe()
            sys.stdout.flush()
            child = os.fork()
            if child == 0:
                _in_child(call, seconds, writer)
            os.close(writer)
            running[reader] = (what, child, time.monotonic() + 10 * seconds + 60)
        for reader in select.select(list(running), [], [], 1.0)[0] if running else ():
            what, child, _ = running.pop(reader)
            with os.fdopen(reader, "rb") as pipe:
                said = pipe.read()
            _, status = os.waitpid(child, 0)
            silent = {"outcome": "timeout", "status": status}
            if child in hung:  # it waited, and did not use up its seconds: that says nothing of the mutant
                silent = {"outcome": "survived", "by": "hung"}
            yield what, json.loads(said) if said else silent
        for reader, (_, child, until) in running.items():
            if time.monotonic() > until:
                os.kill(child, signal.SIGKILL)  # its pipe closes with it
                hung.add(child)
                running[reader] = (running[reader][0], child, until + 60)


def _in_child(call: Callable[[], Result], seconds: float, writer: int) -> None:
    try:
        resource.setrlimit(resource.RLIMIT_CPU, (int(seconds) + 1, int(seconds) + 2))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        memory = pages * resource.getpagesize() + 2_000_000_000
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        nothing = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(nothing, stream)
        try:
            result = call()
        except BaseException as error:
            result = {"outcome": "killed", "by": f"{type(error).__name__} at large"}
        os.write(writer, json.dumps(result).encode())
    finally:
        os._exit(0)
