"""A plan over polars, as expressions that its own optimiser works with: eager frames pass through the lazy engine."""

from __future__ import annotations

from functools import partial
from importlib import import_module
from typing import Any

from kesos.frames import _expressions as ex
from kesos.frames._expressions import Node
from kesos.frames._hazards import MISSING, Hazards
from kesos.frames._plan import Plan
from kesos.frames._stages import TRUTHS, stages
from kesos.frames._status import STATUSES

HIDDEN = "__kesos_"
"""How the columns in between are named; none of them goes out."""
_GROUP = f"{HIDDEN}group"


class Build:
    """Expressions of polars for expressions of a plan."""

    def __init__(self, names: dict[Node, str]) -> None:
        self._names = names
        self._pl = import_module("polars")

    def number(self, node: Node) -> Any:
        """A whole number of 64 bits."""
        if node.op in TRUTHS:
            return self.truth(node).cast(self._pl.Int64)
        return self._pl.col(self._names[node]) if node in self._names else self.made(node)

    def truth(self, node: Node) -> Any:
        """True or false."""
        if node.op == "table" and node not in self._names:
            return self._table(node.args, self._pl.Boolean)
        if node.op not in TRUTHS:
            return self.number(node) != 0
        return self._pl.col(self._names[node]) if node in self._names else self.made(node)

    def made(self, node: Node) -> Any:
        """The expression itself, also where it has a column of its own."""
        pl, args = self._pl, node.args
        if node.op in ex.READS:
            return self._read(node)
        if node.op == "const":
            return pl.lit(node.least, pl.Int64)
        if node.op == "table":
            return self._table(args, pl.Int64)
        if node.op == "if":
            return pl.when(self.truth(args[0])).then(self.number(args[1])).otherwise(self.number(args[2]))
        if node.op == "month":
            return self.number(args[0]).cast(pl.Int32).cast(pl.Date).dt.month().cast(pl.Int64)
        if node.op == "not":
            return ~self.truth(args[0])
        if node.op in ("and", "or"):
            one, other = map(self.truth, args)
            return one & other if node.op == "and" else one | other
        one, other = map(self.number, args)
        return {
            "add": lambda: one + other,
            "sub": lambda: one - other,
            "mul": lambda: one * other,
            "div": lambda: one // other,
            "mod": lambda: one % other,
            "min": lambda: pl.min_horizontal(one, other),
            "max": lambda: pl.max_horizontal(one, other),
            "le": lambda: one <= other,
            "eq": lambda: one == other,
        }[node.op]()

    def _read(self, node: Node) -> Any:
        pl = self._pl
        column = pl.col(node.args[0])
        number = column.cast(pl.Int64, strict=False)
        made = {
            "column": lambda: column.cast(pl.Int64).fill_null(0),
            "wide_column": lambda: number.fill_null(0),
            "missing": lambda: column.is_null(),
            "wide": lambda: number.is_null() & column.is_not_null(),
            "word": lambda: (column.cast(pl.String) == node.args[-1]).fill_null(value=False),
            "day": lambda: column.cast(pl.Date).cast(pl.Int32).cast(pl.Int64).fill_null(0),
            "moment": lambda: (column.dt.truncate("1d") != column).fill_null(value=False),
        }
        return made[node.op]()

    def _table(self, numbers: tuple[int, ...], kind: Any) -> Any:
        """The number of the row's group."""
        work = partial(of_groups, numbers=numbers, kind=kind)
        return self._pl.col(_GROUP).map_batches(work, return_dtype=kind, is_elementwise=True)


def of_groups(groups: Any, numbers: tuple[int, ...], kind: Any) -> Any:
    """The number of each group of a series; what is no group is a place from the end."""
    pl = import_module("polars")
    return pl.Series(numbers, dtype=pl.Int64).cast(kind).gather(groups)


def entitle(plan: Plan, native: Any) -> Any:
    """The frame with what the plan adds."""
    pl = import_module("polars")
    outputs = plan.outputs
    staged = stages([*(each for output in outputs for each in (output.value, output.present)), plan.status], HIDDEN)
    build = Build(staged.names)
    lazy = native.lazy()
    kept = lazy.collect_schema().names()
    lazy = lazy.with_columns(_groups(plan.hazards, pl.col(plan.columns.hazard)).alias(_GROUP))
    for step in staged.steps:
        lazy = lazy.with_columns([build.made(node).alias(name) for name, node in step.items()])
    new = [
        pl.when(build.truth(output.present)).then(build.number(output.value)).alias(output.name) for output in outputs
    ]
    words = pl.Enum([each.value for each in STATUSES])
    status = build.number(plan.status).cast(pl.UInt8).cat.to(words).alias(plan.status_name)
    lazy = lazy.select([*kept, *new, status])
    return lazy if isinstance(native, pl.LazyFrame) else lazy.collect()


def _groups(hazards: Hazards, column: Any) -> Any:
    pl = import_module("polars")
    return column.map_batches(partial(groups_of, hazards=hazards), return_dtype=pl.Int8, is_elementwise=True)


def groups_of(words: Any, hazards: Hazards) -> Any:
    """The group of each word of a series: the usual spellings at once, any other as the scalar function reads it."""
    pl = import_module("polars")
    spellings = hazards.spellings
    places = words.cast(pl.String).cast(pl.Enum(list(spellings)), strict=False).to_physical()
    known = pl.Series(spellings.values(), dtype=pl.Int8).gather(places)
    if known.null_count() > words.null_count():
        words = words.cast(pl.String)
        left = words.filter(known.is_null() & words.is_not_null()).unique().to_list()
        others = dict(zip(left, hazards.groups_of(left), strict=True))
        known = known.fill_null(words.replace_strict(others, default=None, return_dtype=pl.Int8))
    return known.fill_null(MISSING)


__all__ = ["HIDDEN", "Build", "entitle", "groups_of"]
