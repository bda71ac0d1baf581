"""A recorded eligibility brought back: computed anew from what was recorded, and the first difference named."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kesos.errors import KesosError, VerificationError, show_value
from kesos.people import Household
from kesos.programs.answers import Eligibility, eligibility
from kesos.programs.known_rules import RULES
from kesos.programs.rules import ProgramRule
from kesos.texts import Text


def read_eligibility(record: Mapping[str, Any] | str, *, rules: Iterable[ProgramRule] = RULES) -> Eligibility:
    """The answer that a record holds, computed anew from its inputs and checked against all that it says.

    Args:
        record: What `Eligibility.to_record` or `to_json` gave.
        rules: The rules that it was made with.

    Raises:
        VerificationError: The record is damaged, or the rules give another answer; `.field` is the first path that
            differs, `.value` what the record says there.

    >>> from kesos.people import Beneficiary
    >>> answer = eligibility("PKH", Household(members=[Beneficiary(birth_date="2012-06-02")]), on="2017-06-01")
    >>> read_eligibility(answer.to_json()) == answer
    True
    """
    given = _load(record)
    inputs = given.get("inputs")
    program = given.get("program")
    if not isinstance(inputs, Mapping) or not isinstance(program, Mapping):
        raise _damaged("inputs", inputs)
    try:
        household = Household.from_dict(inputs.get("household", {}))
        computed = eligibility(program.get("code", ""), household, on=inputs.get("on", ""), rules=rules)
    except KesosError as error:
        raise VerificationError(
            error.problem, field=f"inputs.{error.field}", value=error.value, hint=error.hint, code=error.code
        ) from None
    for path, said, expected in _differences(given, computed.to_record(), ""):
        raise VerificationError(
            Text(
                f"{show_value(said)} bukan {show_value(expected)} seperti yang dihitung kembali",
                f"{show_value(said)} is not {show_value(expected)}, which is what computing it again gives",
            ),
            field=path,
            value=said,
            code="differs",
        )
    return computed


def _load(record: Mapping[str, Any] | str) -> Mapping[str, Any]:
    if isinstance(record, str):
        try:
            record = json.loads(record)
        except (ValueError, RecursionError):
            raise _damaged("record", record) from None
    if not isinstance(record, Mapping) or (record.get("kesos"), record.get("kind")) != (1, "eligibility"):
        raise _damaged("kind", record.get("kind") if isinstance(record, Mapping) else record)
    return record


def _damaged(field: str, value: object) -> VerificationError:
    return VerificationError(
        Text(f"{show_value(value)} bukan catatan jawaban", f"{show_value(value)} is no record of an eligibility"),
        field=field,
        value=value,
        code="damaged",
    )


def _differences(given: Any, computed: Any, path: str) -> Iterator[tuple[str, Any, Any]]:
    if isinstance(given, Mapping) and isinstance(computed, Mapping) and given.keys() == computed.keys():
        for key in computed:
            yield from _differences(given[key], computed[key], f"{path}.{key}" if path else key)
    elif isinstance(given, list) and isinstance(computed, list) and len(given) == len(computed):
        for number, (said, expected) in enumerate(zip(given, computed, strict=True)):
            yield from _differences(said, expected, f"{path}[{number}]")
    elif type(given) is not type(computed) or given != computed:
        yield path or "record", given, computed
