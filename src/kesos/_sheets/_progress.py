"""A progress bar on long work, where somebody looks: in a terminal or a notebook, and where tqdm is installed."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import Any, Final, TypeVar

T = TypeVar("T")

FEWEST: Final = 20_000
"""Shorter work is done before anybody has seen a bar."""


def with_progress(things: Iterable[T], total: int, what: str) -> Iterator[T]:
    """Each of `things`, with a bar where there are many and somebody looks."""
    bar = _bar() if total >= FEWEST and _somebody_looks() else None
    yield from things if bar is None else bar(things, total=total, desc=what, leave=False)


def _somebody_looks() -> bool:
    return "ipykernel" in sys.modules or sys.stderr.isatty()


def _bar() -> Any:
    try:
        return import_module("tqdm.auto").tqdm
    except ImportError:
        return None
