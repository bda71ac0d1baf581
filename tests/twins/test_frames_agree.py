"""What a frame is given is what the scalar function gives for each of its rows, on every engine, for every standard."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import warnings
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from datetime import date
from fractions import Fraction
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

import attrs
import pytest
from any_frame import plain_rows
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kesos import frames
from kesos.errors import FrameError, IncompleteTotalError, KesosError
from kesos.events import DisasterEvent
from kesos.relief import entitle
from kesos.standards import (
    BNPB_STIMULAN,
    KEMENSOS_CASH,
    PEDUM_2003,
    PERKA_BNPB_7_2008,
    AidStandard,
    Between,
    Days,
    Interval,
    Item,
    Package,
    Row,
    load_standard,
)
from kesos.standards._amounts import LONGEST_WINDOW
from kesos.testing import _strategies as strategies
from kesos.values import Citation, Period, Quantity, Span, Text

pl = pytest.importorskip("polars")
pd = pytest.importorskip("pandas")
pa = pytest.importorskip("pyarrow")
duckdb = pytest.importorskip("duckdb")
dask_frame = pytest.importorskip("dask.dataframe")

Rows = list[dict[str, Any]]
ROWS = int(os.environ.get("KESOS_FRAMES_ROWS", "300"))
"""How many random rows each standard is asked with; at night a hundred thousand."""
GENERATED = max(6, ROWS // 2_000)
LARGEST = 2**63 - 1
ORDER = [status.value for status in frames.Status]
TESTS = Path(__file__).parents[1]
MADE_UP = [
    load_standard(path)
    for path in (TESTS / "unit" / "every_shape.toml", *sorted((TESTS / "laws" / "made_up").glob("*.toml")))
]
PACKAGED = (PEDUM_2003, KEMENSOS_CASH, BNPB_STIMULAN, PERKA_BNPB_7_2008)


# --- the scalar function as the oracle -------------------------------------------------------------------------------


@attrs.frozen(kw_only=True, eq=False)
class Trial:
    """A standard, the columns that it is asked with, and how to read a row of them as an event."""

    standard: AidStandard
    cells: dict[str, list[tuple[dict[str, Any], str]]]
    days: Any
    extended: bool
    indices: dict[str, Quantity]
    dated: bool
    recipients: dict[str, str] = attrs.field(factory=dict)

    @property
    def traits(self) -> list[str]:
        return [axis.code for axis in self.standard.axes if axis.of == "event"]

    @property
    def counts(self) -> dict[str, Any]:
        """The columns of counts as a frame is told of them."""
        return {
            code: cells[0][1] if cells[0][0] == {} else [(classes, name) for classes, name in cells]
            for code, cells in self.cells.items()
        }

    def options(self) -> dict[str, Any]:
        asked = {"days": self.days, "extended": self.extended, "counts": self.counts, "indices": self.indices}
        return {**asked, "recipients": self.recipients, "period": "day" if self.dated else None}

    def columns(self) -> dict[str, str]:
        """The name and the kind of every column."""
        names = {"hazard": "text", "day": "day"} | dict.fromkeys(self.traits, "text")
        names |= {name: "count" for cells in self.cells.values() for _, name in cells}
        names |= dict.fromkeys(self.recipients.values(), "count")
        return names | ({"lasting": "count"} if self.days == "lasting" else {})


def cells_of(standard: AidStandard) -> dict[str, list[tuple[dict[str, Any], str]]]:
    """A column for every cell of every count that the standard asks for."""
    found: dict[str, list[tuple[dict[str, Any], str]]] = {}
    for item in standard.granted:
        if item.per == "event":
            continue
        cells: list[dict[str, Any]] = [{}]
        for axis, classes in standard.count(item.per).axis:
            cells = [{**cell, axis: name} for cell in cells for name in classes or (1, 4, 5, 12)]
        found[item.per] = [(cell, "_".join([item.per, *map(str, cell.values())])) for cell in cells]
    return found


ALWAYS = Item(
    code="oracle_always", name=Text("a", "a"), amount=1, unit="unit", per="event", citation=Citation(regulation="x")
)


def selective(code: str, amount: Any) -> Item:
    """A made-up item for recipients whom somebody chooses."""
    return attrs.evolve(ALWAYS, code=code, amount=amount, per="recipient")


@cache
def with_something_selective(standard: AidStandard) -> AidStandard:
    """The standard, where nothing of it is selective, with a range, a blank, a lot, and one beside what is granted."""
    if standard.selective:
        return standard
    kits = (selective("oracle_kit", Between(2, 3)), selective("oracle_blank", None))
    rope = (attrs.evolve(ALWAYS, code="oracle_beside"), selective("oracle_rope", 10**12))
    more = (
        Package(code="oracle_kits", name=Text("a", "a"), items=kits),
        Package(code="oracle_ropes", name=Text("a", "a"), items=rope),
    )
    return attrs.evolve(standard, packages=(*standard.packages, *more))


def recipients_of(standard: AidStandard) -> dict[str, str]:
    """A column for every other package whose items are all selective, and for each other selective item."""
    found: dict[str, str] = {}
    for at, package in enumerate(standard.packages):
        whole = package.items == package.selective and at % 2 == 0
        names = [package.code] if whole else [item.code for item in package.selective]
        found |= {name: f"chosen_{name}" for name in names}
    return found


@cache
def with_one_more(standard: AidStandard) -> AidStandard:
    """The standard with an item that is always known, so that the others' refusals are all told."""
    more = Package(code="oracle_package", name=Text("a", "a"), items=(ALWAYS,))
    return attrs.evolve(standard, packages=(*standard.packages, more))


