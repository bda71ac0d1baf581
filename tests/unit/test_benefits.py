"""What a programme gives is dated, sourced and multiplied exactly; what no source says is not zero."""

from __future__ import annotations

from typing import Any

import pytest

from kesos.errors import InvalidValueError, NoRateError, NoRuleError, ProgramFileError, UnknownValueError
from kesos.programs import (
    PROGRAMS,
    Benefit,
    BenefitOwed,
    Exclusion,
    Program,
    ProgramName,
    Rate,
    Register,
    benefit_owed,
    dumps_program,
    loads_program,
)
from kesos.programs._owed import whole, window
from kesos.quotas import expected_disbursement
from kesos.standards import Interval
from kesos.values import Citation, Period, Quantity, Reading, Text

SOURCE = Citation(regulation="Perbup Contoh 1/2099", known="hypothetical")
OTHER = Citation(regulation="Perbup Contoh 2/2099", known="hypothetical")
READING = Reading(word="110", read_as="a month", reason=Text("karena", "because"))


def benefit(**given: Any) -> Benefit:
    rates = [
        Rate(date={"from": "2018-01", "to": "2018-06"}, amount=100),
        Rate(date={"from": "2018-07", "to": "2019-12"}, amount=150, citation=OTHER, readings=[READING]),
    ]
    values: dict[str, Any] = {
        "code": "cash",
        "name": Text("uang", "cash"),
        "per": "family",
        "every": "month",
        "unit": "IDR",
        "rates": rates,
        "citation": SOURCE,
    }
    return Benefit(**{**values, **given})


def program(*benefits: Benefit) -> Program:
    return Program("CONTOH", Text("Contoh", "Example"), benefits=benefits)


# --- over months ----------------------------------------------------------------------------------------------------


def test_each_month_is_paid_at_the_rate_that_holds_in_it() -> None:
    owed = benefit_owed(program(benefit()), families=7, first="2018-05", last="2018-09")
    assert [(part.times, part.total.amount) for part in owed.parts] == [(2, 2 * 7 * 100), (3, 3 * 7 * 150)]
    assert owed.total == Quantity(2 * 7 * 100 + 3 * 7 * 150, "IDR")
    assert owed.citations == (SOURCE, OTHER)
    assert owed.readings == (READING,)


def test_the_months_of_two_years_are_counted_by_the_calendar() -> None:
    assert benefit_owed(program(benefit()), families=1, first="2018-11", last="2019-02").total.amount == 4 * 150
    assert benefit_owed(program(benefit()), families=1, first="2019", last="2019").total.amount == 12 * 150


def test_to_none_it_is_nothing() -> None:
    assert benefit_owed(program(benefit()), families=0, first="2018-05", last="2018-05").total == Quantity(0, "IDR")


@pytest.mark.parametrize(("first", "last"), [("2017-12", "2018-02"), ("2019-11", "2020-01"), ("2030", "2030")])
def test_a_month_for_which_no_source_gives_a_rate_is_an_error(first: str, last: str) -> None:
    with pytest.raises(NoRateError) as caught:
        benefit_owed(program(benefit()), families=7, first=first, last=last)
    assert caught.value.code == "no_rate"
    assert caught.value.field == "rates"


def test_a_month_in_which_the_rate_changes_has_no_one_rate() -> None:
    rates = [
        Rate(date={"from": "2018-01", "to": "2018-03-14"}, amount=1),
        Rate(date={"from": "2018-03-15", "to": "2018-12"}, amount=2),
    ]
    given = benefit(rates=rates)
    assert given.rate("2018-03-15").amount == 2
    with pytest.raises(NoRateError, match="March 2018"):
        benefit_owed(program(given), families=1, first="2018-02", last="2018-04")


def test_how_many_is_never_taken_for_none() -> None:
    with pytest.raises(UnknownValueError) as caught:
        benefit_owed(program(benefit()), first="2018-05", last="2018-05")
    assert caught.value.field == "families"
    with pytest.raises(UnknownValueError) as caught:
        benefit_owed(program(benefit(per="person")), first="2018-05", last="2018-05", people=None)
    assert caught.value.field == "people"


def test_whom_it_is_not_counted_by_is_refused() -> None:
    with pytest.raises(InvalidValueError) as caught:
        benefit_owed(program(benefit()), families=3, people=9, first="2018-05", last="2018-05")
    assert (caught.value.code, caught.value.field) == ("not_used", "people")
    with pytest.raises(InvalidValueError) as caught:
        benefit_owed(program(benefit(per="person")), families=3, first="2018-05", last="2018-05")
    assert (caught.value.code, caught.value.field) == ("not_used", "families")


