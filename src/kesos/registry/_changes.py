"""One change of a list: which family, what is done, why, and when."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Literal, cast, get_args

import attrs

from kesos import _checks as checks
from kesos._named import Named, code_of, listed
from kesos.errors import InvalidValueError
from kesos.records import Discreet
from kesos.registry._references import family_reference
from kesos.values import Text
from kesos.values._days import plain_date
from kesos.values._showing import Rowed
from kesos.values._tabulated import NOTHING, Shown, ShownRow

Kind = Literal["add", "remove", "move", "correct"]
KINDS: tuple[Kind, ...] = get_args(Kind)
SAID: dict[Kind, Text] = {
    "add": Text("ditambahkan", "added"),
    "remove": Text("dikeluarkan", "removed"),
    "move": Text("pindah wilayah", "moved"),
    "correct": Text("dikoreksi", "corrected"),
}
_FAMILY = Text("Keluarga", "Family")
_CHANGE = Text("Perubahan", "Change")
_DAY = Text("Tanggal", "Day")
_AREA = Text("Wilayah", "Area")


class Reason(Named):
    """Why a list changes, or a card was not handed out.

    The report names six, as causes for which cards were not handed out; `newly_poor` is named by no report.

    >>> REASONS[0].code, REASONS[0].printed, REASONS[-1].citation
    ('deceased', 'Meninggal dunia', None)
    """

    __slots__ = ()


REASONS: tuple[Reason, ...] = listed("reasons", Reason)
"""The reasons that have words; any other code serves as well, since the report's list is an open one."""

_day = checks.private(plain_date)  # whoever mistakes a column may give a name
_text = checks.private(checks.known_text)


@lru_cache
def _known_reason(code: str) -> str:
    return code_of(code, "reason", REASONS)


def _code_of_reason(reason: object, field: str) -> str:
    if isinstance(reason, Named):
        return reason.code
    return _known_reason(reason) if type(reason) is str else code_of(reason, field, REASONS)


_private_choice = checks.private(checks.choice)
_private_reason = checks.private(_code_of_reason)


def _family(family: str) -> str:
    return family_reference(family, "family")


def _kind(kind: str) -> Kind:
    return cast(Kind, _private_choice(kind, "kind", KINDS))


def _reason(reason: Reason | str) -> str:
    return _private_reason(reason, "reason")


def _on(day: date | str) -> date:
    return _day(day, "on")


def _area(area: str | None) -> str | None:
    return _text(area, "area")


def _becomes(family: str | None) -> str | None:
    return None if family is None else family_reference(family, "becomes")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Change(Rowed, Discreet):
    """A change of a list. Its `repr` and its row in a table do not tell why.

    Args:
        family: A reference of your own to the family: one word with a digit in it. A name and a NIK are refused.
        kind: "add", "remove", "move" (within the area of the list), or "correct".
        reason: A `Reason`, its code or what it is called ("Meninggal dunia"), or a code of your own.
        on: The day of the change.
        area: Where the family lives after it (a village, a district), or where it lived, for one that is removed; None
            where that is not known or stays. "Ds. Umpang" is "Desa Umpang" and may be "Umpang"; no other kind is.
        becomes: For a correction, the right reference where the old one was wrong.

    Raises:
        InvalidValueError: A value of the wrong type; a code that is a slip of the pen; what this kind does not take.

    >>> Change(family="f2", kind="remove", reason="moved", on="2021-02-01")
    Change(family='f2', kind='remove', on=datetime.date(2021, 2, 1), area=None, becomes=None)
    """

    family: str = attrs.field(converter=_family)
    kind: Kind = attrs.field(converter=_kind)
    reason: str = attrs.field(converter=_reason, repr=False)
    on: date = attrs.field(converter=_on)
    area: str | None = attrs.field(default=None, converter=_area)
    becomes: str | None = attrs.field(default=None, converter=_becomes)

    def __row__(self) -> ShownRow:
        return (
            Shown(_FAMILY, self.family),
            Shown(_CHANGE, SAID[self.kind]),
            Shown(_DAY, self.on),
            Shown(_AREA, NOTHING if self.kind == "remove" and self.area is None else self.area),
        )

    def __attrs_post_init__(self) -> None:
        if self.becomes is not None and self.kind != "correct":
            raise InvalidValueError("not_used.by_kind", field="becomes")


__all__ = ["KINDS", "REASONS", "SAID", "Change", "Kind", "Reason"]
