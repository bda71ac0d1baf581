"""The laws that any standard must keep, tried on drawn events.

Each law is a function that raises `LawBrokenError` with the clause that it breaks; a check runs them all and reports
every one that was broken, with the smallest example that Hypothesis finds.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import attrs
from hypothesis import strategies as st

from kesos.errors import (
    DurationError,
    HazardNotCoveredError,
    InvalidValueError,
    KesosError,
    NotInForceError,
    UnknownValueError,
)
from kesos.events import DisasterEvent, Locality
from kesos.hazards import HAZARDS, Hazard
from kesos.relief import Relief, read_record
from kesos.relief import _entitlement as entitlement
from kesos.standards import AidStandard, Item, Window, dumps_standard, loads_standard
from kesos.testing._strategies import MOST_PEOPLE, counts
from kesos.testing._trial import must, try_all
from kesos.values import LANGUAGES, Decision, Period, Quantity, Rounding, Text
from kesos.values import _checks as checks
from kesos.values import _locales as locales

Entitle = Callable[..., Relief]
"""A function that answers as `kesos.entitle` does."""


@attrs.frozen
class _Case:
    """A standard, the function that is tried on it, and what to draw events from."""

    standard: AidStandard
    entitle: Entitle

    def event(self, window: Window, people: int | None, families: int | None = None, **more: Any) -> DisasterEvent:
        hazard = self.standard.hazard(window.hazards[0])
        start = self.standard.validity.start.start
        return DisasterEvent(
            hazard=hazard, place="x", period=Period.of(start), people=people, families=families, **more
        )

    def quantities(self, event: DisasterEvent, days: int | str, **options: Any) -> dict[str, Quantity]:
        return dict(self.entitle(event, self.standard, days=days, **options))

    def items(self, *pers: str) -> Iterator[Item]:
        return (item for item in self.standard.items if item.per in pers and item.rate is not None)


def nobody_gets_nothing(case: _Case, window: Window, people: int) -> None:
    """Zero people get zero."""
    found = case.quantities(case.event(window, 0, 0), "minimum")
    for item in case.items("person", "family"):
        must(
            found[item.code].amount == 0,
            InvalidValueError(
                "broken_law.nobody", clause=item.citation, item=item.code, amount=found[item.code].amount
            ),
        )


def quantities_are_whole(case: _Case, window: Window, people: int) -> None:
    """Every quantity is a whole number of its item's base unit."""
    for code, quantity in case.quantities(case.event(window, people, people), "maximum").items():
        item = case.standard.item(code)
        must(
            type(quantity.amount) is int and quantity.amount >= 0 and quantity.unit.base == item.unit.base,
            InvalidValueError(
                "broken_law.not_whole", clause=item.citation, item=code, quantity=quantity, unit=item.unit.base
            ),
        )


def aid_grows_with_people(case: _Case, window: Window, people: int) -> None:
    """More people or families never get less: one more, or twice as many and one."""
    fewer = case.quantities(case.event(window, people, people), "maximum")
    for larger in (people + 1, 2 * people + 1):
        more = case.quantities(case.event(window, larger, larger), "maximum")
        for item in case.items("person", "family", "event"):
            must(
                fewer[item.code] <= more[item.code],
                InvalidValueError(
                    "broken_law.fewer_people", clause=item.citation, item=item.code, larger=larger, people=people
                ),
            )


def aid_grows_with_days(case: _Case, window: Window, people: int) -> None:
    """A longer window never gives less."""
    event = case.event(window, people, people)
    least, most = case.quantities(event, "minimum"), case.quantities(event, "maximum")
    for item in case.items("person", "family", "event"):
        must(
            least[item.code] <= most[item.code],
            InvalidValueError(
                "broken_law.fewer_days",
                clause=item.citation,
                item=item.code,
                longer=window.maximum,
                shorter=window.minimum,
            ),
        )


def rates_are_the_standards(case: _Case, window: Window, people: int) -> None:
    """The quantity is the rate times those it is for, times the days; groups and months as the standard declares."""
    found = case.quantities(case.event(window, people, people), "maximum")
    for item in case.items("person", "family", "event"):
        assert item.rate is not None
        whom = 1 if item.per == "event" else _rounded(Fraction(people, item.group), item.rounding)
        times = {
            "day": window.maximum,
            "once": 1,
            "month": _rounded(Fraction(window.maximum, item.month_days or 1), item.month_rounding),
        }[item.every]
        owed = item.rate * whom * times
        must(
            found[item.code] == owed,
            InvalidValueError(
                "broken_law.not_the_rate",
                clause=item.citation,
                item=item.code,
                found=found[item.code],
                owed=owed,
                people=people,
            ),
        )


def _rounded(value: Fraction, rounding: Rounding | None) -> int:
    """`value` in whole steps; written apart from the library's own rounding, to be a second opinion on it."""
    down = value.numerator // value.denominator
    if value == down or rounding in (None, Rounding.DOWN):
        return down
    return down + 1 if rounding is Rounding.UP or value - down >= Fraction(1, 2) else down


