"""Whether a household is among those a programme's text describes: yes, no, or not enough is known, and why."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, NoReturn

import attrs

from kesos.errors import REDACTED, InvalidValueError, NoRuleError, RuleError
from kesos.people import Beneficiary, Household, say_field, say_member
from kesos.programs._known_rules import RULES
from kesos.programs._program import Condition, Program
from kesos.programs._rules import Clause, HouseholdClause, MemberClause, ProgramRule
from kesos.records import as_json, enveloped, to_plain
from kesos.values import Citation, Reading, Text, Truth, all_of, any_of
from kesos.values import _checks as checks
from kesos.values import _locales as locales
from kesos.values._periods import plain_date

_ANSWERS = {
    True: Text("TERMASUK sasaran menurut teks program", "YES, among those the programme's text describes"),
    False: Text("TIDAK TERMASUK sasaran menurut teks program", "NO, not among those the programme's text describes"),
    None: Text("BELUM DAPAT DIPASTIKAN: ada yang belum diketahui", "NOT KNOWN: something is missing that decides it"),
}
_HOLDS = {True: Text("ya", "yes"), False: Text("tidak", "no"), None: Text("belum diketahui", "not known")}


@attrs.frozen(kw_only=True)
class Ground:
    """Something that the programme's text names and that is found in the household.

    Args:
        code: A stable word for it.
        text: What the source asks and what was found, in both languages; no name and no birth date.
        citation: Where the source says so.
        readings: How words of the source were read; empty where nothing had to be.
        member: Which member it is, by place in the list from 0; None where it is the household.
    """

    code: str
    text: Text
    citation: Citation
    readings: tuple[Reading, ...] = ()
    member: int | None = None

    @property
    def reading(self) -> Reading | None:
        """The reading that this ground rests on first, if any."""
        return self.readings[0] if self.readings else None

    @property
    def in_words(self) -> Text:
        """The ground with the member it is about."""
        if self.member is None:
            return self.text
        who = Text(say_member(self.member, "id"), say_member(self.member, "en"))
        return Text(f"{who.id}: {self.text.id}", f"{who.en}: {self.text.en}")

    def say(self, language: str) -> str:
        """The same in "id" or "en"."""
        return self.in_words.say(language)


@attrs.frozen(kw_only=True)
class Checked:
    """One clause of the rule, and whether it holds of the household as a whole.

    Args:
        code: The clause.
        text: What the source asks.
        holds: True, False, or None where it cannot be said.
        required: It has to hold; otherwise it is one of several grounds of which one is enough.
        citation: Where the source says so.
    """

    code: str
    text: Text
    holds: bool | None
    required: bool
    citation: Citation


@attrs.frozen(kw_only=True)
class Eligibility:
    """Whether a household is among those that a programme's text describes. It admits nobody: an official does.

    Args:
        program: The programme.
        on: The day asked about.
        eligible: True, False, or None where not enough is known.
        grounds: All that speaks for it, whatever the answer.
        missing: The fields that the text asks for and that could settle an unknown answer, such as "very_poor" or
            "members[0].birth_date"; empty where the answer is known.
        checked: Every clause, in the order of the text.
        conditions: What the programme asks of those who receive it; empty where the answer is no.
        readings: How words of the source were read, as far as the answer rests on them.
        household: What was known of the household on that day, without any name or birth date.
    """

    program: Program
    on: date
    eligible: bool | None
    grounds: tuple[Ground, ...]
    missing: tuple[str, ...]
    checked: tuple[Checked, ...]
    conditions: tuple[Condition, ...]
    readings: tuple[Reading, ...]
    household: Household

    @property
    def reference(self) -> str | None:
        """The caller's own name for the household."""
        return self.household.reference

    def __bool__(self) -> NoReturn:
        raise RuleError(
            Text("jawaban ini bisa ya, tidak, atau belum diketahui", "this answer may be yes, no or not known"),
            field="eligible",
            code="three_valued",
            hint=Text("Tulis .eligible is True.", "Write .eligible is True."),
        )

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Every place that the explanation refers to, in the order of its numbers."""
        entries = (entry for _, listed in self._parts() for entry in listed)
        return tuple(dict.fromkeys(citation for _, citation in entries))

    def explain(self, language: str = "id") -> str:
        """The answer with its reasons, what is missing, what follows, the readings it rests on, and its sources."""
        citations = self.citations
        number = {citation: f"[{place}]" for place, citation in enumerate(citations, start=1)}
        day = locales.day(self.on, language)
        named = "" if self.reference is None else f"{self.reference}, "
        lines = [f"{self.program.label(language)} ({named}{day}): {_ANSWERS[self.eligible].say(language)}."]
        for title, items in (
            *((title, [f"{text.say(language)} {number[one]}" for text, one in part]) for title, part in self._parts()),
            (Text("Belum diketahui", "Not known"), [say_field(name, language) for name in self.missing]),
            (Text("Cara membaca teks", "How the text is read"), [one.say(language) for one in self.readings]),
            (Text("Sumber", "Sources"), [f"{number[one]} {one.say(language)}" for one in citations]),
        ):
            if items:
                lines.append(f"{title.say(language)}:")
                lines.extend(f"- {item}" for item in items)
        lines.append(_CLOSING.say(language))
        return "\n".join(lines)

    def _parts(self) -> tuple[tuple[Text, list[tuple[Text, Citation]]], ...]:
        """What the explanation says with a source: under which title, in which words, from where."""
        required = [(_with_answer(one), one.citation) for one in self.checked if one.required]
        found = [(ground.in_words, ground.citation) for ground in self.grounds]
        grounds = [one for one in self.checked if not one.required]
        still_open = [(one.text, one.citation) for one in grounds if one.holds is None and self.eligible is None]
        # That a ground is absent is why the answer is no, unless something required is.
        absent = [(one.text, one.citation) for one in grounds if self.eligible is False and one.holds is False]
        return (
            (Text("Syarat sasaran", "Required"), required),
            (Text("Alasan yang ditemukan", "Grounds found"), found),
            (Text("Alasan yang masih mungkin", "Grounds that are still possible"), [] if found else still_open),
            (Text("Alasan yang tidak ditemukan", "Grounds not found"), [] if found else absent),
            (
                Text("Ketentuan yang menyertai", "Conditions that follow"),
                [(one.text, one.citation) for one in self.conditions],
            ),
        )

    def to_record(self) -> dict[str, Any]:
        """Plain values for JSON: what it was computed from, without name and birth date, and all that it says."""
        plain = {
            "program": {"code": self.program.code, "name": to_plain(self.program.name)},
            "inputs": {"on": self.on.isoformat(), "household": self.household.to_dict()},
            "eligible": self.eligible,
            "missing": list(self.missing),
            "grounds": [{**to_plain(one), "member": one.member} for one in self.grounds],
            "checked": [{**to_plain(one), "holds": one.holds} for one in self.checked],
            "conditions": to_plain(self.conditions),
            "readings": to_plain(self.readings),
        }
        return enveloped("eligibility", plain)

    def to_json(self) -> str:
        """The record as JSON text; `read_eligibility` reads and checks it."""
        return as_json(self.to_record())

    def __str__(self) -> str:
        return self.explain("id")

    def __repr__(self) -> str:
        codes = ", ".join(dict.fromkeys(ground.code for ground in self.grounds))
        missing = ", ".join(self.missing)
        return f"Eligibility({self.program.code}, {self.eligible}, grounds=[{codes}], missing=[{missing}])"


_CLOSING = Text(
    "Jawaban ini hanya menyatakan apa kata teks; sejak dan sampai kapan teks itu berlaku tidak diketahui, dan peserta "
    "ditetapkan oleh pejabat.",
    "This says only what the text says; from when and until when it is in force is not known, and officials decide who "
    "takes part.",
)


def eligibility(
    program: Program | str, household: Household, *, on: date | str, rules: Iterable[ProgramRule] = RULES
) -> Eligibility:
    """Whether a household is among those whom a programme's own text describes, on a day.

    An unknown makes the answer unknown only where it could change it.

    Args:
        program: A programme, or its code or name.
        household: What is known of the household.
        on: The day asked about; ages and all that is stated are taken as of that day.
        rules: The rules to choose from; to add your own, pass `(*RULES, mine)`.

    Raises:
        NoRuleError: The sources give no rule for the programme.
        InvalidValueError: Somebody is born after that day; an unknown programme; two rules for one programme.

    Source:
        The report of the social office of Kotawaringin Barat, C.2.b, C.2.c, C.2.e.2 and C.2.g.

    >>> family = Household(members=[Beneficiary(birth_date="2012-06-02")], very_poor=True)
    >>> eligibility("PKH", family, on="2017-06-01")
    Eligibility(PKH, True, grounds=[under_five], missing=[])
    >>> eligibility("PKH", Household(members=[Beneficiary(birth_date="2012-06-02")]), on="2017-06-01").missing
    ('very_poor',)
    """
    day = plain_date(on, "on")
    rule = _rule_for(program, tuple(rules))
    if not isinstance(household, Household):
        raise InvalidValueError(
            Text(f"{type(household).__name__} bukan Household", f"{type(household).__name__} is no Household"),
            field="household",
            value=REDACTED,
            code="wrong_type",
        )
    required = [clause.test(household, day) for clause in rule.requires]
    found: list[Ground] = []
    offered: list[Truth] = []
    for clause in rule.grounds:
        truth, grounds = _look(clause, household, day)
        offered.append(truth)
        found.extend(grounds)
    answer = all_of([*required, any_of(offered)])
    return Eligibility(
        program=rule.program,
        on=day,
        eligible=answer.holds,
        grounds=tuple(found),
        missing=answer.missing,
        checked=tuple(
            Checked(code=clause.code, text=clause.text, holds=truth.holds, required=needed, citation=clause.citation)
            for needed, clauses, truths in ((True, rule.requires, required), (False, rule.grounds, offered))
            for clause, truth in zip(clauses, truths, strict=True)
        ),
        conditions=() if answer.holds is False else rule.program.conditions,
        readings=_readings(rule, all_of(required), offered, answer),
        household=household.without_identity(day),
    )


def _with_answer(one: Checked) -> Text:
    answer = _HOLDS[one.holds]
    return Text(f"{one.text.id}: {answer.id}", f"{one.text.en}: {answer.en}")


def _rule_for(program: Program | str, rules: tuple[ProgramRule, ...]) -> ProgramRule:
    for rule in rules:
        checks.instance(rule, "rules", ProgramRule)
    own = [rule.program for rule in rules if rule.program.code == program]
    asked = own[0] if own else Program.of(program)
    found = [rule for rule in rules if rule.program == asked]
    if len(found) == 1:
        return found[0]
    if found:
        raise InvalidValueError(
            Text(f"dua aturan untuk {asked.code}", f"two rules for {asked.code}"),
            field="rules",
            value=asked.code,
            code="conflicting_rules",
            hint=Text("Berikan hanya satu.", "Pass only one."),
        )
    with_rule = ", ".join(rule.program.code for rule in rules)
    raise NoRuleError(
        Text(
            f"sumber tidak memberi aturan tentang siapa sasaran {asked.label('id')}",
            f"the sources give no rule on whom {asked.label('en')} is for",
        ),
        field="program",
        value=asked.code,
        hint=Text(
            f"Ada aturan untuk: {with_rule}; aturan sendiri diberikan lewat rules=.",
            f"There are rules for: {with_rule}; pass one of your own as rules=.",
        ),
    )


def _look(clause: Clause, household: Household, on: date) -> tuple[Truth, list[Ground]]:
    """Whether the clause holds of the household or of one in it, and where it is found."""
    if isinstance(clause, HouseholdClause):
        truth = clause.test(household, on)
        return truth, [_ground(clause, truth, None)] if truth.holds else []
    truths: list[Truth] = []
    grounds: list[Ground] = []
    for number, member in enumerate(household.members or ()):
        truth = _at(number, clause, member, on)
        truths.append(truth)
        if truth.holds:
            grounds.append(_ground(clause, truth, number))
    if household.size is None:  # somebody may be there whom we do not know of
        truths.append(Truth(None, ("members",)))
    return any_of(truths), grounds


def _at(number: int, clause: MemberClause, member: Beneficiary, on: date) -> Truth:
    try:
        truth = clause.holds_for(member, on)
    except InvalidValueError as error:
        raise error.at(f"members[{number}]") from None
    return attrs.evolve(truth, missing=tuple(f"members[{number}].{name}" for name in truth.missing))


def _ground(clause: Clause, truth: Truth, member: int | None) -> Ground:
    text = clause.text
    if truth.because is not None:
        text = Text(f"{text.id} ({truth.because.id})", f"{text.en} ({truth.because.en})")
    return Ground(code=clause.code, text=text, citation=clause.citation, readings=clause.readings, member=member)


def _readings(rule: ProgramRule, required: Truth, offered: list[Truth], answer: Truth) -> tuple[Reading, ...]:
    """The readings that the answer rests on: of what is required, and of the grounds that make it what it is."""
    parts: list[Clause] = [*rule.requires]
    if required.holds is not False:
        for clause, truth in zip(rule.grounds, offered, strict=True):
            if truth.holds or answer.holds is False or (truth.holds is None and answer.holds is None):
                parts.append(clause)
    return tuple(dict.fromkeys(reading for part in parts for reading in part.readings))
