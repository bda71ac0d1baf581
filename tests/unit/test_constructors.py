"""Every public class of values, hazards, counts, events, people and money, made from anything and changed by anyone.

The classes are found through the modules' `__all__`, and what each is made from through its annotations: a class that
is added is tried without being listed here.
"""

from __future__ import annotations

import copy
import inspect
import pickle
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from types import ModuleType
from typing import Any, get_args, get_origin, get_type_hints
from unittest.mock import MagicMock, Mock

import attrs
import numpy as np
import pytest

from kesos import (
    budgets,
    cards,
    categories,
    counts,
    deliveries,
    events,
    hazards,
    people,
    prices,
    quotas,
    registry,
    services,
    targets,
    values,
)
from kesos.audit import Audit, Finding, Odd
from kesos.categories import Pmks
from kesos.counts import Axes, ByClass, Count, Counts, Most
from kesos.errors import InvalidValueError, KesosError
from kesos.events import DisasterEvent, Locality
from kesos.hazards import Hazard
from kesos.indicators import IKK, Indicator
from kesos.planning import _lots, _stock
from kesos.programs import Program, benefit_owed
from kesos.relief import Refusal, Term, Unknown, Unspecified, entitle
from kesos.standards import BNPB_STIMULAN, PEDUM_2003
from kesos.values import Citation, Percentage, Period, Place, Printed, Quantity, Span, Text, Unit

MODULES: tuple[ModuleType, ...] = (
    *(values, hazards, counts, events, budgets, quotas, targets, categories, people),
    *(registry, cards, services, deliveries, prices),
    *(_lots, _stock),  # the classes of kesos.planning that people fill in
)


class OwnText(str):
    """A text of a class of its own, as NumPy and others have."""

    __slots__ = ()


class OwnNumber(int):
    """A number of a class of its own."""


def failing() -> Iterator[int]:
    yield 1
    raise RuntimeError("the cursor is closed")


def junk() -> list[Any]:
    """Each new for every call, since a generator is spent when it was read once."""
    return [
        None, 1.5, float("nan"), True, np.True_, np.int64(3), np.float64(3), "", "x" * 10, "x" * 10_000, b"x", [], [[]],
        [None], {}, {None: None}, {"a": []}, set(), object(), lambda: None, int, Decimal("NaN"), Decimal("Infinity"),
        -1, 10**40, -(10**40), Fraction(1, 3), "\ud800", "a\x00b", failing(), iter([]), Mock(), MagicMock(), Ellipsis,
        NotImplemented, OwnText("kata"), OwnText("flood"), OwnNumber(3), date.min, date.max, [("a", 1), ("a", 2)],
        [(1, 2, 3)], (("a",),), Text("a", "b"), Quantity(1, "g"), Percentage(1), Span(1, 2), Pmks.PENGEMIS,
    ]  # fmt: skip


def public() -> dict[str, type]:
    """Every class that a module offers and that somebody can make."""
    found = {
        f"{module.__name__.removeprefix('kesos.')}.{name}": getattr(module, name)
        for module in MODULES
        for name in module.__all__
    }
    classes = {name: it for name, it in found.items() if isinstance(it, type) and not issubclass(it, Enum)}
    return {**classes, "counts.Axes": Axes}


