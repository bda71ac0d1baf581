"""Rates of every shape: a frame has for an item what the scalar function gives under a standard with only that item."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import permutations, product
from typing import Any

import attrs
import pytest

from kesos import frames
from kesos.errors import KesosError
from kesos.events import DisasterEvent
from kesos.relief import entitle
from kesos.standards import BNPB_STIMULAN, AidStandard, loads_standard
from kesos.values import Quantity, Span

pl = pytest.importorskip("polars")
pa = pytest.importorskip("pyarrow")
duckdb = pytest.importorskip("duckdb")

LARGEST = 2**63 - 1

MADE_UP = """
format = 1
code = "made-up"
covers = "any"
title = { id = "a", en = "a" }
source = { regulation = "x", known = "hypothetical" }
validity = { start = "2000", end = "open", citation = { locator = "-" } }

[[packages]]
code = "aid"
name = { id = "a", en = "a" }

[[packages.items]]
code = "large"
name = { id = "a", en = "a" }
unit = "t"
per = "event"
every = "day"
window = "open"
rates = [
    { day = { to = 3 }, amount = 1_000_000_000_000 },
    { day = { from = 4 }, amount = 900_000_000_000 },
]
citation = { locator = "-" }

[[packages.items]]
code = "large_later"
name = { id = "a", en = "a" }
unit = "t"
per = "dead"
every = "day"
window = "open"
rates = [
    { day = { to = 3 }, amount = 0 },
    { day = { from = 4 }, amount = 400_000_000_000 },
]
citation = { locator = "-" }

[[packages.items]]
code = "by_date"
name = { id = "a", en = "a" }
unit = "IDR"
per = "dead"
every = { days = 3 }
part = "up"
window = "open"
rates = [
    { date = { to = "2022-09-30" }, amount = 5 },
    { date = { from = "2022-10-01", to = "2022-10-09" }, amount = 7 },
    { date = { from = "2022-10-10" }, day = { from = 4 }, amount = 11 },
    { date = { from = "2022-10-10" }, day = { to = 3 }, amount = 13 },
]
citation = { locator = "-" }

[[packages.items]]
code = "two_lengths"
name = { id = "a", en = "a" }
unit = "package"
per = "dead"
every = { days = { from = 2, to = 3 } }
part = "down"
window = "open"
rates = [
    { day = { to = 2 }, amount = 1 },
    { day = { from = 3 }, amount = 3 },
]
citation = { locator = "-" }

[[packages.items]]
code = "half_up"
name = { id = "a", en = "a" }
unit = "unit"
per = "dead"
amount = 1
group = 5
rounding = "half_up"
counted = "event"
citation = { locator = "-" }

[[packages.items]]
code = "down"
name = { id = "a", en = "a" }
unit = "unit"
per = "dead"
amount = 2
group = 7
rounding = "down"
counted = "event"
citation = { locator = "-" }

[[packages.items]]
code = "large_by_hazard"
name = { id = "a", en = "a" }
unit = "t"
per = "event"
every = "day"
amount = 1_000_000_000_000
citation = { locator = "-" }

[[packages.items]]
code = "share"
name = { id = "a", en = "a" }
unit = "IDR"
per = "dead"
rates = [
    { terrain = "hill", date = { to = "2022-10-05" }, share = "1/2", of = "wage", rounding = "down", to = 10 },
    { terrain = "plain", date = { to = "2022-10-05" }, share = "3/4", of = "wage", rounding = "up", to = 1 },
    { date = { from = "2022-10-06" }, share = "1/3", lower_of = ["wage", "other_wage"], rounding = "down", to = 1 },
]
citation = { locator = "-" }

[[packages.items]]
code = "by_season"
name = { id = "a", en = "a" }
unit = "unit"
per = "dead"
rates = [
    { season = "wet", amount = 2 },
    { season = "dry", amount = 1 },
]
citation = { locator = "-" }

[[windows]]
hazards = ["flood"]
minimum = 2
maximum = 7
citation = { locator = "-" }

[[windows]]
hazards = ["drought"]
minimum = 15
maximum = 30
citation = { locator = "-" }

[[axes]]
code = "terrain"
name = { id = "a", en = "a" }
of = "event"
values = ["hill", "plain"]

[[axes]]
code = "season"
name = { id = "a", en = "a" }
of = "date"
months = { wet = [10, 11, 12, 1, 2], dry = [4, 5, 6, 7, 8, 9] }

[[indices]]
code = "wage"
name = { id = "a", en = "a" }
unit = "IDR"
values = [
    { to = "2021", terrain = "hill", amount = 1_001 },
    { from = "2022", terrain = "hill", amount = 1_202 },
    { from = "2021", terrain = "plain", amount = 903 },
]
citation = { locator = "-" }

