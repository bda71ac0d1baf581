"""Records of findings, audits and anything else: what they say of themselves, that they come back, what is refused."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any, Literal

import attrs
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import kesos.testing  # teaches Hypothesis the classes
from kesos import (
    PEDUM_2003,
    DisasterEvent,
    Hazard,
    Percentage,
    Period,
    Place,
    Quantity,
    Span,
    Text,
    Unit,
    datasets,
    entitle,
    find_contradictions,
    verify,
)
from kesos.audit import Audit, Finding
from kesos.categories import Pmks, Psks
from kesos.errors import InvalidValueError, KesosError, RecordError
from kesos.records import (
    Reader,
    Recorded,
    as_json,
    enveloped,
    load_record,
    opened,
    read_plain,
    schema_of,
    to_plain,
    to_tagged,
)
from kesos.registry import Registry
from kesos.values import Rounding


@attrs.frozen
class Anything:
    """Something with a field that may hold anything."""

    value: Any


@settings(max_examples=60, deadline=None)
@given(st.from_type(Finding))
def test_a_finding_comes_back_as_it_was(finding: Finding) -> None:
    assert Finding.from_json(finding.to_json()) == Finding.from_dict(finding.to_dict()) == finding


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.from_type(Audit))
def test_an_audit_comes_back_as_it_was(audit: Audit) -> None:
    assert Audit.from_json(audit.to_json()) == Audit.from_dict(audit.to_dict()) == audit


@pytest.mark.parametrize("report", [datasets.kotawaringin_barat(), datasets.kapuas()], ids=lambda report: report.code)
def test_the_audits_of_both_reports_come_back_as_they_were(report: kesos.Report) -> None:
    audit = find_contradictions(report)
    assert Audit.from_json(audit.to_json()) == audit


@pytest.mark.parametrize(
    "value",
    [
        None,
        True,
        3,
        "x",
        Quantity(5, "kg"),
        Percentage("35.45"),
        Percentage(Fraction(100, 3)),
        Period.of("2017-06"),
        Fraction(1, 3),
        Decimal("97.040"),
        date(2017, 2, 25),
        Span(1, 2),
        Span(Percentage(1), Percentage(2)),
        Text("Kamis", "Thursday"),
    ],
)
def test_a_field_that_may_hold_anything_says_what_it_holds(value: Any) -> None:
    held = Anything(value)
    assert read_plain(Anything, to_plain(held)) == held
    assert type(read_plain(Anything, to_plain(held)).value) is type(value)


@pytest.mark.parametrize(
    "raw",
    [
        {"colour": 3},
        {},
        {"quantity": 3},
        {"quantity": {"amount": 1.5, "unit": "g"}},
        {"span": [1]},
        {"span": [3, 1]},
        {"percentage": {"percent": "x"}},
        {"percentage": {}},
        {"percentage": {"share": {"numerator": 1, "denominator": 0}}},
        {"fraction": {"numerator": 1}},
        {"decimal": "1,5"},
        {"date": "2017-02-30"},
    ],
)
def test_a_value_that_says_something_else_is_refused_with_its_path(raw: object) -> None:
    with pytest.raises(RecordError) as caught:
        read_plain(Anything, {"value": raw})
    assert caught.value.field is not None
    assert caught.value.field.startswith("value")


def test_all_faults_of_a_record_are_named_at_once() -> None:
    record = {**enveloped("finding", {}), "rule": 3, "severity": "grave", "text": {"id": "x"}, "colour": "red"}
    with pytest.raises(RecordError) as caught:
        Finding.from_json(record)
    fields = {fault.field for fault in caught.value.faults}
    assert fields == {"rule", "severity", "text.en", "colour", "printed", "source"}


@pytest.mark.parametrize(
    ("record", "field"),
    [
        ("{", "record"),
        ("3", "record"),
        ('{"kesos": 1, "kesos": 1}', "record"),
        ({"kind": "finding"}, "format"),
        ({"format": 1, "kind": "finding"}, "kesos"),
        ({"kesos": "0.1.0", "format": 2, "kind": "finding"}, "format"),
        ({"kesos": "0.1.0", "format": 1.0, "kind": "finding"}, "format"),
        ({"kesos": "0.1.0", "format": 1, "kind": "relief"}, "kind"),
        (None, "record"),
    ],
)
def test_what_is_no_such_record_is_refused(record: Any, field: str) -> None:
    with pytest.raises(RecordError) as caught:
        opened("finding", Finding, record)
    assert caught.value.field == field
    assert caught.value.faults[0].code == "damaged"
    assert caught.value.message("id").startswith("catatan ini rusak")


def test_a_text_is_enveloped_and_opened_again() -> None:
    text = Text("Beras", "Rice")
    assert opened("text", Text, as_json(enveloped("text", to_plain(text)))) == text
    assert load_record(as_json(enveloped("text", to_plain(text))))["kind"] == "text"


def test_named_rounding_and_spans_are_plain_words_and_lists() -> None:
    assert to_plain(Rounding.UP) == "up"
    assert to_tagged(Span(Quantity(1, "g"), Quantity(2, "g")))["span"][0] == {"quantity": {"amount": 1, "unit": "g"}}


def test_a_class_is_not_read_from_a_list_nor_a_list_from_a_table() -> None:
    reader = Reader()
    reader.read(Text, [], "text")
    reader.read(tuple[Text, ...], {}, "texts")
    assert [(fault.field, fault.code) for fault in reader.faults] == [("text", "wrong_type"), ("texts", "wrong_type")]
    assert all(isinstance(fault, InvalidValueError) for fault in reader.faults)


FAULTY = {
    "hazard": "bnajir",
    "place": "x",
    "period": "2017",
    "people": -3,
    "damage": {"light": True},
    "localities": [{"place": "a", "people": 1}, {"place": ""}],
    "colour": "red",
}


def test_an_event_names_every_fault_of_what_is_given_at_once() -> None:
    with pytest.raises(RecordError) as caught:
        DisasterEvent.from_dict(FAULTY)
    fields = {fault.field for fault in caught.value.faults}
    assert fields == {"hazard", "people", "damage.light", "localities[1].place", "colour"}


def test_what_the_constructor_takes_as_a_word_is_read_as_one() -> None:
    plain = {"hazard": "banjir", "place": "Desa X", "period": "2017-02-25", "people": 3}
    assert DisasterEvent.from_dict(plain) == DisasterEvent(**plain)  # type: ignore[arg-type]


def test_a_value_that_is_one_word_stands_under_its_name() -> None:
    for value, plain in (
        (Hazard.FLOOD, {"hazard": "flood"}),
        (Place("Desa X"), {"place": "Desa X"}),
        (Place("Desa X", code="11.10"), {"text": "Desa X", "code": "11.10"}),
        (Unit.of("kg"), {"unit": "kg"}),
        (Period.of("2017-06"), {"period": "2017-06"}),
    ):
        assert value.to_dict() == plain
        assert type(value).from_dict(plain) == value  # type: ignore[comparison-overlap]


def test_a_hazard_that_somebody_brings_keeps_its_words() -> None:
    own = Hazard("river_flood", Text("Banjir sungai", "River flood"), ("banjir kiriman",))
    assert Hazard.from_dict(own.to_dict()).words == ("banjir kiriman",)
    assert own.to_dict()["code"] == "river_flood"
    assert Hazard.from_dict(Hazard.FLOOD.to_dict()) is Hazard.FLOOD


class Storm(DisasterEvent):
    """An event of somebody's own."""


