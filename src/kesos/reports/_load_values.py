"""What a report's file writes in a few words, read: texts, values, marks, years."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any, TypeVar

from kesos import _checks as checks
from kesos.errors import InvalidValueError
from kesos.values import Percentage, Period, Quantity, Span, Text

T = TypeVar("T")

_FOOTNOTES = {"²": 2, "³": 3}
_YEAR = re.compile(r"\b(?:19|20)\d\d\b", re.ASCII)


def need(data: Mapping[str, Any], key: str, kind: type[T]) -> T:
    """What has to stand under this key.

    >>> need({"at": "C.2"}, "at", str)
    'C.2'
    """
    if key not in data:
        raise InvalidValueError("missing", field=key)
    return checks.instance(data[key], key, kind)


def text_of(data: Any) -> Text:
    """A text in both languages."""
    table = checks.instance(data, "", dict)
    return Text(need(table, "id", str), need(table, "en", str))


def whole(text: str, field: str) -> int:
    """The whole number that a part of a line is.

    >>> whole("12", "line")
    12
    """
    if text.isascii() and text.isdecimal():
        return int(text)
    raise InvalidValueError("not_whole", field=field, value=text)


def value_of(data: Mapping[str, Any]) -> Any:
    """What a printed text means, as the file says it; None where it says nothing.

    >>> print(value_of({"amount": 5, "unit": "family"}), value_of({"percent": "35.45"}), value_of({}))
    5 KK 35,45% None
    """
    unit = data.get("unit")
    if "amount" in data:
        return Quantity(data["amount"], unit or "unit")
    if "span" in data:
        ends = checks.items(data["span"], "span")
        if len(ends) != 2:
            raise InvalidValueError("wrong_length.span", field="span", value=ends)
        return Span(*(ends if unit is None else (Quantity(end, unit) for end in ends)))
    if "percent" in data:
        return Percentage(data["percent"])
    if "period_value" in data:
        return Period.of(data["period_value"], "period_value")
    return data.get("number")


def mention_value(words: str) -> Any:
    """A period in ISO 8601, "= n", or nothing.

    >>> mention_value("= 19"), str(mention_value("2017")), mention_value("")
    (19, '2017', None)
    """
    if not words:
        return None
    return whole(words[1:].strip(), "value") if words.startswith("=") else Period.of(words, "value")


def mark_value(mark: str) -> int | None:
    """Which number or letter of a list a mark is; None for two marks at once and for words.

    >>> [mark_value(mark) for mark in ("2.", "c)", "(ii)", "³", "b) (2)")]
    [2, 3, 2, 3, None]
    """
    bare = mark.strip(".()")
    if bare in _FOOTNOTES:
        return _FOOTNOTES[bare]
    if bare.isdecimal():
        return int(bare)
    if bare and set(bare) == {"i"}:
        return len(bare)
    return ord(bare.casefold()) - ord("a") + 1 if len(bare) == 1 and bare.isalpha() else None


def years_in(text: str) -> Period | None:
    """The year or the years that a title or a head names.

    >>> print(years_in("Tahun 2016 s/d 2019"), years_in("Anggaran Tahun 2016 (Rp)"), years_in("Realisasi (%)"))
    1 Januari 2016 – 31 Desember 2019 2016 None
    """
    years = [int(year) for year in _YEAR.findall(text)]
    if not years:
        return None
    return Period.year(years[0]) if len(years) == 1 else Period.between(date(years[0], 1, 1), date(years[-1], 12, 31))
