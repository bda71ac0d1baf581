"""The example of ten households runs and says what its records lead to, without a name."""

import pytest
from checkout import load

from kesos.programs import eligibility


def test_ten_households_and_their_answers(capsys: pytest.CaptureFixture[str]) -> None:
    example = load("examples/who_is_eligible.py")
    example.main()
    printed = capsys.readouterr().out
    answers = [eligibility(program, household, on=example.HARI).eligible for program, household in example.RUMAH_TANGGA]
    assert answers == [True, True, True, False, False, False, None, True, True, True]
    for _, household in example.RUMAH_TANGGA:
        assert household.reference in printed
        assert all(member.name not in printed for member in household.members or ())
    assert printed.count("TIDAK TERMASUK") == 3
