"""A mutant tried in a process in which nothing of kesos is loaded yet, so that what loading computes is its own."""

from __future__ import annotations

import ast
import importlib.util
import sys
import time
from importlib.machinery import ModuleSpec, SourceFileLoader
from pathlib import Path
from typing import Any

import pytest
from mutants import Module, Mutant

READ_THE_SOURCE = (
    "tests/unit/test_refusals.py::test_every_sentence_that_the_code_says_is_in_its_catalogue_with_all_that_fills_it",
    "tests/unit/test_refusals.py::test_a_refusal_that_shows_a_value_is_given_one",
    "tests/unit/test_refusals.py::test_no_sentence_is_unused_and_both_languages_are_filled_alike",
    "tests/unit/test_explanations.py::test_each_sentence_is_in_its_catalogue_filled_alike_in_both_languages_and_used",
)
"""Tests that hold what is written in a module, each key and what fills it, to the catalogues, and run none of it."""


class _Loader(SourceFileLoader):
    def __init__(self, module: Module) -> None:
        super().__init__(module.name, str(module.path))
        self._module = module

    def get_code(self, fullname: str) -> Any:
        return self._module.compiled()


class _Finder:
    """Finds one module, the mutant, before anything else is asked."""

    def __init__(self, module: Module) -> None:
        self._module = module

    def find_spec(self, name: str, path: object = None, target: object = None) -> ModuleSpec | None:
        if name != self._module.name:
            return None
        return importlib.util.spec_from_file_location(name, self._module.path, loader=_Loader(self._module))


class _Chosen:
    """A plugin of pytest: only these tests, in this order."""

    def __init__(self, tests: list[str], seconds: float) -> None:
        self._place = {test: place for place, test in enumerate(tests)}
        self._seconds, self._until = seconds, 0.0
        self.failed = ""

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = sorted((item for item in items if _name(item) in self._place), key=self._key)

    def _key(self, item: pytest.Item) -> int:
        return self._place[_name(item)]

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_protocol(self) -> bool | None:
        """Once the time is over no further test is run."""
        self._until = self._until or time.process_time() + self._seconds
        return True if time.process_time() > self._until else None

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed and not self.failed:
            self.failed = report.nodeid


def _name(item: pytest.Item) -> str:
    """What a test is called; those that read the source are called without their parameters."""
    bare = item.nodeid.partition("[")[0]
    return bare if bare in READ_THE_SOURCE else item.nodeid


def _show_source(module: Module) -> None:
    """Has tests that read the source of kesos read the mutant's."""
    text, read_text = ast.unparse(module.tree), Path.read_text

    def read(path: Path, *args: Any, **options: Any) -> str:
        mutated = path.name == module.path.name and path.samefile(module.path)
        return text if mutated else read_text(path, *args, **options)

    Path.read_text = read  # type: ignore[method-assign]


def try_mutant(
    module: Module, mutant: Mutant | None, tests: list[str], options: list[str], seconds: float
) -> dict[str, Any]:
    """Whether one of the tests notices; without a mutant, none may."""
    for name in [name for name in sys.modules if name.partition(".")[0] == "kesos"]:
        del sys.modules[name]
    if mutant is not None:
        mutant.apply()
        if mutant.told:
            _show_source(module)
            tests = list(dict.fromkeys([*tests, *READ_THE_SOURCE]))
    sys.meta_path.insert(0, _Finder(module))  # type: ignore[arg-type]
    chosen = _Chosen(tests, seconds)
    files = list(dict.fromkeys(test.partition("::")[0] for test in tests))
    status = pytest.main([*options, "-x", *files], plugins=[chosen])
    if status == pytest.ExitCode.OK:
        return {"outcome": "survived"}
    if status == pytest.ExitCode.NO_TESTS_COLLECTED:
        return {"outcome": "survived", "by": "no test"}
    return {"outcome": "killed", "by": chosen.failed or f"loading ({Path(files[0]).name})"}
