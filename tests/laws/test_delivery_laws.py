"""What must hold of every account, whatever was owed and delivered."""

from hypothesis import given
from hypothesis import strategies as st

from kesos.deliveries import AccountLine, Delivery, reconcile
from kesos.events import DisasterEvent
from kesos.relief import Relief, entitle
from kesos.standards import PEDUM_2003
from kesos.values import Quantity, Span, Text

PLACES = ("Desa Umpang", "Desa Runtu", "Desa Pandau")
grams = st.integers(0, 10**9).map(lambda amount: Quantity(amount, "g"))
rupiah = st.integers(0, 10**12).map(lambda amount: Quantity(amount, "IDR"))
goods = st.fixed_dictionaries({"rice": grams}, optional={"side_dishes": rupiah, "eggs": grams, "tent": grams})
deliveries = st.builds(
    Delivery, place=st.sampled_from(PLACES), on=st.sampled_from(["2017-02-24", "2017-02-25", "2017-03-01"]), items=goods
)


@st.composite
def answers(draw: st.DrawFn) -> Relief:
    event = DisasterEvent(
        hazard="flood",
        place=draw(st.sampled_from(PLACES[:2])),
        period="2017-02-25",
        people=draw(st.integers(0, 10**6)),
    )
    return entitle(event, PEDUM_2003, days=draw(st.integers(3, 7)))


@given(st.lists(answers(), min_size=1, max_size=3), st.lists(deliveries, max_size=5))
def test_owed_is_delivered_plus_still_owed_less_beyond_for_every_item(
    owed: list[Relief], given: list[Delivery]
) -> None:
    account = reconcile(owed, given)
    for lines in (account, *map(account.at, account.places)):
        for line in lines.values():
            assert line.owed == line.delivered + line.still_owed - line.beyond  # type: ignore[operator]
    for place in account.places:
        for line in account.at(place).values():
            assert not (line.still_owed and line.beyond)


@given(st.lists(answers(), min_size=1, max_size=3), st.lists(deliveries, max_size=5))
def test_nothing_that_was_delivered_is_dropped(owed: list[Relief], given: list[Delivery]) -> None:
    account = reconcile(owed, given)
    left = {
        "rice": Quantity(0, "g"),
        "side_dishes": Quantity(0, "IDR"),
        "eggs": Quantity(0, "g"),
        "tent": Quantity(0, "g"),
    }
    for out in account.left_out:
        for code, quantity in out.delivery.items.items():
            left[code] += quantity
    for code in left:
        listed = {**account.unpriced, **account.outside}.get(code, left[code] - left[code])
        counted = account[code].delivered if code in account else listed
        assert counted + left[code] == sum((each.items[code] for each in given if code in each.items), left[code] * 0)


@given(
    st.lists(answers(), min_size=1, max_size=3), st.permutations(range(4)), st.lists(deliveries, min_size=4, max_size=4)
)
def test_the_order_of_deliveries_changes_no_line(owed: list[Relief], order: list[int], given: list[Delivery]) -> None:
    assert dict(reconcile(owed, given)) == dict(reconcile(owed, [given[at] for at in order]))


@given(rupiah, rupiah, rupiah)
def test_a_line_of_a_range_holds_the_line_of_everything_in_it(one: Quantity, other: Quantity, given: Quantity) -> None:
    name = Text("Rumah", "House")
    span = AccountLine.of("house", name, Span(min(one, other), max(one, other)), given)
    for owed in (one, other):
        line = AccountLine.of("house", name, owed, given)
        assert line.still_owed in span.still_owed  # type: ignore[operator]
        assert line.beyond in span.beyond  # type: ignore[operator]
