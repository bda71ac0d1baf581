"""kesos: exact, explainable rules and records of Indonesian social affairs.

Every public name is imported from here; each loads its module when it is first used, so that `import kesos` is light.
The names stand in the stub beside this file, and nowhere else.

>>> import kesos
>>> flood = kesos.DisasterEvent(hazard="banjir", place="Kelurahan Pangkut", period="2017-02-25", people=860)
>>> print(kesos.entitle(flood, kesos.PEDUM_2003, days=7)["rice"])
2.408 kg
"""

from __future__ import annotations

from kesos._version import __version__ as __version__


def __getattr__(name: str) -> object:
    from kesos._package import look_up  # not `from kesos import ...`, which would ask for `__all__` first

    return look_up(__name__, name)


def __dir__() -> list[str]:
    from kesos._package import names

    return names(__name__)
