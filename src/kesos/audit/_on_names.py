"""Rules on names: one name spelt in two ways, one place in two districts, short forms, the group of a thing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kesos.audit._rule import FINE, UNKNOWN, Odd, Verdict, rule
from kesos.audit._sentences import places
from kesos.audit._subject import Subject
from kesos.audit._things import flat
from kesos.reports import Abbreviation, Classed, Name, SameName
from kesos.values import Printed, Text
from kesos.values._districts import same_district
from kesos.values._texts import fold


def _listed(forms: Iterable[list[Printed]]) -> str:
    return ", ".join(f'"{flat(cells[0].text)}" ({len(cells)}×)' for cells in forms)


def _commonest_first(forms: dict[str, list[Printed]]) -> list[list[Printed]]:
    return sorted(forms.values(), key=len, reverse=True)


@rule("spelling", SameName)
def check_spelling(subject: Subject, it: SameName) -> Verdict:
    """One thing is named in one way."""
    if len(it.names) < 2:
        return UNKNOWN
    forms: dict[str, list[Printed]] = {}
    for cell in it.names:
        forms.setdefault(flat(cell.text), []).append(cell)
    if len(forms) == 1:
        return FINE
    ordered = _commonest_first(forms)
    commonest, rarest = ordered[0][0], ordered[-1][0]
    return Odd(rarest, flat(commonest.text), count=len(forms), forms=_listed(ordered), concerns=it.names)


class _Near(NamedTuple):
    """A name, and one above it that it may be, if any is."""

    name: Name
    like: Name | None


def _near(subject: Subject) -> Iterator[_Near]:
    together = [frozenset(flat(name.text) for name in relation.names) for relation in subject.of(SameName)]
    near: dict[tuple[str, str, str], list[Name]] = {}
    seen: set[tuple[str, str]] = set()
    for name in subject.report.names:
        form = flat(name.text)
        if (name.kind, form) in seen:
            continue
        seen.add((name.kind, form))
        digits = "".join(filter(str.isdigit, form))  # names that differ in a number are two names
        keys = [(name.kind, digits, key) for key in _less_one_letter(form, subject.ordinary.similar_letters)]
        others = (other for key in keys for other in near.get(key, ()))
        yield _Near(name, next((each for each in others if _may_be_one(form, flat(each.text), together)), None))
        for key in keys:
            near.setdefault(key, []).append(name)


def _less_one_letter(text: str, letters: int) -> list[str]:
    """What a name has in common with each that is at most one letter away: itself, and itself less one letter."""
    squeezed = "".join(filter(str.isalnum, text.casefold()))
    less = [squeezed[:at] + squeezed[at + 1 :] for at in range(len(squeezed))] if len(squeezed) >= letters else []
    return list(dict.fromkeys([squeezed, *less]))


def _may_be_one(one: str, other: str, together: Iterable[frozenset[str]]) -> bool:
    return not any(one in group and other in group for group in together)


@rule("similar_names", _near)
def check_similar_names(subject: Subject, it: _Near) -> Verdict:
    """Two names of one kind do not differ in a letter, a blank or a capital only: they may be one name.

    Names that the report is already typed to spell in two ways are left to the rule above; names that differ in a
    number are two names.
    """
    if it.like is None:
        return FINE
    return Odd(it.name, flat(it.like.text), like=it.like, where=places([it.like]), concerns=(it.like,))


class _Located(NamedTuple):
    """A place in its district, and the first place of that name, where that lies in another."""

    place: Name
    first: Name | None


def _located(subject: Subject) -> Iterator[_Located]:
    where: dict[str, dict[str, Name]] = {}
    for name in subject.report.names:
        if name.kind == "place" and name.within is not None:
            where.setdefault(fold(name.text), {}).setdefault(same_district(name.within), name)
    for districts in where.values():
        first, *others = districts.values()
        yield from [_Located(place, first) for place in others] or [_Located(first, None)]


@rule("two_places", _located)
def check_one_name_two_places(subject: Subject, it: _Located) -> Verdict:
    """A place of one name lies in one district: the same name in two may be a mistake."""
    if it.first is None:
        return FINE
    where = places([it.first])
    return Odd(it.place, it.first.within, district=it.place.within, where=where, concerns=(it.first,))


class _Stated(NamedTuple):
    """All that stands for one thing: what one short form is said to mean, or the short forms of one meaning."""

    relations: list[Abbreviation]
    is_short: bool

    def what(self) -> Printed:
        """The one thing, where it is printed first."""
        return self.relations[0].short if self.is_short else self.relations[0].long

    def forms(self) -> list[list[Printed]]:
        """What stands for it, by what is printed, the commonest first."""
        forms: dict[str, list[Printed]] = {}
        for relation in self.relations:
            form = relation.long if self.is_short else relation.short
            forms.setdefault(fold(form.text), []).append(form)
        return _commonest_first(forms)


def _stated(subject: Subject) -> Iterator[_Stated]:
    for is_short in (True, False):
        groups: dict[str, list[Abbreviation]] = {}
        for relation in subject.of(Abbreviation):
            thing = relation.short if is_short else relation.long
            groups.setdefault(fold(thing.text), []).append(relation)
        yield from (_Stated(relations, is_short) for relations in groups.values())


@rule("short_form", _stated)
def check_short_forms(subject: Subject, it: _Stated) -> Verdict:
    """A short form stands for one thing, and one thing has one short form."""
    forms = it.forms()
    if len(forms) == 1:
        return FINE
    return Odd(
        forms[-1][0],
        flat(forms[0][0].text),
        severity=subject.grade(it.relations[0]),
        wording="explained" if it.is_short else "shortened",
        what=it.what(),
        count=len(forms),
        forms=_listed(forms),
        concerns=[cell for relation in it.relations for cell in relation.printed()],
    )


_GROUPS = {
    "natural": Text("bencana alam", "natural"),
    "non_natural": Text("bencana nonalam", "non-natural"),
    "social": Text("bencana sosial", "social"),
}


def _by_thing(subject: Subject) -> list[list[Classed]]:
    things: dict[str, list[Classed]] = {}
    for relation in subject.of(Classed):
        things.setdefault(relation.code, []).append(relation)
    return list(things.values())


@rule("group", _by_thing)
def check_groups(subject: Subject, relations: list[Classed]) -> Verdict:
    """One thing is put in one group."""
    groups = Counter(relation.group for relation in relations)
    if len(groups) == 1:
        return FINE
    usual = groups.most_common(1)[0][0]
    odd = next(relation for relation in relations if relation.group != usual)
    other = next(relation for relation in relations if relation.group == usual)
    return Odd(
        odd.thing,
        usual,
        severity=subject.grade(odd),
        group=_GROUPS.get(odd.group, odd.group),
        usual=_GROUPS.get(usual, usual),
        where=places([other.thing]),
        concerns=[relation.thing for relation in relations],
    )
