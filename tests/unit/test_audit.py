"""The audit: what it gives back, how a rule is made, and the edges of each rule that the planted faults leave out."""

from __future__ import annotations

import copy
import itertools
import pickle
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import wraps
from types import MappingProxyType
from typing import Any, cast

import attrs
import pytest

from kesos import errors
from kesos._checks import LARGEST
from kesos.audit import (
    FINE,
    ORDINARY,
    RULES,
    UNKNOWN,
    Audit,
    Finding,
    Odd,
    Ordinary,
    Rule,
    Subject,
    Verdict,
    find_contradictions,
    finding,
)
from kesos.audit import rule as judging
from kesos.audit._arithmetic import comparable, last_place, rupiah, times
from kesos.audit._findings import place_of, printed_value
from kesos.audit._sentences import places, quoted, say, told
from kesos.events import DisasterEvent
from kesos.hazards import Hazard
from kesos.reports import (
    Affected,
    AverageOf,
    BudgetFor,
    Column,
    CountOf,
    ExpectedHazard,
    Figure,
    FromTo,
    GrowthOf,
    InOrder,
    InWords,
    LargestOf,
    Name,
    Numbering,
    PaidIn,
    PartOf,
    ProductOf,
    Relation,
    Report,
    Row,
    SameFigure,
    SameName,
    Series,
    ShareOf,
    SumOf,
    Table,
    TargetPath,
    TargetYear,
    TwoCounts,
    TwoLists,
    WeekdayOf,
    YearsShown,
)
from kesos.values import Citation, Percentage, Period, Place, Printed, Quantity, Reading, Span, Text
from kesos.wording import parse_number

numbers = itertools.count(1)
NOTHING = Reading(word="-", read_as="0", reason=Text("tidak menambah", "adds nothing"))


def p(value: Any = None, text: str | None = None) -> Printed:
    return Printed(str(value) if text is None else text, value, source=f"alinea {next(numbers)}")


def about(value: Any, **more: Any) -> Figure:
    code = f"figure_{next(numbers)}"
    return Figure(str(value), value, source=code, code=code, label=Text(code, code), about=True, **more)


def idr(amount: int) -> Quantity:
    return Quantity(amount, "IDR")


def families(count: int) -> Quantity:
    return Quantity(count, "family")


def people(count: int) -> Quantity:
    return Quantity(count, "person")


def report(*relations: Relation, **more: Any) -> Report:
    return Report(code="unit", title="Laporan", office="Dinas Contoh", period="2020", relations=relations, **more)


def found(rule: str, *relations: Relation, **more: Any) -> tuple[Finding, ...]:
    return find_contradictions(report(*relations, **more)).of_rule(rule)


def looked_at(rule: str, *relations: Relation, **more: Any) -> int:
    return find_contradictions(report(*relations, **more)).checked[rule]


def table(columns: Sequence[Column], rows: Sequence[Sequence[Any]], **more: Any) -> Table:
    return Table.build(
        **{"number": "1", "title": "Data", "document": "Laporan", "columns": columns, "rows": rows, **more}
    )


# --- what an audit gives back ---------------------------------------------------------------------------------------


def an_audit() -> Audit:
    return find_contradictions(
        report(
            SumOf(p(families(98)), parts=[p(families(95))]),
            Affected(families=p(families(10)), people=p(people(70))),
        )
    )


def test_an_audit_tells_errors_from_what_is_suspicious() -> None:
    audit = an_audit()
    assert [each.rule for each in audit.errors] == ["sum"]
    assert [each.rule for each in audit.suspicious] == ["people_per_family"]
    assert audit.findings == (*audit.errors, *audit.suspicious)
    assert isinstance(audit.checked, MappingProxyType)
    assert set(audit.checked) == {rule.code for rule in RULES}
    assert repr(audit) == f"<Audit of unit: 1 error, 1 suspicious, {sum(audit.checked.values())} things checked>"


def test_an_audit_cannot_be_changed_and_survives_pickle() -> None:
    audit = an_audit()
    assert pickle.loads(pickle.dumps(audit)) == audit
    assert hash(audit) == hash(an_audit()) or audit != an_audit()
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        audit.findings = ()  # type: ignore[misc]
    with pytest.raises(TypeError):
        audit.checked["sum"] = 0  # type: ignore[index]


def test_an_audit_shows_as_a_table_with_everything_escaped() -> None:
    audit = find_contradictions(report(CountOf(p(2, "<b>2</b> kali"), counted=[p()])))
    assert "<b>" not in audit._repr_html_()
    assert "&lt;b&gt;2&lt;/b&gt; kali" in audit._repr_html_()
    assert "bertentangan" in str(audit)
    assert "contradiction" in audit.table("en").plain()
    assert str(sum(audit.checked.values())) in audit.table("en").notes[0]


def test_only_a_rule_that_was_run_can_be_asked_for() -> None:
    with pytest.raises(errors.InvalidValueError) as caught:
        an_audit().of_rule("sums")
    assert (caught.value.field, caught.value.value) == ("code", "sums")


def test_a_finding_shows_both_sides() -> None:
    made = an_audit().errors[0]
    assert repr(made) == f"<error sum, {made.source}: printed 98 families, computed 95 families>"
    assert str(made) == made.say("id")
    assert made.say("en").startswith(f"{made.source}: the printed total")
    alone = attrs.evolve(made, computed=None, printed="x")
    assert repr(alone) == f"<error sum, {made.source}: printed 'x'>"


@pytest.mark.parametrize(("field", "value"), [("rule", ""), ("severity", "grave"), ("text", "x"), ("source", "")])
def test_a_finding_that_cannot_be_is_refused(field: str, value: Any) -> None:
    given = {"rule": "sum", "severity": "error", "printed": 1, "text": Text("a", "b"), "source": "x", field: value}
    with pytest.raises(errors.InvalidValueError) as caught:
        Finding(**given)
    assert caught.value.field == field


def test_places_are_said_with_the_table_or_the_document() -> None:
    assert place_of(Citation(regulation="a report"), "en") == "a report"
    assert place_of("alinea 3", "en") == "alinea 3"
    many = [Printed(str(at), at, source=f"p. {at}") for at in range(8)]
    assert places(many).en == "p. 0; p. 1; p. 2; p. 3; p. 4; p. 5; and 2 more"
    assert places(many).id.endswith("; dan 2 lagi")


