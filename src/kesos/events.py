"""Disaster events: what struck where and when, and whom; what is not known stays so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, ClassVar, TypeVar

import attrs
from attrs.converters import optional

from kesos import _checks as checks
from kesos._checks import fill_field
from kesos._damages import KnownDamage
from kesos.counts import ByClass, Counts, Number
from kesos.counts._agreement import check_together
from kesos.counts._by_class import add_counts
from kesos.counts._counts import NONE
from kesos.errors import InvalidValueError, UnknownHazardError, UnknownItemError
from kesos.hazards import Hazard
from kesos.records import Recorded, Tally
from kesos.values import Citation, Period, Place, Quantity, TableView, Text, Unit
from kesos.values._display import UNKNOWN
from kesos.values._format import formatted
from kesos.values._showing import Rowed
from kesos.values._tabulated import Shown, ShownRow, tabulated
from kesos.values._texts import check_language

__all__ = ["Damage", "DisasterEvent", "Locality", "Traits"]

_RUPIAH = Unit.of("IDR")
_HAZARD, _PLACE, _TIME = Text("Bencana", "Disaster"), Text("Tempat", "Place"), Text("Waktu", "Time")
_FAMILIES, _PEOPLE = Text("KK", "Families"), Text("Jiwa", "People")
_DAMAGED, _LOSS = Text("Kerusakan", "Damage"), Text("Kerugian", "Loss")
_REPORTED_BY = Text("Dilaporkan oleh", "Reported by")
_SOURCE = Text("Sumber", "Source")


def _count_field(holder: object, field: str, value: object, slot: str | None = None) -> None:
    """Checks one count of a frozen object under construction; a NumPy integer is stored as an int."""
    if value is not None and (type(value) is not int or value < 0 or value > checks.LARGEST):
        fill_field(holder, slot or field, checks.count(value, field))


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Damage(Recorded):
    """Damaged buildings, by how badly and by what they are. What is not given is not known, which is not zero.

    The two ways of counting are independent: a house is heavily or lightly damaged, and it is a house.

    Args:
        heavy: Buildings damaged heavily (rusak berat).
        light: Buildings damaged lightly (rusak ringan).
        houses: Houses (RMH).
        businesses: Places of business (tempat usaha).
        public_facilities: Offices and public facilities.

    >>> Damage(light=72, houses=72) + Damage(light=26, houses=26)
    Damage(heavy=None, light=98, houses=98, businesses=None, public_facilities=None)
    """

    heavy: Tally | None = None
    light: Tally | None = None
    houses: Tally | None = None
    businesses: Tally | None = None
    public_facilities: Tally | None = None

    def __attrs_post_init__(self) -> None:
        for field in _DAMAGE:
            _count_field(self, field, getattr(self, field))

    def __add__(self, other: Damage) -> Damage:
        if not isinstance(other, Damage):
            return NotImplemented
        return Damage(**{field: _sum([getattr(self, field), getattr(other, field)]) for field in _DAMAGE})

    def say(self, language: str) -> str:
        """What is known of it, in words."""
        known = KnownDamage.of(_of_damage(self))
        return UNKNOWN.say(language) if known is None else known.say(language)


_DAMAGE = tuple(field.name for field in attrs.fields(Damage))
_NO_DAMAGE_KNOWN = Damage()


def _hazard(hazard: Hazard | str) -> Hazard:
    if hazard is None:
        raise UnknownHazardError("hazard_missing", field="hazard")
    return hazard if type(hazard) is Hazard else Hazard.of(hazard)


def _place(place: Place | str) -> Place:
    return place if type(place) is Place else Place.of(place)


def _period(period: Period | date | str) -> Period:
    if period is None:
        raise InvalidValueError("period_unknown", field="period")
    return period if type(period) is Period else Period.of(period)


def _damage(damage: Damage | None) -> Damage:
    return _NO_DAMAGE_KNOWN if damage is None else damage


def _told(damage: Damage | None) -> Damage | None:
    """Damage of which something is known; where nothing is, none was told."""
    return None if isinstance(damage, Damage) and damage == _NO_DAMAGE_KNOWN else damage


def _loss(loss: Quantity | int) -> Quantity:
    amount = loss if isinstance(loss, Quantity) else Quantity(checks.count(loss, "loss"), _RUPIAH)
    if (amount.unit is not _RUPIAH and amount.unit != _RUPIAH) or amount.amount < 0:
        raise InvalidValueError("not_a_loss", field="loss", value=loss)
    return amount


def _counts(counts: Mapping[str, Any] | None) -> Counts:
    if counts is None or counts is NONE:
        return NONE
    return counts if isinstance(counts, Counts) else Counts(counts)


def _trait_pairs(pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Each axis with its class, in the order of the axes, whoever gave them in which."""
    given = checks.pairs(pairs, "traits")
    found = {checks.slug(axis, "traits"): checks.word(name, f"traits.{axis}") for axis, name in given}
    if len(found) < len(given):
        raise InvalidValueError("two_classes", field="traits", value=given)
    return tuple(sorted(found.items()))


