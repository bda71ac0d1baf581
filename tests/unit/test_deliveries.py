"""What was handed out against what was owed: by place and item, and nothing dropped without being listed."""

import copy
import pickle
from collections.abc import Callable
from typing import Any

import attrs
import pytest

from kesos import errors
from kesos.deliveries import Account, AccountLine, Delivery, Goods, LeftOut, Priced, reconcile
from kesos.events import DisasterEvent, Locality
from kesos.prices import Price
from kesos.relief import Relief, entitle, entitle_all, entitle_range, total
from kesos.standards import KEMENSOS_CASH, PEDUM_2003
from kesos.values import Citation, Place, Quantity, Span, Text


def flood(place: Place | str = "Desa Umpang", people: int = 10, **given: Any) -> DisasterEvent:
    return DisasterEvent(**{"hazard": "flood", "place": place, "period": "2017-02-25", "people": people, **given})


def owed(place: Place | str = "Desa Umpang", people: int = 10, **given: Any) -> Relief:
    """12 kg of rice and Rp180,000 for ten people over three days."""
    return entitle(flood(place, people), PEDUM_2003, days=3, **given)


def delivered(place: Place | str = "Desa Umpang", on: str = "2017-02-26", **items: Quantity) -> Delivery:
    return Delivery(place=place, on=on, items=items)


def kg(amount: int) -> Quantity:
    return Quantity(amount, "kg")


def idr(amount: int) -> Quantity:
    return Quantity(amount, "IDR")


NOODLES = Price(amount=4_000, per=Quantity(1, "pack"))


def test_what_is_owed_is_delivered_still_owed_or_beyond() -> None:
    account = reconcile(owed(), [delivered(rice=kg(5)), delivered(rice=kg(9), side_dishes=idr(100_000))])
    rice, money = account["rice"], account["side_dishes"]
    assert (rice.owed, rice.delivered, rice.still_owed, rice.beyond) == (kg(12), kg(14), kg(0), kg(2))
    assert (money.delivered, money.still_owed, money.beyond) == (idr(100_000), idr(80_000), idr(0))
    assert list(account) == ["rice", "side_dishes"]
    assert len(account) == 2
    assert "rice" in account
    assert 3 not in account  # type: ignore[comparison-overlap]


def test_nothing_delivered_leaves_all_of_it_owed() -> None:
    account = reconcile(owed(), [])
    assert all((line.delivered, line.still_owed) == (line.owed - line.owed, line.owed) for line in account.values())  # type: ignore[operator]


def test_goods_in_kind_count_at_a_price_alone() -> None:
    goods = [delivered(instant_noodles=Quantity(30, "pack"), eggs=kg(2)), delivered(eggs=kg(1))]
    account = reconcile(owed(), goods, prices={"instant_noodles": NOODLES})
    assert account["side_dishes"].delivered == idr(120_000)
    assert account.priced == (
        Priced(
            code="instant_noodles", item="side_dishes", quantity=Quantity(30, "pack"), price=NOODLES, value=idr(120_000)
        ),
    )
    assert account.unpriced == {"eggs": kg(3)}
    notes = "\n".join(account.table("en").notes)
    assert "In kind counted as Side dishes: Instant noodles 30 packs = IDR120,000 (IDR4,000 for 1 pack)" in notes
    assert "In kind without a price, not counted: Eggs 3 kg" in notes


def test_what_no_number_is_owed_of_and_what_the_standard_does_not_name_is_listed() -> None:
    asked = owed(recipients={"kitchen": 2})
    goods = delivered(sarong=Quantity(3, "piece"), plates=Quantity(1, "dozen"), blanket=Quantity(4, "piece"))
    account = reconcile(asked, [goods, delivered(blanket=Quantity(1, "piece"))])
    assert account.without_number == {"sarong": Quantity(3, "piece"), "plates": Quantity(1, "dozen")}
    assert account.outside == {"blanket": Quantity(5, "piece")}
    notes = "\n".join(account.table("id").notes)
    assert (
        "Haknya tidak ada angkanya, tidak diperhitungkan: Kain sarung 3 potong, Piring melamin/plastik 1 lusin" in notes
    )
    assert "Di luar standar, tidak diperhitungkan: blanket 5 potong" in notes
    with pytest.raises(errors.UnspecifiedQuantityError):
        account["plates"]
    with pytest.raises(errors.UnknownItemError):
        account["blanket"]


