"""Rows in and out: tables as offices keep them, as CSV files, spreadsheets and frames."""

from kesos.tables._write_events import write_events

__all__ = ["write_events"]
