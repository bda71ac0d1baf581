"""The parts of a standard in words: what it grants and to whom, and what it counts by that is its own.

What is brief stands in a row of a comparison; what is more stands with it where the whole standard is shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Protocol

from kesos.counts import Count
from kesos.counts._class_words import say_axis, say_class
from kesos.hazards import Hazard
from kesos.standards._axes import Axis, Index
from kesos.standards._clauses import Durations, Validity
from kesos.standards._coherence import Clauses
from kesos.standards._items import Item, Package
from kesos.standards._saying import say
from kesos.standards._selective import Judged
from kesos.values import LANGUAGES, Text

_ANY = Text("semua jenis bencana", "any hazard")
_OPEN = Text("sumber tidak menyebut lamanya", "the source gives no number of days")
_BEYOND = {
    "decision": Text("atas keputusan pejabat", "by an official's decision"),
    "refused": Text("tidak diperbolehkan", "not allowed"),
}


class Whole(Clauses, Protocol):
    """A standard, as far as its clauses are said."""

    @property
    def validity(self) -> Validity: ...
    @property
    def durations(self) -> Durations | None: ...
    @property
    def names(self) -> Mapping[str, Text]: ...
    def hazard(self, hazard: Hazard | str) -> Hazard:
        """The hazard of this code."""
        ...


def in_both(words: Callable[[str], str]) -> Text:
    """What is said in each language."""
    return Text(**{language: words(language) for language in LANGUAGES})


def in_a_row(parts: Iterable[Text | None]) -> Text | None:
    """What is said one after the other; None where nothing is."""
    given = [part for part in parts if part is not None]
    return in_both(lambda language: "; ".join(part.say(language) for part in given)) if given else None


def listed(names: Iterable[Text]) -> Text:
    """Names with commas between; a dash where there are none."""
    each = tuple(names)
    return in_both(lambda language: ", ".join(name.say(language) for name in each) or "–")


def covered(standard: Whole) -> Text:
    """Which hazards it serves by what it says that it covers."""
    if isinstance(standard.covers, str):
        return _ANY
    return listed(standard.hazard(code).name for code in sorted(standard.covers or ()))


def beyond(durations: Durations) -> Text:
    """What holds for days outside its windows, and the words for it."""
    return in_both(lambda language: f"{_BEYOND[durations.beyond].say(language)}: {durations.note.say(language)}")


def granted(item: Item, standard: Whole) -> Text:
    """What is granted, by which count and, where the item's words say so, to whom."""
    own = next((count.name for count in standard.counts if count.code == item.per), None)
    rate = in_both(lambda language: item.say(language, per=own, names=standard.names))
    if item.suits is None or item.suits.is_open:
        return rate
    suits = item.suits
    return in_both(lambda language: f"{rate.say(language)}; {suits.say(language)}")


def worded(item: Item) -> Text | None:
    """The words that say for whom an item is, where they are more than its name, and how they are read."""
    if item.suits is None:
        return None
    words = item.suits.words
    written = (
        None if words in (None, item.name.id) else in_both(lambda language: say("clause.worded", language, words=words))
    )
    return in_a_row([written, *(in_both(reading.say) for reading in item.suits.readings)])


def own_days(item: Item) -> Text | None:
    """For how many days an item is given that has a window of its own."""
    window = item.window
    if window is None or isinstance(window, str):
        return None if window is None else _OPEN
    return in_both(partial(window.say, brief=True))


def subject(package: Package) -> Text | None:
    """What a package is about, where that is not its code."""
    if package.subject is None:
        return None
    return in_both(lambda language: say("clause.subject", language, subject=package.subject))


def about(judged: Judged) -> Text | None:
    """What a need is about, where its package's name does not say it."""
    if judged.about is None:
        return None
    return in_both(lambda language: say("clause.about", language, about=judged.about))


def also_called(words: tuple[str, ...]) -> Text | None:
    """What else people write for it."""
    return in_both(lambda language: say("clause.words", language, words=", ".join(words))) if words else None


def counted_by(count: Count, standard: Whole) -> Text:
    """What a count is a part of, by what it is told apart, in which unit, and the most that it can be."""
    parts = (_whole_of(count, standard), *(_told_by(*axis) for axis in count.axis), _measured(count), _most(count))
    by_itself = in_both(lambda language: say("clause.count.by_itself", language))
    return in_a_row([*parts, also_called(count.words)]) or by_itself


def _whole_of(count: Count, standard: Whole) -> Text | None:
    if count.part_of is None:
        return None
    own = next((each for each in standard.counts if each.code == count.part_of), None)
    whole = Count.of(count.part_of) if own is None else own
    return in_both(lambda language: say("clause.count.of", language, whole=whole.name))


def _told_by(axis: str, classes: tuple[str, ...] | None) -> Text:
    if classes is None:
        return in_both(lambda language: say("clause.count.number", language, axis=say_axis(axis, language)))
    return in_both(
        lambda language: say(
            "clause.count.axis",
            language,
            axis=say_axis(axis, language),
            classes=[say_class(axis, each, language) for each in classes],
        )
    )


def _measured(count: Count) -> Text | None:
    return None if count.unit is None else in_both(lambda language: say("clause.count.unit", language, unit=count.unit))


def _most(count: Count) -> Text | None:
    most = count.most
    if most is None:
        return None
    return in_both(lambda language: say("clause.count.most", language, amount=most.amount, each=most.each))


def classes_of(axis: Axis) -> Text:
    """Whose classes a rate depends on, and which they are."""
    if axis.of == "event":
        return in_both(lambda language: say("clause.of_event", language, classes=axis.values))
    months = [f"{name} ({', '.join(str(number) for number in numbers)})" for name, numbers in axis.months.months]
    return in_both(lambda language: say("clause.of_date", language, classes=months))


def values_of(index: Index, standard: Whole) -> Text:
    """In which unit an index is set, for which period, and what it is from when."""

    def words(language: str) -> str:
        unit = index.unit.say(language)
        said = [unit if index.per is None else say("clause.index.per", language, unit=unit, per=index.per)]
        if index.given is not None:
            said.append(say("clause.index.given", language))
        return "; ".join(
            [*said, *(value.row.say(index.unit, language, names=standard.names) for value in index.values)]
        )

    return in_both(words)


__all__ = [
    "Whole",
    "about",
    "also_called",
    "beyond",
    "classes_of",
    "counted_by",
    "covered",
    "granted",
    "in_a_row",
    "in_both",
    "listed",
    "own_days",
    "subject",
    "values_of",
    "worded",
]