def test_values_of_every_kind_are_said_in_both_languages() -> None:
    values: tuple[tuple[Any, str, str], ...] = (
        (date(2020, 3, 1), "1 Maret 2020", "1 March 2020"),
        (Citation(regulation="x", table="1"), "tabel 1", "table 1"),
        (Text("satu", "one"), "satu", "one"),
        (1_000, "1.000", "1,000"),
        (Fraction(1, 2), "1/2", "1/2"),
        (None, "None", "None"),
        (Span(idr(1_000), idr(2_000)), "Rp1.000 – Rp2.000", "IDR1,000 – IDR2,000"),
    )
    for value, indonesian, english in values:
        assert (say(value, "id"), say(value, "en")) == (indonesian, english)
    assert quoted("kata " * 50).endswith('…"')
    assert quoted("") == '""'
    assert told("{x}", "{x}", x="{y}").id == "{y}"
    assert told("{x}", "{x}", x=p(None, "\x1b[31m")).en == '"\N{REPLACEMENT CHARACTER}[31m"'


def test_a_cell_without_a_value_is_its_text() -> None:
    assert printed_value(p(3, "tiga")) == 3
    assert printed_value(p(None, "tiga?")) == "tiga?"


# --- a rule of one's own ---------------------------------------------------------------------------------------------


def check_figures(subject: Subject) -> Iterator[Finding | None]:
    """A report has a figure."""
    yield None if subject.report.figures else finding("figures", "suspicious", p(), None, "tidak ada", "none")


def test_a_rule_of_ones_own_runs_beside_the_others() -> None:
    rule = Rule("figures", check_figures)
    assert rule.says == "A report has a figure."
    audit = find_contradictions(report(), rules=(*RULES, rule))
    assert [each.rule for each in audit.findings] == ["figures"]
    assert find_contradictions(report(), rules=[rule]).counts == (("figures", 1),)


def test_a_rule_says_what_it_checks() -> None:
    for rule in RULES:
        assert rule.says.endswith(".")
    with pytest.raises(errors.InvalidValueError) as caught:
        Rule("silent", lambda subject: ())
    assert (caught.value.field, caught.value.code) == ("check", "no_docstring")
    with pytest.raises(errors.InvalidValueError):
        Rule("none", None)  # type: ignore[arg-type]
    with pytest.raises(errors.InvalidValueError) as slug:
        Rule("My rule", check_figures)
    assert slug.value.field == "code"


def test_what_is_no_audit_is_refused() -> None:
    rule = Rule("figures", check_figures)

    def check_other(subject: Subject) -> Iterator[Finding | None]:
        """Yields a finding of another rule."""
        yield from check_figures(subject)

    def check_text(subject: Subject) -> Iterator[Any]:
        """Yields what is no finding."""
        yield "wrong"

    calls: tuple[tuple[dict[str, Any], str, str], ...] = (
        ({"report": "x"}, "report", "wrong_type"),
        ({"ordinary": {}}, "ordinary", "wrong_type"),
        ({"rules": [rule, rule]}, "rules", "duplicate"),
        ({"rules": [check_figures]}, "rules", "wrong_type"),
        ({"rules": [Rule("other", check_other)]}, "other", "other_rule"),
        ({"rules": [Rule("text", check_text)]}, "text", "wrong_type"),
    )
    for given, field, code in calls:
        with pytest.raises(errors.InvalidValueError) as caught:
            find_contradictions(**{"report": report(), **given})
        assert (caught.value.field, caught.value.code) == (field, code)


def fires(subject: Subject) -> tuple[DisasterEvent, ...]:
    return subject.report.fires


@judging("large_fire", fires)
def check_large_fires(subject: Subject, fire: DisasterEvent) -> Verdict:
    """No single fire leaves more than ten people without a house."""
    if fire.people is None:
        return UNKNOWN
    if fire.people <= 10:
        return FINE
    return Odd(p(fire.people), 10, wording=Text("{printed} di atas {computed}", "{printed} above {computed}"))


def fire(people: int | None) -> DisasterEvent:
    return DisasterEvent(hazard="fire", place="Desa Jati", period="2020", people=people)


def test_a_rule_of_ones_own_may_judge_one_thing_in_its_own_words() -> None:
    audit = find_contradictions(report(fires=[fire(None), fire(10), fire(11)]), rules=[*RULES, check_large_fires])
    (made,) = audit.of_rule("large_fire")
    assert audit.checked["large_fire"] == 2
    assert (made.severity, made.printed, made.computed) == ("suspicious", 11, 10)
    assert (made.message("id"), made.message("en")) == ("11 di atas 10", "11 above 10")


@pytest.mark.parametrize(
    ("verdict", "code", "value"),
    [
        (None, "wrong_type", None),
        (Odd(p(3)), "no_sentence", "bare"),
        (Odd(p(3), wording="unlike"), "no_sentence", "bare.unlike"),
    ],
)
def test_a_rule_that_does_not_answer_or_has_no_sentence_is_refused(verdict: Any, code: str, value: Any) -> None:
    @judging("bare", fires)
    def check_bare(subject: Subject, fire: DisasterEvent) -> Verdict:
        """Answers what a test gives it."""
        return cast(Verdict, verdict)

    with pytest.raises(errors.InvalidValueError) as caught:
        find_contradictions(report(fires=[fire(3)]), rules=[check_bare])
    assert (caught.value.field, caught.value.code, caught.value.value) == ("bare", code, value)


def test_rules_survive_pickle() -> None:
    own = Rule("figures", check_figures)
    assert pickle.loads(pickle.dumps((*RULES, own))) == (*RULES, own)


def test_a_rule_keeps_to_the_function_it_was_made_of_where_that_is_wrapped_for_another_purpose() -> None:
    rule_of_many = Rule("figures", wraps(check_figures)(lambda subject: check_figures(subject)))
    assert copy.copy(rule_of_many) == rule_of_many


