"""A record held against what computing it again gives: every difference at once, each with its path."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from kesos.errors import FaultsError, InvalidValueError, KesosError, RecordError, VerificationError, join_path
from kesos.records._envelope import load_record
from kesos.records._fields import Plain

_STANDARD = re.compile(r"(^|\.)standard\.(code|digest)$")
_VERSION = re.compile(r"(.*\.)?kesos")


def load_to_verify(record: Mapping[str, Any] | str | bytes) -> Plain:
    """A record whose answer is about to be computed again.

    Raises:
        VerificationError: It is not a record at all.
    """
    try:
        return load_record(record)
    except RecordError as error:
        raise unverifiable(error) from None


def unverifiable(*errors: KesosError) -> VerificationError:
    """The refusal of a record that cannot be computed again; its code is that of the first fault."""
    faults = tuple(
        fault for error in errors for fault in (error.faults if isinstance(error, FaultsError) else (error,))
    )
    return VerificationError("damaged.record", code=faults[0].code, faults=faults)


def check_same(given: Mapping[str, Any], computed: Plain) -> None:
    """Says nothing where a record is what computing it again gives, by whichever version of kesos it was written.

    Raises:
        VerificationError: It is not; each of its faults is one path that differs.

    >>> check_same({"days": 3}, {"days": 3})
    """
    faults = tuple(
        InvalidValueError("differs", field=path, value=said, recorded=said, computed=expected)
        for path, said, expected in differences(given, computed)
    )
    if faults:
        changed = any(_STANDARD.search(fault.field or "") for fault in faults)
        raise VerificationError("standard_changed" if changed else "differs.record", faults=faults)


def differences(given: Any, computed: Any, path: str = "") -> Iterator[tuple[str, Any, Any]]:
    """Where two plain values differ, in order; a quantity differs as a whole, and 1 is not 1.0 and not True.

    >>> list(differences({"a": [1, 2], "b": 3}, {"a": [1, 5]}))
    [('a[1]', 2, 5), ('b', 3, None)]
    """
    if _VERSION.fullmatch(path) and isinstance(given, str):
        return
    if isinstance(given, Mapping) and isinstance(computed, dict) and set(computed) != {"amount", "unit"}:
        for key in [*computed, *(key for key in given if key not in computed)]:
            where = join_path(path, str(key))
            if (key in given) != (key in computed):
                yield where, given.get(key), computed.get(key)
            else:
                yield from differences(given[key], computed[key], where)
    elif isinstance(given, list) and isinstance(computed, list) and len(given) == len(computed):
        for number, (said, expected) in enumerate(zip(given, computed, strict=True)):
            yield from differences(said, expected, f"{path}[{number}]")
    elif not _same(given, computed):
        yield path, given, computed


def _same(given: Any, computed: Any) -> bool:
    if isinstance(given, dict) and isinstance(computed, dict):
        return given.keys() == computed.keys() and all(_same(given[key], computed[key]) for key in computed)
    return type(given) is type(computed) and bool(given == computed)
