"""Hazards: what strikes, with the words that people write for it, and how each source groups them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, Literal

import attrs

from kesos.errors import UnknownHazardError, show_value
from kesos.values import Citation, Text
from kesos.values import _checks as checks

LONGEST_WORD = 200
"""No word for a hazard is longer, blanks included."""

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
        label: What it is called.
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
        """A Hazard, or the well-known one that has this code, label or word; case and blanks do not matter.

        Raises:
            UnknownHazardError: Nobody calls a hazard that; the hint names the nearest word.
        """
        if isinstance(hazard, Hazard):
            return hazard
        if isinstance(hazard, str):
            short = len(hazard) <= LONGEST_WORD
            found = _BY_WORD.get(hazard) or (_BY_WORD.get(" ".join(hazard.casefold().split())) if short else None)
            if found is not None:
                return found
        raise UnknownHazardError(
            Text(f"bencana {show_value(hazard)} tidak dikenal", f"{show_value(hazard)} is not a known hazard"),
            field=field,
            value=hazard,
            hint=_way_out(hazard),
        )

    @staticmethod
    def meaning(word: str) -> Hazard | None:
        """The well-known hazard that a code, a label or a word names, if any.

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


def _way_out(hazard: object) -> Text:
    """The nearest word, unless it is only a part of what was said: a flash flood is not a misspelt flood."""
    close = checks.nearest(hazard, _BY_WORD)
    if isinstance(hazard, str) and close is not None and set(close.split()) < set(hazard.casefold().split()):
        close = None
    near = checks.did_you_mean(hazard, _BY_CODE if close is None else [close])
    return Text(
        f"{near.id} Bila suatu standar membawanya, tulis hazard=standar.hazard(...).",
        f"{near.en} Where a standard brings it along, write hazard=standard.hazard(...).",
    )


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
