"""Hazards by the words that people write for them."""

from __future__ import annotations

from kesos.errors import ParseError, UnknownHazardError
from kesos.hazards import Hazard
from kesos.wording._missing import MissingError
from kesos.wording._parser import NOT_SAID, WITHOUT_VALUE, B, D, N, NotSaid, U, as_typed, check_text


def parse_hazard(
    text: str,
    *,
    unknown: U | NotSaid = NOT_SAID,
    dash: D | NotSaid = NOT_SAID,
    blank: B | NotSaid = NOT_SAID,
    none: N | NotSaid = NOT_SAID,
) -> Hazard | U | D | B | N:
    """The hazard that people call this, by its Indonesian or English name or its code; case and blanks do not matter.

    The options are those of `parse_number` for a text without a value.

    Raises:
        ParseError: Not a text, or (UnknownHazardError) nobody calls a hazard that; the hint names the nearest word.

    >>> parse_hazard(" Puting  Beliung ").code
    'whirlwind'
    >>> parse_hazard("-", dash=None)
    """
    given = check_text(text, "hazard")
    meanings = {"unknown": unknown, "dash": dash, "blank": blank, "none": none}
    try:
        known = Hazard.meaning(as_typed(given))
    except MissingError as missing:
        option = missing.args[0]
        meaning = meanings[option]
        if not isinstance(meaning, NotSaid):
            return meaning
        raise UnknownHazardError(field="hazard", value=text, hint=WITHOUT_VALUE[option]) from None
    except ParseError:  # longer than any text that is read
        known = None
    return known or Hazard.of(given)  # which says why nobody calls one that
