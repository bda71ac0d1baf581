"""Frames with chosen recipients: columns for the items of selective packages, and rows that name too many."""

from __future__ import annotations

import random
from typing import Any

import pytest
from any_frame import plain_rows

from kesos import frames
from kesos.errors import FrameError, IncompleteTotalError, InvalidValueError, KesosError, UnknownItemError
from kesos.events import DisasterEvent
from kesos.relief import entitle
from kesos.standards import PEDUM_2003, AidStandard, loads_standard
from kesos.values import Quantity, Span

pl = pytest.importorskip("polars")
pd = pytest.importorskip("pandas")
pa = pytest.importorskip("pyarrow")
duckdb = pytest.importorskip("duckdb")
dd = pytest.importorskip("dask.dataframe")

LARGEST = 2**63 - 1
CLOTHING = [item.code for package in PEDUM_2003.packages if package.code == "clothing" for item in package.items]
Rows = list[dict[str, Any]]
Numbers = list[int | None]
TEXTS = ("hazard", "desa")


def flood(people: Numbers, **columns: Numbers) -> dict[str, list[Any]]:
    return {"hazard": ["banjir"] * len(people), "people": people, **columns}


def polars(columns: dict[str, list[Any]]) -> Any:
    return pl.DataFrame(columns, schema_overrides={name: pl.Int64 for name in columns if name not in TEXTS})


def kinds_of(columns: dict[str, list[Any]], connection: Any) -> dict[str, Any]:
    """The same columns as a frame of every kind."""
    frame = polars(columns)
    pandas = pd.DataFrame({n: pd.array(v, dtype=None if n in TEXTS else "Int64") for n, v in columns.items()})
    connection.register("given", frame.to_arrow())
    return {
        "polars": frame,
        "polars, lazy": frame.lazy(),
        "pandas": pandas,
        "pyarrow": frame.to_arrow(),
        "duckdb": connection.table("given"),
        "dask": dd.from_pandas(pandas, npartitions=2),
    }


@pytest.fixture
def connection() -> Any:
    with duckdb.connect() as made:
        yield made


def refusal(recipients: Any, standard: AidStandard = PEDUM_2003, **columns: Any) -> KesosError:
    """What a frame says to recipients, before any work; a total says the same."""
    frame = pl.DataFrame(flood([860], chosen=[3]) | columns)
    errors = []
    for asked in (frames.entitle, frames.totals):
        with pytest.raises(KesosError) as caught:
            asked(frame, standard, days=7, recipients=recipients)
        errors.append(caught.value)
    assert [type(each) for each in errors] == [type(errors[0])] * 2
    assert errors[0].to_dict("en") == errors[1].to_dict("en")
    return errors[0]


# --- columns ---------------------------------------------------------------------------------------------------------


def test_items_have_columns_where_recipients_are_named_for_them_and_none_where_not() -> None:
    frame = polars(flood([860], families=[3], chosen=[12]))
    plain = frames.entitle(frame, PEDUM_2003, days=7)
    assert frames.entitle(frame, PEDUM_2003, days=7, recipients={}).equals(plain)
    assert frames.entitle(frame, PEDUM_2003, days=7, recipients=None).equals(plain)
    out = frames.entitle(frame, PEDUM_2003, days=7, recipients={"kitchen": "chosen", "house_dress": "families"})
    added = [name for name in out.columns if name not in plain.columns]
    assert added == [  # in the order of the standard; plates and glasses are blank in it
        "house_dress_piece",
        *(f"{each}_unit" for each in ("kerosene_stove", "all_purpose_pan", "wok_16", "spatula")),
        *(f"{each}_unit" for each in ("rice_container", "rice_ladle")),
    ]
    assert out.select(plain.columns).equals(plain)
    assert out.columns[-1] == "status"
    assert out.row(0, named=True)["house_dress_piece"] == 3
    assert {out.row(0, named=True)[name] for name in added[1:]} == {12}


