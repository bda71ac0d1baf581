"""What a standard says of aid that people give selectively: whom an item suits, and which need an officer judges."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, get_args

import attrs

from kesos import _checks as checks
from kesos._traits import Schooling, Sex
from kesos.errors import InvalidValueError
from kesos.records import Recorded
from kesos.standards._saying import say
from kesos.values import Citation, Reading, Text

JudgedField = Literal["clothing_need", "kitchen_need"]

_SEXES = get_args(Sex)
_SCHOOLS = get_args(Schooling)
_FIELDS = get_args(JudgedField)
_OR = Text(" atau ", " or ")


def _schools(schooling: Iterable[Schooling]) -> tuple[Schooling, ...]:
    return checks.items(schooling, "schooling")


def _readings(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    return checks.items(readings, "readings", Reading)


@attrs.frozen(kw_only=True)
class Suits(Recorded):
    """Whom the words of a selective item name. What is left out the words leave open.

    Args:
        words: The words themselves, as the source has them.
        sex: "female" or "male".
        grown: True for an adult, False for a child; from which age somebody is one is for the caller to say.
        schooling: The schools of which the person goes to one: "none", "preschool", "primary", "junior", "senior".
        readings: How the words are read, where they had to be.

    Raises:
        InvalidValueError: Nothing is said at all; a school is named twice.

    >>> Suits(sex="male", schooling=("primary",)).say("en")
    'male, in primary school'
    >>> Suits(words="Kain sarung").is_open
    True
    """

    words: str | None = None
    sex: Sex | None = None
    grown: bool | None = None
    schooling: tuple[Schooling, ...] = attrs.field(default=(), converter=_schools)
    readings: tuple[Reading, ...] = attrs.field(default=(), converter=_readings)

    def __attrs_post_init__(self) -> None:
        checks.settle(self, checks.known_text, "words")
        checks.known_choice(self.sex, "sex", _SEXES)
        checks.known_flag(self.grown, "grown")
        for school in self.schooling:
            checks.choice(school, "schooling", _SCHOOLS)
        if len(set(self.schooling)) < len(self.schooling):
            raise InvalidValueError("duplicate.school", field="schooling", value=self.schooling)
        if self.words is None and self.is_open:
            raise InvalidValueError("missing.whom", field="sex", value=None)

    @property
    def is_open(self) -> bool:
        """Whether the words leave it open whom the item is for."""
        return self.sex is None and self.grown is None and not self.schooling

    def say(self, language: str) -> str:
        """Whom they name, in words."""
        said = [] if self.sex is None else [say(f"suits.{self.sex}", language)]
        said += [] if self.grown is None else [say("suits.adult" if self.grown else "suits.child", language)]
        if self.schooling:
            schools = [say(f"suits.school.{school}", language) for school in self.schooling]
            said.append(_OR.say(language).join(schools))
        return ", ".join(said) if said else say("suits.open", language)


@attrs.frozen(kw_only=True)
class Judged(Recorded):
    """The need for which a package is given selectively. An officer judges who has it; kesos never does.

    Args:
        need: The need, in the standard's words as we understand them.
        about: What the package is about, in a word or two; left out, the package's name.
        field: The field of a household in which an officer's judgement is noted; None where it has none, so that
            nobody counts as judged.
        citation: Where the standard says so.

    >>> need = Text("sangat membutuhkan terpal", "is in great need of a tarpaulin")
    >>> Judged(need=need, citation=Citation(regulation="x")).field is None
    True
    """

    need: Text
    about: Text | None = None
    field: JudgedField | None = None
    citation: Citation

    def __attrs_post_init__(self) -> None:
        checks.instance(self.need, "need", Text)
        checks.known_instance(self.about, "about", Text)
        checks.known_choice(self.field, "field", _FIELDS)
        checks.instance(self.citation, "citation", Citation)


__all__ = ["Judged", "JudgedField", "Suits"]
