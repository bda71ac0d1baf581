"""Aid standards as TOML files, in and out: every fault of a file at once, each with its path."""

from __future__ import annotations

import os
from functools import lru_cache
from typing import cast

from kesos import _checks as checks
from kesos._rule_files import (
    BOTH_LANGUAGES,
    FORMAT,
    HINTS,
    LARGEST_FILE,
    MOST_DOTS,
    inherit,
    inheriting,
    parse,
    read_text,
    without_format,
)
from kesos.errors import InvalidValueError, StandardFileError
from kesos.hazards import Hazard
from kesos.records import Before, Plain, Reader, digest_of, to_plain
from kesos.standards._items import Item
from kesos.standards._standard import AidStandard
from kesos.values import Citation
from kesos.words import hint


def load_standard(path: str | os.PathLike[str]) -> AidStandard:
    """The standard in a TOML file.

    Raises:
        StandardFileError: The file is too large, not UTF-8, not TOML, or not a standard; it lists every fault.
        InvalidValueError: `path` is not a path.
        FileError: The file cannot be opened.
    """
    return loads_standard(read_text(path, StandardFileError))


def loads_standard(text: str) -> AidStandard:
    """The standard in the text of a TOML file.

    Raises:
        StandardFileError: The text is too long, not TOML, or not a standard; it lists every fault with its path.

    >>> loads_standard("format = 1")
    Traceback (most recent call last):
    ...
    kesos.errors.StandardFileError: this is not a standard
    - code: is missing
    - title: is missing. Write { id = "...", en = "..." }.
    ...
    """
    return _standard(parse(text, StandardFileError))


def dumps_standard(standard: AidStandard) -> str:
    """The standard as the text of a TOML file, always the same text for the same standard.

    Reading it back gives an equal standard, and writing that gives the same text.

    >>> from kesos.standards import PEDUM_2003
    >>> loads_standard(dumps_standard(PEDUM_2003)) == PEDUM_2003
    True
    """
    import tomli_w

    checks.instance(standard, "standard", AidStandard)
    return tomli_w.dumps({"format": FORMAT, **_plain_standard(standard)})


def digest(standard: AidStandard) -> str:
    """The SHA-256 of all that the standard says: two standards of one digest say the same.

    It is taken of the plain form as UTF-8 JSON with sorted keys, so that it does not depend on how a file is written.

    >>> from kesos.standards import PEDUM_2003
    >>> digest(PEDUM_2003) == digest(loads_standard(dumps_standard(PEDUM_2003)))
    True
    """
    return _digest(checks.instance(standard, "standard", AidStandard))


@lru_cache(maxsize=64)
def _digest(standard: AidStandard) -> str:
    return digest_of(standard)


def _plain_standard(standard: AidStandard) -> Plain:
    plain: Plain = to_plain(standard)
    # A file names every hazard that it brings along in full, also one that happens to be well known.
    plain = {**plain, **({"hazards": [_own_hazard(each) for each in standard.hazards]} if standard.hazards else {})}
    for item in (item for package in plain["packages"] for item in package["items"]):
        if not {"amount", "rates"} & set(item):
            item["unspecified"] = True
    inherit(plain)
    return plain


def _own_hazard(hazard: Hazard) -> Plain:
    words = {"words": list(hazard.words)} if hazard.words else {}
    return {"code": hazard.code, "name": to_plain(hazard.name), **words}


def _standard(raw: Plain) -> AidStandard:
    before: dict[type, Before] = {Citation: inheriting(raw), Item: _specified}
    reader = Reader(before, hints=_HINTS, also={Item: ("unspecified",)})
    standard = reader.read(AidStandard, without_format(raw, reader), "")
    if reader.faults:
        raise StandardFileError(faults=tuple(reader.faults))
    return cast(AidStandard, standard)


_HINTS = {
    **HINTS,
    **dict.fromkeys(("about", "need", "note", "priority", "title"), BOTH_LANGUAGES),
    "end": hint("write_end"),
    "start": hint("write_start"),
    "beyond": hint("write_either", one='beyond = "decision"', other='beyond = "refused"'),
    "amount": hint("write_amount"),
}


def _specified(raw: Plain, path: str, reader: Reader) -> Plain:
    """A blank is said in so many words, so that a forgotten amount is not taken for one."""
    given = [key for key in ("amount", "rates", "unspecified") if key in raw]
    if raw.get("rates") == []:
        reader.faults.append(InvalidValueError("empty.table", field=f"{path}.rates", value=[]))
    if raw.get("unspecified", True) is not True or len(given) != 1:
        reader.faults.append(InvalidValueError("missing.amount", field=f"{path}.amount", value=raw.get("amount")))
    return {key: value for key, value in raw.items() if key != "unspecified"}


__all__ = ["FORMAT", "LARGEST_FILE", "MOST_DOTS", "digest", "dumps_standard", "load_standard", "loads_standard"]
