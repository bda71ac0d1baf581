"""How the classes of a count are called, and what one of what is counted is called."""

from __future__ import annotations

from collections.abc import Iterable

from kesos.counts._count import BY_WORD
from kesos.values import LANGUAGES, Text

_CLASS_WORDS = {
    "serious": Text("luka berat", "seriously injured"),
    "minor": Text("luka ringan", "slightly injured"),
    "heavy": Text("rusak berat", "heavily damaged"),
    "moderate": Text("rusak sedang", "moderately damaged"),
    "light": Text("rusak ringan", "lightly damaged"),
}
_AXIS_WORDS = {
    "size": Text("ukuran", "size"),
    "percent": Text("persen", "percent"),
}
_ONE = {
    "person": Text("jiwa", "person"),
    "family": Text("KK", "family"),
    "household": Text("rumah tangga", "household"),
    "dead": Text("korban meninggal dunia", "person who died"),
    "missing": Text("korban hilang", "missing person"),
    "injured": Text("korban luka", "injured person"),
    "displaced": Text("pengungsi", "displaced person"),
    "suffering": Text("korban terdampak", "affected person"),
    "infant": Text("bayi", "infant"),
    "under_five": Text("balita", "child under five"),
    "child": Text("anak", "child"),
    "elderly": Text("orang lanjut usia", "elderly person"),
    "pregnant": Text("ibu hamil", "pregnant woman"),
    "disabled": Text("penyandang disabilitas", "person with disabilities"),
    "house": Text("rumah", "house"),
    "house_flooded": Text("rumah terendam", "house under water"),
    "building": Text("bangunan", "building"),
    "business": Text("tempat usaha", "place of business"),
    "public_facility": Text("kantor/fasilitas umum", "public facility"),
}
_SINGULAR = {
    "people": "person",
    "families": "family",
    "children": "child",
    "women": "woman",
    "men": "man",
    **{
        f"{word}s": word
        for word in ("adult", "animal", "boat", "farmer", "house", "household", "hut", "recipient", "student", "victim")
    },
}
"""Words for several in the English names of counts; the first of a name says what is counted."""

_OF_ANY_NUMBER = ("dead", "missing", "injured", "displaced", "affected")
"""English names of counts that are the same for one."""


def say_axis(axis: str, language: str) -> str:
    """What classes that are whole numbers are of; a standard's own word without its underscores.

    >>> say_axis("size", "id"), say_axis("years_of_age", "en")
    ('ukuran', 'years of age')
    """
    words = _AXIS_WORDS.get(axis)
    return axis.replace("_", " ") if words is None else words.say(language)


def say_class(axis: str, name: object, language: str) -> str:
    """A class in words: a well-known one as people call it, a whole number with what it is of.

    >>> say_class("damage", "heavy", "id"), say_class("size", 5, "id"), say_class("terrain", "hill", "id")
    ('rusak berat', 'ukuran 5', 'hill')
    """
    if isinstance(name, int):
        return f"{say_axis(axis, language)} {name}"
    words = _CLASS_WORDS.get(str(name))
    return str(name) if words is None else words.say(language)


def one_of(name: Text) -> Text:
    """What one of what is counted is called, by the name of the count.

    >>> one_of(Text("rumah", "houses")).en, one_of(Text("orang dewasa yang dibantu", "adults supported")).en
    ('house', 'adult supported')
    """
    known = BY_WORD.get(name.en.casefold())
    if known is not None and known.name == name:
        return _ONE[known.code]
    words = name.en.split(" ")
    many = next((word for word in words if word in _SINGULAR), None)
    return Text(name.id, name.en if many is None else name.en.replace(many, _SINGULAR[many], 1))


def say_counted(name: Text, number: object, language: str) -> str:
    """What so many are called: in English one is no plural.

    >>> houses = Text("rumah", "houses")
    >>> say_counted(houses, 1, "en"), say_counted(houses, 2, "en"), say_counted(houses, 1, "id")
    ('house', 'houses', 'rumah')
    """
    is_one = number == 1 and language == "en" and name.en not in _OF_ANY_NUMBER
    return (one_of(name) if is_one else name).say(language)


def of_class(name: Text, classes: Iterable[tuple[str, object]]) -> Text:
    """What is counted with the classes of a cell in brackets; the name alone where it has none.

    >>> of_class(Text("rumah", "houses"), (("damage", "heavy"),)).id
    'rumah (rusak berat)'
    """
    cell = tuple(classes)
    if not cell:
        return name
    of = Text(*(", ".join(say_class(axis, each, language) for axis, each in cell) for language in LANGUAGES))
    return Text(f"{name.id} ({of.id})", f"{name.en} ({of.en})")


__all__ = ["of_class", "one_of", "say_axis", "say_class", "say_counted"]
