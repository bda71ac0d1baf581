"""The reasons for changes as lists put them: by the words of the report, by other words that offices use, by codes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from kesos import _checks as checks
from kesos._named import code_of
from kesos.errors import InvalidValueError
from kesos.registry import REASONS
from kesos.tables._service_columns import SHORT
from kesos.values import LANGUAGES
from kesos.values._texts import fold
from kesos.words import REDACTED

_BY_WORD: Final = {plain: code for code, words in SHORT.items() for plain in map(fold, words)}
_WORD: Final = re.compile(r"[^\W\d_]+")
_KNOWN: Final = (text for each in REASONS for text in (each.printed, *map(each.say, LANGUAGES)) if text)
_ORDINARY: Final = frozenset(word for text in (*_BY_WORD, *_KNOWN) for word in _WORD.findall(text.casefold()))
"""The words of the known reasons: made of them alone, what stands in a cell tells of no person."""


def given_reasons(reasons: Mapping[str, str] | None) -> dict[str, str]:
    """The codes of a caller by the words for them.

    Raises:
        InvalidValueError: A word or a code is none.
    """
    given = checks.mapping({} if reasons is None else reasons, "reasons")
    return {fold(checks.text(word, "reasons")): checks.slug(code, f"reasons.{word}") for word, code in given.items()}


def reason_of(words: str, given: Mapping[str, str]) -> str:
    """The code of a reason; a caller's own words come first.

    Raises:
        InvalidValueError: It is none; the refusal names those that are known.

    >>> reason_of("Pindah", {}), reason_of("Wafat", {}), reason_of("data ganda", {"data ganda": "doubled"})
    ('moved', 'deceased', 'doubled')
    """
    plain = fold(words)
    code = given.get(plain) or _BY_WORD.get(plain)
    if code is not None:
        return code
    try:
        return code_of(words, "reason", REASONS)
    except InvalidValueError:
        shown = words if is_ordinary(words) else REDACTED
        known = tuple(each.name for each in REASONS)
        raise InvalidValueError("not_a_choice.reason", field="reason", what=shown, such=known) from None


def is_ordinary(words: str) -> bool:
    """Whether a cell holds nothing but words of known reasons.

    >>> is_ordinary("Baru miskin"), is_ordinary("Siti pindah")
    (True, False)
    """
    said = _WORD.findall(words.casefold())
    return bool(said) and _ORDINARY.issuperset(said) and not any(map(str.isdigit, words))
