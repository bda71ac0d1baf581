"""Rows in and out: tables as offices keep them, as CSV files, spreadsheets and frames."""

from kesos._sheets._source import Readable
from kesos.tables._budgets import BudgetReading, read_budget
from kesos.tables._cards import CardReading, read_cards
from kesos.tables._deliveries import DeliveryReading, read_deliveries
from kesos.tables._events import EventReading, read_events
from kesos.tables._households import HouseholdReading, read_households
from kesos.tables._letter import letter_table
from kesos.tables._quotas import QuotaReading, read_quota
from kesos.tables._reading import Options
from kesos.tables._registries import ChangeReading, RegistryReading, read_changes, read_registry
from kesos.tables._results import BadCell, Reject, Skipped, TableReading
from kesos.tables._write_answers import write_answers, write_totals
from kesos.tables._write_audit import write_audit
from kesos.tables._write_budgets import write_budget, write_quota
from kesos.tables._write_cards import write_cards
from kesos.tables._write_deliveries import write_deliveries
from kesos.tables._write_events import write_events
from kesos.tables._write_households import write_households
from kesos.tables._write_registries import write_changes, write_registry
from kesos.tables._write_rejects import write_rejects
from kesos.tables._write_tables import write_tables
from kesos.tables._year import YearReport, year_report

__all__ = [
    "BadCell",
    "BudgetReading",
    "CardReading",
    "ChangeReading",
    "DeliveryReading",
    "EventReading",
    "HouseholdReading",
    "Options",
    "QuotaReading",
    "Readable",
    "RegistryReading",
    "Reject",
    "Skipped",
    "TableReading",
    "YearReport",
    "letter_table",
    "read_budget",
    "read_cards",
    "read_changes",
    "read_deliveries",
    "read_events",
    "read_households",
    "read_quota",
    "read_registry",
    "write_answers",
    "write_audit",
    "write_budget",
    "write_cards",
    "write_changes",
    "write_deliveries",
    "write_events",
    "write_households",
    "write_quota",
    "write_registry",
    "write_rejects",
    "write_tables",
    "write_totals",
    "year_report",
]
