"""The aid that a standard grants for an event: pure functions from the two to an answer."""

from __future__ import annotations

from kesos.events import DisasterEvent
from kesos.relief._answers import Relief
from kesos.relief._computation import Recipients
from kesos.relief._lasting import Days
from kesos.standards import AidStandard
from kesos.standards._axes import Indices
from kesos.values import Decision


def entitle(
    event: DisasterEvent,
    standard: AidStandard,
    *,
    days: Days | None = None,
    extended: bool = False,
    recipients: Recipients | None = None,
    decision: Decision | None = None,
    indices: Indices | None = None,
    counted_only: bool = False,
) -> Relief:
    """The aid that the standard grants the victims of one event for a number of days.

    What is given once has no days and asks for none. An item whose count, class, trait or index is not known is
    among the answer's `unknown`, and costs no other item its quantity; only where nothing at all can be computed is
    the whole refused.

    Args:
        event: The event; its first day and its hazard decide whether the standard applies.
        standard: The standard.
        days: For how many days [day]; an end of the windows by name; or a mapping from item to one of these where
            items differ.
        extended: Allow days beyond a window's maximum, up to its extension.
        recipients: How many recipients were chosen for a package ("clothing") or an item ("house_dress") [person or
            family: the standard does not say which]. Choosing them is for people; kesos only counts.
        decision: The decision in whose name the days lie outside the window, where the standard leaves room for one.
        indices: The amounts that the standard says whoever asks brings along, by code.
        counted_only: Leave out, item by item, the localities where what the item needs is not counted yet. The answer
            is then at least so much, and names those places as `not_counted` wherever it is shown.

    Returns:
        The answer, a mapping from item code to quantity. Zero people get zero.

    Raises:
        HazardNotCoveredError: The standard does not name the hazard.
        NotInForceError: The standard is not in force on the event's first day.
        DurationError: The days lie outside the window, with no extension or decision that allows it; or an item takes
            a number of days and none is given.
        UnknownValueError: Of no item can anything be said, since the counts that the rates multiply are not known.
        InvalidValueError: An argument of the wrong type; recipients that the standard or the event does not have.

    Source:
        Pedum 03/BJ-SBSKBA/2003 as quoted: huruf a (rates), b (days), c and d (selective packages).

    >>> from kesos.standards import PEDUM_2003
    >>> flood = DisasterEvent(hazard="banjir", place="Kelurahan Pangkut", period="2017-02-25", people=860)
    >>> print(entitle(flood, PEDUM_2003, days=7)["rice"])
    2.408 kg
    """
    return Relief(
        event=event,
        standard=standard,
        days=days,
        extended=extended,
        recipients=recipients,
        decision=decision,
        indices=indices,
        counted_only=counted_only,
    )


__all__ = ["Days", "Recipients", "entitle"]