def splitting_changes_nothing(case: _Case, window: Window, people: int) -> None:
    """Two halves of an event get what the whole gets; groups differ only as the standard declares."""
    half = people // 2
    parts = [case.event(window, half, half), case.event(window, people - half, people - half)]
    halves = [case.quantities(part, "minimum") for part in parts]
    places = [
        Locality(place=str(number), people=part.people, families=part.families) for number, part in enumerate(parts)
    ]
    whole = case.quantities(case.event(window, people, people), "minimum")
    spread = case.quantities(case.event(window, None, None, localities=places), "minimum")
    for item in case.items("person", "family"):
        added = halves[0][item.code] + halves[1][item.code]
        expected = added if item.group == 1 or item.counted == "place" else whole[item.code]
        must(
            spread[item.code] == expected and (item.group > 1 or whole[item.code] == added),
            InvalidValueError(
                "broken_law.split", clause=item.citation, item=item.code, added=added, whole=spread[item.code]
            ),
        )


def days_stay_in_the_window(case: _Case, window: Window, people: int) -> None:
    """No day below the minimum or above the maximum without an extension, and none above that without a decision."""
    event = case.event(window, people, people)
    longest = window.longest
    allowed: list[tuple[int, dict[str, Any]]] = [(window.minimum, {}), (window.maximum, {})]
    refused: list[tuple[int, dict[str, Any]]] = [
        (window.minimum - 1, {}),
        (window.maximum + 1, {}),
        (longest + 1, {"extended": True}),
    ]
    if window.extended is not None:
        allowed.append((window.extended, {"extended": True}))
    decided = {"decision": Decision(by="x", number="1", date="2020-01-01")}
    (allowed if case.standard.durations.beyond == "decision" else refused).append((longest + 1, decided))
    for days, options in allowed:
        must(
            case.entitle(event, case.standard, days=days, **options).days == days,
            InvalidValueError("broken_law.other_days", clause=window.citation, days=days),
        )
    for days, options in refused:
        must(
            _refuses(DurationError, case, event, days, **options),
            InvalidValueError("broken_law.days_not_refused", clause=window.citation, days=days),
        )


def _refuses(kind: type[KesosError], case: _Case, event: DisasterEvent, days: int | str, **options: Any) -> bool:
    try:
        case.entitle(event, case.standard, days=days, **options)
    except kind:
        return True
    return False


def only_its_hazards_and_years(case: _Case, window: Window, people: int) -> None:
    """A hazard that the standard does not name, and a day outside its years, are refused."""
    standard = case.standard
    event = case.event(window, people, people)
    unnamed = [each for each in (*HAZARDS, Hazard("unnamed", Text("x", "x"))) if standard.window_for(each) is None]
    for hazard in unnamed:
        other = attrs.evolve(event, hazard=hazard)
        must(
            _refuses(HazardNotCoveredError, case, other, "minimum"),
            InvalidValueError("broken_law.not_refused", clause=standard.source, what=hazard.code),
        )
    outside: list[date] = []
    if standard.validity.start.start > date.min:
        outside.append(standard.validity.start.start - timedelta(days=1))
    if isinstance(standard.validity.end, Period) and standard.validity.end.end < date.max:
        outside.append(standard.validity.end.end + timedelta(days=1))
    for day in outside:
        late = attrs.evolve(event, period=Period.of(day))
        must(
            _refuses(NotInForceError, case, late, "minimum"),
            InvalidValueError("broken_law.not_refused", clause=standard.validity.citation, what=day),
        )


def unknown_is_not_zero(case: _Case, window: Window, people: int) -> None:
    """Where a rate needs a count that is not known, there is no answer."""
    for per, known in (("person", (None, people)), ("family", (people, None))):
        for item in case.items(per):
            event = case.event(window, *known)
            must(
                _refuses(UnknownValueError, case, event, "minimum"),
                InvalidValueError("broken_law.not_refused", clause=item.citation, what=item.code),
            )


def blanks_stay_blank(case: _Case, window: Window, people: int) -> None:
    """What the standard leaves blank shows in the answer, and has no quantity."""
    chosen = {item.code: people for item in case.standard.items if item.per == "recipient"}
    answer = case.entitle(case.event(window, people, people), case.standard, days="minimum", recipients=chosen)
    blank = {each.code for each in answer.unspecified}
    for item in case.standard.items:
        must(
            (item.code in blank) == (item.rate is None) and (item.code in answer) == (item.rate is not None),
            InvalidValueError("broken_law.blank", clause=item.citation, item=item.code),
        )


