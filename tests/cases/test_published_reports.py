"""What the two published documents say, held against sums made by hand from their pages."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from kesos import datasets
from kesos import reports as relations
from kesos.events import Damage
from kesos.hazards import Hazard
from kesos.reports import Agreement, AidGoods, PolicyTarget, Report
from kesos.values import Citation, Percentage, Period, Printed, Quantity, Span, Unit

KOBAR = datasets.kotawaringin_barat()
KAPUAS = datasets.kapuas()
TOKENS: list[dict[str, Any]] = json.loads((Path(__file__).parent / "tokens" / "tokens.json").read_text("utf-8"))[
    "tokens"
]
REPORTS: dict[str, Report] = {"kotawaringin_barat": KOBAR, "kapuas": KAPUAS}


def _by_line(report: Report) -> dict[int, list[Printed]]:
    lines: dict[int, list[Printed]] = defaultdict(list)
    for line, printed in datasets.lines(report):
        lines[line].append(printed)
    return lines


LINES = {name: _by_line(report) for name, report in REPORTS.items()}


def _close(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _plain(value: Any, unit: str | None) -> str:
    if isinstance(value, Quantity):
        return str(value.to(unit)) if unit is not None and Unit.of(unit).base == value.unit.base else str(value.amount)
    if isinstance(value, Percentage):
        return str(value.rounded(4).normalize())
    if isinstance(value, Span):
        return f"{_plain(value.minimum, unit)}/{_plain(value.maximum, unit)}"
    return value.iso if isinstance(value, Period) else str(value)


def _place(token: dict[str, Any]) -> str:
    return f"{token['document']}:{token['line']}:{token['at']}:{token['token']}"


def _holding(token: dict[str, Any]) -> list[Printed]:
    return [each for each in LINES[token["document"]][token["line"]] if _close(token["token"]) in _close(each.text)]


def test_every_number_on_the_pages_is_in_the_data_with_its_source() -> None:
    assert [_place(token) for token in TOKENS if not _holding(token)] == []
    values = {name: set(report.printed()) for name, report in REPORTS.items()}
    assert all(set(_holding(token)) <= values[token["document"]] for token in TOKENS)


@pytest.mark.parametrize("token", [token for token in TOKENS if "value" in token], ids=_place)
def test_every_number_on_the_pages_means_in_the_data_what_it_says(token: dict[str, Any]) -> None:
    values = {_plain(each.value, token.get("unit")) for each in _holding(token)}
    if token["kind"] == "percent":
        assert str(Decimal(token["value"]).normalize()) in values
    else:
        parts = token["value"].split("/") if token["kind"] == "pair" else [token["value"]]
        assert set(parts) <= values


def test_fifteen_fires_one_a_row_of_table_18() -> None:
    assert [event.source.row for event in KOBAR.fires if event.source] == [str(row) for row in range(1, 16)]
    assert {event.hazard for event in KOBAR.fires} == {Hazard.FIRE}
    assert sum(event.people for event in KOBAR.fires if event.people is not None) == 54
    assert sum(event.families for event in KOBAR.fires if event.families is not None) == 19
    assert [event.people for event in KOBAR.fires].count(None) == 2
    assert [event.loss for event in KOBAR.fires if event.loss is not None] == [Quantity(60_000_000, "IDR")]
    assert KOBAR.fires[3].damage == Damage(heavy=1, public_facilities=1)
    assert (KOBAR.fires[6].period.iso, str(KOBAR.fires[6].place)) == ("2017-06", "Desa Melawen")


def test_nine_natural_disasters_over_the_eighteen_rows_of_table_19() -> None:
    assert [len(event.localities) or 1 for event in KOBAR.natural_disasters] == [2, 1, 1, 1, 6, 1, 4, 1, 1]
    assert [event.people for event in KOBAR.natural_disasters] == [400, 860, 294, 140, 926, 217, 907, 5, 5]
    assert [event.hazard.code for event in KOBAR.natural_disasters] == ["flood"] * 7 + ["whirlwind"] * 2
    districts = ["Arut Selatan"] + ["Arut Utara"] * 4 + ["Pangkalan Banteng", "Kotawaringin Lama", "Kumai", "Kumai"]
    assert [event.place.district for event in KOBAR.natural_disasters] == districts
    assert KOBAR.natural_disasters[2].period == Period.of("2017-02-01/2017-02-03")
    assert {event.reported_by for event in KOBAR.natural_disasters} == {"Kepala Desa/Kelurahan dan Camat"}


def test_events_count_what_the_subtotals_print() -> None:
    floods = [event for event in KOBAR.natural_disasters if event.hazard == Hazard.FLOOD]
    table = KOBAR.table("19")
    assert sum(event.people or 0 for event in floods) == sum(
        table.cell(group, "people").value.amount for group in "ABCD"
    )
    assert sum(event.damage.houses or 0 for event in floods) == 98 + 663 + 55 + 56


def test_every_cell_of_a_row_with_an_event_stands_where_the_event_says() -> None:
    for event in (*KOBAR.fires, *KOBAR.natural_disasters):
        for part in event.localities or (event,):
            assert part.source is not None
            assert part.source.table is not None
            assert part.source.row is not None
            row = KOBAR.table(part.source.table).row(part.source.row)
            known = row["people"].value
            assert part.people == (None if known is None else known.amount)


def test_exactly_one_sum_of_kotawaringin_barat_does_not_add_up() -> None:
    sums = [each for each in KOBAR.all_relations() if isinstance(each, relations.SumOf)]
    wrong = [
        each
        for each in sums
        if sum(part.value.amount for part in each.parts if part.value is not None) != each.total.value.amount
    ]
    assert [each.total.value for each in wrong] == [Quantity(5_763_641_000, "IDR")]
    assert all(each.blanks is not None for each in sums if any(part.value is None for part in each.parts))


def test_the_recipients_of_kapuas_add_up_to_less_than_is_printed() -> None:
    (sum_of,) = (each for each in KAPUAS.all_relations() if isinstance(each, relations.SumOf))
    assert sum(part.value.amount for part in sum_of.parts) == 81_563
    assert sum_of.total.value == Quantity(100_336, "family")


def test_amounts_in_prose_are_those_of_the_tables() -> None:
    for same in KOBAR.all_relations():
        if isinstance(same, relations.SameFigure):
            assert len({figure.value for figure in same.figures}) == 1


def test_misprints_stand_as_printed() -> None:
    texts = {printed.text for printed in KOBAR.printed()}
    assert {"Tanggal 17 – 10 Maret 2017", "angin rebut", "BPPD", "Kapitan", "Sodat satainless", "- lusin"} <= texts
    assert KOBAR.figure("tagana_recruitment_days").value is None
    assert KOBAR.figure("standard_plates").value is None
    assert KOBAR.figure("bpnt_paid_words").value is None


def test_approximate_figures_say_so() -> None:
    about = {figure.code for figure in KOBAR.figures if figure.about}
    assert about == {
        "pkh_families_2017",
        "pkh_budget_2017",
        "pkh_budget_2018",
        "bpnt_budget_2018",
        "bpjs_letters_2017",
    }


def test_budgets_are_those_of_tables_20_and_21() -> None:
    own = [budget for budget in KOBAR.budgets if budget.funding == "APBD"]
    assert [(budget.year, budget.ceiling.amount) for budget in own] == [
        (2016, 5_590_152_000),
        (2017, 5_760_641_000),
        (2018, 7_180_106_000),
    ]
    state = [budget for budget in KOBAR.budgets if budget.funding == "APBN"]
    known = [sum(line.ceiling.amount for line in budget.lines if line.ceiling is not None) for budget in state]
    assert known == [3_052_933_055, 5_698_200_000, 20_354_750_000]


def test_quotas_are_those_of_the_prose() -> None:
    assert [(quota.program.code, quota.year, quota.families) for quota in KOBAR.quotas] == [
        ("PKH", 2017, 2_720),
        ("PKH", 2018, 4_358),
        ("BPNT", 2018, 8_163),
    ]
    assert dict(KOBAR.quotas[2].sub_areas)["Kumai"] == 2_568
    assert sum(quota.families or 0 for quota in KAPUAS.quotas) == 81_563


def test_some_goods_lie_outside_the_standard() -> None:
    outside = [goods.name.text for goods in KOBAR.told(AidGoods) if goods.item is None]
    assert {"velbet", "matras", "family kit", "kidware", "garam dapur"} <= set(outside)
    assert "beras" not in outside


def test_agreements_keep_their_numbers_and_targets_their_years() -> None:
    numbers = [[number.text for number in agreement.numbers] for agreement in KOBAR.told(Agreement)]
    assert numbers == [
        ["KEP/567/DINSOS/2016", "415.4/175-002/2016"],
        ["28/BKS/MoU/04/2013", "KEP/41/DINSOS/2013"],
        ["460/965/DINSOS.I/2017"],
    ]
    (target,) = (target for target in KOBAR.told(PolicyTarget) if target.due is not None)
    assert target.met is not None
    assert (target.due.value, target.met.value) == (Period.of("2019"), Period.of("2018"))


def _cells(report: Report) -> dict[int, list[Printed]]:
    """The cells of each line that is a row of a table, one for each printed column, in order."""
    rows: dict[int, dict[str, Printed]] = defaultdict(dict)
    for line, printed in datasets.lines(report):
        source = printed.source
        if type(printed) is Printed and isinstance(source, Citation) and source.row and source.column:
            rows[line].setdefault(source.column, printed)
    return {line: list(cells.values()) for line, cells in rows.items()}


CELLS = _cells(KOBAR)
IN_CELLS = [token for token in TOKENS if token["document"] == "kotawaringin_barat" and token["line"] in CELLS]


def test_every_number_in_a_table_stands_in_the_cell_where_the_page_has_it() -> None:
    assert len(IN_CELLS) > 400
    misplaced = [
        _place(token) for token in IN_CELLS if token["token"] not in CELLS[token["line"]][token["cell"] - 1].text
    ]
    assert misplaced == []