def event_of(trial: Trial, row: dict[str, Any], *, least: bool) -> DisasterEvent:
    """A row as an event; a count below zero as none where everything else is to be seen."""
    counts: dict[str, Any] = {}
    for code, cells in trial.cells.items():
        unit = trial.standard.count(code).unit
        numbers = []
        for classes, name in cells:
            number = row[name]
            number = max(number, 0) if least and number is not None else number
            numbers.append((classes, number if unit is None or number is None else Quantity(number, unit)))
        counts[code] = numbers if numbers[0][0] else numbers[0][1]
    hazard = row["hazard"]
    with suppress(KesosError):  # which the event then refuses
        hazard = trial.standard.hazard(hazard) if isinstance(hazard, str) else hazard
    traits = {name: row[name] for name in trial.traits if row[name] is not None}
    period = row["day"] if trial.dated else date(max(trial.standard.validity.start.start.year, 2000), 12, 31)
    people = {"people": counts.pop("person", None), "families": counts.pop("family", None)}
    return DisasterEvent(hazard=hazard, place="x", period=period, traits=traits, counts=counts, **people)


def is_too_long(trial: Trial) -> bool:
    """Whether a season would have to be followed over up to ten years of days, which a frame refuses."""
    try:
        frames.entitle(polars_of(trial, []), trial.standard, **trial.options())
    except FrameError as error:
        return error.code == "season_too_long" and trial.days == "lasting"
    return False


def all_expected(trial: Trial, rows: Rows) -> Rows:
    """The columns that a frame has, row by row."""
    outputs = frames.entitle(polars_of(trial, []), trial.standard, **trial.options()).columns
    names = {each.code: column_names(each, outputs) for each in trial.standard.items if not each.unspecified}
    return [expected(trial, row, names) for row in rows]


def expected(trial: Trial, row: dict[str, Any], names: dict[str, list[str]]) -> dict[str, Any]:
    """The columns that a frame has for a row, made of what the scalar function says."""
    standard, faults = trial.standard, set()
    numbers: dict[str, Any] = {name: None for each in names.values() for name in each} | {"days": None}
    if any((row[name] or 0) < 0 for cells in trial.cells.values() for _, name in cells):
        faults.add("count_negative")
    days = row["lasting"] if trial.days == "lasting" else trial.days
    try:
        event = event_of(trial, row, least=True)
        answer = entitle(
            event,
            with_one_more(standard),
            days=days,
            extended=trial.extended,
            indices=trial.indices,
            recipients=chosen_in(trial, row, held=not faults),
        )
    except KesosError as error:
        if error.code == "number_too_large":  # refuses the whole answer, where a frame has the items that it can hold
            return {}
        faults.add(error.code)
        if error.code in ("part_above_whole", "period_unknown"):  # an event says that before anything is asked of it
            faults |= refusals_without_counts(trial, row, days)
        return numbers | {"status": min(faults, key=ORDER.index)}
    refused = bool(faults)
    first = [*sorted(faults, key=ORDER.index), *(each.error.code for each in answer.unknown)]
    if any(row[column] is None and has_number(code, standard) for code, column in trial.recipients.items()):
        first.append("count_unknown")
    for line in answer.lines:
        if line.code == ALWAYS.code:
            continue
        ends = [line.quantity] * 2
        if isinstance(line.quantity, Span):
            ends = [line.quantity.minimum, line.quantity.maximum]
        if ends[1].amount > LARGEST:
            first.append("count_too_large")
        else:
            numbers |= {name: end.amount for name, end in zip(names[line.code], ends, strict=False)}
    numbers["days"] = answer.days
    if refused:
        numbers = dict.fromkeys(numbers)
    return numbers | {"status": next(iter(first), "ok")}


