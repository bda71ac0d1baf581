"""Values as JSON records that say what they are, and back: the envelope that every answer and finding travels in."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final, TypeVar

from kesos.errors import InvalidValueError, KesosError, RecordError
from kesos.records._read import read_plain
from kesos.records._write import Plain

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
        RecordError: It is not JSON, names a key twice, or is of another format.
    """
    if isinstance(record, str):
        try:
            record = json.loads(record, object_pairs_hook=_once)
        except (ValueError, RecursionError) as error:
            raise _damaged(InvalidValueError("damaged.json", field="record", value=record, reason=str(error))) from None
    if not isinstance(record, Mapping):
        raise _damaged(InvalidValueError("damaged", field="record", value=record))
    found = record.get("kesos")
    if type(found) is not int or found != FORMAT:
        raise _damaged(InvalidValueError("damaged.format", field="kesos", value=found, format=FORMAT))
    return dict(record)


def opened(kind: str, cls: type[T], record: Mapping[str, Any] | str) -> T:
    """What a record of this kind holds, as a `cls`.

    Raises:
        RecordError: The record is damaged or of another kind; every fault has its path.

    >>> from kesos.values import Text
    >>> opened("text", Text, enveloped("text", {"id": "Beras", "en": "Rice"}))
    Text(id='Beras', en='Rice')
    """
    plain = load_record(record)
    if plain.get("kind") != kind:
        raise _damaged(InvalidValueError("damaged.kind", field="kind", value=plain.get("kind"), kind=kind))
    return read_plain(cls, {key: value for key, value in plain.items() if key not in ("kesos", "kind")})


def _once(pairs: list[tuple[str, Any]]) -> Plain:
    keys = dict(pairs)
    if len(keys) < len(pairs):
        twice = next(key for number, (key, _) in enumerate(pairs) if key in dict(pairs[:number]))
        raise ValueError(f"{twice!r} is there twice (duplicate)")
    return keys


def _damaged(fault: KesosError) -> RecordError:
    return RecordError(faults=(fault,), value=fault.value)
