from __future__ import annotations

import pickle
import sys
from collections.abc import Iterator
from typing import Any

import attrs
import pytest

from kesos import PEDUM_2003, DisasterEvent, Locality, Quantity, entitle, entitle_all, errors, total
from kesos.records import to_plain
from kesos.relief import Batch, Refusal, Relief
from kesos.relief._rows import events_in
from kesos.standards import Between, Row

FLOOD = DisasterEvent(hazard="banjir", place="Kelurahan Pangkut", period="2017-02-25", families=215, people=860)
UNKNOWN = DisasterEvent(hazard="banjir", place="Desa B", period="2017-02-25", families=9)
FIRE = attrs.evolve(FLOOD, hazard="kebakaran")
UNREADABLE = {"hazard": "bnajir", "place": "x", "period": "2017"}


class Frame:
    """Rows with labels of their own, as a reader of a frame gives them."""

    def __init__(self, *pairs: Any) -> None:
        self._pairs = pairs

    def rows(self) -> Iterator[Any]:
        yield from self._pairs


def outcome(batch: Batch) -> list[tuple[object, str]]:
    return [(row, "ok" if isinstance(result, Relief) else result.error.code) for row, result in batch.rows()]


# --- rows in, rows out -----------------------------------------------------------------------------------------------


def test_every_row_comes_out_in_order_with_its_answer_or_its_refusal() -> None:
    batch = entitle_all([FLOOD, UNREADABLE, UNKNOWN, to_plain(FLOOD), "?"], PEDUM_2003, days="maximum")
    assert outcome(batch) == [(0, "ok"), (1, "record"), (2, "count_unknown"), (3, "ok"), (4, "wrong_type")]
    assert batch.answers == (entitle(FLOOD, PEDUM_2003, days=7),) * 2
    assert [refusal.row for refusal in batch.refused] == [1, 2, 4]
    assert batch.total.alike == ((0, 3),)
    assert batch.refused[0].event == UNREADABLE
    assert isinstance(batch.refused[0].error, errors.RecordError)
    assert [fault.field for fault in batch.refused[0].error.faults] == ["hazard"]


def test_what_a_reader_gave_up_is_kept_as_a_refusal() -> None:
    error = errors.InvalidValueError("not_a_text", field="place")
    reader = Refusal(row=17, event="a line", error=error)
    batch = entitle_all([FLOOD, error, reader], PEDUM_2003, days=7)
    assert outcome(batch) == [(0, "ok"), (1, "not_a_text"), (17, "not_a_text")]
    assert batch.refused == (reader,)
    assert [(each.event, each.error) for each in batch.rejects] == [(None, error)]
    assert batch.rejects[0].error is not error
    assert repr(batch) == "<Batch of 3 rows: 1 answer, 1 refused, 1 reject>"
    assert len(batch.total.left_out) == 2
    assert "Belum dapat dihitung: baris 1. Lokasi: " in batch.total.explain("id")
    assert batch.total.record()["left_out"][0]["event"] is None


def test_rows_with_labels_keep_them() -> None:
    frame = Frame(("b7", FLOOD), (12, FLOOD), (-1, FIRE), ("b7", to_plain(UNKNOWN)))
    batch = entitle_all(frame, PEDUM_2003, days=7)
    assert outcome(batch) == [("b7", "ok"), (12, "ok"), (-1, "hazard_not_covered"), ("b7", "count_unknown")]
    assert batch.total.alike == (("b7", 12),)
    assert batch.total.record()["rows"] == ["b7", 12]
    assert "rows" not in entitle_all([FLOOD], PEDUM_2003, days=7).total.record()


def test_a_batch_can_be_gone_through_again_by_its_rows() -> None:
    batch = entitle_all(Frame(("a", FLOOD), ("b", FIRE)), PEDUM_2003, days=7)
    again = entitle_all(Frame(*((row, result.event) for row, result in batch.rows())), PEDUM_2003, days=7)
    assert again == batch
    assert pickle.loads(pickle.dumps(batch)) == batch


def test_a_frame_is_not_gone_through_by_its_column_names(pandas: Any) -> None:
    frame = pandas.DataFrame({"Lokasi": ["Desa A"], "Jenis": ["Banjir"], "Tanggal": ["28-02-2017"], "Jiwa": [7]})
    with pytest.raises(errors.InvalidValueError, match=r"read_events") as refused:
        entitle_all(frame, PEDUM_2003, days=7)
    assert refused.value.code == "wrong_type"


