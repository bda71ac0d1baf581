from __future__ import annotations

import pickle
import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import numpy as np
import pytest

from kesos.errors import InvalidValueError, UnitError
from kesos.values import (
    CURRENCIES,
    UNITS,
    Percentage,
    Quantity,
    Rounding,
    Span,
    Text,
    Unit,
    exact_decimal,
    exact_fraction,
    round_exactly,
)
from kesos.values._units import rule_unit


def refusal(call: Callable[[], object]) -> InvalidValueError:
    with pytest.raises(InvalidValueError) as caught:
        call()
    assert caught.value.message("id")
    return caught.value


# --- units -----------------------------------------------------------------------------------------------------------


def test_every_unit_leads_to_a_base_that_is_its_own_base() -> None:
    for unit in (*UNITS, *map(Unit.of, CURRENCIES)):
        base = Unit.of(unit.base)
        assert (base.base, base.factor) == (base.code, 1)
        assert Unit.of(unit.code) is unit
        assert Unit.of(unit) is unit
        assert unit.factor >= 1
        assert str(unit.factor).strip("0") == "1" or unit.code == "hour"  # so that every other conversion ends
    assert len({unit.code for unit in UNITS}) == len(UNITS)


def test_no_word_belongs_to_two_units() -> None:
    words = [word.casefold() for unit in UNITS for word in {word.casefold() for word in unit.words}]
    assert len(words) == len(set(words))
    assert not {word.upper() for word in words if word != "idr"} & set(CURRENCIES)


def test_an_unknown_unit_is_refused_with_every_known_one() -> None:
    error = refusal(lambda: Unit.of("goats"))
    assert (error.code, error.field, error.value) == ("unknown_unit", "unit", "goats")
    assert all(unit.code in error.message("id") for unit in UNITS)
    assert "ISO 4217" in error.message("id")
    assert "'goats' is not a known unit" in error.message("en")
    assert refusal(lambda: Unit.of("usd", "currency")).field == "currency"
    assert refusal(lambda: Unit.of(7)).code == "unknown_unit"  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "nearest"),
    [
        ("kgs", "kg"),  # and not KGS, the som
        ("kilo", "kg"),
        ("kilos", "kg"),  # and not ILS, the shekel
        ("KG", "kg"),
        ("m²", "m2"),
        ("hektar", "ha"),
        ("square meters", "m2"),
        ("rupiah", "IDR"),
        ("idr", "IDR"),
        ("php", "PHP"),
        ("Usd", "USD"),
        ("USDD", "USD"),
        ("USD ", "USD"),
        # a currency that is no more, or that never was, is no slip of the pen for another
        ("DEM", None),
        ("XXX", None),
        ("XTS", None),
        ("XAU", None),
        ("BGN", None),
        ("Rp", "IDR"),
        ("$", None),
        ("USD/10", None),
    ],
)
def test_an_unknown_unit_is_refused_with_the_code_that_was_meant(given: str, nearest: str | None) -> None:
    message = refusal(lambda: Unit.of(given)).message("en")
    assert (f"Did you mean {nearest!r}?" in message) == (nearest is not None)
    assert ("Known: g, kg, t" in message) == (nearest is None)


def test_a_measure_is_written_with_its_symbol_and_what_is_counted_in_words() -> None:
    said = {unit.code: (unit.say("id", one=True), unit.say("en", one=True), unit.say("en")) for unit in UNITS}
    assert said["m2"] == ("m²", "m²", "m²")
    assert said["t"] == ("t", "t", "t")
    assert said["hour"] == ("jam", "hour", "hours")
    assert said["head"] == ("ekor", "head", "head")
    assert said["activity"] == ("kegiatan", "activity", "activities")
    assert said["report"] == ("laporan", "report", "reports")
    assert Unit.of("PHP").say("id") == Unit.of("PHP").say("en", one=True) == "PHP"


