"""Whose money it is: the region's own budget (APBD) or the state's (APBN)."""

from __future__ import annotations

from typing import Literal, get_args

Funding = Literal["APBD", "APBN"]
FUNDINGS: tuple[Funding, ...] = get_args(Funding)
