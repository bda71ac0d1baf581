"""What a sheet may hold of families: a reference of the office's own to each, and nothing by which one is found."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from kesos import _checks as checks
from kesos._sheets._cells import shown
from kesos._sheets._kinds import is_total
from kesos.errors import InvalidValueError, KesosError
from kesos.registry._references import DAY, family_reference
from kesos.tables._choices import read_choice
from kesos.tables._reasons import is_ordinary, known_reason
from kesos.wording import parse_day
from kesos.words import REDACTED

_BARE_NUMBER = re.compile(r"\d{1,2}", re.ASCII)


def as_reference(text: Any, field: str) -> str:
    """A reference as a sheet holds it: `family_reference`, and nothing that reads as a total.

    A row of words (a name, a note, a total) is thus none of a family's.

    Raises:
        InvalidValueError: It is none; what was given is not told.

    >>> as_reference(" kk-0017 ", "family")
    'kk-0017'
    >>> as_reference("Siti Aminah", "family")
    Traceback (most recent call last):
    ...
    kesos.errors.InvalidValueError: family: this is no reference to a family: ...
    """
    found = family_reference(text.strip() if isinstance(text, str) else text, field)
    if is_total(found):
        raise InvalidValueError("identifying.words", field=field, value=REDACTED)
    return found


def as_area(text: str | None, field: str) -> str | None:
    """Where a family lives, or None; what looks like a NIK or a day is none, nor is the number of a column.

    Raises:
        InvalidValueError: It is no area; what was given is not told.

    >>> as_area("Desa Umpang", "area"), as_area(None, "area")
    ('Desa Umpang', None)
    """
    if text is None:
        return None
    found = checks.untraceable(text, field)
    if DAY.fullmatch(found.strip()):
        raise InvalidValueError("identifying.birth_date", field=field, value=REDACTED)
    if _BARE_NUMBER.fullmatch(found.strip()):
        raise InvalidValueError("not_an_area.number", field=field, value=REDACTED)
    return found


def kept_of(code: str, cell: object) -> object:
    """What a rejected row keeps of a cell: what can be told to be nothing personal.

    >>> kept_of("family", "Siti Aminah"), kept_of("family", "kk-0017"), kept_of("reason", "Pindah domisili")
    ('<redacted>', 'kk-0017', 'Pindah domisili')
    """
    try:
        _KEPT[code](cell, code)
    except KesosError:
        return REDACTED
    return cell


def _reason(cell: Any, field: str) -> object:
    is_known = isinstance(cell, str) and (is_ordinary(cell) or known_reason(cell) is not None)
    return checks.text(cell if is_known else None, field)


def _kind(cell: Any, field: str) -> object:
    return checks.text(read_choice("change.kind", shown(cell, "id")), field)


def _on(cell: Any, field: str) -> object:
    return cell if isinstance(cell, date) else parse_day(cell)


_KEPT: Mapping[str, Callable[[Any, str], object]] = {
    "family": as_reference,
    "becomes": as_reference,
    "area": as_area,
    "reason": _reason,
    "kind": _kind,
    "on": _on,
}