@pytest.mark.parametrize("pair", [FLOOD, (1,), [1, FLOOD], (1.5, FLOOD), (True, FLOOD), (None, FLOOD), ("", FLOOD)])
def test_what_is_no_row_with_a_label_is_an_error_of_the_call(pair: Any) -> None:
    with pytest.raises(errors.InvalidValueError) as caught:
        entitle_all(Frame(pair), PEDUM_2003, days=7)
    assert caught.value.field in ("events", "row")


def test_a_stream_is_taken_as_it_comes() -> None:
    seen: list[int] = []

    def stream() -> Iterator[DisasterEvent]:
        for people in (1, 2, 3):
            seen.append(people)
            yield attrs.evolve(FLOOD, people=people, families=None)

    assert entitle_all(stream(), PEDUM_2003, days=3).total["rice"] == Quantity(6 * 1_200, "g")
    assert seen == [1, 2, 3]


def test_what_a_stream_raises_is_the_callers_own() -> None:
    class BrokenError(Exception):
        pass

    def stream(error: Exception) -> Iterator[DisasterEvent]:
        yield FLOOD
        raise error

    for error in (BrokenError(), errors.NoRuleError()):
        with pytest.raises(type(error)) as caught:
            entitle_all(stream(error), PEDUM_2003, days=3)
        assert caught.value is error


@pytest.mark.parametrize("events", ["abc", b"abc", {"hazard": "flood"}, 3, None, Frame])
def test_what_is_not_several_events_is_refused_at_once(events: Any) -> None:
    with pytest.raises(errors.InvalidValueError) as caught:
        entitle_all(events, PEDUM_2003, days=3)
    assert (caught.value.code, caught.value.field) == ("wrong_type", "events")


# --- recipients ------------------------------------------------------------------------------------------------------


def test_recipients_are_the_same_for_all_or_a_function_of_the_event() -> None:
    small = attrs.evolve(FLOOD, people=4, families=None)
    batch = entitle_all([FLOOD, small], PEDUM_2003, days=3, recipients={"sarong": 5})
    assert outcome(batch) == [(0, "ok"), (1, "more_than_struck")]
    assert batch.answers[0] == entitle(FLOOD, PEDUM_2003, days=3, recipients={"sarong": 5})
    each = entitle_all([FLOOD, small, "?"], PEDUM_2003, days=3, recipients=lambda event: {"sarong": event.people or 0})
    assert [answer["sarong"] for answer in each.answers] == [Quantity(860, "piece"), Quantity(4, "piece")]
    assert each.refused[0].error.field == "event"
    assert entitle_all([FLOOD], PEDUM_2003, days=3, recipients=lambda _: None).answers[0].recipients == ()
    wrong = entitle_all([FLOOD], PEDUM_2003, days=3, recipients=lambda _: 3)  # type: ignore[arg-type,return-value]
    assert wrong.refused[0].error.field == "recipients"


def test_what_a_function_of_the_caller_raises_is_the_callers_own() -> None:
    with pytest.raises(ZeroDivisionError):
        entitle_all([FLOOD], PEDUM_2003, days=3, recipients=lambda _: {"sarong": 1 // 0})


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"recipients": {"tent": 1}}, "recipients"),
        ({"recipients": {"sarong": -1}}, "recipients"),
        ({"recipients": {"sarong": 1, "clothing": 1}}, "recipients"),
        ({"recipients": 3}, "recipients"),
        ({"indices": 3}, "indices"),
        ({"days": "bogus"}, "days"),
    ],
)
def test_what_is_wrong_for_every_event_is_one_error_of_the_call(given: dict[str, Any], field: str) -> None:
    for events in ([], [FLOOD]):
        with pytest.raises(errors.KesosError) as caught:
            entitle_all(events, PEDUM_2003, **{"days": 3, **given})
        assert caught.value.field == field


# --- groups ----------------------------------------------------------------------------------------------------------


