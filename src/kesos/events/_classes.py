"""The classes that an event is of, which the rates of a standard may depend on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import attrs

from kesos import _checks as checks
from kesos.errors import InvalidValueError, UnknownItemError
from kesos.records import Recorded


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


NO_TRAITS = Traits()


def traits_of(traits: Mapping[str, str] | None) -> Traits:
    """Traits from a mapping, or none."""
    return NO_TRAITS if traits is NO_TRAITS else Traits.of(traits)  # most events have none
