"""What is recorded of answers, ranges and totals; it loads when somebody records one or checks a record."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import attrs

from kesos import _checks as checks
from kesos.events import DisasterEvent
from kesos.records import FORMAT, VERSION
from kesos.relief._answers import Relief
from kesos.relief._kept import apart
from kesos.relief._lines import Line, Unknown, Unspecified
from kesos.relief._ranges import ReliefRange
from kesos.relief._refusals import Refusal
from kesos.relief._terms import Owed, Term
from kesos.relief._totals import ReliefTotal
from kesos.standards import Cycle, HazardReading, Validity, Window, digest
from kesos.standards._amounts import Bound, Every, Part
from kesos.standards._items import Counted
from kesos.values import Citation, Decision, Place, Quantity, Rounding, Text, Unit


def _apart(value: object, _field: str) -> object:
    return apart(value)


@attrs.frozen(kw_only=True)
class LineRecord:
    """A line as it is recorded."""

    item: str
    name: Text
    rate: Owed | None
    per: str
    every: Every | Cycle
    group: int
    rounding: Rounding | None
    counted: Counted | None
    month_days: int | None
    part: Part | None
    multiplier: int | None
    times: int | None
    quantity: Owed
    bound: Bound
    citation: Citation
    terms: tuple[Term, ...] = ()

    @classmethod
    def of(cls, line: Line) -> LineRecord:
        """What is recorded of a line."""
        checks.instance(line, "line", Line)
        item = line.item
        return cls(
            item=item.code,
            name=item.name,
            rate=item.rate,
            per=item.per,
            every=item.every,
            group=item.group,
            rounding=item.rounding,
            counted=item.counted,
            month_days=item.month_days,
            part=item.part,
            multiplier=line.multiplier,
            times=line.times,
            quantity=line.quantity,
            bound=item.bound,
            citation=item.citation,
            terms=line.terms,
        )


@attrs.frozen(kw_only=True)
class UnknownRecord:
    """An item whose quantity is not known, as it is recorded."""

    item: str
    name: Text
    code: str
    field: str | None
    citation: Citation

    @classmethod
    def of(cls, unknown: Unknown) -> UnknownRecord:
        """What is recorded of it."""
        checks.instance(unknown, "unknown", Unknown)
        item, error = unknown.item, unknown.error
        return cls(item=item.code, name=item.name, code=error.code, field=error.field, citation=item.citation)


@attrs.frozen(kw_only=True)
class UnspecifiedRecord:
    """A blank as it is recorded."""

    item: str
    name: Text
    unit: Unit
    per: str
    every: Every | Cycle
    multiplier: int | None
    times: int | None
    citation: Citation

    @classmethod
    def of(cls, blank: Unspecified) -> UnspecifiedRecord:
        """What is recorded of a blank."""
        checks.instance(blank, "blank", Unspecified)
        item = blank.item
        return cls(
            item=item.code,
            name=item.name,
            unit=item.unit,
            per=item.per,
            every=item.every,
            multiplier=blank.multiplier,
            times=blank.times,
            citation=item.citation,
        )


@attrs.frozen(kw_only=True)
class InputsRecord:
    """What an answer follows from, beside the standard."""

    event: DisasterEvent
    days: int | None
    extended: bool
    recipients: Mapping[str, int]
    decision: Decision | None
    item_days: Mapping[str, int] | None = None
    indices: Mapping[str, Quantity] | None = None
    counted_only: bool = False

    def __attrs_post_init__(self) -> None:
        checks.settle(self, _apart, "recipients", "item_days", "indices")


@attrs.frozen(kw_only=True)
class StandardRecord:
    """With which standard an answer was made: its digest says whether another one is the same."""

    code: str
    title: Text
    digest: str
    source: Citation
    validity: Validity


@attrs.frozen(kw_only=True)
class ReliefRecord:
    """An answer as it is recorded: what it was computed from, with which standard, and every line of it."""

    kesos: str
    format: Literal[1]
    kind: Literal["relief"]
    inputs: InputsRecord
    standard: StandardRecord
    window: Window | None
    reading: HazardReading | None
    lines: tuple[LineRecord, ...]
    unspecified: tuple[UnspecifiedRecord, ...]
    unknown: tuple[UnknownRecord, ...] = ()
    not_counted: Mapping[str, tuple[Place, ...]] | None = None

    def __attrs_post_init__(self) -> None:
        checks.settle(self, _apart, "not_counted")

    @classmethod
    def of(cls, answer: Relief) -> ReliefRecord:
        """What is recorded of an answer."""
        checks.instance(answer, "answer", Relief)
        standard = answer.standard
        return cls(
            kesos=VERSION,
            format=FORMAT,
            kind="relief",
            inputs=InputsRecord(
                event=answer.event,
                days=answer.days,
                extended=answer.extended,
                recipients=dict(answer.recipients),
                decision=answer.decision,
                item_days=dict(answer.item_days) or None,
                indices=dict(answer.indices) or None,
                counted_only=answer.counted_only,
            ),
            standard=StandardRecord(
                code=standard.code,
                title=standard.title,
                digest=digest(standard),
                source=standard.source,
                validity=standard.validity,
            ),
            window=answer.window,
            reading=answer.reading,
            lines=tuple(LineRecord.of(line) for line in answer.lines),
            unspecified=tuple(UnspecifiedRecord.of(blank) for blank in answer.unspecified),
            unknown=tuple(UnknownRecord.of(unknown) for unknown in answer.unknown),
            not_counted=dict(answer.not_counted_by_item) or None,
        )


@attrs.frozen(kw_only=True)
class MessageRecord:
    """What a refusal said, in both languages."""

    id: str
    en: str


@attrs.frozen(kw_only=True)
class ErrorRecord:
    """Why an event got no answer."""

    code: str
    field: str | None
    message: MessageRecord


@attrs.frozen(kw_only=True)
class RefusalRecord:
    """What was left out: its row, the event where it was one, and why."""

    row: int | str
    event: DisasterEvent | None
    error: ErrorRecord

    @classmethod
    def of(cls, refusal: Refusal) -> RefusalRecord:
        """What is recorded of a refusal."""
        checks.instance(refusal, "refusal", Refusal)
        error = refusal.error
        message = MessageRecord(id=error.message("id"), en=error.message("en"))
        return cls(
            row=refusal.row,
            event=refusal.event if isinstance(refusal.event, DisasterEvent) else None,
            error=ErrorRecord(code=error.code, field=error.field, message=message),
        )


@attrs.frozen(kw_only=True)
class RangeRecord:
    """A range as it is recorded: the answers at the ends of the window, and with the extension."""

    kesos: str
    format: Literal[1]
    kind: Literal["relief_range"]
    minimum: ReliefRecord
    maximum: ReliefRecord
    extended: ReliefRecord | None

    @classmethod
    def of(cls, window: ReliefRange) -> RangeRecord:
        """What is recorded of a range."""
        checks.instance(window, "window", ReliefRange)
        return cls(
            kesos=VERSION,
            format=FORMAT,
            kind="relief_range",
            minimum=ReliefRecord.of(window.minimum),
            maximum=ReliefRecord.of(window.maximum),
            extended=None if window.extended is None else ReliefRecord.of(window.extended),
        )


@attrs.frozen(kw_only=True)
class TotalRecord:
    """A total as it is recorded: the sums, each answer or range in them, and what was left out and why."""

    kesos: str
    format: Literal[1]
    kind: Literal["relief_total"]
    quantities: Mapping[str, Owed]
    unspecified: tuple[UnspecifiedRecord, ...]
    answers: tuple[ReliefRecord, ...]
    left_out: tuple[RefusalRecord, ...]
    unknown: tuple[UnknownRecord, ...] = ()
    ranges: tuple[RangeRecord, ...] = ()
    rows: tuple[int | str, ...] = ()

    def __attrs_post_init__(self) -> None:
        checks.settle(self, _apart, "quantities")

    @classmethod
    def of(cls, added: ReliefTotal) -> TotalRecord:
        """What is recorded of a total."""
        checks.instance(added, "added", ReliefTotal)
        return cls(
            kesos=VERSION,
            format=FORMAT,
            kind="relief_total",
            quantities=dict(added),
            unspecified=tuple(UnspecifiedRecord.of(blank) for blank in added.unspecified),
            answers=tuple(ReliefRecord.of(answer) for answer in added.answers),
            left_out=tuple(RefusalRecord.of(refusal) for refusal in added.left_out),
            unknown=tuple(UnknownRecord.of(unknown) for unknown in added.unknown),
            ranges=tuple(RangeRecord.of(window) for window in added.ranges),
            rows=tuple(added.rows),
        )


__all__ = [
    "ErrorRecord",
    "InputsRecord",
    "LineRecord",
    "MessageRecord",
    "RangeRecord",
    "RefusalRecord",
    "ReliefRecord",
    "StandardRecord",
    "TotalRecord",
    "UnknownRecord",
    "UnspecifiedRecord",
]
