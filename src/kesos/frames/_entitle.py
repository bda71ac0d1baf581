"""What a standard grants for every row of a frame, on the engine that the frame is of."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any, TypeVar

from kesos import _checks as checks
from kesos.frames._columns import Days, find_columns
from kesos.frames._frames import Frame, part
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
    recipients: Mapping[str, str] | None = None,
    prefix: str = "",
    as_it_is: bool = False,
) -> Plan:
    """What `entitle` adds, to a frame with any counts, or to this one with the counts that it holds."""
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
        recipients=recipients,
    )
    if as_it_is:
        columns = columns.within({name: columns.frame.bounds(name) for name in columns.multiplied})
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
    recipients: Mapping[str, str] | None = None,
    prefix: str = "",
) -> F:
    """The aid that a standard grants for each row of a frame: a frame of the same kind, with columns added.

    The engine of the frame does the work: polars (eager and lazy), pandas, pyarrow, DuckDB, Spark, Dask. What is given
    for a row is what `kesos.entitle` gives for an event with these counts, exactly, in 64-bit whole numbers; no row is
    dropped, and where the engine has an order of rows it stays. A lazy frame stays lazy.

    Args:
        frame: A row for each event, or for each place where groups are counted by place.
        standard: The standard.
        hazard: The column of hazards, in any words that `kesos.Hazard` knows or the standard brings along.
        people: The column of people struck [people].
        families: The column of families struck [families]; left out, "families" where the standard asks for them.
        counts: For each count that the standard asks for (`standard.needs()`) its column; of a count by class a
            mapping from class to column, or a list of ({axis: class}, column) where there are two axes. None in the
            place of a column is a count that nobody knows. Left out, columns named like the count and the class:
            "dead", "house_heavy", "household_5".
        traits: The column of each trait of the event that a rate depends on; left out, a column of its name.
        units: The unit of the column of a measured count, where it is not the count's own.
        indices: The amounts that the standard says whoever asks brings along, by code.
        period: The column of the events' first days; it brings the standard's years and its dated rates into play.
        days: For how many days [day]: a number, an end of the windows by name, a column of numbers, or a mapping from
            item to one of these.
        extended: Allow days beyond a window's maximum, up to its extension.
        recipients: The column of how many recipients were chosen for each package ("clothing") or item
            ("house_dress") that the standard gives selectively [person or family]. They are never more than the people
            of the row, where these are known.
        prefix: What stands before the name of each column that is added.

    Returns:
        The frame with `days`; for each item a column named for it and its base unit (`rice_g`, `side_dishes_idr`,
        minor units of other currencies as `grant_php_100`), or two (`_from`, `_to`) where it can be a range; and
        `status`, "ok" or the row's first fault: what refuses the whole row, by the order of `Status`, or else what is
        at fault with the first item of the standard that is not known, as `kesos.entitle` has it in `unknown` or
        raises it where none is known; a count too large for 64 bits comes last. Where an item's quantity is not known
        its column is null, whatever the others are. Items that the standard leaves blank have no column, and
        those for recipients whom somebody chooses have one where their recipients are named.

    Raises:
        InvalidValueError: Recipients, traits or days of what the standard does not have, as for `kesos.entitle`.
        FrameError: A column is missing, there twice, of floats, texts or booleans where counts are meant, or has the
            name of one that is added; a rate that no column can say. All of it before any row is read.
        MissingExtraError: The frame is one of pyarrow, and NumPy is not installed.

    >>> import pandas as pd
    >>> from kesos.standards import PEDUM_2003
    >>> struck = pd.DataFrame({"hazard": ["banjir", "kebakaran"], "people": [860, 4]})
    >>> print(entitle(struck, PEDUM_2003, days="maximum").to_string(index=False))
       hazard  people  days  rice_g  side_dishes_idr             status
       banjir     860     7 2408000         36120000                 ok
    kebakaran       4  <NA>    <NA>             <NA> hazard_not_covered
    """
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
        recipients=recipients,
        prefix=prefix,
        as_it_is=True,
    )
    return added_to(plan, frame)


def added_to(plan: Plan, frame: F) -> F:
    """The frame with what a plan adds."""
    engine = plan.columns.frame.engine
    if engine == "dask":
        added: F = part("_pandas").entitle_dask(plan, frame)
    elif engine in ("pandas", "pyarrow"):
        added = part(f"_{engine}").entitle(plan, frame)
    else:
        added = import_module(f"kesos.frames._{engine}").entitle(plan, frame)
    return added


__all__ = ["added_to", "entitle", "plan_for"]
