"""Hazards: what strikes, with the words that people write for it, and how each source groups them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, ClassVar, Literal, cast, get_args

import attrs

from kesos import _checks as checks
from kesos.errors import InvalidValueError, UnknownHazardError
from kesos.records import SLUG_TEXT, TEXT, Plain, Recorded, json_list, json_object, plain_fields, read_fields, schema_of
from kesos.values import Citation, Text
from kesos.values._format import formatted
from kesos.values._texts import fold
from kesos.words import Sentence, hint

__all__ = ["HAZARDS", "UU_24_2007", "Group", "Grouping", "Hazard"]

_LONGEST_WORD = 200  # no word for a hazard is longer, blanks included
_BETWEEN = r"\s*[/,;&+]\s*|\s+(?:dan|serta|and)\s+"

Group = Literal["natural", "non_natural", "social"]
GROUPS: tuple[Group, ...] = get_args(Group)


def _words(words: Iterable[str]) -> tuple[str, ...]:
    return checks.each(checks.text, words, "words")


def _pairs(groups: Iterable[tuple[str, Group]]) -> tuple[tuple[str, Group], ...]:
    pairs = checks.pairs(groups, "groups")
    return tuple(
        (checks.slug(code, f"groups[{at}]"), cast("Group", checks.choice(group, f"groups[{at}]", GROUPS)))
        for at, (code, group) in enumerate(pairs)
    )


_BY_CODE: dict[str, Hazard] = {}  # filled below, when the well-known ones are made


@attrs.frozen(eq=False, repr=False)
class Hazard(Recorded):
    """A kind of disaster. Hazards compare by their code; a standard or a regency may bring its own.

    Args:
        code: A slug that never changes.
        name: What it is called.
        words: What else people write for it, mostly in Indonesian.

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
    FLASH_FLOOD: ClassVar[Hazard]
    TIDAL_FLOOD: ClassVar[Hazard]
    HIGH_TIDE_AND_ABRASION: ClassVar[Hazard]
    GROUND_MOVEMENT: ClassVar[Hazard]
    EXTREME_WEATHER: ClassVar[Hazard]
    STRONG_WIND: ClassVar[Hazard]
    TROPICAL_CYCLONE: ClassVar[Hazard]
    HAILSTORM: ClassVar[Hazard]
    LIGHTNING: ClassVar[Hazard]
    HEATWAVE: ClassVar[Hazard]
    COLD_WAVE: ClassVar[Hazard]

    def __attrs_post_init__(self) -> None:
        checks.settle(self, checks.slug, "code")
        checks.instance(self.name, "name", Text)
        known = _BY_CODE.get(self.code)
        if known is not None and (self.name != known.name or not set(self.words) <= set(known.words)):
            raise InvalidValueError("well_known", field="code", value=self.code)

    def __plain__(self) -> Any:
        """The code of a well-known hazard; all about one that somebody brought along, or that has other words."""
        known = _BY_CODE.get(self.code)
        same = known is not None and (known.name, known.words) == (self.name, self.words)
        return self.code if same else plain_fields(self)

    @classmethod
    def __read__(cls, raw: object) -> Hazard:
        return cls.of(raw, "") if isinstance(raw, str) else read_fields(cls, raw)

    @classmethod
    def __schema__(cls) -> Plain:
        own = {"code": SLUG_TEXT, "name": schema_of(Text), "words": json_list(TEXT)}
        return {"anyOf": [TEXT, json_object(own, ["code", "name"])]}

    @classmethod
    def of(cls, hazard: Hazard | str, field: str = "hazard") -> Hazard:
        """A Hazard, or the well-known one that has this code, name or word; case and blanks do not matter.

        Raises:
            UnknownHazardError: Nobody calls a hazard that, or the text names several; the hint says which, or the
                nearest word.
        """
        if isinstance(hazard, Hazard):
            return hazard
        if isinstance(hazard, str):
            short = len(hazard) <= _LONGEST_WORD
            found = _BY_WORD.get(hazard) or (_BY_WORD.get(fold(hazard)) if short else None)
            if found is not None:
                return found
        raise UnknownHazardError(field=field, value=hazard, hint=_way_out(hazard))

    @staticmethod
    def meaning(word: str) -> Hazard | None:
        """The well-known hazard that a code, a name or a word names, if any.

        >>> Hazard.meaning("longsor") is Hazard.LANDSLIDE
        True
        """
        return _BY_WORD.get(fold(checks.instance(word, "word", str)))

    @staticmethod
    def is_known(code: str) -> bool:
        """Whether this is the code of a well-known hazard."""
        return isinstance(code, str) and code in _BY_CODE

    @property
    def all_words(self) -> tuple[str, ...]:
        """All that people write for it: its code, with blanks too, what it is called, and what else they write.

        >>> Hazard.TIDAL_FLOOD.all_words
        ('tidal_flood', 'tidal flood', 'Banjir rob', 'Tidal flood', 'rob')
        """
        said = (self.code, self.code.replace("_", " "), self.name.id, self.name.en, *self.words)
        return tuple(dict.fromkeys(said))

    def label(self, language: str) -> str:
        """What it is called in "id" or "en"."""
        return self.name.say(language)

    def __str__(self) -> str:
        return self.name.id

    def __format__(self, spec: str) -> str:
        return formatted(self.label, spec)


