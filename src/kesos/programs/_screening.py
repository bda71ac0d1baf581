"""A household across all programmes: the answer of each that has a rule, side by side, with what it gives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

import attrs

from kesos import _checks as checks
from kesos.errors import InvalidValueError, UnknownItemError
from kesos.people import Household
from kesos.programs._benefits import Benefit
from kesos.programs._conflicts import Conflict, conflicts
from kesos.programs._eligibility import CLOSING, HEADS, SAID, Eligibility
from kesos.programs._judging import eligibility
from kesos.programs._program import KNOWN_CODES, Program, packaged
from kesos.programs._rules import ProgramRule, rule_of
from kesos.records import Plain
from kesos.values import Citation, TableView, Text
from kesos.values import _locales as locales
from kesos.values._days import plain_date
from kesos.values._display import Tabled, unsaid
from kesos.values._texts import check_language
from kesos.words import REDACTED

_HEADER = (
    HEADS["program"],
    HEADS["answer"],
    HEADS["why"],
    Text("Bantuan", "Benefit"),
    HEADS["missing"],
    Text("Sumber", "Source"),
)
_NOT_SAID = Text("tidak diketahui untuk hari itu", "not known for that day")
_PARTS = Text("menurut komponen ({})", "by component ({})")
_TITLE = Text("Program menurut naskahnya", "Programmes by their own texts")
_WITHOUT = Text("Sumber tidak memuat aturan sasaran untuk", "The sources give no rule for")
_TOGETHER = Text("Tidak diterima bersama menurut sumber", "Not received together, as a source says")
_ONE_REGISTER = Text("Berbasis satu data menurut sumber,", "On one register, as sources say,")


def _day(day: date | str) -> date:
    return plain_date(day, "on")


def _answers(answers: Iterable[Eligibility]) -> tuple[Eligibility, ...]:
    return checks.items(answers, "answers", Eligibility)


def _programs(programs: Iterable[Program]) -> tuple[Program, ...]:
    return checks.items(programs, "without_rule", Program)


@attrs.frozen(repr=False, eq=False)
class Screening(Tabled, Mapping[Program, Eligibility]):
    """The answers for one household on one day, by programme. It admits nobody: officials do.

    Args:
        household: What was known of the household, without any name or birth date.
        on: The day asked about.
        answers: An answer for each programme that has a rule.
        without_rule: The programmes for which the sources give none.
    """

    household: Household
    on: date = attrs.field(converter=_day)
    answers: tuple[Eligibility, ...] = attrs.field(converter=_answers)
    without_rule: tuple[Program, ...] = attrs.field(default=(), converter=_programs)

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.household, Household):
            raise InvalidValueError(
                "wrong_type.household", field="household", value=REDACTED, found=type(self.household).__name__
            )

    def __getitem__(self, program: Program | str) -> Eligibility:
        for answer in self.answers:
            if program in (answer.program, answer.program.code):
                return answer
        known = [answer.program.code for answer in self.answers]
        raise UnknownItemError(
            "unknown_program", field="program", value=program, hint=checks.did_you_mean(program, known)
        )

    def __iter__(self) -> Iterator[Program]:
        return (answer.program for answer in self.answers)

    def __len__(self) -> int:
        return len(self.answers)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Screening):
            return NotImplemented
        return self._all() == other._all()

    def __hash__(self) -> int:
        return hash(self._all())

    def _all(self) -> tuple[object, ...]:
        return self.household, self.on, self.answers, self.without_rule

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """Which of the answers that are yes exclude each other, as far as sources say."""
        return conflicts(self.answers)

    @property
    def registers(self) -> dict[str, tuple[Program, ...]]:
        """Of the programmes whose answer is yes, those that draw on one register on that day, by its code."""
        found: dict[str, list[Program]] = {}
        for answer in self.answers:
            for register in answer.program.registers if answer.eligible else ():
                if register.since is None or register.since.start <= self.on:
                    found.setdefault(register.code, []).append(answer.program)
        return {code: tuple(programs) for code, programs in found.items()}

    def table(self, language: str = "id") -> TableView:
        """A row a programme: the answer, why, what it gives on that day, what is not known yet, and the source."""
        check_language(language)
        citations: list[Citation] = []
        rows = tuple(self._row(answer, language, citations) for answer in self.answers)
        reference = "" if self.household.reference is None else f"{self.household.reference}, "
        return TableView(
            caption=f"{_TITLE.say(language)} ({reference}{locales.day(self.on, language)})",
            header=tuple(text.say(language) for text in _HEADER),
            rows=rows,
            notes=(*self._notes(language, citations), *_numbered(citations, language), CLOSING.say(language)),
        )

    def _row(self, answer: Eligibility, language: str, citations: list[Citation]) -> tuple[str, ...]:
        numbers = [_number(one.citation, citations) for one in answer.checked]
        given, sources = ("", []) if answer.eligible is False else _given(answer.program, self.on, language, citations)
        return (
            answer.program.say(language),
            unsaid(SAID[None], language) if answer.eligible is None else SAID[answer.eligible].say(language),
            answer.why(language),
            given,
            "; ".join(answer.say_missing(language)),
            ", ".join(dict.fromkeys((*numbers, *sources))),
        )

    def _notes(self, language: str, citations: list[Citation]) -> Iterator[str]:
        for conflict in self.conflicts:
            number = _number(conflict.exclusion.citation, citations)
            yield f"{_TOGETHER.say(language)}: {conflict.say(language)} {number}."
        for register, programs in self.registers.items():
            if len(programs) > 1:
                yield f"{_ONE_REGISTER.say(language)} {register}: {_names(programs, language)}."
        if self.without_rule:
            yield f"{_WITHOUT.say(language)}: {_names(self.without_rule, language)}."

    def explain(self, language: str = "id") -> str:
        """The explanation of each answer, one after another, and what concerns several of them."""
        citations: list[Citation] = []
        notes = (*self._notes(language, citations), *_numbered(citations, language))
        return "\n\n".join((*(answer.explain(language) for answer in self.answers), "\n".join(notes))).rstrip()

    def to_dict(self) -> Plain:
        """Each answer's record, which `read_eligibility` reads and checks, and the codes of the other programmes."""
        return {
            "answers": [answer.record() for answer in self.answers],
            "without_rule": [program.code for program in self.without_rule],
        }

    def __repr__(self) -> str:
        said = ", ".join(f"{answer.program.code}: {answer.eligible}" for answer in self.answers)
        return f"Screening({said}, without_rule={len(self.without_rule)})"