PAID = quotas.Disbursement(program="BPNT", area="Contoh", period="2018-05", amount=110_000, families=1)
OWED = entitle(DisasterEvent(hazard="flood", place="Desa Contoh", period="2017-02-25", people=10), PEDUM_2003, days=3)
SOUND: dict[type, dict[str, Any]] = {
    Unit: {"code": "crate", "base": "crate", "factor": 1},
    Quantity: {"amount": 5, "unit": "kg"},
    Percentage: {"percent": "35.45"},
    Span: {"minimum": Quantity(1, "kg"), "maximum": Quantity(2, "kg")},
    Period: {"start": date(2017, 3, 1), "end": date(2017, 3, 31), "precision": "month"},
    values.TableView: {
        "header": ("a", "b"),
        "rows": (("1", "2"),),
        "numbers": (1,),
        "totals": (0,),
        "unknown": ((0, 1),),
        "exact": ((1, None),),
    },
    Hazard: {"code": "mudflow"},
    hazards.Grouping: {"groups": (("flood", "natural"),)},
    Axes: {"axes": (("size", None), ("damage", ("heavy", "light")))},
    Count: {"code": "cow", "part_of": "person", "of": "person", "axis": {"size": "whole number"}},
    Most: {"amount": "2 ha", "each": "farmer"},
    ByClass: {"cells": (((("size", 5), ("damage", "half")), 12), ((("size", 6), ("damage", "half")), None))},
    Counts: {"given": {"dead": 12, "house": {"heavy": 4}}, "field": "counts"},
    events.Traits: {"pairs": (("slope", "steep"), ("terrain", "hill"))},
    Locality: {"loss": 5, "families": 2, "people": 9, "counts": {"dead": 1}},
    DisasterEvent: {
        "loss": 5,
        "hazard": "flood", "period": "2017", "families": 2, "people": 9, "localities": (), "counts": {"dead": 1},
        "traits": {"terrain": "hill"},
    },
    budgets.BudgetLine: {"ceiling": 100, "realized": None, "realized_percent": "97"},
    quotas.ProgramQuota: {"budget": 500, "program": "PKH", "families": 9, "sub_areas": (("a", 4), ("b", 5))},
    quotas.Disbursement: {"amount": 500},
    quotas.DisbursementCheck: {
        "disbursement": PAID, "owed": benefit_owed("BPNT", first="2018-05", last="2018-05", families=1)
    },
    registry.Change: {"family": "f1", "becomes": "f2", "kind": "correct", "reason": "moved"},
    registry.ChangeCount: {"kind": "add", "reason": "moved"},
    registry.Reason: {"code": "flooded"},
    registry.RegistryComparison: {"added": ("f1",), "removed": ("f2",), "moved": ("f3",)},
    registry.Registry: {
        "families": ("f1", "f2"), "areas": (("f1", "Kumai"),),
        "history": (registry.Change(family="f2", kind="remove", reason="moved", on="2021-02-01"),),
    },
    cards.CardDistribution: {
        "total": 6, "distributed": 3, "undistributed": 2, "unprinted": 1, "reasons": (("moved", 1),)
    },
    services.Status: {"code": "received"},
    services.LetterKind: {"code": "health_insurance"},
    services.Phase: {"code": "during"},
    services.Level: {"code": "regency"},
    services.Consultation: {"code": "advocacy"},
    services.Office: {"code": "tagana", "kind": "volunteers"},
    services.Course: {
        "statuses": services.COMPLAINT_COURSE.statuses, "ways": services.COMPLAINT_COURSE.ways,
        "back": services.COMPLAINT_COURSE.back,
    },
    services.Step: {"status": "handled"},
    services.Case: {"steps": (services.Step(status="handled", on="2018-09-01"),)},
    services.Referral: {"steps": ()},
    services.Complaint: {"steps": ()},
    services.LetterCount: {"kind": "health_insurance"},
    services.Recommendation: {"kind": "health_insurance"},
    services.EmergencyStatus: {"level": "regency"},
    deliveries.Goods: {"pairs": (("rice", Quantity(5, "kg")),)},
    deliveries.Delivery: {"items": {"rice": Quantity(5, "kg")}},
    deliveries.Priced: {
        "code": "eggs", "item": "side_dishes", "price": prices.Price(amount=500, per=Quantity(1, "kg")),
        "value": Quantity(2_500, "IDR"),
    },
    deliveries.AccountLine: {
        "item": "rice", "owed": Quantity(6, "kg"), "delivered": Quantity(5, "kg"), "still_owed": Quantity(1, "kg"),
        "beyond": Quantity(0, "kg"),
    },
    deliveries.Account: {"owed": (OWED,), "refused": (), "prices": (), "deliveries": (
        deliveries.Delivery(place="Desa Contoh", on="2017-02-26", items={"rice": Quantity(5, "kg")}),
    )},
    _lots.Lot: {"item": "rice", "pack": _lots.Pack(Quantity(50, "kg"))},
    _lots.Movement: {"item": "rice", "way": "in", "pack": _lots.Pack(Quantity(50, "kg"))},
    prices.Price: {"amount": Quantity(12_500, "IDR"), "per": Quantity(1, "kg")},
    _stock.Stock: {"lots": (_lots.Lot(item="rice", quantity=Quantity(5, "kg")),)},
    targets.TargetSeries: {"targets": {2017: 18}, "baseline": 20},
    people.Beneficiary: {
        "age": None, "birth_date": "1990-05-01", "sex": "female", "elderly": False, "categories": (Pmks.PENGEMIS,)
    },
    people.Household: {"size": 3},
}  # fmt: skip
"""What cannot be guessed from the annotation, since parts of a class must fit each other."""


