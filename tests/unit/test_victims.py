"""The groups of victims that the report names, and how it groups hazards in two places."""

from typing import Any

import pytest

from kesos.errors import InvalidValueError
from kesos.hazards import UU_24_2007, Hazard
from kesos.values import LANGUAGES
from kesos.victims import EXPECTED_HAZARDS, SERVICE_HAZARDS, VICTIM_GROUPS, VictimGroup


@pytest.mark.parametrize("group", VICTIM_GROUPS, ids=lambda group: group.code)
def test_each_group_has_words_a_source_and_a_wider_group_that_exists(group: VictimGroup) -> None:
    assert VictimGroup.of(group.code) is group
    assert VictimGroup.of(group) is group
    assert all(group.label(language) for language in LANGUAGES)
    assert group.citation.locator == "C.2.e.1"
    if group.part_of is not None:
        assert VictimGroup.of(group.part_of).disaster == group.disaster


def test_codes_do_not_repeat() -> None:
    assert len({group.code for group in VICTIM_GROUPS}) == len(VICTIM_GROUPS) == 9


def test_six_groups_make_up_the_victims_of_social_disaster() -> None:
    parts = [group for group in VICTIM_GROUPS if group.part_of == "social_disaster"]
    assert len(parts) == 6
    assert all(group.readings for group in parts)  # the print never closes the bracket


def test_stranded_travellers_fall_under_no_category() -> None:
    assert VictimGroup.of("stranded_travellers").categories == ()


def test_those_who_help_are_no_victims() -> None:
    assert VictimGroup.of("tagana").disaster is None


@pytest.mark.parametrize("group", ["violense", 5, None])
def test_an_unknown_group_is_refused(group: Any) -> None:
    with pytest.raises(InvalidValueError) as caught:
        VictimGroup.of(group)
    assert (caught.value.field, caught.value.value, caught.value.code) == ("group", group, "unknown_group")


def test_one_report_calls_a_fire_social_and_non_natural() -> None:
    assert SERVICE_HAZARDS.group_of(Hazard.FIRE) == "social"
    assert EXPECTED_HAZARDS.group_of(Hazard.FIRE) == "non_natural"
    assert UU_24_2007.group_of(Hazard.FIRE) is None
