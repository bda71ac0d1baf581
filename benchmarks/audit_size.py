"""How long an audit takes by the size of the report: its time should grow in line with its cells.

python benchmarks/audit_size.py [tables, 200 unless said] [rows, 500 unless said]
"""

from __future__ import annotations

import random
import sys
from time import perf_counter

from kesos.audit import find_contradictions
from kesos.reports import Column, Report, Table

COLUMNS = (
    Column("place", "Desa"),
    Column("families", "KK", unit="family"),
    Column("people", "Jiwa", unit="person"),
    Column("ceiling", "Pagu (Rp)", unit="IDR"),
    Column("realized", "Realisasi (Rp)", unit="IDR"),
    Column("percent", "%", holds="percent"),
)


def table(number: int, rows: int) -> Table:
    """A table that adds up, whose percentages nobody has declared to be any."""
    draw = random.Random(number)
    lines: list[tuple[object, ...]] = []
    totals = [0, 0, 0, 0]
    for at in range(1, rows + 1):
        families = draw.randint(5, 500)
        ceiling = draw.randint(1, 9_000) * 1_000
        counted = [families, families * 3 + draw.randint(0, families), ceiling, ceiling * draw.randint(50, 100) // 100]
        totals = [total + count for total, count in zip(totals, counted, strict=True)]
        lines.append((str(at), f"Desa {number}-{at}", *counted, f"{counted[3] * 100 // counted[2]},00"))
    return Table.build(
        number=str(number),
        title=f"Tabel {number} Tahun 2099",
        document="Laporan contoh",
        columns=COLUMNS,
        rows=lines,
        total=("total", "Jumlah", *totals, None),
    )


def seconds(tables: int, rows: int) -> tuple[float, float]:
    """How long it takes to build such a report, and to audit it."""
    start = perf_counter()
    made = [table(number, rows) for number in range(1, tables + 1)]
    report = Report(code="contoh", title="Laporan contoh", office="Dinas Contoh", period="2099", tables=made)
    built = perf_counter()
    find_contradictions(report)
    return built - start, perf_counter() - built


def main(tables: int, rows: int) -> None:
    """Print the times of reports of a fourth, a half and the whole of the size."""
    print(f"{'tables':>8}{'rows each':>11}{'cells':>10}{'to build':>12}{'to audit':>12}{'a cell':>12}")
    for share in (4, 2, 1):
        many = max(1, tables // share)
        cells = many * (rows + 1) * len(COLUMNS)
        build, audit = seconds(many, rows)
        print(f"{many:8}{rows:11}{cells:10}{build:10.2f} s{audit:10.2f} s{audit / cells * 1e6:9.1f} µs")


if __name__ == "__main__":
    main(*(int(each) for each in (sys.argv[1:3] + ["200", "500"][len(sys.argv) - 1 :])))
