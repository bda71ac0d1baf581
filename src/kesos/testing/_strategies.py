"""Hypothesis strategies for the public classes: valid values over the whole range, small enough to read."""

from __future__ import annotations

import string
from datetime import date
from typing import Any, TypeVar, get_args

from hypothesis import strategies as st

from kesos import standards as standards_module  # its PEDUM_2003 is read when something is drawn
from kesos.events import Damage, DisasterEvent, Locality
from kesos.hazards import HAZARDS, Hazard
from kesos.relief import Batch, Relief, ReliefRange, ReliefTotal, entitle_all, entitle_range, total
from kesos.standards import AidStandard, Durations, HazardReading, InKind, Item, NotCovered, Package, Validity, Window
from kesos.standards._amounts import Bound
from kesos.standards._clauses import End
from kesos.values import (
    KNOWN,
    UNITS,
    Citation,
    Decision,
    Percentage,
    Period,
    Place,
    Printed,
    Quantity,
    Reading,
    Rounding,
    Span,
    Text,
    Unit,
)

T = TypeVar("T")

MOST_PEOPLE = 10**9
"""No district has more; whoever wants more asks for it."""

_LETTERS = string.ascii_letters + string.digits + " .,/-–éß<&\"'"
_DAYS = st.dates(date(1990, 1, 1), date(2100, 12, 31))


def words() -> st.SearchStrategy[str]:
    """Short text with more than blanks in it, some of it not ASCII and some of it markup."""
    return st.text(_LETTERS, min_size=1, max_size=20).filter(lambda text: bool(text.strip()))


def slugs() -> st.SearchStrategy[str]:
    """Codes."""
    return st.from_regex(r"[a-z][a-z0-9]{0,8}(_[a-z0-9]{1,6})?", fullmatch=True)


def counts(most: int = MOST_PEOPLE) -> st.SearchStrategy[int]:
    """Counts from zero."""
    return st.integers(0, most)


def texts() -> st.SearchStrategy[Text]:
    """Words in both languages."""
    return st.builds(Text, words(), words())


def quantities(unit: str | None = None) -> st.SearchStrategy[Quantity]:
    """Amounts of one unit, or of any."""
    units = st.sampled_from(UNITS) if unit is None else st.just(Unit.of(unit))
    return st.builds(Quantity, st.integers(-(10**15), 10**15), units)


def percentages() -> st.SearchStrategy[Percentage]:
    """Shares, with decimals that end and that do not."""
    ends = st.decimals(-1000, 1000, places=4).map(Percentage)
    return ends | st.fractions(-10, 10, max_denominator=999).map(Percentage.of_fraction)


def spans(unit: str = "IDR") -> st.SearchStrategy[Span[Quantity]]:
    """Ranges of amounts of one unit."""
    return st.tuples(quantities(unit), quantities(unit)).map(lambda ends: Span(min(ends), max(ends)))


def periods() -> st.SearchStrategy[Period]:
    """Days, runs of days, months and years."""
    runs = st.tuples(_DAYS, _DAYS).map(lambda ends: Period.between(min(ends), max(ends)))
    months = _DAYS.map(lambda day: Period.month(day.year, day.month))
    return _DAYS.map(Period.of) | runs | months | _DAYS.map(lambda day: Period.year(day.year))


def citations() -> st.SearchStrategy[Citation]:
    """Citations, each with a place in what it cites."""
    return st.builds(
        Citation,
        regulation=words(),
        locator=words(),
        quoted_in=st.none() | words(),
        known=st.sampled_from(KNOWN),
    )


def decisions() -> st.SearchStrategy[Decision]:
    """Decisions of officials."""
    return st.builds(Decision, by=words(), number=words(), date=_DAYS)


def readings() -> st.SearchStrategy[Reading]:
    """Words of a source, and what they are read as."""
    return st.builds(Reading, word=words(), read_as=words(), reason=texts())


def printed() -> st.SearchStrategy[Printed]:
    """Printed cells, with and without a value."""
    return st.builds(Printed, st.text(_LETTERS, max_size=20), st.none() | counts(), source=citations())