@attrs.frozen(repr=False, eq=False)
class Traits(Recorded, Mapping[str, str]):
    """Classes that an event is of, by the name of their axis: a mapping that nobody changes.

    >>> Traits.of({"terrain": "hill"})["terrain"]
    'hill'
    """

    pairs: tuple[tuple[str, str], ...] = attrs.field(default=(), converter=_trait_pairs)

    @classmethod
    def of(cls, traits: Mapping[str, str] | None) -> Traits:
        """Traits from a mapping."""
        if isinstance(traits, Traits):
            return traits
        given = checks.mapping({} if traits is None else traits, "traits")
        return cls(tuple(given.items()))

    @classmethod
    def __read__(cls, raw: object) -> Traits:
        return cls.of(checks.mapping(raw, ""))

    def __plain__(self) -> dict[str, str]:
        return dict(self.pairs)

    def __getitem__(self, name: str) -> str:
        for own, value in self.pairs:
            if own == name:
                return value
        raise UnknownItemError("unknown_item.key", field="name", value=name)

    def __iter__(self) -> Iterator[str]:
        return (name for name, _ in self.pairs)

    def __len__(self) -> int:
        return len(self.pairs)

    def __repr__(self) -> str:
        return repr(dict(self.pairs))


_NO_TRAITS = Traits()


def _traits(traits: Mapping[str, str] | None) -> Traits:
    return _NO_TRAITS if traits is _NO_TRAITS else Traits.of(traits)  # most events have none


def _hold_counts(holder: Locality | DisasterEvent, given: Counts, damage: Damage | None) -> None:
    """Takes people and families out of the counts into the fields of that name, and refuses what cannot be true."""
    for code, field in (("person", "people"), ("family", "families")):
        number = given.get(code)
        short = getattr(holder, field)
        if short is not None and code in given and short != number:
            raise InvalidValueError("two_numbers", field=field, value=short, other=number)
        if isinstance(number, int):
            fill_field(holder, field if isinstance(holder, Locality) else f"_{field}", number)
    for code, number in _of_damage(damage).items():
        if code in given and not _agree(number, given, code):
            raise InvalidValueError("two_numbers", field="damage", value=number, other=given[code])
    check_together(dict(given) | {"person": holder.people, "family": holder.families})


def _agree(number: Number | ByClass, given: Counts, code: str) -> bool:
    """Whether what the damage says of a count and what the counts say can be true together."""
    other = given[code]
    if isinstance(number, ByClass) and isinstance(other, ByClass):
        told = dict(other.cells)  # by class, each may tell some: heavy and light here, moderate there
        return all(told.get(classes, each) == each for classes, each in number.cells)
    return other is None or number in (other, given.total(code))


def _check_families(people: int | None, families: int | None) -> None:
    if people is not None and families is not None and families > people:
        raise InvalidValueError("part_above_whole.families", field="families", value=families, most=people)


def _of_damage(damage: Damage | None) -> dict[str, Number | ByClass]:
    """Damage by the codes of the counts."""
    if damage is None or damage == _NO_DAMAGE_KNOWN:
        return {}
    degrees = {"heavy": damage.heavy, "light": damage.light}
    cells = tuple(((("", name),), number) for name, number in degrees.items() if number is not None)
    numbers: dict[str, Number | ByClass] = {
        "house": damage.houses,
        "business": damage.businesses,
        "public_facility": damage.public_facilities,
        "building": ByClass(cells) if cells else None,
    }
    return {code: number for code, number in numbers.items() if number is not None}


