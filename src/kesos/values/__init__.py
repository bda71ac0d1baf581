"""Exact values and what is known about them: quantities, spans, shares, periods, places, words, sources, truth.

>>> Quantity("10483.2", "kg") == Quantity(10_483_200, "g")
True
"""

from kesos.values._days import add_days, whole_years
from kesos.values._display import TableView
from kesos.values._exact import Rounding, exact_decimal, exact_fraction, round_exactly
from kesos.values._funding import FUNDINGS, Funding
from kesos.values._percentages import Percentage
from kesos.values._periods import PRECISIONS, Period, Precision
from kesos.values._places import Place
from kesos.values._quantities import Quantity
from kesos.values._shares import Amount, change_of, share_of
from kesos.values._sources import HOW_KNOWN, KNOWN, Citation, Decision, Known, Printed, Reading
from kesos.values._spans import Span
from kesos.values._texts import LANGUAGES, Language, Text
from kesos.values._truth import Need, Truth, all_of, any_of, known
from kesos.values._units import CURRENCIES, UNITS, Unit

__all__ = [
    "CURRENCIES",
    "FUNDINGS",
    "HOW_KNOWN",
    "KNOWN",
    "LANGUAGES",
    "PRECISIONS",
    "UNITS",
    "Amount",
    "Citation",
    "Decision",
    "Funding",
    "Known",
    "Language",
    "Need",
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
    "all_of",
    "any_of",
    "change_of",
    "exact_decimal",
    "exact_fraction",
    "known",
    "round_exactly",
    "share_of",
    "whole_years",
]
