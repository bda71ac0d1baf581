"""Recorded answers brought back: computed anew from their inputs, and every difference named."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kesos.errors import KesosError, VerificationError, show_value
from kesos.events import DisasterEvent
from kesos.records import Plain, Reader, check_same, load_to_verify
from kesos.relief._answers import Relief, ReliefRange
from kesos.relief._entitlement import entitle, entitle_range
from kesos.standards import AidStandard
from kesos.values import Decision, Text
from kesos.values import _checks as checks


def read_record(record: Mapping[str, Any] | str, standard: AidStandard) -> Relief | ReliefRange:
    """The answer that a record holds, computed anew from its inputs and checked against all that it says.

    Args:
        record: What an answer's `to_json` or `to_record` gave.
        standard: The standard that it was made with.

    Raises:
        VerificationError: The record is damaged, or this standard gives another answer; `.field` is the first path
            that differs, `.value` what the record says there.

    >>> from kesos.standards import PEDUM_2003
    >>> flood = DisasterEvent(hazard="banjir", place="Desa Contoh", period="2017-02-25", people=10)
    >>> answer = entitle(flood, PEDUM_2003, days=3)
    >>> read_record(answer.to_json(), PEDUM_2003) == answer
    True
    """
    checks.instance(standard, "standard", AidStandard)
    given = load_to_verify(record)
    computed = _compute(given, standard)
    check_same(given, computed.to_record())
    return computed


def verify(record: Mapping[str, Any] | str, standard: AidStandard) -> None:
    """Computes a recorded answer again and says nothing where all of it holds.

    Raises:
        VerificationError: As `read_record` does.

    >>> from kesos.standards import PEDUM_2003
    >>> flood = DisasterEvent(hazard="banjir", place="Desa Contoh", period="2017-02-25", people=10)
    >>> record = entitle(flood, PEDUM_2003, days=3).to_record()
    >>> record["lines"][0]["quantity"]["amount"] += 1
    >>> verify(record, PEDUM_2003)
    Traceback (most recent call last):
    ...
    kesos.errors.VerificationError: lines[0].quantity: {'amount': 12001, 'unit': 'g'} is not {'amount': 12000, ...
    """
    read_record(record, standard)


def _refused(path: str, value: object, indonesian: str, english: str) -> VerificationError:
    shown = show_value(value)
    problem = Text(f"{shown} {indonesian}", f"{shown} {english}")
    return VerificationError(problem, field=path, value=value, code="damaged")


def _compute(given: Plain, standard: AidStandard) -> Relief | ReliefRange:
    kind = given.get("kind")
    if kind == "relief_range":
        minimum = given.get("minimum")
        inputs = _inputs(minimum.get("inputs") if isinstance(minimum, dict) else None, "minimum.inputs")
        try:
            return entitle_range(inputs["event"], standard, recipients=inputs["recipients"])
        except KesosError as error:
            raise _failed(error, "minimum.inputs") from None
    if kind == "relief":
        inputs = _inputs(given.get("inputs"), "inputs")
        try:
            return entitle(standard=standard, **inputs)
        except KesosError as error:
            raise _failed(error, "inputs") from None
    raise _refused("kind", kind, "tidak dapat dihitung kembali", "is nothing that can be computed again")


def _failed(error: KesosError, path: str) -> VerificationError:
    where = f"{path}.{error.field}" if error.field else path
    return VerificationError(error.problem, field=where, value=error.value, hint=error.hint, code=error.code)


def _inputs(raw: Any, path: str) -> Plain:
    keys = ("event", "days", "extended", "recipients", "decision")
    if not isinstance(raw, dict) or set(raw) != set(keys):
        raise _refused(path, raw, f"bukan tabel dengan {', '.join(keys)}", f"is not a table of {', '.join(keys)}")
    reader = Reader()
    event = reader.read(DisasterEvent, raw["event"], f"{path}.event")
    decision = reader.read(Decision | None, raw["decision"], f"{path}.decision")
    if reader.faults:
        fault = reader.faults[0]
        raise VerificationError(fault.problem, field=fault.field, value=fault.value, hint=fault.hint, code=fault.code)
    return {**raw, "event": event, "decision": decision, "recipients": raw["recipients"] or None}