def test_what_nobody_knows_how_much_is_owed_of_is_told() -> None:
    counted = {"dead": 2, "injured": {"serious": 1, "minor": 3}}
    event = flood(period="2023-01-05", counts=counted)
    account = reconcile(
        entitle(event, KEMENSOS_CASH, days="maximum"),
        [delivered(on="2023-01-06", injury_grant=idr(5))],
    )
    assert list(account) == ["death_grant"]
    assert account.unknown == ("injury_grant", "jadup")
    assert account.without_number == {"injury_grant": idr(5)}
    assert account.to_dict()["unknown"] == ["injury_grant", "jadup"]
    told = "How much is owed is not known: Grant to the seriously injured, Living allowance (jadup)"
    assert told in account.table("en").notes
    with pytest.raises(errors.NoRateError):
        account["injury_grant"]
    assert reconcile(owed(recipients={"kitchen": 2}), []).unknown == ("plates", "glasses")


def test_each_place_has_its_account_and_what_is_beyond_at_one_is_not_taken_off_another() -> None:
    account = reconcile(
        [owed("Desa Umpang"), owed("Desa Runtu", 20)],
        [delivered("Desa Umpang", rice=kg(20)), delivered("Desa Runtu", rice=kg(20))],
    )
    assert account.places == (Place("Desa Umpang"), Place("Desa Runtu"))
    assert account.at("Desa Umpang")["rice"].beyond == kg(8)
    assert account.at(Place("Desa Runtu"))["rice"].still_owed == kg(4)
    rice = account["rice"]
    assert (rice.owed, rice.delivered, rice.still_owed, rice.beyond) == (kg(36), kg(40), kg(4), kg(8))
    rows = account.table("en").rows
    assert [row[0] for row in rows] == ["Desa Umpang"] * 2 + ["Desa Runtu"] * 2 + ["all places"] * 2
    assert rows[-2][1:] == ("Rice", "36 kg", "40 kg", "4 kg", "8 kg")


def test_two_events_at_one_place_are_owed_together() -> None:
    account = reconcile(total([owed(), owed(people=20)]), [delivered(rice=kg(30))])
    assert account.places == (Place("Desa Umpang"),)
    assert account["rice"].still_owed == kg(6)


def test_a_delivery_to_a_locality_is_one_to_its_event() -> None:
    event = DisasterEvent(
        hazard="flood", place="Kecamatan Arut Selatan", period="2017-02-28",
        localities=[Locality(place="Desa Umpang", people=4), Locality(place="Desa Runtu", people=6)],
    )  # fmt: skip
    account = reconcile(entitle(event, PEDUM_2003, days=3), [delivered("Desa Runtu", "2017-02-28", rice=kg(5))])
    assert account["rice"].still_owed == kg(7)


def test_a_delivery_elsewhere_or_before_the_event_is_left_out_and_told() -> None:
    elsewhere, earlier = delivered("Desa Runtu", rice=kg(1)), delivered(on="2017-02-24", rice=kg(1))
    account = reconcile(owed(), [elsewhere, earlier, delivered(on="2017-02-25", rice=kg(2))])
    assert account["rice"].delivered == kg(2)
    assert account.left_out == (
        LeftOut(delivery=elsewhere, why="place"), LeftOut(delivery=earlier, why="earlier")
    )  # fmt: skip
    notes = account.table("en").notes
    assert "Nothing is owed at that place: Desa Runtu, 26 February 2017: Rice 1 kg" in notes
    assert "Before the event: Desa Umpang, 24 February 2017: Rice 1 kg" in notes
    assert repr(account) == "<Account of 1 place, 3 deliveries, 2 left out: rice, side_dishes>"


