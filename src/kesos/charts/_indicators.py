"""Indicators as percentages, a bar for each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kesos import _checks as checks
from kesos.charts._axes import Axis, near
from kesos.charts._chart import Chart, drawn
from kesos.charts._rows import ROW, bar, named_once, panel, said_name, tip
from kesos.charts._style import PALE, Spec, say
from kesos.errors import InvalidValueError, ParseError
from kesos.values import Amount, Percentage, Printed, Text, share_of
from kesos.values._display import UNKNOWN
from kesos.values._tabulated import said_of
from kesos.values._texts import check_language
from kesos.wording import parse_percent

_TITLE = Text("Indikator", "Indicators")
_HOW = Text("Batang abu-abu: 100%. Persentase dengan dua desimal.", "Grey bar: 100%. Percentages with two decimals.")
_AXIS = Text("persen", "percent")
_INDICATOR, _VALUE = Text("Indikator", "Indicator"), Text("Nilai", "Value")
_OF = Text("{share} ({part} dari {whole})", "{share} ({part} of {whole})")

Share = Percentage | Printed | str | tuple[Amount | None, Amount | None] | None


def indicators(
    values: Mapping[str, Share] | Mapping[Text, Share], language: str = "id", *, title: str | None = None
) -> Chart:
    """Indicators that are percentages, each beside a hundred percent; what is not known has no bar.

    Args:
        values: By the name of each indicator its percentage, or what a page prints for one ("90,5%"), or a pair of a
            part and its whole (counts, or quantities of one unit), which are said too; None where it is not known.
        language: "id" or "en".
        title: What stands over the chart.

    Raises:
        InvalidValueError: It is something else, or none; a print that is no percentage; a whole of zero; a part that is
            larger than its whole.
        MissingExtraError: The extra `charts` is not installed.

    >>> chart = indicators({"Jaminan sosial": (117, 330), "Bantuan sosial": Percentage("90.89"), "Panti": None})
    >>> [row["said"] for row in chart.to_dict()["data"]["values"]]
    ['35,45% (117 dari 330)', '90,89%', 'tidak diketahui']
    """
    check_language(language)
    given = checks.mapping(values, "values")
    if not given:
        raise InvalidValueError("empty.chart", field="values", value=given)
    names = named_once(said_name(name, "values", language) for name in given)
    rows = [
        {ROW: name, **_told(value, f"values[{key!r}]", language)}
        for name, (key, value) in zip(names, given.items(), strict=True)
    ]
    tips = [tip(ROW, _INDICATOR.say(language)), tip("said", _VALUE.say(language))]
    layers = [bar("whole", color=PALE, size=18, tooltip=tips), bar("value", size=10, tooltip=tips)]
    return drawn(
        panel(rows, layers, Axis(1, _AXIS.say(language))),
        language=language,
        title=_TITLE.say(language) if title is None else checks.text(title, "title"),
        subtitle=(_HOW.say(language),),
    )


def _told(value: Any, field: str, language: str) -> Spec:
    """Where a bar ends, and what is said behind it."""
    given = value.value if isinstance(value, Printed) else value
    if given is None or (isinstance(given, tuple) and None in given):
        return {"value": None, "whole": None, "end": 0, "said": UNKNOWN.say(language)}
    if isinstance(given, tuple):
        part, whole = _pair(given, field)
        share = share_of(part, whole, part_field=f"{field}[0]", whole_field=f"{field}[1]")
        told = {"part": said_of(part, language), "whole": said_of(whole, language)}
        said = say(_OF, language, share=share.say(language, places=2), **told)
    else:
        share = _read(given, field) if isinstance(given, str) else checks.instance(given, field, Percentage)
        said = share.say(language, places=2)
    ends = near(share)
    return {"value": ends, "whole": 100, "end": max(100, ends), "said": said}


def _read(print: str, field: str) -> Percentage:
    try:
        return parse_percent(print)
    except ParseError as error:
        error.field = field
        raise


def _pair(given: tuple[Any, ...], field: str) -> tuple[Any, Any]:
    if len(given) == 2:
        return given[0], given[1]
    raise InvalidValueError("wrong_length", field=field, value=given, length=2)


__all__ = ["indicators"]
