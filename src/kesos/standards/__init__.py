"""Aid standards: their types, their files, which one applies, and those that kesos brings along.

`PEDUM_2003`, `PERKA_BNPB_7_2008`, `KEMENSOS_CASH` and `BNPB_STIMULAN` are read when they are first asked for.
"""

from __future__ import annotations

from kesos._package import look_up, names


def __getattr__(name: str) -> object:
    return look_up(__name__, name)  # by the stub beside this file


def __dir__() -> list[str]:
    return names(__name__)
