"""A year's disasters by month and kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from kesos import _checks as checks
from kesos.charts._chart import Chart, drawn
from kesos.charts._rows import tip
from kesos.charts._style import KINDS, WIDTH, Spec, months, say
from kesos.errors import InvalidValueError
from kesos.events import DisasterEvent
from kesos.hazards import Hazard
from kesos.values import Text
from kesos.values._texts import check_language

_TITLE = Text("Kejadian bencana tahun {years}", "Disasters in {years}")
_MONTH, _KIND, _EVENTS = Text("Bulan", "Month"), Text("Jenis bencana", "Kind"), Text("Kejadian", "Events")
_UNKNOWN = Text("bulan tidak diketahui", "month not known")
_HOW = Text("Dihitung pada bulan mulainya.", "Counted in the month in which it began.")
_TOTAL, _ONE = Text("{many} kejadian.", "{many} events."), Text("1 kejadian.", "1 event.")
_OTHER = Text("lainnya", "others")


def disasters(events: Iterable[DisasterEvent], language: str = "id", *, title: str | None = None) -> Chart:
    """How many disasters began in each month, by kind; the months in which none did stand there too.

    Where the month is not known, the event stands in a column of its own. Events of several years have a row for each.
    The eight kinds that are most frequent have a colour; where there are more, the others share one.

    Args:
        events: The events.
        language: "id" or "en".
        title: What stands over the chart.

    Raises:
        InvalidValueError: Something is no event, or there is none.
        MissingExtraError: The extra `charts` is not installed.
    """
    check_language(language)
    given = checks.items(events, "events", DisasterEvent)
    if not given:
        raise InvalidValueError("empty.chart", field="events", value=given)
    names, unknown = months(language), _UNKNOWN.say(language)
    frequent = [hazard for hazard, _ in Counter(event.hazard for event in given).most_common()]
    kinds = {hazard: hazard.label(language) for hazard in frequent}
    if len(kinds) > len(KINDS):
        kinds |= dict.fromkeys(frequent[len(KINDS) - 1 :], _OTHER.say(language))
    years = sorted({event.period.start.year for event in given})
    counted = Counter(_cell(event, names, unknown, kinds) for event in given)
    columns = [*names, unknown] if any(month == unknown for _, month, _ in counted) else names
    shown = list(dict.fromkeys(kinds.values()))
    values = [
        {"year": year, "month": month, "kind": kind, "events": many, "order": shown.index(kind)}
        for (year, month, kind), many in counted.items()
    ]
    most = max(sum(many for (y, m, _), many in counted.items() if (y, m) == cell) for cell in {k[:2] for k in counted})
    body: Spec = {
        "data": {"values": values},
        "width": WIDTH + 60,
        "height": 220 if len(years) == 1 else 110,
        "mark": {"type": "bar", "stroke": "#FFFFFF", "strokeWidth": 1},
        "encoding": {
            "x": {
                "field": "month",
                "type": "nominal",
                "sort": columns,
                "scale": {"domain": columns},
                "title": None,
                "axis": {"labelAngle": 0 if columns == names else -40},
            },
            "y": {
                "field": "events",
                "type": "quantitative",
                "stack": True,
                "title": _EVENTS.say(language).lower(),
                "axis": {"format": ",d", "tickMinStep": 1, "tickCount": min(most, 6)},
            },
            "color": {
                "field": "kind",
                "type": "nominal",
                "title": None,
                "scale": {"domain": shown, "range": list(KINDS[: len(shown)])},
            },
            "order": {"field": "order", "type": "quantitative"},
            "tooltip": [
                tip("month", _MONTH.say(language)),
                tip("kind", _KIND.say(language)),
                tip("events", _EVENTS.say(language)),
            ],
            **({} if len(years) == 1 else {"row": {"field": "year", "type": "ordinal", "title": None}}),
        },
    }
    spoken = str(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1]}"
    return drawn(
        body,
        language=language,
        title=say(_TITLE, language, years=spoken) if title is None else checks.text(title, "title"),
        subtitle=(f"{say(_ONE if len(given) == 1 else _TOTAL, language, many=len(given))} {_HOW.say(language)}",),
    )


def _cell(event: DisasterEvent, names: list[str], unknown: str, kinds: dict[Hazard, str]) -> tuple[int, str, str]:
    """The year, month and kind under which an event counts."""
    period = event.period
    days = period.precision in ("day", "days")
    one = (period.start.year, period.start.month) == (period.end.year, period.end.month)
    month = names[period.start.month - 1] if days or one else unknown
    return period.start.year, month, kinds[event.hazard]


__all__ = ["disasters"]
