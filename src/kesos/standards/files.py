"""Aid standards as TOML files, in and out: every fault of a file at once, each with its path."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, get_args, get_origin

import attrs

from kesos import checks
from kesos.errors import FaultsError, InvalidValueError, KesosError, StandardFileError, show_value
from kesos.periods import Period
from kesos.quantities import Rounding, Unit
from kesos.sources import Citation
from kesos.standards.types import AidStandard
from kesos.texts import Text

FORMAT = 1
LARGEST_FILE = 256 * 1024
"""Bytes. A standard is a few pages; what is larger is no standard."""

_INHERITED = ("regulation", "quoted_in", "known")
Json = dict[str, Any]


def load_standard(path: str | os.PathLike[str]) -> AidStandard:
    """The standard in a TOML file.

    Raises:
        StandardFileError: The file is too large, not UTF-8, not TOML, or not a standard; it lists every fault.
        OSError: The file cannot be opened.
    """
    with Path(path).open("rb") as file:
        content = file.read(LARGEST_FILE + 1)
    if len(content) > LARGEST_FILE:
        raise _file_fault("file", os.fspath(path), *_TOO_LARGE, code="too_large")
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _file_fault(
            f"byte {error.start}", os.fspath(path), "bukan UTF-8", "is not UTF-8", code="not_utf_8"
        ) from None
    return loads_standard(text)


def loads_standard(text: str) -> AidStandard:
    """The standard in the text of a TOML file.

    Raises:
        StandardFileError: The text is too long, not TOML, or not a standard; it lists every fault with its path.

    >>> loads_standard("format = 1")
    Traceback (most recent call last):
    ...
    kesos.errors.StandardFileError: this is no standard
    - code: is missing
    - title: is missing
    ...
    """
    import tomllib

    checks.instance(text, "text", str)
    if len(text) > LARGEST_FILE:
        raise _file_fault("file", len(text), *_TOO_LARGE, code="too_large")
    try:
        raw = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # an int of 5,000 digits is a ValueError of Python's own
        raise _file_fault("file", None, f"bukan TOML: {error}", f"is not TOML: {error}", code="not_toml") from None
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


@lru_cache(maxsize=64)
def digest(standard: AidStandard) -> str:
    """The SHA-256 of the standard's text: two standards of one digest say the same.

    >>> from kesos.standards import PEDUM_2003
    >>> digest(PEDUM_2003) == digest(loads_standard(dumps_standard(PEDUM_2003)))
    True
    """
    return hashlib.sha256(dumps_standard(standard).encode()).hexdigest()


_TOO_LARGE = (f"lebih dari {LARGEST_FILE} bita", f"is larger than {LARGEST_FILE} bytes")


def _file_fault(field: str, value: object, indonesian: str, english: str, *, code: str) -> StandardFileError:
    return _refusal([InvalidValueError(Text(indonesian, english), field=field, value=value, code=code)])


def _refusal(faults: list[KesosError]) -> StandardFileError:
    return StandardFileError(Text("ini bukan standar", "this is no standard"), faults=tuple(faults))


# --- out -------------------------------------------------------------------------------------------------------------


def _plain_standard(standard: AidStandard) -> Json:
    plain: Json = _plain(standard)
    source = plain["source"]
    for holder in _tables(plain):
        citation = holder.get("citation")
        # What every citation of a file shares with the file's own source is said once, at its head.
        if citation and all(citation.get(key) == source.get(key) for key in _INHERITED) and "locator" in citation:
            holder["citation"] = {key: value for key, value in citation.items() if key not in _INHERITED}
    return plain


def _plain(value: Any) -> Any:
    if isinstance(value, Unit):
        return value.code
    if isinstance(value, Period):
        return value.iso
    if isinstance(value, Rounding):
        return value.value
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if not attrs.has(type(value)):
        return value
    plain: Json = {}
    for field in attrs.fields(type(value)):
        part = getattr(value, field.name)
        if field.init and part is not None and (part != field.default or field.default is attrs.NOTHING):
            plain[field.name] = _plain(part)
        elif field.name == "amount" and part is None:
            plain["unspecified"] = True
    return plain


def _tables(value: Any) -> Iterator[Json]:
    if isinstance(value, dict):
        yield value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _tables(part)


# --- in --------------------------------------------------------------------------------------------------------------


class _Faulty:
    """Stands where a value could not be read, so that the faults around it are still found."""


_FAULTY = _Faulty()


def _standard(raw: Json) -> AidStandard:
    faults: list[KesosError] = []
    if raw.get("format", FORMAT) != FORMAT or isinstance(raw.get("format"), bool):
        faults.append(
            InvalidValueError(
                Text(f"format {show_value(raw['format'])} tidak dikenal", f"{show_value(raw['format'])} is not known"),
                field="format",
                value=raw["format"],
                code="unknown_format",
                hint=Text(f"format = {FORMAT}", f"format = {FORMAT}"),
            )
        )
    elif "format" not in raw:
        faults.append(_missing("format"))
    source = raw.get("source")
    shared = {key: source[key] for key in _INHERITED if key in source} if isinstance(source, dict) else {}
    rest = {key: value for key, value in raw.items() if key != "format"}
    standard = _Reader(shared, faults).read(AidStandard, rest, "")
    if faults:
        raise _refusal(faults)
    assert isinstance(standard, AidStandard)
    return standard


def _missing(path: str, hint: Text | None = None) -> InvalidValueError:
    return InvalidValueError(Text("tidak ada", "is missing"), field=path, value=None, code="missing", hint=hint)


def _wrong(path: str, value: object, indonesian: str, english: str) -> InvalidValueError:
    return InvalidValueError(
        Text(f"{show_value(value)} bukan {indonesian}", f"{show_value(value)} is not {english}"),
        field=path,
        value=value,
        code="wrong_type",
    )


class _Reader:
    """Reads plain TOML values into the classes of a standard, and goes on where a value is at fault."""

    def __init__(self, shared: Json, faults: list[KesosError]) -> None:
        self.shared = shared
        self.faults = faults

    def read(self, kind: Any, raw: Any, path: str) -> Any:
        """`raw` as a `kind`, or `_FAULTY` with its faults noted."""
        options = get_args(kind)
        if type(None) in options and len(options) == 2:
            kind = options[0]
        if attrs.has(kind) and kind not in _READERS:
            return self._read_class(kind, raw, path)
        if get_origin(kind) is tuple:
            return self._read_list(get_args(kind)[0], raw, path)
        try:
            return _read_value(kind, raw, path)
        except KesosError as error:
            self._note(error, path)
            return _FAULTY

    def _note(self, error: KesosError, path: str) -> None:
        """One fault, or each of several, with the path to it in the place of a bare field."""
        for fault in error.faults if isinstance(error, FaultsError) else (error,):
            inner = fault.field if fault.field and not path.endswith(fault.field) else None
            where = ".".join(part for part in (path, inner) if part)
            self.faults.append(
                InvalidValueError(fault.problem, field=where, value=fault.value, hint=fault.hint, code=fault.code)
            )

    def _read_list(self, kind: Any, raw: Any, path: str) -> Any:
        if not isinstance(raw, list):
            self.faults.append(_wrong(path, raw, "daftar", "a list"))
            return _FAULTY
        parts = [self.read(kind, each, f"{path}[{_name(each, number)}]") for number, each in enumerate(raw)]
        return _FAULTY if _FAULTY in parts else tuple(parts)

    def _read_class(self, kind: Any, raw: Any, path: str) -> Any:
        if not isinstance(raw, dict):
            self.faults.append(_wrong(path, raw, "tabel", "a table"))
            return _FAULTY
        found = len(self.faults)
        if kind is Citation:
            raw = self._inherit(raw, path)
        elif "amount" in attrs.fields_dict(kind):
            raw = self._specified(raw, path)
        fields = {field.name: field for field in attrs.fields(kind) if field.init}
        for key in raw:
            if key not in fields:
                self._note(_unknown_key(key, fields), f"{path}.{key}" if path else str(key))
        values: Json = {}
        for name, field in fields.items():
            where = f"{path}.{name}" if path else name
            if name in raw:
                values[name] = self.read(_types(kind)[name], raw[name], where)
            elif field.default is attrs.NOTHING:
                self.faults.append(_missing(where))
        if len(self.faults) > found:
            return _FAULTY
        try:
            return kind(**values)
        except KesosError as error:
            self._note(error, path)
            return _FAULTY

    def _inherit(self, raw: Json, path: str) -> Json:
        """A citation without a regulation is of the file's own source, and then says where in it."""
        if "regulation" not in raw:
            if "locator" not in raw:
                self.faults.append(_missing(f"{path}.locator"))
            return {**self.shared, **raw}
        if "known" not in raw:
            self.faults.append(_missing(f"{path}.known"))
        return raw

    def _specified(self, raw: Json, path: str) -> Json:
        """A blank is said in so many words, so that a forgotten amount is not taken for one."""
        if raw.get("unspecified", True) is not True or ("unspecified" in raw) == ("amount" in raw):
            self.faults.append(
                InvalidValueError(
                    Text("perlu amount, atau unspecified = true", "needs an amount, or unspecified = true"),
                    field=f"{path}.amount",
                    value=raw.get("amount"),
                    code="missing",
                )
            )
        return {key: value for key, value in raw.items() if key != "unspecified"}


