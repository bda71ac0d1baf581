"""Rules on what is printed as text: quantities left blank, words printed twice in a row."""

from __future__ import annotations

import re

from kesos.audit._rule import FINE, UNKNOWN, Odd, Verdict, rule
from kesos.audit._sentences import quoted
from kesos.audit._subject import Subject
from kesos.audit._things import printed, words_in
from kesos.reports import LeftBlank
from kesos.values import Printed

_MOST_REPEATED = 6
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


@rule("left_blank", LeftBlank)
def check_left_blank(subject: Subject, it: LeftBlank) -> Verdict:
    """A quantity that the text announces is given."""
    return Odd(it.blank) if it.blank.value is None else FINE


@rule("repeated_words", printed)
def check_repeated_words(subject: Subject, cell: Printed) -> Verdict:
    """No words are printed twice in a row, without a number or another word between them; a letter alone is no word."""
    if len(words_in(cell.text)) < 2:
        return UNKNOWN
    words = [word.casefold() for word in _WORD.findall(cell.text)]
    for length in range(_MOST_REPEATED, 0, -1):
        for at in range(len(words) - 2 * length + 1):
            again = words[at + length : at + 2 * length]
            if words[at : at + length] == again and any(len(word) > 1 and not word.isdecimal() for word in again):
                return Odd(cell, words=quoted(" ".join(again)))
    return FINE
