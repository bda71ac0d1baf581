"""A chart of rows: a name to the left, what is drawn beside it, and what it comes to in words behind it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from kesos import _checks as checks
from kesos.charts._axes import Axis
from kesos.charts._style import DARK, STEP, WIDTH, Spec
from kesos.values import Text

ROW = "row"
_IS_LONG = "length(datum.label) > 54"
# what two lines do not hold is left out before the last comma, behind which stands the day
_SHORTENED = r"replace(datum.label, regexp('^(?=.{101})(.{1,76})[ ,].*(, [^,]+)$'), '$1…$2')"
_NAMES: Spec = {
    "grid": False,
    "labelExpr": rf"{_IS_LONG} ? split(replace({_SHORTENED}, regexp('^(.{{1,54}}) '), '$1\n'), '\n') : datum.label",
    "labelLineHeight": STEP // 2,
    "labelBaseline": {"condition": {"test": _IS_LONG, "value": "bottom"}, "value": "middle"},
}


def said_name(name: object, field: str, language: str) -> str:
    """The name of a row, as a caller gives it: a text, or one in both languages.

    >>> said_name(Text("Beras", "Rice"), "lines", "en"), said_name("Beras", "lines", "en")
    ('Rice', 'Beras')
    """
    return name.say(language) if isinstance(name, Text) else checks.text(name, field)


def named_once(names: Iterable[str]) -> list[str]:
    """Names of which no two are the same, so that each has a row of its own.

    >>> named_once(["Desa A", "Desa B", "Desa A"])
    ['Desa A', 'Desa B', 'Desa A (2)']
    """
    seen: dict[str, int] = {}
    told: list[str] = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        told.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return told


def panel(rows: Sequence[Spec], layers: Sequence[Spec], axis: Axis, *, title: str | None = None) -> Spec:
    """Rows with the same layers in each, on one axis that begins at nothing; what each comes to stands behind it.

    Args:
        rows: What each row draws; under "row" its name, under "end" where its words begin, under "said" the words.
        layers: What is drawn in each row.
        axis: The axis.
        title: What stands over it.
    """
    words = {
        "mark": {"type": "text", "align": "left", "dx": 6, "fontSize": 11, "color": "#222222"},
        "encoding": {"x": {"field": "end", "type": "quantitative"}, "text": {"field": "said"}},
    }
    return {
        **({"title": {"text": title, "fontSize": 13, "offset": 4, "frame": "group"}} if title else {}),
        "data": {"values": list(rows)},
        "width": WIDTH,
        "height": {"step": STEP},
        "encoding": {"y": _names_of(rows)},
        "layer": [_on(axis, layer, rows) for layer in (*layers, words)],
    }


def _on(axis: Axis, layer: Spec, rows: Sequence[Spec]) -> Spec:
    """A layer with its numbers along the axis."""
    encoding = dict(layer["encoding"])
    return {**layer, "encoding": {**encoding, "x": {**encoding["x"], **_along(axis, rows)}}}


def _along(axis: Axis, rows: Sequence[Spec]) -> Spec:
    """An axis that begins at nothing, and has nothing else on it where no row comes to anything."""
    most = max((row["end"] or 0 for row in rows), default=0)
    if most:
        few = {"tickCount": most} if axis.counts and most < axis.spec()["tickCount"] else {}  # or halves are marked
        return {"type": "quantitative", "axis": {**axis.spec(), **few}, "scale": {"zero": True, "nice": True}}
    return {"type": "quantitative", "axis": {**axis.spec(), "values": [0]}, "scale": {"domain": [0, 1]}}


def _names_of(rows: Sequence[Spec]) -> Spec:
    """The names of rows in their order, at the left."""
    domain = {"domain": [row[ROW] for row in rows]}
    return {"field": ROW, "type": "nominal", "scale": domain, "sort": None, "title": None, "axis": _NAMES}


def bar(
    field: str, *, begin: str | None = None, color: str = DARK, size: int = 14, tooltip: Sequence[Spec] = ()
) -> Spec:
    """A bar from nothing, or from another field, to a field."""
    x: Spec = {"field": begin or field}
    more = {} if begin is None else {"x2": {"field": field}}
    return {
        "mark": {"type": "bar", "height": size, "color": color},
        "encoding": {"x": x, **more, **told(tooltip)},
    }


def segments(values: Sequence[Spec], field: str, colors: Mapping[str, str], tooltip: Sequence[Spec]) -> Spec:
    """Pieces of a row, each from its "begin" to its "end", in the colour of what stands in a field.

    Args:
        values: The pieces.
        field: The field.
        colors: The colour of each value of it, in the order of the legend.
        tooltip: What is told of a piece.
    """
    scale = {"domain": list(colors), "range": list(colors.values())}
    legend = {"columns": 2}
    return {
        "data": {"values": list(values)},
        "mark": {"type": "bar", "height": 15, "stroke": "#333333", "strokeWidth": 0.5},
        "encoding": {
            "x": {"field": "begin"},
            "x2": {"field": "end"},
            "color": {"field": field, "type": "nominal", "title": None, "legend": legend, "scale": scale},
            **told(tooltip),
        },
    }


def tick(field: str, *, color: str = DARK, size: int = 16, tooltip: Sequence[Spec] = ()) -> Spec:
    """A mark across a row."""
    return {
        "mark": {"type": "tick", "color": color, "thickness": 2, "size": size, "opacity": 1},
        "encoding": {"x": {"field": field}, **told(tooltip)},
    }


def told(tooltip: Sequence[Spec]) -> Spec:
    """What is told beside the pointer."""
    return {"tooltip": list(tooltip)} if tooltip else {}


def tip(field: str, title: str) -> Spec:
    """One line of what is told beside the pointer, in words."""
    return {"field": field, "type": "nominal", "title": title}


def under_each_other(panels: Sequence[Spec]) -> Spec:
    """Panels of rows, each on its own axis."""
    return {"vconcat": list(panels)}


__all__ = ["ROW", "bar", "named_once", "panel", "said_name", "segments", "tick", "tip", "told", "under_each_other"]
