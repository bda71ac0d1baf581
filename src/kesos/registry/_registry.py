"""A list of families, its history, and what changes make of it."""

from __future__ import annotations

import copy
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import Any

import attrs

from kesos import _checks as checks
from kesos._checks import fill_field
from kesos._named import say_code
from kesos.errors import InvalidValueError
from kesos.records import Discreet, Recorded, Tally
from kesos.registry._applying import Listed, apply, changed
from kesos.registry._changes import KINDS, REASONS, SAID, Change, Kind
from kesos.registry._references import family_reference
from kesos.values import TableView, Text
from kesos.values import _locales as locales
from kesos.values._days import plain_date
from kesos.values._display import Tabled
from kesos.values._texts import check_language
from kesos.words import REDACTED, counted

Areas = tuple[tuple[str, str], ...]

_HEADER = (Text("Perubahan", "Change"), Text("Alasan", "Reason"), Text("Wilayah", "Area"), Text("KK", "Families"))
_THEN = Text("Pada {}: {} KK.", "On {}: {} families.")
_NO_AREA = Text("belum diketahui", "not known")

_day = checks.private(plain_date)  # what these refuse with holds nothing of a person
_each = checks.private(checks.each)
_instance = checks.private(checks.instance)
_items = checks.private(checks.items)
_pairs = checks.private(checks.pairs)
_text = checks.private(checks.text)


def _families(families: Iterable[str]) -> tuple[str, ...]:
    found: tuple[str, ...] = _each(family_reference, families, "families")
    if len(set(found)) < len(found):
        twice = next(family for family, times in Counter(found).items() if times > 1)
        raise InvalidValueError("already_listed", field="families", value=twice)
    return found


def _on(day: date | str) -> date:
    return _day(day, "on")


def _areas(areas: Mapping[str, str] | Iterable[tuple[str, str]]) -> Areas:
    pairs = _pairs(areas, "areas")
    return tuple((family_reference(family, "areas"), _text(area, "areas")) for family, area in pairs)


