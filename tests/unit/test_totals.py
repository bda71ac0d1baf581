from __future__ import annotations

import pickle
from typing import Any

import attrs
import pytest

from kesos import (
    PEDUM_2003,
    Decision,
    DisasterEvent,
    Locality,
    Quantity,
    Span,
    Text,
    entitle,
    entitle_all,
    entitle_range,
    errors,
    show,
    total,
)
from kesos.planning import Stock, request
from kesos.standards import BNPB_STIMULAN, AidStandard, Package

FLOOD = DisasterEvent(hazard="banjir", place="Desa Contoh", period="2017-02-25", people=10)
SLIDE = DisasterEvent(hazard="tanah longsor", place="Desa Lain", period="2017-05-01", people=4)
UNKNOWN = DisasterEvent(hazard="banjir", place="Desa Umpang", period="2017-02-25", families=9)


def with_plates() -> AidStandard:
    """The standard with a number where it leaves one blank."""
    kitchen = PEDUM_2003.packages[2]
    items = tuple(attrs.evolve(item, amount=1) if item.code == "plates" else item for item in kitchen.items)
    package = Package(code="kitchen", name=Text("Dapur", "Kitchen"), items=items)
    return attrs.evolve(PEDUM_2003, code="with-plates", packages=(*PEDUM_2003.packages[:2], package))


def wherever_printed(added: Any, language: str) -> list[str]:
    printed = [added.explain(language), added.table(language).plain(), added.table(language).html()]
    return [*printed, str(added), added._repr_html_()] if language == "id" else printed


# --- what a sum rests on ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("days", "indonesian", "english", "shown"),
    [
        ((7, 7), "Jangka waktu: 7 hari.", "Duration: 7 days.", ", 7 days"),
        (
            (3, 5),
            "Jangka waktu: 3 hari sampai 5 hari, berbeda",
            "Duration: 3 days to 5 days, which differ",
            ", 3–5 days",
        ),
    ],
)
def test_a_total_says_for_how_many_days(days: tuple[int, int], indonesian: str, english: str, shown: str) -> None:
    added = total([entitle(FLOOD, PEDUM_2003, days=days[0]), entitle(SLIDE, PEDUM_2003, days=days[1])])
    assert all(indonesian in text for text in wherever_printed(added, "id"))
    assert all(english in text for text in wherever_printed(added, "en"))
    assert shown in repr(added)


def test_a_total_of_days_by_item_says_from_which_to_which() -> None:
    added = total([entitle(FLOOD, PEDUM_2003, days={"rice": 3, "side_dishes": 6})])
    assert "Duration: 3 days to 6 days" in added.explain("en")


def test_a_total_says_what_is_left_out_wherever_it_is_printed() -> None:
    added = entitle_all([FLOOD, UNKNOWN, "?"], PEDUM_2003, days=7).total
    assert all("Jumlah 1 kejadian; 2 kejadian belum dapat dihitung" in text for text in wherever_printed(added, "id"))
    assert all("Total of 1 event; 2 events could not be counted yet" in text for text in wherever_printed(added, "en"))
    assert "2 left out" in repr(added)


def test_a_total_says_that_its_sums_are_floors() -> None:
    added = total([entitle(FLOOD, PEDUM_2003, days=7)])
    assert all("boleh lebih" in text for text in wherever_printed(added, "id"))
    assert "more may be given" not in total([]).explain("en")
    assert repr(total([])) == "<ReliefTotal of 0 answers: >"


def test_a_total_says_by_which_reading_a_hazard_is_covered() -> None:
    wind = attrs.evolve(FLOOD, hazard="puting beliung")
    answer = entitle(wind, PEDUM_2003, days="minimum")
    added = total([answer, answer, entitle(FLOOD, PEDUM_2003, days=3)])
    assert answer.reading is not None
    for text in (added.explain("en").split("\n\n")[0], added.table("en").plain()):
        assert text.count(answer.reading.reason.say("en")) == 1


