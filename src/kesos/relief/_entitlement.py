"""The aid that a standard grants for an event: pure functions from the two to an answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from kesos import _checks as checks
from kesos.errors import KesosError
from kesos.events import DisasterEvent
from kesos.relief._answers import Relief
from kesos.relief._batches import Batch
from kesos.relief._computation import Recipients, chosen
from kesos.relief._lasting import Days, check_days, items_named
from kesos.relief._ranges import ReliefRange
from kesos.relief._refusals import Refusal, Row
from kesos.relief._rows import Given, Rows, labelled, read_row
from kesos.relief._totals import ReliefTotal
from kesos.standards import AidStandard
from kesos.standards._axes import Indices
from kesos.values import Decision

RecipientsOf = Callable[[DisasterEvent], Recipients | None]


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


def entitle_range(
    event: DisasterEvent,
    standard: AidStandard,
    *,
    recipients: Recipients | None = None,
    indices: Indices | None = None,
    counted_only: bool = False,
) -> ReliefRange:
    """The aid at the least and at the most days that the standard gives: what the law gives as a range stays one.

    Raises:
        KesosError: As `entitle` does; a DurationError where the source of an item gives no number of days.

    >>> from kesos.standards import PEDUM_2003
    >>> flood = DisasterEvent(hazard="banjir", place="Kelurahan Pangkut", period="2017-02-25", people=860)
    >>> print(entitle_range(flood, PEDUM_2003)["rice"])
    1.032 kg – 2.408 kg
    """
    return ReliefRange(
        event=event, standard=standard, recipients=recipients, indices=indices, counted_only=counted_only
    )


def entitle_all(
    events: Iterable[Given] | Rows,
    standard: AidStandard,
    *,
    days: Days | None = None,
    extended: bool = False,
    recipients: Recipients | RecipientsOf | None = None,
    decision: Decision | None = None,
    indices: Indices | None = None,
    counted_only: bool = False,
) -> Batch:
    """The aid for each of several events; what gets no answer is named with its row and its reason, and loses nothing.

    Args:
        events: Events, or mappings of plain values as `DisasterEvent.to_dict` writes them; and, in place of one, the
            `KesosError` or `Refusal` with which a reader gave it up. They are gone through once, so a stream will do.
            Rows are counted from zero; whatever has a method `rows()` that gives pairs of a label (a whole number or a
            text) and one of these keeps its labels.
        standard: The standard.
        days: As for `entitle`.
        extended: As for `entitle`.
        recipients: As for `entitle`, the same for all; or a function that gives them for an event.
        decision: As for `entitle`.
        indices: As for `entitle`.
        counted_only: As for `entitle`.

    Raises:
        InvalidValueError: An argument is wrong, whichever the event; a label is neither a whole number nor a text.

    >>> from kesos.standards import PEDUM_2003
    >>> flood = DisasterEvent(hazard="banjir", place="Desa Contoh", period="2017-02-25", people=10)
    >>> fire = {"hazard": "fire", "place": "Desa Contoh", "period": "2017-02-25", "people": 4}
    >>> batch = entitle_all([flood, fire], PEDUM_2003, days="maximum")
    >>> print(batch.total["rice"], [refusal.error.code for refusal in batch.refused])
    28 kg ['hazard_not_covered']
    """
    checks.instance(standard, "standard", AidStandard)
    if days is not None:
        for each in items_named(days, standard).values() if isinstance(days, Mapping) else (days,):
            check_days(each)
    checks.flag(extended, "extended")
    checks.flag(counted_only, "counted_only")
    checks.known_instance(decision, "decision", Decision)
    if indices is not None:
        checks.mapping(indices, "indices")
    if recipients is not None and not callable(recipients):
        chosen(recipients, None, standard)
    results: list[Relief | Refusal] = []
    labels: list[Row] = []
    for row, given in labelled(events):
        event = read_row(row, given)
        labels.append(event.row if isinstance(event, Refusal) else row)
        if isinstance(event, Refusal):
            results.append(event)
            continue
        known = isinstance(event, DisasterEvent)
        asked = (recipients(event) if known else None) if callable(recipients) else recipients
        try:
            answer = Relief(
                event=event,
                standard=standard,
                days=days,
                extended=extended,
                recipients=asked,
                decision=decision,
                indices=indices,
                counted_only=counted_only,
            )
        except KesosError as error:
            error.__traceback__ = None  # it would keep every frame of this call alive
            results.append(Refusal(row=row, event=event, error=error))
        else:
            results.append(answer)
    return Batch(results=results, labels=labels)


def total(answers: Iterable[Relief | ReliefRange | ReliefTotal]) -> ReliefTotal:
    """What several answers, or several ranges, add up to, item by item.

    The sum of ranges is a range: from all of the least to all of the most, without extensions. An answer and a range
    have no sum, since the one is for some days and the other for all that there may be.

    Raises:
        InvalidValueError: One of them is neither; some are answers and some are ranges.
        UnitError: Two standards give one item in units that do not go together.

    >>> from kesos.standards import PEDUM_2003
    >>> flood = DisasterEvent(hazard="banjir", place="Desa Contoh", period="2017-02-25", people=10)
    >>> print(total(entitle(flood, PEDUM_2003, days=days) for days in (3, 4))["rice"])
    28 kg
    >>> print(total(entitle_range(flood, PEDUM_2003) for _ in range(2))["rice"])
    24 kg – 56 kg
    """
    parts: list[Relief] = []
    ranges: list[ReliefRange] = []
    left_out: list[Refusal] = []
    for answer in checks.items(answers, "answers"):
        if isinstance(answer, ReliefTotal):
            parts += answer.answers
            ranges += answer.ranges
            left_out += answer.left_out
        elif isinstance(answer, ReliefRange):
            ranges.append(answer)
        else:
            parts.append(checks.instance(answer, "answers", Relief))
    added = ReliefTotal(answers=tuple(parts), ranges=tuple(ranges), left_out=tuple(left_out))
    list(added)  # units that do not go together are an error now, not when somebody looks
    return added


__all__ = ["Days", "Recipients", "entitle", "entitle_all", "entitle_range", "total"]
