"""What else sheets hold: rows that cannot be true, pairs in totals, ends of periods, own hazards, ranges, lists."""

from __future__ import annotations

import io
import os
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas as pd
import polars as pl
import pytest

from kesos import tables
from kesos._sheets._cells import Percent
from kesos.budgets import Budget, BudgetLine
from kesos.errors import KesosError, TableError
from kesos.events import Damage, DisasterEvent
from kesos.hazards import Hazard
from kesos.quotas import ProgramQuota
from kesos.tables._cells import ColumnReader, Said, Unreadable
from kesos.tables._columns import BUDGET, EVENT, HOUSEHOLD, by_code
from kesos.values import Period, Quantity, Span, Text

FIELDS = {**by_code(EVENT), **by_code(BUDGET), **by_code(HOUSEHOLD)}


def csv(*rows: str) -> io.StringIO:
    return io.StringIO("\n".join(rows) + "\n")


def rejects(reading: Any) -> dict[Any, list[tuple[str | None, str]]]:
    return {each.row: [(fault.column, fault.error.code) for fault in each.faults] for each in reading.rejects}


def read_cell(code: str, cell: object, **said: Any) -> object:
    """What a cell is, or the code of its refusal."""
    value = ColumnReader(FIELDS[code], Said(**said)).column([cell])[0]
    return value.error.code if isinstance(value, Unreadable) else value


@pytest.mark.parametrize(
    ("code", "cell", "meaning"),
    [
        ("place", 12.0, "12"),
        ("place", date(2024, 1, 2), "2024-01-02"),
        ("place", True, "not_a_text"),
        ("place", [1], "not_a_text"),
        ("place", 10.0**300, "not_exact"),
        ("account", "5.1.01", "5.1.01"),
        ("account", 5.1, "5.1"),
        ("account", time(5, 1), "not_a_text"),
        ("people", None, None),
        ("people", "3 orang", 3),
        ("people", "3 unit", "unreadable"),
        ("people", "3 kg", "unreadable"),
        ("people", date(2024, 1, 2), "not_a_count"),
        ("damage.houses", "3 unit", 3),
        ("families_and_people", " ", None),
        ("families_and_people", 72, "unreadable"),
        ("loss", None, None),
        ("loss", True, "not_an_amount"),
        ("loss", 2.5, Quantity(250, "IDR/100")),
        ("period.end", datetime(2024, 1, 2), date(2024, 1, 2)),
        ("period.end", date(2024, 1, 2), date(2024, 1, 2)),
        ("period.end", "", None),
        ("period.end", "2 Januari 2024", date(2024, 1, 2)),
        ("period.end", 45_000, "serial_day"),
        ("period", date(2024, 1, 2), "2024-01-02"),
        ("realized_percent", None, None),
        ("realized_percent", "-", None),
        ("realized_percent", "40,10 %", "40.10"),
        ("realized_percent", Percent(Decimal("97.50")), "97.5"),
        ("realized_percent", Percent(Decimal("100.00")), "100"),
        ("realized_percent", 97.035, "97.035"),
        ("realized_percent", True, "not_an_amount"),
        ("hazard", None, None),
        ("kind", "Tidak langsung", "indirect"),
        ("kind", "-", None),
        ("kind", "lansung", "not_a_choice"),
        ("household.poor", True, True),
        ("household.poor", "Ya", True),
        ("household.poor", "tidak", False),
        ("household.poor", "-", None),
        ("household.poor", "mungkin", "not_a_flag"),
    ],
)
def test_a_cell_means_what_its_column_says(code: str, cell: object, meaning: object) -> None:
    found = read_cell(code, cell)
    assert (found.iso if code == "period" and hasattr(found, "iso") else found) == meaning


def test_a_choice_that_is_none_names_the_nearest_in_the_language_of_the_table() -> None:
    for locale, cell, near in (("id", "lansung", "langsung"), ("en", "dirct", "direct")):
        with pytest.raises(KesosError, match=near):
            ColumnReader(FIELDS["kind"], Said(locale=locale)).read(cell)


