"""How the time of each thing that is done grows with its input, over three decades.

    python benchmarks/growth.py            # everything
    python benchmarks/growth.py items      # what has this word in its name

The exponent is that of the last two decades, where nothing that is done once hides it: 1 is in step with the input, 2
is its square. What has a limit is refused at it; how soon is printed in its place. It ends with 1 where an exponent is
above 1.1 or a refusal takes longer than a second.
"""

from __future__ import annotations

import gc
import json
import sys
from collections.abc import Callable
from datetime import date, timedelta
from math import log10
from time import process_time
from typing import Any

import attrs
from heading import heading

from kesos import (
    PEDUM_2003,
    Beneficiary,
    Citation,
    DisasterEvent,
    Household,
    Locality,
    Period,
    Printed,
    Quantity,
    Report,
    Text,
    Unit,
    entitle,
    entitle_all,
    entitle_range,
    find_contradictions,
    total,
    verify,
)
from kesos.errors import KesosError
from kesos.hazards import Hazard
from kesos.planning import Lot, Movement, Stock
from kesos.programs import benefit_owed, screen
from kesos.relief import worksheet
from kesos.reports import Column, InOrder, Name, SameFigure, Series, SumOf, Table
from kesos.standards import (
    AidStandard,
    Index,
    IndexValue,
    Item,
    Package,
    Row,
    compare_standards,
    dumps_standard,
    loads_standard,
)

LARGEST_EXPONENT = 1.1
LONGEST_REFUSAL = 1.0

Made = Callable[[], object]
SOURCE, WORDS = Citation(regulation="r", locator="l"), Text("a", "b")


def event(at: int = 0, people: int = 10) -> DisasterEvent:
    return DisasterEvent(hazard="banjir", place=f"Desa {at}", period="2017-02-25", people=people, families=3)


def events(many: int) -> list[DisasterEvent]:
    return [event(at) for at in range(many)]


def standard(many: int) -> AidStandard:
    items = tuple(
        Item(code=f"i{at}", name=WORDS, amount=1, unit="g", per="person", citation=SOURCE) for at in range(many)
    )
    return AidStandard(
        code="x",
        title=WORDS,
        source=SOURCE,
        validity=PEDUM_2003.validity,
        durations=PEDUM_2003.durations,
        windows=PEDUM_2003.windows,
        packages=(Package(code="p", name=WORDS, items=items),),
    )


def localities(many: int) -> Made:
    parts = [Locality(place=f"d{at}", people=3) for at in range(many)]
    return lambda: entitle(
        DisasterEvent(hazard="banjir", place="x", period="2017", localities=parts), PEDUM_2003, days=3
    )


def rows(many: int) -> Made:
    given = events(many)
    return lambda: entitle_all(given, PEDUM_2003, days=3)


def rows_that_are_refused(many: int) -> Made:
    given = [{"hazard": "bnajir", "place": "x", "period": "2017", "people": at} for at in range(many)]
    return lambda: str(entitle_all(given, PEDUM_2003, days=3))


def sums(many: int) -> Made:
    answers = [entitle(each, PEDUM_2003, days=3) for each in events(many)]
    return lambda: dict(total(answers))


def sums_told(many: int) -> Made:
    added = total([entitle(each, PEDUM_2003, days=3) for each in events(many)])
    return lambda: added.explain("id")


def sums_of_ranges(many: int) -> Made:
    answers = [entitle_range(each, PEDUM_2003) for each in events(many)]
    return lambda: dict(total(answers))


def groups(many: int) -> Made:
    batch = entitle_all(events(many), PEDUM_2003, days=3)
    return lambda: batch.totals(by="place")


def items(many: int) -> Made:
    law = standard(many)
    return lambda: dict(entitle(event(), law, days=3))


def items_told(many: int) -> Made:
    added = total([entitle(event(), standard(many), days=3)])
    return lambda: (dict(added), added.explain("id"))


def standards_compared(many: int) -> Made:
    one, other = standard(many), standard(many)
    return lambda: compare_standards(one, other).table("id").plain()


def rule_file(many: int) -> Made:
    text = dumps_standard(standard(many))
    return lambda: loads_standard(text)


def rule_file_with_faults(many: int) -> Made:
    text = dumps_standard(standard(many)).replace('unit = "g"', 'unit = "gram?"')
    return lambda: told(lambda: loads_standard(text))