def recipients_are_counted(case: _Case, window: Window, people: int) -> None:
    """A selective item is given once to each recipient that was named, and to no more people than were struck."""
    event = case.event(window, people, people)
    for item in case.items("recipient"):
        assert item.rate is not None
        found = case.quantities(event, "minimum", recipients={item.code: people})
        must(
            found[item.code] == item.rate * people,
            InvalidValueError(
                "broken_law.recipients", clause=item.citation, item=item.code, found=found[item.code], people=people
            ),
        )
        more = people + 1
        must(
            _refuses(InvalidValueError, case, event, "minimum", recipients={item.code: more}),
            InvalidValueError(
                "broken_law.recipients_not_refused", clause=item.citation, item=item.code, more=more, people=people
            ),
        )


def every_number_has_a_source(case: _Case, window: Window, people: int) -> None:
    """Each line has the citation that the standard gives it, with a place in it."""
    for line in case.entitle(case.event(window, people, people), case.standard, days="minimum").lines:
        item = case.standard.item(line.code)
        placed = line.citation.place("id") or line.citation.known == "hypothetical"
        must(
            line.citation == item.citation and bool(placed),
            InvalidValueError("broken_law.no_source", clause=item.citation, item=line.code),
        )


def explanations_name_every_number(case: _Case, window: Window, people: int) -> None:
    """The explanation, in both languages, names the days, each rate, each multiplier and each quantity."""
    answer = case.entitle(case.event(window, people, people), case.standard, days="maximum")
    for language in LANGUAGES:
        text = answer.explain(language)
        for line in answer.lines:
            assert line.item.rate is not None
            numbers = [line.item.rate.say(language), line.quantity.say(language), line.item.name.say(language)]
            numbers += [locales.number(line.multiplier, language)] if line.item.per != "event" else []
            missing = [number for number in (*numbers, str(answer.days)) if number not in text]
            must(
                not missing,
                InvalidValueError(
                    "broken_law.unexplained",
                    clause=line.citation,
                    item=line.code,
                    language=language,
                    missing=missing,
                ),
            )


def answers_are_pure(case: _Case, window: Window, people: int) -> None:
    """The same question has the same answer, which survives pickling and can be a key."""
    event = case.event(window, people, people)
    answer, again = (case.entitle(event, case.standard, days="minimum") for _ in range(2))
    must(
        answer == again and hash(answer) == hash(again) and pickle.loads(pickle.dumps(answer)) == answer,
        InvalidValueError("broken_law.not_the_same", clause=case.standard.source),
    )


def answers_can_be_verified(case: _Case, window: Window, people: int) -> None:
    """A recorded answer, read back, is what the standard gives."""
    answer = case.entitle(case.event(window, people, people), case.standard, days="minimum")
    try:
        same = read_record(answer.to_json(), case.standard) == answer
    except KesosError:
        same = False
    must(
        same,
        InvalidValueError("broken_law.not_verified", clause=case.standard.source),
    )


def the_file_says_the_same(case: _Case, window: Window, people: int) -> None:
    """Written as a file, read back and written again, the standard is the same."""
    text = dumps_standard(case.standard)
    try:
        again = loads_standard(text)
        same = again == case.standard and dumps_standard(again) == text
    except KesosError:
        same = False
    must(
        same,
        InvalidValueError("broken_law.changed_by_its_file", clause=case.standard.source),
    )


StandardLaw = Callable[[_Case, Window, int], None]

STANDARD_LAWS: tuple[StandardLaw, ...] = (
    nobody_gets_nothing,
    quantities_are_whole,
    rates_are_the_standards,
    aid_grows_with_people,
    aid_grows_with_days,
    splitting_changes_nothing,
    days_stay_in_the_window,
    only_its_hazards_and_years,
    unknown_is_not_zero,
    blanks_stay_blank,
    recipients_are_counted,
    every_number_has_a_source,
    explanations_name_every_number,
    answers_are_pure,
    answers_can_be_verified,
    the_file_says_the_same,
)
"""Every law that `check_standard` tries; the name and the first line of each say what it is."""


def check_standard(standard: AidStandard, *, entitle: Entitle = entitlement.entitle, examples: int = 25) -> None:
    """Tries every law on a standard; says nothing where all of them hold.

    Args:
        standard: The standard.
        entitle: The function to try on it; left out, kesos's own.
        examples: How many events to draw for each law.

    Raises:
        BrokenLawsError: Every law that was broken, each with its clause and the smallest example found.

    >>> from kesos import PEDUM_2003
    >>> check_standard(PEDUM_2003, examples=3)
    """
    checks.instance(standard, "standard", AidStandard)
    case = _Case(standard, entitle)
    draws = st.tuples(st.sampled_from(standard.windows), counts(MOST_PEOPLE))
    laws = [(law.__name__, _on(case, law)) for law in STANDARD_LAWS]
    try_all(
        standard.code,
        laws,
        draws,
        standard.source,
        examples,
    )


def _on(case: _Case, law: StandardLaw) -> Callable[[tuple[Window, int]], None]:
    return lambda drawn: law(case, *drawn)