def test_what_stands_for_a_missing_number_is_for_the_caller_to_say() -> None:
    assert [read_cell("people", cell, dash=0, blank=0, unknown=0, none=None) for cell in ("-", None, "?", "Nihil")] == [
        0, 0, read_cell("people", "?"), None,
    ]  # fmt: skip
    assert read_cell("loss", None, blank=0) == Quantity(0, "IDR")
    assert read_cell("loss", "-", dash=0) == Quantity(0, "IDR")
    assert read_cell("people", "1,234", ambiguous="thousands") == 1_234
    pair: Any = read_cell("families_and_people", "Nihil")
    assert (pair.families, pair.people) == (0, 0)
    assert str(read_cell("period", "28-02-24", century=2000)) == "28 Februari 2024"


def test_a_row_that_cannot_be_true_is_rejected_at_the_column_that_says_so() -> None:
    reading = tables.read_events(
        csv(
            "Jenis,Lokasi,Tanggal,KK,Jiwa,Meninggal",
            "Banjir,A,2024,5,3,0",
            "Banjir,B,2024,1,3,4",
            "Banjir,C,2024,1,3,1",
        )
    )
    assert rejects(reading) == {2: [("KK", "part_above_whole")], 3: [("Meninggal", "part_above_whole")]}
    pair = tables.read_events(csv("Jenis;Lokasi;Tanggal;KK/Jiwa", "Banjir;A;2024;5/3"))
    assert rejects(pair) == {2: [("KK/Jiwa", "part_above_whole")]}


def test_pairs_of_families_and_people_are_added_up() -> None:
    rows = ["Jenis;Lokasi;Tanggal;KK/Jiwa", "Banjir;A;2024;1/3", "Banjir;B;2024;2/5"]
    right = tables.read_events(csv(*rows, "Jumlah;;;3/8"))
    assert [each.kind for each in right.skipped] == ["total"]
    wrong = tables.read_events(csv(*rows, "Banjir;C;2024;", "Jumlah;;;3/7"))
    assert rejects(wrong) == {5: [("KK/Jiwa", "total_differs")]}
    assert "3/8" in wrong.rejects[0].reason("en")
    assert [label for label, _ in wrong.rows()] == [2, 3, 4]
    open_ended = tables.read_events(csv(*rows, "Banjir;C;2024;", "Jumlah;;;4/9"))  # C may be one family of one
    assert not open_ended.rejects


def test_groups_may_carry_a_total_of_several_blocks() -> None:
    reading = tables.read_events(
        csv("Jenis,Lokasi,Tanggal,Jiwa", "Banjir,A,2024,1", "Sub total,,,1", "Banjir,B,2024,2", "Sub total,,,2",
            "Jumlah,,,3", "Banjir,C,2024,4", "Sub total,,,4", "Jumlah,,,4", "Total,,,7")
    )  # fmt: skip
    assert not reading.rejects
    assert [each.kind for each in reading.skipped] == ["total"] * 6


def test_rows_with_lists_are_told_and_never_doubled() -> None:
    frame = pl.DataFrame(
        {"Jenis": ["Banjir", "Banjir"], "Lokasi": ["A", "A"], "Tanggal": ["2024", "2024"], "Catatan": [[1], [1]]}
    )
    reading = tables.read_events(frame)
    assert len(reading.events) == 2
    listed = tables.read_events(
        pl.DataFrame({"Jenis": ["Banjir"], "Lokasi": ["A"], "Tanggal": ["2024"], "Jiwa": [[1]]})
    )
    assert rejects(listed) == {0: [("Jiwa", "not_a_count")]}


def test_a_row_kept_without_its_bad_cell_is_not_kept_twice() -> None:
    reading = tables.read_events(
        csv("Jenis,Lokasi,Tanggal,Jiwa", "Banjir,A,2024,x", "Banjir,A,2024,x"), keep_without_bad_cells=True
    )
    assert rejects(reading) == {3: [(None, "doubled_row")]}
    assert [cell.row for cell in reading.bad_cells] == [2]


def test_ends_of_periods_need_a_day_to_begin_with() -> None:
    reading = tables.read_events(
        csv("Jenis,Lokasi,Mulai,Selesai", "Banjir,A,1 Maret 2024,3 Maret 2024", "Banjir,B,Maret 2024,3 Maret 2024",
            "Banjir,C,5 Maret 2024,3 Maret 2024")
    )  # fmt: skip
    assert reading.events[0].period.iso == "2024-03-01/2024-03-03"
    assert rejects(reading)[3] == [("Selesai", "two_ends")]
    assert rejects(reading).keys() == {3, 4}


