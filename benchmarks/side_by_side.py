"""Two ways of doing one thing, timed in turns in one run, so that a busy machine slows both alike."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from statistics import median


def seconds(ways: Mapping[str, Callable[[], object]], *, rounds: int, calls: int = 1) -> dict[str, float]:
    """The median seconds of one call of each way, over `rounds` rounds in which they take turns."""
    taken: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(rounds):
        for name, way in ways.items():
            begun = time.perf_counter()
            for _ in range(calls):
                way()
            taken[name].append((time.perf_counter() - begun) / calls)
    return {name: median(each) for name, each in taken.items()}


def table(title: str, taken: Mapping[str, float], *, against: str, unit: str = "µs") -> str:
    """A row for each way: its time, and how many times that of `against`."""
    scale = {"µs": 1e6, "ms": 1e3}[unit]
    width = max(map(len, taken))
    rows = [
        f"{name:<{width}}  {each * scale:>10.2f} {unit}  {each / taken[against]:>6.2f} ×"
        for name, each in taken.items()
    ]
    return "\n".join([title, *rows])
