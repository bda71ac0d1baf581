"""One area, in whichever way it is written: the names agree, and the kinds do not differ where both are said."""

from __future__ import annotations

import pytest

from kesos.values._areas import area_of, same_area
from kesos.values._districts import names_district, same_district

KINDS = {
    "desa": ("Desa", "DS.", "ds"),
    "kelurahan": ("Kelurahan", "Kel."),
    "kecamatan": ("Kecamatan", "KEC", "Kec."),
    "kabupaten": ("Kabupaten", "Kab."),
    "provinsi": ("Provinsi", "Prov."),
}
EVERY_WORD = [(kind, word) for kind, words in KINDS.items() for word in words]


@pytest.mark.parametrize(("kind", "word"), EVERY_WORD)
@pytest.mark.parametrize(("other_kind", "other_word"), EVERY_WORD)
def test_areas_of_one_name_are_one_where_their_kinds_do_not_differ(
    kind: str, word: str, other_kind: str, other_word: str
) -> None:
    assert same_area(f"{word} Arut  Utara", f"{other_word} ARUT utara ") is (kind == other_kind)
    assert not same_area(f"{word} Arut Utara", f"{other_word} Arut Selatan")


@pytest.mark.parametrize(("kind", "word"), EVERY_WORD)
def test_an_area_whose_kind_nobody_says_may_be_of_any(kind: str, word: str) -> None:
    assert area_of(f" {word} Kumai") == ("Kumai", kind)
    assert same_area(f"{word} Kumai", "KUMAI")
    assert same_area("kumai", f"{word} Kumai")


@pytest.mark.parametrize("name", ["Kecubung", "Dsn Kumai", "Kelapa Dua", "Kota Baru", "Dusun Hilir", "Desa", "Kec."])
def test_a_name_that_only_begins_like_a_kind_is_a_name(name: str) -> None:
    assert area_of(name) == (name, None)


def test_a_village_of_the_name_is_no_district() -> None:
    assert same_district("Kec. Kumai") == same_district("Kumai") != same_district("Desa Kumai")
    assert not names_district("Desa Kumai", "Kumai", after_word=True)
    assert names_district("Desa A (KEC.  Kumai)", "Kecamatan Kumai", after_word=True)
