"""Intervals of a table of rates: what lies in one."""

from __future__ import annotations

from datetime import date

import pytest

from kesos.errors import NoRateError
from kesos.standards import Interval, Row
from kesos.standards._rates import row_for


def test_a_word_lies_in_no_interval_of_numbers_so_that_there_is_no_rate_for_it() -> None:
    assert not Interval(40, 60).holds("much")
    with pytest.raises(NoRateError) as caught:
        row_for((Row(tests={"percent": {"from": 40}}, amount=1),), {"percent": "much"})
    assert "percent = much" in str(caught.value)


def test_an_interval_of_days_is_made_of_days_or_of_text_for_them() -> None:
    assert Interval(date(2022, 10, 1), "2022") == Interval("2022-10-01", date(2022, 12, 31))