def test_the_currencies_are_those_that_people_pay_with() -> None:
    from babel.core import get_global

    day = date(2026, 3, 1)
    in_use = {
        code
        for uses in get_global("territory_currencies").values()
        for code, start, end, tender in uses
        if tender and (start is None or date(*start) <= day) and (end is None or date(*end) >= day)
    }
    # what an older or newer Babel knows of these: guilder, peso convertible, leva, leone, colón, and their successors
    recent = {"ANG", "BGN", "CUC", "HRK", "SLL", "SVC", "XCG", "ZWG", "ZWL"}
    assert in_use ^ set(CURRENCIES) <= recent
    assert not {"XXX", "XTS", "XAU", "XDR", "CHE", "DEM"} & set(CURRENCIES)
    assert tuple(sorted(set(CURRENCIES))) == CURRENCIES


def test_no_currency_has_fewer_decimals_than_people_use() -> None:
    from babel.numbers import get_currency_precision

    for code in CURRENCIES:
        assert 10 ** get_currency_precision(code) <= Unit.of(code).factor <= 1_000
    assert [Unit.of(code).factor for code in ("IDR", "JPY", "PHP", "COP", "KWD")] == [1, 1, 100, 100, 1_000]
    assert [Unit.of(code).base for code in ("IDR", "JPY", "PHP", "KWD")] == ["IDR", "JPY", "PHP/100", "KWD/1000"]


def test_the_smallest_part_of_a_currency_is_a_unit() -> None:
    cent = Unit.of("USD/100")
    assert (cent.base, cent.factor) == ("USD/100", 1)
    assert Unit.of(cent) is cent is Unit.of("USD/100")
    assert Quantity(1, "USD").say("en", cent) == "100 USD/100"


def test_units_compare_by_code() -> None:
    assert Unit.of("kg") == pickle.loads(pickle.dumps(Unit.of("kg"))) != Unit.of("g")
    assert hash(Unit.of("kg")) == hash(pickle.loads(pickle.dumps(Unit.of("kg"))))


# --- quantities ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("amount", "unit", "base_amount", "base"),
    [
        (2_408, "kg", 2_408_000, "g"),
        ("10483.2", "kg", 10_483_200, "g"),
        ("-0.001", "kg", -1, "g"),
        (Decimal("0.5"), "t", 500_000, "g"),
        (Fraction(1, 8), "kg", 125, "g"),
        (np.int32(3), "l", 3_000, "ml"),
        (0, "IDR", 0, "IDR"),
        ("12.50", "USD", 1_250, "USD/100"),
        (1_250, "USD/100", 1_250, "USD/100"),
        (5, "JPY", 5, "JPY"),
        ("0.001", "KWD", 1, "KWD/1000"),
        ("1809", "m2", 18_090_000, "cm2"),
        ("0.4", "ha", 40_000_000, "cm2"),
        (1, "km2", 10_000_000_000, "cm2"),
        ("1.5", "km", 1_500_000, "mm"),
        (1, "m3", 1_000_000, "ml"),
        ("0.25", "hour", 15, "minute"),
        (10**30, "t", 10**36, "g"),
        (Fraction(10**30), "t", 10**36, "g"),
    ],
)
def test_an_amount_is_held_in_its_base_unit(amount: Any, unit: str, base_amount: int, base: str) -> None:
    quantity = Quantity(amount, unit)
    assert (quantity.amount, quantity.unit.code) == (base_amount, base)
    assert type(quantity.amount) is int


