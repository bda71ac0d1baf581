"""Everything that was delivered put where it belongs: against an item that is owed, or on a list of the rest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

import attrs

from kesos.deliveries._delivery import Delivery, Priced
from kesos.deliveries._lines import Why
from kesos.errors import FaultsError, InvalidValueError, KesosError, UnitError
from kesos.prices import Price
from kesos.relief import Relief, total
from kesos.relief._terms import Owed
from kesos.standards import Item
from kesos.values import Place, Quantity, Span
from kesos.values._areas import area_of, same_area
from kesos.values._districts import same_district
from kesos.values._quantities import mismatch
from kesos.values._texts import fold

K = TypeVar("K")


@attrs.define
class Sorted:
    """Where everything went."""

    owed: dict[Place, list[Relief]] = attrs.field(factory=dict)
    delivered: dict[tuple[Place, str], Quantity] = attrs.field(factory=dict)
    unpriced: dict[str, Quantity] = attrs.field(factory=dict)
    without_number: dict[str, Quantity] = attrs.field(factory=dict)
    outside: dict[str, Quantity] = attrs.field(factory=dict)
    priced: list[Priced] = attrs.field(factory=list)
    left_out: list[tuple[Delivery, Why]] = attrs.field(factory=list)


def sort_out(owed: Iterable[Relief], deliveries: Iterable[Delivery], prices: Mapping[str, Price]) -> Sorted:
    """Sorts deliveries by place and item; goods in a unit that does not go with the rest are left out and told.

    Raises:
        KesosError: One that cannot be sorted; several are faults of one `FaultsError`.
    """
    found = Sorted()
    for answer in owed:
        found.owed.setdefault(answer.event.place, []).append(answer)
    sums = {place: dict(total(answers)) for place, answers in found.owed.items()}
    known = _by_words(found.owed)
    faults: list[KesosError] = []
    for code in prices:
        if not any(_in_place_of(code, answers) for answers in found.owed.values()):
            faults.append(InvalidValueError("not_used.price", field=f"prices.{code}", value=prices[code]))
    for at, delivery in enumerate(deliveries):
        try:
            place = _place_of(delivery.place, known)
        except KesosError as error:
            faults.append(error.at(f"deliveries[{at}]"))
            continue
        if place is None or delivery.on < min(answer.event.period.start for answer in found.owed[place]):
            found.left_out.append((delivery, "place" if place is None else "earlier"))
            continue
        unlike: dict[str, Quantity] = {}
        for code, quantity in delivery.items.items():
            try:
                _sort(found, place, sums[place], code, quantity, prices)
            except KesosError as error:
                if isinstance(error, UnitError) and error.field != "amount":  # which is that of a price
                    unlike[code] = quantity
                else:
                    faults.append(error.at(f"deliveries[{at}].items.{code}"))
        if unlike:
            found.left_out.append((attrs.evolve(delivery, items=unlike), "unit"))
    if len(faults) == 1:
        raise faults[0]
    if faults:
        raise FaultsError("faults.deliveries", faults=tuple(faults))
    return found


def _by_words(owed: Mapping[Place, list[Relief]]) -> dict[str, list[tuple[Place, Place]]]:
    """By their words, the places that something is owed at, and the localities of an event with its place."""
    found: dict[str, list[tuple[Place, Place]]] = {}
    for place, answers in owed.items():
        for each in (place, *(local.place for answer in answers for local in answer.event.localities)):
            found.setdefault(_name(each.text), []).append((each, place))
    return found


def _place_of(place: Place, known: Mapping[str, list[tuple[Place, Place]]]) -> Place | None:
    """The place at which something is owed that a delivery went to."""
    alike = [(each, owner) for each, owner in known.get(_name(place.text), ()) if _same(place, each)]
    meant = dict.fromkeys(owner for _, owner in closest(place.text, alike))
    if len(meant) > 1:
        raise InvalidValueError("ambiguous.place", field="place", value=place, places=tuple(map(str, meant)))
    return next(iter(meant), None)


def _same(one: Place, other: Place) -> bool:
    """Whether two places of one name can be one, as far as their districts and codes say."""
    pairs = ((one.district, other.district, same_district), (one.code, other.code, fold))
    return all(alike(first) == alike(second) for first, second, alike in pairs if first and second)


def _name(text: str) -> str:
    return fold(area_of(text).name)


def closest(text: str, known: Iterable[tuple[Place, K]]) -> list[tuple[Place, K]]:
    """The places that a text may call: those that it calls by their words, else by their kind and name, else by name.

    >>> known = [(Place("Kelurahan Umpang"), 1), (Place("Umpang"), 2), (Place("Desa Umpang"), 3)]
    >>> [number for _, number in closest("DS. UMPANG", known)], [number for _, number in closest("Kel. Umpang", known)]
    ([3], [1])
    """
    called = [each for each in known if same_area(each[0].text, text)]
    for alike in (_kind, fold):
        called = [each for each in called if alike(each[0].text) == alike(text)] or called
    return called


def _kind(text: str) -> str | None:
    return area_of(text).kind


def _sort(
    found: Sorted,
    place: Place,
    sums: Mapping[str, Owed],
    code: str,
    quantity: Quantity,
    prices: Mapping[str, Price],
) -> None:
    answers = found.owed[place]
    if code in sums:
        _add(found.delivered, (place, code), quantity, sums[code])
        return
    item = _in_place_of(code, answers)
    if item is not None and item.code in sums and code in prices:
        value = prices[code].cost_of(quantity)
        _add(found.delivered, (place, item.code), value, sums[item.code])
        found.priced.append(Priced(code=code, item=item.code, quantity=quantity, price=prices[code], value=value))
    elif item is not None:
        _add(found.unpriced, code, quantity, found.unpriced.get(code))
    elif any(code == each.code for answer in answers for each in answer.standard.items):
        _add(found.without_number, code, quantity, found.without_number.get(code))
    else:
        _add(found.outside, code, quantity, found.outside.get(code))


def _in_place_of(code: str, answers: Iterable[Relief]) -> Item | None:
    """The item in the place of which something may be given."""
    items = (item for answer in answers for item in answer.standard.items)
    return next((item for item in items if any(kind.code == code for kind in item.in_kind)), None)


def _add(sums: dict[K, Quantity], key: K, quantity: Quantity, like: Owed | None) -> None:
    alike = like.minimum if isinstance(like, Span) else like
    if alike is not None and quantity.unit != alike.unit:
        raise mismatch(alike.unit, quantity.unit)
    sums[key] = quantity + sums[key] if key in sums else quantity


__all__ = ["Sorted", "closest", "sort_out"]
