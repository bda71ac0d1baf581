"""What a list of categories says besides their numbers: names, other words, its other names, and who says so."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from kesos import _checks as checks
from kesos.records import Recorded
from kesos.values import Citation, Period, Reading, Text

# mypy takes no generic function as a converter, so there is one for each kind of tuple.


def _codes(codes: Iterable[str]) -> tuple[str, ...]:
    return checks.each(checks.text, codes, "codes")


def _entries(entries: Iterable[str]) -> tuple[str, ...]:
    return checks.each(checks.text, entries, "entries")


def _names(names: Iterable[Text]) -> tuple[Text, ...]:
    return checks.items(names, "names", Text)


def _words(words: Iterable[CategoryWord]) -> tuple[CategoryWord, ...]:
    return checks.items(words, "words", CategoryWord)


def _later(lists: Iterable[OtherList]) -> tuple[OtherList, ...]:
    return checks.items(lists, "later", OtherList)


def _earlier(lists: Iterable[OtherList]) -> tuple[OtherList, ...]:
    return checks.items(lists, "earlier", OtherList)


def _since(period: Period | str | None) -> Period | None:
    return None if period is None else Period.of(period, "since")


@attrs.frozen(kw_only=True)
class CategoryWord(Recorded):
    """Words that people write, and the categories that we read them as; none where no category names such people.

    Args:
        reading: The words, what they are read as, and why.
        codes: The codes of the categories that they stand for.
        citation: Who writes the words, or puts them there.
    """

    reading: Reading
    codes: tuple[str, ...] = attrs.field(converter=_codes)
    citation: Citation

    def __attrs_post_init__(self) -> None:
        checks.instance(self.reading, "reading", Reading)
        checks.instance(self.citation, "citation", Citation)

    @property
    def word(self) -> str:
        """The words as they are written."""
        return self.reading.word


@attrs.frozen(kw_only=True)
class OtherList(Recorded):
    """A list that came before, or a name that came after.

    Args:
        code: A short name of it, such as "PPKS".
        name: What it is called.
        since: The day or the year of the instrument; None where it is not known.
        entries: What it lists, as its source writes it; empty where that was not seen, or is the same as before.
        note: What else is known of it.
        citation: The instrument, and how it is known.
    """

    code: str
    name: Text
    since: Period | None = attrs.field(default=None, converter=_since)
    entries: tuple[str, ...] = attrs.field(default=(), converter=_entries)
    note: Text | None = None
    citation: Citation

    def __attrs_post_init__(self) -> None:
        checks.settle(self, checks.text, "code")
        checks.instance(self.name, "name", Text)
        checks.known_instance(self.note, "note", Text)
        checks.instance(self.citation, "citation", Citation)


@attrs.frozen(kw_only=True)
class CategoryList(Recorded):
    """A list of categories as its regulation numbers it, and what is known around it.

    Args:
        code: What it is called for short: "PMKS" or "PSKS".
        name: What that stands for.
        codes: The codes of its categories, the first with number 1.
        names: What its categories are called, in the same order.
        words: The other words that people write for them.
        later: The names that the list bore afterwards.
        earlier: The lists that there were before.
        citation: The regulation, and how it is known.
    """

    code: str
    name: Text
    codes: tuple[str, ...] = attrs.field(converter=_codes)
    names: tuple[Text, ...] = attrs.field(converter=_names)
    words: tuple[CategoryWord, ...] = attrs.field(default=(), converter=_words)
    later: tuple[OtherList, ...] = attrs.field(default=(), converter=_later)
    earlier: tuple[OtherList, ...] = attrs.field(default=(), converter=_earlier)
    citation: Citation

    def __attrs_post_init__(self) -> None:
        checks.settle(self, checks.text, "code")
        checks.instance(self.name, "name", Text)
        checks.instance(self.citation, "citation", Citation)
