"""A chart: a Vega-Lite specification that saves itself as a picture, without a browser and without a network."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import attrs

from kesos import _checks as checks
from kesos._package import requirements_of
from kesos._paths import opening
from kesos.charts._style import Spec, config
from kesos.errors import InvalidValueError, MissingExtraError
from kesos.records import Fieldwise

_SUFFIXES = (".json", ".png", ".svg")
_LARGEST_SCALE = 20


def _library(name: str) -> Any:
    """A library of the extra."""
    try:
        return import_module(name)
    except ImportError as error:
        needed = "' '".join(requirements_of("charts", "altair", "vl-convert-python"))
        raise MissingExtraError("missing_extra", field="charts", value=name, requirement=needed) from error


def _text(spec: Mapping[str, Any] | str) -> str:
    if isinstance(spec, str):
        try:
            spec = json.loads(spec)
        except (ValueError, RecursionError) as error:
            raise InvalidValueError("not_a_chart", field="spec", value=spec) from error
    try:
        return json.dumps(dict(checks.mapping(spec, "spec")), ensure_ascii=False, allow_nan=False)
    except (TypeError, ValueError, RecursionError) as error:
        raise InvalidValueError("not_a_chart", field="spec", value=spec) from error


@attrs.frozen(eq=False, repr=False)
class Chart(Fieldwise):
    """A chart. In a notebook it shows itself; `save` writes it; `to_altair` gives it to Altair, to be changed there.

    Args:
        spec: The chart in Vega-Lite, as a mapping or as JSON.

    >>> from kesos import PEDUM_2003, DisasterEvent, charts, entitle_range
    >>> flood = DisasterEvent(hazard="banjir", place="Kelurahan Pangkut", period="2017-02-25", people=860)
    >>> chart = charts.relief_range(entitle_range(flood, PEDUM_2003))
    >>> chart
    <Chart: Bantuan menurut jangka waktu>
    >>> chart.svg()[:4]
    '<svg'
    """

    spec: str = attrs.field(converter=_text)

    def to_dict(self) -> Spec:
        """The chart in Vega-Lite; what is changed in it does not change the chart."""
        spec: Spec = json.loads(self.spec)
        return spec

    def to_json(self) -> str:
        """The same as JSON text."""
        return self.spec

    def to_altair(self) -> Any:
        """The chart as Altair's own class.

        Raises:
            MissingExtraError: Altair is not installed.
        """
        return _library("altair").Chart.from_dict(self.to_dict())

    def svg(self) -> str:
        """The picture as SVG.

        Raises:
            MissingExtraError: vl-convert is not installed.
        """
        drawn: str = _library("vl_convert").vegalite_to_svg(self.to_dict())
        return drawn

    def png(self, *, scale: int = 2) -> bytes:
        """The picture as PNG, at `scale` times 72 dots an inch.

        Raises:
            InvalidValueError: `scale` is no whole number from 1 to 20.
            MissingExtraError: vl-convert is not installed.
        """
        times = checks.within(scale, "scale", least=1, most=_LARGEST_SCALE)
        drawn: bytes = _library("vl_convert").vegalite_to_png(self.to_dict(), scale=times)
        return drawn

    def save(self, path: str | Path, *, scale: int = 2) -> None:
        """Writes the picture, as what the name of the file ends in: .png, .svg, or .json for the specification.

        Raises:
            InvalidValueError: It ends in something else; `scale` as for `png`.
            MissingExtraError: vl-convert is not installed.
            FileError: The system does not let the file be written there.
        """
        try:
            file = Path(path)
        except TypeError:
            raise InvalidValueError("not_a_path", field="path", value=path) from None
        suffix = file.suffix.lower()
        checks.choice(suffix, "path", _SUFFIXES)
        if suffix == ".png":
            drawn = self.png(scale=scale)
        else:
            drawn = (self.svg() if suffix == ".svg" else self.to_json()).encode("utf-8")
        with opening(path, "path", writing=True):
            file.write_bytes(drawn)

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, Any]:
        return {"image/svg+xml": self.svg(), "text/plain": repr(self)}

    def __repr__(self) -> str:
        title = self.to_dict().get("title", "")
        return f"<Chart: {title['text'] if isinstance(title, dict) else title}>"


def drawn(body: Spec, *, language: str, title: str, subtitle: Sequence[str] = ()) -> Chart:
    """A whole chart out of its body, checked against Vega-Lite's own schema.

    Raises:
        MissingExtraError: Altair is not installed.
    """
    altair = _library("altair")
    lines = [line for line in subtitle if line]
    head: Spec = {"text": title, **({"subtitle": lines} if lines else {})}
    spec = {"$schema": altair.SCHEMA_URL, "description": title, "title": head, "config": config(language), **body}
    altair.Chart.from_dict(spec)
    return Chart(spec)


__all__ = ["Chart", "drawn"]
