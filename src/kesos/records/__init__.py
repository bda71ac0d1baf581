"""How a value travels: as plain dictionaries for TOML and JSON, in an envelope that says what it is, and back.

>>> from kesos.values import Quantity
>>> from kesos.records import to_plain
>>> to_plain(Quantity(5, "kg"))
{'amount': 5000, 'unit': 'g'}
"""

from __future__ import annotations

from kesos._package import look_up, names


def __getattr__(name: str) -> object:
    return look_up(__name__, name)  # by the stub beside this file


def __dir__() -> list[str]:
    return names(__name__)
