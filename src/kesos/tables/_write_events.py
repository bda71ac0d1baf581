"""Events as rows: one for each place that an event struck, so that the same events can be read back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from kesos import _checks as checks
from kesos._sheets._fields import Field
from kesos._sheets._writing import Cell, Column, Sheet
from kesos._sheets._writing_files import Target, write_sheets
from kesos.counts import ByClass, Number
from kesos.errors import check_language
from kesos.events import DisasterEvent, Locality
from kesos.hazards import Hazard
from kesos.tables._columns import EVENT, by_code
from kesos.tables._counted import NOT_RECORDED, CountColumn, spread, whole_unit
from kesos.tables._write_sources import by_document, left_out_sheet, source_cells, sources_sheet
from kesos.values import Citation, Period, Place, Quantity, Text, Unit

_ALWAYS = (
    "number", "hazard", "place", "place.district", "period", "period.end", "families", "people", "damage.heavy",
    "damage.light", "damage.houses", "damage.businesses", "damage.public_facilities", "loss",
)  # fmt: skip
_FIELDS = by_code(EVENT)
_DAMAGE = ("heavy", "light", "houses", "businesses", "public_facilities")
_SHEET = Text("Data kejadian", "Events")
_TRAIT = "traits."
_Key = str | CountColumn
_Cells = dict[_Key, Any]


def write_events(
    events: Iterable[DisasterEvent],
    target: Target,
    *,
    language: str = "id",
    hxl: bool = False,
    format: str | None = None,
    delimiter: str | None = None,
    left_out: Iterable[Any] = (),
) -> None:
    """Writes events as a table, CSV or XLSX: a row for each place that an event struck, with the number of its event.

    Numbers and days are written as such. What is not known is an empty cell, never a zero. A measured count stands in
    the unit at its head. A text that begins like a formula never becomes one.

    In a spreadsheet a second sheet lists the sources, and a third what was left out. CSV holds the events only.

    Args:
        events: The events.
        target: A path that ends in .csv or .xlsx, or a file that is open for writing.
        language: "id" or "en": the heads, the words for hazards, and the marks of CSV.
        hxl: Whether a second row of heads holds the tags of the Humanitarian Exchange Language.
        format: "csv" or "xlsx", where the name of the file does not say it.
        delimiter: What stands between the cells of CSV; left out, ";" in Indonesian and "," in English.
        left_out: The rows that a reader rejected, to be listed in a sheet of their own.

    Raises:
        InvalidValueError: One of them is no event; a text that such a file cannot hold. Nothing is written then.
        MissingExtraError: A spreadsheet, and openpyxl is not installed.

    >>> import io
    >>> flood = DisasterEvent(hazard="flood", place="Desa Umpang", period="2017-02-28", families=72, people=240)
    >>> file = io.StringIO()
    >>> write_events([flood], file, format="csv")
    >>> print(file.getvalue().splitlines()[1])
    1;Banjir;Desa Umpang;;2017-02-28;;72;240;;;;;;
    """
    given: tuple[DisasterEvent, ...] = checks.items(events, "events", DisasterEvent)
    check_language(language)
    checks.flag(hxl, "hxl")
    sheets = (
        events_sheet(given, language, hxl=hxl),
        *sources_sheet(by_document(source for event in given for source in _sources(event)), language),
        *left_out_sheet(left_out, language),
    )
    write_sheets(sheets, target, language=language, format=format, delimiter=delimiter)


def events_sheet(events: Iterable[DisasterEvent], language: str, *, hxl: bool = False) -> Sheet:
    """The sheet with the events."""
    rows = [row for number, event in enumerate(events, 1) for row in _rows(number, event, language)]
    columns = _columns(rows)
    units = {key: _unit_of(key, rows) for key in columns}
    return Sheet(
        name=_SHEET.say(language),
        columns=tuple(_column(key, units[key], language, hxl) for key in columns),
        rows=tuple(tuple(_cell(_value(row, key, language), units[key]) for key in columns) for row in rows),
    )


def _sources(event: DisasterEvent) -> list[Citation | None]:
    """The source of each of its rows."""
    return [each.source or event.source for each in event.localities] or [event.source]


def _rows(number: int, event: DisasterEvent, language: str) -> list[_Cells]:
    whole: _Cells = {
        "number": number,
        **_hazard(event.hazard, language),
        **_place(event.place, "place"),
        **_period(event.period),
        "reported_by": event.reported_by,
        **source_cells(event.source, "source", language),
        **{f"{_TRAIT}{axis}": name for axis, name in event.traits.items()},
    }
    if not event.localities:
        return [whole | _counted(event)]
    return [
        whole | _place(each.place, "locality") | _counted(each) | source_cells(each.source, "locality.source", language)
        for each in event.localities
    ]


def _hazard(hazard: Hazard, language: str) -> _Cells:
    word: _Cells = {"hazard": hazard.label(language)}
    if Hazard.is_known(hazard.code):
        return word
    return {**word, "hazard.code": hazard.code, "hazard.name.id": hazard.name.id, "hazard.name.en": hazard.name.en}


def _place(place: Place, under: str) -> _Cells:
    return {under: place.text, f"{under}.district": place.district, f"{under}.code": place.code}


def _period(period: Period) -> _Cells:
    """Days as days; a month and a year as ISO 8601 text, since they are no first day of anything."""
    if period.precision in ("month", "year"):
        return {"period": period.iso}
    return {"period": period.start, "period.end": period.end if period.precision == "days" else None}


def _counted(holder: DisasterEvent | Locality) -> _Cells:
    damage = {part: getattr(holder.damage, part) for part in _DAMAGE}
    cells: _Cells = {
        "families": holder.families,
        "people": holder.people,
        **{f"damage.{part}": number for part, number in damage.items()},
        "loss": holder.loss,
    }
    return {**cells, **dict(spread(_besides(holder.counts, _said_by(damage))))}


def _besides(counts: Mapping[str, Number | ByClass], said: Mapping[str, Number | ByClass]) -> dict[str, Any]:
    """The counts that no other column says already; of one that is told by class, the classes that none says."""
    others: dict[str, Number | ByClass] = {}
    for code, number in counts.items():
        told = said.get(code)
        if isinstance(number, ByClass) and isinstance(told, ByClass):
            cells = tuple(cell for cell in number.cells if cell not in told.cells)
            others |= {code: ByClass(cells)} if cells else {}
        elif code not in ("person", "family") and (told is None or number != told):
            others[code] = number
    return others


def _said_by(damage: Mapping[str, int | None]) -> dict[str, Number | ByClass]:
    """What the columns of damage say already, by the codes of counts."""
    degrees = tuple(((("", part),), damage[part]) for part in ("heavy", "light") if damage[part] is not None)
    said: dict[str, Number | ByClass] = {
        "house": damage["houses"],
        "business": damage["businesses"],
        "public_facility": damage["public_facilities"],
        "building": ByClass(degrees) if degrees else None,
    }
    return {code: number for code, number in said.items() if number is not None}


def _columns(rows: list[_Cells]) -> list[_Key]:
    """Those that a table always has, and those that any row fills, in the order of the fields; what has none, last."""
    filled = dict.fromkeys(key for row in rows for key, value in row.items() if value is not None)
    filled |= {key: None for row in rows for key in row if isinstance(key, CountColumn)}  # counted, and not known
    order = {field.code: at for at, field in enumerate(EVENT)}

    def place(key: _Key) -> int:
        field = key.field if isinstance(key, CountColumn) else _FIELDS.get(key)
        return len(order) if field is None else order[field.code]

    return sorted(dict.fromkeys([*_ALWAYS, *filled]), key=place)


def _unit_of(key: _Key, rows: list[_Cells]) -> Unit | None:
    if not isinstance(key, CountColumn) or key.unit is None:
        return None
    amounts = [value for row in rows if (value := row.get(key)) is not None]
    return whole_unit(amounts, Unit.of(key.unit))


def _column(key: _Key, unit: Unit | None, language: str, hxl: bool) -> Column:
    if isinstance(key, CountColumn):
        shown = key if unit is None else CountColumn(code=key.code, classes=key.classes, unit=unit.code, end=key.end)
        tag = _tag(key.field, hxl) + (f"+{key.end[:3]}" if hxl and key.end else "")
        return Column(head=shown.head(language), holds="number", tag=tag)
    field = _FIELDS.get(key)
    if field is None:
        return Column(head=key, tag="#meta+trait" if hxl else "")
    plain = field.code in ("number", "place.code")
    holds = {"count": "number", "amount": "number", "period": "day", "day": "day"}.get(field.kind, "text")
    return Column(head=field.heads.say(language), holds="plain" if plain else holds, tag=_tag(field, hxl))  # type: ignore[arg-type]


def _tag(field: Field | None, hxl: bool) -> str:
    if not hxl:
        return ""
    return "#affected+counted" if field is None else field.hxl


def _value(row: _Cells, key: _Key, language: str) -> Any:
    """What a row has in a column; a class that it says nothing of is not one that it does not know."""
    if isinstance(key, CountColumn) and key not in row and key.classes:
        told = (each for each in row if isinstance(each, CountColumn) and each.code == key.code and each.classes)
        if next(told, None) is not None:
            return NOT_RECORDED.say(language)
    return row.get(key)


def _cell(value: Any, unit: Unit | None) -> Cell:
    if isinstance(value, Quantity):
        return value.amount
    if unit is not None and isinstance(value, int):
        return value // unit.factor
    return value  # type: ignore[no-any-return]  # what a row holds is of the kind of its column
