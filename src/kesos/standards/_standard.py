"""An aid standard: the instrument as a whole, what can be looked up in it, and how a changed one is made of it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import attrs

from kesos.errors import FaultsError, UnknownItemError
from kesos.hazards import Hazard
from kesos.standards._clauses import (
    Durations,
    HazardReading,
    Item,
    NotCovered,
    Package,
    Validity,
    Window,
    check_kinds,
    contradiction,
    hold_items,
)
from kesos.standards._coherence import incoherences
from kesos.values import Citation, Quantity, Text
from kesos.values import _checks as checks
from kesos.values._checks import slug

_set = object.__setattr__  # how a frozen class fills its own fields


def _in_full(hazards: tuple[Hazard, ...]) -> tuple[object, ...]:
    """Hazards compare by their code; two standards are equal only where they also call them the same."""
    return tuple((hazard.code, hazard.name, hazard.words) for hazard in hazards)


@attrs.frozen(kw_only=True, repr=False)
class AidStandard:
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
    durations: Durations
    windows: tuple[Window, ...]
    packages: tuple[Package, ...]
    hazards: tuple[Hazard, ...] = attrs.field(default=(), eq=_in_full)
    readings: tuple[HazardReading, ...] = ()
    not_covered: tuple[NotCovered, ...] = ()
    _window_by_hazard: Mapping[str, Window] = attrs.field(init=False, eq=False)
    _reading_by_hazard: Mapping[str, HazardReading] = attrs.field(init=False, eq=False)
    _item_by_code: Mapping[str, Item] = attrs.field(init=False, eq=False)
    _granted: tuple[Item, ...] = attrs.field(init=False, eq=False, default=())

    def __attrs_post_init__(self) -> None:
        slug(self.code, "code")
        check_kinds(self, title=Text, source=Citation, validity=Validity, durations=Durations)
        for field, kind in _PARTS.items():
            hold_items(self, field, kind)
        faults = list(incoherences(self.windows, self.packages, self.hazards, self.readings, self.not_covered))
        if faults:
            raise FaultsError(
                Text(f"standar {self.code} tidak utuh", f"the standard {self.code} does not hold together"),
                faults=tuple(faults),
                value=self.code,
            )
        windows = {code: window for window in self.windows for code in window.hazards}
        windows |= {reading.hazard: windows[reading.read_as] for reading in self.readings}
        items = {item.code: item for package in self.packages for item in package.items}
        _set(self, "_window_by_hazard", MappingProxyType(windows))
        _set(self, "_reading_by_hazard", MappingProxyType({reading.hazard: reading for reading in self.readings}))
        _set(self, "_item_by_code", MappingProxyType(items))
        _set(self, "_granted", tuple(item for item in items.values() if item.per != "recipient"))

    def __reduce__(self) -> tuple[Any, ...]:
        # What is looked up cannot be pickled; it is made anew from what the standard says.
        return _rebuild, ({field.name: getattr(self, field.name) for field in attrs.fields(AidStandard) if field.init},)

    def __repr__(self) -> str:
        return f"AidStandard({self.code!r})"

    def label(self, language: str) -> str:
        """Its title in "id" or "en"."""
        return self.title.say(language)

    def hazard(self, hazard: Hazard | str) -> Hazard:
        """One of the hazards that the standard brings along, or a well-known one.

        Raises:
            UnknownHazardError: Neither knows the word.
        """
        if isinstance(hazard, str):
            wanted = " ".join(hazard.casefold().split())
            for own in self.hazards:
                if wanted in {own.code, *(word.casefold() for word in (own.name.id, own.name.en, *own.words))}:
                    return own
        return Hazard.of(hazard)

    def window_for(self, hazard: Hazard) -> Window | None:
        """The window of days for a hazard, by its own name or by a reading; None where it is not covered."""
        return self._window_by_hazard.get((hazard if type(hazard) is Hazard else self.hazard(hazard)).code)

    def reading_for(self, hazard: Hazard) -> HazardReading | None:
        """The reading by which the hazard is covered; None where it needs none."""
        return self._reading_by_hazard.get((hazard if type(hazard) is Hazard else self.hazard(hazard)).code)

    def left_to_another(self, hazard: Hazard) -> NotCovered | None:
        """What is known of the standard that serves a hazard which this one does not."""
        code = self.hazard(hazard).code
        return next((each for each in self.not_covered if code in each.hazards), None)

    @property
    def items(self) -> tuple[Item, ...]:
        """Every item of every package, in order."""
        return tuple(self._item_by_code.values())

    @property
    def granted(self) -> tuple[Item, ...]:
        """The items that need no chosen recipients."""
        return self._granted

    def item(self, code: str) -> Item:
        """The item with this code.

        Raises:
            UnknownItemError: The standard has none.
        """
        if isinstance(code, str) and code in self._item_by_code:
            return self._item_by_code[code]
        raise UnknownItemError(
            Text(f"{self.code} tidak mengenal barang ini", f"{self.code} has no such item"),
            field="item",
            value=code,
            hint=checks.did_you_mean(code, self._item_by_code),
        )

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
        slug(code, "code")
        if code == self.code:
            raise contradiction(
                "code",
                code,
                "standar yang berubah perlu kode sendiri",
                "a changed standard needs a code of its own",
                "same_code",
            )
        if isinstance(source, Citation):
            citation = source
        else:
            citation = Citation(regulation=checks.text(source, "source"), known="hypothetical")
        new_rates = {} if rates is None else checks.instance(rates, "rates", Mapping)
        new_windows = {} if windows is None else checks.instance(windows, "windows", Mapping)
        changed = {item: _new_rate(self.item(item), rate, citation) for item, rate in new_rates.items()}
        packages = tuple(
            attrs.evolve(package, items=tuple(changed.get(item.code, item) for item in package.items))
            for package in self.packages
        )
        return AidStandard(
            code=code,
            title=Text(
                f"{self.title.id}, diubah menurut {citation.regulation}",
                f"{self.title.en}, changed by {citation.regulation}",
            )
            if title is None
            else title,
            source=citation,
            validity=self.validity if validity is None else validity,
            durations=self.durations,
            windows=_new_windows(self.windows, new_windows, citation),
            packages=packages,
            hazards=self.hazards,
            readings=tuple(reading for reading in self.readings if reading.hazard not in new_windows),
            not_covered=self.not_covered,
        )


_PARTS: dict[str, type[Any]] = {
    "windows": Window,
    "packages": Package,
    "hazards": Hazard,
    "readings": HazardReading,
    "not_covered": NotCovered,
}


def _rebuild(fields: dict[str, Any]) -> AidStandard:
    return AidStandard(**fields)


def _new_rate(item: Item, rate: Quantity, citation: Citation) -> Item:
    checks.instance(rate, "rates", Quantity)
    old = Quantity(0, item.unit)
    new = (old + rate).amount  # an error where the units do not go together
    whole, rest = divmod(new, item.unit.factor)
    amount, unit = (new, old.unit) if rest else (whole, item.unit)
    return attrs.evolve(item, amount=amount, unit=unit, citation=citation)


def _new_windows(old: tuple[Window, ...], new: Mapping[str, Window], citation: Citation) -> tuple[Window, ...]:
    for window in new.values():
        checks.instance(window, "windows", Window)
    kept = [
        attrs.evolve(window, hazards=left)
        for window in old
        if (left := tuple(code for code in window.hazards if code not in new))
    ]
    return (*kept, *(attrs.evolve(window, hazards=(code,), citation=citation) for code, window in new.items()))
