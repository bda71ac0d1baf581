"""What a standard grants for every row of a frame, on the engine that the frame is of."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any, TypeVar

from kesos import _checks as checks
from kesos.frames._columns import Days, find_columns
from kesos.frames._frames import Frame
from kesos.frames._plan import Plan, compile_plan
from kesos.standards import AidStandard
from kesos.values import Quantity, Unit

F = TypeVar("F")


def plan_for(
    frame: object,
    standard: AidStandard,
    *,
    hazard: str = "hazard",
    people: str = "people",
    families: str | None = None,
    counts: Mapping[str, Any] | None = None,
    traits: Mapping[str, str | None] | None = None,
    units: Mapping[str, Unit | str] | None = None,
    indices: Mapping[str, Quantity] | None = None,
    period: str | None = None,
    days: Days = None,
    extended: bool = False,
    prefix: str = "",
) -> Plan:
    """What `entitle` adds, before any row is read."""
    checks.instance(standard, "standard", AidStandard)
    columns = find_columns(
        Frame.of(frame),
        standard,
        hazard=hazard,
        people=people,
        families=families,
        counts=counts,
        traits=traits,
        units=units,
        indices=indices,
        period=period,
        days=days,
        extended=extended,
    )
    return compile_plan(standard, columns, prefix)


def entitle(
    frame: F,
    standard: AidStandard,
    *,
    hazard: str = "hazard",
    people: str = "people",
    families: str | None = None,
    counts: Mapping[str, Any] | None = None,
    traits: Mapping[str, str | None] | None = None,
    units: Mapping[str, Unit | str] | None = None,
    indices: Mapping[str, Quantity] | None = None,
    period: str | None = None,
    days: Days = None,
    extended: bool = False,
    prefix: str = "",
) -> F:
    """TODO"""
    plan = plan_for(
        frame,
        standard,
        hazard=hazard,
        people=people,
        families=families,
        counts=counts,
        traits=traits,
        units=units,
        indices=indices,
        period=period,
        days=days,
        extended=extended,
        prefix=prefix,
    )
    return added_to(plan, frame)


def added_to(plan: Plan, frame: F) -> F:
    """The frame with what a plan adds."""
    engine = plan.columns.frame.engine
    if engine == "dask":
        added: F = import_module("kesos.frames._pandas").entitle_dask(plan, frame)
    else:
        added = import_module(f"kesos.frames._{engine}").entitle(plan, frame)
    return added


__all__ = ["added_to", "entitle", "plan_for"]
