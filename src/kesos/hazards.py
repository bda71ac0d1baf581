"""Hazards: what strikes, with the words that people write for it, and how each source groups them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, Literal

import attrs

from kesos.errors import UnknownHazardError
from kesos.values import Citation, Text
from kesos.values import _checks as checks
from kesos.words import Sentence, hint

__all__ = ["HAZARDS", "UU_24_2007", "Group", "Grouping", "Hazard"]

_LONGEST_WORD = 200  # no word for a hazard is longer, blanks included

Group = Literal["natural", "non_natural", "social"]


def _words(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(checks.text(word, "words") for word in checks.items(words, "words"))


def _pairs(groups: Iterable[tuple[str, Group]]) -> tuple[tuple[str, Group], ...]:
    return checks.items(groups, "groups")


@attrs.frozen
class Hazard:
    """A kind of disaster. Hazards compare by their code; a standard or a district may bring its own.

    Args:
        code: A slug that never changes.
        name: What it is called.
        words: What else people write for it, in Indonesian.

    >>> Hazard.of("banjir") is Hazard.FLOOD
    True
    >>> Hazard.FLOOD.label("en")
    'Flood'
    """

    code: str
    name: Text = attrs.field(eq=False)
    words: tuple[str, ...] = attrs.field(default=(), eq=False, converter=_words)

    FLOOD: ClassVar[Hazard]
    LANDSLIDE: ClassVar[Hazard]
    WINDSTORM: ClassVar[Hazard]
    TYPHOON: ClassVar[Hazard]
    WHIRLWIND: ClassVar[Hazard]
    TSUNAMI: ClassVar[Hazard]
    EARTHQUAKE: ClassVar[Hazard]
    VOLCANIC_ERUPTION: ClassVar[Hazard]
    DROUGHT: ClassVar[Hazard]
    FOOD_SHORTAGE: ClassVar[Hazard]
    FIRE: ClassVar[Hazard]
    FOREST_FIRE: ClassVar[Hazard]
    HAZE: ClassVar[Hazard]
    SOCIAL_CONFLICT: ClassVar[Hazard]
    TECHNOLOGICAL_FAILURE: ClassVar[Hazard]
    EPIDEMIC: ClassVar[Hazard]
    TERROR: ClassVar[Hazard]

    def __attrs_post_init__(self) -> None:
        checks.slug(self.code, "code")
        checks.instance(self.name, "name", Text)

    @classmethod
    def of(cls, hazard: Hazard | str, field: str = "hazard") -> Hazard:
        """A Hazard, or the well-known one that has this code, name or word; case and blanks do not matter.

        Raises:
            UnknownHazardError: Nobody calls a hazard that; the hint names the nearest word.
        """
        if isinstance(hazard, Hazard):
            return hazard
        if isinstance(hazard, str):
            short = len(hazard) <= _LONGEST_WORD
            found = _BY_WORD.get(hazard) or (_BY_WORD.get(" ".join(hazard.casefold().split())) if short else None)
            if found is not None:
                return found
        raise UnknownHazardError(field=field, value=hazard, hint=_way_out(hazard))

    @staticmethod
    def meaning(word: str) -> Hazard | None:
        """The well-known hazard that a code, a name or a word names, if any.

        >>> Hazard.meaning("longsor") is Hazard.LANDSLIDE
        True
        """
        return _BY_WORD.get(" ".join(word.casefold().split()))

    @staticmethod
    def is_known(code: str) -> bool:
        """Whether this is the code of a well-known hazard."""
        return isinstance(code, str) and code in _BY_CODE

    def label(self, language: str) -> str:
        """What it is called in "id" or "en"."""
        return self.name.say(language)

    def __str__(self) -> str:
        return self.name.id


def _way_out(hazard: object) -> Sentence:
    """The word that was meant, where what was given looks like a slip of the pen; else every code."""
    close = checks.nearest(hazard, _BY_WORD)
    if close is None or _is_another(str(hazard).casefold().split(), close.split()):
        return hint("known.hazard", known=tuple(_BY_CODE))
    return hint("did_you_mean.hazard", nearest=close, known=tuple(_BY_CODE))


def _is_another(given: list[str], known: list[str]) -> bool:
    """Whether the words are partly the same and partly others: a house fire is not a misspelt forest fire."""
    shared = set(given) & set(known)
    own, others = (" ".join(word for word in words if word not in shared) for words in (given, known))
    return bool(shared) and checks.nearest(own, [others], alike=0.75) is None


_KNOWN = (
    Hazard("flood", Text("Banjir", "Flood"), ("bencana banjir",)),
    Hazard("landslide", Text("Tanah longsor", "Landslide"), ("longsor", "bencana tanah longsor")),
    Hazard("windstorm", Text("Angin ribut", "Windstorm")),
    Hazard("typhoon", Text("Angin topan", "Typhoon"), ("topan",)),
    Hazard("whirlwind", Text("Angin puting beliung", "Whirlwind"), ("puting beliung", "bencana angin puting beliung")),
    Hazard("tsunami", Text("Tsunami", "Tsunami")),
    Hazard("earthquake", Text("Gempa bumi", "Earthquake"), ("gempa", "bencana gempa bumi")),
    Hazard(
        "volcanic_eruption",
        Text("Letusan gunung berapi", "Volcanic eruption"),
        ("letusan gunung api", "gunung meletus", "erupsi gunung berapi", "erupsi gunung api"),
    ),
    Hazard("drought", Text("Kekeringan", "Drought"), ("bencana kekeringan",)),
    Hazard("food_shortage", Text("Kekurangan pangan", "Food shortage")),
    Hazard(
        "fire",
        Text("Kebakaran", "Fire"),
        ("bencana kebakaran", "kebakaran rumah", "kebakaran permukiman", "kebakaran pemukiman"),
    ),
    Hazard("forest_fire", Text("Kebakaran hutan dan lahan", "Forest and land fire"), ("kebakaran hutan", "karhutla")),
    Hazard("haze", Text("Kabut asap", "Haze")),
    Hazard("social_conflict", Text("Konflik sosial", "Social conflict")),
    Hazard("technological_failure", Text("Gagal teknologi", "Technological failure")),
    Hazard("epidemic", Text("Epidemi dan wabah penyakit", "Epidemic"), ("epidemi", "wabah penyakit", "wabah")),
    Hazard("terror", Text("Teror", "Terror")),
)
HAZARDS: tuple[Hazard, ...] = _KNOWN
"""Every hazard that kesos knows by name."""

_BY_CODE = {hazard.code: hazard for hazard in _KNOWN}
_BY_WORD = {
    word.casefold(): hazard
    for hazard in _KNOWN
    for word in (hazard.code, hazard.code.replace("_", " "), hazard.name.id, hazard.name.en, *hazard.words)
}
for _hazard in _KNOWN:
    setattr(Hazard, _hazard.code.upper(), _hazard)


@attrs.frozen(kw_only=True)
class Grouping:
    """Which hazards one source calls natural, non-natural or social. Sources differ; none is the right one.

    >>> UU_24_2007.group_of("banjir")
    'natural'
    """

    citation: Citation
    groups: tuple[tuple[str, Group], ...] = attrs.field(converter=_pairs)

    def group_of(self, hazard: Hazard | str) -> Group | None:
        """The group that the source puts this hazard in; None where it does not name it."""
        return dict(self.groups).get(Hazard.of(hazard).code)


UU_24_2007 = Grouping(
    citation=Citation(regulation="UU 24/2007", locator="Pasal 1 angka 2–4", known="secondary"),
    groups=(
        ("earthquake", "natural"),
        ("tsunami", "natural"),
        ("volcanic_eruption", "natural"),
        ("flood", "natural"),
        ("drought", "natural"),
        ("typhoon", "natural"),
        ("landslide", "natural"),
        ("technological_failure", "non_natural"),
        ("epidemic", "non_natural"),
        ("social_conflict", "social"),
        ("terror", "social"),
    ),
)
"""How the law on disaster management groups them. It does not name fire: later texts place it differently."""
