"""Owed and delivered, set against each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kesos import _checks as checks
from kesos.deliveries._account import Account
from kesos.deliveries._delivery import Delivery
from kesos.errors import InvalidValueError
from kesos.prices import Price
from kesos.relief import Batch, Refusal, Relief, ReliefTotal


def reconcile(
    owed: Relief | ReliefTotal | Batch | Iterable[Relief],
    deliveries: Iterable[Delivery],
    *,
    prices: Mapping[str, Price] | None = None,
) -> Account:
    """What was delivered against what is owed: by place and item, owed = delivered + still owed - beyond.

    Goods that may be given in the place of money count only at a price that is given; without one they are listed, and
    so are goods that the standard does not name, items of which no number is owed, goods in a unit that they are not
    owed in (sacks of rice), and deliveries at places where nothing is owed or before the event. Places are one where
    their names agree, whatever their letters and blanks, and neither their districts nor the words for their kinds
    differ: "Ds. Umpang" is "Desa Umpang" and may be "Umpang", and is not "Kelurahan Umpang".

    Args:
        owed: An answer, several, as `entitle_all` gives them or in a list, or their total.
        deliveries: What was delivered, in any order.
        prices: For goods in kind, by their code, what they cost.

    Raises:
        InvalidValueError: Nothing is owed, or a range of days is; a place that can be two; a price for goods that are
            not given in the place of money, or at which goods come to no whole rupiah.
        FaultsError: Several of these, each with its path.

    >>> from kesos.events import DisasterEvent
    >>> from kesos.relief import entitle
    >>> from kesos.standards import PEDUM_2003
    >>> from kesos.values import Quantity
    >>> flood = DisasterEvent(hazard="flood", place="Desa Contoh", period="2017-02-25", people=10)
    >>> rice = Delivery(place="Desa Contoh", on="2017-02-26", items={"rice": Quantity(9, "kg")})
    >>> account = reconcile(entitle(flood, PEDUM_2003, days=3), [rice])
    >>> print(account["rice"].owed, account["rice"].delivered, account["rice"].still_owed)
    12 kg 9 kg 3 kg
    """
    answers: Iterable[Relief]
    refused: tuple[Refusal, ...] = ()
    if isinstance(owed, Batch):
        owed = owed.total
    if isinstance(owed, ReliefTotal):
        if owed.ranges:
            raise InvalidValueError("wrong_type", field="owed", value=owed, kind=Relief.__name__)
        answers, refused = owed.answers, owed.left_out
    else:
        answers = (owed,) if isinstance(owed, Relief) else checks.items(owed, "owed", Relief)
    given = {} if prices is None else checks.mapping(prices, "prices")
    return Account(owed=answers, deliveries=deliveries, prices=given, refused=refused)


__all__ = ["reconcile"]
