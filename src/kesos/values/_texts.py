"""Words in the two languages that kesos speaks, held side by side so that neither can be forgotten."""

from __future__ import annotations

from typing import ClassVar

import attrs

from kesos._checks import fill_field, has_words
from kesos.errors import InvalidValueError, check_language
from kesos.records import Recorded
from kesos.values._format import formatted
from kesos.words import LANGUAGES, Language


@attrs.frozen(eq=False, repr=False)
class Text(Recorded):
    """The same words in Indonesian and in English.

    >>> Text("Beras", "Rice").say("id")
    'Beras'
    """

    __tag__: ClassVar = "text"

    id: str
    en: str

    def __attrs_post_init__(self) -> None:
        for language in LANGUAGES:
            words = getattr(self, language)
            if not isinstance(words, str) or not has_words(words):
                raise InvalidValueError("not_a_text.in_both", field=language, value=words)
            if type(words) is not str:
                fill_field(self, language, str.__str__(words))

    def say(self, language: str) -> str:
        """The words in `language`, "id" or "en".

        Raises:
            InvalidValueError: `language` is neither.
        """
        return self.id if check_language(language) == "id" else self.en

    def __format__(self, spec: str) -> str:
        return formatted(self.say, spec) if spec else str(self)


def fold(text: str) -> str:
    """A text as it is looked up: in small letters, with one blank between its words.

    >>> fold(" Banjir   BANDANG") == fold("banjir bandang")
    True
    """
    return " ".join(text.casefold().split())


__all__ = ["LANGUAGES", "Language", "Text", "check_language", "fold"]
