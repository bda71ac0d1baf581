"""Relief: the aid that a standard grants for an event, as answers that know their inputs and their sources.

>>> from kesos.events import DisasterEvent
>>> from kesos.standards import PEDUM_2003
>>> flood = DisasterEvent(hazard="banjir", place="Kelurahan Pangkut", period="2017-02-25", people=860)
>>> print(entitle(flood, PEDUM_2003, days=7)["rice"])
2.408 kg
"""

from kesos.relief._answers import ItemMapping, Relief, ReliefRecord
from kesos.relief._batches import Batch
from kesos.relief._candidates import Candidate, WorksheetRow
from kesos.relief._entitlement import Days, Recipients, entitle, entitle_all, entitle_range, total
from kesos.relief._lines import Line, Unknown, Unspecified
from kesos.relief._orders import Order
from kesos.relief._ranges import RangeRecord, ReliefRange
from kesos.relief._refusals import Refusal
from kesos.relief._selective_items import ITEMS, SelectiveItem
from kesos.relief._totals import ReliefTotal, TotalRecord
from kesos.relief._verification import read_record, verify
from kesos.relief._worksheet import Worksheet, worksheet

__all__ = [
    "ITEMS",
    "Batch",
    "Candidate",
    "Days",
    "ItemMapping",
    "Line",
    "Order",
    "RangeRecord",
    "Recipients",
    "Refusal",
    "Relief",
    "ReliefRange",
    "ReliefRecord",
    "ReliefTotal",
    "SelectiveItem",
    "TotalRecord",
    "Unknown",
    "Unspecified",
    "Worksheet",
    "WorksheetRow",
    "entitle",
    "entitle_all",
    "entitle_range",
    "read_record",
    "total",
    "verify",
    "worksheet",
]
