"""What may import what: the floors of the package, and one module for each heavy library."""

from __future__ import annotations

import ast
import os
import re
import shutil
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


SETTINGS = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
CONTRACTS = [contract["name"] for contract in SETTINGS["contracts"]]


def lint(source: Path = SOURCE) -> subprocess.CompletedProcess[str]:
    """What the contracts say of the package that lies in a folder."""
    command = Path(sys.executable).with_name("lint-imports")
    return subprocess.run(
        [command, "--config", CHECKOUT / "pyproject.toml", "--no-cache", "--no-logo"],
        env={**os.environ, "PYTHONPATH": str(source)},
        capture_output=True,
        text=True,
        check=False,
    )


def verdicts(told: str) -> dict[str, str]:
    """For each contract whether it is kept."""
    return dict(re.findall(r"^(.+) (KEPT|BROKEN)$", told, re.MULTILINE))


def test_an_import_only_goes_down_and_frames_do_not_know_what_is_compared_with_them() -> None:
    done = lint()
    assert done.returncode == 0, done.stdout + done.stderr
    assert verdicts(done.stdout) == dict.fromkeys(CONTRACTS, "KEPT")


BREACHES = {
    "a floor up": ("values/_texts.py", "import kesos.standards", "Floors"),
    "a floor up, inside a function": ("relief/_lines.py", "def f(): import kesos.planning._cover", "Floors"),
    "a floor up, for type checkers": (
        "counts/_count.py",
        "if TYPE_CHECKING: from kesos.events import Damage",
        "Floors",
    ),
    "a neighbour": ("charts/_style.py", "import kesos.tables", "Floors"),
    "a reader of what it is compared with": ("frames/_plan.py", "def f(): import kesos.relief._sums", "Frames"),
    "by way of another": ("frames/_plan.py", "from kesos.planning import Stock", "Frames"),
    "a reader of reports": ("frames/_plan.py", "import kesos.reports", "Frames"),
    "a reader of audits": ("frames/_plan.py", "import kesos.audit._audit", "Frames"),
}
"""A line that breaks a contract, where it is planted, and how the name of the contract begins."""


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the package in which something can be planted."""
    folder = tmp_path_factory.mktemp("planted")
    shutil.copytree(SOURCE / "kesos", folder / "kesos", ignore=shutil.ignore_patterns("__pycache__"))
    return folder


@pytest.mark.parametrize("breach", BREACHES)
def test_a_breach_is_noticed(breach: str, copied: Path) -> None:
    file, line, broken = BREACHES[breach]
    planted = copied / "kesos" / file
    whole = planted.read_text(encoding="utf-8")
    planted.write_text(f"{whole}\n\n{line}\n", encoding="utf-8")
    try:
        done = lint(copied)
    finally:
        planted.write_text(whole, encoding="utf-8")
    assert done.returncode == 1, done.stdout + done.stderr
    assert [name for name, verdict in verdicts(done.stdout).items() if verdict == "BROKEN"] == [
        name for name in CONTRACTS if name.startswith(broken)
    ]


def test_each_contract_is_broken_by_a_breach() -> None:
    assert {broken for _, _, broken in BREACHES.values()} == {re.split(r"\W", name)[0] for name in CONTRACTS}


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
