"""Whatever is written is read back as it was, and any cells at all become objects, rejects or rows passed over."""

from __future__ import annotations

import contextlib
import io
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from itertools import groupby
from typing import Any

import pandas as pd
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from kesos import tables
from kesos._sheets._grid import Grid
from kesos.budgets import Budget, BudgetLine
from kesos.errors import InvalidValueError, KesosError
from kesos.events import DisasterEvent
from kesos.quotas import ProgramQuota
from kesos.tables import TableReading
from kesos.testing._strategies import counted, events, localities, spans
from kesos.values import Place, Quantity
from kesos.values._areas import named_twice

FORMATS = ("csv", "xlsx")
AWKWARD = st.text(st.sampled_from("'\"=+-@ \n;,\t|_x0041a\u200f\u202eé#*().:1"), min_size=1, max_size=10).filter(
    lambda text: bool(text.strip("\ufeff \t\r\n"))
)
slow = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)


def file_of(write: Any, thing: Any, form: str, language: str) -> io.BytesIO:
    file = io.BytesIO()
    try:
        write(thing, file, format=form, language=language)
    except InvalidValueError as refused:
        assume(refused.code != "not_for_a_cell")  # a text that no such file can hold
        raise
    return io.BytesIO(file.getvalue())


def of_a_cell(event: DisasterEvent) -> bool:
    return all("\r" not in each.place.text for each in (event, *event.localities))


@st.composite
def whole_events(draw: st.DrawFn) -> DisasterEvent:
    """Events with counts, traits and a source, in one place or several."""
    event = draw(events())
    fields = {"hazard": event.hazard, "place": event.place, "period": event.period, "reported_by": event.reported_by}
    if draw(st.booleans()):
        try:
            return DisasterEvent(**fields, localities=draw(st.lists(localities(), min_size=1, max_size=3)))
        except KesosError:
            return event
    try:
        return DisasterEvent(
            **fields, people=event.people, families=event.families, loss=event.loss, counts=draw(counted())
        )
    except KesosError:  # more dead than people, and the like
        return event


@pytest.mark.parametrize("form", FORMATS)
@given(
    given_events=st.lists((whole_events() | events()).filter(of_a_cell), max_size=4),
    language=st.sampled_from(("id", "en")),
)
@slow
def test_events_are_read_back_as_they_were_written(form: str, given_events: list[DisasterEvent], language: str) -> None:
    read = tables.read_events(file_of(tables.write_events, given_events, form, language), locale=language)
    assert not read.rejects, [each.reason("en") for each in read.rejects]
    assert not [each for each in read.skipped if each.kind != "head"]
    assert list(read.events) == given_events


@pytest.mark.parametrize("form", FORMATS)
@given(text=AWKWARD, other=AWKWARD)
@slow
def test_awkward_text_survives(form: str, text: str, other: str) -> None:
    event = DisasterEvent(hazard="flood", place=Place(text, district=other), period="2017", people=3, reported_by=other)
    (back,) = tables.read_events(file_of(tables.write_events, [event], form, "id")).events
    assert (back.place, back.reported_by) == (event.place, event.reported_by)


names = st.text(st.characters(codec="utf-8", categories=("L", "N", "Zs")), min_size=1, max_size=12).filter(str.strip)


@st.composite
def budgets(draw: st.DrawFn) -> Budget:
    """Budgets with sen, ranges and percentages as they were printed."""
    amounts = st.none() | st.integers(0, 10**12)
    percents = st.none() | st.sampled_from(("40.10", "0", "97.04", "100", "0.00", "12.5"))
    realized = amounts | spans() | st.integers(0, 10**9).map(lambda sen: Quantity(sen, "IDR/100"))
    line = st.fixed_dictionaries(
        {"name": st.sampled_from(("Belanja", "Sumber: air", "A", "1", "Kec. Kumai")) | names,
         "ceiling": amounts, "realized": realized, "realized_percent": percents,
         "kind": st.sampled_from((None, "direct", "indirect")), "program": st.none() | names},
    )  # fmt: skip
    lines = []
    for fields in draw(st.lists(line, min_size=1, max_size=4)):
        try:
            lines.append(BudgetLine(**fields))
        except KesosError:
            continue
    assume(lines)
    return Budget(year=2017, holder="Contoh", funding="APBD", lines=lines)


