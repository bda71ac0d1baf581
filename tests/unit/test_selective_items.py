"""Whom an item's own words name."""

from datetime import date

import pytest

from kesos.errors import UnknownItemError
from kesos.people import Beneficiary
from kesos.relief import ITEMS, SelectiveItem
from kesos.relief._selective_items import known_item, suits

ON = date(2017, 3, 1)
ADULT_S_COAT = SelectiveItem(  # made up: grown, but of either sex
    code="coat", words="Jas dewasa", package="clothing", grown=True, citation=ITEMS[0].citation
)


@pytest.mark.parametrize(
    ("age", "holds", "missing"), [(17, False, ()), (18, True, ()), (19, True, ()), (None, None, ("birth_date",))]
)
def test_an_item_may_name_an_age_alone(age: int | None, holds: bool | None, missing: tuple[str, ...]) -> None:
    for sex in ("female", "male", None):
        truth = suits(ADULT_S_COAT, Beneficiary(sex=sex, age=age), ON, 18)
        assert (truth.holds, truth.missing) == (holds, missing)


def test_what_the_words_exclude_is_excluded_whatever_else_is_not_known() -> None:
    uniform = known_item("girls_school_uniform", "item")
    assert suits(uniform, Beneficiary(sex="male"), ON, None).holds is False
    assert suits(uniform, Beneficiary(schooling="junior"), ON, None).holds is False
    assert suits(uniform, Beneficiary(sex="female"), ON, None).missing == ("schooling",)


def test_items_are_open_or_name_somebody() -> None:
    assert not ADULT_S_COAT.is_open
    assert known_item("polo_shirt", "item").is_open
    assert [item.letter for item in ITEMS] == ["c"] * 8 + ["d"] * 8


@pytest.mark.parametrize("code", ["wok", 16, None])
def test_an_unknown_item_is_refused(code: object) -> None:
    with pytest.raises(UnknownItemError) as caught:
        known_item(code, "item")
    assert (caught.value.field, caught.value.value) == ("item", code)
