"""What became of a row: "ok", or the code of the error that the scalar function raises for such a row."""

from __future__ import annotations

from enum import Enum

from kesos.values import Text
from kesos.words import catalogue


class Status(Enum):
    """A row's first fault: of what refuses the whole row by this order, then of its items, one after the other.

    >>> Status.COUNT_UNKNOWN.value, Status("hazard_unknown") is Status.HAZARD_UNKNOWN
    ('count_unknown', True)
    """

    OK = "ok"
    HAZARD_MISSING = "hazard_missing"
    HAZARD_UNKNOWN = "hazard_unknown"
    HAZARD_NOT_COVERED = "hazard_not_covered"
    PERIOD_UNKNOWN = "period_unknown"
    NOT_A_DAY = "not_a_day"
    OUT_OF_RANGE = "out_of_range"
    NOT_IN_FORCE = "not_in_force"
    PART_ABOVE_WHOLE = "part_above_whole"
    DAYS_NEEDED = "days_needed"
    NO_EXTENSION = "no_extension"
    OPEN_WINDOW = "open_window"
    DAYS_OUT_OF_RANGE = "days_out_of_range"
    PART_OF_A_PERIOD = "part_of_a_period"
    MORE_THAN_STRUCK = "more_than_struck"
    COUNT_UNKNOWN = "count_unknown"
    COUNT_NEGATIVE = "count_negative"
    COUNT_TOO_LARGE = "count_too_large"
    CLASS_UNKNOWN = "class_unknown"
    INDEX_UNKNOWN = "index_unknown"
    NO_RATE = "no_rate"

    @property
    def name_in_words(self) -> Text:
        """What it says in a table of flags."""
        entry = catalogue("relief")[f"status.{self.value}"]
        return Text(entry.id, entry.en)

    def say(self, language: str) -> str:
        """What it says, in "id" or "en"."""
        return self.name_in_words.say(language)


STATUSES: tuple[Status, ...] = tuple(Status)
"""In their order: a column of statuses is one of places in this list until it is shown."""

__all__ = ["STATUSES", "Status"]
