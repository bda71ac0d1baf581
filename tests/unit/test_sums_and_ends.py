"""What several values add up to where all are known, and between what one that may be a range lies."""

from __future__ import annotations

from typing import Any

import pytest

from kesos.counts import COUNTS, Count
from kesos.counts._known import FIELDS
from kesos.events import DisasterEvent
from kesos.values import Percentage, Quantity, Span
from kesos.values._spans import ends_of
from kesos.values._sums import sum_known

KG = Quantity(1, "kg")


@pytest.mark.parametrize(
    ("values", "together"),
    [
        ([1, 2, 3], 6),
        ([0], 0),
        ([KG, KG * 2], KG * 3),
        ([Quantity(1, "USD"), Quantity(2, "USD")], Quantity(3, "USD")),
        ([Span(1, 2), Span(3, 5)], Span(4, 7)),
        ([1, None], None),
        ([None, KG], None),
        ([None], None),
        ([], None),
        (iter([1, 2]), 3),
    ],
)
def test_a_sum_is_known_where_each_part_is(values: Any, together: object) -> None:
    assert sum_known(values) == together


def test_what_no_values_add_up_to_is_said_by_who_asks() -> None:
    assert sum_known([], 0) == 0
    assert sum_known([None], 0) is None
    assert sum_known([5], 100) == 5


@pytest.mark.parametrize(
    ("value", "ends"),
    [
        (Span(KG, KG * 2), (KG, KG * 2)),
        (KG, (KG, KG)),
        (Span(3, 7), (3, 7)),
        (0, (0, 0)),
        (Span(Percentage(5), Percentage(6)), (Percentage(5), Percentage(6))),
    ],
)
def test_what_may_be_a_range_has_two_ends(value: Any, ends: object) -> None:
    assert ends_of(value) == ends


def test_the_counts_that_are_fields_of_an_event_are_counted_there() -> None:
    event = DisasterEvent(hazard="flood", place="x", period="2017-02-25", **dict.fromkeys(FIELDS.values(), 7))
    assert {code: event.counts[code] for code in FIELDS} == dict.fromkeys(FIELDS, 7)
    assert {each.code for each in COUNTS if hasattr(event, each.name.en)} == set(FIELDS)
    assert {Count.of(code).name.en for code in FIELDS} == set(FIELDS.values())
