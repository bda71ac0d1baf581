"""Rules on days and years: runs that end before they begin, weekdays, announced years, targets, jumps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from kesos.audit._amounts import amount, is_empty, kind, number
from kesos.audit._findings import Finding
from kesos.audit._rule import Subject, finding
from kesos.reports import FromTo, InOrder, Row, Series, Table, TargetPath, TargetYear, WeekdayOf, YearsShown
from kesos.values import Period, Printed, Quantity, Rounding, Text, round_exactly

_DAYS = re.compile(
    r"\b(\d{1,2})\s*(?:[-–—]|s\.?/?d\.?|sampai(?: dengan)?)\s*(\d{1,2})\s*(?:/\s*\d{1,2}\s*[-/]|[A-Za-z]+)\s*\d{4}\b"
)
"""Two days of one month, as in "17 – 10 Maret 2017" and "01 – 05 / 03-2017"."""
_YEARS = re.compile(r"\b((?:19|20)\d\d)\s*(?:[-–—]|s\.?/?d\.?|sampai(?: dengan)?)\s*((?:19|20)\d\d)\b")
_WEEKDAYS = tuple(
    Text(*words.split())
    for words in (
        "Senin Monday",
        "Selasa Tuesday",
        "Rabu Wednesday",
        "Kamis Thursday",
        "Jumat Friday",
        "Sabtu Saturday",
        "Minggu Sunday",
    )
)


def check_period_order(subject: Subject) -> Iterator[Finding | None]:
    """A run of days or years does not end before it begins.

    Looked at are the runs that the report is typed to have, and every printed text that holds one, such as a title or
    a cell without a value.
    """
    declared = {relation.printed_run for relation in subject.of(FromTo)}
    for relation in subject.of(FromTo):
        if relation.first <= relation.last:
            yield None
            continue
        yield finding(
            "period_order",
            subject.grade(relation, relation.printed_run),
            relation.printed_run,
            None,
            "{printed} berakhir ({last}) sebelum mulai ({first})",
            "{printed} ends ({last}) before it begins ({first})",
            first=relation.first,
            last=relation.last,
        )
    for cell in subject.printed:
        if cell.value is not None or cell in declared:
            continue
        for run in (*_DAYS.finditer(cell.text), *_YEARS.finditer(cell.text)):
            first, last = int(run[1]), int(run[2])
            if first <= last:
                yield None
                continue
            yield finding(
                "period_order",
                "error",
                cell,
                None,
                "{run} berakhir sebelum mulai",
                "{run} ends before it begins",
                run=f'"{run[0]}"',
            )


def check_weekdays(subject: Subject) -> Iterator[Finding | None]:
    """A day falls on the weekday that is named beside it."""
    for relation in subject.of(WeekdayOf):
        day = relation.day.value
        if not isinstance(day, Period) or day.precision != "day":
            continue
        falls_on = day.start.isoweekday()
        if falls_on == relation.weekday:
            yield None
            continue
        named = _WEEKDAYS[relation.weekday - 1] if relation.weekday in range(1, 8) else str(relation.weekday)
        yield finding(
            "weekday",
            subject.grade(relation, relation.day),
            relation.day,
            _WEEKDAYS[falls_on - 1],
            "{day} adalah hari {computed}, bukan {named}",
            "{day} is a {computed}, not a {named}",
            day=day,
            named=named,
        )


def check_announced_years(subject: Subject) -> Iterator[Finding | None]:
    """The years that a title or a sentence announces are the years that are shown.

    A year that is announced and not shown is missing; years beyond those announced are only worth a question.
    """
    for relation in subject.of(YearsShown):
        if not relation.shown:
            continue
        inside = {year for year in relation.shown if relation.first <= year <= relation.last}
        missing = len(inside) <= relation.last - relation.first
        if not missing and inside == set(relation.shown):
            yield None
            continue
        shown = f"{min(relation.shown)}–{max(relation.shown)}"
        yield finding(
            "announced_years",
            subject.grade(relation, relation.title) if missing else "suspicious",
            relation.title,
            shown,
            "{printed} menyebut {announced}, tetapi yang ditampilkan {computed}",
            "{printed} announces {announced}, but {computed} is shown",
            announced=str(relation.first) if relation.first == relation.last else f"{relation.first}–{relation.last}",
        )


def check_day_order(subject: Subject) -> Iterator[Finding | None]:
    """Rows that follow their days follow them throughout.

    Only a list that is nearly in order is held to it: where more neighbours are out of order than one in four, the
    list follows something else. A month or a run of days overlaps with the days in it, and so is in order with them.
    """
    for relation in subject.of(InOrder):
        dated = [(cell, cell.value) for cell in relation.items if isinstance(cell.value, Period)]
        steps = list(pairwise(dated))
        back = [(before, after) for before, after in steps if after[1].end < before[1].start]
        if len(back) * 4 > len(steps):
            continue
        yield from (None for _ in range(len(steps) - len(back)))
        for before, after in back:
            yield finding(
                "day_order",
                "suspicious",
                after[0],
                before[1],
                "{day} berdiri sesudah {computed}, padahal lebih dahulu",
                "{day} stands after {computed}, though it was earlier",
                day=after[1],
                concerns=(before[0],),
            )


def check_targets_met(subject: Subject) -> Iterator[Finding | None]:
    """A target is met in the year in which it is due.

    One that was met earlier has passed, and plans that still name its year are out of date; one that was met later was
    missed.
    """
    for relation in subject.of(TargetYear):
        due, met = _year(relation.due), _year(relation.met)
        if due is None or met is None:
            continue
        if due == met:
            yield None
            continue
        yield finding(
            "target_met",
            "suspicious",
            relation.met,
            due,
            "target tahun {due} dinyatakan tercapai tahun {met}" + (", lebih cepat" if met < due else ", terlambat"),
            "the target of {due} is said to be met in {met}" + (", early" if met < due else ", late"),
            due=str(due),
            met=str(met),
            concerns=(relation.due,),
        )


def _year(cell: Printed) -> int | None:
    value = cell.value
    return value.end.year if isinstance(value, Period) else value if type(value) is int else None


def check_targets_passed(subject: Subject) -> Iterator[Finding | None]:
    """What was realised in a year has not already passed the targets of the years after it."""
    for relation in subject.of(TargetPath):
        realized = amount(relation.realized)
        for cell, year in zip(relation.targets, relation.years, strict=False):
            target = amount(cell)
            if realized is None or target is None or year <= relation.year or kind(realized) != kind(target):
                continue
            lead = number(target) - number(realized)
            if (lead if relation.better == "lower" else -lead) <= 0:
                yield None
                continue
            yield finding(
                "target_passed",
                "suspicious",
                cell,
                relation.realized.value,
                "target tahun {year} ({target}) sudah terlampaui tahun {realized_in}: {computed}",
                "the target of {year} ({target}) was already passed in {realized_in}: {computed}",
                year=str(year),
                target=target,
                realized_in=str(relation.year),
                concerns=(relation.realized,),
            )


def check_jumps(subject: Subject) -> Iterator[Finding | None]:
    """A measure does not jump from one year to the next beyond what is ordinary (`Ordinary.jump`).

    Years of which only a part is covered are left out, and so is a step from or to zero.
    """
    jump = subject.ordinary.jump
    for relation in subject.of(Series):
        points = [
            (year, cell, value)
            for cell, year in zip(relation.points, relation.years, strict=False)
            if year not in relation.partial and (value := amount(cell)) is not None and number(value) > 0
        ]
        for (first, before, one), (last, after, other) in pairwise(sorted(points, key=lambda point: point[0])):
            if kind(one) != kind(other):
                continue
            times = number(other) / number(one)
            if 1 / jump < times < jump:
                yield None
                continue
            yield finding(
                "jump",
                "suspicious",
                after,
                one,
                "dari {computed} ({first}) menjadi {now} ({last}): {times} kali",
                "from {computed} ({first}) to {now} ({last}): {times} times",
                first=str(first),
                last=str(last),
                now=other,
                times=round_exactly(times, 2, Rounding.HALF_UP),
                concerns=(before,),
            )


def check_series_gaps(subject: Subject) -> Iterator[Finding | None]:
    """A measure that is given for a year is given for the years after it too."""
    for table in subject.report.tables:
        dated = sorted((column.year, column.code) for column in table.columns if column.year is not None)
        for row in table.data_rows():
            cells = [(year, row[code]) for year, code in dated if code in row]
            given = [year for year, cell in cells if isinstance(cell.value, Quantity)]
            for year, cell in cells:
                if not given or year < given[0]:
                    continue
                if not is_empty(cell):
                    yield None
                    continue
                yield finding(
                    "series_gap",
                    "suspicious",
                    cell,
                    None,
                    "kosong untuk {year}, padahal {since} terisi: nol, tidak diketahui, atau berhenti?",
                    "blank for {year}, though {since} is given: zero, not known, or ended?",
                    year=str(year),
                    since=str(max(each for each in given if each < year) if min(given) < year else given[0]),
                )


def check_precision(subject: Subject) -> Iterator[Finding | None]:
    """The days of a table are known with one precision, not some to the day and some only to the month or year."""
    for table in subject.report.tables:
        for column in table.columns:
            cells = [row[column.code] for row in table.data_rows() if column.code in row]
            rough = [cell for cell in cells if _precision(cell) in ("month", "year")]
            if sum(_precision(cell) is not None for cell in cells) < 2:
                continue
            if not rough or not any(_precision(cell) in ("day", "days") for cell in cells):
                yield None
                continue
            yield finding(
                "precision",
                "suspicious",
                rough[0],
                None,
                "{count} dari {all} tanggal hanya diketahui bulan atau tahunnya, yang lain harinya",
                "{count} of {all} dates are known only to the month or year, the others to the day",
                count=len(rough),
                all=len(cells),
                concerns=rough,
            )


def _precision(cell: Printed) -> str | None:
    return cell.value.precision if isinstance(cell.value, Period) else None


def check_partial_years(subject: Subject) -> Iterator[Finding | None]:
    """A table does not set part of a year beside whole years."""
    for table in subject.report.tables:
        rows = [row for row in table.data_rows() if row.year is not None]
        columns = [column for column in table.columns if column.year is not None]
        if len(rows) + len(columns) < 2:
            continue
        if not table.partial_years:
            yield None
            continue
        cell = next((_head(row) for row in rows if row.year in table.partial_years), table.title)
        yield finding(
            "partial_year",
            "suspicious",
            cell,
            None,
            "tahun {years} baru sebagian, di samping tahun yang utuh",
            "of {years} only a part is covered, beside whole years",
            years=", ".join(str(year) for year in table.partial_years),
        )


def _head(row: Row) -> Printed:
    """The cell by which a reader knows the row: its year, or else its first."""
    return next((cell for _, cell in row.cells if str(row.year) in cell.text), row.cells[0][1])


def check_year_direction(subject: Subject) -> Iterator[Finding | None]:
    """The tables of a report run through the years in one direction."""
    directions = [(table, up) for table in subject.report.tables if (up := _runs_up(table)) is not None]
    if len(directions) < 2:
        return
    mostly_up = sum(up for _, up in directions) * 2 >= len(directions)
    for table, up in directions:
        if up == mostly_up:
            yield None
            continue
        others = [other.title for other, direction in directions if direction == mostly_up]
        yield finding(
            "year_direction",
            "suspicious",
            table.title,
            None,
            "tabel {number} berjalan mundur dari tahun terakhir, tabel lain maju"
            if mostly_up
            else "tabel {number} berjalan maju, tabel lain mundur",
            "table {number} runs back from the last year, others forward"
            if mostly_up
            else "table {number} runs forward, others back",
            number=table.number,
            concerns=others,
        )


def _runs_up(table: Table) -> bool | None:
    for years in (
        [column.year for column in table.columns if column.year is not None],
        [row.year for row in table.data_rows() if row.year is not None],
    ):
        if len(set(years)) > 1:
            if years == sorted(years):
                return True
            if years == sorted(years, reverse=True):
                return False
    return None
