"""What an audit finds: each finding beside what was printed and what follows from the rest, neither corrected."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any, Literal, get_args

import attrs

from kesos import _checks as checks
from kesos.records import Plain, as_json, enveloped, opened, to_plain
from kesos.reports._printed import on_one_line
from kesos.values import LANGUAGES, Citation, Percentage, Period, Printed, Quantity, Span, Text
from kesos.values._showing import Rowed
from kesos.values._sources import settled
from kesos.values._tabulated import Shown, ShownRow
from kesos.words import show_value

Severity = Literal["error", "suspicious"]
SEVERITIES: tuple[Severity, ...] = get_args(Severity)
SEVERITY_WORDS: Mapping[str, Text] = MappingProxyType(
    {
        "error": Text("bertentangan", "contradiction"),
        "suspicious": Text("perlu ditanyakan", "worth a question"),
    }
)
_SUPPOSED = Text("diduga", "supposed")
SEVERITY, WHERE, FOUND = Text("Sifat", "Severity"), Text("Tempat", "Place"), Text("Temuan", "Finding")


def bare_cells(cells: Iterable[Printed], field: str) -> tuple[Printed, ...]:
    """The bare cells: what a figure or a name is besides is the report's, not the finding's."""
    return tuple(
        each if type(each) is Printed else Printed(each.text, each.value, source=each.source)
        for each in checks.items(cells, field, Printed)
    )


def _concerns(cells: Iterable[Printed]) -> tuple[Printed, ...]:
    return bare_cells(cells, "concerns")


_GUESS = Text("hubungan yang diduga", "a supposed relation")
_LONGEST_WORDS = 60


def printed_value(cell: Printed) -> Any:
    """What a printed cell means, or the characters on the page where no value can be read from them.

    >>> printed_value(Printed("17 – 10 Maret 2017", source="A.4.d"))
    '17 – 10 Maret 2017'
    """
    return cell.text if cell.value is None else cell.value


@attrs.frozen(kw_only=True, repr=False)
class Finding(Rowed):
    """One thing that does not add up, or that is out of the ordinary.

    Args:
        rule: The code of the rule that found it.
        severity: "error" (the report contradicts itself) or "suspicious" (a reader would ask).
        printed: What is printed: its value, or its characters where it has none.
        computed: What follows from the rest of the report; None where nothing does.
        text: The finding as a sentence, in both languages.
        source: Where what is printed stands.
        concerns: Every printed value that the finding is about.
        row: The words of its row, as printed, where it is in a table.
        column: The words at the head of its column, likewise.
        guess: Why it is supposed that the figures have to do with each other, where nobody has said that they do.
        dismissed: Why somebody put it aside, where somebody did.

    >>> finding = Finding(rule="sum", severity="error", printed=98, computed=95, source="table 1",
    ...                   text=Text("98 tercetak, 95 dihitung", "98 is printed, 95 computed"))
    >>> finding
    <error sum, table 1: printed 98, computed 95>
    >>> finding.message("en")
    '98 is printed, 95 computed'
    """

    rule: str
    severity: Severity
    printed: Any
    computed: Any = None
    text: Text
    source: Citation | str
    concerns: tuple[Printed, ...] = attrs.field(default=(), converter=_concerns)
    row: str | None = None
    column: str | None = None
    guess: Text | None = None
    dismissed: str | None = None

    def __attrs_post_init__(self) -> None:
        checks.settle(self, settled, "printed", "computed")
        checks.settle(self, checks.text, "rule")
        checks.choice(self.severity, "severity", SEVERITIES)
        checks.instance(self.text, "text", Text)
        if not isinstance(self.source, Citation):
            checks.settle(self, checks.text, "source")
        checks.settle(self, checks.known_text, "row", "column", "dismissed")
        checks.known_instance(self.guess, "guess", Text)

    def message(self, language: str) -> str:
        """What was found, as a sentence in "id" or "en", after the words of its row and its column."""
        words = self.words()
        return f"{words}: {self._said(language)}" if words else self._said(language)

    def _said(self, language: str) -> str:
        said = self.text.say(language)
        return said if self.guess is None else f"{said} ({_GUESS.say(language)}: {self.guess.say(language)})"

    def words(self) -> str:
        """The words of its row and of its column, in quotation marks; empty where it is in no table.

        >>> Finding(rule="sum", severity="error", printed=98, source="table 1", text=Text("a", "b"),
        ...         row="Jumlah", column="KK").words()
        '"Jumlah", "KK"'
        """
        return ", ".join(
            f'"{on_one_line(each, _LONGEST_WORDS)}"' for each in (self.row, self.column) if each is not None
        )

    def place(self, language: str) -> str:
        """Where it was found, in words."""
        return place_of(self.source, language)

    def say(self, language: str) -> str:
        """The finding with its place and the words that stand there, in one line."""
        words = self.words()
        return f"{self.place(language)}{f' ({words})' if words else ''}: {self._said(language)}"

    def __row__(self) -> ShownRow:
        return row_of(severity_of(self.severity, supposed=self.guess is not None), self.place, self.message)

    def record(self) -> Plain:
        """The finding as a record, with what is printed, what is computed, and where each stands."""
        return enveloped("finding", to_plain(self))

    def to_dict(self) -> Plain:
        """The same as `record`, as every value has it."""
        return self.record()

    def to_json(self, *, indent: int | None = None) -> str:
        """The record as JSON text."""
        return as_json(self.record(), indent)

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Finding:
        """As `from_json`, from a dictionary."""
        return cls.from_json(values)

    @classmethod
    def from_json(cls, record: Mapping[str, Any] | str | bytes) -> Finding:
        """The finding in a record.

        Raises:
            RecordError: The record is damaged; every fault has its path.
        """
        return opened("finding", cls, record)

    def __str__(self) -> str:
        return self.say("id")

    def __repr__(self) -> str:
        words = f"printed {_short(self.printed)}"
        if self.computed is not None:
            words += f", computed {_short(self.computed)}"
        return f"<{self.severity} {self.rule}, {self.place('en')}: {words}>"


def severity_of(severity: Severity, *, supposed: bool) -> Text:
    """How grave it is; of what rests on a relation that nobody has confirmed, that it is supposed."""
    return _SUPPOSED if supposed else SEVERITY_WORDS[severity]


def row_of(severity: Text, place: Callable[[str], str], message: Callable[[str], str]) -> ShownRow:
    """How grave it is, where it was found, and what was found."""
    where, found = (Text(*map(say, LANGUAGES)) for say in (place, message))
    return Shown(SEVERITY, severity), Shown(WHERE, where), Shown(FOUND, found)


def _short(value: object) -> str:
    return format(value, "en") if isinstance(value, (Quantity, Percentage, Span, Period)) else show_value(value)


def place_of(source: Citation | str, language: str) -> str:
    """The place that a citation names, or the words that stand for one.

    >>> place_of(Citation(regulation="a report", table="20", row="2"), "id")
    'tabel 20, baris 2'
    """
    if isinstance(source, Citation):
        return source.place(language) or source.regulation
    return source
