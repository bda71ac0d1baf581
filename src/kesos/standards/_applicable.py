"""Which standard applies to an event: exactly one, or an error that says which none or which two."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Final, overload

from kesos import _checks as checks
from kesos.errors import ConflictingStandardsError, NoStandardError
from kesos.events import DisasterEvent
from kesos.standards._saying import say
from kesos.standards._standard import AidStandard
from kesos.values import LANGUAGES, Text


class _OfAll(Enum):
    """The mark for "the caller named no subject", so that None can mean each of them."""

    OF_ALL = "of all"


_OF_ALL: Final = _OfAll.OF_ALL


@overload
def applicable(event: DisasterEvent, standards: Iterable[AidStandard]) -> AidStandard: ...
@overload
def applicable(event: DisasterEvent, standards: Iterable[AidStandard], subject: str) -> AidStandard: ...
@overload
def applicable(event: DisasterEvent, standards: Iterable[AidStandard], subject: None) -> Mapping[str, AidStandard]: ...
def applicable(
    event: DisasterEvent, standards: Iterable[AidStandard], subject: str | _OfAll | None = _OF_ALL
) -> AidStandard | Mapping[str, AidStandard]:
    """The one standard that names the event's hazard and is in force on its first day; one for each subject.

    Several laws may owe together: a death grant beside food. Only two that speak of one subject conflict.

    Args:
        event: The event.
        standards: The standards to choose from.
        subject: The subject, as a package says it; None for a mapping from each subject to its standard; left out,
            the one standard that applies at all.

    Raises:
        InvalidValueError: The event is none, one of the standards is none, or the subject is no text.
        NoStandardError: None does; the error says of each why not.
        ConflictingStandardsError: More than one does; the error names them. Which one prevails is not ours to say.

    >>> from kesos.standards import PEDUM_2003
    >>> flood = DisasterEvent(hazard="flood", place="Desa Contoh", period="2017-02-25")
    >>> applicable(flood, [PEDUM_2003])
    AidStandard('pedum-2003')
    >>> sorted(applicable(flood, [PEDUM_2003], subject=None))
    ['clothing', 'food', 'kitchen']
    """
    checks.instance(event, "event", DisasterEvent)
    if not isinstance(subject, _OfAll):
        subject = checks.known_text(subject, "subject")
    offered: tuple[AidStandard, ...] = checks.items(standards, "standards", AidStandard)
    fitting = [each for each in offered if each.covers_hazard(event.hazard) and each.validity.covers(event.period)]
    if subject is _OF_ALL:
        if len({frozenset(each.subjects) for each in fitting}) > 1:
            codes = tuple(each.code for each in fitting)
            raise ConflictingStandardsError(
                "conflicting_standards.subjects", field="standards", value=codes, codes=codes
            )
        return _the_one(fitting, offered, event)
    if subject is not None:
        return _the_one([each for each in fitting if subject in each.subjects], offered, event)
    subjects = dict.fromkeys(each for standard in fitting for each in standard.subjects)
    return {each: _the_one([one for one in fitting if each in one.subjects], offered, event) for each in subjects}


def _the_one(fitting: list[AidStandard], offered: tuple[AidStandard, ...], event: DisasterEvent) -> AidStandard:
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        codes = tuple(standard.code for standard in fitting)
        raise ConflictingStandardsError("conflicting_standards", field="standards", value=codes, codes=codes)
    codes = tuple(standard.code for standard in offered)
    hazard, period = event.hazard.name, event.period
    if not offered:
        raise NoStandardError("no_standard.given", field="standards", value=codes, hazard=hazard, period=period)
    why = Text(**{language: "; ".join(_why_not(each, event, language) for each in offered) for language in LANGUAGES})
    raise NoStandardError("no_standard", field="standards", value=codes, hazard=hazard, period=period, why=why)


def _why_not(standard: AidStandard, event: DisasterEvent, language: str) -> str:
    if not standard.covers_hazard(event.hazard):
        return say("not_named", language, standard=standard.code)
    silent = standard.validity.covers(event.period)
    return say("not_of_subject" if silent else "not_in_force", language, standard=standard.code)


__all__ = ["applicable"]
