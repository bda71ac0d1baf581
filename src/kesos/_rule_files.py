"""What files of rules have in common: how one is opened, that it is TOML, and that citations are of its own source."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Any

from kesos import _checks as checks
from kesos._paths import opening
from kesos.errors import FaultsError, InvalidValueError
from kesos.records import Before, Plain, Reader, tables
from kesos.values import KNOWN
from kesos.words import Said, hint

FORMAT = 1
LARGEST_FILE = 256 * 1024
"""Bytes. What is described here is a few pages; what is larger is no such file."""
MOST_DOTS = 200
"""On one line. Python's own reader takes ten seconds for a key of 20,000 dotted parts; no line of prose has so many."""

_INHERITED = ("regulation", "quoted_in", "known")
_PLACES = ("locator", "table")


def read_text(path: str | os.PathLike[str], refusal: type[FaultsError], largest: int = LARGEST_FILE) -> str:
    """The text of a file, with or without a byte order mark.

    Raises:
        FaultsError: As `refusal`: it is a pipe or a device, too large, or not UTF-8.
        InvalidValueError: `path` is not a path.
        FileError: There is no such file, or it cannot be opened, as a folder cannot.
    """
    from pathlib import Path

    try:
        file_path = Path(path)
        if b"\0" in os.fsencode(file_path):
            raise ValueError
    except (TypeError, ValueError):  # no text in a system's letters is a ValueError of Python's own
        raise InvalidValueError("not_a_path", field="path", value=path) from None
    with opening(path, "path"):
        endless = checks.is_endless(file_path)
    if endless:
        raise refusal(faults=(InvalidValueError("not_a_path.file", field="file", value=file_path.name),))
    with opening(path, "path"), file_path.open("rb") as file:
        content = file.read(largest + 1)
    if len(content) > largest:
        raise refusal(faults=(_too_large(file_path.name, largest),))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        fault = InvalidValueError("not_utf_8", field=f"byte {error.start}", value=file_path.name)
        raise refusal(faults=(fault,)) from None


def parse(text: str, refusal: type[FaultsError], largest: int = LARGEST_FILE) -> Plain:
    """The text as TOML.

    Raises:
        FaultsError: As `refusal`: it is too long, too deep, or not TOML.
    """
    import tomllib

    checks.instance(text, "text", str)
    text = text.removeprefix("\ufeff")
    # counted in bytes, as in a file; a text that is longer in letters is not encoded to find out
    if len(text) > largest or len(text.encode("utf-8", "surrogatepass")) > largest:
        raise refusal(faults=(_too_large(None, largest),))
    if any(line.count(".") > MOST_DOTS for line in text.split("\n")):
        raise refusal(faults=(InvalidValueError("too_deep", field="file", most=MOST_DOTS),))
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # an int of 5,000 digits is a ValueError of Python's own
        fault = InvalidValueError("not_toml", field="file", reason=str(error))
        raise refusal(faults=(fault,)) from None


def without_format(raw: Plain, reader: Reader) -> Plain:
    """The table without its `format`, which has to be one that is known."""
    found = raw.get("format")
    if found is None:
        reader.missing("format")
    elif type(found) is not int or found != FORMAT:
        reader.faults.append(InvalidValueError("unknown_format", field="format", value=found, known=FORMAT))
    return {key: value for key, value in raw.items() if key != "format"}


def inheriting(raw: Plain) -> Before:
    """How a citation of a file is read: without a regulation it is of the file's own source, and says where in it."""
    source = raw.get("source")
    shared = {key: source[key] for key in _INHERITED if key in source} if isinstance(source, dict) else {}
    if shared.get("known") not in KNOWN:  # a fault of the file's source is noted there, not at every citation
        shared.pop("known", None)

    def read(raw: Plain, path: str, reader: Reader) -> Plain:
        if "regulation" not in raw:
            if not any(place in raw for place in _PLACES):
                reader.missing(f"{path}.locator")
            return {**shared, **raw}
        if "known" not in raw:
            reader.missing(f"{path}.known")
        return raw

    return read


def inherit(plain: Plain, names: Iterable[str] = ("citation",)) -> None:
    """What every citation of a file shares with the file's own source is said once, at its head."""
    source = plain.get("source")
    if source is None:
        return
    for holder in tables(plain):
        for name in names:
            held = holder.get(name)
            if isinstance(held, list):
                holder[name] = [_shortened(each, source) for each in held]
            elif held is not None:
                holder[name] = _shortened(held, source)


def _shortened(citation: Any, source: Plain) -> Any:
    same = all(citation.get(key) == source.get(key) for key in _INHERITED)
    if not same or not any(place in citation for place in _PLACES):
        return citation
    return {key: value for key, value in citation.items() if key not in _INHERITED}


def _too_large(path: str | None, largest: int) -> InvalidValueError:
    return InvalidValueError("too_large.file", field="file", value=path, most=largest)


BOTH_LANGUAGES = hint("write", what='{ id = "...", en = "..." }')
HINTS: dict[str, Said] = {
    "format": hint("write", what=f"format = {FORMAT}"),
    **dict.fromkeys(("name", "reason"), BOTH_LANGUAGES),
    "citation": hint("write", what='citation = { locator = "Pasal ..." }'),
    "known": hint("write_one_of", known=KNOWN),
}
"""What to write in the fields that files of every kind have."""

__all__ = [
    "BOTH_LANGUAGES",
    "FORMAT",
    "HINTS",
    "LARGEST_FILE",
    "MOST_DOTS",
    "inherit",
    "inheriting",
    "parse",
    "read_text",
    "without_format",
]
