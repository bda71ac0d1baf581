"""The laws that any standard must keep, tried on drawn events.

Each law is a function that raises `LawBrokenError` with the clause that it breaks; a check runs them all and reports
every one that was broken, with the smallest example that Hypothesis finds.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

import attrs

from kesos import _checks as checks
from kesos.counts._class_words import say_class
from kesos.errors import (
    DurationError,
    HazardNotCoveredError,
    InvalidValueError,
    KesosError,
    NotInForceError,
    UnitError,
)
from kesos.hazards import HAZARDS, Hazard
from kesos.relief import Line, Relief, read_record
from kesos.relief import _entitlement as entitlement
from kesos.standards import AidStandard, Between, Days, Item, dumps_standard, loads_standard
from kesos.standards._amounts import LONGEST_WINDOW
from kesos.standards._saying import say
from kesos.testing import _second_opinion as second_opinion
from kesos.testing._cases import Case, Drawn, Entitle, ends, halves, is_grouped, refuses
from kesos.testing._trial import must, try_all
from kesos.values import LANGUAGES, Decision, Period, Quantity, Span, Text
from kesos.values import _locales as locales
from kesos.values._spans import ends_of


def nobody_gets_nothing(case: Case, drawn: Drawn) -> None:
    """Zero people, and zero of whatever else is counted, get zero."""
    found = case.owed(case.full(drawn, 0), drawn)
    for item in case.lines():
        if item.per != "event" and item.code in found:
            must(
                ends(found[item.code]) == (0, 0),
                InvalidValueError(
                    "broken_law.nobody", clause=item.citation, item=item.code, amount=ends(found[item.code])[1]
                ),
            )


def quantities_are_whole(case: Case, drawn: Drawn) -> None:
    """Every quantity is a whole number of its item's base unit, or from one whole number to another."""
    for code, owed in case.owed(case.full(drawn, drawn.people), drawn, "maximum").items():
        item = case.standard.item(code)
        for quantity in ends_of(owed):
            must(
                type(quantity.amount) is int and quantity.amount >= 0 and quantity.unit.base == item.unit.base,
                InvalidValueError(
                    "broken_law.not_whole", clause=item.citation, item=code, quantity=quantity, unit=item.unit.base
                ),
            )


def aid_grows_with_people(case: Case, drawn: Drawn) -> None:
    """More of what is counted never gets less: one more, or twice as many and one."""
    fewer = case.owed(case.full(drawn, drawn.people), drawn, "maximum")
    for larger in (drawn.people + 1, 2 * drawn.people + 1):
        more = case.owed(case.full(drawn, larger), drawn, "maximum")
        for item in case.lines():
            must(
                item.code not in fewer or _at_most(fewer[item.code], more.get(item.code)),
                InvalidValueError(
                    "broken_law.fewer_people", clause=item.citation, item=item.code, larger=larger, people=drawn.people
                ),
            )


def aid_grows_with_days(case: Case, drawn: Drawn) -> None:
    """A longer window never gives less of what is given again and again."""
    event = case.full(drawn, drawn.people)
    least, most = case.owed(event, drawn, "minimum"), case.owed(event, drawn, "maximum")
    for item in case.lines():
        if (item.cycle is not None or not item.needs_days) and item.code in least and item.code in most:
            must(
                _at_most(least[item.code], most[item.code]),
                InvalidValueError(
                    "broken_law.fewer_days",
                    clause=item.citation,
                    item=item.code,
                    longer=case.number(item, drawn, "maximum"),
                    shorter=case.number(item, drawn, "minimum"),
                ),
            )


def _at_most(one: Quantity | Span[Quantity], other: Quantity | Span[Quantity] | None) -> bool:
    return other is not None and all(low <= high for low, high in zip(ends(one), ends(other), strict=True))


