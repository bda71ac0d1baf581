"""How the words that people write find the categories that they stand for, and which word a slip of the pen meant."""

from __future__ import annotations

import re
from functools import cache

from kesos import _checks as checks
from kesos.categories._file import names_of, words_of
from kesos.values._texts import fold

_LONGEST = 200
_TUNA = re.compile(r"\btuna[ -]?(?=\w)")


@cache
def meanings(code: str) -> dict[str, tuple[str, ...]]:
    """The codes of the categories that each word of a list stands for, by the word as `folded` writes it."""
    known = {folded(each.word): each.codes for each in words_of(code)}
    for category, name in names_of(code).items():
        known.update((folded(word), (category,)) for word in (category, name.id, name.en))
    return known


@cache
def _spellings(code: str) -> dict[str, str]:
    """The words of a list as a hint names them, by the word as `folded` writes it."""
    names = (text for name in names_of(code).values() for text in (name.en, name.id))
    words = [*(each.word for each in words_of(code)), *(text[:1].lower() + text[1:] for text in names)]
    return {folded(word): word for word in words}


def folded(words: str) -> str:
    """The words without case, doubled blanks, and the other spellings *terlantar* and *tunanetra*.

    >>> folded("Lanjut  Usia TERLANTAR"), folded("TUNANETRA")
    ('lanjut usia telantar', 'tuna netra')
    """
    plain = fold(words[:_LONGEST].replace("_", " "))
    return _TUNA.sub("tuna ", re.sub(r"\bterlantar\b", "telantar", plain))


def meant(code: str, words: object) -> str | None:
    """The word of a list that was meant, where a pen slipped in one word of what was written.

    >>> meant("PMKS", "fakir mskin")
    'fakir miskin'
    >>> meant("PMKS", "tuna asmara") is None
    True
    """
    if not isinstance(words, str):
        return None
    close = checks.slip_of(folded(words), _spellings(code))
    return None if close is None else _spellings(code)[close]