def test_a_hazard_that_somebody_brought_along_and_tags_of_hxl_come_back() -> None:
    wave = Hazard("own_wave", Text("Gelombang", "Wave"))
    own = DisasterEvent(hazard=wave, place="A", period="2024", people=3, damage=Damage(houses=2))
    file = io.BytesIO()
    tables.write_events([own], file, format="xlsx", hxl=True)
    back = tables.read_events(io.BytesIO(file.getvalue()))
    assert back.events == (own,)
    assert [each.kind for each in back.skipped] == ["head"]


def test_a_sheet_without_hazards_in_column_group_or_remark_is_refused() -> None:
    for rows in (("Lokasi,Tanggal,Ket", "A,2024,aman"), ("Lokasi,Tanggal,Ket,Uraian", "A,2024,Banjir,Banjir")):
        with pytest.raises(TableError) as refused:
            tables.read_events(csv(*rows))
        assert (refused.value.code, refused.value.field) == ("no_column", "columns.hazard")
    with pytest.raises(TableError) as refused:
        tables.read_events(csv("Jenis,Lokasi,Jiwa", "Banjir,A,2"), same={"period": None})
    assert refused.value.field == "columns.period"


def test_ranges_of_a_budget_come_back_and_are_given_once() -> None:
    spent = Span(Quantity(1, "IDR"), Quantity(3, "IDR"))
    lines = [BudgetLine(name="A", ceiling=5, realized=spent), BudgetLine(name="B", ceiling=None)]
    budget = Budget(year=2024, holder="X", funding="APBD", lines=lines)
    file = io.StringIO()
    tables.write_budget(budget, file, format="csv")
    more: dict[str, Any] = {"year": 2024, "holder": "X", "funding": "APBD"}
    assert tables.read_budget(csv(file.getvalue()), **more).budget == budget
    head = "Uraian;Realisasi;Realisasi paling sedikit (Rp);Realisasi paling banyak (Rp)"
    assert rejects(tables.read_budget(csv(head, "A;1;1;2"), **more)) == {2: [("Realisasi", "given_twice")]}


def test_a_quota_of_one_area_or_of_unknown_shares_comes_back() -> None:
    for areas in ({}, {"Kumai": None, "Arut": 3}):
        quota = ProgramQuota(program="BPNT", year=2018, area="Contoh", families=4, budget=10, sub_areas=areas)
        file = io.StringIO()
        tables.write_quota(quota, file, format="csv")
        back = tables.read_quota(csv(file.getvalue()), program="BPNT", year=2018, area="Contoh").quota
        assert (back.families, back.budget, back.sub_areas) == (4, Quantity(10, "IDR"), quota.sub_areas)
    rows = ("Kecamatan,KPM,Pagu (Rp)", "Kumai,2,100", "Arut,3,50")
    summed = tables.read_quota(csv(*rows), program="BPNT", year=2018, area="Contoh").quota
    assert (summed.families, summed.budget) == (5, Quantity(150, "IDR"))


def test_an_event_whose_every_row_was_rejected_stays_rejected() -> None:
    head = "No. kejadian,Jenis bencana,Lokasi,Tanggal,Jiwa"
    reading = tables.read_events(csv(head, "1,Banjir,A,2024,x", "2,Banjir,B,2024,4", ",Bnajir,C,2024,4", "Jumlah,,,,9"))
    assert rejects(reading).keys() == {2, 4}
    assert [event.people for event in reading.events] == [4]
    assert [(each.row, each.unchecked) for each in reading.skipped] == [(5, (2, 4))]


def test_a_bad_row_of_a_second_block_is_no_part_of_the_signature_over_it() -> None:
    reading = tables.read_events(
        csv(
            "Jenis,Lokasi,Tanggal",
            "Banjir,A,2024",
            "Mengetahui,,",
            "Kepala Dinas,,",
            "Budi,,",
            "Bnajir,B,2024",
            "x,y,z",
        )
    )
    assert rejects(reading) == {6: [("Jenis", "hazard_unknown")]}
    assert [(each.row, each.kind) for each in reading.skipped] == [
        (3, "signature"), (4, "signature"), (5, "signature"), (7, "signature"),
    ]  # fmt: skip


