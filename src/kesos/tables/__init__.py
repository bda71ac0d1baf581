"""Rows in and out: tables as offices keep them, as CSV files, spreadsheets and frames."""

__all__: list[str] = []
