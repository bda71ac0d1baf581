"""What the tables of a file are called: by the number in the title of each, or by its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import count

_NUMBER = re.compile(r"\W*(?:tabel|table)\s+(?:no(?:mor)?\b\W*)?(\w+(?:[.-]\w+)*)", re.IGNORECASE)


def printed_number(titles: Sequence[str]) -> str | None:
    """The number in the words over a table, of which the lowest counts; None where there is none.

    >>> printed_number(["Dinas Sosial", "Tabel 18. Korban banjir"]), printed_number(["Tabel Korban 2023"])
    ('18', None)
    """
    found = (match[1] for title in reversed(titles) if (match := _NUMBER.match(title)) is not None)
    return next((number for number in found if any(map(str.isdecimal, number))), None)


def table_numbers(printed: Iterable[str | None], first: int | None = None) -> list[str]:
    """What tables are called: by their printed numbers where no two have the same, else by their places.

    Args:
        printed: The number that is printed for each.
        first: The number of the first; the others follow it then, whatever is printed.

    >>> table_numbers([None, "18", None]), table_numbers(["18", "18"], first=4)
    (['1', '18', '3'], ['4', '5'])
    """
    given = list(printed)
    if first is not None:
        return [f"{first + at}" for at, _ in enumerate(given)]
    numbers: list[str] = []
    for place, number in enumerate(given, 1):
        is_free = number is not None and number not in numbers
        taken = {*numbers, *given}
        numbers.append(
            str(number) if is_free else next(free for each in count(place) if (free := f"{each}") not in taken)
        )
    return numbers
