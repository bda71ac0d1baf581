"""Expressions worked out over NumPy arrays, a block of rows at a time so that what is in between stays small."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from kesos.frames import _expressions as ex
from kesos.frames._expressions import READS, Node

Array = Any
BLOCK = 1 << 16

_OPERATORS: Mapping[str, Callable[..., Array]] = {
    "add": np.add,
    "sub": np.subtract,
    "mul": np.multiply,
    "div": np.floor_divide,
    "mod": np.remainder,
    "min": np.minimum,
    "max": np.maximum,
    "le": np.less_equal,
    "eq": np.equal,
    "and": np.logical_and,
    "or": np.logical_or,
    "not": np.logical_not,
    "if": np.where,
}


class Work:
    """The values of expressions in one block of rows; each is worked out once."""

    def __init__(self, read: Callable[[Node], Array]) -> None:
        self._read = read
        self._known: dict[Node, Array] = {}

    def of(self, node: Node) -> Array:
        """The value of an expression in each row, or one number where it is the same in all."""
        if node not in self._known:
            self._known[node] = self._work_out(node)
        return self._known[node]

    def _work_out(self, node: Node) -> Array:
        if node.op == "const":
            return np.int64(node.least)
        if node.op in READS:
            return self._read(node)
        if node.op == "table":
            return np.array(node.args, dtype=np.int64)[self.of(ex.GROUP)]  # no group is a place from the end
        if node.op == "month":
            days = np.asarray(self.of(node.args[0])).astype("datetime64[D]")
            return days.astype("datetime64[M]").astype(np.int64) % 12 + 1
        return _OPERATORS[node.op](*(self._operand(node.op, each) for each in node.args))

    def _operand(self, op: str, node: Node) -> Array:
        value = self.of(node)
        is_truth = getattr(value, "dtype", None) == np.bool_
        return np.asarray(value, dtype=np.int64) if is_truth and op in _ARITHMETIC else value


_ARITHMETIC = frozenset({"add", "sub", "mul", "div", "mod", "min", "max", "le", "eq"})

__all__ = ["BLOCK", "Array", "Work"]
