"""Both type checkers are content with the package and with the programs in this folder that use it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]
CHECKERS = {
    "mypy": ["-m", "mypy", "--strict", "src", "tests/typing"],
    "pyright": ["-m", "pyright", "--pythonpath", sys.executable],
}


@pytest.mark.parametrize("checker", CHECKERS)
def test_a_type_checker_finds_nothing(checker: str) -> None:
    done = subprocess.run(
        [sys.executable, *CHECKERS[checker]],
        cwd=CHECKOUT,
        env={**os.environ, "PYRIGHT_PYTHON_IGNORE_WARNINGS": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
