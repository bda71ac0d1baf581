"""A mutant tried in a process in which nothing of kesos is loaded yet, so that what loading computes is its own."""

from __future__ import annotations

import importlib.util
import sys
from importlib.machinery import ModuleSpec, SourceFileLoader
from pathlib import Path
from typing import Any

import pytest
from mutants import Module, Mutant


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

    def __init__(self, tests: list[str]) -> None:
        self._place = {test: place for place, test in enumerate(tests)}
        self.failed = ""

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = sorted((item for item in items if item.nodeid in self._place), key=self._key)

    def _key(self, item: pytest.Item) -> int:
        return self._place[item.nodeid]

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed and not self.failed:
            self.failed = report.nodeid


def try_mutant(module: Module, mutant: Mutant | None, tests: list[str], options: list[str]) -> dict[str, Any]:
    """Whether one of the tests notices; without a mutant, none may."""
    for name in [name for name in sys.modules if name.partition(".")[0] == "kesos"]:
        del sys.modules[name]
    if mutant is not None:
        mutant.apply()
    sys.meta_path.insert(0, _Finder(module))  # type: ignore[arg-type]
    chosen = _Chosen(tests)
    files = list(dict.fromkeys(test.partition("::")[0] for test in tests))
    status = pytest.main([*options, "-x", *files], plugins=[chosen])
    if status == pytest.ExitCode.OK:
        return {"outcome": "survived"}
    if status == pytest.ExitCode.NO_TESTS_COLLECTED:
        return {"outcome": "survived", "by": "no test"}
    return {"outcome": "killed", "by": chosen.failed or f"loading ({Path(files[0]).name})"}
