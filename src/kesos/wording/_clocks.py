"""The clock beside a printed date: found, checked, and left aside, since it is a day that is asked for.

The day is the one that is printed: no zone moves it to another ("2018-01-01T23:00:00Z" is 1 January 2018).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from kesos.errors import ParseError

_WORD = r"(?:(?:pada |sekitar |kira-kira |about ){0,2}(?:pukul|pkl|pk|jam|at)\b\.? ?)"
_TIME = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d{1,9})?)?(?!\d)(?: ?[ap]\.?m\b\.?)?"
_OFFSET = r"(?:0?\d|1[0-4])(?::?[0-5]\d)?"
_NAMED_ZONE = rf"(?:wib|wita|wit|z|(?:utc|gmt)(?: ?[+-]{_OFFSET})?|\+{_OFFSET})\b"
_ZONE = rf"(?: ?(?:{_NAMED_ZONE}|\({_NAMED_ZONE}\)))?"
_CLOCK = rf"(?:{_WORD}?{_TIME}|{_WORD}\d{{1,2}}(?!\d))"
_UNTIL = rf"(?: ?(?:-|–|—|s/d|s\.d\.?|sd|sampai(?: dengan)?|hingga|to) ?(?P<until>{_CLOCK}|selesai){_ZONE})?"
_CLOCKS = rf"(?P<start>{_CLOCK}){_ZONE}{_UNTIL}"
_BESIDE = re.compile(rf"(?P<date>.+?)(?: ?[,;/] ?| )?(?<![a-z\d.-])(?P<bracket>\()?{_CLOCKS}(?(bracket)\))", re.ASCII)
_ALONE = re.compile(_CLOCKS, re.ASCII)
_FIRST = re.compile(
    rf"(?P<clock>(?:{_WORD}|(?=\d{{1,2}}:)){_TIME}{_ZONE})(?:, ?| )(?!{_NAMED_ZONE})(?P<date>.*\d.*)", re.ASCII
)
# ISO 8601, as machines write it
_MOMENT = re.compile(
    rf"(?P<date>\d{{4}}-?\d{{2}}-?\d{{2}})t"
    rf"(?P<start>\d{{2}}(?::?\d{{2}}){{1,2}}(?:[.,]\d{{1,9}})?)(?P<until>z|[+-]{_OFFSET})?",
    re.ASCII,
)
_SIGN = re.compile(r"[:.]\d\d|\dt\d|pukul|pkl|pk|jam|at", re.ASCII)
_PAIR = re.compile(r"\d\d?", re.ASCII)


class Clock(NamedTuple):
    """What is printed of the time of day: from when, and until when where that is said."""

    start: str
    until: str | None

    def check(self) -> None:
        """Raise where no day has such a time, or its end comes first or is not told."""
        start = _seconds(self.start)
        if self.until is None:
            return
        if self.until == "selesai":
            raise ParseError("open_end")
        if _seconds(self.until) < start:
            raise ParseError("end_before_start.clock", start=self.start, end=self.until)


def split_clock(text: str) -> tuple[str, Clock] | None:
    """A text in lower case, parted into its date and the clock that follows; None where none follows.

    >>> split_clock("8 juli 2024 pukul 13.30 wita")
    ('8 juli 2024', Clock(start='pukul 13.30', until=None))
    """
    if not _SIGN.search(text):
        return None
    if moment := _MOMENT.fullmatch(text):
        return moment["date"], Clock(moment["start"], None)
    beside = _BESIDE.fullmatch(text)
    return (beside["date"], Clock(beside["start"], beside["until"])) if beside else None


def clock_last(text: str) -> str:
    """A text in lower case whose clock, where it stands in front and can be nothing else, is moved to its end.

    >>> clock_last("pukul 13.30 wita, senin 8 juli 2024")
    'senin 8 juli 2024 pukul 13.30 wita'
    """
    first = _FIRST.fullmatch(text)
    return f"{first['date']} {first['clock']}" if first else text


def is_clock(text: str) -> bool:
    """Whether a text in lower case is a clock and nothing else.

    >>> is_clock("13.30 wib"), is_clock("12.2017")
    (True, False)
    """
    return _ALONE.fullmatch(text) is not None


def _seconds(clock: str) -> int:
    hour, minute, second, *_ = [*map(int, _PAIR.findall(clock)), 0, 0]
    half = clock.rstrip(".m")[-1:]
    if half in ("a", "p"):
        fits = 1 <= hour <= 12
        hour = hour % 12 + 12 * (half == "p")
    else:
        fits = hour < 24 or (hour, minute, second) == (24, 0, 0)
    if not fits or minute > 59 or second > 59:
        raise ParseError("no_such_clock", clock=clock)
    return (hour * 60 + minute) * 60 + second