def sample(kind: Any) -> Any:
    """A sound value for an annotation."""
    origin, args = get_origin(kind), get_args(kind)
    plain = {
        str: "kata",
        int: 2017,
        bool: True,
        date: date(2017, 2, 25),
        Decimal: Decimal(3),
        Fraction: Fraction(1, 3),
    }
    if kind in plain:
        return plain[kind]
    if kind is Any:
        return (1, "a", Period.of("2017"))
    if origin is tuple:
        return tuple(sample(each) for each in args if each is not Ellipsis)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return next(iter(kind))
    if kind is Program:
        return Program.PKH
    if args and not isinstance(origin, type):
        return args[0] if isinstance(args[0], str) else sample(args[0])
    if args and origin is not None and not attrs.has(origin):
        return sample(args[0])
    return make(origin or kind)


def arguments(kind: type) -> dict[str, Any]:
    """What a class is made from, all of it given."""
    if not attrs.has(kind):
        return dict(SOUND[kind])
    fixed = SOUND.get(kind, {})
    if kind in (Quantity, Percentage):
        return dict(fixed)
    types = get_type_hints(kind)
    return {
        field.alias: fixed[field.alias] if field.alias in fixed else sample(types[field.name])
        for field in attrs.fields(kind)
        if field.init
    }


def make(kind: type) -> Any:
    return kind(**arguments(kind))


KINDS = public()


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_whatever_a_class_is_made_from_it_is_sound_or_refused_by_name(kind: type) -> None:
    sound = arguments(kind)
    assert kind(**sound) == make(kind)
    for name in sound:
        for at in range(len(junk())):
            sound_or_refused(lambda at=at, name=name: kind(**{**sound, name: junk()[at]}))  # type: ignore[misc]


def sound_or_refused(call: Callable[[], object]) -> None:
    """What is made is a value; what is refused says where, in both languages."""
    refused: KesosError | None = None
    try:
        is_sound(call())
    except KesosError as error:
        refused = error
    if refused is not None:
        assert refused.field is not None
        assert refused.message("id")
        assert refused.message("en")


def is_sound(made: Any) -> None:
    """It behaves as a value, and holds plain ones only."""
    assert made == copy.copy(made) == copy.deepcopy(made) == pickle.loads(pickle.dumps(made))
    assert hash(made) == hash(copy.deepcopy(made))
    assert isinstance(str(made), str)
    assert repr(made)
    for part in parts(made):
        assert type(part) not in (OwnText, OwnNumber, np.int64, np.bool_, list, dict, float), (made, part)


def parts(value: Any) -> Iterator[Any]:
    yield value
    if isinstance(value, tuple):
        inner: Any = value
    elif attrs.has(type(value)):
        inner = [getattr(value, field.name) for field in attrs.fields(type(value))]
    elif isinstance(value, Mapping):
        inner = [*value, *value.values()]
    else:
        inner = ()
    for each in inner:
        yield from parts(each)


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_a_value_survives_what_other_code_does_with_it(kind: type) -> None:
    made = make(kind)
    is_sound(made)
    assert made != "kata"
    assert f"{made}" == str(made) == "%s" % made == "{}".format(made)  # noqa: UP031, UP032
    for name in getattr(kind, "__match_args__", ()):
        assert getattr(made, name) == getattr(copy.copy(made), name)


CHANGED = {name: kind for name, kind in KINDS.items() if attrs.has(kind)}


@pytest.mark.parametrize("kind", CHANGED.values(), ids=CHANGED)
def test_a_value_that_is_changed_into_what_it_is_stays_equal(kind: Any) -> None:
    made = make(kind)
    assert attrs.evolve(made) == made
    for field in attrs.fields(kind):
        changes = {field.alias: getattr(made, field.name)}
        assert attrs.evolve(made, **changes) == made, field.name
        if hasattr(made, "__replace__"):
            assert made.__replace__(**changes) == made


@pytest.mark.parametrize("kind", CHANGED.values(), ids=CHANGED)
def test_whatever_one_field_is_changed_into_it_is_sound_or_refused(kind: Any) -> None:
    made = make(kind)
    for field in attrs.fields(kind):
        for at in range(len(junk())):
            sound_or_refused(lambda field=field, at=at: attrs.evolve(made, **{field.alias: junk()[at]}))  # type: ignore[misc]


def _computed() -> Iterator[Any]:
    """One of each class of what is computed and that anybody can make."""
    priced = entitle(
        DisasterEvent(
            hazard="flood",
            place="Desa Contoh",
            period="2021-02-25",
            counts={"house": {"heavy": 3, "moderate": 0, "light": 2}},
            families=4,
        ),
        BNPB_STIMULAN,
        days=30,
    )
    line = next(line for line in priced.lines if line.terms)
    yield from (OWED.lines[0], line, line.terms[0])
    yield attrs.evolve(line.terms[0], times=Span(1, 2), days=(1, 3), classes=(("damage", "heavy"), ("day", 3)))
    yield Unspecified(item=PEDUM_2003.items[0], multiplier=3, times=2)
    yield Unknown(item=PEDUM_2003.items[0], error=InvalidValueError("missing", field="people"))
    yield Refusal(row=3, event=None, error=InvalidValueError("missing", field="people"), district="Kumai")
    found = Finding(rule="sum", severity="error", printed=98, computed=95, source="table 1", text=Text("a", "b"))
    yield from (found, Audit(report="contoh", findings=(found,), counts={"sum": 3}), IKK[69])