THRESHOLDS: tuple[Any, ...] = attrs.fields(Ordinary)
COUNTED = [each.name for each in THRESHOLDS if each.type == "int"]
SHARES = [each.name for each in THRESHOLDS if each.type == "Fraction"]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        *((name, value) for name in (*COUNTED, *SHARES) for value in (1.5, "half")),
        *((name, -1) for name in COUNTED),
        *((name, value) for name in ("jump", "off_median") for value in (1, Fraction(9, 10))),
    ],
)
def test_a_threshold_that_cannot_be_is_refused_by_its_name(field: str, value: Any) -> None:
    with pytest.raises(errors.InvalidValueError) as caught:
        Ordinary(**{field: value})
    assert (caught.value.field, caught.value.value) == (field, value)


class OfAnotherLibrary:
    """A whole number as NumPy has them."""

    def __index__(self) -> int:
        return 7


def test_a_threshold_is_kept_as_what_it_is_said_to_be() -> None:
    given: dict[str, Any] = {**dict.fromkeys(COUNTED, OfAnotherLibrary()), **dict.fromkeys(SHARES, Decimal(7))}
    kept = attrs.astuple(Ordinary(**given))
    assert kept == (7,) * len(THRESHOLDS)
    assert [type(value).__name__ for value in kept] == [each.type for each in THRESHOLDS]


# --- amounts ---------------------------------------------------------------------------------------------------------


def test_amounts_are_of_any_size() -> None:
    assert times(Quantity(1, "IDR"), 3 * LARGEST + 5) == idr(LARGEST) * 3 + idr(5)
    assert rupiah(LARGEST**2) == idr(LARGEST) * LARGEST
    huge = [p(idr(LARGEST)) for _ in range(3)]
    assert found("sum", SumOf(p(idr(1)), parts=huge))[0].computed == idr(LARGEST) * 3
    budget = BudgetFor(p(idr(1)), recipients=p(LARGEST), benefit=p(idr(LARGEST)))
    assert found("budget", budget)[0].computed == Span(idr(LARGEST) * LARGEST, idr(LARGEST) * LARGEST * 2)


def test_an_approximate_decimal_may_be_off_by_its_last_place() -> None:
    assert not found("same_figure", SameFigure([decimal("62,7"), about(Decimal("62.6"))]))
    assert found("same_figure", SameFigure([decimal("62,7"), about(Decimal("62.5"))]))


def test_amounts_that_hold_sen_are_money_like_any_other() -> None:
    half = Quantity(150, "IDR/100")
    assert comparable([half, idr(1)])
    assert not found("sum", SumOf(p(idr(3)), parts=[p(half), p(half)]))
    wrong = found("sum", SumOf(p(idr(4)), parts=[p(half), p(idr(1))]))
    assert wrong[0].computed == Quantity(250, "IDR/100")


def test_the_last_place_of_a_figure() -> None:
    assert [last_place(value) for value in (0, 7, 750, 2_000, families(120))] == [1, 1, 10, 1_000, 10]


def test_what_is_counted_can_be_compared_and_money_only_with_money() -> None:
    assert comparable([Quantity(1, "house"), Quantity(1, "building"), 3])
    assert comparable([Percentage(1), Percentage(2)])
    assert not comparable([idr(1), people(1)])
    assert not comparable([Percentage(1), 1])


# --- the edges of the rules ------------------------------------------------------------------------------------------


def test_a_total_of_unlike_things_is_found() -> None:
    (made,) = found("sum", SumOf(p(idr(2)), parts=[p(idr(1)), p(people(1))]))
    assert (made.severity, made.computed) == ("error", None)


def test_a_total_of_percentages_and_of_bare_numbers_adds_up_too() -> None:
    assert found("sum", SumOf(p(Percentage(90)), parts=[p(Percentage(60)), p(Percentage(40))]))[
        0
    ].computed == Percentage(100)
    assert found("sum", SumOf(p(3), parts=[p(1), p(1)]))[0].computed == 2


def decimal(text: str) -> Printed:
    return p(parse_number(text), text)


def test_decimals_that_do_not_add_up_are_an_error_and_what_rounding_explains_is_a_question() -> None:
    scores = [decimal(text) for text in ("20,13", "12,85", "11,19")]
    (made,) = found("sum", SumOf(decimal("45,17"), parts=scores))
    assert (made.severity, made.computed) == ("error", Decimal("44.17"))
    # three scores and their total were rounded by at most half a hundredth each: 0,02 at most together
    (made,) = found("sum", SumOf(decimal("44,19"), parts=scores))
    assert (made.severity, made.computed) == ("suspicious", Decimal("44.17"))
    assert "pembulatan" in made.message("id")
    assert found("sum", SumOf(decimal("44,20"), parts=scores))[0].severity == "error"
    assert not found("sum", SumOf(decimal("44,17"), parts=scores))


def test_percentages_stand_for_all_that_rounds_to_them() -> None:
    thirds = [p(Percentage("33.3"), "33,3 %") for _ in range(3)]
    assert not found("sum", SumOf(p(Percentage(100), "100,0 %"), parts=thirds))
    # 99.9 and four halves of a tenth: 100.1 at most
    (made,) = found("sum", SumOf(p(Percentage("100.2"), "100,2 %"), parts=thirds))
    assert made.computed == Percentage("99.9")


def test_hectares_and_kilograms_add_up_in_their_own_unit() -> None:
    weights = [p(Quantity("2.5", "kg"), "2,5"), p(Quantity("1.5", "kg"), "1,5")]
    (made,) = found("sum", SumOf(p(Quantity(9, "kg"), "9"), parts=weights))
    assert (made.severity, made.computed) == ("error", Quantity(4, "kg"))


def test_two_values_of_one_decimal_figure_are_an_error() -> None:
    (made,) = found("same_figure", SameFigure([decimal("62,68"), decimal("62,65")]))
    assert (made.severity, made.printed, made.computed) == ("error", Decimal("62.65"), Decimal("62.68"))


def test_a_figure_given_again_concerns_the_place_that_says_otherwise_and_the_one_that_it_is_held_against() -> None:
    cells = [Printed(str(value), value, source=f"p. {at}") for at, value in enumerate([7, 8, 7, 9])]
    made = found("same_figure", SameFigure(cells))
    assert [(each.printed, each.concerns) for each in made] == [(8, (cells[1], cells[0])), (9, (cells[3], cells[0]))]
    days = [Printed(day, Period.of(day), source=f"p. {day}") for day in ("2017-02-25", "2017-02", "2017-03-01")]
    (late,) = found("same_figure", SameFigure(days))
    assert late.concerns == (days[2], days[0])


