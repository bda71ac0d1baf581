"""Guesses that are alike, as one: what somebody confirms or puts aside at a stroke."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from kesos import _checks as checks
from kesos.errors import InvalidValueError
from kesos.reports._relation import KIND, PLACE, SUPPOSED, Relation, kind_word, place_in, whole_table
from kesos.values import Citation, Text
from kesos.values._showing import Rowed
from kesos.values._tabulated import Shown, ShownRow
from kesos.values._texts import check_language

_COUNT = Text("Banyaknya", "How many")
_MANY = Text("{guess} ({count} hubungan)", "{guess} ({count} relations)")


def _relations(relations: Iterable[Relation]) -> tuple[Relation, ...]:
    found = checks.items(relations, "relations", Relation)
    if not found or any(each.guess is None for each in found):
        raise InvalidValueError("missing", field="relations", value=found)
    return found


@attrs.frozen(repr=False)
class GuessGroup(Rowed):
    """Guesses of one kind, in one table, that are supposed for one reason, such as what a column is in each row.

    Args:
        relations: At least one, each with its `guess`, in the order of the report.
    """

    relations: tuple[Relation, ...] = attrs.field(converter=_relations)

    @property
    def guess(self) -> Text:
        """Why they are supposed."""
        return self.relations[0].guess or Text("", "")

    def message(self, language: str = "id") -> str:
        """Why they are supposed, as a sentence, and how many they are."""
        said = self.guess.say(check_language(language))
        return said if len(self) == 1 else _MANY.say(language).format(guess=said, count=len(self))

    def __row__(self) -> ShownRow:
        first, *more = self.relations
        place = whole_table if more else place_in  # all of them are in one table
        return (
            Shown(KIND, kind_word(type(first))),
            Shown(PLACE, place(first.source)),
            Shown(SUPPOSED, self.guess),
            Shown(_COUNT, len(self)),
        )

    def __iter__(self) -> Iterator[Relation]:
        return iter(self.relations)

    def __len__(self) -> int:
        return len(self.relations)

    def __repr__(self) -> str:
        return f"<{len(self)} × {type(self.relations[0]).__name__}: {self.guess.en}>"


def grouped_guesses(guesses: Iterable[Relation]) -> tuple[GuessGroup, ...]:
    """Guesses in groups, in the order in which each begins."""
    groups: dict[tuple[object, ...], list[Relation]] = {}
    for each in guesses:
        source = each.source
        table = source.table if isinstance(source, Citation) else None
        groups.setdefault((type(each), table, each.guess), []).append(each)
    return tuple(map(GuessGroup, groups.values()))