@pytest.mark.parametrize("text", ["15.000", "-15.000", "999.000"])
@pytest.mark.parametrize("unit", ["IDR", "IDR/100", "USD", "JPY", "piece", "g", "day"])
def test_a_text_of_thousands_is_no_decimal_in_a_unit_that_has_no_three(text: str, unit: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        Quantity(text, unit)
    assert (caught.value.code, caught.value.field, caught.value.value) == ("not_exact", "amount", text)
    assert "can be read in two ways" in str(caught.value)


def test_a_text_with_three_decimals_is_one_in_a_unit_that_has_them() -> None:
    assert Quantity("2.408", "kg") == Quantity(2_408, "g")
    assert Quantity("15.000", "t") == Quantity(15, "t")
    assert Quantity("15.00", "IDR") == Quantity(Decimal("15.000"), "IDR") == Quantity(15, "IDR")


@pytest.mark.parametrize(
    ("amount", "unit", "field", "code"),
    [
        ("0.5", "g", "amount", "not_whole"),
        (Fraction(1, 3), "kg", "amount", "not_whole"),
        ("0.0005", "kg", "amount", "not_whole"),
        (0.5, "kg", "amount", "not_exact"),
        (2.0, "kg", "amount", "not_exact"),
        ("1.000,5", "kg", "amount", "not_exact"),
        ("1e3", "kg", "amount", "not_exact"),
        ("1_000", "kg", "amount", "not_exact"),
        (" 1", "kg", "amount", "not_exact"),
        ("1\n", "kg", "amount", "not_exact"),
        ("٣", "kg", "amount", "not_exact"),
        ("1.", "kg", "amount", "not_exact"),
        ("9" * 41, "kg", "amount", "not_exact"),
        (Decimal("NaN"), "kg", "amount", "not_exact"),
        (Decimal("Infinity"), "kg", "amount", "not_exact"),
        (Decimal("1E+61"), "kg", "amount", "not_exact"),
        (Decimal("1E-61"), "kg", "amount", "not_exact"),
        (True, "kg", "amount", "not_whole"),
        (None, "kg", "amount", "not_whole"),
        (10**30 + 1, "kg", "amount", "number_too_large"),
        (-(10**30) - 1, "kg", "amount", "number_too_large"),
        (str(10**30 + 1), "g", "amount", "number_too_large"),
        (Decimal(10**30 + 1), "g", "amount", "number_too_large"),
        (Fraction(10**30 + 1), "g", "amount", "number_too_large"),
        (1, "usd", "unit", "unknown_unit"),
        ("12.505", "USD", "amount", "not_whole"),
        ("0.5", "JPY", "amount", "not_whole"),
        ("0.5", "IDR", "amount", "not_whole"),
        ("0.0005", "KWD", "amount", "not_whole"),
        (1.5, "USD", "amount", "not_exact"),
        ("0.5", "kcal", "amount", "not_whole"),
        (Fraction(1, 7), "hour", "amount", "not_whole"),
        ("0.5", "mm", "amount", "not_whole"),
    ],
)
def test_what_is_no_exact_amount_is_refused(amount: Any, unit: str, field: str, code: str) -> None:
    error = refusal(lambda: Quantity(amount, unit))
    assert (error.field, error.code) == (field, code)
    assert error.value is (unit if field == "unit" else amount)


def test_a_refused_amount_is_said_in_both_languages() -> None:
    error = refusal(lambda: Quantity("0.5", "g"))
    assert "'0.5' g bukan bilangan bulat dalam g" in error.message("id")
    assert "'0.5' g is not a whole number of g" in error.message("en")
    float_error = refusal(lambda: Quantity(0.5, "kg"))
    assert "0.5 (float) bukan bilangan pasti" in float_error.message("id")
    assert "0.5 (float) is not an exact number" in float_error.message("en")
    assert "kesos.wording" in float_error.message("en")


def test_conversion_is_exact_and_within_one_kind() -> None:
    assert Quantity(1, "g").to("t") == Decimal("0.000001")
    assert Quantity(2_408, "kg").to("kg") == 2_408
    assert Quantity("12.50", "USD").to("USD") == Decimal("12.5")
    assert Quantity("0.4", "ha").to("m2") == 4_000
    assert Quantity(1, "m3") == Quantity(1_000, "l")
    assert Quantity(90, "minute").to("hour") == Decimal("1.5")
    error = refusal(lambda: Quantity(1, "kg").to("IDR"))
    assert isinstance(error, UnitError)
    assert (error.code, error.field, error.value) == ("unit_mismatch", "unit", "IDR")
    assert "satuannya tidak sejenis: rupiah, g" in error.message("id")
    assert "these units do not mix: rupiah, g" in error.message("en")


def test_an_amount_whose_decimals_never_end_in_a_unit_is_refused_in_it() -> None:
    ten = Quantity(10, "minute")
    for call in (lambda: ten.to("hour"), lambda: ten.say("id", "hour")):
        error = refusal(call)
        assert (error.code, error.field, error.value) == ("places_needed", "unit", "hour")
        assert error.message("id") == "unit: 10 menit dalam satuan hour tidak berakhir di belakang koma"
        assert error.message("en") == "unit: the decimals of 10 minutes in the unit hour never end"


def test_no_currency_becomes_another() -> None:
    pesos = Quantity(1, "PHP")
    for other in (Quantity(1, "IDR"), Quantity(1, "USD"), Quantity(1, "JPY"), Quantity(1, "kg")):
        for operation in (lambda a, b: a + b, lambda a, b: a < b, lambda a, b: b - a):
            assert refusal(lambda: operation(pesos, other)).code == "unit_mismatch"  # noqa: B023 - called at once
        assert pesos != other
    assert refusal(lambda: pesos.to("IDR")).code == "unit_mismatch"
    assert refusal(lambda: pesos.say("en", "USD/100")).code == "unit_mismatch"
    assert pesos + Quantity(50, "PHP/100") == Quantity("1.5", "PHP")


@pytest.mark.parametrize(
    "operation",
    [
        lambda one, other: one + other,
        lambda one, other: one - other,
        lambda one, other: one < other,
        lambda one, other: one <= other,
        lambda one, other: one > other,
        lambda one, other: one >= other,
    ],
)
def test_different_kinds_do_not_mix(operation: Callable[[Quantity, Quantity], object]) -> None:
    error = refusal(lambda: operation(Quantity(1, "kg"), Quantity(1, "IDR")))
    assert isinstance(error, UnitError)
    assert error.value == "IDR"
    for other in (1, 1.0, "1 kg", None):
        with pytest.raises(TypeError):
            operation(Quantity(1, "kg"), other)  # type: ignore[arg-type]


def test_arithmetic_by_hand() -> None:
    kilo = Quantity(1, "kg")
    assert kilo + Quantity(500, "g") == Quantity(1_500, "g")
    assert kilo - Quantity(1_500, "g") == Quantity(-500, "g") == -Quantity(500, "g")
    assert kilo * 3 == 3 * kilo == kilo * np.int64(3) == Quantity(3, "kg")
    assert sum([kilo, kilo]) == Quantity(2, "kg")
    assert 0 + kilo == kilo
    assert (Quantity(1, "kg") == Quantity(1, "l")) is False
    assert kilo != 1_000
    with pytest.raises(TypeError):
        1 + kilo
    with pytest.raises(TypeError):
        False + kilo
    with pytest.raises(TypeError):
        kilo * kilo  # type: ignore[operator]
    for times in (2.0, True, "2", None):
        error = refusal(lambda times=times: kilo * times)  # type: ignore[misc]
        assert (error.field, error.code) == ("times", "not_whole")


def test_quantities_are_ordered_within_their_kind() -> None:
    one, two = Quantity(1, "kg"), Quantity(2, "kg")
    assert one < two
    assert one <= one
    assert two > one
    assert two >= two
    assert not one < one
    assert not two <= one
    assert not one > one
    assert not one >= two


@pytest.mark.parametrize(
    ("quantity", "indonesian", "english"),
    [
        (Quantity(999, "g"), "999 g", "999 g"),
        (Quantity(1_000, "g"), "1 kg", "1 kg"),
        (Quantity(-1_000, "g"), "-1 kg", "-1 kg"),
        (Quantity(-999, "g"), "-999 g", "-999 g"),
        (Quantity("10483.2", "kg"), "10.483,2 kg", "10,483.2 kg"),
        (Quantity(1_500, "ml"), "1,5 l", "1.5 l"),
        (Quantity(36_120_000, "IDR"), "Rp36.120.000", "IDR36,120,000"),
        (Quantity(1, "person"), "1 jiwa", "1 person"),
        (Quantity(2, "person"), "2 jiwa", "2 people"),
        (Quantity(0, "family"), "0 KK", "0 families"),
        (Quantity(1, "set"), "1 set", "1 set"),
        (Quantity(863_771_040, "PHP"), "PHP863.771.040,00", "₱863,771,040.00"),
        (Quantity("-12.5", "USD"), "-US$12,50", "-$12.50"),
        (Quantity(5_000, "JPY"), "JP¥5.000", "¥5,000"),
        (Quantity("0.001", "KWD"), "KWD0,001", "KWD0.001"),
        # Colombia's cents are out of use: they are printed only where there are some
        (Quantity(1_200, "COP"), "COP1.200", "COP1,200"),
        (Quantity("1200.5", "COP"), "COP1.200,50", "COP1,200.50"),
        (Quantity(0, "USD"), "US$0,00", "$0.00"),
        (Quantity(10**30, "EUR"), "€1" + ".000" * 10 + ",00", "€1" + ",000" * 10 + ".00"),
        (Quantity(1_809, "m2"), "1.809 m²", "1,809 m²"),
        (Quantity("3.5", "m2"), "3,5 m²", "3.5 m²"),
        (Quantity(9_999, "m2"), "9.999 m²", "9,999 m²"),
        (Quantity("9999.9999", "m2"), "9.999,9999 m²", "9,999.9999 m²"),
        (Quantity(10_000, "m2"), "1 ha", "1 ha"),
        (Quantity(-12_345, "m2"), "-1,2345 ha", "-1.2345 ha"),
        (Quantity("12345.6", "m2"), "12.345,6 m²", "12,345.6 m²"),
        (Quantity(200, "km2"), "20.000 ha", "20,000 ha"),
        (Quantity("0.5", "m2"), "5.000 cm²", "5,000 cm²"),
        (Quantity(0, "ha"), "0 m²", "0 m²"),
        (Quantity(0, "km"), "0 m", "0 m"),
        (Quantity(150, "mm"), "150 mm", "150 mm"),
        (Quantity("1.5", "m"), "1,5 m", "1.5 m"),
        (Quantity(999, "m"), "999 m", "999 m"),
        (Quantity(1_250, "m"), "1,25 km", "1.25 km"),
        (Quantity("1250.5", "m"), "1.250,5 m", "1,250.5 m"),
        (Quantity(2, "m3"), "2.000 l", "2,000 l"),
        (Quantity(2_100, "kcal"), "2.100 kcal", "2,100 kcal"),
        (Quantity(0, "hour"), "0 menit", "0 minutes"),
        (Quantity(59, "minute"), "59 menit", "59 minutes"),
        (Quantity(1, "hour"), "1 jam", "1 hour"),
        (Quantity("1.5", "hour"), "90 menit", "90 minutes"),
        (Quantity(-2, "hour"), "-2 jam", "-2 hours"),
        (Quantity(250, "head"), "250 ekor", "250 head"),
    ],
)
def test_a_quantity_is_said_as_people_print_it(quantity: Quantity, indonesian: str, english: str) -> None:
    assert quantity.say("id") == str(quantity) == format(quantity) == indonesian
    assert quantity.say("en") == format(quantity, "en") == english


def test_a_quantity_is_said_in_the_unit_that_is_asked_for() -> None:
    assert Quantity(2_408, "kg").say("id", "t") == "2,408 t"
    assert Quantity(2_408, "kg").say("id", Unit.of("g")) == "2.408.000 g"
    assert Quantity(2, "m3").say("id", "m3") == "2 m³"
    assert Quantity(200, "ha").say("en", "km2") == "2 km²"
    assert Quantity("1.5", "hour").say("en", "hour") == "1.5 hours"
    assert Quantity("12.5", "USD").say("nl", "USD") == "US$\xa012,50"
    assert refusal(lambda: Quantity(1, "kg").say("id", "IDR")).code == "unit_mismatch"
    assert refusal(lambda: Quantity(1, "kg").say("xx")).field == "locale"


def test_a_quantity_shows_hashes_and_pickles() -> None:
    quantity = Quantity(2, "kg")
    assert repr(quantity) == "Quantity(2000, 'g')"
    assert eval(repr(quantity)) == quantity
    again = pickle.loads(pickle.dumps(quantity))
    assert again == quantity
    assert hash(again) == hash(quantity)
    assert again + quantity == Quantity(4, "kg")
    assert {quantity: 1}[Quantity(2_000, "g")] == 1


@pytest.mark.parametrize("code", CURRENCIES)
def test_an_amount_of_every_currency_survives_its_repr_and_a_pickle(code: str) -> None:
    amount = Quantity(12, code)
    assert eval(repr(amount)) == amount == pickle.loads(pickle.dumps(amount))
    assert Quantity(amount.amount, amount.unit.code) == amount
    assert Quantity(amount.to(code), code) == amount
    assert re.search(r"\D12(\.0+)?$", amount.say("en"))


# --- exact numbers and rounding --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "places", "half_up", "up", "down"),
    [
        (Fraction(5, 2), 0, "3", "3", "2"),
        (Fraction(-5, 2), 0, "-3", "-3", "-2"),
        (Fraction(12_344, 10_000), 3, "1.234", "1.235", "1.234"),
        (Fraction(12_345, 10_000), 3, "1.235", "1.235", "1.234"),
        (Fraction(1, 10**9), 2, "0.00", "0.01", "0.00"),
        (Fraction(-1, 10**9), 2, "0.00", "-0.01", "0.00"),
        (Fraction(2), 2, "2.00", "2.00", "2.00"),
        (Fraction(0), 1, "0.0", "0.0", "0.0"),
    ],
)
def test_rounding_has_a_direction(value: Fraction, places: int, half_up: str, up: str, down: str) -> None:
    for rounding, wanted in ((Rounding.HALF_UP, half_up), (Rounding.UP, up), (Rounding.DOWN, down)):
        assert str(round_exactly(value, places, rounding)) == wanted