def hazards() -> st.SearchStrategy[Hazard]:
    """The well-known hazards, and some that a district brings along."""
    own = st.builds(Hazard, slugs().map(lambda code: f"own_{code}"), texts(), st.lists(words(), max_size=2))
    return st.sampled_from(HAZARDS) | own


def places() -> st.SearchStrategy[Place]:
    """Places."""
    return st.builds(Place, words(), district=st.none() | words(), code=st.none() | words())


def damages() -> st.SearchStrategy[Damage]:
    """Damage, known and not known."""
    known = st.none() | counts(10**6)
    return st.builds(Damage, heavy=known, light=known, houses=known, businesses=known, public_facilities=known)


def localities() -> st.SearchStrategy[Locality]:
    """Places of an event, with what was counted there."""
    known = st.none() | counts(10**6)
    return _struck(Locality, place=places(), damage=damages(), loss=known, people=known, families=known)


@st.composite
def _struck(draw: st.DrawFn, kind: type[T], **fields: st.SearchStrategy[Any]) -> T:
    """An event or a place; where people and families are both known there are no more families than people."""
    drawn = {name: draw(strategy) for name, strategy in fields.items()}
    if drawn["people"] is not None and drawn["families"] is not None:
        drawn["families"] = min(drawn["people"], drawn["families"])
    return kind(**drawn)


def events(
    hazard: st.SearchStrategy[Hazard] | None = None,
    period: st.SearchStrategy[Period] | None = None,
    people: st.SearchStrategy[int | None] | None = None,
    families: st.SearchStrategy[int | None] | None = None,
) -> st.SearchStrategy[DisasterEvent]:
    """Events; what is not asked for in particular may be not known."""
    told: dict[str, st.SearchStrategy[Any]] = {
        "hazard": hazards() if hazard is None else hazard,
        "place": places(),
        "period": periods() if period is None else period,
        "families": st.none() | counts() if families is None else families,
        "people": st.none() | counts() if people is None else people,
    }
    reported = {"damage": damages(), "loss": st.none() | counts(10**12), "reported_by": st.none() | words()}
    return _struck(DisasterEvent, **told) | _struck(DisasterEvent, **told, **reported)


@st.composite
def items(draw: st.DrawFn, code: str | None = None) -> Item:
    """Items of every shape that a standard can grant."""
    per = draw(st.sampled_from(("person", "family", "event", "recipient")))
    every = "once" if per == "recipient" else draw(st.sampled_from(("day", "week", "month", "once")))
    group = draw(st.sampled_from((1, 1, 20, 5))) if per in ("person", "family") else 1
    rounding = st.sampled_from(Rounding)
    return Item(
        code=code or draw(slugs()),
        name=draw(texts()),
        amount=draw(st.none() | counts(10**6)),
        unit=draw(st.sampled_from(UNITS)),
        per=per,
        every=every,
        group=group,
        rounding=draw(rounding) if group > 1 else None,
        counted=draw(st.sampled_from(("event", "place"))) if group > 1 else None,
        month_days=draw(st.integers(28, 31)) if every == "month" else None,
        part=draw(st.sampled_from(("up", "down"))) if every in ("week", "month") else None,
        bound=draw(st.sampled_from(get_args(Bound))),
        in_kind=tuple(draw(st.lists(st.builds(InKind, code=slugs(), name=texts()), max_size=2))),
        citation=draw(citations()),
    )


@st.composite
def windows(draw: st.DrawFn, codes: tuple[str, ...] = ("flood",)) -> Window:
    """Windows of days, with and without an extension."""
    minimum = draw(st.integers(1, 30))
    maximum = minimum + draw(st.integers(0, 30))
    extended = draw(st.none() | st.integers(maximum + 1, maximum + 30))
    return Window(hazards=codes, minimum=minimum, maximum=maximum, extended=extended, citation=draw(citations()))


@st.composite
def validities(draw: st.DrawFn) -> Validity:
    """Validities whose end is known, open or not known."""
    start = draw(periods())
    ends = periods().filter(lambda period: period.end >= start.start)
    words: tuple[End, ...] = get_args(End)
    return Validity(start=start, end=draw(st.sampled_from(words) | ends), citation=draw(citations()))


