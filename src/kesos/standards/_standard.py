"""An aid standard: the instrument as a whole, what can be looked up in it, and how a changed one is made of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Literal, cast

import attrs

from kesos import _checks as checks
from kesos.counts import Count
from kesos.errors import FaultsError, InvalidValueError, UnknownItemError
from kesos.hazards import Hazard
from kesos.records import Recorded
from kesos.standards._axes import Axis, Index
from kesos.standards._clauses import Durations, HazardReading, NotCovered, Validity, Window
from kesos.standards._coherence import Clauses, incoherences
from kesos.standards._in_words import Whole
from kesos.standards._items import Item, Package
from kesos.standards._rates import DATE, DAY
from kesos.standards._saying import say
from kesos.standards._stated import stated
from kesos.values import Citation, Quantity, TableView, Text
from kesos.values._display import Tabled
from kesos.values._texts import fold
from kesos.values._told import told


def _windows(windows: Iterable[Window]) -> tuple[Window, ...]:
    return checks.items(windows, "windows", Window)


def _packages(packages: Iterable[Package]) -> tuple[Package, ...]:
    return checks.items(packages, "packages", Package)


def _hazards(hazards: Iterable[Hazard]) -> tuple[Hazard, ...]:
    return checks.items(hazards, "hazards", Hazard)


def _readings(readings: Iterable[HazardReading]) -> tuple[HazardReading, ...]:
    return checks.items(readings, "readings", HazardReading)


def _not_covered(not_covered: Iterable[NotCovered]) -> tuple[NotCovered, ...]:
    return checks.items(not_covered, "not_covered", NotCovered)


def _covers(covers: str | Iterable[str] | None) -> Literal["any"] | tuple[str, ...] | None:
    if covers is None:
        return None
    if isinstance(covers, str) and covers == "any":
        return "any"
    return tuple(checks.slug(code, "covers") for code in checks.items(covers, "covers"))


def _counts(counts: Iterable[Count]) -> tuple[Count, ...]:
    return checks.items(counts, "counts", Count)


def _axes(axes: Iterable[Axis]) -> tuple[Axis, ...]:
    return checks.items(axes, "axes", Axis)


def _indices(indices: Iterable[Index]) -> tuple[Index, ...]:
    return checks.items(indices, "indices", Index)


def _in_full(hazards: tuple[Hazard, ...]) -> tuple[object, ...]:
    """Hazards compare by their code; two standards are equal only where they also call them the same."""
    return tuple((hazard.code, hazard.name, hazard.words) for hazard in hazards)


@attrs.frozen(kw_only=True, repr=False, eq=False)
class AidStandard(Tabled, Recorded):
    """An instrument that grants aid to the victims of disasters, as data.

    Standards are read from TOML files with `load_standard`, or built from the classes of this module.

    Args:
        code: A slug that names it, such as "pedum-2003".
        title: Its title.
        source: The instrument itself.
        validity: From when until when it is in force.
        durations: What it says of days outside its windows.
        windows: For how many days it feeds whom.
        packages: What it grants.
        covers: "any" hazard, or the codes of hazards, for an instrument that gives no windows by hazard.
        counts: Counts that it brings along.
        axes: Traits of the event and classes of the date that its rates depend on.
        indices: Amounts set elsewhere that its rates are shares of.
        hazards: Hazards that it brings along.
        readings: Hazards that are read as one of its own.
        not_covered: Hazards that it leaves to another standard.

    Raises:
        FaultsError: Two items of one code, a hazard in two windows, a reading of nothing: all of them at once.
    """

    code: str
    title: Text
    source: Citation
    validity: Validity
    durations: Durations | None = None
    covers: Literal["any"] | tuple[str, ...] | None = attrs.field(default=None, converter=_covers)
    windows: tuple[Window, ...] = attrs.field(default=(), converter=_windows)
    packages: tuple[Package, ...] = attrs.field(converter=_packages)
    counts: tuple[Count, ...] = attrs.field(default=(), converter=_counts)
    axes: tuple[Axis, ...] = attrs.field(default=(), converter=_axes)
    indices: tuple[Index, ...] = attrs.field(default=(), converter=_indices)
    hazards: tuple[Hazard, ...] = attrs.field(default=(), converter=_hazards, eq=_in_full)
    readings: tuple[HazardReading, ...] = attrs.field(default=(), converter=_readings)
    not_covered: tuple[NotCovered, ...] = attrs.field(default=(), converter=_not_covered)

    def __attrs_post_init__(self) -> None:
        checks.slug(self.code, "code")
        checks.instance(self.title, "title", Text)
        checks.instance(self.source, "source", Citation)
        checks.instance(self.validity, "validity", Validity)
        checks.known_instance(self.durations, "durations", Durations)
        faults = tuple(incoherences(cast(Clauses, self)))  # pyright sees the converters and not the values
        if faults:
            raise FaultsError("faults.standard", faults=faults, value=self.code, standard=self.code)

    @cached_property
    def _window_by_hazard(self) -> Mapping[str, Window]:
        windows = {code: window for window in self.windows for code in window.hazards}
        return windows | {reading.hazard: windows[reading.read_as] for reading in self.readings}

    @cached_property
    def _reading_by_hazard(self) -> Mapping[str, HazardReading]:
        return {reading.hazard: reading for reading in self.readings}

    @cached_property
    def _item_by_code(self) -> Mapping[str, Item]:
        return {item.code: item for item in self.items}

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """Every item of every package, in order."""
        return tuple(item for package in self.packages for item in package.items)

    @cached_property
    def granted(self) -> tuple[Item, ...]:
        """The items that need no chosen recipients."""
        return tuple(item for item in self.items if item.per != "recipient")

    @cached_property
    def selective(self) -> tuple[Item, ...]:
        """The items for recipients whom people choose."""
        return tuple(item for package in self.packages for item in package.selective)

    @cached_property
    def shares_days(self) -> bool:
        """Whether every item that takes days takes those of the hazard's window."""
        return all(item.window is None for item in self.granted)

    def __repr__(self) -> str:
        return f"AidStandard({self.code!r})"

    def table(self, language: str = "id") -> TableView:
        """Everything that it says, clause by clause, each with the place in its source."""
        return told(stated(cast(Whole, self)), language, caption=self.head(language)[0])

    def head(self, language: str) -> tuple[str, ...]:
        """Its title, its source and its validity, in a line each: what stands at the head of what it grants."""
        title, source = self.title.say(language), self.source
        return (
            say("standard", language, title=title, standard=self.code),
            say("source", language, citation=source),
            self.validity.say(language),
        )

    def hazard(self, hazard: Hazard | str) -> Hazard:
        """One of the hazards that the standard brings along, or a well-known one.

        Raises:
            UnknownHazardError: Neither knows the word.
        """
        if isinstance(hazard, str):
            wanted = fold(hazard)
            for own in self.hazards:
                if wanted in map(fold, own.all_words):
                    return own
        return Hazard.of(hazard)

    def window_for(self, hazard: Hazard) -> Window | None:
        """The window of days for a hazard, by its own name or by a reading; None where it is not covered."""
        return self._window_by_hazard.get(self.hazard(hazard).code)

    def reading_for(self, hazard: Hazard) -> HazardReading | None:
        """The reading by which the hazard is covered; None where it needs none."""
        return self._reading_by_hazard.get(self.hazard(hazard).code)

    def covers_hazard(self, hazard: Hazard) -> bool:
        """Whether it serves a hazard: by a window, by a reading, or by what it says that it covers."""
        code = self.hazard(hazard).code
        return self.covers == "any" or code in (self.covers or ()) or code in self._window_by_hazard

    @cached_property
    def subjects(self) -> tuple[str, ...]:
        """What it speaks of: the subject of each package, or its code."""
        return tuple(dict.fromkeys(package.subject or package.code for package in self.packages))

    def count(self, code: str) -> Count:
        """One of the counts that the standard brings along, or a well-known one.

        Raises:
            InvalidValueError: Neither has the code.
        """
        return self._count_by_code.get(code) or Count.of(code) if isinstance(code, str) else Count.of(code)

    def index(self, code: str) -> Index:
        """The index of this code.

        Raises:
            UnknownItemError: There is none.
        """
        for index in self.indices:
            if index.code == code:
                return index
        raise UnknownItemError("unknown_item.key", field="code", value=code)

    @cached_property
    def _count_by_code(self) -> Mapping[str, Count]:
        return {count.code: count for count in self.counts}

    @cached_property
    def names(self) -> Mapping[str, Text]:
        """What its axes and its indices are called, by code."""
        return {axis.code: axis.name for axis in self.axes} | {index.code: index.name for index in self.indices}

    @cached_property
    def dated_tests(self) -> frozenset[str]:
        """The tests of a rate whose answer changes with the day."""
        return frozenset({DATE, DAY, *(axis.code for axis in self.axes if axis.of == "date")})

    def needs(self) -> tuple[str, ...]:
        """What it will ask for: counts, traits of the event and indices that the caller brings, by code.

        An assessment form, the columns of a table and a refusal come from this one list.

        >>> from kesos.standards import PEDUM_2003
        >>> PEDUM_2003.needs()
        ('person',)
        """
        asked: dict[str, None] = {}
        for item in self.granted:
            if item.per != "event":
                asked[item.per] = None
            for row in item.rates:
                traits = {axis.code for axis in self.axes if axis.of == "event"}
                given = {index.code for index in self.indices if index.given == "caller"}
                asked |= dict.fromkeys(name for name, _ in row.tests if name in traits)
                for code in row.indices:
                    asked |= dict.fromkeys(
                        name for value in self.index(code).values for name, _ in value.row.tests if name in traits
                    )
                    asked |= {code: None} if code in given else {}
        return tuple(asked)

    def left_to_another(self, hazard: Hazard) -> NotCovered | None:
        """What is known of the standard that serves a hazard which this one does not."""
        code = self.hazard(hazard).code
        return next((each for each in self.not_covered if code in each.hazards), None)

    def item(self, code: str) -> Item:
        """The item with this code.

        Raises:
            UnknownItemError: The standard has none.
        """
        if isinstance(code, str) and code in self._item_by_code:
            return self._item_by_code[code]
        names = {item.code: (item.name.id, item.name.en) for item in self._item_by_code.values()}
        near = checks.did_you_mean(code, self._item_by_code, names)
        raise UnknownItemError("unknown_item.in_standard", field="item", value=code, standard=self.code, hint=near)

    def evolve(
        self,
        *,
        code: str,
        source: Citation | str,
        title: Text | None = None,
        rates: Mapping[str, Quantity] | None = None,
        windows: Mapping[str, Window] | None = None,
        validity: Validity | None = None,
    ) -> AidStandard:
        """Another standard that differs in a few values; each of those takes the source that is given here.

        Args:
            code: The code of the new standard.
            source: Where the changed values come from. A text becomes a citation that is marked hypothetical.
            title: The new title; left out, the old one, marked as changed.
            rates: New rates by item code.
            windows: New windows by hazard code; each takes the hazard out of its old window, and out of a reading.
            validity: The new validity.

        Raises:
            UnknownItemError: `rates` names no item of this standard.
            UnitError: A new rate is not in the unit's kind of the old one.

        >>> from kesos.standards import PEDUM_2003
        >>> more = PEDUM_2003.evolve(code="more", source="a proposal", rates={"rice": Quantity(500, "g")})
        >>> print(more.item("rice").citation)
        a proposal (pengandaian, bukan hukum yang berlaku)
        """
        if checks.slug(code, "code") == self.code:
            raise InvalidValueError("same_code", field="code", value=code)
        if isinstance(source, Citation):
            citation = source
        else:
            citation = Citation(regulation=checks.text(source, "source"), known="hypothetical")
        new_rates = {} if rates is None else checks.mapping(rates, "rates")
        new_windows = {} if windows is None else checks.mapping(windows, "windows")
        changed = {item: _new_rate(self.item(item), rate, citation) for item, rate in new_rates.items()}
        packages = tuple(
            attrs.evolve(package, items=tuple(changed.get(item.code, item) for item in package.items))
            for package in self.packages
        )
        return AidStandard(
            code=code,
            title=_changed(self.title, citation) if title is None else title,
            source=citation,
            validity=self.validity if validity is None else validity,
            durations=self.durations,
            covers=self.covers,
            windows=_new_windows(self.windows, new_windows, citation),
            packages=packages,
            counts=self.counts,
            axes=self.axes,
            indices=self.indices,
            hazards=self.hazards,
            readings=tuple(reading for reading in self.readings if reading.hazard not in new_windows),
            not_covered=self.not_covered,
        )


def _changed(title: Text, citation: Citation) -> Text:
    return Text(
        f"{title.id}, diubah menurut {citation.regulation}",
        f"{title.en}, changed by {citation.regulation}",
    )


def _new_rate(item: Item, rate: Quantity, citation: Citation) -> Item:
    checks.instance(rate, "rates", Quantity)
    old = Quantity(0, item.unit)
    new = (old + rate).amount  # an error where the units do not go together
    whole, rest = divmod(new, item.unit.factor)
    amount, unit = (new, old.unit) if rest else (whole, item.unit)
    return attrs.evolve(item, amount=amount, unit=unit, rates=(), citation=citation)


def _new_windows(old: tuple[Window, ...], new: Mapping[str, Window], citation: Citation) -> tuple[Window, ...]:
    for window in new.values():
        checks.instance(window, "windows", Window)
    kept = [
        attrs.evolve(window, hazards=left)
        for window in old
        if (left := tuple(code for code in window.hazards if code not in new))
    ]
    return (*kept, *(attrs.evolve(window, hazards=(code,), citation=citation) for code, window in new.items()))


__all__ = ["AidStandard"]
