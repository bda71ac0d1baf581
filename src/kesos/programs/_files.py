"""Programmes as TOML files, in and out: every fault of a file at once, each with its path."""

from __future__ import annotations

import os
from typing import cast, get_args

from kesos import _checks as checks
from kesos._rule_files import BOTH_LANGUAGES, FORMAT, HINTS, inherit, inheriting, parse, read_text, without_format
from kesos.errors import ProgramFileError
from kesos.programs._benefits import PAID, PER
from kesos.programs._clauses import Holder
from kesos.programs._program import QUOTA_UNITS, Program
from kesos.records import Plain, Reader, to_plain
from kesos.values import FUNDINGS, Citation
from kesos.words import hint

_CITATIONS = ("citation", "citations")


def load_program(path: str | os.PathLike[str]) -> Program:
    """The programme in a TOML file, with its rule.

    Raises:
        ProgramFileError: The file is a pipe, too large, not UTF-8, not TOML, or not a programme; it lists every
            fault with its path.
        InvalidValueError: `path` is not a path.
        FileError: The file cannot be opened.
    """
    return loads_program(read_text(path, ProgramFileError))


def loads_program(text: str) -> Program:
    """The programme in the text of a TOML file.

    Raises:
        ProgramFileError: The text is too long, not TOML, or not a programme; it lists every fault with its path.

    >>> loads_program("format = 1")
    Traceback (most recent call last):
    ...
    kesos.errors.ProgramFileError: this is not a programme
    - code: is missing. Write code = "BLT_CONTOH".
    - name: is missing. Write { id = "...", en = "..." }.
    """
    raw = parse(text, ProgramFileError)
    reader = Reader({Citation: inheriting(raw)}, hints=_HINTS)
    program = reader.read(Program, without_format(raw, reader), "")
    if reader.faults:
        raise ProgramFileError(faults=tuple(reader.faults))
    return cast(Program, program)


def dumps_program(program: Program) -> str:
    """The programme as the text of a TOML file, always the same text for the same programme.

    Reading it back gives a programme that says the same, and writing that gives the same text.

    Raises:
        InvalidValueError: A clause is tested by a function; it says which.

    >>> text = dumps_program(Program.PKH)
    >>> dumps_program(loads_program(text)) == text
    True
    """
    import tomli_w

    checks.instance(program, "program", Program)
    plain: Plain = to_plain(program)
    inherit(plain, _CITATIONS)
    return tomli_w.dumps({"format": FORMAT, **plain})


_HINTS = {
    **HINTS,
    **dict.fromkeys(("because", "for_whom", "text", "what"), BOTH_LANGUAGES),
    "code": hint("write", what='code = "BLT_CONTOH"'),
    "funding": hint("write_one_of", known=FUNDINGS),
    "every": hint("write_one_of", known=PAID),
    "of": hint("write_one_of", known=get_args(Holder)),
    "per": hint("write_one_of", known=PER),
    "rates": hint("write", what='rates = [{ date = { from = "2024-01" }, amount = 300000 }]'),
    "unit": hint("write_one_of", known=QUOTA_UNITS),
    "benefits.unit": hint("write", what='unit = "IDR"'),
}

__all__ = ["dumps_program", "load_program", "loads_program"]
