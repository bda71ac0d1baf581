"""Which standard applies to an event: exactly one, or an error that says which none or which two."""

from __future__ import annotations

from collections.abc import Iterable

from kesos.errors import ConflictingStandardsError, NoStandardError
from kesos.events import DisasterEvent
from kesos.standards._standard import AidStandard
from kesos.values import Text
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
        codes = ", ".join(standard.code for standard in fitting)
        raise ConflictingStandardsError(
            Text(f"lebih dari satu standar berlaku: {codes}", f"more than one standard applies: {codes}"),
            field="standards",
            value=tuple(standard.code for standard in fitting),
            hint=Text("Berikan hanya yang dipilih kantor Anda.", "Pass only the one that your office goes by."),
        )
    why = "; ".join(_why_not(each, event, "id") for each in offered) or "tidak ada yang diberikan"
    why_english = "; ".join(_why_not(each, event, "en") for each in offered) or "none was given"
    raise NoStandardError(
        Text(
            f"tidak ada standar untuk {event.hazard.label('id')}, {event.period.say('id')} ({why})",
            f"no standard applies to {event.hazard.label('en')}, {event.period.say('en')} ({why_english})",
        ),
        field="standards",
        value=tuple(standard.code for standard in offered),
    )


def _why_not(standard: AidStandard, event: DisasterEvent, language: str) -> str:
    if standard.window_for(event.hazard) is None:
        return f"{standard.code}: {Text('tidak menyebut bencana ini', 'does not name the hazard').say(language)}"
    return f"{standard.code}: {Text('tidak berlaku saat itu', 'was not in force then').say(language)}"
