"""kesos.planning as a user writes it; the type checkers read this file, and nothing runs it."""

from __future__ import annotations

from datetime import date
from typing import assert_type

from kesos import PEDUM_2003, DisasterEvent, Quantity, Rounding, Span, entitle
from kesos.planning import (
    Calendar,
    Cost,
    Cover,
    Effect,
    Effects,
    Lot,
    Movement,
    Pack,
    Share,
    Stock,
    allocate,
    compare,
    cost,
    days_affordable,
    days_covered,
    plan_days,
    request,
    shortfall,
)
from kesos.prices import Price

flood = DisasterEvent(hazard="flood", place="Desa Contoh", period="2017-02-25", people=860)
stock = Stock({"rice": Quantity(2, "t"), "side_dishes": None})
stock = Stock([Lot(item="rice", quantity=Quantity(2, "t"), pack=Pack(Quantity(50, "kg")), expires="2018-01-01")])
assert_type(stock["rice"], Quantity)
assert_type(stock.get("rice"), Quantity | None)
assert_type(stock.on(date(2017, 3, 1)), Stock)
out = Movement(reference="SPB-1", way="out", item="rice", quantity=Quantity(1, "kg"), on="2017-03-01")
assert_type(stock.after(out), Stock)
need = entitle(flood, PEDUM_2003, days=7)
assert_type(shortfall(need, stock)["rice"], Quantity | Span[Quantity])
assert_type(request(need, stock).lines[0].packs, int | None)

cover = days_covered(flood, PEDUM_2003, stock, items=["rice"], extended=True)
assert_type(cover, Cover)
assert_type(cover.limited_by, str | None)
assert_type(cover.meets_minimum, bool | None)

plan = allocate([flood], PEDUM_2003, stock, policy="equal_days", packs=Rounding.UP)
assert_type(plan.shares, tuple[Share, ...])
assert_type(plan.shares[0]["rice"], Quantity)
assert_type(plan.shares[0].days, int | None)
assert_type(plan.left, Stock)
assert_type(plan.movements("SPB", on="2017-03-01"), tuple[Movement, ...])

calendar = plan_days([flood], PEDUM_2003, stock, arrivals=[])
assert_type(calendar, Calendar)
assert_type(calendar.first_failure, tuple[str, date] | None)
assert_type(calendar.course[0].short, Quantity)

effects = compare([flood], PEDUM_2003, days=3, other_days="maximum")
assert_type(effects, Effects)
assert_type(effects["rice"], Effect)
assert_type(effects["rice"].change, Quantity | Span[Quantity] | None)
prices = {"rice": Price(Quantity(12_500, "IDR"), Quantity(1, "kg"))}
assert_type(cost(need, prices), Cost)
assert_type(cost(need, prices).totals, tuple[Quantity | Span[Quantity], ...])
assert_type(days_affordable([flood], PEDUM_2003, Quantity(1, "IDR"), prices=prices).cost, Quantity)