@pytest.mark.parametrize(
    ("goods", "prices"),
    [
        ({"rice": Quantity(10, "sack")}, {}),
        ({"eggs": Quantity(1, "carton")}, {}),
        ({"instant_noodles": kg(1)}, {"instant_noodles": NOODLES}),
    ],
)
def test_goods_in_another_unit_are_left_out_with_advice_and_the_rest_is_counted(
    goods: dict[str, Quantity], prices: dict[str, Price]
) -> None:
    given = [delivered(eggs=kg(1), rice=kg(2)), delivered(on="2017-02-27", rice=kg(1))]
    mixed = attrs.evolve(given[1], items={**given[1].items, **goods})
    account = reconcile(owed(), [given[0], mixed], prices=prices)
    counted = kg(2) if "rice" in goods else kg(3)
    assert account["rice"].delivered == counted
    assert account.left_out == (LeftOut(delivery=attrs.evolve(mixed, items=goods), why="unit"),)
    assert account.unpriced == {"eggs": kg(1)}
    (note,) = (each for each in account.table("id").notes if each.startswith("Satuannya berbeda"))
    assert "misalnya berat isi karung: Desa Umpang, 27 Februari 2017: " in note


def test_a_place_is_found_whatever_its_letters_and_blanks() -> None:
    north = Place("Desa Umpang", district="Arut Utara")
    account = reconcile(owed(north), [delivered(Place(" desa  UMPANG ", district="ARUT UTARA"), rice=kg(3))])
    assert account["rice"].delivered == kg(3)
    assert account.at("DESA UMPANG")["rice"].delivered == kg(3)
    elsewhere = reconcile(owed(north), [delivered(Place("desa umpang", district="Arut Selatan"), rice=kg(3))])
    assert [each.why for each in elsewhere.left_out] == ["place"]


@pytest.mark.parametrize("words", ["Ds. Umpang", "umpang", "DESA : Umpang"])
def test_a_place_is_found_whichever_word_says_its_kind(words: str) -> None:
    at = Place("Desa Umpang", district="Kec. Arut Utara")
    account = reconcile(owed(at), [delivered(Place(words, district="Arut Utara"), rice=kg(3))])
    assert account.left_out == ()
    assert account.at(words)["rice"].delivered == kg(3)


@pytest.mark.parametrize("words", ["Kecamatan Umpang", "Kelurahan Umpang", "Desa Umpang Hulu"])
def test_a_place_of_another_kind_or_name_is_another(words: str) -> None:
    account = reconcile(owed("Desa Umpang"), [delivered(words, rice=kg(3))])
    assert [each.why for each in account.left_out] == ["place"]
    with pytest.raises(errors.InvalidValueError):
        account.at(words)


@pytest.mark.parametrize(
    ("words", "where"),
    [
        ("Umpang", "Umpang"),
        ("DESA Umpang", "Desa Umpang"),
        ("Ds. Umpang", "Desa Umpang"),
        ("kel umpang", "Kel. Umpang"),
    ],
)
def test_of_places_that_the_words_may_call_it_is_the_one_that_they_say_most_nearly(words: str, where: str) -> None:
    places = ["Umpang", "Desa Umpang", "Kel. Umpang"]
    account = reconcile([owed(place) for place in places], [delivered(words, rice=kg(3))])
    assert [place.text for place in account.places if account.at(place)["rice"].delivered] == [where]
    assert account.at(words)["rice"].delivered == kg(3)


def test_a_name_that_may_be_of_two_kinds_is_ambiguous() -> None:
    both = [owed("Desa Umpang"), owed("Kel. Umpang")]
    with pytest.raises(errors.InvalidValueError) as caught:
        reconcile(both, [delivered("Umpang", rice=kg(3))])
    assert (caught.value.field, caught.value.code) == ("deliveries[0].place", "ambiguous")