def chosen_in(trial: Trial, row: dict[str, Any], *, held: bool) -> dict[str, int]:
    """The recipients of a row that are known; `held` to the people of an event that there can be."""
    numbers = {code: row[column] for code, column in trial.recipients.items() if row[column] is not None}
    return numbers if held else {code: min(number, 0) for code, number in numbers.items()}


def has_number(code: str, standard: AidStandard) -> bool:
    """Whether a selective package has an item, or an item is one, whose number is not left blank."""
    items = [item for package in standard.packages for item in package.items if code in (package.code, item.code)]
    return not all(item.unspecified for item in items)


def refusals_without_counts(trial: Trial, row: dict[str, Any], days: Any) -> set[str]:
    try:
        bare = row | {name: None for cells in trial.cells.values() for _, name in cells}
        event = event_of(trial, bare | {"day": row["day"] or date(9000, 1, 1)}, least=True)
        entitle(event, with_one_more(trial.standard), days=days, extended=trial.extended)
    except KesosError as error:
        return {error.code} - ({"not_in_force"} if row["day"] is None else set())
    return set()


def column_names(item: Item, outputs: list[str]) -> list[str]:
    """The column of an item, or the two of one that may be a range."""
    stem = f"{item.code}_{item.unit.base.lower().replace('/', '_')}"
    return [name for name in (stem, f"{stem}_from", f"{stem}_to") if name in outputs]


# --- engines ---------------------------------------------------------------------------------------------------------


def polars_of(trial: Trial, rows: Rows) -> Any:
    kinds = {"text": pl.String, "day": pl.Date, "count": pl.Int64}
    schema = {name: kinds[kind] for name, kind in trial.columns().items()}
    return pl.DataFrame({name: [row[name] for row in rows] for name in schema}, schema=schema)


def arrow_of(trial: Trial, rows: Rows) -> Any:
    kinds = {"text": pa.string(), "day": pa.date32(), "count": pa.int64()}
    return pa.table(
        {name: pa.array([row[name] for row in rows], type=kinds[kind]) for name, kind in trial.columns().items()}
    )


def pandas_of(trial: Trial, rows: Rows) -> Any:
    kinds = {"text": "str", "day": "datetime64[s]", "count": "Int64"}
    return pd.DataFrame(
        {name: pd.Series([row[name] for row in rows], dtype=kinds[kind]) for name, kind in trial.columns().items()}
    )


def on_polars(trial: Trial, rows: Rows) -> Rows:
    return frames.entitle(polars_of(trial, rows), trial.standard, **trial.options()).to_dicts()


def on_polars_streaming(trial: Trial, rows: Rows) -> Rows:
    lazy = frames.entitle(polars_of(trial, rows).lazy(), trial.standard, **trial.options())
    return lazy.collect(engine="streaming").to_dicts()


def on_pandas(trial: Trial, rows: Rows) -> Rows:
    out = frames.entitle(pandas_of(trial, rows), trial.standard, **trial.options())
    return out.astype(object).where(out.notna(), None).to_dict("records")


def on_pyarrow(trial: Trial, rows: Rows) -> Rows:
    return frames.entitle(arrow_of(trial, rows), trial.standard, **trial.options()).to_pylist()


def on_duckdb(trial: Trial, rows: Rows) -> Rows:
    with duckdb.connect() as connection:
        table = arrow_of(trial, rows)
        connection.register("rows", table.append_column("at", pa.array(range(len(rows)), type=pa.int64())))
        out = frames.entitle(connection.table("rows"), trial.standard, **trial.options())
        return out.order('"at"').to_arrow_table().to_pylist()


def on_dask(trial: Trial, rows: Rows) -> Rows:
    frame = dask_frame.from_pandas(pandas_of(trial, rows), npartitions=3)
    out = frames.entitle(frame, trial.standard, **trial.options())
    assert type(out) is type(frame)
    return plain_rows(out)


ENGINES: dict[str, Callable[[Trial, Rows], Rows]] = {
    "polars": on_polars,
    "polars, streaming": on_polars_streaming,
    "pandas": on_pandas,
    "pyarrow": on_pyarrow,
    "duckdb": on_duckdb,
    "dask": on_dask,
}


def agree(engine: str, trial: Trial, rows: Rows, wanted: Rows) -> None:
    found = ENGINES[engine](trial, rows)
    assert len(found) == len(rows)
    for row, each, want in zip(rows, found, wanted, strict=True):
        assert {name: each[name] for name in want} == want, (engine, row)
        assert want or each["status"] != "ok", (engine, row)


