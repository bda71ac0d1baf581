"""Two standards side by side, clause by clause, with what either leaves unsaid."""

from __future__ import annotations

from typing import cast

import attrs

from kesos import _checks as checks
from kesos.records import check_fields
from kesos.standards._in_words import Whole
from kesos.standards._standard import AidStandard
from kesos.standards._stated import ClauseKind, Said, clauses_of, named, told_apart
from kesos.values import Citation, TableView, Text
from kesos.values._display import Tabled
from kesos.values._texts import check_language

_UNSAID = Text("tidak disebut", "unsaid")
_CLAUSE = Text("Ketentuan", "Clause")
_RESULT = Text("Hasil", "Result")
_SAME = Text("Sama", "Same")
_DIFFERS = Text("Berbeda", "Different")


@attrs.frozen(kw_only=True)
class Difference:
    """What two standards say of one thing.

    Args:
        clause: What kind of thing it is.
        code: The code of what it is about: an item, a hazard, a package, a count.
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
                named(clause.clause, clause.name).say(language),
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
    """Two standards clause by clause: everything that either says, whichever clause it stands in.

    What names a standard (its code, its title, its source) is no clause; where a clause says something is beside it,
    in `sources`, and is no change of what it says.

    Raises:
        InvalidValueError: One of them is not a standard.
    """
    for field, standard in (("first", first), ("second", second)):
        checks.instance(standard, field, AidStandard)
    found = [clauses_of(cast(Whole, standard)) for standard in (first, second)]
    keys = [*found[0], *(key for key in found[1] if key not in found[0])]
    clauses = [_difference(key, found[0].get(key), found[1].get(key)) for key in keys]
    return Comparison(first=first, second=second, clauses=tuple(clauses))


def _difference(key: tuple[ClauseKind, str], first: Said | None, second: Said | None) -> Difference:
    kind, code = key
    says: tuple[Text | None, Text | None] = (first and first.words, second and second.words)
    if first is not None and second is not None:
        says = told_apart(first, second)
    return Difference(
        clause=kind,
        code=code,
        name=next(each.name for each in (first, second) if each is not None),
        first=says[0],
        second=says[1],
        sources=(first and first.source, second and second.source),
    )


__all__ = ["ClauseKind", "Comparison", "Difference", "compare_standards"]
