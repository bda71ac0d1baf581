"""Which standard applies to an event: exactly one, or an error that says which none or which two."""

from __future__ import annotations

from collections.abc import Iterable

from kesos.errors import ConflictingStandardsError, NoStandardError
from kesos.events import DisasterEvent
from kesos.standards._saying import say
from kesos.standards._standard import AidStandard
from kesos.values import LANGUAGES, Text
from kesos.values import _checks as checks


def applicable(event: DisasterEvent, standards: Iterable[AidStandard]) -> AidStandard:
    """The one standard that names the event's hazard and is in force on its first day.

    Raises:
        NoStandardError: None does; the error says of each why not.
        ConflictingStandardsError: More than one does; the error names them. Which one prevails is not ours to say.

    >>> from kesos.standards import PEDUM_2003
    >>> flood = DisasterEvent(hazard="flood", place="Desa Contoh", period="2017-02-25")
    >>> applicable(flood, [PEDUM_2003])
    AidStandard('pedum-2003')
    """
    checks.instance(event, "event", DisasterEvent)
    offered: tuple[AidStandard, ...] = checks.items(standards, "standards", AidStandard)
    fitting = [each for each in offered if each.window_for(event.hazard) and each.validity.covers(event.period)]
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
    silent = standard.window_for(event.hazard) is None
    return say("not_named" if silent else "not_in_force", language, standard=standard.code)


__all__ = ["applicable"]
