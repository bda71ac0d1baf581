"""What the columns of a table that was found hold: by the words at their heads, and by their cells."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from itertools import islice
from typing import Any

from kesos import _checks as checks
from kesos._sheets._cells import Percent, number_in, shown
from kesos._sheets._heads import plain_head
from kesos.reports._cells import read_cell
from kesos.reports._columns import Column, Holds
from kesos.values import Unit

_LOOKED_AT = 200
"""So many cells tell what a column holds."""

_YEAR = re.compile(r"(?:19|20)\d\d")
_BRACKETS = re.compile(r"\(([^()]*)\)")
_PERCENT = re.compile(r"%|\bpersen(?:tase)?\b", re.IGNORECASE)
_DAY = re.compile(r"\b(?:tanggal|tgl|waktu)\b", re.IGNORECASE)
_WORDS: Mapping[str, str] = {
    **dict.fromkeys(("rp", "rupiah", "idr", "dalam rupiah", "pagu", "anggaran", "realisasi"), "IDR"),
    **dict.fromkeys(("kk", "kpm", "jumlah kk", "kepala keluarga", "keluarga"), "family"),
    **dict.fromkeys(("jiwa", "orang", "jumlah jiwa", "penduduk", "people"), "person"),
    **dict.fromkeys(("rumah", "unit rumah"), "house"),
    **dict.fromkeys(("ha", "hektar", "hektare"), "ha"),
    **dict.fromkeys(("km", "kg", "m2", "m3"), ""),
    "ton": "t",
}
"""What heads say of the unit; "" where the word is its code."""


def columns_found(
    heads: tuple[str, ...], cells: list[list[object]], units: Mapping[str, Unit | str], locale: str
) -> list[Column]:
    """A column for each head, with a code of its own.

    Args:
        heads: The words at the heads.
        cells: The cells of each column.
        units: What somebody says that a column counts, by the words at its head.
        locale: The print of the cells.
    """
    known = {plain_head(checks.text(head, "units")): Unit.of(unit, "units") for head, unit in units.items()}
    taken: set[str] = set()
    columns: list[Column] = []
    for at, (head, column) in enumerate(zip(heads, cells, strict=True), 1):
        held = list(islice((cell for cell in column if cell is not None), _LOOKED_AT))
        label = head or f"({at})"
        unit = known.get(plain_head(head)) or (_unit(head) if _are_figures(held, locale) else None)
        code = _code(head, at, taken)
        year = _YEAR.search(head)
        columns.append(
            Column(
                code,
                label,
                unit=unit,
                holds=_holds(head, held, unit, locale),
                year=int(year[0]) if year else None,
                locale=locale,
            )
        )
    return columns


def _code(head: str, at: int, taken: set[str]) -> str:
    words = re.sub(r"[^a-z0-9]+", "_", head.casefold()).strip("_")[:40].strip("_")
    code = words if words[:1].isalpha() else f"column_{at}"
    code = f"{code}_{at}" if code in taken else code
    taken.add(code)
    return code


def _unit(head: str) -> Unit | None:
    words = plain_head(head).split()
    said = [*map(plain_head, _BRACKETS.findall(head)), " ".join(words), " ".join(words[-2:]), *words[-1:]]
    for word in said:
        if word in _WORDS:
            return Unit.of(_WORDS[word] or word)
    return None


def _are_figures(cells: list[object], locale: str) -> bool:
    """Whether as many cells have a digit as have none, so that a head such as "Nama Kepala Keluarga" counts nobody."""
    filled = [text for cell in cells if (text := shown(cell, locale).strip("-–— "))]
    return sum(any(map(str.isdigit, text)) for text in filled) * 2 >= len(filled)


def _holds(head: str, cells: list[object], unit: Unit | None, locale: str) -> Holds:
    filled = [cell for cell in cells if shown(cell, locale).strip("-–— ")]
    if unit is not None:
        return "quantity"
    if _PERCENT.search(head) or (filled and all(isinstance(cell, Percent) for cell in filled)):
        return "percent"
    if _DAY.search(head) or (filled and all(isinstance(cell, date) for cell in filled)):
        return "period"
    numbers = sum(_is_number(cell, locale) for cell in filled)
    if filled and numbers * 2 > len(filled):
        return "year" if plain_head(head) in ("tahun", "year") else "number"
    return "text"


def _is_number(cell: Any, locale: str) -> bool:
    return number_in(cell) is not None or (
        isinstance(cell, str) and read_cell(cell, Column("x", holds="number", locale=locale)) is not None
    )
