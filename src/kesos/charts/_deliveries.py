"""What was delivered, as a share of what was owed, item by item."""

from __future__ import annotations

from collections.abc import Mapping
from textwrap import wrap
from typing import Any

from kesos import _checks as checks
from kesos.charts._axes import Axis, near
from kesos.charts._chart import Chart, drawn
from kesos.charts._rows import ROW, bar, named_once, panel, said_name, tick, tip
from kesos.charts._style import DARK, PALE, Spec, say
from kesos.deliveries import Account
from kesos.errors import InvalidValueError
from kesos.values import Percentage, Quantity, Span, Text
from kesos.values._display import UNKNOWN
from kesos.values._texts import check_language

_TITLE = Text("Yang diserahkan terhadap yang menjadi hak", "Delivered against owed")
_HOW = Text("100% berarti seluruhnya sudah diserahkan.", "At 100% all that is owed was delivered.")
_HOW_RANGE = Text(
    "Dua garis: hak hanya diketahui sebagai rentang.", "Two marks: what is owed is known as a range only."
)
_AXIS = Text("% dari yang menjadi hak", "% of what is owed")
_ITEM, _OWED, _DELIVERED = Text("Barang", "Item"), Text("Hak", "Owed"), Text("Diserahkan", "Delivered")
_OF = Text("{delivered} dari {owed}", "{delivered} of {owed}")

_WIDEST = 90
"""How many letters of a note stand on a line above the bars."""

Owed = Quantity | Span[Quantity] | None


def deliveries(
    lines: Mapping[str, Any] | Mapping[Text, Any], language: str = "id", *, title: str | None = None
) -> Chart:
    """What was delivered of each item, as a share of what was owed; beyond a hundred percent more was.

    Args:
        lines: An account, and what it could not set against anything is said under the title; or, by the name of each
            item, a pair of what is owed (a quantity or a span) and what was delivered, None where it is not known; or
            objects with `name`, `owed` and `delivered`, such as some lines of an account.
        language: "id" or "en".
        title: What stands over the chart.

    Raises:
        InvalidValueError: It is something else, or none; nothing is owed of an item and something was delivered.
        UnitError: What is owed and what was delivered have units that do not go together.
        MissingExtraError: The extra `charts` is not installed.

    >>> deliveries({"Beras": (Quantity(2_408, "kg"), Quantity(1_204, "kg"))})
    <Chart: Yang diserahkan terhadap yang menjadi hak>
    """
    check_language(language)
    given = checks.mapping(lines, "lines")
    if not given:
        raise InvalidValueError("empty.chart", field="lines", value=given)
    read = [_read(name, line, language) for name, line in given.items()]
    names = named_once(name for name, _, _ in read)
    rows = [_row(name, owed, got, language) for name, (_, owed, got) in zip(names, read, strict=True)]
    beneath = lines.__beneath__(language) if isinstance(lines, Account) else ()
    ranged = any(row["least"] != row["most"] for row in rows)
    heads = ((ROW, _ITEM), ("owed", _OWED), ("delivered", _DELIVERED), ("share", _AXIS))
    tips = [tip(field, words.say(language)) for field, words in heads]
    whole: Spec = {"mark": {"type": "tick", "color": "#000000", "thickness": 2, "size": 20}, "encoding": {}}
    whole["encoding"] = {"x": {"field": "whole"}, "tooltip": tips}
    layers = [
        bar("whole", color=PALE, size=18, tooltip=tips),
        bar("least", size=9, tooltip=tips),
        {
            "mark": {"type": "rule", "strokeWidth": 2, "strokeDash": [4, 3], "color": DARK},
            "encoding": {"x": {"field": "least"}, "x2": {"field": "most"}, "tooltip": tips},
        },
        *((tick("least", size=12, tooltip=tips), tick("most", size=12, tooltip=tips)) if ranged else ()),
        whole,
    ]
    return drawn(
        panel(rows, layers, Axis(1, _AXIS.say(language))),
        language=language,
        title=_TITLE.say(language) if title is None else checks.text(title, "title"),
        subtitle=(
            _HOW.say(language),
            _HOW_RANGE.say(language) if ranged else "",
            *(part for note in beneath for part in wrap(note, _WIDEST)),
        ),
    )


def _read(name: Any, line: Any, language: str) -> tuple[str, Owed, Quantity | None]:
    """The name of an item, what is owed and what was delivered."""
    field = f"lines[{name!r}]"
    if isinstance(line, tuple):
        if len(line) != 2:
            raise InvalidValueError("wrong_length", field=field, value=line, length=2)
        owed, got = line
        said = said_name(name, "lines", language)
    else:
        for part in ("name", "owed", "delivered"):
            if not hasattr(line, part):
                raise InvalidValueError("wrong_type.pair", field=field, value=line)
        owed, got = line.owed, line.delivered
        said = checks.instance(line.name, f"{field}.name", Text).say(language)
    if isinstance(owed, Span):
        owed = Span(
            *(checks.instance(end, f"{field}.owed", Quantity) for end in (owed.minimum, owed.maximum))  # a span of them
        )
    else:
        owed = checks.known_instance(owed, f"{field}.owed", Quantity)
    return said, owed, checks.known_instance(got, f"{field}.delivered", Quantity)


def _row(name: str, owed: Owed, got: Quantity | None, language: str) -> Spec:
    unknown = UNKNOWN.say(language)
    told = [unknown if each is None else each.say(language) for each in (owed, got)]
    said = say(_OF, language, owed=told[0], delivered=told[1])
    row: Spec = {ROW: name, "owed": told[0], "delivered": told[1], "said": said, "share": unknown}
    if owed is None or got is None:
        whole = None if owed is None else 100
        return row | {"least": None, "most": None, "whole": whole, "end": whole or 0}
    least, most = (owed.minimum, owed.maximum) if isinstance(owed, Span) else (owed, owed)
    if not least:
        share = Span(Percentage(100), Percentage(100))
        if got:
            raise InvalidValueError("zero_denominator", field=f"lines[{name!r}].owed", value=owed)
    else:
        share = Span(Percentage.of_fraction(got / most), Percentage.of_fraction(got / least))
    ends = near(share.minimum), near(share.maximum)
    return row | {
        "least": ends[0],
        "most": ends[1],
        "whole": 100,
        "end": max(100, *ends),
        "share": share.say(language),
    }


__all__ = ["deliveries"]
