"""An indicator against its target over the years."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kesos import _checks as checks
from kesos.charts._axes import near
from kesos.charts._chart import Chart, drawn
from kesos.charts._rows import tip
from kesos.charts._style import BLUE, ORANGE, WIDTH, Spec
from kesos.indicators import Measure, measured
from kesos.targets import Aimed, TargetSeries
from kesos.values import Percentage, Text
from kesos.values._tabulated import said_of
from kesos.values._texts import check_language

_TARGET, _REALIZED, _BASELINE = Text("target", "target"), Text("realisasi", "realised"), Text("awal", "baseline")
_BROKEN = Text("Garis terputus: tidak ada angkanya.", "A line is broken where there is no figure.")
_WIDEST = 1_600
_MOST_LABELS = 60
"""Over more years than this only those that have a figure are labelled."""
_YEAR, _WHAT, _VALUE = Text("Tahun", "Year"), Text("Yang digambar", "What is drawn"), Text("Nilai", "Value")
_BETTER = {
    "higher": Text("Makin tinggi makin baik.", "Higher is better."),
    "lower": Text("Makin rendah makin baik.", "Lower is better."),
}


def targets(
    series: TargetSeries,
    realized: Mapping[int, Measure | None] | None = None,
    language: str = "id",
    *,
    title: str | None = None,
) -> Chart:
    """What was aimed at year by year, and what was reached; where a year has no figure, its line is broken.

    Years stand as far apart as they are. The baseline, of no year, stands a year before the first.

    Args:
        series: The targets.
        realized: What was reached in each year: percentages where the targets are, else exact numbers; None, or
            nothing, where that is not known.
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
    reached: dict[int, Aimed | None] = {
        checks.year(year, "realized"): None if value is None else measured(value, f"realized[{year}]", like=like)
        for year, value in checks.mapping({} if realized is None else realized, "realized").items()
    }
    percent = " + '%'" if any(isinstance(each, Percentage) for each in (like, *reached.values())) else ""
    years = sorted({*(year for year, _ in aimed.targets), *reached})
    start = min(years, default=1) - 1
    lines: dict[Text, dict[int, Aimed | None]] = {_TARGET: dict(aimed.targets), _REALIZED: reached}
    if aimed.baseline is not None:
        for line in (_TARGET, *([_REALIZED] if reached else [])):
            lines[line] = {start: aimed.baseline, **lines[line]}
        years = [start, *years]
    names = {start: _BASELINE.say(language)}
    values = [row for line, numbers in lines.items() for row in _rows(line.say(language), numbers, names, language)]
    broken = any(row["value"] is None for row in values)
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
        "width": min(max(WIDTH, 34 * (years[-1] - years[0])), _WIDEST) if years else WIDTH,
        "height": 240,
        "encoding": {
            "x": {"field": "at", "type": "quantitative", "title": None, **_along(years, names)},
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
        subtitle=(f"{_BETTER[aimed.better].say(language)}{f' {_BROKEN.say(language)}' if broken else ''}",),
    )


def _rows(line: str, numbers: Mapping[int, Aimed | None], names: Mapping[int, str], language: str) -> Iterator[Spec]:
    """The figures of a line in order, and nothing where it is broken: in the first year of each gap."""
    known = sorted((year, number) for year, number in numbers.items() if number is not None)
    before = None
    for year, number in known:
        if before is not None and year > before + 1:
            yield _row(line, before + 1, None, names, language)
        yield _row(line, year, number, names, language)
        before = year


def _row(line: str, year: int, number: Aimed | None, names: Mapping[int, str], language: str) -> Spec:
    told = {"at": year, "year": names.get(year, str(year)), "line": line, "said": said_of(number, language)}
    return told | {"value": None if number is None else near(number)}


def _along(years: Sequence[int], names: Mapping[int, str]) -> Spec:
    """The axis of years, each as far from the next as it is, under its own name."""
    first, last = (years[0], years[-1]) if years else (0, 0)
    every = range(first, last + 1) if last - first < _MOST_LABELS else years
    called = "".join(f"datum.value == {year} ? '{name}' : " for year, name in names.items())
    room = 0 if first < last else 1
    return {
        "scale": {"domain": [first - room, last + room], "nice": False, "zero": False, "padding": 26},
        "axis": {
            "values": list(every),
            "labelExpr": f"{called}format(datum.value, 'd')",
            "labelOverlap": "greedy",
            "grid": False,
        },
    }


__all__ = ["targets"]
