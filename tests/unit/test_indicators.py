"""Indicators: what each counts, what it refuses, and where its formula stands."""

import pickle
from decimal import Decimal
from typing import Any

import attrs
import pytest

from kesos import errors
from kesos.datasets import kotawaringin_barat
from kesos.errors import InvalidValueError
from kesos.indicators import (
    IKK,
    Indicator,
    IndicatorSet,
    facility_count,
    share,
    social_aid_coverage,
    social_security_coverage,
)
from kesos.values import Citation, Percentage, Quantity

MADE_UP = Citation(regulation="Peraturan Contoh 1/2099", known="hypothetical")


def test_facilities_of_every_kind_are_counted_together() -> None:
    assert facility_count({"panti asuhan": 15, "panti jompo": 2, "rumah singgah": 4}) == Quantity(21, "unit")
    assert facility_count({"panti jompo": 0}) == Quantity(0, "unit")


@pytest.mark.parametrize(
    ("facilities", "field", "code"),
    [
        ({}, "facilities", "empty"),
        ({"panti": None}, "facilities.panti", "unknown_value"),
        ({"panti": -1}, "facilities.panti", "count_negative"),
        ({"panti": 2.0}, "facilities.panti", "not_whole"),
        ({"panti": Quantity(1, "g")}, "facilities.panti", "not_whole"),
        ({1: 2}, "facilities", "not_a_text"),
        ([("panti", 1)], "facilities", "wrong_type"),
    ],
)
def test_facilities_that_cannot_be_counted_are_refused(facilities: Any, field: str, code: str) -> None:
    with pytest.raises(errors.KesosError) as caught:
        facility_count(facilities)
    assert (caught.value.field, caught.value.code) == (field, code)


def test_each_coverage_names_its_own_fields() -> None:
    with pytest.raises(errors.InvalidValueError) as security:
        social_security_coverage(receiving=331, entitled=330)
    assert (security.value.field, security.value.value) == ("receiving", 331)
    with pytest.raises(errors.InvalidValueError) as nobody:
        social_security_coverage(receiving=0, entitled=0)
    assert (nobody.value.field, nobody.value.code) == ("entitled", "zero_denominator")
    with pytest.raises(errors.InvalidValueError) as aid:
        social_aid_coverage(assisted=-1, eligible=5)
    assert (aid.value.field, aid.value.code) == ("assisted", "count_negative")
    with pytest.raises(errors.UnknownValueError) as unknown:
        social_aid_coverage(assisted=1, eligible=None)  # type: ignore[arg-type]
    assert unknown.value.field == "eligible"


def test_everybody_who_is_entitled_may_receive() -> None:
    assert social_security_coverage(receiving=330, entitled=330) == Percentage(100)
    assert share(1, 3).rounded(places=4) == Decimal("33.3333")


def test_the_numbers_of_an_edition_are_data() -> None:
    assert dict(IKK) == {number: IKK[number] for number in (68, 69, 70)}
    assert len(IKK) == 3
    functions = [IKK[number].function for number in IKK]
    assert functions == [facility_count, social_security_coverage, social_aid_coverage]
    with pytest.raises(KeyError) as unknown:
        IKK[71]
    assert isinstance(unknown.value, errors.UnknownItemError)
    assert (unknown.value.code, unknown.value.field, unknown.value.value) == ("unknown_item", "number", 71)
    assert unknown.value.message("en") == "number: this edition has no indicator 71. Its numbers: 68, 69, 70."
    assert IKK.get(71) is None
    for number, indicator in IKK.items():
        assert indicator.number == number
        assert "2017" in indicator.edition
        assert indicator.citation.table == "15"
        assert indicator.citation.known == "quoted"
        assert indicator.formula("id") != indicator.formula("en")
        assert indicator.name.id != indicator.name.en


def test_an_edition_cannot_be_changed_and_survives_pickle() -> None:
    assert pickle.loads(pickle.dumps(IKK)) == IKK
    assert hash(IKK) == hash(IndicatorSet(IKK.indicators))
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        IKK.indicators = ()  # type: ignore[misc]
    with pytest.raises(TypeError):
        IKK[68] = IKK[69]  # type: ignore[index]


def test_an_edition_is_a_table_of_its_indicators_with_their_formulas() -> None:
    view = IKK.table("en")
    assert view.caption == "EKPPD terhadap LPPD Tahun 2017"
    assert view.header == ("No.", "Indicator", "Formula")
    assert view.rows == tuple((str(at), IKK[at].name.en, IKK[at].formula("en")) for at in (68, 69, 70))
    assert "Sarana sosial" in str(IKK)
    assert IndicatorSet(()).table().caption == "-"


def test_each_formula_is_cited_where_table_15_prints_it() -> None:
    table = next(each for each in kotawaringin_barat().tables if each.number == "15")
    place = str(1 + [column.code for column in table.columns].index("formula"))
    numbers = [row["indicator_number"].text for row in table.rows if row["indicator_number"].text]
    assert [str(each.number) for each in IKK.indicators] == numbers
    for number in numbers:
        indicator = IKK[int(number)]
        citation = indicator.citation
        assert (citation.table, citation.row, citation.column) == ("15", number, place)
        assert citation.regulation == indicator.edition


def test_what_is_no_function_no_text_and_no_source_makes_no_indicator() -> None:
    given: dict[str, Any] = {each.name: getattr(IKK[68], each.name) for each in attrs.fields(Indicator)}
    assert Indicator(**given) == IKK[68]
    for field in ("function", "name", "formula_text", "citation"):
        with pytest.raises(InvalidValueError) as caught:
            Indicator(**given | {field: 3})
        assert (caught.value.code, caught.value.field, caught.value.value) == ("wrong_type", field, 3)
    with pytest.raises(InvalidValueError) as caught:
        Indicator(**given | {"function": 3})
    assert caught.value.parameters["kind"] == "function"
    with pytest.raises(InvalidValueError) as several:
        IndicatorSet([IKK[68], 3])  # type: ignore[list-item]
    assert several.value.field == "indicators[1]"
    assert IndicatorSet([IKK[68]]).indicators == (IKK[68],)
    other = attrs.evolve(IKK[69], edition="EKPPD 2018", number=1)
    assert IndicatorSet([IKK[68], other]).table().caption == f"{IKK[68].edition}, EKPPD 2018"
