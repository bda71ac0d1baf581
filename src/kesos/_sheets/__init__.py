"""Sheets and frames as grids of cells: how they lie in files, where their head is, and what each row is.

Nothing here knows what a table is about: `kesos.tables` reads and writes events, budgets and quotas with it.
"""
