"""What stands before a row to count it or to name it: a number, a letter, a Roman number, the code of an account."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kesos._sheets._accounts import parts_of

_PART = r"(?:\d{1,6}|[IVXLC]{1,6}|[A-Za-z])"
_MARK = re.compile(rf"\(?{_PART}(?:[./\s-]{_PART})*[.)]{{0,2}}", re.ASCII)


def is_mark(text: str) -> bool:
    """Whether a text is such a mark.

    >>> [is_mark(text) for text in ("4.1.01", "A.", "IV)", "Umpama", "20 ekor")]
    [True, True, True, False, False]
    """
    return _MARK.fullmatch(text) is not None


def are_codes(head: str, texts: Sequence[str]) -> bool:
    """Whether texts under a head are codes or marks: by its words, by letters among them, or since some lie in others.

    >>> are_codes("Uraian", ["4", "4.1"]), are_codes("Kode", ["4.1", "5"]), are_codes("Nilai", ["12.34", "5"])
    (True, True, False)
    """
    if not all(map(is_mark, texts)):
        return False
    codes = {parts_of(text.strip("() ").rstrip(".")) for text in texts}
    nest = any(code[:length] in codes for code in codes for length in range(1, len(code)))
    return nest or NUMBERED.search(head) is not None or any(map(str.isalpha, "".join(texts)))


NUMBERED = re.compile(
    r"\b(?:no|nomor|kode|rekening|nik|nip|npsn|telp|telepon|hp|rt|rw|pos|tahun|year|code)\b", re.IGNORECASE
)
"""Heads of what counts or names a row, or finds it: no figure that anything is held against."""