class Weight(Quantity):
    """A quantity of somebody's own."""


def test_a_subclass_is_written_as_what_it_extends() -> None:
    flood = Storm(hazard="banjir", place=Place("x"), period="2017", people=3)
    assert DisasterEvent.from_dict(flood.to_dict()).people == 3
    assert Storm.from_dict(flood.to_dict()) == flood
    assert to_plain(Anything(Weight(5, "kg"))) == {"value": {"quantity": {"amount": 5000, "unit": "g"}}}
    held = Holder(events=(flood,), either=flood)
    assert read_plain(Holder, to_plain(held)).events[0].people == 3
    verify(entitle(flood, PEDUM_2003, days=3).to_json(), PEDUM_2003)


@attrs.frozen
class More(DisasterEvent):
    """An event with a field of somebody's own."""

    colour: str = "red"


@attrs.frozen
class Holder:
    """Something that is declared to hold events."""

    events: tuple[DisasterEvent, ...] = ()
    either: DisasterEvent | Text | None = None
    pair: tuple[str, int] | None = None
    by_name: Mapping[str, Quantity] | None = None
    version: Literal[1] = 1


def test_a_field_of_somebody_s_own_stays_out_of_a_record_that_declares_none() -> None:
    more = More(hazard="banjir", place="x", period="2017", colour="blue")
    held = Holder(events=(more,), either=more)
    assert "colour" not in to_plain(held)["events"][0]
    assert "colour" not in to_plain(held)["either"]
    assert more.to_dict()["colour"] == "blue"
    assert More.from_dict(more.to_dict()) == more


