"""Words in the two languages that kesos speaks, held side by side so that neither can be forgotten."""

from __future__ import annotations

import re

import attrs

from kesos.errors import InvalidValueError, check_language
from kesos.words import LANGUAGES, Language

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


def has_words(value: str) -> bool:
    """Whether a text holds more than blanks, and nothing that no file or terminal takes: a control character, half a
    surrogate pair.

    >>> has_words("Desa Umpang"), has_words("  "), has_words("a\\x00b")
    (True, False, False)
    """
    return bool(value) and not value.isspace() and (value.isprintable() or _UNWRITABLE.search(value) is None)


@attrs.frozen
class Text:
    """The same words in Indonesian and in English.

    >>> Text("Beras", "Rice").say("id")
    'Beras'
    """

    id: str
    en: str

    def __attrs_post_init__(self) -> None:
        for language in LANGUAGES:
            words = getattr(self, language)
            if not isinstance(words, str) or not has_words(words):
                raise InvalidValueError("not_a_text.in_both", field=language, value=words)

    def say(self, language: str) -> str:
        """The words in `language`, "id" or "en".

        Raises:
            InvalidValueError: `language` is neither.
        """
        return self.id if check_language(language) == "id" else self.en


__all__ = ["LANGUAGES", "Language", "Text", "check_language", "has_words"]
