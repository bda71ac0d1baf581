"""An indicator against its target over the years."""

from __future__ import annotations

from collections.abc import Mapping

from kesos import _checks as checks
from kesos.charts._axes import near
from kesos.charts._chart import Chart, drawn
from kesos.charts._rows import tip
from kesos.charts._style import BLUE, ORANGE, WIDTH, Spec
from kesos.indicators import Measure, measured
from kesos.targets import TargetSeries
from kesos.values import Percentage, Text
from kesos.values._tabulated import said_of
from kesos.values._texts import check_language

_TARGET, _REALIZED, _BASELINE = Text("target", "target"), Text("realisasi", "realised"), Text("awal", "baseline")
_YEAR, _WHAT, _VALUE = Text("Tahun", "Year"), Text("Yang digambar", "What is drawn"), Text("Nilai", "Value")
_BETTER = {
    "higher": Text("Makin tinggi makin baik.", "Higher is better."),
    "lower": Text("Makin rendah makin baik.", "Lower is better."),
}


def targets(
    series: TargetSeries,
    realized: Mapping[int, Measure] | None = None,
    language: str = "id",
    *,
    title: str | None = None,
) -> Chart:
    """What was aimed at year by year, and what was reached; a year without a figure is left out of its line.

    Args:
        series: The targets.
        realized: What was reached in each year: percentages where the targets are, else exact numbers.
        language: "id" or "en".
        title: What stands over the chart; left out, what is measured.

    Raises:
        InvalidValueError: `series` is something else; a figure is not exact or below zero, or not in the unit of the
            targets.
        MissingExtraError: The extra `charts` is not installed.

    >>> poor = TargetSeries(name="PMKS / penduduk (%)", better="lower", baseline="20", targets={2017: 18, 2018: 17})
    >>> targets(poor, {2017: "15.27"})
    <Chart: PMKS / penduduk (%)>
    """
    check_language(language)
    aimed = checks.instance(series, "series", TargetSeries)
    like = next((value for _, value in aimed.targets), aimed.baseline)
    reached = {
        checks.year(year, "realized"): measured(value, f"realized[{year}]", like=like)
        for year, value in checks.mapping({} if realized is None else realized, "realized").items()
    }
    percent = " + '%'" if any(isinstance(each, Percentage) for each in (like, *reached.values())) else ""
    start = _BASELINE.say(language)
    years = [str(year) for year in sorted({*(year for year, _ in aimed.targets), *reached})]
    lines = {_TARGET: dict(aimed.targets), _REALIZED: reached}
    values: list[Spec] = [
        {"year": str(year), "line": line.say(language), "value": near(number), "said": said_of(number, language)}
        for line, numbers in lines.items()
        for year, number in sorted(numbers.items())
    ]
    if aimed.baseline is not None:
        first: Spec = {"year": start, "value": near(aimed.baseline), "said": said_of(aimed.baseline, language)}
        values = [
            {**first, "line": line.say(language)} for line in (_TARGET, *([_REALIZED] if reached else []))
        ] + values
        years = [start, *years]
    shown = [line.say(language) for line, numbers in lines.items() if numbers]
    of_line: Spec = {"field": "line", "type": "nominal", "title": None}
    domain: Spec = {"domain": shown}
    words: Spec = {"type": "text", "fontSize": 11, "color": "#222222"}
    texts: list[Spec] = [
        {
            "transform": [{"filter": {"field": "line", "equal": line}}],
            "mark": {**words, "dy": away},
            "encoding": {"text": {"field": "said"}},
        }
        for line, away in zip(shown, (-13, 15), strict=False)
    ]
    body: Spec = {
        "data": {"values": values},
        "width": max(WIDTH, 34 * len(years)),
        "height": 240,
        "encoding": {
            "x": {"field": "year", "type": "nominal", "sort": years, "title": None, "axis": {"labelAngle": 0}},
            "y": {
                "field": "value",
                "type": "quantitative",
                "title": None,
                "axis": {"labelExpr": f"format(datum.value, ','){percent}", "tickCount": 6},
                "scale": {"zero": True},
            },
            "tooltip": [
                tip("year", _YEAR.say(language)),
                tip("line", _WHAT.say(language)),
                tip("said", _VALUE.say(language)),
            ],
        },
        "layer": [
            {
                "mark": {"type": "line", "strokeWidth": 2},
                "encoding": {
                    "color": {**of_line, "scale": {**domain, "range": [ORANGE, BLUE][: len(shown)]}},
                    "strokeDash": {**of_line, "scale": {**domain, "range": [[6, 4], [1, 0]][: len(shown)]}},
                },
            },
            {
                "mark": {"type": "point", "filled": True, "size": 80, "opacity": 1},
                "encoding": {
                    "color": {**of_line, "scale": {**domain, "range": [ORANGE, BLUE][: len(shown)]}},
                    "shape": {**of_line, "scale": {**domain, "range": ["diamond", "circle"][: len(shown)]}},
                },
            },
            *texts,
        ],
    }
    return drawn(
        body,
        language=language,
        title=aimed.name if title is None else checks.text(title, "title"),
        subtitle=(_BETTER[aimed.better].say(language),),
    )


__all__ = ["targets"]
