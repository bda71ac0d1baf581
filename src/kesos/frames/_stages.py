"""The order in which expressions become columns: what is used more than once has a column of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from kesos.frames._expressions import READS, Node

TRUTHS = frozenset({"le", "eq", "and", "or", "not", "missing", "wide", "word", "moment"})
"""What an engine holds as true or false and not as a number."""


class Stages(NamedTuple):
    """What is worked out first, what then, each under a name."""

    steps: list[dict[str, Node]]
    names: dict[Node, str]


def stages(outputs: Iterable[Node], prefix: str) -> Stages:
    """The steps in which to work these expressions out."""
    uses: Counter[Node] = Counter()
    order: list[Node] = []

    def visit(node: Node) -> None:
        uses[node] += 1
        if uses[node] == 1:
            for each in _parts(node):
                visit(each)
            order.append(node)

    for output in outputs:
        visit(output)
    names: dict[Node, str] = {}
    level: dict[Node, int] = {}
    steps: list[dict[str, Node]] = []
    for node in order:
        below = max((level[each] for each in _parts(node)), default=0)
        level[node] = below
        if uses[node] > 1 and node.op not in READS and node.op != "const":
            names[node] = f"{prefix}{len(names)}"
            while len(steps) <= below:
                steps.append({})
            steps[below][names[node]] = node
            level[node] = below + 1
    return Stages(steps, names)


def _parts(node: Node) -> tuple[Node, ...]:
    return tuple(each for each in node.args if isinstance(each, Node))


__all__ = ["TRUTHS", "Stages", "stages"]
