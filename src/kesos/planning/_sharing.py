"""The steps of sharing a stock: what of it counts, who gets how many days, who gets what is given once, the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

import attrs

from kesos.planning._ladders import Ladder, Part, ladder_of
from kesos.planning._lots import in_packs, take
from kesos.planning._needs import Needs
from kesos.planning._policies import Policy, allot
from kesos.planning._shares import Share
from kesos.planning._stock import Stock
from kesos.relief import Unknown
from kesos.values import Quantity


def counted_needs(needs: Needs, missing: Mapping[str, Unknown], packed: Callable[[Part], Part]) -> Needs:
    """The needs of which there is a counted stock, in the packs that it comes in; the others are not known."""
    parts = () if needs.daily is None else needs.daily.parts
    once = tuple(one._replace(parts=tuple(map(packed, one.parts))) for one in needs.once)
    kept = tuple(packed(part) for part in parts if part.item.code not in missing)
    lost = [part.item.code for part in (*parts, *(one.parts[0] for one in once)) if part.item.code in missing]
    return needs._replace(
        daily=ladder_of(kept),
        once=tuple(one for one in once if one.parts[0].item.code not in missing),
        unknown=(*needs.unknown, *(missing[code] for code in lost)),
    )


def days_of_each(daily: Sequence[Ladder | None], policy: Policy, there: Mapping[str, int]) -> list[int | None]:
    """How many days each event gets; None where nothing that it is owed by the day can be given."""
    found = iter(allot(policy, [each for each in daily if each is not None], there))
    return [None if each is None else next(found) for each in daily]


def once_of_each(
    once: Sequence[tuple[Ladder, ...]], policy: Policy, there: Mapping[str, int]
) -> list[tuple[tuple[Part, bool], ...]]:
    """Of each thing that is given once, whether each event gets it: item by item, by the same policy."""
    by_item: dict[str, list[Ladder]] = {}
    for each in once:
        for one in each:
            by_item.setdefault(one.parts[0].item.code, []).append(one)
    found = {code: iter(allot(policy, ladders, there)) for code, ladders in by_item.items()}
    return [tuple((one.parts[0], next(found[one.parts[0].item.code]) == 1) for one in each) for each in once]


def in_whole_packs(stock: Stock) -> Stock:
    """What of a stock can be given without opening a pack."""
    return attrs.evolve(stock, lots=[attrs.evolve(lot, quantity=in_packs(lot)) for lot in stock.lots])


def what_is_left(stock: Stock, shares: Iterable[Share], whole: bool) -> Stock:
    """What is left of a stock: what expires first goes first."""
    given: dict[str, Quantity] = {}
    for share in shares:
        for code, quantity in share.items():
            given[code] = given[code] + quantity if code in given else quantity
    lots = [
        lot
        for code in stock
        for lot in take([lot for lot in stock.lots if lot.item == code], given.get(code, stock[code] * 0), whole=whole)
    ]
    return attrs.evolve(stock, lots=lots)


__all__ = ["counted_needs", "days_of_each", "in_whole_packs", "once_of_each", "what_is_left"]
