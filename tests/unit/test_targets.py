"""Targets: how far one was reached, year by year, and in which band that lies."""

import pickle
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from kesos import errors, targets
from kesos.indicators import ACHIEVEMENT_SOURCE, achievement, measured
from kesos.targets import Band, Bands, TargetSeries
from kesos.values import Citation, Percentage, Printed, Text

MADE_UP = Citation(regulation="Peraturan Contoh 1/2099", known="hypothetical")


def test_achievement_against_a_target_of_which_more_is_better() -> None:
    assert achievement(target="50", realized="40", better="higher") == Percentage(80)
    assert achievement(target=50, realized=60, better="higher") == Percentage(120)


def test_achievement_against_a_target_of_which_less_is_better() -> None:
    assert achievement(target=18, realized=18, better="lower") == Percentage(100)
    assert achievement(target=18, realized=0, better="lower") == Percentage(200)
    assert achievement(target=18, realized=36, better="lower") == Percentage(0)
    assert achievement(target=18, realized=Decimal("45"), better="lower") == Percentage(-50)


@pytest.mark.parametrize(
    ("given", "field", "code"),
    [
        ({"target": 0}, "target", "zero_denominator"),
        ({"target": -1}, "target", "count_negative"),
        ({"realized": "-0.01"}, "realized", "count_negative"),
        ({"realized": 15.27}, "realized", "not_exact"),
        ({"target": "18,0"}, "target", "not_exact"),
        ({"better": "up"}, "better", "not_a_choice"),
    ],
)
def test_an_achievement_that_cannot_be_is_refused(given: dict[str, Any], field: str, code: str) -> None:
    with pytest.raises(errors.InvalidValueError) as caught:
        achievement(**{"target": 18, "realized": 15, "better": "lower", **given})
    assert (caught.value.field, caught.value.code, caught.value.value) == (field, code, given[field])


def test_the_formulas_of_achievement_say_whose_they_are() -> None:
    assert ACHIEVEMENT_SOURCE.known == "secondary"
    assert "Lumajang" in ACHIEVEMENT_SOURCE.regulation
    assert "Maluku Tengah" in ACHIEVEMENT_SOURCE.regulation


def test_targets_by_year() -> None:
    series = TargetSeries(name="PMKS", better="lower", targets=((2018, 17), (2017, "18")), baseline=20, source=MADE_UP)
    assert series.targets == ((2017, Fraction(18)), (2018, Fraction(17)))
    assert series.baseline == 20
    assert series.achievement(2017, "15.27").rounded() == Decimal("115.17")
    again = TargetSeries(name="PMKS", better="lower", targets={2017: 18, 2018: 17}, baseline=20, source=MADE_UP)
    assert series == again
    assert pickle.loads(pickle.dumps(series)) == series


def test_a_year_without_a_target_takes_none_from_its_neighbours() -> None:
    series = TargetSeries(name="PMKS", better="lower", targets={2017: 18, 2019: 15})
    with pytest.raises(errors.NoRuleError) as caught:
        series.target(2018)
    assert (caught.value.field, caught.value.value) == ("year", 2018)
    assert "2017, 2019" in str(caught.value)
    with pytest.raises(errors.NoRuleError):
        TargetSeries(name="PMKS", better="lower", targets={}).target(2018)


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"name": " "}, "name"),
        ({"better": "more"}, "better"),
        ({"targets": {2017: 1.5}}, "targets[2017]"),
        ({"targets": {2017: -1}}, "targets[2017]"),
        ({"targets": {"2017": 1}}, "targets"),
        ({"baseline": -1}, "baseline"),
        ({"source": "page 3"}, "source"),
    ],
)
def test_targets_that_cannot_be_are_refused(given: dict[str, Any], field: str) -> None:
    with pytest.raises(errors.InvalidValueError) as caught:
        TargetSeries(**{"name": "PMKS", "better": "lower", "targets": {}, **given})
    assert caught.value.field == field


def in_percent(**given: Any) -> TargetSeries:
    printed = Printed("17%", Percentage(17), source="Tabel 22")
    aimed: Any = {2017: Percentage(18), 2018: printed}
    return TargetSeries(**{"name": "PMKS", "better": "lower", "targets": aimed, **given})


def test_targets_in_percent_stay_in_percent() -> None:
    series = in_percent(baseline=Printed("20", Percentage(20), source="Tabel 22"))
    assert series.targets == ((2017, Percentage(18)), (2018, Percentage(17)))
    assert series.baseline == Percentage(20)
    assert series.target(2018) == Percentage(17)
    assert series.table().rows == (("Kondisi awal", "20%"), ("2017", "18%"), ("2018", "17%"))
    bare = TargetSeries(name="PMKS", better="lower", targets={2017: 18})
    reached = Printed("15,27", Percentage("15.27"), source="Tabel 22")
    assert series.achievement(2017, reached) == bare.achievement(2017, "15.27")
    for each in (series, bare):
        assert TargetSeries.from_json(each.to_json()) == each
    assert series != TargetSeries(name="PMKS", better="lower", targets={2017: 18, 2018: 17}, baseline=20)


