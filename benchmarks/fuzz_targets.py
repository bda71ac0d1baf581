"""What of kesos reads something, found through its public names; and what is wrong with how a target took an input.

A target is one parameter of one callable. What is public, what else a callable is given and what counts as a wrong
answer is that of `tests/unit/test_public_calls.py`; here the one parameter gets texts, records, files and tables.
"""

from __future__ import annotations

import inspect
import io
import json
import re
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

from checkout import CHECKOUT, load

calls = load("tests/unit/test_public_calls.py")

from kesos.errors import KesosError  # noqa: E402  a fuzzer may want to see kesos being imported: above
from kesos.records import Discreet, Recorded  # noqa: E402

GROUPS = ("texts", "records", "files", "tables", "arguments")
NOT_READ = ("language", "field", "path", "file", "self", "kesos", "spec")
"""Words of the program's own text, and where something is written to."""
OF_PEOPLE = re.compile(calls.OF_PEOPLE + r"|tables\.read_households")
SECONDS, SECONDS_A_BYTE = 1.0, 0.000_2
"""What a call may take: of the processor's time, under a fuzzer that counts every branch."""


class LostError(Exception):
    """An answer is not what it was once it is written and read."""


class Target:
    """One parameter of one callable, and how bytes become what it is given."""

    def __init__(self, callee: Any, parameter: inspect.Parameter, group: str) -> None:
        self.callee = callee
        self.parameter = parameter.name
        self.group = group
        self.name = f"{callee.name}({parameter.name})"
        owner = getattr(callee.function, "__self__", callee.function)
        discreet = isinstance(owner, type) and issubclass(owner, Discreet)
        self.of_people = discreet or OF_PEOPLE.match(callee.name) is not None
        self.given = READ[group]
        if group == "records" and callee.name.endswith("from_dict"):
            self.given = plain_or_text
        if group == "files" and "PathLike" in str(parameter.annotation):
            self.given = file_of
        if group == "tables" and parameter.name == "frame":
            self.given = frame_of

    def call(self, content: bytes) -> Callable[[], Any]:
        return partial(self.callee.called, {**self.callee.given, self.parameter: self.given(content)})

    def fault(self, content: bytes) -> tuple[str | None, bool]:
        """What is wrong with how it took this, if anything; and whether it answered with a value."""
        answers: list[Any] = []
        call = self.call(content)
        started = time.process_time()
        told = calls.against(self.callee, call, partial(self.looked_at, answers))
        limit = SECONDS + SECONDS_A_BYTE * len(content)
        if told is not None and told.startswith("something personal") and not self.of_people:
            told = None  # a table of a person, given to a reader of other things
        if told is None and time.process_time() - started > limit:
            started = time.process_time()
            calls.against(self.callee, self.call(content))
            if time.process_time() - started > limit:
                told = f"slow: more than {limit:.1f} s for {len(content)} bytes"
        return told, bool(answers)

    def looked_at(self, answers: list[Any], value: Any) -> None:
        answers.append(value)
        calls.answered(value)
        if self.of_people and any(each in repr(value) for each in (calls.NAME, calls.BORN)):
            raise LostError("something personal is shown")
        try:
            comes_back(self.callee.name, value)
        except KesosError as error:
            raise LostError(f"written, and refused when read: {error.message('en')}") from error


def targets(group: str) -> list[Target]:
    """Those of one group, in order."""
    return [
        Target(callee, parameter, group)
        for callee in calls.CALLEES.values()
        for parameter in _parameters(callee.function)
        if parameter.name in callee.given and group_of(callee.name, parameter) == group
    ]


def _parameters(function: Any) -> list[inspect.Parameter]:
    try:
        return list(inspect.signature(function).parameters.values())
    except (TypeError, ValueError):
        return []


def group_of(name: str, parameter: inspect.Parameter) -> str | None:
    """The group that a parameter is tried in, by what it says that it takes; None where it takes no text."""
    last, takes = name.rpartition(".")[2], re.sub(r"Literal\[[^]]*\]", "", str(parameter.annotation))
    if last in ("from_json", "from_dict") or parameter.name == "record":
        return "records"
    if last.startswith("load") and parameter.name in ("path", "text"):
        return "files"
    if takes == "Source" or parameter.name == "frame":
        return "tables"
    if (
        parameter.name in NOT_READ
        or "__" in name
        or calls.INNER.match(name)
        or not re.search(r"\b(str|Mapping|Any|object)\b", takes)
    ):
        return None
    alone = re.sub(r"\[.*\]", "", takes)
    return "texts" if parameter.name in ("text", "texts") or (last == "of" and "str" in alone) else "arguments"


