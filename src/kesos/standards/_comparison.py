"""Two standards side by side, clause by clause, with what either leaves unsaid."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Literal

import attrs

from kesos import _checks as checks
from kesos.records import check_fields
from kesos.standards._items import Item
from kesos.standards._standard import AidStandard
from kesos.values import LANGUAGES, Citation, TableView, Text
from kesos.values._display import Tabled
from kesos.values._texts import check_language

ClauseKind = Literal["validity", "window", "item", "reading"]

_UNSAID = Text("tidak disebut", "unsaid")
_CLAUSE = Text("Ketentuan", "Clause")
_RESULT = Text("Hasil", "Result")
_SAME = Text("Sama", "Same")
_DIFFERS = Text("Berbeda", "Different")
_CLAUSES = {
    "validity": Text("masa berlaku", "validity"),
    "window": Text("jangka waktu", "days"),
    "item": Text("bantuan", "item"),
    "reading": Text("penafsiran", "reading"),
}


@attrs.frozen(kw_only=True)
class Difference:
    """What two standards say of one thing.

    Args:
        clause: What kind of thing it is.
        code: The code of the item or hazard.
        name: What it is called.
        first: What the first standard says; None where it says nothing.
        second: What the second says; None where it says nothing.
        sources: Where each says it.
    """

    clause: ClauseKind
    code: str
    name: Text
    first: Text | None
    second: Text | None
    sources: tuple[Citation | None, Citation | None]

    @property
    def same(self) -> bool:
        """Whether both say the same."""
        return self.first == self.second


@attrs.frozen(kw_only=True)
class Comparison(Tabled):
    """Everything that either of two standards says, side by side.

    >>> from kesos.values import Quantity
    >>> from kesos.standards import PEDUM_2003
    >>> more = PEDUM_2003.evolve(code="more", source="a proposal", rates={"rice": Quantity(500, "g")})
    >>> [difference.code for difference in compare_standards(PEDUM_2003, more).changes]
    ['rice']
    """

    first: AidStandard
    second: AidStandard
    clauses: tuple[Difference, ...]

    def __attrs_post_init__(self) -> None:
        check_fields(self)

    @property
    def changes(self) -> tuple[Difference, ...]:
        """The clauses in which they differ."""
        return tuple(clause for clause in self.clauses if not clause.same)

    @property
    def unsaid(self) -> tuple[Difference, ...]:
        """The clauses of which one of them says nothing."""
        return tuple(clause for clause in self.clauses if clause.first is None or clause.second is None)

    def table(self, language: str = "id") -> TableView:
        """The clauses as a table."""
        check_language(language)
        rows = [
            (
                _named(clause, language),
                (clause.first or _UNSAID).say(language),
                (clause.second or _UNSAID).say(language),
                (_SAME if clause.same else _DIFFERS).say(language),
            )
            for clause in self.clauses
        ]
        return TableView(
            caption=f"{self.first.code} – {self.second.code}",
            header=(_CLAUSE.say(language), self.first.code, self.second.code, _RESULT.say(language)),
            rows=tuple(rows),
            notes=tuple(f"{each.code}: {each.title.say(language)}" for each in (self.first, self.second)),
        )


def compare_standards(first: AidStandard, second: AidStandard) -> Comparison:
    """Two standards clause by clause: validity, windows by hazard, items by code, readings.

    Raises:
        InvalidValueError: One of them is not a standard.
    """
    for field, standard in (("first", first), ("second", second)):
        checks.instance(standard, field, AidStandard)
    found = [_clauses(standard) for standard in (first, second)]
    keys = [*found[0], *(key for key in found[1] if key not in found[0])]
    clauses = [_difference(key, found[0].get(key), found[1].get(key)) for key in keys]
    return Comparison(first=first, second=second, clauses=tuple(clauses))


Said = tuple[Text, Text, Citation]


def _difference(key: tuple[ClauseKind, str], first: Said | None, second: Said | None) -> Difference:
    (name, _, _) = next(each for each in (first, second) if each is not None)
    return Difference(
        clause=key[0],
        code=key[1],
        name=name,
        first=None if first is None else first[1],
        second=None if second is None else second[1],
        sources=(None if first is None else first[2], None if second is None else second[2]),
    )


def _clauses(standard: AidStandard) -> dict[tuple[ClauseKind, str], Said]:
    validity = standard.validity
    clauses: dict[tuple[ClauseKind, str], Said] = {
        ("validity", "validity"): (_CLAUSES["validity"], _text(validity.say), validity.citation)
    }
    for window in standard.windows:
        days = _text(partial(window.say, brief=True))
        for code in window.hazards:
            clauses["window", code] = (standard.hazard(code).name, days, window.citation)
    for item in standard.items:
        clauses["item", item.code] = (item.name, _text(partial(_granted, standard, item)), item.citation)
    for reading in standard.readings:
        read_as = standard.hazard(reading.read_as).name
        clauses["reading", reading.hazard] = (standard.hazard(reading.hazard).name, read_as, reading.citation)
    return clauses


def _granted(standard: AidStandard, item: Item, language: str) -> str:
    """What is granted, by which count and, where the item's words say so, to whom."""
    own = next((count.name for count in standard.counts if count.code == item.per), None)
    said = item.say(language, per=own)
    return said if item.suits is None or item.suits.is_open else f"{said}; {item.suits.say(language)}"


def _text(say: Callable[[str], str]) -> Text:
    return Text(**{language: say(language) for language in LANGUAGES})


def _named(clause: Difference, language: str) -> str:
    kind, name = _CLAUSES[clause.clause].say(language), clause.name.say(language)
    return kind if kind == name else f"{kind}: {name}"


__all__ = ["ClauseKind", "Comparison", "Difference", "compare_standards"]
