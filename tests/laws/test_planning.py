"""The laws of planning: nothing is lost, nothing is promised twice, and no day that a policy allows is kept back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

import attrs
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kesos import PEDUM_2003, DisasterEvent, Quantity, Rounding, entitle, total
from kesos.errors import KesosError
from kesos.planning import (
    POLICIES,
    Allocation,
    Lot,
    Pack,
    Policy,
    Share,
    Stock,
    allocate,
    days_covered,
    plan_days,
    shortfall,
)
from kesos.planning._ladders import upper
from kesos.standards import KEMENSOS_CASH, PERKA_BNPB_7_2008, AidStandard
from kesos.testing._cases import Case

HAZARDS = ("flood", "tsunami", "earthquake", "drought")
RICE, MONEY = 400, 6_000  # huruf a: a person and a day
ENDS = {"flood": 7, "tsunami": 3, "earthquake": 10, "drought": 30}  # huruf b
LEAST = {"flood": 3, "tsunami": 3, "earthquake": 5, "drought": 15}

policies = st.sampled_from(POLICIES)
people = st.integers(0, 60) | st.integers(0, 2_000)


def struck(hazard: str, people: int) -> DisasterEvent:
    return DisasterEvent(hazard=hazard, place="Desa Contoh", period="2017-02-25", people=people)


def stock(rice: int, money: int) -> Stock:
    return Stock({"rice": Quantity(rice, "g"), "side_dishes": Quantity(money, "IDR")})


events = st.builds(struck, st.sampled_from(HAZARDS), people)
lists = st.lists(events, max_size=6)
# as much as some thousand days of one person: a draw from zero to millions is nearly always next to nothing
grams = st.integers(0, 3_000).map(RICE.__mul__) | st.integers(0, 20_000_000)
rupiah = st.integers(0, 3_000).map(MONEY.__mul__) | st.integers(0, 300_000_000)
stocks = st.builds(stock, grams, rupiah)


def given_of(plan: Allocation, code: str) -> int:
    return sum(share[code].amount for share in plan.shares)


def days_of(plan: Allocation) -> list[int]:
    return [days for share in plan.shares if (days := share.days) is not None]


@given(lists, stocks, policies)
def test_what_is_given_and_what_is_left_is_what_there_was(
    events: list[DisasterEvent], there: Stock, policy: Policy
) -> None:
    plan = allocate(events, PEDUM_2003, there, policy=policy)
    for code, quantity in there.items():
        assert given_of(plan, code) + plan.left[code].amount == quantity.amount
        assert plan.left[code].amount >= 0


@given(lists, stocks, policies, st.sampled_from((Rounding.UP, Rounding.DOWN)), st.integers(1, 60_000))
def test_nothing_is_lost_in_whole_packs_either(
    events: list[DisasterEvent], there: Stock, policy: Policy, packs: Rounding, size: int
) -> None:
    rice = Lot(item="rice", quantity=there["rice"], pack=Pack(Quantity(size, "g")))
    packed = Stock([rice, *(lot for lot in there.lots if lot.item != "rice")])
    plan = allocate(events, PEDUM_2003, packed, policy=policy, packs=packs)
    for code, quantity in packed.items():
        assert given_of(plan, code) + plan.left[code].amount == quantity.amount
        assert plan.left[code].amount >= 0
    assert all(share["rice"].amount % size == 0 for share in plan.shares)


@given(lists, stocks, policies)
def test_each_share_is_what_so_many_days_are_owed(events: list[DisasterEvent], there: Stock, policy: Policy) -> None:
    for event, share in zip(events, allocate(events, PEDUM_2003, there, policy=policy).shares, strict=True):
        assert share.event == event
        assert share.days is not None
        if share.days >= LEAST[event.hazard.code]:
            assert dict(share) == dict(entitle(event, PEDUM_2003, days=share.days))
        assert share["rice"].amount == (event.people or 0) * RICE * share.days


@given(lists, stocks, policies)
@example([struck(hazard, 10) for hazard in HAZARDS], stock(10**9, 10**12), "equal_days")
def test_nobody_gets_more_days_than_the_window_has(events: list[DisasterEvent], there: Stock, policy: Policy) -> None:
    plan = allocate(events, PEDUM_2003, there, policy=policy)
    for event, days in zip(events, days_of(plan), strict=True):
        assert 0 <= days <= ENDS[event.hazard.code]


def has_one_day_more(share: Share, plan: Allocation) -> bool:
    number = share.event.people or 0
    return number * RICE <= plan.left["rice"].amount and number * MONEY <= plan.left["side_dishes"].amount


def at_its_end(share: Share) -> bool:
    return share.days == ENDS[share.event.hazard.code]


@given(lists, stocks, st.sampled_from(("in_order", "minimum_first")))
def test_no_event_could_have_had_one_day_more(events: list[DisasterEvent], there: Stock, policy: Policy) -> None:
    plan = allocate(events, PEDUM_2003, there, policy=policy)
    for share in plan.shares:
        assert at_its_end(share) or not has_one_day_more(share, plan)


@given(lists, stocks)
def test_equal_days_stop_only_where_not_all_can_have_one_day_more(events: list[DisasterEvent], there: Stock) -> None:
    plan = allocate(events, PEDUM_2003, there, policy="equal_days")
    open_shares = [share for share in plan.shares if not at_its_end(share)]
    assert len({share.days for share in open_shares}) <= 1
    number = sum(share.event.people or 0 for share in open_shares)
    assert not open_shares or not (
        number * RICE <= plan.left["rice"].amount and number * MONEY <= plan.left["side_dishes"].amount
    )


@given(lists, stocks, grams, rupiah)
def test_more_stock_never_means_fewer_equal_days(
    events: list[DisasterEvent], there: Stock, rice: int, money: int
) -> None:
    more = stock(there["rice"].amount + rice, there["side_dishes"].amount + money)
    plans = [allocate(events, PEDUM_2003, each, policy="equal_days") for each in (there, more)]
    assert all(before <= after for before, after in zip(*map(days_of, plans), strict=True))


@given(lists.filter(len), stocks, grams, rupiah)
def test_more_stock_never_means_fewer_days_for_the_first_in_order(
    events: list[DisasterEvent], there: Stock, rice: int, money: int
) -> None:
    more = stock(there["rice"].amount + rice, there["side_dishes"].amount + money)
    before, after = (days_of(allocate(events, PEDUM_2003, each, policy="in_order"))[0] for each in (there, more))
    assert before <= after


@given(lists, stocks, st.randoms())
def test_the_order_of_events_does_not_matter_to_equal_days(
    events: list[DisasterEvent], there: Stock, random: Random
) -> None:
    shuffled = list(range(len(events)))
    random.shuffle(shuffled)
    plan = allocate(events, PEDUM_2003, there, policy="equal_days")
    other = allocate([events[at] for at in shuffled], PEDUM_2003, there, policy="equal_days")
    assert [days_of(plan)[at] for at in shuffled] == days_of(other)
    assert dict(plan.left) == dict(other.left)


@given(st.lists(st.builds(struck, st.sampled_from(HAZARDS), st.just(0)), max_size=4), stocks, policies)
def test_an_event_with_nobody_gets_nothing(events: Sequence[DisasterEvent], there: Stock, policy: Policy) -> None:
    plan = allocate(events, PEDUM_2003, there, policy=policy)
    assert not any(quantity for share in plan.shares for quantity in share.values())
    assert dict(plan.left) == dict(there)


@given(lists, stocks)
def test_nobody_has_more_than_the_least_while_another_could_be_brought_nearer_to_it(
    events: list[DisasterEvent], there: Stock
) -> None:
    plan = allocate(events, PEDUM_2003, there, policy="minimum_first")
    above = [share for share in plan.shares if (share.days or 0) > LEAST[share.event.hazard.code]]
    spare = {
        code: plan.left[code].amount
        + sum(share[code].amount - (share.event.people or 0) * rate * LEAST[share.event.hazard.code] for share in above)
        for code, rate in (("rice", RICE), ("side_dishes", MONEY))
    }
    for share in plan.shares:
        if (share.days or 0) < LEAST[share.event.hazard.code]:
            number = share.event.people or 0
            assert number * RICE > spare["rice"] or number * MONEY > spare["side_dishes"]


@given(lists, stocks, policies)
def test_a_plan_that_moves_leaves_what_it_said_and_moves_once(
    events: list[DisasterEvent], there: Stock, policy: Policy
) -> None:
    plan = allocate(events, PEDUM_2003, there, policy=policy)
    movements = plan.movements("SPB", on="2017-03-01")
    assert dict(there.after(*movements)) == dict(plan.left)


@given(events, stocks)
def test_the_days_covered_are_those_that_fit_and_no_more_would(event: DisasterEvent, there: Stock) -> None:
    cover = days_covered(event, PEDUM_2003, there)
    number = event.people or 0

    def fits(days: int) -> bool:
        return number * RICE * days <= there["rice"].amount and number * MONEY * days <= there["side_dishes"].amount

    assert fits(cover.days)
    assert cover.days == ENDS[event.hazard.code] or not fits(cover.days + 1)
    assert (cover.limited_by is None) == (cover.days == ENDS[event.hazard.code])
    assert cover.days == allocate([event], PEDUM_2003, there, policy="in_order").shares[0].days


@given(st.lists(st.builds(struck, st.just("flood"), people), min_size=1, max_size=4), stocks, st.integers(3, 7))
def test_what_is_short_is_just_what_is_missing(events: list[DisasterEvent], there: Stock, days: int) -> None:
    need = total(entitle(event, PEDUM_2003, days=days) for event in events)
    gap = shortfall(need, there)
    for code, short in gap.items():
        owed, held = need[code], there[code]
        assert isinstance(short, Quantity)
        assert isinstance(owed, Quantity)
        assert short.amount == max(0, owed.amount - held.amount)
        assert owed <= held + short


@st.composite
def tried(draw: st.DrawFn) -> tuple[Case, list[DisasterEvent], Stock]:
    """Some events under a made-up standard of any shape, and a stock of what it grants, some of it not counted."""
    standard = draw(st.sampled_from([PEDUM_2003, PERKA_BNPB_7_2008, KEMENSOS_CASH]) | st.from_type(AidStandard))
    case = Case(standard, entitle)
    drawn = draw(st.lists(case.draws(), min_size=1, max_size=3))
    held = st.none() | st.integers(0, 10**12)
    there = {item.code: draw(held) for item in standard.granted}
    counted = {
        item.code: Quantity(amount, item.unit.base)
        for item in standard.granted
        if (amount := there[item.code]) is not None
    }
    return case, [case.full(each, each.people) for each in drawn], Stock(counted)


@settings(suppress_health_check=list(HealthCheck), max_examples=60)
@given(tried(), policies, st.booleans(), st.integers(1, 40))
def test_whatever_the_standard_nothing_is_lost_and_every_share_is_what_the_standard_owes(
    asked: tuple[Case, list[DisasterEvent], Stock], policy: Policy, extended: bool, most: int
) -> None:
    case, events, there = asked
    plan = allocate(events, case.standard, there, policy=policy, extended=extended, most=most, indices=case.indices())
    assert Allocation.from_json(plan.to_json()) == plan
    assert len(plan.shares) + len(plan.left_out) == len(events)
    for code, quantity in there.items():
        assert sum(share[code].amount for share in plan.shares if code in share) + plan.left[code].amount == (
            quantity.amount
        )
        assert plan.left[code].amount >= 0
    for share in plan.shares:
        assert {*share} <= {*there}
        assert not {*share} & {each.code for each in (*share.unknown, *share.unspecified)}
        lasting = {item.code: share.days for item in case.standard.granted if item.needs_days}
        try:
            owed = entitle(share.event, case.standard, days=lasting or None, indices=case.indices(), extended=extended)
        except KesosError:  # what so many days are owed, the standard alone does not say
            continue
        for code, quantity in share.items():
            if code not in share.lacking:
                assert quantity.amount == upper(owed[code])
    for language in ("id", "en"):
        assert plan.table(language).html()


@pytest.mark.parametrize("policy", POLICIES)
def test_every_policy_gives_all_of_it_where_there_is_enough(policy: Policy) -> None:
    events = [struck(hazard, 10) for hazard in HAZARDS]
    plan = allocate(events, PEDUM_2003, stock(10**9, 10**12), policy=policy)
    assert [share.days for share in plan.shares] == list(ENDS.values())
    assert all(share.meets_minimum for share in plan.shares)


# --- what expires ----------------------------------------------------------------------------------------------------

FIRST = date(2017, 2, 25)
days_from_the_first = st.integers(-3, 9).map(lambda days: FIRST + timedelta(days=days))
rice_lots = st.lists(
    st.tuples(st.integers(0, 60).map(RICE.__mul__), st.none() | days_from_the_first).map(
        lambda drawn: Lot(item="rice", quantity=Quantity(drawn[0], "g"), expires=drawn[1])
    ),
    min_size=1,
    max_size=4,
).map(Stock)


def struck_on(hazard: str, people: int, day: date) -> DisasterEvent:
    return attrs.evolve(struck(hazard, people), period=day)


later = st.builds(
    struck_on,
    st.sampled_from(("flood", "tsunami")),
    st.integers(0, 12),
    st.integers(0, 5).map(lambda days: FIRST + timedelta(days=days)),
)


def is_handed_out_in_time(given: list[tuple[DisasterEvent, int]], there: Stock) -> bool:
    """Whether a warehouse that goes on day by day, what expires first first, never lacks any rice."""
    lots = sorted((lot.expires or date.max, lot.quantity.amount) for lot in there.lots)
    for number in range(20):
        day = FIRST + timedelta(days=number)
        need = sum((each.people or 0) * RICE for each, days in given if 0 <= (day - each.period.start).days < days)
        lots = [(end, amount) for end, amount in lots if day <= end]
        for at, (end, amount) in enumerate(lots):
            goes = min(need, amount)
            lots[at], need = (end, amount - goes), need - goes
        if need:
            return False
    return True


@given(later, rice_lots)
def test_the_days_covered_end_where_the_calendar_fails(event: DisasterEvent, there: Stock) -> None:
    cover = days_covered(event, PEDUM_2003, there, items=["rice"])
    fails = dict(plan_days([event], PEDUM_2003, there, items=["rice"]).fails)
    end = ENDS[event.hazard.code]
    assert cover.days == ((fails["rice"] - event.period.start).days if fails else end)
    gap = shortfall(entitle(event, PEDUM_2003, days="maximum"), there)
    assert bool(gap["rice"]) == bool(fails)


@given(st.lists(later, min_size=1, max_size=4), rice_lots, policies)
def test_whatever_is_shared_can_be_handed_out_before_it_expires(
    events: list[DisasterEvent], there: Stock, policy: Policy
) -> None:
    plan = allocate(events, PEDUM_2003, there, policy=policy, items=["rice"])
    given = list(zip(events, days_of(plan), strict=True))
    assert is_handed_out_in_time(given, there)
    assert given_of(plan, "rice") + plan.left["rice"].amount == there["rice"].amount
    if policy == "in_order":
        served: list[tuple[DisasterEvent, int]] = []
        for event, days in given:
            assert days == ENDS[event.hazard.code] or not is_handed_out_in_time([*served, (event, days + 1)], there)
            served.append((event, days))


@given(st.lists(later, min_size=1, max_size=4), rice_lots)
def test_with_what_is_short_nothing_is_lacking_on_any_day_and_with_a_gram_less_something_is(
    events: list[DisasterEvent], there: Stock
) -> None:
    gap = shortfall(total(entitle(event, PEDUM_2003, days="maximum") for event in events), there)
    given = [(event, ENDS[event.hazard.code]) for event in events]
    short = gap["rice"]
    assert isinstance(short, Quantity)

    def enough(grams: int) -> bool:
        return is_handed_out_in_time(given, Stock([*there.lots, Lot(item="rice", quantity=Quantity(grams, "g"))]))

    assert enough(short.amount)
    assert not short or not enough(short.amount - 1)
    assert not short or gap.held("rice") + short == gap.need["rice"]
