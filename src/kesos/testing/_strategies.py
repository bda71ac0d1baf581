"""Hypothesis strategies for the public classes: valid values over the whole range, small enough to read."""

from __future__ import annotations

import string
from datetime import date
from decimal import Decimal
from itertools import chain, product
from typing import Any, TypeVar, get_args

from hypothesis import strategies as st

from kesos import standards as standards_module  # its PEDUM_2003 is read when something is drawn
from kesos._traits import Schooling, Sex
from kesos.counts import COUNTS, Count, Counts, Most
from kesos.events import Damage, DisasterEvent, Locality
from kesos.hazards import HAZARDS, Hazard
from kesos.relief import Batch, Relief, ReliefRange, ReliefTotal, entitle_all, entitle_range, total
from kesos.standards import (
    AidStandard,
    Axis,
    Between,
    Cycle,
    Days,
    Durations,
    HazardReading,
    Index,
    IndexValue,
    InKind,
    Item,
    Judged,
    JudgedField,
    NotCovered,
    Package,
    Row,
    Suits,
    Validity,
    Window,
)
from kesos.standards._amounts import Bound, Every
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
    """The well-known hazards, and some that a regency brings along."""
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
def _struck(draw: st.DrawFn, kind: type[T], /, **fields: st.SearchStrategy[Any]) -> T:
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
    drawn = _struck(DisasterEvent, **told) | _struck(DisasterEvent, **told, **reported)
    if people is not None or families is not None:  # what is asked for is given by the event itself
        return drawn
    where = {name: told[name] for name in ("hazard", "place", "period")}
    return drawn | st.builds(DisasterEvent, **where, localities=st.lists(localities(), min_size=1, max_size=3))


def own_counts(code: str = "own_count") -> st.SearchStrategy[Count]:
    """Counts that a standard brings along: plain, measured, told apart by classes or by whole numbers."""
    plain: dict[str, st.SearchStrategy[Any]] = {"code": st.just(code), "name": texts(), "citation": citations()}
    axes = st.sampled_from(
        ({"kind": ["large", "small"]}, {"size": "whole number"}, {"size": "whole number", "kind": ["x"]})
    )
    most = st.builds(Most, amount=st.integers(1, 99), each=slugs())
    told = st.builds(Count, **plain, axis=axes, most=st.none() | most)
    measured = st.builds(Count, **plain, unit=st.just(Unit.of("m2")), most=st.none() | most)
    return told | measured | st.builds(Count, **plain, of=st.sampled_from(("person", "house")))


def counted() -> st.SearchStrategy[Counts]:
    """What was counted of an event: numbers, not known, ranges, and by class; none of it more than its whole."""
    known = st.none() | counts(10**6)
    between = st.tuples(counts(10**6), counts(10**6)).map(lambda ends: Span(min(ends), max(ends)))
    told = st.dictionaries(st.sampled_from(("heavy", "moderate", "light")), known, min_size=1)
    numbered = st.lists(counts(20), min_size=1, max_size=3, unique=True).flatmap(
        lambda sizes: st.tuples(*(st.tuples(st.just({"size": size}), known) for size in sizes)).map(list)
    )
    return st.fixed_dictionaries(
        {}, optional={"dead": known, "displaced": between, "house": known | told, "household": numbered, "own": known}
    ).map(Counts)


def _amounts(unit: Unit) -> st.SearchStrategy[int | Decimal | Between]:
    """Amounts, with a decimal where the unit has room for one, and ranges."""
    exact: st.SearchStrategy[int | Decimal] = counts(10**6)
    if unit.factor % 10 == 0:
        exact |= st.integers(0, 10**5).map(lambda tenths: Decimal(tenths) / 10)
    return exact | st.tuples(counts(10**5), st.integers(1, 10**5)).map(lambda ends: Between(ends[0], sum(ends)))


@st.composite
def tables(
    draw: st.DrawFn, unit: Unit, count: Count | None, axes: tuple[Axis, ...], indices: tuple[Index, ...], groups: bool
) -> tuple[Row, ...]:
    """Tables of rates of which exactly one row fits, or none; of two tests at the most, so that it can be read."""
    tests: list[list[dict[str, Any]]] = [
        [{"day": {"to": 3}}, {"day": {"from": 4, "to": 9}}, {"day": {"from": 10}}],
        [{"date": {"to": "2019-06-30"}}, {"date": {"from": "2019-07-01"}}],
        *([{axis.code: value} for value in axis.classes] for axis in axes),
        *(
            [{name: value} for value in classes]
            if classes is not None
            else [{name: {"from": 1, "to": 4}}, {name: {"from": 5}}]
            for name, classes in (count.axis if count is not None else ())
        ),
    ]
    chosen = draw(st.lists(st.sampled_from(tests), min_size=1, max_size=2, unique_by=lambda each: next(iter(each[0]))))
    cells = [dict(chain.from_iterable(test.items() for test in cell)) for cell in product(*chosen)]
    return tuple(draw(rows(cell, unit, indices, groups)) for cell in cells if draw(st.integers(0, 9)))


