"""Hypothesis strategies for the year's administration: lists, cards, deliveries, cases, letters, emergencies."""

from __future__ import annotations

from datetime import date
from typing import Any, TypeVar

from hypothesis import strategies as st

from kesos.cards import CardDistribution
from kesos.deliveries import Account, Delivery, reconcile
from kesos.prices import Price
from kesos.quotas import Disbursement
from kesos.registry import KINDS, REASONS, Change, Registry, apply_changes
from kesos.services import (
    LETTER_KINDS,
    LEVELS,
    Case,
    Complaint,
    EmergencyStatus,
    LetterCounts,
    Recommendation,
    Referral,
    count_letters,
)
from kesos.testing._social_strategies import programs
from kesos.testing._strategies import answers, counts, periods, places, printed, quantities, slugs, words
from kesos.values import Decision, Quantity

C = TypeVar("C", bound=Case)

_DAYS = st.dates(date(2000, 1, 1), date(2040, 12, 31))
_REFERENCES = st.integers(1, 10**6).map(lambda number: f"f{number}")
_REASONS = st.sampled_from([reason.code for reason in REASONS])


def changes() -> st.SearchStrategy[Change]:
    """Changes of each kind, whether or not some list can take them."""
    return st.one_of(*(_changes(kind) for kind in KINDS))


def _changes(kind: str) -> st.SearchStrategy[Change]:
    given: dict[str, st.SearchStrategy[Any]] = {} if kind == "remove" else {"area": st.none() | words()}
    if kind == "correct":
        given["becomes"] = st.none() | _REFERENCES
    return st.builds(Change, family=_REFERENCES, kind=st.just(kind), reason=_REASONS, on=_DAYS, **given)


@st.composite
def registries(draw: st.DrawFn) -> Registry:
    """Small lists; some families have left and some have come since."""
    families = draw(st.lists(_REFERENCES, unique=True, max_size=5))
    areas = {family: draw(words()) for family in families if draw(st.booleans())}
    begun = Registry(name=draw(words()), area=draw(words()), families=families, areas=areas, on=draw(_DAYS))
    left = [Change(family=each, kind="remove", reason=draw(_REASONS), on=draw(_DAYS)) for each in families[:2]]
    come = [Change(family=each, kind="add", reason="newly_poor", on=draw(_DAYS)) for each in families[:1]]
    return apply_changes(begun, (left + come)[: draw(st.integers(0, 3))])


@st.composite
def cards(draw: st.DrawFn) -> CardDistribution:
    """Cards by state; a state may be not known."""
    distributed, undistributed, unprinted = (draw(counts(10**6)) for _ in range(3))
    return CardDistribution(
        total=distributed + undistributed + unprinted,
        distributed=draw(st.none() | st.just(distributed)),
        undistributed=draw(st.none() | st.just(undistributed)),
        unprinted=unprinted,
        reasons={draw(_REASONS): draw(st.integers(0, undistributed))},
    )


def disbursements() -> st.SearchStrategy[Disbursement]:
    """What was paid, with and without the families and the agents."""
    return st.builds(
        Disbursement,
        program=programs(),
        area=words(),
        period=periods(),
        amount=counts(10**13),
        families=st.none() | counts(10**6),
        channel=st.none() | words(),
        agents=st.none() | counts(10**4),
    )


def deliveries() -> st.SearchStrategy[Delivery]:
    """Goods of the usual units, at any place."""
    amounts = st.sampled_from(["g", "IDR", "piece", "carton"]).flatmap(quantities).map(abs)
    return st.builds(
        Delivery, place=places(), on=_DAYS, items=st.dictionaries(slugs(), amounts, min_size=1, max_size=3)
    )


def prices() -> st.SearchStrategy[Price]:
    """Prices of one carton or one kilogram."""
    return st.builds(Price, amount=counts(10**9), per=st.sampled_from([Quantity(1, "carton"), Quantity(1, "kg")]))


@st.composite
def accounts(draw: st.DrawFn) -> Account:
    """What is owed for one event, with nothing or something else delivered."""
    return reconcile(draw(answers()), draw(st.lists(deliveries(), max_size=1)))


def cases() -> st.SearchStrategy[Case]:
    """Referrals and complaints, anywhere on their way."""
    return referrals() | complaints()


@st.composite
def referrals(draw: st.DrawFn) -> Referral:
    """Referrals anywhere on their way."""
    return _on_its_way(draw, Referral(reference=draw(_REFERENCES), need=draw(words()), opened=draw(_DAYS)))


@st.composite
def complaints(draw: st.DrawFn) -> Complaint:
    """Complaints anywhere on their way."""
    return _on_its_way(draw, Complaint(reference=draw(_REFERENCES), about=draw(words()), opened=draw(_DAYS)))


def _on_its_way(draw: st.DrawFn, case: C) -> C:
    for _ in range(draw(st.integers(0, 4))):
        if case.is_open:
            case = case.moved_to(draw(st.sampled_from(case.course.after(case.status))), on=case.history[-1].on)
    return case


def recommendations() -> st.SearchStrategy[Recommendation]:
    """Letters of the kinds that the report names."""
    kinds = st.sampled_from([kind.code for kind in LETTER_KINDS])
    return st.builds(Recommendation, reference=_REFERENCES, kind=kinds, on=_DAYS, number=st.none() | words())


def letter_counts() -> st.SearchStrategy[LetterCounts]:
    """Letters, counted."""
    return st.lists(recommendations(), max_size=5).map(count_letters)


@st.composite
def emergencies(draw: st.DrawFn) -> EmergencyStatus:
    """Emergencies of each level, each declared by its own official."""
    level = draw(st.sampled_from(LEVELS))
    decision = Decision(by=f"{level.titles[0].title()} Contoh", number=draw(words()), date=draw(_DAYS))
    return EmergencyStatus(
        level=level,
        period=draw(periods()),
        decision=decision,
        recommended_by=draw(st.none() | words()),
        severity=draw(st.none() | printed()),
    )


def by_type() -> dict[type[Any], st.SearchStrategy[Any]]:
    """The strategy of each of these classes."""
    return {
        Change: changes(),
        Registry: registries(),
        CardDistribution: cards(),
        Disbursement: disbursements(),
        Delivery: deliveries(),
        Price: prices(),
        Account: accounts(),
        Case: cases(),
        Referral: referrals(),
        Complaint: complaints(),
        Recommendation: recommendations(),
        LetterCounts: letter_counts(),
        EmergencyStatus: emergencies(),
    }
