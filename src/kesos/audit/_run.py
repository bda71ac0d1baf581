"""All rules of the audit in order, and the audit itself."""

from __future__ import annotations

from collections.abc import Iterable

from kesos.audit import _events as events
from kesos.audit import _money as money
from kesos.audit import _names as names
from kesos.audit import _people as people
from kesos.audit import _rows as rows
from kesos.audit import _times as times
from kesos.audit import _totals as totals
from kesos.audit._findings import Audit, Finding
from kesos.audit._ordinary import ORDINARY, Ordinary
from kesos.audit._rule import Rule, Subject
from kesos.errors import InvalidValueError
from kesos.reports import Report
from kesos.values import Text
from kesos.values import _checks as checks

RULES: tuple[Rule, ...] = (
    Rule("sum", totals.check_sums),
    Rule("two_counts", totals.check_two_counts),
    Rule("percent", totals.check_percentages),
    Rule("part_of", totals.check_parts),
    Rule("words", totals.check_words),
    Rule("same_figure", totals.check_same_figures),
    Rule("count", totals.check_counts),
    Rule("events", events.check_events),
    Rule("two_lists", rows.check_lists),
    Rule("largest", totals.check_largest),
    Rule("divides", money.check_paid_benefits),
    Rule("budget", money.check_budgets),
    Rule("share_range", rows.check_shares_in_range),
    Rule("period_order", times.check_period_order),
    Rule("weekday", times.check_weekdays),
    Rule("announced_years", times.check_announced_years),
    Rule("day_order", times.check_day_order),
    Rule("target_met", times.check_targets_met),
    Rule("target_passed", times.check_targets_passed),
    Rule("jump", times.check_jumps),
    Rule("series_gap", times.check_series_gaps),
    Rule("precision", times.check_precision),
    Rule("partial_year", times.check_partial_years),
    Rule("year_direction", times.check_year_direction),
    Rule("expected_place", events.check_expected_places),
    Rule("fewer_people", people.check_fewer_people),
    Rule("people_per_family", people.check_people_per_family),
    Rule("families_per_house", people.check_families_per_house),
    Rule("multiples", people.check_multiples),
    Rule("round_counts", people.check_round_counts),
    Rule("approximate", people.check_approximate),
    Rule("alike_rows", rows.check_alike_rows),
    Rule("told_twice", rows.check_told_twice),
    Rule("left_blank", rows.check_left_blank),
    Rule("blank_row", rows.check_blank_rows),
    Rule("blank_column", rows.check_blank_columns),
    Rule("blank_and_dash", rows.check_blanks_and_dashes),
    Rule("numbering", rows.check_numbering),
    Rule("table_number", rows.check_table_numbers),
    Rule("spelling", names.check_spelling),
    Rule("similar_names", names.check_similar_names),
    Rule("two_places", names.check_one_name_two_places),
    Rule("short_form", names.check_short_forms),
    Rule("group", names.check_groups),
    Rule("title", names.check_titles),
    Rule("heading", names.check_headings),
    Rule("repeated_words", names.check_repeated_words),
)
"""Every rule of kesos, in the order in which its findings come."""


def find_contradictions(report: Report, *, rules: Iterable[Rule] = RULES, ordinary: Ordinary = ORDINARY) -> Audit:
    """Everything in a published report that does not add up or is out of the ordinary.

    What is printed is never corrected: each finding sets it beside what follows from the rest of the report.

    Args:
        report: The report.
        rules: The rules to hold it against: `RULES`, or `(*RULES, one_of_your_own)`.
        ordinary: What counts as ordinary for the rules that look for oddities.

    Returns:
        The findings, and how much each rule looked at.

    Raises:
        InvalidValueError: `report` is no Report; two rules have one code; a rule yields something else than a finding
            of its own or None.

    >>> from kesos.reports import Column, Table
    >>> table = Table.build(
    ...     number="1", title="Korban banjir", document="Laporan contoh",
    ...     columns=[Column("families", "KK", unit="family")], rows=[("1.", 62), ("2.", 35)], total=("Jumlah", 98))
    >>> report = Report(code="contoh", title="Laporan contoh", office="Dinas Contoh", period="2099", tables=[table])
    >>> audit = find_contradictions(report)
    >>> audit.findings[0]
    <error sum, table 1, row Jumlah, column families: printed 98 families, computed 97 families>
    >>> audit.checked["sum"]
    1
    """
    checks.instance(report, "report", Report)
    checks.instance(ordinary, "ordinary", Ordinary)
    subject = Subject(report, ordinary)
    findings: list[Finding] = []
    counts: dict[str, int] = {}
    for rule in rules:
        checks.instance(rule, "rules", Rule)
        if rule.code in counts:
            raise InvalidValueError(
                Text(f"dua aturan bertanda {rule.code}", f"two rules have the code {rule.code}"),
                field="rules",
                value=rule.code,
                code="duplicate",
            )
        counts[rule.code] = 0
        for found in rule.check(subject):
            counts[rule.code] += 1
            if found is not None:
                findings.append(_of_rule(found, rule))
    return Audit(report=report.code, findings=findings, counts=counts)


def _of_rule(found: object, rule: Rule) -> Finding:
    made: Finding = checks.instance(found, rule.code, Finding)
    if made.rule != rule.code:
        raise InvalidValueError(
            Text(f"temuan bertanda {made.rule}", f"the finding has the code {made.rule}"),
            field=rule.code,
            value=made,
            code="other_rule",
            hint=Text(f"Beri tanda {rule.code}.", f"Give it the code {rule.code}."),
        )
    return made
