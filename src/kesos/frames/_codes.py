"""The hazard of a row as a number, for engines that are asked in SQL."""

from __future__ import annotations

import attrs


@attrs.frozen
class Codes:
    """Codes of hazards in which the groups lie one after the other: of each group the first code after it.

    What differs by group is then told by a comparison or two, without a column of groups.
    """

    ends: dict[int, int]

    def runs(self, numbers: tuple[int, ...]) -> list[tuple[int, int]]:
        """The numbers of a table in the order of codes, each with the first code that has it no more."""
        runs: list[tuple[int, int]] = []
        for group, end in self.ends.items():
            if runs and runs[-1][0] == numbers[group]:
                del runs[-1]
            runs.append((numbers[group], end))
        return runs


__all__ = ["Codes"]
