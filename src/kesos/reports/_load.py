"""A published report, read from its file: tables, figures, names, relations, facts, disasters, quotas.

What is wrong with the file is found all at once, each fault with its path: "figure[families].period".
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from kesos import _checks as checks
from kesos._rule_files import FORMAT, parse, read_text
from kesos.errors import InvalidValueError, RecordError
from kesos.events import DisasterEvent
from kesos.hazards import Grouping
from kesos.quotas import ProgramQuota
from kesos.reports import _amounts_compared, _names_compared, _times_compared, _told
from kesos.reports._dismissals import Dismissal
from kesos.reports._figures import Figure, Name
from kesos.reports._load_events import read_fires, read_natural_disasters
from kesos.reports._load_page import Page, check_keys, inside, read_as, reading_of
from kesos.reports._load_tables import read_table
from kesos.reports._load_values import mark_value, mention_value, need, text_of, value_of, whole
from kesos.reports._names_compared import Abbreviation, Numbering, SameName
from kesos.reports._relation import Relation, kind_word
from kesos.reports._report import Report
from kesos.reports._times_compared import FromTo
from kesos.reports._told import TOLD_KINDS, ExpectedHazard, Fact, Told
from kesos.values import Citation, Period, Printed, Quantity, Text
from kesos.values._days import plain_date


def _words(modules: Iterable[Any], kind: type[Any]) -> dict[str, type[Any]]:
    """The classes below `kind` in these modules, by the word for each in a file: SumOf is "sum_of"."""
    classes = [each for module in modules for each in vars(module).values() if isinstance(each, type)]
    named = [each for each in classes if issubclass(each, kind) and each is not kind]
    return {kind_word(each): each for each in named}


RELATIONS = _words((_amounts_compared, _times_compared, _names_compared), Relation)
"""The relations, by the word for each in a file."""
FACTS: dict[str, type[Any]] = {
    **{word: kind for word, kind in _words((_told,), Fact).items() if word not in ("_named", "told")},
    **dict.fromkeys(TOLD_KINDS, Told),
}

OF_FACTS = {"aid": "kind"}
OF_RELATIONS = {"of": "kind"}
"""Fields that are called otherwise in the file, where "kind" is the kind of the fact or of the relation."""

DISMISSAL = ("rule", "kind", "table", "row", "column", "at", "reason")
"""What may be said of something that was put aside."""

KEYS = (
    *("format", "code", "title", "office", "period", "document", "reported_by", "line_numbers"),
    *("tables", "figures", "relations", "dismissed", "facts", "readings", "quotas"),
    *("headings", "lists", "names", "mentions", "abbreviations", "fires", "natural_disasters"),
)
"""What a file may hold."""
LARGEST_FILE = 64 * 1024 * 1024
"""Bytes: some hundred thousand rows, as many as the largest yearbook has."""


def load_report(path: str | os.PathLike[str]) -> Report:
    """A report from a TOML file, as somebody can write it who does not program.

    `kesos.schemas.report_schema` describes the file, for editors that check it while it is written.

    Args:
        path: The file.

    Raises:
        RecordError: It is no report: every fault in it, each with its path.
        FileError: There is no such file, or it cannot be opened.
    """
    try:
        data = parse(read_text(path, RecordError, LARGEST_FILE), RecordError, LARGEST_FILE)
    except RecordError as error:
        raise RecordError("record.report", faults=error.faults) from None
    page = Page(f"{data.get('document') or data.get('title')}", numbered=data.get("line_numbers") is True)
    return read_report(page, data)


def read_report(page: Page, data: dict[str, Any]) -> Report:
    """The report that the file holds, and on the page, every printed value of it with its line.

    Args:
        page: What collects them.
        data: The file, or several as one.

    Raises:
        RecordError: Every fault in it, each with its path.
    """
    about = _about(page, data)
    readings = page.each(data, "readings", _reading)
    blanks = next((reading for reading, adds_nothing in readings if adds_nothing), None)
    tables = page.each(data, "tables", lambda each: read_table(page, each, blanks))
    by_number = {table.number: table for table in tables if not page.lost(table.number)}
    headings = page.each_placed(data, "headings", ("at", "mark", "words"), partial(_heading, page))
    lists = page.each_line(data, "lists", ("at", "marks"), partial(_list, page))
    runs: list[Relation] = []
    figures = page.each(data, "figures", lambda each: _figure(page, each, runs))
    names = page.each_placed(data, "names", ("at", "kind", "of", "within", "words"), partial(_name, page))
    mentions = page.each_placed(data, "mentions", ("at", "words", "value"), partial(_mention, page))
    short = page.each_placed(data, "abbreviations", ("at", "short", "long"), partial(_abbreviation, page))
    declared = page.each(data, "relations", partial(_relation, page))
    dismissed = page.each(data, "dismissed", partial(_dismissal, page))
    facts = page.each(data, "facts", partial(_fact, page))
    reported_by = data.get("reported_by")
    fires = _events(page, data, "fires", read_fires, by_number, reported_by)
    natural = _events(page, data, "natural_disasters", read_natural_disasters, by_number, reported_by)
    quotas = page.each(data, "quotas", partial(_quota, page))
    page.check()
    return Report(
        document=page.document,
        tables=tables,
        figures=figures,
        names=[name for name, _ in names],
        headings=headings,
        mentions=mentions,
        relations=[*_heading_numbers(headings), *lists, *runs, *_same_names(names), *short, *declared],
        dismissed=dismissed,
        fires=fires,
        natural_disasters=natural,
        groupings=_groupings(facts),
        quotas=quotas,
        facts=facts,
        readings=[reading for reading, _ in readings],
        **about,
    )


def _about(page: Page, data: dict[str, Any]) -> dict[str, Any]:
    """What the file says of the report itself."""
    with page.at(""):
        check_keys(data, KEYS)
    found = data.get("format")
    with page.at("format"):
        if type(found) is not int or found != FORMAT:
            raise InvalidValueError("unknown_format", value=found, known=FORMAT)
    with page.at("line_numbers"):
        checks.flag(data.get("line_numbers", False), "")
    about: dict[str, Any] = {}
    readers: dict[str, Callable[[str, str], Any]] = {
        "code": checks.slug,
        "title": checks.text,
        "office": checks.text,
        "period": Period.of,
    }
    for key, read in readers.items():
        if key not in data and key != "period":
            page.faults.append(InvalidValueError("missing", field=key))
        elif key in data:
            with page.at(key):
                about[key] = read(data[key], "")
    return about


def _reading(data: dict[str, Any]) -> tuple[Any, bool]:
    return reading_of(data), checks.flag(data.get("blanks", False), "blanks")


def _heading(page: Page, line: int | None, at: str, mark: str, words: str) -> Printed:
    return page.printed(line, at, f"{mark} {words}", mark_value(mark))


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
        line, _, mark = each.partition(":") if page.numbered else ("", "", each)
        mark = mark.replace("_", " ")
        number = whole(line, "line") if page.numbered else None
        printed.append(page.printed(number, at, mark, mark_value(mark)))
    return Numbering(printed, things=len(printed))


def _figure(page: Page, data: dict[str, Any], runs: list[Relation]) -> Figure:
    check_keys(data, _FIGURE)
    text, code = need(data, "text", str), need(data, "code", str)
    with inside("label"):
        label = Text(code, code) if "label" not in data and not page.numbered else text_of(data.get("label"))
    place = need(data, "at", str) if page.numbered and "cell" not in data else data.get("at")
    means = {"value": value_of(data)} if page.numbered or not _VALUE.isdisjoint(data) else {}
    figure = Figure(
        text,
        **means,
        source=page.source(f"cell:{data['cell']}" if "cell" in data else place),
        code=code,
        label=label,
        about=data.get("about", False),
        measure=data.get("measure"),
        area=data.get("area"),
        period=data.get("period"),
    )
    page.add(page.line_of(data), figure, figure.code)
    if "first" in data:
        first, last = plain_date(data["first"], "first"), plain_date(data.get("last"), "last")
        runs.append(FromTo(figure, first=first, last=last))
    return figure


_VALUE = frozenset({"amount", "percent", "number", "span", "period_value", "first"})
_FIGURE = (
    *("code", "text", "line", "at", "cell", "label", "about", "measure", "area", "period", "unit", "last"),
    *sorted(_VALUE),
)


def _name(page: Page, line: int | None, at: str, kind: str, of: str, within: str, words: str) -> tuple[Name, str]:
    name = Name(words, source=page.source(at), kind=kind, within=within or None)  # type: ignore[arg-type]  # Name checks it
    page.add(line, name)
    page.name(f"name:{of}" if line is None else f"name:{line}/{of}", name)
    return name, of


def _same_names(names: list[tuple[Name, str]]) -> list[SameName]:
    same: dict[tuple[str, str], list[Name]] = {}
    for name, of in names:
        same.setdefault((name.kind, of), []).append(name)
    return [SameName(forms, kind=kind) for (kind, _), forms in same.items() if len(forms) > 1]


def _mention(page: Page, line: int | None, at: str, words: str, value: str) -> Printed:
    return page.printed(line, at, words, mention_value(value))


def _abbreviation(page: Page, line: int | None, at: str, short: str, long: str) -> Abbreviation:
    return Abbreviation(page.printed(line, at, short), long=page.printed(line, at, long))


def _relation(page: Page, data: dict[str, Any]) -> Relation:
    kind = RELATIONS[checks.choice(need(data, "kind", str), "kind", RELATIONS)]
    given = {OF_RELATIONS.get(key, key): value for key, value in data.items() if key != "kind"}
    made: Relation = read_as(kind, given, page.find)
    return made


def _dismissal(page: Page, data: dict[str, Any]) -> Dismissal:
    check_keys(data, DISMISSAL)
    need(data, "reason", str)
    if "kind" in data:
        checks.choice(data["kind"], "kind", RELATIONS)
    if "row" in data or "column" in data:
        need(data, "table", str)
    return Dismissal(**data)


def _fact(page: Page, data: dict[str, Any]) -> Fact:
    word = checks.choice(need(data, "kind", str), "kind", FACTS)
    line, at = page.line_of(data), need(data, "at", str) if page.numbered else data.get("at")
    given = {key: value for key, value in data.items() if key not in ("kind", "line", "at")}

    def printed(value: Any) -> Printed:
        return page.given(value, line, at)

    made: Fact
    if word in TOLD_KINDS:
        made = read_as(Told, {"kind": word, **given}, printed, rest="parts")
    else:
        made = read_as(FACTS[word], {OF_FACTS.get(key, key): value for key, value in given.items()}, printed)
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