def rates_are_the_standards(case: Case, drawn: Drawn) -> None:
    """The quantity is the sum of count × times × rate that a second opinion comes to."""
    event = case.full(drawn, drawn.people)
    for end in ("minimum", "maximum"):
        found = case.owed(event, drawn, end)
        for item in case.lines():
            owed = case.expected(item, event, drawn, end)
            if owed is not None:
                must(
                    item.code in found and ends(found[item.code]) == owed,
                    InvalidValueError(
                        "broken_law.not_the_rate",
                        clause=item.citation,
                        item=item.code,
                        found=found.get(item.code),
                        owed=owed,
                        people=drawn.people,
                    ),
                )


def each_class_gets_its_own(case: Case, drawn: Drawn) -> None:
    """So many more of one class get what so many of it alone would get; groups are left to the law of splitting."""
    more = drawn.days
    for item in case.lines():
        if item.per == "event" or is_grouped(item):
            continue
        cells = case.cells(item.per, drawn, drawn.people)
        for cell in cells:
            added = {**cells, cell: cells[cell] + more}
            alone = {**dict.fromkeys(cells, 0), cell: more}
            amounts = [_owed_for(case, drawn, item, numbers) for numbers in (cells, alone, added)]
            apart = [sum(pair) for pair in zip(amounts[0], amounts[1], strict=True)]
            must(
                all(abs(one - other) <= _slack(item) for one, other in zip(apart, amounts[2], strict=True)),
                InvalidValueError(
                    "broken_law.not_its_own", clause=item.citation, item=item.code, more=more, cell=_cell(item, cell)
                ),
            )


def _owed_for(case: Case, drawn: Drawn, item: Item, numbers: Mapping[Any, int]) -> tuple[int, int]:
    """What an event gets of which nothing else is counted; nothing where that is not known."""
    people, families = (numbers.get(()) if item.per == code else None for code in ("person", "family"))
    event = case.event(drawn, people, families, counts=case.given({item.per: numbers}))
    found = case.owed(event, drawn)
    return ends(found[item.code]) if item.code in found else (0, 0)


def _slack(item: Item) -> int:
    """One base unit, where a rate for one is no whole number of it: a sum is rounded once, and its parts each."""
    exact = item.measure is None and not any(
        isinstance(amount, Between) or (type(amount) is not int and amount is not None)
        for row in item.table
        for amount in (row.amount, row.each_further)
    )
    return 0 if exact else 2


def _cell(item: Item, cell: tuple[tuple[str, Any], ...]) -> str:
    return ", ".join([item.per, *(str(name) for _, name in cell)])


def splitting_changes_nothing(case: Case, drawn: Drawn) -> None:
    """Two halves of an event get what the whole gets; groups differ only as the standard declares."""
    places, both = halves(case, drawn)
    parts = [
        case.owed(attrs.evolve(both, people=each.people, families=each.families, counts=_counts_of(each)), drawn)
        for each in places
    ]
    whole = case.owed(both, drawn)
    spread = case.owed(case.event(drawn, None, localities=places), drawn)
    for item in case.lines():
        if item.per != "event" and all(item.code in found for found in (*parts, whole, spread)):
            one, other, over, apart = (ends(found[item.code]) for found in (*parts, whole, spread))
            added = (one[0] + other[0], one[1] + other[1])
            grouped = is_grouped(item)
            expected = added if not grouped or item.counted == "place" else over
            must(
                _near(apart, expected, item) and (grouped or _near(over, added, item)),
                InvalidValueError(
                    "broken_law.split", clause=item.citation, item=item.code, added=added, whole=spread[item.code]
                ),
            )
        must(
            (item.code in spread) == (item.code in whole),
            InvalidValueError("broken_law.split", clause=item.citation, item=item.code, added=whole, whole=spread),
        )


def _counts_of(place: Any) -> dict[str, Any]:
    return {code: number for code, number in place.counts.items() if code not in ("person", "family")}


