"""Budgets against what was realised of them; a range stays a range."""

from __future__ import annotations

from collections.abc import Iterable

from kesos import _checks as checks
from kesos.budgets import NO_CEILING, Budget, BudgetLine, absorption
from kesos.charts._axes import amount_of, axis_of, drawn_ends
from kesos.charts._chart import Chart, drawn
from kesos.charts._rows import ROW, bar, named_once, panel, tick, tip
from kesos.charts._style import PALE, Spec, say
from kesos.errors import InvalidValueError, UnknownValueError
from kesos.values import Percentage, Span, Text
from kesos.values._display import UNKNOWN
from kesos.values._texts import check_language

_TITLE = Text("Pagu dan realisasi", "Budget and what was realised of it")
_HOW = Text("Batang abu-abu: pagu. Batang biru: realisasi.", "Grey bar: the ceiling. Blue bar: what was realised.")
_RANGE = Text(
    "Dua garis: realisasi hanya diketahui sebagai rentang.", "Two marks: what was realised is known as a range only."
)
_TWO_DECIMALS = Text("Serapan dengan dua desimal.", "Absorption with two decimals.")
_OPEN = Text("pagu tidak diketahui; realisasi {spent}", "ceiling not known; realised {spent}")
_ZERO = Text("pagu {ceiling}; realisasi {spent}", "ceiling {ceiling}; realised {spent}")
_LINE, _CEILING = Text("Uraian", "Line"), Text("Pagu", "Ceiling")
_REALIZED, _SHARE = Text("Realisasi", "Realised"), Text("Serapan", "Absorption")


def realization(
    budget: Budget | Iterable[BudgetLine | Budget], language: str = "id", *, title: str | None = None
) -> Chart:
    """A budget line by line: its ceiling, what was realised of it as far as that is known, and the share that this is.

    Args:
        budget: A budget, or several lines, or several budgets with a row each.
        language: "id" or "en".
        title: What stands over the chart; left out, whose budget it is.

    Raises:
        InvalidValueError: It is something else, or none; an amount is above 2^53.
        UnknownValueError: A line's amount in a whole budget is not known; the field says in which.
        MissingExtraError: The extra `charts` is not installed.
    """
    check_language(language)
    if isinstance(budget, Budget):
        given: tuple[BudgetLine | Budget, ...] = budget.lines
        said = f"{_TITLE.say(language)}: {budget.holder}, {budget.funding} {budget.year}"
    else:
        given, said = checks.items(budget, "budget"), _TITLE.say(language)
    if not given:
        raise InvalidValueError("empty.chart", field="budget", value=given)
    names = named_once(_name(each, f"budget[{at}]") for at, each in enumerate(given))
    for at, each in enumerate(given):
        _check_known(each, f"budget[{at}]")
    rows = [_row(each, name, language) for each, name in zip(given, names, strict=True)]
    amounts = [each.ceiling for each in given if each.ceiling is not None]
    amounts += [each.realized.maximum for each in given if each.realized is not None]
    heads = ((ROW, _LINE), ("of", _CEILING), ("spent", _REALIZED), ("share", _SHARE))
    tips = [tip(field, words.say(language)) for field, words in heads]
    ranged = any(row["least"] != row["most"] for row in rows)
    layers = [
        bar("ceiling", color=PALE, size=18, tooltip=tips),
        bar("least", size=9, tooltip=tips),
        *((tick("least", size=14, tooltip=tips), tick("most", size=14, tooltip=tips)) if ranged else ()),
    ]
    return drawn(
        panel(rows, layers, axis_of(amounts, language)),
        language=language,
        title=said if title is None else checks.text(title, "title"),
        subtitle=(f"{_HOW.say(language)} {_TWO_DECIMALS.say(language)}", _RANGE.say(language) if ranged else ""),
    )


def _name(each: object, field: str) -> str:
    if isinstance(each, Budget):
        return f"{each.holder}, {each.funding} {each.year}"
    return checks.instance(each, field, BudgetLine).name


def _check_known(each: BudgetLine | Budget, field: str) -> None:
    """Says which of several budgets has an amount that is not known; a line without one is drawn as it is."""
    try:
        _ = each.ceiling, each.realized
    except UnknownValueError as error:
        raise error.at(field) from None


def _row(each: BudgetLine | Budget, name: str, language: str) -> Spec:
    unknown = UNKNOWN.say(language)
    row: Spec = {ROW: name, "ceiling": None, "least": None, "most": None, "end": 0, "of": unknown}
    row |= {"spent": unknown, "share": unknown}
    row["said"] = unknown if each.ceiling is None else f"{_REALIZED.say(language).lower()} {unknown}"
    if each.ceiling is not None:
        row |= {"ceiling": amount_of(each.ceiling), "of": each.ceiling.say(language)}
        row["end"] = row["ceiling"]
    if each.realized is not None:
        row["least"], row["most"] = drawn_ends(each.realized)
        row["spent"] = each.realized.say(language)
        row |= {"said": say(_OPEN, language, spent=row["spent"]), "end": max(row["end"], row["most"])}
    if each.ceiling is not None and not each.ceiling:
        said = say(_ZERO, language, ceiling=row["of"], spent=row["spent"])
        row |= {"share": NO_CEILING.say(language), "said": said}
    elif each.ceiling is not None and each.realized is not None:
        share = absorption(each)
        row |= {"share": share.say(language), "said": _shortly(share, language)}
    return row


def _shortly(share: Span[Percentage], language: str) -> str:
    """A share with two decimals; both its ends, where they are printed differently."""
    ends = [end.say(language, places=2) for end in (share.minimum, share.maximum)]
    return " – ".join(dict.fromkeys(ends))


__all__ = ["realization"]
