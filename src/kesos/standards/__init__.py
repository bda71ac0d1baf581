"""Aid standards: their types, their files, which one applies, and those that kesos brings along.

`PEDUM_2003`, `PERKA_BNPB_7_2008`, `KEMENSOS_CASH` and `BNPB_STIMULAN` are read when they are first asked for.
"""

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
    """Pedum 03/BJ-SBSKBA/2003, as quoted in a regency office's report."""
    PERKA_BNPB_7_2008: AidStandard
    """Perka BNPB 7/2008 on basic needs, in part, as quoted on public pages."""
    KEMENSOS_CASH: AidStandard
    """The social ministry's death and injury grants and living allowance, as officials told them."""
    BNPB_STIMULAN: AidStandard
    """BNPB's house repair stimulus and waiting money, as officials told them."""

__all__ = [
    "BNPB_STIMULAN",
    "KEMENSOS_CASH",
    "PEDUM_2003",
    "PERKA_BNPB_7_2008",
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


_PACKAGED = ("PEDUM_2003", "PERKA_BNPB_7_2008", "KEMENSOS_CASH", "BNPB_STIMULAN")
"""Each lies in kesos.rules, in a file of its name."""


@lru_cache
def _packaged(name: str) -> AidStandard:
    file = resources.files("kesos.rules").joinpath(f"{name.lower()}.toml")
    return loads_standard(file.read_text(encoding="utf-8"))


def __getattr__(name: str) -> Any:
    # Reading a rule file takes milliseconds, so it is read when it is first asked for.
    if name in _PACKAGED:
        return _packaged(name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
