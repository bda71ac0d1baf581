"""How often an audit finds a fault that was planted in a report that adds up, and whether it leaves such reports alone.

    python benchmarks/planted_faults.py [how many, 1000 unless said]

Each report is made of a seed, and so is its fault: a digit mistaken, a row left out or given twice, two digits or two
figures changed about, the figures of a row one column further on, a total without one of its rows. A fault counts as
found where the audit says something of the report that it did not say before; those that were missed, and errors in
reports that add up, are listed on the other stream.
"""

from __future__ import annotations

import sys
from collections import Counter

from heading import heading

from kesos.audit import find_contradictions
from kesos.testing._made_reports import MadeReport, made_report
from kesos.testing._planted_faults import FAULT_KINDS, plant_fault


def changes(sound: MadeReport, faulty: MadeReport) -> list[str]:
    """What is printed otherwise, with the table that it is in."""
    found: list[str] = []
    for before, after in zip(sound.tables, faulty.tables, strict=True):
        if before != after:
            old, new = ((*each.rows, each.total) for each in (before, after))
            found.append(f"{before.title}: {sorted(set(old) - set(new))} -> {sorted(set(new) - set(old))}")
    return found


def main(count: int) -> int:
    """Print the rates, and what was missed."""
    false: list[str] = []
    planted: Counter[str] = Counter()
    found: Counter[str] = Counter()
    errors: Counter[str] = Counter()
    missed: list[str] = []
    for seed in range(count):
        sound = made_report(seed)
        before = find_contradictions(sound.read())
        false += [f"{seed}: {error!r}" for error in before.errors]
        kind = FAULT_KINDS[seed % len(FAULT_KINDS)]
        faulty = plant_fault(sound, kind, seed)
        after = find_contradictions(faulty.read())
        new = after.compare(before).new
        planted[kind] += 1
        found[kind] += bool(new)
        errors[kind] += any(each.severity == "error" for each in new)
        if not new:
            missed.append(f"{seed} {kind}: {'; '.join(changes(sound, faulty))}")
    print(heading(f"python benchmarks/planted_faults.py {count}"))
    print("| fault | planted | found | as an error |\n|---|--:|--:|--:|")
    for kind in FAULT_KINDS:
        print(f"| {kind} | {planted[kind]:,} | {found[kind]:,} | {errors[kind]:,} |")
    print(f"| together | {count:,} | {found.total():,} | {errors.total():,} |\n")
    print(f"Found: {100 * found.total() / count:.1f} %. In {count:,} reports that add up: {len(false)} errors.")
    print(*missed, *false, sep="\n", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000))
