"""Law of every shape: what the library answers is what an evaluator written apart from it comes to."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kesos import PEDUM_2003, DisasterEvent, entitle
from kesos.standards import AidStandard, dumps_standard, load_standard, loads_standard
from kesos.testing import _laws as laws
from kesos.testing._cases import Case, Drawn

MADE_UP = [load_standard(path) for path in sorted((Path(__file__).parent / "made_up").glob("*.toml"))]
LAWS = {
    "the_answer_is_that_of_an_evaluator_written_apart": laws.rates_are_the_standards,
    "what_the_evaluator_cannot_say_is_not_answered": laws.exactly_one_row_fits,
    "each_class_gets_its_own": laws.each_class_gets_its_own,
    "splitting_over_places_and_adding_changes_nothing_but_groups": laws.splitting_changes_nothing,
    "an_explanation_names_every_number_that_was_used": laws.explanations_name_every_number,
}


@st.composite
def tried(draw: st.DrawFn) -> tuple[Case, Drawn]:
    standard = draw(st.sampled_from(MADE_UP) | st.from_type(AidStandard))
    case = Case(standard, entitle)
    return case, draw(case.draws())


@pytest.mark.parametrize("law", sorted(LAWS))
@settings(suppress_health_check=list(HealthCheck), max_examples=40)
@given(pair=tried())
def test_over_made_up_standards_and_events(law: str, pair: tuple[Case, Drawn]) -> None:
    LAWS[law](*pair)


@settings(suppress_health_check=list(HealthCheck), max_examples=40)
@given(tried())
def test_a_standard_that_was_written_and_read_back_answers_the_same(pair: tuple[Case, Drawn]) -> None:
    case, drawn = pair
    again = loads_standard(dumps_standard(case.standard))
    assert again == case.standard
    event = case.full(drawn, drawn.people)
    one, other = case.maybe(event, drawn, "maximum"), Case(again, entitle).maybe(event, drawn, "maximum")
    assert one == other
    if one is not None and other is not None:
        assert one.to_json() == other.to_json()
        assert one.explain("id") == other.explain("id")


def test_days_given_for_each_item_are_explained_where_the_window_is_the_hazard_s() -> None:
    event = DisasterEvent(hazard="flood", place="x", period="2017-02-25", people=2)
    answer = entitle(event, PEDUM_2003, days={"rice": 3, "side_dishes": 5})
    head = answer.explain("en").split("\n\n")[0]
    assert "3 days" in head
    assert "5 days" in head
