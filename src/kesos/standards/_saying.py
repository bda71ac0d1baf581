"""The sentences about clauses and answers, by key: they lie in the catalogue "relief"."""

from __future__ import annotations

from kesos.values import Citation
from kesos.values import _locales as locales
from kesos.values._texts import check_language
from kesos.words import Sentence


def say(key: str, language: str, **places: object) -> str:
    """One sentence with its places filled.

    >>> say("window.extended", "en", days="3–7", extended=12)
    '3–7 days, which may be extended to 12 days'
    """
    return Sentence("relief", key, places).say(check_language(language))


def say_many(key: str, count: int, language: str) -> str:
    """How many of something there are, by its sentence for one or for any other number.

    >>> say_many("events", 1, "en"), say_many("events", 1_200, "en")
    ('1 event', '1,200 events')
    """
    return say(f"{key}.one" if count == 1 else key, language, count=locales.number(count, language))


def cited(citation: Citation, language: str) -> str:
    """A citation in brackets after a sentence: the instrument and the place in it.

    >>> cited(Citation(regulation="03/BJ-SBSKBA/2003", locator="huruf b"), "id")
    '[03/BJ-SBSKBA/2003, huruf b]'
    """
    return f"[{', '.join(part for part in (citation.regulation, citation.place(language)) if part)}]"


__all__ = ["cited", "say", "say_many"]
