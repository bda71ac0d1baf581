"""Every program in examples/ runs to its end and prints something, without a warning."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import kesos

CHECKOUT = Path(__file__).parents[2]
PROGRAMS = sorted((CHECKOUT / "examples").glob("*.py"))
SEVERE = ["-W", "error"]


def run(program: Path, *arguments: str) -> str:
    """What the program prints; an error where it fails or complains."""
    done = subprocess.run(
        [sys.executable, *SEVERE, program, *arguments],
        env={**os.environ, "PYTHONPATH": str(Path(kesos.__file__).parents[1]), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    return done.stdout


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.name)
def test_the_program_runs_to_its_end(program: Path) -> None:
    assert run(program).strip()


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.name)
def test_the_program_says_what_it_is(program: Path) -> None:
    first = program.read_text(encoding="utf-8").lstrip().splitlines()[0]
    assert first.startswith('"""')


def test_the_main_job_shows_every_event_and_the_totals() -> None:
    printed = run(CHECKOUT / "examples" / "relief_2017.py")
    report = kesos.datasets.kotawaringin_barat()
    squeezed = " ".join(printed.split())
    for event in (*report.fires, *report.natural_disasters):
        assert event.say("id") in squeezed
    ranges = [kesos.entitle_range(event, kesos.PEDUM_2003) for event in report.natural_disasters]
    ends = {
        "minimum": [window.minimum for window in ranges],
        "maximum": [window.maximum for window in ranges],
        "extended": [window.extended or window.maximum for window in ranges],
    }
    for end, answers in ends.items():
        for amount in kesos.total(answers).values():
            assert amount.say("id") in printed, end
    assert "tidak menyebut kebakaran" in squeezed


def test_the_main_job_speaks_english_when_asked() -> None:
    printed = run(CHECKOUT / "examples" / "relief_2017.py", "--language", "en")
    assert "Shortest time" in printed
    assert "Paling sedikit" not in printed


def test_the_planning_job_needs_what_the_floods_of_the_report_are_owed() -> None:
    printed = run(CHECKOUT / "examples" / "plan_a_week.py", "--language", "en")
    floods = [each for each in kesos.datasets.kotawaringin_barat().natural_disasters if each.hazard.code == "flood"]
    needed = kesos.total(kesos.entitle(each, kesos.PEDUM_2003, days=7) for each in floods)
    for amount in needed.values():
        assert isinstance(amount, kesos.Quantity)
        assert amount.say("en") in printed
    assert "Kelurahan Pangkut: 4 days, 1,400 kg" in printed  # 28 sacks; 1,376 kg are owed
