"""A published report, read from its file: tables, figures, names, relations, facts, disasters, quotas.

What is wrong with the file is found all at once, each fault with its path: "figure[families].period".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from kesos import _checks as checks
from kesos.events import DisasterEvent
from kesos.hazards import Grouping
from kesos.quotas import ProgramQuota
from kesos.reports import _amounts_compared, _names_compared, _times_compared, _told
from kesos.reports._figures import Figure, Name
from kesos.reports._load_events import read_fires, read_natural_disasters
from kesos.reports._load_page import Page, inside, read_as, reading_of
from kesos.reports._load_tables import read_table
from kesos.reports._load_values import mark_value, mention_value, need, text_of, value_of, whole
from kesos.reports._names_compared import Abbreviation, Numbering, SameName
from kesos.reports._relation import Relation
from kesos.reports._report import Report
from kesos.reports._times_compared import FromTo
from kesos.reports._told import TOLD_KINDS, ExpectedHazard, Fact, Told
from kesos.values import Citation, Printed, Quantity
from kesos.values._days import plain_date


def _words(modules: Iterable[Any], kind: type[Any]) -> dict[str, type[Any]]:
    """The classes below `kind` in these modules, by the word for each in a file: SumOf is "sum_of"."""
    classes = [each for module in modules for each in vars(module).values() if isinstance(each, type)]
    named = [each for each in classes if issubclass(each, kind) and each is not kind]
    return {re.sub(r"(?<=[a-z])(?=[A-Z])", "_", each.__name__).lower(): each for each in named}


_RELATIONS = _words((_amounts_compared, _times_compared, _names_compared), Relation)
_FACTS: dict[str, type[Any]] = {
    **{word: kind for word, kind in _words((_told,), Fact).items() if word not in ("_named", "told")},
    **dict.fromkeys(TOLD_KINDS, Told),
}

_FIELDS = {"aid": "kind"}
"""Fields that are called otherwise in the file, where "kind" is the kind of the fact."""


def read_report(page: Page, data: dict[str, Any], *, reported_by: str | None = None, **about: Any) -> Report:
    """The report that the file holds, and on the page, every printed value of it with its line.

    Args:
        page: What collects them.
        data: The file, or several as one.
        reported_by: Who reported its disasters.
        about: What `Report` takes about the report itself.

    Raises:
        RecordError: Every fault in it, each with its path.
    """
    readings = page.each(data, "reading", _reading)
    blanks = next((reading for reading, adds_nothing in readings if adds_nothing), None)
    tables = page.each(data, "table", lambda each: read_table(page, each, blanks))
    by_number = {table.number: table for table in tables if not page.lost(table.number)}
    headings = page.each_line(data, "headings", ("line", "at", "mark", "words"), partial(_heading, page))
    lists = page.each_line(data, "lists", ("at", "marks"), partial(_list, page))
    runs: list[Relation] = []
    figures = page.each(data, "figure", lambda each: _figure(page, each, runs))
    names = page.each_line(data, "names", ("line", "at", "kind", "of", "within", "words"), partial(_name, page))
    mentions = page.each_line(data, "mentions", ("line", "at", "words", "value"), partial(_mention, page))
    short = page.each_line(data, "abbreviations", ("line", "at", "short", "long"), partial(_abbreviation, page))
    declared = page.each(data, "relation", partial(_relation, page))
    facts = page.each(data, "fact", partial(_fact, page))
    fires = _events(page, data, "fires", read_fires, by_number, reported_by)
    natural = _events(page, data, "natural_disasters", read_natural_disasters, by_number, reported_by)
    quotas = page.each(data, "quota", partial(_quota, page))
    page.check()
    return Report(
        document=page.document,
        tables=tables,
        figures=figures,
        names=[name for name, _ in names],
        headings=headings,
        mentions=mentions,
        relations=[*_heading_numbers(headings), *lists, *runs, *_same_names(names), *short, *declared],
        fires=fires,
        natural_disasters=natural,
        groupings=_groupings(facts),
        quotas=quotas,
        facts=facts,
        readings=[reading for reading, _ in readings],
        **about,
    )


def _reading(data: dict[str, Any]) -> tuple[Any, bool]:
    return reading_of(data), checks.flag(data.get("blanks", False), "blanks")


def _heading(page: Page, line: str, at: str, mark: str, words: str) -> Printed:
    return page.printed(whole(line, "line"), at, f"{mark} {words}", mark_value(mark))


def _heading_numbers(headings: list[Printed]) -> list[Numbering]:
    """The headings below one heading are numbered."""
    children: dict[str, list[Printed]] = {}
    for heading in headings:
        if heading.value is not None and isinstance(heading.source, Citation):
            children.setdefault(str(heading.source.locator).rpartition(".")[0], []).append(heading)
    return [Numbering(marks, things=len(marks)) for marks in children.values()]


def _list(page: Page, at: str, marks: str) -> Numbering:
    printed: list[Printed] = []
    for each in marks.split():
        line, _, mark = each.partition(":")
        mark = mark.replace("_", " ")
        printed.append(page.printed(whole(line, "line"), at, mark, mark_value(mark)))
    return Numbering(printed, things=len(printed))


def _figure(page: Page, data: dict[str, Any], runs: list[Relation]) -> Figure:
    with inside("label"):
        label = text_of(data.get("label"))
    figure = Figure(
        need(data, "text", str),
        value_of(data),
        source=page.source(f"cell:{data['cell']}" if "cell" in data else need(data, "at", str)),
        code=need(data, "code", str),
        label=label,
        about=data.get("about", False),
        measure=data.get("measure"),
        area=data.get("area"),
        period=data.get("period"),
    )
    page.add(need(data, "line", int), figure, figure.code)
    if "first" in data:
        first, last = plain_date(data["first"], "first"), plain_date(data.get("last"), "last")
        runs.append(FromTo(figure, first=first, last=last))
    return figure


def _name(page: Page, line: str, at: str, kind: str, of: str, within: str, words: str) -> tuple[Name, str]:
    name = Name(words, source=page.source(at), kind=kind, within=within or None)  # type: ignore[arg-type]  # Name checks it
    page.add(whole(line, "line"), name)
    page.name(f"name:{line}/{of}", name)
    return name, of


def _same_names(names: list[tuple[Name, str]]) -> list[SameName]:
    same: dict[tuple[str, str], list[Name]] = {}
    for name, of in names:
        same.setdefault((name.kind, of), []).append(name)
    return [SameName(forms, kind=kind) for (kind, _), forms in same.items() if len(forms) > 1]


def _mention(page: Page, line: str, at: str, words: str, value: str) -> Printed:
    return page.printed(whole(line, "line"), at, words, mention_value(value))


def _abbreviation(page: Page, line: str, at: str, short: str, long: str) -> Abbreviation:
    number = whole(line, "line")
    return Abbreviation(page.printed(number, at, short), long=page.printed(number, at, long))


def _relation(page: Page, data: dict[str, Any]) -> Relation:
    kind = _RELATIONS[checks.choice(need(data, "kind", str), "kind", _RELATIONS)]
    given = {key: value for key, value in data.items() if key != "kind"}
    made: Relation = read_as(kind, given, page.find)
    return made


def _fact(page: Page, data: dict[str, Any]) -> Fact:
    word = checks.choice(need(data, "kind", str), "kind", _FACTS)
    line, at = need(data, "line", int), need(data, "at", str)
    given = {key: value for key, value in data.items() if key not in ("kind", "line", "at")}

    def printed(value: Any) -> Printed:
        return page.given(value, line, at)

    made: Fact
    if word in TOLD_KINDS:
        made = read_as(Told, {"kind": word, **given}, printed, rest="parts")
    else:
        made = read_as(_FACTS[word], {_FIELDS.get(key, key): value for key, value in given.items()}, printed)
    return made


def _events(
    page: Page, data: dict[str, Any], key: str, read: Callable[..., list[DisasterEvent]], *rest: Any
) -> list[DisasterEvent]:
    with page.at(key):
        return read(page, checks.instance(data[key], "", dict), *rest) if key in data else []
    return []


def _groupings(facts: Iterable[Fact]) -> list[Grouping]:
    """How each section that expects hazards groups them."""
    by_section: dict[Any, dict[str, Any]] = {}
    for fact in facts:
        if isinstance(fact, ExpectedHazard):
            by_section.setdefault(fact.source, {})[fact.hazard.code] = fact.group
    return [Grouping(citation=where, groups=groups.items()) for where, groups in by_section.items()]


def _quota(page: Page, data: dict[str, Any]) -> ProgramQuota:
    def amount(key: str) -> int | None:
        return _amount(page, data[key], key) if key in data else None

    counted = "families" if "families" in data else "people"
    return ProgramQuota(
        program=need(data, "program", str),
        year=need(data, "year", int),
        area=need(data, "area", str),
        families=amount("families"),
        people=amount("people"),
        budget=amount("budget"),
        sub_areas=[(area, _amount(page, name, area)) for area, name in data.get("sub_areas", {}).items()],
        source=checks.instance(page.find(need(data, counted, str)).source, counted, Citation),
    )


def _amount(page: Page, name: object, field: str) -> int:
    with inside(field):
        return checks.instance(page.find(name).value, "", Quantity).amount
