from __future__ import annotations

import pickle

import pytest

from kesos.errors import InvalidValueError
from kesos.values import Place


def test_a_place_is_its_words_and_where_it_belongs() -> None:
    place = Place("Kelurahan Pangkut", district="Arut Utara", code="62.01.04.1001")
    assert (place.text, place.district, place.code, str(place)) == (
        "Kelurahan Pangkut",
        "Arut Utara",
        "62.01.04.1001",
        "Kelurahan Pangkut",
    )
    assert Place.of(place) is place
    assert Place.of("Desa Umpang") == Place("Desa Umpang") != place
    assert pickle.loads(pickle.dumps(place)) == place
    assert hash(Place("x")) == hash(Place("x"))


def test_regions_whose_codes_end_in_zero_are_kept_apart() -> None:
    assert Place("x", code="11.10") != Place("x", code="11.1")
    with pytest.raises(InvalidValueError) as caught:
        Place("x", code=11.1)  # type: ignore[arg-type]
    assert (caught.value.code, caught.value.field, caught.value.value) == ("not_a_text", "code", 11.1)


def test_a_place_without_words_is_refused() -> None:
    for field, given in (("place", ("  ", None)), ("district", ("x", ""))):
        with pytest.raises(InvalidValueError) as caught:
            Place(given[0], district=given[1])
        assert (caught.value.code, caught.value.field) == ("not_a_text", field)
