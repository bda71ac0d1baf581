"""Referrals, complaints, letters, emergencies, offices: what they take, refuse, and say."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from kesos import errors, show
from kesos.records import to_plain
from kesos.services import (
    COMPLAINT_COURSE,
    CONSULTATIONS,
    LETTER_KINDS,
    LEVELS,
    OFFICES,
    PHASES,
    REFERRAL_COURSE,
    Complaint,
    Course,
    EmergencyStatus,
    LetterCount,
    LetterCounts,
    Office,
    Recommendation,
    Referral,
    Status,
    Step,
    count_letters,
    managing_body,
    phase_on,
    roles,
)
from kesos.values import Decision, Period, Printed, Text

BY_REGENT = Decision(by="Bupati Contoh", number="2/2017", date="2017-02-25")


def referral(**given: Any) -> Referral:
    return Referral(**{"reference": "slrt-1", "need": "PKH", "opened": "2018-08-20", **given})


def emergency(**given: Any) -> EmergencyStatus:
    return EmergencyStatus(**{"level": "regency", "period": "2017-02-25/2017-03-10", "decision": BY_REGENT, **given})


def test_a_case_takes_the_declared_steps_and_stays_what_it_was() -> None:
    case = referral(referred_to="Dinas Sosial")
    closed = case.moved_to("handled", on="2018-09-01").moved_to("closed", on=date(2018, 9, 1))
    assert [(step.status, step.on.isoformat()) for step in closed.history] == [
        ("received", "2018-08-20"), ("handled", "2018-09-01"), ("closed", "2018-09-01")
    ]  # fmt: skip
    assert (case.status, case.is_open, closed.is_open) == ("received", True, False)
    assert (closed.need, closed.referred_to) == ("PKH", "Dinas Sosial")


def test_a_complaint_that_is_not_handled_well_is_referred_again() -> None:
    case = Complaint(reference="k-1", about="kartu", opened="2018-09-01")
    for at, status in enumerate(("referred", "monitored", "referred", "monitored", "handled", "closed")):
        case = case.moved_to(status, on=f"2018-09-{at + 2:02}")
    assert case.status == "closed"
    assert Complaint(reference="k-1", about="kartu", opened="2018-09-01").moved_to("handled", on="2018-09-02").is_open


CASES: dict[str, tuple[Callable[[], object], str, str]] = {
    "to the end at once": (lambda: referral().moved_to("closed", on="2018-09-01"), "status", "no_way"),
    "to itself": (lambda: referral().moved_to("received", on="2018-09-01"), "status", "no_way"),
    "no status": (lambda: referral().moved_to("done", on="2018-09-01"), "status", "not_a_choice"),
    "before the last step": (lambda: referral().moved_to("handled", on="2018-08-19"), "on", "earlier_step"),
    "no day": (lambda: referral().moved_to("handled", on="2018"), "on", "not_a_day"),
    "a step that is not declared": (
        lambda: referral(steps=[Step(status="closed", on="2018-09-01")]), "steps[0].status", "no_way"
    ),
    "a step before the one before": (
        lambda: referral(steps=[Step(status="handled", on="2018-08-01")]), "steps[0].on", "earlier_step"
    ),
    "no steps": (lambda: referral(steps=["handled"]), "steps[0]", "wrong_type"),
    "a civil number": (lambda: referral(reference="6201031234567890"), "reference", "identifying"),
    "no need": (lambda: referral(need=""), "need", "not_a_text"),
    "nobody": (lambda: referral(referred_to=""), "referred_to", "not_a_text"),
    "no opening": (lambda: referral(opened="x"), "opened", "not_a_day"),
    "about nothing": (lambda: Complaint(reference="k", about="", opened="2018-09-01"), "about", "not_a_text"),
    "to nobody": (
        lambda: Complaint(reference="k", about="x", referred_to="", opened="2018-09-01"), "referred_to", "not_a_text"
    ),
    "a status of another course": (lambda: REFERRAL_COURSE.after("monitored"), "status", "not_a_choice"),
}  # fmt: skip


@pytest.mark.parametrize(("call", "field", "code"), CASES.values(), ids=CASES)
def test_a_case_that_cannot_be_is_refused(call: Callable[[], object], field: str, code: str) -> None:
    with pytest.raises(errors.KesosError) as caught:
        call()
    assert (caught.value.field, caught.value.code) == (field, code)
    assert isinstance(caught.value, errors.TransitionError) == (code == "no_way")


def test_a_refused_step_says_which_there_are() -> None:
    with pytest.raises(errors.TransitionError) as caught:
        referral().moved_to("closed", on="2018-09-01")
    assert caught.value.message("id") == (
        "status: dari diterima tidak ada langkah ke selesai. Langkah yang ada: ditangani."
    )
    assert str(caught.value) == "status: there is no step from received to closed. The steps that there are: handled."
    assert caught.value.value == "closed"
    closed = referral().moved_to("handled", on="2018-09-01").moved_to("closed", on="2018-09-02")
    with pytest.raises(errors.TransitionError) as ended:
        closed.moved_to("handled", on="2018-09-06")
    assert ended.value.message("id") == "status: selesai adalah langkah terakhir"


def test_neither_a_repr_nor_a_refusal_tells_of_the_need() -> None:
    secret = "kekerasan dalam rumah tangga"
    case = Complaint(reference="k-1", about=secret, referred_to="LK3", opened="2018-09-01")
    assert repr(case) == "<Complaint k-1: received since 2018-09-01>"
    for shown in (repr(case), str(case), f"{case:en}", case._repr_html_()):
        assert secret not in shown
        assert "LK3" not in shown
    with pytest.raises(errors.InvalidValueError) as caught:
        Complaint(reference="k-1", about=[secret], opened="2018-09-01")  # type: ignore[arg-type]
    assert secret not in str(caught.value) + repr(caught.value.value)
    assert Complaint.from_dict(case.to_dict()) == case
    assert case.to_dict()["about"] == secret


def test_a_case_prints_its_steps_in_both_languages() -> None:
    case = referral().moved_to("handled", on="2018-09-01")
    assert case.table("id").rows == (("diterima", "20 Agustus 2018"), ("ditangani", "1 September 2018"))
    assert f"{case:en}" == case.table("en").plain()
    assert f"{case}" == str(case)
    assert Referral.from_json(case.to_json()) == case


def status(code: str) -> Status:
    return Status(code=code, name=Text(code, code))


A, B, C = status("a"), status("b"), status("c")
COURSES: dict[str, tuple[dict[str, Any], str, str]] = {
    "no status": ({"statuses": []}, "statuses", "missing"),
    "one twice": ({"statuses": [A, A]}, "statuses", "duplicate"),
    "a dead end": ({"ways": [("a", "b"), ("a", "c")]}, "ways", "dead_end"),
    "out of reach": ({"ways": [("a", "c"), ("b", "c")]}, "ways", "not_reached"),
    "back among the ways": ({"ways": [("a", "b"), ("b", "c"), ("b", "a")]}, "ways", "wrong_way"),
    "forward among those back": ({"back": [("a", "b")]}, "back", "wrong_way"),
    "to itself": ({"ways": [("a", "b"), ("b", "c"), ("b", "b")]}, "ways", "wrong_way"),
    "back to itself": ({"back": [("b", "b")]}, "back", "wrong_way"),
    "back from the end": ({"back": [("c", "b")]}, "back", "wrong_way"),
    "a stranger": ({"ways": [("a", "d")]}, "ways", "not_a_choice"),
}


@pytest.mark.parametrize(("given", "field", "code"), COURSES.values(), ids=COURSES)
def test_a_course_that_leads_nowhere_is_not_made(given: dict[str, Any], field: str, code: str) -> None:
    sound: dict[str, Any] = {"statuses": [A, B, C], "ways": [("a", "b"), ("b", "c")]}
    assert Course(**sound, back=[("b", "a")]).after("b") == ("c", "a")
    with pytest.raises(errors.InvalidValueError) as caught:
        Course(**{**sound, **given})
    assert (caught.value.field, caught.value.code) == (field, code)


@pytest.mark.parametrize("course", [REFERRAL_COURSE, COMPLAINT_COURSE])
def test_from_every_status_a_case_can_end_and_every_way_back_is_declared(course: Course) -> None:
    codes = [each.code for each in course.statuses]
    for code in codes:
        reached, seen = [code], {code}
        while reached:
            for following in course.after(reached.pop()):
                if following not in seen:
                    seen.add(following)
                    reached.append(following)
        assert codes[-1] in seen
    for code in codes:
        backwards = [(code, after) for after in course.after(code) if codes.index(after) <= codes.index(code)]
        assert set(backwards) <= set(course.back)


def test_what_the_consultation_centre_gives_is_as_the_report_lists_it() -> None:
    assert [each.code for each in CONSULTATIONS] == [
        "information", "consultation", "counselling", "advocacy", "referral"
    ]  # fmt: skip


def letter(on: str, kind: str = "health_insurance") -> Recommendation:
    return Recommendation(reference="f1", kind=kind, on=on)


def test_letters_are_counted_by_kind_and_month_or_year() -> None:
    letters = [
        letter("2017-03-09"),
        letter("2017-02-01", "stranded_person"),
        letter("2017-03-01"),
        letter("2018-01-01"),
    ]
    monthly = count_letters(letters)
    assert monthly.counts == (
        LetterCount(kind="stranded_person", period=Period.of("2017-02"), letters=1),
        LetterCount(kind="health_insurance", period=Period.of("2017-03"), letters=2),
        LetterCount(kind="health_insurance", period=Period.of("2018-01"), letters=1),
    )
    yearly = count_letters(letters, every="year")
    assert [(each.period.iso, each.kind, each.letters) for each in yearly.counts] == [
        ("2017", "health_insurance", 2), ("2017", "stranded_person", 1), ("2018", "health_insurance", 1)
    ]  # fmt: skip
    assert monthly.total == yearly.total == len(letters)
    assert yearly.table("en").rows[1] == ("recommendation or statement for a stranded person", "2017", "1")
    assert (yearly.table("en").rows[-1], yearly.table("en").totals) == (("Total", "", "4"), (3,))
    assert f"{yearly}" == str(yearly) == yearly.table("id").plain()
    assert repr(yearly) == "<LetterCounts: 4 letters, 3 rows>"
    assert "<table" in yearly._repr_html_()
    assert LetterCounts.from_json(yearly.to_json()) == yearly
    assert count_letters([]).total == 0


@pytest.mark.parametrize(("call", "field"), [
    (lambda: letter("2017"), "on"), (lambda: letter("2017-01-01", "health_insuranc"), "kind"),
    (lambda: Recommendation(reference="6201031234567890", kind="x", on="2017-01-01"), "reference"),
    (lambda: Recommendation(reference="f1", kind="x", on="2017-01-01", number=""), "number"),
    (lambda: count_letters(["x"]), "letters[0]"),  # type: ignore[list-item]
    (lambda: count_letters([], every="week"), "every"),  # type: ignore[arg-type]
])  # fmt: skip
def test_a_letter_that_cannot_be_is_refused(call: Callable[[], object], field: str) -> None:
    with pytest.raises(errors.InvalidValueError) as caught:
        call()
    assert caught.value.field == field


def test_a_letter_does_not_show_what_it_is_for() -> None:
    assert "health" not in repr(letter("2017-01-01"))
    assert Recommendation(reference="f1", kind=LETTER_KINDS[0], on="2017-01-01") == letter("2017-01-01")


def test_an_emergency_covers_its_days_and_no_others() -> None:
    made = emergency(recommended_by="BPBD")
    for day, covered in (("2017-02-24", False), ("2017-02-25", True), ("2017-03-10", True), ("2017-03-11", False)):
        assert made.covers(day) is covered
    assert made.covers("2017-03-01/2017-03-05")
    assert not made.covers("2017-03")
    assert not made.covers("2017-02-20/2017-02-26")
    assert [made.phase(day).code for day in ("2017-02-24", "2017-02-25", "2017-03-10", "2017-03-11")] == [
        "before", "during", "during", "after"
    ]  # fmt: skip
    assert phase_on("2017-03-10", made.period) is PHASES[1]


@pytest.mark.parametrize(("level", "by"), [
    ("regency", "Wali Kota Contoh"), ("province", "Gubernur Contoh"), ("national", "Presiden Republik Indonesia"),
    (LEVELS[1], "GUBERNUR CONTOH"), ("regency", "Kepala Pelaksana BPBD"),
])  # fmt: skip
def test_an_emergency_is_declared_by_the_official_of_its_level(level: Any, by: str) -> None:
    assert emergency(level=level, decision=Decision(by=by, number="1", date="2017-02-25")).decision.by == by


@pytest.mark.parametrize(("given", "field", "code"), [
    ({"level": "province"}, "decision.by", "other_office"),
    ({"decision": Decision(by="Gubernur Contoh", number="1", date="2017-02-25")}, "decision.by", "other_office"),
    ({"level": "village"}, "level", "not_a_choice"), ({"period": "Maret"}, "period", "not_a_period"),
    ({"decision": "Bupati"}, "decision", "wrong_type"), ({"recommended_by": ""}, "recommended_by", "not_a_text"),
    ({"severity": "kecil"}, "severity", "wrong_type"),
])  # fmt: skip
def test_an_emergency_that_cannot_be_is_refused(given: dict[str, Any], field: str, code: str) -> None:
    with pytest.raises(errors.InvalidValueError) as caught:
        emergency(**given)
    assert (caught.value.field, caught.value.code) == (field, code)


def test_an_emergency_says_itself_with_the_word_that_is_printed() -> None:
    printed = Printed("kecil", source="A.4.b")
    made = emergency(recommended_by="BPBD", severity=printed)
    assert f"{made}" == str(made)
    assert str(made) == (
        "Status keadaan darurat bencana: tingkat kabupaten/kota; jangka waktu 25 Februari – 10 Maret 2017; "
        "ditetapkan oleh Bupati Contoh, No. 2/2017, 25 Februari 2017; atas rekomendasi BPBD; "
        "besarnya, seperti tercetak: kecil"
    )
    assert made.table("en").rows[-1] == ("how severe, as printed:", "kecil")
    assert emergency(recommended_by=None).table("id").rows[3:] == (("atas rekomendasi", "tidak diketahui"),)
    assert "<em>tidak diketahui</em>" in emergency(recommended_by=None)._repr_html_()
    assert "<table" in made._repr_html_()
    assert f"{emergency():en}".endswith("Bupati Contoh, No. 2/2017, 25 February 2017")
    assert EmergencyStatus.from_json(made.to_json()) == made


def test_who_manages_disasters_depends_on_whether_an_agency_was_founded() -> None:
    assert managing_body(agency_founded=True).code == "bpbd"
    assert managing_body(agency_founded=False).code == "satlak"
    with pytest.raises(errors.UnknownValueError) as caught:
        managing_body(agency_founded=None)
    assert caught.value.field == "agency_founded"
    with pytest.raises(errors.InvalidValueError):
        managing_body(agency_founded="ya")  # type: ignore[arg-type]


def test_every_office_has_its_source_and_what_is_not_said_is_told() -> None:
    rows = roles("en").rows
    assert len(rows) == len(OFFICES)
    assert all(row[3] for row in rows)
    assert [row[0] for row in rows if row[2] == "not said"] == ["Health office", "Indonesian Red Cross (PMI)"]
    own = Office(code="karang_taruna", name=Text("Karang Taruna", "Youth group"), kind="volunteers")
    assert roles("id", offices=[own]).rows == (("Karang Taruna", "relawan", "tidak disebut", ""),)
    assert to_plain(own)["kind"] == "volunteers"
    with pytest.raises(errors.InvalidValueError) as caught:
        Office(code="x", name=Text("x", "x"), kind="army")
    assert caught.value.field == "kind"


def test_cases_are_listed_with_where_they_stand_and_since_when() -> None:
    case = Referral(reference="slrt-1", need="PKH", opened="2018-08-20")
    last = case.history[-1]
    row = show([case], "en").rows[0]
    assert row[0] == "slrt-1"
    assert case.course.name_of(last.status).say("en") in row
