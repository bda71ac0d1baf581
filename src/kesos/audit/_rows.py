"""Rules on tables as tables: rows alike, one event told twice, blanks, numbers that run on, shares above the whole."""

from __future__ import annotations

from collections.abc import Iterator

from kesos.audit._amounts import amount, count_in, is_blank, is_empty, number
from kesos.audit._findings import Finding, printed_value
from kesos.audit._rule import Subject, finding
from kesos.audit._saying import places
from kesos.reports import Column, LeftBlank, Numbering, Row, Table, TwoLists
from kesos.values import Percentage, Period, Printed, Quantity

_COUNTS = ("quantity", "percent")


def _counting(table: Table) -> list[Column]:
    return [column for column in table.columns if column.holds in _COUNTS]


def _values(table: Table, row: Row) -> tuple[tuple[object, ...], tuple[Period, ...]]:
    """What a row counts (a blank and a dash alike), and its periods."""
    cells = dict(row.cells)
    counting = [cells.get(column.code) for column in _counting(table)]
    counts = tuple(None if cell is None or is_blank(cell) else printed_value(cell) for cell in counting)
    dated = [row[column.code].value for column in table.columns if column.holds == "period" and column.code in row]
    return counts, tuple(value for value in dated if isinstance(value, Period))


def _words(table: Table, row: Row) -> str:
    texts = [row[column.code].text for column in table.columns if column.holds == "text" and column.code in row]
    return " ".join(" ".join(texts).casefold().split())


def check_alike_rows(subject: Subject) -> Iterator[Finding | None]:
    """No row is like another in everything that it counts and in its days.

    Such a row may have been copied and not filled in, or one event stands there twice. Rows without days, or with
    fewer than two counts, are not compared: they are alike too easily. Where all rows of a group are alike in at least
    three counts, they are asked about even though their days differ.
    """
    for table in subject.report.tables:
        yield from _alike_groups(table)
        seen: dict[object, Row] = {}
        for row in table.data_rows():
            counts, days = _values(table, row)
            if not days or _counted(counts) < 2:
                continue
            like = seen.setdefault((counts, days), row)
            if like is row:
                yield None
                continue
            yield finding(
                "alike_rows",
                "suspicious",
                _first(table, row),
                None,
                "baris {row} sama dengan baris {like} pada semua angka dan tanggalnya",
                "row {row} is like row {like} in all its counts and its day",
                row=row.code,
                like=like.code,
                concerns=(_first(table, like),),
            )


def _alike_groups(table: Table) -> Iterator[Finding | None]:
    for group in dict.fromkeys(row.group for row in table.data_rows()):
        rows = [row for row in table.data_rows() if row.group == group]
        counts, days = zip(*(_values(table, row) for row in rows), strict=True)
        if len(rows) < 2 or _counted(counts[0]) < 3 or len(set(days)) == 1:
            continue
        if len(set(counts)) > 1:
            yield None
            continue
        yield finding(
            "alike_rows",
            "suspicious",
            _first(table, rows[-1]),
            None,
            "{rows} baris kelompok ini sama pada semua angkanya ({where}), hanya tanggalnya lain",
            "all {rows} rows of this group are alike in all their counts ({where}); only their days differ",
            rows=len(rows),
            where=places([_first(table, row) for row in rows]),
            concerns=[_first(table, row) for row in rows],
        )


def _counted(counts: tuple[object, ...]) -> int:
    return sum(isinstance(value, (Quantity, Percentage)) for value in counts)


def check_told_twice(subject: Subject) -> Iterator[Finding | None]:
    """No two rows tell of one place at one time: it may be one event that stands there twice."""
    for table in subject.report.tables:
        told: dict[str, list[tuple[Row, tuple[Period, ...]]]] = {}
        for row in table.data_rows():
            words, days = _words(table, row), _values(table, row)[1]
            if not words or not days:
                continue
            before = told.setdefault(words, [])
            twice = next((other for other, earlier in before if _overlap(earlier, days)), None)
            before.append((row, days))
            if twice is None:
                yield None
                continue
            yield finding(
                "told_twice",
                "suspicious",
                _first(table, row),
                None,
                "{printed} pada baris {row} dan {other} di waktu yang sama: satu kejadian atau dua?",
                "{printed} in rows {row} and {other} at the same time: one event or two?",
                row=row.code,
                other=twice.code,
                concerns=(_first(table, twice),),
            )


def _overlap(some: tuple[Period, ...], others: tuple[Period, ...]) -> bool:
    return any(one.start <= other.end and other.start <= one.end for one in some for other in others)


def _first(table: Table, row: Row) -> Printed:
    """The cell by which a reader knows the row: its first text, or its first cell."""
    texts = [row[column.code] for column in table.columns if column.holds == "text" and column.code in row]
    return next((cell for cell in texts if cell.text.strip()), row.cells[0][1])


def check_left_blank(subject: Subject) -> Iterator[Finding | None]:
    """A quantity that the text announces is given."""
    for relation in subject.of(LeftBlank):
        if relation.blank.value is not None:
            yield None
            continue
        yield finding(
            "left_blank",
            "suspicious",
            relation.blank,
            None,
            "{printed}: banyaknya dibiarkan kosong",
            "{printed}: the number is left blank",
        )


