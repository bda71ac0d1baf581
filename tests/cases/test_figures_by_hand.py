"""Figures worked by hand from chapter IV of the report of the social office of Kotawaringin Barat, and bad input."""

from decimal import Decimal
from typing import Any

import pytest

from kesos import errors
from kesos.budgets import Budget, BudgetLine, absorption
from kesos.indicators import IKK, share
from kesos.quotas import ProgramQuota, benefit_per_month, benefit_per_recipient, growth
from kesos.targets import TargetSeries
from kesos.values import Quantity, Span


def test_table_15_indicators_69_and_70() -> None:
    assert IKK[69].function(117, 330).rounded() == Decimal("35.45")  # 11,700 / 330 = 35.4545…
    assert IKK[70].function(4_171, 4_589).rounded() == Decimal("90.89")  # 417,100 / 4,589 = 90.891…


def test_table_20_the_year_2016() -> None:
    budget = Budget(
        year=2016,
        holder="Dinas Sosial Kabupaten Kotawaringin Barat",
        funding="APBD",
        lines=[
            BudgetLine(name="Belanja Tidak Langsung", ceiling=3_052_241_000, realized_percent="97.04", kind="indirect"),
            BudgetLine(name="Belanja Langsung", ceiling=2_537_911_000, realized_percent="97.15", kind="direct"),
        ],
    )
    assert budget.ceiling == Quantity(5_590_152_000, "IDR")
    # 3,052,241,000 × 0.97035 = 2,961,742,054.35 and × 0.97045 = 2,962,047,278.45
    indirect = Span(Quantity(2_961_742_055, "IDR"), Quantity(2_962_047_278, "IDR"))
    # 2,537,911,000 × 0.97145 = 2,465,453,640.95 and × 0.97155 = 2,465,707,432.05
    direct = Span(Quantity(2_465_453_641, "IDR"), Quantity(2_465_707_432, "IDR"))
    assert budget.realized == indirect + direct
    # 5,427,195,696 / 5,590,152,000 = 97.0849… % up to 5,427,754,710 / 5,590,152,000 = 97.0949… %
    absorbed = absorption(budget)
    assert (absorbed.minimum.rounded(4), absorbed.maximum.rounded(4)) == (Decimal("97.0849"), Decimal("97.0949"))


def test_table_22_the_target_of_2017() -> None:
    targets = TargetSeries(
        name="Persentase PMKS terhadap Jumlah Penduduk",
        better="lower",
        baseline=20,
        targets={2017: 18, 2018: 17, 2019: "15.5", 2020: 14, 2021: "12.5", 2022: 10},
    )
    # (18 - (15.27 - 18)) / 18 = 20.73 / 18 = 115.1666… %
    assert targets.achievement(2017, "15.27").rounded() == Decimal("115.17")


def test_pkh_2017_and_2018() -> None:
    area = "Kabupaten Kotawaringin Barat"
    before = ProgramQuota(program="PKH", year=2017, area=area, families=2_720, budget=5_379_200_000)
    after = ProgramQuota(program="PKH", year=2018, area=area, families=4_358, budget=8_471_370_000)
    # 5,379,200,000 / 2,720 = 1,977,647.05…; 8,471,370,000 / 4,358 = 1,943,866.45…
    assert benefit_per_recipient(before).minimum == Quantity(1_977_647, "IDR")
    assert benefit_per_recipient(after) == Span(Quantity(1_943_866, "IDR"), Quantity(1_943_867, "IDR"))
    grown = growth(before, after)
    assert grown.families is not None
    assert grown.budget is not None
    assert grown.families.rounded() == Decimal("60.22")  # 1,638 / 2,720
    assert grown.budget.rounded() == Decimal("57.48")  # 3,092,170,000 / 5,379,200,000 = 57.483…
    assert grown.people is None


def test_bpnt_2018_by_district() -> None:
    quota = ProgramQuota(
        program="BPNT",
        year=2018,
        area="Kabupaten Kotawaringin Barat",
        families=8_163,
        budget=10_285_380_000,
        sub_areas={
            "Kumai": 2_568,
            "Arut Selatan": 2_148,
            "Pangkalan Lada": 1_434,
            "Pangkalan Banteng": 1_080,
            "Kotawaringin Lama": 660,
            "Arut Utara": 273,
        },
    )
    # 10,285,380,000 / 8,163 = 1,260,000, and a twelfth of that is 105,000
    assert benefit_per_recipient(quota).minimum == benefit_per_recipient(quota).maximum == Quantity(1_260_000, "IDR")
    assert benefit_per_month(quota, months=12).maximum == Quantity(105_000, "IDR")


@pytest.mark.parametrize(
    ("part", "whole", "named"),
    [(5, 0, "whole"), (120, 100, "120"), (-5, -10, "-5"), (5, None, "whole"), ("85%", 100, "85%")],
)
def test_a_percentage_of_bad_input_is_refused_by_name(part: Any, whole: Any, named: str) -> None:
    with pytest.raises(errors.KesosError) as caught:
        share(part, whole)
    assert named in str(caught.value)


@pytest.mark.parametrize(("ceiling", "realized"), [(1_000, 1_500), (0, 10)])
def test_more_realised_than_the_ceiling_is_refused_by_name(ceiling: int, realized: int) -> None:
    with pytest.raises(errors.InvalidValueError) as caught:
        absorption(BudgetLine(name="x", ceiling=ceiling, realized=realized))
    assert caught.value.field == "realized"
    assert "ceiling" in str(caught.value)
    assert "pagu" in caught.value.message("id")


def test_another_currency_is_refused_and_large_amounts_stay_exact() -> None:
    with pytest.raises(errors.InvalidValueError) as caught:
        sum([Quantity(1_000, "IDR"), Quantity(10, "USD")])
    assert "USD" in str(caught.value)
    lines = [BudgetLine(name="a", ceiling=2**53 + 1), BudgetLine(name="b", ceiling=0)]
    budget = Budget(year=2017, holder="Dinas Sosial Contoh", funding="APBD", lines=lines)
    assert budget.ceiling.amount == 9_007_199_254_740_993
