"""The standards that kesos brings along, each read from its file when it is first asked for."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from kesos import _checks as checks
from kesos._package import read_file
from kesos.counts import Count
from kesos.errors import NoStandardError
from kesos.standards._files import digest, loads_standard
from kesos.standards._standard import AidStandard

if TYPE_CHECKING:
    PEDUM_2003: AidStandard
    """Pedum 03/BJ-SBSKBA/2003, as quoted in a regency office's report."""
    PERKA_BNPB_7_2008: AidStandard
    """Perka BNPB 7/2008 on basic needs, in part, as quoted on public pages."""
    KEMENSOS_CASH: AidStandard
    """The social ministry's death and injury grants and living allowance, as officials told them."""
    BNPB_STIMULAN: AidStandard
    """BNPB's house repair stimulus and waiting money, as officials told them."""

_PACKAGED = ("PEDUM_2003", "PERKA_BNPB_7_2008", "KEMENSOS_CASH", "BNPB_STIMULAN")
"""Each lies in kesos.rules, in a file of its name."""


@lru_cache
def _packaged(name: str) -> AidStandard:
    return loads_standard(read_file("kesos.rules", f"{name.lower()}.toml").decode("utf-8"))


def packaged_count(code: str) -> Count | None:
    """The count of this code that the first of the standards that kesos brings along has, if any.

    >>> packaged_count("sheltered").name.en
    'people in shelters'
    """
    return next((count for each in map(_packaged, _PACKAGED) for count in each.counts if count.code == code), None)


def find_standard(wanted: str, standards: Iterable[AidStandard] = ()) -> AidStandard:
    """The standard of a digest, as a record names it: among those given, such as old editions, and those kesos brings.

    What other packages offer is looked at only where it is given: `find_standard(digest, installed())`.

    Raises:
        NoStandardError: None has that digest.

    >>> from kesos.standards import PEDUM_2003, digest
    >>> find_standard(digest(PEDUM_2003)).code
    'pedum-2003'
    """
    given: tuple[AidStandard, ...] = checks.items(standards, "standards", AidStandard)
    for standard in (*given, *map(_packaged, _PACKAGED)):
        if isinstance(wanted, str) and digest(standard) == wanted:
            return standard
    raise NoStandardError("no_standard.digest", field="digest", value=wanted)


if not TYPE_CHECKING:  # else a misspelt name would be one, of any type

    def __getattr__(name: str) -> AidStandard:
        # Reading a rule file takes milliseconds, so it is read when it is first asked for.
        if name in _PACKAGED:
            return _packaged(name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


__all__ = [
    "BNPB_STIMULAN",
    "KEMENSOS_CASH",
    "PEDUM_2003",
    "PERKA_BNPB_7_2008",
    "find_standard",
]
