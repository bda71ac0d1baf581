"""What comes in row by row: events, plain mappings of events, and what a reader could not read."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Protocol

from kesos import _checks as checks
from kesos.errors import InvalidValueError, KesosError
from kesos.events import DisasterEvent
from kesos.records import read_plain
from kesos.relief._answers import Relief
from kesos.relief._refusals import Refusal, Row

Given = DisasterEvent | Mapping[str, Any] | KesosError | Refusal
"""What a row may hold: an event, one as plain values, or why a reader could make none of it."""


class Rows(Protocol):
    """Rows that have labels of their own, such as those of a frame's index."""

    def rows(self) -> Iterable[tuple[Row, Any]]:
        """Each label with what stands in its row."""
        ...


def labelled(events: Iterable[Given] | Rows) -> Iterator[tuple[Row, object]]:
    """Each row once, with its label: its own, or its place counted from zero.

    Raises:
        InvalidValueError: `events` is not several; a row is no pair, or its label neither a whole number nor a text.
    """
    rows = getattr(events, "rows", None)
    if hasattr(events, "__arrow_c_stream__") or hasattr(events, "__dataframe__"):
        raise InvalidValueError("wrong_type.frame", field="events", value=type(events).__name__)
    if not callable(rows) or isinstance(events, type):
        yield from enumerate(checks.each_of(events, "events"))
        return
    for pair in checks.each_of(rows(), "events"):
        if not isinstance(pair, tuple) or len(pair) != 2:
            raise InvalidValueError("wrong_type.row", field="events", value=pair)
        yield _label(pair[0]), pair[1]


def _label(label: object) -> Row:
    return checks.text(label, "row") if isinstance(label, str) else checks.whole_number(label, "row")


def read_row(row: Row, given: Any) -> Any:
    """What stands in a row as an event, or as the refusal of one; anything else as it is, to be refused as no event."""
    if isinstance(given, Refusal):
        return given
    if isinstance(given, KesosError):
        return Refusal(row=row, event=None, error=copy.copy(given))  # the reader's own keeps its traceback
    if isinstance(given, Mapping):
        try:
            return read_plain(DisasterEvent, dict(given))
        except KesosError as error:
            return Refusal(row=row, event=given, error=error.with_traceback(None))
    return given


def events_in(events: Iterable[Given] | Rows) -> tuple[list[tuple[Row, DisasterEvent]], list[Refusal]]:
    """The events of what `entitle_all` takes or gives, each with its label; and the rows of which there is none.

    Raises:
        InvalidValueError: As for `labelled`; something is neither an event nor why there is none.
    """
    found: list[tuple[Row, DisasterEvent]] = []
    rejected: list[Refusal] = []
    for row, given in labelled(events):
        each = given.event if isinstance(given, Relief) else read_row(row, given)
        event = each.event if isinstance(each, Refusal) else each
        if isinstance(each, Refusal) and not isinstance(event, DisasterEvent):
            rejected.append(each)
        else:
            found.append((row, checks.instance(event, f"events[{row}]", DisasterEvent)))
    return found, rejected


__all__ = ["Given", "Rows", "events_in", "labelled", "read_row"]
