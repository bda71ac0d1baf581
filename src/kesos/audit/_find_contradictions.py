"""All rules of the audit in the order of their findings, and the audit of a report by them: `find_contradictions`."""

from __future__ import annotations

from collections.abc import Iterable

from kesos import _checks as checks
from kesos.audit import _on_columns as columns
from kesos.audit import _on_days as days
from kesos.audit import _on_disasters as disasters
from kesos.audit import _on_families as families
from kesos.audit import _on_figures as figures
from kesos.audit import _on_lists as lists
from kesos.audit import _on_money as money
from kesos.audit import _on_names as names
from kesos.audit import _on_products as products
from kesos.audit import _on_rows as rows
from kesos.audit import _on_shares as shares
from kesos.audit import _on_tables as tables
from kesos.audit import _on_targets as targets
from kesos.audit import _on_texts as texts
from kesos.audit import _on_totals as totals
from kesos.audit import _on_years as years
from kesos.audit._audit import Audit
from kesos.audit._dismissed import put_aside, unmatched
from kesos.audit._findings import Finding
from kesos.audit._ordinary import ORDINARY, Ordinary
from kesos.audit._rule import Rule
from kesos.audit._subject import Subject
from kesos.audit._unchecked import unchecked
from kesos.audit._unread import read_through
from kesos.audit._words import in_their_words
from kesos.errors import InvalidValueError
from kesos.reports import Report

RULES: tuple[Rule, ...] = (
    totals.check_sums,
    totals.check_two_counts,
    totals.check_averages,
    products.check_products,
    shares.check_percentages,
    shares.check_growth,
    shares.check_parts,
    figures.check_words,
    figures.check_same_figures,
    lists.check_counts,
    disasters.check_events,
    lists.check_lists,
    figures.check_largest,
    money.check_paid_benefits,
    money.check_budgets,
    shares.check_shares_in_range,
    days.check_period_order,
    days.check_weekdays,
    years.check_announced_years,
    days.check_day_order,
    targets.check_targets_met,
    targets.check_targets_passed,
    years.check_jumps,
    years.check_series_gaps,
    days.check_precision,
    years.check_partial_years,
    years.check_year_direction,
    disasters.check_expected_places,
    families.check_fewer_people,
    families.check_people_per_family,
    families.check_families_per_house,
    families.check_multiples,
    columns.check_round_counts,
    figures.check_approximate,
    rows.check_alike_rows,
    rows.check_told_twice,
    texts.check_left_blank,
    rows.check_blank_rows,
    columns.check_blank_columns,
    columns.check_blanks_and_dashes,
    columns.check_numbers_among_words,
    lists.check_numbering,
    tables.check_table_numbers,
    names.check_spelling,
    names.check_similar_names,
    names.check_one_name_two_places,
    names.check_short_forms,
    names.check_groups,
    tables.check_titles,
    tables.check_headings,
    texts.check_repeated_words,
)
"""Every rule of kesos, in the order in which its findings come."""


def find_contradictions(report: Report, *, rules: Iterable[Rule] = RULES, ordinary: Ordinary = ORDINARY) -> Audit:
    """Everything in a published report that does not add up or is out of the ordinary.

    What is printed is never corrected: each finding sets it beside what follows from the rest of the report.

    Args:
        report: The report.
        rules: The rules to hold it against: `RULES`, or `(*RULES, one_of_your_own)`.
        ordinary: What counts as ordinary for the rules that look for oddities, and when something is supposed:
            `Ordinary(supposed_unless_broken="2/5")`.

    Returns:
        The findings, how much each rule checked, and what could not be read.

    Raises:
        InvalidValueError: `report` is not a Report; two rules have one code; a rule yields something else than a
            finding of its own or None, or answers something else than a verdict; a finding has no sentence.

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
    for rule in checks.items(rules, "rules"):
        checks.instance(rule, "rules", Rule)
        if rule.code in counts:
            raise InvalidValueError("duplicate.rule", field="rules", value=rule.code, rule=rule.code)
        counts[rule.code] = 0
        for found in rule.check(subject):
            counts[rule.code] += 1
            if found is not None:
                findings.append(_of_rule(found, rule))
    cells, unread = read_through(subject)
    named = in_their_words(report, findings)
    kept, dismissed = put_aside(report, named)
    not_run = {rule.code for rule in RULES} - set(counts)
    return Audit(
        report=report.code,
        findings=kept,
        counts=counts,
        cells=cells,
        unread=unread,
        dismissed=dismissed,
        unmatched=unmatched(subject, named, not_run),
        unread_sheets=tuple(dict.fromkeys(each for table in report.tables for each in table.unread_sheets)),
        unchecked=unchecked(subject),
    )


def _of_rule(found: object, rule: Rule) -> Finding:
    made: Finding = checks.instance(found, rule.code, Finding)
    if made.rule != rule.code:
        raise InvalidValueError("other_rule", field=rule.code, value=made, found=made.rule, rule=rule.code)
    return made