def _near(one: tuple[int, int], other: tuple[int, int], item: Item) -> bool:
    return all(abs(here - there) <= _slack(item) for here, there in zip(one, other, strict=True))


def days_stay_in_the_window(case: Case, drawn: Drawn) -> None:
    """No day below the minimum or above the maximum without an extension, and none above that without a decision."""
    event = case.full(drawn, drawn.people)
    lasting = [item for item in case.standard.granted if item.needs_days]
    for window in dict.fromkeys([drawn.window, *(case.window_of(item, drawn) for item in lasting)]):
        codes = [item.code for item in lasting if case.window_of(item, drawn) == window]
        steps = any(item.part == "whole" for item in lasting if item.code in codes)
        if isinstance(window, Days):
            _days_of_a_window(case, drawn, event, window, codes, steps)
        elif codes:
            for wrong in ("minimum", "extended", 0):
                must(
                    refuses(DurationError, case.answer, event, drawn, days=_for(case, drawn, codes, wrong)),
                    InvalidValueError("broken_law.days_not_refused", clause=case.standard.source, days=wrong),
                )


def _days_of_a_window(case: Case, drawn: Drawn, event: Any, window: Days, codes: list[str], steps: bool) -> None:
    clause = getattr(window, "citation", None) or case.standard.source
    durations, longest = case.standard.durations, window.longest
    allowed: list[tuple[int, dict[str, Any]]] = [(window.minimum, {}), (window.maximum, {})]
    refused: list[tuple[int, dict[str, Any]]] = [
        (window.minimum - 1, {}),
        (window.maximum + 1, {}),
        (longest + 1, {"extended": True}),
    ]
    if window.extended is not None:
        allowed.append((window.extended, {"extended": True}))
    decided = {"decision": Decision(by="x", number="1", date="2020-01-01")}
    free = durations is not None and durations.beyond == "decision" and longest < LONGEST_WINDOW
    (allowed if free else refused).append((longest + 1, decided))
    for days, options in allowed if not steps else ():
        given = _for(case, drawn, codes, days)
        answer = case.maybe(event, drawn, days=given, **options)
        must(
            answer is None
            or (
                all(case.days_of(answer, case.standard.item(code)) == days for code in codes)
                and (isinstance(given, Mapping) or answer.days == days)
            ),
            InvalidValueError("broken_law.other_days", clause=clause, days=days),
        )
    for days, options in refused if codes or window == drawn.window else ():
        given = _for(case, drawn, codes, days)
        must(
            (isinstance(given, Mapping) and not codes)
            or refuses(DurationError, case.answer, event, drawn, days=given, **options),
            InvalidValueError("broken_law.days_not_refused", clause=clause, days=days),
        )


def _for(case: Case, drawn: Drawn, codes: list[str], days: Any) -> Any:
    """So many days for some items, and for the others what they have; one number where that is for all."""
    lasting = [item for item in case.standard.granted if item.needs_days]
    if all(item.window is None and item.code in codes for item in lasting) and drawn.window is not None:
        return days
    usual = case.days(drawn, "minimum")
    others = usual if isinstance(usual, Mapping) else {item.code: usual for item in lasting}
    return {**others, **dict.fromkeys(codes, days)}


def only_its_hazards_and_years(case: Case, drawn: Drawn) -> None:
    """A hazard that the standard does not cover, and a day outside its years, are refused."""
    standard = case.standard
    event = case.full(drawn, drawn.people)
    for hazard in (*HAZARDS, Hazard("unnamed", Text("x", "x"))):
        if not standard.covers_hazard(hazard):
            other = attrs.evolve(event, hazard=hazard)
            must(
                refuses(HazardNotCoveredError, case.answer, other, drawn),
                InvalidValueError("broken_law.not_refused", clause=standard.source, what=hazard.code),
            )
    outside: list[date] = []
    if standard.validity.start.start > date(checks.FIRST_YEAR, 1, 1):
        outside.append(standard.validity.start.start - timedelta(days=1))
    if isinstance(standard.validity.end, Period) and standard.validity.end.end < date.max:
        outside.append(standard.validity.end.end + timedelta(days=1))
    for day in outside:
        late = attrs.evolve(event, period=Period.of(day))
        must(
            refuses(NotInForceError, case.answer, late, drawn),
            InvalidValueError("broken_law.not_refused", clause=standard.validity.citation, what=day),
        )


