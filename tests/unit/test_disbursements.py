"""What was paid, and how it stands to what the benefit comes to."""

from typing import Any

import pytest

from kesos import errors
from kesos.programs import benefit_owed
from kesos.quotas import Disbursement, DisbursementCheck, check_disbursement
from kesos.values import Citation, Percentage, Quantity, Span


def idr(amount: int) -> Quantity:
    return Quantity(amount, "IDR")


def paid(**given: Any) -> Disbursement:
    usual: dict[str, Any] = {
        "program": "BPNT", "area": "Contoh", "period": "2018-05-01/2018-10-31", "amount": 1_000_000, "families": 2
    }  # fmt: skip
    return Disbursement(**{**usual, **given})


def test_what_was_paid_is_divided_among_families_and_agents() -> None:
    made = paid(amount=100, families=3, agents=4)
    assert made.per_family == Span(idr(33), idr(34))
    assert made.per_agent == Span(idr(25), idr(25))


@pytest.mark.parametrize(("given", "field", "code"), [
    ({"families": None}, "families", "unknown_value"),
    ({"families": 0}, "families", "zero_denominator"),
])  # fmt: skip
def test_nothing_is_divided_among_nobody_or_nobody_knows_whom(given: Any, field: str, code: str) -> None:
    with pytest.raises(errors.KesosError) as caught:
        _ = paid(**given).per_family
    assert (caught.value.field, caught.value.code) == (field, code)


@pytest.mark.parametrize(("given", "field"), [
    ({"amount": -1}, "amount"), ({"amount": Quantity(1, "kg")}, "amount"), ({"families": -1}, "families"),
    ({"agents": 1.5}, "agents"), ({"area": ""}, "area"), ({"channel": ""}, "channel"), ({"program": "BNPT"}, "program"),
    ({"period": "Mei"}, "period"), ({"source": "p. 1"}, "source"),
])  # fmt: skip
def test_a_disbursement_that_cannot_be_is_refused(given: Any, field: str) -> None:
    with pytest.raises(errors.InvalidValueError) as caught:
        paid(**given)
    assert caught.value.field == field


def test_what_was_paid_stands_beside_what_the_programme_file_gives() -> None:
    found = check_disbursement(paid(source=Citation(regulation="Contoh")))
    # 2 families, 6 months, Rp110,000
    assert (found.expected, found.difference) == (idr(1_320_000), idr(-320_000))
    assert found.share == Percentage.of_fraction(idr(1_000_000) / idr(1_320_000))
    assert found.payments == ((idr(110_000), 9, idr(10_000)),)
    english = found.table("en").plain()
    for said in ("IDR1,320,000", "-IDR320,000", "75.76%", "9 payments of the benefit, and IDR10,000", "Contoh"):
        assert said in english
    assert f"{found}" == str(found) == found.table("id").plain()
    assert repr(found) == ("<DisbursementCheck BPNT, Contoh: Quantity(1000000, 'IDR') of Quantity(1320000, 'IDR')>")
    assert "<table" in found._repr_html_()
    assert DisbursementCheck.from_json(found.to_json()) == found


def test_nothing_expected_has_no_share() -> None:
    found = check_disbursement(paid(families=0, amount=0))
    assert found.expected == idr(0)
    assert len(found.table("id").rows) == 4
    with pytest.raises(errors.InvalidValueError) as caught:
        _ = found.share
    assert (caught.value.field, caught.value.code) == ("expected", "zero_denominator")


def test_to_how_many_it_was_paid_has_to_be_known() -> None:
    with pytest.raises(errors.UnknownValueError) as caught:
        check_disbursement(paid(families=None))
    assert caught.value.field == "families"
    with pytest.raises(errors.NoRateError):
        check_disbursement(paid(period="2021-06"))


def test_two_rates_each_have_their_payments() -> None:
    found = check_disbursement(paid(period="2019-12-01/2020-01-31", amount=520_000))
    assert found.difference == idr(0)
    assert [rate for rate, _, _ in found.payments] == [idr(110_000), idr(150_000)]
    assert benefit_owed("BPNT", families=2, first="2019-12", last="2020-01").total == found.expected


def test_a_disbursement_says_itself_and_travels() -> None:
    made = paid(channel="PT. Bank Mandiri", agents=79)
    assert f"{made:en}".endswith(", Contoh, 1 May – 31 October 2018: IDR1,000,000")
    assert str(made) == f"{made}"
    assert repr(made).startswith(
        "Disbursement(program=<Program BPNT: Bantuan Pangan Non Tunai (BPNT)>, area='Contoh', period=Period("
    )
    assert Disbursement.from_dict(made.to_dict()) == made
