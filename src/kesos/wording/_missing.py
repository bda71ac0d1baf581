"""Texts that hold no value: dashes, what is empty, and what says that there is nothing or that nobody knows."""

from __future__ import annotations

_DASHES = frozenset({"-", "–", "—", "--"})
_EMPTY_AS_PRINTED = frozenset({"None", "NA"})
_SAYING = {
    **dict.fromkeys(
        (
            *("tidak diketahui", "belum diketahui", "tak diketahui", "tdk diketahui", "tidak tahu", "blm diketahui"),
            *("tidak ada data", "belum ada data", "tdk ada data", "data tidak ada", "belum terdata"),
            *("dalam pendataan", "masih dalam pendataan", "unknown", "not known", "not available", "no data", "n/a"),
        ),
        "unknown",
    ),
    **dict.fromkeys(
        (
            *("nihil", "n i h i l", "tidak ada", "tdk ada", "tak ada", "nil", "none"),
            *("tidak ada kejadian", "tidak ada korban", "tidak ada korban jiwa"),
            *("tidak ada kerusakan", "tidak ada kerugian"),
        ),
        "none",
    ),
    **dict.fromkeys(("nan", "null", "nat", "<na>", "#n/a"), "blank"),
}
"""What texts say that hold no value, with the option that gives it a meaning; what tables and data frames print for an
empty cell is a blank."""
_LONGEST_SAYING = 60


class MissingError(Exception):
    """There is no value in the text: it says so, is a dash, or is empty. `.args[0]` is the option that is for that."""


def check_missing(body: str) -> None:
    """Raise where `body`, what is left of a text without its unit, holds no value.

    It is a dash or empty, or it says that there is nothing or that nobody knows.
    """
    if not body:
        raise MissingError("blank")
    if body in _DASHES:
        raise MissingError("dash")
    if body[0] in "tTbBuUnNdDmM<#(-" and len(body) <= _LONGEST_SAYING:
        if body in _EMPTY_AS_PRINTED:
            raise MissingError("blank")
        said = _SAYING.get(" ".join(body.lower().split()).strip("(-.) "))
        if said is not None:
            raise MissingError(said)
