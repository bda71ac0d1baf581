"""Exact values and what is known about them: quantities, spans, shares, periods, places, words, sources, truth.

>>> from kesos.values import Quantity
>>> Quantity("10483.2", "kg") == Quantity(10_483_200, "g")
True
"""

from __future__ import annotations

from kesos._package import look_up, names


def __getattr__(name: str) -> object:
    return look_up(__name__, name)  # by the stub beside this file


def __dir__() -> list[str]:
    return names(__name__)


# A record says with a word what stands in a field that may hold anything: the classes behind these words are all there
# before the first record is read.
from kesos.values._periods import Period as Period  # noqa: E402
from kesos.values._spans import Span as Span  # noqa: E402
