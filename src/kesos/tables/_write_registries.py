"""A list of families and its changes as rows: references only."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kesos import _checks as checks
from kesos._sheets._collector import no_collector
from kesos._sheets._writing import Sheet
from kesos._sheets._writing_files import Target, write_sheets
from kesos.errors import check_language
from kesos.registry import REASONS, Change, Registry
from kesos.tables._choices import say_choice
from kesos.tables._references import as_area, as_reference
from kesos.tables._service_columns import CHANGE, REGISTRY
from kesos.tables._write_budgets import table
from kesos.values import Text
from kesos.values import _locales as locales

_LIST = Text("Daftar keluarga", "Families")
_CHANGES = Text("Perubahan", "Changes")
_ON = Text("keadaan {}", "on {}")
_PRINTED = {each.code: each.printed for each in REASONS if each.printed}
_NAMED = {each.code: each.name for each in REASONS}


@no_collector()
def write_registry(
    registry: Registry,
    target: Target,
    *,
    language: str = "id",
    format: str | None = None,
    delimiter: str | None = None,
) -> None:
    """Writes a list of families as it stands now, CSV or XLSX: a row for each, and where it lives as far as is known.

    In a spreadsheet a second sheet holds the changes that led to it.

    Args:
        registry: The list.
        target: As for `write_events`.
        language: "id" or "en".
        format: As for `write_events`.
        delimiter: As for `write_events`.

    Raises:
        InvalidValueError: `registry` is none; a reference or an area that `read_registry` would not take, such as a
            name; a text that such a file cannot hold. Nothing is written then.
        MissingExtraError: A spreadsheet, and openpyxl is not installed.

    >>> import io
    >>> areas = {"f1": "Desa Umpang"}
    >>> dtks = Registry(name="DTKS", area="Contoh", families=["f1", "f2"], on="2021-01-07", areas=areas)
    >>> file = io.StringIO()
    >>> write_registry(dtks, file, format="csv")
    >>> print(file.getvalue(), end="")
    Kode keluarga;Wilayah
    f1;Desa Umpang
    f2;
    """
    given = checks.private(checks.instance)(registry, "registry", Registry)
    check_language(language)
    rows: list[dict[str, Any]] = [
        {"family": as_reference(family, f"families[{at}]"), "area": as_area(given.area_of(family), f"areas[{at}]")}
        for at, family in enumerate(given.families)
    ]
    title = f"{given.name}, {given.area}, {_ON.say(language).format(locales.day(given.on, language))}"
    sheet = table(REGISTRY, rows, ("family", "area"), _LIST.say(language), language, title, total=False)
    history = (_changes(given.history, "history", language),) if given.history else ()
    write_sheets((sheet, *history), target, language=language, format=format, delimiter=delimiter)


@no_collector()
def write_changes(
    changes: Iterable[Change],
    target: Target,
    *,
    language: str = "id",
    format: str | None = None,
    delimiter: str | None = None,
) -> None:
    """Writes changes of a list as a table, CSV or XLSX: a row for each, in their order.

    Reasons stand in the words of the report in Indonesian; a code of your own stands as it is.

    Args:
        changes: The changes, such as the `history` of a `Registry`.
        target: As for `write_events`.
        language: "id" or "en".
        format: As for `write_events`.
        delimiter: As for `write_events`.

    Raises:
        InvalidValueError: One of them is none; a reference or an area that `read_changes` would not take, such as a
            name; a text that such a file cannot hold. Nothing is written then.
        MissingExtraError: A spreadsheet, and openpyxl is not installed.

    >>> import io
    >>> file = io.StringIO()
    >>> write_changes([Change(family="f2", kind="remove", reason="moved", on="2021-02-01")], file, format="csv")
    >>> print(file.getvalue(), end="")
    Kode keluarga;Perubahan;Alasan;Tanggal;Wilayah
    f2;dikeluarkan;Pindah domisili;2021-02-01;
    """
    given: tuple[Change, ...] = checks.private(checks.items)(changes, "changes", Change)
    check_language(language)
    write_sheets((_changes(given, "changes", language),), target, language=language, format=format, delimiter=delimiter)


def _changes(changes: Iterable[Change], of: str, language: str) -> Sheet:
    rows = [_row(change, f"{of}[{at}]", language) for at, change in enumerate(changes)]
    always = ("family", "kind", "reason", "on", "area")
    return table(CHANGE, rows, always, _CHANGES.say(language), language, total=False)


def _row(change: Change, field: str, language: str) -> dict[str, Any]:
    return {
        "family": as_reference(change.family, f"{field}.family"),
        "kind": say_choice("change.kind", change.kind, language),
        "reason": _say_reason(change.reason, language),
        "on": change.on,
        "area": as_area(change.area, f"{field}.area"),
        "becomes": None if change.becomes is None else as_reference(change.becomes, f"{field}.becomes"),
    }


def _say_reason(code: str, language: str) -> str:
    """A reason in the words of the report; where it names none, by its name; else the code."""
    if language == "id" and code in _PRINTED:
        return _PRINTED[code]
    return _NAMED[code].say(language) if code in _NAMED else code