def test_groups_hold_every_row_and_add_up_to_the_total() -> None:
    batch = entitle_all([FLOOD, UNREADABLE, UNKNOWN, FLOOD, FIRE], PEDUM_2003, days=7)
    groups = batch.totals(by=lambda event: str(event.place))
    assert list(groups) == ["Kelurahan Pangkut", "Desa B", None]
    assert groups["Kelurahan Pangkut"]["rice"] == batch.total["rice"]
    assert groups["Kelurahan Pangkut"].alike == ((0, 3),)
    assert [len(each.left_out) for each in groups.values()] == [1, 1, 1]
    assert sum(len(each.answers) for each in groups.values()) == 2
    both = total(groups.values())
    assert dict(both) == dict(batch.total)
    assert sorted(each.row for each in both.left_out) == [1, 2, 4]


def test_a_group_keeps_the_labels_of_its_rows() -> None:
    slide = attrs.evolve(FLOOD, hazard="landslide")
    groups = entitle_all([slide, FLOOD, FLOOD], PEDUM_2003, days=7).totals(by="hazard")
    assert groups[FLOOD.hazard].alike == ((1, 2),)
    assert groups[slide.hazard].rows == ()


def test_a_field_is_named_and_so_is_one_of_its_own() -> None:
    batch = entitle_all([FLOOD], PEDUM_2003, days=7)
    assert list(batch.totals(by="people")) == [860]
    assert list(batch.totals(by="place.district")) == [None]
    for wrong in ("plcae", "place.nothing", 3, ""):
        with pytest.raises(errors.InvalidValueError) as caught:
            batch.totals(by=wrong)  # type: ignore[arg-type]
        assert caught.value.field == "by"
    with pytest.raises(errors.InvalidValueError) as unhashable:
        batch.totals(by=lambda _: [])
    assert (unhashable.value.code, unhashable.value.field) == ("not_a_key", "by")


