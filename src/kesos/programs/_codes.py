"""The codes of programmes and of the registers that they draw on."""

from __future__ import annotations

import re

from kesos.errors import InvalidValueError

CODE = re.compile(r"[A-Z][A-Z0-9]*(_[A-Z0-9]+)*", re.ASCII)
LONGEST_CODE = 64


def check_code(code: object, field: str) -> None:
    """That it is upper-case ASCII letters, digits and _."""
    if not (isinstance(code, str) and len(code) <= LONGEST_CODE and CODE.fullmatch(code)):
        raise InvalidValueError("not_a_code", field=field, value=code, longest=LONGEST_CODE)


__all__ = ["CODE", "LONGEST_CODE", "check_code"]
