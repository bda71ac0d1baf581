"""The example of ten households runs and says what its records lead to, without a name."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from kesos.programs import eligibility

EXAMPLE = Path(__file__).parents[2] / "examples" / "who_is_eligible.py"


def load() -> ModuleType:
    spec = importlib.util.spec_from_file_location("who_is_eligible", EXAMPLE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_ten_households_and_their_answers(capsys: pytest.CaptureFixture[str]) -> None:
    example = load()
    example.main()
    printed = capsys.readouterr().out
    answers = [eligibility(program, household, on=example.HARI).eligible for program, household in example.RUMAH_TANGGA]
    assert answers == [True, True, True, False, False, False, None, True, True, True]
    for _, household in example.RUMAH_TANGGA:
        assert household.reference in printed
        assert all(member.name not in printed for member in household.members or ())
    assert printed.count("TIDAK TERMASUK") == 3