@st.composite
def quotas(draw: st.DrawFn) -> ProgramQuota:
    """Quotas with the areas inside, whose shares add up to the whole or are not all known."""
    areas = draw(st.dictionaries(names, st.none() | st.integers(0, 10**6), max_size=4))
    assume(named_twice(areas) is None)
    known = sum(number for number in areas.values() if number is not None)
    open_ended = not areas or None in areas.values()
    whole = known + (draw(st.integers(0, 10**6)) if open_ended else 0)
    counted_in = draw(st.sampled_from(("families", "people")))
    other = {"people": draw(st.none() | st.integers(0, 10**6))} if counted_in == "families" else {}
    return ProgramQuota(
        program="BPNT", year=2018, area="Kabupaten Contoh", sub_areas=areas,
        budget=draw(st.none() | st.integers(0, 10**12)), **{counted_in: whole}, **other,
    )  # fmt: skip


@pytest.mark.parametrize("form", FORMATS)
@given(budget=budgets(), language=st.sampled_from(("id", "en")))
@slow
def test_budgets_are_read_back_as_they_were_written(form: str, budget: Budget, language: str) -> None:
    file = file_of(tables.write_budget, budget, form, language)
    read = tables.read_budget(file, year=2017, holder="Contoh", funding="APBD", locale=language)
    assert not read.rejects, [each.reason("en") for each in read.rejects]
    assert read.budget == budget


@pytest.mark.parametrize("form", FORMATS)
@given(quota=quotas(), language=st.sampled_from(("id", "en")))
@slow
def test_quotas_are_read_back_as_they_were_written(form: str, quota: ProgramQuota, language: str) -> None:
    file = file_of(tables.write_quota, quota, form, language)
    read = tables.read_quota(file, program=quota.program, year=quota.year, area=quota.area, locale=language)
    assert not read.rejects, [each.reason("en") for each in read.rejects]
    back = read.quota
    assert (back.families, back.people, back.budget, back.sub_areas) == (
        quota.families, quota.people, quota.budget, quota.sub_areas,
    )  # fmt: skip


# --- any cells at all -------------------------------------------------------------------------------------------------

WORDS = st.sampled_from(
    ("Banjir", "Jumlah", "Kec. Kumai", "A", "1", "-", "Nihil", "Tidak diketahui", "72/240", "1 orang", "Rp. 6.000,-",
     "Sumber: x", "Mengetahui,", "28-02-2024", "Februari 2024", "1.234", "1,234", "=1+1", "'=1", "5.1.01", "#REF!", "5")
)  # fmt: skip
CELLS = (
    st.none() | st.booleans() | WORDS | AWKWARD | st.integers() | st.integers(0, 9) | st.floats()
    | st.dates() | st.datetimes() | st.times() | st.timedeltas() | st.decimals() | st.text(max_size=6)
    | st.binary(max_size=2) | st.lists(st.none(), max_size=1)
)  # fmt: skip
EVENT_HEADS = ("No", "Jenis", "Lokasi", "Kecamatan", "Tanggal", "Sampai", "KK", "Jiwa", "KK/Jiwa", "RB", "RS", "RR",
               "Kerugian", "Meninggal", "Luka", "Ket", "No. kejadian", "Tempat terdampak")  # fmt: skip