def rounded(low: int, high: int, text: str) -> Printed:
    return p(Span(idr(low), idr(high)), text)


def test_a_rounded_figure_is_any_of_its_range() -> None:
    part = rounded(2_165_000_000_000, 2_175_000_000_000, "Rp2,17 triliun")
    whole = rounded(4_175_000_000_000, 4_185_000_000_000, "Rp4,18 triliun")
    exact = idr(2_171_300_000_000)
    # 2,165 / 4,185 = 51.73 %, 2,175 / 4,175 = 52.10 %
    for percent, sound in (("51.73", True), ("51.84", True), ("52.10", True), ("51.72", False), ("52.11", False)):
        share = ShareOf(p(Percentage(percent)), part=part, whole=whole, places=2)
        assert bool(found("percent", share)) is not sound
    told = [about(idr(amount)) for amount in (2_170_000_000_000, 4_180_000_000_000)]
    assert not found("percent", ShareOf(p(Percentage("51.84")), part=told[0], whole=told[1], places=2))
    assert found("percent", ShareOf(p(Percentage("53.84")), part=told[0], whole=told[1], places=2))
    (made,) = found("percent", ShareOf(p(Percentage(50)), part=part, whole=whole, places=2))
    assert (made.severity, made.computed) == ("error", Span(Percentage("51.73"), Percentage("52.1")))
    assert not found("same_figure", SameFigure([p(exact), part]))
    assert not found("same_figure", SameFigure([part, p(exact)]))
    assert found("same_figure", SameFigure([p(idr(2_176_000_000_000)), part]))
    assert not found("sum", SumOf(whole, parts=[part, p(idr(2_005_000_000_000))]))
    assert found("sum", SumOf(whole, parts=[part, p(idr(1_990_000_000_000))]))
    assert not found("approximate", figures=[about(Span(1, 9))])


def test_an_average_needs_all_of_its_parts() -> None:
    assert looked_at("average", AverageOf(p(3), parts=[p(3), p(None, "-")])) == 0
    assert looked_at("average", AverageOf(p(3), parts=[])) == 0
    assert looked_at("average", AverageOf(p(None, "?"), parts=[p(3)])) == 0
    assert not found("average", AverageOf(p(3), parts=[p(3), p(4)]))  # 3.5 stands half-way
    assert found("average", AverageOf(p(3), parts=[p(4), p(4)]))[0].computed == 4


def test_a_product_is_of_one_rate_and_of_counts() -> None:
    rate = p(idr(110_000))
    assert looked_at("product", ProductOf(p(idr(5)), factors=[rate, p(None, "-")])) == 0
    assert looked_at("product", ProductOf(p(None, "-"), factors=[rate])) == 0
    assert looked_at("product", ProductOf(p(idr(5)), factors=[rate, rate])) == 0
    assert looked_at("product", ProductOf(p(families(5)), factors=[rate, p(families(5))])) == 0
    about_ten = rounded(1_050_000, 1_150_000, "Rp1,1 juta")
    assert not found("product", ProductOf(about_ten, factors=[rate, p(families(10))]))
    # 1.61 × 1.6 = 2.576
    assert not found("product", ProductOf(decimal("2,58"), factors=[decimal("1,61"), decimal("1,6")]))
    assert found("product", ProductOf(decimal("2,57"), factors=[decimal("1,61"), decimal("1,6")]))


def test_growth_needs_a_beginning() -> None:
    grew: dict[str, Any] = {"after": p(idr(10)), "places": 0}
    assert looked_at("growth", GrowthOf(p(Percentage(5)), before=p(idr(0)), **grew)) == 0
    assert looked_at("growth", GrowthOf(p(Percentage(5)), before=p(people(5)), **grew)) == 0
    assert looked_at("growth", GrowthOf(p(None, "?"), before=p(idr(5)), **grew)) == 0
    assert not found("growth", GrowthOf(p(Percentage(100)), before=p(idr(5)), **grew))
    assert not found("growth", GrowthOf(p(Percentage(-50)), before=p(idr(20)), **grew))


def test_a_part_that_is_not_known_leaves_room_below_the_total_only() -> None:
    unknown = p(None, "Tidak diketahui")
    assert not found("sum", SumOf(p(10), parts=[p(4), unknown], blanks=NOTHING))
    assert not found("sum", SumOf(p(4), parts=[p(4), unknown]))
    assert found("sum", SumOf(p(3), parts=[p(4), unknown]))[0].computed == 4
    assert not found("sum", SumOf(p(10), parts=[p(4), p(None, "-")]))
    assert looked_at("sum", SumOf(p(10), parts=[p(4), unknown])) == 0  # nothing was added up
    assert looked_at("sum", SumOf(p(4), parts=[p(4), unknown])) == 0
    assert found("sum", SumOf(p(10), parts=[p(4), p(None, "-")], blanks=NOTHING))[0].computed == 4
    assert found("sum", SumOf(p(10), parts=[p(None, "")], blanks=NOTHING))[0].computed == 0
    assert looked_at("sum", SumOf(p(None, "?"), parts=[p(4)])) == 0
    assert looked_at("sum", SumOf(p(10), parts=[])) == 0


def test_an_approximate_total_may_be_off_by_its_last_place_and_is_never_an_error() -> None:
    parts = [p(families(700)), p(families(43))]
    assert not found("sum", SumOf(about(families(750)), parts=parts))
    assert not found("sum", SumOf(about(families(740)), parts=parts))
    (made,) = found("sum", SumOf(about(families(760)), parts=parts))
    assert made.severity == "suspicious"


def test_an_approximate_figure_that_is_exact_elsewhere_is_exact() -> None:
    vague, exact = about(families(750)), p(families(750))
    same = SameFigure([vague, exact])
    (made,) = found("sum", SumOf(vague, parts=[p(families(749))]), same)
    assert made.severity == "error"
    assert not found("approximate", same, figures=[vague])
    finer = about(families(743))
    assert not found("approximate", figures=[finer])
    assert len(found("approximate", SameFigure([finer, p(families(743))]), figures=[finer])) == 1
    assert looked_at("approximate", figures=[about("banyak")]) == 0