def test_places_of_one_name_are_told_apart_by_their_district() -> None:
    north, south = Place("Desa Baru", district="Arut Utara"), Place("Desa Baru", district="Arut Selatan")
    both = [owed(north), owed(south)]
    account = reconcile(both, [delivered(south, rice=kg(3))])
    assert account.at(south)["rice"].delivered == kg(3)
    assert account.at(north)["rice"].delivered == kg(0)
    assert reconcile(owed(north), [delivered("Desa Baru", rice=kg(3))])["rice"].delivered == kg(3)
    with pytest.raises(errors.InvalidValueError) as caught:
        reconcile(both, [delivered("Desa Baru", rice=kg(3))])
    assert (caught.value.field, caught.value.code) == ("deliveries[0].place", "ambiguous")
    with pytest.raises(errors.InvalidValueError) as asked:
        account.at("Desa Baru")
    assert (asked.value.field, asked.value.code) == ("place", "ambiguous")
    with pytest.raises(errors.InvalidValueError) as stranger:
        account.at("Desa Barru")
    assert stranger.value.code == "not_a_choice"


def test_an_event_without_an_answer_is_told_of() -> None:
    batch = entitle_all([flood(), flood("Desa Runtu", people=None)], PEDUM_2003, days=3)  # type: ignore[arg-type]
    account = reconcile(batch.total, [])
    assert account.refused == batch.refused
    assert reconcile(batch, []) == account
    assert "Desa Runtu" in account.table("id").notes[-1]
    assert account.to_dict()["refused"][0]["error"]["code"] == "count_unknown"


REFUSED: dict[str, tuple[Callable[[], object], str, str]] = {
    "no whole rupiah": (
        lambda: reconcile(owed(), [delivered(eggs=Quantity(1, "g"))], prices={"eggs": Price(amount=1, per=kg(1))}),
        "deliveries[0].items.eggs.quantity", "not_whole",
    ),
    "a price for nothing that may be given": (
        lambda: reconcile(owed(), [], prices={"rice": NOODLES}), "prices.rice", "not_used"
    ),
    "a price of another currency": (
        lambda: reconcile(owed(), [delivered(eggs=kg(1))], prices={"eggs": Price(Quantity(1, "USD"), kg(1))}),
        "deliveries[0].items.eggs.amount", "unit_mismatch",
    ),
    "no price": (lambda: reconcile(owed(), [], prices={"eggs": idr(3)}), "prices.eggs", "wrong_type"),  # type: ignore[dict-item]
    "prices of no kind": (lambda: reconcile(owed(), [], prices=[]), "prices", "wrong_type"),  # type: ignore[arg-type]
    "nothing owed": (lambda: reconcile([], []), "owed", "empty"),
    "a range": (lambda: reconcile([entitle_range(flood(), PEDUM_2003)], []), "owed[0]", "wrong_type"),  # type: ignore[list-item]
    "a total of ranges": (lambda: reconcile(total([entitle_range(flood(), PEDUM_2003)]), []), "owed", "wrong_type"),
    "no deliveries": (lambda: reconcile(owed(), ["rice"]), "deliveries[0]", "wrong_type"),  # type: ignore[list-item]
    "a delivery of nothing": (delivered, "items", "empty"),
    "less than nothing": (lambda: delivered(rice=kg(-1)), "items.rice", "count_negative"),
    "a bare number": (lambda: delivered(rice=5), "items.rice", "wrong_type"),  # type: ignore[arg-type]
    "no code": (lambda: delivered(Beras=kg(1)), "items", "not_a_slug"),
    "no place": (lambda: delivered("", rice=kg(1)), "place", "not_a_text"),
    "no day": (lambda: delivered(on="2017", rice=kg(1)), "on", "not_a_day"),
    "no source": (lambda: attrs.evolve(delivered(rice=kg(1)), source="x"), "source", "wrong_type"),  # type: ignore[arg-type]
    "a price of less": (lambda: Price(amount=-1, per=kg(1)), "amount", "count_negative"),
    "a price for none": (lambda: Price(amount=1, per=kg(0)), "per", "out_of_range"),
    "another value": (
        lambda: Priced(code="eggs", item="x", quantity=kg(1), price=Price(amount=1, per=kg(1)), value=idr(2)),
        "value", "not_its_price",
    ),
    "another sum": (
        lambda: attrs.evolve(reconcile(owed(), [])["rice"], delivered=kg(1)), "owed", "sum_differs"
    ),
    "another why": (lambda: LeftOut(delivery=delivered(rice=kg(1)), why="late"), "why", "not_a_choice"),
}  # fmt: skip


