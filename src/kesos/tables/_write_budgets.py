"""Budgets and quotas as tables."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, TypeVar, cast

from kesos import _checks as checks
from kesos._sheets._fields import Field
from kesos._sheets._kinds import is_total
from kesos._sheets._writing import Cell, Column, Holds, Sheet
from kesos._sheets._writing_files import Target, write_sheets
from kesos.budgets import Budget, BudgetLine
from kesos.errors import InvalidValueError, check_language
from kesos.quotas import ProgramQuota
from kesos.tables._choices import say_choice
from kesos.tables._columns import BUDGET, QUOTA
from kesos.tables._write_sources import by_document, source_cells, sources_sheet
from kesos.values import Quantity, Text
from kesos.values._display import TOTAL, UNKNOWN

_BUDGET = Text("Anggaran", "Budget")
_QUOTA = Text("Kuota", "Quota")
_YEAR = Text("Tahun", "Year")
T = TypeVar("T")
_MARKS = {"id": ",", "en": "."}


def write_budget(
    budget: Budget,
    target: Target,
    *,
    language: str = "id",
    format: str | None = None,
    delimiter: str | None = None,
) -> None:
    """Writes a budget as a table, CSV or XLSX: a row for each line, and the total where every line is known.

    What was realised stands in one column where it is known to the rupiah, else in two, from the least to the most. A
    line of which no amount is known says so, since a row of a name alone would be a heading.

    Args:
        budget: The budget.
        target: As for `write_events`.
        language: "id" or "en".
        format: As for `write_events`.
        delimiter: As for `write_events`.

    Raises:
        InvalidValueError: `budget` is none, or several; a text that such a file cannot hold.
        MissingExtraError: A spreadsheet, and openpyxl is not installed.

    >>> import io
    >>> lines = [BudgetLine(name="Belanja Pegawai", ceiling=60, realized=30), BudgetLine(name="Modal", ceiling=40)]
    >>> file = io.StringIO()
    >>> write_budget(Budget(year=2017, holder="Contoh", funding="APBD", lines=lines), file, format="csv")
    >>> print(file.getvalue(), end="")
    Uraian;Pagu (Rp);Realisasi (Rp)
    Belanja Pegawai;60;30
    Modal;40;
    Jumlah;100;
    """
    given = _one(budget, "budget", Budget)
    check_language(language)
    rows = [_line(each, language) for each in given.lines]
    known = all(each.ceiling is not None for each in given.lines)
    spent = [each.realized for each in given.lines if each.realized is not None]
    whole: dict[str, Any] = {"name": TOTAL.say(language), "ceiling": given.ceiling if known else None}
    if len(spent) == len(given.lines):
        whole |= _realized(given.realized.minimum, given.realized.maximum)
    title = f"{given.holder}, {given.funding}, {_YEAR.say(language).lower()} {given.year}"
    sheet = table(BUDGET, [*rows, whole], ("name", "ceiling", "realized"), _BUDGET.say(language), language, title)
    sources = sources_sheet(by_document(each.source for each in given.lines), language)
    write_sheets((sheet, *sources), target, language=language, format=format, delimiter=delimiter)


def _one(value: object, field: str, kind: type[T]) -> T:
    """`value` where it is one of a kind; several are not written as one table."""
    if isinstance(value, (list, tuple)):
        raise InvalidValueError("wrong_type.several", field=field, value=value, kind=kind.__name__)
    return checks.instance(value, field, kind)


def _line(line: BudgetLine, language: str) -> dict[str, Any]:
    span = line.realized
    bare = line.ceiling is None and span is None and line.realized_percent is None
    return {
        "name": line.name,
        "kind": say_choice("kind", line.kind, language),
        "program": line.program,
        "ceiling": UNKNOWN.say(language) if bare else line.ceiling,  # a row of a name alone would be a heading
        **({} if span is None else _realized(span.minimum, span.maximum)),
        "realized_percent": None if line.realized_percent is None else _percent(str(line.realized_percent), language),
        **source_cells(line.source, "source", language),
    }


def _realized(least: Quantity, most: Quantity) -> dict[str, Any]:
    return {"realized": least} if least == most else {"realized.minimum": least, "realized.maximum": most}


def _percent(printed: str, language: str) -> Cell:
    """A printed percentage as a number; as text where a number would lose the zero that it was printed with."""
    return printed.replace(".", _MARKS[language]) if "." in printed and printed.endswith("0") else Decimal(printed)


def write_quota(
    quota: ProgramQuota,
    target: Target,
    *,
    language: str = "id",
    format: str | None = None,
    delimiter: str | None = None,
) -> None:
    """Writes a quota as a table, CSV or XLSX: a row for each area inside, and the whole in the last.

    An area whose number is not known says so, since a row of a name alone would be a heading.

    Args:
        quota: The quota.
        target: As for `write_events`.
        language: "id" or "en".
        format: As for `write_events`.
        delimiter: As for `write_events`.

    Raises:
        InvalidValueError: `quota` is none, or several; a text that such a file cannot hold.
        MissingExtraError: A spreadsheet, and openpyxl is not installed.

    >>> import io
    >>> areas = {"Kumai": 2_568, "Arut Selatan": 2_148}
    >>> quota = ProgramQuota(program="BPNT", year=2018, area="Contoh", families=4_716, sub_areas=areas)
    >>> file = io.StringIO()
    >>> write_quota(quota, file, format="csv")
    >>> print(file.getvalue(), end="")
    Wilayah;KPM
    Kumai;2568
    Arut Selatan;2148
    Jumlah;4716
    """
    given = _one(quota, "quota", ProgramQuota)
    check_language(language)
    counted = "people" if given.families is None else "families"
    whole: dict[str, Any] = {
        "area": TOTAL.say(language) if given.sub_areas else given.area,
        "families": given.families,
        "people": given.people,
        "budget": given.budget,
        **source_cells(given.source, "source", language),
    }
    unknown = UNKNOWN.say(language)
    rows = [{"area": area, counted: unknown if number is None else number} for area, number in given.sub_areas]
    title = f"{given.program.label(language)}, {given.area}, {_YEAR.say(language).lower()} {given.year}"
    sheet = table(QUOTA, [*rows, whole], ("area", counted), _QUOTA.say(language), language, title, bool(rows))
    sources = sources_sheet(by_document([given.source]), language)
    write_sheets((sheet, *sources), target, language=language, format=format, delimiter=delimiter)


def table(
    fields: tuple[Field, ...],
    rows: list[dict[str, Any]],
    always: tuple[str, ...],
    name: str,
    language: str,
    title: str = "",
    total: bool = True,
) -> Sheet:
    """Rows under the fields that a table always has and those that any row fills; the last row may be a total.

    Raises:
        InvalidValueError: What names another row would be read as the word for a total.
    """
    for row in rows[: len(rows) - total]:
        words = row.get(always[0])
        if isinstance(words, str) and is_total(words):
            heads = next(each.heads for each in fields if each.code == always[0])
            raise InvalidValueError("not_for_a_cell.total", field="rows", value=words, column=heads)
    used = [each for each in fields if each.code in always or any(row.get(each.code) is not None for row in rows)]
    return Sheet(
        name=name,
        title=(title,) if title else (),
        columns=tuple(Column(head=each.heads.say(language), holds=holds_of(each)) for each in used),
        rows=tuple(tuple(_cell(row.get(each.code)) for each in used) for row in rows),
        strong=frozenset([len(rows) - 1]) if total else frozenset(),
    )


def holds_of(field: Field) -> Holds:
    """How the cells of a field are set."""
    kinds = {"count": "number", "amount": "number", "percent": "number", "period": "day", "day": "day"}
    return cast("Holds", kinds.get(field.kind, "text"))


def _cell(value: Any) -> Cell:
    # what is not whole rupiah is held in sen, and stands in rupiah all the same
    return value if not isinstance(value, Quantity) else value.amount if value.unit.code == "IDR" else value.to("IDR")
