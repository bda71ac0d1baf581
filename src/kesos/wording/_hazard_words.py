"""Hazards by the words that people write for them."""

from __future__ import annotations

from kesos.hazards import Hazard
from kesos.wording._parser import check_text


def parse_hazard(text: str) -> Hazard:
    """The hazard that people call this, by its Indonesian or English name or its code; case and blanks do not matter.

    Raises:
        ParseError: Not a text, or (UnknownHazardError) nobody calls a hazard that; the hint names the nearest word.

    >>> parse_hazard(" Puting  Beliung ").code
    'whirlwind'
    """
    return Hazard.of(check_text(text, "hazard"))
