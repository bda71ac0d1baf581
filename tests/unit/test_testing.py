"""The kit for rule authors, tried in anger: for each law, a rule with that fault planted is caught."""

from __future__ import annotations

import builtins
import importlib
import pickle
import re
import sys
from collections.abc import Callable, Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import kesos
from kesos import PEDUM_2003, AidStandard, DisasterEvent, Percentage, Quantity, Relief, Span, entitle, errors
from kesos.audit import Audit
from kesos.errors import BrokenLawsError, InvalidValueError, MissingExtraError
from kesos.indicators import IKK, share
from kesos.relief import Line
from kesos.standards import load_standard
from kesos.testing import _service_strategies as service_strategies
from kesos.testing import _social_strategies as social_strategies
from kesos.testing import _strategies as strategies
from kesos.testing import check_indicator, check_standard
from kesos.testing._laws import STANDARD_LAWS, numbers_of

PERBUP = load_standard(Path(__file__).parents[2] / "examples" / "standards" / "perbup_contoh_2020.toml")
MADE_UP = {
    path.stem: load_standard(path) for path in sorted((Path(__file__).parents[1] / "laws" / "made_up").glob("*.toml"))
}
LAND, HOUSES, CAMPS = (MADE_UP[name] for name in ("land_and_wages", "houses_and_grants", "camps_and_packs"))
Options = dict[str, Any]


def with_lines(answer: Relief, change: Callable[[Any], Any]) -> Relief:
    return attrs.evolve(answer, lines=tuple(change(line) for line in answer.lines))


def plus(amount: int) -> Callable[[Any], Any]:
    return lambda line: attrs.evolve(line, quantity=line.quantity + Quantity(amount, line.quantity.unit))


def forgetting(option: str) -> Callable[..., Relief]:
    return lambda event, standard, **options: entitle(
        event, standard, **{key: value for key, value in options.items() if key != option}
    )


def gives_nobody_something(event: DisasterEvent, standard: AidStandard, **options: Any) -> Relief:
    return with_lines(entitle(event, standard, **options), plus(1))


def gives_fractions(event: DisasterEvent, standard: AidStandard, **options: Any) -> Relief:
    def halve(line: Any) -> Any:
        half = object.__new__(Quantity)
        object.__setattr__(half, "amount", line.quantity.amount / 2)
        object.__setattr__(half, "unit", line.quantity.unit)
        return attrs.evolve(line, quantity=half)

    return with_lines(entitle(event, standard, **options), halve)


def caps_the_people(event: DisasterEvent, standard: AidStandard, **options: Any) -> Relief:
    people = event.people if event.people is None or event.people < 1_000 else 1
    families = event.families if event.families is None or event.families < 1_000 else 1
    return entitle(attrs.evolve(event, people=people, families=families, localities=()), standard, **options)


def gives_less_for_more_days(event: DisasterEvent, standard: AidStandard, **options: Any) -> Relief:
    answer = entitle(event, standard, **options)
    return (
        answer if options["days"] == "minimum" else with_lines(answer, lambda line: plus(-line.quantity.amount)(line))
    )


def forgets_the_second_place(event: DisasterEvent, standard: AidStandard, **options: Any) -> Relief:
    if not event.localities:
        return entitle(event, standard, **options)
    return entitle(
        attrs.evolve(event, localities=event.localities[:1], people=None, families=None), standard, **options
    )


def answers_for_other_days(event: DisasterEvent, standard: AidStandard, **options: Any) -> Relief:
    window = standard.window_for(event.hazard)
    if window is not None and isinstance(options["days"], int):
        options["days"] = min(max(options["days"], window.minimum), window.maximum)
    return entitle(event, standard, **options)


def maps_every_hazard_to_floods(event: DisasterEvent, standard: AidStandard, **options: Any) -> Relief:
    return entitle(attrs.evolve(event, hazard="flood"), standard, **options)


def forgets_the_years(event: DisasterEvent, standard: AidStandard, **options: Any) -> Relief:
    return entitle(attrs.evolve(event, period="2021-06-01"), standard, **options)


def takes_unknown_for_zero(event: DisasterEvent, standard: AidStandard, **options: Any) -> Relief:
    known = attrs.evolve(event, people=event.people or 0, families=event.families or 0, localities=())
    return entitle(known, standard, **options)


def fills_in_blanks(event: DisasterEvent, standard: AidStandard, **options: Any) -> Relief:
    answer = entitle(event, standard, **options)
    return attrs.evolve(answer, unspecified=())


def doubles_the_recipients(event: DisasterEvent, standard: AidStandard, **options: Any) -> Relief:
    chosen: Mapping[str, int] = options.pop("recipients", None) or {}
    return entitle(event, standard, recipients={code: count * 2 for code, count in chosen.items()} or None, **options)


