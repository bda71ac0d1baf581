"""Records: values as JSON that says what it is, and back; what an answer and a finding travel in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, TypeVar

from kesos import _checks as checks
from kesos._version import __version__
from kesos.errors import InvalidValueError, KesosError, RecordError
from kesos.records._fields import Plain
from kesos.records._read import read_plain

FORMAT: Final = 1
"""The number of the record format; it changes when an older reader could misunderstand a record."""
VERSION: Final = __version__
"""The version of kesos that writes a record; another one may read it."""
LARGEST_TEXT: Final = 64 * 1024 * 1024
"""The longest text that is read as a record, in characters, or in bytes where it is bytes."""
_WIDEST_INDENT = 16
HEAD = ("kesos", "format", "kind")

T = TypeVar("T")


def enveloped(kind: str, plain: Plain) -> Plain:
    """A record: by which kesos it was written, the number of the format, the kind of thing, and the thing.

    >>> list(enveloped("text", {"id": "Beras", "en": "Rice"}))
    ['kesos', 'format', 'kind', 'id', 'en']
    """
    return {"kesos": VERSION, "format": FORMAT, "kind": kind, **plain}


def as_json(plain: Plain, indent: int | None = None) -> str:
    """Plain values as JSON text; an `indent` makes it longer, and several times slower to write.

    >>> as_json({"id": "Beras", "en": "Rice"})
    '{"id":"Beras","en":"Rice"}'
    """
    import json

    if indent is not None:
        indent = checks.within(indent, "indent", least=0, most=_WIDEST_INDENT)
    try:
        return json.dumps(plain, ensure_ascii=False, indent=indent, separators=(",", ":") if indent is None else None)
    except ValueError:  # Python writes no whole number of more than 4,300 digits
        raise InvalidValueError("cannot_be_written", field="record", value=plain, kind="int") from None


def from_json(record: Mapping[str, Any] | str | bytes) -> Plain:
    """JSON text as a dictionary; what is one already stays one.

    Raises:
        RecordError: It is too long, not JSON, names a key twice, or is no object.
    """
    if isinstance(record, (str, bytes)):
        if len(record) > LARGEST_TEXT:
            raise damaged(InvalidValueError("too_large.record", field="record", most=LARGEST_TEXT))
        import json

        # a byte order mark, as Notepad writes one, which json takes off bytes only
        text = record.removeprefix("\ufeff") if isinstance(record, str) else record
        try:
            record = json.loads(text, object_pairs_hook=_once)
        except (ValueError, RecursionError) as error:
            # what cannot be read may be about a person: it is not repeated
            raise damaged(InvalidValueError("damaged.json", field="record", reason=str(error))) from None
    if not isinstance(record, Mapping):
        raise damaged(InvalidValueError("damaged", field="record", value=record))
    return dict(record)


def load_record(record: Mapping[str, Any] | str | bytes) -> Plain:
    """A record, or the JSON text of one, as a dictionary.

    Raises:
        RecordError: It is not JSON, names a key twice, or is of another format.
    """
    plain = from_json(record)
    found = plain.get("format")
    if type(found) is not int or found != FORMAT:
        raise damaged(InvalidValueError("damaged.format", field="format", value=found, format=FORMAT))
    if not isinstance(plain.get("kesos"), str):
        raise damaged(InvalidValueError("damaged.version", field="kesos", value=plain.get("kesos")))
    return plain


def opened(kind: str, cls: type[T], record: Mapping[str, Any] | str | bytes) -> T:
    """What a record of this kind holds, as a `cls`.

    Raises:
        RecordError: The record is damaged or of another kind; every fault has its path.

    >>> from kesos.values import Text
    >>> opened("text", Text, enveloped("text", {"id": "Beras", "en": "Rice"}))
    Text(id='Beras', en='Rice')
    """
    plain = load_record(record)
    if plain.get("kind") != kind:
        raise damaged(InvalidValueError("damaged.kind", field="kind", value=plain.get("kind"), kind=kind))
    return read_plain(cls, {key: value for key, value in plain.items() if key not in HEAD})


def _once(pairs: list[tuple[str, Any]]) -> Plain:
    keys = dict(pairs)
    if len(keys) < len(pairs):
        seen: set[str] = set()
        twice = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
        raise ValueError(f"{twice!r} is there twice (duplicate)")
    return keys


def damaged(fault: KesosError) -> RecordError:
    """The refusal of a record for one fault."""
    return RecordError(faults=(fault,), value=fault.value)
