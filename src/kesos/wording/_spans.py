"""Ranges of amounts, as the standards and the reports print them."""

from __future__ import annotations

import re

from kesos.values import Quantity, Span, Text
from kesos.wording._amounts import AMOUNT, read_quantity
from kesos.wording._number_grammar import AMBIGUOUS, Ambiguous
from kesos.wording._parser import NOT_SAID, B, D, NotSaid, U, UnreadableError, check_option, read, reading_language

_DASHED = re.compile(r" ?[–—] ?")
_HYPHENED = re.compile(r"(?<=[\da-z]) ?- ?(?=\d|rp)| (?:s/d|s\.d\.|sampai dengan|sampai|to) ", re.ASCII | re.IGNORECASE)
_BARE = re.compile(r"-?\d[\d.,]*", re.ASCII)


def parse_span(
    text: str,
    *,
    locale: str = "id",
    ambiguous: Ambiguous | None = None,
    unknown: U | NotSaid = NOT_SAID,
    dash: D | NotSaid = NOT_SAID,
    blank: B | NotSaid = NOT_SAID,
) -> Span[Quantity] | U | D | B:
    """A printed range of amounts: "3-7 hari", "15 – 18 tahun", "500 g s/d 2 kg"; one amount is a range of itself.

    A minimum without a unit takes the maximum's. The options are those of `parse_number`.

    Raises:
        ParseError: Not two amounts of one kind, or the first above the second; `.field` is "span".

    >>> parse_span("3-7 hari").maximum
    Quantity(7, 'day')
    """
    language = reading_language(locale)
    check_option(ambiguous, "ambiguous", AMBIGUOUS)

    def reader(body: str) -> Span[Quantity]:
        ends = (_DASHED if "–" in body or "—" in body else _HYPHENED).split(body)
        maximum = read_quantity(ends[-1], language, ambiguous)
        if len(ends) == 1:
            return Span(maximum, maximum)
        if len(ends) > 2:
            raise UnreadableError(Text("lebih dari dua ujung", "it has more than two ends"))
        bare = AMOUNT.fullmatch(ends[1]) if _BARE.fullmatch(ends[0]) else None
        minimum = read_quantity(f"{ends[0]} {bare[2]}" if bare else ends[0], language, ambiguous)
        return Span(minimum, maximum)

    return read(text, "span", reader, unknown=unknown, dash=dash, blank=blank)
