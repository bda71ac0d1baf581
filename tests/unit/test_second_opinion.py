"""The kit's own evaluator: silent where the law or the event does not say how much, and where a range stays one."""

from __future__ import annotations

from typing import Any

import pytest

from kesos.errors import BrokenLawsError, UnknownValueError
from kesos.events import DisasterEvent, Locality
from kesos.standards import PEDUM_2003, AidStandard, Item, Package, Row, Validity
from kesos.testing import check_standard
from kesos.testing._second_opinion import owed
from kesos.values import Citation, Period, Rounding, Span, Text

SOURCE = Citation(regulation="x", locator="1", known="hypothetical")
NAME = Text("a", "a")


def standard_of(**item: Any) -> AidStandard:
    given = {"code": "aid", "name": NAME, "unit": "IDR", "citation": SOURCE, **item}
    return AidStandard(
        code="made-up",
        title=NAME,
        source=SOURCE,
        validity=Validity(start=Period.of("2000"), end="unknown", citation=SOURCE),
        covers="any",
        packages=(Package(code="all", name=NAME, items=(Item(**given),)),),
    )


def opinion(standard: AidStandard, **event: Any) -> tuple[int, int] | None:
    struck = DisasterEvent(hazard="flood", place="x", period="2020-01-01", **event)
    return owed(standard.items[0], standard, struck, None, {})


BY_DAMAGE = standard_of(per="house", rates=(Row(tests={"damage": "heavy"}, amount=5),))


def test_a_count_that_is_not_known_is_silence() -> None:
    assert opinion(standard_of(per="dead", amount=5), counts={"dead": None}) is None
    assert opinion(standard_of(per="dead", amount=5)) is None
    assert opinion(standard_of(per="dead", amount=5), counts={"dead": 0}) == (0, 0)
    assert opinion(standard_of(per="injured", amount=5), counts={"injured": {"serious": 1, "minor": None}}) is None


def test_a_class_of_which_nothing_was_given_is_silence_where_all_are_asked_for() -> None:
    of_injured = standard_of(per="injured", amount=5)
    assert opinion(of_injured, counts={"injured": {"serious": 1}}) is None
    assert opinion(of_injured, counts={"injured": {"serious": 1, "minor": 2}}) == (3 * 5, 3 * 5)
    assert opinion(standard_of(per="household", amount=5), counts={"household": {4: 2}}) == (2 * 5, 2 * 5)
    assert opinion(standard_of(per="dead", amount=5), counts={"dead": {"male": 2}}) == (2 * 5, 2 * 5)


@pytest.mark.parametrize("house", [3, None, {"heavy": None}, {"light": 1}])
def test_a_class_that_is_not_known_is_silence(house: Any) -> None:
    assert opinion(BY_DAMAGE, counts={"house": house}) is None


def test_a_count_that_is_known_as_a_range_gives_a_range() -> None:
    assert opinion(standard_of(per="dead", amount=5), counts={"dead": Span(2, 4)}) == (10, 20)


def test_a_class_that_is_not_known_in_one_place_is_silence() -> None:
    grouped = standard_of(
        per="house",
        rates=(Row(tests={"damage": "heavy"}, amount=5, group=2),),
        rounding=Rounding.UP,
        counted="place",
    )
    places = [Locality(place="a", counts={"house": {"heavy": 1}}), Locality(place="b", counts={"house": {"heavy": 3}})]
    assert opinion(grouped, localities=places) == (15, 15)
    short = [places[0], Locality(place="b", counts={"house": {"light": 3}})]
    assert opinion(grouped, localities=short) is None


def test_a_rule_that_never_answers_breaks_laws() -> None:
    def silent(*_: Any, **__: Any) -> Any:
        raise UnknownValueError("count_unknown.people", field="people", item=NAME)

    with pytest.raises(BrokenLawsError):
        check_standard(PEDUM_2003, entitle=silent, examples=2)
