"""What a careless or hostile caller passes: the right value comes back, or a refusal that names the field or the value.

The groups are those of people, days, hazards, state and standard files; each case is one of a family.
"""

from __future__ import annotations

import copy
import enum
import pickle
import warnings
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import attrs
import numpy as np
import pytest
from work import calls_of

from kesos import (
    PEDUM_2003,
    AidStandard,
    Citation,
    Damage,
    Decision,
    DisasterEvent,
    Hazard,
    Locality,
    Percentage,
    Period,
    Place,
    Printed,
    Quantity,
    Reading,
    Relief,
    Rounding,
    Span,
    Text,
    entitle,
    entitle_all,
    entitle_range,
    errors,
    total,
)
from kesos.standards import (
    Durations,
    HazardReading,
    InKind,
    Item,
    NotCovered,
    Package,
    Validity,
    Window,
    applicable,
    digest,
    dumps_standard,
    load_standard,
    loads_standard,
)
from kesos.values import add_days, whole_years
from kesos.values._days import plain_date

# --- values that nobody should pass ----------------------------------------------------------------------------------


class FailingIndex:
    def __index__(self) -> int:
        raise RuntimeError("no index")


class FailingRepr:
    def __repr__(self) -> str:
        raise RuntimeError("no repr")

    __str__ = __repr__


class FailingEquality:
    __hash__ = None  # type: ignore[assignment]

    def __eq__(self, other: object) -> bool:
        raise RuntimeError("no equality")


class EqualToAll:
    def __eq__(self, other: object) -> bool:
        return True

    def __hash__(self) -> int:
        return 0


class FailingIteration:
    def __iter__(self) -> Iterator[Any]:
        raise TypeError("no iteration")


class IndexGivesBool:
    def __index__(self) -> int:
        return True


class TextThatLies(str):
    def __eq__(self, other: object) -> bool:
        return True

    def __str__(self) -> str:
        raise RuntimeError("no str")

    __hash__ = str.__hash__


class OwnInt(int):
    def __mul__(self, other: object) -> int:
        return 0

    __rmul__ = __mul__


class OwnText(str):
    pass


class Numbered(enum.IntEnum):
    TWELVE = 12


NEVER_A_NUMBER: list[Any] = [
    True,
    False,
    3.0,
    1.5,
    -0.0,
    float("nan"),
    float("inf"),
    float("-inf"),
    "",
    "3",
    "120",
    "1.234",
    "tiga",
    "\ud800",
    "a\x00b",
    "9" * 100_000,
    b"3",
    bytearray(b"3"),
    [],
    [3],
    (3,),
    {},
    {"people": 3},
    {3},
    range(3),
    3j,
    Decimal(3),
    Decimal("NaN"),
    Decimal("sNaN"),
    Decimal("Infinity"),
    Fraction(3),
    Fraction(1, 3),
    np.bool_(True),
    np.float64(3),
    np.float32("nan"),
    np.array([1, 2]),
    np.array([3.0]),
    np.str_("3"),
    np.datetime64("2017-01-01"),
    datetime(2017, 1, 1),
    datetime(2017, 1, 1, 13, 30),
    date(2017, 1, 1),
    Quantity(3, "person"),
    Percentage(3),
    Text("tiga", "three"),
    Hazard.FLOOD,
    object(),
    int,
    len,
    NotImplemented,
    Ellipsis,
    FailingIndex(),
    FailingRepr(),
    FailingEquality(),
    EqualToAll(),
]
OUT_OF_RANGE: list[int] = [10**30 + 1, 10**5_000, -(10**5_000), -1, -(2**63)]
COUNTS: list[tuple[Any, int]] = [
    (0, 0),
    (1, 1),
    (2**31, 2**31),
    (2**53 + 1, 2**53 + 1),
    (2**63, 2**63),
    (10**30, 10**30),
    (np.int8(100), 100),
    (np.int32(600_000), 600_000),
    (np.uint64(2**64 - 1), 2**64 - 1),
    (OwnInt(7), 7),
    (Numbered.TWELVE, 12),
]
NEVER_A_TEXT: list[Any] = [
    None, True, 0, 3, 1.5, float("nan"), b"Desa", [], ["Desa"], {}, Decimal(1), object(), str, FailingIndex(),
    FailingRepr(), FailingEquality(), EqualToAll(), np.array(["a", "b"]), "", " ", "\t\n", "\u00a0\u2003", "\ud800",
    "Desa \udfff", "\x00", "Desa\x00", "Desa\x1b[31m", "\x7f", "\x85", Text("a", "a"), Quantity(1, "g"),
]  # fmt: skip


def is_day(value: Any) -> bool:
    """A date, a spreadsheet's midnight, or NumPy's day."""
    return type(value) is date or (type(value) is datetime and value.hour == 0) or type(value) is np.datetime64


ANYTHING: list[Any] = [None, *NEVER_A_NUMBER, *OUT_OF_RANGE, *NEVER_A_TEXT, FailingIteration(), PEDUM_2003]


def named(value: object) -> str:
    try:
        return f"{type(value).__name__}-{value!r:.20}"
    except Exception:
        return type(value).__name__


