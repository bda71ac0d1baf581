"""What may import what: the floors of the package, and one module for each heavy library."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
import tomllib
from functools import lru_cache
from pathlib import Path

import grimp
import pytest

import kesos

CHECKOUT = Path(__file__).parents[2]
SOURCE = Path(kesos.__file__).parents[1]
HEAVY = ("babel", "pendulum", "tomllib", "tomli_w", "hypothesis", "importlib.metadata", "json")


@lru_cache
def imports() -> grimp.ImportGraph:
    return grimp.build_graph("kesos", include_external_packages=True, cache_dir=None)


def fresh_python(code: str) -> str:
    """What `code` prints in a Python of its own that sees this checkout."""
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def lint(config: Path) -> subprocess.CompletedProcess[str]:
    command = Path(sys.executable).with_name("lint-imports")
    return subprocess.run(
        [command, "--config", config, "--no-cache", "--no-logo"],
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_an_import_only_goes_down() -> None:
    done = lint(CHECKOUT / "pyproject.toml")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "2 kept, 0 broken" in done.stdout


def test_an_import_for_type_checkers_alone_goes_down_too() -> None:
    settings = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))
    assert settings["tool"]["importlinter"]["exclude_type_checking_imports"] is False


def test_the_contract_would_notice_an_import_that_goes_up(tmp_path: Path) -> None:
    """The same contract with the floors upside down is broken by what is there."""
    settings = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))
    floors, _apart = settings["tool"]["importlinter"]["contracts"]
    upside_down = tmp_path / "pyproject.toml"
    upside_down.write_text(
        "[tool.importlinter]\nroot_package = 'kesos'\n[[tool.importlinter.contracts]]\nname = 'upside down'\n"
        f"type = 'layers'\ncontainers = ['kesos']\nlayers = {list(reversed(floors['layers']))!r}\n",
        encoding="utf-8",
    )
    assert lint(upside_down).returncode != 0


def test_no_module_imports_the_face() -> None:
    """A name taken from kesos itself would go round the floors unseen."""
    assert imports().find_modules_that_directly_import("kesos") == set()


@pytest.mark.parametrize(
    ("library", "module"), [("babel", "kesos.values._locales"), ("pendulum", "kesos.values._days")]
)
def test_one_module_alone_uses(library: str, module: str) -> None:
    assert imports().find_modules_that_directly_import(library) == {module}


def test_importing_kesos_loads_nothing_heavy() -> None:
    loaded = fresh_python("import sys; before = set(sys.modules); import kesos; print(*(set(sys.modules) - before))")
    assert {name for name in loaded.split() if name.startswith("kesos")} == {"kesos", "kesos._version"}
    assert not set(HEAVY) & set(loaded.split())


def test_hypothesis_is_needed_by_the_kit_alone() -> None:
    """And by the hook that Hypothesis itself loads."""
    users = imports().find_modules_that_directly_import("hypothesis")
    assert {user for user in users if not user.startswith("kesos.testing")} == {"kesos._hypothesis"}


def test_no_import_of_kesos_hides_from_the_floors() -> None:
    """Under TYPE_CHECKING stand the face's names and libraries that load on first use, nothing of kesos's own."""
    hidden = [
        f"{file.relative_to(SOURCE)}:{inner.lineno}"
        for file in sorted(SOURCE.joinpath("kesos").rglob("*.py"))
        if file != Path(kesos.__file__)
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        for inner in node.body
        if isinstance(inner, ast.ImportFrom) and (inner.module or "").startswith("kesos")
    ]
    assert hidden == []