# --- rows ------------------------------------------------------------------------------------------------------------

WORDS = (
    "flood",
    "banjir",
    "BANJIR",
    "  Tanah \t longsor",
    "gempa bumi",
    "drought",
    "fire",
    "bnajir",
    "",
    None,
    "ﬂood",
    "tsunami",
    "puting beliung",
)
NUMBERS = (
    None,
    0,
    1,
    2,
    7,
    860,
    10**6,
    2**53 + 1,
    2**62,
    LARGEST,
    -1,
    LARGEST // 2_800,
    LARGEST // 2_800 + 1,
    LARGEST // 400,
)


def random_row(trial: Trial, draw: random.Random) -> dict[str, Any]:
    start = trial.standard.validity.start.start.toordinal()
    row: dict[str, Any] = {}
    own = [hazard.code for hazard in trial.standard.hazards]
    covered = [code for window in trial.standard.windows for code in window.hazards]
    covered += list(trial.standard.covers) if isinstance(trial.standard.covers, tuple) else []
    for name, kind in trial.columns().items():
        if name == "hazard":
            row[name] = draw.choice([*WORDS, *own, *covered * 5])
        elif kind == "text":
            axis = next(axis for axis in trial.standard.axes if axis.code == name)
            row[name] = draw.choice([*axis.values * 4, "elsewhere"])
        elif kind == "day":
            spans = [
                start + draw.randint(-5, 5),
                start + draw.randint(0, 20_000),
                date(2019, 7, 1).toordinal() - draw.randint(-5, 40),
            ]
            row[name] = draw.choice([None, *(date.fromordinal(min(each, 760_000)) for each in spans * 4)])
        elif name == "lasting":
            row[name] = draw.choice([None, -1, 0, *range(1, 41), 90, 91, 3_660, 3_661])
        elif name in trial.recipients.values() and draw.random() < 0.9:  # of many items, seldom one for too many
            people = {name for _, name in trial.cells.get("person", ())}
            row[name] = draw.randint(0, min(max(row[each] or 0, 0) for each in people) if people else 10**6)
        else:
            most = 10**7 if name == "people" else 10**6
            row[name] = draw.choice(NUMBERS) if draw.random() < 0.4 else draw.randint(0, most)
    return row


def trials(standard: AidStandard) -> Iterator[Trial]:
    dated = True
    brought = {index.code: Quantity(7, index.unit) for index in standard.indices if index.given == "caller"}
    for days, extended in (
        ("maximum", False),
        ("minimum", False),
        ("extended", False),
        (7, False),
        (9, True),
        (30, False),
        (None, False),
        ("lasting", False),
        ("lasting", True),
    ):
        yield Trial(
            standard=standard, cells=cells_of(standard), days=days, extended=extended, indices=brought, dated=dated
        )
    yield Trial(standard=standard, cells=cells_of(standard), days=7, extended=False, indices={}, dated=dated)
    standard = with_something_selective(standard)
    chosen, everybody = recipients_of(standard), {"person": [({}, "people")]}
    for days, people in (("lasting", {}), ("maximum", everybody), (30, everybody)):
        yield Trial(
            standard=standard,
            cells=cells_of(standard) | people,
            days=days,
            extended=False,
            indices=brought,
            dated=dated,
            recipients=chosen,
        )


