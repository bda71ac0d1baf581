"""Both type checkers are content with the package and with the programs in this folder, and find every slip."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]
CHECKERS = {
    "mypy": ["-m", "mypy", "--strict", "src", "tests/typing"],
    "pyright": ["-m", "pyright", "--pythonpath", sys.executable],
}
SETTINGS = {"typeCheckingMode": "standard", "extraPaths": [str(CHECKOUT / "src")], "reportUnusedExpression": False}
"""Of a project that checks no more than pyright does by itself."""


def check(arguments: list[str], folder: Path = CHECKOUT) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env={**os.environ, "PYRIGHT_PYTHON_IGNORE_WARNINGS": "1", "MYPYPATH": str(CHECKOUT / "src")},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("checker", CHECKERS)
def test_a_type_checker_finds_nothing(checker: str) -> None:
    done = check(CHECKERS[checker])
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("arguments", [["-m", "mypy", "misspelt.py"], CHECKERS["pyright"]], ids=["mypy", "pyright"])
def test_a_type_checker_finds_every_slip_and_nothing_else(arguments: list[str], tmp_path: Path) -> None:
    """In a project of its own, with no setting of ours."""
    text = CHECKOUT.joinpath("tests", "typing", "misspelt.py").read_text(encoding="utf-8")
    wrong = {number for number, line in enumerate(text.splitlines(), start=1) if line.endswith("# wrong")}
    tmp_path.joinpath("misspelt.py").write_text(text, encoding="utf-8")
    tmp_path.joinpath("pyrightconfig.json").write_text(json.dumps(SETTINGS), encoding="utf-8")
    done = check(arguments, tmp_path)
    found = {int(number) for number in re.findall(r"misspelt\.py:(\d+):.*\berror\b", done.stdout)}
    assert found == wrong, done.stdout + done.stderr


def test_no_public_name_is_of_any_type() -> None:
    """A module whose `__getattr__` a type checker sees has every name, the misspelt ones too."""
    seen = [
        str(file.relative_to(CHECKOUT))
        for file in sorted(CHECKOUT.joinpath("src").rglob("*.py*"))
        if file.suffix in (".py", ".pyi")  # not what Python compiled of them
        and re.search(r"^def __getattr__", file.read_text(encoding="utf-8"), re.MULTILINE)
        and not file.with_suffix(".pyi").exists()
    ]
    assert seen == []
