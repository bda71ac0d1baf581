"""The laws of quantities, shares, spans and periods: plain arithmetic and the calendar, held against Python's own."""

from __future__ import annotations

import calendar
import pickle
from datetime import date, timedelta
from decimal import ROUND_DOWN, ROUND_HALF_UP, ROUND_UP, Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kesos import Percentage, Period, Quantity, Rounding, Span, Unit
from kesos.errors import InvalidValueError, UnitError
from kesos.values import CURRENCIES, UNITS, add_days, exact_decimal, round_exactly, whole_years

amounts = st.integers(-(10**15), 10**15)
EVERY_UNIT = (*UNITS, *(Unit.of(code) for code in dict.fromkeys((*CURRENCIES, *(Unit.of(c).base for c in CURRENCIES)))))
units = st.sampled_from(UNITS) | st.sampled_from(EVERY_UNIT)
shares = st.fractions(-1_000, 1_000, max_denominator=10**6)
days = st.dates(date(1900, 1, 1))
DIRECTIONS = {Rounding.HALF_UP: ROUND_HALF_UP, Rounding.UP: ROUND_UP, Rounding.DOWN: ROUND_DOWN}


# --- quantities ------------------------------------------------------------------------------------------------------


@given(amounts, amounts, amounts, units)
def test_addition_of_quantities_is_addition_of_whole_numbers(one: int, two: int, three: int, unit: Unit) -> None:
    a, b, c = (Quantity(amount, unit) for amount in (one, two, three))
    assert a + b == b + a == Quantity(one + two, unit)
    assert (a + b) + c == a + (b + c)
    assert a - b == a + -b == Quantity(one - two, unit)
    assert a + Quantity(0, unit) == a
    assert sum([a, b, c]) == Quantity(one + two + three, unit)
    assert (a < b, a <= b, a > b, a >= b, a == b) == (one < two, one <= two, one > two, one >= two, one == two)


@given(amounts, amounts, st.integers(-(10**6), 10**6), units)
def test_a_multiple_of_a_sum_is_the_sum_of_the_multiples(one: int, two: int, times: int, unit: Unit) -> None:
    a, b = Quantity(one, unit), Quantity(two, unit)
    assert (a + b) * times == a * times + b * times
    assert times * a == a * times == Quantity(one * times, unit)
    assert type((a * times).amount) is int


@given(amounts, units, st.data())
def test_a_conversion_and_back_loses_nothing(amount: int, unit: Unit, data: st.DataObject) -> None:
    quantity = Quantity(amount, unit)
    other = data.draw(st.sampled_from([each for each in EVERY_UNIT if each.base == unit.base]))
    if exact_decimal(Fraction(quantity.amount, other.factor)) is None:
        with pytest.raises(InvalidValueError):
            quantity.to(other)
        return
    converted = quantity.to(other)
    assert Quantity(converted, other) == quantity
    assert Fraction(converted) * other.factor == quantity.amount == amount * unit.factor
    assert (
        Quantity(str(amount), unit) == Quantity(Decimal(amount), unit) == Quantity(Fraction(amount), unit) == quantity
    )
    assert pickle.loads(pickle.dumps(quantity)) == quantity
    assert hash(Quantity(converted, other)) == hash(quantity)


@given(amounts, units, st.sampled_from(["id", "en"]))
def test_a_quantity_says_every_digit_that_it_has(amount: int, unit: Unit, locale: str) -> None:
    quantity = Quantity(amount, unit)
    digits = "".join(letter for letter in quantity.say(locale) if letter in "0123456789")
    whole_hours = unit.base == "minute" and abs(quantity.amount) >= 60 and quantity.amount % 60 == 0
    held = quantity.amount // 60 if whole_hours else quantity.amount
    assert digits.strip("0") == str(abs(held)).strip("0")


@given(amounts, st.sampled_from(CURRENCIES), st.sampled_from(CURRENCIES))
def test_amounts_of_two_currencies_never_meet(amount: int, one: str, other: str) -> None:
    a, b = Quantity(amount, one), Quantity(amount, other)
    if one == other:
        assert a + b == a * 2
        return
    assert a != b
    with pytest.raises(UnitError):
        a + b


@given(st.decimals(-(10**12), 10**12, places=2, allow_nan=False, allow_infinity=False))
def test_dollars_and_cents_are_printed_as_python_prints_them(value: Decimal) -> None:
    text = f"{abs(value):,.2f}"
    minus = "-" if value < 0 else ""
    assert Quantity(value, "USD").say("en") == f"{minus}${text}"
    assert Quantity(value, "USD").to("USD") == value


# --- rounding and shares ---------------------------------------------------------------------------------------------


places = st.integers(0, 12)
ties = st.tuples(st.integers(-(10**6), 10**6), places).map(
    lambda tie: (Fraction(2 * tie[0] + 1, 2 * 10 ** tie[1]), tie[1])
)


