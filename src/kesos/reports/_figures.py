"""A figure in a report's prose, and a name in it: what is printed, where, and what it is about."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal, get_args

import attrs

from kesos import _checks as checks
from kesos.errors import ParseError
from kesos.values import Citation, Period, Printed, Text

NameKind = Literal["place", "institution", "person", "programme", "term"]
NAME_KINDS: tuple[NameKind, ...] = get_args(NameKind)


def _known_period(period: Period | str | None) -> Period | None:
    return None if period is None else Period.of(period)


def read_figure(text: object) -> Any:
    """What a printed figure means by itself: a percentage, an amount, a number, or days; None where it is none.

    A rounded figure is the range of all that rounds to it.

    >>> read_figure("Rp. 6.000,-"), read_figure("2.720 KPM"), read_figure("62,68"), str(read_figure("5 Maret 2017"))
    (Quantity(6000, 'IDR'), Quantity(2720, 'family'), Decimal('62.68'), '5 Maret 2017')
    >>> print(read_figure("Rp2,17 triliun"))
    Rp2.165.000.000.000 – Rp2.174.999.999.999
    """
    from kesos import wording

    if not isinstance(text, str):
        return None
    readers: tuple[Callable[..., Any], ...] = (
        wording.parse_number,
        wording.parse_quantity,
        wording.parse_rounded,
        wording.parse_period,
    )
    if text.rstrip().endswith(("%", "persen")):
        readers = (wording.parse_percent,)
    for read in readers:
        try:
            return read(text, unknown=None, dash=None, blank=None)
        except ParseError:
            continue
    return None


@attrs.frozen
class Figure(Printed):
    """A printed value with what it says: two figures of one measure, area and period should be the same.

    Args:
        text: The characters on the page.
        value: What they mean; left out, what can be read from them. None says that nothing can.
        source: Where on which page; left out, the code stands for it.
        code: A slug that names it in its report.
        label: What it says, in both languages; left out, the code.
        about: True where the text says that it is approximate (kurang lebih, sekitar).
        measure: A slug for what is measured.
        area: Where.
        period: When.

    >>> from kesos.values import Quantity
    >>> figure = Figure("2.720", Quantity(2_720, "family"), source="C.2.e.2", code="pkh_families_2017",
    ...                 label=Text("KPM PKH", "PKH families"), about=True, period="2017")
    >>> print(figure, figure.period)
    2.720 2017
    >>> Figure("35,45 %", code="share").value, Figure("No. 3/2017", code="number").value
    (Percentage('35.45'), None)
    """

    value: Any = attrs.field(default=attrs.Factory(lambda figure: read_figure(figure.text), takes_self=True))
    code: str = attrs.field(kw_only=True)
    source: Citation | str = attrs.field(
        default=attrs.Factory(lambda figure: figure.code, takes_self=True), kw_only=True
    )
    label: Text = attrs.field(
        default=attrs.Factory(lambda figure: Text(figure.code, figure.code), takes_self=True), kw_only=True
    )
    about: bool = attrs.field(default=False, kw_only=True)
    measure: str | None = attrs.field(default=None, kw_only=True)
    area: str | None = attrs.field(default=None, kw_only=True)
    period: Period | None = attrs.field(default=None, converter=_known_period, kw_only=True)

    def __attrs_post_init__(self) -> None:
        Printed.__attrs_post_init__(self)
        checks.slug(self.code, "code")
        checks.instance(self.label, "label", Text)
        checks.flag(self.about, "about")
        if self.measure is not None:
            checks.slug(self.measure, "measure")
        checks.known_text(self.area, "area")

    def __str__(self) -> str:
        return self.text


@attrs.frozen
class Name(Printed):
    """A name as printed at one place. The same thing elsewhere should be spelt alike.

    Args:
        kind: "place", "institution", "person", "programme" or "term".
        within: What it lies in, such as the district of a village.
    """

    kind: NameKind = attrs.field(kw_only=True)
    within: str | None = attrs.field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        Printed.__attrs_post_init__(self)
        checks.text(self.text, "text")
        checks.choice(self.kind, "kind", NAME_KINDS)
        checks.known_text(self.within, "within")

    def __str__(self) -> str:
        return self.text
