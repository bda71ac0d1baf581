"""Letters of recommendation, and how many of which kind there were when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Literal

import attrs

from kesos import _checks as checks
from kesos._named import Named, code_of, listed, say_code
from kesos.records import Discreet, Recorded, Tally
from kesos.values import Period, TableView, Text
from kesos.values._days import plain_date
from kesos.values._display import Tabled
from kesos.values._showing import Rowed
from kesos.values._tabulated import Shown, ShownRow, tabulated
from kesos.values._texts import check_language
from kesos.words import counted

_CAPTION = Text("Surat rekomendasi", "Letters of recommendation")
_HEADER = Text("Jenis", "Kind"), Text("Masa", "Period"), Text("Surat", "Letters")
_REFERENCE = Text("Kode", "Reference")
_DAY = Text("Tanggal surat", "Day of the letter")
_NUMBER = Text("Nomor surat", "Number of the letter")


class LetterKind(Named):
    """What a letter of recommendation is for.

    >>> [kind.code for kind in LETTER_KINDS]
    ['health_insurance', 'stranded_person']
    """

    __slots__ = ()


LETTER_KINDS: tuple[LetterKind, ...] = listed("letters", LetterKind)
"""The kinds that the report names; any other code serves as well."""

_day = checks.private(plain_date)
_items = checks.private(checks.items)
_private_code = checks.private(code_of)
_known_text = checks.private(checks.known_text)


def _kind(kind: LetterKind | str) -> str:
    return kind.code if isinstance(kind, LetterKind) else _private_code(kind, "kind", LETTER_KINDS)


def _reference(reference: str) -> str:
    return checks.reference(reference, "reference")


def _on(day: date | str) -> date:
    return _day(day, "on")


def _counts(counts: Iterable[LetterCount]) -> tuple[LetterCount, ...]:
    return checks.items(counts, "counts", LetterCount)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Recommendation(Rowed, Discreet):
    """A letter of recommendation that the office wrote. Its `repr` and its row in a table do not tell for what.

    Args:
        reference: A reference of your own to the family or the person: a single word, or one with a digit in it; what
            reads as a name, and a civil number, is refused.
        kind: A `LetterKind`, its code or what it is called, or a code of your own.
        on: The day of the letter.
        number: Its number; None where not known.

    >>> Recommendation(reference="f1", kind="health_insurance", on="2017-03-01", number="460/12").kind
    'health_insurance'
    """

    reference: str = attrs.field(converter=_reference)
    kind: str = attrs.field(converter=_kind, repr=False)
    on: date = attrs.field(converter=_on)
    number: str | None = None

    def __attrs_post_init__(self) -> None:
        checks.settle(self, _known_text, "number")

    def __row__(self) -> ShownRow:
        return Shown(_REFERENCE, self.reference), Shown(_DAY, self.on), Shown(_NUMBER, self.number)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class LetterCount(Recorded):
    """How many letters of one kind there were in one month or year.

    >>> LetterCount(kind="health_insurance", period=Period.of("2017"), letters=750).letters
    750
    """

    kind: str
    period: Period
    letters: Tally

    def __attrs_post_init__(self) -> None:
        checks.settle(self, checks.slug, "kind")
        checks.instance(self.period, "period", Period)
        checks.settle(self, checks.count, "letters")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class LetterCounts(Tabled, Recorded):
    """How many letters there were, by kind and period, in the order of time."""

    counts: tuple[LetterCount, ...] = attrs.field(converter=_counts)

    @property
    def total(self) -> int:
        """All of them together."""
        return sum(each.letters for each in self.counts)

    def table(self, language: str = "id") -> TableView:
        """A row for each kind in each period, and their sum."""
        check_language(language)
        kind, period, letters = _HEADER
        rows = [
            (
                Shown(kind, say_code(each.kind, LETTER_KINDS, language)),
                Shown(period, each.period),
                Shown(letters, each.letters, adds=True),
            )
            for each in self.counts
        ]
        return tabulated(rows, language, caption=_CAPTION.say(language), total=len(rows) > 1)

    def __repr__(self) -> str:
        return f"<LetterCounts: {counted(self.total, 'letter')}, {counted(len(self.counts), 'row')}>"


def count_letters(letters: Iterable[Recommendation], *, every: Literal["month", "year"] = "month") -> LetterCounts:
    """How many letters of each kind there were in each month, or each year, that has one.

    Args:
        letters: The letters, in any order.
        every: "month" or "year".

    >>> letters = [Recommendation(reference=f"f{at}", kind="health_insurance", on="2017-03-01") for at in range(3)]
    >>> count_letters(letters, every="year")
    <LetterCounts: 3 letters, 1 row>
    """
    checks.choice(every, "every", ("month", "year"))
    found: Counter[tuple[Period, str]] = Counter()
    for letter in _items(letters, "letters", Recommendation):
        whole = Period.year(letter.on.year) if every == "year" else Period.month(letter.on.year, letter.on.month)
        found[whole, letter.kind] += 1
    return LetterCounts(
        counts=[
            LetterCount(kind=kind, period=period, letters=number) for (period, kind), number in sorted(found.items())
        ]
    )


__all__ = ["LETTER_KINDS", "LetterCount", "LetterCounts", "LetterKind", "Recommendation", "count_letters"]