def check_blank_rows(subject: Subject) -> Iterator[Finding | None]:
    """A row of a table counts something.

    A row whose words stand where others have a number is a heading inside the table, and is passed over.
    """
    for table in subject.report.tables:
        counting = [column.code for column in _counting(table)]
        for row in table.data_rows():
            cells = [row[code] for code in counting if code in row]
            if not cells or _is_heading(table, row):
                continue
            if not all(is_empty(cell) for cell in cells):
                yield None
                continue
            yield finding(
                "blank_row",
                "suspicious",
                _first(table, row),
                None,
                "baris {printed} kosong sama sekali: nol, atau tidak diketahui?",
                "row {printed} is wholly blank: zero, or not known?",
                concerns=cells,
            )


def _is_heading(table: Table, row: Row) -> bool:
    numbered = [row[column.code] for column in table.columns if column.holds == "number" and column.code in row]
    return any(cell.value is None and not is_blank(cell) for cell in numbered)


def check_blank_columns(subject: Subject) -> Iterator[Finding | None]:
    """A column of a table holds something in at least one of its rows."""
    for table in subject.report.tables:
        for column in table.columns:
            cells = [row[column.code] for row in table.data_rows() if column.code in row]
            if len(cells) < 2:
                continue
            if not all(is_empty(cell) for cell in cells):
                yield None
                continue
            yield finding(
                "blank_column",
                "suspicious",
                cells[0],
                None,
                "kolom {column} kosong di semua baris",
                "column {column} is blank in every row",
                column=f'"{column.label}"',
                concerns=cells,
            )


def check_blanks_and_dashes(subject: Subject) -> Iterator[Finding | None]:
    """A column uses a dash or a blank for what it does not count, not now one and now the other."""
    for table in subject.report.tables:
        for column in _counting(table):
            for kind in ("data", "subtotal"):
                cells = [row[column.code] for row in table.rows if row.kind == kind and column.code in row]
                unsaid = [cell for cell in cells if is_blank(cell)]
                empty = [cell for cell in unsaid if is_empty(cell)]
                if len(unsaid) < 2:
                    continue
                if len(empty) in (0, len(unsaid)):
                    yield None
                    continue
                fewer = empty if len(empty) * 2 <= len(unsaid) else [cell for cell in unsaid if not is_empty(cell)]
                yield finding(
                    "blank_and_dash",
                    "suspicious",
                    fewer[0],
                    None,
                    "kolom {column} memakai sel kosong dan tanda hubung ({where}): adakah bedanya?",
                    "column {column} has blank cells and dashes ({where}): do they differ?",
                    column=f'"{column.label}"',
                    where=places(fewer),
                    concerns=fewer,
                )


def check_numbering(subject: Subject) -> Iterator[Finding | None]:
    """Printed numbers run from one on without a gap, to as many as there are things."""
    for relation in subject.of(Numbering):
        numbers = [count_in(cell) for cell in relation.numbers]
        odd = next(
            (cell for at, (cell, each) in enumerate(zip(relation.numbers, numbers, strict=True), 1) if each != at), None
        )
        if odd is None and len(numbers) == relation.things:
            yield None
        elif odd is None:
            yield finding(
                "numbering",
                subject.grade(relation),
                relation.numbers[-1],
                relation.things,
                "penomoran sampai {last}, padahal ada {computed}",
                "the numbers end at {last}, though there are {computed}",
                last=len(numbers),
                concerns=relation.numbers,
            )
        else:
            expected = relation.numbers.index(odd) + 1
            yield finding(
                "numbering",
                subject.grade(relation),
                odd,
                expected,
                "nomor {printed} berdiri di tempat nomor {computed}",
                "number {printed} stands in the place of {computed}",
                concerns=relation.numbers,
            )


def check_lists(subject: Subject) -> Iterator[Finding | None]:
    """One list that is given twice is as long both times."""
    for relation in subject.of(TwoLists):
        if len(relation.one) == len(relation.other):
            yield None
            continue
        yield finding(
            "two_lists",
            subject.grade(relation),
            relation.printed()[0],
            len(relation.other),
            "di sini {here} disebut ({what}), di daftar yang lain {computed}",
            "here {here} are named ({what}), in the other list {computed}",
            here=len(relation.one),
            what=relation.what or places(relation.other[:1]),
            concerns=relation.printed(),
        )


def check_shares_in_range(subject: Subject) -> Iterator[Finding | None]:
    """A share in a table is not above a hundred percent: no more was realised than the ceiling."""
    for table in subject.report.tables:
        for column in table.columns:
            for row in table.rows:
                value = amount(row[column.code]) if column.code in row else None
                if not isinstance(value, Percentage):
                    continue
                if 0 <= number(value) <= 100:
                    yield None
                    continue
                yield finding(
                    "share_range",
                    "suspicious",
                    row[column.code],
                    Percentage(100),
                    "{value} di luar 0 sampai 100 persen",
                    "{value} is outside 0 to 100 percent",
                    value=value,
                )


def check_table_numbers(subject: Subject) -> Iterator[Finding | None]:
    """The numbers of the tables run on: each table has one, and it is the next."""
    before: int | None = None
    for table in subject.report.tables:
        if table.caption is None:
            continue
        this = count_in(table.caption)
        if this is not None and (before is None or this == before + 1):
            yield None
        elif this is None:
            yield finding(
                "table_number",
                "suspicious",
                table.caption,
                None,
                "tabel {title} tidak bernomor",
                "the table {title} has no number",
                title=table.title,
            )
        else:
            yield finding(
                "table_number",
                "suspicious",
                table.caption,
                before,
                "{printed} berdiri sesudah tabel {computed}",
                "{printed} stands after table {computed}",
            )
        before = this if this is not None else before
