"""How many rows of a frame have which status, said in words."""

from __future__ import annotations

from typing import Any, TypeVar

from kesos.frames._frames import Frame
from kesos.frames._groups import HIDDEN, grouped
from kesos.frames._small import small_frame
from kesos.frames._status import STATUSES
from kesos.values import Text

F = TypeVar("F")
_OTHER = Text("bukan status yang dikenal", "no status that is known")
_WITHOUT = Text("tanpa status", "without a status")


def explain_flags(out: F, *, status: str = "status") -> F:
    """How many rows have each status that `entitle` gave, with what it says in Indonesian and in English.

    Args:
        out: A frame that `entitle` returned.
        status: The name of its column of statuses.

    Returns:
        A frame of the same kind: `status`, `rows`, `id` and `en`, in the order in which faults are met; then what is no
        status of kesos, and rows without any.

    Raises:
        FrameError: There is no such column.

    >>> import pandas as pd
    >>> from kesos.frames import entitle
    >>> from kesos.standards import PEDUM_2003
    >>> struck = pd.DataFrame({"hazard": ["banjir", "kebakaran"], "people": [860, 4]})
    >>> print(explain_flags(entitle(struck, PEDUM_2003, days=7)).to_string(index=False))
                status  rows                                           id                                     en
                    ok     1                                    terhitung                                counted
    hazard_not_covered     1 jenis bencana tidak diatur dalam standar ini the standard does not cover the hazard
    """
    frame = Frame.of(out, "out")
    frame.check_text(status, "status")
    found = grouped(frame, (status,), ())
    rows: dict[Any, int] = dict(zip(found[status], found[f"{HIDDEN}rows"], strict=True))
    met: list[tuple[Any, Text]] = [(each.value, each.name_in_words) for each in STATUSES if each.value in rows]
    told = {each for each, _ in met}
    met += [(each, _OTHER) for each in sorted(each for each in rows if each is not None and each not in told)]
    met += [(None, _WITHOUT)] if None in rows else []
    columns: dict[str, list[Any]] = {
        "status": [each for each, _ in met],
        "rows": [rows[each] for each, _ in met],
        "id": [said.id for _, said in met],
        "en": [said.en for _, said in met],
    }
    made: F = small_frame(columns, frame, {"status": "text", "rows": "whole", "id": "text", "en": "text"})
    return made


__all__ = ["explain_flags"]
