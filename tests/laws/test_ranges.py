"""The laws of a range: it holds what every number of days of the window gives, whether rates rise, fall or both."""

from __future__ import annotations

from typing import Any

import attrs
from hypothesis import given
from hypothesis import strategies as st

from kesos import PEDUM_2003, Citation, DisasterEvent, Span, Text, entitle, entitle_range, total
from kesos.relief import ReliefRange, read_record
from kesos.standards import AidStandard, Between, Days, Item, Package, Row
from kesos.values._spans import ends_of

SOURCE = Citation(regulation="Contoh", known="hypothetical")
NAME = Text("Bantuan", "Aid")
AMOUNTS = st.integers(0, 900)


@st.composite
def rates_by_day(draw: st.DrawFn) -> tuple[Row, ...]:
    """Rows under which the amount rises, falls or does both, and now and then leaves days without any."""
    firsts = sorted(draw(st.sets(st.integers(2, 30), max_size=4)))
    rows: list[Row] = []
    for first, following in zip([1, *firsts], [*firsts, None], strict=True):
        least = draw(AMOUNTS)
        amount = draw(st.just(least) | st.integers(1, 50).map(lambda more, least=least: Between(least, least + more)))
        end = None if following is None else following - 1
        if draw(st.integers(0, 9)):
            rows.append(
                Row(tests={"day": {"from": first} if end is None else {"from": first, "to": end}}, amount=amount)
            )
    return tuple(rows) or (Row(tests={"day": {"from": 1}}, amount=1),)


@st.composite
def standards(draw: st.DrawFn) -> AidStandard:
    least = draw(st.integers(1, 12))
    most = draw(st.integers(least, 25))
    window = Days(minimum=least, maximum=most, extended=draw(st.none() | st.integers(most + 1, 31)))
    often: dict[str, Any] = draw(st.sampled_from([{}, {"every": "day"}, {"every": "week", "part": "up"}]))
    changing = Item(
        code="changing", name=NAME, unit="IDR", per="family", rates=draw(rates_by_day()), window=window,
        citation=SOURCE, **often,
    )  # fmt: skip
    plain = Item(code="plain", name=NAME, unit="kg", per="family", amount=2, every="day", citation=SOURCE)
    return attrs.evolve(PEDUM_2003, code="contoh", packages=(Package(code="own", name=NAME, items=(changing, plain)),))


FLOOD = DisasterEvent(hazard="flood", place="Desa Contoh", period="2017-02-25", families=3)


def window_of(window: ReliefRange) -> tuple[int, int]:
    changing = window.standard.item("changing").window
    assert isinstance(changing, Days)
    return changing.minimum, changing.maximum


@given(standards())
def test_a_range_holds_what_every_number_of_days_of_its_window_gives_and_no_more(standard: AidStandard) -> None:
    window = entitle_range(FLOOD, standard)
    least, most = window_of(window)
    given_days = [entitle(FLOOD, standard, days={"plain": 3, "changing": days}) for days in range(least, most + 1)]
    if all("changing" in answer for answer in given_days):
        ends = [ends_of(answer["changing"]) for answer in given_days]
        assert window["changing"] == Span(min(low for low, _ in ends), max(high for _, high in ends))
    else:
        assert "changing" not in window
        assert [each.code for each in window.unknown] == ["changing"]
        assert {each.error.code for each in window.unknown} == {"no_rate"}


@given(standards())
def test_whatever_range_can_be_built_says_and_records_itself(standard: AidStandard) -> None:
    window = entitle_range(FLOOD, standard)
    both = total([window, window])
    assert repr(window).startswith("<ReliefRange flood")
    for answer in (window, both):
        assert read_record(answer.to_dict(), standard) == answer
        for language in ("id", "en"):
            assert answer.explain(language)
            assert answer.table(language).plain()
    if "changing" in window:
        assert both["changing"] == window["changing"] + window["changing"]
        known = {end for answer in (window.minimum, window.maximum) for end in ends_of(answer["changing"])}
        told = window["changing"].say("en") in window.explain("en")
        assert told or {window["changing"].minimum, window["changing"].maximum} <= known
    else:
        assert "changing" not in both