def _name(raw: Any, number: int) -> str:
    code = raw.get("code") if isinstance(raw, dict) else None
    return code if isinstance(code, str) and 0 < len(code) <= 64 else str(number)


def _unknown_key(key: str, fields: Json) -> InvalidValueError:
    return InvalidValueError(
        Text("kunci ini tidak dikenal", "this key is not known"),
        field=None,
        value=key,
        code="unknown_key",
        hint=checks.did_you_mean(key, fields),
    )


@lru_cache
def _types(kind: type[Any]) -> dict[str, Any]:
    from typing import get_type_hints

    return get_type_hints(kind)


def _read_value(kind: Any, raw: Any, path: str) -> Any:
    """A value that is no table and no list; anything but exactly the right type is refused."""
    reader = _READERS.get(kind)
    if reader is not None:
        return reader(raw, path)
    options = get_args(kind)
    words = [word for option in options for word in (get_args(option) or (option,)) if isinstance(word, str)]
    if Period in options and raw not in words:  # a period, or a word such as "unknown"
        return Period.of(raw, path)
    return checks.choice(raw, path, words)


def _read_rounding(raw: Any, path: str) -> Rounding:
    return Rounding(checks.choice(raw, path, [each.value for each in Rounding]))


_READERS: dict[Any, Callable[[Any, str], Any]] = {
    int: checks.whole_number,
    str: checks.text,
    bool: checks.flag,
    Unit: Unit.of,
    Period: Period.of,
    Rounding: _read_rounding,
}