def test_the_number_of_decimals_has_a_limit() -> None:
    assert str(round_exactly(Fraction(1, 3), 60, Rounding.DOWN)) == "0." + "3" * 60
    error = refusal(lambda: round_exactly(Fraction(1), 61, Rounding.DOWN))
    assert (error.code, error.field, error.value) == ("count_too_large", "places", 61)
    assert "Paling banyak 60" in error.message("id")
    assert "At most 60" in error.message("en")
    assert refusal(lambda: round_exactly(Fraction(1), -1, Rounding.DOWN)).code == "count_negative"
    rounding = refusal(lambda: round_exactly(Fraction(1), 1, "up"))  # type: ignore[arg-type]
    assert (rounding.code, rounding.field, rounding.value) == ("wrong_type", "rounding", "up")


def test_a_numpy_number_of_decimals_is_a_number() -> None:
    assert str(round_exactly(Fraction(1, 3), np.int8(2), Rounding.DOWN)) == "0.33"  # type: ignore[arg-type]


def test_a_fraction_whose_decimals_never_end_is_no_decimal() -> None:
    assert exact_decimal(Fraction(1, 8)) == Decimal("0.125")
    assert exact_decimal(Fraction(1, 3)) is None
    assert exact_decimal(Fraction(1, 10**60)) == Decimal("1E-60")
    assert exact_decimal(Fraction(1, 10**61)) is None
    assert exact_decimal(Fraction(1, 2**60)) is not None
    assert exact_decimal(Fraction(1, 2**61)) is None


