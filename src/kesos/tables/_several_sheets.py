"""Several sheets of a workbook as one table, such as one for each month: each row is called by its sheet too."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any, ParamSpec, TypeVar

import attrs

from kesos._sheets._source import sheets_of
from kesos.tables._results import TableReading

P = ParamSpec("P")
R = TypeVar("R", bound=TableReading)


def of_sheets(read: Callable[P, R]) -> Callable[P, R]:
    """A reader that takes the names of several sheets too: each is read by its own head, with its own totals."""

    @wraps(read)
    def reading(*args: P.args, **kwargs: P.kwargs) -> R:
        names: Any = kwargs.get("sheet")
        if names is None or isinstance(names, str):
            return read(*args, **kwargs)
        rest: dict[str, Any] = {name: value for name, value in kwargs.items() if name != "source"}
        source = kwargs["source"] if "source" in kwargs else args[0]
        sheets: list[Any] = list(sheets_of(source, names))
        return _joined([read(sheet, *args[1:], **{**rest, "sheet": sheet.name}) for sheet in sheets])  # type: ignore[arg-type]

    return reading


def _joined(readings: Sequence[R]) -> R:
    """What was read from each sheet, one under another."""
    columns = dict.fromkeys(pair for each in readings for pair in each.columns)
    blank: dict[tuple[str, str], list[Any]] = {}
    for each in readings:
        for code, over, rows in each.blank_below:
            blank.setdefault((code, over), []).extend(rows)
    return attrs.evolve(
        readings[0],
        entries=[entry for each in readings for entry in each.entries],
        skipped=[skipped for each in readings for skipped in each.skipped],
        bad_cells=[cell for each in readings for cell in each.bad_cells],
        columns=tuple(columns),
        unread=tuple(dict.fromkeys(over for each in readings for over in each.unread)),
        unread_figures=tuple(dict.fromkeys(over for each in readings for over in each.unread_figures)),
        hidden_rows=tuple(row for each in readings for row in each.hidden_rows),
        hidden_columns=tuple(dict.fromkeys(over for each in readings for over in each.hidden_columns)),
        sheet=", ".join(each.sheet for each in readings),
        part_of=tuple(pair for each in readings for pair in each.part_of),
        blank_below=tuple((code, over, tuple(rows)) for (code, over), rows in blank.items()),
        **readings[0].__joined__(readings[1:]),
    )
