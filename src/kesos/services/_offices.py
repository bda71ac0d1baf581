"""Who does what in disaster work, as far as the report says."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, cast, get_args

import attrs

from kesos import _checks as checks
from kesos._named import Named, listed
from kesos.errors import UnknownValueError
from kesos.values import TableView, Text
from kesos.values._texts import check_language

OfficeKind = Literal["agency", "older_unit", "office", "volunteers", "partner"]
OFFICE_KINDS: tuple[OfficeKind, ...] = get_args(OfficeKind)

_CAPTION = Text("Siapa berbuat apa dalam penanggulangan bencana", "Who does what in disaster work")
_HEADER = Text("Lembaga", "Body"), Text("Sebagai", "As"), Text("Tugas", "What it does"), Text("Sumber", "Source")
_KINDS: dict[OfficeKind, Text] = {
    "agency": Text("badan", "agency"),
    "older_unit": Text("satuan lama", "older unit"),
    "office": Text("dinas", "office"),
    "volunteers": Text("relawan", "volunteers"),
    "partner": Text("mitra", "partner"),
}
_NOT_SAID = Text("tidak disebut", "not said")


def _kind(kind: str) -> OfficeKind:
    return cast(OfficeKind, checks.choice(kind, "kind", OFFICE_KINDS))


def _does(does: Iterable[Text]) -> tuple[Text, ...]:
    return checks.items(does, "does", Text)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Office(Named):
    """A body that takes part in disaster work.

    Args:
        kind: "agency", "older_unit", "office", "volunteers" or "partner".
        does: What it does, as far as the source says; empty where that is not said, which is not "nothing".

    >>> tagana = next(office for office in OFFICES if office.code == "tagana")
    >>> tagana.kind, tagana.does[0].say("en")
    ('volunteers', 'supports the social office in handing out aid')
    """

    kind: OfficeKind = attrs.field(converter=_kind)
    does: tuple[Text, ...] = attrs.field(default=(), converter=_does)


OFFICES: tuple[Office, ...] = listed("offices", Office)


def managing_body(*, agency_founded: bool | None) -> Office:
    """Who manages disasters in a regency: the agency (BPBD), or the older unit (Satlak) where none was founded.

    Args:
        agency_founded: Whether the regency has founded an agency, which it may and need not.

    Raises:
        UnknownValueError: That is not known.

    >>> managing_body(agency_founded=False).code
    'satlak'
    """
    if checks.known_flag(agency_founded, "agency_founded") is None:
        raise UnknownValueError("unknown_value", field="agency_founded")
    wanted = "agency" if agency_founded else "older_unit"
    return next(office for office in OFFICES if office.kind == wanted)


def roles(language: str = "id", *, offices: Iterable[Office] = OFFICES) -> TableView:
    """Who does what, a row a body.

    >>> print(roles("en").rows[2][:3])
    ('Social office', 'office', 'hands out aid in the emergency response')
    """
    check_language(language)
    rows = [
        (
            office.say(language),
            _KINDS[office.kind].say(language),
            "; ".join(each.say(language) for each in office.does) or _NOT_SAID.say(language),
            "" if office.citation is None else office.citation.say(language),
        )
        for office in checks.items(offices, "offices", Office)
    ]
    return TableView(caption=_CAPTION.say(language), header=tuple(word.say(language) for word in _HEADER), rows=rows)


__all__ = ["OFFICES", "OFFICE_KINDS", "Office", "OfficeKind", "managing_body", "roles"]