@pytest.mark.parametrize(
    ("first", "last", "field"), [("2018-05-02", "2018-06", "first"), ("2018-05", "2018-06-29", "last")]
)
def test_a_part_of_a_month_is_refused(first: str, last: str, field: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        benefit_owed(program(benefit()), families=1, first=first, last=last)
    assert (caught.value.code, caught.value.field) == ("not_whole_months", field)


def test_the_last_month_is_not_before_the_first() -> None:
    with pytest.raises(InvalidValueError) as caught:
        benefit_owed(program(benefit()), families=1, first="2018-06", last="2018-05")
    assert (caught.value.code, caught.value.field) == ("end_before_start", "last")


def test_what_is_paid_by_the_year_is_paid_for_whole_years() -> None:
    yearly = benefit(every="year", rates=[Rate(date={"from": "2018", "to": "2019"}, amount=5)])
    assert benefit_owed(program(yearly), families=2, first="2018", last="2019").total.amount == 2 * 2 * 5
    with pytest.raises(InvalidValueError, match="2018-06-30"):
        benefit_owed(program(yearly), families=2, first="2018", last="2018-06")


def test_what_is_given_once_is_given_once_however_long_the_time() -> None:
    once = benefit(every="once", unit="kg", rates=[Rate(date={"from": "2018", "to": "2019"}, amount=10)])
    owed = benefit_owed(program(once), families=3, first="2018-02-03", last="2019-01-20")
    assert owed.total == Quantity(30, "kg")
    assert "3 Februari 2018 – 20 Januari 2019: 10 kg × 3 keluarga × 1 kali" in owed.explain("id")


def test_in_some_months_of_a_year_only_whole_years_are_known() -> None:
    some = benefit(rates=[Rate(date={"from": "2016", "to": "2017"}, amount=200, months=10)])
    assert benefit_owed(program(some), families=1, first="2016", last="2017").total.amount == 20 * 200
    with pytest.raises(UnknownValueError) as caught:
        benefit_owed(program(some), families=1, first="2016", last="2017-06")
    assert (caught.value.code, caught.value.value, caught.value.parameters["year"]) == ("which_months", 10, "2017")


# --- which benefit --------------------------------------------------------------------------------------------------


def test_of_several_benefits_one_is_named() -> None:
    several = program(benefit(), benefit(code="rice", unit="kg"))
    assert benefit_owed(several, families=2, first="2018-01", last="2018-01", benefit="rice").total.unit.code == "g"
    with pytest.raises(InvalidValueError) as caught:
        several.benefit()
    assert (caught.value.code, caught.value.field) == ("ambiguous", "benefit")
    with pytest.raises(InvalidValueError) as caught:
        several.benefit("rise")
    assert (caught.value.code, caught.value.field) == ("not_a_choice", "benefit")


def test_a_programme_of_which_no_source_says_what_it_gives_gives_no_zero() -> None:
    with pytest.raises(NoRuleError) as caught:
        benefit_owed("RASTRA", families=2, first="2018-01", last="2018-01")
    assert (caught.value.code, caught.value.field, caught.value.value) == ("no_rule", "program", "RASTRA")


def test_an_amount_that_its_unit_cannot_hold_is_refused_at_its_rate() -> None:
    with pytest.raises(InvalidValueError) as caught:
        benefit(rates=[Rate(date={"from": "2018"}, amount="300.5")])
    assert (caught.value.code, caught.value.field) == ("not_whole", "rates[0].amount")


def test_codes_of_benefits_do_not_repeat() -> None:
    with pytest.raises(InvalidValueError) as caught:
        program(benefit(), benefit())
    assert (caught.value.code, caught.value.value) == ("duplicate", "cash")


# --- what a benefit may be ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        ({"rates": []}, "missing", "rates"),
        ({"per": "house"}, "not_a_choice", "per"),
        ({"every": "week"}, "not_a_choice", "every"),
        ({"code": "no code"}, "not_a_slug", "code"),
        (
            {"every": "year", "rates": [Rate(date={"from": "2018"}, amount=1, months=10)]},
            "not_used",
            "rates[0].months",
        ),
        (
            {"rates": [Rate(date={"from": "2018"}, amount=1), Rate(date={"from": "2019"}, amount=2)]},
            "overlap",
            "rates[1]",
        ),
    ],
)
def test_what_a_benefit_cannot_be_is_refused(change: dict[str, Any], code: str, field: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        benefit(**change)
    assert (caught.value.code, caught.value.field) == (code, field)


@pytest.mark.parametrize("months", [0, 13])
def test_a_year_has_twelve_months(months: int) -> None:
    with pytest.raises(InvalidValueError) as caught:
        Rate(date={"from": "2018"}, amount=1, months=months)
    assert caught.value.field == "months"


def test_a_rate_has_dates() -> None:
    with pytest.raises(InvalidValueError) as caught:
        Rate(date=Interval(1, 3), amount=1)
    assert caught.value.field == "date"
    with pytest.raises(InvalidValueError) as caught:
        Rate(date="2018", amount=1)  # type: ignore[arg-type]
    assert caught.value.field == "date"


def test_an_interval_has_two_ends_and_no_other_key() -> None:
    with pytest.raises(InvalidValueError) as caught:
        Rate(date={"form": "2018"}, amount=1)
    assert caught.value.value == "form"


# --- as it is said --------------------------------------------------------------------------------------------------


def test_the_answer_explains_itself_to_the_clause_in_both_languages() -> None:
    owed = benefit_owed("BPNT", families=6_800, first="2019-12", last="2020-01")
    assert owed.explain("id").splitlines()[:3] == [
        "Bantuan Pangan Non Tunai (BPNT), bantuan pangan, Desember 2019 – Januari 2020, 6.800 keluarga: "
        "Rp1.768.000.000.",
        "- Desember 2019: Rp110.000 × 6.800 keluarga × 1 bulan = Rp748.000.000 [1]",
        "- Januari 2020: Rp150.000 × 6.800 keluarga × 1 bulan = Rp1.020.000.000 [1]",
    ]
    assert str(owed) == owed.explain("id")
    assert "Sumber:\n- [1] madenan-buleleng.desa.id" in str(owed)
    english = benefit_owed("BPNT", families=6_800, first="2018-05", last="2018-10").explain("en")
    assert "May 2018 – October 2018: IDR110,000 × 6,800 families × 6 months = IDR4,488,000,000 [1]" in english
    assert "How the text is read:" in english
    assert "C.2.g.4" in english


def test_what_is_given_on_a_day_is_said_with_how_often() -> None:
    assert benefit(per="person", every="once").on("2018-02-03") == Text(
        "Rp100 per orang sekali", "IDR100 a person once"
    )
    said = Program.ASLUT.benefit().on("2017-06-01")
    assert said == Text(
        "Rp200.000 per orang per bulan, 10 bulan dalam setahun", "IDR200,000 a person a month, in 10 months of the year"
    )
    assert Program.ASLUT.benefit().on("2018-06-01") is None


# --- files and records ----------------------------------------------------------------------------------------------


def test_every_well_known_programme_is_written_and_read_with_all_that_it_gives() -> None:
    for known in PROGRAMS:
        read = loads_program(dumps_program(known))
        assert (read.benefits, read.excludes, read.registers) == (known.benefits, known.excludes, known.registers)


def test_an_answer_is_read_from_its_record_and_computed_anew() -> None:
    owed = benefit_owed("BPNT", families=6_800, first="2018-05", last="2018-10")
    assert BenefitOwed.from_json(owed.to_json()) == owed
    spoilt = {**owed.to_dict(), "period": "2018-05-02/2018-10-31"}
    with pytest.raises(Exception, match="2018-05-02"):
        BenefitOwed.from_dict(spoilt)


def test_an_answer_is_not_made_of_what_cannot_be_computed() -> None:
    name = ProgramName(code="CONTOH", name=Text("Contoh", "Example"))
    with pytest.raises(NoRateError):
        BenefitOwed(program=name, benefit=benefit(), recipients=1, period=Period.of("2030"))


def test_a_file_names_each_fault_of_a_benefit_with_its_path() -> None:
    text = """
        format = 1
        code = "CONTOH"
        name = { id = "Contoh", en = "Example" }
        [[benefits]]
        code = "cash"
        name = { id = "uang", en = "cash" }
        per = "house"
        every = "month"
        unit = "IDR"
        citation = { regulation = "Perbup Contoh", known = "hypothetical" }
        rates = [{ date = { form = "2018" }, amount = 1 }]
    """
    with pytest.raises(ProgramFileError) as caught:
        loads_program(text)
    paths = [fault.field for fault in caught.value.faults]
    assert any(path and path.startswith("benefits[cash].per") for path in paths)
    assert any(path and path.startswith("benefits[cash].rates[0].date") for path in paths)


# --- a disbursement expected ----------------------------------------------------------------------------------------


def test_a_disbursement_is_benefit_times_families_times_months() -> None:
    given = Quantity(110_000, "IDR")
    paid = expected_disbursement(families=6_800, benefit=given, first="2018-05", last="2018-10")
    assert paid == Quantity(4_488_000_000, "IDR")
    assert paid == benefit_owed("BPNT", families=6_800, first="2018-05", last="2018-10").total
    assert expected_disbursement(families=2, benefit=given, first="2018", last="2019").amount == 24 * 2 * 110_000


def test_a_disbursement_to_nobody_knows_how_many_is_not_known() -> None:
    with pytest.raises(UnknownValueError) as caught:
        expected_disbursement(families=None, benefit=110_000, first="2018-05", last="2018-10")
    assert caught.value.field == "families"


def test_a_disbursement_is_of_whole_months_and_of_rupiah() -> None:
    with pytest.raises(InvalidValueError, match="2018-05-02"):
        expected_disbursement(families=1, benefit=1, first="2018-05-02", last="2018-10")
    with pytest.raises(InvalidValueError) as caught:
        expected_disbursement(families=1, benefit=Quantity(1, "kg"), first="2018-05", last="2018-10")
    assert caught.value.field == "benefit"


# --- what excludes what, and which register -------------------------------------------------------------------------


def test_a_code_of_another_programme_or_a_register_is_one() -> None:
    with pytest.raises(InvalidValueError) as caught:
        Exclusion(program="pkh", text=Text("a", "b"), citation=SOURCE)
    assert (caught.value.code, caught.value.field) == ("not_a_code", "program")
    with pytest.raises(InvalidValueError) as caught:
        Register(code="d t k s", name=Text("a", "b"), citation=SOURCE)
    assert (caught.value.code, caught.value.field) == ("not_a_code", "code")


def test_only_what_a_source_says_is_written_as_an_exclusion() -> None:
    found = {(one.code, bar.program, str(bar.during)) for one in PROGRAMS for bar in one.excludes}
    assert found == {
        ("ASLUT", "PKH", "None"),
        ("BST", "PKH", "2020"),
        ("BST", "BPNT", "2020"),
        ("BLT_DD", "PKH", "2020"),
        ("BLT_DD", "BPNT", "2020"),
        ("BLT_DD", "PKH", "2021"),
        ("BLT_DD", "BPNT", "2021"),
        ("BLT_DD", "BST", "2021"),
    }


def test_what_to_write_for_a_unit_hangs_on_what_it_is_a_unit_of() -> None:
    text = 'format = 1\ncode = "CONTOH"\nname = { id = "a", en = "b" }\nunit = "group"\n[[benefits]]\ncode = "cash"\n'
    with pytest.raises(ProgramFileError) as caught:
        loads_program(text)
    hints = {fault.field: str(fault) for fault in caught.value.faults}
    assert 'unit = "IDR"' in hints["benefits[cash].unit"]
    assert "family" in hints["unit"]


def test_no_benefit_is_paid_in_sen() -> None:
    with pytest.raises(InvalidValueError) as caught:
        benefit(unit="IDR/100")
    assert (caught.value.code, caught.value.field, caught.value.value) == ("not_whole", "unit", "IDR/100")


@pytest.mark.parametrize("every", ["month", "year"])
@pytest.mark.parametrize(("day", "field"), [("2018-12-31", "first"), ("2018-01-01", "last")])
def test_a_single_day_is_no_whole_month_and_no_whole_year(day: str, field: str, every: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        whole(window(day, day), every)
    assert (caught.value.code, caught.value.field, caught.value.value) == ("not_whole_months", field, day)


def test_a_run_from_a_day_to_itself_is_that_day_and_to_an_earlier_one_is_none() -> None:
    assert window("2018-05-01", "2018-05-01") == Period.of("2018-05-01")
    for ends, field in ((("x", "2018"), "first"), (("2018", 5), "last")):
        with pytest.raises(InvalidValueError) as caught:
            window(*ends)  # type: ignore[arg-type]
        assert (caught.value.code, caught.value.field) == ("not_a_period", field)


@pytest.mark.parametrize("language", ["id", "en"])
def test_what_is_owed_stands_in_a_table_under_its_programme_with_its_sources(language: str) -> None:
    owed = benefit_owed("BPNT", families=2, first="2019-01", last="2019-02")
    table = owed.table(language)
    assert table.caption == f"{owed.program.name.say(language)}, {owed.benefit.name.say(language)}"
    assert owed.citations
    assert [note.partition(": ")[2] for note in table.notes][-len(owed.citations) :] == [
        each.say(language) for each in owed.citations
    ]
    one, two = (
        benefit_owed("BPNT", families=2, first="2019-01", last=last).explain("en") for last in ("2019-01", "2019-02")
    )
    assert ("× 1 month =" in one, "× 2 months =" in two) == (True, True)