def _all_counts(
    people: int | None, families: int | None, damage: Damage | None, given: Counts
) -> dict[str, Number | ByClass]:
    """Every count of an event or a place, the short names among them, by its code."""
    short: dict[str, Number | ByClass] = {"person": people, "family": families}
    known = {code: number for code, number in short.items() if number is not None}
    told = _of_damage(damage)
    for code, number in given.items():
        before = told.get(code)
        if isinstance(before, ByClass) and isinstance(number, ByClass):
            told[code] = ByClass(tuple({**dict(before.cells), **dict(number.cells)}.items()))
        elif number is not None or before is None:
            told[code] = number
    return known | told


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Locality(Rowed, Recorded):
    """One of the places that an event struck, with what was counted there.

    >>> Locality(place="Desa Umpang", families=72, people=240).people
    240
    """

    place: Place = attrs.field(converter=_place)
    families: Tally | None = None
    people: Tally | None = None
    damage: Damage = attrs.field(default=None, converter=_damage)
    loss: Quantity | None = attrs.field(default=None, converter=optional(_loss))
    source: Citation | None = None
    _counts: Counts = attrs.field(default=NONE, alias="counts", converter=_counts)

    def __attrs_post_init__(self) -> None:
        _count_field(self, "families", self.families)
        _count_field(self, "people", self.people)
        checks.instance(self.damage, "damage", Damage)
        if self.source is not None:
            checks.instance(self.source, "source", Citation)
        if self._counts is not NONE:
            _hold_counts(self, self._counts, self.damage)
        _check_families(self.people, self.families)

    @property
    def counts(self) -> Mapping[str, Number | ByClass]:
        """Everything that was counted there, by the code of the count."""
        return _all_counts(self.people, self.families, self.damage, self._counts)

    def __row__(self) -> ShownRow:
        return (Shown(_PLACE, str(self.place)), *_figures(self))


def _localities(localities: Iterable[Locality]) -> tuple[Locality, ...]:
    if type(localities) is tuple and not localities:  # most events have none
        return localities
    return checks.items(localities, "localities", Locality)


