"""Standards that installed packages offer through entry points, found only when somebody asks."""

from __future__ import annotations

from kesos.errors import StandardFileError
from kesos.standards._standard import AidStandard

GROUP = "kesos.standards"
"""The entry point group: each entry is an `AidStandard`, or a function without arguments that gives one."""


def installed() -> tuple[AidStandard, ...]:
    """The standards that installed packages offer under the entry point group "kesos.standards", by code.

    Raises:
        StandardFileError: An entry is no standard, or two offer one code.

    >>> [standard.code for standard in installed() if standard.code == "pedum-2003"]
    ['pedum-2003']
    """
    from importlib.metadata import entry_points

    offered: dict[str, AidStandard] = {}
    for entry in sorted(entry_points(group=GROUP), key=lambda entry: entry.name):
        found = entry.load()
        standard = found() if callable(found) else found
        if not isinstance(standard, AidStandard):
            raise StandardFileError("standard_file.offered", faults=(), value=entry.value, offer=entry.value)
        if standard.code in offered and offered[standard.code] != standard:
            raise StandardFileError(
                "standard_file.offered_twice", faults=(), value=entry.value, offer=entry.value, standard=standard.code
            )
        offered[standard.code] = standard
    return tuple(offered[code] for code in sorted(offered))


__all__ = ["GROUP", "installed"]