@st.composite
def rows(
    draw: st.DrawFn,
    tests: dict[str, Any] | None = None,
    unit: Unit | None = None,
    indices: tuple[Index, ...] = (),
    groups: bool = False,
) -> Row:
    """Rows of a table of rates, with an amount or a share of an index."""
    unit = draw(st.sampled_from(UNITS)) if unit is None else unit
    few: tuple[dict[str, Any], ...] = ({}, {"damage": "heavy"}, {"day": {"to": 3}})
    asked = draw(st.sampled_from(few)) if tests is None else tests
    group = draw(st.none() | st.integers(1, 50)) if groups else None
    fitting = [index.code for index in indices if index.unit.base == unit.base]
    shared, one = draw(st.booleans()), draw(st.booleans())
    if fitting and shared:
        return Row(
            tests=asked,
            share=draw(st.fractions(0, 2, max_denominator=20)),
            of=fitting[0] if one else None,
            lower_of=() if one else fitting,
            rounding=draw(st.sampled_from(Rounding)),
            to=draw(st.integers(1, 5)),
            group=group,
        )
    amount = draw(_amounts(unit))
    open_ended = sum(isinstance(test, dict) and name not in ("day", "date") for name, test in asked.items()) == 1
    further = draw(st.none() | counts(1_000)) if open_ended and not isinstance(amount, Between) else None
    return Row(tests=asked, amount=amount, each_further=further, group=group)


@st.composite
def whom_named(draw: st.DrawFn) -> Suits:
    """Whom the words of an item name: somebody, or nobody in particular."""
    sex = draw(st.sampled_from((None, *get_args(Sex))))
    grown = draw(st.none() | st.booleans())
    schools = tuple(draw(st.lists(st.sampled_from(get_args(Schooling)), max_size=2, unique=True)))
    is_open = sex is None and grown is None and not schools
    return Suits(
        words=draw(words() if is_open else st.none() | words()),
        sex=sex,
        grown=grown,
        schooling=schools,
        readings=tuple(draw(st.lists(readings(), max_size=1))),
    )


def needs_judged() -> st.SearchStrategy[Judged]:
    """Needs that an officer judges, with and without a field of the household for it."""
    fields = st.sampled_from((None, *get_args(JudgedField)))
    return st.builds(Judged, need=texts(), about=st.none() | texts(), field=fields, citation=citations())


PER = ("person", "family", "event", "recipient", "dead", "injured", "house", "household")


