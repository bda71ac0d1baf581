"""What things cost at prices that the caller gives."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from math import ceil, floor

import attrs

from kesos import _checks as checks
from kesos.errors import KesosError, UnknownItemError, UnknownValueError
from kesos.planning._known import KnownMapping
from kesos.planning._shares import Share
from kesos.planning._shortfall import Shortfall
from kesos.prices import Price, Prices, price_of, price_pairs
from kesos.records import Plain, to_plain
from kesos.relief import ItemMapping, Relief, ReliefRange, ReliefTotal
from kesos.relief._terms import Owed
from kesos.standards import AidStandard
from kesos.standards._items import names_of
from kesos.standards._saying import say, say_many
from kesos.values import Quantity, Rounding, Span, TableView, Text, round_exactly
from kesos.values._display import TOTAL, UNKNOWN, Tabled, unsaid
from kesos.values._spans import ends_of
from kesos.values._texts import check_language
from kesos.words import counted

_HEAD = Text("Barang", "Item"), Text("Jumlah", "Quantity"), Text("Harga", "Price"), Text("Biaya", "Cost")


def _owed(owed: Owed, field: str) -> Owed:
    for end in ends_of(owed):
        checks.instance(end, field, Quantity)
    return owed


def _amounts(amounts: Mapping[str, Owed]) -> tuple[tuple[str, Owed], ...]:
    return checks.coded(amounts, "amounts", _owed)


def _rounding(rounding: Rounding | None) -> Rounding | None:
    return checks.known_instance(rounding, "rounding", Rounding)


def _called(names: object) -> tuple[tuple[str, Text], ...]:
    return checks.coded(names, "names", checks.of_kind(Text))


def _codes(codes: object) -> tuple[str, ...]:
    return checks.each(checks.slug, codes, "not_known")


def _left_out(left_out: int) -> int:
    return checks.count(left_out, "left_out")


@attrs.frozen(kw_only=True, repr=False)
class Cost(Tabled, KnownMapping[Owed]):
    """What each of several things costs, by code.

    Args:
        amounts: How much of each.
        prices: What each costs; money needs none.
        rounding: In which direction the cost of each is rounded to the smallest part of its currency; None where one
            that is not whole stays between two.
        names: What each is called.
        not_known: The codes of what is asked for and of which it is not known how much.
        left_out: How many events are in none of the amounts, since nothing of them could be counted.
    """

    amounts: tuple[tuple[str, Owed], ...] = attrs.field(converter=_amounts)
    prices: tuple[tuple[str, Price], ...] = attrs.field(converter=price_pairs)
    rounding: Rounding | None = attrs.field(default=None, converter=_rounding)
    names: tuple[tuple[str, Text], ...] = attrs.field(default=(), converter=_called)
    not_known: tuple[str, ...] = attrs.field(default=(), converter=_codes)
    left_out: int = attrs.field(default=0, converter=_left_out)

    @cached_property
    def _known(self) -> Mapping[str, Owed]:  # pyright: ignore[reportIncompatibleMethodOverride]  # it is read like a property
        found = ((code, self._cost(owed, self._price(code, owed))) for code, owed in self.amounts)
        return {code: owed for code, owed in found if owed is not None}

    def _price(self, code: str, owed: Owed) -> Price | None:
        return price_of(code, ends_of(owed)[1], dict(self.prices))

    def _cost(self, owed: Owed, price: Price | None) -> Owed | None:
        if price is None:
            return None
        least, most = ends_of(owed)
        low, high = price.of(least), price.of(most)
        if self.rounding is not None:
            ends = [int(round_exactly(end, 0, self.rounding)) for end in (low, high)]
        else:
            ends = [floor(low), ceil(high)]
        first, last = (attrs.evolve(price.amount, amount=end) for end in ends)
        return first if first == last else Span(first, last)

    def _why_not(self, code: object) -> KesosError:
        if code in dict(self.amounts):
            return UnknownValueError("price_unknown", field=str(code))
        if code in self.not_known:
            return UnknownValueError("unknown_value", field=str(code))
        return UnknownItemError("unknown_item", field="item", value=code, hint=checks.did_you_mean(code, self))

    @property
    def unknown(self) -> tuple[str, ...]:
        """The codes of what has no cost: its price is not given, or how much of it is not known."""
        return (*(code for code, _ in self.amounts if code not in self), *self.not_known)

    @property
    def known_part(self) -> tuple[Owed, ...]:
        """What is known adds up to so much: an amount, or a range of one, in each currency."""
        sums: dict[str, Owed] = {}
        for owed in self._known.values():
            least, most = ends_of(owed)
            had = sums.get(least.unit.code)
            if had is not None:
                first, last = ends_of(had)
                least, most = first + least, last + most
            sums[least.unit.code] = least if least == most else Span(least, most)
        return tuple(sums.values())

    @property
    def totals(self) -> tuple[Owed, ...]:
        """What all of it costs, in each currency.

        Raises:
            UnknownValueError: The cost of one is not known; `known_part` is the sum of the others.
        """
        for code in self.unknown:
            raise self._why_not(code)
        return self.known_part

    def table(self, language: str = "id") -> TableView:
        """Quantity, price and cost, line by line, and the sum in each currency."""
        check_language(language)
        names, unknown = dict(self.names), unsaid(UNKNOWN, language)

        def name(code: str) -> str:
            return names[code].say(language) if code in names else code

        rows = [(name(code), *self._row(code, owed, language)) for code, owed in self.amounts]
        rows += [(name(code), unknown, "", unknown) for code in self.not_known]
        rows += [(TOTAL.say(language), "", "", each.say(language)) for each in self.known_part]
        notes: list[str] = []
        if self.unknown:
            notes.append(say("planning.cost.part", language, items=[name(code) for code in self.unknown]))
        if self.left_out:
            notes.append(say("total.more_left_out", language, events=say_many("events", self.left_out, language)))
        return TableView(
            caption=_HEAD[3].say(language),
            header=tuple(word.say(language) for word in _HEAD),
            rows=tuple(rows),
            notes=tuple(notes),
            numbers=(1, 2, 3),
            totals=range(len(rows) - len(self.known_part), len(rows)),
        )

    def _row(self, code: str, owed: Owed, language: str) -> tuple[str, str, str]:
        price = dict(self.prices).get(code)
        unknown = unsaid(UNKNOWN, language)
        if code not in self:
            return owed.say(language), unknown if price is None else price.say(language), unknown
        return owed.say(language), "" if price is None else price.say(language), self[code].say(language)

    def record(self) -> Plain:
        """The amounts, the prices and the costs, as plain values."""
        return {
            "amounts": to_plain(dict(self.amounts)),
            "prices": to_plain(dict(self.prices)),
            "cost": to_plain(dict(self)),
            "unknown": list(self.unknown),
            **({"left_out": self.left_out} if self.left_out else {}),
        }

    def __repr__(self) -> str:
        unknown = f"; not known: {', '.join(self.unknown)}" if self.unknown else ""
        left_out = f"; {counted(self.left_out, 'event')} left out" if self.left_out else ""
        return f"<Cost {', '.join(each.say('en') for each in self.known_part)}{unknown}{left_out}>"


def cost(
    amounts: Mapping[str, Owed],
    prices: Prices = (),
    *,
    rounding: Rounding | None = None,
    standard: AidStandard | None = None,
) -> Cost:
    """What things cost at prices that the caller gives; money costs itself.

    Args:
        amounts: What is owed, short or given (an answer, a total, a shortfall, a share), or any quantities by code,
            such as those of goods that are given in kind.
        prices: The price of each, by code.
        rounding: Round the cost of each in this direction; left out, one that does not come out whole lies between two
            amounts, as a range.
        standard: Whose names are used for the codes of a plain mapping, goods in kind among them.

    Returns:
        A mapping from code to cost. What has no price, or is not known, is among its `unknown`, and no total leaves it
        out without a word.

    Raises:
        UnitError: A price is for something of another kind than the amount.

    >>> from kesos.prices import Price
    >>> goods = {"eggs": Quantity(1_720, "piece"), "sugar": Quantity(86, "kg")}
    >>> paid = cost(goods, {"eggs": Price(Quantity(2_000, "IDR"), Quantity(1, "piece"))})
    >>> print(paid["eggs"], paid.unknown)
    Rp3.440.000 ('sugar',)
    """
    return Cost(
        amounts=checks.mapping(amounts, "amounts"),
        prices=prices,
        rounding=rounding,
        names=tuple(_names(amounts, standard).items()),
        not_known=_not_known(amounts),
        left_out=_left_out_of(amounts),
    )


def _left_out_of(amounts: Mapping[str, Owed]) -> int:
    """How many events a total, or the need behind a shortfall, could not count."""
    need = amounts.need if isinstance(amounts, Shortfall) else amounts
    return len(need.left_out) if isinstance(need, ReliefTotal) else 0


def _not_known(amounts: Mapping[str, Owed]) -> tuple[str, ...]:
    if not isinstance(amounts, ItemMapping):
        return ()
    return tuple(each.code for each in (*amounts.unknown, *amounts.unspecified))


def _names(amounts: Mapping[str, Owed], standard: AidStandard | None) -> dict[str, Text]:
    names: dict[str, Text] = {}
    if isinstance(amounts, (Relief, ReliefRange)):
        standard = amounts.standard
    if standard is not None:
        checks.instance(standard, "standard", AidStandard)
        names |= names_of(standard.items)
    if isinstance(amounts, Share):
        names |= {item.code: item.name for item, _ in amounts.given}
    if isinstance(amounts, (ReliefTotal, Shortfall)):
        names |= {code: amounts.item(code).name for code in amounts}
    if isinstance(amounts, ItemMapping):
        names |= {each.code: each.item.name for each in (*amounts.unknown, *amounts.unspecified)}
    return names


__all__ = ["Cost", "cost"]
