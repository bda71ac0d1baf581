"""A published report, read from its data files: figures, names, relations, records, disasters."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import attrs

from kesos.events import Damage, DisasterEvent, Locality
from kesos.hazards import Grouping
from kesos.quotas import ProgramQuota
from kesos.reports import Abbreviation, Figure, FromTo, Name, Numbering, Relation, Report, Row, SameName, Table
from kesos.reports import _relations as relations
from kesos.reports import _told as records
from kesos.reports._load_page import Page, mark_value, mention_value, parts, text_of, value_of
from kesos.reports._load_tables import read_table
from kesos.values import Citation, Place, Printed, Quantity, Reading

_DAMAGE = ("heavy", "light", "houses", "businesses", "public_facilities")
_WORDS = ("kind", "code", "group", "better")
"""Fields whose text is a word of kesos and no reference."""


def read_report(page: Page, data: dict[str, Any], *, reported_by: str | None = None, **about: Any) -> Report:
    """The report that the data files hold, and on the page, every printed value of it with its line."""
    readings = [_reading(each) for each in data.get("reading", ())]
    blanks = next((_reading(each) for each in data.get("reading", ()) if each.get("blanks")), None)
    tables = [read_table(page, each, blanks) for each in data.get("table", ())]
    headings = [
        page.printed(int(line), at, f"{mark} {words}", mark_value(mark))
        for line, at, mark, words in parts(data["headings"])
    ]
    found: list[Relation] = [*_heading_numbers(headings), *_lists(page, data["lists"])]
    figures = [_figure(page, each, found) for each in data.get("figure", ())]
    names = _names(page, data["names"], found)
    mentions = [
        page.printed(int(line), at, text, mention_value(value)) for line, at, text, value in parts(data["mentions"])
    ]
    found += [
        Abbreviation(page.printed(int(line), at, short), long=page.printed(int(line), at, long))
        for line, at, short, long in parts(data["abbreviations"])
    ]
    found += [_relation(page, each) for each in data.get("relation", ())]
    told = [_record(page, each) for each in data.get("record", ())]
    return Report(
        document=page.document,
        tables=tables,
        figures=figures,
        names=names,
        headings=headings,
        mentions=mentions,
        relations=found,
        fires=_fires(page, tables, data.get("fires"), reported_by),
        natural_disasters=_natural_disasters(page, tables, data.get("natural_disasters"), reported_by),
        groupings=_groupings(page, told),
        quotas=[_quota(page, each) for each in data.get("quota", ())],
        records=told,
        readings=readings,
        **about,
    )


def _reading(data: dict[str, Any]) -> Reading:
    return Reading(word=data["word"], read_as=data["read_as"], reason=text_of(data["reason"]))


def _heading_numbers(headings: Iterable[Printed]) -> list[Numbering]:
    children: dict[str, list[Printed]] = {}
    for heading in headings:
        assert isinstance(heading.source, Citation)
        assert heading.source.locator is not None
        if heading.value is not None:
            children.setdefault(heading.source.locator.rpartition(".")[0], []).append(heading)
    return [Numbering(marks, things=len(marks)) for marks in children.values()]


def _lists(page: Page, block: str) -> list[Numbering]:
    found: list[Numbering] = []
    for at, marks in parts(block):
        printed: list[Printed] = []
        for each in marks.split():
            line, _, mark = each.partition(":")
            mark = mark.replace("_", " ")
            printed.append(page.printed(int(line), at, mark, mark_value(mark)))
        found.append(Numbering(printed, things=len(printed)))
    return found


def _figure(page: Page, data: dict[str, Any], found: list[Relation]) -> Figure:
    from datetime import date

    where = f"cell:{data['cell']}" if "cell" in data else data["at"]
    figure = Figure(
        data["text"],
        value_of(data),
        source=page.source(where),
        code=data["code"],
        label=text_of(data["label"]),
        about=data.get("about", False),
        measure=data.get("measure"),
        area=data.get("area"),
        period=data.get("period"),
    )
    page.add(data["line"], figure, data["code"])
    if "first" in data:
        found.append(FromTo(figure, first=date.fromisoformat(data["first"]), last=date.fromisoformat(data["last"])))
    return figure


def _names(page: Page, block: str, found: list[Relation]) -> list[Name]:
    names: list[Name] = []
    same: dict[tuple[Any, str], list[Name]] = {}
    for line, at, kind, of, within, words in parts(block):
        name = Name(words, source=page.source(at), kind=kind, within=within or None)  # type: ignore[arg-type]  # Name checks it
        names.append(name)
        same.setdefault((kind, of), []).append(name)
        page.add(int(line), name)
        page.known.setdefault(f"name:{line}/{of}", name)
    found += [SameName(forms, kind=kind) for (kind, _), forms in same.items() if len(forms) > 1]
    return names


def _refer(page: Page, value: Any) -> Any:
    if isinstance(value, str):
        return page.known[value]
    if isinstance(value, list):
        return [_refer(page, each) for each in value]  # pyright: ignore[reportUnknownVariableType]  # what TOML holds
    return text_of(value) if isinstance(value, dict) else value  # pyright: ignore[reportUnknownArgumentType]  # what TOML holds


def _relation(page: Page, data: dict[str, Any]) -> Relation:
    kind: type[Relation] = getattr(relations, data["kind"])
    return kind(
        **{key: value if key in _WORDS else _refer(page, value) for key, value in data.items() if key != "kind"}
    )


def _record(page: Page, data: dict[str, Any]) -> Any:
    kind: Any = getattr(records, data["kind"])
    line, where = data["line"], data["at"]
    fields = {field.name for field in attrs.fields(kind)}

    def read(value: Any) -> Any:
        if isinstance(value, list):
            return tuple(read(each) for each in value)  # pyright: ignore[reportUnknownVariableType]  # what TOML holds
        if isinstance(value, dict):
            if "same" in value:
                return page.known[value["same"]]  # pyright: ignore[reportUnknownArgumentType]  # what TOML holds
            return text_of(value) if "id" in value else page.given(value, line, where)  # pyright: ignore[reportUnknownArgumentType]  # what TOML holds
        return value

    given = {key: read(value) for key, value in data.items() if key in fields and key != "kind"}
    if "aid" in data:
        given["kind"] = data["aid"]
    return kind(**given)


def _groupings(page: Page, told: Iterable[Any]) -> list[Grouping]:
    by_section: dict[Any, dict[str, Any]] = {}
    for record in told:
        if isinstance(record, records.ExpectedHazard):
            by_section.setdefault(record.source, {})[record.hazard.code] = record.group
    return [Grouping(citation=where, groups=groups.items()) for where, groups in by_section.items()]


def _amount(row: Row, column: str) -> int | None:
    value = row[column].value
    return value.amount if isinstance(value, Quantity) else None


def _counted(page: Page, table: Table, row: Row) -> dict[str, Any]:
    return {
        "families": _amount(row, "families"),
        "people": _amount(row, "people"),
        "damage": Damage(**{field: _amount(row, field) for field in _DAMAGE}),
        "loss": row["loss"].value,
        "source": Citation(regulation=page.document, table=table.number, row=row.code),
    }


def _table(tables: list[Table], number: str) -> Table:
    return next(table for table in tables if table.number == number)


def _fires(page: Page, tables: list[Table], data: Any, reported_by: str | None) -> list[DisasterEvent]:
    if data is None:
        return []
    table = _table(tables, data["table"])
    return [
        DisasterEvent(
            hazard=data["hazard"],
            place=Place(place, district=district),
            period=table.cell(code, "date").value,
            reported_by=reported_by,
            **_counted(page, table, table.row(code)),
        )
        for code, district, place in parts(data["rows"])
    ]


def _natural_disasters(page: Page, tables: list[Table], data: Any, reported_by: str | None) -> list[DisasterEvent]:
    if data is None:
        return []
    table = _table(tables, data["table"])
    return [
        _natural_disaster(page, table, hazard, district, [table.row(code) for code in codes.split()], reported_by)
        for hazard, district, codes in parts(data["rows"])
    ]


def _natural_disaster(
    page: Page, table: Table, hazard: str, district: str, rows: list[Row], reported_by: str | None
) -> DisasterEvent:
    places = [Place(row["place"].text, district=district) for row in rows]
    period = rows[0]["date"].value
    if len(rows) == 1:
        return DisasterEvent(
            hazard=hazard, place=places[0], period=period, reported_by=reported_by, **_counted(page, table, rows[0])
        )
    return DisasterEvent(
        hazard=hazard,
        place=Place(", ".join(place.text for place in places), district=district),
        period=period,
        localities=[
            Locality(place=place, **_counted(page, table, row)) for place, row in zip(places, rows, strict=True)
        ],
        reported_by=reported_by,
        source=Citation(regulation=page.document, table=table.number, row=f"{rows[0].code}–{rows[-1].code}"),
    )


def _quota(page: Page, data: dict[str, Any]) -> ProgramQuota:
    def amount(key: str) -> int | None:
        return page.known[data[key]].value.amount if key in data else None

    source = page.known[data["families" if "families" in data else "people"]].source
    assert isinstance(source, Citation)
    return ProgramQuota(
        program=data["program"],
        year=data["year"],
        area=data["area"],
        families=amount("families"),
        people=amount("people"),
        budget=amount("budget"),
        sub_areas=[(area, page.known[figure].value.amount) for area, figure in data.get("sub_areas", {}).items()],
        source=source,
    )