@pytest.mark.parametrize(
    ("make", "field"),
    [
        (lambda: in_percent(targets={2017: Percentage(18), 2018: 17}), "targets[2018]"),
        (lambda: in_percent(targets={2017: 18, 2018: Percentage(17)}), "targets[2018]"),
        (lambda: in_percent(baseline=20), "baseline"),
        (lambda: in_percent(targets={2017: 18}, baseline=Percentage(20)), "baseline"),
        (lambda: in_percent().achievement(2017, Percentage(15).exact), "realized"),
        (lambda: in_percent(targets={2017: 18}).achievement(2017, Percentage(15)), "realized"),
        (lambda: achievement(target=18, realized=Percentage(15), better="lower"), "realized"),
    ],
)
def test_percentages_and_bare_numbers_do_not_stand_in_one_series(make: Callable[[], object], field: str) -> None:
    with pytest.raises(errors.InvalidValueError) as caught:
        make()
    assert (caught.value.field, caught.value.code) == (field, "two_units")


def test_a_percentage_below_zero_and_a_print_without_a_value_are_no_target() -> None:
    with pytest.raises(errors.InvalidValueError) as below:
        in_percent(targets={2017: Percentage(-18)})
    assert (below.value.field, below.value.code) == ("targets[2017]", "count_negative")
    with pytest.raises(errors.UnknownValueError) as unread:
        in_percent(baseline=Printed("-", None, source="Tabel 22"))
    assert unread.value.field == "baseline"


def test_a_band_begins_at_its_minimum_and_the_next_just_below_it() -> None:
    high, low = Band(name=Text("Tinggi", "High"), minimum=Percentage(76)), Band(name=Text("Rendah", "Low"))
    middle = Band(name=Text("Sedang", "Middle"), minimum=Percentage(51))
    bands = Bands(bands=[low, middle, high], citation=MADE_UP)
    assert bands.bands == (high, middle, low)
    assert bands.of(Percentage(76)) is high
    assert bands.of(Percentage("75.99")) is middle
    assert bands.of(Percentage(-3)) is low
    assert pickle.loads(pickle.dumps(bands)) == bands


def test_a_percentage_below_every_band_has_none() -> None:
    bands = Bands(bands=(Band(name=Text("Tinggi", "High"), minimum=Percentage(76)),), citation=MADE_UP)
    with pytest.raises(errors.NoRuleError) as caught:
        bands.of(Percentage("75.99"))
    assert (caught.value.field, caught.value.value) == ("percentage", Percentage("75.99"))
    assert caught.value.message("id") == (
        "percentage: 75,99% di bawah batas semua golongan. "
        "Tambahkan golongan tanpa batas bawah bila setiap persentase harus bergolongan."
    )


def test_a_share_whose_decimals_never_end_is_refused_in_words_too() -> None:
    bands = Bands(bands=(Band(name=Text("Tinggi", "High"), minimum=Percentage(76)),), citation=MADE_UP)
    with pytest.raises(errors.NoRuleError) as caught:
        bands.of(Percentage.of_fraction(Fraction(1, 3)))
    assert caught.value.say("en") == "33.33% (rounded) is below every band"


def test_bands_need_a_source_and_minimums_that_differ() -> None:
    high = Band(name=Text("Tinggi", "High"), minimum=Percentage(76))
    with pytest.raises(errors.InvalidValueError) as twice:
        Bands(bands=(high, Band(name=Text("Baik", "Good"), minimum=Percentage(76))), citation=MADE_UP)
    assert (twice.value.field, twice.value.code) == ("bands", "duplicate")
    makes: tuple[tuple[str, Callable[[], object]], ...] = (
        ("citation", lambda: Bands(bands=(high,), citation="page 3")),  # type: ignore[arg-type]
        ("bands[0]", lambda: Bands(bands=("high",), citation=MADE_UP)),  # type: ignore[arg-type]
        ("minimum", lambda: Band(name=Text("Tinggi", "High"), minimum=76)),  # type: ignore[arg-type]
        ("name", lambda: Band(name="High")),  # type: ignore[arg-type]
        ("percentage", lambda: Bands(bands=(high,), citation=MADE_UP).of(76)),  # type: ignore[arg-type]
    )
    for field, make in makes:
        with pytest.raises(errors.InvalidValueError) as caught:
            make()
        assert caught.value.field == field


def test_no_thresholds_are_built_in() -> None:
    assert not [name for name, value in vars(targets).items() if isinstance(value, (Band, Bands))]


def test_a_band_from_nought_stands_above_the_one_without_a_minimum() -> None:
    below, nought, high = (
        Band(name=Text(name, name), minimum=minimum)
        for name, minimum in (("a", None), ("b", Percentage(0)), ("c", Percentage(76)))
    )
    bands = Bands(bands=(below, high, nought), citation=MADE_UP)
    assert bands.bands == (high, nought, below)
    assert bands.of(Percentage(0)) == nought


def test_what_stands_beside_a_bare_number_or_a_percentage_is_told_as_it_was_given() -> None:
    for value, like, code, said in (
        (Percentage(15), Fraction(18), "two_units.number", {"said": Percentage(15)}),
        (15, Percentage(18), "two_units.percent", {}),
    ):
        with pytest.raises(errors.InvalidValueError) as caught:
            measured(value, "realized", like=like)  # type: ignore[arg-type]
        error = caught.value
        assert (error.args[0], error.field, error.value, error.parameters) == (code, "realized", value, said)
    assert measured(15, "realized", like=Fraction(18)) == 15
    assert measured(Percentage(15), "realized", like=Percentage(18)) == Percentage(15)
