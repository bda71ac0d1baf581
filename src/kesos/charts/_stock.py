"""The course of a stock: what is left of each item day by day, and when it is not enough."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

from kesos import _checks as checks
from kesos.charts._axes import amount_of, axis_of
from kesos.charts._chart import Chart, drawn
from kesos.charts._rows import tip, under_each_other
from kesos.charts._style import BLUE, MARK, WIDTH, Spec, say
from kesos.errors import InvalidValueError
from kesos.values import Quantity, Text
from kesos.values import _locales as locales
from kesos.values._days import plain_date
from kesos.values._texts import check_language

_TITLE = Text("Persediaan hari demi hari", "The stock day by day")
_HOW = Text(
    "Garis: sisa pada akhir hari. Tanda silang: hari yang kekurangan.",
    "Line: what is left at the end of a day. Cross: a day on which there was not enough.",
)
_DAY, _LEFT, _SHORT = Text("Hari", "Day"), Text("Sisa", "Left"), Text("Kurang", "Short")
_LACKING = Text("kurang {amount}", "short by {amount}")
_POINT: Spec = {"type": "point", "filled": True, "opacity": 1}
_PARTS = ("day", "item", "left")


class _Day(NamedTuple):
    item: str
    on: date
    left: Quantity
    short: Quantity


def stock(course: Iterable[Any], language: str = "id", *, title: str | None = None) -> Chart:
    """What is left of each item at the end of each day, and by how much it fell short; an axis for each item.

    Args:
        course: A row for each item and day on which anything happens, with `day`, `item`, `left` and, where there was
            not enough, `short`: a mapping, or an object such as a day of a plan. An item is a name, or has one.
        language: "id" or "en".
        title: What stands over the chart.

    Raises:
        InvalidValueError: A row lacks one of these, or there is none; two rows are of one item and day; an amount is
            above 2^53 of its base unit.
        UnitError: An item is counted in units that do not go together.
        MissingExtraError: The extra `charts` is not installed.

    >>> rows = [{"day": "2017-03-01", "item": "Beras", "left": Quantity(500, "kg")}]
    >>> stock(rows, "en")
    <Chart: The stock day by day>
    """
    check_language(language)
    days = [_day(each, at, language) for at, each in enumerate(checks.each_of(course, "course"))]
    if not days:
        raise InvalidValueError("empty.chart", field="course", value=days)
    of_item: dict[str, dict[date, _Day]] = {}
    for at, day in enumerate(days):
        if of_item.setdefault(day.item, {}).setdefault(day.on, day) is not day:
            raise InvalidValueError("duplicate.day", field=f"course[{at}]", value=day.on, item=day.item)
    first, last = min(day.on for day in days), max(day.on for day in days)
    panels = [_panel(item, list(each.values()), first, last, language) for item, each in of_item.items()]
    return drawn(
        under_each_other(panels),
        language=language,
        title=_TITLE.say(language) if title is None else checks.text(title, "title"),
        subtitle=(_HOW.say(language),),
    )


def _day(given: Any, at: int, language: str) -> _Day:
    field = f"course[{at}]"

    def get(name: str) -> Any:
        return given.get(name) if isinstance(given, Mapping) else getattr(given, name, None)

    for part in _PARTS:
        if get(part) is None:
            raise InvalidValueError("lacks_part", field=f"{field}.{part}", value=given, part=part)
    item = get("item")
    item = item if isinstance(item, str) else getattr(item, "name", item)
    left = checks.instance(get("left"), f"{field}.left", Quantity)
    short = get("short")
    return _Day(
        item=item.say(language) if isinstance(item, Text) else checks.text(item, f"{field}.item"),
        on=plain_date(get("day"), f"{field}.day"),
        left=left,
        short=left - left if short is None else checks.instance(short, f"{field}.short", Quantity),
    )


def _panel(item: str, days: list[_Day], first: date, last: date, language: str) -> Spec:
    days.sort(key=lambda day: day.on)
    nothing = days[0].left - days[0].left
    axis = axis_of([day.left + nothing for day in days], language)
    values = [
        {
            "day": day.on.isoformat(),
            "at": day.on.isoformat(),
            "left": amount_of(day.left),
            "short": amount_of(day.short),
            "when": locales.day(day.on, language),
            "said": day.left.say(language),
            "lacking": say(_LACKING, language, amount=day.short.say(language)) if day.short else "",
        }
        for day in days
    ]
    tips = [
        tip("when", _DAY.say(language)),
        tip("said", _LEFT.say(language)),
        tip("lacking", _SHORT.say(language)),
    ]
    lacks = [{"filter": "datum.short > 0"}]
    first_short = next((day.on.isoformat() for day in days if day.short), "")
    domain = [{"year": day.year, "month": day.month, "date": day.day, "utc": True} for day in (first, last)]
    return {
        "title": {"text": item, "fontSize": 13, "offset": 4, "frame": "group"},
        "data": {"values": values, "format": {"parse": {"day": "utc:'%Y-%m-%d'"}}},
        "width": WIDTH + 40,
        "height": 120,
        "encoding": {
            "x": {
                "field": "day",
                "type": "temporal",
                "title": None,
                "scale": {"type": "utc", **({"domain": domain} if first < last else {})},
                "axis": {
                    "format": "%-d %b",
                    "tickCount": {"interval": "day", "step": max(1, ((last - first).days + 9) // 10)},
                    "labelOverlap": "greedy",
                    "grid": False,
                },
            },
            "y": {"field": "left", "type": "quantitative", "axis": axis.spec(), "scale": {"zero": True}},
            "tooltip": tips,
        },
        "layer": [
            {"mark": {"type": "area", "interpolate": "step-after", "color": BLUE, "opacity": 0.15}},
            {"mark": {"type": "line", "interpolate": "step-after", "color": BLUE, "strokeWidth": 2}},
            {"mark": {**_POINT, "color": BLUE, "size": 35}},
            {
                "transform": lacks,
                "mark": {
                    "type": "point",
                    "shape": "cross",
                    "angle": 45,
                    "filled": True,
                    "color": MARK,
                    "size": 130,
                    "opacity": 1,
                },
            },
            {  # the first says what it is: words on every day would stand on each other
                "transform": [{"filter": f"datum.at === '{first_short}'"}],
                "mark": {"type": "text", "align": "left", "dx": 6, "dy": -14, "fontSize": 11, "color": "#222222"},
                "encoding": {"text": {"field": "lacking"}},
            },
        ],
    }


__all__ = ["stock"]
