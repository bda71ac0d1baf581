"""Counts: whom and what an event struck, by name and by class; what is not given is not known, which is not none.

`Count` is to figures what `Hazard` is to words: well-known ones that every event may hold, and others that a standard
brings along.

>>> Count.of("meninggal") is Count.DEAD
True
>>> counts = Counts({"dead": 12, "missing": None, "house": {"heavy": 4, "light": 7}})
>>> counts["dead"], counts["missing"], counts["house"]["heavy"], "pregnant" in counts
(12, None, 4, False)
"""

from kesos.counts._by_class import ByClass
from kesos.counts._count import WHOLE_NUMBER, Axes, Count, Most
from kesos.counts._counts import Counts
from kesos.counts._known import COUNTS
from kesos.counts._numbers import Number

__all__ = ["COUNTS", "WHOLE_NUMBER", "Axes", "ByClass", "Count", "Counts", "Most", "Number"]