# --- from bytes to what is given --------------------------------------------------------------------------------------


def text_of(content: bytes) -> str:
    try:
        return content.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return content.decode("latin-1")


def plain_or_text(content: bytes) -> Any:
    """What JSON says, where it is JSON and no single word."""
    text = text_of(content)
    try:
        return json.loads(text) if text[:1] in ("{", "[") else text
    except (ValueError, RecursionError):
        return text


def file_of(content: bytes) -> str:
    path = Path(tempfile.gettempdir()) / "kesos-fuzz.toml"
    path.write_bytes(content)
    return str(path)


def table_of(content: bytes) -> Any:
    """A file of bytes or of text, a workbook or a frame: as the first byte says, which is none of the rest."""
    way, rest = (content[0] % 8, content[1:]) if content else (0, b"")
    if way < 4 or rest[:2] == b"PK":
        return io.BytesIO(rest)
    if way < 6:
        return io.StringIO(text_of(rest))
    return frame_of(rest) if way == 6 else workbook_of(rest)


def _cells(content: bytes) -> list[list[str]]:
    rows = [line.split("," if "," in line else ";") for line in text_of(content).split("\n")[:200]]
    width = max(map(len, rows))
    return [row + [""] * (width - len(row)) for row in rows]


def frame_of(content: bytes) -> Any:
    """A frame of texts and, where a column is of numbers alone, of numbers."""
    head, *rows = _cells(content)
    columns = {name: [_number(row[at]) for row in rows] for at, name in enumerate(head)}
    library = import_module(("pandas", "polars")[len(content) % 2])
    try:
        return library.DataFrame(columns)
    except Exception:  # what this library makes no frame of
        return columns


def _number(cell: str) -> Any:
    return float(cell) if re.fullmatch(r"-?\d{1,9}(\.\d{1,3})?", cell, re.ASCII) else cell or None


def workbook_of(content: bytes) -> Any:
    from openpyxl import Workbook
    from openpyxl.utils.exceptions import IllegalCharacterError

    book, file = Workbook(), io.BytesIO()
    for row in _cells(content):
        try:
            book.active.append([_number(cell) for cell in row])  # type: ignore[union-attr]
        except (IllegalCharacterError, ValueError):  # what no workbook holds
            continue
    try:
        book.save(file)
    except Exception:  # what this library writes no file of
        return io.BytesIO(content)
    return io.BytesIO(file.getvalue())


READ: dict[str, Callable[[bytes], Any]] = {
    "texts": text_of,
    "records": text_of,
    "files": text_of,
    "tables": table_of,
    "arguments": plain_or_text,
}

# --- from an answer to the same ---------------------------------------------------------------------------------------


def comes_back(name: str, value: Any) -> None:
    """What was answered is the same after it is written and read, by each pair of functions that there is for it."""
    if isinstance(value, Recorded) and type(value).__module__.partition(".")[0] == "kesos":
        kind = type(value)
        shown = {"personal": True} if "personal" in inspect.signature(kind.to_json).parameters else {}
        try:
            written = kind.to_json(value, **shown)
        except KesosError:  # what could not be read is refused at writing
            return
        _same(value, kind.from_json(written), "to_json")
        _same(written, kind.to_json(kind.from_json(written), **shown), "to_json")
    door, _, last = name.rpartition(".")
    if last in PAIRS:
        module = import_module(f"kesos.{door}")
        writer = getattr(module, PAIRS[last])
        try:
            written = writer(value)
        except KesosError:
            return
        _same(value, _read_again(getattr(module, last), written), PAIRS[last])


def _read_again(reader: Callable[..., Any], written: str) -> Any:
    """What is printed read again; what print leaves open is said."""
    try:
        return reader(written)
    except KesosError as error:
        if error.code != "ambiguous":
            raise
        return reader(written, ambiguous="thousands" if "." in written else "decimal")  # as Indonesian print means it


def _pairs() -> dict[str, str]:
    """Each reader that has a writer, by their names."""
    named = [(door, name) for door in calls.doors() for name in door.__all__]
    ways = {"parse_": "format_", "loads_": "dumps_"}
    pairs = {
        name: other
        for door, name in named
        for way, back in ways.items()
        if name.startswith(way) and (other := name.replace(way, back)) in door.__all__
    }
    return {**pairs, "parse_words": "spell_out"}


