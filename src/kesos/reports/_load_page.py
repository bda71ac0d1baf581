"""A report's file while it is read: its printed values with their lines and names, and whatever is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Mapping
from contextlib import contextmanager
from typing import Any, TypeVar

import attrs

from kesos import _checks as checks
from kesos.errors import FaultsError, InvalidValueError, KesosError, RecordError
from kesos.reports._load_values import need, text_of, value_of, whole
from kesos.values import Citation, Printed, Reading

T = TypeVar("T")


class Page:
    """Collects what is printed, on which line of the document's text, and every fault with the path to it.

    Args:
        document: How citations name the report.
        numbered: Whether everything in the file stands behind the number of its line in the document's text.
    """

    def __init__(self, document: str, *, numbered: bool = True) -> None:
        self.document = document
        self.numbered = numbered
        self.lines: list[tuple[int, Printed]] = []
        self.faults: list[KesosError] = []
        self._known: dict[str, Printed] = {}
        self._broken: list[str] = []

    @contextmanager
    def at(self, path: str) -> Generator[None]:
        """Notes what goes wrong inside with the path to it, and goes on."""
        try:
            yield
        except KesosError as error:
            self.faults += [fault for fault in _faults_at(error, path) if not self._follows(fault)]

    def lost(self, name: object) -> bool:
        """Whether what has this name, or holds it, could not be read, so that its absence is not a fault of its own."""
        return isinstance(name, str) and any(name == each or name.startswith(f"{each}/") for each in self._broken)

    def _follows(self, fault: KesosError) -> bool:
        return fault.code == "unknown_reference" and self.lost(fault.value)

    def each(self, data: Mapping[str, Any], key: str, read: Callable[[dict[str, Any]], T]) -> list[T]:
        """What `read` makes of each table of this list."""
        found: list[T] = []
        entries: tuple[Any, ...] = ()
        with self.at(key):
            entries = checks.items(data.get(key, ()), "")
        for index, entry in enumerate(entries):
            faults = len(self.faults)
            name = entry.get("code", entry.get("number")) if isinstance(entry, dict) else None
            with self.at(f"{key}[{index if name is None else name}]"):
                found.append(read(checks.instance(entry, "", dict)))
            if len(self.faults) > faults:
                self._broken += [f"{name}", f"cell:{name}"]
        return found

    def each_line(
        self, data: Mapping[str, Any], key: str, parts: tuple[str, ...], read: Callable[..., T], path: str = ""
    ) -> list[T]:
        """What `read` makes of each line of this block, of which it is given the parts."""
        found: list[T] = []
        block = ""
        with self.at(f"{path}{key}"):
            block = checks.instance(data.get(key, ""), "", str)
        for number, line in enumerate(block.strip().splitlines(), 1):
            with self.at(f"{path}{key}[{number}]"):
                given = [part.strip() for part in line.split("|")]
                if len(given) != len(parts):
                    raise InvalidValueError("wrong_length.parts", value=line, found=len(given), parts=parts)
                found.append(read(*given))
        return found

    def each_placed(
        self, data: Mapping[str, Any], key: str, parts: tuple[str, ...], read: Callable[..., T], path: str = ""
    ) -> list[T]:
        """The same of lines that are placed: `read` is given the number of the line first, or None in files without."""

        def placed(line: str, *given: str) -> T:
            return read(whole(line, "line"), *given)

        def anywhere(*given: str) -> T:
            return read(None, *given)

        if self.numbered:
            return self.each_line(data, key, ("line", *parts), placed, path)
        return self.each_line(data, key, parts, anywhere, path)

    def line_of(self, data: Mapping[str, Any]) -> int | None:
        """The number of the line that a table of the file stands on; None in files without."""
        return need(data, "line", int) if self.numbered else None

    def check(self) -> None:
        """Refuses what was read where anything was wrong with it.

        Raises:
            RecordError: Every fault, each with its path.
        """
        _refuse(self.faults)

    def find(self, name: object) -> Printed:
        """The printed value of this name: a figure's code, "cell:table/row/column" or "name:line/what it names"."""
        if isinstance(name, str) and name in self._known:
            return self._known[name]
        raise InvalidValueError("unknown_reference", value=name, hint=checks.did_you_mean(name, self._known))

    def source(self, where: str | None) -> Citation:
        """A citation of a section, or of "cell:table/row/column"; without either, of the document."""
        if where is not None and where.startswith("cell:"):
            return checks.instance(self.find(where).source, "source", Citation)
        return Citation(regulation=self.document, locator=where or None)

    def add(self, line: int | None, printed: Printed, name: str | None = None) -> Printed:
        """Keeps a printed value with its line and, for others to refer to, its name."""
        if name is not None:
            if name in self._known:
                raise InvalidValueError("duplicate.code", field="code", value=name)
            self._known[name] = printed
        if line is not None:
            self.lines.append((line, printed))
        return printed

    def name(self, name: str, printed: Printed) -> None:
        """Gives a printed value a name, unless another has it already."""
        self._known.setdefault(name, printed)

    def printed(self, line: int | None, where: str | None, text: str, value: Any = None) -> Printed:
        """A printed value at a place."""
        return self.add(line, Printed(text, value, source=self.source(where)))

    def given(self, data: Any, line: int | None, where: str | None) -> Printed:
        """A printed value inside another entry: given there, or with `same` what is printed elsewhere."""
        table = checks.instance(data, "", dict)
        if "same" in table:
            return self.find(table["same"])
        text = need(table, "text", str)
        return self.printed(table.get("line", line), table.get("at", where), text, value_of(table))


