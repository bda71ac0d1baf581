"""Relief: the aid that a standard grants for an event, as answers that know their inputs and their sources.

>>> from kesos.events import DisasterEvent
>>> from kesos.standards import PEDUM_2003
>>> flood = DisasterEvent(hazard="banjir", place="Kelurahan Pangkut", period="2017-02-25", people=860)
>>> print(entitle(flood, PEDUM_2003, days=7)["rice"])
2.408 kg
"""

from __future__ import annotations

from kesos._package import look_up, names


def __getattr__(name: str) -> object:
    return look_up(
        __name__, name
    )  # by the stub beside this file: worksheets load the people, which an answer needs not


def __dir__() -> list[str]:
    return names(__name__)