def test_a_package_stands_for_each_of_its_items_and_a_prefix_before_their_columns() -> None:
    frame = polars(flood([860], chosen=[12]))
    out = frames.entitle(frame, PEDUM_2003, days=7, recipients={"clothing": "chosen"}, prefix="aid_")
    units = {code: PEDUM_2003.item(code).unit.base for code in CLOTHING}
    assert {name: out[name][0] for name in out.columns if name[4:].endswith(("_piece", "_set"))} == {
        f"aid_{code}_{unit}": 12 for code, unit in units.items()
    }


def test_what_the_scalar_function_refuses_of_a_name_is_refused_with_the_same_code() -> None:
    event = DisasterEvent(hazard="banjir", place="x", period="2017", people=860)
    for names in (("rice",), ("food",), ("clohing",), ("clothing", "sarong"), ("sarong", "clothing")):
        chosen = dict.fromkeys(names, 3)
        with pytest.raises(InvalidValueError) as scalar:
            entitle(event, PEDUM_2003, days=7, recipients=chosen)
        error = refusal(dict.fromkeys(chosen, "chosen"))
        assert type(error) is type(scalar.value)
        assert error.to_dict("en") == scalar.value.to_dict("en")
    assert isinstance(refusal({"tent": "chosen"}), UnknownItemError)
    assert "clothing" in refusal({"clohing": "chosen"}).message("en")
    mixed = refusal({"boats": "chosen"}, loads_standard(ROPES))  # the event gets a boat, whomever anybody chooses
    assert (mixed.code, mixed.field, mixed.value) == ("unknown_item", "recipients", "boats")


@pytest.mark.parametrize(
    ("column", "more", "code"),
    [
        ("chsen", {}, "column_missing"),
        (None, {}, "column_missing"),
        (12, {}, "column_missing"),
        ("few", {"few": [1.0]}, "column_not_whole"),
        ("few", {"few": ["1"]}, "column_not_whole"),
        ("few", {"few": [True]}, "column_not_whole"),
        ("hazard", {}, "column_not_whole"),
    ],
)
def test_a_column_of_recipients_is_one_of_counts(column: Any, more: dict[str, Any], code: str) -> None:
    error = refusal({"kitchen": "chosen", "clothing": column}, **more)
    assert isinstance(error, FrameError)
    assert (error.code, error.field, error.value) == (code, "recipients.clothing", column)


def test_recipients_are_a_mapping() -> None:
    for given in ("clothing", [("clothing", "chosen")], 3):
        error = refusal(given)
        assert (error.code, error.field) == ("wrong_type", "recipients")


def test_a_column_of_a_selective_item_is_new() -> None:
    error = refusal({"sarong": "chosen"}, sarong_piece=[1])
    assert (error.code, error.field) == ("column_taken", "sarong_piece")


# --- rows ------------------------------------------------------------------------------------------------------------


ROWS: list[tuple[int | None, int | None, int | None, int | None, str]] = [
    (10, 3, 3, 28_000, "ok"),
    (10, 10, 10, 28_000, "ok"),
    (10, 0, 0, 28_000, "ok"),
    (10, 11, None, None, "more_than_struck"),
    (0, 1, None, None, "more_than_struck"),
    (10, None, None, 28_000, "count_unknown"),
    (None, 3, 3, None, "count_unknown"),  # the recipients are held against nothing, and wait for nobody
    (None, LARGEST, LARGEST, None, "count_unknown"),
    (None, None, None, None, "count_unknown"),
    (10, -1, None, None, "count_negative"),
    (None, -1, None, None, "count_negative"),
    (-1, 3, None, None, "count_negative"),
    (-1, None, None, None, "count_negative"),  # there is no such event, whatever is missing beside
]


