"""Recorded answers brought back: computed anew from their inputs, and every difference named."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from contextlib import contextmanager
from typing import Any

import attrs

from kesos import _checks as checks
from kesos.errors import KesosError, VerificationError
from kesos.events import DisasterEvent
from kesos.records import Plain, Reader, check_same, load_to_verify
from kesos.relief._answers import InputsRecord, Relief
from kesos.relief._entitlement import entitle, entitle_range
from kesos.relief._ranges import ReliefRange
from kesos.standards import AidStandard
from kesos.values import Decision, Quantity

_INPUTS = tuple(field.name for field in attrs.fields(InputsRecord) if field.default is attrs.NOTHING)
_ALSO = tuple(field.name for field in attrs.fields(InputsRecord) if field.default is not attrs.NOTHING)


def read_record(record: Mapping[str, Any] | str, standard: AidStandard) -> Relief | ReliefRange:
    """The answer that a record holds, computed anew from its inputs and checked against all that it says.

    Args:
        record: What an answer's `to_json` or `record` gave.
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
    check_same(given, computed.record())
    return computed


def verify(record: Mapping[str, Any] | str, standard: AidStandard) -> None:
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
    kesos.errors.VerificationError: lines[0].quantity: {'amount': 12001, 'unit': 'g'} is not {'amount': 12000, ...
    """
    read_record(record, standard)


def _compute(given: Plain, standard: AidStandard) -> Relief | ReliefRange:
    kind = given.get("kind")
    if kind == "relief_range":
        minimum = given.get("minimum")
        path = "minimum.inputs"
        inputs = _inputs(minimum.get("inputs") if isinstance(minimum, dict) else None, path)
        with _at(path):
            asked = {name: inputs[name] for name in ("recipients", "indices", "counted_only")}
            return entitle_range(inputs["event"], standard, **asked)
    if kind == "relief":
        inputs = _inputs(given.get("inputs"), "inputs")
        with _at("inputs"):
            return entitle(standard=standard, **inputs)
    raise VerificationError("damaged.not_an_answer", field="kind", value=kind)


@contextmanager
def _at(path: str) -> Generator[None]:
    """What is refused while a record is computed again is refused at its place in the record."""
    try:
        yield
    except KesosError as error:
        raise error.at(path).become(VerificationError) from None


def _inputs(raw: Any, path: str) -> Plain:
    if not isinstance(raw, dict) or not set(_INPUTS) <= set(raw) <= {*_INPUTS, *_ALSO}:
        raise VerificationError("damaged.inputs", field=path, value=raw, keys=_INPUTS)
    reader = Reader()
    event = reader.read(DisasterEvent, raw["event"], f"{path}.event")
    decision = reader.read(Decision | None, raw["decision"], f"{path}.decision")
    recorded = checks.mapping(raw.get("indices", {}), f"{path}.indices")
    indices = {code: reader.read(Quantity, value, f"{path}.indices.{code}") for code, value in recorded.items()}
    if reader.faults:
        raise reader.faults[0].become(VerificationError)
    given = {name: value for name, value in raw.items() if name in _INPUTS}
    inputs = {"event": event, "decision": decision, "recipients": raw["recipients"] or None}
    counted_only = raw.get("counted_only", False)
    days = raw.get("item_days", raw["days"])
    return {**given, **inputs, "days": days, "indices": indices, "counted_only": counted_only}


__all__ = ["read_record", "verify"]
