"""The generated page shows every table, cell, figure and fact of both reports."""

from __future__ import annotations

import doctest

import pytest
from checkout import load

from kesos import datasets
from kesos.reports import Report, Told

PAGE: str = load("docs/generate_reports_page.py").page()


@pytest.mark.parametrize("report", [datasets.kotawaringin_barat(), datasets.kapuas()], ids=lambda report: report.code)
def test_the_page_shows_every_table_figure_and_fact(report: Report) -> None:
    for table in report.tables:
        assert f"`report.table({table.number!r})`: {table.title.text}" in PAGE
        for row in table.rows:
            shown = [row[column.code].text.replace("*", "\\*") or " " for column in table.columns]
            assert f"| `{row.code}` | {' | '.join(shown)} |" in PAGE
    for figure in report.figures:
        assert f"| {figure.text} |" in PAGE
        assert f"| `{figure.code}` |" in PAGE
    for fact in report.facts:
        kind = f'"{fact.kind}"' if isinstance(fact, Told) else type(fact).__name__
        assert f"| `{kind}` |" in PAGE


def test_the_examples_on_the_page_run() -> None:
    test = doctest.DocTestParser().get_doctest(PAGE, {}, "reports", None, None)
    assert test.examples
    assert doctest.DocTestRunner().run(test).failed == 0


def test_no_cell_breaks_its_row() -> None:
    width = 0
    for line in PAGE.splitlines():
        if line.startswith("| "):
            bars = line.replace("\\|", "").count("|")
            assert width in (0, bars)
            width = bars
        elif not line.startswith("|"):
            width = 0
