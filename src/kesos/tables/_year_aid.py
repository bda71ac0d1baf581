"""The aid that a standard grants for a year's disasters, by kind of disaster, and what it gives no answer for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from kesos._sheets._writing import Cell, Column, Sheet
from kesos.errors import KesosError
from kesos.events import DisasterEvent
from kesos.hazards import Hazard
from kesos.records import Fieldwise
from kesos.relief import Days, Refusal, Relief, ReliefRange, ReliefTotal, entitle_all, entitle_range, total
from kesos.relief._refusals import Row
from kesos.standards import AidStandard
from kesos.tables._write_items import ItemColumns, item_columns
from kesos.values import Text
from kesos.values._display import TOTAL
from kesos.values._sums import sum_known

_HAZARD = Text("Jenis Bencana", "Hazard")
_EVENTS = Text("Kejadian", "Events")
_PEOPLE = Text("Jiwa", "People")
_LEFT_OUT = Text("{hazard}: {many} kejadian tidak terhitung; {reason}", "{hazard}: {many} events left out; {reason}")


@attrs.frozen(eq=False, repr=False)
class Labelled(Fieldwise):
    """Events with what their rows are called."""

    pairs: tuple[tuple[Row, DisasterEvent], ...]

    def rows(self) -> Iterator[tuple[Row, DisasterEvent]]:
        """Each row with its event."""
        return iter(self.pairs)


def aid_total(events: Labelled, standard: AidStandard, days: Days | None) -> ReliefTotal:
    """What a standard grants for all of some events: for a number of days, or from its least to its most.

    Raises:
        InvalidValueError: `days` is no number of days.
    """
    if days is not None:
        return entitle_all(events, standard, days=days).total
    ranges: list[ReliefRange] = []
    labels: list[Row] = []
    refused: list[Refusal] = []
    for row, event in events.rows():
        try:
            ranges.append(entitle_range(event, standard))
        except KesosError as error:
            refused.append(Refusal(row=row, event=event, error=error.with_traceback(None)))
        else:
            labels.append(row)
    return ReliefTotal(answers=(), ranges=tuple(ranges), left_out=tuple(refused), rows=tuple(labels))


def aid_sheet(added: ReliefTotal, name: str, title: tuple[str, ...], language: str) -> Sheet:
    """The aid by hazard, with the total, and under it what it rests on and which events are not in it."""
    groups: dict[Hazard, list[Relief | ReliefRange]] = {}
    everything: tuple[Relief | ReliefRange, ...] = (*added.answers, *added.ranges)
    for answer in everything:
        groups.setdefault(answer.event.hazard, []).append(answer)
    totals = {hazard: total(answers) for hazard, answers in groups.items()}
    items = item_columns([*totals.values(), added])
    rows = [(hazard.label(language), *_row(groups[hazard], each, items)) for hazard, each in totals.items()]
    whole = (TOTAL.say(language), *_row(everything, added, items))
    return Sheet(
        name=name,
        title=title,
        columns=(
            Column(head=_HAZARD.say(language)),
            *(Column(head=head.say(language), holds="number") for head in (_EVENTS, _PEOPLE)),
            *(column for item in items for column in item.columns(language)),
        ),
        rows=(*rows, whole) if rows else (),
        notes=(*added.table(language).notes, *_left_out(added.left_out, language)),
        strong=frozenset([len(rows)]),
    )


def _row(
    answers: Sequence[Relief | ReliefRange], added: ReliefTotal, items: tuple[ItemColumns, ...]
) -> tuple[Cell, ...]:
    amounts = [cell for item in items for cell in item.cells(added.get(item.item.code))]
    return (len(answers), sum_known((answer.event.people for answer in answers), 0), *amounts)


def _left_out(refused: tuple[Refusal, ...], language: str) -> list[str]:
    """The events that the standard gives no answer for, by hazard and reason."""
    many: dict[tuple[str, str], int] = {}
    for each in refused:
        assert isinstance(each.event, DisasterEvent)  # they are refused one by one, above
        key = (each.event.hazard.label(language), str(each.error.to_dict(language)["message"]))
        many[key] = many.get(key, 0) + 1
    return [
        _LEFT_OUT.say(language).format(hazard=hazard, many=number, reason=reason)
        for (hazard, reason), number in many.items()
    ]
