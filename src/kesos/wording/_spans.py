"""Ranges of amounts, as the standards and the reports print them."""

from __future__ import annotations

import re

from kesos.errors import ParseError
from kesos.values import Quantity, Span, Text
from kesos.wording._amounts import AMOUNT, read_quantity
from kesos.wording._number_grammar import Ambiguous
from kesos.wording._parser import Convention, parser

_DASHED = re.compile(r" ?[–—] ?")
_HYPHENED = re.compile(
    r"(?<=[\da-z²³]) ?- ?(?=\d|rp)| (?:s/d|s\.d\.|sampai dengan|sampai|to) ", re.ASCII | re.IGNORECASE
)
_BARE = re.compile(r"-?\d[\d.,]*", re.ASCII)


@parser("span", Text("rentang jumlah", "a range of quantities"))
def parse_span(body: str, convention: Convention[Ambiguous]) -> Span[Quantity]:
    """A printed range of amounts: "3-7 hari", "15 – 18 tahun", "500 g s/d 2 kg"; one amount is a range of itself.

    A minimum without a unit takes the maximum's. The options are those of `parse_number`.

    Raises:
        ParseError: Not two amounts of one kind, or the first above the second; `.field` is "span".

    >>> parse_span("3-7 hari").maximum
    Quantity(7, 'day')
    """
    ends = (_DASHED if "–" in body or "—" in body else _HYPHENED).split(body)
    maximum = read_quantity(ends[-1], convention)
    if len(ends) == 1:
        return Span(maximum, maximum)
    if len(ends) > 2:
        raise ParseError("unreadable.ends")
    bare = AMOUNT.fullmatch(ends[1]) if _BARE.fullmatch(ends[0]) else None
    minimum = read_quantity(f"{ends[0]} {bare[2]}" if bare else ends[0], convention)
    return Span(minimum, maximum)
