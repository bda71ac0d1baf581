"""What a programme of social aid is, as far as its sources say."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import ClassVar

import attrs

from kesos import _checks as checks
from kesos.errors import InvalidValueError
from kesos.records import Recorded
from kesos.values import FUNDINGS, Citation, Funding, Reading, Text

CODE = re.compile(r"[A-Z][A-Z0-9]*(_[A-Z0-9]+)*", re.ASCII)
LONGEST_CODE = 64

_BY_CODE: dict[str, Program] = {}
_BY_WORD: dict[str, Program] = {}


# mypy takes no generic function as a converter, so there is one for each kind of tuple.


def _words(words: Iterable[str]) -> tuple[str, ...]:
    return (words,) if isinstance(words, str) else tuple(words)


def _known_words(words: Iterable[str] | None) -> tuple[str, ...] | None:
    return None if words is None else _words(words)


def _texts(texts: Iterable[Text]) -> tuple[Text, ...]:
    return tuple(texts)


def _conditions(conditions: Iterable[Condition]) -> tuple[Condition, ...]:
    return tuple(conditions)


def _readings(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    return tuple(readings)


def _citations(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    return tuple(citations)


@attrs.frozen(kw_only=True)
class Condition(Recorded):
    """What a programme asks of those who receive it, or what limits it.

    Args:
        code: A stable word for it.
        text: What is asked, in both languages.
        citation: Who says so.
    """

    code: str
    text: Text
    citation: Citation

    def __attrs_post_init__(self) -> None:
        checks.slug(self.code, "code")
        checks.instance(self.text, "text", Text)
        checks.instance(self.citation, "citation", Citation)

    def say(self, language: str) -> str:
        """What is asked, in "id" or "en"."""
        return self.text.say(language)


@attrs.frozen
class Program(Recorded):
    """A programme of social aid or service. Programmes compare by their code; a regency adds its own by making one.

    What the sources leave unsaid is None or empty, and that means not known: no bank named is not "no bank".

    Args:
        code: Upper-case ASCII letters, digits and _; it never changes.
        name: What it is called, in full.
        words: What else people type for it, in Indonesian; the code and the name need no repeating.
        what: What it is.
        for_whom: Whom it is meant for, in the words of the source.
        funding: "APBN" (the state's budget) or "APBD" (the regency's or province's); None where the sources do not say.
        channels: Banks, agents and offices through which it reaches people, as far as they are named.
        may_buy: Codes of all that the aid may be spent on; None where the sources name no such limit.
        conditions: What it asks of those who receive it.
        readings: Where its name or another word had to be read one way or another.
        citations: Where it is named.

    >>> Program.of("pkh") is Program.PKH
    True
    >>> Program.BPNT.may_buy
    ('rice', 'eggs')
    >>> Program("BLT_DD", Text("BLT Dana Desa Contoh", "Made-up village cash aid")) == Program.BLT
    False
    """

    code: str
    name: Text = attrs.field(eq=False)
    words: tuple[str, ...] = attrs.field(default=(), eq=False, converter=_words, kw_only=True)
    what: Text | None = attrs.field(default=None, eq=False, kw_only=True)
    for_whom: Text | None = attrs.field(default=None, eq=False, kw_only=True)
    funding: Funding | None = attrs.field(default=None, eq=False, kw_only=True)
    channels: tuple[Text, ...] = attrs.field(default=(), eq=False, converter=_texts, kw_only=True)
    may_buy: tuple[str, ...] | None = attrs.field(default=None, eq=False, converter=_known_words, kw_only=True)
    conditions: tuple[Condition, ...] = attrs.field(default=(), eq=False, converter=_conditions, kw_only=True)
    readings: tuple[Reading, ...] = attrs.field(default=(), eq=False, converter=_readings, kw_only=True)
    citations: tuple[Citation, ...] = attrs.field(default=(), eq=False, converter=_citations, kw_only=True)

    PKH: ClassVar[Program]
    BPNT: ClassVar[Program]
    ASLUT: ClassVar[Program]
    ASPDB: ClassVar[Program]
    FAKIR_MISKIN: ClassVar[Program]
    KUBE_URBAN: ClassVar[Program]
    KUBE_RURAL: ClassVar[Program]
    KUBE_COASTAL: ClassVar[Program]
    UEP_COASTAL: ClassVar[Program]
    RASTRA: ClassVar[Program]
    BST: ClassVar[Program]
    BLT: ClassVar[Program]
    PBI_JKN: ClassVar[Program]
    KIS: ClassVar[Program]
    KIP: ClassVar[Program]
    HOUSE_REPAIR: ClassVar[Program]
    ELECTRICITY_SUBSIDY: ClassVar[Program]
    GAS_SUBSIDY: ClassVar[Program]
    DISABILITY_AID: ClassVar[Program]
    HEALTH_APBD: ClassVar[Program]
    DISASTER_AID: ClassVar[Program]
    SLRT: ClassVar[Program]
    LK3: ClassVar[Program]

    def __attrs_post_init__(self) -> None:
        if not (isinstance(self.code, str) and len(self.code) <= LONGEST_CODE and CODE.fullmatch(self.code)):
            raise InvalidValueError("not_a_code", field="code", value=self.code, longest=LONGEST_CODE)
        checks.instance(self.name, "name", Text)
        for field in ("words", "may_buy"):
            for word in getattr(self, field) or ():
                checks.text(word, field)
        for field in ("what", "for_whom"):
            checks.known_instance(getattr(self, field), field, Text)
        checks.known_choice(self.funding, "funding", FUNDINGS)
        for field, kind in (
            ("channels", Text),
            ("conditions", Condition),
            ("readings", Reading),
            ("citations", Citation),
        ):
            checks.items(getattr(self, field), field, kind)

    @classmethod
    def of(cls, program: Program | str, field: str = "program") -> Program:
        """A Program, or the well-known one that has this code, name or word; case and blanks do not matter.

        Raises:
            InvalidValueError: No programme that kesos knows is called that; the hint names the nearest.
        """
        if isinstance(program, Program):
            return program
        if isinstance(program, str):
            found = _BY_WORD.get(program) or _BY_WORD.get(" ".join(program[:200].casefold().split()))
            if found is not None:
                return found
        near = checks.nearest(program, _BY_WORD) is not None
        meant = checks.did_you_mean(program, _BY_WORD) if near else checks.did_you_mean(None, _BY_CODE)
        raise InvalidValueError("unknown_program", field=field, value=program, hint=meant)

    def say(self, language: str) -> str:
        """What it is called in "id" or "en"."""
        return self.name.say(language)

    label = say  # as hazards and categories call it too, so that lists of either are made alike

    def __str__(self) -> str:
        return self.name.id


def well_known(programs: Iterable[Program]) -> tuple[Program, ...]:
    """Make these programmes members of `Program`, to be found by `Program.of`; for the catalogue alone."""
    known = tuple(programs)
    for program in known:
        setattr(Program, program.code, program)
        _BY_CODE[program.code] = program
        names = (program.code, program.code.replace("_", " "), program.name.id, program.name.en, *program.words)
        _BY_WORD.update((name.casefold(), program) for name in names)
    return known
