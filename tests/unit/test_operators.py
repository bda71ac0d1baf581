"""Python's operators, conversions and formats on exact values: an exact value, or a refusal that says what to write."""

from __future__ import annotations

import copy
import math
import pickle
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kesos.errors import InvalidValueError, KesosError, OperationError, UnitError
from kesos.values import Percentage, Period, Printed, Quantity, Rounding, Span, Unit, exact_decimal, round_exactly

FIVE = Quantity(5, "kg")
NONE: Any = Quantity(0, "kg")
THIRD = Percentage(Fraction(100, 3))
amounts = st.integers(-(10**12), 10**12)


def refusal(call: Callable[[], object]) -> KesosError:
    with pytest.raises(KesosError) as caught:
        call()
    assert caught.value.message("id") != caught.value.message("en")
    return caught.value


def test_a_quantity_divided_by_another_is_their_exact_ratio() -> None:
    assert FIVE / Quantity(3, "kg") == Fraction(5, 3)
    assert FIVE // Quantity(3, "kg") == 1
    assert FIVE % Quantity(3, "kg") == Quantity(2, "kg")
    assert divmod(FIVE, Quantity(3, "kg")) == (1, Quantity(2, "kg"))
    assert isinstance(refusal(lambda: FIVE / Quantity(1, "IDR")), UnitError)
    for call in (lambda: FIVE / NONE, lambda: FIVE // NONE, lambda: FIVE % 0, lambda: THIRD / 0, lambda: FIVE / 0):
        assert refusal(call).code == "zero_denominator"
    assert refusal(lambda: THIRD / Percentage(0)).code == "zero_denominator"


def test_a_quantity_is_divided_by_a_whole_number_where_that_comes_out_whole() -> None:
    assert Quantity(2_500, "g") == FIVE / 2
    assert FIVE / np.int64(2) == Quantity(2_500, "g")  # type: ignore[call-overload]
    error = refusal(lambda: FIVE / 3)
    assert (error.code, error.field, error.value) == ("not_whole", "divisor", 3)
    assert "divmod" in str(error)
    assert divmod(FIVE, 3) == (FIVE // 3, FIVE % 3) == (Quantity(1_666, "g"), Quantity(2, "g"))


def test_a_percentage_of_a_quantity_is_exact_or_refused() -> None:
    assert Percentage(25) * FIVE == FIVE * Percentage(25) == Quantity(1_250, "g")
    error = refusal(lambda: THIRD * FIVE)
    assert (error.code, error.field, error.value) == ("not_whole", "percentage", THIRD)
    assert ".exact" in error.message("en")


def test_percentages_add_and_share() -> None:
    assert sum([Percentage(30), Percentage(5)]) == Percentage(35)
    assert Percentage(30) - Percentage(35) == -Percentage(5) == -(+Percentage(5))
    assert abs(Percentage(-5)) == Percentage(5)
    assert Percentage(30) / Percentage(60) == Fraction(1, 2)
    assert Percentage(100) / 3 == THIRD
    assert (bool(Percentage(0)), bool(THIRD), bool(NONE), bool(FIVE)) == (False, True, False, True)
    assert +FIVE == abs(-FIVE) == FIVE


OPERATIONS: dict[str, Callable[[Any], object]] = {
    "plus": lambda value: value + 5,
    "plus, the number first": lambda value: 5 + value,
    "plus nothing known": lambda value: value + None,
    "minus": lambda value: value - 5.5,
    "minus, the number first": lambda value: Fraction(5) - value,
    "less": lambda value: value < 5,
    "at most": lambda value: value <= Decimal(5),
    "more": lambda value: value > "5",
    "at least": lambda value: value >= None,
    "divided by a float": lambda value: value / 2.5,
    "divided by yes": lambda value: value / True,
    "a number divided by it": lambda value: 5 / value,
    "floor of a float": lambda value: value // 2.5,
    "rest of a float": lambda value: value % 2.5,
    "both of a float": lambda value: divmod(value, 2.5),
    "power": lambda value: value**2,
    "power of": lambda value: 2**value,
    "times itself": lambda value: value * value,
    "plus another kind": lambda value: value + (FIVE if isinstance(value, Percentage) else THIRD),
    "less than another kind": lambda value: value < (FIVE if isinstance(value, Percentage) else THIRD),
    "less than a day": lambda value: value < date(2017, 3, 1),
    "less than a period": lambda value: value < Period.of("2017"),
    "plus a period": lambda value: value + Period.of("2017"),
    "divided by another kind": lambda value: value / (FIVE if isinstance(value, Percentage) else THIRD),
    "float": float,
    "int": int,
    "complex": complex,
    "round": round,
    "round to tens": lambda value: round(value, -1),
    "floor": math.floor,
    "ceil": math.ceil,
    "trunc": math.trunc,
}


@pytest.mark.parametrize("value", [FIVE, THIRD, Span(FIVE, FIVE)], ids=repr)
@pytest.mark.parametrize("call", OPERATIONS.values(), ids=OPERATIONS)
def test_what_would_lose_a_meaning_is_refused_with_what_to_write(call: Callable[[Any], object], value: Any) -> None:
    error = refusal(lambda: call(value))
    assert isinstance(error, OperationError)
    assert isinstance(error, TypeError)
    assert isinstance(error, ValueError)
    told = {type(value).__name__.lower(), *(["percentage"] if isinstance(value, Span) else [])}
    assert error.field in told  # a percentage may be the one that refuses a range
    advice = str(error).partition(". ")[2]
    assert any(word in advice for word in ADVICE[error.field])


ADVICE = {"quantity": ("Quantity(5", ".to("), "percentage": (".exact",), "span": (".minimum",)}


def test_what_is_known_and_what_is_a_range_are_never_added_up_unasked() -> None:
    span = Span(FIVE, FIVE * 2)
    assert sum([span, span]) == span + span == Span(FIVE * 2, FIVE * 4)
    for call in (
        lambda: span + FIVE, lambda: FIVE + span, lambda: sum([span, FIVE]), lambda: sum([FIVE, span]),
        lambda: span + 0, lambda: span - span, lambda: span < span, lambda: span <= FIVE, lambda: span > 5,
        lambda: span >= FIVE, lambda: FIVE - span, lambda: sorted([span, FIVE]),
        lambda: max(span, FIVE), lambda: span * 2, lambda: THIRD * span, lambda: 1 + span,
    ):  # fmt: skip
        error = refusal(call)
        assert (error.code, isinstance(error, OperationError)) == ("no_operation", True)
    assert refusal(lambda: int(span)).code == "no_number"  # type: ignore[call-overload]


class Tall(Fraction):
    """A fraction that says of itself what it is not."""

    @property
    def denominator(self) -> int:
        return 1


class Endless(Decimal):
    """A Decimal that says that it ends."""

    def is_finite(self) -> bool:
        return True


def test_a_number_of_a_class_of_somebodys_own_is_the_number_that_it_extends() -> None:
    assert Quantity(Tall(7, 2), "kg") == Quantity(3_500, "g")
    assert Percentage(Tall(7, 2)) == Percentage("3.5")
    assert round_exactly(Tall(7, 2), 1, Rounding.DOWN) == exact_decimal(Tall(7, 2)) == Decimal("3.5")
    assert refusal(lambda: Quantity(Endless("NaN"), "kg")).code == "not_exact"
    assert [type(Printed("x", value, source="s").value) for value in (Tall(7, 2), Endless("1.5"))] == [
        Fraction,
        Decimal,
    ]
    assert Printed("x", Tall(7, 2), source="s").value == Fraction(7, 2)
    assert refusal(lambda: Printed("x", Endless("NaN"), source="s")).code == "wrong_type"


def test_a_share_of_a_bare_number_is_not_guessed() -> None:
    for call in (lambda: THIRD * 860, lambda: 860 * THIRD, lambda: THIRD // 2, lambda: THIRD % 2):
        assert refusal(call).code == "no_operation"  # type: ignore[arg-type]
    assert THIRD.exact * 860 == Fraction(860, 3)


def test_another_librarys_class_may_know_what_to_do_with_a_value() -> None:
    class Knows:
        def __radd__(self, other: object) -> str:
            return "known"

        __rmul__ = __rtruediv__ = __rfloordiv__ = __rmod__ = __rdivmod__ = __rsub__ = __radd__
        __gt__ = __rpow__ = __radd__  # type: ignore[assignment]

    it: Any = Knows()
    value: Any
    for value in (FIVE, THIRD):
        said = [value + it, value - it, value / it, value // it, value % it, divmod(value, it), value**it, value < it]
        assert said == ["known"] * 8
    assert THIRD * it == "known"
    with pytest.raises(TypeError):
        FIVE + object()  # type: ignore[operator]


@given(amounts, st.integers(1, 10**6) | st.integers(-(10**6), -1))
def test_part_and_rest_give_the_quantity_back(amount: int, number: int) -> None:
    whole = Quantity(amount, "g")
    part, rest = divmod(whole, number)
    assert part * number + rest == whole
    assert (part, rest) == (whole // number, whole % number)
    assert (whole * number) / number == whole
    by = Quantity(number, "g")
    assert whole / by == Fraction(amount, number)
    assert by * (whole // by) + whole % by == whole


@given(amounts)
def test_a_quantity_is_changed_in_its_base_unit_or_not_at_all(amount: int) -> None:
    whole = Quantity(amount, "kg")
    assert attrs.evolve(whole) == whole
    assert attrs.evolve(whole, amount=whole.amount) == attrs.evolve(whole, unit=whole.unit) == whole
    assert attrs.evolve(whole, amount=7) == Quantity(7, "g")
    assert attrs.evolve(whole, unit="g") == whole


@pytest.mark.parametrize("unit", ["kg", Unit.of("kg"), "t", "IDR"])
def test_a_quantity_is_never_read_in_another_unit_by_evolve(unit: Any) -> None:
    for changes in ({"unit": unit}, {"unit": unit, "amount": 5}):
        error = refusal(lambda changes=changes: attrs.evolve(FIVE, **changes))  # type: ignore[misc]
        assert (error.code, error.field) == ("held_in_base", "unit")
        assert 'Quantity(5, "kg")' in str(error)
    assert refusal(lambda: attrs.evolve(FIVE, unit="goats")).code == "unknown_unit"
    assert refusal(lambda: attrs.evolve(FIVE, amount=1.5)).code == "not_whole"
    assert refusal(lambda: Quantity(5)).code == "unknown_unit"  # type: ignore[call-arg]
    assert refusal(lambda: Quantity(5, held_in="g")).field == "unit"  # type: ignore[call-arg]


def test_a_percentage_is_changed_by_its_share_or_not_at_all() -> None:
    assert attrs.evolve(THIRD) == attrs.evolve(THIRD, exact=THIRD.exact) == THIRD
    assert attrs.evolve(THIRD, exact=Fraction(1, 4)) == Percentage(25)
    error = refusal(lambda: attrs.evolve(THIRD, percent=25))
    assert (error.code, error.field) == ("two_numbers", "percent")
    assert refusal(lambda: attrs.evolve(THIRD, exact=0.25)).field == "exact"


SPECS = [".2f", ",", "d", "_", "%", "+", ".0%", "g", "010", "=9", ">1000", "e n", "id ", "*"]


@pytest.mark.parametrize("spec", SPECS)
@pytest.mark.parametrize(
    ("value", "advice"), [(FIVE, ".to("), (THIRD, ".rounded("), (Span(1, 2), ".minimum")], ids=repr
)
def test_a_format_for_bare_numbers_is_refused_with_what_to_write(value: Any, advice: str, spec: str) -> None:
    error = refusal(lambda: format(value, spec))
    assert isinstance(error, InvalidValueError)
    assert (error.code, error.field, error.value) == ("not_a_format", "format", spec)
    assert advice in str(error)
    assert advice not in error.message("id")


def test_values_print_in_a_language_and_in_a_column() -> None:
    assert (f"{FIVE}", f"{FIVE:id}", f"{FIVE:en}", f"{FIVE * 1000:en}") == ("5 kg", "5 kg", "5 kg", "5,000 kg")
    assert (f"{FIVE:>8}", f"{FIVE:*^8en}", f"{FIVE:8}|", f"{THIRD:<12en}|") == (
        "    5 kg",
        "**5 kg**",
        "5 kg    |",
        "33.33% (rounded)|",
    )
    assert f"{Span(1, 2):>8en}" == "   1 – 2"
    assert "{:en} %s".format(FIVE) % THIRD == "5 kg 33,33% (dibulatkan)"  # noqa: UP032
    assert refusal(lambda: f"{FIVE:xx}").code == "unknown_locale"


def test_a_quantity_of_any_length_is_shown_or_refused() -> None:
    large = FIVE
    for _ in range(20):
        large = large * 10**300
    assert repr(large) == "Quantity(<int>, 'g')"
    assert len(repr(FIVE * 10**500)) < 200
    assert refusal(lambda: str(large)).code == "not_printable"
    assert large.to("kg") == Decimal((0, (5,), 6_000))
    assert copy.deepcopy(large) == pickle.loads(pickle.dumps(large)) == attrs.evolve(large) == large