def durations() -> st.SearchStrategy[Durations]:
    """What a standard says of days outside its windows."""
    return st.builds(Durations, beyond=st.sampled_from(("decision", "refused")), note=texts(), citation=citations())


def _names_of_no_hazard() -> st.SearchStrategy[Text]:
    """Hypothesis draws words from the code too, and "Food shortage" already means a hazard."""
    return texts().filter(lambda name: Hazard.meaning(name.id) is None and Hazard.meaning(name.en) is None)


@st.composite
def standards(draw: st.DrawFn) -> AidStandard:
    """Whole standards."""
    codes = draw(st.lists(st.sampled_from([hazard.code for hazard in HAZARDS]), min_size=2, max_size=4, unique=True))
    item_codes = draw(st.lists(slugs(), min_size=2, max_size=5, unique=True))
    return AidStandard(
        code=draw(slugs()),
        title=draw(texts()),
        source=draw(citations()),
        validity=draw(validities()),
        durations=draw(durations()),
        windows=(draw(windows((codes[0],))),),
        packages=(
            Package(
                code=item_codes[0],
                name=draw(texts()),
                priority=draw(st.none() | texts()),
                items=tuple(draw(items(code)) for code in item_codes[1:]),
            ),
        ),
        hazards=tuple(draw(st.lists(st.builds(Hazard, st.just("own_hazard"), _names_of_no_hazard()), max_size=1))),
        readings=(HazardReading(hazard=codes[1], read_as=codes[0], reason=draw(texts()), citation=draw(citations())),),
        not_covered=tuple(
            draw(
                st.lists(
                    st.builds(NotCovered, hazards=st.just((codes[-1],)), note=texts(), citation=citations()), max_size=1
                )
            )
        ),
    )


@st.composite
def covered_events(draw: st.DrawFn, most: int = MOST_PEOPLE) -> DisasterEvent:
    """Events that Pedum 03/BJ-SBSKBA/2003 serves, everybody counted."""
    covered = [hazard for hazard in HAZARDS if standards_module.PEDUM_2003.window_for(hazard) is not None]
    days = st.dates(date(2003, 1, 1), date(2100, 12, 31)).map(Period.of)
    return draw(events(st.sampled_from(covered), days, counts(most), counts(most)))


@st.composite
def answers(draw: st.DrawFn) -> Relief:
    """Answers by Pedum 03/BJ-SBSKBA/2003."""
    window = draw(answer_ranges())
    return draw(st.sampled_from([window.minimum, window.maximum]))


def answer_ranges() -> st.SearchStrategy[ReliefRange]:
    """Answers by Pedum 03/BJ-SBSKBA/2003 at both ends."""
    return covered_events().map(lambda event: entitle_range(event, standards_module.PEDUM_2003))


def totals() -> st.SearchStrategy[ReliefTotal]:
    """Sums of answers."""
    return st.lists(answers(), max_size=3).map(total)


def batches() -> st.SearchStrategy[Batch]:
    """Batches of events, served and refused."""
    return st.lists(events(), max_size=3).map(
        lambda batch: entitle_all(batch, standards_module.PEDUM_2003, days="maximum")
    )


def by_type() -> dict[type[Any], st.SearchStrategy[Any]]:
    """The strategy of each public class."""
    return {
        Text: texts(),
        Unit: st.sampled_from(UNITS),
        Quantity: quantities(),
        Percentage: percentages(),
        Span: spans(),
        Period: periods(),
        Citation: citations(),
        Decision: decisions(),
        Reading: readings(),
        Printed: printed(),
        Hazard: hazards(),
        Place: places(),
        Damage: damages(),
        Locality: localities(),
        DisasterEvent: events(),
        Item: items(),
        Window: windows(),
        Validity: validities(),
        Durations: durations(),
        AidStandard: standards(),
        Relief: answers(),
        ReliefRange: answer_ranges(),
        ReliefTotal: totals(),
        Batch: batches(),
    }
