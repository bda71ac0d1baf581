"""Every public name of kesos as a user writes it; the type checkers read this file, and nothing runs it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from types import ModuleType
from typing import assert_type

import kesos
from kesos import (
    PEDUM_2003,
    AidStandard,
    Batch,
    Beneficiary,
    Budget,
    BudgetLine,
    Citation,
    Damage,
    Decision,
    Delivery,
    DisasterEvent,
    Hazard,
    Household,
    Line,
    Locality,
    Percentage,
    Period,
    Place,
    Printed,
    Program,
    ProgramQuota,
    Quantity,
    Reading,
    Refusal,
    Relief,
    ReliefRange,
    ReliefTotal,
    Report,
    Rounding,
    Span,
    Text,
    Unit,
    datasets,
    eligibility,
    entitle,
    entitle_all,
    entitle_range,
    errors,
    find_contradictions,
    show,
    total,
    verify,
    wording,
)
from kesos.cards import CardDistribution
from kesos.deliveries import Account, reconcile
from kesos.prices import Price
from kesos.quotas import apportion
from kesos.registry import Change, Registry, apply_changes
from kesos.relief import Unspecified
from kesos.services import LetterCounts, Referral, count_letters
from kesos.standards import Item, Window, applicable, dumps_standard, load_standard, loads_standard
from kesos.values import Known, TableView

assert_type(kesos.__version__, str)

# --- values ----------------------------------------------------------------------------------------------------------

rice = Quantity("10483.2", "kg")
assert_type(rice.amount, int)
assert_type(rice.unit, Unit)
assert_type(Quantity(Decimal("0.5"), Unit.of("kg")) + rice - rice, Quantity)
assert_type(rice * 3, Quantity)
assert_type(3 * rice, Quantity)
assert_type(-rice, Quantity)
assert_type(sum([rice, rice], Quantity(0, "g")), Quantity)
assert_type(rice.to("t"), Decimal)
assert_type(rice.say("en", "t"), str)
assert_type(rice < Quantity(Fraction(1, 2), "kg"), bool)
assert_type(Percentage("35.45").exact, Fraction)
assert_type(Percentage.of_fraction(Fraction(117, 330)).rounded(1, Rounding.UP), Decimal)
assert_type(Percentage(3) + Percentage(4), Percentage)
assert_type(Span(3, 7), Span[int])
assert_type(Span(rice, rice).minimum, Quantity)
assert_type(5 in Span(3, 7), bool)
assert_type(Span(3, 7) + Span(1, 2), Span[int])

period = Period.of("2017-03-01/2017-03-05")
assert_type(period.start, date)
assert_type(period.days, int)
assert_type(period.months, int)
assert_type(period.iso, str)
assert_type(date(2017, 3, 1) in period, bool)
assert_type(Period.month(2017, 6), Period)
assert_type(Text("Beras", "Rice").say("id"), str)

source = Citation(regulation="Peraturan Contoh", locator="Pasal 1", known="hypothetical")
assert_type(source.known, Known)
assert_type(source.locator, str | None)
assert_type(Printed("Rp. 6.000,-", 6_000, source=source).text, str)
assert_type(Reading(word="angin rebut", read_as="angin ribut", reason=Text("salah cetak", "a misprint")).say("id"), str)
decision = Decision(by="Bupati Contoh", number="1/2017", date="2017-03-09")
assert_type(decision.date, date)

# --- events ----------------------------------------------------------------------------------------------------------

assert_type(Hazard.of("banjir"), Hazard)
assert_type(Hazard.FLOOD.label("en"), str)
flood = DisasterEvent(
    hazard="banjir",
    place="Kelurahan Pangkut",
    period="2017-02-25",
    families=215,
    people=860,
    damage=Damage(light=189),
    loss=60_000_000,
)
assert_type(flood.hazard, Hazard)
assert_type(flood.place, Place)
assert_type(flood.period, Period)
assert_type(flood.people, int | None)
assert_type(flood.loss, Quantity | None)
assert_type(flood.damage, Damage)
assert_type(flood.damage.heavy, int | None)
assert_type(flood.localities, tuple[Locality, ...])
assert_type(flood.table("en"), TableView)
assert_type(show([flood], "en", caption="x"), TableView)
DisasterEvent(
    hazard=Hazard.FLOOD, place=Place("x"), period=date(2017, 2, 25), localities=[Locality(place="y", people=1)]
)

# --- the standard ----------------------------------------------------------------------------------------------------

assert_type(PEDUM_2003, AidStandard)
assert_type(PEDUM_2003.item("rice"), Item)
assert_type(PEDUM_2003.item("rice").rate, Quantity | Span[Quantity] | None)
assert_type(PEDUM_2003.window_for(Hazard.FLOOD), Window | None)
assert_type(PEDUM_2003.evolve(code="usulan", source="usulan 2020", rates={"rice": rice}), AidStandard)
assert_type(loads_standard(dumps_standard(PEDUM_2003)), AidStandard)
assert_type(load_standard("perbup.toml"), AidStandard)
assert_type(applicable(flood, [PEDUM_2003]), AidStandard)

# --- answers ---------------------------------------------------------------------------------------------------------

answer = entitle(flood, PEDUM_2003, days=7, extended=True, recipients={"clothing": 3}, decision=decision)
assert_type(answer, Relief)
assert_type(answer["rice"], Quantity | Span[Quantity])
assert_type(answer.get("rice"), Quantity | Span[Quantity] | None)
assert_type(answer.get("rice", 0), Quantity | Span[Quantity] | int)
assert_type(iter(answer), Iterator[str])
assert_type(dict(answer.items()), dict[str, Quantity | Span[Quantity]])
assert_type(answer.lines, tuple[Line, ...])
assert_type(answer.lines[0].citation, Citation)
assert_type(answer.unspecified, tuple[Unspecified, ...])
assert_type(answer.explain("id"), str)
assert_type(answer.to_json(), str)
assert_type(entitle(flood, PEDUM_2003, days="maximum").days, int | None)
assert_type(answer.unknown[0].code, str)
window = entitle_range(flood, PEDUM_2003)
assert_type(window, ReliefRange)
assert_type(window["rice"], Span[Quantity])
assert_type(window.extended, Relief | None)
batch = entitle_all([flood], PEDUM_2003, days="minimum")
assert_type(batch, Batch)
assert_type(batch.refused, tuple[Refusal, ...])
assert_type(batch.refused[0].error, errors.KesosError)
assert_type(batch.total, ReliefTotal)
assert_type(total([answer, batch.total])["rice"], Quantity | Span[Quantity])
verify(answer.record(), PEDUM_2003)

try:
    answer["plates"]
except errors.UnspecifiedQuantityError as error:
    assert_type(error.field, str | None)
    assert_type(error.code, str)
    assert_type(error.message("id"), str)

# --- the year's administration ---------------------------------------------------------------------------------------

delivery = Delivery(place="Kelurahan Pangkut", on="2017-02-26", items={"rice": rice})
account = reconcile(answer, [delivery], prices={"eggs": Price(amount=30_000, per=Quantity(1, "kg"))})
assert_type(account, Account)
assert_type(account["rice"].still_owed, Quantity | Span[Quantity])
assert_type(account.unpriced, dict[str, Quantity])
dtks = Registry(name="DTKS", area="Kabupaten Contoh", families=["f1"], on="2021-01-07")
changed = apply_changes(dtks, [Change(family="f2", kind="add", reason="newly_poor", on=date(2021, 2, 1))])
assert_type(changed.families, tuple[str, ...])
assert_type(changed.history, tuple[Change, ...])
assert_type(CardDistribution(total=1, distributed=1, undistributed=0, unprinted=0).rate, Percentage)
assert_type(apportion(10, {"a": 1}, method="webster"), dict[str, int])
case = Referral(reference="slrt-1", need="PKH", opened="2018-08-20")
assert_type(case.moved_to("handled", on="2018-09-01"), Referral)
assert_type(count_letters([], every="year"), LetterCounts)

# --- names whose modules have files of their own ---------------------------------------------------------------------

kinds: tuple[type, ...] = (Beneficiary, Budget, BudgetLine, Household, Program, ProgramQuota, Report)
modules: tuple[ModuleType, ...] = (datasets, errors, wording)
assert_type(datasets.kotawaringin_barat(), Report)
find_contradictions(datasets.kapuas())
callables = (eligibility, verify)