def test_the_longest_decimals_are_the_last_that_are_taken() -> None:
    for text, code in (("1E-60", None), ("1E-61", "not_exact"), ("1E+30", None), ("1E+60", "number_too_large")):
        if code is None:
            assert exact_fraction(Decimal(text), "share") == Fraction(text)
        else:
            assert refusal(lambda text=text: exact_fraction(Decimal(text), "share")).code == code  # type: ignore[misc]


def test_an_exact_fraction_names_its_field() -> None:
    assert exact_fraction("0.25", "share") == Fraction(1, 4)
    assert refusal(lambda: exact_fraction("a quarter", "share")).field == "share"


# --- percentages -----------------------------------------------------------------------------------------------------


def test_a_percentage_is_exact_inside_and_rounded_where_it_is_printed() -> None:
    coverage = Percentage.of_fraction(Fraction(117, 330))
    assert coverage.exact == Fraction(117, 330)
    assert coverage.rounded() == Decimal("35.45")
    assert coverage.rounded(0) == Decimal(35)
    assert coverage.rounded(1, Rounding.UP) == Decimal("35.5")
    assert (str(coverage), format(coverage, "en")) == ("35,45% (dibulatkan)", "35.45% (rounded)")
    assert coverage.say("id", 3) == "35,455%"
    assert coverage.say("id", 3, Rounding.DOWN) == "35,454%"
    assert repr(coverage) == "Percentage(Fraction(390, 11))"
    assert (str(Percentage("35.45")), repr(Percentage("35.45"))) == ("35,45%", "Percentage('35.45')")
    assert str(Percentage(100)) == "100%"
    assert str(Percentage(Fraction(1, 101))) == "0,01% (dibulatkan)"
    assert (str(Percentage("12.5")), format(Percentage("12.5"), "en")) == ("12,5%", "12.5%")


