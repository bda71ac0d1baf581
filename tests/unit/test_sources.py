from __future__ import annotations

import pickle
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from kesos.errors import InvalidValueError
from kesos.values import KNOWN, Citation, Decision, Printed, Reading, Text


def test_how_well_a_source_is_known_follows_from_who_quotes_it() -> None:
    assert Citation(regulation="x").known == "primary"
    assert Citation(regulation="x", quoted_in="a report").known == "quoted"
    assert Citation(regulation="x", quoted_in="a report", known="secondary").known == "secondary"
    assert KNOWN == ("primary", "quoted", "secondary", "hypothetical")
    with pytest.raises(InvalidValueError) as caught:
        Citation(regulation="x", known="rumour")  # type: ignore[arg-type]
    assert (caught.value.code, caught.value.field, caught.value.value) == ("not_a_choice", "known", "rumour")


NOT_SEEN = ("naskah aslinya tidak dilihat", "the original was not seen")


@pytest.mark.parametrize(
    ("given", "indonesian", "english"),
    [
        ({}, "", ""),
        ({"locator": "Pasal 4"}, ", Pasal 4", ", Pasal 4"),
        (
            {"table": "19", "row": "B.1", "column": "10"},
            ", tabel 19, baris B.1, kolom 10",
            ", table 19, row B.1, column 10",
        ),
        ({"locator": "A.4", "row": "2"}, ", A.4, baris 2", ", A.4, row 2"),
        ({"quoted_in": "y"}, f" (dikutip; {NOT_SEEN[0]}: y)", f" (quoted; {NOT_SEEN[1]}: y)"),
        ({"known": "quoted"}, f" (dikutip; {NOT_SEEN[0]})", f" (quoted; {NOT_SEEN[1]})"),
        ({"known": "secondary", "locator": "1"}, ", 1 (dari sumber sekunder)", ", 1 (from a secondary source)"),
        ({"known": "hypothetical"}, " (pengandaian, bukan hukum yang berlaku)", " (hypothetical, not law)"),
        ({"known": "primary", "quoted_in": "y"}, " (naskahnya dilihat: y)", " (the text itself was seen: y)"),
    ],
)
def test_a_citation_says_where_and_how_well_it_is_known(given: dict[str, Any], indonesian: str, english: str) -> None:
    citation = Citation(regulation="UU 1", **given)
    assert citation.say("id") == str(citation) == "UU 1" + indonesian
    assert citation.say("en") == "UU 1" + english
    assert pickle.loads(pickle.dumps(citation)) == citation
    assert hash(citation) == hash(Citation(regulation="UU 1", **given))


def test_the_place_alone_is_said_without_the_regulation() -> None:
    assert Citation(regulation="x").place("id") == ""
    assert Citation(regulation="x", locator="a", table="1").place("en") == "a, table 1"


def test_a_citation_in_a_language_that_is_not_spoken_is_refused() -> None:
    for citation in (
        Citation(regulation="x"),
        Citation(regulation="x", table="1"),
        Citation(regulation="x", known="secondary"),
    ):
        for say in (citation.say, citation.place):
            with pytest.raises(InvalidValueError) as caught:
                say("jv")
            assert (caught.value.field, caught.value.value) == ("language", "jv")


def test_a_decision_says_by_whom_which_and_when() -> None:
    decision = Decision(by="Bupati Contoh", number="1/2017", date="2017-03-09")  # type: ignore[arg-type]
    assert decision.date == date(2017, 3, 9)
    assert decision.say("id") == str(decision) == "Bupati Contoh, No. 1/2017, 9 Maret 2017"
    assert decision.say("en") == "Bupati Contoh, No. 1/2017, 9 March 2017"
    assert decision == Decision(by="Bupati Contoh", number="1/2017", date=date(2017, 3, 9))
    with pytest.raises(InvalidValueError) as caught:
        Decision(by="x", number="1", date="2017-02-30")  # type: ignore[arg-type]
    assert (caught.value.code, caught.value.field, caught.value.value) == ("not_a_day", "date", "2017-02-30")


def test_a_reading_is_a_sentence() -> None:
    reading = Reading(word="angin rebut", read_as="angin ribut", reason=Text("salah cetak", "a misprint"))
    assert reading.say("id") == '"angin rebut" ditafsirkan sebagai "angin ribut": salah cetak'
    assert reading.say("en") == '"angin rebut" is read as "angin ribut": a misprint'


def test_what_is_printed_is_kept_with_or_without_a_value() -> None:
    cell = Printed("Rp. 6.000,-", 6_000, source="table 1")
    assert (cell.text, cell.value, cell.source, str(cell)) == ("Rp. 6.000,-", 6_000, "table 1", "Rp. 6.000,-")
    assert Printed("", source=Citation(regulation="x")).value is None
    assert hash(cell) == hash(pickle.loads(pickle.dumps(cell)))
    with pytest.raises(InvalidValueError) as caught:
        Printed(6_000, source="x")  # type: ignore[arg-type]
    assert (caught.value.code, caught.value.field, caught.value.value) == ("not_a_text", "text", 6_000)
    assert "6000 bukan teks" in caught.value.message("id")
    assert "6000 is not a text" in caught.value.message("en")
    with pytest.raises(InvalidValueError) as caught:
        Printed("x", source="")
    assert caught.value.field == "source"


@pytest.mark.parametrize("text", ["NaN", "sNaN", "Infinity", "-Infinity"])
@pytest.mark.parametrize("hold", [lambda value: value, lambda value: (1, value)], ids=["alone", "among others"])
def test_what_is_printed_is_never_endless(text: str, hold: Callable[[Any], Any]) -> None:
    with pytest.raises(InvalidValueError) as caught:
        Printed("~", hold(Decimal(text)), source="page 3")
    assert caught.value.code == "wrong_type"
    assert (caught.value.field or "").startswith("value")