def rates_by_class(many: int) -> Made:
    rates = tuple(Row(tests={"size": {"from": at, "to": at}}, amount=at) for at in range(many))
    item = Item(code="i", name=WORDS, unit="g", per="household", rates=rates, citation=SOURCE)
    return lambda: attrs.evolve(standard(1), packages=[Package(code="p", name=WORDS, items=[item])])


def values_of_an_index(many: int) -> Made:
    days = [(date(2000, 1, 1) + timedelta(at)).isoformat() for at in range(many)]
    values = [IndexValue(row=Row(tests={"date": {"from": day, "to": day}}, amount=1)) for day in days]
    return lambda: Index(code="w", name=WORDS, unit="IDR", values=values, citation=SOURCE)


def lots_that_move(many: int) -> Made:
    lots = [Lot(item="i", quantity=Quantity(1, "kg"), expires=date(2018, 1, 1) + timedelta(at)) for at in range(many)]
    given: dict[str, Any] = {"way": "out", "item": "i", "quantity": Quantity(1, "kg"), "on": "2017-02-25"}
    movements = [Movement(reference=f"m{at}", **given) for at in range(many)]
    return lambda: Stock(lots).after(*movements)


def record(many: int) -> Made:
    text = total([entitle(each, PEDUM_2003, days=3) for each in events(many)]).to_json()
    return lambda: verify(text, PEDUM_2003)


def record_with_faults(many: int) -> Made:
    given = json.loads(total([entitle(each, PEDUM_2003, days=3) for each in events(many)]).to_json())
    for answer in given["answers"]:
        answer["lines"][0]["quantity"]["amount"] += 1
    return lambda: told(lambda: verify(given, PEDUM_2003))


def record_with_a_key_twice(many: int) -> Made:
    text = '{"kesos":1,' + ",".join(f'"a{at}":1' for at in range(many)) + f',"a{many - 1}":2' + "}"
    return lambda: told(lambda: verify(text, PEDUM_2003))


def unknown_keys(many: int) -> Made:
    given = {f"a{at}": at for at in range(many)}
    return lambda: told(lambda: DisasterEvent.from_dict(given))


def members(many: int) -> Made:
    people = [Beneficiary(age=30, sex="female") for _ in range(many)]
    return lambda: screen(Household(members=people, poor=True), on="2018-01-01")


def register(many: int) -> Made:
    families = [
        Household(reference=f"f{at}", members=[Beneficiary(age=at % 80, sex="female")], damage="heavy")
        for at in range(many)
    ]
    return lambda: worksheet(families, on="2018-01-01", order="largest_first").explain("id")


def months(many: int) -> Made:
    last = f"{2019 + many // 12}-{many % 12 + 1:02}"
    return lambda: told(lambda: benefit_owed("BPNT", families=2, first="2019-01", last=last))


def report(**parts: object) -> Made:
    made = Report(code="r", title="t", office="o", period="2017", **parts)  # type: ignore[arg-type]
    return lambda: find_contradictions(made)


def names(many: int) -> Made:
    return report(names=[Name(f"Desa Contoh {at}", source=f"p. {at}", kind="place") for at in range(many)])


def names_alike(many: int) -> Made:
    return report(names=[Name("Desa Umpang", source=f"p. {at}", kind="place") for at in range(many)])


def parts_of_a_sum(many: int) -> Made:
    parts = [Printed("1", 1, source=f"p. {at}") for at in range(many)]
    return report(relations=[SumOf(Printed(str(many), many, source="s"), parts=parts)])


def figures_in_order(many: int) -> Made:
    day = Period.of("2017-02-25")
    return report(relations=[InOrder([Printed("25 Februari 2017", day, source=f"p. {at}") for at in range(many)])])


def figures_given_again(many: int) -> Made:
    return report(relations=[SameFigure([Printed(str(at), at, source=f"p. {at}") for at in range(many)])])


def relations(many: int) -> Made:
    figure = [Printed("1", 1, source=f"p. {at}") for at in range(many)]
    return report(relations=[SumOf(one, parts=[one]) for one in figure])


def years(many: int) -> Made:
    points = [Printed("1", 1, source=f"p. {at}") for at in range(many)]
    return report(relations=[Series(points, years=[1900 + at for at in range(many)])])