def test_a_percentage_whose_decimals_never_end_needs_a_number_of_places() -> None:
    error = refusal(lambda: Percentage(Fraction(100, 3)).say("id"))
    assert (error.code, error.field, error.value) == ("places_needed", "places", None)
    assert "dua" in error.message("id")
    assert "never end" in error.message("en")


def test_percentages_add_compare_and_pickle() -> None:
    quarter, third = Percentage(25), Percentage.of_fraction(Fraction(1, 3))
    assert (quarter + third).exact == Fraction(7, 12)
    assert quarter < third
    assert third > quarter
    assert quarter <= Percentage("25.00")
    assert quarter >= Percentage("25.00")
    assert not quarter > third
    assert not quarter >= third
    assert not third < quarter
    assert not third <= quarter
    assert quarter == Percentage(Decimal(25)) != third
    assert hash(quarter) == hash(Percentage("25"))
    assert pickle.loads(pickle.dumps(third)) == third
    for operation in (
        lambda: quarter + 1,
        lambda: quarter < 1,
        lambda: quarter <= 1,
        lambda: quarter > 1,
        lambda: quarter >= 1,
    ):
        with pytest.raises(TypeError):
            operation()  # type: ignore[no-untyped-call]


def test_a_percentage_of_an_unprintable_size_still_shows() -> None:
    assert repr(Percentage(Fraction(1, 3**10_000))).startswith("Percentage(")
    assert refusal(lambda: Percentage(Fraction(10**30 + 1))).code == "number_too_large"
    assert Percentage(10**30) + Percentage(10**30) > Percentage(10**30)