def test_two_counts_say_what_one_of_them_left_out() -> None:
    one, houses, offices, shops = (p(Quantity(count, "building")) for count in (72, 72, 2, 1))
    (made,) = found("two_counts", TwoCounts([one], other=[houses, offices], certain=False))
    assert "the difference is just what" in made.message("en")
    (other,) = found("two_counts", TwoCounts([one], other=[shops], certain=False))
    assert "the difference" not in other.message("en")
    (neither,) = found("two_counts", TwoCounts([one], other=[shops, offices], certain=False))
    assert "the difference" not in neither.message("en")
    assert looked_at("two_counts", TwoCounts([one], other=[houses, p(None, "?")])) == 0
    assert looked_at("two_counts", TwoCounts([p(None, "-")], other=[houses], blanks=NOTHING)) == 0
    assert not found("two_counts", TwoCounts([p(None, "-"), one], other=[houses], blanks=NOTHING))


@pytest.mark.parametrize("ten", [10, Decimal("10.0"), Percentage(10)], ids=repr)
def test_a_bare_number_is_so_many_percent_where_a_relation_says_that_it_is_a_percentage(ten: Any) -> None:
    assert not found("percent", ShareOf(p(ten), part=p(1), whole=p(10), places=0))
    assert not found("growth", GrowthOf(p(ten), before=p(10), after=p(11), places=0))
    (share,) = found("percent", ShareOf(p(ten), part=p(1), whole=p(8), places=0))
    (growth,) = found("growth", GrowthOf(p(ten), before=p(8), after=p(9), places=0))
    assert (share.severity, share.computed) == (growth.severity, growth.computed) == ("error", Percentage(13))
    assert share.printed == growth.printed == ten


@pytest.mark.parametrize("value", [Fraction(1, 10), True, Decimal("1e900"), "10", None, families(10)], ids=repr)
def test_what_may_be_no_percentage_is_told_and_not_checked(value: Any) -> None:
    for relation in (
        ShareOf(p(value, "x"), part=p(1), whole=p(10), places=0),
        GrowthOf(p(value, "x"), before=p(10), after=p(11), places=0),
    ):
        audit = find_contradictions(Report(code="r", title="t", office="o", period="2017", relations=[relation]))
        assert not audit.findings
        assert len(audit.unchecked) == 1


def test_a_percentage_is_right_where_it_rounds_half_up_at_its_own_decimals() -> None:
    assert not found("percent", ShareOf(p(Percentage("12.5")), part=p(1), whole=p(8), places=1))
    assert not found("percent", ShareOf(p(Percentage(13)), part=p(1), whole=p(8), places=0))
    assert found("percent", ShareOf(p(Percentage(12)), part=p(1), whole=p(8), places=0))[0].computed == Percentage(13)
    assert not found("percent", ShareOf(about(Percentage(10)), part=p(1), whole=p(8), places=0))
    (zero,) = found("percent", ShareOf(p(Percentage(0)), part=p(0), whole=p(0), places=0))
    assert zero.computed is None
    assert looked_at("percent", ShareOf(p(None, "x"), part=p(1), whole=p(2), places=0)) == 0
    assert looked_at("percent", ShareOf(p(Percentage(1)), part=p(idr(1)), whole=p(2), places=0)) == 0


def test_a_part_larger_than_its_whole_is_found_also_in_a_share_and_across_units() -> None:
    assert len(found("part_of", ShareOf(p(Percentage(200)), part=p(2), whole=p(1), places=0))) == 1
    assert len(found("part_of", PartOf(p(families(9)), whole=p(people(8)), certain=False))) == 1
    assert looked_at("part_of", PartOf(p(families(9)), whole=p(idr(8)))) == 0
    assert looked_at("part_of", PartOf(p(families(9)), whole=p(None, "?"))) == 0


def test_words_that_are_no_number_are_found() -> None:
    (made,) = found("words", InWords(p(idr(5)), words=p(None, "lima lima")))
    assert (made.printed, made.computed) == ("lima lima", idr(5))
    assert looked_at("words", InWords(p(None, "?"), words=p(5, "lima"))) == 0


def test_one_figure_is_held_against_what_most_places_say() -> None:
    assert found("same_figure", SameFigure([p(8), p(9), p(9)]))[0].printed == 8
    assert found("same_figure", SameFigure([p(8), p(9)]))[0].printed == 9
    assert found("same_figure", SameFigure([p(families(8)), p(people(8))]))[0].computed == families(8)
    assert not found("same_figure", SameFigure([p(families(743)), about(families(740))]))
    assert found("same_figure", SameFigure([p(families(743)), about(families(760))]))[0].severity == "suspicious"
    assert looked_at("same_figure", SameFigure([about(7), about(8)])) == 0
    assert looked_at("same_figure", SameFigure([p(8), p(None, "?")])) == 0


def test_counts_need_a_number_and_may_be_approximate() -> None:
    assert looked_at("count", CountOf(p(None, "beberapa"), counted=[p()])) == 0
    assert looked_at("count", CountOf(p(Percentage(3)), counted=[p()])) == 0
    assert not found("count", CountOf(about(10), counted=[p() for _ in range(12)]))


def test_a_list_may_be_missing_where_it_is_given_the_second_time() -> None:
    assert found("two_lists", TwoLists([], other=[p(None, "Desa Jati")]))[0].printed == "Desa Jati"


def test_the_largest_is_compared_with_known_figures_of_its_kind() -> None:
    assert looked_at("largest", LargestOf([p(None, "?")], others=[p(1)])) == 0
    assert looked_at("largest", LargestOf([p(1)], others=[p(idr(1))])) == 0


def test_benefits_divide_an_exact_amount() -> None:
    assert looked_at("divides", PaidIn(about(idr(331)), benefit=p(idr(110)))) == 0
    assert looked_at("divides", PaidIn(p(idr(331)), benefit=p(idr(0)))) == 0
    assert looked_at("divides", PaidIn(p(None, "?"), benefit=p(idr(1)))) == 0


