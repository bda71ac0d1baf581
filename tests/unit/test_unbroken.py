"""What an adversary tried: each kind of it in two cases at least, under the sentence that must hold."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import kesos
from kesos import (
    PEDUM_2003,
    Citation,
    DisasterEvent,
    Hazard,
    Household,
    Locality,
    Percentage,
    Period,
    Printed,
    Quantity,
    Report,
    Span,
    Text,
    Unit,
    entitle,
    entitle_range,
    find_contradictions,
    total,
    verify,
)
from kesos.audit import Audit, Finding
from kesos.counts import Count
from kesos.errors import (
    InvalidValueError,
    KesosError,
    ParseError,
    ProgramFileError,
    RecordError,
    StandardFileError,
    UnknownValueError,
    UnspecifiedQuantityError,
    VerificationError,
)
from kesos.people import Beneficiary
from kesos.programs import Program, dumps_program, eligibility, load_program, loads_program
from kesos.registry import Change
from kesos.relief import read_record, worksheet
from kesos.reports import (
    Affected,
    Column,
    CountOf,
    FromTo,
    InOrder,
    Numbering,
    PartOf,
    Relation,
    Row,
    RowCounts,
    RowSum,
    Series,
    SumOf,
    Table,
    Told,
    TwoCounts,
    WeekdayOf,
    YearsShown,
)
from kesos.standards import (
    AidStandard,
    Between,
    Item,
    Package,
    compare_standards,
    dumps_standard,
    load_standard,
    loads_standard,
)
from kesos.values import TableView
from kesos.wording import format_quantity, parse_quantity

FLOOD = DisasterEvent(hazard="banjir", place="x", period="2017-02-25", people=10, families=3)
SOURCE, WORDS = Citation(regulation="r", locator="l"), Text("a", "b")
ONE = Printed("1", 1, source="p. 3")


def with_items(*items: Item) -> AidStandard:
    packages = (Package(code="p", name=WORDS, items=items),)
    return AidStandard(
        code="x",
        title=WORDS,
        source=SOURCE,
        validity=PEDUM_2003.validity,
        durations=PEDUM_2003.durations,
        windows=PEDUM_2003.windows,
        packages=packages,
    )


def item(code: str, per: Any = "person") -> Item:
    return Item(code=code, name=WORDS, amount=1, unit="g", per=per, citation=SOURCE)


def audited(*relations: Relation) -> Audit:
    return find_contradictions(Report(code="r", title="t", office="o", period="2017", relations=relations))


# --- a blank or an unknown that becomes a number in a sum


@pytest.mark.parametrize("code", ["plates", "glasses"])
def test_a_sum_of_a_blank_and_a_number_is_a_blank(code: str) -> None:
    more = PEDUM_2003.evolve(code="more", source="p", rates={code: Quantity(1, "dozen")})
    added = total([entitle(FLOOD, each, days=3, recipients={code: 5}) for each in (PEDUM_2003, more)])
    assert code not in added
    assert code in [blank.code for blank in added.unspecified]
    assert code not in added.record()["quantities"]
    with pytest.raises(UnspecifiedQuantityError):
        added[code]


def test_a_sum_of_an_unknown_and_a_number_is_unknown() -> None:
    standard = with_items(item("kit", "family"), item("ration", "person"))
    nobody_counted = DisasterEvent(hazard="banjir", place="y", period="2017-02-26", families=3)
    added = total([entitle(event, standard, days=3) for event in (FLOOD, nobody_counted)])
    assert added["kit"] == Quantity(6, "g")
    assert "ration" not in added
    assert "ration" not in added.record()["quantities"]
    assert [unknown.code for unknown in added.unknown] == ["ration"]


def test_localities_of_which_one_is_not_known_have_no_sum() -> None:
    parts = [Locality(place="a", people=3, loss=5), Locality(place="b")]
    event = DisasterEvent(hazard="banjir", place="x", period="2017", localities=parts)
    assert (event.people, event.families, event.loss) == (None, None, None)


# --- constructors that take what is no value of theirs


@pytest.mark.parametrize("factor", [0.5, -1, 0, True, Decimal(2), Fraction(3, 2), "1000", 10**40, None])
def test_a_unit_is_a_whole_positive_multiple_of_its_base(factor: Any) -> None:
    with pytest.raises(InvalidValueError) as caught:
        Unit("x", "g", factor, WORDS, WORDS)
    assert caught.value.field == "factor"


@pytest.mark.parametrize("base", ["nope", "kilo", "", None, 3])
def test_a_unit_of_a_base_that_nobody_knows_is_refused(base: Any) -> None:
    with pytest.raises(InvalidValueError) as caught:
        Unit("x", base, 1, WORDS, WORDS)
    assert caught.value.field == "base"


@pytest.mark.parametrize(
    ("first", "last", "field"),
    [
        ("9 Mei 2017", "10 Mei 2017", "first"),
        (Period.of("2017-05-10").start, "2017-05-10", "last"),
        (20170509, Period.of("2017-05-10").start, "first"),
    ],
)
def test_a_run_of_days_has_days_for_ends_and_no_texts(first: Any, last: Any, field: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        FromTo(Printed("9 - 10 Mei 2017", source="s"), first=first, last=last)
    assert caught.value.field == field


@pytest.mark.parametrize(
    "make",
    [
        lambda: Hazard("flood", Text("Kebakaran", "Fire")),
        lambda: Hazard("fire", Text("Banjir", "Flood")),
        lambda: Count(code="house", name=Text("jiwa", "people")),
        lambda: Unit("kg", "g", 500, WORDS, WORDS),
    ],
)
def test_what_is_well_known_has_no_other_meaning(make: Callable[[], object]) -> None:
    with pytest.raises(InvalidValueError) as caught:
        make()
    assert (caught.value.code, caught.value.field) == ("well_known", "code")


@pytest.mark.parametrize("value", [[1], {"a": 1}, {1}, bytearray(b"1"), (1, [2]), np.int64(9), 1.5, np.array([1])])
def test_what_a_page_means_is_a_value_that_stays_as_it_is(value: Any) -> None:
    with pytest.raises(InvalidValueError) as caught:
        Printed("1", value, source="s")
    assert (caught.value.field or "").startswith("value")


LISTS: dict[str, tuple[Callable[[Any], object], str]] = {
    "tables of a report": (lambda it: Report(code="r", title="t", office="o", period="2017", tables=it), "tables"),
    "facts of a report": (lambda it: Report(code="r", title="t", office="o", period="2017", facts=it), "facts"),
    "rows of a table": (
        lambda it: Table.build(number="1", title="t", document="d", columns=[Column("a")], rows=it),
        "rows",
    ),
    "a row of a table": (
        lambda it: Table.build(number="1", title="t", document="d", columns=[Column("a")], rows=[it]),
        "rows[0]",
    ),
    "columns of a table": (
        lambda it: Table.build(number="1", title="t", document="d", columns=it, rows=[]),
        "columns",
    ),
    "head of a table": (lambda it: Table(number="1", title=ONE, columns=[], rows=[], head=it), "head"),
    "sums of a table": (lambda it: Table(number="1", title=ONE, columns=[], rows=[], sums=it), "sums"),
    "partial years": (lambda it: Table(number="1", title=ONE, columns=[], rows=[], partial_years=it), "partial_years"),
    "cells of a row": (lambda it: Row("1", it), "cells"),
    "parts of a sum of columns": (lambda it: RowSum("a", it), "parts"),
    "one count of columns": (lambda it: RowCounts(it, ("b",)), "one"),
    "lines of a budget": (
        lambda it: kesos.Budget(year=2017, holder="h", funding="APBD", lines=it),
        "lines",
    ),
    "areas of a quota": (
        lambda it: kesos.ProgramQuota(program="PKH", year=2017, area="x", families=1, sub_areas=it),
        "sub_areas",
    ),
    "parts of a sum": (lambda it: SumOf(ONE, parts=it), "parts"),
    "counts in two ways": (lambda it: TwoCounts(it, other=[ONE]), "one"),
    "things that are counted": (lambda it: CountOf(ONE, counted=it), "counted"),
    "items in order": (lambda it: InOrder(it), "items"),
    "points of a series": (lambda it: Series(it, years=[2017]), "points"),
    "years of a series": (lambda it: Series([ONE], years=it), "years"),
    "years that are shown": (lambda it: YearsShown(ONE, first=2017, last=2018, shown=it), "shown"),
    "parts of what is told": (lambda it: Told(kind="award", name=ONE, label=WORDS, parts=it), "parts"),
    "words of a programme": (lambda it: Program("X", WORDS, words=it), "words"),
    "grounds of a programme": (lambda it: Program("X", WORDS, grounds=it), "grounds"),
    "fields on a person": (lambda it: Beneficiary().to_dict(personal=it), "personal"),
    "members of a household": (lambda it: Household(members=it), "members"),
}


@pytest.mark.parametrize("name", LISTS)
def test_what_is_no_list_of_its_things_is_refused_by_its_place(name: str) -> None:
    make, field = LISTS[name]
    for given in (5, 1.5, object(), [object()], [None], {3: object()}, [[]], [()], b"x"):
        if name.endswith("household") or given not in ([[]], [()]) or name != "a row of a table":
            with pytest.raises(KesosError) as caught:
                make(given)
            assert (caught.value.field or "").startswith(field), (given, caught.value)


@pytest.mark.parametrize("word", [None, 3, ["banjir"], b"banjir", Hazard.FLOOD])
def test_a_word_is_looked_up_and_nothing_else(word: Any) -> None:
    for look_up in (Hazard.meaning, Count.meaning):
        with pytest.raises(InvalidValueError) as caught:
            look_up(word)
        assert caught.value.field == "word"


# --- time or memory that grows with the square or the cube of an input


def slope(call: Callable[[int], object], least: int) -> float:
    """How many times longer four times as much takes, best of three."""

    def seconds(many: int) -> float:
        best = 1e9
        for _ in range(3):
            start = time.process_time()
            call(many)
            best = min(best, time.process_time() - start)
        return best

    return seconds(4 * least) / max(seconds(least), 1e-4)


def twice(many: int) -> None:
    text = '{"kesos":1,' + ",".join(f'"a{at}":1' for at in range(many)) + f',"a{many - 1}":2' + "}"
    with pytest.raises(VerificationError):
        verify(text, PEDUM_2003)


def unknown_keys(many: int) -> None:
    with pytest.raises(RecordError):
        Household.from_dict({f"a{at}": at for at in range(many)})


def long_total(many: int) -> None:
    answer = entitle(FLOOD, with_items(*(item(f"i{at}") for at in range(many))), days=3)
    added = total([answer])
    assert len(dict(added)) == many
    assert added.explain("en")


GROWN = {"a key that is there twice": (twice, 4_000), "unknown keys": (unknown_keys, 500), "items": (long_total, 100)}


@pytest.mark.parametrize("name", GROWN)
def test_four_times_as_much_takes_four_times_as_long_and_not_sixteen(name: str) -> None:
    call, least = GROWN[name]
    assert slope(call, least) < 9


# --- a file that is none


@pytest.mark.parametrize(("load", "refusal"), [(load_standard, StandardFileError), (load_program, ProgramFileError)])
def test_a_pipe_and_a_device_are_no_files(
    load: Callable[[Any], object], refusal: type[KesosError], tmp_path: Path
) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("this system has no pipes with names")
    pipe = tmp_path / "f"
    os.mkfifo(pipe)
    for path in (pipe, Path(os.devnull)):
        start = time.monotonic()
        with pytest.raises(refusal):
            load(path)
        assert time.monotonic() - start < 1


@pytest.mark.parametrize(
    ("loads", "text"),
    [
        (loads_standard, dumps_standard(PEDUM_2003)),
        (loads_program, dumps_program(Program.PKH)),
    ],
    ids=["standard", "programme"],
)
def test_a_byte_order_mark_as_notepad_writes_one_is_read(
    loads: Callable[[str], object], text: str, tmp_path: Path
) -> None:
    assert loads("\ufeff" + text) == loads(text)
    path = tmp_path / "file.toml"
    path.write_bytes(text.encode("utf-8-sig"))
    load: Callable[[Path], object] = load_standard if loads is loads_standard else load_program
    assert load(path) == loads(text)


# --- what does not come back as it went


def test_a_record_that_begins_with_a_byte_order_mark_is_read_as_one_without() -> None:
    text = Quantity(5, "kg").to_json()
    for marked in ("\ufeff" + text, ("\ufeff" + text).encode(), text.encode("utf-16")):
        assert Quantity.from_json(marked) == Quantity(5, "kg")


@pytest.mark.parametrize("days", [np.int64(3), np.int16(3), np.uint8(3)])
def test_an_answer_from_numpy_is_recorded_as_any_other(days: Any) -> None:
    answer = entitle(FLOOD, PEDUM_2003, days=days)
    assert type(answer.days) is int
    assert type(answer.extended) is bool
    assert read_record(json.loads(answer.to_json()), PEDUM_2003) == answer


@pytest.mark.parametrize(
    "printed",
    [
        {"quantity": {"amount": 5, "unit": "g"}, "percentage": {"percent": "7"}, "junk": 1},
        {"percentage": {"percent": "7"}, "quantity": {"amount": 5, "unit": "g"}},
        {"date": "2017-01-01", "decimal": "1"},
        {"text": {"id": "a", "en": "b"}, "more": 1},
        {},
    ],
)
def test_a_value_of_any_kind_stands_under_one_word_in_a_record(printed: Any) -> None:
    record = audited(SumOf(Printed("5", 5, source="s"), parts=[Printed("9", 9, source="t")])).findings[0].record()
    with pytest.raises(RecordError) as caught:
        Finding.from_dict({**record, "printed": printed})
    assert caught.value.field == "printed"


@pytest.mark.parametrize(
    "relation",
    [
        WeekdayOf(Printed("Senin, 7 Januari 2021", Period.of("2021-01-07"), source="p. 3"), weekday=1),
        SumOf(Printed("5", 5, source="s"), parts=[Printed("9", 9, source="t")]),
        SumOf(Printed("5 kg", Quantity(5, "kg"), source="s"), parts=[Printed("9 kg", Quantity(9, "kg"), source="t")]),
        PartOf(Printed("9", 9, source="s"), whole=Printed("5", 5, source="t")),
        Numbering([ONE, ONE], things=2),
        Affected(families=Printed("9", 9, source="s"), people=Printed("5", 5, source="s")),
    ],
    ids=lambda relation: type(relation).__name__,
)
def test_an_audit_that_finds_something_is_read_back_as_it_was(relation: Relation) -> None:
    audit = audited(relation)
    assert audit.findings
    assert Audit.from_json(audit.to_json()) == audit


def test_a_number_without_an_end_is_refused_at_writing_and_shown_in_short() -> None:
    huge = Quantity(10**30, "IDR")
    for _ in range(150):
        huge = huge * 10**30
    assert len(repr(huge)) < 300
    assert len(repr(Span(huge, huge))) < 600
    for call, field in (
        (huge.to_json, "record"),
        (lambda: f"{huge}", "amount"),
        (Span(huge, huge).to_json, "record"),
    ):
        with pytest.raises(InvalidValueError) as caught:
            call()
        assert caught.value.field == field
    refusal = InvalidValueError("out_of_range", field="x", value=huge.amount, least=huge.amount, most=4)
    assert "<int>" in refusal.message("id") + refusal.message("en")


# --- a personal value in an error

NAME, BORN = "Siti Aminah", "1987-06-05"
CARDS = ["6201014506870001", "6201 0145 0687 0001", "6201-0145/0687.0001", "62.01.01.45.06.87.0001"]


@pytest.mark.parametrize(
    "call",
    [
        lambda: worksheet([Household(reference="f1", members=[Beneficiary()])], on="2018-01-01").recipients(
            {"sarong": [{"name": NAME, "birth_date": BORN}]}  # type: ignore[list-item]
        ),
        lambda: Household(members_complete=NAME),  # type: ignore[arg-type]
        lambda: Change(family="f1", kind=NAME, reason="moved", on="2021-02-01"),  # type: ignore[arg-type]
        lambda: Household.from_json('{"members": [{"name": "Siti Aminah", "birth_date": "1987-06-05"}'),
        lambda: Beneficiary.from_json(json.dumps({"name": NAME, "born": BORN})),
        lambda: DisasterEvent(hazard={"birth_date": BORN, "name": NAME}, place="x", period="2017"),  # type: ignore[arg-type]
        lambda: entitle([{"nik": "x", "name": NAME, "born": BORN}], PEDUM_2003, days=3),  # type: ignore[arg-type]
    ],
)
def test_no_error_repeats_a_name_or_a_birth_date_of_a_table(call: Callable[[], object]) -> None:
    with pytest.raises(KesosError) as caught:
        call()
    for told in (str(caught.value), caught.value.message("id"), repr(caught.value), str(caught.value.to_dict())):
        assert NAME not in told
        assert BORN not in told


@pytest.mark.parametrize("card", CARDS)
def test_the_number_of_a_card_is_redacted_whatever_stands_between_its_digits(card: str) -> None:
    for call in (
        lambda: DisasterEvent(hazard=card, place="x", period="2017"),
        lambda: DisasterEvent(hazard="banjir", place="x", period=f"NIK {card}"),
        lambda: Unit.of(card),
        lambda: Household(reference=f"KK {card}"),
    ):
        with pytest.raises(KesosError) as caught:
            call()
        assert card not in str(caught.value)
        assert "0001" not in str(caught.value)


def test_an_amount_is_no_number_of_a_card() -> None:
    with pytest.raises(ParseError) as caught:
        parse_quantity("10.000.000.000.000.00 kg")
    assert "10.000.000.000.000.00" in str(caught.value)


# --- nothing at import may depend on docstrings or on the house

IMPORTS = [
    "import hypothesis",
    "from kesos import *",
    "import kesos.audit",
    "import kesos.testing",
    "import kesos.schemas",
]


@pytest.mark.parametrize("line", IMPORTS)
@pytest.mark.parametrize("option", ["-O", "-OO"])
def test_what_is_imported_needs_no_docstring(line: str, option: str) -> None:
    done = subprocess.run([sys.executable, option, "-c", line], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


# --- what is unknown is not taken for none; what is refused has a reason


def test_recipients_are_held_against_nothing_where_the_people_are_not_known() -> None:
    families_known = DisasterEvent(hazard="banjir", place="x", period="2017", families=3)
    standard = with_items(item("kit", "family"), item("sarong", "recipient"))
    assert entitle(families_known, standard, days=3, recipients={"sarong": 10})["sarong"] == Quantity(10, "g")


def test_a_range_for_each_chosen_recipient_is_a_range_for_all_of_them() -> None:
    rope = Item(code="rope", name=WORDS, amount=Between(2, 3), unit="m", per="recipient", citation=SOURCE)
    standard = with_items(item("rice"), rope)
    answer = entitle(FLOOD, standard, days=3, recipients={"rope": 4})
    assert answer["rope"] == Span(Quantity(8, "m"), Quantity(12, "m"))
    assert "4 recipients" in answer.lines[1].say("en")
    assert entitle(FLOOD, standard, days=3, recipients={"rope": 0})["rope"] == Quantity(0, "m")
    verify(answer.record(), standard)


def test_what_chosen_recipients_are_given_does_not_wait_for_the_people_to_be_counted() -> None:
    uncounted = DisasterEvent(hazard="banjir", place="x", period="2017")
    answer = entitle(uncounted, PEDUM_2003, days=3, recipients={"sarong": 10})
    assert dict(answer) == {"sarong": Quantity(10, "piece")}
    assert {each.code: each.error.code for each in answer.unknown} == dict.fromkeys(
        ("rice", "side_dishes"), "count_unknown"
    )
    assert "plates" in {
        each.code for each in entitle(uncounted, PEDUM_2003, days=3, recipients={"plates": 1}).unspecified
    }
    for nobody in (None, {}):
        with pytest.raises(UnknownValueError) as caught:
            entitle(uncounted, PEDUM_2003, days=3, recipients=nobody)
        assert (caught.value.code, caught.value.field) == ("count_unknown", "people")


@pytest.mark.parametrize("program", ["FAKIR_MISKIN", "KUBE_RURAL", "KUBE_URBAN", "KUBE_COASTAL"])
def test_a_household_that_is_not_poor_is_not_destitute(program: str) -> None:
    answer = eligibility(program, Household(poor=False), on="2018-01-01")
    assert (answer.eligible, answer.missing) == (False, ())


@pytest.mark.parametrize("field", ["families", "people", "loss"])
def test_a_figure_is_given_by_its_localities_or_beside_none(field: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        DisasterEvent(
            hazard="banjir", place="x", period="2017", localities=[Locality(place="a", **{field: 3})], **{field: 3}
        )
    assert (caught.value.code, caught.value.field) == ("given_twice", field)


@pytest.mark.parametrize("grams", [1_234, 1_000, 12_345, 999, 1_234_567, 1])
def test_what_is_printed_reads_back_where_it_can_be_read_in_one_way_and_else_is_refused(grams: int) -> None:
    quantity = Quantity(grams, "g")
    text = format_quantity(quantity)
    try:
        found = parse_quantity(text)
    except ParseError:
        found = parse_quantity(text, ambiguous="decimal")
    assert found == quantity


# --- what prints on any screen

PRINTED: dict[str, Callable[[], object]] = {
    "a share that never ends": lambda: Percentage(Fraction(1, 3)),
    "a comparison": lambda: compare_standards(PEDUM_2003, PEDUM_2003),
    "an answer": lambda: entitle(FLOOD, PEDUM_2003, days=3).explain("id"),
    "a range": lambda: entitle_range(FLOOD, PEDUM_2003).explain("en"),
    "a table": lambda: TableView(caption="x", header=("a",), rows=(("1",),)),
    "an eligibility": lambda: eligibility("PKH", Household(poor=True), on="2018-01-01").explain("id"),
    "a refusal": lambda: InvalidValueError("count_negative", field="x", value=-1).message("id"),
}


@pytest.mark.parametrize("name", PRINTED)
def test_what_is_printed_has_no_sign_that_a_windows_screen_lacks(name: str) -> None:
    assert str(PRINTED[name]()).encode("cp1252")
