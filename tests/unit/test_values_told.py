"""What the refusal of a value tells: its code, the field, what was given, and each figure that its sentence shows."""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import numpy as np
import pytest

from kesos.errors import KesosError
from kesos.records import schema_of
from kesos.values import Percentage, Period, Quantity, Span, Text, Unit, change_of, share_of
from kesos.values._shares import check_later

FIVE: Any = Quantity(5, "kg")
THIRD: Any = Percentage(Fraction(100, 3))
RANGE: Any = Span(3, 7)
FEBRUARY: Any = Period.of("2017-02")
GOAT = Text("kambing", "goats")


def told(call: Callable[[], object]) -> tuple[str, str | None, object, dict[str, object]]:
    with pytest.raises(KesosError) as caught:
        call()
    error = caught.value
    return error.args[0], error.field, error.value, error.parameters


def unit(**changes: Any) -> Unit:
    """A unit that is none of kesos's own, as a record of another version may hold one."""
    return Unit(**{"code": "goat", "base": "goat", "factor": 1, "name": GOAT, "many": GOAT} | changes)


# --- operators -------------------------------------------------------------------------------------------------------

SIGNS: dict[str, Callable[[Any], object]] = {
    "+": lambda value: value + 5,
    "-": lambda value: value - 5,
    "/": lambda value: value / 2.5,
    "//": lambda value: value // 2.5,
    "%": lambda value: value % 2.5,
    "**": lambda value: value**2,
    "divmod": lambda value: divmod(value, 2.5),
    "<": lambda value: value < 5,
    "<=": lambda value: value <= 5,
    ">": lambda value: value > 5,
    ">=": lambda value: value >= 5,
}


@pytest.mark.parametrize("value", [FIVE, THIRD, RANGE], ids=lambda value: type(value).__name__)
@pytest.mark.parametrize("sign", SIGNS)
def test_an_operation_that_has_no_meaning_is_named_by_its_sign_and_what_stands_beside_it(sign: str, value: Any) -> None:
    kind = type(value).__name__.lower()
    other = 2 if sign == "**" else 2.5 if sign in ("/", "//", "%", "divmod") else 5
    assert told(lambda: SIGNS[sign](value)) == (f"no_operation.{kind}", kind, other, {"sign": sign})


@pytest.mark.parametrize("value", [FIVE, THIRD, RANGE], ids=lambda value: type(value).__name__)
def test_the_number_may_stand_first(value: Any) -> None:
    kind = type(value).__name__.lower()
    for sign, call in (("+", lambda: 5 + value), ("-", lambda: 5 - value), ("/", lambda: 5 / value)):
        assert told(call) == (f"no_operation.{kind}", kind, 5, {"sign": sign})


def test_a_quantity_times_what_is_no_number_is_refused_by_its_sign() -> None:
    assert told(lambda: FIVE * FIVE) == ("no_operation.quantity", "quantity", FIVE, {"sign": "*"})


@pytest.mark.parametrize("value", [FIVE, THIRD, RANGE], ids=lambda value: type(value).__name__)
@pytest.mark.parametrize(
    ("function", "call"),
    [
        ("float()", float),
        ("int()", int),
        ("complex()", complex),
        ("round()", round),
        ("math.floor()", math.floor),
        ("math.ceil()", math.ceil),
        ("math.trunc()", math.trunc),
    ],
)
def test_a_conversion_that_would_lose_the_meaning_is_named(function: str, call: Any, value: Any) -> None:
    kind = type(value).__name__.lower()
    assert told(lambda: call(value)) == (f"no_number.{kind}", kind, value, {"function": function})


def test_what_divides_by_nothing_is_told() -> None:
    nothing = Quantity(0, "kg")
    zeros: list[tuple[Callable[[], object], object]] = [
        (lambda: FIVE / 0, 0),
        (lambda: THIRD / 0, 0),
        (lambda: FIVE / nothing, nothing),
        (lambda: FIVE % nothing, nothing),
        (lambda: THIRD / Percentage(0), Percentage(0)),
    ]
    for call, zero in zeros:
        assert told(call) == ("zero_denominator", "divisor", zero, {})


def test_a_part_that_is_not_whole_is_told_with_the_amount_and_its_unit() -> None:
    assert told(lambda: FIVE / 3) == ("not_whole.quotient", "divisor", 3, {"amount": FIVE, "base": "g"})
    parts = {"percentage": THIRD, "amount": FIVE, "base": "g"}
    assert told(lambda: FIVE * THIRD) == ("not_whole.share", "percentage", THIRD, parts)


# --- shares ----------------------------------------------------------------------------------------------------------


