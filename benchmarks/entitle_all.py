"""100,000 events entitled at once: rows a second, bytes a row, totals, a process pool, records.

Run: python benchmarks/entitle_all.py
"""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor

from side_by_side import seconds

from kesos import PEDUM_2003, DisasterEvent, Relief, entitle, entitle_all
from kesos.relief import Batch

ROWS = 100_000


def events(number: int = ROWS) -> list[DisasterEvent]:
    return [
        DisasterEvent(hazard="banjir", place="Kelurahan Pangkut", period="2017-02-25", people=1_000 + people)
        for people in range(number)
    ]


def answer(event: DisasterEvent) -> Relief:
    return entitle(event, PEDUM_2003, days=7)


def once(call: Callable[[], object]) -> float:
    return seconds({"call": call}, rounds=1)["call"]


def bytes_each(number: int = 20_000) -> tuple[float, float]:
    """What an event and its answer hold, in bytes."""
    tracemalloc.start()
    given = events(number)
    before, _ = tracemalloc.get_traced_memory()
    batch = entitle_all(given, PEDUM_2003, days=7)
    after, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return before / len(batch.results), (after - before) / len(batch.results)


def pooled(given: list[DisasterEvent]) -> None:
    with ProcessPoolExecutor(2) as pool:
        for _ in pool.map(answer, given, chunksize=1_000):
            pass


def main() -> None:
    given = events()
    batches: list[Batch] = []
    rows = ROWS / once(lambda: batches.append(entitle_all(given, PEDUM_2003, days=7)))
    batch = batches[0]
    first = once(lambda: batch.total["rice"])
    again = once(lambda: batch.total["rice"])
    printed = once(lambda: str(batch.total))
    groups = once(lambda: batch.totals(by="place"))
    few = given[:20_000]
    pool = len(few) / once(lambda: pooled(few))
    some = batch.answers[:2_000]
    records = len(some) / once(lambda: [each.to_json() for each in some])
    event_bytes, answer_bytes = bytes_each()
    table = {
        "entitle_all": f"{rows:,.0f} rows a second",
        "an event holds": f"{event_bytes:,.0f} bytes",
        "an answer holds": f"{answer_bytes:,.0f} bytes",
        "total, first look": f"{first * 1e3:,.1f} ms",
        "total, second look": f"{again * 1e6:,.1f} µs",
        "total, printed": f"{printed * 1e3:,.1f} ms",
        "totals by place": f"{groups * 1e3:,.1f} ms",
        "process pool of 2": f"{pool:,.0f} answers a second",
        "to_json": f"{records:,.0f} records a second",
        "repr of the batch": f"{len(repr(batch)):,} characters",
        "explanation of the total": f"{len(batch.total.explain()):,} characters",
    }
    print(f"{ROWS:,} events")
    for name, value in table.items():
        print(f"{name:<26}{value:>28}")


if __name__ == "__main__":
    main()
