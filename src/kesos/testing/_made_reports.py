"""Made-up reports that add up, which an audit has to leave alone.

No hypothesis here: a seed gives the same report everywhere, so that a thousand of them are a rate and not a search.
"""

from __future__ import annotations

import random
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs

from kesos import _checks as checks
from kesos.reports import Column, Figure, Report, RowProduct, RowShare, RowSum, SameFigure, Table
from kesos.values import Percentage, Rounding, round_exactly
from kesos.wording import format_number

_DOCUMENT = "Laporan contoh"
_VILLAGES = ("Ampar", "Bilah", "Cempaka", "Durian", "Empang", "Fajar", "Gerunggang", "Harapan", "Ilir", "Jati", "Kayu")
_PROGRAMMES = ("Belanja operasi", "Belanja modal", "Belanja barang", "Belanja hibah", "Bantuan sosial", "Cadangan")

Line = tuple[str, ...]
"""The printed cells of a row: its name, then its figures."""


@attrs.frozen
class MadeTable:
    """A table as it is printed, before anybody reads it.

    Args:
        number: Its number.
        title: Its title.
        columns: Its columns, the first of which holds the names of the rows.
        rows: What is printed in each row.
        total: What is printed in the row of totals.
        rules: What its columns have to do with each other, as `Table` takes it.
    """

    number: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Line, ...]
    total: Line
    rules: tuple[tuple[str, Any], ...] = ()

    def read(self) -> Table:
        """The table as typed data."""
        return Table.build(
            number=self.number,
            title=self.title,
            document=_DOCUMENT,
            columns=self.columns,
            rows=[(f"{at}.", *row) for at, row in enumerate(self.rows, 1)],
            total=("total", *self.total),
            **dict(self.rules),
        )


@attrs.frozen
class MadeReport:
    """A made-up report: its tables, and in its prose some of their totals again.

    Args:
        tables: Its tables.
        prose: Totals that the prose repeats: the number of the table, the code of the column, and what is printed.
    """

    tables: tuple[MadeTable, ...]
    prose: tuple[tuple[str, str, str], ...]

    def read(self) -> Report:
        """The report as typed data."""
        tables = {made.number: made.read() for made in self.tables}
        figures = [Figure(text, code=f"told_{number}_{column}") for number, column, text in self.prose]
        cells = [tables[number].cell("total", column) for number, column, _ in self.prose]
        return Report(
            code="contoh",
            title=_DOCUMENT,
            office="Dinas Contoh",
            period="2099",
            tables=tables.values(),
            figures=figures,
            relations=[SameFigure([cell, figure]) for cell, figure in zip(cells, figures, strict=True)],
        )


def made_report(seed: int) -> MadeReport:
    """A report that adds up, the same for the same seed.

    >>> from kesos.audit import find_contradictions
    >>> find_contradictions(made_report(1).read()).errors
    ()
    """
    draw = random.Random(checks.count(seed, "seed"))
    makers = draw.sample((_victims, _realisation, _scores, _aid), draw.randint(2, 4))
    tables = [make(draw, str(at)) for at, make in enumerate(makers, 1)]
    prose = [_told(table) for table in tables if draw.random() < 0.5]
    return MadeReport(tuple(tables), tuple(prose))


def _told(table: MadeTable) -> tuple[str, str, str]:
    column = table.columns[1]
    text = table.total[1]
    unit = "" if column.unit is None or column.unit.code == "IDR" else f" {column.unit.many.id}"
    return table.number, column.code, f"{'Rp' if column.unit and column.unit.code == 'IDR' else ''}{text}{unit}"


def _villages(draw: random.Random) -> list[str]:
    return [f"Desa {name}" for name in draw.sample(_VILLAGES, draw.randint(3, len(_VILLAGES)))]


def _sums(rows: list[list[int]]) -> list[int]:
    return [sum(column) for column in zip(*rows, strict=True)]


def _line(name: str, numbers: list[int]) -> Line:
    return (name, *map(format_number, numbers))


