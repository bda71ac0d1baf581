"""Intervals of a table of rates: what lies in one."""

from __future__ import annotations

import pytest

from kesos.errors import NoRateError
from kesos.standards import Interval, Row
from kesos.standards._rates import row_for


def test_a_word_lies_in_no_interval_of_numbers_so_that_there_is_no_rate_for_it() -> None:
    assert not Interval(40, 60).holds("much")
    with pytest.raises(NoRateError) as caught:
        row_for((Row(tests={"percent": {"from": 40}}, amount=1),), {"percent": "much"})
    assert "percent = much" in str(caught.value)
