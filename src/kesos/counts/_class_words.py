"""How the classes of a count are called, which class a word means, and what one of what is counted is called."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kesos import _checks as checks
from kesos.counts._count import BY_WORD
from kesos.values import LANGUAGES, Text

_CLASS_WORDS = {
    "serious": Text("luka berat", "seriously injured"),
    "minor": Text("luka ringan", "slightly injured"),
    "heavy": Text("rusak berat", "heavily damaged"),
    "moderate": Text("rusak sedang", "moderately damaged"),
    "light": Text("rusak ringan", "lightly damaged"),
}
_ALSO = {
    "serious": ("berat", "L. berat", "LB", "serious injuries"),
    "minor": ("ringan", "L. ringan", "LR", "minor injuries"),
    "heavy": ("berat", "R. berat", "RB", "heavy damage"),
    "moderate": ("sedang", "R. sedang", "RS", "moderate damage"),
    "light": ("ringan", "R. ringan", "RR", "light damage"),
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


def _plain(word: str) -> str:
    return re.sub(r"[\s._-]+", " ", word.casefold()).strip()


_WORDS = {
    code: tuple(_plain(word) for word in (code, words.id, words.en, *_ALSO[code]))
    for code, words in _CLASS_WORDS.items()
}
"""Every word for a well-known class; "berat" is one for a damage and one for an injury."""


def called(classes: Iterable[str]) -> dict[str, tuple[str, str]]:
    """What people call those of these classes that are well known.

    >>> called(["light", "steep"])
    {'light': ('rusak ringan', 'lightly damaged')}
    """
    return {name: (_CLASS_WORDS[name].id, _CLASS_WORDS[name].en) for name in classes if name in _CLASS_WORDS}


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


def class_meant(word: str, classes: Iterable[str]) -> str | None:
    """The one of these classes that a word means, by its code or by any word that people write for it.

    A standard may call its classes by such a word: what another calls heavy is its "rusak berat".

    >>> class_meant("RB", ["heavy", "moderate", "light"]), class_meant("berat", ["serious", "minor"])
    ('heavy', 'serious')
    >>> class_meant("heavy", ["rusak berat", "rusak ringan"]), class_meant("destroyed", ["heavy"])
    ('rusak berat', None)
    """
    known = tuple(classes)
    if word in known:
        return word
    meanings = _meanings(word)
    found = [each for each in known if meanings & _meanings(each)]
    return found[0] if len(found) == 1 else None


def class_misspelt(word: str, classes: Iterable[str]) -> str | None:
    """The one of these classes for which a word is a slip of the pen, if any.

    >>> class_misspelt("hevay", ["heavy", "light"]), class_misspelt("rusak bert", ["heavy", "light"])
    ('heavy', 'heavy')
    """
    words = {said: each for each in classes for said in _WORDS.get(each, (_plain(each),))}
    meant = checks.slip_of(_plain(word), words)
    return None if meant is None else words[meant]


def _meanings(word: str) -> set[str]:
    plain = _plain(word)
    return {code for code, words in _WORDS.items() if plain in words}


__all__ = ["class_meant", "class_misspelt", "of_class", "one_of", "say_axis", "say_class", "say_counted"]
