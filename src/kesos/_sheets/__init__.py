"""Sheets as they lie in files: cells in rows under heads."""