# --- spans -----------------------------------------------------------------------------------------------------------


def test_a_span_holds_both_its_ends() -> None:
    span = Span(3, 7)
    assert [day in span for day in (2, 3, 5, 7, 8)] == [False, True, True, True, False]
    assert np.int64(7) in span
    rice = Span(Quantity(1, "kg"), Quantity(2, "kg"))
    assert [Quantity(grams, "g") in rice for grams in (999, 1_000, 2_000, 2_001)] == [False, True, True, False]


def test_a_span_of_one_value_is_a_span() -> None:
    assert Span(3, 3).say("id") == "3"
    assert 3 in Span(3, 3)


def test_the_ends_of_a_span_are_stored_plainly() -> None:
    span = Span(np.int8(3), 7)
    assert span == Span(3, 7)
    assert (type(span.minimum), type(span.maximum)) == (int, int)


def test_a_minimum_above_the_maximum_is_refused() -> None:
    error = refusal(lambda: Span(8, 7))
    assert (error.code, error.field, error.value) == ("minimum_above_maximum", "minimum", 8)
    assert "maksimum 7 di bawah minimum 8" in error.message("id")
    assert "the maximum 7 is below the minimum 8" in error.message("en")


def test_ends_of_two_kinds_are_refused() -> None:
    error = refusal(lambda: Span(3, Quantity(7, "kg")))  # type: ignore[arg-type]
    assert (error.code, error.field, error.value) == ("wrong_type", "maximum", Quantity(7, "kg"))
    assert refusal(lambda: Span(Percentage(3), Quantity(7, "kg"))).code == "wrong_type"  # type: ignore[arg-type]
    assert refusal(lambda: Span(Quantity(1, "l"), Quantity(7, "kg"))).code == "unit_mismatch"
    assert refusal(lambda: Quantity(3, "kg") in Span(3, 7)).field == "value"  # type: ignore[operator]
    mixed = refusal(lambda: Percentage(3) in Span(3, 7))  # type: ignore[operator]
    assert mixed.message("id") == "value: Percentage('3') tidak sejenis dengan rentang 3 – 7"
    assert mixed.message("en") == "value: Percentage('3') is not of the same kind as the span 3 – 7"
    assert refusal(lambda: 3.5 in Span(3, 7)).field == "value"  # type: ignore[operator]
    assert refusal(lambda: 3 in Span(Percentage(3), Percentage(7))).field == "value"  # type: ignore[operator]


