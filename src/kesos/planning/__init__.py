"""Planning: what is in the warehouse and in the budget, against what is owed.

What an event is owed is what `kesos.relief.entitle` says. How a stock is shared, that only whole days count and that
what expires first goes first are rules of ours; each is named where it is applied.
"""

from kesos.planning._allocation import Allocation, allocate
from kesos.planning._cover import Cover, days_covered
from kesos.planning._effects import Effect, Effects, compare
from kesos.planning._policies import POLICIES, Policy
from kesos.planning._shares import Share
from kesos.planning._shortfall import Shortfall, shortfall
from kesos.planning._stock import Lot, Movement, Pack, Stock

__all__ = [
    "POLICIES",
    "Allocation",
    "Cover",
    "Effect",
    "Effects",
    "Lot",
    "Movement",
    "Pack",
    "Policy",
    "Share",
    "Shortfall",
    "Stock",
    "allocate",
    "compare",
    "days_covered",
    "shortfall",
]
