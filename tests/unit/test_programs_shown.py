"""A programme's table says all that is known of it, each with its source; and its parts hold what they say."""

from __future__ import annotations

import attrs
import pytest

from kesos.errors import InvalidValueError
from kesos.programs import PROGRAMS, Asks, Program, benefit_owed
from kesos.programs._asks import AnyOf
from kesos.values import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.code)
def test_a_programmes_table_says_all_that_is_known_of_it(program: Program, language: str) -> None:
    table = program.table(language)
    said = [row[1] for row in table.rows]
    for text in (program.what, program.for_whom):
        if text is not None:
            row = next(row for row in table.rows if row[1] == text.say(language))
            assert (row[2] != "") is (program.source is not None)
    for reading in program.readings:
        assert reading.say(language) in said
    for citation in program.citations:
        assert citation.regulation in said
    assert all(cell for cell in said)


def test_a_programmes_table_is_indonesian_unless_said() -> None:
    assert Program.PKH.table() == Program.PKH.table("id") != Program.PKH.table("en")


def test_what_is_owed_under_a_rate_holds_its_rate_its_period_and_its_total() -> None:
    [part] = benefit_owed("BPNT", families=2, first="2019-01", last="2019-02").parts
    for field in ("rate", "period", "times", "total"):
        with pytest.raises(InvalidValueError) as caught:
            attrs.evolve(part, **{field: "x"})
        assert caught.value.field == field


def test_what_is_no_question_is_none_of_several() -> None:
    with pytest.raises(InvalidValueError) as caught:
        AnyOf(any=[Asks(field="pregnant", is_=True), 3])  # type: ignore[list-item]
    assert caught.value.field == "any[1]"