def refusal(call: Callable[[], object]) -> errors.KesosError:
    """The refusal that `call` ends in; it can be said in both languages, shown, compared, hashed and pickled."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with pytest.raises(errors.KesosError) as caught:
            call()
    error = caught.value
    indonesian, english = error.message("id"), error.message("en")
    assert indonesian
    assert english
    assert str(error) == english
    assert len(english) < 2_000
    assert repr(error)
    assert error == copy.copy(error)
    assert hash(error) == hash(copy.copy(error))
    return error


def refused(call: Callable[[], object], *fields: str) -> None:
    """It is refused, and the refusal says in both languages which field it is about."""
    error = refusal(call)
    assert error.field is not None
    assert any(name in error.field for name in fields), (error.field, fields)
    assert error.field in error.message("id")
    assert error.field in error.message("en")


FLOOD: dict[str, Any] = {"hazard": "banjir", "place": "Desa Contoh", "period": "2024-03-01", "people": 120}


def flood(**changed: Any) -> DisasterEvent:
    return DisasterEvent(**{**FLOOD, **changed})


def fed(**changed: Any) -> Relief:
    return entitle(**{"event": flood(), "standard": PEDUM_2003, "days": 7, **changed})


# --- people ----------------------------------------------------------------------------------------------------------

COUNT_FIELDS: dict[str, Callable[[Any], Any]] = {
    "people": lambda value: flood(people=value).people,
    "families": lambda value: flood(families=value, people=None).families,
    "heavy": lambda value: Damage(heavy=value).heavy,
    "light": lambda value: Damage(light=value).light,
    "houses": lambda value: Damage(houses=value).houses,
    "businesses": lambda value: Damage(businesses=value).businesses,
    "public_facilities": lambda value: Damage(public_facilities=value).public_facilities,
    "loss": lambda value: (lambda loss: None if loss is None else loss.amount)(flood(loss=value).loss),
}


@pytest.mark.parametrize("field", COUNT_FIELDS)
@pytest.mark.parametrize("value", [*NEVER_A_NUMBER, *OUT_OF_RANGE], ids=named)
def test_what_is_no_count_is_refused_by_name(field: str, value: Any) -> None:
    refused(lambda: COUNT_FIELDS[field](value), field)


@pytest.mark.parametrize("field", COUNT_FIELDS)
@pytest.mark.parametrize(("value", "stored"), COUNTS, ids=named)
def test_a_whole_number_of_any_class_is_stored_as_a_plain_int(field: str, value: Any, stored: int) -> None:
    held = COUNT_FIELDS[field](value)
    assert held == stored
    assert type(held) is int


@pytest.mark.parametrize("field", COUNT_FIELDS)
def test_an_unknown_count_stays_unknown(field: str) -> None:
    assert COUNT_FIELDS[field](None) is None


def test_an_index_that_gives_a_bool_is_no_count() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # Python itself warns of it
        refused(lambda: flood(people=IndexGivesBool()), "people")


@pytest.mark.parametrize("where", ["event", "locality"])
@pytest.mark.parametrize("field", ["people", "families"])
def test_the_message_names_the_value_and_its_type(where: str, field: str) -> None:
    make: Callable[..., object] = flood if where == "event" else lambda **given: Locality(place="x", **given)
    for value, word in ((-5, "-5"), (True, "True (bool)"), ("120", "'120' (str)"), (float("nan"), "nan (float)")):
        error = refusal(lambda value=value: make(**{field: value}))
        assert word in error.message("id")
        assert word in error.message("en")


def test_unknown_people_are_not_nobody() -> None:
    error = refusal(lambda: fed(event=flood(people=None)))
    assert isinstance(error, errors.UnknownValueError)
    assert (error.code, error.field, error.value) == ("count_unknown", "people", None)


def test_counts_beyond_32_and_64_bits_stay_exact() -> None:
    assert fed(event=flood(people=np.int32(600_000)), days=12, extended=True)["rice"].amount == 2_880_000_000
    assert fed(event=flood(people=2**63))["rice"].amount == 25_825_441_703_193_372_262_400
    assert fed(event=flood(people=10**30), days=12, extended=True)["side_dishes"].amount == 72_000 * 10**30


def test_negative_zero_as_an_int_is_zero() -> None:
    assert fed(event=flood(people=-0))["rice"].amount == 0


# --- days ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("value", [None, *NEVER_A_NUMBER, *OUT_OF_RANGE, "Minimum", "min", " maximum"], ids=named)
@pytest.mark.parametrize("entitled", ["entitle", "entitle_all"])
def test_what_is_no_number_of_days_is_refused(entitled: str, value: Any) -> None:
    if entitled == "entitle":
        refused(lambda: fed(days=value), "days")
    elif value is None or (type(value) is dict and not value):  # no event asks for days
        assert entitle_all([], PEDUM_2003, days=value).answers == ()
        assert [each.error.field for each in entitle_all([flood()], PEDUM_2003, days=value).refused] == ["days"]
    else:
        refused(lambda: entitle_all([], PEDUM_2003, days=value), "days")


@pytest.mark.parametrize("days", [-3, -1, 0, 1, 2, 8, 12, 13, 400, 3_660, 3_661, 10**30])
def test_days_outside_the_window_are_refused_with_the_number(days: int) -> None:
    error = refusal(lambda: fed(days=days))
    assert error.field == "days"
    assert error.value == days
    assert str(days) in error.message("id")
    assert str(days) in error.message("en")


@pytest.mark.parametrize(
    ("value", "days"), [(np.int64(7), 7), (np.uint8(3), 3), (OwnInt(5), 5), (OwnText("minimum"), 3)]
)
def test_days_of_any_whole_class_are_stored_plainly(value: Any, days: int) -> None:
    answer = fed(days=value)
    assert answer.days == days
    assert type(answer.days) is int
    assert answer["rice"].amount == 400 * 120 * days


def test_a_text_that_equals_everything_names_no_end_of_the_window() -> None:
    refused(lambda: fed(days=TextThatLies("whenever")), "days")


@pytest.mark.parametrize(
    "value", [None, 0, 1, "yes", "", np.bool_(True), [], object(), FailingEquality(), EqualToAll()]
)
def test_extended_is_true_or_false(value: Any) -> None:
    refused(lambda: fed(extended=value), "extended")
    refused(lambda: entitle_all([], PEDUM_2003, days=3, extended=value), "extended")


@pytest.mark.parametrize("value", [True, "Bupati", 1, {}, [], object(), FailingEquality(), Decision])
def test_a_decision_is_a_decision(value: Any) -> None:
    refused(lambda: fed(decision=value), "decision")
    refused(lambda: entitle_all([], PEDUM_2003, days=3, decision=value), "decision")


def test_a_disaster_before_the_standard_was_in_force_is_refused_with_its_day() -> None:
    error = refusal(lambda: fed(event=flood(period="2001-06-01")))
    assert isinstance(error, errors.NotInForceError)
    assert (error.code, error.field, error.value) == ("not_in_force", "period", "2001-06-01")
    assert "1 Juni 2001" in error.message("id")
    assert "2001-06-01" in error.message("en")


PERIODS_THAT_ARE_NONE: list[Any] = [
    *(value for value in ANYTHING if not is_day(value)),
    "2017-02-29", "2017-13", "2017-00", "0000", "0000-01-01", "2017-00-10", "2017-2-5", "20170225", "2017-W08-6",
    "2017-056", "2017-02-25T00:00", "2017-02-25/", "/2017-02-25", "2017-03-05/2017-03-01", "2017-03/2017-04",
    "2017-03-01/2017-03-05/2017-03-09", "2017-02-30/2017-03-01",
    " 2017-02-25", "2017-02-25\n", "2017-06\n", "٢٠١٧", "2017-０2-25", "+2017",
    "-2017", "12017", 2017, 45_000, "25-02-2017", "Juni 2017", "2017-02-25" * 1_000, np.datetime64("2017-02"),
    np.datetime64("2017-02-25T00"), np.datetime64("NaT"), np.datetime64("NaT", "D"), timedelta(days=5), "0217-02-25",
    "1899", "0217-02", date(217, 2, 25), datetime(2017, 2, 25, 13, 30), datetime.max,
]  # fmt: skip


@pytest.mark.parametrize("value", PERIODS_THAT_ARE_NONE, ids=named)
def test_what_is_no_period_is_refused(value: Any) -> None:
    refused(lambda: flood(period=value), "period")


@pytest.mark.parametrize("value", [OwnText("2017-02-25"), np.str_("2017-02-25")])
def test_a_text_of_a_class_of_its_own_is_read_like_any_text(value: str) -> None:
    assert flood(period=value).period == Period.of("2017-02-25")
    assert Period.of(type(value)("2017-06")) == Period.month(2017, 6)


# --- hazards ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "value",
    [value for value in ANYTHING if not isinstance(value, Hazard)]
    + ["bnajir", "x" * 300, "banjir\x00", "ｂａｎｊｉｒ"],
    ids=named,
)
def test_what_is_no_hazard_is_refused(value: Any) -> None:
    error = refusal(lambda: flood(hazard=value))
    assert isinstance(error, errors.UnknownHazardError)
    assert (error.code, error.field) == ("hazard_missing" if value is None else "hazard_unknown", "hazard")
    assert error.value is value


@pytest.mark.parametrize(
    ("misspelt", "nearest"),
    [
        ("bnajir", "banjir"),
        ("banjr", "banjir"),
        ("BANJIRR", "banjir"),
        ("flod", "flood"),
        ("tanah lonsor", "tanah longsor"),
        ("land slide", "landslide"),
        ("angin ribu", "angin ribut"),
        ("puting beliun", "puting beliung"),
        ("gempa bummi", "gempa bumi"),
        ("tsunmai", "tsunami"),
        ("kekringan", "kekeringan"),
        ("kebakarann", "kebakaran"),
        ("volcanic erupsion", "volcanic eruption"),
    ],
)
def test_a_misspelt_hazard_gets_the_nearest_known_word(misspelt: str, nearest: str) -> None:
    error = refusal(lambda: flood(hazard=misspelt))
    assert repr(misspelt) in error.message("id")
    assert repr(misspelt) in error.message("en")
    assert repr(nearest) in error.message("id")
    assert repr(nearest) in error.message("en")


@pytest.mark.parametrize(
    "word", [" Banjir ", "BANJIR", "banjir", "Flood", "bencana   banjir", OwnText("banjir"), "\tbanjir\n"]
)
def test_case_and_blanks_do_not_matter(word: str) -> None:
    assert fed(event=flood(hazard=word))["rice"].amount == 336_000


def test_a_hazard_that_the_standard_leaves_out_is_not_its_neighbour() -> None:
    for hazard in ("fire", "forest_fire", "haze", "social_conflict", "epidemic", "terror", "technological_failure"):
        error = refusal(lambda hazard=hazard: fed(event=flood(hazard=hazard)))
        assert isinstance(error, errors.HazardNotCoveredError)
        assert (error.code, error.field, error.value) == ("hazard_not_covered", "hazard", hazard)


# --- the other arguments ---------------------------------------------------------------------------------------------

TEXT_FIELDS: dict[str, tuple[str, Callable[[Any], str]]] = {
    "event place": ("place", lambda value: flood(place=value).place.text),
    "locality place": ("place", lambda value: Locality(place=value).place.text),
    "place": ("place", lambda value: Place.of(value).text),
    "regulation": ("regulation", lambda value: Citation(regulation=value).regulation),
    "by": ("by", lambda value: Decision(by=value, number="1", date="2017-03-09").by),
    "number": ("number", lambda value: Decision(by="Bupati", number=value, date="2017-03-09").number),
    "word": ("word", lambda value: Reading(word=value, read_as="x", reason=Text("a", "a")).word),
    "read_as": ("read_as", lambda value: Reading(word="x", read_as=value, reason=Text("a", "a")).read_as),
    "id": ("id", lambda value: Text(value, "x").id),
    "en": ("en", lambda value: Text("x", value).en),
}
KNOWN_TEXT_FIELDS: dict[str, tuple[str, Callable[[Any], str | None]]] = {
    "reported_by": ("reported_by", lambda value: flood(reported_by=value).reported_by),
    "district": ("district", lambda value: Place("x", district=value).district),
    "code": ("code", lambda value: Place("x", code=value).code),
    **{
        name: (name, lambda value, name=name: getattr(Citation(regulation="x", **{name: value}), name))  # type: ignore[misc]
        for name in ("locator", "quoted_in", "table", "row", "column")
    },
}


@pytest.mark.parametrize("field", [*TEXT_FIELDS, *KNOWN_TEXT_FIELDS])
@pytest.mark.parametrize("value", NEVER_A_TEXT, ids=named)
def test_what_is_no_text_is_refused(field: str, value: Any) -> None:
    name, make = {**TEXT_FIELDS, **KNOWN_TEXT_FIELDS}[field]
    if value is None and field in KNOWN_TEXT_FIELDS:
        assert make(value) is None
    else:
        refused(lambda: make(value), name)


@pytest.mark.parametrize("field", [*TEXT_FIELDS, *KNOWN_TEXT_FIELDS])
@pytest.mark.parametrize(
    "value", ["Desa", "Désa\u00a0Contoh", "Desa\nContoh", "<b>", "=1+1", "كابوپاتين", "x" * 1_000_000]
)
def test_a_text_is_kept_as_it_is(field: str, value: str) -> None:
    _, make = {**TEXT_FIELDS, **KNOWN_TEXT_FIELDS}[field]
    assert make(value) == value


Right = Callable[[Any], bool]


def nothing(value: Any) -> bool:
    return False


def a(*kinds: type) -> Right:
    return lambda value: type(value) in kinds


def one_of(*right: object) -> Right:
    return lambda value: any(value is each for each in right)


def empty(value: Any) -> bool:
    return type(value) in (list, tuple, set) and not value


def none_or(right: Right) -> Right:
    return lambda value: value is None or right(value)


def whole(value: Any) -> bool:
    return type(value) is int and abs(value) <= 10**30


def exact(value: Any) -> bool:
    fits = type(value) is Fraction or (type(value) is Decimal and value.is_finite())
    return whole(value) or fits or (isinstance(value, str) and value in ("3", "120", "1.234"))


def exact_whole(value: Any) -> bool:
    return exact(value) and Fraction(value).denominator == 1


def nil_or_three(value: Any) -> bool:
    return type(value) is int and value in (0, 3)


def never(value: Any) -> bool:
    return False


def three(value: Any) -> bool:
    return type(value) is int and value == 3


def code(value: Any) -> bool:
    return type(value) is str and value == "tiga"


def words(value: Any) -> bool:
    return isinstance(value, str) and any(letter.isalnum() for letter in value) and value.isprintable()


Case = tuple[str, Callable[[Any], object], Right]
SOURCE, NAME, DAY = Citation(regulation="x"), Text("a", "a"), date(2017, 1, 1)


def parts(kind: Callable[..., object], right: dict[str, Any], accepts: dict[str, Right]) -> dict[str, Case]:
    """A case for each field of a class, the others being right."""

    def case(field: str) -> Case:
        return (
            f"{field}|{also.get(field, field)}",
            lambda value: kind(**{**right, field: value}),
            accepts.get(field, nothing),
        )

    also = {"group": "rounding", "windows": "readings", "rates": "item"}  # where a fault shows beside it
    return {f"{kind.__name__} {field}": case(field) for field in right}


def an_amount(value: Any) -> bool:
    """A whole number, or the text of a decimal of either."""
    return nil_or_three(value) or (isinstance(value, (str, Decimal)) and exact_whole(value) and Decimal(value) >= 0)


ITEM: dict[str, Any] = {
    "code": "rice", "name": NAME, "amount": 4, "unit": "g", "per": "person", "every": "day", "group": 1,
    "rounding": None, "counted": None, "month_days": None, "part": None, "bound": "floor", "in_kind": (),
    "measure": None, "window": None,
    "citation": SOURCE,
}  # fmt: skip
CHANGED: dict[str, Any] = {"code": "y", "source": "z", "title": None, "rates": None, "windows": None, "validity": None}
ELSEWHERE: dict[str, Case] = {
    "damage": ("damage", lambda value: flood(damage=value), one_of(None)),
    "source": ("source", lambda value: flood(source=value), one_of(None)),
    "localities": ("localities", lambda value: flood(localities=value), empty),
    "event": ("event", lambda value: fed(event=value), nothing),
    "standard": ("standard", lambda value: fed(standard=value), a(AidStandard)),
    "recipients": ("recipients", lambda value: fed(recipients=value), lambda value: value is None or value == {}),
    "recipients of a range": (
        "recipients",
        lambda value: entitle_range(flood(), PEDUM_2003, recipients=value),
        lambda value: value is None or value == {},
    ),
    "number of recipients": ("recipients", lambda value: fed(recipients={"clothing": value}), nil_or_three),
    "standard of a range": ("standard", lambda value: entitle_range(flood(), value), a(AidStandard)),
    "events": (
        "events",
        lambda value: entitle_all(value, PEDUM_2003, days=3),
        lambda value: isinstance(value, (list, tuple, set, range, bytearray, np.ndarray)),
    ),
    "standard of a batch": ("standard", lambda value: entitle_all([], value, days=3), a(AidStandard)),
    "answers": ("answers", total, empty),
    "an answer": ("answers", lambda value: total([value]), nothing),
    "event to find a standard for": ("event", lambda value: applicable(value, [PEDUM_2003]), nothing),
    "standards to find one in": ("standards", lambda value: applicable(flood(), value), nothing),
    "a standard to find": ("standards", lambda value: applicable(flood(), [value]), a(AidStandard)),
    "amount": ("amount", lambda value: Quantity(value, "g"), exact_whole),
    "unit": ("unit", lambda value: Quantity(1, value), nothing),
    "unit to convert to": ("unit", lambda value: Quantity(1, "g").to(value), nothing),
    "locale": ("locale", lambda value: Quantity(1, "g").say(value), nothing),
    "percent": ("percent", Percentage, exact),
    "share": ("share", Percentage.of_fraction, exact),
    "places": ("places", lambda value: Percentage(1).rounded(value), nil_or_three),
    "rounding": ("rounding", lambda value: Percentage(1).rounded(2, value), nothing),
    "least of a span": ("minimum|maximum", lambda value: Span(value, 10**30), whole),
    "most of a span": ("maximum", lambda value: Span(-(10**30), value), whole),
    "number in a span": ("value", lambda value: value in Span(1, 5), whole),
    "quantity in a span": (
        "value|unit",
        lambda value: value in Span(Quantity(1, "g"), Quantity(2, "g")),
        lambda value: type(value) is Quantity and value.unit.code == "g",
    ),
    "first day": ("start", lambda value: Period(value, DAY), is_day),
    "last day": ("end", lambda value: Period(DAY, value), is_day),
    "precision": ("precision", lambda value: Period(DAY, DAY, value), nothing),
    "first day of a run": ("start", lambda value: Period.between(value, DAY), is_day),
    "last day of a run": ("end", lambda value: Period.between(DAY, value), is_day),
    "year": ("year", Period.year, never),
    "year of a month": ("year", lambda value: Period.month(value, 1), never),
    "month": ("month", lambda value: Period.month(2017, value), three),
    "day in a period": ("day", lambda value: value in Period.year(2017), is_day),
    "day to add days to": ("day", lambda value: add_days(value, 1), is_day),
    "days to add": ("days", lambda value: add_days(DAY, value), lambda value: type(value) is int and abs(value) < 4),
    "day of birth": ("since", lambda value: whole_years(value, DAY), is_day),
    "day of counting": ("on", lambda value: whole_years(DAY, value), is_day),
    "plain date": ("on", lambda value: plain_date(value, "on"), is_day),
    "day of a decision": ("date", lambda value: Decision(by="x", number="1", date=value), is_day),
    "known": ("known", lambda value: Citation(regulation="x", known=value), nothing),
    "reason": ("reason", lambda value: Reading(word="x", read_as="y", reason=value), a(Text)),
    "printed": ("text", lambda value: Printed(value, source="x"), lambda value: isinstance(value, str)),
    "source of print": ("source", lambda value: Printed("x", source=value), words),
    "language of words": ("language", NAME.say, nothing),
    "language of an event": ("language", flood().say, nothing),
    "language of an explanation": ("language", fed().explain, nothing),
    "language of a table": ("language", fed().table, nothing),
    "language of a total": ("language", total([fed()]).explain, nothing),
    "language of a refusal": ("language", errors.KesosError(NAME).message, nothing),
    "item of an answer": ("item", lambda value: fed()[value], nothing),
    "item of a range": ("item", lambda value: entitle_range(flood(), PEDUM_2003)[value], nothing),
    "item of a total": ("item", lambda value: total([fed()])[value], nothing),
    "item behind a total": ("item", lambda value: total([fed()]).item(value), nothing),
    "item of a standard": ("item", PEDUM_2003.item, nothing),
    "hazard of a standard": ("hazard", PEDUM_2003.hazard, a(Hazard)),
    "hazard of a window": ("hazard", PEDUM_2003.window_for, a(Hazard)),
    "hazard of a reading": ("hazard", PEDUM_2003.reading_for, a(Hazard)),
    "hazard of another standard": ("hazard", PEDUM_2003.left_to_another, a(Hazard)),
    "day in force": ("period", PEDUM_2003.validity.covers, is_day),
    "code of a hazard": ("code", lambda value: Hazard(value, NAME), code),
    "name of a hazard": ("name", lambda value: Hazard("x", value), a(Text)),
    "words of a hazard": (
        "words",
        lambda value: Hazard("x", NAME, value),
        lambda value: empty(value) or value == ["Desa"],
    ),
    "group rounding": (
        "rounding",
        lambda value: Item(**{**ITEM, "group": 20, "counted": "event", "rounding": value}),
        nothing,
    ),
    "group counted": (
        "counted",
        lambda value: Item(**{**ITEM, "group": 20, "rounding": Rounding.UP, "counted": value}),
        nothing,
    ),
    "part of a month": (
        "part",
        lambda value: Item(**{**ITEM, "every": "month", "month_days": 30, "part": value}),
        nothing,
    ),
    "month days": (
        "month_days",
        lambda value: Item(**{**ITEM, "every": "month", "part": "up", "month_days": value}),
        three,
    ),
    "a new rate": (
        "rates|unit",
        lambda value: PEDUM_2003.evolve(code="y", source="z", rates={"rice": value}),
        lambda value: type(value) is Quantity and value.unit.code == "g",
    ),
    "a new window": (
        "windows",
        lambda value: PEDUM_2003.evolve(code="y", source="z", windows={"flood": value}),
        nothing,
    ),
    "standard to write": ("standard", dumps_standard, a(AidStandard)),
    "standard to digest": ("standard", digest, a(AidStandard)),
    **parts(
        Item,
        ITEM,
        {
            "code": code, "name": a(Text), "amount": none_or(an_amount), "in_kind": empty, "per": code,
            **dict.fromkeys(("rounding", "counted", "month_days", "part", "measure", "window"), one_of(None)),
        },
    ),
    **parts(InKind, {"code": "x", "name": NAME}, {"code": code, "name": a(Text)}),
    **parts(
        Window,
        {"hazards": ("flood",), "minimum": 3, "maximum": 7, "extended": 12, "citation": SOURCE},
        {"minimum": three, "maximum": three, "extended": one_of(None)},
    ),
    **parts(
        Package,
        {"code": "x", "name": NAME, "priority": None, "items": ()},
        {"code": code, "name": a(Text), "priority": none_or(a(Text)), "items": empty},
    ),
    **parts(Validity, {"start": Period.year(2003), "end": "open", "citation": SOURCE}, {}),
    **parts(
        HazardReading,
        {"hazard": "a", "read_as": "b", "reason": NAME, "citation": SOURCE},
        {"hazard": code, "read_as": code, "reason": a(Text)},
    ),
    **parts(NotCovered, {"hazards": ("a",), "note": NAME, "citation": SOURCE}, {"note": a(Text)}),
    **parts(Durations, {"beyond": "refused", "note": NAME, "citation": SOURCE}, {"note": a(Text)}),
    **parts(
        AidStandard,
        {field.name: getattr(PEDUM_2003, field.name) for field in attrs.fields(AidStandard) if field.init},
        {
            "code": code, "title": a(Text),
            "covers": none_or(empty), "durations": one_of(None),
            **dict.fromkeys(("packages", "hazards", "readings", "not_covered", "counts", "axes", "indices"), empty),
        },
    ),
    **parts(
        PEDUM_2003.evolve,
        CHANGED,
        {
            "code": code, "source": words, "title": none_or(a(Text)), "validity": one_of(None),
            **dict.fromkeys(("rates", "windows"), lambda value: value is None or (type(value) is dict and not value)),
        },
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", ELSEWHERE)
def test_every_other_argument_is_right_or_refused_by_name(name: str) -> None:
    field, call, right = ELSEWHERE[name]
    for value in ANYTHING:
        hostile = isinstance(value, (FailingEquality, EqualToAll, np.ndarray))
        if (name == "events" or not hostile) and right(value):
            call(value)
        elif not isinstance(value, np.ndarray):  # of letters it is a list of words like any other
            refused(lambda value=value: call(value), *field.split("|"))  # type: ignore[misc]


def test_a_times_that_is_no_whole_number_is_refused() -> None:
    for value in (*NEVER_A_NUMBER, None):
        if type(value) is not Quantity:
            refused(lambda value=value: Quantity(1, "g") * value, "times", "percentage")  # type: ignore[misc]


# --- recipients ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "item",
    [
        "rice",
        "food",
        "Clothing",
        "clothing ",
        "tent",
        "",
        "\x00",
        None,
        3,
        True,
        1.5,
        (),
        b"x",
        EqualToAll(),
        FailingRepr(),
    ],
)
def test_recipients_of_what_is_not_selective_are_refused(item: Any) -> None:
    error = refusal(lambda: fed(recipients={item: 1}))
    assert (error.code, error.field) == ("unknown_item", "recipients")
    assert error.value is item


def test_what_was_struck_is_the_most_that_can_receive() -> None:
    assert fed(recipients={"clothing": 119})["sarong"].amount == 119
    assert fed(recipients={"clothing": 120})["sarong"].amount == 120
    error = refusal(lambda: fed(recipients={"clothing": 121}))
    assert (error.code, error.field, error.value) == ("more_than_struck", "recipients", 121)
    assert "121" in error.message("id")
    assert "120" in error.message("en")


def test_an_item_named_beside_its_package_is_refused() -> None:
    error = refusal(lambda: fed(recipients={"clothing": 3, "sarong": 2}))
    assert (error.code, error.field, error.value) == ("named_twice", "recipients", "sarong")


# --- state -----------------------------------------------------------------------------------------------------------


def frozen_things() -> list[Any]:
    answer = fed(recipients={"clothing": 2})
    return [
        PEDUM_2003, PEDUM_2003.windows[0], PEDUM_2003.packages[0], PEDUM_2003.items[0], PEDUM_2003.validity,
        PEDUM_2003.durations, PEDUM_2003.readings[0], PEDUM_2003.not_covered[0], PEDUM_2003.items[1].in_kind[0],
        PEDUM_2003.source, PEDUM_2003.title, answer, answer.lines[0], answer.event, answer.event.place,
        answer.event.period, answer.event.damage, answer["rice"], answer["rice"].unit,
        entitle_range(flood(), PEDUM_2003), total([answer]),
        entitle_all([flood(hazard="fire")], PEDUM_2003, days=3), Hazard.FLOOD, Span(1, 2), Percentage(3),
        Decision(by="x", number="1", date="2017-03-09"), Printed("x", source="y"), Locality(place="x"),
    ]  # fmt: skip


@pytest.mark.parametrize("thing", frozen_things(), ids=lambda thing: type(thing).__name__)
def test_no_field_can_be_set_changed_or_taken_away(thing: Any) -> None:
    before = copy.deepcopy(thing)
    for field in [*(field.name for field in attrs.fields(type(thing))), "another"]:
        with pytest.raises((attrs.exceptions.FrozenInstanceError, AttributeError)):
            setattr(thing, field, 1)
        with pytest.raises((attrs.exceptions.FrozenInstanceError, AttributeError)):
            delattr(thing, field)
    assert thing == before


def parts_of(value: object, seen: set[int]) -> Iterator[object]:
    """Everything that can be reached from a value through fields, private ones too."""
    if id(value) in seen:
        return
    seen.add(id(value))
    yield value
    if attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            yield from parts_of(getattr(value, field.name), seen)
    elif isinstance(value, tuple):
        for part in value:
            yield from parts_of(part, seen)


def test_nothing_that_can_change_is_reachable_from_an_answer() -> None:
    answer = fed(recipients={"clothing": 2}, decision=Decision(by="x", number="1", date="2017-03-09"))
    reached = list(parts_of(answer, set()))
    assert len(reached) > 100
    for part in reached:
        assert not isinstance(part, (list, dict, set, bytearray)), part


def test_what_a_standard_looks_up_cannot_be_changed() -> None:
    before = dumps_standard(PEDUM_2003)
    for held in attrs.asdict(PEDUM_2003, recurse=False).values():
        for change in ("clear", "popitem", "append", "pop", "__setitem__", "update"):
            assert not hasattr(held, change), (held, change)
    deep = attrs.asdict(PEDUM_2003)
    deep["packages"][0]["items"][0]["amount"] = 40
    assert fed()["rice"].amount == 400 * 120 * 7
    assert dumps_standard(PEDUM_2003) == before


def test_lists_that_were_passed_in_are_not_held() -> None:
    places = [Locality(place="a", people=1), Locality(place="b", people=2)]
    event = flood(people=None, localities=places)
    items = list(PEDUM_2003.packages)
    standard = attrs.evolve(PEDUM_2003, packages=items)
    chosen = {"clothing": 2}
    answer = entitle(event, standard, days=3, recipients=chosen)
    places.clear()
    items.clear()
    chosen["clothing"] = 3
    assert event.people == 3
    assert len(event.localities) == 2
    assert answer["rice"].amount == 3 * 3 * 400
    assert answer["sarong"].amount == 2
    assert standard == PEDUM_2003


def test_what_is_passed_in_is_left_as_it_was() -> None:
    events = [flood(), flood(hazard="fire"), "no event"]
    before = list(events)
    batch = entitle_all(events, PEDUM_2003, days=3)  # type: ignore[arg-type]
    assert events == before
    assert [refused.row for refused in batch.refused] == [1, 2]
    assert batch.refused[1].event == "no event"


def test_a_changed_copy_of_a_standard_leaves_the_standard_alone() -> None:
    changed = PEDUM_2003.evolve(code="y", source="z", rates={"rice": Quantity(40, "g")})
    assert fed(standard=changed)["rice"].amount == 40 * 120 * 7
    assert fed()["rice"].amount == 400 * 120 * 7


def test_a_refused_event_of_any_kind_can_be_explained() -> None:
    batch = entitle_all(ANYTHING, PEDUM_2003, days=3)
    without_answer = sorted((*batch.refused, *batch.rejects), key=lambda each: each.row)
    assert [each.row for each in without_answer] == list(range(len(ANYTHING)))
    for language in ("id", "en"):
        assert batch.total.explain(language)
        assert batch.total.table(language).html()
    assert repr(batch)


def test_a_refusal_survives_pickle() -> None:
    error = refusal(lambda: flood(people=-5))
    again = pickle.loads(pickle.dumps(error))
    assert again == error
    assert (again.code, again.field, again.value, str(again)) == (error.code, error.field, error.value, str(error))


# --- standard files --------------------------------------------------------------------------------------------------

TOML = dumps_standard(PEDUM_2003)


def broken(old: str, new: str, times: int = 1) -> str:
    assert old in TOML
    return TOML.replace(old, new, times)


BROKEN_FILES: dict[str, tuple[str, str]] = {
    # what is wrong: the text, a word that the refusal names
    "unknown key": (broken("amount = 400", "amount = 400\nrte = 400"), "rte"),
    "unknown key at the head": ("colour = 'red'\n" + TOML, "colour"),
    "minimum above maximum": (broken("minimum = 3", "minimum = 8"), "minimum"),
    "extension not above maximum": (broken("extended = 12", "extended = 7"), "extended"),
    "unknown unit": (broken('unit = "g"', 'unit = "g/person/fortnight"'), "fortnight"),
    "no currency": (broken('unit = "IDR"', 'unit = "usd"'), "USD"),
    "not a number": (broken("amount = 400", "amount = nan"), "rice"),
    "infinite": (broken("amount = 400", "amount = inf"), "rice"),
    "float": (broken("amount = 400", "amount = 400.0"), "rice"),
    "bool": (broken("amount = 400", "amount = true"), "rice"),
    "text": (broken("amount = 400", "amount = '4e'"), "rice"),
    "date": (broken("amount = 400", "amount = 2017-01-01"), "rice"),
    "list": (broken("amount = 400", "amount = [400]"), "rice"),
    "table": (broken("amount = 400", "amount = {a = 1}"), "rice"),
    "negative": (broken("amount = 400", "amount = -400"), "rice"),
    "too large by one": (broken("amount = 400", f"amount = {10**12 + 1}"), "rice"),
    "thirty digits": (broken("amount = 400", "amount = " + "4" * 30), "rice"),
    "five thousand digits": (broken("amount = 400", "amount = " + "4" * 5_000), "file"),
    "amount forgotten": (broken("amount = 400", ""), "rice"),
    "amount and blank": (broken("amount = 400", "amount = 400\nunspecified = true"), "rice"),
    "blank denied": (broken("unspecified = true", "unspecified = false"), "plates"),
    "duplicate key": (broken("amount = 400", "amount = 400\namount = 40"), "overwrite"),
    "duplicate item": (broken('code = "side_dishes"', 'code = "rice"'), "duplicate"),
    "duplicate hazard": (broken('"landslide"', '"flood"'), "duplicate"),
    "unknown hazard": (broken('"landslide"', '"lanslide"'), "lanslide"),
    "unknown hazard read": (broken('"whirlwind"', '"whirlwnd"'), "whirlwnd"),
    "unknown hazard left out": (broken('"fire"', '"fier"'), "fier"),
    "reading of nothing": (broken('read_as = "windstorm"', 'read_as = "haze"'), "haze"),
    "path as code": (broken('"pedum-2003"', '"../../x"'), "../../x"),
    "path as item": (broken('"rice"', '"../../x"'), "../../x"),
    "absolute path as code": (broken('"pedum-2003"', '"/etc/passwd"'), "passwd"),
    "capital code": (broken('"rice"', '"Rice"'), "Rice"),
    "long code": (broken('"rice"', '"' + "r" * 65 + '"'), "code"),
    "no citation": (
        TOML[: TOML.index("[durations.citation]")] + TOML[TOML.index("[[windows]]") :],
        "durations.citation",
    ),
    "citation without a place": (broken('locator = "huruf b"', ""), "locator"),
    "blank words": (broken('"Beras"', '"  "'), "rice"),
    "half a translation": (broken('en = "Rice"', ""), "rice"),
    "wrong period": (broken('start = "2003"', 'start = "2003-13"'), "start"),
    "end before start": (broken('end = "unknown"', 'end = "2002"'), "end"),
    "no such end": (broken('end = "unknown"', 'end = "forever"'), "forever"),
    "unknown format": (broken("format = 1", "format = 2"), "format"),
    "format as a float": (broken("format = 1", "format = 1.0"), "format"),
    "format as a bool": (broken("format = 1", "format = true"), "format"),
    "no format": (broken("format = 1", ""), "format"),
    "empty": ("", "format"),
    "blank": ("\n \n", "format"),
    "no TOML": (TOML + "\n[[oops", "TOML"),
    "JSON": ('{"format": 1}', "TOML"),
    "YAML": ("format: 1\nitems: &a [1, 2]\nmore: *a\n", "TOML"),
    "YAML tag": ("!!python/object/apply:os.system ['echo']", "TOML"),
    "billion laughs": (
        "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 10)),
        "TOML",
    ),
    "NUL": (broken('"Beras"', '"Be\x00ras"'), "TOML"),
    "escaped NUL": (broken('"Beras"', '"Be\\u0000ras"'), "rice"),
    "half a character": (broken('"Beras"', '"Be\ud800ras"'), "rice"),
    "deep lists": ("a = " + "[" * 100_000, "TOML"),
    "deep lists that end": ("a = " + "[" * 400 + "]" * 400, "a"),
    "deep tables": ("a" + ".a" * 20_000 + " = 1", "file"),
    "long key": ("a" * 100_000 + " = 1\n" + TOML, "aaa"),
    "thousands of keys": ("".join(f"k{at} = 1\n" for at in range(2_000)) + TOML, "k0"),
    "a fault in each of hundreds of items": (
        TOML + "".join(f'\n[[packages.items]]\ncode = "i{at}"\nname = {{ id = "x", en = "x" }}\n' for at in range(500)),
        "i0",
    ),
    "too long": (TOML + "#" + "x" * 300_000, "larger"),
}


@pytest.mark.parametrize("fault", BROKEN_FILES)
def test_a_broken_file_is_refused_by_name_in_work_that_grows_with_its_length(fault: str) -> None:
    text, word = BROKEN_FILES[fault]
    error = refusal_of_file(lambda: loads_standard(text))
    assert calls_of(lambda: refusal_of_file(lambda: loads_standard(text))) < 25 * len(text) + 50_000
    assert word in error.message("id") + error.message("en") or word in str(error.faults)


def refusal_of_file(call: Callable[[], object]) -> errors.StandardFileError:
    with pytest.raises(errors.StandardFileError) as caught:
        call()
    error = caught.value
    assert error.faults
    assert error.field == error.faults[0].field
    said = [error.message(language) for language in ("id", "en")]
    for fault in error.faults:
        assert fault.field
        assert all(fault.field[:50] in each for each in said)
    return error


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"\xff\xfe" + TOML.encode("utf-16-le"), "not_utf_8"),
        (TOML.encode("utf-16"), "not_utf_8"),
        (TOML.encode() + b"\xe9", "not_utf_8"),
        (TOML.encode() + b"\xed\xa0\x80", "not_utf_8"),
        (b"\x00" * 10_000, "not_toml"),
        (pickle.dumps({"format": 1}), "not_utf_8"),
        (b"cos\nsystem\n(S'exit 1'\ntR.", "not_toml"),
        (b"PK\x03\x04" + b"\x00" * 100, "not_toml"),
        (b"#" * (100 * 1024 * 1024), "too_large"),
    ],
    ids=lambda value: value if isinstance(value, str) else repr(value[:12]),
)
def test_a_file_of_another_kind_is_refused_for_what_it_is(content: bytes, code: str, tmp_path: Path) -> None:
    path = tmp_path / "standard.toml"
    path.write_bytes(content)
    error = refusal_of_file(lambda: load_standard(path))
    assert calls_of(lambda: refusal_of_file(lambda: load_standard(path))) < 5_000  # a hundred megabytes are not read
    assert [fault.code for fault in error.faults] == [code]


@pytest.mark.parametrize(
    "path", [value for value in ANYTHING if not isinstance(value, str)] + ["a\x00b", "\ud800"], ids=named
)
def test_what_is_no_path_is_refused(path: Any) -> None:
    error = refusal(lambda: load_standard(path))
    assert (error.code, error.field) == ("not_a_path", "path")


def test_a_file_that_is_not_there_is_an_error_of_kesos_and_of_the_operating_system(tmp_path: Path) -> None:
    missing = refusal(lambda: load_standard(tmp_path / "none.toml"))
    folder = refusal(lambda: load_standard(tmp_path))
    for error in (missing, folder):
        assert (error.code, error.field) == ("cannot_open", "path")
        assert isinstance(error, OSError)
    assert isinstance(missing, FileNotFoundError)


@pytest.mark.parametrize("value", [value for value in ANYTHING if not isinstance(value, str)], ids=named)
def test_what_is_no_text_of_a_standard_is_refused(value: Any) -> None:
    refused(lambda: loads_standard(value), "text")


def test_every_fault_of_a_file_is_named_at_once() -> None:
    text = "colour = 'red'\n" + TOML.replace("minimum = 3", "minimum = 9", 1).replace("amount = 400", "amount = 1.5")
    error = refusal_of_file(lambda: loads_standard(text))
    assert [(fault.field, fault.code) for fault in error.faults] == [
        ("colour", "unknown_key"),
        ("windows[0].minimum", "minimum_above_maximum"),
        ("packages[food].items[rice].amount", "not_whole"),
    ]