COMPUTED = {f"{type(each).__name__} {at}": each for at, each in enumerate(_computed())}
LEFT_OPEN = {(Refusal, "event"), (Indicator, "function")}
"""What may be anything that somebody gave, and what a pickle finds by its name alone."""


@pytest.mark.parametrize("made", COMPUTED.values(), ids=COMPUTED)
def test_what_is_computed_is_sound_or_refused_by_name_too_when_it_is_made_by_hand(made: Any) -> None:
    kind = type(made)
    given = {field.alias: getattr(made, field.name) for field in attrs.fields(kind) if field.init}
    is_sound(kind(**given))
    refused = 0
    for name in given:
        for at in range(len(junk())) if (kind, name) not in LEFT_OPEN else ():
            try:
                kind(**{**given, name: junk()[at]})
            except KesosError:
                refused += 1
            sound_or_refused(lambda at=at, name=name: kind(**{**given, name: junk()[at]}))  # type: ignore[misc]
    assert refused > 20 * len(given)


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"rate": Span(1, 2)}, "rate"),
        ({"count": -1}, "count"),
        ({"count": Span(Quantity(1, "kg"), Quantity(2, "kg"))}, "count"),
        ({"times": Quantity(1, "kg")}, "times"),
        ({"times": -1}, "times"),
        ({"days": (1, 2, 3)}, "days"),
        ({"days": (-1, 2)}, "days[0]"),
        ({"classes": (("damage", 1.5),)}, "classes.damage"),
        ({"classes": (("", "heavy"),)}, "classes"),
        ({"classes": (("damage", " "),)}, "classes.damage"),
    ],
)
def test_a_product_is_of_amounts_and_whole_numbers(given: dict[str, Any], field: str) -> None:
    term = next(each for each in COMPUTED.values() if isinstance(each, Term))
    with pytest.raises(InvalidValueError) as caught:
        attrs.evolve(term, **given)
    assert caught.value.field == field


def test_a_product_holds_plain_parts_whatever_it_is_made_from() -> None:
    term = next(each for each in COMPUTED.values() if isinstance(each, Term))
    made = attrs.evolve(term, count=np.int64(3), days=[1, 2], classes=[[OwnText("damage"), "heavy"], ("on", date.max)])
    assert (made.count, made.days, made.classes) == (3, (1, 2), (("damage", "heavy"), ("on", date.max)))
    assert list(map(type, (made.count, made.days, made.classes[0][0]))) == [int, tuple, str]
    line = attrs.evolve(OWED.lines[0], multiplier=np.int64(3), terms=[made])
    assert (type(line.multiplier), line.terms) == (int, (made,))