@given(st.tuples(shares, places) | ties, st.sampled_from(list(Rounding)))
def test_rounding_is_what_a_long_decimal_division_rounded_once_gives(
    asked: tuple[Fraction, int], way: Rounding
) -> None:
    share, places = asked
    rounded = round_exactly(share, places, way)
    with localcontext(prec=200) as context:
        context.rounding = ROUND_DOWN
        divided = Decimal(share.numerator) / share.denominator
        if Fraction(divided) != share:  # the digits that were cut off still lie beyond what was kept
            divided += Decimal((int(share < 0), (1,), -190))
        oracle = divided.quantize(Decimal(1).scaleb(-places), rounding=DIRECTIONS[way])
    assert rounded == oracle
    assert -rounded.as_tuple().exponent == places


@given(shares, st.integers(0, 12))
def test_rounding_down_and_up_enclose_the_value_within_one_last_digit(share: Fraction, places: int) -> None:
    low, high = (abs(Fraction(round_exactly(share, places, way))) for way in (Rounding.DOWN, Rounding.UP))
    nearest = abs(Fraction(round_exactly(share, places, Rounding.HALF_UP)))
    step = Fraction(1, 10**places)
    assert low <= abs(share) <= high
    assert high - low == (0 if low == abs(share) else step)
    assert abs(nearest - abs(share)) <= step / 2
    assert nearest in (low, high)


@given(shares)
def test_a_decimal_that_ends_is_exact_and_one_that_does_not_is_none(share: Fraction) -> None:
    value = exact_decimal(share)
    rest = share.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    assert (value is not None) == (rest == 1)
    assert value is None or Fraction(value) == share


@given(shares, shares)
def test_percentages_are_fractions_of_a_hundred(one: Fraction, two: Fraction) -> None:
    a, b = Percentage.of_fraction(one), Percentage.of_fraction(two)
    assert a.exact == one
    assert Percentage(one * 100) == a
    assert (a + b).exact == one + two
    assert (a < b, a <= b, a > b, a >= b, a == b) == (one < two, one <= two, one > two, one >= two, one == two)
    assert a.rounded() == round_exactly(one * 100, 2, Rounding.HALF_UP)
    assert pickle.loads(pickle.dumps(a)) == a


# --- spans -----------------------------------------------------------------------------------------------------------


@given(st.lists(amounts, min_size=5, max_size=5), units)
def test_a_sum_of_values_lies_in_the_sum_of_their_spans(numbers: list[int], unit: Unit) -> None:
    a, b, c, d, value = sorted(numbers)[0], *sorted(numbers)[1:]
    one, two = Span(Quantity(a, unit), Quantity(c, unit)), Span(Quantity(b, unit), Quantity(value, unit))
    assert Quantity(b, unit) in one
    assert Quantity(d, unit) in two
    assert Quantity(b + d, unit) in one + two
    assert (Quantity(d, unit) in one) == (d <= c)
    assert (one + two).minimum == one.minimum + two.minimum
    assert (one + two).maximum == one.maximum + two.maximum


# --- periods ---------------------------------------------------------------------------------------------------------


@given(days, days)
def test_a_run_of_days_counts_both_ends_and_is_read_back_from_its_text(one: date, other: date) -> None:
    start, end = sorted((one, other))
    period = Period.between(start, end)
    assert Period.of(period.iso) == period
    assert period.days == (end - start).days + 1
    assert period.months == (end.year - start.year) * 12 + end.month - start.month + 1
    assert start in period
    assert end in period
    assert pickle.loads(pickle.dumps(period)) == period


@given(days, days, days)
def test_a_day_is_in_a_period_when_it_lies_between_its_ends(one: date, two: date, day: date) -> None:
    start, end = sorted((one, two))
    assert (day in Period.between(start, end)) == (start <= day <= end)


@given(st.integers(1_900, 9_999), st.integers(1, 12))
def test_a_month_and_a_year_have_the_days_of_the_calendar(year: int, month: int) -> None:
    period = Period.month(year, month)
    assert (period.days, period.months) == (calendar.monthrange(year, month)[1], 1)
    assert Period.of(period.iso) == period
    whole = Period.year(year)
    assert (whole.days, whole.months) == (365 + calendar.isleap(year), 12)
    assert Period.of(whole.iso) == whole
    assert whole.iso == f"{year:04d}"


@given(st.dates(date(1990, 1, 1), date(9_900, 1, 1)), st.integers(-30_000, 30_000))
def test_days_are_added_as_the_calendar_counts_them(day: date, number: int) -> None:
    assert add_days(day, number) == day + timedelta(days=number)
    assert add_days(add_days(day, number), -number) == day


@given(days, st.integers(0, 120))
def test_a_year_is_completed_on_its_birthday_and_not_the_day_before(birth: date, years: int) -> None:
    if birth.year + years > 9_999:
        return
    leap_day_missing = (birth.month, birth.day) == (2, 29) and not calendar.isleap(birth.year + years)
    birthday = date(birth.year + years, 3, 1) if leap_day_missing else birth.replace(year=birth.year + years)
    assert whole_years(birth, birthday) == years
    if birthday > date(1900, 1, 1):
        assert whole_years(birth, birthday - timedelta(days=1)) == years - 1
