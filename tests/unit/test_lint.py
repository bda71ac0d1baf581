"""Ruff finds nothing in the Python of this repository and would lay none of it out otherwise."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]
CHECKS = {"check": ["check"], "format": ["format", "--check", "--diff"]}


def ruff(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "ruff", *arguments, "--no-cache"],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("check", CHECKS)
def test_ruff_finds_nothing(check: str) -> None:
    done = ruff(*CHECKS[check], ".")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("check", CHECKS)
def test_ruff_would_find_something(check: str, tmp_path: Path) -> None:
    slip = tmp_path / "slip.py"
    slip.write_text("import os\nx = {  'a':1 }\n", encoding="utf-8")
    assert ruff(*CHECKS[check], "--config", CHECKOUT / "pyproject.toml", slip).returncode == 1