def test_a_total_by_two_standards_says_so() -> None:
    other = with_plates()
    added = total([entitle(FLOOD, PEDUM_2003, days=7), entitle(SLIDE, other, days=7)])
    assert all("menurut 2 standar: pedum-2003, with-plates" in text for text in wherever_printed(added, "id"))
    assert "2 standards" in repr(added)
    assert "standards:" not in total([entitle(FLOOD, PEDUM_2003, days=7)] * 2).explain("en")


def test_a_total_names_the_events_that_it_counts_twice() -> None:
    again = attrs.evolve(FLOOD)
    added = total([entitle(event, PEDUM_2003, days=7) for event in (FLOOD, SLIDE, again)])
    assert added.alike == ((0, 2),)
    assert all("lebih dari sekali, pada baris: 1, 3." in text for text in wherever_printed(added, "id"))
    assert "1 more than once" in repr(added)
    assert "berbeda, pada baris" not in added.explain("id")
    assert total([entitle(FLOOD, PEDUM_2003, days=7)]).alike == ()


def test_two_ends_of_one_window_in_one_total_are_said() -> None:
    added = total([entitle(FLOOD, PEDUM_2003, days=days) for days in ("minimum", "maximum")])
    assert added.alike == ((0, 1),)
    assert all("jangka waktu yang berbeda, pada baris: 1, 2." in text for text in wherever_printed(added, "id"))
    assert all("different numbers of days, in rows: 1, 2." in text for text in wherever_printed(added, "en"))


def test_a_long_list_of_equal_events_is_cut_and_counted() -> None:
    one = entitle(FLOOD, PEDUM_2003, days=7)
    assert "in rows: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, … (+2)." in total([one] * 12).explain("en")


# --- what has no sum -------------------------------------------------------------------------------------------------


