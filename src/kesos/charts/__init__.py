"""Charts of what kesos computes, in Indonesian or English, as PNG and SVG without a browser or a network.

They need the extra `charts`. What is drawn is computed exactly, and what a chart says in words is kesos's own print.

>>> from kesos import PEDUM_2003, DisasterEvent, charts, entitle_range
>>> flood = DisasterEvent(hazard="banjir", place="Kelurahan Pangkut", period="2017-02-25", people=860)
>>> charts.relief_range(entitle_range(flood, PEDUM_2003), "en")
<Chart: Aid by how long it is given>
"""

from kesos.charts._aid import needs, relief_range
from kesos.charts._chart import Chart
from kesos.charts._deliveries import deliveries
from kesos.charts._disasters import disasters
from kesos.charts._findings import findings
from kesos.charts._indicators import indicators
from kesos.charts._money import realization
from kesos.charts._programs import Cards, cards, quotas
from kesos.charts._stock import stock
from kesos.charts._targets import targets

__all__ = [
    "Cards",
    "Chart",
    "cards",
    "deliveries",
    "disasters",
    "findings",
    "indicators",
    "needs",
    "quotas",
    "realization",
    "relief_range",
    "stock",
    "targets",
]
