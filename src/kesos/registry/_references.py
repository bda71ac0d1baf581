"""By what an office knows a family in its lists: a reference of its own, and nothing by which somebody is found."""

from __future__ import annotations

import re

from kesos import _checks as checks
from kesos.errors import InvalidValueError
from kesos.words import REDACTED

_REFERENCE = re.compile(r"[^\W_][^\s,;]*")
_PLAIN = re.compile(r"[a-zA-Z]{0,6}\d{1,9}", re.ASCII)
"""What most references are: found at once, since lists are long."""
DAY = re.compile(
    r"(?:0?[1-9]|[12]\d|3[01])[-/.](?:0?[1-9]|1[0-2])[-/.](?:19|20)\d\d|(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}"
    r"|\d{1,2}[\s./-]+[^\W\d_]{3,}[\s./-]+(?:19|20)\d\d",
)


def family_reference(value: object, field: str) -> str:
    """`value` where it is one word with a digit in it, which no name is, and neither a NIK nor a day.

    Raises:
        InvalidValueError: It is none; what was given is not told.

    >>> family_reference("kk-0017", "family")
    'kk-0017'
    >>> family_reference("Siti Aminah", "family")
    Traceback (most recent call last):
    ...
    kesos.errors.InvalidValueError: family: this is no reference to a family: ...
    """
    if type(value) is str and _PLAIN.fullmatch(value):
        return value
    found = checks.untraceable(value, field)
    if DAY.fullmatch(found):
        raise InvalidValueError("identifying.birth_date", field=field, value=REDACTED)
    if not (_REFERENCE.fullmatch(found) and any(map(str.isdigit, found))):
        raise InvalidValueError("identifying.words", field=field, value=REDACTED)
    return found
