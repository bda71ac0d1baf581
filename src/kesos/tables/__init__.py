"""Rows in and out: tables as offices keep them, as CSV files, spreadsheets and frames."""

from kesos.tables._budgets import BudgetReading, read_budget
from kesos.tables._events import EventReading, read_events
from kesos.tables._quotas import QuotaReading, read_quota
from kesos.tables._reading import Options
from kesos.tables._results import BadCell, Reading, Reject, Skipped

__all__ = [
    "BadCell",
    "BudgetReading",
    "EventReading",
    "Options",
    "QuotaReading",
    "Reading",
    "Reject",
    "Skipped",
    "read_budget",
    "read_events",
    "read_quota",
]