def test_pairs_mappings_and_choices_come_back() -> None:
    held = Holder(either=Text("a", "b"), pair=("x", 3), by_name={"rice": Quantity(5, "kg")})
    assert read_plain(Holder, json.loads(json.dumps(to_plain(held)))) == held


@pytest.mark.parametrize(
    ("plain", "field", "code"),
    [
        ({"pair": ["x"]}, "pair", "wrong_length"),
        ({"pair": ["x", "y"]}, "pair[1]", "not_whole"),
        ({"by_name": 3}, "by_name", "wrong_type"),
        ({"by_name": {"rice": 3}}, "by_name.rice", "wrong_type"),
        ({"either": {"id": "x"}}, "either.en", "missing"),
        ({"either": True}, "either", "not_a_choice"),
        ({"version": 2}, "version", "not_a_choice"),
        ({"version": True}, "version", "not_a_choice"),
    ],
)
def test_what_fits_no_declared_type_is_refused_with_its_path(plain: dict[str, Any], field: str, code: str) -> None:
    with pytest.raises(RecordError) as caught:
        read_plain(Holder, plain)
    assert (caught.value.faults[0].field, caught.value.faults[0].code) == (field, code)


@attrs.frozen
class Held:
    """Something with a day."""

    day: date


class Unknown:
    """Nothing that kesos knows."""

    def __repr__(self) -> str:
        return "Unknown()"


@pytest.mark.parametrize(
    "value",
    [
        0.5,
        (1, 2),
        [1],
        {"a": 1},
        Unknown(),
        np.float64(1),
        np.int64(1),
        datetime(2017, 2, 25),
        Decimal("NaN"),
        Decimal("1e70"),
        Decimal("1e40"),
    ],
    ids=repr,
)
def test_what_could_not_be_read_back_is_refused_when_it_is_written(value: Any) -> None:
    with pytest.raises(KesosError) as caught:
        to_tagged(value)
    assert caught.value.code == "cannot_be_written"
    with pytest.raises(KesosError) as caught:
        to_plain(Anything(value))
    assert caught.value.field == "value"


def test_a_refusal_to_write_says_where() -> None:
    with pytest.raises(KesosError) as caught:
        to_plain({"a": ["x", 0.5]})
    assert caught.value.field == "a[1]"
    with pytest.raises(KesosError):
        to_plain({1: "x"})


@pytest.mark.parametrize(
    "raw",
    [{"date": "2017-02-25", "decimal": "1"}, 0.5, [1], {"text": "x"}, {"span": [1, 2, 3]}, {"span": {"minimum": 1}}],
)
def test_a_value_of_any_kind_stands_under_one_known_word(raw: object) -> None:
    with pytest.raises(RecordError):
        read_plain(Anything, {"value": raw})


def test_one_word_is_of_one_class() -> None:
    with pytest.raises(InvalidValueError) as caught:
        type("Other", (Recorded,), {"__tag__": "quantity"})
    assert caught.value.code == "duplicate.tag".partition(".")[0]


def test_a_day_is_read_as_toml_has_it_and_a_moment_is_not() -> None:
    assert (
        read_plain(Held, {"day": date(2017, 2, 25)})
        == Held(date(2017, 2, 25))
        == read_plain(Held, {"day": "2017-02-25"})
    )
    for raw in (datetime(2017, 2, 25), "2017-02-30", "25-02-2017", 3):
        with pytest.raises(RecordError) as caught:
            read_plain(Held, {"day": raw})
        assert (caught.value.field, caught.value.faults[0].code) == ("day", "not_a_day")


def test_large_sums_and_small_shares_come_back() -> None:
    for value in (Quantity(10**30, "t") * 10**9, Percentage.of_fraction(Fraction(1, 10**31)), Percentage("0.0000001")):
        assert type(value).from_json(value.to_json()) == value  # type: ignore[comparison-overlap]


def test_a_text_that_is_too_long_is_refused_without_being_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kesos.records._envelope.LARGEST_TEXT", 20)
    assert Text.from_json('{"id":"a","en":"b"}') == Text("a", "b")
    with pytest.raises(RecordError) as caught:
        Text.from_json('{"id":"a","en":"bcd"}')
    assert (caught.value.field, caught.value.faults[0].code) == ("record", "too_large")


