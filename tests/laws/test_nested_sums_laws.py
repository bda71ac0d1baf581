"""Of any tree of rows that adds up, every total is supposed to be of its own rows, and none is asked about."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kesos.audit import find_contradictions
from kesos.reports import Column, Report, SumOf, Table, propose_relations

COLUMNS = (Column("no", "No"), Column("name", "Uraian"), Column("money", "Pagu (Rp)", unit="IDR"))

LEAVES = st.integers(1, 10**9)
TREES: Any = st.recursive(LEAVES, lambda below: st.lists(below, min_size=1, max_size=4), max_leaves=20)
ROOTS = st.lists(TREES, min_size=2, max_size=4)


def total_of(tree: Any) -> int:
    return tree if isinstance(tree, int) else sum(map(total_of, tree))


def lines(trees: list[Any], code: tuple[int, ...] = ()) -> list[tuple[tuple[int, ...], int]]:
    found: list[tuple[tuple[int, ...], int]] = []
    for at, tree in enumerate(trees, 1):
        own = (*code, at)
        found.append((own, total_of(tree)))
        if not isinstance(tree, int):
            found += lines(tree, own)
    return found


def table_of(trees: list[Any], total: int) -> Table:
    rows = [
        (str(at), ".".join(map(str, code)), f"uraian {at}", figure) for at, (code, figure) in enumerate(lines(trees))
    ]
    return Table.build(
        number="1", title="T", document="d", columns=COLUMNS, rows=rows, total=("J", None, "Jumlah", total)
    )


def report(table: Table) -> Report:
    return Report(code="x", title="T", office="O", period="2024", tables=[table])


@given(ROOTS)
def test_what_adds_up_at_every_level_is_never_asked_about_even_where_all_guesses_are_confirmed(trees: Any) -> None:
    made = report(table_of(trees, sum(map(total_of, trees))))
    assert not find_contradictions(made).of_rule("sum")
    assert not find_contradictions(made.confirm(made.relations_to_confirm)).of_rule("sum")


@given(ROOTS)
def test_every_row_that_holds_others_is_supposed_to_be_the_sum_of_those_right_below_it(trees: Any) -> None:
    table = table_of(trees, sum(map(total_of, trees)))
    codes = [code for code, _ in lines(trees)]
    cells = {table.rows[at]["money"]: code for at, code in enumerate(codes)}
    found = {
        cells[each.total]: {cells[part] for part in each.parts}
        for each in propose_relations([table])
        if isinstance(each, SumOf) and each.total in cells
    }
    below: dict[Any, set[Any]] = {}
    for code in codes:
        if len(code) > 1:
            below.setdefault(code[:-1], set()).add(code)
    assert found == below


@given(ROOTS, st.integers(1, 10**6))
def test_a_grand_total_that_is_wrong_is_asked_about_and_is_no_error(trees: Any, off: int) -> None:
    right = sum(map(total_of, trees))
    audit = find_contradictions(report(table_of(trees, right + off)))
    sums = audit.of_rule("sum")
    assert not [each for each in sums if each.severity == "error" and each.guess is not None]
    nests = any(not isinstance(tree, int) for tree in trees)
    assert len(sums) == 1 or (nests and not sums and _adds_up_otherwise(trees, right + off))


def _adds_up_otherwise(trees: list[Any], total: int) -> bool:
    """Whether the printed total is that of all rows, of each level: then nobody can tell."""
    figures = lines(trees)
    return total in {sum(figure for _, figure in figures), sum(f for c, f in figures if len(c) == 1)}
