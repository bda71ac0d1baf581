"""Planning: what is in the warehouse and in the budget, against what is owed.

What an event is owed is what `kesos.relief.entitle` says. How a stock is shared, that only whole days count and that
what expires first goes first are rules of ours; each is named where it is applied.
"""

from kesos.planning._affordable import Affordable, days_affordable
from kesos.planning._allocation import Allocation, allocate
from kesos.planning._calendar import Calendar, plan_days
from kesos.planning._costs import Cost, cost
from kesos.planning._cover import Cover, days_covered
from kesos.planning._days import DayNeed, StockDay
from kesos.planning._effects import Effect, Effects, compare
from kesos.planning._lots import Lot, Movement, Pack
from kesos.planning._policies import POLICIES, Policy
from kesos.planning._request import Request, RequestLine, request
from kesos.planning._shares import Share
from kesos.planning._shortfall import Shortfall, shortfall
from kesos.planning._stock import Stock

__all__ = [
    "POLICIES",
    "Affordable",
    "Allocation",
    "Calendar",
    "Cost",
    "Cover",
    "DayNeed",
    "Effect",
    "Effects",
    "Lot",
    "Movement",
    "Pack",
    "Policy",
    "Request",
    "RequestLine",
    "Share",
    "Shortfall",
    "Stock",
    "StockDay",
    "allocate",
    "compare",
    "cost",
    "days_affordable",
    "days_covered",
    "plan_days",
    "request",
    "shortfall",
]