def _history(history: Iterable[Change]) -> tuple[Change, ...]:
    return _items(history, "history", Change)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class ChangeCount(Recorded):
    """How many changes of one kind there were for one reason in one area.

    >>> ChangeCount(kind="remove", reason="moved", area=None, families=1).families
    1
    """

    kind: Kind
    reason: str
    area: str | None
    families: Tally

    def __attrs_post_init__(self) -> None:
        checks.settle(self, lambda value, field: checks.choice(value, field, KINDS), "kind")
        checks.settle(self, checks.slug, "reason")
        checks.settle(self, checks.known_text, "area")
        checks.settle(self, checks.count, "families")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Registry(Tabled, Discreet):
    """A list of families on a day, and every change since. What it lists now follows from the two.

    Args:
        name: What the list is called, such as "DTKS".
        area: The area that it is of.
        families: References of your own to the families that it listed on that day: each one word with a digit in it,
            which no name is.
        on: The day that it begins from.
        areas: Where within the area families lived on that day (villages, districts), as far as it is known.
        history: The changes since, in their order.

    Raises:
        InvalidValueError: A reference that is listed twice, a name, or what can find somebody; an area of a family that
            is not listed.
        RegistryError: Changes that cannot be, all of them at once.

    >>> registry = Registry(name="DTKS", area="Kabupaten Contoh", families=["f1", "f2"], on="2021-01-07")
    >>> apply_changes(registry, [Change(family="f2", kind="remove", reason="moved", on="2021-02-01")])
    <Registry DTKS, Kabupaten Contoh, 2021-02-01: 1 family, 1 change>
    """

    name: str
    area: str
    begun_with: tuple[str, ...] = attrs.field(alias="families", converter=_families)
    begun_on: date = attrs.field(alias="on", converter=_on)
    areas: Areas = attrs.field(default=(), converter=_areas)
    history: tuple[Change, ...] = attrs.field(default=(), converter=_history)

    def __attrs_post_init__(self) -> None:
        checks.settle(self, _text, "name", "area")
        stray = set(dict(self.areas)) - set(self.begun_with) if self.areas else set[str]()
        if stray or len(dict(self.areas)) < len(self.areas):
            raise InvalidValueError("not_listed.area", field="areas", value=min(stray, default=None))
        if self.history:
            _ = self._listed  # a history that cannot be is refused now, not when somebody looks

    def _begun(self) -> Listed:
        return {**dict.fromkeys(self.begun_with), **dict(self.areas)}

    @cached_property
    def _listed(self) -> Listed:
        return changed(self._begun(), self.history, "history")[0]

    @cached_property
    def families(self) -> tuple[str, ...]:
        """The references of all that it lists now, in the order in which they came to it."""
        return tuple(self._listed)

    @property
    def on(self) -> date:
        """The day of the last change; where there is none, the day that it begins from."""
        return max((change.on for change in self.history), default=self.begun_on)

    def area_of(self, family: str) -> str | None:
        """Where within the area a family lives; None where that is not known.

        Raises:
            InvalidValueError: It is not listed.
        """
        if not isinstance(family, str) or family not in self._listed:
            raise InvalidValueError("not_listed", field="family", value=REDACTED)
        return self._listed[family]

    @property
    def by_area(self) -> tuple[tuple[str | None, int], ...]:
        """How many families it lists now in each area; None for those whose area is not known."""
        found = Counter(self._listed.values())
        return tuple(sorted(found.items(), key=lambda pair: (pair[0] is None, pair[0] or "")))

    @property
    def counts(self) -> tuple[ChangeCount, ...]:
        """How many changes of each kind, for each reason, in each area; of a family that left, where it had lived."""
        listed = self._begun()
        found: Counter[tuple[Kind, str, str | None]] = Counter()
        for change in self.history:
            before = listed.get(change.family)
            area = before or change.area if change.kind == "remove" else change.area or before
            found[change.kind, change.reason, area] += 1
            apply(listed, change)
        return tuple(
            ChangeCount(kind=kind, reason=reason, area=area, families=number)
            for (kind, reason, area), number in found.items()
        )

    def table(self, language: str = "id") -> TableView:
        """How many changes there were of each kind, and how many families are listed before and after."""
        check_language(language)
        rows = [
            (
                SAID[each.kind].say(language),
                say_code(each.reason, REASONS, language),
                _NO_AREA.say(language) if each.area is None else each.area,
                locales.number(each.families, language),
            )
            for each in self.counts
        ]
        stands = {self.begun_on: len(self.begun_with), self.on: len(self.families)}
        return TableView(
            caption=f"{self.name}, {self.area}",
            header=tuple(word.say(language) for word in _HEADER),
            rows=rows,
            notes=[
                _THEN.say(language).format(locales.day(day, language), locales.number(number, language))
                for day, number in stands.items()
            ],
            numbers=(3,),
        )

    def __repr__(self) -> str:
        families, changes = counted(len(self.families), "family", "families"), counted(len(self.history), "change")
        return f"<Registry {self.name}, {self.area}, {self.on}: {families}, {changes}>"


def apply_changes(registry: Registry, changes: Iterable[Change | Mapping[str, Any]]) -> Registry:
    """The list after some changes, with them at the end of its history; the given one stays what it is.

    They are applied in the order in which they are given, each to what those before it left.

    Args:
        registry: The list.
        changes: The changes, or plain values that `Change.from_dict` reads, such as the rows of a table.

    Raises:
        RegistryError: One of them cannot be: a family that is listed already, or is not; a row that is no change. Every
            fault is among the `faults`, with its place, and nothing is applied.

    >>> registry = Registry(name="DTKS", area="Contoh", families=["f1"], on="2021-01-07")
    >>> added = Change(family="f2", kind="add", reason="newly_poor", on="2021-02-03", area="Desa Contoh")
    >>> after = apply_changes(registry, [added])
    >>> after.families, registry.families, after.area_of("f2")
    (('f1', 'f2'), ('f1',), 'Desa Contoh')
    """
    given = _instance(registry, "registry", Registry)
    before = given._listed  # pyright: ignore[reportPrivateUsage]
    listed, read = changed(before, _items(changes, "changes"), "changes")
    # A copy with its list filled in: to replay the whole history for each batch would take ever longer.
    made = copy.copy(given)
    fill_field(made, "history", (*given.history, *read))
    fill_field(made, "_listed", listed)
    return made


__all__ = ["ChangeCount", "Registry", "apply_changes"]
