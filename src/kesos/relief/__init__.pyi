"""What `kesos.relief` shows, one name a line; see `kesos/_package.py`."""

from kesos.relief._answers import ItemMapping as ItemMapping
from kesos.relief._answers import Relief as Relief
from kesos.relief._answers import ReliefRecord as ReliefRecord
from kesos.relief._candidates import Candidate as Candidate
from kesos.relief._candidates import WorksheetRow as WorksheetRow
from kesos.relief._entitlement import Days as Days
from kesos.relief._entitlement import Recipients as Recipients
from kesos.relief._entitlement import entitle as entitle
from kesos.relief._entitlement import entitle_all as entitle_all
from kesos.relief._entitlement import entitle_range as entitle_range
from kesos.relief._entitlement import total as total
from kesos.relief._lines import Line as Line
from kesos.relief._lines import Unspecified as Unspecified
from kesos.relief._orders import Order as Order
from kesos.relief._ranges import RangeRecord as RangeRecord
from kesos.relief._ranges import ReliefRange as ReliefRange
from kesos.relief._selective_items import ITEMS as ITEMS
from kesos.relief._selective_items import SelectiveItem as SelectiveItem
from kesos.relief._totals import Batch as Batch
from kesos.relief._totals import Refusal as Refusal
from kesos.relief._totals import ReliefTotal as ReliefTotal
from kesos.relief._totals import TotalRecord as TotalRecord
from kesos.relief._verification import read_record as read_record
from kesos.relief._verification import verify as verify
from kesos.relief._worksheet import Worksheet as Worksheet
from kesos.relief._worksheet import worksheet as worksheet