def test_a_key_that_is_there_twice_is_found_in_linear_time() -> None:
    many = ",".join(f'"k{number}":1' for number in range(200_000))
    start = time.perf_counter()
    with pytest.raises(RecordError) as caught:
        load_record(f'{{{many},"k199999":2}}')
    assert "'k199999' is there twice" in str(caught.value)
    assert time.perf_counter() - start < 5


def test_a_record_says_by_which_kesos_it_was_written_and_another_one_is_read() -> None:
    record = enveloped("text", {"id": "a", "en": "b"})
    assert record["kesos"] == kesos.__version__
    assert opened("text", Text, {**record, "kesos": "99.0"}) == Text("a", "b")


@pytest.mark.parametrize("kind", [Pmks, Psks])
def test_a_category_travels_by_its_name(kind: type[Pmks] | type[Psks]) -> None:
    for category in kind:
        assert read_plain(kind, to_plain(category)) is category
    assert schema_of(kind) == {"enum": [category.name for category in kind]}


@attrs.frozen
class Unchecked(Recorded):
    """A class that checks none of its fields, as somebody may write one."""

    text: str = ""
    number: int = 0
    flag: bool = False
    word: Literal["few", "many"] = "few"
    name: Text | None = None
    texts: tuple[str, ...] = ()
    day: date | Period | None = None
    share: Fraction = Fraction(0)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("text", 3),
        ("text", None),
        ("text", {"a": 1}),
        ("number", "3"),
        ("number", True),
        ("number", Decimal(3)),
        ("flag", 1),
        ("word", "none"),
        ("name", "kata"),
        ("name", Period.of("2017")),
        ("texts", "kata"),
        ("texts", ["kata"]),
        ("texts", ("kata", 3)),
        ("day", "2017-02-25"),
        ("day", Text("a", "b")),
        ("share", 1),
    ],
)
def test_what_is_not_of_the_kind_of_its_field_is_refused_at_writing(field: str, value: Any) -> None:
    held: Any = Unchecked
    with pytest.raises(InvalidValueError) as caught:
        held(**{field: value}).to_json()
    assert caught.value.code == "cannot_be_written"
    assert (caught.value.field or "").partition("[")[0] == field


def test_what_is_of_the_kind_of_its_field_comes_back() -> None:
    held = Unchecked(
        text="x",
        number=10**30,
        flag=True,
        word="many",
        name=Text("a", "b"),
        texts=("a", "b"),
        day=date(2017, 2, 25),
        share=Fraction(1, 3),
    )
    assert Unchecked.from_json(held.to_json()) == held
    by_period = attrs.evolve(held, day=Period.of("2017"), name=None)
    assert Unchecked.from_json(by_period.to_json()) == by_period


def test_a_unit_of_ones_own_is_refused_at_writing_and_a_known_one_comes_back() -> None:
    picul = Unit("pikul", "g", 62_500, Text("pikul", "picul"), Text("pikul", "piculs"))
    for call in (picul.to_dict, picul.to_json):
        with pytest.raises(InvalidValueError) as caught:
            call()
        assert (caught.value.code, caught.value.value) == ("cannot_be_written", "pikul")
    assert Quantity.from_json(Quantity(2, picul).to_json()) == Quantity(125, "kg")
    for code in ("kg", "piece", "USD", "USD/100", "IDR/100"):
        assert Unit.from_json(Unit.of(code).to_json()) == Unit.of(code)


@pytest.mark.parametrize(
    "text", ['{"name": "Siti Aminah", "birth_date": "1987-11-23"', '{"name": "Siti", "name": "Siti"}']
)
@pytest.mark.parametrize("read", [Text.from_json, load_record, kesos.Household.from_json, Registry.from_json])
def test_a_record_that_is_no_json_is_not_repeated(read: Any, text: str) -> None:
    with pytest.raises(RecordError) as caught:
        read(text)
    assert not any("Siti" in str(part) for part in (caught.value, repr(caught.value), caught.value.to_dict("id")))


@pytest.mark.parametrize("raw", [{"": 1}, {"id": "a", "en": "b", "": "x"}])
def test_a_key_without_letters_has_a_path_as_any_other(raw: Any) -> None:
    with pytest.raises(RecordError) as caught:
        Text.from_dict(raw)
    assert '""' in [fault.field for fault in caught.value.faults]
