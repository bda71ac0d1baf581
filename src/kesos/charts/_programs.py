"""Quotas of programmes, and what became of their cards."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Protocol, runtime_checkable

from kesos import _checks as checks
from kesos.charts._axes import axis_of, drawable
from kesos.charts._chart import Chart, drawn
from kesos.charts._rows import ROW, bar, named_once, panel, segments, tip
from kesos.charts._style import BLUE, ORANGE, PALE, WHITE, Spec, say
from kesos.errors import InvalidValueError
from kesos.quotas import ProgramQuota
from kesos.values import Text, share_of
from kesos.values import _locales as locales
from kesos.values._display import UNKNOWN
from kesos.values._texts import check_language

_QUOTAS = Text("Kuota program", "Programme quotas")
_FAMILIES, _PEOPLE, _AREA = Text("KPM", "families"), Text("jiwa", "people"), Text("Wilayah", "Area")
_CARDS, _PROGRAM = Text("Kartu menurut keadaannya", "Cards by what became of them"), Text("Program", "Programme")
_STATE, _MANY = Text("Keadaan", "State"), Text("Banyaknya", "How many")
_STATES = {
    "distributed": Text("didistribusikan", "handed out"),
    "undistributed": Text("belum didistribusikan", "not handed out"),
    "unprinted": Text("belum dicetak", "not printed"),
    "open": Text("keadaannya tidak diketahui", "state not known"),
}
_COLOURS = (BLUE, ORANGE, PALE, WHITE)
_CARD = Text("kartu", "cards")
_SAID = Text("{share} didistribusikan", "{share} handed out")


def quotas(quota: ProgramQuota | Iterable[ProgramQuota], language: str = "id", *, title: str | None = None) -> Chart:
    """How many a programme is to reach: area by area of one quota, or one row for each of several.

    Quotas that count families and quotas that count people do not stand on one axis.

    Args:
        quota: A quota, or several.
        language: "id" or "en".
        title: What stands over the chart.

    Raises:
        InvalidValueError: It is something else, or none; some count families and some people.
        MissingExtraError: The extra `charts` is not installed.
    """
    check_language(language)
    if isinstance(quota, ProgramQuota):
        given: tuple[ProgramQuota, ...] = (quota,)
        said = f"{_QUOTAS.say(language)}: {quota.program.say(language)} {quota.year}, {quota.area}"
    else:
        given, said = checks.items(quota, "quota", ProgramQuota), _QUOTAS.say(language)
    if not given:
        raise InvalidValueError("empty.chart", field="quota", value=given)
    families = {each.families is not None for each in given}
    if len(families) > 1:
        raise InvalidValueError("two_units.chart", field="quota", value=given)
    counted = _FAMILIES if True in families else _PEOPLE
    numbers: list[tuple[str, int | None]] = [
        (
            f"{each.program.code.upper()} {each.year}, {each.area}",
            each.people if each.families is None else each.families,
        )
        for each in given
    ]
    if len(given) == 1:
        numbers = list(given[0].sub_areas) or numbers
    names = named_once(name for name, _ in numbers)
    rows = [
        {
            ROW: name,
            "many": None if many is None else drawable(many, name),
            "end": many or 0,
            "said": UNKNOWN.say(language) if many is None else locales.number(many, language),
        }
        for name, (_, many) in zip(names, numbers, strict=True)
    ]
    tips = [tip(ROW, _AREA.say(language)), tip("said", counted.say(language))]
    axis = axis_of([many for _, many in numbers if many is not None], language, counted=counted)
    return drawn(
        panel(rows, [bar("many", tooltip=tips)], axis),
        language=language,
        title=said if title is None else checks.text(title, "title"),
    )


@runtime_checkable
class Cards(Protocol):
    """How many cards there are to be, and what became of them; None where a number is not known."""

    @property
    def total(self) -> int | None:
        """All cards that there are to be."""
        ...

    @property
    def distributed(self) -> int | None:
        """Handed out."""
        ...

    @property
    def undistributed(self) -> int | None:
        """Printed and not handed out."""
        ...

    @property
    def unprinted(self) -> int | None:
        """Not printed yet."""
        ...


def cards(
    distributions: Mapping[str, Cards | Mapping[str, int | None]] | Cards,
    language: str = "id",
    *,
    title: str | None = None,
) -> Chart:
    """What became of the cards of programmes: handed out, not handed out, not printed yet, not known.

    Args:
        distributions: By the name of each row, how the cards are distributed: an object with `total`, `distributed`,
            `undistributed` and `unprinted`, or a mapping from these words; or one such object alone.
        language: "id" or "en".
        title: What stands over the chart.

    Raises:
        InvalidValueError: It is something else, or none; more cards have a state than there are; a number is no count.
        MissingExtraError: The extra `charts` is not installed.

    >>> numbers = {"total": 8_163, "distributed": 6_800, "undistributed": 1_231, "unprinted": 132}
    >>> cards({"BPNT 2018": numbers}, "en")
    <Chart: Cards by what became of them>
    """
    check_language(language)
    given = {"": distributions} if isinstance(distributions, Cards) else checks.mapping(distributions, "distributions")
    if not given:
        raise InvalidValueError("empty.chart", field="distributions", value=given)
    values: list[Spec] = []
    ends: list[Spec] = []
    for name, each in given.items():
        numbers = _numbers(each, f"distributions[{name!r}]")
        begin = 0
        for state, many in numbers.items():
            if many is not None and state != "total":
                of_state: Spec = {"state": _STATES[state].say(language), "many": many, "begin": begin}
                begin += many
                values.append({ROW: name, **of_state, "end": begin, "said": locales.number(many, language)})
        share = numbers["distributed"] if numbers["total"] else None
        told = UNKNOWN.say(language) if share is None else _share(share, numbers["total"] or 0, language)
        ends.append({ROW: name, "end": begin, "said": told})
    there = {value["state"] for value in values}
    states = zip(_STATES.values(), _COLOURS, strict=True)
    colors = {said: color for words, color in states if (said := words.say(language)) in there}
    axis = axis_of([end["end"] for end in ends], language, counted=_CARD)
    heads = ((ROW, _PROGRAM), ("state", _STATE), ("said", _MANY))
    tips = [tip(field, words.say(language)) for field, words in heads]
    body = panel(ends, [segments(values, "state", colors, tips)], axis)
    return drawn(body, language=language, title=_CARDS.say(language) if title is None else checks.text(title, "title"))


def _numbers(each: Any, field: str) -> dict[str, int | None]:
    """The cards in each state, those whose state is not known among them."""
    if isinstance(each, Mapping):
        given = {word: each.get(word) for word in ("total", "distributed", "undistributed", "unprinted")}
    else:
        found = checks.instance(each, field, Cards)  # type: ignore[type-abstract]
        given = {word: getattr(found, word) for word in ("total", "distributed", "undistributed", "unprinted")}
    read = {word: checks.known_count(number, f"{field}.{word}") for word, number in given.items()}
    total = read.pop("total")
    known = sum(number for number in read.values() if number is not None)
    if total is not None and total < known:
        raise InvalidValueError("part_above_whole.cards", field=field, value=known, whole=total)
    rest = None if total is None or total == known else drawable(total - known, field)
    return {**read, "open": rest, "total": total}


def _share(part: int, whole: int, language: str) -> str:
    return say(_SAID, language, share=share_of(part, whole).say(language, places=2))


__all__ = ["Cards", "cards", "quotas"]
