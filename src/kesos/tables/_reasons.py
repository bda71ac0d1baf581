"""The reasons for changes as lists put them: by the words of the report, by other words that offices use, by codes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from kesos import _checks as checks
from kesos.errors import InvalidValueError
from kesos.registry import REASONS
from kesos.tables._service_columns import SHORT
from kesos.values import LANGUAGES
from kesos.values._texts import fold
from kesos.words import REDACTED

_BY_WORD: Final = {
    **{
        fold(words): each.code
        for each in REASONS
        for words in (each.code, each.printed, *map(each.say, LANGUAGES))
        if words is not None
    },
    **{fold(words): code for code, short in SHORT.items() for words in short},
}
_WORD: Final = re.compile(r"[^\W\d_]+")
_CODES: Final = frozenset(each.code for each in REASONS)
_ORDINARY: Final = frozenset(word for text in _BY_WORD if text not in _CODES for word in _WORD.findall(text))
"""The words of the known reasons: made of them alone, what stands in a cell tells of no person."""


def given_reasons(reasons: Mapping[str, str] | None) -> dict[str, str]:
    """The codes of a caller by the words for them.

    Raises:
        InvalidValueError: A word or a code is none.
    """
    given = checks.mapping({} if reasons is None else reasons, "reasons")
    return {fold(checks.text(word, "reasons")): checks.slug(code, f"reasons.{word}") for word, code in given.items()}


def known_reason(words: str, given: Mapping[str, str] | None = None) -> str | None:
    """The code of a reason by what it is called or as the code itself; None where it is none, nor one of a caller's.

    >>> known_reason("Pindah"), known_reason("doubled"), known_reason("doubled", {"x": "doubled"})
    ('moved', None, 'doubled')
    """
    own = {} if given is None else given
    plain = fold(words)
    return own.get(plain) or _BY_WORD.get(plain) or (plain if plain in own.values() else None)


def reason_of(words: str, given: Mapping[str, str]) -> str:
    """The code of a reason; a caller's own words come first.

    Raises:
        InvalidValueError: It is none; the refusal names those that are known.

    >>> reason_of("Pindah", {}), reason_of("Wafat", {}), reason_of("data ganda", {"data ganda": "doubled"})
    ('moved', 'deceased', 'doubled')
    """
    code = known_reason(words, given)
    if code is None:
        shown = words if is_ordinary(words) else REDACTED
        near = checks.slip_of(words, _BY_WORD)
        if near is not None:
            raise InvalidValueError("not_a_choice.slip", field="reason", what=shown, such=near)
        known = tuple(each.name for each in REASONS)
        raise InvalidValueError("not_a_choice.reason", field="reason", what=shown, such=known)
    return code


def is_ordinary(words: str) -> bool:
    """Whether a cell holds nothing but words of known reasons.

    >>> is_ordinary("Baru miskin"), is_ordinary("Siti pindah")
    (True, False)
    """
    said = _WORD.findall(words.casefold())
    return bool(said) and _ORDINARY.issuperset(said) and not any(map(str.isdigit, words))