def test_a_share_that_cannot_be_is_told_with_both_amounts() -> None:
    names = {"part_field": "reached", "whole_field": "quota"}
    above = told(lambda: share_of(7, 5, **names))
    assert above == ("part_above_whole", "reached", 7, {"whole": 5, **names})
    rupiah = Quantity(1, "IDR")
    assert told(lambda: share_of(rupiah, FIVE)) == ("unit_mismatch.amounts", "part", rupiah, {"other": FIVE})
    assert told(lambda: change_of(2, FIVE)) == ("unit_mismatch.amounts", "after", FIVE, {"other": 2})
    assert told(lambda: share_of(0, 0)) == ("zero_denominator", "whole", 0, {})
    assert told(lambda: change_of(0, 5)) == ("zero_denominator", "before", 0, {})


def test_a_later_year_is_after_the_earlier() -> None:
    check_later(2016, 2017)
    assert told(lambda: check_later(2017, 2017)) == ("not_later", "after", 2017, {"earlier": 2017})
    assert told(lambda: check_later(2017, 2016)) == ("not_later", "after", 2016, {"earlier": 2017})


# --- units -----------------------------------------------------------------------------------------------------------


def test_a_unit_that_is_built_is_checked_field_by_field() -> None:
    longest = 64
    assert told(lambda: unit(code="two words")) == ("not_a_word", "code", "two words", {"longest": longest})
    assert told(lambda: unit(base="two words")) == ("not_a_word", "base", "two words", {"longest": longest})
    assert told(lambda: unit(code=5)) == ("not_a_word", "code", 5, {"longest": longest})
    assert told(lambda: unit(code="g" * 65, base="g" * 65))[:2] == ("not_a_word", "code")
    for factor in (0, -1):
        key, field, value, _ = told(lambda factor=factor: unit(factor=factor))  # type: ignore[misc]
        assert (key, field, value) == ("out_of_range", "factor", factor)
        assert told(lambda factor=factor: unit(base="g", factor=factor))[:3] == (key, field, value)  # type: ignore[misc]
    for field in ("name", "many"):
        assert told(lambda field=field: unit(**{field: "goats"}))[1:3] == (field, "goats")  # type: ignore[misc]
    for symbol in (5, 0, " "):
        assert told(lambda symbol=symbol: unit(symbol=symbol))[1:3] == ("symbol", symbol)  # type: ignore[misc]


def test_a_unit_of_a_code_that_kesos_has_is_that_unit() -> None:
    assert told(lambda: attrs.evolve(Unit.of("kg"), factor=1)) == ("well_known", "code", "kg", {})
    for code in ("kg", "USD", "USD/100", "JPY", "KWD/1000", "IDR/100"):
        assert attrs.evolve(Unit.of(code)) == Unit.of(code)
        assert told(lambda code=code: unit(code=code, base=code))[:3] == ("well_known", "code", code)  # type: ignore[misc]


def test_a_part_of_a_currency_that_nobody_pays_with_is_no_unit_of_kesos() -> None:
    for code in ("USD/10", "USD/1000", "USD/20", "JPY/1", "JPY/100"):
        assert told(lambda code=code: Unit.of(code))[:3] == ("unknown_unit", "unit", code)  # type: ignore[misc]
        assert unit(code=code, base=code).code == code


def test_another_unit_is_a_base_or_counted_in_one_that_is() -> None:
    longest = "g" * 64
    assert unit(code=longest, base=longest).code == longest
    assert unit().factor == 1
    assert unit(symbol="gt").symbol == "gt"
    assert unit(code="pinch", base="g", factor=2).factor == 2
    with pytest.raises(KesosError) as caught:
        unit(base="piecee")
    assert (caught.value.args[0], caught.value.field) == ("unknown_unit", "base")
    assert caught.value.hint.parameters["nearest"] == "piece"  # type: ignore[union-attr]
    assert told(lambda: unit(base="sheep"))[:3] == ("unknown_unit", "base", "sheep")
    assert told(lambda: unit(base="kg", factor=2))[:3] == ("unknown_unit", "base", "kg")
    assert told(lambda: unit(factor=2)) == ("out_of_range", "factor", 2, {"least": 1, "most": 1})


def test_the_unit_that_was_meant_is_told_beside_all_that_are_known() -> None:
    with pytest.raises(KesosError) as caught:
        Unit.of("kilogramm-kg")
    with pytest.raises(KesosError) as meant:
        Unit.of("piecee")
    known = meant.value.hint.parameters  # type: ignore[union-attr]
    assert (known["nearest"], known["known"][:2]) == ("piece", ("g", "kg"))
    assert caught.value.hint.parameters["known"] == known["known"]  # type: ignore[union-attr]


