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
from kesos.testing._trial import LawBrokenError, must, try_all
from kesos.values import LANGUAGES, Citation, Decision, Period, Quantity, Rounding, Text
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
            item.citation,
            f"{item.code}: nol jiwa mendapat {found[item.code].amount}",
            f"{item.code}: zero people get {found[item.code].amount}",
        )


def quantities_are_whole(case: _Case, window: Window, people: int) -> None:
    """Every quantity is a whole number of its item's base unit."""
    for code, quantity in case.quantities(case.event(window, people, people), "maximum").items():
        item = case.standard.item(code)
        must(
            type(quantity.amount) is int and quantity.amount >= 0 and quantity.unit.base == item.unit.base,
            item.citation,
            f"{code}: {quantity!r} bukan bilangan bulat {item.unit.base}",
            f"{code}: {quantity!r} is no whole number of {item.unit.base}",
        )


def aid_grows_with_people(case: _Case, window: Window, people: int) -> None:
    """More people or families never get less: one more, or twice as many and one."""
    fewer = case.quantities(case.event(window, people, people), "maximum")
    for larger in (people + 1, 2 * people + 1):
        more = case.quantities(case.event(window, larger, larger), "maximum")
        for item in case.items("person", "family", "event"):
            must(
                fewer[item.code] <= more[item.code],
                item.citation,
                f"{item.code}: {larger} jiwa mendapat kurang daripada {people}",
                f"{item.code}: {larger} people get less than {people}",
            )


def aid_grows_with_days(case: _Case, window: Window, people: int) -> None:
    """A longer window never gives less."""
    event = case.event(window, people, people)
    least, most = case.quantities(event, "minimum"), case.quantities(event, "maximum")
    for item in case.items("person", "family", "event"):
        must(
            least[item.code] <= most[item.code],
            item.citation,
            f"{item.code}: {window.maximum} hari memberi kurang daripada {window.minimum}",
            f"{item.code}: {window.maximum} days give less than {window.minimum}",
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
            item.citation,
            f"{item.code}: {found[item.code]!r}, seharusnya {owed!r} untuk {people} jiwa",
            f"{item.code}: {found[item.code]!r} where the rate gives {owed!r} for {people} people",
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
            item.citation,
            f"{item.code}: dua bagian mendapat {added!r}, keseluruhan {spread[item.code]!r}",
            f"{item.code}: two parts get {added!r}, the whole {spread[item.code]!r}",
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
            window.citation,
            f"{days} hari dijawab dengan jumlah hari lain",
            f"{days} days are answered with another number of days",
        )
    for days, options in refused:
        _must_refuse(DurationError, case, event, days, window.citation, f"{days} hari", f"{days} days", **options)


def _must_refuse(
    kind: type[KesosError],
    case: _Case,
    event: DisasterEvent,
    days: int | str,
    clause: Citation,
    indonesian: str,
    english: str,
    **options: Any,
) -> None:
    try:
        case.entitle(event, case.standard, days=days, **options)
    except kind:
        return
    raise LawBrokenError(clause, Text(f"{indonesian}: tidak ditolak", f"{english}: not refused"))


def only_its_hazards_and_years(case: _Case, window: Window, people: int) -> None:
    """A hazard that the standard does not name, and a day outside its years, are refused."""
    standard = case.standard
    event = case.event(window, people, people)
    unnamed = [each for each in (*HAZARDS, Hazard("unnamed", Text("x", "x"))) if standard.window_for(each) is None]
    for hazard in unnamed:
        other = attrs.evolve(event, hazard=hazard)
        clause = standard.source
        _must_refuse(HazardNotCoveredError, case, other, "minimum", clause, hazard.code, hazard.code)
    outside: list[date] = []
    if standard.validity.start.start > date.min:
        outside.append(standard.validity.start.start - timedelta(days=1))
    if isinstance(standard.validity.end, Period) and standard.validity.end.end < date.max:
        outside.append(standard.validity.end.end + timedelta(days=1))
    for day in outside:
        late = attrs.evolve(event, period=Period.of(day))
        clause = standard.validity.citation
        _must_refuse(NotInForceError, case, late, "minimum", clause, str(day), str(day))


def unknown_is_not_zero(case: _Case, window: Window, people: int) -> None:
    """Where a rate needs a count that is not known, there is no answer."""
    for per, known in (("person", (None, people)), ("family", (people, None))):
        for item in case.items(per):
            event = case.event(window, *known)
            _must_refuse(UnknownValueError, case, event, "minimum", item.citation, item.code, item.code)


def blanks_stay_blank(case: _Case, window: Window, people: int) -> None:
    """What the standard leaves blank shows in the answer, and has no quantity."""
    chosen = {item.code: people for item in case.standard.items if item.per == "recipient"}
    answer = case.entitle(case.event(window, people, people), case.standard, days="minimum", recipients=chosen)
    blank = {each.code for each in answer.unspecified}
    for item in case.standard.items:
        must(
            (item.code in blank) == (item.rate is None) and (item.code in answer) == (item.rate is not None),
            item.citation,
            f"{item.code}: yang kosong dalam standar tidak kosong dalam jawaban",
            f"{item.code}: what the standard leaves blank is not blank in the answer",
        )


def recipients_are_counted(case: _Case, window: Window, people: int) -> None:
    """A selective item is given once to each recipient that was named, and to no more people than were struck."""
    event = case.event(window, people, people)
    for item in case.items("recipient"):
        assert item.rate is not None
        found = case.quantities(event, "minimum", recipients={item.code: people})
        must(
            found[item.code] == item.rate * people,
            item.citation,
            f"{item.code}: {found[item.code]!r} untuk {people} penerima",
            f"{item.code}: {found[item.code]!r} for {people} recipients",
        )
        _must_refuse(
            InvalidValueError,
            case,
            event,
            "minimum",
            item.citation,
            f"{item.code}: {people + 1} penerima dari {people}",
            f"{item.code}: {people + 1} recipients of {people}",
            recipients={item.code: people + 1},
        )


def every_number_has_a_source(case: _Case, window: Window, people: int) -> None:
    """Each line has the citation that the standard gives it, with a place in it."""
    for line in case.entitle(case.event(window, people, people), case.standard, days="minimum").lines:
        item = case.standard.item(line.code)
        placed = line.citation.place("id") or line.citation.known == "hypothetical"
        must(
            line.citation == item.citation and bool(placed),
            item.citation,
            f"{line.code}: sumbernya tidak disebut atau tanpa tempat",
            f"{line.code}: its source is not given, or has no place",
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
                line.citation,
                f"{line.code}: penjelasan ({language}) tidak menyebut {missing}",
                f"{line.code}: the explanation ({language}) does not name {missing}",
            )


def answers_are_pure(case: _Case, window: Window, people: int) -> None:
    """The same question has the same answer, which survives pickling and can be a key."""
    event = case.event(window, people, people)
    answer, again = (case.entitle(event, case.standard, days="minimum") for _ in range(2))
    must(
        answer == again and hash(answer) == hash(again) and pickle.loads(pickle.dumps(answer)) == answer,
        case.standard.source,
        "pertanyaan yang sama dijawab lain",
        "the same question is answered otherwise",
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
        case.standard.source,
        "jawaban tidak sama dengan yang dihitung kembali dari catatannya",
        "the answer is not what computing its record again gives",
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
        case.standard.source,
        "standar berubah bila ditulis dan dibaca kembali",
        "the standard changes when it is written and read back",
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