PAIRS = _pairs()


def _same(value: Any, again: Any, way: str) -> None:
    if value != again or repr(value) != repr(again):
        raise LostError(f"other after {way}: {value!r:.80} and {again!r:.80}")


# --- what is begun with -----------------------------------------------------------------------------------------------


def seeds(group: str) -> list[tuple[str, bytes]]:
    """Real inputs, each with how the names of the targets begin that it is written for: "" where it is for any."""
    held = set(SEEDS[group]())
    return sorted(each for each in held if calls.BORN.encode() not in each[1] or group in ("records", "tables"))


def _texts(*globs: str) -> Iterator[str]:
    for glob in globs:
        for path in sorted(CHECKOUT.glob(glob)):
            yield path.read_text(encoding="utf-8")


def _words() -> Iterator[tuple[str, bytes]]:
    """What stands between quotation marks."""
    of_tests = ("tests/unit/test_wording*.py", "tests/laws/test_wording.py", "tests/unit/test_periods.py")
    of_source = ("src/kesos/datasets/*.toml", "src/kesos/wording/*.py", "src/kesos/values/*.py")
    held = _texts(*of_tests, *of_source, "README.md", "docs/**/*.md")
    for text in held:
        for each in re.findall(r"\"([^\"\n]{1,60})\"", text):
            yield "", each.encode("utf-8", "surrogatepass")


def _records() -> Iterator[tuple[str, bytes]]:
    """Real values of each class, as the class itself writes them, and as a record of answers does."""
    offered = [(getattr(door, name), door) for door in calls.doors() for name in door.__all__]
    doors = {thing: door for thing, door in offered if isinstance(thing, type)}
    for kind, value in calls.found().items():
        name = f"{doors[kind].__name__.removeprefix('kesos.')}.{kind.__name__}." if kind in doors else ""
        for way in ("to_json", "to_dict"):
            try:
                plain = getattr(value, way)()
            except (AttributeError, KesosError, TypeError):
                continue
            yield name, (plain if isinstance(plain, str) else json.dumps(plain)).encode()
    for member in (calls.FAMILY, calls.MOTHER):
        yield f"people.{type(member).__name__}.", json.dumps(member.to_dict(personal=True)).encode()


def _files() -> Iterator[tuple[str, bytes]]:
    for text in _texts("src/kesos/rules/programs/*.toml"):
        yield "programs.", text.encode()
    for text in _texts("src/kesos/rules/*.toml"):
        yield "standards.", text.encode()
    for text in _texts("src/kesos/datasets/*.toml"):
        yield "reports.", text.encode()
    for text in _texts("tests/**/*.toml", "docs/**/*.md"):
        blocks = re.findall(r"```toml\n(.*?)```", text, re.DOTALL)
        yield from (("", block.encode()) for block in blocks)
        if not blocks and not text.startswith("#"):
            yield "", text.encode()


def _tables() -> Iterator[tuple[str, bytes]]:
    """What tests and pages hold of tables, each as a file of bytes, of text, as a frame and as a workbook."""
    blocks: list[str] = []
    for text in _texts("tests/unit/*table*.py", "tests/unit/messy/*.py", "tests/laws/test_tables*.py", "docs/**/*.md"):
        quoted = (*re.findall(r'"""(.*?)"""', text, re.DOTALL), *re.findall(r"```\w*\n(.*?)```", text, re.DOTALL))
        blocks += [block for block in quoted if 20 < len(block) < 8_000 and re.search(r"[,;|<]", block)]
        for line in re.findall(r'"((?:[^"\n\\]|\\.){20,2000})"', text):
            if "\\n" in line:
                blocks.append(line.replace("\\n", "\n").replace("\\t", "\t"))
    blocks.append(f"nama,tanggal lahir,kk,sangat miskin\n{calls.NAME},{calls.BORN},f1,ya\nBudi,12-03-1990,f1,ya\n")
    for block in blocks:
        yield from (("", bytes([way]) + block.encode()) for way in (0, 4, 6, 7))


def _arguments() -> Iterator[tuple[str, bytes]]:
    yield from _words()
    yield from (("", record) for _, record in _records() if len(record) < 2_000)


SEEDS: dict[str, Callable[[], Iterator[tuple[str, bytes]]]] = {
    "texts": _words,
    "records": _records,
    "files": _files,
    "tables": _tables,
    "arguments": _arguments,
}