def _way_out(hazard: object) -> Sentence:
    """The hazards that were named at once, or the word that was meant where a pen may have slipped; else every code."""
    known = tuple(map(_word, _KNOWN))
    if isinstance(hazard, str) and len(hazard) <= _LONGEST_WORD:
        several = _named_at_once(hazard)
        if several:
            return hint("one_hazard_each", hazards=tuple(_word(each) for each in several))
        close = checks.nearest(hazard.strip(), _BY_WORD, alike=0.75)
        if close is not None and not _is_another(hazard.casefold().split(), close.split()):
            return hint("did_you_mean.hazard", nearest=close, known=known)
    return hint("known.hazard", known=known)


def _word(hazard: Hazard) -> Text:
    """What one may write for a hazard: its name in an Indonesian sentence, its code in an English one."""
    return Text(hazard.name.id.lower(), hazard.code)


def _named_at_once(text: str) -> tuple[Hazard, ...]:
    """The hazards of "Banjir dan Tanah Longsor", where every part of a text is one."""
    found = [Hazard.meaning(part) for part in re.split(_BETWEEN, text.casefold().strip())]
    hazards = tuple(dict.fromkeys(each for each in found if each is not None))
    return hazards if len(hazards) > 1 and None not in found else ()


def _is_another(given: list[str], known: list[str]) -> bool:
    """Whether two texts that look alike say different things: other first letters, or other words beside the same.

    A rainstorm is not a misspelt hailstorm, nor a house fire a forest fire.
    """
    shared = set(given) & set(known)
    own, others = (" ".join(word for word in words if word not in shared) for words in (given, known))
    return own[:1] != others[:1] or (bool(shared) and checks.nearest(own, [others], alike=0.75) is None)


