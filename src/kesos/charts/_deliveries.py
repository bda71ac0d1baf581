"""What was delivered, as a share of what was owed, item by item."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from textwrap import wrap
from typing import Any

import attrs

from kesos import _checks as checks
from kesos.charts._axes import Axis, near
from kesos.charts._chart import Chart, drawn
from kesos.charts._rows import ROW, bar, named_once, panel, said_name, tick, tip
from kesos.charts._style import BEYOND, DARK, NOTE_WIDTH, PALE, Spec, say
from kesos.deliveries import Account, AccountLine
from kesos.errors import InvalidValueError
from kesos.values import Percentage, Quantity, Span, Text
from kesos.values._display import UNKNOWN
from kesos.values._spans import ends_of
from kesos.values._texts import check_language

_TITLE = Text("Realisasi penyaluran terhadap hak", "Delivered against owed")
_HOW = Text(
    "Batang biru sampai garis 100%: seluruh hak sudah disalurkan.",
    "A blue bar up to 100%: all that is owed was delivered.",
)
_BEYOND_HOW = Text(
    "Di kanan garis 100%: kelebihan; kelebihan di satu tempat tidak menutup kekurangan di tempat lain.",
    "Right of 100%: beyond what is owed; what is beyond at one place is not taken off another.",
)
_HOW_RANGE = Text(
    "Dua garis: hak hanya diketahui sebagai rentang.", "Two marks: what is owed is known as a range only."
)
_AXIS = Text("% dari hak", "% of what is owed")
_ITEM, _OWED, _DELIVERED = Text("Barang", "Item"), Text("Hak", "Owed"), Text("Disalurkan", "Delivered")
_STILL, _BEYOND = Text("Masih kurang", "Still owed"), Text("Kelebihan", "Beyond")
_OF = Text("{delivered} dari {owed}", "{delivered} of {owed}")
_LACKING = Text("masih kurang {amount}", "still owed {amount}")
_OVER = Text("kelebihan {amount}", "beyond {amount}")

Owed = Quantity | Span[Quantity] | None


def deliveries(
    lines: Mapping[str, Any] | Mapping[Text, Any], language: str = "id", *, title: str | None = None
) -> Chart:
    """What was delivered of each item, as a share of what was owed, what is still owed and what went beyond.

    Over several places what is beyond at one is not taken off what is still owed at another: beyond stands to the right
    of a hundred percent, and the bar before it is full only where nothing is still owed.

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
    <Chart: Realisasi penyaluran terhadap hak>
    """
    check_language(language)
    given = checks.mapping(lines, "lines")
    if not given:
        raise InvalidValueError("empty.chart", field="lines", value=given)
    read = [_read(name, line, language) for name, line in given.items()]
    names = named_once(name for name, _ in read)
    rows = [_row(name, line, language) for name, (_, line) in zip(names, read, strict=True)]
    beneath = lines.__beneath__(language) if isinstance(lines, Account) else ()
    ranged = any(row["least"] != row["most"] or row["over_least"] != row["over_most"] for row in rows)
    over = any(row["over_most"] is not None for row in rows)
    heads = ((ROW, _ITEM), ("owed", _OWED), ("delivered", _DELIVERED), ("still", _STILL), ("beyond", _BEYOND))
    tips = [tip(field, words.say(language)) for field, words in (*heads, ("share", _AXIS))]
    whole: Spec = {"mark": {"type": "tick", "color": "#000000", "thickness": 2, "size": 20}, "encoding": {}}
    whole["encoding"] = {"x": {"field": "whole"}, "tooltip": tips}
    layers = [
        bar("whole", color=PALE, size=18, tooltip=tips),
        bar("least", size=9, tooltip=tips),
        _between("least", "most", tips),
        *((bar("over_least", begin="whole", color=BEYOND, size=9, tooltip=tips),) if over else ()),
        *((_between("over_least", "over_most", tips),) if over else ()),
        *((tick(end, size=12, tooltip=tips) for end in ("least", "most")) if ranged else ()),
        whole,
    ]
    return drawn(
        panel(rows, layers, Axis(1, _AXIS.say(language))),
        language=language,
        title=_TITLE.say(language) if title is None else checks.text(title, "title"),
        subtitle=(
            _HOW.say(language),
            _BEYOND_HOW.say(language) if over else "",
            _HOW_RANGE.say(language) if ranged else "",
            *(part for note in beneath for part in wrap(note, NOTE_WIDTH)),
        ),
    )


def _between(least: str, most: str, tips: Sequence[Spec]) -> Spec:
    """A broken line from one end of what is known as a range to the other."""
    return {
        "mark": {"type": "rule", "strokeWidth": 2, "strokeDash": [4, 3], "color": DARK},
        "encoding": {"x": {"field": least}, "x2": {"field": most}, "tooltip": tips},
    }


@attrs.frozen
class _Line:
    """What is owed and what was delivered, and where both are known, what that comes to."""

    owed: Owed
    got: Quantity | None
    account: AccountLine | None


def _read(name: Any, line: Any, language: str) -> tuple[str, _Line]:
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
    got = checks.known_instance(got, f"{field}.delivered", Quantity)
    if owed is None or got is None:
        return said, _Line(owed, got, None)
    account = line if isinstance(line, AccountLine) else AccountLine.of("item", Text(said, said), owed, got)
    if not ends_of(owed)[0] and ends_of(account.beyond)[1]:
        raise InvalidValueError("zero_denominator", field=f"{field}.owed", value=owed)
    return said, _Line(owed, got, account)


def _row(name: str, line: _Line, language: str) -> Spec:
    unknown = UNKNOWN.say(language)
    told = [unknown if each is None else each.say(language) for each in (line.owed, line.got)]
    said = say(_OF, language, owed=told[0], delivered=told[1])
    row: Spec = {ROW: name, "owed": told[0], "delivered": told[1], "said": said, "share": unknown}
    row |= {"still": unknown, "beyond": unknown, "over_least": None, "over_most": None}
    if line.owed is None or line.account is None:
        whole = None if line.owed is None else 100
        return row | {"least": None, "most": None, "whole": whole, "end": whole or 0}
    still, beyond = line.account.still_owed, line.account.beyond
    owed_ends, still_ends, beyond_ends = ends_of(line.owed), ends_of(still), ends_of(beyond)
    met = [Percentage.of_fraction(1 - _part(part, of)) for part, of in zip(still_ends, owed_ends, strict=True)]
    over = [_part(part, of) for part, of in zip(reversed(beyond_ends), owed_ends, strict=True)]
    share = Span(min(met), max(met))
    further = [(_LACKING, still)] * any(still_ends) + [(_OVER, beyond)] * any(beyond_ends)
    row |= {
        "still": still.say(language),
        "beyond": beyond.say(language),
        "least": near(share.minimum),
        "most": near(share.maximum),
        "whole": 100,
        "end": 100,
        "share": share.say(language),
        "said": "; ".join([said, *(say(words, language, amount=amount.say(language)) for words, amount in further)]),
    }
    if any(over):
        row |= {"over_least": 100 + near(100 * min(over)), "over_most": 100 + near(100 * max(over))}
        row["end"] = row["over_most"]
    return row


def _part(part: Quantity, of: Quantity) -> Fraction:
    """What a part is of a whole; nothing where the whole is nothing, since then nothing is owed or beyond it."""
    return part / of if of else Fraction(0)


__all__ = ["deliveries"]
