"""Which programmes a source says one family cannot have together, and which register a programme draws on."""

from __future__ import annotations

import attrs

from kesos import _checks as checks
from kesos.programs._codes import check_code
from kesos.records import Recorded
from kesos.values import Citation, Period, Text


def _period(period: Period | str | None) -> Period | None:
    return None if period is None else Period.of(period, "during")


def _since(since: Period | str | None) -> Period | None:
    return None if since is None else Period.of(since, "since")


@attrs.frozen(kw_only=True)
class Exclusion(Recorded):
    """That whoever has another programme is not to have this one, as a source says.

    Args:
        program: The code of the other programme; it may be one that kesos does not know.
        text: What the source says, in both languages.
        during: When it was said to be so; None where the source gives no dates.
        citation: Who says so.

    >>> from kesos.programs import Program
    >>> [bar.program for bar in Program.BST.excludes]
    ['PKH', 'BPNT']
    """

    program: str
    text: Text
    during: Period | None = attrs.field(default=None, converter=_period)
    citation: Citation

    def __attrs_post_init__(self) -> None:
        check_code(self.program, "program")
        checks.instance(self.text, "text", Text)
        checks.instance(self.citation, "citation", Citation)


@attrs.frozen(kw_only=True)
class Register(Recorded):
    """A register that a programme draws its recipients from, as a source says.

    Args:
        code: What it is called for short, such as "DTKS".
        name: What it is called in full.
        since: From when a source says so; None where it gives no date.
        citation: Who says so.

    >>> from kesos.programs import Program
    >>> Program.PKH.registers[0].code, str(Program.PKH.registers[0].since)
    ('DTKS', '2021')
    """

    code: str
    name: Text
    since: Period | None = attrs.field(default=None, converter=_since)
    citation: Citation

    def __attrs_post_init__(self) -> None:
        check_code(self.code, "code")
        checks.instance(self.name, "name", Text)
        checks.instance(self.citation, "citation", Citation)


__all__ = ["Exclusion", "Register"]