def budget(amount: int, **more: Any) -> BudgetFor:
    given: dict[str, Any] = {"recipients": p(families(2)), "benefit": p(idr(100)), **more}
    return BudgetFor(p(idr(amount)), **given)


def test_a_budget_without_stated_months_may_be_any_months_of_a_year() -> None:
    for months in range(1, 13):
        assert not found("budget", budget(200 * months))
    assert found("budget", budget(300))[0].computed == Span(idr(200), idr(400))
    assert found("budget", budget(199))[0].computed == Span(idr(200), idr(400))
    assert found("budget", budget(2_600))[0].computed == Span(idr(2_200), idr(2_400))


def test_a_budget_for_at_most_all_recipients_may_be_less() -> None:
    assert not found("budget", budget(1_199, months=6, at_most=True))
    assert not found("budget", budget(1_200, months=6, at_most=True))
    assert found("budget", budget(1_201, months=6, at_most=True))[0].computed == Span(idr(0), idr(1_200))


def test_a_budget_without_a_stated_benefit_is_asked_about_where_it_does_not_divide() -> None:
    assert not found("budget", budget(200, benefit=None))
    (made,) = found("budget", budget(201, benefit=None))
    assert (made.severity, made.computed) == ("suspicious", Span(idr(100), idr(101)))
    assert found("budget", budget(202, benefit=None, months=12))[0].computed == Span(idr(8), idr(9))
    assert not found("budget", BudgetFor(about(idr(201)), recipients=p(families(2))))
    assert not found("budget", BudgetFor(p(idr(201)), recipients=about(families(2))))


def test_a_budget_that_is_not_known_is_not_looked_at() -> None:
    assert looked_at("budget", budget(200, recipients=p(None, "?"))) == 0
    assert looked_at("budget", budget(200, recipients=p(0))) == 0
    assert looked_at("budget", budget(200, benefit=p(None, "?"))) == 0
    assert not found("budget", budget(200, benefit=p(idr(0))))


def test_a_run_in_any_printed_text_is_looked_at() -> None:
    for text in ("17 – 10 Maret 2020", "pada 05 - 01 / 03-2020", "5 s/d 1 Maret 2020", "tahun 2018 s/d 2016"):
        (made,) = found("period_order", figures=[attrs.evolve(about(None), text=text)])
        assert (made.severity, made.printed) == ("error", text)
    for text in ("10 – 17 Maret 2020", "2016-2018"):
        held = [attrs.evolve(about(None), text=text)]
        assert not found("period_order", figures=held)
        assert looked_at("period_order", figures=held) == 1
    assert looked_at("period_order", figures=[attrs.evolve(about(None), text="30 Januari – 2 Februari 2020")]) == 0


def test_a_run_that_is_typed_is_found_once() -> None:
    run = p(None, "17 – 10 Maret 2020")
    assert len(found("period_order", FromTo(run, first=date(2020, 3, 17), last=date(2020, 3, 10)))) == 1


def test_a_weekday_needs_one_day() -> None:
    assert looked_at("weekday", WeekdayOf(p(Period.of("2021-01")), weekday=4)) == 0
    assert "9" in found("weekday", WeekdayOf(p(Period.of("2021-01-07")), weekday=9))[0].message("en")


def test_years_that_are_missing_are_an_error_and_years_beyond_a_question() -> None:
    def shown(*years: int) -> Relation:
        return YearsShown(p(None, "2016 s/d 2017"), first=2016, last=2017, shown=years)

    assert not found("announced_years", shown(2016, 2017))
    assert found("announced_years", shown(2016))[0].severity == "error"
    assert found("announced_years", shown(2015, 2016, 2017))[0].severity == "suspicious"
    assert looked_at("announced_years", shown()) == 0
    assert "announces 2016," in found("announced_years", YearsShown(p(), first=2016, last=2016, shown=[2017]))[
        0
    ].message("en")


def test_a_list_that_follows_something_else_than_its_days_is_left_alone() -> None:
    days = [p(Period.of(f"2020-01-{day:02}")) for day in (5, 1, 7, 2, 9)]
    assert looked_at("day_order", InOrder(days)) == 0


def test_targets_may_be_years_in_figures() -> None:
    assert not found("target_met", TargetYear(p(2019), met=p(Period.of("2019-02"))))
    assert "late" in found("target_met", TargetYear(p(2019), met=p(2020)))[0].message("en")
    assert looked_at("target_met", TargetYear(p(None, "segera"), met=p(2020))) == 0


def test_a_later_target_is_passed_in_the_direction_that_is_better() -> None:
    half = Percentage(50)

    def path(better: str, realized: Any) -> Relation:
        kind: Any = TargetPath
        made: Relation = kind(
            p(realized), year=2020, targets=[p(Percentage(60)), p(Percentage(49))], years=[2021, 2022], better=better
        )
        return made

    assert [each.printed for each in found("target_passed", path("higher", half))] == [Percentage(49)]
    assert [each.printed for each in found("target_passed", path("lower", half))] == [Percentage(60)]
    assert looked_at("target_passed", path("lower", None)) == 0
    assert looked_at("target_passed", path("lower", 50)) == 0


def test_jumps_need_known_whole_years_of_one_unit() -> None:
    def series(first: Any, second: Any, **more: Any) -> Relation:
        return Series([p(first), p(second)], years=[2019, 2020], **more)

    assert len(found("jump", series(3, 2))) == 1
    assert not found("jump", series(300, 201))
    assert looked_at("jump", series(100, 500, partial=[2020])) == 0
    assert looked_at("jump", series(0, 500)) == 0
    assert looked_at("jump", series(idr(1), families(500))) == 0


def test_a_median_of_enough_places_narrows_what_is_ordinary() -> None:
    def places_of(last: int, count: int = 8) -> list[Relation]:
        counted = [(50, 250)] * (count - 1) + [(50, last)]
        return [
            Affected(
                families=Printed(str(kk), families(kk), source=Citation(regulation="x", table="1", row=str(at))),
                people=Printed(
                    str(jiwa), people(jiwa), source=Citation(regulation="x", table="1", row=str(at), column="8")
                ),
            )
            for at, (kk, jiwa) in enumerate(counted)
        ]

    assert not found("people_per_family", *places_of(125))
    assert [each.printed for each in found("people_per_family", *places_of(124))] == [people(124)]
    assert not found("people_per_family", *places_of(124, count=7))


