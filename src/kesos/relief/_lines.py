"""One item of an answer, as its sum, its sentence and its record: what is owed, and what the standard leaves blank."""

from __future__ import annotations

import attrs

from kesos.standards import Item
from kesos.standards._items import Counted, Every, Per
from kesos.standards._saying import say
from kesos.values import Citation, Quantity, Rounding, Text, Unit
from kesos.values import _locales as locales
from kesos.values._display import UNSPECIFIED


@attrs.frozen(kw_only=True)
class Line:
    """One item of an answer, and how its quantity came about: rate × multiplier × times.

    Args:
        item: What is owed, with its rate and its citation.
        quantity: How much of it.
        multiplier: How many people, families, groups or recipients the rate was taken for.
        times: How many days or months it was taken for; None where it is given once.

    >>> from kesos.relief import entitle
    >>> from kesos.events import DisasterEvent
    >>> from kesos.standards import PEDUM_2003
    >>> flood = DisasterEvent(hazard="banjir", place="Kelurahan Pangkut", period="2017-02-25", people=860)
    >>> rice = entitle(flood, PEDUM_2003, days=7).lines[0]
    >>> print(rice.say("id"), "=", rice.quantity)
    400 g × 860 jiwa × 7 hari = 2.408 kg
    """

    item: Item
    quantity: Quantity
    multiplier: int
    times: int | None = None

    @property
    def code(self) -> str:
        """The item's code."""
        return self.item.code

    @property
    def citation(self) -> Citation:
        """Where the standard grants it."""
        return self.item.citation

    def say(self, language: str) -> str:
        """The sum: rate × multiplier × times."""
        assert self.item.rate is not None  # a line has a rate, or it would be among the unspecified
        return _sum(self.item.rate.say(language), self.item, self.multiplier, self.times, language)

    def explain(self, language: str, *, head: Citation | None = None) -> str:
        """The sum with its result, how the standard has it counted and given, and the source.

        Args:
            language: "id" or "en".
            head: The source that stands over the whole explanation; what it names is not named again.
        """
        first = f"{self.item.name.say(language)}: {self.say(language)} = {self.quantity.say(language)}"
        return _indented(first, *self.item.notes(language), _source(self.citation, head, language))


@attrs.frozen(kw_only=True)
class Unspecified:
    """An item that the standard names without a number: how often the blank would be taken, as far as that is known.

    Args:
        item: What is named, with its citation.
        multiplier: How many people, families, groups or recipients it is for; None where not known.
        times: How many days or months; None where it is given once.
    """

    item: Item
    multiplier: int | None
    times: int | None = None

    @property
    def code(self) -> str:
        """The item's code."""
        return self.item.code

    @property
    def citation(self) -> Citation:
        """Where the standard names it."""
        return self.item.citation

    def say(self, language: str) -> str:
        """The sum that the standard would have, with a dash where its number is left blank."""
        return _sum(f"– {self.item.unit.say(language)}", self.item, self.multiplier, self.times, language)

    def explain(self, language: str, *, head: Citation | None = None) -> str:
        """The sum, that its number is left blank, and the source; `head` as for a line."""
        first = f"{self.item.name.say(language)}: {self.say(language)}; {UNSPECIFIED.say(language)}"
        return _indented(first, _source(self.citation, head, language))


def _sum(amount: str, item: Item, multiplier: int | None, times: int | None, language: str) -> str:
    factors = [amount]
    if multiplier is not None and item.per != "event":
        factors.append(_counted(item, multiplier, language))
    if times is not None:
        factors.append(Quantity(times, item.every).say(language))
    return " × ".join(factors)


def _counted(item: Item, multiplier: int, language: str) -> str:
    """How many of what the rate was taken for."""
    count = locales.number(multiplier, language)
    if item.per == "recipient":
        return say("recipients.one" if multiplier == 1 else "recipients", language, count=count)
    if item.group > 1:
        return say("groups", language, count=count)
    return Quantity(multiplier, "person" if item.per == "person" else "family").say(language)


def _source(citation: Citation, head: Citation | None, language: str) -> str:
    if head is not None and citation.quoted_in == head.quoted_in:
        citation = attrs.evolve(citation, quoted_in=None)
    return say("source", language, citation=citation)


def _indented(first: str, *notes: str) -> str:
    return "\n    ".join((first, *notes))


@attrs.frozen(kw_only=True)
class LineRecord:
    """A line as it is recorded."""

    item: str
    name: Text
    rate: Quantity
    per: Per
    every: Every
    group: int
    rounding: Rounding | None
    counted: Counted | None
    month_days: int | None
    month_rounding: Rounding | None
    multiplier: int
    times: int | None
    quantity: Quantity
    floor: bool
    citation: Citation

    @classmethod
    def of(cls, line: Line) -> LineRecord:
        """What is recorded of a line."""
        item = line.item
        assert item.rate is not None  # as in Line.say
        return cls(
            item=item.code,
            name=item.name,
            rate=item.rate,
            per=item.per,
            every=item.every,
            group=item.group,
            rounding=item.rounding,
            counted=item.counted,
            month_days=item.month_days,
            month_rounding=item.month_rounding,
            multiplier=line.multiplier,
            times=line.times,
            quantity=line.quantity,
            floor=item.floor,
            citation=item.citation,
        )


@attrs.frozen(kw_only=True)
class UnspecifiedRecord:
    """A blank as it is recorded."""

    item: str
    name: Text
    unit: Unit
    per: Per
    every: Every
    multiplier: int | None
    times: int | None
    citation: Citation

    @classmethod
    def of(cls, blank: Unspecified) -> UnspecifiedRecord:
        """What is recorded of a blank."""
        item = blank.item
        return cls(
            item=item.code,
            name=item.name,
            unit=item.unit,
            per=item.per,
            every=item.every,
            multiplier=blank.multiplier,
            times=blank.times,
            citation=item.citation,
        )


__all__ = ["Line", "LineRecord", "Unspecified", "UnspecifiedRecord"]
