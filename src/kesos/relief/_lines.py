"""One item of an answer, as its sum, its sentence and its record: what is owed, and what the standard leaves blank."""

from __future__ import annotations

import attrs

from kesos import _checks as checks
from kesos._checks import fill_field
from kesos.counts._class_words import say_class, say_counted
from kesos.errors import KesosError, UnspecifiedQuantityError, check_language
from kesos.records import Fieldwise
from kesos.relief._kept import KeepsRefusal
from kesos.relief._terms import Owed, Term, check_owed, settle_number
from kesos.standards import Item, Row
from kesos.standards._amounts import Bound
from kesos.standards._row_words import NO_NAMES, Names
from kesos.standards._saying import say, say_many
from kesos.values import Citation, Quantity, Span
from kesos.values import _locales as locales
from kesos.values._display import UNSPECIFIED


def say_owed(item: Item, owed: Owed, language: str) -> str:
    """How much of an item; that it is a ceiling where it is one, since what may be given is not what is owed."""
    said = owed.say(language)
    return say("at_most", language, quantity=said) if item.bound == "ceiling" else said


@attrs.frozen(kw_only=True, weakref_slot=False, eq=False, repr=False)
class _OfItem(Fieldwise):
    """What an answer says of one item."""

    item: Item

    def __attrs_post_init__(self) -> None:
        if type(self.item) is not Item:
            checks.instance(self.item, "item", Item)

    @property
    def code(self) -> str:
        """The item's code."""
        return self.item.code

    @property
    def citation(self) -> Citation:
        """Where the standard names it."""
        return self.item.citation


def _settle_known(made: Line | Unspecified) -> None:
    """For how many and how often, where either is known."""
    if made.multiplier is not None:
        settle_number(made, "multiplier", made.multiplier)
    if made.times is not None:
        settle_number(made, "times", made.times)


_PARTS: tuple[tuple[str, type], ...] = (("terms", Term), ("rows", Row))


@attrs.frozen(kw_only=True, weakref_slot=False, eq=False, repr=False)
class Line(_OfItem):
    """One item of an answer, and how its quantity came about: the sum of count × times × rate.

    Args:
        item: What is owed, with its rate and its citation.
        quantity: How much of it; a range where the law gives one.
        multiplier: How many people, families, groups or recipients the rate was taken for; None where there are terms.
        times: How many days or months it was taken for; None where it is given once, or where there are terms.
        terms: The products of the sum, where there are several or one has classes; else none.
        rows: The rows of the item's table of rates that are in the sum; none where its rate is one amount.

    >>> from kesos.relief import entitle
    >>> from kesos.events import DisasterEvent
    >>> from kesos.standards import PEDUM_2003
    >>> flood = DisasterEvent(hazard="banjir", place="Kelurahan Pangkut", period="2017-02-25", people=860)
    >>> rice = entitle(flood, PEDUM_2003, days=7).lines[0]
    >>> print(rice.say("id"), "=", rice.quantity)
    400 g × 860 jiwa × 7 hari = 2.408 kg
    """

    quantity: Owed
    multiplier: int | None
    times: int | None = None
    terms: tuple[Term, ...] = ()
    rows: tuple[Row, ...] = ()

    def __attrs_post_init__(self) -> None:
        # answers make many of these, nearly all of plain parts: whatever else comes is looked at closely
        if (
            type(self.quantity) is Quantity
            and type(self.multiplier) is int
            and self.multiplier >= 0
            and (self.times is None or (type(self.times) is int and self.times >= 0))
            and type(self.item) is Item
            and type(self.terms) is tuple is type(self.rows)
            and not (self.terms or self.rows)
        ):
            return
        _OfItem.__attrs_post_init__(self)
        check_owed(self.quantity, "quantity")
        _settle_known(self)
        for field, kind in _PARTS:
            parts = getattr(self, field)
            if type(parts) is not tuple or any(type(each) is not kind for each in parts):
                fill_field(self, field, checks.items(parts, field, kind))

    @property
    def bound(self) -> Bound:
        """Whether the quantity is exact, a floor (more may be given) or a ceiling (less may be given)."""
        return self.item.bound

    def say(self, language: str) -> str:
        """The sum: rate × multiplier × times, of each term."""
        if self.terms:
            return " + ".join(_term(term, self.item, language) for term in self.terms)
        return _sum(self.item.table[0].say(self.item.unit, language), self.item, self.multiplier, self.times, language)

    def say_quantity(self, language: str) -> str:
        """The quantity, and that it is a ceiling where it is one."""
        check_language(language)
        return say_owed(self.item, self.quantity, language)

    def explain(self, language: str, *, head: Citation | None = None, names: Names = NO_NAMES) -> str:
        """The sum with its result, the rates in it, how the standard has it counted and given, and the source.

        Args:
            language: "id" or "en".
            head: The source that stands over the whole explanation; what it names is not named again.
            names: What the axes and the indices of the standard are called, by code.
        """
        quantity = self.say_quantity(language)
        sum_of = self.say(language)
        # where nothing is multiplied, the rate is the quantity and the sum would say it twice
        first = f"{self.item.name.say(language)}: {quantity if sum_of == quantity else f'{sum_of} = {quantity}'}"
        rows = [say("row", language, row=row.say(self.item.unit, language, names=names)) for row in self.rows]
        return _indented(first, *rows, *self.item.notes(language), _source(self.citation, head, language))


