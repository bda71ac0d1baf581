"""How the rows of one kind of table are read: what each needs, and what is made of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs

from kesos._sheets._accounts import Code
from kesos._sheets._fields import Field
from kesos.values import Citation

Values = dict[str, Any]
"""What the cells of a row mean, by the code of the field."""


@attrs.frozen
class Plan:
    """How the rows of one kind of table are read.

    Args:
        fields: The fields that it has.
        name: The field that names a row, in whose cell a total says that it is one.
        needed: The fields without which a row is none.
        make: Makes the object of a row.
        group: What the words of a group give the rows under it, if anything.
        figures: The fields of which a row has one at least; without any it heads the rows under it. Empty where a row
            needs none.
        flat: Whether a row without any of them is a row like the others, its figures not known, unless something else
            says that it heads them.
        private: Whether cells tell something about a person, and no refusal may show one.
        kept: What a rejected row keeps of the cell of a field, if only some of it may be kept; cells of columns that no
            field is read from are then not kept at all.
        doubled: Whether two rows that say the same are two things.
        nested: The field whose codes say which rows add up others; empty where none does.
        outlined: Whether the numbers of rows say so where no field does: 1 and 2 are parts of the I above them.
        within: The code under which the rows lie that are asked for; empty for all.
        grouping: The fields by which rows are grouped, where a blank below a filled cell may repeat it.
        fitting: Whether the figures of a total have to fit each other as those of a row do.
        whole: The area that all rows are of together, where the first or the last row may tell its figures by its name.
    """

    fields: tuple[Field, ...]
    name: str
    needed: tuple[str, ...]
    make: Callable[[Values], Any]
    group: Callable[[str], Values] = lambda words: {}
    figures: tuple[str, ...] = ()
    flat: bool = False
    private: bool = False
    kept: Callable[[str, object], object] | None = None
    doubled: bool = False
    nested: str = ""
    outlined: bool = False
    within: Code = ()
    grouping: tuple[str, ...] = ()
    fitting: bool = False
    whole: str = ""


def cited(values: Values, of: str) -> Citation | None:
    """The source that the cells of a row name, if any."""
    names = ("regulation", "locator", "quoted_in", "known", "table", "row", "column")
    given = {name: value for name in names if (value := values.get(f"{of}.{name}")) is not None}
    return Citation(**given) if given else None


__all__ = ["Plan", "Values", "cited"]
