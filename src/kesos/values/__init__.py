"""Exact values and what is known about them: quantities, spans, shares, periods, places, words, sources, truth.

>>> Quantity("10483.2", "kg") == Quantity(10_483_200, "g")
True
"""

from kesos.values._display import TableView
from kesos.values._periods import PRECISIONS, Period, Precision, add_days, whole_years
from kesos.values._places import Place
from kesos.values._quantities import (
    UNITS,
    Percentage,
    Quantity,
    Rounding,
    Span,
    Unit,
    exact_decimal,
    exact_fraction,
    round_exactly,
)
from kesos.values._shares import Amount, change_of, share_of
from kesos.values._sources import KNOWN, Citation, Decision, Known, Printed, Reading
from kesos.values._texts import LANGUAGES, Language, Text
from kesos.values._truth import Truth, both, either, known

__all__ = [
    "KNOWN",
    "LANGUAGES",
    "PRECISIONS",
    "UNITS",
    "Amount",
    "Citation",
    "Decision",
    "Known",
    "Language",
    "Percentage",
    "Period",
    "Place",
    "Precision",
    "Printed",
    "Quantity",
    "Reading",
    "Rounding",
    "Span",
    "TableView",
    "Text",
    "Truth",
    "Unit",
    "add_days",
    "both",
    "change_of",
    "either",
    "exact_decimal",
    "exact_fraction",
    "known",
    "round_exactly",
    "share_of",
    "whole_years",
]