def loses_the_source(event: DisasterEvent, standard: AidStandard, **options: Any) -> Relief:
    def elsewhere(line: Any) -> Any:
        return attrs.evolve(line, item=attrs.evolve(line.item, citation=kesos.Citation(regulation="hearsay")))

    return with_lines(entitle(event, standard, **options), elsewhere)


def hides_its_numbers(event: DisasterEvent, standard: AidStandard, **options: Any) -> Relief:
    answer = entitle(event, standard, **options)
    return with_lines(answer, lambda line: attrs.evolve(line, item=attrs.evolve(line.item, per="event")))


class _Moods:
    calls = 0


def changes_its_mind(event: DisasterEvent, standard: AidStandard, **options: Any) -> Relief:
    _Moods.calls += 1
    return with_lines(entitle(event, standard, **options), plus(_Moods.calls))


def rounds_to_whole_kilograms(event: DisasterEvent, standard: AidStandard, **options: Any) -> Relief:
    return with_lines(entitle(event, standard, **options), lambda line: plus(-line.quantity.amount % 1_000)(line))


def pays_squares(event: DisasterEvent, standard: AidStandard, **options: Any) -> Relief:
    def squared(line: Any) -> Any:
        return plus(line.quantity.amount**2)(line) if isinstance(line.quantity, Quantity) else line

    return with_lines(entitle(event, standard, **options), squared)


def takes_no_rate_for_nothing(event: DisasterEvent, standard: AidStandard, **options: Any) -> Relief:
    answer = entitle(event, standard, **options)
    nothing = [
        Line(item=each.item, quantity=Quantity(0, each.item.unit), multiplier=None, terms=()) for each in answer.unknown
    ]
    return attrs.evolve(answer, lines=(*answer.lines, *nothing), unknown=())


def prints_ceilings_as_owed(event: DisasterEvent, standard: AidStandard, **options: Any) -> Relief:
    return with_lines(
        entitle(event, standard, **options),
        lambda line: attrs.evolve(line, item=attrs.evolve(line.item, bound="exact")),
    )


def calls_every_money_rupiah(event: DisasterEvent, standard: AidStandard, **options: Any) -> Relief:
    def in_rupiah(line: Any) -> Any:
        amounts = line.quantity
        if isinstance(amounts, Span):
            return attrs.evolve(
                line, quantity=Span(Quantity(amounts.minimum.amount, "IDR"), Quantity(amounts.maximum.amount, "IDR"))
            )
        return attrs.evolve(line, quantity=Quantity(amounts.amount, "IDR"))

    return with_lines(entitle(event, standard, **options), in_rupiah)


def stumbles(event: DisasterEvent, standard: AidStandard, **options: Any) -> Relief:
    raise ZeroDivisionError("division by zero")


PLANTED: dict[str, Callable[..., Relief]] = {
    "nobody_gets_nothing": gives_nobody_something,
    "quantities_are_whole": gives_fractions,
    "rates_are_the_standards": rounds_to_whole_kilograms,
    "aid_grows_with_people": caps_the_people,
    "aid_grows_with_days": gives_less_for_more_days,
    "splitting_changes_nothing": forgets_the_second_place,
    "days_stay_in_the_window": answers_for_other_days,
    "only_its_hazards_and_years": maps_every_hazard_to_floods,
    "unknown_is_not_zero": takes_unknown_for_zero,
    "blanks_stay_blank": fills_in_blanks,
    "recipients_are_counted": doubles_the_recipients,
    "every_number_has_a_source": loses_the_source,
    "explanations_name_every_number": hides_its_numbers,
    "answers_are_pure": changes_its_mind,
    "answers_can_be_verified": rounds_to_whole_kilograms,
    "each_class_gets_its_own": pays_squares,
    "exactly_one_row_fits": takes_no_rate_for_nothing,
    "an_index_without_a_value_gives_nothing": takes_no_rate_for_nothing,
    "ceilings_are_not_owed": prints_ceilings_as_owed,
    "units_do_not_mix": calls_every_money_rupiah,
}
SHOWN_BY = {
    "recipients_are_counted": PEDUM_2003,  # all that the made-up regulation gives to recipients is a blank
    "each_class_gets_its_own": HOUSES,
    "exactly_one_row_fits": HOUSES,
    "an_index_without_a_value_gives_nothing": LAND,
    "ceilings_are_not_owed": LAND,
    "units_do_not_mix": LAND,
}


def broken(call: Callable[[], None]) -> dict[str, kesos.errors.KesosError]:
    with pytest.raises(BrokenLawsError) as caught:
        call()
    assert all(fault.code == "broken_law" and fault.value for fault in caught.value.faults)
    return {str(fault.field): fault for fault in caught.value.faults}


