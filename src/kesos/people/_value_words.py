"""What people may be said to be, in words."""

from __future__ import annotations

from kesos.categories import Pmks
from kesos.values import Text

_YES, _NO = Text("ya", "yes"), Text("tidak", "no")
_WORDS_OF_VALUES: dict[tuple[str, str], Text] = {
    ("sex", "female"): Text("perempuan", "female"),
    ("sex", "male"): Text("laki-laki", "male"),
    ("schooling", "none"): Text("tidak bersekolah", "in no school"),
    ("schooling", "preschool"): Text("prasekolah", "preschool"),
    ("schooling", "primary"): Text("SD", "primary school"),
    ("schooling", "junior"): Text("SMP", "junior secondary school"),
    ("schooling", "senior"): Text("SMA", "senior secondary school"),
    ("livelihood", "none"): Text("tidak ada", "none"),
    ("livelihood", "insufficient"): Text("ada, tetapi tidak mencukupi kebutuhan dasar", "not enough for basic needs"),
    ("livelihood", "sufficient"): Text("mencukupi", "sufficient"),
    ("setting", "rural"): Text("perdesaan", "village"),
    ("setting", "urban"): Text("perkotaan", "town"),
    ("setting", "coastal"): Text("pesisir", "coast"),
    ("damage", "none"): Text("tidak rusak", "none"),
    ("damage", "light"): Text("rusak ringan", "light"),
    ("damage", "heavy"): Text("rusak berat", "heavy"),
}


def say_value(field: str, value: bool | str, language: str) -> str:
    """A value of a field in words; one that only the caller knows stays as it is.

    >>> say_value("schooling", "none", "en"), say_value("very_poor", False, "id")
    ('in no school', 'tidak')
    """
    if isinstance(value, bool):
        return (_YES if value else _NO).say(language)
    if field == "categories":
        return Pmks[value].label(language)
    words = _WORDS_OF_VALUES.get((field, value))
    return value if words is None else words.say(language)
