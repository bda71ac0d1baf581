"""The table of a run, with what survived and what is accepted."""

from __future__ import annotations

from collections import Counter
from typing import Any

from mutants import Module, Mutant


def report(mutated: list[Module], results: dict[str, Any], accepted: dict[str, str]) -> tuple[str, float]:
    """The table, and how many of a hundred are noticed."""
    lines = [
        "| module | mutants | killed | of these by time | survived | equivalent | noticed |",
        "|---|--:|--:|--:|--:|--:|--:|",
    ]
    sums: Counter[str] = Counter()
    left: list[Mutant] = []
    excused: list[Mutant] = []
    for module in mutated:
        count: Counter[str] = Counter()
        for mutant in module.mutants:
            outcome = results.get(mutant.key, {}).get("outcome")
            if outcome is None:
                continue
            count["mutants"] += 1
            if outcome in ("killed", "timeout"):
                count["killed"] += 1
                count["timeout"] += outcome == "timeout"
            elif mutant.key in accepted:
                count["equivalent"] += 1
                excused.append(mutant)
            else:
                count["survived"] += 1
                left.append(mutant)
        if count["mutants"]:
            lines.append(_row(f"`{module.name}`", count))
            sums.update(count)
    lines.append(_row("**all**", sums))
    if left:
        lines += ["", "Survivors:", "", *(f"- `{_cell(mutant.key)}`" for mutant in left)]
    if excused:
        lines += ["", "Equivalent, each with the reason why no test can tell it from the code:", ""]
        lines += [f"- `{_cell(mutant.key)}`: {accepted[mutant.key]}" for mutant in excused]
    return "\n".join(lines), _share(sums)


def _row(name: str, count: Counter[str]) -> str:
    figures = (count[each] for each in ("mutants", "killed", "timeout", "survived", "equivalent"))
    return f"| {name} | " + " | ".join(f"{figure:,}" for figure in figures) + f" | {_share(count):.1f} % |"


def _share(count: Counter[str]) -> float:
    told = count["mutants"] - count["equivalent"]
    return 100 * count["killed"] / told if told else 100.0


def _cell(text: str) -> str:
    return text.replace("`", "'")