@pytest.mark.parametrize("standard", [*PACKAGED, *MADE_UP], ids=lambda standard: standard.code)
def test_every_engine_gives_what_the_scalar_function_gives(standard: AidStandard) -> None:
    draw = random.Random(20170225)
    for trial in trials(standard):
        if is_too_long(trial):
            continue
        rows = [random_row(trial, draw) for _ in range(ROWS // 10)]
        wanted = all_expected(trial, rows)
        for engine in ENGINES:
            agree(engine, trial, rows, wanted)


@settings(max_examples=GENERATED, deadline=None, suppress_health_check=list(HealthCheck))
@given(standard=strategies.standards(), seed=st.integers(0, 10**6))
def test_nothing_is_special_to_the_standards_that_come_along(standard: AidStandard, seed: int) -> None:
    draw = random.Random(seed)
    for trial in draw.sample(list(trials(standard)), 3):
        if is_too_long(trial):
            continue
        rows = [random_row(trial, draw) for _ in range(8)]
        wanted = all_expected(trial, rows)
        for engine in ("polars", "pandas", "duckdb"):
            agree(engine, trial, rows, wanted)


# --- totals ----------------------------------------------------------------------------------------------------------


def totals_of(trial: Trial, rows: Rows) -> dict[Any, tuple[Any, ...]]:
    """What the rows add up to by hazard, with Python's own whole numbers."""
    found: dict[Any, tuple[Any, ...]] = {}
    wanted = all_expected(trial, rows)
    names = [name for name in wanted[0] if name not in ("days", "status")]
    for row, want in zip(rows, wanted, strict=True):
        amounts, many, flagged = found.get(row["hazard"], ([None] * len(names), 0, 0))
        added = [
            b if a is None else a if b is None else a + b for a, b in zip(amounts, map(want.get, names), strict=True)
        ]
        found[row["hazard"]] = (added, many + 1, flagged + (want["status"] != "ok"))
    return {key: (dict(zip(names, amounts, strict=True)), *rest) for key, (amounts, *rest) in found.items()}


def frames_of(trial: Trial, rows: Rows, connection: Any) -> dict[str, Any]:
    connection.register("rows", arrow_of(trial, rows))
    return {
        "polars": polars_of(trial, rows),
        "polars, lazy": polars_of(trial, rows).lazy(),
        "pandas": pandas_of(trial, rows),
        "pyarrow": arrow_of(trial, rows),
        "duckdb": connection.table("rows"),
        "dask": dask_frame.from_pandas(pandas_of(trial, rows), npartitions=3),
    }


@pytest.mark.parametrize("standard", PACKAGED, ids=lambda standard: standard.code)
@pytest.mark.parametrize("small", [True, False], ids=["small counts", "counts of any size"])
def test_totals_are_what_the_rows_add_up_to(standard: AidStandard, small: bool) -> None:
    draw = random.Random(2017)
    asked = [each for each in trials(standard) if each.days in ("maximum", "lasting") and not each.extended]
    if standard is PEDUM_2003:  # without their days rows of one hazard are served alike
        asked += [attrs.evolve(each, dated=False) for each in asked]
    for trial, fewest in [(each, n) for each in asked for n in ((0, 9) if small and each.recipients else (0,))]:
        rows = [random_row(trial, draw) for _ in range(60)]
        for row in rows if small else ():
            counted = [name for cells in trial.cells.values() for _, name in cells]
            row |= {name: draw.choice([None, draw.randint(fewest, 99)]) for name in counted}
            row |= {name: draw.choice([None, *[draw.randint(0, 9)] * 30]) for name in trial.recipients.values()}
        wanted = totals_of(trial, rows)
        too_large = any((amount or 0) > LARGEST for amounts, *_ in wanted.values() for amount in amounts.values())
        with duckdb.connect() as connection:
            for engine, frame in frames_of(trial, rows, connection).items():
                if too_large:
                    with pytest.raises(FrameError) as caught:
                        frames.totals(frame, trial.standard, by=["hazard"], partial=True, **trial.options())
                    assert caught.value.code == "count_too_large", engine
                    continue
                found = frames.totals(frame, trial.standard, by=["hazard"], partial=True, **trial.options())
                assert type(found) is type(frame), engine
                told = {row.pop("hazard"): (row, row.pop("rows"), row.pop("rows_flagged")) for row in plain_rows(found)}
                assert told == wanted, engine


def test_a_total_of_a_whole_frame_is_one_row() -> None:
    frame = pl.DataFrame({"hazard": ["flood", "fire"], "people": [860, 1]})
    [row] = frames.totals(frame, PEDUM_2003, days=7, partial=True).to_dicts()
    assert row == {"rice_g": 860 * 7 * 400, "side_dishes_idr": 860 * 7 * 6_000, "rows": 2, "rows_flagged": 1}
    with pytest.raises(IncompleteTotalError) as caught:
        frames.totals(frame, PEDUM_2003, days=7)
    assert (caught.value.value, caught.value.field) == (1, "frame")
    assert caught.value.parameters == {"rows": 2}


# --- many rows, and SQL that was written apart -----------------------------------------------------------------------

SQL = """
SELECT days, CASE WHEN ok THEN people * days * 400 END AS rice_g, CASE WHEN ok THEN people * days * 6000 END AS side,
  CASE WHEN hazard IS NULL THEN 'hazard_missing' WHEN kind IS NULL THEN 'hazard_unknown'
       WHEN days IS NULL THEN 'hazard_not_covered' WHEN people IS NULL THEN 'count_unknown' ELSE 'ok' END AS status
FROM (SELECT *, days IS NOT NULL AND people IS NOT NULL AS ok FROM (SELECT *,
  CASE WHEN kind IN ('flood', 'landslide') THEN 7 WHEN kind IN ('tsunami', 'typhoon') THEN 3
       WHEN kind = 'earthquake' THEN 10 WHEN kind = 'drought' THEN 30 END AS days
FROM (SELECT *, CASE trim(lower(hazard)) WHEN 'banjir' THEN 'flood' WHEN 'flood' THEN 'flood' WHEN 'longsor' THEN
  'landslide' WHEN 'tsunami' THEN 'tsunami' WHEN 'topan' THEN 'typhoon' WHEN 'gempa' THEN 'earthquake' WHEN
  'kekeringan' THEN 'drought' WHEN 'kebakaran' THEN 'fire' END AS kind FROM rows))) ORDER BY at
"""


def test_a_hundred_thousand_rows_are_what_sql_and_the_scalar_function_make_of_them() -> None:
    draw = random.Random(3)
    words = ("banjir", "Flood", " longsor", "TSUNAMI", "topan", "gempa", "kekeringan", "kebakaran", "bnajir", None)
    rows: Rows = [
        {"hazard": draw.choice(words), "people": draw.choice([None, 0, 1, 10**12, draw.randint(0, 10**6)])}
        for _ in range(100_000)
    ]
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE TABLE rows (at INTEGER, hazard TEXT, people INTEGER)")
        connection.executemany(
            "INSERT INTO rows VALUES (?, ?, ?)", [(at, row["hazard"], row["people"]) for at, row in enumerate(rows)]
        )
        wanted = connection.execute(SQL).fetchall()
    trial = Trial(
        standard=PEDUM_2003, cells={"person": [({}, "people")]}, days="maximum", extended=False, indices={}, dated=False
    )
    rows = [{**row, "day": None} for row in rows]
    for engine in ENGINES:
        found = [
            (row["days"], row["rice_g"], row["side_dishes_idr"], row["status"]) for row in ENGINES[engine](trial, rows)
        ]
        differing = [at for at, (told, want) in enumerate(zip(found, wanted, strict=True)) if told != want]
        assert not differing, (engine, rows[differing[0]])  # the whole lists would be compared for minutes
    for at, want in enumerate(all_expected(trial, rows[:1_000])):
        assert (want["days"], want["rice_g"], want["side_dishes_idr"], want["status"]) == wanted[at]


# --- the law as relations, in SQL that was written apart -------------------------------------------------------------

ENTITLEMENT = Path(__file__).with_name("entitlement.sql").read_text(encoding="utf-8")
Table = list[tuple[Any, ...]]


def in_sql(trial: Trial, rows: Rows) -> tuple[dict[tuple[int, str], tuple[int, int]], set[int]]:
    """What SQLite makes of the rows: by a row's place and an item, the least and the most that is owed, if any is; and
    the rows that are refused whole."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(ENTITLEMENT)

        def fill(tables: dict[str, Table]) -> None:
            for name, table in tables.items():
                for row in table:
                    connection.execute(f"INSERT INTO {name} VALUES ({', '.join('?' * len(row))})", row)

        fill(said_by(trial))
        fill(given_by(trial, rows))
        connection.executescript(
            "INSERT INTO lasting SELECT * FROM lasting_of_rows; INSERT INTO counted SELECT * FROM counted_in_rows"
        )
        [longest] = connection.execute("SELECT coalesce(max(days), 1) FROM lasting").fetchone()
        fill({"periods": [(number,) for number in range(longest)]})
        connection.execute("INSERT INTO fits SELECT * FROM fitting")
        owed = {(at, item): (least, most) for at, item, least, most in connection.execute("SELECT * FROM owed")}
        return owed, {at for (at,) in connection.execute("SELECT at FROM refused")}


RECIPIENTS = "recipients of "
"""How the recipients of an item are called where counts have names."""


def chosen_items(trial: Trial) -> dict[str, str]:
    """The column of the recipients of each item that goes to some."""
    columns = trial.recipients
    found = {item.code: (package.code, item.code) for package in trial.standard.packages for item in package.selective}
    return {item: columns[code] for item, codes in found.items() for code in codes if code in columns}


def said_by(trial: Trial) -> dict[str, Table]:
    """A standard, and what is asked of it, as tables."""
    standard, validity = trial.standard, trial.standard.validity
    seasons = {axis.code: axis for axis in standard.axes if axis.of == "date"}
    said: dict[str, Table] = {name: [] for name in ("items", "rates", "tests", "index_values")}
    numbers = count(1)

    def test(row: Row, number: int, axes: set[str]) -> None:
        for name, of in row.tests:
            kind = name if name in ("day", "date") else "season" if name in seasons else "trait"
            ends = (None, of.start, of.end) if isinstance(of, Interval) else (of, None, None)
            plain = [each.isoformat() if isinstance(each, date) else each for each in ends]
            said["tests"].append((number, name, "class" if name in axes else kind, *plain))

    chosen = chosen_items(trial)
    for item in standard.items:
        if item.per == "recipient" and item.code not in chosen:
            continue
        whole = item.per in ("event", "recipient")
        axes = set() if whole else {axis for axis, _ in standard.count(item.per).axis}
        indices = {code: standard.index(code) for row in item.table for code in row.indices}
        tested = {name for row in item.table for name, _ in row.tests}
        tested_by_indices = {name for index in indices.values() for each in index.values for name, _ in each.row.tests}
        changes = bool((tested | tested_by_indices) & {"day", "date", *seasons})
        measured = None if whole else standard.count(item.per).unit
        counted = RECIPIENTS + item.code if item.per == "recipient" else item.per
        own = item.window if isinstance(item.window, Days) else None
        said["items"].append(
            (
                *(item.code, counted, bool(tested & axes), item.unspecified, item.needs_days, changes),
                *(item.cycle or (None, None)),
                *(item.part, item.group, None if item.rounding is None else item.rounding.value),
                *(1 if measured is None else measured.factor, 1 if item.measure is None else item.measure.factor),
                *("own" if own else item.window, *((own.minimum, own.maximum, own.extended) if own else (None,) * 3)),
            )
        )
        for row in item.table:
            number, ends = next(numbers), (None, None)
            if row.amount is not None:
                rate = row.quantity(item.unit)
                ends = (rate.minimum.amount, rate.maximum.amount) if isinstance(rate, Span) else (rate.amount,) * 2
            further = None if row.each_further is None else Quantity(row.each_further, item.unit).amount
            axis = next((name for name, of in row.tests if name in axes and isinstance(of, Interval)), None)
            share = row.share or Fraction(0)
            step = None if row.to is None else Quantity(row.to, item.unit).amount
            said["rates"].append(
                (
                    *(number, item.code, *ends, further, row.counted_from, None if further is None else axis),
                    *(row.group, len(row.indices), share.numerator, share.denominator, step),
                    None if row.rounding is None else row.rounding.value,
                )
            )
            test(row, number, axes)
            for code in row.indices:
                for each in indices[code].values:
                    value = next(numbers)
                    said["index_values"].append((number, value, each.row.quantity(indices[code].unit).amount))
                    test(each.row, value, axes)
                if code in trial.indices:
                    said["index_values"].append((number, next(numbers), trial.indices[code].amount))
    own_counts = {each.code: each for each in standard.counts}
    wholes = {code: (own_counts.get(code) or standard.count(code)).part_of for code in trial.cells}
    return said | {
        "asked": [(trial.days, trial.extended, LONGEST_WINDOW, standard.shares_days)],
        "validity": [
            (
                validity.start.start.isoformat(),
                validity.end.end.isoformat() if isinstance(validity.end, Period) else None,
            )
        ],
        "classes": [
            (code, at, axis, name)
            for code, cells in trial.cells.items()
            for at, (classes, _) in enumerate(cells)
            for axis, name in classes.items()
        ],
        "parts": [
            (part, whole)
            for part, whole in wholes.items()
            if whole in trial.cells and not (part in own_counts and trial.cells[whole][0][0])
        ],
        "months": [
            (axis.code, name, month)
            for axis in seasons.values()
            for name, months in axis.months.months
            for month in months
        ],
    }


def given_by(trial: Trial, rows: Rows) -> dict[str, Table]:
    """The rows as tables; what a word means is the standard's to say, and has tests of its own."""
    standard, words = trial.standard, []
    for word in {row["hazard"] for row in rows}:
        with suppress(KesosError):
            hazard = standard.hazard(word)
            window = standard.window_for(hazard)
            ends = (None,) * 3 if window is None else (window.minimum, window.maximum, window.extended)
            words.append((word, window is not None or standard.covers_hazard(hazard), *ends))
    numbered = list(enumerate(rows))
    return {
        "rows": [
            (at, row["hazard"], row["day"] and row["day"].isoformat(), row.get("lasting")) for at, row in numbered
        ],
        "words": words,
        "traits": [(at, name, row[name]) for at, row in numbered for name in trial.traits],
        "numbers": [
            (at, code, cell, row[name])
            for at, row in numbered
            for code, cells in trial.cells.items()
            for cell, (_, name) in enumerate(cells)
        ]
        + [(at, RECIPIENTS + item, 0, row[name]) for at, row in numbered for item, name in chosen_items(trial).items()],
    }


def with_small_counts(trial: Trial, row: dict[str, Any], draw: random.Random) -> dict[str, Any]:
    """A row of which SQLite's whole numbers of 64 bits hold every product and sum."""
    counts = {name: 9_999 for cells in trial.cells.values() for _, name in cells}
    counts |= dict.fromkeys(trial.recipients.values(), 99)
    return row | {
        name: draw.choice([None, 0, 1, 19, 20, 21, -1, *(draw.randint(0, most),) * 40]) for name, most in counts.items()
    }


@pytest.mark.parametrize("standard", [*PACKAGED, *MADE_UP], ids=lambda standard: standard.code)
def test_every_engine_gives_what_the_law_gives_as_relations(standard: AidStandard) -> None:
    draw = random.Random(2003)
    for trial in trials(standard):
        if not is_too_long(trial):
            agree_with_sql(trial, [with_small_counts(trial, random_row(trial, draw), draw) for _ in range(ROWS // 10)])


@settings(max_examples=GENERATED, deadline=None, suppress_health_check=list(HealthCheck))
@given(standard=strategies.standards(), seed=st.integers(0, 10**6))
def test_any_standard_gives_what_the_law_gives_as_relations(standard: AidStandard, seed: int) -> None:
    draw = random.Random(seed)
    for trial in draw.sample(list(trials(standard)), 3):
        if not is_too_long(trial):
            agree_with_sql(trial, [with_small_counts(trial, random_row(trial, draw), draw) for _ in range(20)])


def agree_with_sql(trial: Trial, rows: Rows) -> None:
    owed, refused = in_sql(trial, rows)
    outputs = frames.entitle(polars_of(trial, []), trial.standard, **trial.options()).columns
    names = {each.code: column_names(each, outputs) for each in trial.standard.items if not each.unspecified}
    for engine, on_engine in ENGINES.items():
        for at, (row, found) in enumerate(zip(rows, on_engine(trial, rows), strict=True)):
            wanted = {
                name: end
                for code, each in names.items()
                for name, end in zip(each, owed.get((at, code), (None, None)), strict=False)
            }
            assert {name: found[name] for name in wanted} == wanted, (engine, trial.days, row)
            sound = at not in refused and None not in wanted.values()
            assert (found["status"] == "ok") == sound, (engine, trial.days, row)


# --- Spark -----------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    sql = pytest.importorskip("pyspark.sql")
    if shutil.which("java") is None:
        pytest.skip("Spark runs on Java, and there is none on this machine")
    builder = sql.SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    builder = builder.config("spark.sql.shuffle.partitions", "2").config("spark.driver.bindAddress", "127.0.0.1")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what it says of its own dependencies
        session = builder.config("spark.driver.host", "127.0.0.1").getOrCreate()
    yield session
    session.stop()


def spark_rows(frame: Any) -> Rows:
    return [row.asDict() for row in frame.collect()]


@pytest.mark.filterwarnings("ignore")
def test_spark_gives_what_the_scalar_function_gives(spark: Any) -> None:
    draw = random.Random(11)
    kinds = {"text": "string", "day": "date", "count": "bigint"}
    for standard, days in zip(PACKAGED, ("lasting", "maximum", "lasting", "maximum"), strict=True):
        trial = min((each for each in trials(standard) if each.days == days), key=lambda each: not each.recipients)
        rows = [random_row(trial, draw) for _ in range(max(60, ROWS // 4))]
        schema = ", ".join(f"`{name}` {kinds[kind]}" for name, kind in trial.columns().items())
        data = [tuple(row[name] for name in trial.columns()) for row in rows]
        frame = spark.createDataFrame(data, schema).coalesce(1)
        found = frames.entitle(frame, trial.standard, **trial.options())
        assert type(found) is type(frame)
        for row, each, want in zip(rows, found.collect(), all_expected(trial, rows), strict=True):
            assert {name: each[name] for name in want} == want, (standard, row)
        totals = frames.totals(frame, trial.standard, by=["hazard"], partial=True, **trial.options())
        told = {row.pop("hazard"): (row, row.pop("rows"), row.pop("rows_flagged")) for row in spark_rows(totals)}
        assert told == totals_of(trial, rows), standard


@pytest.mark.filterwarnings("ignore")
def test_spark_reads_print_counts_and_says_what_is_flagged(spark: Any) -> None:
    frame = spark.createDataFrame([("banjir", "2.720", 1), ("bnajir", None, 2)], "hazard string, korban string, n int")
    read = frames.parse(frame, "korban", "count", into="people")
    assert sorted((row["people"] or 0, row["people_status"]) for row in read.collect()) == [
        (0, "unknown_value"),
        (2_720, "ok"),
    ]
    flags = frames.explain_flags(frames.entitle(read, PEDUM_2003, days=7))
    assert {row["status"]: row["rows"] for row in flags.collect()} == {"ok": 1, "hazard_unknown": 1}
