"""The district that the cell of a place names beside the village, where its print leaves no doubt which it is."""

from __future__ import annotations

import re
from typing import Final

from kesos._sheets._vocabulary import plain_head

_PARTS = re.compile(r"[,;/()]|\s[-–—]\s")
_WORD = re.compile(r"\b(?:kecamatan\b|kec\b\.?)\s*:?\s*", re.IGNORECASE)
_BELOW = re.compile(r"\s(?:desa|kelurahan|kel|dusun|kabupaten|kab|provinsi|prov|rt|rw)\b.*", re.IGNORECASE)
_OTHER = re.compile(
    r"(?:desa|kelurahan|kel|dusun|dsn|kabupaten|kab|kota|provinsi|prov|rt|rw|jalan|jl)\b", re.IGNORECASE
)
"""What an area begins with that is said to be one of another kind."""
_NAME = re.compile(r"[^\W\d_](?:[^\W\d_]|['’. -])*")
_SEVERAL = re.compile(r"\b(?:dan|and|serta|s\.?d|dll|dst|sekitarnya)\b", re.IGNORECASE)
_DISTRICT: Final = frozenset({"kecamatan", "kec"})
_VILLAGE: Final = frozenset({"desa", "kelurahan", "kel"})


class DistrictIn:
    """Reads the district in the cells under a head.

    >>> DistrictIn("Lokasi")("Desa Sabuai, Kec. Kumai"), DistrictIn("Lokasi")("Sabuai/Kumai")
    ('Kumai', None)
    >>> DistrictIn("Desa/Kecamatan")("Sabuai/Kumai"), DistrictIn("Kecamatan/Desa")("Kumai/Sabuai")
    ('Kumai', 'Kumai')
    """

    def __init__(self, head: str) -> None:
        words = plain_head(head).split()
        self._at: int | None = None
        """Which part of a cell the head says is the district: the first or the last."""
        if not _VILLAGE.isdisjoint(words):
            self._at = 0 if words[0] in _DISTRICT else -1 if words[-1] in _DISTRICT else None
        self._mark = "/" if "/" in head else ","

    def __call__(self, text: str) -> str | None:
        """The district; None where no word and no head says which it is, or there may be several."""
        words = " ".join(text.split())
        said = _WORD.split(words)
        if len(said) > 1:
            return _said_in(said[1]) if len(said) == 2 else None
        parts = [part.strip() for part in words.split(self._mark)]
        if self._at is None or len(parts) != 2 or not all(parts) or _OTHER.match(parts[self._at]):
            return None
        return _name(parts[self._at])


def _said_in(words: str) -> str | None:
    """What follows the word for a district, where all that stands behind it is of another kind."""
    name, *others = [part.strip() for part in _PARTS.split(words)]
    return _name(_BELOW.sub("", name)) if all(_OTHER.match(part) for part in others if part) else None


def _name(words: str) -> str | None:
    """The name of one district."""
    return words.strip(" .") if _NAME.fullmatch(words) and not _SEVERAL.search(words) else None