@attrs.frozen(kw_only=True, repr=False, eq=False)
class DisasterEvent(Recorded):
    """A disaster: what struck, where, when, and whom.

    An event that struck several places holds them as localities and counts what they count; figures are then given
    there and not a second time here.

    Args:
        hazard: A `Hazard`, or a word for one ("banjir", "flood").
        place: A `Place`, or the words for one.
        period: A `Period`, a date, or ISO 8601 text: "2017-02-25", "2017-03-01/2017-03-05", "2017-06", "2017".
        families: Families struck (KK); None where not known.
        people: People struck (jiwa); None where not known.
        damage: Damaged buildings.
        loss: Estimated loss in rupiah, as a Quantity or an int; None where not known.
        counts: What else was counted, by the code of the count ("dead", "house", one that a standard brings along): a
            number, None where it is not known, or by class.
        traits: Classes that the event is of and that a standard's rates depend on: {"terrain": "hill"}.
        localities: The places, where there is more than one.
        reported_by: Who reported it.
        source: Where it is recorded.

    Raises:
        UnknownHazardError: `hazard` is no known word.
        InvalidValueError: A value of the wrong type or below zero; a figure given both here and by localities.

    >>> event = DisasterEvent(hazard="banjir", place="Kelurahan Pangkut", period="2017-02-25", families=215, people=860)
    >>> print(event)
    Banjir, Kelurahan Pangkut, 25 Februari 2017: 215 KK, 860 jiwa
    >>> event.loss is None
    True
    """

    __several__: ClassVar[Text] = Text("Data kejadian bencana", "Disaster events")

    hazard: Hazard = attrs.field(converter=_hazard)
    place: Place = attrs.field(converter=_place)
    period: Period = attrs.field(converter=_period)
    _families: Tally | None = attrs.field(default=None, alias="families")
    _people: Tally | None = attrs.field(default=None, alias="people")
    _damage: Damage | None = attrs.field(default=None, alias="damage", converter=_told)
    _loss: Quantity | None = attrs.field(default=None, alias="loss", converter=optional(_loss))
    localities: tuple[Locality, ...] = attrs.field(default=(), converter=_localities)
    reported_by: str | None = None
    source: Citation | None = None
    _counts: Counts = attrs.field(default=NONE, alias="counts", converter=_counts)
    traits: Traits = attrs.field(default=_NO_TRAITS, converter=_traits)

    def __attrs_post_init__(self) -> None:
        _count_field(self, "families", self._families, "_families")
        _count_field(self, "people", self._people, "_people")
        if self._damage is not None:
            checks.instance(self._damage, "damage", Damage)
        if self.source is not None:
            checks.instance(self.source, "source", Citation)
        if self.reported_by is not None:
            checks.settle(self, checks.text, "reported_by")
        if self.localities:
            self._counted_by_localities()
        else:
            if self._counts is not NONE:
                _hold_counts(self, self._counts, self._damage)
            _check_families(self._people, self._families)

    def _counted_by_localities(self) -> None:
        given: dict[str, object] = {"families": self._families, "people": self._people, "damage": self._damage}
        given |= {"loss": self._loss, "counts": self._counts or None}
        for field, value in given.items():
            if value is not None:
                raise InvalidValueError("given_twice", field=field, value=value)

    @property
    def families(self) -> int | None:
        """Families struck (KK): what its localities add up to; None where not known."""
        return _sum([each.families for each in self.localities]) if self.localities else self._families

    @property
    def people(self) -> int | None:
        """People struck (jiwa): what its localities add up to; None where not known."""
        return _sum([each.people for each in self.localities]) if self.localities else self._people

    @property
    def counts(self) -> Mapping[str, Number | ByClass]:
        """Everything that was counted, by the code of the count: what its localities add up to.

        >>> two = [Locality(place="a", counts={"dead": 1}), Locality(place="b", counts={"dead": 0})]
        >>> DisasterEvent(hazard="flood", place="x", period="2022", localities=two).counts["dead"]
        1
        """
        if not self.localities:
            return _all_counts(self._people, self._families, self._damage, self._counts)
        parts = [each.counts for each in self.localities]
        codes = dict.fromkeys(code for part in parts for code in part)
        return {code: add_counts([part.get(code) for part in parts]) for code in codes}

    @property
    def loss(self) -> Quantity | None:
        """Estimated loss: what its localities add up to; None where not known."""
        return _sum([each.loss for each in self.localities]) if self.localities else self._loss

    @property
    def damage(self) -> Damage:
        """Damaged buildings, as they were given as `Damage`: what its localities add up to; each count None where not
        known. `counts` has all that is known of them, by class too."""
        if not self.localities:
            return _damage(self._damage)
        first, *rest = (each.damage for each in self.localities)
        return sum(rest, first)

    def __repr__(self) -> str:
        given = (
            f"{field.alias}={value!r}"
            for field in attrs.fields(type(self))
            if (value := getattr(self, field.name)) is not None and value != ()
        )
        return f"DisasterEvent({', '.join(given)})"

    def say(self, language: str) -> str:
        """The event in one line."""
        unknown = UNKNOWN.say(language)
        counts = [
            f"{Unit.of(unit).many.say(language)} {unknown}" if count is None else Quantity(count, unit).say(language)
            for count, unit in ((self.families, "family"), (self.people, "person"))
        ]
        return f"{self.hazard.label(language)}, {self.place}, {self.period.say(language)}: {', '.join(counts)}"

    def __str__(self) -> str:
        return self.say("id")

    def __format__(self, spec: str) -> str:
        return formatted(self.say, spec)

    def table(self, language: str = "id") -> TableView:
        """The event as a table: a row for each locality, and one for what they add up to."""
        check_language(language)
        rows = [each.__row__() for each in self.localities] or [(Shown(_PLACE, str(self.place)), *_figures(self))]
        where = f"{self.place}, " if self.localities else ""  # a place alone stands in its row
        notes = [f"{_REPORTED_BY.say(language)}: {self.reported_by}"] if self.reported_by else []
        notes += [f"{_SOURCE.say(language)}: {self.source.say(language)}"] if self.source else []
        caption = f"{self.hazard.label(language)}, {where}{self.period.say(language)}"
        return tabulated(rows, language, caption=caption, notes=notes, total=bool(self.localities))

    def __row__(self) -> ShownRow:
        when = (Shown(_HAZARD, self.hazard.name), Shown(_PLACE, str(self.place)), Shown(_TIME, self.period))
        return (*when, *_figures(self))

    def _repr_html_(self) -> str:
        return self.table().html()


def _figures(counted: Locality | DisasterEvent) -> ShownRow:
    return (
        Shown(_FAMILIES, counted.families, adds=True),
        Shown(_PEOPLE, counted.people, adds=True),
        Shown(_DAMAGED, KnownDamage.of(counted.counts), adds=True),
        Shown(_LOSS, counted.loss, adds=True),
    )


Counted = TypeVar("Counted", int, Quantity)


def _sum(values: Sequence[Counted | None]) -> Counted | None:
    """The sum, or None where any part is not known."""
    known = [value for value in values if value is not None]
    return sum(known[1:], known[0]) if len(known) == len(values) else None
