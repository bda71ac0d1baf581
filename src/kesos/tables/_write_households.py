"""Households as rows; nothing personal goes out unless `personal=` asks for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from kesos import _checks as checks
from kesos._sheets._writing_files import Target, write_sheets
from kesos.categories import Pmks
from kesos.errors import check_language
from kesos.people import Household
from kesos.tables._choices import say_choice
from kesos.tables._columns import HOUSEHOLD, by_code
from kesos.tables._write_budgets import table
from kesos.values import Text

_HOUSEHOLDS = Text("Rumah tangga", "Households")
_FIELDS = by_code(HOUSEHOLD)
_BETWEEN = "; "
"""What stands between the categories in a cell: their names hold commas."""


def write_households(
    households: Iterable[Household],
    target: Target,
    *,
    personal: bool | Iterable[str] = False,
    language: str = "id",
    format: str | None = None,
    delimiter: str | None = None,
) -> None:
    """Writes households as a table, CSV or XLSX: a row for each member that is known, the household's own in each.

    Names and birth dates are left out unless `personal=` asks for them. Keep such a file as you keep the list itself.

    Args:
        households: The households.
        target: As for `write_events`.
        personal: Which personal fields to write ("name", "birth_date"); True for all of them.
        language: "id" or "en".
        format: As for `write_events`.
        delimiter: As for `write_events`.

    Raises:
        InvalidValueError: One of them is no household; a text that such a file cannot hold; nothing personal is in it.
        MissingExtraError: A spreadsheet, and openpyxl is not installed.

    >>> import io
    >>> from kesos.people import Beneficiary
    >>> family = Household(reference="f1", members=[Beneficiary(name="Siti", sex="female", elderly=False)], poor=True)
    >>> file = io.StringIO()
    >>> write_households([family], file, format="csv")
    >>> print(file.getvalue(), end="")
    Kode rumah tangga;Semua anggota tercatat;Miskin;Anggota ke-;Jenis kelamin;Lanjut usia
    f1;ya;ya;1;perempuan;tidak
    """
    given: tuple[Household, ...] = checks.items(households, "households", Household)
    check_language(language)
    asked = personal if isinstance(personal, (bool, str)) else checks.items(personal, "personal")
    rows = [row for each in given for row in _rows(each.to_dict(personal=asked), language)]
    sheet = table(HOUSEHOLD, rows, ("household.reference", "member"), _HOUSEHOLDS.say(language), language, total=False)
    write_sheets((sheet,), target, language=language, format=format, delimiter=delimiter)


def _rows(plain: Mapping[str, Any], language: str) -> list[dict[str, Any]]:
    whole = _cells("household", {key: value for key, value in plain.items() if key != "members"}, language)
    if plain["members"] is None:
        return [whole]
    return [
        whole | {"member": number} | _cells("member", member, language)
        for number, member in enumerate(plain["members"], 1)
    ]


def _cells(of: str, values: Mapping[str, Any], language: str) -> dict[str, Any]:
    return {f"{of}.{key}": _cell(f"{of}.{key}", value, language) for key, value in values.items()}


def _cell(code: str, value: Any, language: str) -> Any:
    if isinstance(value, list):
        return _BETWEEN.join(Pmks[each].say(language) for each in value) or "-"
    kind = _FIELDS[code].kind
    if kind in ("flag", "choice"):
        return say_choice(code, value, language)
    return date.fromisoformat(value) if kind == "day" and value is not None else value
