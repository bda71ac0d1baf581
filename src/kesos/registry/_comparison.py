"""Two lists side by side: who came, who left, who lives elsewhere."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from kesos import _checks as checks
from kesos.errors import InvalidValueError
from kesos.records import Discreet, Tally
from kesos.registry._references import family_reference
from kesos.registry._registry import Registry
from kesos.values import TableView, Text
from kesos.values import _locales as locales
from kesos.values._areas import same_area
from kesos.values._display import Tabled
from kesos.values._texts import check_language

_HEADER = Text("Keluarga", "Families"), Text("KK", "Number")
_ROWS = {
    "added": Text("Ada pada daftar kedua saja", "On the second list only"),
    "removed": Text("Ada pada daftar pertama saja", "On the first list only"),
    "moved": Text("Pada keduanya, wilayahnya lain", "On both, in another area"),
    "kept": Text("Pada keduanya, wilayahnya sama", "On both, in the same area"),
}


_each = checks.private(checks.each)  # what these refuse with holds nothing of a person
_count = checks.private(checks.count)
_instance = checks.private(checks.instance)
_text = checks.private(checks.text)


def _added(families: Iterable[str]) -> tuple[str, ...]:
    return _each(family_reference, families, "added")


def _removed(families: Iterable[str]) -> tuple[str, ...]:
    return _each(family_reference, families, "removed")


def _moved(families: Iterable[str]) -> tuple[str, ...]:
    return _each(family_reference, families, "moved")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class RegistryComparison(Tabled, Discreet):
    """What two lists have in common.

    Args:
        name: What the lists are called.
        added: Who is on the second only.
        removed: Who is on the first only.
        moved: Who is on both, and in another area on the second, or in one that only one of them knows. An area that is
            written in another way ("Ds. Umpang" for "Desa Umpang") is no other.
        kept: How many are on both in the same area, or in none that either knows.
    """

    name: str
    added: tuple[str, ...] = attrs.field(converter=_added)
    removed: tuple[str, ...] = attrs.field(converter=_removed)
    moved: tuple[str, ...] = attrs.field(converter=_moved)
    kept: Tally

    def __attrs_post_init__(self) -> None:
        checks.settle(self, _text, "name")
        checks.settle(self, _count, "kept")

    def table(self, language: str = "id") -> TableView:
        """How many families each of these are."""
        check_language(language)
        numbers = {"added": len(self.added), "removed": len(self.removed), "moved": len(self.moved), "kept": self.kept}
        return TableView(
            caption=self.name,
            header=tuple(word.say(language) for word in _HEADER),
            rows=[(word.say(language), locales.number(numbers[row], language)) for row, word in _ROWS.items()],
            numbers=(1,),
        )

    def __repr__(self) -> str:
        numbers = f"{len(self.added)} added, {len(self.removed)} removed, {len(self.moved)} moved, {self.kept} kept"
        return f"<RegistryComparison {self.name}: {numbers}>"


def compare_registries(before: Registry, after: Registry) -> RegistryComparison:
    """What differs between two lists of one name and area, as they stand now.

    Raises:
        InvalidValueError: They are of another name or area.

    >>> one = Registry(name="DTKS", area="Contoh", families=["f1", "f2"], on="2021-01-07")
    >>> other = Registry(name="DTKS", area="Contoh", families=["f2", "f3"], on="2022-01-07")
    >>> compare_registries(one, other)
    <RegistryComparison DTKS: 1 added, 1 removed, 0 moved, 1 kept>
    """
    _instance(before, "before", Registry)
    _instance(after, "after", Registry)
    for field, is_one in (("name", before.name == after.name), ("area", same_area(before.area, after.area))):
        if not is_one:
            raise InvalidValueError("not_comparable.registries", field=field, value=getattr(after, field))
    first, second = set(before.families), set(after.families)
    both = [family for family in before.families if family in second]
    moved = tuple(family for family in both if not _same(before.area_of(family), after.area_of(family)))
    return RegistryComparison(
        name=before.name,
        added=tuple(family for family in after.families if family not in first),
        removed=tuple(family for family in before.families if family not in second),
        moved=moved,
        kept=len(both) - len(moved),
    )


def _same(one: str | None, other: str | None) -> bool:
    return one == other if one is None or other is None else same_area(one, other)


__all__ = ["RegistryComparison", "compare_registries"]