def test_what_one_standard_leaves_blank_has_no_sum_whatever_another_gives() -> None:
    blank = entitle(FLOOD, PEDUM_2003, days=7, recipients={"plates": 2})
    given = entitle(SLIDE, with_plates(), days=7, recipients={"plates": 3})
    for parts in ([blank, given], [given, blank]):
        added = total(parts)
        assert "plates" not in added
        assert added.get("plates") is None
        with pytest.raises(errors.UnspecifiedQuantityError) as caught:
            added["plates"]
        assert "Yang sudah diketahui: 3 lusin. Sumber: 03/BJ-SBSKBA/2003" in caught.value.message("id")
        assert "What is known: 3 dozen" in caught.value.message("en")
        assert all("3 lusin" in text for text in wherever_printed(added, "id"))
        assert [each["item"] for each in added.record()["unspecified"]] == ["plates"]
        assert added["rice"] == Quantity(28 + 11_200 // 1_000, "kg") + Quantity(200, "g")
    with pytest.raises(errors.UnspecifiedQuantityError) as alone:
        total([blank])["plates"]
    assert "Yang sudah diketahui" not in alone.value.message("id")


def test_what_is_not_known_of_one_event_is_recorded_and_listed_with_what_is() -> None:
    families = attrs.evolve(PEDUM_2003.item("sarong"), code="tarpaulin", per="family", suits=None)
    package = Package(code="own", name=Text("Contoh", "Example"), items=(families,))
    own = attrs.evolve(PEDUM_2003, code="own", packages=(*PEDUM_2003.packages, package))
    known = attrs.evolve(SLIDE, families=2)
    added = total([entitle(FLOOD, own, days=7), entitle(known, own, days=7)])
    assert [each["item"] for each in added.record()["unknown"]] == ["tarpaulin"]
    assert "tarpaulin" not in added.record()["quantities"]
    with pytest.raises(errors.UnknownValueError):
        added["tarpaulin"]
    assert "pada 1 kejadian belum diketahui; yang sudah diketahui 2 potong" in added.explain("id")
    assert "tarpaulin" in repr(added)


# --- sums of ranges --------------------------------------------------------------------------------------------------


def test_a_total_of_ranges_is_from_all_of_the_least_to_all_of_the_most() -> None:
    added = total(entitle_range(event, PEDUM_2003) for event in (FLOOD, SLIDE))
    assert added["rice"] == Span(Quantity(14 * 3 * 400, "g"), Quantity(14 * 7 * 400, "g"))
    assert added.answers == ()
    assert total([added, entitle_range(FLOOD, PEDUM_2003)])["rice"].maximum == Quantity(24 * 7 * 400, "g")
    assert all("Perpanjangan tidak ikut dihitung." in text for text in wherever_printed(added, "id"))
    assert all("3 days to 7 days" in text for text in wherever_printed(added, "en"))
    assert "<ReliefTotal of 2 ranges, 3–7 days: rice=16800–39200 g" in repr(added)
    assert [each["kind"] for each in added.record()["ranges"]] == ["relief_range"] * 2
    assert pickle.loads(pickle.dumps(added)) == added


def test_ranges_without_an_extension_say_nothing_of_one() -> None:
    assert "Extensions" not in total([entitle_range(SLIDE, PEDUM_2003)]).explain("en")


def test_the_sum_of_ranges_counts_an_event_once_for_each_range() -> None:
    twice = total([entitle_range(FLOOD, PEDUM_2003)] * 2)
    assert twice.alike == ((0, 1),)
    assert "different numbers of days" not in twice.explain("en")


def test_an_answer_and_a_range_have_no_sum() -> None:
    with pytest.raises(errors.InvalidValueError) as caught:
        total([entitle(FLOOD, PEDUM_2003, days=7), entitle_range(FLOOD, PEDUM_2003)])
    assert (caught.value.code, caught.value.field) == ("two_kinds_of_answers", "answers")


# --- how much of it is told ------------------------------------------------------------------------------------------


def test_a_large_total_explains_its_answers_only_when_asked() -> None:
    one = entitle(FLOOD, PEDUM_2003, days=7)
    few, many = total([one] * 20), total([one] * 21)
    assert one.explain("en") in few.explain("en")
    assert one.explain("en") not in many.explain("en")
    assert "is not printed along" in many.explain("en")
    assert "Rice: 588 kg" in many.explain("en")
    assert many.explain("en", answers=True).count(one.explain("en")) == 21
    assert one.explain("en") not in few.explain("en", answers=False)
    assert "too many" in many.explain("en")
    assert "too many" not in few.explain("en", answers=False)
    assert "too many" not in many.explain("en", answers=False)
    with pytest.raises(errors.InvalidValueError) as caught:
        few.explain("en", answers=1)  # type: ignore[arg-type]
    assert caught.value.field == "answers"


def test_of_many_that_are_left_out_the_first_are_named_and_the_rest_counted() -> None:
    added = entitle_all([UNKNOWN] * 25, PEDUM_2003, days=7).total
    assert added.explain("id").count("Belum dapat dihitung: ") == 20
    assert "Selain itu, 5 kejadian lagi belum dapat dihitung." in added.explain("id")
    assert added.explain("id", answers=True).count("Belum dapat dihitung: ") == 25
    assert "Selain itu" not in added.explain("id", answers=True)


def test_where_no_answers_are_asked_for_what_is_left_out_is_only_counted() -> None:
    added = entitle_all([FLOOD, UNKNOWN, UNKNOWN], PEDUM_2003, days=7).total
    first, *further = added.explain("id", answers=False).split("\n")
    assert "2 kejadian belum dapat dihitung" in first
    assert "elum dapat dihitung" not in "".join(further)
    assert added.explain("id").count("Belum dapat dihitung: ") == 2


# --- at least so much ------------------------------------------------------------------------------------------------

WIDE = DisasterEvent(
    hazard="banjir",
    place="Kec. X",
    period="2017-02-25",
    localities=[
        Locality(place="Desa A", people=100),
        Locality(place="Desa B", families=9),
        Locality(place="Desa C", people=50, families=10),
    ],
)


def by_family() -> AidStandard:
    families = attrs.evolve(PEDUM_2003.item("sarong"), code="tarpaulin", per="family", suits=None)
    package = Package(code="own", name=Text("Contoh", "Example"), items=(families,))
    return attrs.evolve(PEDUM_2003, code="own", packages=(*PEDUM_2003.packages, package))


def test_only_the_counted_places_are_summed_and_the_others_named() -> None:
    with pytest.raises(errors.UnknownValueError):
        entitle(WIDE, PEDUM_2003, days=3)
    least = entitle(WIDE, PEDUM_2003, days=3, counted_only=True)
    assert least["rice"] == Quantity(150 * 3 * 400, "g")
    assert [str(place) for place in least.not_counted] == ["Desa B"]
    for text in (*wherever_printed(least, "id"), *wherever_printed(total([least]), "id")):
        assert "Paling sedikit sebanyak ini: Desa B belum dihitung." in text
    assert repr(least).endswith("; not counted: Desa B>")
    assert "1 place not counted" in repr(total([least]))
    assert least != entitle(attrs.evolve(WIDE, localities=WIDE.localities[::2]), PEDUM_2003, days=3)


def test_what_is_counted_is_decided_by_item() -> None:
    least = entitle(WIDE, by_family(), days=3, counted_only=True)
    assert (least["rice"].amount, least["tarpaulin"].amount) == (150 * 3 * 400, 19)  # type: ignore[union-attr]
    assert [str(place) for place in least.not_counted] == ["Desa A", "Desa B"]
    said = least.explain("en")
    assert "Rice: at least so much; Desa B not counted yet." in said
    assert f"{PEDUM_2003.item('sarong').name.say('en')}: at least so much; Desa A not counted yet." in said
    assert least.record()["not_counted"]["tarpaulin"] == ["Desa A"]


def test_a_range_of_the_counted_names_the_others_too() -> None:
    window = entitle_range(WIDE, PEDUM_2003, counted_only=True)
    assert window["rice"] == Span(Quantity(150 * 3 * 400, "g"), Quantity(150 * 7 * 400, "g"))
    assert [str(place) for place in window.not_counted] == ["Desa B"]
    assert all("Desa B belum dihitung" in text for text in wherever_printed(window, "id"))
    assert repr(window).endswith("; not counted: Desa B>")


def test_where_everything_is_counted_the_answer_is_the_same() -> None:
    plain, least = (entitle(FLOOD, PEDUM_2003, days=3, counted_only=only) for only in (False, True))
    assert dict(plain) == dict(least)
    assert (least.not_counted, least.counted_only) == ((), True)
    assert "belum dihitung" not in least.explain("id")
    assert "counted_only" not in plain.record()["inputs"]
    assert least.record()["inputs"]["counted_only"] is True


def test_where_nothing_is_counted_nothing_is_known() -> None:
    nowhere = attrs.evolve(WIDE, localities=WIDE.localities[1:2])
    for event in (nowhere, UNKNOWN):
        with pytest.raises(errors.UnknownValueError):
            entitle(event, PEDUM_2003, days=3, counted_only=True)


def test_at_least_so_much_is_asked_of_a_whole_batch() -> None:
    batch = entitle_all([WIDE, FLOOD, UNKNOWN], PEDUM_2003, days=3, counted_only=True)
    assert [hasattr(result, "error") for _, result in batch.rows()] == [False, False, True]
    assert batch.total["rice"] == Quantity(160 * 3 * 400, "g")
    assert "Desa B belum dihitung" in str(batch.total)
    with pytest.raises(errors.InvalidValueError) as caught:
        entitle_all([], PEDUM_2003, counted_only=1)  # type: ignore[arg-type]
    assert caught.value.field == "counted_only"


def test_a_decision_stays_with_an_answer_that_is_changed() -> None:
    decision = Decision(by="Bupati", number="1", date="2017-03-01")  # type: ignore[arg-type]
    answer = entitle(FLOOD, PEDUM_2003, days=20, decision=decision)
    assert attrs.evolve(answer, days=25).decision == decision


def test_a_group_of_which_nothing_was_counted_has_no_sum_and_says_so_and_a_loop_over_groups_goes_on() -> None:
    groups = entitle_all([FLOOD, UNKNOWN, "?"], PEDUM_2003, days=3).totals("place.district")
    (left_out,) = entitle_all([UNKNOWN, "?"], PEDUM_2003, days=3).totals("place.district").values()
    assert [each.get("rice", "not counted") for each in (*groups.values(), left_out)] == [
        Quantity(10 * 3 * 400, "g"), "not counted",
    ]  # fmt: skip
    with pytest.raises(errors.UnknownItemError) as refused:
        left_out["rice"]
    assert "2 could not be" in str(refused.value)
    assert ".get('rice')" in refused.value.message("id")
    assert "2 kejadian belum dapat dihitung" in refused.value.message("id")
    with pytest.raises(errors.UnknownItemError, match="has no item 'rise'"):
        groups[None]["rise"]


# --- what the rows of several totals are called ----------------------------------------------------------------------


def labelled(*labels: int) -> Any:
    """A batch whose events are all alike but the last, with these labels."""
    batch = entitle_all([FLOOD] * (len(labels) - 1) + [SLIDE], PEDUM_2003, days=5)
    return attrs.evolve(batch, labels=labels)


def test_totals_that_are_added_keep_what_their_rows_are_called() -> None:
    groups = labelled(5, 17, 20).totals("place")
    assert total(groups.values()).alike == ((5, 17),)
    assert total([*groups.values(), *labelled(6, 9).totals("hazard").values()]).alike == ((5, 17, 6), (20, 9))


def test_totals_of_which_two_rows_are_called_the_same_are_counted_anew() -> None:
    assert total([labelled(5, 17, 20).total, labelled(5, 17, 20).total]).alike == ((0, 1, 3, 4), (2, 5))


def test_an_answer_beside_a_total_has_no_row_to_be_called_by() -> None:
    batch = labelled(5, 17, 20)
    assert total([batch.total, batch.answers[0]]).alike == ((0, 1, 3),)


def test_groups_that_are_shown_say_which_rows_are_alike() -> None:
    groups = labelled(5, 17, 20).totals("hazard")
    assert "Kejadian yang sama dihitung lebih dari sekali, pada baris: 5, 17." in show(groups).notes
    assert not any("lebih dari sekali" in note for note in show(labelled(5, 20).totals("hazard")).notes)


def test_an_event_by_two_standards_is_one_event_and_counted_once() -> None:
    counts = {"family_awaiting_house": 4, "house": {"heavy": 12, "moderate": 0, "light": 0}}
    flood = DisasterEvent(hazard="banjir", place="Pangkut", period="2023", families=9, people=40, counts=counts)
    food, houses = entitle(flood, PEDUM_2003, days=7), entitle(flood, BNPB_STIMULAN, days=30)
    both = total([food, houses])
    assert (both.table("id").caption, both.alike) == ("Jumlah 1 kejadian", ())
    assert both.table("en").caption == "Total of 1 event"
    assert not [note for note in both.table("en").notes if "more than once" in note]
    twice = total([food, houses, food])
    assert (twice.table("id").caption, twice.alike) == ("Jumlah 2 kejadian", ((0, 2),))
    asked = request(both, Stock({"rice": Quantity(0, "kg"), "house_stimulus": Quantity(0, "IDR")}))
    assert {line.reason.id for line in asked.lines} == {"kebutuhan 1 kejadian"}
