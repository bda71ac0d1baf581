"""What a row under a head is that holds no figures of its own: a group, a total, a note, a signature."""

from __future__ import annotations

import re
from collections.abc import Sequence
from string import ascii_lowercase, ascii_uppercase
from typing import Final, Literal, get_args

from kesos._sheets._cells import number_in, shown
from kesos._sheets._heads import Head
from kesos._sheets._vocabulary import plain_head
from kesos.values._areas import same_area

Kind = Literal[
    "blank",
    "title",
    "head",
    "other_head",
    "column_numbers",
    "group",
    "total",
    "mean",
    "note",
    "signature",
    "other_account",
]
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)

_TOTAL = re.compile(
    r"(?:sub[ -]?|grand )?(?:jumlah|total|jml)\b|rata[ -]?rata\b|rekap(?:itulasi)?\b|average\b|sum\b"
    r"|keseluruhan\b|(?:se-?|seluruh )(?:kecamatan|kabupaten|kota|desa|kelurahan|wilayah)\b",
    re.IGNORECASE,
)
_MEAN = re.compile(r"rata[ -]?rata\b|average\b|mean\b", re.IGNORECASE)
_NOTE = re.compile(
    r"(?:sumber|source|catatan|keterangan|ket|note|notes|n\.?b|data diolah)\b\s*[.:]|\*+\)|\*\s", re.IGNORECASE
)
_SIGNED = re.compile(
    r"(?:mengetahui|menyetujui|disetujui|dibuat oleh|diperiksa|pembuat|kepala (?:dinas|bidang|seksi|badan|bagian)"
    r"|sekretaris|plt\b|plh\b|a\.?n\.? |an\. |n\.?i\.?p\b|ttd\b|pembina|penata|bupati|wali ?kota|camat|lurah|gubernur)",
    re.IGNORECASE,
)
_PLACE_AND_DAY = re.compile(r"[^\d,]{3,40},\s*(?:\d{1,2}|\.{2,}|…+)?\s*[a-zA-Z.…]+\s+\d{4}\.?", re.ASCII)
_GROUP = re.compile(
    r"(kecamatan|kec\.?|kabupaten|kab\.?|kota|provinsi|prov\.?|kelurahan|kel\.?|desa|bulan|triwulan|wilayah|district)\s+\S",
    re.IGNORECASE,
)
_ALSO = ("kota ", "wilayah ", "district ")
"""What may stand before the name of an area in a table that is of it, and elsewhere begins names."""
_DISTRICT = re.compile(r"(?:.*\s)?(?:kecamatan|kec\.?|district)\s*[.:]?\s+(\S.*)", re.IGNORECASE)
_SHORT_ORDINAL = re.compile(r"\(?(?:[A-Za-z]|[IVXLC]{1,6}|\d{1,4}(?:\.\d{1,3})*)[.)]{0,2}", re.ASCII)
_LETTERED = re.compile(r"\(?(?:[A-Za-z]|[IVXLC]{1,6})[.)]{0,2}", re.ASCII)
_ORDINAL_BEFORE = re.compile(r"^\(?(?:[A-Za-z]|[IVXLC]{1,6}|\d{1,3})[.)]{1,2}\s*(?=[^\W\d]{3})", re.ASCII)
_COLUMN_NUMBER = re.compile(r"\(?(\d{1,2}|[A-Za-z]|[IVX]{1,5})[).]?(?:\s*[=(].*)?", re.ASCII)
_ROMAN = (
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII",
    "XVIII", "XIX", "XX",
)  # fmt: skip


def is_total(text: str) -> bool:
    """Whether a row that begins with these words adds up others.

    >>> is_total("Jumlah Kec. Kumai"), is_total("SUB TOTAL"), is_total("Desa Jumlahan")
    (True, True, False)
    """
    return _TOTAL.match(text.strip()) is not None


def is_mean(text: str) -> bool:
    """Whether a row that begins with these words tells a mean of others, and not what they come to.

    >>> is_mean("Rata-rata per kecamatan"), is_mean("Jumlah")
    (True, False)
    """
    return _MEAN.match(text.strip()) is not None


def is_named(text: str, area: str) -> bool:
    """Whether words name an area: where one says of what kind it is and the other does not, they may be the same.

    >>> is_named("KAB. KUMAI", "Kumai"), is_named("Desa Kumai", "Kecamatan Kumai"), is_named("Kumai Hulu", "Kumai")
    (True, False, False)
    >>> is_named("Kumai", "Kota Kumai"), is_named("Kab. Kumai", "Kota Kumai")
    (True, False)
    """
    one, other = without_ordinal(text), without_ordinal(area)
    return same_area(one, other) or any(same_area(one, each + other) or same_area(each + one, other) for each in _ALSO)


def district_of(text: str) -> str | None:
    """The district that a group names; None where it names something else.

    >>> district_of("Bencana Banjir di Wilayah Kec. Arut Selatan"), district_of("BULAN JANUARI")
    ('Arut Selatan', None)
    """
    found = _DISTRICT.fullmatch(" ".join(text.split()))
    return found[1] if found else None