def test_rows_name_no_more_than_were_struck_on_every_engine(connection: Any) -> None:
    people, chosen, *_ = map(list, zip(*ROWS, strict=True))
    for engine, frame in kinds_of(flood(people, chosen=chosen), connection).items():
        out = frames.entitle(frame, PEDUM_2003, days=7, recipients={"sarong": "chosen"})
        assert type(out) is type(frame), engine
        found = [
            tuple(row[name] for name in ("people", "chosen", "sarong_piece", "rice_g", "status"))
            for row in plain_rows(out)
        ]
        assert found == ROWS, engine


def test_a_row_that_is_not_served_gives_chosen_recipients_nothing_either() -> None:
    frame = pl.DataFrame({"hazard": ["kebakaran", None, "bnajir"], "people": [10] * 3, "chosen": [11, 3, 3]})
    out = frames.entitle(frame, PEDUM_2003, days=7, recipients={"sarong": "chosen"})
    assert out["sarong_piece"].to_list() == [None] * 3
    assert out["status"].to_list() == ["hazard_not_covered", "hazard_missing", "hazard_unknown"]


def test_faults_of_recipients_are_met_in_the_order_in_which_they_are_named() -> None:
    frame = polars(flood([10, 10, 10], one=[-1, 11, 11], other=[11, -1, 12], lasting=[7, 7, -1]))
    both = {"sarong": "one", "wok_16": "other"}
    statuses = frames.entitle(frame, PEDUM_2003, days="lasting", recipients=both)["status"].to_list()
    assert statuses == ["count_negative", "more_than_struck", "count_negative"]
    for row, status in zip(plain_rows(frame), statuses, strict=True):
        event = DisasterEvent(hazard="banjir", place="x", period="2017", people=10)
        with pytest.raises(KesosError) as caught:
            entitle(event, PEDUM_2003, days=row["lasting"], recipients={"sarong": row["one"], "wok_16": row["other"]})
        assert caught.value.code == status


def test_recipients_of_blanks_are_held_to_the_people_and_asked_for_nothing_else() -> None:
    frame = polars(flood([10, 10, 10], chosen=[None, 11, -1]))
    out = frames.entitle(frame, PEDUM_2003, days=7, recipients={"plates": "chosen"})
    assert out.columns == ["hazard", "people", "chosen", "days", "rice_g", "side_dishes_idr", "status"]
    assert out["status"].to_list() == ["ok", "more_than_struck", "count_negative"]
    assert out["rice_g"].to_list() == [28_000, None, None]


def test_a_column_may_count_the_people_and_the_recipients() -> None:
    frame = polars(flood([10, None, -1]))
    out = frames.entitle(frame, PEDUM_2003, days=7, recipients={"sarong": "people"})
    assert out["sarong_piece"].to_list() == [10, None, None]
    assert out["status"].to_list() == ["ok", "count_unknown", "count_negative"]


ROPES = """
format = 1
code = "ropes"
title = { id = "Tali", en = "Ropes" }
covers = "any"
source = { regulation = "x", known = "hypothetical" }
validity = { start = "2000", end = "open", citation = { locator = "x" } }
[[packages]]
code = "boats"
name = { id = "x", en = "x" }
[[packages.items]]
code = "boat"
name = { id = "Perahu", en = "Boat" }
unit = "unit"
per = "event"
amount = 2
citation = { locator = "x" }
[[packages.items]]
code = "rope"
name = { id = "Tali", en = "Rope" }
unit = "m"
per = "recipient"
amount = { from = "1.5", to = 2 }
citation = { locator = "x" }
[[packages.items]]
code = "money"
name = { id = "Uang", en = "Money" }
unit = "IDR"
per = "recipient"
amount = 1_000_000_000_000
citation = { locator = "x" }
"""
THREE_ROPES = Span(Quantity(4_500, "mm"), Quantity(6_000, "mm"))


