"""A list of 100,000 families and up to a million changes: seconds to make, to apply, to write and to read.

Run: python benchmarks/registry.py
"""

from __future__ import annotations

from side_by_side import seconds

from kesos.registry import Change, Registry, apply_changes

FAMILIES = 100_000


def once(name: str, call: object) -> None:
    assert callable(call)
    print(f"{name:<40} {seconds({'call': call}, rounds=1)['call']:6.2f} s")


def main() -> None:
    registry = Registry(name="DTKS", area="Contoh", families=[f"f{at}" for at in range(FAMILIES)], on="2021-01-07")
    for number in (10_000, 100_000, 1_000_000):
        changes: list[Change] = []
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


if __name__ == "__main__":
    main()
