"""The rows of a batch as a pandas DataFrame of whole numbers; pandas loads when somebody asks for one."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import Any

from kesos._package import requirements_of
from kesos.errors import MissingExtraError
from kesos.events import DisasterEvent
from kesos.relief._answers import Relief
from kesos.relief._refusals import Refusal, Row
from kesos.standards import Item
from kesos.standards._items import column_of
from kesos.values import Quantity, Span
from kesos.values._spans import ends_of
from kesos.values._texts import check_language

_LARGEST = 2**63 - 1


def frame_of(rows: Iterable[tuple[Row, Relief | Refusal]], language: str) -> Any:
    """A frame with a line for each row.

    Raises:
        MissingExtraError: pandas is not installed.
    """
    check_language(language)
    try:
        pandas = import_module("pandas")
    except ImportError as error:
        needed = "' '".join(requirements_of("frames", "pandas"))
        raise MissingExtraError("missing_extra", field="frames", value="pandas", requirement=needed) from error
    each = list(rows)
    words: dict[str, list[str | None]] = {name: [] for name in ("place", "hazard", "period", "status", "message")}
    days: list[int | None] = []
    not_counted: list[str | None] = []
    amounts: dict[str, list[int | None]] = {}
    spans = {
        line.item.code
        for _, result in each
        if isinstance(result, Relief)
        for line in result.lines
        if isinstance(line.quantity, Span)
    }
    for at, (_, result) in enumerate(each):
        event = result.event if isinstance(result.event, DisasterEvent) else None
        words["place"].append(None if event is None else str(event.place))
        words["hazard"].append(None if event is None else event.hazard.code)
        words["period"].append(None if event is None else event.period.iso)
        words["status"].append("ok" if isinstance(result, Relief) else result.error.code)
        words["message"].append(None if isinstance(result, Relief) else result.error.message(language))
        days.append(result.days if isinstance(result, Relief) else None)
        left = result.not_counted if isinstance(result, Relief) else ()
        not_counted.append("; ".join(map(str, left)) or None)
        for line in result.lines if isinstance(result, Relief) else ():
            for column, amount in _columns(line.item, line.quantity, line.item.code in spans):
                amounts.setdefault(column, [None] * len(each))[at] = amount
    text = {name: pandas.Series(column, dtype="string") for name, column in words.items()}
    places = {name: text[name] for name in ("place", "hazard", "period")}
    if any(not_counted):
        places["not_counted"] = pandas.Series(not_counted, dtype="string")
    numbers = {name: _whole(column, pandas) for name, column in {"days": days, **amounts}.items()}
    frame = pandas.DataFrame({**places, **numbers, "status": text["status"], "message": text["message"]})
    frame.index = pandas.Index([row for row, _ in each])
    return frame


def _columns(item: Item, owed: Quantity | Span[Quantity], both_ends: bool) -> list[tuple[str, int]]:
    """The columns of an item with its amounts in the base unit."""
    least, most = ends_of(owed)
    if not both_ends:
        return [(column_of(item), least.amount)]
    return [(column_of(item, "from"), least.amount), (column_of(item, "to"), most.amount)]


def _whole(column: list[int | None], pandas: Any) -> Any:
    """A column of whole numbers, whose sum is exact too: pandas wraps silently past 64 bits."""
    fits = sum(number for number in column if number is not None) <= _LARGEST
    given = [pandas.NA if number is None else number for number in column]
    return pandas.Series(given, dtype="Int64" if fits else "object")


__all__ = ["frame_of"]
