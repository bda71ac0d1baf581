"""The few words that rules and people share about a person: a sex and a schooling."""

from __future__ import annotations

from typing import Literal

Sex = Literal["female", "male"]
Schooling = Literal["none", "preschool", "primary", "junior", "senior"]
