"""Rows in and out: tables as offices keep them, as CSV files, spreadsheets and frames."""

from kesos.tables._events import EventReading, read_events
from kesos.tables._results import BadCell, Reading, Reject, Skipped

__all__ = ["BadCell", "EventReading", "Reading", "Reject", "Skipped", "read_events"]