def unknown_is_not_zero(case: Case, drawn: Drawn) -> None:
    """What needs a count that is not known is not known; everything else is as it was."""
    for code in dict.fromkeys(item.per for item in case.lines() if item.per != "event"):
        before = case.maybe(case.full(drawn, drawn.people), drawn)
        after = case.maybe(case.full(drawn, drawn.people, without=code), drawn)
        _only_these_are_unknown(case, before, after, [item for item in case.lines() if item.per == code])


def _only_these_are_unknown(case: Case, before: Relief | None, after: Relief | None, lost: list[Item]) -> None:
    """What was lost is not known, asking for it is refused, and what was not lost is the same."""
    gone = [item.code for item in lost]
    others = {code: owed for code, owed in (before or {}).items() if code not in gone}
    kept = {} if after is None else dict(after)
    unknown = [] if after is None else [each.code for each in after.unknown]
    for item in case.lines():
        if item.code in gone:
            must(
                after is None or (item.code in unknown and _asking_is_refused(after, item)),
                InvalidValueError("broken_law.not_refused", clause=item.citation, what=item.code),
            )
        else:
            must(
                kept.get(item.code) == others.get(item.code),
                InvalidValueError("broken_law.lost", clause=item.citation, item=item.code),
            )


def _asking_is_refused(answer: Relief, item: Item) -> bool:
    return item.code not in answer and refuses(KesosError, lambda: answer[item.code])


def an_index_without_a_value_gives_nothing(case: Case, drawn: Drawn) -> None:
    """Where the caller brings no value of an index, no share of it is known; everything else is as it was."""
    for code in case.indices():
        event = case.full(drawn, drawn.people)
        fewer = {other: value for other, value in case.indices().items() if other != code}
        lost = [
            item
            for item in case.lines()
            if case.expected(item, event, drawn, "minimum") is not None
            and case.expected(item, event, drawn, "minimum", indices=fewer) is None
        ]
        _only_these_are_unknown(case, case.maybe(event, drawn), case.maybe(event, drawn, indices=fewer), lost)


def exactly_one_row_fits(case: Case, drawn: Drawn) -> None:
    """On any day and date one row of a table fits a class at the most; where none does there is no rate at all."""
    event = case.full(drawn, drawn.people)
    strange = {
        code: [*((dict(cell), number) for cell, number in cells.items()), ({cell[0][0]: _NO_CLASS}, 0)]
        for code in case.counted()
        for cells in [case.cells(code, drawn, drawn.people)]
        for cell in list(cells)[:1]
        if cell
    }
    tables = [event]
    if strange:
        usual = case.given({code: case.cells(code, drawn, drawn.people) for code in case.counted()})
        tables.append(attrs.evolve(event, counts={**usual, **_measured(case, strange)}))
    for each in tables:
        answer = case.maybe(each, drawn)
        for item in case.lines():
            cells = case.classes(item.per, drawn) if item.per != "event" else [()]
            for cell in cells:
                facts = second_opinion.facts_on(case.standard, each, dict(cell), 1, drawn.days)
                fitting = second_opinion.fitting(item.table, facts)
                must(
                    len(fitting) <= 1,
                    InvalidValueError("broken_law.two_rows", clause=item.citation, item=item.code, many=len(fitting)),
                )
            if case.expected(item, each, drawn, "minimum") is None:
                must(
                    answer is None or _asking_is_refused(answer, item),
                    InvalidValueError("broken_law.no_rate", clause=item.citation, item=item.code),
                )


