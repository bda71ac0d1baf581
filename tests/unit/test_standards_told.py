"""What the refusal of a clause tells its author: code, field, what was given, and each limit that it is held to."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pytest

from kesos import PEDUM_2003, DisasterEvent, errors
from kesos.errors import FaultsError, KesosError
from kesos.standards import (
    AidStandard,
    Axis,
    Between,
    Cycle,
    Days,
    Index,
    IndexValue,
    Interval,
    Item,
    Months,
    NotCovered,
    Package,
    Row,
    Suits,
    Validity,
    Window,
    applicable,
    compare_standards,
    find_standard,
    loads_standard,
)
from kesos.standards._amounts import LARGEST_AMOUNT, check_amount
from kesos.standards._items import names_of
from kesos.values import Citation, Period, Rounding, Text, Unit

SOURCE = Citation(regulation="x", locator="1", known="hypothetical")
NAME = Text("nama", "name")
LAW = loads_standard((Path(__file__).parent / "every_shape.toml").read_text("utf-8"))
FLOOD = DisasterEvent(hazard="flood", place="Desa Contoh", period="2017-02-25")
RUPIAH = Unit.of("IDR")


def told(call: Callable[[], object]) -> tuple[str, str | None, object, dict[str, object]]:
    with pytest.raises(KesosError) as caught:
        call()
    error = caught.value
    return error.args[0], error.field, error.value, error.parameters


# --- amounts and days ------------------------------------------------------------------------------------------------


def test_an_amount_is_from_nothing_to_the_largest() -> None:
    assert check_amount(0, "amount") == 0
    assert check_amount(LARGEST_AMOUNT, "amount") == LARGEST_AMOUNT
    limits = {"least": 0, "most": LARGEST_AMOUNT}
    for amount in (-1, LARGEST_AMOUNT + 1):
        assert told(lambda amount=amount: check_amount(amount, "amount")) == ("out_of_range", "amount", amount, limits)  # type: ignore[misc]


def test_an_amount_that_is_written_as_text_has_the_same_limits() -> None:
    limits = {"least": 0, "most": LARGEST_AMOUNT}
    assert check_amount("0", "amount") == 0
    assert check_amount(str(LARGEST_AMOUNT), "amount") == LARGEST_AMOUNT
    for amount in ("-0.5", str(LARGEST_AMOUNT + 1)):
        assert told(lambda amount=amount: check_amount(amount, "amount")) == ("out_of_range", "amount", amount, limits)  # type: ignore[misc]


def test_the_ends_of_a_range_are_told_with_the_other_end() -> None:
    assert told(lambda: Between(3, 3)) == ("minimum_above_maximum", "from", 3, {"maximum": 3})
    assert told(lambda: Between.__read__(3))[1] == ""
    assert told(lambda: Interval(4, 3)) == ("minimum_above_maximum", "from", 4, {"maximum": 3})
    assert Interval(3, 3).holds(3) is True
    assert Interval(3, 3).holds("3") is False
    mixed = told(lambda: Interval(3, "2020-01-01"))  # type: ignore[arg-type]
    assert mixed[:2] == ("wrong_type.ends", "to")
    assert str(mixed[2]) == "2020-01-01"


def test_the_days_of_a_window_are_told_with_the_most() -> None:
    assert told(lambda: Days(minimum=4, maximum=3)) == ("minimum_above_maximum.days", "minimum", 4, {"maximum": 3})
    for extended in (2, 3):
        refused = told(lambda extended=extended: Days(minimum=3, maximum=3, extended=extended))  # type: ignore[misc]
        assert refused == ("extended_not_above_maximum", "extended", extended, {"maximum": 3})
    assert Days(minimum=3, maximum=3, extended=4).longest == 4


def test_a_window_is_also_held_to_its_days() -> None:
    hazards = {"hazards": ("flood",), "citation": SOURCE}
    assert told(lambda: Window(minimum=4, maximum=3, **hazards))[0] == "minimum_above_maximum.days"  # type: ignore[arg-type]
    assert told(lambda: Window(minimum=3, maximum=3, hazards=(), citation=SOURCE)) == (
        "missing.hazards",
        "hazards",
        (),
        {},
    )


def test_what_ends_before_it_begins_is_told_with_both_days() -> None:
    start, end = Period.of("2020-02"), Period.of("2020-01-31")
    refused = told(lambda: Validity(start=start, end=end, citation=SOURCE))
    assert refused == ("end_before_start.validity", "end", "2020-01-31", {"end": "2020-01-31", "start": "2020-02"})


# --- rows of rates ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "key", "field", "value"),
    [
        ({"amount": 3, "share": "1/2"}, "missing.amount_or_share", "amount", 3),
        ({"amount": 3, "of": "mean"}, "not_used.without_share", "of", ("mean",)),
        ({"amount": 3, "rounding": "down"}, "not_used.without_share", "rounding", Rounding.DOWN),
        ({"amount": 3, "to": 10}, "not_used.without_share", "to", 10),
        (
            {"share": "1/2", "of": "a", "lower_of": ("b",), "rounding": "down", "to": 1},
            "not_used.two_indices",
            "lower_of",
            ("b",),
        ),
        ({"amount": 3, "each_further": 2}, "not_used.each_further", "each_further", 2),
        (
            {"amount": 3, "each_further": 2, "tests": {"a": {"from": 2}, "b": {"from": 2}}},
            "not_used.each_further",
            "each_further",
            2,
        ),
        ({"amount": 3, "tests": {"date": 5}}, "wrong_type.interval", "date", 5),
        ({"amount": 3, "tests": {"date": {"from": 5}}}, "wrong_type.ends", "date", 5),
        ({"amount": 3, "tests": {"percent": {"to": "2020-01-01"}}}, "wrong_type.ends", "percent", "2020-01-01"),
        ({"share": "1/0"}, "not_a_share", "share", "1/0"),
        ({"share": "0.333"}, "not_a_share", "share", "0.333"),
        ({"share": 3}, "not_a_share", "share", 3),
        ({"share": "1" * 18 + "/1"}, "not_a_share", "share", "1" * 18 + "/1"),
    ],
)
def test_a_row_that_cannot_be_is_told_with_what_it_holds(given: Any, key: str, field: str, value: object) -> None:
    refused = told(lambda: Row(**given))
    assert refused[:2] == (key, field)
    assert refused[2] == value or str(refused[2]) == value


def test_the_longest_share_has_nineteen_characters() -> None:
    share = {"of": "mean", "rounding": "down", "to": 1}
    assert Row(share="1" * 17 + "/1", **share).share == int("1" * 17)  # type: ignore[arg-type]


def test_a_row_says_what_it_gives_and_when() -> None:
    lower = Row(share="3/4", lower_of=("local", "mean"), rounding="down", to=1)  # type: ignore[arg-type]
    assert lower.given(RUPIAH, "en") == "3/4 × the lowest of local; mean"
    assert Row(amount=5, group=20).given(RUPIAH, "en") == "IDR5/20"
    further = Row(amount=5, each_further=2, tests={"percent": {"from": 61}, "terrain": "hill"})
    assert further.counted_from == 61
    assert further.say(RUPIAH, "en") == "IDR5, and IDR2 for each number after it (percent 61 and more; hill)"
    assert further.say(RUPIAH, "id") == "Rp5, ditambah Rp2 untuk setiap angka sesudahnya (persen 61 ke atas; hill)"


# --- axes and indices ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "key", "field", "value"),
    [
        ({"code": "Two words"}, "not_a_slug", "code", "Two words"),
        ({"name": "terrain"}, "wrong_type", "name", "terrain"),
        ({"code": "date"}, "known_test", "code", "date"),
        ({"values": ()}, "missing", "values", ()),
        ({"months": {"wet": [1]}}, "not_used.axis", "months", (("wet", (1,)),)),
        ({"values": 3}, "wrong_type", "values", 3),
        ({"values": ("",)}, "not_a_word", "values", ""),
    ],
)
def test_an_axis_that_cannot_be_is_told_with_what_it_holds(changes: Any, key: str, field: str, value: object) -> None:
    refused = told(lambda: Axis(**{"code": "terrain", "name": NAME, "of": "event", "values": ("hill",)} | changes))
    assert (refused[0].partition(".")[0], *refused[1:3]) == (key.partition(".")[0], field, value)
    if field == "months":
        assert refused[3] == {"of": "event"}


def test_a_month_is_of_one_class() -> None:
    assert told(lambda: Months.of({"wet": [1, 2], "dry": [2]})) == ("duplicate.month", "months", 2, {})


@pytest.mark.parametrize(
    ("changes", "key", "field"),
    [
        ({"name": "wage"}, "wrong_type", "name"),
        ({"citation": None}, "wrong_type", "citation"),
        ({"given": None}, "missing", "values"),
        ({"values": [IndexValue(row=Row(amount=3))]}, "not_used", "values"),
    ],
)
def test_an_index_that_cannot_be_is_told_with_what_it_holds(changes: Any, key: str, field: str) -> None:
    given = {"code": "wage", "name": NAME, "unit": "IDR", "given": "caller", "citation": SOURCE} | changes
    refused = told(lambda: Index(**given))
    assert (refused[0].partition(".")[0], refused[1]) == (key, field)
    assert refused[2] == (tuple(given.get("values", ())) if field == "values" else given[field])


def test_the_value_of_an_index_is_one_amount() -> None:
    for field in ("group", "each_further"):
        row = Row(amount=3, tests={"percent": {"from": 2}}, **{field: 2})  # type: ignore[arg-type]
        assert told(lambda row=row: IndexValue(row=row)) == ("unknown_key", field, 2, {})  # type: ignore[misc]


def test_an_index_that_nobody_brings_is_named() -> None:
    index = next(each for each in LAW.indices if each.code == "local")
    assert told(lambda: index.value({}, {})) == ("index_unknown", "indices.local", None, {"index": index.name})


# --- items and packages ----------------------------------------------------------------------------------------------


def item(**changes: Any) -> Item:
    given = {"code": "thing", "name": NAME, "amount": 2, "unit": "unit", "per": "person", "citation": SOURCE}
    return Item(**given | changes)


def test_an_item_says_how_often_it_is_given_and_what_becomes_of_the_rest() -> None:
    packs = {"every": {"days": 90}, "part": "up", "window": "open"}
    assert "/90 days" in item(**packs).say("en")
    assert "the rest is rounded up" in item(**packs).say("en")
    assert "What is less than a whole period is rounded up." in item(**packs).notes("en")
    months = item(every="month", month_days=30, part="down")
    assert "What is less than a whole period is rounded down." not in months.notes("en")
    assert months.notes("en") == ["A month is taken as 30 days; the rest is rounded down."]
    two = item(group=2, rounding=Rounding.UP, counted="event")
    assert two.notes("en") == ["A group is 2 people; the rest is rounded up, over the event."]
    assert item().notes("en") == []
    grouped = item(amount=None, rates=(Row(amount=1, group=20),), rounding=Rounding.UP, counted="place")
    assert grouped.notes("en") == ["The rest of a group is rounded up, in each place."]
    rows = item(amount=None, rates=(Row(amount=1, tests={"day": {"to": 3}}), Row(amount=2, tests={"day": {"from": 4}})))
    assert "1 unit (day 1 to 3); 2 units (from day 4)" in rows.say("en")
    assert told(lambda: item(every={})) == ("missing", "every.days", {}, {})
    assert Cycle(days=Between(2, 3)).say("id") == "2–3"


def test_an_item_and_a_code_are_told_with_the_standard() -> None:
    standard = {"standard": "pedum-2003"}
    assert told(lambda: PEDUM_2003.item("rise")) == ("unknown_item.in_standard", "item", "rise", standard)
    same = told(lambda: PEDUM_2003.evolve(code="pedum-2003", source="a proposal"))
    assert same == ("same_code", "code", "pedum-2003", {})
    assert LAW.dated_tests == {"date", "day", "season"}
    assert (PEDUM_2003.shares_days, LAW.shares_days) == (True, False)


@pytest.mark.parametrize("name", ["rate", "table", "plain_rate", "needs_days"])
def test_what_is_computed_of_an_item_is_neither_given_nor_compared(name: str) -> None:
    field = attrs.fields_dict(Item)[name]
    assert (field.init, field.eq) == (False, False)
    with pytest.raises(TypeError):
        item(**{name: None})


def test_a_group_is_of_a_trillion_at_the_most() -> None:
    grouped = {"rounding": Rounding.UP, "counted": "event"}
    assert item(group=10**12, **grouped).group == 10**12
    refused = told(lambda: item(group=10**12 + 1, **grouped))
    assert (refused[1], refused[2]) == ("group", 10**12 + 1)


def test_the_subject_of_a_package_is_a_slug() -> None:
    refused = told(lambda: Package(code="aid", name=NAME, subject="Two words", items=(item(),)))
    assert (refused[0], refused[1], refused[2]) == ("not_a_slug", "subject", "Two words")


def test_what_may_be_given_in_kind_is_named_beside_the_items() -> None:
    names = names_of(PEDUM_2003.items)
    assert names["rice"] == PEDUM_2003.item("rice").name
    assert set(names) >= {each.code for each in PEDUM_2003.items}
    for kind in PEDUM_2003.item("side_dishes").in_kind:
        assert names[kind.code] == kind.name


@pytest.mark.parametrize(
    ("kind", "field"),
    [
        (NotCovered, "hazards"),
        (Suits, "schooling"),
        (Suits, "readings"),
        (AidStandard, "windows"),
        (AidStandard, "packages"),
        (AidStandard, "counts"),
        (AidStandard, "axes"),
        (AidStandard, "indices"),
        (AidStandard, "hazards"),
        (AidStandard, "readings"),
        (AidStandard, "not_covered"),
        (Package, "items"),
        (Item, "rates"),
        (Item, "in_kind"),
        (Window, "hazards"),
        (Index, "values"),
        (Row, "lower_of"),
    ],
)
def test_what_is_several_is_refused_where_it_is_one(kind: Any, field: str) -> None:
    needed = [each for each in attrs.fields(kind) if each.init and each.default is attrs.NOTHING]
    given = {each.alias: () if str(each.type).startswith("tuple") else None for each in needed}
    given |= {
        name: value
        for name, value in {"unit": "IDR", "per": "event", "minimum": 3, "maximum": 7}.items()
        if name in given
    }
    assert told(lambda: kind(**given | {field: 3}))[1:3] == (field, 3)


def test_the_step_of_a_share_is_an_amount() -> None:
    refused = told(lambda: Row(share="1/2", of="mean", rounding="down", to="x"))  # type: ignore[arg-type]
    assert refused[1:3] == ("to", "x")


def test_a_school_is_named_once() -> None:
    refused = told(lambda: Suits(words="x", schooling=("primary", "primary")))
    assert refused == ("duplicate.school", "schooling", ("primary", "primary"), {})


# --- clauses together ------------------------------------------------------------------------------------------------


def faults(standard: AidStandard, **changes: Any) -> dict[str | None, KesosError]:
    with pytest.raises(FaultsError) as caught:
        attrs.evolve(standard, **changes)
    error = caught.value
    assert (error.args[0], error.value, error.parameters["standard"]) == (
        "faults.standard",
        standard.code,
        standard.code,
    )
    return {fault.field: fault for fault in error.faults}


def with_rates(code: str, *rates: Row) -> tuple[Package, ...]:
    package = LAW.packages[0]
    items = (attrs.evolve(each, rates=rates) if each.code == code else each for each in package.items)
    return (attrs.evolve(package, items=tuple(items)),)


def test_two_rows_that_fit_the_same_are_told_as_they_are_said() -> None:
    both = (Row(amount=5, tests={"injury": "serious"}), Row(amount=2))
    fault = faults(LAW, packages=with_rates("injury", *both))["packages[aid].items[injury].rates"]
    said = ("IDR5 (seriously injured)", "IDR2")
    assert (fault.args[0], fault.value) == ("overlap.rates", said)
    assert fault.parameters == {"one": said[0], "other": said[1]}


def test_a_test_that_nobody_can_answer_is_told_with_the_one_that_was_meant() -> None:
    rows = (Row(amount=5, tests={"injurry": "serious", "terrain": "swamp"}), Row(amount=2, tests={"zzz": "a"}))
    found = faults(LAW, packages=with_rates("injury", *rows))
    path = "packages[aid].items[injury].rates"
    misspelt, swamp, other = found[f"{path}[0].injurry"], found[f"{path}[0].terrain"], found[f"{path}[1].zzz"]
    tests = ("date", "day", "terrain", "season", "injury")
    assert (misspelt.args[0], misspelt.value) == ("unknown_key", "injurry")
    assert misspelt.hint.parameters == {"nearest": "injury", "known": tests}  # type: ignore[union-attr]
    assert other.hint.parameters == {"known": tests}  # type: ignore[union-attr]
    assert (swamp.args[0], swamp.value) == ("class_not_known", "swamp")


def test_a_share_is_of_an_index_in_the_unit_of_the_item() -> None:
    share = {"share": "1/2", "rounding": "down", "to": 1}
    fault = faults(LAW, packages=with_rates("wage", Row(of="meen", **share)))  # type: ignore[arg-type]
    lacking = fault["packages[aid].items[wage].rates[0].of"]
    assert (lacking.args[0], lacking.value) == ("index_not_known", "meen")
    litres = faults(LAW, packages=with_rates("water", Row(of="mean", **share)))  # type: ignore[arg-type]
    unit = litres["packages[aid].items[water].rates[0].of"]
    assert (unit.args[0], unit.value, unit.parameters) == (
        "unit_mismatch",
        "mean",
        {"other": "IDR", "unit": "l", "units": (Text("rupiah", "rupiah"), Text("liter", "l"))},
    )


def test_a_reading_that_fits_no_window_is_told_with_what_it_is_read_as() -> None:
    reading = attrs.evolve(PEDUM_2003.readings[0], hazard="flood")
    fault = faults(PEDUM_2003, readings=(reading,))["readings"]
    assert (fault.args[0], fault.value, fault.parameters) == (
        "reading_does_not_fit",
        "flood",
        {"read_as": reading.read_as},
    )


def test_every_item_is_looked_at_also_after_one_that_counts_nothing_known() -> None:
    package = LAW.packages[0]
    first, second = attrs.evolve(package.items[0], per="ded"), attrs.evolve(package.items[3], per="corp")
    found = faults(LAW, packages=(attrs.evolve(package, items=(first, *package.items[1:3], second)),))
    assert {field for field in found if str(field).endswith(".per")} == {
        "packages[aid].items[death].per",
        "packages[aid].items[crop].per",
    }


def test_the_hazards_that_a_standard_covers_are_any_or_several_codes() -> None:
    assert told(lambda: attrs.evolve(LAW, covers="flood"))[1:3] == ("covers", "flood")
    assert told(lambda: attrs.evolve(LAW, covers=("Two words",)))[1:3] == ("covers", "Two words")
    assert attrs.evolve(LAW, covers=("flood",)).covers == ("flood",)


# --- several standards -----------------------------------------------------------------------------------------------


def test_where_no_standard_applies_the_event_is_told() -> None:
    asked = {"hazard": FLOOD.hazard.name, "period": FLOOD.period}
    assert told(lambda: applicable(FLOOD, [])) == ("no_standard.given", "standards", (), asked)
    key, field, value, parameters = told(lambda: applicable(FLOOD, [LAW]))
    assert (key, field, value) == ("no_standard", "standards", ("every-shape",))
    assert {name: parameters[name] for name in asked} == asked
    assert told(lambda: find_standard("zzz", [LAW])) == ("no_standard.digest", "digest", "zzz", {})


def test_two_standards_are_compared_in_a_table_that_names_both() -> None:
    other = attrs.evolve(PEDUM_2003, code="other", title=Text("Lain", "Other"))
    compared = compare_standards(PEDUM_2003, other)
    table = compared.table("en")
    assert table.caption == "pedum-2003 – other"
    assert table.notes == (f"pedum-2003: {PEDUM_2003.title.en}", "other: Other")
    assert {row[-1] for row in table.rows} == {"Same"}
    assert table.rows[0][0] == "validity"
    assert "item: Rice" in {row[0] for row in table.rows}
    changed = compare_standards(PEDUM_2003, attrs.evolve(other, readings=()))
    differing = {row[0] for row in changed.table("en").rows if row[-1] == "Different"}
    assert len(differing) == len(PEDUM_2003.readings) == len(changed.changes)
    assert told(lambda: compared.table("jv"))[:3] == ("unknown_language", "language", "jv")


def test_what_another_package_offers_is_told_by_its_entry(monkeypatch: pytest.MonkeyPatch) -> None:
    from importlib import metadata

    from kesos.standards import installed

    class Entry:
        def __init__(self, name: str, found: object) -> None:
            self.name, self.value, self._found = name, f"somewhere:{name}", found

        def load(self) -> object:
            return self._found

    def offer(*entries: Entry) -> None:
        monkeypatch.setattr(metadata, "entry_points", lambda group: list(entries))

    offer(Entry("three", 3))
    with pytest.raises(errors.StandardFileError) as caught:
        installed()
    assert (caught.value.args[0], caught.value.value) == ("standard_file.offered", "somewhere:three")
    offer(Entry("a", LAW), Entry("b", attrs.evolve(LAW, title=NAME)))
    with pytest.raises(errors.StandardFileError) as caught:
        installed()
    assert (caught.value.args[0], caught.value.value) == ("standard_file.offered_twice", "somewhere:b")
    assert caught.value.parameters["offer"] == "somewhere:b"
    assert caught.value.parameters["standard"] == "every-shape"
