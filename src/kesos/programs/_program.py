"""What a programme of social aid is, as far as its sources say."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import ClassVar, Literal, get_args

import attrs

from kesos import _checks as checks
from kesos._package import read_file
from kesos.errors import InvalidValueError, NoRuleError
from kesos.programs._benefits import Benefit
from kesos.programs._clauses import Clause
from kesos.programs._codes import check_code
from kesos.programs._relations import Exclusion, Register
from kesos.records import Recorded
from kesos.values import FUNDINGS, Citation, Funding, Period, Reading, TableView, Text
from kesos.values._format import formatted
from kesos.values._texts import fold
from kesos.values._told import told
from kesos.words import hint

QuotaUnit = Literal["family", "person"]
QUOTA_UNITS: tuple[QuotaUnit, ...] = get_args(QuotaUnit)


# mypy takes no generic function as a converter, so there is one for each kind of tuple.


def _words(words: Iterable[str]) -> tuple[str, ...]:
    return (words,) if isinstance(words, str) else checks.items(words, "words")


def _known_words(words: Iterable[str] | None) -> tuple[str, ...] | None:
    return None if words is None else (words,) if isinstance(words, str) else checks.items(words, "may_buy")


def _texts(texts: Iterable[Text]) -> tuple[Text, ...]:
    return checks.items(texts, "channels", Text)


def _conditions(conditions: Iterable[Condition]) -> tuple[Condition, ...]:
    return checks.items(conditions, "conditions", Condition)


def _readings(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    return checks.items(readings, "readings", Reading)


def _later(names: Iterable[LaterName]) -> tuple[LaterName, ...]:
    return checks.items(names, "later", LaterName)


def _requires(clauses: Iterable[Clause]) -> tuple[Clause, ...]:
    return checks.items(clauses, "requires", Clause)


def _grounds(clauses: Iterable[Clause]) -> tuple[Clause, ...]:
    return checks.items(clauses, "grounds", Clause)


def _benefits(benefits: Iterable[Benefit]) -> tuple[Benefit, ...]:
    return checks.items(benefits, "benefits", Benefit)


def _exclusions(exclusions: Iterable[Exclusion]) -> tuple[Exclusion, ...]:
    return checks.items(exclusions, "excludes", Exclusion)


def _registers(registers: Iterable[Register]) -> tuple[Register, ...]:
    return checks.items(registers, "registers", Register)


def _period(since: Period | str | None) -> Period | None:
    return None if since is None else Period.of(since, "since")


def _citations(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    return checks.items(citations, "citations", Citation)


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


@attrs.frozen(kw_only=True)
class LaterName(Recorded):
    """What a programme came to be called after its first name, which many go on using.

    Args:
        words: The name, and how else people type it.
        since: From when it is called so; None where the source does not say.
        citation: Who says so.

    >>> Program.BPNT.later[0].words[0], str(Program.BPNT.later[0].since)
    ('Program Sembako', '2020')
    """

    words: tuple[str, ...] = attrs.field(converter=_words)
    since: Period | None = attrs.field(default=None, converter=_period)
    citation: Citation

    def __attrs_post_init__(self) -> None:
        if not self.words:
            raise InvalidValueError("missing", field="words", value=self.words)
        for word in self.words:
            checks.text(word, "words")
        checks.instance(self.citation, "citation", Citation)


@attrs.frozen(repr=False)
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
        unit: What a quota of it counts, "family" or "person"; None where the sources do not say.
        source: What its text is, where most of its citations are of one; a file says it once.
        later: What it came to be called later; `Program.of` finds it by those names too.
        benefits: What it gives, where a source with a date says so; no benefit named is not "no benefit".
        excludes: The programmes that a source says nobody has together with it.
        registers: The registers that a source says it draws on.
        requires: What its text asks of the household or of somebody in it, all of which has to hold.
        grounds: What its text names, of which one is enough; empty where the sources give no rule.

    >>> Program.of("pkh") is Program.PKH
    True
    >>> Program.BPNT.may_buy
    ('rice', 'eggs')
    >>> Program("BLT_CONTOH", Text("BLT Contoh", "Made-up cash aid")) == Program.BLT
    False
    >>> Program.of("Sembako") is Program.BPNT
    True
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
    unit: QuotaUnit | None = attrs.field(default=None, eq=False, kw_only=True)
    source: Citation | None = attrs.field(default=None, eq=False, kw_only=True)
    later: tuple[LaterName, ...] = attrs.field(default=(), eq=False, converter=_later, kw_only=True)
    benefits: tuple[Benefit, ...] = attrs.field(default=(), eq=False, converter=_benefits, kw_only=True)
    excludes: tuple[Exclusion, ...] = attrs.field(default=(), eq=False, converter=_exclusions, kw_only=True)
    registers: tuple[Register, ...] = attrs.field(default=(), eq=False, converter=_registers, kw_only=True)
    requires: tuple[Clause, ...] = attrs.field(default=(), eq=False, converter=_requires, kw_only=True)
    grounds: tuple[Clause, ...] = attrs.field(default=(), eq=False, converter=_grounds, kw_only=True)

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
    BLT_DD: ClassVar[Program]
    ATENSI: ClassVar[Program]

    def __attrs_post_init__(self) -> None:
        check_code(self.code, "code")
        checks.instance(self.name, "name", Text)
        for field in ("words", "may_buy"):
            for word in getattr(self, field) or ():
                checks.text(word, field)
        for field in ("what", "for_whom"):
            checks.known_instance(getattr(self, field), field, Text)
        checks.known_choice(self.funding, "funding", FUNDINGS)
        checks.known_choice(self.unit, "unit", QUOTA_UNITS)
        checks.known_instance(self.source, "source", Citation)
        self._check_rule()

    def _check_rule(self) -> None:
        codes = [clause.code for clause in (*self.requires, *self.grounds)]
        if (self.requires and not self.grounds) or len(set(codes)) < len(codes):
            raise InvalidValueError("bad_rule", field="grounds", value=tuple(codes))
        self._check_once()

    def _check_once(self) -> None:
        said: dict[str, list[tuple[object, ...]]] = {
            "benefits": [(benefit.code,) for benefit in self.benefits],
            "conditions": [(condition.code,) for condition in self.conditions],
            "excludes": [(bar.program, bar.during) for bar in self.excludes],
        }
        for field, each in said.items():
            twice = next((one for at, one in enumerate(each) if one in each[:at]), None)
            if twice is not None:
                raise InvalidValueError("duplicate.clause", field=field, value=twice[0])
        if any(bar.program == self.code for bar in self.excludes):
            raise InvalidValueError("excludes_itself", field="excludes", value=self.code)

    def benefit(self, code: str | None = None) -> Benefit:
        """The benefit of this code; without one, the only one.

        Raises:
            NoRuleError: No source says what the programme gives.
            InvalidValueError: It gives several things and none is named, or it gives none of that name.

        >>> Program.BST.benefit().every
        'month'
        """
        if not self.benefits:
            raise NoRuleError("no_rule.benefit", field="program", value=self.code, program=self.name)
        codes = tuple(benefit.code for benefit in self.benefits)
        if code is None and len(codes) > 1:
            raise InvalidValueError("ambiguous.benefit", field="benefit", known=codes)
        return self.benefits[0 if code is None else codes.index(checks.choice(code, "benefit", codes))]

    @classmethod
    def of(cls, program: Program | str, field: str = "program") -> Program:
        """A Program, or the well-known one that has this code, name or word; case and blanks do not matter.

        Raises:
            InvalidValueError: No programme that kesos knows is called that; the hint names the nearest.
        """
        if isinstance(program, Program):
            return program
        words: dict[str, str] = {}
        if isinstance(program, str):
            if program in KNOWN_CODES:
                return packaged(program)
            words = _codes_by_word()
            found = words.get(fold(program[:200]))
            if found is not None:
                return packaged(found)
        near = checks.nearest(program, words) is not None
        meant = checks.did_you_mean(program, words) if near else checks.did_you_mean(None, KNOWN_CODES)
        raise InvalidValueError("unknown_program", field=field, value=program, hint=meant)

    def say(self, language: str) -> str:
        """What it is called in "id" or "en"."""
        return self.name.say(language)

    def table(self, language: str = "id") -> TableView:
        """All that is known of it, with its sources: what, for whom, how, how much, under which conditions.

        >>> Program.BPNT.table("en").rows[0][0]
        'What it is'
        """
        from kesos.programs._stated import stated  # the clauses say what they are asked of a programme

        return told(stated(self), language, caption=self.say(language))

    def _repr_html_(self) -> str:
        return self.table().html()

    label = say  # as hazards and categories call it too, so that lists of either are made alike

    def __str__(self) -> str:
        return self.name.id

    def __repr__(self) -> str:
        return f"<Program {self.code}: {self.name.id}>"  # all of it would be a page

    def __format__(self, spec: str) -> str:
        return formatted(self.say, spec, hint("format.answer"))


class _InItsFile:
    """A well-known programme as an attribute of `Program`, read from its file when it is first asked for."""

    def __init__(self, code: str) -> None:
        self._code = code

    def __get__(self, _: object, owner: object = None) -> Program:
        return packaged(self._code)

    def __set__(self, program: object, value: object) -> None:
        raise AttributeError(self._code)  # programmes are frozen; and what can be set is not taken for a method


KNOWN_CODES = tuple(name for name, kind in Program.__annotations__.items() if kind == "ClassVar[Program]")
"""The programmes that have a file in `kesos.rules`, in the order in which they are listed."""
for _code in KNOWN_CODES:
    setattr(Program, _code, _InItsFile(_code))


@cache
def packaged(code: str) -> Program:
    """The programme of this code, from its file."""
    from kesos.programs._files import loads_program  # a file is read as what is made here

    return loads_program(read_file("kesos.rules", f"programs/{code.lower()}.toml").decode("utf-8"))


@cache
def _codes_by_word() -> dict[str, str]:
    """The code of the well-known programme that goes by a name."""
    names: dict[str, str] = {}
    for program in map(packaged, KNOWN_CODES):
        later = (word for name in program.later for word in name.words)
        words = (program.code, program.code.replace("_", " "), program.name.id, program.name.en, *program.words, *later)
        names.update((fold(word), program.code) for word in words)
    return names
