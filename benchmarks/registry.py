"""A list of 100,000 families and up to a million changes: seconds to make, to apply, to write and to read.

Run: python benchmarks/registry.py [--spreadsheet]

Sheets go out and come in as CSV; with --spreadsheet the list does so as XLSX too, which openpyxl takes long to write.
"""

from __future__ import annotations

import io
import sys

from side_by_side import seconds

from kesos.registry import Change, Registry, apply_changes
from kesos.tables import read_changes, read_registry, write_changes, write_registry

FAMILIES = 100_000


def once(name: str, call: object) -> None:
    assert callable(call)
    print(f"{name:<40} {seconds({'call': call}, rounds=1)['call']:6.2f} s")


def sheets(registry: Registry, changes: list[Change], form: str) -> None:
    """The list and its changes out to a sheet and back, the same as they were."""
    listed, changed, back = io.BytesIO(), io.BytesIO(), list[object]()

    def read() -> None:
        source = io.BytesIO(listed.getvalue())
        back.append(read_registry(source, name=registry.name, area=registry.area, on=registry.on).registry)

    once(f"{FAMILIES:>9,} families written as {form}", lambda: write_registry(registry, listed, format=form))
    once(f"{FAMILIES:>9,} families read from {form}", read)
    assert back == [registry]
    if form == "csv":
        once(f"{len(changes):>9,} changes written as {form}", lambda: write_changes(changes, changed, format=form))
        once(f"{len(changes):>9,} changes read from {form}", lambda: back.append(read_again(changed)))
        assert back[1] == tuple(changes)


def read_again(changed: io.BytesIO) -> tuple[Change, ...]:
    return read_changes(io.BytesIO(changed.getvalue())).changes


def main() -> None:
    references = [f"f{at}" for at in range(FAMILIES)]
    areas = {each: f"Desa {at % 94}" for at, each in enumerate(references)}
    registry = Registry(name="DTKS", area="Contoh", families=references, on="2021-01-07", areas=areas)
    changes: list[Change] = []
    for number in (10_000, 100_000, 1_000_000):
        changes = []
        after: list[Registry] = []

        def make(number: int = number, changes: list[Change] = changes) -> None:
            for at in range(number):
                changes.append(Change(family=f"n{at}", kind="add", reason="newly_poor", on="2021-02-01"))

        def apply(changes: list[Change] = changes, after: list[Registry] = after) -> None:
            after.append(apply_changes(registry, changes))

        once(f"{number:>9,} changes made", make)
        once(f"{number:>9,} changes applied", apply)
    text: list[str] = []
    once(f"{FAMILIES:>9,} families written as JSON", lambda: text.append(registry.to_json()))
    once(f"{FAMILIES:>9,} families read from JSON", lambda: Registry.from_json(text[0]))
    for form in ("csv", "xlsx") if "--spreadsheet" in sys.argv[1:] else ("csv",):
        sheets(registry, changes, form)


if __name__ == "__main__":
    main()
