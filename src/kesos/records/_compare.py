"""A record held against what computing it again gives: the first difference, with its path."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from kesos.errors import RecordError, VerificationError, join_path
from kesos.records._envelope import load_record
from kesos.records._write import Plain
from kesos.words import show_value


def load_to_verify(record: Mapping[str, Any] | str) -> Plain:
    """A record whose answer is about to be computed again.

    Raises:
        VerificationError: It is not a record at all.
    """
    try:
        return load_record(record)
    except RecordError as error:
        raise error.faults[0].become(VerificationError) from None


def check_same(given: Mapping[str, Any], computed: Plain) -> None:
    """Says nothing where a record is what computing it again gives.

    Raises:
        VerificationError: It is not; `.field` is the first path that differs, `.value` what the record says there.

    >>> check_same({"days": 3}, {"days": 3})
    """
    for path, said, expected in _differences(given, computed, ""):
        raise VerificationError("differs", field=path, value=said, computed=show_value(expected))


def _differences(given: Any, computed: Any, path: str) -> Iterator[tuple[str, Any, Any]]:
    """Where two plain values differ, in order; a quantity differs as a whole, and 1 is not 1.0 and not True."""
    if isinstance(given, Mapping) and isinstance(computed, dict) and set(computed) != {"amount", "unit"}:
        for key in [*computed, *(key for key in given if key not in computed)]:
            where = join_path(path, str(key))
            if (key in given) != (key in computed):
                yield where, given.get(key), computed.get(key)
            else:
                yield from _differences(given[key], computed[key], where)
    elif isinstance(given, list) and isinstance(computed, list) and len(given) == len(computed):
        for number, (said, expected) in enumerate(zip(given, computed, strict=True)):
            yield from _differences(said, expected, f"{path}[{number}]")
    elif not _same(given, computed):
        yield path, given, computed


def _same(given: Any, computed: Any) -> bool:
    if isinstance(given, dict) and isinstance(computed, dict):
        return given.keys() == computed.keys() and all(_same(given[key], computed[key]) for key in computed)
    return type(given) is type(computed) and bool(given == computed)