[[indices]]
code = "other_wage"
name = { id = "a", en = "a" }
unit = "IDR"
values = [
    { from = "2023", terrain = "hill", amount = 700 },
    { to = "2030", terrain = "plain", amount = 1_900 },
]
citation = { locator = "-" }
"""


STANDARD = loads_standard(MADE_UP)
ALONE = {
    item.code: attrs.evolve(STANDARD, packages=(attrs.evolve(STANDARD.packages[0], items=(item,)),))
    for item in STANDARD.packages[0].items
}


DAYS = (date(2022, 9, 29), date(2022, 10, 8), date(2020, 3, 1), date(2022, 10, 6), None, date(2031, 12, 30))
NUMBERS = (0, 1, 3, 24, None, 10**6, LARGEST // 4, 7)
LASTING = (1, 2, 3, 4, 7, 30, 12, 28, 60, 14)
ROWS = [
    {
        "hazard": ("flood", "drought")[at % 2],
        "day": DAYS[at % 6],
        "terrain": ("hill", "plain", None)[at // 2 % 3],
        "lasting": LASTING[at * 3 % 10],
        "dead": NUMBERS[at * 5 % 8],
    }
    for at in range(24)
]


def by_hand(standard: AidStandard, row: dict[str, Any], days: Any) -> tuple[int | None, int | None, str]:
    """The least, the most and the status that the scalar function has for a row."""
    traits = {} if row["terrain"] is None else {"terrain": row["terrain"]}
    try:
        event = DisasterEvent(
            hazard=row["hazard"], place="x", period=row["day"], traits=traits, counts={"dead": row["dead"]}
        )
        [line] = entitle(event, standard, days=row["lasting"] if days == "lasting" else days).lines
    except KesosError as error:
        return None, None, "count_too_large" if error.code == "number_too_large" else error.code
    owed = line.quantity
    least, most = (owed.minimum, owed.maximum) if isinstance(owed, Span) else (owed, owed)
    return (None, None, "count_too_large") if most.amount > LARGEST else (least.amount, most.amount, "ok")


@pytest.mark.parametrize("days", ["lasting", "maximum", 5, None])
@pytest.mark.parametrize("code", ALONE)
def test_a_frame_has_for_an_item_what_the_scalar_function_gives(code: str, days: Any) -> None:
    standard = ALONE[code]
    polars = pl.DataFrame(ROWS)
    wanted = [by_hand(standard, row, days) for row in ROWS]
    with duckdb.connect() as connection:
        connection.register("given", polars.to_arrow())
        for frame in (polars, polars.to_arrow(), connection.table("given")):
            out = pl.DataFrame(frames.entitle(frame, standard, days=days, period="day"))
            names = [each for each in out.columns if each.startswith(f"{code}_")]
            found = [(row[names[0]], row[names[-1]], row["status"]) for row in out.to_dicts()]
            assert found == wanted, type(frame)


def test_a_trait_that_nobody_knows_leaves_the_class_unknown() -> None:
    frame = pl.DataFrame(ROWS).drop("terrain")
    out = frames.entitle(frame, ALONE["share"], period="day", traits={"terrain": None})
    wanted = [by_hand(ALONE["share"], {**row, "terrain": None}, None) for row in ROWS]
    assert [(row["share_idr"], row["share_idr"], row["status"]) for row in out.to_dicts()] == wanted
    assert "class_unknown" in {status for *_, status in wanted}


EDGES = (
    date(2024, 3, 6),
    date(2025, 5, 27),
)  # the last day of the first rate of waiting money, the first of the second
WAITING = attrs.evolve(
    BNPB_STIMULAN,
    packages=tuple(
        attrs.evolve(each, items=items)
        for each in BNPB_STIMULAN.packages
        if (items := tuple(item for item in each.items if item.code == "waiting_money_monthly"))
    ),
)


@pytest.mark.parametrize("months", [1, 2, 3, 4, 7])
def test_each_month_has_the_rate_of_its_first_day_be_the_months_few_or_many(months: int) -> None:
    around = [edge - timedelta(30 * month - off) for edge in EDGES for month in range(months) for off in (-1, 0, 1)]
    rows = [{"hazard": "flood", "day": day, "family_awaiting_house": 3} for day in around]
    wanted = []
    for day in around:
        event = DisasterEvent(hazard="flood", place="x", period=day, counts={"family_awaiting_house": 3})
        try:
            [line] = entitle(event, WAITING, days=30 * months).lines
            wanted.append((line.quantity.amount, "ok"))
        except KesosError as error:
            wanted.append((None, error.code))
    assert {status for _, status in wanted} == {"ok", "no_rate"}
    polars = pl.DataFrame(rows)
    with duckdb.connect() as connection:
        connection.register("given", polars.to_arrow())
        for frame in (polars, polars.to_arrow(), connection.table("given")):
            out = pl.DataFrame(frames.entitle(frame, WAITING, period="day", days=30 * months))
            found = [(row["waiting_money_monthly_idr"], row["status"]) for row in out.to_dicts()]
            assert found == wanted, type(frame)


WINDOWED = """
format = 1
code = "made-up"
covers = ["flood"]
title = { id = "a", en = "a" }
source = { regulation = "x", known = "hypothetical" }
validity = { start = "2000", end = "open", citation = { locator = "-" } }

[[packages]]
code = "aid"
name = { id = "a", en = "a" }

[[packages.items]]
code = "kit"
name = { id = "a", en = "a" }
unit = "package"
per = "dead"
amount = 2
citation = { locator = "-" }