def test_a_standard_that_counts_nobody_holds_recipients_to_the_people_where_they_are_there() -> None:
    standard = loads_standard(ROPES)
    chosen = {"rope": "chosen"}
    alone = pl.DataFrame({"hazard": ["banjir"] * 2, "chosen": [3, 11]})
    out = frames.entitle(alone, standard, recipients=chosen)
    assert out.select("boat_unit", "rope_mm_from", "rope_mm_to", "status").rows() == [
        (2, 4_500, 6_000, "ok"),
        (2, 16_500, 22_000, "ok"),
    ]
    held = frames.entitle(alone.with_columns(people=10), standard, recipients=chosen)
    assert held["status"].to_list() == ["ok", "more_than_struck"]
    assert held["boat_unit"].to_list() == [2, None]
    event = DisasterEvent(hazard="banjir", place="x", period="2017", people=10)
    assert entitle(event, standard, recipients={"rope": 3})["rope"] == THREE_ROPES


def test_people_by_class_are_no_limit_to_recipients() -> None:
    own = '[[counts]]\ncode = "person"\nname = { id = "jiwa", en = "people" }\n'
    own += 'axis = { sex = ["female", "male"] }\ncitation = { locator = "x" }\n[[packages]]'
    standard = loads_standard(ROPES.replace("[[packages]]", own, 1))
    frame = pl.DataFrame({"hazard": ["banjir"], "women": [1], "men": [1], "chosen": [3]})
    counts = {"person": {"female": "women", "male": "men"}}
    out = frames.entitle(frame, standard, counts=counts, recipients={"rope": "chosen"})
    assert (out["rope_mm_to"][0], out["status"][0]) == (6_000, "ok")
    event = DisasterEvent(hazard="banjir", place="x", period="2017", counts={"person": {"female": 1, "male": 1}})
    assert entitle(event, standard, recipients={"rope": 3})["rope"] == THREE_ROPES


def test_what_recipients_are_given_is_in_64_bits_or_not_at_all_on_every_engine(connection: Any) -> None:
    most = LARGEST // 10**12
    columns = {"hazard": ["banjir"] * 3, "chosen": [most, most + 1, LARGEST]}
    for engine, frame in kinds_of(columns, connection).items():
        out = plain_rows(frames.entitle(frame, loads_standard(ROPES), recipients={"money": "chosen"}))
        assert [row["money_idr"] for row in out] == [most * 10**12, None, None], engine
        assert [row["status"] for row in out] == ["ok", "count_too_large", "count_too_large"], engine
        assert [row["boat_unit"] for row in out] == [2] * 3, engine


@pytest.mark.parametrize(
    ("people", "chosen", "status", "sarongs"),
    [
        (10, LARGEST + 1, "more_than_struck", None),
        (LARGEST + 1, 3, "count_too_large", 3),
        (LARGEST + 1, LARGEST + 1, "count_too_large", None),
        (None, LARGEST + 1, "count_unknown", None),
        (10, 3, "ok", 3),
    ],
)
def test_recipients_beyond_64_bits_are_more_than_people_within_them(
    people: int | None, chosen: int, status: str, sarongs: int | None
) -> None:
    columns = {"people": pl.Series([people], dtype=pl.UInt64), "chosen": pl.Series([chosen], dtype=pl.UInt64)}
    frame = pl.DataFrame({"hazard": ["banjir"], **columns})
    for given in (frame, frame.to_arrow(), frame.to_pandas(use_pyarrow_extension_array=True)):
        [row] = plain_rows(frames.entitle(given, PEDUM_2003, days=7, recipients={"sarong": "chosen"}))
        assert (row["status"], row["sarong_piece"]) == (status, sarongs)


# --- totals ----------------------------------------------------------------------------------------------------------


def test_totals_count_recipients_on_every_engine(connection: Any) -> None:
    columns = flood([10, 20, 10, None], chosen=[3, 4, 11, 5]) | {"desa": ["a", "a", "b", "b"]}
    for engine, frame in kinds_of(columns, connection).items():
        total = frames.totals(frame, PEDUM_2003, by=["desa"], days=7, recipients={"sarong": "chosen"}, partial=True)
        found = {row["desa"]: row for row in plain_rows(total)}
        assert found["a"]["sarong_piece"] == 7, engine
        assert (found["b"]["sarong_piece"], found["b"]["rice_g"], found["b"]["rows_flagged"]) == (5, None, 2), engine
        with pytest.raises(IncompleteTotalError) as caught:
            frames.totals(frame, PEDUM_2003, by=["desa"], days=7, recipients={"sarong": "chosen"})
        assert caught.value.value == 2