@pytest.mark.parametrize(("call", "field", "code"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_set_against_anything_is_refused(call: Callable[[], object], field: str, code: str) -> None:
    with pytest.raises(errors.KesosError) as caught:
        call()
    assert (caught.value.field, caught.value.code) == (field, code)


def test_several_faults_are_told_at_once() -> None:
    dear = {"rice": NOODLES, "eggs": Price(amount=1, per=kg(1))}
    wrong = [delivered(eggs=Quantity(1, "g")), delivered(rice=kg(1)), delivered(eggs=Quantity(2, "g"))]
    with pytest.raises(errors.FaultsError) as caught:
        reconcile(owed(), wrong, prices=dear)
    assert [fault.field for fault in caught.value.faults] == [
        "prices.rice", "deliveries[0].items.eggs.quantity", "deliveries[2].items.eggs.quantity"
    ]  # fmt: skip


def test_what_is_owed_between_two_amounts_is_still_owed_between_two() -> None:
    line = AccountLine.of("house", Text("Rumah", "House"), Span(idr(10), idr(20)), idr(12))
    assert (line.still_owed, line.beyond) == (Span(idr(0), idr(8)), Span(idr(0), idr(2)))
    assert AccountLine.of("house", Text("Rumah", "House"), Span(idr(10), idr(20)), idr(25)).beyond == Span(
        idr(5), idr(15)
    )
    both = line.plus(AccountLine.of("house", Text("Rumah", "House"), idr(5), idr(1)))
    assert (both.owed, both.still_owed) == (Span(idr(15), idr(25)), Span(idr(4), idr(12)))
    assert AccountLine.from_json(both.to_json()) == both


def test_an_account_prints_travels_and_is_copied() -> None:
    account = reconcile(owed(), [delivered(rice=kg(5), eggs=kg(1))])
    assert f"{account}" == str(account) == account.table("id").plain()
    assert f"{account:en}" == account.table("en").plain()
    assert "<table" in account._repr_html_()
    for again in (copy.deepcopy(account), pickle.loads(pickle.dumps(account)), attrs.evolve(account)):
        assert again == account
        assert again["rice"] == account["rice"]
    plain = account.to_dict()
    assert AccountLine.from_dict(plain["lines"][0]) == account["rice"]
    assert [Delivery.from_dict(each) for each in plain["deliveries"]] == list(account.deliveries)
    assert plain["unpriced"] == {"eggs": {"amount": 1_000, "unit": "g"}}
    assert plain["owed"] == [owed().record()]
    assert isinstance(account, Account)


def test_a_delivery_travels_and_its_goods_are_a_mapping() -> None:
    made = Delivery(place="Desa Umpang", on="2017-02-26", items={"rice": kg(5)}, source=Citation(regulation="BAST 1"))
    assert Delivery.from_json(made.to_json()) == made
    assert made.items == Goods({"rice": kg(5)})
    assert dict(made.items) == {"rice": kg(5)}
    assert len(made.items) == 1
    assert repr(made.items) == "{'rice': Quantity(5000, 'g')}"
    assert Goods.__schema__()["additionalProperties"]["type"] == "object"
    assert made.table("en").rows == (("rice", "5 kg"),)
    assert "BAST 1" in made._repr_html_()
    assert delivered(rice=kg(1)).table("id").notes == ()
    assert f"{made:en}" == "Desa Umpang, 26 February 2017: rice 5 kg"
    assert str(made) == f"{made}"
    assert f"{NOODLES}" == str(NOODLES) == "Rp4.000 per 1 bungkus"
