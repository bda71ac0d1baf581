"""Where a number comes from: a citation and how well it is known, an official's decision, a reading, a printed cell."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from types import MappingProxyType, NoneType
from typing import Any, Literal, get_args

import attrs

from kesos import _checks as checks
from kesos._checks import fill_field
from kesos.errors import InvalidValueError
from kesos.records import Recorded
from kesos.values import _locales as locales
from kesos.values._days import plain_date
from kesos.values._exact import plain_fraction
from kesos.values._format import Spoken, formatted
from kesos.values._texts import Text, check_language

Known = Literal["primary", "quoted", "secondary", "hypothetical"]
KNOWN: tuple[Known, ...] = get_args(Known)

HOW_KNOWN: Mapping[Known, Text] = MappingProxyType(
    {
        "primary": Text("naskahnya dilihat", "the text itself was seen"),
        "quoted": Text("dikutip; naskah aslinya tidak dilihat", "quoted; the original was not seen"),
        "secondary": Text("dari sumber sekunder", "from a secondary source"),
        "hypothetical": Text("pengandaian, bukan hukum yang berlaku", "hypothetical, not law"),
    }
)
"""What stands beside a citation, by how well it is known."""

KOTAWARINGIN_BARAT = "Laporan dan Evaluasi Kinerja Dinas Sosial Kabupaten Kotawaringin Barat, Bab IV"
"""Chapter IV of the report of the social office of Kotawaringin Barat on 2016 to 2018."""
KAPUAS = "bakabar.com, konferensi pers Dinas Sosial Kabupaten Kapuas, 7 Januari 2021"
"""The newspaper's account of what the head of the social office of Kapuas said."""


def _how_it_came(citation: Citation) -> Known:
    return "quoted" if citation.quoted_in is not None else "primary"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Citation(Spoken, Recorded):
    """The place that a value is taken from.

    Args:
        regulation: The instrument or the published document.
        locator: Where in it: letter, article, paragraph of the prose.
        quoted_in: The document that quotes it, where the instrument itself was not seen.
        known: "primary" (the text itself was seen), "quoted", "secondary" or "hypothetical". Left out, it is "quoted"
            where `quoted_in` is given and "primary" where it is not.
        table: The number of the table, for a printed cell.
        row: The row in it, as the document labels it.
        column: The column in it.

    >>> print(Citation(regulation="03/BJ-SBSKBA/2003", locator="a.1", quoted_in="a report"))
    03/BJ-SBSKBA/2003, a.1 (dikutip; naskah aslinya tidak dilihat: a report)
    """

    regulation: str
    locator: str | None = None
    quoted_in: str | None = None
    known: Known = attrs.field(default=attrs.Factory(_how_it_came, takes_self=True))
    table: str | None = None
    row: str | None = None
    column: str | None = None

    def __attrs_post_init__(self) -> None:
        checks.settle(self, checks.text, "regulation")
        checks.settle(self, lambda value, field: checks.choice(value, field, KNOWN), "known")
        checks.settle(self, checks.known_text, "locator", "quoted_in", "table", "row", "column")

    def place(self, language: str) -> str:
        """The place in the document, in words.

        >>> Citation(regulation="a report", table="19", row="B.1", column="10").place("en")
        'table 19, row B.1, column 10'
        """
        check_language(language)
        named = (
            (Text("tabel", "table"), self.table),
            (Text("baris", "row"), self.row),
            (Text("kolom", "column"), self.column),
        )
        parts = [f"{word.say(language)} {value}" for word, value in named if value is not None]
        return ", ".join(([self.locator] if self.locator else []) + parts)

    def say(self, language: str) -> str:
        """The whole citation and how well it is known."""
        where = ", ".join(part for part in (self.regulation, self.place(language)) if part)
        quoted = f": {self.quoted_in}" if self.quoted_in else ""
        if self.known == "primary" and not quoted:
            return where
        return f"{where} ({HOW_KNOWN[self.known].say(language)}{quoted})"


def _decision_date(value: datetime.date | str) -> datetime.date:
    return plain_date(value, "date")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Decision(Spoken, Recorded):
    """What an official decided, in their own name.

    Args:
        by: The office of the official who decided.
        number: The number of the decision.
        date: The day of the decision: a date or ISO 8601 text.

    >>> print(Decision(by="Bupati Contoh", number="1/2017", date="2017-03-09"))
    Bupati Contoh, No. 1/2017, 9 Maret 2017
    """

    by: str
    number: str
    date: datetime.date = attrs.field(converter=_decision_date)

    def __attrs_post_init__(self) -> None:
        checks.settle(self, checks.text, "by", "number")

    def say(self, language: str) -> str:
        """By whom, under which number, when."""
        check_language(language)
        return f"{self.by}, No. {self.number}, {locales.day(self.date, language)}"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Reading(Recorded):
    """A word of a source that we had to read one way or another: what it is read as, and why.

    >>> reading = Reading(word="angin rebut", read_as="angin ribut", reason=Text("salah cetak", "a misprint"))
    >>> reading.say("en")
    '"angin rebut" is read as "angin ribut": a misprint'
    """

    word: str
    read_as: str
    reason: Text

    def __attrs_post_init__(self) -> None:
        checks.settle(self, checks.text, "word", "read_as")
        checks.instance(self.reason, "reason", Text)

    def say(self, language: str) -> str:
        """The reading as a sentence."""
        verb = Text("ditafsirkan sebagai", "is read as").say(language)
        return f'"{self.word}" {verb} "{self.read_as}": {self.reason.say(language)}'


def settled(value: object, field: str) -> object:
    """A value that is exact and that nobody can change, of a plain class."""
    if isinstance(value, tuple):
        return tuple(settled(part, f"{field}[{at}]") for at, part in enumerate(value))
    if isinstance(value, str) and not isinstance(value, Enum):
        return str.__str__(value)
    if isinstance(value, datetime.date):
        return plain_date(value, field)
    if isinstance(value, (NoneType, bool, Enum)) or attrs.has(type(value)):
        return value
    if isinstance(value, Fraction):
        return plain_fraction(value)
    if isinstance(value, Decimal):
        number = Decimal(value)
        if number.is_finite():
            return number
    if isinstance(value, int):
        return checks.as_int(value, field)
    raise InvalidValueError("wrong_type.value", field=field, value=value)


@attrs.frozen(eq=False, repr=False)
class Printed(Recorded):
    """What a page says, beside the value that can be read from it; never corrected.

    Args:
        text: The characters on the page.
        value: What they mean; None where no value can be read from them.
        source: Where on which page.

    >>> Printed("17 – 10 Maret 2017", value=None, source="prose, 4.d").value is None
    True
    """

    text: str = attrs.field()
    value: Any = None
    source: Citation | str = attrs.field(kw_only=True)

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.text, str):
            raise InvalidValueError("not_a_text.at_all", field="text", value=self.text)
        if type(self.text) is not str:
            fill_field(self, "text", str.__str__(self.text))
        if not isinstance(self.source, Citation):
            checks.settle(self, checks.text, "source")
        checks.settle(self, settled, "value")

    def __hash__(self) -> int:
        return hash((self.text, self.source))  # a report has many, and no two that are alike in these

    def __str__(self) -> str:
        return self.text

    def __format__(self, spec: str) -> str:
        return formatted(lambda _: self.text, spec)
