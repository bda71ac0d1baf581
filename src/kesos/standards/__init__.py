"""Aid standards: their types, their files, which one applies, and the one that kesos brings along."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from kesos.standards._amounts import Between, Cycle, Days
from kesos.standards._applicable import applicable
from kesos.standards._axes import Axis, Index, IndexValue, Months
from kesos.standards._clauses import Durations, HazardReading, NotCovered, Validity, Window
from kesos.standards._comparison import ClauseKind, Comparison, Difference, compare_standards
from kesos.standards._files import digest, dumps_standard, load_standard, loads_standard
from kesos.standards._installed import installed
from kesos.standards._items import InKind, Item, Package
from kesos.standards._rates import Interval, Row
from kesos.standards._standard import AidStandard

if TYPE_CHECKING:
    PEDUM_2003: AidStandard
    """Pedum 03/BJ-SBSKBA/2003, as quoted in a district office's report."""

__all__ = [
    "PEDUM_2003",
    "AidStandard",
    "Axis",
    "Between",
    "ClauseKind",
    "Comparison",
    "Cycle",
    "Days",
    "Difference",
    "Durations",
    "HazardReading",
    "InKind",
    "Index",
    "IndexValue",
    "Interval",
    "Item",
    "Months",
    "NotCovered",
    "Package",
    "Row",
    "Validity",
    "Window",
    "applicable",
    "compare_standards",
    "digest",
    "dumps_standard",
    "installed",
    "load_standard",
    "loads_standard",
]


@lru_cache
def _pedum_2003() -> AidStandard:
    return loads_standard(resources.files("kesos.rules").joinpath("pedum_2003.toml").read_text(encoding="utf-8"))


def __getattr__(name: str) -> Any:
    # Reading a rule file takes milliseconds, so it is read when it is first asked for.
    if name == "PEDUM_2003":
        return _pedum_2003()
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
