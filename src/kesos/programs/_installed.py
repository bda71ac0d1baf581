"""Programmes that installed packages offer through entry points, found only when somebody asks."""

from __future__ import annotations

from kesos.errors import ProgramFileError
from kesos.programs._files import dumps_program
from kesos.programs._program import Program

GROUP = "kesos.programs"
"""The entry point group: each entry is a `Program`, or a function without arguments that gives one."""


def installed() -> tuple[Program, ...]:
    """The programmes that installed packages offer under the entry point group "kesos.programs", by code.

    Raises:
        ProgramFileError: An entry is no programme, or two that differ offer one code.

    >>> from kesos.programs import installed
    >>> [program.code for program in installed() if program.code == "PKH"]
    []
    """
    from importlib.metadata import entry_points

    offered: dict[str, Program] = {}
    for entry in sorted(entry_points(group=GROUP), key=lambda entry: entry.name):
        loaded = entry.load()
        program = loaded() if callable(loaded) else loaded
        if not isinstance(program, Program):
            raise ProgramFileError("program_file.offered", faults=(), value=entry.value, offer=entry.value)
        other = offered.setdefault(program.code, program)
        if other is not program and dumps_program(other) != dumps_program(program):
            raise ProgramFileError(
                "program_file.offered_twice", faults=(), value=entry.value, offer=entry.value, program=program.code
            )
    return tuple(offered[code] for code in sorted(offered))


__all__ = ["GROUP", "installed"]
