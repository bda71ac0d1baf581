"""In a notebook every value that somebody keeps is a table, or there is a reason why it is none."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from pkgutil import walk_packages
from typing import Any

import pytest

import kesos
from kesos import PEDUM_2003, DisasterEvent, Program, Quantity, Text, datasets, eligibility, show
from kesos.audit import Finding, FindingGroup
from kesos.budgets import BudgetLine
from kesos.cards import CardDistribution
from kesos.deliveries import Delivery
from kesos.events import Locality
from kesos.people import Beneficiary, Household
from kesos.programs import Benefit, LaterName, Rate, Register, benefit_owed, screen
from kesos.quotas import Disbursement
from kesos.registry import Change
from kesos.relief import entitle_all, worksheet
from kesos.reports import Dismissal, GuessGroup, SumOf
from kesos.services import Complaint, Recommendation, Referral
from kesos.standards import BNPB_STIMULAN, KEMENSOS_CASH, PERKA_BNPB_7_2008, AidStandard
from kesos.values import Printed, TableView
from kesos.values._told import told

ONE = "one value: the text that it prints says all of it"
PART = "a part of a value that shows it in its table"
CLAUSE = "a clause: the standard or the programme that has it shows it in its table"
WORD = "a word with what it is called, or a list of such: code, not a result"
RECORD = "a record: what one program passes on to another"
RULE = "a rule: it says something of a report, and what it says is shown"
FIELD = "a part of a report as it is printed: the report shows it in its table"
KIND = "a class to build others of, or how to call a function"
WITHOUT: dict[str, str] = {
    ONE: """
        ByClass Citation Counts Damage Decision FamiliesAndPeople Goods Need Percentage Period Place Price
        Printed Quantity QuotaGrowth Reading Rounding Span Status Text Traits Truth Unit
    """,
    PART: """
        AccountLine Against BadCell Candidate ChangeCount Checked Conflict DayNeed Difference Effect Ground
        LeftOut LetterCount Line Lot Movement Odd Ordinary OwedUnderRate Pack Priced ProgramName Reject
        RequestLine Rows Shown Skipped Step StockDay Subject Term Unknown Unspecified WorksheetRow
    """,
    CLAUSE: """
        AllOf AnyOf Asks Axis Band Bands Benefit Between Clause Condition Cycle Days Durations Exclusion
        HazardReading HouseholdClause InKind Index IndexValue Interval Item Judged LaterName MemberClause
        Months NobodyClause NotCovered Package ProgramRule Rate Register Row Suits Validity Window
    """,
    WORD: """
        Axes Category CategoryList CategoryWord Consultation Count Course Entry Grouping Hazard Indicator
        LetterKind Level Most Office OtherList Phase Pmks Psks Reason Said Sentence Status
    """,
    RECORD: """
        AuditRecord CellCount EligibilityRecord ErrorRecord Inputs InputsRecord LineRecord MessageRecord
        RangeRecord RefusalRecord ReliefRecord RuleCount StandardRecord TotalRecord UnknownRecord
        UnspecifiedRecord
    """,
    RULE: """
        RowCounts RowProduct RowShare RowSum Rule Sound
    """,
    FIELD: """
        Agreement AidGoods Cause Column Coordination ExpectedHazard Fact Figure Name PolicyTarget Service
        TargetGroup Told
    """,
    KIND: """
        Cards Discreet Fieldwise Options Readable Reader Recorded Refined
    """,
}
NO_TABLE = {name: reason for reason, names in WITHOUT.items() for name in names.split()}


def public_classes() -> Iterator[type[Any]]:
    for module in ("kesos", *(each.name for each in walk_packages(kesos.__path__, "kesos."))):
        if "._" not in module:
            face = import_module(module)
            for name in getattr(face, "__all__", ()):
                thing = getattr(face, name)
                if isinstance(thing, type) and not issubclass(thing, BaseException):
                    yield thing


CLASSES = tuple(dict.fromkeys(public_classes()))


def is_shown(kind: type[Any]) -> bool:
    return hasattr(kind, "_repr_html_") or hasattr(kind, "_repr_mimebundle_")


def test_every_class_is_a_table_or_has_a_reason_not_to_be() -> None:
    assert {kind.__name__ for kind in CLASSES if not is_shown(kind)} == set(NO_TABLE)


FLOOD = DisasterEvent(hazard="banjir", place="Desa <A>", period="2017-02-25", people=8)
MOTHER = Beneficiary(reference="f1/1", name="Siti", sex="female", birth_date="1990-05-01", pregnant=True)
FAMILY = Household(reference="f1", members=[MOTHER], very_poor=True)
FINDING = Finding(
    rule="sum", severity="error", printed=98, computed=95, source="<K>", row="Jumlah", text=Text("98", "98 is printed")
)
CELL = Printed("<K>", 1, source="<X>")
GUESSES = GuessGroup([SumOf(CELL, parts=[CELL], guess=Text("jumlah <A>", "sum <A>"))])
KEPT: Mapping[str, Callable[[], Any]] = {
    "standard": lambda: PEDUM_2003,
    "programme": lambda: Program.PKH,
    "programme of which nothing is known": lambda: Program("BLT_CONTOH", Text("BLT <Contoh>", "Made-up <aid>")),
    "household": lambda: FAMILY,
    "beneficiary": lambda: MOTHER,
    "eligibility": lambda: eligibility("PKH", FAMILY, on="2018-06-01"),
    "eligibility that is not known": lambda: eligibility("PKH", Household(), on="2018-06-01"),
    "screening": lambda: screen(FAMILY, on="2018-06-01"),
    "benefit": lambda: benefit_owed("BPNT", first="2019-11", last="2020-03", families=6_800),
    "worksheet": lambda: worksheet([FAMILY], on="2017-03-01"),
    "report": datasets.kotawaringin_barat,
    "other report": datasets.kapuas,
    "budget line": lambda: BudgetLine(name="<a>", ceiling=60),
    "locality": lambda: Locality(place="Desa <A>", people=3),
    "finding": lambda: FINDING,
    "findings": lambda: FindingGroup([FINDING, FINDING]),
    "guess": lambda: GUESSES.relations[0],
    "guesses": lambda: GUESSES,
    "dismissal": lambda: Dismissal(rule="sum", table="1", row="<K>", reason="<a>"),
    "refusal": lambda: entitle_all(["?"], PEDUM_2003, days=3).refused[0],
    "change": lambda: Change(family="f2", kind="remove", reason="ill", on="2021-02-01"),
    "referral": lambda: Referral(reference="slrt-1", need="PKH", opened="2018-08-20"),
    "complaint": lambda: Complaint(reference="k-7", about="kartu", opened="2018-09-03"),
    "recommendation": lambda: Recommendation(reference="f1", kind="health_insurance", on="2017-03-01"),
    "disbursement": lambda: Disbursement(program="BPNT", area="<X>", period="2018-05", amount=330),
    "delivery": lambda: Delivery(place="<K>", on="2017-02-26", items={"rice": Quantity(600, "kg")}),
    "cards": lambda: CardDistribution(total=3, distributed=None, undistributed=None, unprinted=None),
}


@pytest.mark.parametrize("name", KEPT)
def test_what_is_kept_is_a_table_in_both_languages_with_nothing_live_and_no_name_in_it(name: str) -> None:
    thing = KEPT[name]()
    html = thing._repr_html_()
    assert "<table" in html
    for markup in ("<A>", "<K>", "<X>", "<a>", "<Contoh>", "Siti", "1990", "1 Mei"):
        assert markup not in html
    has_its_own = any(callable(getattr(thing, method, None)) for method in ("table", "overview"))
    english = show(thing if has_its_own else [thing], "en")
    assert isinstance(english, TableView)
    assert english.html() != html
    assert all(len(row) == len(english.header) for row in english.rows)


def test_a_standard_tells_every_item_every_hazard_and_where_it_says_so() -> None:
    table = PEDUM_2003.table("en")
    said = {row[0]: row for row in table.rows}
    assert said["item: Rice"][1:] == ("400 g/person/day (at least)", "[1] huruf a angka 1")
    assert len([row for row in table.rows if row[0].startswith("item: ")]) == len(PEDUM_2003.items)
    hazards = {code for window in PEDUM_2003.windows for code in window.hazards}
    assert len([row for row in table.rows if row[0].startswith("days: ")]) == len(hazards)
    assert "named without a number" in said["item: Melamine or plastic plates"][1]
    assert "not covered: Fire" in said
    assert [note[:3] for note in table.notes] == ["[1]", "[2]"]
    assert str(PEDUM_2003) == PEDUM_2003.table("id").plain()
    assert f"{PEDUM_2003:en}" == table.plain()


@pytest.mark.parametrize("standard", [BNPB_STIMULAN, KEMENSOS_CASH, PERKA_BNPB_7_2008], ids=repr)
def test_every_standard_of_kesos_tells_all_of_its_items(standard: AidStandard) -> None:
    for language, word in (("id", "bantuan: "), ("en", "item: ")):
        named = [row[0].removeprefix(word) for row in standard.table(language).rows if row[0].startswith(word)]
        assert named == [item.name.say(language) for item in standard.items]


def test_a_programme_tells_what_it_gives_when_and_what_is_not_known() -> None:
    rows = Program.BPNT.table("en").rows
    benefits = [row[1] for row in rows if row[0] == "Benefit"]
    assert len(benefits) == sum(len(each.rates) for each in Program.BPNT.benefits)
    assert "food aid, 1 May 2018 – 31 October 2018: IDR110,000 a family a month" in benefits
    assert ("May be spent on", "Rice; Eggs", "") in rows
    assert any(row[:2] == ("Later name", "Program Sembako since 2020") for row in rows)
    bare = Program("BLT_CONTOH", Text("BLT Contoh", "Made-up")).table("en")
    assert [row[1] for row in bare.rows] == ["not known"] * 6
    assert "<em>not known</em>" in bare.html()


def test_what_a_benefit_comes_to_is_a_row_for_each_rate_and_their_sum() -> None:
    table = benefit_owed("BPNT", first="2019-11", last="2020-03", families=6_800).table("en")
    assert [row[1:] for row in table.rows] == [
        ("110,000", "6,800", "2", "1,496,000,000"),
        ("150,000", "6,800", "2", "2,040,000,000"),
        ("200,000", "6,800", "1", "1,360,000,000"),
        ("", "", "", "4,896,000,000"),
    ]
    assert table.header[1] == "Rate (Rp)"
    assert table.totals == (3,)


def test_an_answer_stands_over_its_reasons() -> None:
    table = eligibility("PKH", FAMILY, on="2018-06-01").table("en")
    assert "YES" in table.caption
    assert ("Required", "a very poor household (RTSM): yes", "[1] C.2.e.2") in table.rows
    unknown = eligibility("PKH", Household(very_poor=True), on="2018-06-01").table("en")
    assert [row for row in unknown.rows if row[0] == "Not known"]


def test_why_somebody_left_a_list_and_what_a_letter_is_for_is_in_no_table() -> None:
    change = KEPT["change"]()
    letter = KEPT["recommendation"]()
    assert "gangguan" not in change._repr_html_() + show([change]).plain()
    assert "BPJS" not in letter._repr_html_() + show([letter]).plain()


def test_several_of_a_kind_are_one_table_with_their_sum() -> None:
    delivered = [KEPT["delivery"](), Delivery(place="B", on="2017-02-28", items={"rice": Quantity(500, "kg")})]
    assert show(delivered, "en").rows[-1] == ("Total", "", "1,100")
    assert show([FAMILY, Household()], "en").rows == (
        ("f1", "1"), ("not known", "not known"), ("Total", "1 [1]"),
    )  # fmt: skip
    paid = Disbursement(program="BPNT", area="X", period="2018-05", amount=330, families=3)
    assert show([paid, paid], "en").rows[-1] == ("Total", "", "", "", "", "", "660")
    kumai = CardDistribution(total=10, distributed=8, undistributed=2, unprinted=0)
    assert show({"Kumai": kumai, "Lada": kumai}, "en").rows[-1] == ("Total", "16", "4", "0", "20")
    moved = Change(family="f1", kind="move", reason="moved", on="2021-02-01")
    assert [row[-1] for row in show([KEPT["change"](), moved], "en").rows] == ["", "not known"]


def test_a_worksheet_has_a_row_for_each_household() -> None:
    sheet = worksheet([FAMILY, Household(reference="f2")], on="2017-03-01")
    table = sheet.table("en")
    assert [row[0] for row in table.rows] == ["f1", "f2"]
    assert all(line in sheet.explain("en") for line in table.notes)


def test_a_source_without_a_place_is_only_its_number() -> None:
    cited = kesos.Citation(regulation="x")
    assert told([(Text("a", "b"), None, cited)], "en", caption="c").rows == (("b", "not known", "[1]"),)


def test_a_rate_with_an_open_end_and_a_name_without_a_date_are_told_as_they_are() -> None:
    cited = kesos.Citation(regulation="Perbup Contoh")
    rates = [{"date": {"to": "2023-12-31"}, "amount": 1}, {"date": {"from": "2024-01-01"}, "amount": 2}]
    aid = Benefit(
        code="aid", name=Text("bantuan", "aid"), per="family", every="month", unit="IDR", citation=cited,
        rates=[Rate(**rate) for rate in rates],
    )  # fmt: skip
    made = Program(
        "BLT_CONTOH", Text("BLT Contoh", "Made-up"), benefits=[aid],
        later=[LaterName(words="BLT Baru", citation=cited)],
        registers=[Register(code="DTKS", name=Text("Data", "Data"), citation=cited)],
    )  # fmt: skip
    said = {row[0]: row[1] for row in made.table("en").rows}
    benefits = [row[1] for row in made.table("en").rows if row[0] == "Benefit"]
    assert [each.split(":")[0] for each in benefits] == ["aid, until 31 December 2023", "aid, from 1 January 2024"]
    assert (said["Later name"], said["On the register"]) == ("BLT Baru", "DTKS, Data")
