"""A grid: the rows of cells of one sheet or frame, each with what its row is called there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs

Label = int | str
"""How a row is called: its number in the spreadsheet, counted from one, or the label of a frame's index."""
Merged = tuple[int, int, int, int]
"""A range of cells that are one: first and last row, first and last column, counted from zero."""


@attrs.frozen(eq=False, repr=False)
class Grid:
    """The rows of a sheet or a frame.

    Args:
        rows: The cells of each row; rows may be of any length.
        name: What the sheet is called; empty where it has no name.
        labels: What each row is called; None where they are numbered from one.
        merged: Which cells are one.
        is_sheet: Whether its cells have addresses in a spreadsheet, such as Q18.
        is_one_of_several: Whether rows of other sheets stand beside its own, so that each is called by its sheet too.
        is_separated: Whether its cells are parted by a mark that may stand in them too, as in a CSV file.
        is_hidden: Whether it is a sheet that nobody sees who opens the workbook, and nobody asked for.
        hidden_rows: The rows that nobody sees in it, counted from zero.
        hidden_columns: The columns that nobody sees in it.
    """

    rows: Sequence[Sequence[object]]
    name: str = ""
    labels: Sequence[Label] | None = None
    merged: tuple[Merged, ...] = ()
    is_sheet: bool = False
    is_one_of_several: bool = False
    is_separated: bool = False
    is_hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()

    def label(self, at: int) -> Label:
        """What a row is called.

        >>> Grid([[1]], "LRA 2024", is_one_of_several=True).label(0)
        "'LRA 2024'!1"
        """
        if self.is_one_of_several:
            return f"{self._named()}{at + 1}"
        return at + 1 if self.labels is None else self.labels[at]

    def address(self, at: int, first: int, last: int | None = None, lowest: int | None = None) -> str | None:
        """What a spreadsheet calls the cell in a row and a column, or the cells up to last ones; None outside of one.

        >>> Grid([], "LRA 2024", is_sheet=True).address(17, 16), Grid([], is_sheet=True).address(0, 25, 26)
        ("'LRA 2024'!Q18", 'Z1:AA1')
        """
        if not self.is_sheet:
            return None
        corner = first if last is None else last, at if lowest is None else lowest
        cells = [f"{_letters(column)}{row + 1}" for column, row in ((first, at), corner)]
        return f"{self._named()}{':'.join(dict.fromkeys(cells))}"

    def _named(self) -> str:
        """The sheet as a spreadsheet has it before an address."""
        if not self.name:
            return ""
        return (self.name if self.name.isalnum() else "'" + self.name.replace("'", "''") + "'") + "!"


def with_cells(row: Sequence[object], cells: Mapping[int, object]) -> Sequence[object]:
    """A row with these cells in their places.

    >>> with_cells(["A"], {2: 7}), with_cells(["A", None], {1: "B"})
    (['A', None, 7], ['A', 'B'])
    """
    width = max((len(row), *(place + 1 for place in cells)))
    return [cells.get(at, row[at] if at < len(row) else None) for at in range(width)]


def _letters(column: int) -> str:
    before, letter = divmod(column, 26)
    return f"{_letters(before - 1) if before else ''}{chr(ord('A') + letter)}"
