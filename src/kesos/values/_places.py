"""Places as a report or a letter writes them."""

from __future__ import annotations

from typing import Any

import attrs

from kesos import _checks as checks
from kesos._checks import fill_field
from kesos.records import TEXT, Plain, Recorded, json_object, plain_fields, read_fields
from kesos.values._format import formatted


@attrs.frozen(eq=False, repr=False)
class Place(Recorded):
    """A place: the words for it, and what is known of where it belongs.

    Args:
        text: The words, as written.
        district: The kecamatan, where it is known apart from the words.
        code: The Kemendagri code as text, since 11.10 and 11.1 are two regions.

    >>> str(Place("Kelurahan Pangkut", district="Arut Utara"))
    'Kelurahan Pangkut'
    """

    text: str
    district: str | None = attrs.field(default=None, kw_only=True)
    code: str | None = attrs.field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        words = checks.text(self.text, "place")
        if words is not self.text:
            fill_field(self, "text", words)
        if self.district is not None or self.code is not None:
            checks.settle(self, checks.known_text, "district", "code")

    def __plain__(self) -> Any:
        return self.text if self.district is None and self.code is None else plain_fields(self)

    @classmethod
    def __read__(cls, raw: object) -> Place:
        return cls(checks.text(raw, "")) if isinstance(raw, str) else read_fields(cls, raw)

    @classmethod
    def __schema__(cls) -> Plain:
        return {"anyOf": [TEXT, json_object(dict.fromkeys(("text", "district", "code"), TEXT), ["text"])]}

    @classmethod
    def of(cls, place: Place | str) -> Place:
        """A Place, or the words for one."""
        return place if isinstance(place, Place) else cls(place)

    def __str__(self) -> str:
        return self.text

    def __format__(self, spec: str) -> str:
        return formatted(lambda _: self.text, spec)