def test_spans_add_end_to_end() -> None:
    assert Span(1, 2) + Span(10, 20) == Span(11, 22)
    assert sum([Span(1, 2), Span(10, 20)]) == Span(11, 22)
    with pytest.raises(TypeError):
        Span(1, 2) + 1  # type: ignore[operator]
    with pytest.raises(TypeError):
        1 + Span(1, 2)  # type: ignore[operator]


def test_a_span_is_said_with_both_ends() -> None:
    rice = Span(Quantity(1_032, "kg"), Quantity(2_408, "kg"))
    assert rice.say("id") == str(rice) == format(rice) == "1.032 kg – 2.408 kg"
    assert format(rice, "en") == "1,032 kg – 2,408 kg"
    assert str(Span(1_000, 2_000)) == "1.000 – 2.000"
    assert str(Span(Quantity("3.5", "m2"), Quantity("4.5", "m2"))) == "3,5 m² – 4,5 m²"
    assert str(Span(Quantity(0, "m2"), Quantity(2, "ha"))) == "0 m² – 2 ha"
    assert str(Span(Quantity(45, "minute"), Quantity(2, "hour"))) == "45 menit – 2 jam"
    assert format(Span(Quantity(10, "USD"), Quantity("12.5", "USD")), "en") == "$10.00 – $12.50"
    assert str(Span(Percentage(3), Percentage(Fraction(100, 3)))) == "3% – 33,33% (dibulatkan)"
    assert pickle.loads(pickle.dumps(rice)) == rice
    assert hash(rice) == hash(Span(Quantity(1_032, "kg"), Quantity(2_408, "kg")))


# --- sen -------------------------------------------------------------------------------------------------------------

SEN = Unit.of("IDR/100")


def test_an_amount_of_rupiah_has_one_form() -> None:
    assert Quantity(100, SEN) == Quantity(1, "IDR")
    assert Quantity(100, SEN).unit == Unit.of("IDR")
    half = Quantity(150, SEN)
    assert (half.amount, half.unit.code, half.to("IDR")) == (150, "IDR/100", Decimal("1.5"))
    for whole in (half + half, half * 2, half - Quantity(50, SEN), pickle.loads(pickle.dumps(half)) * 4):
        assert whole.unit.code == "IDR"
    assert attrs.evolve(half, amount=300) == Quantity(3, "IDR")
    assert Quantity.from_dict({"amount": 100, "unit": "IDR/100"}) == Quantity(1, "IDR")
    assert Quantity.from_dict(half.to_dict()) == half


def test_rupiah_and_sen_reckon_with_each_other() -> None:
    half, one = Quantity(50, SEN), Quantity(1, "IDR")
    assert one + half == half + one == Quantity(150, SEN)
    assert one - half == half
    assert half < one <= one + half
    assert one > half
    assert one / half == 2
    assert (one // half, one % half) == (2, Quantity(0, "IDR"))
    assert divmod(Quantity(175, SEN), one) == (1, Quantity(75, SEN))
    assert one.to(SEN) == 100
    assert half in Span(half, one)
    error = refusal(lambda: half + Quantity(1, "kg"))
    assert (error.code, error.value) == ("unit_mismatch", "g")
    with pytest.raises(InvalidValueError, match="zero"):
        half % Quantity(0, "IDR")


def test_sen_are_printed_after_the_mark() -> None:
    amount = Quantity("6583716938", SEN)
    assert (str(amount), format(amount, "en")) == ("Rp65.837.169,38", "IDR65,837,169.38")
    assert Quantity(5, SEN).say("id") == "Rp0,05"
    assert amount.say("id", SEN) == "6.583.716.938 sen"


def test_no_rule_counts_in_sen() -> None:
    assert rule_unit("IDR").code == "IDR"
    error = refusal(lambda: rule_unit("IDR/100"))
    assert (error.code, error.field, error.value) == ("not_whole", "unit", "IDR/100")
    assert (
        refusal(lambda: Unit("IDR/100", "IDR/100", 1, Text("cent", "cent"), Text("cent", "cent"))).code == "well_known"
    )


def test_the_sen_is_known_as_it_is() -> None:
    assert Unit("IDR/100", "IDR/100", 1, Text("sen", "sen"), Text("sen", "sen")) == SEN