@pytest.mark.parametrize("law", sorted(PLANTED))
def test_a_planted_fault_is_caught_by_its_law(law: str) -> None:
    standard = SHOWN_BY.get(law, PERBUP)
    found = broken(lambda: check_standard(standard, entitle=PLANTED[law], examples=15))
    assert law in found
    assert standard.source.regulation in str(found[law])


def test_every_law_has_a_planted_fault() -> None:
    assert {law.__name__ for law in STANDARD_LAWS} == {*PLANTED, "the_file_says_the_same"}


def test_a_table_of_which_no_whole_period_has_passed_has_no_rate_to_name() -> None:
    item = next(item for item in HOUSES.items if item.rate is None)
    nothing = Line(item=item, quantity=Quantity(0, item.unit), multiplier=None)
    assert numbers_of(nothing, item, "en") == [item.name.en, nothing.quantity.say("en")]


def test_a_record_that_does_not_verify_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Relief, "to_json", lambda answer: "{}")
    assert "answers_can_be_verified" in broken(lambda: check_standard(PEDUM_2003, examples=3))


def test_forgotten_years_are_caught() -> None:
    assert "only_its_hazards_and_years" in broken(lambda: check_standard(PERBUP, entitle=forgets_the_years, examples=5))
    ended = attrs.evolve(PERBUP, validity=attrs.evolve(PERBUP.validity, end=kesos.Period.of("2029")))
    assert "only_its_hazards_and_years" in broken(lambda: check_standard(ended, entitle=forgets_the_years, examples=5))
    check_standard(ended, examples=5)


def test_a_standard_in_force_since_the_first_day_that_is_taken_has_no_day_before_it() -> None:
    always = attrs.evolve(PERBUP, validity=attrs.evolve(PERBUP.validity, start=kesos.Period.year(1900)))
    check_standard(always, examples=3)


def test_forgotten_decisions_are_caught() -> None:
    assert "days_stay_in_the_window" in broken(
        lambda: check_standard(PEDUM_2003, entitle=forgetting("decision"), examples=5)
    )


@pytest.mark.parametrize("standard", MADE_UP.values(), ids=list(MADE_UP))
def test_standards_of_every_shape_keep_the_laws(standard: AidStandard) -> None:
    check_standard(standard, examples=10)


@pytest.mark.parametrize("bound", ["minimum", "extended"])
def test_an_invented_number_of_days_is_caught(bound: str) -> None:
    def invents(event: DisasterEvent, standard: AidStandard, **options: Any) -> Relief:
        days = {code: 1 if number in (bound, 0) else number for code, number in options.pop("days").items()}
        return entitle(event, standard, days=days, **options)

    assert "days_stay_in_the_window" in broken(lambda: check_standard(CAMPS, entitle=invents, examples=3))


def test_the_longest_window_needs_no_longer_days_to_be_sound() -> None:
    [window] = PERBUP.windows
    ten_years = attrs.evolve(window, maximum=3_660, extended=None)
    durations = PEDUM_2003.durations
    check_standard(attrs.evolve(PERBUP, windows=(ten_years,), durations=durations), examples=2)


@pytest.mark.parametrize("fault", ["text", "error"])
def test_a_file_that_does_not_say_the_same_is_caught(fault: str, monkeypatch: pytest.MonkeyPatch) -> None:
    real = kesos.standards.dumps_standard
    wrong = "" if fault == "error" else real(PEDUM_2003)
    monkeypatch.setattr("kesos.testing._laws.dumps_standard", lambda standard: wrong)
    assert set(broken(lambda: check_standard(PERBUP, examples=2))) == {"the_file_says_the_same"}


def test_a_rule_that_fails_breaks_laws_and_hides_none() -> None:
    tried = [broken(lambda each=each: check_standard(each, entitle=stumbles, examples=2)) for each in (LAND, CAMPS)]  # type: ignore[misc]
    found = tried[0] | tried[1]
    assert set(found) == {law.__name__ for law in STANDARD_LAWS} - {"the_file_says_the_same"}
    assert "ZeroDivisionError: division by zero" in found["answers_are_pure"].message("id")


def test_the_smallest_example_is_reported_with_its_clause() -> None:
    fault = broken(lambda: check_standard(PERBUP, entitle=caps_the_people, examples=50))["aid_grows_with_people"]
    assert "1001 people get less than 500" in str(fault)  # 500 is the least of whom twice and one are over the cap
    assert fault.value in {item.citation.locator for item in PERBUP.items}


