"""A list, its changes and cards are read back as they were written, from every kind of file and from frames."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from typing import Any

import pandas as pd
import polars as pl
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from kesos import tables
from kesos._sheets._writing import unescape_formula
from kesos.cards import CardDistribution
from kesos.errors import InvalidValueError
from kesos.registry import KINDS, REASONS, Change, Registry, apply_changes

slow = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
DAY = st.dates(date(1900, 1, 1), date(2100, 12, 31))
REFERENCES = st.from_regex(r"[a-zA-Z0-9][a-z./-]{0,5}[0-9]{1,6}", fullmatch=True).filter(
    lambda text: not text.lower().startswith(("jumlah", "total", "jml", "sum", "rata", "rekap"))
)
AREAS = st.none() | st.text(
    st.characters(codec="utf-8", categories=("L", "Zs", "P", "S")), min_size=2, max_size=12
).filter(lambda text: bool(text.strip("\ufeff \t")) and "_x" not in text)
OWN = ("own_reason", "own-reason-2")
CODES = st.sampled_from([*(each.code for each in REASONS), *OWN])


def from_csv(file: io.BytesIO, language: str) -> Any:
    return file


def from_pandas(file: io.BytesIO, language: str) -> Any:
    mark = ";" if language == "id" else ","
    frame = pd.read_csv(file, dtype=str, sep=mark, encoding="utf-8-sig", keep_default_na=False)
    return frame.map(unescape_formula)  # what a spreadsheet does


def from_polars(file: io.BytesIO, language: str) -> Any:
    frame = pl.read_csv(file.getvalue(), separator=";" if language == "id" else ",", infer_schema=False)
    cells = {name: [cell and unescape_formula(cell) for cell in frame[name]] for name in frame.columns}
    return pl.DataFrame(cells, schema=frame.schema)


WAYS: dict[str, tuple[str, Callable[[io.BytesIO, str], Any]]] = {
    "csv": ("csv", from_csv),
    "xlsx": ("xlsx", from_csv),
    "pandas": ("csv", from_pandas),
    "polars": ("csv", from_polars),
}


def written(write: Any, thing: Any, way: str, language: str) -> Any:
    form, opened = WAYS[way]
    file = io.BytesIO()
    try:
        write(thing, file, format=form, language=language)
    except InvalidValueError as refused:
        assume(refused.code not in ("not_for_a_cell", "not_an_area", "identifying"))
        raise
    return opened(io.BytesIO(file.getvalue()), language)


@st.composite
def registries(draw: st.DrawFn) -> Registry:
    """Lists with a history, in which every family comes and goes by the rules."""
    families = draw(st.lists(REFERENCES, unique=True, max_size=5))
    areas = {each: area for each in families if (area := draw(AREAS)) is not None}
    begun = Registry(name="DTKS", area="Kabupaten Contoh", families=families, on="2021-01-07", areas=areas)
    added = draw(st.lists(REFERENCES.filter(lambda each: each not in families), unique=True, max_size=3))
    changes = [Change(family=each, kind="add", reason=draw(CODES), on=draw(DAY), area=draw(AREAS)) for each in added]
    changes += [Change(family=each, kind="remove", reason=draw(CODES), on=draw(DAY)) for each in families[:1]]
    return apply_changes(begun, changes)


@st.composite
def changes(draw: st.DrawFn) -> Change:
    kind = draw(st.sampled_from(KINDS))
    more: dict[str, Any] = {} if kind == "remove" else {"area": draw(AREAS)}
    if kind == "correct":
        more["becomes"] = draw(st.none() | REFERENCES)
    return Change(family=draw(REFERENCES), kind=kind, reason=draw(CODES), on=draw(DAY), **more)


@st.composite
def cards(draw: st.DrawFn) -> CardDistribution:
    """Cards of which all, some or no state is known."""
    count = st.none() | st.integers(0, 10**9)
    parts = [draw(count) for _ in range(3)]
    whole = sum(part for part in parts if part is not None)
    total = draw(st.sampled_from((whole, None))) if None not in parts else draw(st.none() | st.just(whole + 7))
    most = parts[1]
    reasons = (
        {} if most is None else {code: draw(st.integers(0, most // 3)) for code in draw(st.sets(CODES, max_size=3))}
    )
    distributed, undistributed, unprinted = parts
    return CardDistribution(
        total=total, distributed=distributed, undistributed=undistributed, unprinted=unprinted, reasons=reasons
    )


@pytest.mark.parametrize("way", WAYS)
@given(registry=registries(), language=st.sampled_from(("id", "en")))
@slow
def test_a_list_is_read_back_as_it_stands(way: str, registry: Registry, language: str) -> None:
    read = tables.read_registry(
        written(tables.write_registry, registry, way, language),
        name=registry.name, area=registry.area, on=registry.on, locale=language,
    )  # fmt: skip
    assert (read.rejects, read.skipped if way == "csv" else ()) == ((), ())
    areas = {each: area for each in registry.families if (area := registry.area_of(each)) is not None}
    assert read.registry == Registry(
        name=registry.name, area=registry.area, families=registry.families, on=registry.on, areas=areas
    )


@pytest.mark.parametrize("way", WAYS)
@given(given_changes=st.lists(changes(), max_size=5), language=st.sampled_from(("id", "en")))
@slow
def test_changes_are_read_back_in_their_order(way: str, given_changes: list[Change], language: str) -> None:
    file = written(tables.write_changes, given_changes, way, language)
    read = tables.read_changes(file, locale=language, reasons={code: code for code in OWN})
    assert (read.rejects, read.skipped) == ((), ())
    assert list(read.changes) == given_changes


@pytest.mark.parametrize("way", WAYS)
@given(
    given_cards=st.dictionaries(st.sampled_from(("Kumai", "Arut Selatan", "Lada", "Desa Umpang")), cards()),
    language=st.sampled_from(("id", "en")),
)
@slow
def test_cards_are_read_back_by_area(way: str, given_cards: dict[str, CardDistribution], language: str) -> None:
    read = tables.read_cards(written(tables.write_cards, given_cards, way, language), locale=language)
    assert read.rejects == ()
    assert list(read.cards) == list(given_cards.items())