def _given(program: Program, on: date, language: str, citations: list[Citation]) -> tuple[str, list[str]]:
    """What a programme gives on a day, and the numbers of those who say so; many parts as the least and the most."""
    alike: dict[str, list[Benefit]] = {}
    for benefit in program.benefits:
        if benefit.on(on) is not None:
            alike.setdefault(benefit.how_given(language), []).append(benefit)
    if not alike:
        return unsaid(_NOT_SAID, language), []
    said: list[str] = []
    numbers: list[str] = []
    for how, benefits in alike.items():
        rates = [(benefit, benefit.rate(on)) for benefit in benefits]
        numbers += [_number(benefit.source(rate), citations) for benefit, rate in rates]
        if len(benefits) == 1:
            said += [text.say(language) for benefit in benefits if (text := benefit.on(on)) is not None]
            continue
        ends = sorted(benefit.quantity(rate) for benefit, rate in rates)
        parts = _PARTS.say(language).format(len(benefits))
        said.append(f"{ends[0].say(language)} – {ends[-1].say(language)} {how}, {parts}")
    return "; ".join(said), numbers


def _number(citation: Citation, citations: list[Citation]) -> str:
    """The number of an instrument among the notes, with the place in it."""
    if citation not in citations:
        citations.append(citation)
    return f"[{citations.index(citation) + 1}]"


def _names(programs: tuple[Program, ...], language: str) -> str:
    return "; ".join(program.say(language) for program in programs)


def _numbered(citations: list[Citation], language: str) -> Iterator[str]:
    return (f"[{number}] {citation.say(language)}" for number, citation in enumerate(citations, start=1))


def screen(
    household: Household,
    *,
    on: date | str,
    programs: Iterable[Program | str] | None = None,
    rules: Iterable[ProgramRule | Program] = (),
) -> Screening:
    """What each programme's own text says of a household on a day, side by side.

    Args:
        household: What is known of the household.
        on: The day asked about.
        programs: The programmes asked about; without them, those of your own rules and every one that kesos knows.
        rules: Rules of your own, or programmes that carry one, as `eligibility` takes them.

    Raises:
        InvalidValueError: As for `eligibility`; a programme that nobody knows.

    >>> from kesos.people import Beneficiary
    >>> family = Household(members=[Beneficiary(sex="female", age=28, pregnant=True)], very_poor=True)
    >>> found = screen(family, on="2018-06-01")
    >>> found[Program.PKH].eligible, found[Program.ASLUT].eligible, Program.RASTRA in found.without_rule
    (True, False, True)
    """
    day = plain_date(on, "on")
    own = checks.items(rules, "rules")
    ruled = [rule.program if isinstance(rule, ProgramRule) else rule for rule in own]
    asked = (*ruled, *map(packaged, KNOWN_CODES)) if programs is None else programs
    found = dict.fromkeys(
        Program.of(each, f"programs[{at}]") for at, each in enumerate(checks.each_of(asked, "programs"))
    )
    having = [program for program in found if program in ruled or rule_of(program) is not None]
    answers = tuple(eligibility(program, household, on=day, rules=own) for program in having)
    without = tuple(program for program in found if program not in having)
    return Screening(household.without_identity(day), day, answers, without)


__all__ = ["Screening", "screen"]
