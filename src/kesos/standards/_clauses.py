"""The clauses of a standard about days and hazards, as data that says itself: windows, validity, readings."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, get_args

import attrs

from kesos import _checks as checks
from kesos.errors import InvalidValueError
from kesos.records import Recorded
from kesos.standards._amounts import Days
from kesos.standards._saying import cited, say
from kesos.values import Citation, Period, Text

Beyond = Literal["decision", "refused"]
End = Literal["unknown", "open"]

_BEYOND: tuple[Beyond, ...] = get_args(Beyond)
_END: tuple[End, ...] = get_args(End)


def _hazards(hazards: Iterable[str]) -> tuple[str, ...]:
    codes = tuple(checks.slug(code, "hazards") for code in checks.items(hazards, "hazards", str))
    if not codes:
        raise InvalidValueError("missing.hazards", field="hazards", value=codes)
    return codes


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Window(Days):
    """For how many days a standard feeds the victims of some hazards.

    Args:
        hazards: The codes of the hazards.
        minimum: The least number of days.
        maximum: The most, without an extension.
        extended: The most with an extension; None where the standard knows none.
        citation: Where the standard says so.

    >>> Window(hazards=("flood",), minimum=3, maximum=7, citation=Citation(regulation="x")).say("en")
    '3–7 days, with no extension'
    """

    hazards: tuple[str, ...] = attrs.field(converter=_hazards)
    citation: Citation

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        checks.instance(self.citation, "citation", Citation)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Validity(Recorded):
    """From when until when a standard is in force.

    Args:
        start: The day, month or year from which it is in force.
        end: The last day, month or year; "open" where it is known to have none; "unknown" where nobody has said.
        citation: Where that is said.

    >>> validity = Validity(start=Period.of("2003"), end="unknown", citation=Citation(regulation="x"))
    >>> validity.covers(Period.of("2002-12-31/2003-01-02"))
    False
    """

    start: Period
    end: Period | End
    citation: Citation

    def __attrs_post_init__(self) -> None:
        checks.instance(self.start, "start", Period)
        checks.instance(self.citation, "citation", Citation)
        for field, day in (("start", self.start), ("end", self.end)):
            if isinstance(day, Period) and day.precision == "days":
                raise InvalidValueError("not_one_period", field=field, value=day.iso)
        if not isinstance(self.end, Period):
            checks.choice(self.end, "end", _END)
        elif self.end.end < self.start.start:
            raise InvalidValueError(
                "end_before_start.validity", field="end", value=self.end.iso, end=self.end.iso, start=self.start.iso
            )

    def covers(self, period: Period) -> bool:
        """Whether it is in force on the first day of `period`, the day that decides."""
        first = Period.of(period).start
        ended = isinstance(self.end, Period) and first > self.end.end
        return self.start.start <= first and not ended

    def say(self, language: str) -> str:
        """From when until when, in words; an end that is not known is said to be so."""
        if isinstance(self.end, Period):
            return say("validity", language, start=self.start, end=self.end)
        return say("validity.open" if self.end == "open" else "validity.unknown", language, start=self.start)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class HazardReading(Recorded):
    """A hazard that a standard does not name in so many words, and the one of its words that we read it as.

    Args:
        hazard: The code of the hazard that is met.
        read_as: The code of the hazard that the standard names.
        reason: Why; the answer shows it.
        citation: What the reading rests on.
    """

    hazard: str
    read_as: str
    reason: Text
    citation: Citation

    def __attrs_post_init__(self) -> None:
        checks.slug(self.hazard, "hazard")
        checks.slug(self.read_as, "read_as")
        checks.instance(self.reason, "reason", Text)
        checks.instance(self.citation, "citation", Citation)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class NotCovered(Recorded):
    """Hazards that a standard leaves to another one, and what is known of that other one.

    Args:
        hazards: The codes of the hazards.
        note: Which standard is said to serve them.
        citation: Who says so.
    """

    hazards: tuple[str, ...] = attrs.field(converter=_hazards)
    note: Text
    citation: Citation

    def __attrs_post_init__(self) -> None:
        checks.instance(self.note, "note", Text)
        checks.instance(self.citation, "citation", Citation)

    def say(self, language: str) -> str:
        """Which standard is said to serve them, and who says so."""
        return f"{self.note.say(language)} ({self.citation.say(language)})"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Durations(Recorded):
    """What a standard says of days outside its windows.

    Args:
        beyond: "decision" where its windows are examples, so that an office may decide otherwise in its own name;
            "refused" where they are limits.
        note: The standard's words for that, as we understand them.
        citation: Where it says so.

    >>> from kesos.standards import PEDUM_2003
    >>> PEDUM_2003.durations.say("en")
    'These durations are examples ("such as"), by kind and size of the disaster and as needed. [03/BJ-SBSKBA/2003, ...
    """

    beyond: Beyond
    note: Text
    citation: Citation

    def __attrs_post_init__(self) -> None:
        checks.choice(self.beyond, "beyond", _BEYOND)
        checks.instance(self.note, "note", Text)
        checks.instance(self.citation, "citation", Citation)

    def say(self, language: str) -> str:
        """The standard's words for that, and the place."""
        return f"{self.note.say(language)} {cited(self.citation, language)}"


__all__ = ["Beyond", "Durations", "End", "HazardReading", "NotCovered", "Validity", "Window"]