@pytest.mark.parametrize(
    ("call", "field"),
    [
        (lambda: attrs.evolve(IKK[69], function="share"), "function"),
        (lambda: Odd(Printed("98", 98, source="p. 1"), severity="grave"), "severity"),  # type: ignore[arg-type]
        (lambda: Odd(Printed("98", 98, source="p. 1"), wording=3), "wording"),  # type: ignore[arg-type]
        (lambda: Odd(Printed("98", 98, source="p. 1"), [95]), "computed"),
    ],
)
def test_what_a_rule_or_a_guide_gives_is_of_its_kind(call: Callable[[], object], field: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        call()
    assert caught.value.field == field


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_every_argument_is_tried(kind: Any) -> None:
    """What a class is made from, and what it is changed by where that goes by another name."""
    changed = {field.alias for field in attrs.fields(kind)} if kind in CHANGED.values() else set()
    assert set(inspect.signature(kind).parameters) == set(arguments(kind)) | changed


WELL_KNOWN: dict[str, tuple[Callable[[], object], str]] = {
    "another factor": (lambda: Unit("kg", "g", 999, Text("kg", "kg"), Text("kg", "kg"), "kg"), "code"),
    "another name": (lambda: Unit("kg", "g", 1_000, Text("kilo", "kilo"), Text("kg", "kg"), "kg"), "code"),
    "another base": (lambda: Unit("kg", "kg", 1, Text("kg", "kg"), Text("kg", "kg"), "kg"), "code"),
    "a currency": (lambda: Unit("USD", "USD", 1, Text("x", "x"), Text("x", "x")), "code"),
    "parts of a currency": (lambda: Unit("USD/100", "USD/100", 1, Text("x", "x"), Text("x", "x")), "code"),
    "a changed unit": (lambda: attrs.evolve(Unit.of("kg"), factor=999), "code"),
    "another hazard": (lambda: Hazard("flood", Text("Abrasi", "Abrasion")), "code"),
    "another word": (lambda: attrs.evolve(Hazard.FLOOD, words=("longsor",)), "code"),
    "another count": (lambda: Count(code="dead", name=Text("hilang", "missing")), "code"),
    "another axis": (lambda: attrs.evolve(Count.HOUSE, axis={}), "code"),
}


@pytest.mark.parametrize(("call", "field"), WELL_KNOWN.values(), ids=WELL_KNOWN)
def test_a_well_known_code_keeps_its_meaning(call: Callable[[], object], field: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        call()
    assert (caught.value.code, caught.value.field) == ("well_known", field)
    assert ".of(" in str(caught.value)


def test_what_is_well_known_may_be_made_again() -> None:
    for unit in (*values.UNITS, Unit.of("USD"), Unit.of("USD/100"), Unit.of("JPY")):
        assert attrs.evolve(unit) == unit
    for hazard in hazards.HAZARDS:
        assert Hazard(hazard.code, hazard.name) == attrs.evolve(hazard) == hazard
    for count in counts.COUNTS:
        assert attrs.evolve(count) == count


def test_a_unit_is_its_own_base_or_a_multiple_of_one_that_is_known() -> None:
    words = Text("peti", "crate"), Text("peti", "crates")
    assert Unit("crate", "crate", 1, *words).words == ("crate", "peti", "crates")
    assert Unit("pikul", "g", 62_500, Text("pikul", "picul"), Text("pikul", "piculs")).base == "g"
    assert Quantity(2, Unit("pikul", "g", 62_500, *words)) == Quantity(125, "kg")
    for code, base, factor, field in (
        ("crate", "crate", 12, "factor"),
        ("crate", "kg", 12, "base"),
        ("crate", "goat", 12, "base"),
        ("crate", "g", 0, "factor"),
        ("crate", "g", 1.5, "factor"),
        ("a crate", "g", 1, "code"),
    ):
        with pytest.raises(InvalidValueError) as caught:
            Unit(code, base, factor, *words)  # type: ignore[arg-type]
        assert caught.value.field == field


class OwnPlace(Place):
    """What a project adds to a public class."""


def test_a_class_that_somebody_extends_behaves() -> None:
    own = OwnPlace("Desa Umpang", district="x")
    assert own == OwnPlace("Desa Umpang", district="x")
    assert own == copy.deepcopy(own) == attrs.evolve(own)
    event = DisasterEvent(hazard="flood", place=own, period="2017")
    assert event.place is own


@pytest.mark.parametrize(
    ("call", "field"),
    [
        (lambda: Citation(regulation=OwnText("x"), locator=3), "locator"),  # type: ignore[arg-type]
        (lambda: values.Truth(holds=1), "holds"),  # type: ignore[arg-type]
        (lambda: values.Truth(None, missing="sex"), "missing"),  # type: ignore[arg-type]
        (lambda: values.TableView(caption="x", header=("a",), rows=(("1", "2"),)), "rows[0]"),
        (lambda: values.TableView(caption="x", header=("a",), rows=((1,),)), "rows[0][0]"),  # type: ignore[arg-type]
        (lambda: values.Printed("x", value=[1], source="p"), "value"),
        (lambda: values.Printed("x", value=(1, 1.5), source="p"), "value[1]"),
        (lambda: events.Traits((("a", "x"), ("a", "y"))), "traits"),
        (lambda: hazards.Grouping(citation=Citation(regulation="x"), groups=(("flood", "wet"),)), "groups[0]"),  # type: ignore[arg-type]
        (lambda: ByClass((((), 3),)), "cells[0]"),
        (lambda: ByClass((((("size", 1),), -3),)), "cells[0]"),
        (lambda: Count(code="cow", name=Text("sapi", "cows"), of="No slug"), "of"),
        (
            lambda: targets.TargetSeries(name="x", better="lower", targets=[(2017, 1), (2017, 2)]),  # type: ignore[arg-type]
            "targets",
        ),
    ],
)
def test_a_part_that_cannot_be_is_refused_with_its_path(call: Callable[[], object], field: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        call()
    assert caught.value.field == field
    assert caught.value.message("id")
