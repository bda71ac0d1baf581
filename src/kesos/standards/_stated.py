"""Everything that a standard says, clause by clause, in words and with its sources.

Each field of a standard has its entry in `CLAUSES_OF`, but for what only names it (its code, its title, its source). A
clause also holds, by the keys of a file, all that it says but for where it says so: what two clauses say alike in words
and not by their keys is told by the keys, so that nothing that changes what a standard says is taken for no change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Literal, NamedTuple

from kesos.records import Plain, to_plain
from kesos.standards._by_keys import by_keys, differing
from kesos.standards._in_words import (
    Whole,
    about,
    also_called,
    beyond,
    classes_of,
    counted_by,
    covered,
    granted,
    in_a_row,
    in_both,
    listed,
    own_days,
    subject,
    values_of,
    worded,
)
from kesos.standards._items import Item, Package
from kesos.values import Citation, Text

ClauseKind = Literal[
    "validity", "covers", "window", "beyond", "package", "priority", "judged", "item", "item_window", "in_kind",
    "count", "axis", "index", "hazard", "reading", "not_covered",
]  # fmt: skip
CLAUSES: dict[ClauseKind, Text] = {
    "validity": Text("masa berlaku", "validity"),
    "covers": Text("cakupan", "covers"),
    "window": Text("jangka waktu", "days"),
    "beyond": Text("jangka waktu selain itu", "other days"),
    "package": Text("paket", "package"),
    "priority": Text("didahulukan", "comes first"),
    "judged": Text("kebutuhan yang dinilai", "need that is judged"),
    "item": Text("bantuan", "item"),
    "item_window": Text("jangka waktu bantuan", "days of the item"),
    "in_kind": Text("dalam bentuk natura", "in kind"),
    "count": Text("yang dihitung", "count"),
    "axis": Text("pembeda", "classes"),
    "index": Text("indeks", "index"),
    "hazard": Text("jenis bencana", "hazard"),
    "reading": Text("penafsiran", "reading"),
    "not_covered": Text("tidak diatur", "not covered"),
}
IDENTITY = ("code", "title", "source")
"""What names a standard and is none of its clauses."""


class Said(NamedTuple):
    """One clause.

    Args:
        name: What it is about.
        words: What it says.
        more: What it says besides, which a comparison shows only where it differs.
        exact: All of it by the keys of a file, without its sources.
        source: Where it says so.
    """

    name: Text
    words: Text
    more: Text | None
    exact: Plain
    source: Citation | None

    def in_full(self) -> Text:
        """All that it says in words."""
        return in_a_row([self.words, self.more]) or self.words


Found = Iterator[tuple[ClauseKind, str, Said]]


def _validity(standard: Whole) -> Found:
    it = standard.validity
    yield "validity", "validity", Said(CLAUSES["validity"], in_both(it.say), None, by_keys(it), it.citation)


def _covers(standard: Whole) -> Found:
    if standard.covers:
        exact = {"covers": standard.covers if isinstance(standard.covers, str) else sorted(standard.covers)}
        yield "covers", "covers", Said(CLAUSES["covers"], covered(standard), None, exact, None)


def _windows(standard: Whole) -> Found:
    for window in standard.windows:
        days = in_both(partial(window.say, brief=True))
        exact = by_keys(window, but=("hazards",))
        for code in window.hazards:
            yield "window", code, Said(standard.hazard(code).name, days, None, exact, window.citation)


def _durations(standard: Whole) -> Found:
    it = standard.durations
    if it is not None:
        yield "beyond", "beyond", Said(CLAUSES["beyond"], beyond(it), None, by_keys(it), it.citation)


def _packages(standard: Whole) -> Found:
    for package in standard.packages:
        yield from _package(package)
        for item in package.items:
            yield from _item(item, standard)


def _package(package: Package) -> Found:
    name = package.name
    exact = by_keys(package, but=("items", "priority", "judged")) | {"items": [item.code for item in package.items]}
    holds = listed(item.name for item in package.items)
    yield "package", package.code, Said(name, holds, subject(package), exact, None)
    if package.priority is not None:
        exact = {"priority": to_plain(package.priority)}
        yield "priority", package.code, Said(name, package.priority, None, exact, None)
    judged = package.judged
    if judged is not None:
        said = Said(name, judged.need, about(judged), by_keys(judged), judged.citation)
        yield "judged", package.code, said


def _item(item: Item, standard: Whole) -> Found:
    exact = by_keys(item, but=("window", "in_kind"))
    yield "item", item.code, Said(item.name, granted(item, standard), worded(item), exact, item.citation)
    days = own_days(item)
    if days is not None:
        exact = {"window": by_keys(item)["window"]}
        yield "item_window", item.code, Said(item.name, days, None, exact, item.citation)
    if item.in_kind:
        exact = {"in_kind": to_plain(item.in_kind)}
        kinds = listed(kind.name for kind in item.in_kind)
        yield "in_kind", item.code, Said(item.name, kinds, None, exact, item.citation)


def _counts(standard: Whole) -> Found:
    for count in standard.counts:
        yield "count", count.code, Said(count.name, counted_by(count, standard), None, by_keys(count), count.citation)


def _axes(standard: Whole) -> Found:
    for axis in standard.axes:
        yield "axis", axis.code, Said(axis.name, classes_of(axis), None, by_keys(axis), axis.citation)


def _indices(standard: Whole) -> Found:
    for index in standard.indices:
        yield "index", index.code, Said(index.name, values_of(index, standard), None, by_keys(index), index.citation)


def _hazards(standard: Whole) -> Found:
    for hazard in standard.hazards:
        exact = {"name": to_plain(hazard.name), "words": list(hazard.words)}
        yield "hazard", hazard.code, Said(hazard.name, also_called(hazard.words) or hazard.name, None, exact, None)


def _readings(standard: Whole) -> Found:
    for it in standard.readings:
        name, read_as = standard.hazard(it.hazard).name, standard.hazard(it.read_as).name
        yield "reading", it.hazard, Said(name, read_as, it.reason, by_keys(it), it.citation)


def _not_covered(standard: Whole) -> Found:
    """By hazard; nothing keeps two notes from speaking of one."""
    for code in dict.fromkeys(code for each in standard.not_covered for code in each.hazards):
        notes = [each for each in standard.not_covered if code in each.hazards]
        exact = {"notes": [by_keys(each, but=("hazards",)) for each in notes]}
        words = in_a_row(each.note for each in notes) or notes[0].note
        yield "not_covered", code, Said(standard.hazard(code).name, words, None, exact, notes[0].citation)


CLAUSES_OF: Mapping[str, Callable[[Whole], Found]] = {
    "validity": _validity,
    "covers": _covers,
    "windows": _windows,
    "durations": _durations,
    "packages": _packages,
    "counts": _counts,
    "axes": _axes,
    "indices": _indices,
    "hazards": _hazards,
    "readings": _readings,
    "not_covered": _not_covered,
}
"""The clauses of each field of a standard, in the order in which they are told."""


def clauses_of(standard: Whole) -> dict[tuple[ClauseKind, str], Said]:
    """Its clauses by kind and by the code of what they are about."""
    return {(kind, code): said for of in CLAUSES_OF.values() for kind, code, said in of(standard)}


def stated(standard: Whole) -> list[tuple[Text, Text, Citation | None]]:
    """The same in full, with what each is about in its name."""
    return [(named(kind, said.name), said.in_full(), said.source) for (kind, _), said in clauses_of(standard).items()]


def named(kind: ClauseKind, name: Text) -> Text:
    """A clause by its kind and by what it is about."""
    if CLAUSES[kind] == name:
        return name
    return in_both(lambda language: f"{CLAUSES[kind].say(language)}: {name.say(language)}")


def told_apart(one: Said, other: Said) -> tuple[Text, Text]:
    """What two clauses say, with as much besides as tells them apart where they are not the same.

    Their names come before where they differ, what they say besides comes after where that differs, and the keys of a
    file where the words are still the same and what they say is not.
    """
    texts = (one.words, other.words)
    if one.more != other.more:
        texts = (one.in_full(), other.in_full())
    if one.name != other.name:
        texts = (_titled(one.name, texts[0]), _titled(other.name, texts[1]))
    if texts[0] != texts[1] or one.exact == other.exact:
        return texts
    keys = differing(one.exact, other.exact)
    return _keyed(texts[0], keys[0]), _keyed(texts[1], keys[1])


def _titled(name: Text, words: Text) -> Text:
    return in_both(lambda language: f"{name.say(language)}: {words.say(language)}")


def _keyed(words: Text, keys: str) -> Text:
    return in_both(lambda language: f"{words.say(language)} [{keys}]") if keys else words


__all__ = ["CLAUSES", "CLAUSES_OF", "IDENTITY", "ClauseKind", "Said", "clauses_of", "named", "stated", "told_apart"]