def test_recipients_are_added_up_first_where_no_row_names_more_of_them_than_people(connection: Any) -> None:
    from kesos.frames._entitle import plan_for

    chosen = {"rope": "chosen"}
    held = {"hazard": ["banjir"] * 4, "people": [10, 5, 10, 10], "chosen": [3, 6, None, 4]}
    free = {name: values for name, values in held.items() if name != "people"}
    fitting = held | {"chosen": [3, 5, None, 4]}
    for columns, metres, flagged in ((free, 13, 1), (fitting, 12, 1), (held, 7, 2)):
        for engine, frame in kinds_of(columns, connection).items():
            assert plan_for(frame, only_ropes(), recipients=chosen).adds_up
            [row] = plain_rows(frames.totals(frame, only_ropes(), recipients=chosen, partial=True))
            amounts = {"rope_mm_from": metres * 1_500, "rope_mm_to": metres * 2_000}
            assert row == amounts | {"rows": 4, "rows_flagged": flagged}, engine


def only_ropes() -> AidStandard:
    start, end = ROPES.index("[[packages.items]]"), ROPES.index('[[packages.items]]\ncode = "rope"')
    return loads_standard(ROPES[:start] + ROPES[end:])


# --- the scalar function as the oracle -------------------------------------------------------------------------------


def test_rows_are_what_the_scalar_function_says_of_them_to_the_letter(connection: Any) -> None:
    draw = random.Random(2003)
    few = (None, 0, 1, 2, 3, 4, LARGEST // 400 // 7 + 1)
    hazards = ("banjir", "kebakaran", "bnajir", "gempa")
    columns = {"hazard": [draw.choice(hazards) for _ in range(400)]}
    columns |= {"people": [draw.choice(few) for _ in range(400)]}  # below zero there is no event to ask for
    columns |= {name: [draw.choice((*few, -1)) for _ in range(400)] for name in ("coats", "pans", "woks")}
    asked = {"clothing": "coats", "plates": "pans", "wok_16": "woks"}
    wanted = [scalar(dict(zip(columns, row, strict=True)), asked) for row in zip(*columns.values(), strict=True)]
    for engine, frame in kinds_of(columns, connection).items():
        out = plain_rows(frames.entitle(frame, PEDUM_2003, days=7, recipients=asked))
        for row, want in zip(out, wanted, strict=True):
            assert {name: row[name] for name in want} == want, (engine, row)


NAMES = {
    item.code: f"{item.code}_{item.unit.base.lower()}"
    for item in PEDUM_2003.items
    if item.code in ("rice", "wok_16", *CLOTHING)
}


def scalar(row: dict[str, Any], asked: dict[str, str]) -> dict[str, Any]:
    """The columns of a row, made of the answer or the refusal of the scalar function."""
    numbers: dict[str, Any] = dict.fromkeys(NAMES.values())
    known = {code: row[name] for code, name in asked.items() if row[name] is not None}
    try:
        event = DisasterEvent(hazard=row["hazard"], place="x", period="2017", people=row["people"])
        answer = entitle(event, PEDUM_2003, days=7, recipients=known)
    except KesosError as error:
        return numbers | {"status": error.code}
    large = [line.code for line in answer.lines if line.quantity.amount > LARGEST]  # type: ignore[union-attr]
    numbers |= {NAMES[line.code]: line.quantity.amount for line in answer.lines if line.code in NAMES}  # type: ignore[union-attr]
    numbers |= {NAMES[code]: None for code in large if code in NAMES}
    missing = {"clothing", "wok_16"} - {*known}
    return numbers | {"status": "count_unknown" if missing or answer.unknown else "count_too_large" if large else "ok"}
