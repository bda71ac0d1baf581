"""Several things as one table: a row for each, in the columns that its class knows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs

from kesos import _checks as checks
from kesos.errors import InvalidValueError
from kesos.values import _locales as locales
from kesos.values._display import TableView
from kesos.values._operators import Exact
from kesos.values._spans import Span
from kesos.values._tabulated import Shown, ShownRow, tabulated
from kesos.values._texts import Text, check_language

_GROUP = Text("Kelompok", "Group")
_ENTRY, _VALUE = Text("Uraian", "Entry"), Text("Nilai", "Value")
_ROWS = Text("baris", "rows")
_ROW = Text("baris", "row")
_NUMBERS = (Decimal, Fraction, Exact, Span)


def show(things: Any, language: str = "id", *, caption: str | None = None) -> TableView:
    """Things of kesos as one table: events, answers, refusals, findings, lines of a budget, quotas, and so on.

    A row stands for each; a last row, *Jumlah*, says what the columns that add up come to. Units stand in the head of a
    column where all agree. What has a table of its own is shown as that.

    Args:
        things: Several things; or groups of them, such as `Batch.totals` gives; or numbers by their names, such as a
            percentage for each indicator; or one that has a table.
        language: "id" or "en".
        caption: What stands over the table; left out, what it is a table of, or how many rows it has.

    Raises:
        InvalidValueError: One of them is nothing that can be shown; no such language.

    >>> from kesos.events import DisasterEvent
    >>> flood = DisasterEvent(hazard="banjir", place="Desa A", period="2017-02-25", families=215, people=860)
    >>> fire = DisasterEvent(hazard="kebakaran", place="Desa B", period="2017-03-02", families=1, people=4)
    >>> print(show([flood, fire]))
    Data kejadian bencana
    Bencana    Tempat  Waktu              KK  Jiwa  Kerusakan        Kerugian
    ---------  ------  ----------------  ---  ----  ---------------  ---------------
    Banjir     Desa A  25 Februari 2017  215   860  tidak diketahui  tidak diketahui
    Kebakaran  Desa B  2 Maret 2017        1     4  tidak diketahui  tidak diketahui
    ---------  ------  ----------------  ---  ----  ---------------  ---------------
    Jumlah                               216   864  tidak diketahui  tidak diketahui
    """
    check_language(language)
    own = _method(things, "overview") or _method(things, "table")  # a report has many tables, and one view of all
    if own is not None:
        return checks.instance(own(language), "things", TableView)
    rows: list[ShownRow] = []
    notes: list[str] = []
    kinds: dict[Text | None, None] = {}
    for field, label, thing in _each(things):
        told, beneath = _method(thing, "__row__"), _method(thing, "__beneath__")
        if told is None and label and (isinstance(thing, _NUMBERS) or hasattr(thing, "__index__")):
            value = thing if isinstance(thing, _NUMBERS) else checks.whole_number(thing, field)
            rows.append((Shown(_ENTRY, label[0].value), Shown(_VALUE, value)))
            kinds[None] = None
            continue
        if told is None and _method(thing, "table") is not None:
            raise InvalidValueError("nothing_to_show.table", field=field, value=thing)
        if told is None:
            raise InvalidValueError("nothing_to_show", field=field, value=thing)
        rows.append((*label, *told()))
        kinds[getattr(type(thing), "__several__", None)] = None
        notes += () if beneath is None else beneath(language)
    of_all = _method(things, "__beneath__")
    notes += () if of_all is None else of_all(language)
    adds = any(each.adds for row in rows for each in row)
    return tabulated(
        rows,
        language,
        caption=_caption(things, kinds, language, len(rows)) if caption is None else checks.text(caption, "caption"),
        notes=notes,
        total=adds and len(rows) > 1,
    )


def _caption(things: Any, kinds: Mapping[Text | None, None], language: str, many: int) -> str:
    """What the table is of, where its things say so of themselves; else how many rows it has."""
    of_all = _method(things, "__caption__")
    if of_all is not None:
        return checks.text(of_all(language), "caption")
    (several, *others) = kinds or (None,)
    if several is not None and not others:
        return several.say(language)
    return f"{locales.number(many, language)} {(_ROW if many == 1 else _ROWS).say(language)}"


class Rowed:
    """What is one row among several shows itself alone, in a notebook, as a table of that row."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        return show([self]).html()


def _method(thing: Any, name: str) -> Callable[..., Any] | None:
    """A method of a thing, where it has one; a class has none of its own."""
    method: Any = None if isinstance(thing, type) else getattr(thing, name, None)
    return method if callable(method) else None


def _each(things: Any) -> Iterator[tuple[str, ShownRow, Any]]:
    """Each thing with its place and what stands before its row: the name of its group, where it has one."""
    if isinstance(things, Mapping):
        for group, thing in things.items():
            name = group if group is None or attrs.has(type(group)) else str(group)
            yield f"things[{group!r}]", (Shown(_GROUP, name),), thing
        return
    given: Iterable[Any] = checks.each_of(things, "things")
    for at, thing in enumerate(given):
        yield f"things[{at}]", (), thing


__all__ = ["Rowed", "show"]