def is_lettered(cell: object) -> bool:
    """Whether a cell counts by letters or Roman numbers, as the heads of groups are counted.

    >>> is_lettered("A"), is_lettered("IV."), is_lettered("4"), is_lettered(None)
    (True, True, False, False)
    """
    return isinstance(cell, str) and _LETTERED.fullmatch(cell.strip()) is not None


def called(text: str) -> str | None:
    """As what the words of an area name it, kec. for Kecamatan; None where they do not say.

    >>> called("Kec. Kumai"), called("2) KECAMATAN KUMAI"), called("Kumai")
    ('kec', 'kec', None)
    """
    found = _GROUP.match(without_ordinal(text))
    return found[1].casefold()[:3] if found else None


def without_ordinal(text: str) -> str:
    """The words of a group without the letter or number before them.

    >>> without_ordinal("A. Kebakaran"), without_ordinal("II) Banjir"), without_ordinal("Kec. Kumai")
    ('Kebakaran', 'Banjir', 'Kec. Kumai')
    """
    return _ORDINAL_BEFORE.sub("", text.strip())


def filled(row: Sequence[object]) -> dict[int, object]:
    """The cells of a row that hold something, by their place."""
    return {
        at: cell for at, cell in enumerate(row) if cell is not None and not (isinstance(cell, str) and not cell.strip())
    }


def kind_of(
    row: Sequence[object],
    head: Head,
    *,
    in_tail: bool,
    is_group: bool = False,
    under_head: bool = False,
    tells: bool = False,
) -> Kind | None:
    """What a row is that could be read as none of those that the table is of; None where it is one of them.

    Args:
        row: Its cells.
        head: The head of its table.
        in_tail: Whether what closes the table has begun above it.
        is_group: Whether its words alone are known to head others, such as those of a hazard.
        under_head: Whether nothing stands between the head and it.
        tells: Whether it says what each row of the table has to say.
    """
    cells = filled(row)
    lettered = False
    first = cells.get(head.ordinal) if head.ordinal is not None else None
    if first is not None and (number_in(first) is not None or _SHORT_ORDINAL.fullmatch(shown(first, "id"))):
        lettered = _LETTERED.fullmatch(shown(first, "id")) is not None
        rest = {at: cell for at, cell in cells.items() if at != head.ordinal}
    else:
        rest = cells
    if are_column_numbers(list(cells.values()), under_head=under_head):
        return "column_numbers"
    if not rest:
        return "blank"
    words = [shown(cell, "id") for cell in rest.values() if isinstance(cell, str)]
    if not words:
        return None
    if is_total(words[0]) or (len(words) > 1 and is_total(words[-1]) and _LETTERED.fullmatch(words[0])):
        return "total"
    if len(words) == len(rest) and all(word.startswith("#") for word in words):  # tags of the HXL standard
        return "head"
    if sum(_is_of_head(word, head.texts[at]) for at, word in _texts(rest, head)) == len(rest) > 1:
        return "head"
    if not tells and len(rest) <= 3 and len(words) == len(rest) and (in_tail or _are_signed(words)):
        return "signature"
    if len(rest) > 1:
        return None
    if _NOTE.match(words[0]) is not None:
        return "note"
    if lettered or is_group or _GROUP.match(without_ordinal(words[0])):
        return "group"
    # words alone, in a column that holds nothing of the table
    return None if next(iter(rest)) in head.columns.values() else "note"


def _is_of_head(text: str, head: str) -> bool:
    """Whether a text says words of a head again, and not a part of one, nor a mark such as "?"."""
    words = plain_head(text).split()
    return bool(words) and set(words) <= set(plain_head(head).split())


def _texts(cells: dict[int, object], head: Head) -> list[tuple[int, str]]:
    return [
        (at, shown(cell, "id"))
        for at, cell in cells.items()
        if isinstance(cell, str) and at < len(head.texts) and head.texts[at]
    ]


def _are_signed(words: Sequence[str]) -> bool:
    """Whether words close a table: an office or what one writes above a name, or a place and day with nothing else
    beside them, where they could be of a row of the table."""
    return any(map(_SIGNED.match, words)) or all(map(_PLACE_AND_DAY.fullmatch, words))


def are_column_numbers(cells: Sequence[object], *, under_head: bool = False) -> bool:
    """Whether the cells count from one on: the row of column numbers, or letters, that stands under many heads.

    Two cells may do so by accident, unless they stand right under the head.
    """
    marks = [match[1].lstrip("0") for cell in cells if (match := _COLUMN_NUMBER.fullmatch(shown(cell, "id")))]
    many = len(cells)
    if many < (2 if under_head else 3) or len(marks) < many:
        return False
    return marks in ([str(at) for at in range(1, many + 1)], list(ascii_lowercase[:many]), list(ascii_uppercase[:many]),
                     list(_ROMAN[:many]))  # fmt: skip
