"""Rules on disasters: how often they are said to have struck, and where they were expected."""

from __future__ import annotations

from collections.abc import Iterator

from kesos.audit._amounts import count_in
from kesos.audit._findings import Finding
from kesos.audit._rule import Subject, finding
from kesos.audit._saying import places
from kesos.events import DisasterEvent
from kesos.reports import ExpectedHazard
from kesos.values import Printed, Text


def check_events(subject: Subject) -> Iterator[Finding | None]:
    """Disasters struck as often as the report says.

    Held against the events are figures of the measures "fires" and "natural_disasters" for the whole area.
    """
    told = {"fires": subject.report.fires, "natural_disasters": subject.report.natural_disasters}
    for figure in subject.report.figures:
        events = told.get(figure.measure or "", ())
        stated = count_in(figure)
        if not events or stated is None or figure.area is not None:
            continue
        if abs(stated - len(events)) <= subject.slack(figure):
            yield None
            continue
        yield finding(
            "events",
            "suspicious" if subject.is_about(figure) else "error",
            figure,
            len(events),
            "disebut {stated} kejadian, tetapi yang diuraikan {computed}",
            "it says {stated} events, but {computed} are told",
            stated=stated,
        )


def check_expected_places(subject: Subject) -> Iterator[Finding | None]:
    """A hazard struck where the report expects it, where the report names districts for it."""
    expected: dict[str, list[Printed]] = {}
    for fact in subject.report.facts:
        if isinstance(fact, ExpectedHazard) and fact.districts:
            expected.setdefault(fact.hazard.code, []).extend(fact.districts)
    struck: dict[tuple[str, str], DisasterEvent] = {}
    for event in (*subject.report.fires, *subject.report.natural_disasters):
        if event.place.district is not None:
            struck.setdefault((event.hazard.code, event.place.district), event)
    for (code, district), event in struck.items():
        named = expected.get(code)
        if not named:
            continue
        if any(district.casefold() in cell.text.casefold() for cell in named):
            yield None
            continue
        yield finding(
            "expected_place",
            "suspicious",
            named[0],
            district,
            "{hazard} juga melanda {computed} ({when}), yang tidak termasuk daerah yang diperkirakan ({where})",
            "{hazard} struck {computed} too ({when}), which is not among the places expected ({where})",
            hazard=Text(event.hazard.label("id"), event.hazard.label("en")),
            when=event.period,
            where=places(named),
            concerns=named,
        )
