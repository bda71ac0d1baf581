"""Rules on disasters: how often they are said to have struck, and where they were expected."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kesos.audit._arithmetic import count_in
from kesos.audit._findings import Severity
from kesos.audit._rule import FINE, UNKNOWN, Odd, Verdict, rule
from kesos.audit._sentences import places
from kesos.audit._subject import Subject
from kesos.audit._things import figures
from kesos.events import DisasterEvent
from kesos.reports import ExpectedHazard, Figure
from kesos.values import Printed, Text
from kesos.values._districts import names_district, same_district


@rule("events", figures)
def check_events(subject: Subject, figure: Figure) -> Verdict:
    """Disasters struck as often as the report says.

    Held against the events are figures of the measures "fires" and "natural_disasters" for the whole area.
    """
    told = {"fires": subject.report.fires, "natural_disasters": subject.report.natural_disasters}
    events, stated = told.get(figure.measure or "", ()), count_in(figure)
    if not events or stated is None or figure.area is not None:
        return UNKNOWN
    if abs(stated - len(events)) <= subject.slack(figure):
        return FINE
    severity: Severity = "suspicious" if subject.is_about(figure) else "error"
    return Odd(figure, len(events), severity=severity, stated=stated)


class _Struck(NamedTuple):
    """The first disaster of its kind in a district, and the places where the report expects that kind."""

    event: DisasterEvent
    district: str
    expected: list[Printed]


def _struck(subject: Subject) -> Iterator[_Struck]:
    expected: dict[str, list[Printed]] = {}
    for fact in subject.report.facts:
        if isinstance(fact, ExpectedHazard) and fact.districts:
            expected.setdefault(fact.hazard.code, []).extend(fact.districts)
    seen: set[tuple[str, str]] = set()
    for event in (*subject.report.fires, *subject.report.natural_disasters):
        code, district = event.hazard.code, event.place.district
        if code in expected and district is not None and (code, same_district(district)) not in seen:
            seen.add((code, same_district(district)))
            yield _Struck(event, district, expected[code])


@rule("expected_place", _struck)
def check_expected_places(subject: Subject, it: _Struck) -> Verdict:
    """A hazard struck where the report expects it, where the report names districts for it."""
    if any(names_district(cell.text, it.district) for cell in it.expected):
        return FINE
    return Odd(
        it.expected[0],
        it.district,
        hazard=Text(it.event.hazard.label("id"), it.event.hazard.label("en")),
        when=it.event.period,
        where=places(it.expected),
        concerns=it.expected,
    )
