"""The answers for many events, row by row: what each got, or why it got none."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

import attrs

from kesos import _checks as checks
from kesos.errors import InvalidValueError, KesosError
from kesos.events import DisasterEvent
from kesos.relief._answers import Relief
from kesos.relief._computation import Recipients, chosen
from kesos.relief._frames import frame_of
from kesos.relief._groups import By, total_of, totals_of
from kesos.relief._lasting import Days, check_days, items_named
from kesos.relief._refusals import Refusal, Row
from kesos.relief._remarks import cells_unread, remarked, remarks_on, with_reason
from kesos.relief._rows import Given, Rows, labelled, read_row
from kesos.relief._totals import ReliefTotal, checked_remarks
from kesos.relief._unused import say_unused
from kesos.standards import AidStandard
from kesos.standards._axes import Indices, brought_indices
from kesos.values import Decision, TableView, Text, show
from kesos.values._display import Tabled
from kesos.words import counted

RecipientsOf = Callable[[DisasterEvent], Recipients | None]


def _results(results: Any) -> tuple[Relief | Refusal, ...]:
    return tuple(
        each if isinstance(each, Refusal) else checks.instance(each, "results", Relief)
        for each in checks.items(results, "results")
    )


def _labels(labels: Any) -> tuple[Row, ...]:
    """The labels, or nothing where each is its own place."""
    given = checks.items(labels, "labels")
    return () if all(type(label) is int and label == at for at, label in enumerate(given)) else given


@attrs.frozen(kw_only=True, repr=False)
class Batch(Tabled):
    """The answers for several events, and the events that got none, in the order of their rows.

    Args:
        results: An answer or a refusal for each row.
        labels: How each row is called; left out, by its place, counted from zero.
        remarks: What has to be known of the rows as a whole, such as a sheet that was not read; totals go on saying it.

    >>> from kesos.relief import entitle_all
    >>> from kesos.events import DisasterEvent
    >>> from kesos.standards import PEDUM_2003
    >>> flood = DisasterEvent(hazard="banjir", place="Kelurahan Pangkut", period="2017-02-25", people=860)
    >>> batch = entitle_all([flood, "a flood"], PEDUM_2003, days=7)
    >>> batch
    <Batch of 2 rows: 1 answer, 1 refused>
    >>> [(row, hasattr(result, "error")) for row, result in batch.rows()]
    [(0, False), (1, True)]
    >>> batch.total
    <ReliefTotal of 1 answer, 1 left out, 7 days: rice=2408000 g, side_dishes=36120000 IDR>
    """

    results: tuple[Relief | Refusal, ...] = attrs.field(converter=_results)
    labels: tuple[Row, ...] = attrs.field(default=(), converter=_labels)
    remarks: tuple[Text, ...] = attrs.field(default=(), converter=checked_remarks)

    def __attrs_post_init__(self) -> None:
        if self.labels and len(self.labels) != len(self.results):
            raise InvalidValueError("not_as_many_rows", field="labels", value=len(self.labels), many=len(self.results))

    def rows(self) -> Iterator[tuple[Row, Relief | Refusal]]:
        """Each row in the order in which it came: what it is called, and its answer or its refusal."""
        return zip(self.labels or range(len(self.results)), self.results, strict=True)

    def table(self, language: str = "id") -> TableView:
        """A row for each answer and each refusal, and what the answers add up to, in "id" or "en"."""
        shown = show(self.results, language)
        unused = say_unused(((each.event, each.standard) for each in self.answers), language)
        remarks = (remark.say(language) for remark in self.remarks)
        return attrs.evolve(shown, notes=(*shown.notes, *unused, *remarks))

    @cached_property
    def answers(self) -> tuple[Relief, ...]:
        """An answer for each event that the standard serves, in order."""
        return tuple(each for each in self.results if isinstance(each, Relief))

    @cached_property
    def refused(self) -> tuple[Refusal, ...]:
        """Each event that got no answer, with its row and the reason, in order."""
        return tuple(each for each in self._without_answer() if each.event is not None)

    @cached_property
    def rejects(self) -> tuple[Refusal, ...]:
        """Each row of which a reader could make no event, with the reason, in order."""
        return tuple(each for each in self._without_answer() if each.event is None)

    def _without_answer(self) -> Iterator[Refusal]:
        return (each for each in self.results if isinstance(each, Refusal))

    @cached_property
    def total(self) -> ReliefTotal:
        """What the answers add up to; it names what it had to leave out."""
        return attrs.evolve(total_of(self.rows(), self.answers, places=not self.labels), remarks=self.remarks)

    def totals(self, by: By) -> dict[Any, ReliefTotal]:
        """What the answers add up to group by group, each with what it had to leave out.

        Args:
            by: Into which group an event goes: a function of it, or the name of one of its fields ("hazard",
                "place.district"). What cannot be read as an event, and a refused one that `by` fails for, goes under
                None, which comes last; together the groups hold every row. Where events are counted there, the other
                groups say that they may not be complete. By district, spellings that differ in the word before the name
                ("Kec."), blanks or case are one group, and what is shown of the groups says so; a rejected row goes to
                the district that stands in it.

        Raises:
            InvalidValueError: An event has no such field; a group cannot be the key of a dictionary.

        >>> from kesos.relief import entitle_all
        >>> from kesos.events import DisasterEvent
        >>> from kesos.standards import PEDUM_2003
        >>> flood = DisasterEvent(hazard="banjir", place="Desa Umpang", period="2017-02-25", people=10)
        >>> for place, added in entitle_all([flood, "?"], PEDUM_2003, days=7).totals(by="place").items():
        ...     print(place, added.get("rice"), len(added.left_out))
        Desa Umpang 28 kg 0
        None None 1
        """
        return remarked(totals_of(self.rows(), by, places=not self.labels), self.remarks)

    def to_frame(self, language: str = "id") -> Any:
        """The rows as a pandas DataFrame, in order: `kesos` needs its extra `frames` for it.

        Its index holds the labels of the rows. `status` is "ok" or the code of the refusal, `message` the refusal in
        "id" or "en". Amounts are whole numbers in base units, in a column of the item and its unit (`rice_g`, or in
        minor units of other currencies `grant_php_100`); what is owed as a range has a column for each end
        (`rice_g_from`, `rice_g_to`): the names are those of `kesos.frames.entitle`. What has no number is `NA`. Columns
        whose sum would not fit 64 bits hold Python's own integers; nothing is ever a float.

        Raises:
            MissingExtraError: pandas is not installed.
        """
        return frame_of(self.rows(), language)

    def __repr__(self) -> str:
        rows, answers = counted(len(self.results), "row"), counted(len(self.answers), "answer")
        rejects = f", {counted(len(self.rejects), 'reject')}" if self.rejects else ""
        said = "".join(f"; {remark.en}" for remark in self.remarks)
        return f"<Batch of {rows}: {answers}, {len(self.refused)} refused{rejects}{said}>"


def entitle_all(
    events: Iterable[Given] | Rows,
    standard: AidStandard,
    *,
    days: Days | None = None,
    extended: bool = False,
    recipients: Recipients | RecipientsOf | None = None,
    decision: Decision | None = None,
    indices: Indices | None = None,
    counted_only: bool = False,
) -> Batch:
    """The aid for each of several events; what gets no answer is named with its row and its reason, and loses nothing.

    Args:
        events: Events, or mappings of plain values as `DisasterEvent.to_dict` writes them; and, in place of one, the
            `KesosError` or `Refusal` with which a reader gave it up. They are gone through once, so a stream will do.
            Rows are counted from zero; whatever has a method `rows()` that gives pairs of a label (a whole number or a
            text) and one of these keeps its labels, and its `remarks`, if it has any. Where it has `faults`,
            why cells could not be read by the labels of their rows, a count that is not known for one of them says so.
        standard: The standard.
        days: As for `entitle`.
        extended: As for `entitle`.
        recipients: As for `entitle`, the same for all; or a function that gives them for an event.
        decision: As for `entitle`.
        indices: As for `entitle`.
        counted_only: As for `entitle`.

    Raises:
        InvalidValueError: An argument is wrong, whichever the event; a label is neither a whole number nor a text.

    >>> from kesos.standards import PEDUM_2003
    >>> flood = DisasterEvent(hazard="banjir", place="Desa Contoh", period="2017-02-25", people=10)
    >>> fire = {"hazard": "fire", "place": "Desa Contoh", "period": "2017-02-25", "people": 4}
    >>> batch = entitle_all([flood, fire], PEDUM_2003, days="maximum")
    >>> print(batch.total["rice"], [refusal.error.code for refusal in batch.refused])
    28 kg ['hazard_not_covered']
    """
    checks.instance(standard, "standard", AidStandard)
    if days is not None:
        for each in items_named(days, standard).values() if isinstance(days, Mapping) else (days,):
            check_days(each)
    checks.flag(extended, "extended")
    checks.flag(counted_only, "counted_only")
    checks.known_instance(decision, "decision", Decision)
    if indices is not None:
        brought_indices(indices, standard.indices)
    if recipients is not None and not callable(recipients):
        chosen(recipients, None, standard)
    remarks, unread = remarks_on(events), cells_unread(events)
    results: list[Relief | Refusal] = []
    labels: list[Row] = []
    for row, given in labelled(events):
        event = read_row(row, given)
        labels.append(event.row if isinstance(event, Refusal) else row)
        if isinstance(event, Refusal):
            results.append(event)
            continue
        known = isinstance(event, DisasterEvent)
        asked = (recipients(event) if known else None) if callable(recipients) else recipients
        try:
            answer = Relief(
                event=event,
                standard=standard,
                days=days,
                extended=extended,
                recipients=asked,
                decision=decision,
                indices=indices,
                counted_only=counted_only,
            )
        except KesosError as error:
            error.__traceback__ = None  # it would keep every frame of this call alive
            results.append(Refusal(row=row, event=event, error=with_reason(error, unread.get(row, ()))))
        else:
            results.append(answer)
    return Batch(results=results, labels=labels, remarks=remarks)


__all__ = ["Batch", "By", "entitle_all"]