def _victims(draw: random.Random, number: str) -> MadeTable:
    """Families, people and houses by village; the houses by how badly they are damaged, and together."""
    columns = (
        Column("place", "Desa"),
        Column("families", "KK", unit="family"),
        Column("people", "Jiwa", unit="person"),
        Column("heavy", "Rusak Berat", unit="house"),
        Column("light", "Rusak Ringan", unit="house"),
        Column("houses", "Jumlah Rumah", unit="house"),
    )
    names, rows = _villages(draw), []
    for _ in names:
        families = int(draw.lognormvariate(4.5, 0.8)) + 5
        people = sum(draw.choices((1, 2, 3, 4, 5, 6, 7), (4, 14, 24, 27, 17, 9, 5), k=families))
        heavy = draw.randint(0, families // 3)
        light = draw.randint(families // 3, families - heavy)
        rows.append([families, people, heavy, light, heavy + light])
    return MadeTable(
        number,
        "Korban Banjir Tahun 2099",
        columns,
        tuple(map(_line, names, rows)),
        _line("Jumlah", _sums(rows)),
        (("sums", (RowSum("houses", ("heavy", "light")),)),),
    )


def _realisation(draw: random.Random, number: str) -> MadeTable:
    """Ceilings, what was spent of each, and the percentage."""
    columns = (
        Column("programme", "Uraian"),
        Column("ceiling", "Pagu (Rp)", unit="IDR"),
        Column("realized", "Realisasi (Rp)", unit="IDR"),
        Column("percent", "%", holds="percent"),
    )
    names = draw.sample(_PROGRAMMES, draw.randint(3, len(_PROGRAMMES)))
    ceilings = [draw.randint(20_000, 9_000_000) * 1_000 for _ in names]
    rows = [[ceiling, int(ceiling * draw.uniform(0.6, 1.0))] for ceiling in ceilings]
    return MadeTable(
        number,
        "Realisasi Anggaran Tahun 2099",
        columns,
        tuple((*_line(name, row), _percent(row)) for name, row in zip(names, rows, strict=True)),
        (*_line("Jumlah", _sums(rows)), _percent(_sums(rows))),
        (("shares", (RowShare("percent", "realized", "ceiling"),)),),
    )


def _percent(row: list[int]) -> str:
    return format_number(Percentage.of_fraction(Fraction(row[1], row[0])).rounded(2))


def _scores(draw: random.Random, number: str) -> MadeTable:
    """Scores with two decimals, and hectares, with a total or an average under them."""
    columns = (
        Column("place", "Desa"),
        Column("score", "Nilai", holds="number"),
        Column("area", "Luas (ha)", unit="ha"),
    )
    names = _villages(draw)
    rows = [[draw.randint(1_000, 9_999), draw.randint(100, 99_999)] for _ in names]
    average = draw.random() < 0.3
    over = len(rows) if average else 1
    totals = tuple(
        format_number(round_exactly(Fraction(each, 100 * over), 2, Rounding.HALF_UP)) for each in _sums(rows)
    )
    return MadeTable(
        number,
        "Kesiapsiagaan Desa Tahun 2099",
        columns,
        tuple(
            (name, *(format_number(Decimal(each).scaleb(-2)) for each in row))
            for name, row in zip(names, rows, strict=True)
        ),
        ("Rata-rata" if average else "Jumlah", *totals),
    )


def _aid(draw: random.Random, number: str) -> MadeTable:
    """Families, what each of them receives, and the amount paid."""
    columns = (
        Column("place", "Desa"),
        Column("families", "KPM", unit="family"),
        Column("benefit", "Indeks (Rp)", unit="IDR"),
        Column("paid", "Dibayarkan (Rp)", unit="IDR"),
    )
    names = _villages(draw)
    counted = [(draw.randint(20, 2_000), draw.randint(4, 60) * 5_000) for _ in names]
    rows = [[families, benefit, families * benefit] for families, benefit in counted]
    families, _, paid = _sums(rows)
    return MadeTable(
        number,
        "Penyaluran Bantuan Tahun 2099",
        columns,
        tuple(map(_line, names, rows)),
        ("Jumlah", format_number(families), "", format_number(paid)),
        (("products", (RowProduct("paid", ("families", "benefit")),)),),
    )
