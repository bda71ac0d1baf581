"""The steps of sharing a stock: what of it counts, who gets how many days, who gets what is given once, the rest."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import attrs

from kesos.planning._ladders import Good, Ladder, Part, ladder_of
from kesos.planning._lots import in_packs
from kesos.planning._needs import Needs
from kesos.planning._policies import Policy, allot
from kesos.planning._shares import Share, share_of_needs
from kesos.planning._stock import Stock
from kesos.relief import Unknown


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


def share_out(needs: Sequence[Needs], policy: Policy, good: Good) -> tuple[list[Share], list[tuple[Part, int]]]:
    """What each event gets by a policy, and each part of all that with the days that are given of it."""
    daily = iter(allot(policy, [each.daily for each in needs if each.daily is not None], good))
    days = [None if each.daily is None else next(daily) for each in needs]
    once = _once_of_each([each.once for each in needs], policy, good)
    given: list[tuple[Part, int]] = []
    for each, number, things in zip(needs, days, once, strict=True):
        given += [] if each.daily is None else [(part, number or 0) for part in each.daily.parts]
        given += [(part, 1) for part, whole in things if whole]
    return list(map(share_of_needs, needs, days, once)), given


def _once_of_each(
    once: Sequence[tuple[Ladder, ...]], policy: Policy, there: Good
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


def with_opened_packs(left: Stock, stock: Stock) -> Stock:
    """What is left of whole packs, with what no whole pack was of, lot by lot."""
    before = [lot for code in stock for lot in stock.lots if lot.item == code]  # in the order in which they are left
    opened = ((lot, was.quantity - in_packs(was)) for lot, was in zip(left.lots, before, strict=True))
    return attrs.evolve(left, lots=[attrs.evolve(lot, quantity=lot.quantity + rest) for lot, rest in opened])


__all__ = ["counted_needs", "in_whole_packs", "share_out", "with_opened_packs"]
