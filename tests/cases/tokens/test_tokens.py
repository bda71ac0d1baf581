"""Every number that the two reports print, read with the function for its kind and held against the page."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from kesos import wording
from kesos.errors import ParseError

LIST = json.loads(Path(__file__).with_name("tokens.json").read_text("utf-8"))
TOKENS: list[dict[str, Any]] = LIST["tokens"]
NUMBERS = [entry for entry in TOKENS if entry["kind"] not in ("ordinal", "reference")]

READ: dict[str, Callable[[str], Any]] = {
    "count": wording.parse_count,
    "rupiah": wording.parse_rupiah,
    "percent": wording.parse_percent,
    "quantity": wording.parse_quantity,
    "span": wording.parse_span,
    "pair": wording.parse_kk_jiwa,
    "period": wording.parse_period,
    "words": wording.parse_words,
}


def place(entry: dict[str, Any]) -> str:
    return f"{entry['document']}:{entry['line']}:{entry['cell']}:{entry['at']}"


def expected(entry: dict[str, Any], value: Any) -> Any:
    """`value` in the plain terms of the list, so that the two can be held against each other."""
    kind, unit = entry["kind"], entry.get("unit")
    if kind in ("rupiah", "quantity"):
        return (str(value.to(unit)), unit)
    if kind == "span":
        return (f"{value.minimum.to(unit)}/{value.maximum.to(unit)}", unit)
    if kind == "percent":
        return Decimal(value.exact.numerator * 100) / value.exact.denominator
    if kind == "pair":
        return f"{value.families}/{value.people}"
    return value.iso if kind == "period" else str(value)


@pytest.mark.parametrize("entry", NUMBERS, ids=place)
def test_a_printed_number_is_read_as_the_page_says_it_or_refused_for_its_reason(entry: dict[str, Any]) -> None:
    read = READ[entry["kind"]]
    if "refused" in entry:
        with pytest.raises(ParseError) as caught:
            read(entry["token"])
        assert caught.value.code == entry["refused"]
        assert caught.value.value == entry["token"]
        return
    value = expected(entry, read(entry["token"]))
    if entry["kind"] == "percent":
        assert value == Decimal(entry["value"])
    elif "unit" in entry:
        assert value == (entry["value"], entry["unit"])
    else:
        assert value == entry["value"]


def test_every_token_has_a_value_or_a_reason_or_is_the_name_of_something() -> None:
    for entry in TOKENS:
        answers = [name for name in ("value", "refused") if name in entry]
        assert len(answers) == (0 if entry["kind"] in ("ordinal", "reference") else 1), place(entry)


def test_no_place_in_a_document_is_listed_twice() -> None:
    assert max(Counter(place(entry) for entry in TOKENS).values()) == 1


def test_the_malformed_tokens_are_the_ones_found_by_reading() -> None:
    refused = {entry["token"]: entry["refused"] for entry in NUMBERS if "refused" in entry}
    assert refused == {
        "-": "dash",
        "- lusin": "dash",
        "Tidak diketahui": "unknown",
        "Tidak Diketahui": "unknown",
        "17 – 10 Maret 2017": "end_before_start",
        "2018 (Per Juni)": "as_of",
        "tahun 2016 samapi dengan 2018": "unreadable",
        "Kamis (7/1)": "no_year",
        "Empat Milyar Dua Ratus Empat Puluh Tujuh Juta Dua Ratus Enam Ribu Delapan Ratus Ribu Rupiah": "misplaced_word",
    }