[[windows]]
hazards = ["flood"]
minimum = 2
maximum = 7
citation = { locator = "-" }
"""
RENT = """
[[packages.items]]
code = "rent"
name = { id = "a", en = "a" }
unit = "IDR"
per = "dead"
every = "week"
part = "whole"
window = "open"
unspecified = true
citation = { locator = "-" }
"""


@pytest.mark.parametrize("more", ["", RENT], ids=["nothing takes days", "only what is left blank takes days"])
@pytest.mark.parametrize("days", [1, 3, 7, "maximum"])
def test_days_are_held_to_their_window_also_where_nothing_is_given_by_the_day(more: str, days: Any) -> None:
    standard = loads_standard(WINDOWED + more)
    [row] = frames.entitle(pl.DataFrame({"hazard": ["flood"], "dead": [3]}), standard, days=days).to_dicts()
    event = DisasterEvent(hazard="flood", place="x", period=date(2022, 1, 1), counts={"dead": 3})
    try:
        answer = entitle(event, standard, days=days)
        wanted = (answer.days, answer.lines[0].quantity.amount, "ok")  # type: ignore[union-attr]  # no range
    except KesosError as error:
        wanted = (None, None, error.code)
    assert (row["days"], row["kit_package"], row["status"]) == wanted


SEVERAL = """
format = 1
code = "made-up"
covers = "any"
title = { id = "a", en = "a" }
source = { regulation = "x", known = "hypothetical" }
validity = { start = "2000", end = "open", citation = { locator = "-" } }

[[axes]]
code = "terrain"
name = { id = "a", en = "a" }
of = "event"
values = ["hill", "plain"]
citation = { locator = "-" }

[[indices]]
code = "wage"
name = { id = "a", en = "a" }
unit = "IDR"
given = "caller"
citation = { locator = "-" }

[[packages]]
code = "aid"
name = { id = "a", en = "a" }
"""
ITEMS = {
    "no_rate": """
per = "event"
rates = [{ date = { to = "2022-12-31" }, amount = 5 }]
""",
    "class_unknown": """
per = "dead"
rates = [{ terrain = "hill", amount = 5 }, { terrain = "plain", amount = 7 }]
""",
    "index_unknown": """
per = "missing"
rates = [{ share = "1/2", of = "wage", rounding = "down", to = 1 }]
""",
    "count_unknown": """
per = "family"
amount = 1_000_000_000_000
""",
}


def several(order: Sequence[str]) -> AidStandard:
    head = '[[packages.items]]\ncode = "{code}"\nname = {{ id = "a", en = "a" }}\nunit = "IDR"\n'
    text = "".join(head.format(code=code) + f'citation = {{ locator = "-" }}{ITEMS[code]}' for code in order)
    return loads_standard(SEVERAL + text)


@pytest.mark.parametrize("brought", [{}, {"wage": Quantity(100, "IDR")}], ids=["no index", "an index"])
@pytest.mark.parametrize("order", [*permutations(ITEMS)], ids=" ".join)
def test_a_row_of_which_several_items_are_not_known_has_the_status_of_the_first_as_the_scalar_function(
    order: tuple[str, ...], brought: dict[str, Quantity]
) -> None:
    standard = several(order)
    rows: list[dict[str, Any]] = [
        {"hazard": "banjir", "families": families, "dead": dead, "missing": missing, "terrain": terrain, "day": day}
        for families, dead, missing, terrain, day in product(
            (None, 3, LARGEST), (None, 2), (None, 1), (None, "hill"), (date(2022, 1, 1), date(2023, 1, 1))
        )
    ]
    wanted: list[str] = []
    for row in rows:
        event = DisasterEvent(
            hazard="banjir",
            place="x",
            period=row["day"],
            families=row["families"],
            counts={"dead": row["dead"], "missing": row["missing"]},
            traits={} if row["terrain"] is None else {"terrain": row["terrain"]},
        )
        try:
            unknown = [each.error.code for each in entitle(event, standard, indices=brought).unknown]
        except KesosError as error:
            unknown = [error.code]
        wanted.append(next(iter(unknown), "count_too_large" if row["families"] == LARGEST else "ok"))
    assert {*wanted} >= ({"ok", "count_too_large"} if brought else {order[0], "count_unknown"})
    frame = pl.DataFrame(rows, schema_overrides={"families": pl.Int64, "terrain": pl.String})
    asked: dict[str, Any] = {"period": "day", "families": "families", "indices": brought}
    found = {
        "polars": frames.entitle(frame, standard, **asked)["status"].to_list(),
        "pandas": frames.entitle(frame.to_pandas(use_pyarrow_extension_array=True), standard, **asked)[
            "status"
        ].to_list(),
        "pyarrow": frames.entitle(frame.to_arrow(), standard, **asked)["status"].to_pylist(),
    }
    with duckdb.connect() as connection:
        out = frames.entitle(connection.from_arrow(frame.to_arrow()), standard, **asked)
        found["duckdb"] = [status for (status,) in out.project("status").fetchall()]
    for engine, statuses in found.items():
        assert statuses == wanted, engine
