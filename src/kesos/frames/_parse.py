"""Print in a column of texts, read by the parsers of `kesos.wording`: each text once, however often it stands there."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import Any, Literal, NamedTuple, TypeVar, get_args

import attrs

from kesos import _checks as checks
from kesos.errors import FrameError, KesosError
from kesos.frames._expressions import LARGEST
from kesos.frames._frames import Frame, part
from kesos.wording import parse_count, parse_day, parse_hazard, parse_kk_jiwa, parse_rupiah

F = TypeVar("F")
Print = Literal["count", "rupiah", "families", "people", "day", "hazard"]


class _Parser(NamedTuple):
    read: Callable[..., Any]
    value: Callable[[Any], Any]
    kind: str


def _itself(read: Any) -> Any:
    return read


_PARSERS: dict[str, _Parser] = {
    "count": _Parser(parse_count, _itself, "whole"),
    "rupiah": _Parser(parse_rupiah, attrgetter("amount"), "whole"),
    "families": _Parser(parse_kk_jiwa, attrgetter("families"), "whole"),
    "people": _Parser(parse_kk_jiwa, attrgetter("people"), "whole"),
    "day": _Parser(parse_day, _itself, "day"),
    "hazard": _Parser(parse_hazard, attrgetter("code"), "text"),
}


@attrs.define(eq=False)
class Reading:
    """What the texts of a column say; each is read when it is first met."""

    parser: _Parser
    options: dict[str, Any]
    _known: dict[str, tuple[Any, str]] = attrs.field(factory=dict, init=False)

    def of(self, text: str | None) -> tuple[Any, str]:
        """What a text says, and "ok" or the code of the refusal."""
        if text is None:
            return None, "unknown_value"
        if text not in self._known:
            self._known[text] = self._read(text)
        return self._known[text]

    def _read(self, text: str) -> tuple[Any, str]:
        try:
            read = self.parser.read(text, **self.options)
        except KesosError as error:
            return None, error.code
        value = None if read is None else self.parser.value(read) if not isinstance(read, int) else read
        too_large = isinstance(value, int) and abs(value) > LARGEST
        return (None, "number_too_large") if too_large else (value, "ok")


def parse(frame: F, column: str, as_: Print, *, into: str, **options: Any) -> F:
    """The frame with what a column of print says, and with what became of each cell.

    Args:
        frame: The frame.
        column: The column of texts.
        as_: How its texts are read: a "count"; an amount of "rupiah" [IDR]; the "families" or the "people" of print
            such as "72/240"; a "day"; a "hazard", which becomes its code.
        into: The name of the column that is added; `into` with "_status" after it says "ok", or the code of the error
            that the parser of `kesos.wording` raises for such a text.
        options: What that parser takes: `dash=0`, `unknown=None`, `locale="en"`.

    Raises:
        FrameError: The column is missing or holds no texts; a column of the new name is there already.
        MissingExtraError: NumPy is not installed.

    >>> import pandas as pd
    >>> printed = pd.DataFrame({"korban": ["2.720", "-", "banyak"]})
    >>> print(parse(printed, "korban", "count", into="people", dash=0).to_string(index=False))
    korban  people people_status
     2.720    2720            ok
         -       0            ok
    banyak    <NA>    unreadable
    """
    read = Frame.of(frame)
    read.check_text(column, "column")
    parser = _PARSERS[checks.choice(as_, "as_", get_args(Print))]
    status = f"{checks.text(into, 'into')}_status"
    for name in (into, status):
        if name in read.names:
            raise FrameError("column_taken", field="into", value=name)
    new = {into: parser.kind, status: "text"}
    made: F = part("_texts").translated(read, column, new, Reading(parser, options).of)
    return made


__all__ = ["Print", "Reading", "parse"]
