"""Words that more than one table has."""

from kesos.values import Text

TOTAL = Text("Jumlah", "Total")