_NO_CLASS = "of no class"


def _measured(case: Case, cells: Mapping[str, list[Any]]) -> dict[str, Any]:
    units = {code: case.standard.count(code).unit for code in cells}
    return {
        code: [(cell, number if (unit := units[code]) is None else Quantity(number, unit)) for cell, number in each]
        for code, each in cells.items()
    }


def blanks_stay_blank(case: Case, drawn: Drawn) -> None:
    """What the standard leaves blank shows in the answer, and has no quantity."""
    chosen = {item.code: drawn.people for item in case.standard.items if item.per == "recipient"}
    answer = case.maybe(case.full(drawn, drawn.people), drawn, recipients=chosen)
    if answer is None:
        return
    blank = {each.code for each in answer.unspecified}
    found = {*answer, *(each.code for each in answer.unknown)}
    for item in case.standard.items:
        must(
            (item.code in blank) == item.unspecified and (item.code in found) == (not item.unspecified),
            InvalidValueError("broken_law.blank", clause=item.citation, item=item.code),
        )


def recipients_are_counted(case: Case, drawn: Drawn) -> None:
    """A selective item is given once to each recipient that was named, and to no more people than were struck."""
    event, people = case.full(drawn, drawn.people), drawn.people
    for item in case.standard.items:
        if item.per != "recipient" or item.rate is None:
            continue
        answer = case.maybe(event, drawn, recipients={item.code: people})
        if answer is None:
            continue
        must(
            tuple(end * people for end in ends(item.rate)) == ends(answer[item.code]),
            InvalidValueError(
                "broken_law.recipients", clause=item.citation, item=item.code, found=answer[item.code], people=people
            ),
        )
        more = {item.code: people + 1}
        must(
            refuses(InvalidValueError, case.answer, event, drawn, recipients=more),
            InvalidValueError(
                "broken_law.recipients_not_refused",
                clause=item.citation,
                item=item.code,
                more=people + 1,
                people=people,
            ),
        )


def every_number_has_a_source(case: Case, drawn: Drawn) -> None:
    """Each line has the citation that the standard gives it, with a place in it."""
    for line in _lines(case, drawn):
        item = case.standard.item(line.code)
        placed = line.citation.place("id") or line.citation.known == "hypothetical"
        must(
            line.citation == item.citation and bool(placed),
            InvalidValueError("broken_law.no_source", clause=item.citation, item=line.code),
        )


def _lines(case: Case, drawn: Drawn) -> tuple[Line, ...]:
    answer = case.maybe(case.full(drawn, drawn.people), drawn, "maximum")
    return () if answer is None else answer.lines


def explanations_name_every_number(case: Case, drawn: Drawn) -> None:
    """The explanation, in both languages, names the days, each rate, each multiplier and each quantity."""
    answer = case.maybe(case.full(drawn, drawn.people), drawn, "maximum")
    for language in LANGUAGES if answer is not None else ():
        text = answer.explain(language)  # type: ignore[union-attr]  # there is one
        for line in answer.lines:  # type: ignore[union-attr]
            item = case.standard.item(line.code)
            days = case.days_of(answer, item)  # type: ignore[arg-type]
            said = [*numbers_of(line, item, language), *([] if days is None else [_said(days, language)])]
            missing = [number for number in said if number not in text]
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


def numbers_of(line: Line, item: Item, language: str) -> list[str]:
    """Whatever an explanation of a line has to name, as it names it."""
    numbers: list[Any] = [item.name, line.quantity]
    if line.terms:
        for term in line.terms:
            numbers += [term.rate] + ([] if term.times is None else [term.times])
            measured = isinstance(term.count, Quantity)
            numbers += [] if item.per == "event" or measured else [term.count]
            numbers += [term.count.say(language, item.measure)] if isinstance(term.count, Quantity) else []
            numbers += [say_class(axis, name, language) for axis, name in term.classes]
    elif item.rate is not None:  # a table of which no whole period has passed has no sum to name
        numbers += [item.rate, *([] if item.per == "event" else [line.multiplier])]
    return [_said(number, language) for number in numbers]


