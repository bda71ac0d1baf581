"""A year's disasters by month and kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from textwrap import wrap

from kesos import _checks as checks
from kesos.charts._chart import Chart, drawn
from kesos.charts._rows import tip
from kesos.charts._style import BLACK, BLUE, BY_LIGHTNESS, KINDS, NOTE_WIDTH, WHITE, WIDTH, Spec, months, say
from kesos.errors import InvalidValueError
from kesos.events import DisasterEvent
from kesos.hazards import Hazard
from kesos.relief._rows import Given, Rows, events_in
from kesos.values import Text
from kesos.values._texts import check_language

_TITLE = Text("Kejadian bencana tahun {years}", "Disasters in {years}")
_MONTH, _KIND, _EVENTS = Text("Bulan", "Month"), Text("Jenis bencana", "Kind"), Text("Kejadian", "Events")
_UNKNOWN = Text("bulan tidak diketahui", "month not known")
_HOW = Text("Dihitung pada bulan mulainya.", "Counted in the month in which it began.")
_TOTAL, _ONE = Text("{many} kejadian.", "{many} events."), Text("1 kejadian.", "1 event.")
_REJECTED = Text("{many} baris ditolak dan belum terhitung.", "Rejected rows that are not in it: {many}.")
_LETTERS = "ABCDEFGHI"
_OTHER = Text("lainnya", "others")
_OTHERS = Text('Yang dihimpun dalam "lainnya": {kinds}.', 'Together in "others": {kinds}.')


def disasters(events: Iterable[Given] | Rows, language: str = "id", *, title: str | None = None) -> Chart:
    """How many disasters began in each month, by kind; the months in which none did stand there too.

    Where the month is not known, the event stands in a column of its own. Events of several years have a row for each.
    The eight kinds that are most frequent have a colour; where there are more, the others share one, and are
    named under the title.

    Args:
        events: The events, or what a reader made of a table, or their answers: whatever `entitle_all` takes or gives.
            How many rows were rejected stands under the title.
        language: "id" or "en".
        title: What stands over the chart.

    Raises:
        InvalidValueError: Something is no event, or there is none.
        MissingExtraError: The extra `charts` is not installed.
    """
    check_language(language)
    rows, rejected = events_in(events)
    given = [event for _, event in rows]
    remarks = checks.items(getattr(events, "remarks", ()), "events.remarks", Text)
    if not given:
        raise InvalidValueError("empty.chart", field="events", value=given)
    names, unknown = months(language), _UNKNOWN.say(language)
    frequent = [hazard for hazard, _ in Counter(event.hazard for event in given).most_common()]
    kinds = {hazard: hazard.label(language) for hazard in frequent}
    others = frequent[len(KINDS) - 1 :] if len(kinds) > len(KINDS) else []
    together = ", ".join(kinds[hazard] for hazard in others)
    kinds |= dict.fromkeys(others, _OTHER.say(language))
    years = sorted({event.period.start.year for event in given})
    counted = Counter(_cell(event, names, unknown, kinds) for event in given)
    columns = [*names, unknown] if any(month == unknown for _, month, _ in counted) else names
    shown = {
        kind: _lettered(kind, at, len(set(kinds.values()))) for at, kind in enumerate(dict.fromkeys(kinds.values()))
    }
    values = list(_stacked(counted, list(shown), shown))
    layers = _layers(
        columns, list(shown.values()), language, slanted=columns != names, most=max(v["end"] for v in values)
    )
    body: Spec = {"data": {"values": values}, "width": WIDTH + 60}
    if len(years) == 1:
        body |= {"height": 220, **layers}
    else:
        del body["width"]
        by_year = {"row": {"field": "year", "type": "ordinal", "title": None}}
        body |= {"facet": by_year, "spec": {"width": WIDTH + 60, "height": 120, **layers}}
    spoken = str(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1]}"
    return drawn(
        body,
        language=language,
        title=say(_TITLE, language, years=spoken) if title is None else checks.text(title, "title"),
        subtitle=(
            f"{say(_ONE if len(given) == 1 else _TOTAL, language, many=len(given))} {_HOW.say(language)}",
            *(wrap(say(_OTHERS, language, kinds=together), NOTE_WIDTH) if others else ()),
            say(_REJECTED, language, many=len(rejected)) if rejected else "",
            *(part for remark in remarks for part in wrap(remark.say(language), NOTE_WIDTH)),
        ),
    )


def _lettered(kind: str, at: int, many: int) -> str:
    """What a kind is called in the legend: with a letter where colours alone do not tell them apart."""
    return f"{_LETTERS[at]}  {kind}" if many > BY_LIGHTNESS else kind


def _stacked(counted: Counter[tuple[int, str, str]], order: list[str], shown: dict[str, str]) -> Iterator[Spec]:
    """Each kind of a month upon the one before it."""
    tops: Counter[tuple[int, str]] = Counter()
    for (year, month, kind), many in sorted(counted.items(), key=lambda each: order.index(each[0][2])):
        begin = tops[year, month]
        tops[year, month] += many
        at = order.index(kind)
        yield {
            "year": year,
            "month": month,
            "kind": shown[kind],
            "events": many,
            "begin": begin,
            "end": begin + many,
            "letter": _LETTERS[at] if len(shown) > BY_LIGHTNESS else "",
            "middle": begin + many / 2,
            "ink": WHITE if KINDS[at] in (BLUE, BLACK) else BLACK,
        }


def _layers(columns: list[str], kinds: list[str], language: str, *, slanted: bool, most: int) -> Spec:
    """The bars, and the letters in them."""
    y: Spec = {
        "type": "quantitative",
        "title": _EVENTS.say(language).lower(),
        "axis": {"format": ",d", "tickMinStep": 1, "tickCount": min(most, 6)},
    }
    heads = (("month", _MONTH), ("kind", _KIND), ("events", _EVENTS))
    colors = {"domain": kinds, "range": list(KINDS[: len(kinds)])}
    return {
        "encoding": {
            "x": {
                "field": "month",
                "type": "nominal",
                "scale": {"domain": columns},
                "title": None,
                "axis": {"labelAngle": -40 if slanted else 0},
            },
        },
        "layer": [
            {
                "mark": {"type": "bar", "stroke": "#333333", "strokeWidth": 0.5},
                "encoding": {
                    "y": {"field": "begin", **y},
                    "y2": {"field": "end"},
                    "color": {"field": "kind", "type": "nominal", "title": None, "scale": colors},
                    "tooltip": [tip(field, words.say(language)) for field, words in heads],
                },
            },
            {
                "mark": {"type": "text", "fontSize": 11},
                "encoding": {
                    "y": {"field": "middle", **y},
                    "text": {"field": "letter"},
                    "color": {"field": "ink", "type": "nominal", "scale": None},
                },
            },
        ],
    }


def _cell(event: DisasterEvent, names: list[str], unknown: str, kinds: dict[Hazard, str]) -> tuple[int, str, str]:
    """The year, month and kind under which an event counts."""
    period = event.period
    days = period.precision in ("day", "days")
    one = (period.start.year, period.start.month) == (period.end.year, period.end.month)
    month = names[period.start.month - 1] if days or one else unknown
    return period.start.year, month, kinds[event.hazard]


__all__ = ["disasters"]