def test_what_only_kesos_writes_over_a_column_is_read() -> None:
    head = "Jenis,Lokasi,Tanggal,counts.cow,traits.size,No. kejadian"
    (event,) = tables.read_events(csv(head, "Banjir,A,2024,3,large,1")).events
    assert (event.counts["cow"], event.traits["size"]) == (3, "large")


def test_rows_of_numbers_alone_and_cells_that_no_table_can_remember_are_rejects() -> None:
    reading = tables.read_events(csv("Jenis,Lokasi,Tanggal,Jiwa", "Banjir,A,2024,3"), same={})
    assert repr(reading) == "<EventReading: 1 read, 0 rejects, 0 passed over>"
    frame = pd.DataFrame(
        {"Jenis": ["Banjir", None], "Lokasi": ["A", None], "Tanggal": ["2024", None], "Jiwa": [bytearray(b"x"), 3],
         "No. kejadian": [bytearray(b"x"), True]},
        dtype=object,
    )  # fmt: skip
    read = tables.read_events(frame)
    assert {row: set(faults) for row, faults in rejects(read).items()} == {
        0: {("No. kejadian", "not_a_text"), ("Jiwa", "not_a_count")},
        1: {("No. kejadian", "not_a_text"), ("Jenis", "blank"), ("Lokasi", "blank"), ("Tanggal", "blank")},
    }
    assert {each.column for each in read.rejects} <= {"No. kejadian", "Jiwa", "Jenis"}
    frame = pd.DataFrame({"Jenis": ["Banjir", None], "Lokasi": ["A", None], "Jiwa": [2, 3]})
    numbers = tables.read_events(frame, same={"period": "2024"})
    assert rejects(numbers) == {1: [("Jenis", "blank"), ("Lokasi", "blank")]}


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_a_class_that_only_another_event_has_is_not_one_that_is_not_known(form: str) -> None:
    events = tuple(
        DisasterEvent(hazard="flood", place=place, period="2024", counts={"injured": told})
        for place, told in (("A", {"serious": 2}), ("B", {"minor": 3, "serious": None}), ("C", None))
    )
    file: Any = io.StringIO() if form == "csv" else io.BytesIO()
    tables.write_events(events, file, format=form)
    file.seek(0)
    back = tables.read_events(file)
    assert [dict(each.counts) for each in back.events] == [dict(each.counts) for each in events]


FORM = ("No;Lokasi;Tanggal;Rusak Ringan;KK/Jiwa", "A;Bencana Banjir di Wilayah Kec. Kumai;;3;{announced}",
        "1;Desa A;28-02-2017;1;10/40", "2;Desa B;28-02-2017;2;5/20", "B;Angin Puting Beliung di Kec. Arut Utara;;1;2/8",
        "1;Desa C;1-3-2017;1;2/8")  # fmt: skip


def test_a_group_may_announce_what_its_rows_add_up_to_as_the_form_of_a_year_does() -> None:
    reading = tables.read_events(csv(*(line.format(announced="15/60") for line in FORM)))
    assert [(each.hazard.code, each.place.district, each.people) for each in reading.events] == [
        ("flood", "Kumai", 40), ("flood", "Kumai", 20), ("whirlwind", "Arut Utara", 8),
    ]  # fmt: skip
    assert [(each.row, each.kind) for each in reading.skipped] == [(2, "total"), (5, "total")]


def test_a_group_that_announces_another_number_than_its_rows_have_is_rejected() -> None:
    reading = tables.read_events(csv(*(line.format(announced="15/61") for line in FORM)))
    assert len(reading.events) == 3
    [reject] = reading.rejects
    assert (reject.row, reject.column, reject.is_total) == (2, "KK/Jiwa", True)
    assert "15/60" in reject.reason("id")
    assert not any(isinstance(thing, KesosError) for _, thing in reading.rows())


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ("3;;;", "missing"),
        (";;2;3", "two_numbers"),
        (";;2;", "two_numbers"),
    ],
)
def test_counts_that_cannot_be_gathered_are_rejected(cells: str, code: str) -> None:
    head = ("Jenis;Lokasi;Tanggal;Meninggal dunia (jiwa) – paling sedikit;Meninggal dunia (jiwa) – paling banyak;"
            "Luka-luka;Luka berat;Luka ringan")  # fmt: skip
    least, most, serious, minor = cells.split(";")
    whole = "9" if serious else ""
    row = f"Banjir;A;28-02-2017;{least};{most};{whole};{serious};{minor}"
    [reject] = tables.read_events(csv(head, row)).rejects
    assert reject.error.code == code