def test_what_is_not_counted_at_a_place_is_not_compared() -> None:
    unknown, some = p(None, "-"), p(families(20))
    for rule in ("fewer_people", "people_per_family", "multiples"):
        relations = [
            Affected(families=some, houses=p(Quantity(20, "house"))),
            Affected(families=some, people=unknown),
            Affected(families=unknown, people=some),
        ]
        assert looked_at(rule, *relations) == 0
    assert looked_at("families_per_house", Affected(families=some, people=p(people(80)))) == 0
    assert looked_at("families_per_house", Affected(families=some, houses=p(Quantity(0, "house")))) == 0


def test_more_houses_than_families_are_asked_about() -> None:
    (made,) = found("families_per_house", Affected(families=p(families(1)), houses=p(Quantity(2, "house"))))
    assert "more damaged houses" in made.message("en")


def dated(rows: Sequence[tuple[str, str, str, int, int, int]]) -> Table:
    columns = [
        Column("place", "Lokasi"),
        Column("day", "Tanggal", holds="period"),
        *(
            Column(code, code, unit=unit)
            for code, unit in (("houses", "house"), ("families", "family"), ("people", "person"))
        ),
    ]
    made = table(columns, [(code, place, p(Period.of(day)), *counts) for code, place, day, *counts in rows])
    return attrs.evolve(made, rows=[attrs.evolve(row, group=row.code[0]) for row in made.rows])


def test_a_group_whose_rows_are_all_alike_is_asked_about_though_its_days_differ() -> None:
    alike = dated([("A1", "Desa A", "2020-01-01", 1, 1, 5), ("A2", "Desa B", "2020-02-01", 1, 1, 5)])
    (made,) = found("alike_rows", tables=[alike])
    assert made.printed == "Desa B"
    unlike = dated([("A1", "Desa A", "2020-01-01", 1, 1, 5), ("A2", "Desa B", "2020-02-01", 1, 1, 4)])
    assert not found("alike_rows", tables=[unlike])
    apart = dated([("A1", "Desa A", "2020-01-01", 1, 1, 5), ("B1", "Desa B", "2020-02-01", 1, 1, 5)])
    assert not found("alike_rows", tables=[apart])


def test_rows_without_days_or_words_are_not_compared() -> None:
    bare = table([Column("a", "KK", unit="family"), Column("b", "Jiwa", unit="person")], [("1", 1, 4), ("2", 1, 4)])
    assert looked_at("alike_rows", tables=[bare]) == 0
    assert looked_at("told_twice", tables=[bare]) == 0


def test_a_heading_inside_a_table_is_no_blank_row() -> None:
    columns = [Column("no", "No", holds="number"), Column("a", "KK", unit="family")]
    assert not found("blank_row", tables=[table(columns, [("h", "URUSAN WAJIB", None), ("1", 1, 5)])])
    assert len(found("blank_row", tables=[table(columns, [("h", None, None), ("1", 1, 5)])])) == 1


def test_the_rarer_of_blanks_and_dashes_is_pointed_at() -> None:
    columns = [Column("a", "Desa"), Column("b", "KK", unit="family")]
    (made,) = found("blank_and_dash", tables=[table(columns, [("1", "x", None), ("2", "y", "-"), ("3", "z", None)])])
    assert made.printed == "-"


def test_letters_by_themselves_are_no_words_that_are_printed_twice() -> None:
    texts = ("=SUM(Q19:Q21)", "a b a b", "rumah a rumah b", "14.00 WIB - 16.45 WIB", "12 12")
    assert not found("repeated_words", mentions=[p(None, text) for text in texts])
    assert len(found("repeated_words", mentions=[p(None, "kinerja kinerja")])) == 1


def test_numbers_that_stop_short_are_found() -> None:
    (made,) = found("numbering", Numbering([p(1), p(2)], things=3))
    assert made.computed == 3
    assert found("numbering", Numbering([p(1), p(None, "b) (2)")], things=2))[0].printed == "b) (2)"


def captioned(number: int | None, at: int) -> Table:
    return attrs.evolve(
        table([Column("a")], [("1", "x")], number=str(at), title=f"Data {at}"), caption=p(number, "Tabel")
    )


def test_a_table_without_a_number_is_found_and_does_not_break_the_run() -> None:
    made = found("table_number", tables=[captioned(3, 1), captioned(None, 2), captioned(4, 3)])
    assert [each.printed for each in made] == ["Tabel"]


def test_the_direction_of_years_needs_two_tables_that_have_one() -> None:
    def years(*given: int, number: str = "1") -> Table:
        columns = [Column(f"y{year}", str(year), unit="IDR", year=year) for year in given]
        return table(columns, [("1", *(100 for _ in given))], number=number, title=f"Data {number}")

    assert looked_at("year_direction", tables=[years(2016, 2017), years(2016, 2018, 2017, number="2")]) == 0
    two_back = [years(2017, 2016), years(2017, 2016, number="2"), years(2016, 2017, number="3")]
    (made,) = found("year_direction", tables=two_back)
    assert "runs forward" in made.message("en")


def test_part_of_a_year_in_columns_is_told_of_the_title() -> None:
    columns = [Column("a", "2019", unit="IDR", year=2019), Column("b", "2020", unit="IDR", year=2020)]
    (made,) = found("partial_year", tables=[table(columns, [("1", 5, 5)], partial_years=[2020])])
    assert made.printed == "Data"
    rows = attrs.evolve(
        table([Column("a", "Pagu", unit="IDR")], [("x", 5), ("y", 5)], partial_years=[2020]),
        rows=[Row(code, [("a", p(idr(5), "lima"))], year=year) for code, year in (("x", 2019), ("y", 2020))],
    )
    assert found("partial_year", tables=[rows])[0].printed == idr(5)