def table_rows(many: int) -> Made:
    columns = [Column("families", "KK", unit="family"), Column("place", "Desa")]
    table = [(f"{at}.", at, f"Desa {at}") for at in range(many)]
    made = Table.build(
        number="1", title="t", document="d", columns=columns, rows=table, total=("Jumlah", many * (many - 1) // 2, None)
    )
    return report(tables=[made])


def words(many: int) -> Made:
    text = "banjir " * many
    return lambda: (told(lambda: Hazard.of(text)), told(lambda: Unit.of(text)), told(lambda: Period.of(text)))


def values(many: int) -> Made:
    given = [Quantity(at, "kg") for at in range(many)]
    return lambda: sum(given, Quantity(0, "kg"))


def told(call: Made) -> object:
    """What a refusal says, in both languages."""
    try:
        return call()
    except KesosError as error:
        return error.message("id") + error.message("en")


GROWN: dict[str, tuple[Callable[[int], Made], int]] = {
    "localities of an event": (localities, 10),
    "rows of a batch": (rows, 10),
    "rows that are refused": (rows_that_are_refused, 10),
    "answers in a total": (sums, 10),
    "answers in a total, told": (sums_told, 10),
    "ranges in a total": (sums_of_ranges, 10),
    "groups of a batch": (groups, 10),
    "items of a standard": (items, 2),
    "items of a standard, told": (items_told, 2),
    "items of two standards": (standards_compared, 2),
    "items of a rule file": (rule_file, 2),
    "faults of a rule file": (rule_file_with_faults, 1),
    "rates of an item": (rates_by_class, 10),
    "values of an index": (values_of_an_index, 10),
    "lots that move": (lots_that_move, 5),
    "answers in a record": (record, 2),
    "faults of a record": (record_with_faults, 2),
    "keys before one twice": (record_with_a_key_twice, 100),
    "keys that nobody knows": (unknown_keys, 5),
    "members of a household": (members, 10),
    "households of a register": (register, 2),
    "months of a benefit": (months, 10),
    "names in a report": (names, 2),
    "names alike in a report": (names_alike, 2),
    "parts of a sum": (parts_of_a_sum, 10),
    "items in order": (figures_in_order, 10),
    "places of a figure": (figures_given_again, 2),
    "relations of a report": (relations, 10),
    "years of a series": (years, 10),
    "rows of a table": (table_rows, 2),
    "words of a text": (words, 100),
    "quantities": (values, 100),
}
"""By what grows: how it is made for a size, and the least size; the largest is a thousand times that."""


def seconds(call: Made) -> float:
    """The best of a few calls, as far as two seconds go; the collector of garbage rests, as `timeit` has it."""
    best, spent = float("inf"), 0.0
    for _ in range(5):
        gc.collect()
        gc.disable()
        begun = process_time()
        call()
        took = process_time() - begun
        gc.enable()
        best, spent = min(best, took), spent + took
        if spent > 2:
            break
    return max(best, 1e-6)


def grown(name: str) -> tuple[str, bool]:
    """The row of one thing, and whether it is as it should be."""
    prepare, least = GROWN[name]
    taken: list[float] = []
    for size in (least, 10 * least, 100 * least, 1000 * least):
        begun = process_time()
        try:
            taken.append(seconds(prepare(size)))
        except KesosError as error:
            late = process_time() - begun
            cells = [*(f"{each * 1e3:.2f}" for each in taken), *[""] * (4 - len(taken))]
            refused = f"refused at {size:,}: `{error.code}` ({late:.2f} s)"
            return " | ".join([name, *cells, refused]), late <= LONGEST_REFUSAL
    exponent = log10(taken[-1] / taken[-3]) / 2
    cells = [f"{each * 1e3:.2f}" for each in taken]
    return " | ".join([name, *cells, f"{exponent:.2f}"]), exponent <= LARGEST_EXPONENT


def main(wanted: str = "") -> int:
    """Print the table; 1 where something grows faster than it may."""
    print(heading(" ".join(["python benchmarks/growth.py", *([wanted] if wanted else [])])))
    print("| milliseconds for | least | × 10 | × 100 | × 1,000 | exponent, or where it is refused |")
    print("|---|--:|--:|--:|--:|---|")
    fine = True
    for name in GROWN:
        if wanted in name:
            row, good = grown(name)
            print(f"| {row}{'' if good else ' **!**'} |", flush=True)
            fine = fine and good
    return 0 if fine else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