@st.composite
def items(
    draw: st.DrawFn,
    code: str | None = None,
    own: tuple[Count, ...] = (),
    axes: tuple[Axis, ...] = (),
    indices: tuple[Index, ...] = (),
    windowed: bool = True,
) -> Item:
    """Items of every shape that a standard can grant; `windowed` where each of its hazards has a window."""
    per = draw(st.sampled_from((*PER, *(count.code for count in own))))
    count = next((each for each in (*own, *COUNTS) if each.code == per), None)
    chosen, measured = per == "recipient", count is not None and count.unit is not None
    cycles = st.sampled_from((Cycle(days=3), Cycle(days=Between(2, 3))))
    words: tuple[Every, ...] = get_args(Every)
    every: Every | Cycle = "once" if chosen else draw(st.sampled_from(words) | cycles)
    unit = draw(st.sampled_from([index.unit for index in indices] or UNITS) | st.sampled_from(UNITS))
    groupable = not chosen and not measured and per != "event"
    size = draw(st.sampled_from((1, 1, 20, 5))) if groupable else 1
    table = () if chosen or draw(st.booleans()) else draw(tables(unit, count, axes, indices, groupable))
    grouped = size > 1 or any(row.group is not None for row in table)
    lasts = every != "once" or any(row.test("day") is not None for row in table)
    spans: tuple[Any, ...] = ("open", Days(minimum=3, maximum=20), Days(minimum=5, maximum=9, extended=30))
    own_days = st.sampled_from(spans)
    window = None if not lasts or (windowed and draw(st.booleans())) else draw(own_days)
    parts = ("up", "down", "whole") if window == "open" else ("up", "down")
    return Item(
        code=code or draw(slugs()),
        name=draw(texts()),
        amount=None if table else draw(st.none() | counts(10**6) if chosen else st.none() | _amounts(unit)),
        unit=unit,
        per=per,
        every=every,
        group=size,
        rounding=draw(st.sampled_from(Rounding)) if grouped else None,
        counted=draw(st.sampled_from(("event", "place"))) if grouped else None,
        month_days=draw(st.integers(28, 31)) if every == "month" else None,
        part=draw(st.sampled_from(parts)) if every not in ("day", "once") else None,
        bound=draw(st.sampled_from(get_args(Bound))),
        measure=Unit.of(draw(st.sampled_from(("ha", "m2")))) if measured else None,
        rates=table,
        window=window,
        in_kind=tuple(draw(st.lists(st.builds(InKind, code=slugs(), name=texts()), max_size=2))),
        suits=draw(st.none() | whom_named()) if chosen else None,
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
    named = periods().filter(lambda period: period.precision != "days")  # a day, a month or a year
    start = draw(named)
    ends = named.filter(lambda period: period.end >= start.start)
    words: tuple[End, ...] = get_args(End)
    return Validity(start=start, end=draw(st.sampled_from(words) | ends), citation=draw(citations()))


def durations() -> st.SearchStrategy[Durations]:
    """What a standard says of days outside its windows."""
    return st.builds(Durations, beyond=st.sampled_from(("decision", "refused")), note=texts(), citation=citations())


def _names_of_no_hazard() -> st.SearchStrategy[Text]:
    """Hypothesis draws words from the code too, and "Food shortage" already means a hazard."""
    return texts().filter(lambda name: Hazard.meaning(name.id) is None and Hazard.meaning(name.en) is None)


@st.composite
def own_axes(draw: st.DrawFn) -> tuple[Axis, ...]:
    """A trait of the event and a class of the date, one of them or none."""
    trait = Axis(code="terrain", name=draw(texts()), of="event", values=("plain", "hill"))
    season = Axis(code="season", name=draw(texts()), of="date", months={"wet": [11, 12, 1], "dry": [6, 7]})
    return draw(st.sampled_from(((), (trait,), (season,), (trait, season))))


@st.composite
def own_indices(draw: st.DrawFn) -> tuple[Index, ...]:
    """An index that the caller brings and one with dated values, one of them or none."""
    unit = draw(st.sampled_from(UNITS))
    days = [{"to": "2018-12-31"}, {"from": "2019-01-01", "to": "2060-12-31"}]
    dated = tuple(IndexValue(row=Row(tests={"date": when}, amount=draw(counts(10**4)))) for when in days)
    about: dict[str, Any] = {"name": draw(texts()), "unit": unit, "citation": draw(citations())}
    brought, listed = Index(code="brought", given="caller", **about), Index(code="listed", values=dated, **about)
    return draw(st.sampled_from(((), (brought,), (listed,), (brought, listed))))


@st.composite
def standards(draw: st.DrawFn) -> AidStandard:
    """Whole standards: with windows by hazard or without, and with counts, axes, indices and rates of their own."""
    codes = draw(st.lists(st.sampled_from([hazard.code for hazard in HAZARDS]), min_size=2, max_size=4, unique=True))
    item_codes = draw(st.lists(slugs(), min_size=2, max_size=5, unique=True))
    windowed = draw(st.booleans())
    own = tuple(draw(own_counts(f"own_count_{number}")) for number in range(draw(st.integers(0, 2))))
    axes, indices = draw(own_axes()), draw(own_indices())
    granted = tuple(draw(items(code, own, axes, indices, windowed)) for code in item_codes[1:])
    selective = any(item.per == "recipient" for item in granted)
    reading = HazardReading(hazard=codes[1], read_as=codes[0], reason=draw(texts()), citation=draw(citations()))
    return AidStandard(
        code=draw(slugs()),
        title=draw(texts()),
        source=draw(citations()),
        validity=draw(validities()),
        durations=draw(durations() if windowed else st.none() | durations()),
        covers=None if windowed else draw(st.sampled_from(("any", tuple(codes[:1])))),
        windows=(draw(windows((codes[0],))),) if windowed else (),
        packages=(
            Package(
                code=item_codes[0],
                name=draw(texts()),
                priority=draw(st.none() | texts()),
                subject=draw(st.none() | slugs()),
                judged=draw(st.none() | needs_judged()) if selective else None,
                items=granted,
            ),
        ),
        counts=own,
        axes=axes,
        indices=indices,
        hazards=tuple(draw(st.lists(st.builds(Hazard, st.just("own_hazard"), _names_of_no_hazard()), max_size=1))),
        readings=(reading,) if windowed else (),
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
        Count: own_counts(),
        Counts: counted(),
        Row: rows(),
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