BUDGET_HEADS = ("Kode rekening", "Uraian", "Pagu", "Realisasi", "Realisasi (%)", "Program", "Kelompok belanja")
QUOTA_HEADS = ("Kecamatan", "KPM", "Jiwa", "Pagu")
REGISTRY_HEADS = ("No", "Kode keluarga", "Nama", "NIK", "Desa", "Ket")
CHANGE_HEADS = ("No", "Kode keluarga", "Perubahan", "Alasan", "Tanggal", "Desa", "Kode yang benar", "Nama")
CARD_HEADS = ("Kecamatan", "Jumlah KKS", "Terdistribusi", "Tidak terdistribusi", "Belum dicetak", "Pindah")


@st.composite
def grids(draw: st.DrawFn, heads: tuple[str, ...]) -> list[list[Any]]:
    columns = draw(st.lists(st.sampled_from(heads), min_size=2, max_size=len(heads), unique=True))
    width = st.integers(0, len(columns) + 1)
    rows = draw(st.lists(width.flatmap(lambda many: st.lists(CELLS, min_size=many, max_size=many)), max_size=6))
    return [columns, *rows]


def read_any(heads: tuple[str, ...], source: Any, **options: Any) -> TableReading | None:
    """What a reader makes of it; None where it refuses the whole, as it may."""
    try:
        if heads is EVENT_HEADS:
            return tables.read_events(source, **options)
        if heads is BUDGET_HEADS:
            return tables.read_budget(source, year=2017, holder="X", funding="APBD", **options)
        if heads is REGISTRY_HEADS:
            return tables.read_registry(source, name="DTKS", area="X", on="2017-01-01", **options)
        if heads is CHANGE_HEADS:
            return tables.read_changes(source, **options)
        if heads is CARD_HEADS:
            return tables.read_cards(source, **options)
        return tables.read_quota(source, program="BPNT", year=2017, area="X", **options)
    except KesosError as refused:
        refused.to_dict("id")
        return None


def accounted(reading: TableReading) -> list[Any]:
    """What every row is called, once for each thing that it became."""
    return [*(row for row, _ in reading.entries), *(each.row for each in reading.skipped)]


def whole(reading: TableReading) -> None:
    """It can be told and totalled without a surprise."""
    for language in ("id", "en"):
        assert reading.table(language).rows is not None
    repr(reading)
    for name in ("budget", "quota", "events", "registry", "changes", "cards"):
        with contextlib.suppress(KesosError):
            getattr(reading, name, None)


ALL_HEADS = {
    "events": EVENT_HEADS, "budget": BUDGET_HEADS, "quota": QUOTA_HEADS, "registry": REGISTRY_HEADS,
    "changes": CHANGE_HEADS, "cards": CARD_HEADS,
}  # fmt: skip


@pytest.mark.parametrize("heads", ALL_HEADS.values(), ids=ALL_HEADS)
@given(data=st.data())
@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_cells_of_a_grid_become_objects_rejects_or_rows_passed_over(
    heads: tuple[str, ...], data: st.DataObject
) -> None:
    rows = data.draw(grids(heads))
    options = {
        "keep_without_bad_cells": data.draw(st.booleans()),
        "same": data.draw(
            st.sampled_from((None, {"period": "2017", "hazard": "flood"} if heads is EVENT_HEADS else None))
        ),
    }
    patch = pytest.MonkeyPatch()
    with patch.context() as patched:
        patched.setattr("kesos.tables._reading.grids_of", lambda *_, **__: iter((Grid(rows),)))
        reading = read_any(heads, io.BytesIO(b""), **options)
    if reading is None:
        return
    whole(reading)
    called = accounted(reading)
    assert len(called) == len(set(called))
    last = max((at for at, row in enumerate(rows, 1) if any(_holds(cell) for cell in row)), default=1)
    under = [row for row in called if row > 1]
    if "No. kejadian" not in rows[0]:  # several rows may be one event
        assert sorted(under) == list(range(2, last + 1))


def _holds(cell: Any) -> bool:
    return cell is not None and not (isinstance(cell, str) and not cell.strip())


