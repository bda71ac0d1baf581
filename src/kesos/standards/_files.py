"""Aid standards as TOML files, in and out: every fault of a file at once, each with its path."""

from __future__ import annotations

import os
from functools import lru_cache, partial
from typing import cast

from kesos import _checks as checks
from kesos.errors import InvalidValueError, KesosError, StandardFileError
from kesos.hazards import Hazard
from kesos.records import Before, Plain, Reader, digest_of, tables, to_plain
from kesos.standards._items import Item
from kesos.standards._standard import AidStandard
from kesos.values import KNOWN, Citation
from kesos.words import hint

FORMAT = 1
LARGEST_FILE = 256 * 1024
"""Bytes. A standard is a few pages; what is larger is not one."""
MOST_DOTS = 200
"""On one line. Python's own reader takes ten seconds for a key of 20,000 dotted parts; no line of prose has so many."""

_INHERITED = ("regulation", "quoted_in", "known")


def load_standard(path: str | os.PathLike[str]) -> AidStandard:
    """The standard in a TOML file.

    Raises:
        StandardFileError: The file is too large, not UTF-8, not TOML, or not a standard; it lists every fault.
        InvalidValueError: `path` is not a path.
        OSError: The file cannot be opened.
    """
    from pathlib import Path

    try:
        with Path(path).open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except (TypeError, ValueError):  # a NUL in it is a ValueError of Python's own
        raise InvalidValueError("not_a_path", field="path", value=path) from None
    if len(content) > LARGEST_FILE:
        raise _refusal(_too_large(os.fspath(path)))
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        fault = InvalidValueError("not_utf_8", field=f"byte {error.start}", value=os.fspath(path))
        raise _refusal(fault) from None
    return loads_standard(text)


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
    import tomllib

    checks.instance(text, "text", str)
    # counted in bytes, as in a file; a text that is longer in letters is not encoded to find out
    if len(text) > LARGEST_FILE or len(text.encode("utf-8", "surrogatepass")) > LARGEST_FILE:
        raise _refusal(_too_large(None))
    if any(line.count(".") > MOST_DOTS for line in text.split("\n")):
        raise _refusal(InvalidValueError("too_deep", field="file", most=MOST_DOTS))
    try:
        raw = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # an int of 5,000 digits is a ValueError of Python's own
        raise _refusal(InvalidValueError("not_toml", field="file", reason=str(error))) from None
    return _standard(raw)


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


def _too_large(path: str | None) -> InvalidValueError:
    return InvalidValueError("too_large.file", field="file", value=path, most=LARGEST_FILE)


def _refusal(*faults: KesosError) -> StandardFileError:
    return StandardFileError(faults=faults)


def _plain_standard(standard: AidStandard) -> Plain:
    plain: Plain = to_plain(standard)
    # A file names every hazard that it brings along in full, also one that happens to be well known.
    plain = {**plain, **({"hazards": [_own_hazard(each) for each in standard.hazards]} if standard.hazards else {})}
    source = plain["source"]
    for item in (item for package in plain["packages"] for item in package["items"]):
        if not {"amount", "rates"} & set(item):
            item["unspecified"] = True
    for holder in tables(plain):
        citation = holder.get("citation")
        # What every citation of a file shares with the file's own source is said once, at its head.
        if citation and all(citation.get(key) == source.get(key) for key in _INHERITED) and "locator" in citation:
            holder["citation"] = {key: value for key, value in citation.items() if key not in _INHERITED}
    return plain


def _own_hazard(hazard: Hazard) -> Plain:
    words = {"words": list(hazard.words)} if hazard.words else {}
    return {"code": hazard.code, "name": to_plain(hazard.name), **words}


def _standard(raw: Plain) -> AidStandard:
    source = raw.get("source")
    shared = {key: source[key] for key in _INHERITED if key in source} if isinstance(source, dict) else {}
    before: dict[type, Before] = {Citation: partial(_inherit, shared), Item: _specified}
    reader = Reader(before, hints=_HINTS, also={Item: ("unspecified",)})
    found = raw.get("format")
    if found is None:
        reader.missing("format")
    elif type(found) is not int or found != FORMAT:
        reader.faults.append(InvalidValueError("unknown_format", field="format", value=found, known=FORMAT))
    standard = reader.read(AidStandard, {key: value for key, value in raw.items() if key != "format"}, "")
    if reader.faults:
        raise _refusal(*reader.faults)
    return cast(AidStandard, standard)


_BOTH_LANGUAGES = hint("write", what='{ id = "...", en = "..." }')
_HINTS = {
    "format": hint("write", what=f"format = {FORMAT}"),
    "title": _BOTH_LANGUAGES,
    "name": _BOTH_LANGUAGES,
    "note": _BOTH_LANGUAGES,
    "reason": _BOTH_LANGUAGES,
    "priority": _BOTH_LANGUAGES,
    "need": _BOTH_LANGUAGES,
    "about": _BOTH_LANGUAGES,
    "citation": hint("write", what='citation = { locator = "Pasal ..." }'),
    "end": hint("write_end"),
    "start": hint("write_start"),
    "beyond": hint("write_either", one='beyond = "decision"', other='beyond = "refused"'),
    "known": hint("write_one_of", known=KNOWN),
    "amount": hint("write_amount"),
}


def _inherit(shared: Plain, raw: Plain, path: str, reader: Reader) -> Plain:
    """A citation without a regulation is of the file's own source, and then says where in it."""
    if "regulation" not in raw:
        if "locator" not in raw:
            reader.missing(f"{path}.locator")
        if shared.get("known") not in KNOWN:  # a fault of the file's source is noted there, not at every citation
            shared = {key: value for key, value in shared.items() if key != "known"}
        raw = {**shared, **raw}
    elif "known" not in raw:
        reader.missing(f"{path}.known")
    return raw


def _specified(raw: Plain, path: str, reader: Reader) -> Plain:
    """A blank is said in so many words, so that a forgotten amount is not taken for one."""
    given = [key for key in ("amount", "rates", "unspecified") if key in raw]
    if raw.get("unspecified", True) is not True or len(given) != 1:
        reader.faults.append(InvalidValueError("missing.amount", field=f"{path}.amount", value=raw.get("amount")))
    return {key: value for key, value in raw.items() if key != "unspecified"}


__all__ = ["FORMAT", "LARGEST_FILE", "MOST_DOTS", "digest", "dumps_standard", "load_standard", "loads_standard"]
