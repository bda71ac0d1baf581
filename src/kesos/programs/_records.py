"""A recorded eligibility brought back: computed anew from what was recorded, and the first difference named."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from kesos.errors import KesosError, VerificationError, show_value
from kesos.people import Household
from kesos.programs._eligibility import Eligibility, eligibility
from kesos.programs._known_rules import RULES
from kesos.programs._rules import ProgramRule
from kesos.records import check_same, load_to_verify
from kesos.values import Text


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
    given = load_to_verify(record)
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
    check_same(given, computed.to_record())
    return computed


def _damaged(field: str, value: object) -> VerificationError:
    return VerificationError(
        Text(f"{show_value(value)} bukan catatan jawaban", f"{show_value(value)} is no record of an eligibility"),
        field=field,
        value=value,
        code="damaged",
    )