def test_nothing_but_a_standard_is_checked() -> None:
    with pytest.raises(InvalidValueError) as caught:
        check_standard("pedum-2003")  # type: ignore[arg-type]
    assert caught.value.field == "standard"


# --- indicators ------------------------------------------------------------------------------------------------------


def as_float(part: int, whole: int) -> Percentage:
    return Percentage.of_fraction(Fraction(part / whole))


def capped(part: int, whole: int) -> Percentage:
    exact = share(part, whole)
    return exact if exact.exact < Fraction(9, 10) else Percentage(90)


def crooked(part: int, whole: int) -> Percentage:
    return share(part, whole) if whole < 1_000 else Percentage(whole % 7)


def credulous(part: Any, whole: Any) -> Percentage:
    return share(part, whole) if type(part) is int is type(whole) and 0 <= part <= whole > 0 else Percentage(0)


def misnaming(part: Any, whole: Any) -> Percentage:
    try:
        return share(part, whole)
    except errors.KesosError as error:
        raise InvalidValueError(error.problem, field="colour") from None


def no_percentage(part: int, whole: int) -> Any:
    return share(part, whole).rounded()


@pytest.mark.parametrize(
    ("law", "function"),
    [
        ("is_the_exact_share", as_float),
        ("is_the_exact_share", capped),
        ("is_the_exact_share", no_percentage),
        ("stays_the_same_when_both_are_multiplied", crooked),
        ("never_falls_when_the_part_grows", crooked),
        ("refuses_what_is_no_share", credulous),
        ("refuses_what_is_no_share", misnaming),
    ],
)
def test_a_planted_fault_in_an_indicator_is_caught(law: str, function: Callable[..., Any]) -> None:
    if law == "never_falls_when_the_part_grows":
        function = falling
    assert law in broken(lambda: check_indicator(function, source=IKK[69].citation))


def falling(part: int, whole: int) -> Percentage:
    return Percentage.of_fraction(1 - share(part, whole).exact)


@pytest.mark.parametrize("indicator", [IKK[69], IKK[70], share])
def test_the_coverages_keep_the_laws(indicator: Any) -> None:
    check_indicator(indicator)


@pytest.mark.parametrize("indicator", [IKK[68], "share", lambda part: part])
def test_what_is_no_function_of_two_counts_is_no_coverage(indicator: Any) -> None:
    with pytest.raises(InvalidValueError) as caught:
        check_indicator(indicator)
    assert caught.value.field == "indicator"


# --- strategies ------------------------------------------------------------------------------------------------------


BY_TYPE = {**strategies.by_type(), **social_strategies.by_type(), **service_strategies.by_type()}


@pytest.mark.parametrize("kind", sorted(BY_TYPE, key=str), ids=lambda kind: kind.__name__)
def test_hypothesis_knows_every_public_class(kind: type[Any]) -> None:
    @settings(max_examples=20, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(st.from_type(kind))
    def draws(value: Any) -> None:
        assert isinstance(value, kind)
        assert hash(value) == hash(pickle.loads(pickle.dumps(value)))

    draws()


@pytest.mark.parametrize(
    ("kind", "sees"),
    [
        (DisasterEvent, lambda event: len(event.localities) > 1),
        (DisasterEvent, lambda event: not event.localities and event.people is not None),
        (Audit, lambda audit: bool(audit.findings)),
        (Audit, lambda audit: not audit.findings),
    ],
)
def test_what_is_drawn_shows_each_side_of_a_class(kind: type[Any], sees: Callable[[Any], bool]) -> None:
    seen: list[bool] = []

    @settings(max_examples=100, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(st.from_type(kind))
    def draws(value: Any) -> None:
        seen.append(sees(value))

    draws()
    assert any(seen)


def test_every_public_class_has_a_strategy() -> None:
    public = {getattr(kesos, name) for name in kesos.__all__}
    without = {each for each in public if isinstance(each, type) and each not in BY_TYPE}
    assert {each.__name__ for each in without} <= {"Rounding", "Line", "Refusal"}


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.from_type(AidStandard))
def test_any_standard_that_can_be_written_keeps_the_laws(standard: AidStandard) -> None:
    check_standard(standard, examples=3)


def test_a_missing_extra_names_the_command_that_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without_hypothesis(name: str, *rest: Any, **more: Any) -> Any:
        if name == "hypothesis":
            raise ImportError(name)
        return real(name, *rest, **more)

    kit = sys.modules["kesos.testing"]
    monkeypatch.setattr(builtins, "__import__", without_hypothesis)
    with pytest.raises(MissingExtraError) as caught:
        importlib.reload(kit)
    assert caught.value.field == "testing"
    assert re.search(r"pip install 'hypothesis>=[\d.]+'$", str(caught.value))
