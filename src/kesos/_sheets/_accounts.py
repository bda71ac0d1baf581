"""Codes that nest, as those of accounts do: 5 adds up 5.1 and 5.2, and 5.1 adds up 5.1.01."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

Code = tuple[str, ...]
"""The parts of a code, from the widest."""
_BETWEEN: Final = re.compile(r"[\s./-]+")


def parts_of(text: str) -> Code:
    """The parts of a code, without the zeros that fill them up.

    >>> parts_of("5.1.01."), parts_of("5 1 1")
    (('5', '1', '1'), ('5', '1', '1'))
    """
    return tuple(part.lstrip("0") or "0" for part in _BETWEEN.split(text.strip()) if part)


def is_within(code: Code, wider: Code) -> bool:
    """Whether a code lies under another, or is it.

    >>> is_within(("5", "1"), ("5",)), is_within(("51",), ("5",))
    (True, False)
    """
    return code[: len(wider)] == wider


def add_up(codes: Sequence[Code | None]) -> Mapping[int, tuple[int, ...]]:
    """The rows that add up others, each with the rows at the bottom of what it adds up.

    A row adds up those right under it whose codes lie within its own; where there is none, those right above it, or
    all. Codes of digits without marks nest by their digits, but only with the rows right under them: 1 and 11 may also
    count rows.

    >>> add_up([("5",), ("5", "1"), ("5", "1", "1"), ("5", "2")])
    {0: (2, 3), 1: (2,)}
    """
    within = rows_within(codes)
    return {at: tuple(each for each in found if each not in within) for at, found in within.items()}


def outline_codes(ordinals: Sequence[str]) -> list[Code | None]:
    """The codes of rows that are numbered as an outline is: 1 under I and a under 1, or 1.1 under 1.

    A way of numbering that comes up for the first time lies under the one before it; one that was used above comes
    back to its level.

    >>> outline_codes(["I", "1", "2.", "II", "1", ""])
    [('I',), ('I', '1'), ('I', '2'), ('II',), ('II', '1'), None]
    >>> outline_codes(["1", "1.1", "1.2", "2"])
    [('1',), ('1', '1'), ('1', '2'), ('2',)]
    """
    levels: list[tuple[str, str]] = []
    codes: list[Code | None] = []
    for ordinal in ordinals:
        found = _OUTLINE.fullmatch(ordinal.strip().replace(",", "."))  # 1.1 as a number is shown as 1,1
        if found is None:
            codes.append(None)
            continue
        first, *deeper = found["number"].split(".")
        for style, number in [
            (_style(first, found["marks"] or "", levels), first),
            *(("." * n, part) for n, part in enumerate(deeper, 1)),
        ]:
            known = next((at for at, (other, _) in enumerate(levels) if other == style), len(levels))
            levels[known:] = [(style, number)]
        codes.append(tuple(number for _, number in levels))
    return codes


_OUTLINE: Final = re.compile(
    r"\(?(?P<number>[A-Za-z]|[IVXLC]{2,6}|[ivxlc]{2,6}|\d{1,4}(?:\.\d{1,3})*)\.?(?P<marks>\)?)\.?", re.ASCII
)


def _style(number: str, marks: str, levels: Sequence[tuple[str, str]]) -> str:
    """How a row is numbered: "I" is a letter behind "H", and the Roman one elsewhere."""
    if number.isdecimal():
        return f"1{marks}"
    case = "I" if number.isupper() else "i"
    letters = f"{case}letter{marks}"
    before = next((said for style, said in levels if style == letters), None)
    is_next = before is not None and len(number) == 1 and ord(number) == ord(before) + 1
    is_roman = set(number) <= set("IVXLCivxlc") and not is_next
    return f"{case}{marks}" if is_roman else letters


def directly_under(codes: Sequence[Code | None]) -> Mapping[int, tuple[int, ...]]:
    """The same rows, each with those right below it in what it adds up: 5 with 5.1 and 5.2, and not with 5.1.1.

    >>> directly_under([("5",), ("5", "1"), ("5", "1", "1"), ("5", "2")])
    {0: (1, 3), 1: (2,)}
    """
    within = rows_within(codes)
    below = {at: {each for other in found for each in within.get(other, ())} for at, found in within.items()}
    return {at: tuple(each for each in found if each not in below[at]) for at, found in within.items()}


def rows_within(codes: Sequence[Code | None]) -> dict[int, list[int]]:
    """The rows that add up others, each with all that lie within it: see `add_up`."""
    plain = all(code is None or (len(code) == 1 and code[0].isdecimal()) for code in codes)
    split = [tuple(code[0]) if plain and code else code for code in codes]
    wider = {code[:length] for code in split if code for length in range(1, len(code))}
    within: dict[int, list[int]] = {}
    for at, code in enumerate(split):
        if code and code in wider:
            found = _beside(split, at, 1) or ([] if plain else _beside(split, at, -1) or _anywhere(split, at))
            if found:
                within[at] = found
    return within


def _beside(codes: Sequence[Code | None], at: int, step: int) -> list[int]:
    own, found, next_to = codes[at] or (), [], at + step
    while 0 <= next_to < len(codes):
        code = codes[next_to]
        if code is not None:
            if code == own or not is_within(code, own):
                break
            found.append(next_to)
        next_to += step
    return sorted(found)


def _anywhere(codes: Sequence[Code | None], at: int) -> list[int]:
    own = codes[at] or ()
    return [other for other, code in enumerate(codes) if code and code != own and is_within(code, own)]
