"""The hazards of a standard in groups that it serves alike, and the group of every word that people write for one."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property, lru_cache

import attrs

from kesos.errors import UnknownHazardError
from kesos.hazards import HAZARDS, Hazard
from kesos.standards import AidStandard, Days
from kesos.values._texts import fold

NOT_COVERED, UNKNOWN, MISSING = -1, -2, -3
"""The groups of what the standard does not serve, of a word for no hazard, and of no word."""
Window = tuple[int, int, int | None] | None


def _key(window: Days | None) -> Window:
    return None if window is None else (window.minimum, window.maximum, window.extended)


@attrs.frozen(eq=False)
class Hazards:
    """The groups of a standard's hazards: those with one window are served alike."""

    standard: AidStandard

    @cached_property
    def windows(self) -> tuple[Days | None, ...]:
        """The window of each group; None where the standard has none for it."""
        served = [self.standard.window_for(each) for each in self._known if self.standard.covers_hazard(each)]
        return tuple({_key(window): window for window in served}.values()) or (None,)

    @cached_property
    def _known(self) -> tuple[Hazard, ...]:
        own = {hazard.code for hazard in self.standard.hazards}
        return (*self.standard.hazards, *(each for each in HAZARDS if each.code not in own))

    @cached_property
    def _place(self) -> dict[Window, int]:
        return {_key(window): at for at, window in enumerate(self.windows)}

    def group_of(self, word: str) -> int:
        """The group of a word, read as the scalar function reads it."""
        try:
            hazard = self.standard.hazard(word)
        except UnknownHazardError:
            return UNKNOWN
        if not self.standard.covers_hazard(hazard):
            return NOT_COVERED
        return self._place[_key(self.standard.window_for(hazard))]

    @cached_property
    def spellings(self) -> dict[str, int]:
        """The words as they are most often written, and their groups: almost every row has one of these.

        Any other row has one of them once it is in lower case and with single blanks, or a word for no hazard.
        """
        spelt = dict.fromkeys(
            form
            for each in self._known
            for word in each.all_words
            for form in (fold(word), word, word.upper(), word.capitalize(), word.title())
        )
        return {word: self.group_of(word) for word in spelt}

    def groups_of(self, words: Iterable[str | None]) -> list[int]:
        """The group of each of some words."""
        known = self.spellings
        return [MISSING if word is None else known[word] if word in known else self.group_of(word) for word in words]


@lru_cache(maxsize=16)
def hazards_of(standard: AidStandard) -> Hazards:
    """The groups of a standard's hazards, kept: to read some hundred words takes longer than a small frame."""
    return Hazards(standard)


__all__ = ["MISSING", "NOT_COVERED", "UNKNOWN", "Hazards", "Window", "hazards_of"]
