"""The floods of February to July 2017 in Kotawaringin Barat, against a stock: what lasts, what is short, who gets what.

Run: python examples/plan_a_week.py [--language en]

The floods are those of the report. What lay in the warehouse then it does not say: the stock, the delivery, the prices
and the budget line below are made up.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable

from kesos import PEDUM_2003, BudgetLine, DisasterEvent, Quantity, Rounding, Text, datasets, entitle_all
from kesos.planning import (
    POLICIES,
    Lot,
    Movement,
    Pack,
    Stock,
    allocate,
    compare,
    days_affordable,
    days_covered,
    plan_days,
    request,
)
from kesos.prices import Price

SACK = Pack(Quantity(50, "kg"), Text("karung", "sacks"))
STOCK = Stock(
    [
        Lot(item="rice", quantity=Quantity(3, "t"), pack=SACK, expires="2017-04-30"),
        Lot(item="rice", quantity=Quantity(1, "t"), pack=SACK, expires="2017-12-31"),
        Lot(item="side_dishes", quantity=Quantity(90_000_000, "IDR")),
    ]
)
DELIVERY = Movement(
    reference="BA-01/2017", way="in", item="rice", quantity=Quantity(4, "t"), pack=SACK,
    on="2017-03-15", expires="2018-03-01", whom="Dinas Sosial Provinsi",
)  # fmt: skip
PRICES = {"rice": Price(Quantity(12_500, "IDR"), Quantity(1, "kg"))}
LINE = BudgetLine(name="Bantuan sosial korban bencana", ceiling=250_000_000, realized=60_000_000)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--language", choices=["id", "en"], default="id")
    language = parser.parse_args().language
    report = datasets.kotawaringin_barat()
    floods = sorted(
        (event for event in report.natural_disasters if event.hazard.code == "flood"), key=lambda event: event.period
    )
    for part in (the_first(floods, language), the_week(floods, language), the_months(floods, language)):
        print("\n".join(part))


def the_first(floods: list[DisasterEvent], language: str) -> Iterable[str]:
    """For how long the largest flood of February can be fed, and what to ask the province for."""
    yield from title(Text("BANJIR TERBESAR DI BULAN FEBRUARI", "THE LARGEST FLOOD OF FEBRUARY"), language)
    flood = max((event for event in floods if event.period.start.month == 2), key=lambda event: event.people or 0)
    cover = days_covered(flood, PEDUM_2003, STOCK)
    yield f"{flood.say(language)}. {cover.say(language)}"
    yield ""
    need = entitle_all(floods, PEDUM_2003, days="maximum").total
    yield request(need, STOCK.after(DELIVERY)).table(language).plain()


def the_week(floods: list[DisasterEvent], language: str) -> Iterable[str]:
    """The floods of the week from 25 February on: one stock for all of them, by each of the policies."""
    yield from title(Text("PEKAN 25 FEBRUARI – 3 MARET", "THE WEEK OF 25 FEBRUARY – 3 MARCH"), language)
    week = [event for event in floods if "2017-02-25" <= event.period.start.isoformat() <= "2017-03-03"]
    for policy in POLICIES:
        plan = allocate(week, PEDUM_2003, STOCK, policy=policy, packs=Rounding.UP)
        view = plan.table(language)
        yield view.caption
        for share, row in zip(plan.shares, view.rows, strict=False):
            yield f"  {share.event.place}: {', '.join(row[1:])}"
        yield f"  {', '.join(cell for cell in view.rows[-1] if cell)}"
        yield ""


def the_months(floods: list[DisasterEvent], language: str) -> Iterable[str]:
    """February to July, day by day; what the budget line pays for, and what a higher rate would have cost."""
    yield from title(Text("FEBRUARI – JULI", "FEBRUARY – JULY"), language)
    yield from plan_days(floods, PEDUM_2003, STOCK, arrivals=[DELIVERY]).explain(language)
    yield ""
    yield days_affordable(floods, PEDUM_2003, LINE, prices=PRICES).say(language)
    yield ""
    rates = {"side_dishes": Quantity(10_000, "IDR")}
    proposal = PEDUM_2003.evolve(code="usulan", rates=rates, source="usulan (contoh)")
    effects = compare(floods, PEDUM_2003, proposal, days="maximum")
    for district, each in effects.by("place.district").items():
        change = each["side_dishes"].change
        yield f"{district}: {'' if change is None else change.say(language)}"


def title(text: Text, language: str) -> Iterable[str]:
    """A heading with a line under it."""
    return ["", text.say(language), "=" * len(text.say(language))]


if __name__ == "__main__":
    main()
