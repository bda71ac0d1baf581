"""Shares by group: how much of a whole a part of it is, in exact numbers and as a rounded percentage."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any, TypeVar

from kesos.errors import FrameError, KesosError
from kesos.frames._expressions import LARGEST
from kesos.frames._frames import Frame
from kesos.frames._groups import HIDDEN, check_by, grouped
from kesos.frames._small import small_frame
from kesos.values import share_of

F = TypeVar("F")


def share(frame: F, part: str, whole: str, *, by: Iterable[str] = ()) -> F:
    """What share of a whole a part of it is, in each group, from the sums of two columns of whole numbers.

    Args:
        frame: The frame.
        part: The column of the part.
        whole: The column of the whole.
        by: The columns that make the groups; left out, the frame is one. In a column that is named as one of districts
            ("district", "kecamatan"), spellings of one district are one group, as in `Batch.totals`.

    Returns:
        A frame of the same kind, a row for each group: `part` and `whole` added up, whose quotient is the exact
        share; `percent` as offices print it, with two decimals, rounded half up; `status`, which is "ok" or the code
        of the error that `kesos.indicators.share` raises: a sum with an unknown in it is not known.

    Raises:
        FrameError: A column is missing or holds no whole numbers; a sum does not fit into 64 bits.

    >>> import pandas as pd
    >>> aid = pd.DataFrame({"district": ["a", "a", "b"], "assisted": [100, 17, 5], "eligible": [300, 30, 0]})
    >>> print(share(aid, "assisted", "eligible", by=["district"]).to_string(index=False))
    district  part  whole percent           status
           a   117    330   35.45               ok
           b     5      0    None zero_denominator
    """
    shares: F = _shares(Frame.of(frame), {"part": part, "whole": whole}, by)
    return shares


def absorption(frame: F, ceiling: str, realized: str, *, by: Iterable[str] = ()) -> F:
    """How much of its ceilings each group of budget lines realised.

    Args:
        frame: The frame.
        ceiling: The column of ceilings [IDR].
        realized: The column of what was realised [IDR].
        by: The columns that make the groups; left out, the frame is one. In a column that is named as one of districts
            ("district", "kecamatan"), spellings of one district are one group, as in `Batch.totals`.

    Returns:
        A frame of the same kind, as `share` gives it, with `realized` and `ceiling` in the place of part and whole.

    Raises:
        FrameError: A column is missing or holds no whole numbers; a sum does not fit into 64 bits.

    >>> import pandas as pd
    >>> lines = pd.DataFrame({"ceiling": [60, 40], "realized": [30, 25]})
    >>> print(absorption(lines, "ceiling", "realized").to_string(index=False))
     realized  ceiling percent status
           55      100   55.00     ok
    """
    shares: F = _shares(Frame.of(frame), {"realized": realized, "ceiling": ceiling}, by)
    return shares


def _shares(frame: Frame, columns: dict[str, str], by: Iterable[str]) -> Any:
    for field, name in columns.items():
        frame.check_count(name, field)
    names = check_by(frame, by, (*columns, "percent", "status"))
    found = grouped(frame, names, tuple(columns.values()))
    sums: list[list[int | None]] = []
    for at, field in enumerate(columns):
        sums.append([])
        for total, missing in zip(found[f"{HIDDEN}sum{at}"], found[f"{HIDDEN}missing{at}"], strict=True):
            if total > LARGEST:
                raise FrameError("count_too_large.total", field=field, value=total)
            sums[at].append(None if missing else total)
    below = [
        bool(sum(counts))
        for counts in zip(*(found[f"{HIDDEN}negative{at}"] for at, _ in enumerate(columns)), strict=True)
    ]
    judged = [_judged(*each) for each in zip(*sums, below, strict=True)]
    shown: dict[str, list[Any]] = {name: found[name] for name in names}
    shown |= dict(zip(columns, sums, strict=True))
    shown |= {"percent": [percent for percent, _ in judged], "status": [status for _, status in judged]}
    kinds = dict.fromkeys(columns, "whole") | {"percent": "percent", "status": "text"}
    return small_frame(shown, frame, kinds)


def _judged(part: int | None, whole: int | None, below: bool) -> tuple[Decimal | None, str]:
    if below:
        return None, "count_negative"
    try:
        return share_of(part, whole).rounded(), "ok"
    except KesosError as error:
        return None, error.code


__all__ = ["absorption", "share"]
