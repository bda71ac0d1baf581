"""An emergency that somebody declares, for a time, on somebody's advice; and the phases around a disaster."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import attrs

from kesos import _checks as checks
from kesos._named import Named, listed
from kesos.errors import InvalidValueError
from kesos.records import Recorded
from kesos.values import Decision, Period, Printed, TableView, Text
from kesos.values._days import plain_date
from kesos.values._display import UNKNOWN, unsaid
from kesos.values._format import Spoken

_CAPTION = Text("Status keadaan darurat bencana", "Disaster emergency")
_HEADER = Text("Hal", "Item"), Text("Isi", "What it says")
_ROWS = (
    Text("tingkat", "level"),
    Text("jangka waktu", "period"),
    Text("ditetapkan oleh", "declared by"),
    Text("atas rekomendasi", "on the advice of"),
    Text("besarnya, seperti tercetak:", "how severe, as printed:"),
)


class Phase(Named):
    """A phase around a disaster.

    >>> [phase.printed for phase in PHASES]
    ['pra bencana', 'tanggap darurat (saat terjadi bencana)', 'pasca bencana']
    """

    __slots__ = ()


PHASES: tuple[Phase, ...] = listed("phases", Phase)


def _titles(titles: Iterable[str]) -> tuple[str, ...]:
    return checks.each(checks.text, titles, "titles")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Level(Named):
    """At which level an emergency is declared.

    Args:
        declared_by: Who declares it there.
        titles: The words by which that official is known.

    >>> LEVELS[0].declared_by.say("en")
    'the regent or the mayor'
    """

    declared_by: Text
    titles: tuple[str, ...] = attrs.field(converter=_titles)

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        checks.instance(self.declared_by, "declared_by", Text)


LEVELS: tuple[Level, ...] = listed("levels", Level)


def _level(level: Level | str) -> str:
    return level.code if isinstance(level, Level) else checks.choice(level, "level", [each.code for each in LEVELS])


def _period(period: Period | date | str) -> Period:
    return Period.of(period)


def phase_on(day: date | str, period: Period | date | str) -> Phase:
    """Before, during or after a disaster, or an emergency.

    The report names the phases and draws no line between them: that "during" lasts for the period is our reading.

    >>> phase_on("2017-03-11", "2017-02-25/2017-03-10").code
    'after'
    """
    asked, whole = plain_date(day, "day"), Period.of(period)
    return PHASES[(asked >= whole.start) + (asked > whole.end)]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class EmergencyStatus(Spoken, Recorded):
    """A disaster emergency as it was declared: by whom, for which days, on whose advice.

    Args:
        level: "regency" (a city too), "province" or "national".
        period: From its first to its last day, both included.
        decision: The decision that declares it.
        recommended_by: Whose advice it rests on; None where not known.
        severity: The word that a page has for how severe it was ("kecil"), kept as printed: no source draws a line.

    Raises:
        InvalidValueError: Another level; a decision of the official of another level.

    Source:
        The report of Kotawaringin Barat, A.4.d: the government declares it for a time, on the recommendation of the
        body charged with managing disasters. Who does so at which level: UU 24/2007, from a secondary source.

    >>> decision = Decision(by="Bupati Contoh", number="2/2017", date="2017-02-25")
    >>> status = EmergencyStatus(
    ...     level="regency", period="2017-02-25/2017-03-10", decision=decision, recommended_by="BPBD"
    ... )
    >>> status.covers("2017-03-01"), status.covers("2017-03-11"), status.period.days
    (True, False, 14)
    """

    level: str = attrs.field(converter=_level)
    period: Period = attrs.field(converter=_period)
    decision: Decision
    recommended_by: str | None = None
    severity: Printed | None = None

    def __attrs_post_init__(self) -> None:
        checks.instance(self.decision, "decision", Decision)
        checks.settle(self, checks.known_text, "recommended_by")
        checks.known_instance(self.severity, "severity", Printed)
        words = self.decision.by.casefold()
        named = [level for level in LEVELS if any(title in words for title in level.titles)]
        if named and self._level not in named:
            raise InvalidValueError(
                "other_office",
                field="decision.by",
                value=self.decision.by,
                level=self._level,
                office=self._level.declared_by,
            )

    @property
    def _level(self) -> Level:
        return next(each for each in LEVELS if each.code == self.level)

    def covers(self, when: Period | date | str) -> bool:
        """Whether it holds on a day, or on each day of a period."""
        asked = Period.of(when, "when")
        return self.period.start <= asked.start and asked.end <= self.period.end

    def phase(self, day: date | str) -> Phase:
        """Before, during or after it."""
        return phase_on(day, self.period)

    def _rows(self, language: str) -> list[tuple[str, str]]:
        parts = (self._level.say(language), self.period.say(language), self.decision.say(language))
        severity = None if self.severity is None else self.severity.text
        said = zip(_ROWS, (*parts, self.recommended_by, severity), strict=True)
        return [(word.say(language), value) for word, value in said if value is not None]

    def say(self, language: str) -> str:
        """At which level, when, by whom, on whose advice, and how severe a page calls it."""
        said = "; ".join(f"{word} {value}" for word, value in self._rows(language))
        return f"{_CAPTION.say(language)}: {said}"

    def table(self, language: str = "id") -> TableView:
        """The same, a row each; on whose advice is said to be not known where it is not."""
        unknown = [] if self.recommended_by is not None else [(_ROWS[3].say(language), unsaid(UNKNOWN, language))]
        rows = self._rows(language)
        return TableView(
            caption=_CAPTION.say(language),
            header=tuple(word.say(language) for word in _HEADER),
            rows=[*rows[:3], *unknown, *rows[3:]],
        )

    def _repr_html_(self) -> str:
        return self.table().html()


__all__ = ["LEVELS", "PHASES", "EmergencyStatus", "Level", "Phase", "phase_on"]