def test_a_function_that_fails_for_a_refused_event_loses_nothing_and_for_an_answer_is_heard() -> None:
    def fails_for_the_unknown(event: DisasterEvent) -> int:
        assert event.people is not None
        return event.people

    groups = entitle_all([FLOOD, UNKNOWN], PEDUM_2003, days=7).totals(by=fails_for_the_unknown)
    assert {key: len(each.left_out) for key, each in groups.items()} == {860: 0, None: 1}
    with pytest.raises(ZeroDivisionError):
        entitle_all([FLOOD], PEDUM_2003, days=7).totals(by=lambda _: 1 // 0)


# --- a batch itself --------------------------------------------------------------------------------------------------


def test_a_batch_shows_itself_on_one_line_however_long_it_is() -> None:
    batch = entitle_all([FLOOD, FIRE] * 500, PEDUM_2003, days=7)
    assert repr(batch) == "<Batch of 1000 rows: 500 answers, 500 refused>"
    assert len(repr(batch.total)) < 2_000


def test_a_batch_holds_nothing_but_answers_and_refusals() -> None:
    batch = entitle_all([FLOOD, FIRE], PEDUM_2003, days=7)
    for change, field in (({"results": (FLOOD,)}, "results"), ({"labels": (1,)}, "labels")):
        with pytest.raises(errors.InvalidValueError) as caught:
            attrs.evolve(batch, **change)
        assert caught.value.field == field
    assert attrs.evolve(batch, labels=(0, 1)) == batch
    assert [row for row, _ in attrs.evolve(batch, labels=("a", "b")).rows()] == ["a", "b"]


def test_a_total_is_added_up_once(monkeypatch: pytest.MonkeyPatch) -> None:
    batch = entitle_all([FLOOD, FLOOD], PEDUM_2003, days=7)
    assert batch.total is batch.total
    rice = batch.total["rice"]
    monkeypatch.setattr("kesos.relief._totals.add", None)
    assert batch.total["rice"] is rice
    assert (batch.total.unknown, batch.total.unspecified) == ((), ())


# --- frames ----------------------------------------------------------------------------------------------------------


def test_without_pandas_a_frame_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(errors.MissingExtraError) as caught:
        entitle_all([FLOOD], PEDUM_2003, days=7).to_frame()
    assert (caught.value.code, caught.value.field, caught.value.value) == ("missing_extra", "frames", "pandas")


@pytest.fixture
def pandas() -> Any:
    return pytest.importorskip("pandas")


def test_a_frame_has_a_line_for_every_row_in_order(pandas: Any) -> None:
    rows = Frame(("b", FLOOD), ("a", UNREADABLE), ("c", UNKNOWN))
    batch = entitle_all(rows, PEDUM_2003, days=7, recipients=lambda event: {"sarong": 2} if event.people else {})
    frame = batch.to_frame("en")
    assert list(frame.index) == ["b", "a", "c"]
    assert list(frame.columns) == [
        "place", "hazard", "period", "days", "rice_g", "side_dishes_idr", "sarong_piece", "status", "message",
    ]  # fmt: skip
    assert list(frame["status"]) == ["ok", "record", "count_unknown"]
    assert {str(frame[name].dtype) for name in ("days", "rice_g", "side_dishes_idr")} == {"Int64"}
    assert frame["rice_g"].sum() == batch.total["rice"].amount  # type: ignore[union-attr]
    assert list(frame["rice_g"].isna()) == [False, True, True]
    assert list(frame["place"].fillna("?")) == ["Kelurahan Pangkut", "?", "Desa B"]
    assert frame["message"].iloc[2] == batch.refused[1].error.message("en")
    assert batch.to_frame()["message"].iloc[2] == batch.refused[1].error.message("id")
    assert list(entitle_all([FLOOD, FIRE], PEDUM_2003, days=7).to_frame().index) == [0, 1]
    with pytest.raises(errors.InvalidValueError):
        batch.to_frame("jv")


def test_a_frame_of_nothing_is_empty(pandas: Any) -> None:
    assert len(entitle_all([], PEDUM_2003, days=7).to_frame()) == 0


@pytest.mark.parametrize("people", [2**53 + 1, 2**62])
def test_large_amounts_stay_exact_in_a_frame_and_in_its_sums(pandas: Any, people: int) -> None:
    events = [attrs.evolve(FLOOD, people=people, families=None), UNKNOWN, FLOOD]
    batch = entitle_all(events, PEDUM_2003, days=3)
    frame = batch.to_frame()
    total_rice = (people + 860) * 1_200
    assert int(frame["rice_g"].sum()) == total_rice
    assert str(frame["rice_g"].dtype) == ("Int64" if total_rice < 2**63 else "object")


def test_what_is_owed_as_a_range_has_a_column_for_each_end(pandas: Any) -> None:
    per = PEDUM_2003.item("rice")
    ranged = attrs.evolve(per, amount=None, rates=(Row(amount=Between(300, 400)),))
    package = attrs.evolve(PEDUM_2003.packages[0], items=(ranged, PEDUM_2003.item("side_dishes")))
    own = attrs.evolve(PEDUM_2003, code="own", packages=(package,))
    frame = entitle_all([FLOOD, FIRE], own, days=3).to_frame()
    assert (frame["rice_g_from"].iloc[0], frame["rice_g_to"].iloc[0]) == (860 * 900, 860 * 1_200)
    assert "rice_g" not in frame


def test_a_frame_names_the_places_that_are_not_counted(pandas: Any) -> None:
    places = [Locality(place="Desa A", people=1), Locality(place="Desa B", families=1)]
    wide = DisasterEvent(hazard="flood", place="X", period="2017-02-25", localities=places)
    frame = entitle_all([wide, FLOOD], PEDUM_2003, days=3, counted_only=True).to_frame()
    assert list(frame["not_counted"].fillna("")) == ["Desa B", ""]


@pytest.mark.parametrize(
    ("field", "words"),
    [("hazard", "Jenis bencana: "), ("people", "Jiwa: "), ("counts.dead", "meninggal dunia: "), ("counts.cow", None),
     ("days", None), (None, None)],
)  # fmt: skip
def test_what_is_not_counted_names_its_field_as_officials_do(field: str | None, words: str | None) -> None:
    refusal = Refusal(row=3, event=None, error=errors.InvalidValueError("missing", field=field))
    named = "" if field is None else f"{field}: "
    told = f"{named if words is None else words}{refusal.error.say('id')}".casefold()
    assert refusal.reason("id").casefold().startswith(told)
    assert refusal.say("id").casefold().startswith(f"belum dapat dihitung: baris 3. {told}")


# --- in print --------------------------------------------------------------------------------------------------------


def test_what_is_no_event_is_told_by_what_it_says_and_with_what_is_wrong_in_it() -> None:
    """An official reads no mapping of Python, and of each field what is wrong with it."""
    slip = {"hazard": "bnajir", "people": 5, "period": "2017-01-01", "place": "Desa D"}
    batch = entitle_all([FLOOD, slip, {"people": 3}, "x", {"place": "Desa E", "people": "3"}, 5], PEDUM_2003, days=7)
    shown = batch.table("id")
    assert [row[0] for row in shown.rows[1:6]] == ["bnajir, Desa D, 2017-01-01", "baris 2", "'x'", "Desa E", "5"]
    notes = [note.partition("] ")[2] for note in shown.notes if note.startswith("[")]
    assert notes == [
        "jenis bencana 'bnajir' tidak dikenal",
        "Jenis bencana: belum diisi; Lokasi: belum diisi; Tanggal: belum diisi",
        "'x' bukan isian yang sesuai",
        "Jenis bencana: belum diisi; Tanggal: belum diisi; Jiwa: '3' bukan bilangan bulat",
        "5 bukan isian yang sesuai",
    ]
    told = [each.say("id") for each in batch.refused]
    assert told[0].startswith(
        "Belum dapat dihitung: bnajir, Desa D, 2017-01-01. Jenis bencana 'bnajir' tidak dikenal. "
    )
    assert told[1].startswith("Belum dapat dihitung: baris 2. Jenis bencana: belum diisi. Lokasi: belum diisi. ")
    assert told[2] == "Belum dapat dihitung: 'x'. 'x' bukan isian yang sesuai"
    card = entitle_all([{"hazard": "bnajir", "place": "Rumah 6201016311870001"}], PEDUM_2003, days=7)
    assert "bnajir, Rumah <redacted>" in card.table("id").plain()
    assert batch.refused[0].reason("en").startswith("Hazard: 'bnajir' is not a known hazard. Did you mean 'banjir'?")


def test_places_are_counted_from_one_in_print_and_from_zero_by_whoever_programs() -> None:
    twice = entitle_all([FLOOD, FLOOD, "?"], PEDUM_2003, days=7)
    for added in (
        twice.total,
        twice.totals("hazard")[FLOOD.hazard],
        total([twice.total]),
        pickle.loads(pickle.dumps(twice.total)),
    ):
        assert added.alike == ((0, 1),)
        assert "pada baris: 1, 2." in added.explain("id")
    assert [refusal.row for refusal in twice.refused] == [2]


def test_rows_with_labels_of_their_own_are_called_by_them_in_print() -> None:
    labelled = entitle_all(Frame((4, FLOOD), (9, FLOOD)), PEDUM_2003, days=7)
    for added in (labelled.total, labelled.totals("hazard")[FLOOD.hazard], total([labelled.total])):
        assert "pada baris: 4, 9." in added.explain("id")


def test_rows_are_events_or_why_there_is_none() -> None:
    answered = entitle(attrs.evolve(FLOOD, people=3, families=1), PEDUM_2003, days=3)
    refused = Refusal(row=7, event=UNKNOWN, error=errors.UnknownValueError("unknown_value", field="people"))
    lost = Refusal(row=8, event=UNREADABLE, error=errors.UnknownHazardError("hazard_unknown", field="hazard"))
    unread = errors.UnknownValueError("unknown_value", field="people")
    found, rejected = events_in([FLOOD, answered, refused, lost, to_plain(UNKNOWN), UNREADABLE, unread])
    assert found == [(0, FLOOD), (1, answered.event), (2, UNKNOWN), (4, UNKNOWN)]
    assert [(each.row, each.error.code) for each in rejected] == [
        (8, "hazard_unknown"),
        (5, "record"),
        (6, "unknown_value"),
    ]
    with pytest.raises(errors.InvalidValueError) as caught:
        events_in([FLOOD, "?"])  # type: ignore[list-item]
    assert (caught.value.code, caught.value.field) == ("wrong_type", "events[1]")


@pytest.mark.parametrize("protocol", ["__arrow_c_stream__", "__dataframe__"])
def test_a_frame_is_no_several_events(protocol: str) -> None:
    frame = type("Frame", (), {protocol: lambda self: None})()
    with pytest.raises(errors.InvalidValueError) as caught:
        entitle_all(frame, PEDUM_2003, days=3)
    assert (caught.value.args[0], caught.value.field, caught.value.value) == ("wrong_type.frame", "events", "Frame")
