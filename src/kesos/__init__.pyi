"""The face of kesos, one name a line: type checkers read it, and `kesos/_package.py` looks names up by it."""

from kesos import audit as audit
from kesos import budgets as budgets
from kesos import categories as categories
from kesos import counts as counts
from kesos import datasets as datasets
from kesos import errors as errors
from kesos import events as events
from kesos import frames as frames  # by name only
from kesos import hazards as hazards
from kesos import indicators as indicators
from kesos import people as people
from kesos import programs as programs
from kesos import quotas as quotas
from kesos import records as records
from kesos import relief as relief
from kesos import reports as reports
from kesos import rules as rules
from kesos import schemas as schemas
from kesos import standards as standards
from kesos import targets as targets
from kesos import testing as testing  # by name only
from kesos import values as values
from kesos import wording as wording
from kesos import words as words
from kesos.audit import find_contradictions as find_contradictions
from kesos.budgets import Budget as Budget
from kesos.budgets import BudgetLine as BudgetLine
from kesos.events import Damage as Damage
from kesos.events import DisasterEvent as DisasterEvent
from kesos.events import Locality as Locality
from kesos.hazards import Hazard as Hazard
from kesos.people import Beneficiary as Beneficiary
from kesos.people import Household as Household
from kesos.programs import Program as Program
from kesos.programs import eligibility as eligibility
from kesos.quotas import ProgramQuota as ProgramQuota
from kesos.relief import Batch as Batch
from kesos.relief import Line as Line
from kesos.relief import Refusal as Refusal
from kesos.relief import Relief as Relief
from kesos.relief import ReliefRange as ReliefRange
from kesos.relief import ReliefTotal as ReliefTotal
from kesos.relief import entitle as entitle
from kesos.relief import entitle_all as entitle_all
from kesos.relief import entitle_range as entitle_range
from kesos.relief import total as total
from kesos.relief import verify as verify
from kesos.reports import Report as Report
from kesos.standards import PEDUM_2003 as PEDUM_2003
from kesos.standards import AidStandard as AidStandard
from kesos.values import Citation as Citation
from kesos.values import Decision as Decision
from kesos.values import Percentage as Percentage
from kesos.values import Period as Period
from kesos.values import Place as Place
from kesos.values import Printed as Printed
from kesos.values import Quantity as Quantity
from kesos.values import Reading as Reading
from kesos.values import Rounding as Rounding
from kesos.values import Span as Span
from kesos.values import Text as Text
from kesos.values import Unit as Unit

__version__: str
