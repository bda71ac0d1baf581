"""How fast `kesos.tables.read_events` reads 100,000 rows, against the library alone that takes the file apart.

    python benchmarks/tables.py

CSV against `csv.reader`, XLSX against python-calamine, on the same files. They take turns; the table shows medians.
"""

from __future__ import annotations

import csv
import gc
import io
import random
import statistics
import sys
from collections.abc import Callable
from datetime import date, timedelta
from time import perf_counter

import openpyxl
import python_calamine

from kesos import tables

HOW_MANY = 100_000
REPEATS = 5
MOST = {"CSV": 15.0, "XLSX": 2.0}
HEAD = (
    "No",
    "Jenis Bencana",
    "Lokasi",
    "Kecamatan",
    "Tanggal",
    "KK",
    "Jiwa",
    "Rusak Berat",
    "Rusak Ringan",
    "Kerugian",
)


def rows_of_a_year() -> list[tuple[object, ...]]:
    """Events as an office lists them; the same every time."""
    dice = random.Random(2017)
    hazards = ("Banjir", "Tanah longsor", "Angin kencang", "Kebakaran", "Puting beliung")
    return [
        (
            number,
            dice.choice(hazards),
            f"Desa {dice.randrange(900)}",
            f"Kec. {dice.randrange(30)}",
            date(2017, 1, 1) + timedelta(dice.randrange(365)),
            families := dice.randrange(400),
            families * dice.randint(1, 5),
            dice.randrange(20),
            dice.randrange(60),
            dice.randrange(900) * 1_000_000,
        )
        for number in range(1, HOW_MANY + 1)
    ]


def csv_of(rows: list[tuple[object, ...]]) -> bytes:
    """The rows as text, with points in the numbers as people print them."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(HEAD)
    for *first, loss in rows:
        writer.writerow([*first, f"Rp{loss:,}".replace(",", ".")])
    return file.getvalue().encode()


def workbook_of(rows: list[tuple[object, ...]]) -> bytes:
    """The rows as typed cells."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Data")
    sheet.append(HEAD)
    for row in rows:
        sheet.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def csv_alone(content: bytes) -> int:
    """What the standard library makes of it."""
    return len(list(csv.reader(io.StringIO(content.decode(), newline=""))))


def calamine_alone(content: bytes) -> int:
    """What python-calamine makes of it."""
    return len(python_calamine.load_workbook(io.BytesIO(content)).get_sheet_by_index(0).to_python())


def events_of(content: bytes) -> int:
    """What kesos makes of it: an event or a reject of every row."""
    return len(tables.read_events(io.BytesIO(content)).entries)


def seconds(read: Callable[[bytes], int], content: bytes) -> float:
    """How long one reading takes."""
    gc.collect()
    start = perf_counter()
    if read(content) < HOW_MANY:
        raise AssertionError("rows were lost")
    return perf_counter() - start


def main() -> int:
    """Print the table; end with 1 where kesos takes longer than it may."""
    rows = rows_of_a_year()
    files = {"CSV": (csv_of(rows), csv_alone, "csv.reader"), "XLSX": (workbook_of(rows), calamine_alone, "calamine")}
    slow = False
    print(f"{'file':6}{'reader':24}{'median s':>10}{'spread':>16}")
    for kind, (content, alone, name) in files.items():
        readers = {"kesos.tables.read_events": events_of, name: alone}
        taken: dict[str, list[float]] = {each: [] for each in readers}
        for _ in range(REPEATS):
            for each, read in readers.items():
                taken[each].append(seconds(read, content))
        for each, times in taken.items():
            print(f"{kind:6}{each:24}{statistics.median(times):10.3f}{min(times):9.3f}–{max(times):.3f}")
        ours, theirs = (statistics.median(times) for times in taken.values())
        print(f"{kind:6}{'times as long':24}{ours / theirs:10.1f}{f'at most {MOST[kind]:g}':>16}")
        slow = slow or ours / theirs > MOST[kind]
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
