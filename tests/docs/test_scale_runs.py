"""The programs of the page on scale that need workers or Java do what the page says."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PAGE = (Path(__file__).parents[2] / "docs" / "how-to" / "scale.md").read_text(encoding="utf-8")


def program_of(section: str) -> tuple[str, str]:
    """The program of a section, and what it is said to print."""
    text = re.split(r"^## ", PAGE, flags=re.MULTILINE)
    [own] = [each for each in text if each.startswith(f"{section}\n")]
    [program] = re.findall(r"^```python\n(.*?)^```$", own, re.MULTILINE | re.DOTALL)
    printed = re.findall(r"^```text\n(.*?)^```$", own, re.MULTILINE | re.DOTALL)
    return program, "".join(printed)


def run(program: str, folder: Path) -> str:
    saved = folder / "program.py"
    saved.write_text(program, encoding="utf-8")
    command = [sys.executable, "-W", "ignore", str(saved)]
    ran = subprocess.run(command, cwd=folder, env=os.environ, capture_output=True, text=True, timeout=300, check=False)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def test_workers_of_dask_give_what_the_page_shows(tmp_path: Path) -> None:
    pytest.importorskip("distributed")
    program, printed = program_of("Dask")
    assert run(program, tmp_path) == printed


def test_two_cores_of_spark_give_what_the_engine_on_one_machine_gives(tmp_path: Path) -> None:
    pytest.importorskip("pyspark")
    if shutil.which("java") is None:
        pytest.skip("Spark runs on Java, and there is none on this machine")
    program, _ = program_of("Spark")
    local = program.replace(".getOrCreate()", '.config("spark.driver.host", "127.0.0.1").getOrCreate()')
    printed = run(local, tmp_path)
    assert re.search(r"\|62\.01\.04\| *banjir\| *860\| *7\|2408000\| *36120000\| *ok\|", printed), printed
    assert re.search(r"\|62\.01\.04\|2408000\| *36120000\| *1\| *0\|", printed), printed
