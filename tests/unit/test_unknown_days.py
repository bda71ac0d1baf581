"""An event known to the month or the year only: what its first day decides is not known, and everything else is."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from kesos import DisasterEvent, Period, Quantity, entitle
from kesos.errors import NotInForceError, UnknownValueError
from kesos.standards import PEDUM_2003, AidStandard, loads_standard

LAW = """
format = 1
code = "made-up"
covers = "any"
title = { id = "Contoh", en = "Example" }
source = { regulation = "x", known = "hypothetical" }
validity = { start = "START", end = "END", citation = { locator = "1" } }

[[axes]]
code = "season"
name = { id = "musim", en = "season" }
of = "date"
months = { wet = [11, 12, 1, 2, 3, 4], dry = [5, 6, 7, 8, 9, 10] }
citation = { locator = "2" }

[[packages]]
code = "aid"
name = { id = "Bantuan", en = "Aid" }

[[packages.items]]
code = "grant"
name = { id = "Santunan", en = "Grant" }
unit = "IDR"
per = "family"
citation = { locator = "3" }
rates = [
    { date = { to = "2022-11-20" }, amount = 50 },
    { date = { from = "2022-11-21" }, amount = 60 },
]

[[packages.items]]
code = "tent"
name = { id = "Tenda", en = "Tent" }
unit = "piece"
per = "family"
citation = { locator = "4" }
rates = [
    { season = "wet", amount = 2 },
    { season = "dry", amount = 1 },
]

[[packages.items]]
code = "mat"
name = { id = "Tikar", en = "Mat" }
unit = "piece"
per = "family"
amount = 3
citation = { locator = "5" }
"""


def law(start: str = "2000", end: str = "open") -> AidStandard:
    return loads_standard(LAW.replace("START", start).replace("END", end))


def event(period: str, **more: Any) -> DisasterEvent:
    return DisasterEvent(hazard="flood", place="x", period=period, families=2, **more)


@pytest.mark.parametrize(
    ("period", "grant", "tent"),
    [
        ("2022", None, None),
        ("2022-11", None, 4),
        ("2021", 100, None),
        ("2021-07", 100, 2),
        ("2023-12", 120, 4),
        ("2022-11-20", 100, 4),
        ("2022-11-20/2022-11-30", 100, 4),
    ],
)
def test_a_rate_that_changes_within_a_month_or_year_is_not_known_for_an_event_of_it(
    period: str, grant: int | None, tent: int | None
) -> None:
    answer = entitle(event(period), law())
    assert answer["mat"] == Quantity(6, "piece")
    for code, owed, unit in (("grant", grant, "IDR"), ("tent", tent, "piece")):
        if owed is not None:
            assert answer[code] == Quantity(owed, unit)
            continue
        with pytest.raises(UnknownValueError) as caught:
            _ = answer[code]
        assert (caught.value.code, caught.value.field, caught.value.value) == ("day_unknown", "period", period)
        assert caught.value.parameters == {"item": law().item(code).name}
        assert caught.value.message("id") != caught.value.message("en")


def test_a_standard_that_begins_or_ends_within_a_year_is_not_known_to_be_in_force_on_a_day_of_it() -> None:
    for standard in (law(start="2022-06-01"), law(end="2022-03-01")):
        with pytest.raises(UnknownValueError) as caught:
            entitle(event("2022"), standard)
        assert (caught.value.code, caught.value.field, caught.value.value) == ("day_unknown", "period", "2022")
        assert caught.value.parameters == {"standard": standard.title}
    with pytest.raises(NotInForceError):
        entitle(event("2021"), law(start="2022-06-01"))
    assert entitle(event("2023"), law(start="2022-06-01"))["mat"] == Quantity(6, "piece")


def test_what_no_day_changes_is_owed_to_an_event_of_a_year() -> None:
    year = DisasterEvent(hazard="flood", place="x", period="2017", people=9)
    day = DisasterEvent(hazard="flood", place="x", period="2017-03-04", people=9)
    assert dict(entitle(year, PEDUM_2003, days=7)) == dict(entitle(day, PEDUM_2003, days=7))


DAILY = """
[[indices]]
code = "ump"
name = { id = "UMP", en = "wage" }
unit = "IDR"
citation = { locator = "6" }
values = [
    { date = { to = "2022-06-30" }, amount = 700 },
    { date = { from = "2022-07-01" }, amount = 800 },
]

[[packages.items]]
code = "wage"
name = { id = "Upah", en = "Wage" }
unit = "IDR"
per = "family"
every = "day"
window = "open"
rates = [{ share = "1/2", of = "ump", to = 1, rounding = "down" }]
citation = { locator = "7" }

[[packages.items]]
code = "meal"
name = { id = "Makan", en = "Meal" }
unit = "package"
per = "person"
every = "day"
window = "open"
rates = [
    { terrain = "hill", date = { to = "2022-08-15" }, amount = 3 },
    { terrain = "hill", date = { from = "2022-08-16" }, amount = 4 },
    { terrain = "plain", amount = 2 },
]
citation = { locator = "8" }

[[axes]]
code = "terrain"
name = { id = "medan", en = "terrain" }
of = "event"
values = ["hill", "plain"]
citation = { locator = "9" }
"""


DATED = loads_standard(LAW.replace("START", "2000").replace("END", "open") + DAILY)


def owed(period: str, days: int, terrain: str) -> dict[str, Quantity | None]:
    """What is owed of each item, None where it is not known."""
    happened = event(period, people=5, traits={"terrain": terrain})
    answer = entitle(happened, DATED, days={"wage": days, "meal": days})
    return {code: answer.get(code) for code in ("grant", "tent", "mat", "wage", "meal")}


@pytest.mark.parametrize("terrain", ["hill", "plain"])
@pytest.mark.parametrize("days", [1, 2, 3, 20])
@pytest.mark.parametrize("month", range(5, 13))
def test_what_is_owed_to_an_event_of_a_month_is_what_each_first_day_of_it_gives_or_is_not_known(
    month: int, days: int, terrain: str
) -> None:
    period = Period.month(2022, month)
    told = owed(period.iso, days, terrain)
    each = [owed((period.start + timedelta(days=at)).isoformat(), days, terrain) for at in range(period.end.day)]
    for code, known in told.items():
        given = {one[code] for one in each}
        assert known == (given.pop() if len(given) == 1 else None), code