def test_a_series_may_begin_late_but_not_stop() -> None:
    columns = [Column("a", "2018", unit="IDR", year=2018), Column("b", "2019", unit="IDR", year=2019)]
    assert not found("series_gap", tables=[table(columns, [("1", None, 5), ("2", 5, "-"), ("3", None, None)])])
    assert looked_at("series_gap", tables=[table(columns, [("3", None, None)])]) == 0


def test_names_that_are_one_letter_apart_are_asked_about() -> None:
    def names(*texts: str, kind: Any = "place") -> list[Name]:
        return [Name(text, source=f"alinea {next(numbers)}", kind=kind) for text in texts]

    for one, other in (
        ("terlantar", "telantar"),
        ("Tuna Sosial", "tunasosial"),
        ("melamin", "melanin"),
        ("Baru", "BARU"),
    ):
        assert [each.printed for each in found("similar_names", names=names(one, other))] == [other]
    for one, other in (("Baru", "Batu"), ("Wilayah 1", "Wilayah 2"), ("Kotawaringin Hulu", "Kotawaringin Hilir")):
        assert not found("similar_names", names=names(one, other))
    both = names("terlantar", "telantar")
    assert not found("similar_names", SameName(both, kind="place"), names=both)
    assert looked_at("similar_names", names=names("Baru", "Baru")) == 1


def test_a_name_that_is_typed_once_has_nothing_to_agree_with() -> None:
    assert looked_at("spelling", SameName([p(None, "Jati")], kind="place")) == 0


def test_titles_alike_under_one_heading_are_a_question() -> None:
    tables = [table([Column("a")], [("1", "x")], number=number) for number in "12"]
    assert found("title", tables=tables)[0].severity == "suspicious"


def test_a_heading_without_words_is_not_compared() -> None:
    bare = attrs.evolve(table([Column("a")], [("1", "x")]), heading=p(None, "1."))
    assert looked_at("heading", tables=[bare]) == 0


@pytest.mark.parametrize(
    ("district", "named", "odd"),
    [("Kec. Kumai", "kumai", 0), ("KUMAI", "Kecamatan Arut Utara dan Kumai", 0), ("Kumai", "Kumaian", 1)],
)
def test_a_disaster_struck_where_it_was_expected_however_the_district_is_written(
    district: str, named: str, odd: int
) -> None:
    event = DisasterEvent(hazard="flood", place=Place("Desa Jati", district=district), period="2020")
    fact = ExpectedHazard(hazard=Hazard.FLOOD, group="natural", name=p(None, "banjir"), districts=[p(None, named)])
    assert len(found("expected_place", natural_disasters=[event], facts=[fact])) == odd


def test_one_place_lies_in_one_district_however_that_is_written() -> None:
    within = ("Kec. Kumai", "KUMAI", "Desa Kumai")
    names = [Name("Jl. Macan", source=str(at), kind="place", within=each) for at, each in enumerate(within)]
    assert found("two_places", names=names[:2]) == ()
    assert [each.computed for each in found("two_places", names=names)] == ["Kec. Kumai"]


def test_disasters_without_a_figure_or_a_district_are_not_held_against_anything() -> None:
    event = DisasterEvent(hazard="flood", place=Place("Desa Jati", district="Arjosari"), period="2020")
    nowhere = DisasterEvent(hazard="flood", place="Desa Jati", period="2020")
    assert looked_at("expected_place", natural_disasters=[event, nowhere]) == 0
    unnamed = ExpectedHazard(hazard=Hazard.FLOOD, group="natural", name=p(None, "banjir"))
    assert looked_at("expected_place", natural_disasters=[event], facts=[unnamed]) == 0
    told_about = about(Quantity(1, "event"), measure="natural_disasters")
    assert not found("events", figures=[told_about], natural_disasters=[event])
    elsewhere = attrs.evolve(told_about, area="Desa Jati")
    assert looked_at("events", figures=[elsewhere], natural_disasters=[event]) == 0
    many = attrs.evolve(told_about, value=Quantity(90, "event"))
    assert found("events", figures=[many], natural_disasters=[event])[0].severity == "suspicious"


def test_the_thresholds_used_are_those_given() -> None:
    assert Subject(report()).ordinary is ORDINARY
    lone = Affected(families=p(families(10)), people=p(people(15)))
    assert len(found("people_per_family", lone)) == 1
    lax = find_contradictions(report(lone), ordinary=Ordinary(fewest_people_per_family="1.5"))
    assert not lax.of_rule("people_per_family")


def test_a_share_of_counts_is_seen_at_once_and_otherwise_told_in_full() -> None:
    def share(percent: str, part: int, whole: int) -> ShareOf:
        cell = Printed(percent, Percentage(percent), source="p. 1")
        some, all_ = (Printed(str(each), Quantity(each, "IDR"), source="p. 1") for each in (part, whole))
        return ShareOf(cell, part=some, whole=all_, places=0)

    judged = [("50", 1, 2), ("67", 2, 3), ("66", 2, 3), ("-50", -1, 2), ("-51", -1, 2), ("50", -1, -2), ("0", 0, 0)]
    findings = found("percent", *(share(*each) for each in judged))
    assert [str(each.printed) for each in findings] == ["66%", "-51%", "0%"]
    parts = found("part_of", share("50", 1, 2), share("150", 3, 2))
    assert [each.printed for each in parts] == [Quantity(3, "IDR")]


def test_a_rule_of_all_relations_looks_at_each_in_their_order() -> None:
    cell = Printed("1", 1, source="p. 1")
    given = (SumOf(cell, parts=[cell]), SameFigure([cell, cell]), SumOf(cell, parts=[cell]))
    subject = Subject(Report(code="x", title="T", office="O", period="2021", relations=given))
    assert subject.of(Relation) == given
    assert subject.of(SumOf) == (given[0], given[2])
    assert subject.of(ShareOf) == ()


def test_a_part_that_is_about_as_large_as_the_whole_is_none_too_large() -> None:
    about = Figure("sekitar 760", Quantity(760, "family"), source="p. 1", code="a", about=True)
    whole = Printed("755", Quantity(755, "family"), source="p. 1")
    assert looked_at("part_of", PartOf(about, whole=whole)) == 1
    assert not found("part_of", PartOf(about, whole=whole))
    assert found("part_of", PartOf(attrs.evolve(about, about=False), whole=whole))
