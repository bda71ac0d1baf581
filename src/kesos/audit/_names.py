"""Rules on words: one name spelt in two ways, short forms, groups, titles and headings, words printed twice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from kesos.audit._findings import Finding
from kesos.audit._rule import Subject, finding
from kesos.audit._saying import places, quoted
from kesos.reports import Abbreviation, Classed, Name, SameName
from kesos.values import Printed, Text

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BRACKETS = re.compile(r"\([^()]*\)")
_MOST_REPEATED = 6


def _flat(text: str) -> str:
    return " ".join(text.split())


def _forms(cells: Iterable[Printed]) -> list[tuple[str, list[Printed]]]:
    """The cells by what they print, the commonest first."""
    forms: dict[str, list[Printed]] = {}
    for cell in cells:
        forms.setdefault(_flat(cell.text), []).append(cell)
    return sorted(forms.items(), key=lambda form: -len(form[1]))


def _listed(forms: Iterable[tuple[str, Sequence[Printed]]]) -> str:
    return ", ".join(f'"{form}" ({len(cells)}×)' for form, cells in forms)


def check_spelling(subject: Subject) -> Iterator[Finding | None]:
    """One thing is named in one way."""
    for relation in subject.of(SameName):
        forms = _forms(relation.names)
        if len(relation.names) < 2:
            continue
        if len(forms) == 1:
            yield None
            continue
        rarest = forms[-1][1][0]
        yield finding(
            "spelling",
            "suspicious",
            rarest,
            forms[0][0],
            "satu hal dengan {count} tulisan: {forms}",
            "one thing is written in {count} ways: {forms}",
            count=len(forms),
            forms=_listed(forms),
            concerns=relation.names,
        )


def check_similar_names(subject: Subject) -> Iterator[Finding | None]:
    """Two names of one kind do not differ in a letter, a blank or a capital only: they may be one name.

    Names that the report is already typed to spell in two ways are left to the rule above; names that differ in a
    number are two names.
    """
    together = [frozenset(_flat(name.text) for name in relation.names) for relation in subject.of(SameName)]
    near: dict[tuple[str, str], list[Name]] = {}
    seen: set[tuple[str, str]] = set()
    for name in subject.report.names:
        form = _flat(name.text)
        if (name.kind, form) in seen:
            continue
        seen.add((name.kind, form))
        keys = [(name.kind, key) for key in _near(form, subject.ordinary.similar_letters)]
        like = next(
            (other for key in keys for other in near.get(key, ()) if _may_be_one(form, _flat(other.text), together)),
            None,
        )
        for key in keys:
            near.setdefault(key, []).append(name)
        if like is None:
            yield None
            continue
        yield finding(
            "similar_names",
            "suspicious",
            name,
            _flat(like.text),
            "{printed} hampir sama dengan {like} ({where}): satu nama?",
            "{printed} is nearly {like} ({where}): one name?",
            like=like,
            where=places([like]),
            concerns=(like,),
        )


def _squeezed(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _near(text: str, letters: int) -> list[str]:
    """What a name has in common with each that is at most one letter away: itself, and itself less one letter."""
    squeezed = _squeezed(text)
    less = [squeezed[:at] + squeezed[at + 1 :] for at in range(len(squeezed))] if len(squeezed) >= letters else []
    return list(dict.fromkeys([squeezed, *less]))


def _may_be_one(one: str, other: str, together: Iterable[frozenset[str]]) -> bool:
    digits = [[letter for letter in text if letter.isdigit()] for text in (one, other)]
    return digits[0] == digits[1] and not any(one in group and other in group for group in together)


def check_one_name_two_places(subject: Subject) -> Iterator[Finding | None]:
    """A place of one name lies in one district: the same name in two may be a mistake."""
    where: dict[str, dict[str, Name]] = {}
    for name in subject.report.names:
        if name.kind == "place" and name.within is not None:
            where.setdefault(_flat(name.text).casefold(), {}).setdefault(name.within, name)
    for districts in where.values():
        first, *others = districts.items()
        if not others:
            yield None
        for district, name in others:
            yield finding(
                "two_places",
                "suspicious",
                name,
                first[0],
                "{printed} di {district}, tetapi juga di {computed} ({where})",
                "{printed} in {district}, but also in {computed} ({where})",
                district=district,
                where=places([first[1]]),
                concerns=(first[1],),
            )


def check_short_forms(subject: Subject) -> Iterator[Finding | None]:
    """A short form stands for one thing, and one thing has one short form."""
    stated = subject.of(Abbreviation)
    for key, value, words in (
        (
            "short",
            "long",
            ("{what} dijelaskan dengan {count} cara: {forms}", "{what} is explained in {count} ways: {forms}"),
        ),
        (
            "long",
            "short",
            ("{what} disingkat dengan {count} cara: {forms}", "{what} is shortened in {count} ways: {forms}"),
        ),
    ):
        groups: dict[str, list[Abbreviation]] = {}
        for relation in stated:
            groups.setdefault(_flat(getattr(relation, key).text).casefold(), []).append(relation)
        for relations in groups.values():
            forms: dict[str, list[Printed]] = {}
            for relation in relations:
                forms.setdefault(_flat(getattr(relation, value).text).casefold(), []).append(getattr(relation, value))
            ordered = sorted(forms.values(), key=len, reverse=True)
            if len(ordered) == 1:
                yield None
                continue
            yield finding(
                "short_form",
                subject.grade(relations[0]),
                ordered[-1][0],
                _flat(ordered[0][0].text),
                *words,
                what=getattr(relations[0], key),
                count=len(ordered),
                forms=_listed((_flat(cells[0].text), cells) for cells in ordered),
                concerns=[cell for relation in relations for cell in relation.printed()],
            )


_GROUPS = {
    "natural": Text("bencana alam", "natural"),
    "non_natural": Text("bencana non-alam", "non-natural"),
    "social": Text("bencana sosial", "social"),
}


def check_groups(subject: Subject) -> Iterator[Finding | None]:
    """One thing is put in one group."""
    things: dict[str, list[Classed]] = {}
    for relation in subject.of(Classed):
        things.setdefault(relation.code, []).append(relation)
    for relations in things.values():
        groups = Counter(relation.group for relation in relations)
        if len(groups) == 1:
            yield None
            continue
        usual = groups.most_common(1)[0][0]
        odd = next(relation for relation in relations if relation.group != usual)
        other = next(relation for relation in relations if relation.group == usual)
        yield finding(
            "group",
            subject.grade(odd),
            odd.thing,
            usual,
            "{printed} di sini {group}, di tempat lain ({where}) {usual}",
            "{printed} is {group} here, {usual} elsewhere ({where})",
            group=_GROUPS.get(odd.group, odd.group),
            usual=_GROUPS.get(usual, usual),
            where=places([other.thing]),
            concerns=[relation.thing for relation in relations],
        )


def check_titles(subject: Subject) -> Iterator[Finding | None]:
    """Two tables do not have one title; under two headings one of the titles is wrong."""
    titles: dict[str, list[tuple[str, Printed, Printed | None]]] = {}
    for table in subject.report.tables:
        titles.setdefault(_flat(table.title.text).casefold(), []).append((table.number, table.title, table.heading))
    for tables in titles.values():
        first, *others = tables
        if not others:
            yield None
        for number, title, heading in others:
            headings = {None if each is None else _flat(each.text).casefold() for each in (heading, first[2])}
            yield finding(
                "title",
                "error" if len(headings) > 1 else "suspicious",
                title,
                None,
                "tabel {number} dan tabel {first} sama-sama berjudul {printed}",
                "tables {number} and {first} are both called {printed}",
                number=number,
                first=first[0],
                concerns=(first[1], *(each for each in (heading, first[2]) if each is not None)),
            )


def check_headings(subject: Subject) -> Iterator[Finding | None]:
    """A table's title and the heading above it name one thing in the same words.

    Compared are those that share more than three quarters of the shorter one's words, and yet each has words that the
    other has not; a title that only adds to the heading agrees with it. Words in brackets are left out.
    """
    for table in subject.report.tables:
        if table.heading is None:
            continue
        heading, title = (
            {word.casefold() for word in _WORD.findall(_BRACKETS.sub(" ", cell.text))}
            for cell in (table.heading, table.title)
        )
        if not heading or not title:
            continue
        shared, shorter = len(heading & title), min(len(heading), len(title))
        if shared * 4 <= shorter * 3 or heading <= title or title <= heading:
            yield None
            continue
        yield finding(
            "heading",
            "suspicious",
            table.title,
            _flat(table.heading.text),
            "judul tabel {printed}, judul bagiannya {computed_text}",
            "the table is called {printed}, its section {computed_text}",
            computed_text=table.heading,
            concerns=(table.heading,),
        )


def check_repeated_words(subject: Subject) -> Iterator[Finding | None]:
    """No words are printed twice in a row."""
    for cell in subject.printed:
        words = [word.casefold() for word in _WORD.findall(cell.text)]
        if len(words) < 2:
            continue
        repeated = next(
            (
                " ".join(words[at : at + length])
                for length in range(_MOST_REPEATED, 0, -1)
                for at in range(len(words) - 2 * length + 1)
                if words[at : at + length] == words[at + length : at + 2 * length]
            ),
            None,
        )
        if repeated is None:
            yield None
            continue
        yield finding(
            "repeated_words",
            "suspicious",
            cell,
            None,
            "{words} tercetak dua kali berturut-turut dalam {printed}",
            "{words} is printed twice in a row in {printed}",
            words=quoted(repeated),
        )
