"""Who gets how many days out of one stock: three rules of ours. No standard says who comes first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, get_args

from kesos.planning._ladders import Good, Key, Ladder, most_days
from kesos.values import Text

Policy = Literal["equal_days", "in_order", "minimum_first"]
POLICIES: tuple[Policy, ...] = get_args(Policy)

SAID = {
    "equal_days": Text(
        "semua kejadian mendapat jumlah hari yang sama, paling lama sampai batas waktunya masing-masing",
        "all events get the same number of days, each up to the end of its own window",
    ),
    "in_order": Text(
        "kejadian dilayani menurut urutan daftar, masing-masing selama persediaan mencukupi",
        "events are served in the order of the list, each for as many days as there is enough for",
    ),
    "minimum_first": Text(
        "setiap kejadian dilayani sampai jangka waktu terpendek lebih dahulu, menurut urutan daftar; sisanya menurut"
        " urutan daftar",
        "each event is served up to its shortest time first, in the order of the list; then the rest, in that order",
    ),
}
"""What each policy does, in words."""


def allot(policy: Policy, ladders: Sequence[Ladder], there: Mapping[Key, int]) -> list[int]:
    """How many days each ladder gets; no further day that the policy allows would fit.

    Args:
        policy: The rule. `equal_days` stops where not all can have one day more, those at their end apart; whoever is
            listed first gets no more by it. `in_order` and `minimum_first` serve the list from its head.
        ladders: What each is owed by the end of each day.
        there: How much may be given of each item from each of its cuts on, in base units.
    """
    if policy == "equal_days":
        days = _equal(ladders, there)
        return [min(days, ladder.cap) for ladder in ladders]
    left = dict(there)
    if policy == "in_order":
        return [_serve(ladder, 0, ladder.cap, left) for ladder in ladders]
    first = [_serve(ladder, 0, ladder.minimum or 0, left) for ladder in ladders]
    return [_serve(ladder, had, ladder.cap, left) for ladder, had in zip(ladders, first, strict=True)]


def _equal(ladders: Sequence[Ladder], there: Mapping[Key, int]) -> int:
    def fits(days: int) -> bool:
        left = dict(there)
        for ladder in ladders:
            for key, amount in ladder.claims(days).items():
                left[key] -= amount
        return all(amount >= 0 for amount in left.values())

    cap = max((ladder.cap for ladder in ladders), default=0)
    return most_days(fits, cap, all(ladder.rises for ladder in ladders))


def _serve(ladder: Ladder, had: int, upto: int, left: Good) -> int:
    """Takes out of what is left for as many days as fit beyond those that it had, and says how many it has then."""
    for key, amount in ladder.claims(had).items():
        left[key] += amount
    days = max(had, ladder.most(left, upto))
    for key, amount in ladder.claims(days).items():
        left[key] -= amount
    return days


__all__ = ["POLICIES", "SAID", "Policy", "allot"]