@attrs.frozen(kw_only=True, weakref_slot=False, eq=False, repr=False)
class Unspecified(_OfItem):
    """An item that the standard names without a number: how often the blank would be taken, as far as that is known.

    Args:
        item: What is named, with its citation.
        multiplier: How many people, families, groups or recipients it is for; None where not known.
        times: How many days or months; None where it is given once.
    """

    multiplier: int | None
    times: int | None = None

    def __attrs_post_init__(self) -> None:
        _OfItem.__attrs_post_init__(self)
        _settle_known(self)

    def say(self, language: str) -> str:
        """The sum that the standard would have, with a dash where its number is left blank."""
        return _sum(f"– {self.item.unit.say(language)}", self.item, self.multiplier, self.times, language)

    def explain(self, language: str, *, head: Citation | None = None) -> str:
        """The sum, that its number is left blank, and the source; `head` as for a line."""
        first = f"{self.item.name.say(language)}: {self.say(language)}; {UNSPECIFIED.say(language)}"
        return _indented(first, _source(self.citation, head, language))

    def refusal(self) -> UnspecifiedQuantityError:
        """The refusal of its quantity, to be raised."""
        return UnspecifiedQuantityError(
            "unspecified_quantity", field=self.code, item=self.item.name, citation=self.citation
        )


@attrs.frozen(kw_only=True, weakref_slot=False, eq=False, repr=False)
class Unknown(KeepsRefusal, _OfItem):
    """An item whose quantity is not known, and why: a count, a class, a trait or an index is missing, or a rate.

    Args:
        item: What may be owed, with its citation.
        error: Why nobody can say how much; asking for it raises a copy of this.
    """

    error: KesosError

    def __attrs_post_init__(self) -> None:
        _OfItem.__attrs_post_init__(self)
        checks.instance(self.error, "error", KesosError)

    def say(self, language: str) -> str:
        """That it is not known, and why."""
        return say("unknown", language, reason=say_reason(self.error, language))

    def explain(self, language: str, *, head: Citation | None = None) -> str:
        """That it is not known, why, and the source; `head` as for a line."""
        first = f"{self.item.name.say(language)}: {self.say(language)}"
        return _indented(first, _source(self.citation, head, language))


def say_problem(error: KesosError, language: str, *, of: str | None = None) -> str:
    """The problem of a refusal as a reader is told it, after what it is with where its sentence does not begin so."""
    message = str(error.to_dict(language)["message"])
    return message if of is None or message.casefold().startswith(of.casefold()) else f"{of}: {message}"


def say_reason(error: KesosError, language: str, *, of: str | None = None) -> str:
    """Problem and advice of a refusal as a reader is told them, in a sentence each."""
    parts = (say_problem(error, language, of=of), error.to_dict(language)["hint"])
    return ". ".join(f"{part[0].upper()}{part[1:]}" for part in parts if part)


def _term(term: Term, item: Item, language: str) -> str:
    """One product: rate × count [classes] × times."""
    factors = [term.rate.say(language)]
    if item.per != "event":
        classes = ", ".join(say_class(axis, name, language) for axis, name in term.classes)
        counted = _counted_of(term, item, language)
        factors.append(f"{counted} ({classes})" if classes else counted)
    if term.times is not None:
        factors.append(_often(term.times, item, language))
    return " × ".join(factors)


def _counted_of(term: Term, item: Item, language: str) -> str:
    if isinstance(term.count, Quantity):
        return term.count.say(language, item.measure)
    if item.per in _PEOPLE and item.rounding is None and isinstance(term.count, int):
        return Quantity(term.count, item.per).say(language)
    if item.rounding is not None:
        return _many("groups", term.count, language)
    number = locales.number(term.count, language) if isinstance(term.count, int) else term.count.say(language)
    return f"{number} {say_counted(term.of, term.count, language)}"


def _many(key: str, count: int | Span[int], language: str) -> str:
    return say_many(key, count, language) if isinstance(count, int) else say(key, language, count=count.say(language))


def _often(times: int | Span[int], item: Item, language: str) -> str:
    if isinstance(times, int) and isinstance(item.every, str) and item.every in ("day", "month"):
        return Quantity(times, item.every).say(language)
    return _many("weeks" if item.every == "week" else "times", times, language)


_PEOPLE = ("person", "family")


def _sum(amount: str, item: Item, multiplier: int | None, times: int | None, language: str) -> str:
    factors = [amount]
    if multiplier is not None and item.per != "event":
        factors.append(_counted(item, multiplier, language))
    if times is not None:
        factors.append(_often(times, item, language))
    return " × ".join(factors)


def _counted(item: Item, multiplier: int, language: str) -> str:
    """How many of what the rate was taken for."""
    if item.per == "recipient":
        return say_many("recipients", multiplier, language)
    if item.rounding is not None:
        return say_many("groups", multiplier, language)
    return Quantity(multiplier, item.per).say(language)


def _source(citation: Citation, head: Citation | None, language: str) -> str:
    if head is not None and citation.quoted_in == checks.instance(head, "head", Citation).quoted_in:
        citation = attrs.evolve(citation, quoted_in=None)
    return say("source", language, citation=citation)


def _indented(first: str, *notes: str) -> str:
    return "\n    ".join((first, *notes))


__all__ = ["Line", "Unknown", "Unspecified", "say_owed", "say_problem", "say_reason"]
