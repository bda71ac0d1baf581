"""Whose money it is: the region's own budget (APBD), the state's (APBN), or what the state passes on for a purpose."""

from __future__ import annotations

from typing import Literal, cast, get_args

from kesos import _checks as checks

Funding = Literal["APBD", "APBN", "APBD_PROVINSI", "DAK", "DANA_DESA"]
FUNDINGS: tuple[Funding, ...] = get_args(Funding)
"""APBD: the region's own; APBN: the state's; APBD_PROVINSI: the province's, where it is not the holder's own; DAK: the
state's special allocation to a region (dana alokasi khusus); DANA_DESA: the state's money for villages."""

_WORDS: dict[str, Funding] = {
    **{code.lower().replace("_", " "): code for code in FUNDINGS},
    **dict.fromkeys(("apbd kabupaten", "apbd kab.", "apbd kota", "apbd ii", "apbd kabupaten/kota"), "APBD"),
    **dict.fromkeys(("apbd prov", "apbd prov.", "apbd i"), "APBD_PROVINSI"),
    "dana alokasi khusus": "DAK",
    "dd": "DANA_DESA",
}
"""What offices print for each, in lower case."""


def funding_of(value: Funding | str) -> Funding:
    """The choice that these words name; case and blanks do not matter.

    Raises:
        InvalidValueError: Nobody calls a source of funds that.

    >>> funding_of("APBD Prov."), funding_of("Dana Desa")
    ('APBD_PROVINSI', 'DANA_DESA')
    """
    words = " ".join(value.lower().replace("_", " ").split()) if isinstance(value, str) else ""
    return _WORDS.get(words) or cast("Funding", checks.choice(value, "funding", FUNDINGS))