@given(text=st.text(max_size=200) | st.lists(st.lists(WORDS, max_size=5).map(";".join), max_size=6).map("\n".join))
@settings(max_examples=60, deadline=None)
def test_any_text_is_a_file_or_refused(text: str) -> None:
    for heads in ALL_HEADS.values():
        for source in (io.StringIO(";".join(heads[:4]) + "\n" + text), io.BytesIO(text.encode("utf-16"))):
            reading = read_any(heads, source)
            if reading is not None:
                whole(reading)


@given(content=st.binary(max_size=100) | st.binary(max_size=60).map(lambda tail: b"PK\x03\x04" + tail))
@settings(max_examples=60, deadline=None)
def test_any_bytes_are_a_file_or_refused(content: bytes) -> None:
    for prefix in (b"", b"Jenis,Lokasi,Tanggal\n", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        read_any(EVENT_HEADS, io.BytesIO(prefix + content))


TYPED = (
    st.none() | st.booleans() | WORDS | st.integers(-(2**40), 2**40) | st.floats(allow_nan=False, allow_infinity=False)
    | st.dates(date(1950, 1, 1), date(2100, 1, 1)) | st.datetimes(datetime(1950, 1, 1), datetime(2100, 1, 1))
    | st.just(time(0)) | st.just(timedelta(days=1)) | st.just(Decimal("2.5"))
)  # fmt: skip


@given(rows=st.lists(st.lists(TYPED, min_size=5, max_size=5), max_size=5))
@settings(max_examples=60, deadline=None)
def test_any_typed_cells_of_a_workbook_or_a_frame_are_told(rows: list[list[Any]]) -> None:
    head = ["Jenis", "Lokasi", "Tanggal", "Jiwa", "Kerugian"]
    book = Workbook()
    for row in (head, *rows):
        book.active.append(row)
    file = io.BytesIO()
    book.save(file)
    for source in (io.BytesIO(file.getvalue()), pd.DataFrame(rows, columns=head, dtype=object)):
        reading = read_any(EVENT_HEADS, source)
        if reading is not None:
            whole(reading)
            assert len(accounted(reading)) <= len(rows) + 1


@given(
    rows=st.lists(st.tuples(st.sampled_from(("Kumai", "Lada", "Arut")), st.integers(0, 999)), min_size=1, max_size=8)
)
@slow
def test_merged_districts_blanks_filled_down_and_a_district_in_each_row_are_read_alike(
    rows: list[tuple[str, int]],
) -> None:
    heads = ["Kecamatan", "Desa", "Jenis", "Tanggal", "Jiwa"]
    lines = [[district, f"Desa {at}", "Banjir", "1-1-2025", people] for at, (district, people) in enumerate(rows)]
    runs = [list(run) for _, run in groupby(range(len(rows)), lambda at: rows[at][0])]
    above = {at for run in runs for at in run[1:]}
    blanks = [[None if at in above else line[0], *line[1:]] for at, line in enumerate(lines)]
    book = Workbook()
    for line in (heads, *blanks):
        book.active.append(line)
    for run in runs:
        book.active.merge_cells(start_row=run[0] + 2, end_row=run[-1] + 2, start_column=1, end_column=1)
    file = io.BytesIO()
    book.save(file)
    text = "\n".join(";".join("" if cell is None else str(cell) for cell in line) for line in (heads, *blanks))
    each = "\n".join(";".join(map(str, line)) for line in (heads, *lines))
    wanted = tables.read_events(io.StringIO(each))
    assert len(wanted.events) == len(rows)
    assert tables.read_events(io.BytesIO(file.getvalue())).events == wanted.events
    assert tables.read_events(io.StringIO(text), fill_down=["place.district"]).events == wanted.events
    unsure = tables.read_events(io.StringIO(text))
    assert {row for *_, labels in unsure.blank_below for row in labels} == {at + 2 for at in above}
