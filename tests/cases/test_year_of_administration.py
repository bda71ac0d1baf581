"""The year's administration as the reports on 2017, 2018 and 2021 print it, worked by hand."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kesos import datasets, errors
from kesos.cards import CardDistribution
from kesos.deliveries import Delivery, reconcile
from kesos.quotas import METHODS, Disbursement, apportion, benefit_per_month, check_disbursement, expected_disbursement
from kesos.registry import REASONS, Change, Registry, apply_changes
from kesos.relief import entitle_all
from kesos.services import EmergencyStatus, LetterCount, LetterCounts, managing_body
from kesos.standards import PEDUM_2003
from kesos.values import Decision, Period, Printed, Quantity

KOBAR, KAPUAS = datasets.kotawaringin_barat(), datasets.kapuas()


def printed(code: str) -> Quantity:
    value = KOBAR.figure(code).value
    assert isinstance(value, Quantity)
    return value


CARDS = CardDistribution(
    total=printed("cards_total").amount,
    distributed=printed("cards_distributed").amount,
    undistributed=printed("cards_not_distributed").amount,
    unprinted=printed("cards_not_printed").amount,
)
PAID = Disbursement(
    program="BPNT",
    area="Kabupaten Kotawaringin Barat",
    period="2018-05-01/2018-10-31",
    amount=printed("bpnt_paid"),
    families=CARDS.distributed,
    channel="PT. Bank Mandiri",
    agents=printed("bpnt_outlets").amount,
)


def test_the_cards_of_2018_by_state() -> None:
    # 6,800 + 1,231 + 132 = 8,163; 6,800 / 8,163 = 0.83302...; 6,800 / 8,031 = 0.84671...
    assert CARDS.printed == 8_031
    assert CARDS.rate.rounded() == Decimal("83.30")
    assert CARDS.rate_of_printed.rounded() == Decimal("84.67")


def test_the_causes_for_which_cards_were_not_handed_out_are_the_reports_own() -> None:
    causes = [
        "Meninggal dunia",
        "Pindah domisili",
        "Sudah mampu",
        "Tidak hadir saat pendistribusian KKS",
        "Berkas tidak lengkap/tidak sesuai dengan data KPM di Bank Mandiri",
        "Menderita gangguan jiwa/sakit jiwa",
    ]
    assert [reason.printed for reason in REASONS if reason.citation is not None] == causes
    with pytest.raises(errors.InvalidValueError):  # how many cards for which cause the report does not say
        CardDistribution(
            total=8_163, distributed=6_800, undistributed=1_231, unprinted=132, reasons={"deceased": 1_232}
        )


def test_what_was_paid_in_2018_is_less_than_the_benefit_of_those_with_cards_comes_to() -> None:
    found = check_disbursement(PAID)
    # 6,800 x 110,000 x 6 = 4,488,000,000; 4,247,206,800 is 240,793,200 less, or 94.63... %
    assert found.expected == Quantity(4_488_000_000, "IDR")
    assert found.difference == Quantity(-240_793_200, "IDR")
    assert found.share.rounded() == Decimal("94.63")
    # 38,610 x 110,000 = 4,247,100,000: the amount is no whole number of benefits
    assert found.payments == ((Quantity(110_000, "IDR"), 38_610, Quantity(106_800, "IDR")),)
    benefit = printed("bpnt_benefit")
    expected = expected_disbursement(families=CARDS.distributed, benefit=benefit, first="2018-05", last="2018-10")
    assert expected == found.expected
    # 4,247,206,800 / 79 = 53,762,111.39...
    assert PAID.per_agent.minimum == Quantity(53_762_111, "IDR")


def test_the_budget_of_2018_pays_another_benefit_than_the_text_gives() -> None:
    quota = next(quota for quota in KOBAR.quotas if quota.program.code == "BPNT")
    # 10,285,380,000 / 8,163 / 12 = 105,000; the text gives 110,000 to each family
    assert benefit_per_month(quota, months=12).maximum == Quantity(105_000, "IDR")
    assert printed("bpnt_benefit") == Quantity(110_000, "IDR")


@pytest.mark.parametrize("method", METHODS)
def test_the_cards_of_2018_divided_as_the_quota_was(method: str) -> None:
    """What 6,800 cards would be by district if each had its part: no report says where they were handed out."""
    quota = next(quota for quota in KOBAR.quotas if quota.program.code == "BPNT")
    weights = {area: number for area, number in quota.sub_areas if number is not None}
    parts = apportion(6_800, weights, method=method)  # type: ignore[arg-type]
    # 6,800 / 8,163 of 2,568, 2,148, 1,434, 1,080, 660, 273:
    # 2,139.213 1,789.342 1,194.561 899.669 549.798 227.416
    assert parts == {
        "Kumai": 2_139,
        "Arut Selatan": 1_789,
        "Pangkalan Lada": 1_195,
        "Pangkalan Banteng": 900,
        "Kotawaringin Lama": 550,
        "Arut Utara": 227,
    }


def test_the_letters_of_2017_are_about_750() -> None:
    counts = LetterCounts(
        counts=[
            LetterCount(kind="health_insurance", period=Period.of("2017"), letters=printed("bpjs_letters_2017").amount)
        ]
    )
    assert counts.total == 750


def test_the_list_of_kapuas_in_2021_can_grow_or_shrink() -> None:
    families = [f"kk-{number}" for number in range(35_864)]
    registry = Registry(name="DTKS", area="Kabupaten Kapuas", families=families, on="2021-01-07")
    listed = KAPUAS.figure("dtks_families").value
    assert isinstance(listed, Quantity)
    assert len(registry.families) == listed.amount
    after = apply_changes(
        registry,
        [
            *(Change(family=f"kk-{at}", kind="remove", reason="no_longer_poor", on="2021-02-01") for at in range(64)),
            *(Change(family=f"kk-x{at}", kind="add", reason="newly_poor", on="2021-03-01") for at in range(100)),
        ],
    )
    assert len(after.families) == 35_900


def test_nothing_is_known_to_have_been_delivered_after_the_disasters_of_2017() -> None:
    """The report names the goods and no amounts: all of it stays owed, and what has no number is listed."""
    batch = entitle_all(KOBAR.natural_disasters, PEDUM_2003, days="minimum")
    account = reconcile(batch.total, [])
    assert all(line.still_owed == line.owed for line in account.values())
    given = reconcile(
        batch.total,
        [
            Delivery(
                place="Kelurahan Pangkut",
                on="2017-02-26",
                items={"instant_noodles": Quantity(1, "carton"), "tarpaulin": Quantity(1, "piece")},
            ),
            Delivery(place="Desa Runtu", on="2017-02-28", items={"rice": Quantity(100, "kg")}),
        ],
    )
    assert (given.unpriced, given.outside, given.left_out) == (
        {"instant_noodles": Quantity(1, "carton")},
        {"tarpaulin": Quantity(1, "piece")},
        (),
    )
    rice = given["rice"]
    assert rice.delivered == Quantity(100, "kg")
    assert rice.owed == rice.still_owed + rice.delivered  # type: ignore[operator]


def test_the_severity_of_2017_stays_a_word() -> None:
    status = EmergencyStatus(
        level="regency",
        period="2017-02-25/2017-03-10",
        decision=Decision(by="Bupati Contoh", number="2/2017", date="2017-02-25"),
        severity=Printed("termasuk kategori kecil dalam skala kabupaten", source="A.4.b"),
    )
    assert status.severity is not None
    assert status.severity.value is None
    assert managing_body(agency_founded=False).citation is not None