def _said(number: Any, language: str) -> str:
    if isinstance(number, (str, int)):
        return number if isinstance(number, str) else locales.number(number, language)
    return str(number.say(language))


def ceilings_are_not_owed(case: Case, drawn: Drawn) -> None:
    """What may be given at the most is nowhere printed as owed: explanation and table say that it is a ceiling."""
    answer = case.maybe(case.full(drawn, drawn.people), drawn)
    for line in () if answer is None else answer.lines:
        item = case.standard.item(line.code)
        said = {language: say("at_most", language, quantity=line.quantity) for language in LANGUAGES}
        must(
            item.bound != "ceiling"
            or all(
                said[language] in text
                for language in LANGUAGES
                for text in (answer.explain(language), answer.table(language).plain())  # type: ignore[union-attr]
            ),
            InvalidValueError("broken_law.ceiling", clause=item.citation, item=item.code),
        )


def units_do_not_mix(case: Case, drawn: Drawn) -> None:
    """Each line is in the unit of its item, and no two of different kinds can be added."""
    lines = _lines(case, drawn)
    for line in lines:
        owed = line.quantity
        unit = ends_of(owed)[0].unit
        must(
            unit.base == case.standard.item(line.code).unit.base,
            InvalidValueError("broken_law.mixed", clause=line.citation, item=line.code, unit=unit.code),
        )
    for line in lines:
        for other in lines:
            one, two = (each.item.unit for each in (line, other))
            must(
                one.base == two.base or refuses(UnitError, Quantity(1, one).__add__, Quantity(1, two)),
                InvalidValueError("broken_law.mixed", clause=line.citation, item=other.code, unit=one.code),
            )


def answers_are_pure(case: Case, drawn: Drawn) -> None:
    """The same question has the same answer, which survives pickling and can be a key."""
    event = case.full(drawn, drawn.people)
    answer, again = (case.maybe(event, drawn) for _ in range(2))
    must(
        answer == again and hash(answer) == hash(again) and pickle.loads(pickle.dumps(answer)) == answer,
        InvalidValueError("broken_law.not_the_same", clause=case.standard.source),
    )


def answers_can_be_verified(case: Case, drawn: Drawn) -> None:
    """A recorded answer, read back, is what the standard gives."""
    answer = case.maybe(case.full(drawn, drawn.people), drawn)
    try:
        same = answer is None or read_record(answer.to_json(), case.standard) == answer
    except KesosError:
        same = False
    must(
        same,
        InvalidValueError("broken_law.not_verified", clause=case.standard.source),
    )


def the_file_says_the_same(case: Case, drawn: Drawn) -> None:
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


StandardLaw = Callable[[Case, Drawn], None]

STANDARD_LAWS: tuple[StandardLaw, ...] = (
    nobody_gets_nothing,
    quantities_are_whole,
    rates_are_the_standards,
    each_class_gets_its_own,
    aid_grows_with_people,
    aid_grows_with_days,
    splitting_changes_nothing,
    days_stay_in_the_window,
    only_its_hazards_and_years,
    unknown_is_not_zero,
    an_index_without_a_value_gives_nothing,
    exactly_one_row_fits,
    blanks_stay_blank,
    recipients_are_counted,
    every_number_has_a_source,
    explanations_name_every_number,
    ceilings_are_not_owed,
    units_do_not_mix,
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
    case = Case(standard, entitle)
    laws = [(law.__name__, _on(case, law)) for law in STANDARD_LAWS]
    try_all(standard.code, laws, case.draws(), standard.source, examples)


def _on(case: Case, law: StandardLaw) -> Callable[[Drawn], None]:
    return lambda drawn: law(case, drawn)
