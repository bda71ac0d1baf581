"""The answer whether a household is among those a programme's text describes: its grounds, its words, its record."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NoReturn

import attrs

from kesos import _checks as checks
from kesos.errors import RuleError, check_language
from kesos.people import Household
from kesos.people._field_words import say_field, say_member
from kesos.programs._codes import check_code
from kesos.programs._needs import say_needs
from kesos.programs._program import Condition, Program
from kesos.records import Plain, Recorded, as_json, check_fields, enveloped, to_plain
from kesos.values import LANGUAGES, Citation, Need, Reading, TableView, Text
from kesos.values import _locales as locales
from kesos.values._format import formatted
from kesos.values._tabulated import NOTHING, Shown, ShownRow
from kesos.values._told import told
from kesos.words import hint

_ANSWERS = {
    True: Text("TERMASUK sasaran menurut naskah program", "YES, among those the programme's text describes"),
    False: Text("TIDAK TERMASUK sasaran menurut naskah program", "NO, not among those the programme's text describes"),
    None: Text("BELUM DAPAT DIPASTIKAN: ada yang belum diketahui", "NOT KNOWN: something is missing that decides it"),
}
_READ = Text("Penafsiran", "How the text is read")
SAID = {True: Text("ya", "yes"), False: Text("tidak", "no"), None: Text("belum pasti", "not known")}
HEADS = {
    "program": Text("Program", "Programme"),
    "answer": Text("Jawaban", "Answer"),
    "why": Text("Kriteria", "Ground"),
    "missing": Text("Belum diketahui", "Not known"),
}
_HOUSEHOLD = Text("Rumah tangga", "Household")
_NOT_MET = Text("tidak terpenuhi: {}", "not met: {}")
_SOURCE = Text("Sumber", "Source")
_HOLDS = {True: Text("ya", "yes"), False: Text("tidak", "no"), None: Text("belum diketahui", "not known")}


@attrs.frozen(kw_only=True)
class Ground(Recorded):
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
    member: int | None

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
class Checked(Recorded):
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
class Against:
    """One clause of the rule that makes the answer no.

    Args:
        code: The clause.
        text: What the source asks.
        required: It is required by itself; otherwise it is one of the grounds of which not one is found.
        needs: What each field would have to say instead; empty where the clause does not tell.
        citation: Where the source says so.
    """

    code: str
    text: Text
    required: bool
    needs: tuple[Need, ...]
    citation: Citation

    @property
    def in_words(self) -> Text:
        """What the source asks, with what would have to be so of the household or of one member."""
        if not self.needs:
            return self.text
        said = {language: say_needs(self.needs, language) for language in LANGUAGES}
        return Text(f"{self.text.id} ({said['id']})", f"{self.text.en} ({said['en']})")

    def say(self, language: str) -> str:
        """The same in "id" or "en"."""
        return self.in_words.say(language)


@attrs.frozen(kw_only=True)
class ProgramName(Recorded):
    """What a record says of the programme: its code, and what it is called in full."""

    code: str
    name: Text

    def __attrs_post_init__(self) -> None:
        check_code(self.code, "code")
        checks.instance(self.name, "name", Text)


@attrs.frozen(kw_only=True)
class Inputs:
    """What an answer is computed from: the day, and what was known of the household, without name and birth date."""

    on: date
    household: Household


@attrs.frozen(kw_only=True)
class EligibilityRecord:
    """What a record of an eligibility holds; `Eligibility.record` writes it, `kesos.schemas` describes it."""

    program: ProgramName
    inputs: Inputs
    eligible: bool | None
    missing: tuple[str, ...]
    grounds: tuple[Ground, ...]
    checked: tuple[Checked, ...]
    against: tuple[Against, ...]
    conditions: tuple[Condition, ...]
    readings: tuple[Reading, ...]


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
        against: Where the answer is no, each clause that makes it so, with what it would take; empty otherwise.
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
    against: tuple[Against, ...]
    conditions: tuple[Condition, ...]
    readings: tuple[Reading, ...]
    household: Household

    def __attrs_post_init__(self) -> None:
        check_fields(self)

    @property
    def reference(self) -> str | None:
        """The caller's own name for the household."""
        return self.household.reference

    def __bool__(self) -> NoReturn:
        raise RuleError("three_valued", field="eligible")

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Every place that the explanation refers to, in the order of its numbers."""
        entries = (entry for _, listed in self._parts() for entry in listed)
        return tuple(dict.fromkeys(citation for _, citation in entries))

    def say_missing(self, language: str) -> tuple[str, ...]:
        """What is missing, in words, in the order of `missing`; members are numbered from 1, as in the grounds.

        >>> from kesos.people import Beneficiary
        >>> from kesos.programs import eligibility
        >>> boy = Household(members=[Beneficiary(sex="male", age=6)], very_poor=True)
        >>> eligibility("PKH", boy, on="2017-06-01").say_missing("en")
        ('member 1: schooling',)
        """
        return tuple(say_field(field, language) for field in self.missing)

    def explain(self, language: str = "id") -> str:
        """The answer with its reasons, what is missing, what follows, the readings it rests on, and its sources."""
        check_language(language)
        citations = self.citations
        number = {citation: f"[{place}]" for place, citation in enumerate(citations, start=1)}
        day = locales.day(self.on, language)
        named = "" if self.reference is None else f"{self.reference}, "
        lines = [f"{self.program.say(language)} ({named}{day}): {_ANSWERS[self.eligible].say(language)}."]
        for title, items in (
            *((title, [f"{text.say(language)} {number[one]}" for text, one in part]) for title, part in self._parts()),
            (HEADS["missing"], list(self.say_missing(language))),
            (_READ, self._read(language)),
            (Text("Sumber", "Sources"), [f"{number[one]} {one.say(language)}" for one in citations]),
        ):
            if items:
                lines.append(f"{title.say(language)}:")
                lines.extend(f"- {item}" for item in items)
        lines.append(CLOSING.say(language))
        return "\n".join(lines)

    def table(self, language: str = "id") -> TableView:
        """The answer over the table, and in it its reasons, what is missing and what follows, with the sources."""
        check_language(language)
        day, named = locales.day(self.on, language), "" if self.reference is None else f"{self.reference}, "
        missing = [Text(say_field(field, "id"), say_field(field, "en")) for field in self.missing]
        clauses = [(title, text, one) for title, part in self._parts() for text, one in part]
        return told(
            [*clauses, *((HEADS["missing"], text, None) for text in missing)],
            language,
            caption=f"{self.program.say(language)} ({named}{day}): {_ANSWERS[self.eligible].say(language)}",
            notes=[*(f"{_READ.say(language)}: {one}" for one in self._read(language)), CLOSING.say(language)],
        )

    def _read(self, language: str) -> list[str]:
        """How the text is read, and what nobody said of the household that follows from what was said."""
        asked = {need.field for one in self.against for need in one.needs}
        follows = "very_poor" in asked and self.household.very_poor is None
        return [*(one.say(language) for one in self.readings), *([_NOT_POOR.say(language)] if follows else [])]

    def why(self, language: str) -> str:
        """What speaks for it; or, where the answer is no, what is not met."""
        check_language(language)
        if self.eligible is False:
            return _NOT_MET.say(language).format("; ".join(one.say(language) for one in self.against))
        return "; ".join(dict.fromkeys(ground.say(language) for ground in self.grounds))

    def __row__(self) -> ShownRow:
        return (
            Shown(_HOUSEHOLD, NOTHING if self.reference is None else self.reference),
            Shown(HEADS["program"], self.program.name),
            Shown(HEADS["answer"], SAID[self.eligible]),
            Shown(HEADS["why"], _said(self.why)),
            Shown(HEADS["missing"], _said(lambda language: "; ".join(self.say_missing(language)))),
        )

    def __beneath__(self, language: str) -> tuple[str, ...]:
        sources = dict.fromkeys(one.citation for one in self.checked)
        cited = (f"{_SOURCE.say(language)}: {citation.say(language)}" for citation in sources)
        return *cited, CLOSING.say(language)

    def _repr_html_(self) -> str:
        return self.table().html()

    def _parts(self) -> tuple[tuple[Text, list[tuple[Text, Citation]]], ...]:
        """What the explanation says with a source: under which title, in which words, from where."""
        required = [(_with_answer(one), one.citation) for one in self.checked if one.required]
        found = [(ground.in_words, ground.citation) for ground in self.grounds]
        grounds = [one for one in self.checked if not one.required]
        still_open = [(one.text, one.citation) for one in grounds if one.holds is None and self.eligible is None]
        against = [(one.in_words, one.citation) for one in self.against]
        return (
            (Text("Syarat sasaran", "Required"), required),
            (Text("Kriteria yang terpenuhi", "Grounds found"), found),
            (
                Text("Kriteria yang masih mungkin terpenuhi", "Grounds that are still possible"),
                [] if found else still_open,
            ),
            (Text("Yang tidak terpenuhi", "Not met"), against),
            (
                Text("Ketentuan yang menyertai", "Conditions that follow"),
                [(one.text, one.citation) for one in self.conditions],
            ),
        )

    def record(self) -> Plain:
        """Plain values for JSON: what it was computed from, without name and birth date, and all that it says."""
        held = EligibilityRecord(
            program=ProgramName(code=self.program.code, name=self.program.name),
            inputs=Inputs(on=self.on, household=self.household),
            eligible=self.eligible,
            missing=self.missing,
            grounds=self.grounds,
            checked=self.checked,
            against=self.against,
            conditions=self.conditions,
            readings=self.readings,
        )
        return enveloped("eligibility", to_plain(held))

    def to_json(self, *, indent: int | None = None) -> str:
        """The record as JSON text; `read_eligibility` reads and checks it. An `indent` makes it longer, and slower."""
        return as_json(self.record(), indent)

    def __str__(self) -> str:
        return self.explain("id")

    def __format__(self, spec: str) -> str:
        return formatted(self.explain, spec, hint("format.answer"))

    def __repr__(self) -> str:
        codes = ", ".join(dict.fromkeys(ground.code for ground in self.grounds))
        missing = ", ".join(self.missing)
        return f"Eligibility({self.program.code}, {self.eligible}, grounds=[{codes}], missing=[{missing}])"


_NOT_POOR = Text(
    "tidak sangat miskin: disimpulkan, karena rumah tangga dinyatakan tidak miskin",
    "not very poor: this follows, since the household is said not to be poor",
)
CLOSING = Text(
    "Jawaban ini hanya menyatakan isi naskah; sejak dan sampai kapan naskah itu berlaku tidak diketahui, dan peserta "
    "ditetapkan oleh pejabat.",
    "This says only what the text says; from when and until when it is in force is not known, and officials decide who "
    "takes part.",
)


def _said(words: Callable[[str], str]) -> Text | str:
    """What is said in both languages; nothing where there is nothing to say."""
    return Text(words("id"), words("en")) if words("id") else NOTHING


def _with_answer(one: Checked) -> Text:
    answer = _HOLDS[one.holds]
    return Text(f"{one.text.id}: {answer.id}", f"{one.text.en}: {answer.en}")