def check_keys(data: Mapping[str, Any], known: Iterable[str], path: str = "") -> None:
    """Refuses keys that nothing reads: a word that is misspelt is not passed over.

    Raises:
        RecordError: Each of them with its path.
    """
    words = tuple(known)
    _refuse(
        [
            InvalidValueError(
                "unknown_key.report", field=f"{path}{key}", value=key, hint=checks.did_you_mean(key, words)
            )
            for key in data
            if key not in words
        ]
    )


def _faults_at(error: KesosError, path: str) -> list[KesosError]:
    return [fault.at(path) for fault in (error.faults if isinstance(error, FaultsError) else (error,))]


def _refuse(faults: list[KesosError]) -> None:
    if faults:
        raise RecordError("record.report", faults=tuple(faults))


@contextmanager
def inside(path: str) -> Generator[None]:
    """Gives what is refused inside the path that leads there."""
    try:
        yield
    except KesosError as error:
        raise error.at(path) from None


def read_all(values: object, path: str, read: Callable[[Any], T]) -> list[T]:
    """What `read` makes of each of a list.

    Raises:
        RecordError: Every fault in it, each with its place in the list.
    """
    found: list[T] = []
    faults: list[KesosError] = []
    for number, value in enumerate(checks.items(values, path)):
        try:
            found.append(read(value))
        except KesosError as error:
            faults += _faults_at(error, f"{path}[{number}]")
    _refuse(faults)
    return found


def read_as(kind: type[T], data: Mapping[str, Any], printed: Callable[[Any], Printed], *, rest: str | None = None) -> T:
    """A `kind` from a table of the file, its fields read by their types.

    Args:
        kind: A class of `kesos.reports`.
        data: Its fields.
        printed: How a printed value is written there.
        rest: The field that gathers what is printed under every other key, where there is one.

    Raises:
        RecordError: Every fault of the table at once.
    """
    fields = {field.name: field for field in attrs.fields(kind)}  # type: ignore[arg-type]  # every class here is attrs
    given: dict[str, Any] = {}
    others: dict[str, Printed] = {}
    faults: list[KesosError] = []
    for key, value in data.items():
        try:
            if key in fields and key != rest:
                given[key] = _field(str(fields[key].type), value, printed)
            elif rest is not None:
                others[key] = printed(value)
            else:
                raise InvalidValueError("unknown_key.report", value=key, hint=checks.did_you_mean(key, fields))
        except KesosError as error:
            faults += _faults_at(error, key)
    for name, field in fields.items():
        if field.default is attrs.NOTHING and name not in data:
            faults.append(InvalidValueError("missing", field=name))
    _refuse(faults)
    return kind(**given) if rest is None else kind(**given, **{rest: others})


def _field(kind: str, value: Any, printed: Callable[[Any], Printed]) -> Any:
    if kind.startswith("tuple"):
        return tuple(read_all(value, "", lambda each: _field(kind.removeprefix("tuple"), each, printed)))
    if "Printed" in kind:
        return printed(value)
    if "Text" in kind:
        return text_of(value)
    return reading_of(value) if "Reading" in kind else value


def reading_of(data: Any) -> Reading:
    """A reading of the file: a word, what it is read as, and why."""
    table = checks.instance(data, "", dict)
    return Reading(
        word=need(table, "word", str), read_as=need(table, "read_as", str), reason=text_of(need(table, "reason", dict))
    )