def test_a_count_that_only_another_event_tells_is_what_the_damage_tells() -> None:
    events = (
        DisasterEvent(hazard="flood", place="A", period="2024", damage=Damage(houses=5)),
        DisasterEvent(hazard="flood", place="B", period="2024", counts={"house": 7}),
    )
    file = io.StringIO()
    tables.write_events(events, file, format="csv")
    file.seek(0)
    assert [dict(each.counts) for each in tables.read_events(file).events] == [{"house": 5}, {"house": 7}]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_or_a_device_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipa.csv"
    os.mkfifo(pipe)
    for endless in (pipe, "/dev/zero"):
        with pytest.raises(TableError) as refused:
            tables.read_events(endless)
        assert (refused.value.code, refused.value.field) == ("cannot_open", "source")
        assert str(tmp_path) not in str(refused.value)
    with pytest.raises(TableError):
        tables.read_events(tmp_path)


def test_what_is_the_same_for_every_row_may_be_a_value_or_a_word_for_one() -> None:
    rows = ("Lokasi,Jiwa", "Desa A,3")
    for same in ({"hazard": Hazard.FLOOD, "period": Period.of("2024-02")}, {"hazard": "banjir", "period": "Feb 2024"}):
        [event] = tables.read_events(csv(*rows), same=same).events
        assert (event.hazard, event.period.iso) == (Hazard.FLOOD, "2024-02")


SAME = {"hazard": "banjir", "period": "2024", "place.district": "Kec. Kumai"}


def test_a_row_that_says_something_else_than_is_said_of_every_row_is_a_reject() -> None:
    reading = tables.read_events(
        csv(
            "Jenis,Lokasi,Kecamatan,Tanggal,Jiwa", "Banjir,A,KUMAI,5-3-2024,1", ",B,,,2", "Longsor,C,Kumai,5-3-2024,3",
            "Banjir,D,Lada,5-3-2024,4", "Banjir,E,Kumai,5-3-2023,5", "Longsor,F,Lada,2023-12,6",
        ),
        same=SAME,
    )  # fmt: skip
    assert [event.people for event in reading.events] == [1, 2]
    assert [event.place.district for event in reading.events] == ["KUMAI", "Kec. Kumai"]
    faults = {each.row: [(fault.column, fault.cell) for fault in each.faults] for each in reading.rejects}
    assert faults == {
        4: [("Jenis", "Longsor")], 5: [("Kecamatan", "Lada")], 6: [("Tanggal", "5-3-2023")],
        7: [("Jenis", "Longsor"), ("Kecamatan", "Lada"), ("Tanggal", "2023-12")],
    }  # fmt: skip
    assert {fault.error.code for each in reading.rejects for fault in each.faults} == {"differs_from_same"}


def test_so_is_a_row_under_the_head_of_another_district() -> None:
    reading = tables.read_events(
        csv(
            "Jenis,Lokasi,Kecamatan,Tanggal,Jiwa", ",Kec. Kumai,,,", "Banjir,A,,5-3-2024,1", ",Kec. Lada,,,",
            "Banjir,B,,5-3-2024,2", "Banjir,C,Kumai,5-3-2024,3",
        ),
        same=SAME,
    )  # fmt: skip
    assert [event.people for event in reading.events] == [1, 3]
    [reject] = reading.rejects
    assert (reject.row, reject.error.code, reject.error.field, reject.error.value) == (
        5, "differs_from_same", "place.district", "Lada",
    )  # fmt: skip


def test_a_cell_that_says_something_else_may_be_kept_out_and_is_listed() -> None:
    reading = tables.read_events(
        csv("Jenis,Lokasi,Tanggal,Jiwa,Kecamatan", "Banjir,A,2024,1,Lada"), same=SAME, keep_without_bad_cells=True
    )
    assert [event.place.district for event in reading.events] == ["Kec. Kumai"]
    assert [(cell.column, cell.cell) for cell in reading.bad_cells] == [("Kecamatan", "Lada")]
