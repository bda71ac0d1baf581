"""What the columns of a table that was found hold: by the words at their heads, and by their cells."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import islice
from typing import Any

from kesos import _checks as checks
from kesos._sheets._cells import Formatted, Percent, Worded, number_in, shown
from kesos._sheets._head_units import is_scaled, is_scaled_title, leaves_number, puts_months_first
from kesos._sheets._vocabulary import plain_head
from kesos.errors import InvalidValueError
from kesos.reports._carried_units import Carried, carried_by
from kesos.reports._cells import is_missing, read_cell
from kesos.reports._columns import Column, Holds
from kesos.reports._marks import NUMBERED, are_codes
from kesos.values import Unit
from kesos.wording._amounts import UNIT_WORDS

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
    "kali": "event",
}
"""What heads say of the unit; "" where the word is its code."""
_COUNTS_OF: Mapping[str, re.Pattern[str]] = {
    "event": re.compile(r"(?:(?:jumlah|total|banyak(?:nya)?|frekuensi) )?kejadian(?: bencana)?"),
    "house": re.compile(r"(?:(?:jumlah|total|banyak(?:nya)?|unit) )?rumah rusak"),
}
"""Heads that say it as a whole, where numbers stand below: "Tanggal Kejadian" and "Rumah Rusak Berat" are others."""


def columns_found(
    heads: tuple[str, ...],
    cells: list[list[object]],
    units: Mapping[str, Unit | str],
    locale: str,
    totals: Sequence[bool] = (),
    beside: Sequence[str] = (),
) -> list[Column]:
    """A column for each head, with a code of its own.

    Args:
        heads: The words at the heads.
        cells: The cells of each column.
        units: What somebody says that a column counts, by the words at its head.
        locale: The print of the cells.
        totals: Whether each row is a total: what has a figure there is added up, however little of it can be read.
        beside: The words over the table and below it, which may say that its money is in thousands or millions.
    """
    known = {plain_head(checks.text(head, "units")): _said_unit(unit) for head, unit in units.items()}
    scaled = any(map(is_scaled_title, beside))
    taken: set[str] = set()
    columns: list[Column] = []
    for at, (head, column) in enumerate(zip(heads, cells, strict=True), 1):
        held = list(islice((cell for cell in column if cell is not None), _LOOKED_AT))
        added = any(is_total and _is_number(cell, locale) for cell, is_total in zip(column, totals, strict=False))
        label = head or f"({at})"
        said = plain_head(head) in known
        unit = (
            known[plain_head(head)]
            if said
            else _unit(head, scaled=scaled)
            if added or _are_figures(held, locale)
            else None
        )
        if not said and unit is None:
            unit = _counted(head, held, locale, added=added)
        carried = None if said or unit is not None else _carried(head, held, locale, scaled=scaled)
        if carried is not None:
            unit = carried.unit
        code = _code(head, at, taken)
        year = _YEAR.search(head)
        columns.append(
            Column(
                code,
                label,
                unit=unit,
                holds=carried.holds
                if carried is not None
                else "number"
                if said and unit is None
                else _holds(head, held, unit, locale, added=added),
                year=int(year[0]) if year else None,
                locale=locale,
            )
        )
    return columns


def is_used(at: int, heads: tuple[str, ...], lines: list[list[object]]) -> bool:
    """Whether a column is one of the table: it holds something, or nothing under the same head does."""
    if any(line[at] is not None for line in lines):
        return True
    if not heads[at] or (at > 0 and heads[at] == heads[at - 1]):
        return False
    end = next((right for right in range(at, len(heads)) if heads[right] != heads[at]), len(heads))
    return not any(line[right] is not None for line in lines for right in range(at, end))


def _said_unit(unit: Unit | str) -> Unit | None:
    """The unit that somebody says: its code or a word that people print for it; None for a word that is none.

    Raises:
        InvalidValueError: It is no text, or looks like a slip of the pen for a unit.
    """
    if not isinstance(unit, str):
        return Unit.of(unit, "units")
    word = checks.text(unit, "units")
    try:
        return Unit.of(UNIT_WORDS.get(word.casefold(), word), "units")
    except InvalidValueError:
        if checks.nearest(word, UNIT_WORDS, alike=_ALIKE) is not None:
            raise
        return None


_ALIKE = 0.75
"""So alike are a word and what it was meant to be."""


def _code(head: str, at: int, taken: set[str]) -> str:
    words = re.sub(r"[^a-z0-9]+", "_", head.casefold()).strip("_")[:40].strip("_")
    code = words if words[:1].isalpha() else f"column_{at}"
    code = f"{code}_{at}" if code in taken else code
    taken.add(code)
    return code


def _unit(head: str, *, scaled: bool) -> Unit | None:
    """What a head says that its figures count, one by one; None where they are thousands or millions of it, as all
    money may be."""
    if is_scaled(head, is_money=True):
        return None
    words = plain_head(head).split()
    said = [*map(plain_head, _BRACKETS.findall(head)), " ".join(words), " ".join(words[-2:]), *words[-1:]]
    for word in said:
        if word in _WORDS:
            return None if _WORDS[word] == "IDR" and scaled else Unit.of(_WORDS[word] or word)
    return None


def _counted(head: str, cells: list[object], locale: str, *, added: bool) -> Unit | None:
    """What numbers count whose head says nothing else but that."""
    words = plain_head(_BRACKETS.sub(" ", head))
    unit = next((code for code, heads in _COUNTS_OF.items() if heads.fullmatch(words)), None)
    if unit is None or is_scaled(head, is_money=False) or _PERCENT.search(head):
        return None
    filled = [cell for cell in cells if shown(cell, locale).strip("-–— ")]
    return Unit.of(unit) if _of_numbers(head, filled, locale, added=added) == "number" else None


def _carried(head: str, cells: list[object], locale: str, *, scaled: bool) -> Carried | None:
    """What the figures under a head carry that says nothing of their unit; None where it says that they are scaled."""
    if is_scaled(head, is_money=True) or is_head_of_codes(head):
        return None
    texts = [(cell, shown(cell, locale).strip("-–— ")) for cell in cells]
    told = [cell for cell, text in texts if any(map(str.isdigit, text)) or (text and not _says_nothing(text, locale))]
    found = carried_by(told, locale)
    if found is not None and found.unit is not None and found.unit.code == "IDR" and scaled:
        return None
    return found


def _are_figures(cells: list[object], locale: str) -> bool:
    """Whether as many cells have a digit as are words, so that a head such as "Nama Kepala Keluarga" counts nobody."""
    texts = [text for cell in cells if (text := shown(cell, locale).strip("-–— "))]
    words = [text for text in texts if not any(map(str.isdigit, text)) and not _says_nothing(text, locale)]
    return len(texts) >= len(words) * 2


def _says_nothing(text: str, locale: str) -> bool:
    """Whether a text is a mark such as "?", or says that the figure is not known."""
    return not any(map(str.isalpha, text)) or is_missing(text, locale)


def _holds(head: str, cells: list[object], unit: Unit | None, locale: str, *, added: bool) -> Holds:
    filled = [cell for cell in cells if shown(cell, locale).strip("-–— ")]
    if unit is not None:
        return "quantity"
    if _PERCENT.search(head) or (filled and all(isinstance(cell, Percent) for cell in filled)):
        return "percent"
    if _DAY.search(head) or (filled and all(isinstance(cell, date) for cell in filled)):
        return "text" if locale == "id" and puts_months_first(head) else "period"
    return _of_numbers(head, filled, locale, added=added)


def _of_numbers(head: str, filled: list[object], locale: str, *, added: bool) -> Holds:
    """Numbers where half of the cells are; or a fourth, and most of the others begin with a figure or say nothing.

    What cannot be read among them is unread then, and not words.
    """
    texts = [label_in(cell, head, locale) for cell in filled]
    numbers = sum(_is_number(cell, locale) for cell in filled)
    # 5 and 5.1 may stand there as numbers beside 5.1.1, which can be none
    is_of_labels = numbers < len(filled) or (is_head_of_codes(head) and any(map(_is_broken, filled)))
    if not numbers or (not added and is_of_labels and are_codes(head, texts)):
        return "text"
    alike = sum(_BEGINS.match(text) is not None or _says_nothing(text, locale) for text in texts)
    if added or numbers * 2 >= len(filled) or (numbers * 4 >= len(filled) and alike * 2 > len(filled)):
        return "year" if plain_head(head) in ("tahun", "year") else "number"
    return "text"


def label_in(cell: object, head: str, locale: str) -> str:
    """A cell as people see it; a number under a head of codes as the code that it is: 5.1 and 5101 without marks."""
    number = number_in(cell) if is_head_of_codes(head) else None
    return shown(cell, locale) if number is None else str(cell.as_shown if isinstance(cell, Formatted) else number)


def is_head_of_codes(head: str) -> bool:
    """Whether the words at a head say that numbers under it name rows.

    >>> [is_head_of_codes(head) for head in ("Kode Rekening", "No.", "Nilai")]
    [True, True, False]
    """
    return NUMBERED.search(head) is not None


def _is_broken(cell: object) -> bool:
    """Whether a cell holds a number that is not whole: such a one counts no rows."""
    return isinstance(number_in(cell), Decimal)


_BEGINS = re.compile(r"[^\w]*(?:Rp\W*)?\d")


def _is_number(cell: Any, locale: str) -> bool:
    if isinstance(cell, Worded):
        return leaves_number(cell.before + cell.after)
    return number_in(cell) is not None or (
        isinstance(cell, str) and read_cell(cell, Column("x", holds="number", locale=locale)) is not None
    )
