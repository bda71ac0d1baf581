"""Recorded answers brought back: computed anew from their inputs, and every difference named."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from typing import Any, TypeVar

import attrs

from kesos import _checks as checks
from kesos.errors import InvalidValueError, KesosError, VerificationError, join_path
from kesos.events import DisasterEvent
from kesos.records import Plain, Reader, check_same, load_to_verify, unverifiable
from kesos.relief._answers import Relief
from kesos.relief._entitlement import entitle
from kesos.relief._ranges import ReliefRange, entitle_range
from kesos.relief._records import ErrorRecord, InputsRecord, RefusalRecord
from kesos.relief._refusals import Refusal
from kesos.relief._totals import ReliefTotal
from kesos.standards import AidStandard
from kesos.values import Decision, Quantity, Text

_INPUTS = tuple(field.name for field in attrs.fields(InputsRecord) if field.default is attrs.NOTHING)
_ALSO = tuple(field.name for field in attrs.fields(InputsRecord) if field.default is not attrs.NOTHING)

T = TypeVar("T")


def read_record(record: Mapping[str, Any] | str | bytes, standard: AidStandard) -> Relief | ReliefRange | ReliefTotal:
    """The answer that a record holds, computed anew from its inputs and checked against all that it says.

    Of what a total left out, nothing can be computed; it is read and kept as it is recorded.

    Args:
        record: What `to_json` or `record` of an answer, a range or a total gave.
        standard: The standard that it was made with.

    Raises:
        VerificationError: The record is damaged, or this standard gives another answer; each of `.faults` is a path
            that differs. It tells a changed standard by its code, and changed amounts by `.amounts_differ`.

    >>> from kesos.standards import PEDUM_2003
    >>> flood = DisasterEvent(hazard="banjir", place="Desa Contoh", period="2017-02-25", people=10)
    >>> answer = entitle(flood, PEDUM_2003, days=3)
    >>> read_record(answer.to_json(), PEDUM_2003) == answer
    True
    """
    checks.instance(standard, "standard", AidStandard)
    given = load_to_verify(record)
    computed = _compute(given, standard)
    check_same(given, computed.record())
    return computed


def verify(record: Mapping[str, Any] | str | bytes, standard: AidStandard) -> None:
    """Computes a recorded answer again and says nothing where all of it holds.

    Raises:
        VerificationError: As `read_record` does.

    >>> from kesos.standards import PEDUM_2003
    >>> flood = DisasterEvent(hazard="banjir", place="Desa Contoh", period="2017-02-25", people=10)
    >>> record = entitle(flood, PEDUM_2003, days=3).record()
    >>> record["lines"][0]["quantity"]["amount"] += 1
    >>> verify(record, PEDUM_2003)
    Traceback (most recent call last):
    ...
    kesos.errors.VerificationError: this record is not what computing it again gives
    - lines[0].quantity: {'amount': 12001, 'unit': 'g'} is not {'amount': 12000, 'unit': 'g'}, which is what ...
    """
    read_record(record, standard)


def _compute(given: Plain, standard: AidStandard) -> Relief | ReliefRange | ReliefTotal:
    kind = given.get("kind")
    if kind == "relief_total":
        return _total(given, standard)
    if kind == "relief_range":
        return _range(given, standard, "")
    if kind == "relief":
        return _answer(given, standard, "")
    raise unverifiable(InvalidValueError("damaged.not_an_answer", field="kind", value=kind))


def _answer(given: Any, standard: AidStandard, at: str) -> Relief:
    path = join_path(at, "inputs")
    inputs = _inputs(given.get("inputs") if isinstance(given, Mapping) else None, path)
    with _at(path):
        return entitle(standard=standard, **inputs)


def _range(given: Any, standard: AidStandard, at: str) -> ReliefRange:
    minimum = given.get("minimum") if isinstance(given, Mapping) else None
    path = join_path(at, "minimum.inputs")
    inputs = _inputs(minimum.get("inputs") if isinstance(minimum, Mapping) else None, path)
    with _at(path):
        asked = {name: inputs[name] for name in ("recipients", "indices", "counted_only")}
        return entitle_range(inputs["event"], standard, **asked)


def _total(given: Plain, standard: AidStandard) -> ReliefTotal:
    """The total of the recorded answers or ranges, each computed again; every one that cannot be is named."""
    faults: list[KesosError] = []
    reader = Reader()
    left_out = reader.read(tuple[RefusalRecord, ...], given.get("left_out"), "left_out")
    rows = reader.read(tuple[int | str, ...], given.get("rows", []), "rows")
    answers: list[Relief] = []
    ranges: list[ReliefRange] = []
    _each(given.get("answers"), "answers", _answer, standard, answers, reader, faults)
    _each(given.get("ranges", []), "ranges", _range, standard, ranges, reader, faults)
    faults += reader.faults
    if faults:
        raise unverifiable(*faults)
    with _at(""):
        return ReliefTotal(answers=answers, ranges=ranges, left_out=tuple(map(_refusal, left_out)), rows=rows)


def _each(
    listed: Any,
    path: str,
    compute: Callable[[Any, AidStandard, str], T],
    standard: AidStandard,
    made: list[T],
    reader: Reader,
    faults: list[KesosError],
) -> None:
    if not isinstance(listed, list):
        reader.note(InvalidValueError("wrong_type.list", value=listed), path)
        return
    for number, each in enumerate(listed):
        try:
            made.append(compute(each, standard, f"{path}[{number}]"))
        except VerificationError as error:
            faults.append(error)


class _RecordedError(KesosError):
    """A refusal of which nothing is left but what a record says."""

    def __init__(self, said: ErrorRecord) -> None:
        super().__init__(Text(said.message.id, said.message.en), field=said.field, code=said.code)

    def lines(self, language: str = "en") -> tuple[str, ...]:
        return (self.say(language),)  # the recorded message begins with the field


def _refusal(recorded: RefusalRecord) -> Refusal:
    return Refusal(row=recorded.row, event=recorded.event, error=_RecordedError(recorded.error))


@contextmanager
def _at(path: str) -> Generator[None]:
    """What is refused while a record is computed again is refused at its place in the record."""
    try:
        yield
    except KesosError as error:
        raise unverifiable(error.at(path)) from None


def _inputs(raw: Any, path: str) -> Plain:
    if not isinstance(raw, Mapping) or not set(_INPUTS) <= set(raw) <= {*_INPUTS, *_ALSO}:
        raise unverifiable(InvalidValueError("damaged.inputs", field=path, value=raw, keys=_INPUTS))
    reader = Reader()
    event = reader.read(DisasterEvent, raw["event"], f"{path}.event")
    decision = reader.read(Decision | None, raw["decision"], f"{path}.decision")
    indices = reader.read(Mapping[str, Quantity], raw.get("indices", {}), f"{path}.indices")
    if reader.faults:
        raise unverifiable(*reader.faults)
    given = {name: value for name, value in raw.items() if name in _INPUTS}
    inputs = {"event": event, "decision": decision, "recipients": raw["recipients"] or None}
    counted_only = raw.get("counted_only", False)
    days = raw.get("item_days", raw["days"])
    return {**given, **inputs, "days": days, "indices": indices, "counted_only": counted_only}


__all__ = ["read_record", "verify"]
