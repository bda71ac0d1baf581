"""One item of an account, and a delivery that is in none."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, cast, get_args

import attrs

from kesos import _checks as checks
from kesos.deliveries._delivery import Delivery
from kesos.errors import InvalidValueError
from kesos.records import Recorded
from kesos.relief._sums import plus
from kesos.relief._terms import Owed
from kesos.values import Quantity, Span, Text
from kesos.values._spans import ends_of

_LEFT_OUT = {
    "place": Text("Tidak ada hak di tempat itu: {}", "Nothing is owed at that place: {}"),
    "earlier": Text("Sebelum kejadiannya: {}", "Before the event: {}"),
    "unit": Text(
        "Satuannya berbeda, jadi tidak diperhitungkan; tuliskan dalam satuan haknya, misalnya berat isi karung: {}",
        "In another unit, and so not counted; give it in the unit that is owed, such as what its sacks weigh: {}",
    ),
}

Why = Literal["place", "earlier", "unit"]
WHY: tuple[Why, ...] = get_args(Why)


def _why(why: str) -> Why:
    return cast(Why, checks.choice(why, "why", WHY))


def _amount(amount: object, field: str) -> object:
    if isinstance(amount, Span):
        return Span(checks.instance(amount.minimum, field, Quantity), checks.instance(amount.maximum, field, Quantity))
    return checks.instance(amount, field, Quantity)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class LeftOut(Recorded):
    """A delivery that is set against nothing.

    Args:
        delivery: The delivery.
        why: "place" where nothing is owed at its place, "earlier" where it was before every event there, "unit" where
            it is in a unit that it is not owed in, or in another than earlier goods of its kind.
    """

    delivery: Delivery
    why: Why = attrs.field(converter=_why)

    def __attrs_post_init__(self) -> None:
        checks.instance(self.delivery, "delivery", Delivery)

    def say(self, language: str, names: Mapping[str, Text] | None = None) -> str:
        """Why, and which, with the names that are given for its goods."""
        return _LEFT_OUT[self.why].say(language).format(self.delivery.say(language, names))


@attrs.frozen(kw_only=True, eq=False, repr=False)
class AccountLine(Recorded):
    """One item: owed = delivered + still owed - beyond, to the gram and the rupiah.

    What is owed between two amounts is still owed between two, and so is what went beyond. Over several places what is
    beyond at one is not taken off what is still owed at another.

    Args:
        item: The code of the item.
        name: What it is called.
        owed: What was owed.
        delivered: What was delivered of it, goods in kind at their price.
        still_owed: What is still owed.
        beyond: What was delivered beyond what was owed.
    """

    item: str
    name: Text
    owed: Quantity | Span[Quantity]
    delivered: Quantity
    still_owed: Quantity | Span[Quantity]
    beyond: Quantity | Span[Quantity]

    def __attrs_post_init__(self) -> None:
        checks.settle(self, checks.slug, "item")
        checks.instance(self.name, "name", Text)
        checks.instance(self.delivered, "delivered", Quantity)
        checks.settle(self, _amount, "owed", "still_owed", "beyond")
        (least, most), (still, still_most), (beyond_least, beyond) = map(
            ends_of, (self.owed, self.still_owed, self.beyond)
        )
        if (least + beyond, most + beyond_least) != (self.delivered + still, self.delivered + still_most):
            raise InvalidValueError("sum_differs.account", field="owed", value=self.owed)

    @classmethod
    def of(cls, item: str, name: Text, owed: Owed, delivered: Quantity) -> AccountLine:
        """The line of one place."""
        _amount(owed, "owed")
        nothing = checks.instance(delivered, "delivered", Quantity) - delivered
        least, most = (max(end - delivered, nothing) for end in ends_of(owed))
        most_beyond, least_beyond = (max(delivered - end, nothing) for end in ends_of(owed))
        if isinstance(owed, Quantity):
            return cls(item=item, name=name, owed=owed, delivered=delivered, still_owed=most, beyond=most_beyond)
        return cls(
            item=item,
            name=name,
            owed=owed,
            delivered=delivered,
            still_owed=Span(least, most),
            beyond=Span(least_beyond, most_beyond),
        )

    def plus(self, other: AccountLine) -> AccountLine:
        """The line of the two places together."""
        checks.instance(other, "other", AccountLine)
        return attrs.evolve(
            self,
            owed=plus(self.owed, other.owed),
            delivered=self.delivered + other.delivered,
            still_owed=plus(self.still_owed, other.still_owed),
            beyond=plus(self.beyond, other.beyond),
        )

    def cells(self, language: str) -> tuple[str, ...]:
        """The row of a table."""
        amounts = (self.owed, self.delivered, self.still_owed, self.beyond)
        return self.name.say(language), *(amount.say(language) for amount in amounts)


__all__ = ["AccountLine", "LeftOut", "Why"]