_KNOWN = (
    Hazard("flood", Text("Banjir", "Flood"), ("bencana banjir",)),
    Hazard("landslide", Text("Tanah longsor", "Landslide"), ("longsor", "bencana tanah longsor")),
    Hazard("windstorm", Text("Angin ribut", "Windstorm")),
    Hazard("typhoon", Text("Angin topan", "Typhoon"), ("topan",)),
    Hazard("whirlwind", Text("Angin puting beliung", "Whirlwind"), ("puting beliung", "bencana angin puting beliung")),
    Hazard("tsunami", Text("Tsunami", "Tsunami")),
    Hazard("earthquake", Text("Gempa bumi", "Earthquake"), ("gempa", "gempabumi", "bencana gempa bumi")),
    Hazard(
        "volcanic_eruption",
        Text("Letusan gunung berapi", "Volcanic eruption"),
        (
            "letusan gunung",
            "letusan gunung api",
            "gunung meletus",
            "erupsi",
            "erupsi gunung berapi",
            "erupsi gunung api",
        ),
    ),
    Hazard("drought", Text("Kekeringan", "Drought"), ("bencana kekeringan",)),
    Hazard("food_shortage", Text("Kekurangan pangan", "Food shortage")),
    Hazard(
        "fire",
        Text("Kebakaran", "Fire"),
        (
            *("bencana kebakaran", "kebakaran rumah", "kebakaran permukiman", "kebakaran pemukiman"),
            *("kebakaran gedung", "kebakaran bangunan"),
            *("kebakaran gedung dan permukiman", "kebakaran gedung dan pemukiman"),
        ),
    ),
    Hazard("forest_fire", Text("Kebakaran hutan dan lahan", "Forest and land fire"), ("kebakaran hutan", "karhutla")),
    Hazard("haze", Text("Kabut asap", "Haze")),
    Hazard("social_conflict", Text("Konflik sosial", "Social conflict")),
    Hazard("technological_failure", Text("Gagal teknologi", "Technological failure")),
    Hazard("epidemic", Text("Epidemi dan wabah penyakit", "Epidemic"), ("epidemi", "wabah penyakit", "wabah")),
    Hazard("terror", Text("Teror", "Terror")),
    Hazard("flash_flood", Text("Banjir bandang", "Flash flood"), ("bencana banjir bandang",)),
    Hazard("tidal_flood", Text("Banjir rob", "Tidal flood"), ("rob",)),
    Hazard(
        "high_tide_and_abrasion",
        Text("Gelombang pasang dan abrasi", "High tide and abrasion"),
        (
            "gelombang pasang / abrasi",
            "gelombang pasang/abrasi",
            "gelombang pasang",
            "abrasi",
            "gelombang tinggi / abrasi",
            "gelombang ekstrem dan abrasi",
        ),
    ),
    Hazard("ground_movement", Text("Gerakan tanah", "Ground movement"), ("pergerakan tanah", "tanah bergerak")),
    Hazard("extreme_weather", Text("Cuaca ekstrem", "Extreme weather"), ("cuaca ekstrim",)),
    Hazard("strong_wind", Text("Angin kencang", "Strong wind")),
    Hazard("tropical_cyclone", Text("Siklon tropis", "Tropical cyclone"), ("siklon", "cyclone")),
    Hazard("hailstorm", Text("Hujan es", "Hailstorm")),
    Hazard("lightning", Text("Petir", "Lightning"), ("sambaran petir",)),
    Hazard("heatwave", Text("Gelombang panas", "Heatwave"), ("heat wave",)),
    Hazard("cold_wave", Text("Gelombang dingin", "Cold wave")),
)
HAZARDS: tuple[Hazard, ...] = _KNOWN
"""Every hazard that kesos knows by name."""

_BY_CODE.update({hazard.code: hazard for hazard in _KNOWN})
_BY_WORD = {fold(word): hazard for hazard in _KNOWN for word in hazard.all_words}
for _hazard in _KNOWN:
    setattr(Hazard, _hazard.code.upper(), _hazard)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Grouping(Recorded):
    """Which hazards one source calls natural, non-natural or social. Sources differ; none is the right one.

    >>> UU_24_2007.group_of("banjir")
    'natural'
    """

    citation: Citation
    groups: tuple[tuple[str, Group], ...] = attrs.field(converter=_pairs)

    def __attrs_post_init__(self) -> None:
        checks.instance(self.citation, "citation", Citation)

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
"""How the law on disaster management groups them. It does not name fire, which later texts place differently, and
many others; what it does not name is in no group."""
