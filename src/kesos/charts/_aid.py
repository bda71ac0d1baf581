"""The aid for events as ranges, and what groups of events need, item by item."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from textwrap import wrap
from typing import Any

from kesos import _checks as checks
from kesos.charts._axes import axis_of, drawn_ends
from kesos.charts._chart import Chart, drawn
from kesos.charts._rows import ROW, bar, named_once, panel, tick, tip, under_each_other
from kesos.charts._style import DARK, LIGHT, NOTE_WIDTH, PALE, Spec, say
from kesos.errors import InvalidValueError
from kesos.relief import Batch, Relief, ReliefRange, ReliefTotal, total
from kesos.relief._groups import GroupTotals
from kesos.relief._lines import say_owed
from kesos.relief._shown import name_of
from kesos.standards import Item
from kesos.standards._bounds import say_floors
from kesos.values import Quantity, Span, Text
from kesos.values._display import UNKNOWN, UNSPECIFIED
from kesos.values._texts import check_language

_RANGE = Text("Bantuan menurut jangka waktu", "Aid by how long it is given")
_HOW = Text(
    "Batang: dari jangka waktu terpendek sampai terpanjang. Garis tipis: sampai dengan perpanjangan.",
    "Bar: from the shortest time to the longest. Thin line: up to the extension.",
)
_HOW_SHORT = Text(
    "Batang: dari jangka waktu terpendek sampai terpanjang.", "Bar: from the shortest time to the longest."
)
_EVENT, _AMOUNT = Text("Kejadian", "Event"), Text("Jumlah", "Amount")
_SHORTEST, _LONGEST = Text("Terpendek", "Shortest"), Text("Terpanjang", "Longest")
_EXTENDED, _GROUP = Text("Dengan perpanjangan", "With the extension"), Text("Wilayah", "Group")
_NEEDS = Text("Kebutuhan bantuan", "Aid needed")
_LEFT_OUT = Text("{many} kejadian belum dapat dihitung.", "{many} events could not be counted yet.")
_FLOOR = Text("Jumlah ini batas terendah, boleh lebih.", "This is the least; more may be given.")
_TO_THE_MOST = Text("Warna muda: sampai jangka waktu terpanjang.", "Light: up to the longest time.")
_EXTENDED_TO = Text("diperpanjang {amount}", "extended {amount}")
_OPEN = Text("belum dapat dihitung", "could not be counted yet")


def relief_range(
    windows: ReliefRange | Iterable[ReliefRange], language: str = "id", *, title: str | None = None
) -> Chart:
    """The aid for an event, or for several, from the shortest time to the longest, and with the extension.

    Each item has an axis of its own; a row is an event. What is not known has no bar and says so.

    Args:
        windows: What `kesos.entitle_range` answers, or several of it.
        language: "id" or "en".
        title: What stands over the chart.

    Raises:
        InvalidValueError: It is something else, or none; an amount is above 2^53 of its base unit.
        MissingExtraError: The extra `charts` is not installed.
    """
    check_language(language)
    given = (windows,) if isinstance(windows, ReliefRange) else checks.items(windows, "windows", ReliefRange)
    if not given:
        raise InvalidValueError("empty.chart", field="windows", value=given)
    names = named_once(name_of(window.event).say(language) for window in given)
    items: dict[str, Item] = {}
    for window in given:
        items |= {line.code: line.item for line in window.maximum.lines}
        items |= {each.code: each.item for each in (*window.unknown, *window.unspecified)}
    extended = any(window.extended is not None for window in given)
    panels = [_range_panel(item, given, names, language, extended=extended) for item in items.values()]
    floors = _floors([line.item for window in given for line in window.maximum.lines], language)
    return drawn(
        under_each_other(panels),
        language=language,
        title=_RANGE.say(language) if title is None else checks.text(title, "title"),
        subtitle=((_HOW if extended else _HOW_SHORT).say(language), *floors),
    )


def _range_panel(
    item: Item, windows: tuple[ReliefRange, ...], names: list[str], language: str, *, extended: bool
) -> Spec:
    rows = [_range_row(item, window, name, language) for window, name in zip(windows, names, strict=True)]
    owed = [each[item.code] for window in windows for each in (window, window.extended) if each and item.code in each]
    tips = [
        tip(field, words.say(language))
        for field, words in (
            (ROW, _EVENT),
            ("least", _SHORTEST),
            ("most", _LONGEST),
            *((("longest", _EXTENDED),) if extended else ()),
        )
    ]
    line = {
        "mark": {"type": "rule", "strokeWidth": 2, "strokeDash": [4, 3], "color": DARK},
        "encoding": {"x": {"field": "maximum"}, "x2": {"field": "extended"}, "tooltip": tips},
    }
    layers = [
        *((line, tick("extended", size=8, tooltip=tips)) if extended else ()),
        bar("maximum", begin="minimum", color=LIGHT, tooltip=tips),
        tick("minimum", tooltip=tips),
        tick("maximum", tooltip=tips),
    ]
    return panel(rows, layers, axis_of(owed, language), title=item.name.say(language))


def _range_row(item: Item, window: ReliefRange, name: str, language: str) -> Spec:
    row: Spec = {ROW: name, "minimum": None, "maximum": None, "extended": None, "end": 0}
    if item.code not in window:
        return row | {"said": _why_not(item, window, language)}
    span = window[item.code]
    least, most = drawn_ends(span)
    row |= {"minimum": least, "maximum": most, "end": most, "said": say_owed(item, span, language)}
    shortest, longest = (answer[item.code] for answer in (window.minimum, window.maximum))
    row |= {"least": shortest.say(language), "most": longest.say(language)}
    if window.extended is not None and item.code in window.extended:
        extended = window.extended[item.code]
        end = drawn_ends(extended)[1]
        said = f"{row['said']}; {say(_EXTENDED_TO, language, amount=extended.say(language))}"
        row |= {"extended": end, "longest": extended.say(language), "end": max(most, end), "said": said}
    return row


def needs(
    groups: Mapping[Any, ReliefTotal] | Batch | ReliefTotal | Relief | ReliefRange,
    language: str = "id",
    *,
    title: str | None = None,
) -> Chart:
    """What is needed of each item, group by group: by district, say, or of all together.

    Args:
        groups: What `Batch.totals("place.district")` gives; or a batch, a total or an answer as one group.
        language: "id" or "en".
        title: What stands over the chart.

    Raises:
        InvalidValueError: It is something else, or none; an amount is above 2^53 of its base unit.
        MissingExtraError: The extra `charts` is not installed.
    """
    check_language(language)
    totals = _groups(groups)
    names = named_once(_name(group, language) for group in totals)
    items: dict[str, Item] = {}
    for each in totals.values():
        items |= {code: each.item(code) for code in each}
        items |= {one.code: one.item for one in (*each.unknown, *each.unspecified)}
    if not items:
        raise InvalidValueError("empty.chart", field="groups", value=groups)
    ranged = any(isinstance(owed, Span) for each in totals.values() for owed in each.values())
    panels = [_needs_panel(item, list(totals.values()), names, language, ranged=ranged) for item in items.values()]
    merged = groups.__beneath__(language) if isinstance(groups, GroupTotals) else ()
    left_out = sum(len(each.left_out) for each in totals.values())
    return drawn(
        under_each_other(panels),
        language=language,
        title=_NEEDS.say(language) if title is None else checks.text(title, "title"),
        subtitle=(
            _TO_THE_MOST.say(language) if ranged else "",
            say(_LEFT_OUT, language, many=left_out) if left_out else "",
            *(part for note in merged for part in wrap(note, NOTE_WIDTH)),
            *_floors(items.values(), language),
        ),
    )


def _floors(items: Collection[Item], language: str) -> list[str]:
    """That amounts are floors, and which, unless all are."""
    if items and all(item.floor for item in items):
        return [_FLOOR.say(language)]
    return [part for note in say_floors(items, language) for part in wrap(note, NOTE_WIDTH)]


def _groups(groups: Any) -> dict[Any, ReliefTotal]:
    if isinstance(groups, Batch):
        return {"": groups.total}
    if isinstance(groups, (Relief, ReliefRange)):
        return {"": total([groups])}
    if isinstance(groups, ReliefTotal):
        return {"": groups}
    given = checks.mapping(groups, "groups")
    return {group: checks.instance(each, f"groups[{group!r}]", ReliefTotal) for group, each in given.items()}


def _name(group: Any, language: str) -> str:
    if group is None:
        return UNKNOWN.say(language)
    label = getattr(group, "label", None)
    return str(label(language)) if callable(label) else str(group)


def _needs_panel(item: Item, totals: list[ReliefTotal], names: list[str], language: str, *, ranged: bool) -> Spec:
    rows = [_needs_row(item, each, name, language) for each, name in zip(totals, names, strict=True)]
    tips = [tip(ROW, _GROUP.say(language)), tip("said", _AMOUNT.say(language))]
    layers = [bar("minimum", tooltip=tips)]
    if ranged:
        layers = [bar("maximum", color=PALE, tooltip=tips), bar("minimum", tooltip=tips), tick("maximum", tooltip=tips)]
    owed: list[Quantity | Span[Quantity]] = [each[item.code] for each in totals if item.code in each]
    return panel(rows, layers, axis_of(owed, language), title=item.name.say(language))


def _needs_row(item: Item, owed: ReliefTotal, name: str, language: str) -> Spec:
    row: Spec = {ROW: name, "minimum": None, "maximum": None, "end": 0}
    if item.code in owed:
        least, most = drawn_ends(owed[item.code])
        said = say_owed(_as_a_ceiling(owed, item), owed[item.code], language)
        return row | {"minimum": least, "maximum": most, "end": most, "said": said}
    return row | {"said": _OPEN.say(language) if owed.left_out else _why_not(item, owed, language)}


def _as_a_ceiling(owed: ReliefTotal, item: Item) -> Item:
    """The item as an answer has it that gives a ceiling, where one does: a sum with a ceiling in it is one too."""
    answers = (*owed.answers, *(window.maximum for window in owed.ranges))
    items = [line.item for answer in answers for line in answer.lines if line.code == item.code]
    return next((each for each in items if each.bound == "ceiling"), item)


def _why_not(item: Item, owed: ReliefRange | ReliefTotal, language: str) -> str:
    """What stands in the place of an amount: that it is blank, that it is not known, or that nothing is given."""
    if item.code in {each.code for each in owed.unspecified}:
        return UNSPECIFIED.say(language)
    return UNKNOWN.say(language) if item.code in {each.code for each in owed.unknown} else "–"


__all__ = ["needs", "relief_range"]