# --- quantities, percentages and periods -----------------------------------------------------------------------------


def test_a_quantity_is_changed_in_the_unit_that_it_is_held_in() -> None:
    assert attrs.evolve(FIVE, amount=7) == Quantity(7, "g")
    refused = told(lambda: Quantity(7, "kg", held_in=Unit.of("g")))  # type: ignore[call-arg]
    assert refused == ("held_in_base", "unit", "kg", {"base": "g"})
    assert told(lambda: attrs.evolve(FIVE, amount="7"))[1:3] == ("amount", "7")
    assert told(lambda: Quantity.from_dict({"amount": "x", "unit": "g"}))[1] == "amount"


def test_a_percentage_says_that_it_needs_a_number_of_places() -> None:
    assert told(lambda: THIRD.say("id")) == ("places_needed", "places", None, {})


def test_the_schema_of_a_value_is_one_of_json_schema() -> None:
    assert schema_of(Period) == {
        "type": "string",
        "pattern": r"^\d{4}(-\d{2}(-\d{2}(/\d{4}-\d{2}-\d{2})?)?)?$",
    }
    assert list(schema_of(Percentage)) == ["anyOf"]  # type: ignore[arg-type]


def test_a_period_that_cannot_be_is_told_with_its_days() -> None:
    first, last = date(2017, 2, 2), date(2017, 2, 28)
    days = {"start": last, "end": first}
    assert told(lambda: Period.between(last, first)) == ("end_before_start", "end", "2017-02-02", days)
    days = {"start": first, "end": last}
    assert told(lambda: Period(first, last, "month")) == ("precision_does_not_fit", "precision", "month", days)
    length = timedelta(days=3)
    assert told(lambda: Period.of(length, "when")) == ("not_a_period.length", "when", length, {})  # type: ignore[arg-type]
    for month in (0, 13):
        parts = {"part": month, "most": 12}
        assert told(lambda month=month: Period.month(2017, month)) == ("out_of_range.part", "month", month, parts)  # type: ignore[misc]
    assert (Period.month(2017, 1).iso, Period.month(2017, 12).iso) == ("2017-01", "2017-12")


def test_a_day_may_come_as_the_text_of_another_library() -> None:
    assert Period.of(np.str_("2017-02-25")) == Period.of("2017-02-25")


def test_a_period_is_neither_before_nor_after_itself_and_compares_with_nothing_else() -> None:
    assert not FEBRUARY < FEBRUARY
    assert not FEBRUARY > FEBRUARY
    assert FEBRUARY <= FEBRUARY
    assert FEBRUARY >= FEBRUARY
    for compare in (Period.__lt__, Period.__le__, Period.__gt__, Period.__ge__):
        with pytest.raises(TypeError):
            compare(FEBRUARY, "2017-02")  # type: ignore[operator]
    assert Period.of("2017-01") <= FEBRUARY <= Period.of("2017-03") >= FEBRUARY
    assert not Period.of("2017-01") >= FEBRUARY
    assert not Period.of("2017-03") <= FEBRUARY


def test_a_value_of_no_kind_is_refused_where_a_record_is_read() -> None:
    for kind in (Period, Unit):
        assert told(lambda kind=kind: kind.__read__(5))[1] == ""  # type: ignore[misc]


def test_a_share_that_ends_is_written_in_percent() -> None:
    assert Percentage("35.45").__plain__() == {"percent": "35.45"}
    assert list(THIRD.__plain__()) == ["share"]


def test_a_span_whose_ends_are_printed_alike_is_said_once() -> None:
    near = Span(Quantity(Decimal(1), "kg"), Quantity(1_000, "g"))
    assert near.say("id") == "1 kg"


@pytest.mark.parametrize(
    "changes",
    [{"name": Text("domba", "sheep")}, {"many": Text("domba", "sheep")}, {"symbol": "dmb"}],
    ids=lambda each: next(iter(each)),
)
def test_a_unit_is_its_code_whatever_it_is_called(changes: dict[str, Any]) -> None:
    assert unit(**changes) == unit()
    assert hash(unit(**changes)) == hash(unit())


def test_a_unit_is_its_code_whatever_it_is_counted_in() -> None:
    sack = {"code": "goatskin", "base": "g", "factor": 3_000}
    for changes in ({"factor": 4_000}, {"base": "ml"}):
        assert unit(**sack | changes) == unit(**sack)
        assert hash(unit(**sack | changes)) == hash(unit(**sack))
