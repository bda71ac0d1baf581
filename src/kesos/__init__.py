"""kesos: exact, explainable rules and records of Indonesian social affairs.

Every public name is imported from here; each loads its module when it is first used, so that `import kesos` is light.

>>> import kesos
>>> flood = kesos.DisasterEvent(hazard="banjir", place="Kelurahan Pangkut", period="2017-02-25", people=860)
>>> print(kesos.entitle(flood, kesos.PEDUM_2003, days=7)["rice"])
2.408 kg
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kesos._version import __version__ as __version__

if TYPE_CHECKING:
    from kesos import datasets, errors, wording
    from kesos.audit import find_contradictions
    from kesos.budgets import Budget, BudgetLine
    from kesos.events import Damage, DisasterEvent, Locality
    from kesos.hazards import Hazard
    from kesos.people import Beneficiary, Household
    from kesos.programs import Program, eligibility
    from kesos.quotas import ProgramQuota
    from kesos.relief import (
        Batch,
        Line,
        Refusal,
        Relief,
        ReliefRange,
        ReliefTotal,
        entitle,
        entitle_all,
        entitle_range,
        total,
        verify,
    )
    from kesos.reports import Report
    from kesos.standards import PEDUM_2003, AidStandard
    from kesos.values import (
        Citation,
        Decision,
        Percentage,
        Period,
        Place,
        Printed,
        Quantity,
        Reading,
        Rounding,
        Span,
        Text,
        Unit,
    )


_HOME = {
    "kesos": (
        "datasets",
        "errors",
        "wording",
    ),
    "kesos.audit": ("find_contradictions",),
    "kesos.budgets": (
        "Budget",
        "BudgetLine",
    ),
    "kesos.events": (
        "Damage",
        "DisasterEvent",
        "Locality",
    ),
    "kesos.hazards": ("Hazard",),
    "kesos.people": (
        "Beneficiary",
        "Household",
    ),
    "kesos.programs": (
        "Program",
        "eligibility",
    ),
    "kesos.quotas": ("ProgramQuota",),
    "kesos.relief": (
        "Batch",
        "Line",
        "Refusal",
        "Relief",
        "ReliefRange",
        "ReliefTotal",
        "entitle",
        "entitle_all",
        "entitle_range",
        "total",
        "verify",
    ),
    "kesos.reports": ("Report",),
    "kesos.standards": (
        "AidStandard",
        "PEDUM_2003",
    ),
    "kesos.values": (
        "Citation",
        "Decision",
        "Percentage",
        "Period",
        "Place",
        "Printed",
        "Quantity",
        "Reading",
        "Rounding",
        "Span",
        "Text",
        "Unit",
    ),
}
_HOME_OF = {name: module for module, names in _HOME.items() for name in names}

__all__ = [
    "PEDUM_2003",
    "AidStandard",
    "Batch",
    "Beneficiary",
    "Budget",
    "BudgetLine",
    "Citation",
    "Damage",
    "Decision",
    "DisasterEvent",
    "Hazard",
    "Household",
    "Line",
    "Locality",
    "Percentage",
    "Period",
    "Place",
    "Printed",
    "Program",
    "ProgramQuota",
    "Quantity",
    "Reading",
    "Refusal",
    "Relief",
    "ReliefRange",
    "ReliefTotal",
    "Report",
    "Rounding",
    "Span",
    "Text",
    "Unit",
    "datasets",
    "eligibility",
    "entitle",
    "entitle_all",
    "entitle_range",
    "errors",
    "find_contradictions",
    "total",
    "verify",
    "wording",
]


def __getattr__(name: str) -> Any:
    from importlib import import_module

    if name not in _HOME_OF:
        raise AttributeError(f"module 'kesos' has no attribute {name!r}")
    module = _HOME_OF[name]
    value = import_module(f"kesos.{name}") if module == "kesos" else getattr(import_module(module), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
