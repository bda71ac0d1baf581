"""Spreadsheets and frames as grids of cells: what lies in them, where their head is, and what each row is.

Nothing here knows what a table is about; `kesos.tables` reads events, budgets and quotas out of grids, and
`kesos.reports` published tables.
"""
