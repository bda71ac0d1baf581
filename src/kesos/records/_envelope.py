"""Values as JSON records that say what they are, and back: the envelope that every answer and finding travels in."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final, TypeVar

from kesos.errors import InvalidValueError, RecordError, VerificationError, show_value
from kesos.records._plain import Plain, read_plain
from kesos.values import Text

FORMAT: Final = 1
"""The number of the record format; it changes when an older reader could misunderstand a record."""

T = TypeVar("T")


def enveloped(kind: str, plain: Plain) -> Plain:
    """A record: the number of the format, the kind of thing, and the thing.

    >>> enveloped("text", {"id": "Beras", "en": "Rice"})
    {'kesos': 1, 'kind': 'text', 'id': 'Beras', 'en': 'Rice'}
    """
    return {"kesos": FORMAT, "kind": kind, **plain}


def as_json(record: Plain) -> str:
    """A record as JSON text.

    >>> json.loads(as_json(enveloped("relief", {})))
    {'kesos': 1, 'kind': 'relief'}
    """
    return json.dumps(record, ensure_ascii=False, indent=2)


def load_record(record: Mapping[str, Any] | str) -> Plain:
    """A record, or the JSON text of one, as a dictionary.

    Raises:
        RecordError: It is no JSON, names a key twice, or is of another format.
    """
    if isinstance(record, str):
        try:
            record = json.loads(record, object_pairs_hook=_once)
        except (ValueError, RecursionError) as error:
            raise _refused("record", record, f"bukan JSON: {error}", f"is not JSON: {error}") from None
    if not isinstance(record, Mapping):
        raise _refused("record", record, "bukan catatan", "is no record")
    if type(record.get("kesos")) is not int or record["kesos"] != FORMAT:
        raise _refused("kesos", record.get("kesos"), f"bukan format {FORMAT}", f"is not format {FORMAT}")
    return dict(record)


def opened(kind: str, cls: type[T], record: Mapping[str, Any] | str) -> T:
    """What a record of this kind holds, as a `cls`.

    Raises:
        RecordError: The record is damaged or of another kind; every fault has its path.

    >>> opened("text", Text, enveloped("text", {"id": "Beras", "en": "Rice"}))
    Text(id='Beras', en='Rice')
    """
    plain = load_record(record)
    if plain.get("kind") != kind:
        raise _refused("kind", plain.get("kind"), f"bukan {kind!r}", f"is not {kind!r}")
    return read_plain(cls, {key: value for key, value in plain.items() if key not in ("kesos", "kind")})


def _once(pairs: list[tuple[str, Any]]) -> Plain:
    keys = dict(pairs)
    if len(keys) < len(pairs):
        twice = next(key for number, (key, _) in enumerate(pairs) if key in dict(pairs[:number]))
        raise ValueError(f"{twice!r} is there twice (duplicate)")
    return keys


def _refused(path: str, value: object, indonesian: str, english: str) -> RecordError:
    shown = show_value(value)
    fault = InvalidValueError(
        Text(f"{shown} {indonesian}", f"{shown} {english}"), field=path, value=value, code="damaged"
    )
    return RecordError(Text("catatan ini rusak", "this record is damaged"), faults=(fault,), value=value)


def load_to_verify(record: Mapping[str, Any] | str) -> Plain:
    """A record whose answer is about to be computed again.

    Raises:
        VerificationError: It is no record at all.
    """
    try:
        return load_record(record)
    except RecordError as error:
        fault = error.faults[0]
        raise VerificationError(fault.problem, field=fault.field, value=fault.value, code=fault.code) from None


def check_same(given: Mapping[str, Any], computed: Plain) -> None:
    """Says nothing where a record is what computing it again gives.

    Raises:
        VerificationError: It is not; `.field` is the first path that differs, `.value` what the record says there.

    >>> check_same({"days": 3}, {"days": 3})
    """
    for path, said, expected in _differences(given, computed, ""):
        raise VerificationError(
            Text(
                f"{show_value(said)} bukan {show_value(expected)} seperti yang dihitung kembali",
                f"{show_value(said)} is not {show_value(expected)}, which is what computing it again gives",
            ),
            field=path,
            value=said,
            code="differs",
        )


def _differences(given: Any, computed: Any, path: str) -> Iterator[tuple[str, Any, Any]]:
    """Where two plain values differ, in order; a quantity differs as a whole, and 1 is not 1.0 and not True."""
    if isinstance(given, Mapping) and isinstance(computed, dict) and set(computed) != {"amount", "unit"}:
        for key in [*computed, *(key for key in given if key not in computed)]:
            where = f"{path}.{key}" if path else str(key)
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
