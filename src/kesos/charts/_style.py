"""How every chart looks: colours that differ in lightness too, Indonesian or English numbers, room for long names."""

from __future__ import annotations

from typing import Any

from kesos.values import Text
from kesos.values._texts import check_language

Spec = dict[str, Any]
"""A chart, or a part of one, in Vega-Lite."""

# Okabe and Ito (2008), "Color Universal Design": told apart by colour-blind readers. Here in an order in which
# neighbours differ in lightness, so that they are told apart without any colour.
BLACK, ORANGE, BLUE, YELLOW = "#000000", "#E69F00", "#0072B2", "#F0E442"
VERMILION, SKY, GREEN, PINK, GREY = "#D55E00", "#56B4E9", "#009E73", "#CC79A7", "#999999"
KINDS = (BLUE, ORANGE, BLACK, YELLOW, VERMILION, SKY, GREEN, PINK, GREY)
"""The first four are told apart by their lightness alone; where there are more, each has a letter besides."""
BY_LIGHTNESS = 4
WHITE = "#FFFFFF"
DARK, LIGHT, PALE = BLUE, SKY, "#DDDDDD"
MARK = VERMILION
BEYOND = ORANGE

WIDTH = 460
STEP = 24
"""How high a row of a chart is, in pixels."""
NOTE_WIDTH = 90
"""How many letters of a note stand on a line above the bars."""

_FONT = "Liberation Sans, Arial, Helvetica, sans-serif"
_MONTHS = {
    "id": (
        *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
        *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}
_SHORT = {language: [name[:3] for name in names] for language, names in _MONTHS.items()}
_DAYS = {
    "id": ["Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"],
    "en": ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
}


def months(language: str) -> list[str]:
    """The short names of the months."""
    return list(_SHORT[check_language(language)])


def locale(language: str) -> Spec:
    """Vega's locale: which marks stand in a number, and what days and months are called.

    >>> locale("id")["number"]["decimal"], locale("en")["time"]["shortMonths"][4]
    (',', 'May')
    """
    id_ = check_language(language) == "id"
    number = {"decimal": "," if id_ else ".", "thousands": "." if id_ else ",", "grouping": [3]}
    day = "%-d %B %Y"
    return {
        "number": {**number, "currency": ["Rp", ""]},
        "time": {
            "dateTime": f"{day} %H:%M:%S",
            "date": day,
            "time": "%H:%M:%S",
            "periods": ["AM", "PM"],
            "days": _DAYS[language],
            "shortDays": [day[:3] for day in _DAYS[language]],
            "months": list(_MONTHS[language]),
            "shortMonths": _SHORT[language],
        },
    }


def config(language: str) -> Spec:
    """What holds for a whole chart."""
    words = {"labelFont": _FONT, "titleFont": _FONT, "labelFontSize": 12, "titleFontSize": 12, "titleFontWeight": 400}
    return {
        "locale": locale(language),
        "background": "#FFFFFF",
        "font": _FONT,
        "view": {"stroke": None},
        "axis": {**words, "labelLimit": 330, "gridColor": "#E5E5E5", "domainColor": "#666666", "tickColor": "#666666"},
        "legend": {**words, "orient": "bottom", "labelLimit": 260, "symbolStrokeWidth": 1, "columns": 3},
        "header": words,
        "title": {
            "font": _FONT,
            "subtitleFont": _FONT,
            "fontSize": 15,
            "subtitleFontSize": 12,
            "subtitleColor": "#444444",
            "subtitlePadding": 4,
            "anchor": "start",
            "frame": "group",
            "offset": 10,
        },
        "concat": {"spacing": 22},
    }


def say(words: Text, language: str, **filled: object) -> str:
    """Words of a chart with their places filled."""
    return words.say(language).format(**filled)


__all__ = [
    "BEYOND",
    "BLACK",
    "BLUE",
    "BY_LIGHTNESS",
    "DARK",
    "KINDS",
    "LIGHT",
    "MARK",
    "NOTE_WIDTH",
    "ORANGE",
    "PALE",
    "STEP",
    "WHITE",
    "WIDTH",
    "Spec",
    "config",
    "locale",
    "months",
    "say",
]
