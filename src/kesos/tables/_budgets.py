"""A budget out of a table: a line for each row, the sums among them held against what they add up."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Unpack

import attrs

from kesos import _checks as checks
from kesos._sheets._accounts import parts_of
from kesos._sheets._collector import no_collector
from kesos._sheets._heads import Head
from kesos._sheets._source import Source
from kesos.budgets import Budget, BudgetLine
from kesos.errors import InvalidValueError, TableError
from kesos.tables._columns import BUDGET
from kesos.tables._plan import Plan, Values, cited
from kesos.tables._reading import Options, Reader
from kesos.tables._results import TableReading
from kesos.tables._several_sheets import of_sheets
from kesos.values import Funding, Span
from kesos.wording._amounts import UNIT_WORDS

_MONEY = ("ceiling", "realized", "realized.minimum", "realized.maximum")
_AMOUNT = re.compile(
    r"\b(?:vol|volume|koef|koefisien|kuantitas|qty|banyaknya|jumlah|target|quantity|amount)\b", re.IGNORECASE
)
_IN_RUPIAH = re.compile(r"\b(?:rp|rupiah|idr)\b", re.IGNORECASE)
_UNITS = UNIT_WORDS | {"rp": "IDR"}
_SIDES = frozenset({"4", "5", "6"})
"""What accounts of revenue, spending and financing begin with: Permendagri 90/2019, as before it 13/2006."""
_FIGURES = ("ceiling", "realized", "realized.minimum", "realized_percent")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class BudgetReading(TableReading):
    """The lines of a budget that were read from a table, with the rows that are none."""

    year: int
    holder: str
    funding: Funding
    _roots: tuple[str, ...] = attrs.field(default=(), repr=False, alias="roots")
    """What the accounts of its lines begin with."""

    @property
    def lines(self) -> tuple[BudgetLine, ...]:
        """The lines, in order."""
        return self.objects

    @property
    def budget(self) -> Budget:
        """The budget.

        Raises:
            TableError: A row was rejected, so that a line or a total of it is wrong or missing; or the lines are of
                revenue, spending and financing, which are no one sum.
        """
        self.check_whole()
        sides = sorted(_SIDES.intersection(self._roots))
        if len(sides) > 1:
            raise TableError("several_accounts", field="accounts", value=tuple(sides))
        return Budget(year=self.year, holder=self.holder, funding=self.funding, lines=self.lines)

    def __joined__(self, others: Sequence[Any]) -> dict[str, Any]:
        return {"roots": tuple(dict.fromkeys(root for each in (self, *others) for root in each._roots))}


@no_collector()
@of_sheets
def read_budget(
    source: Source, *, year: int, holder: str, funding: Funding, accounts: str = "", **options: Unpack[Options]
) -> BudgetReading:
    """A budget from a spreadsheet, a CSV file or a frame: what each row is called, its ceiling and what was realised.

    A row without any figure heads the rows under it. Where a column holds account codes, a row that adds up others by
    its code (5 adds up 5.1 and 5.2) is no line: it is passed over, or rejected where it does not add up. Where a column
    says in which unit the figures of a row are, one in another unit than rupiah is rejected. The head is found, and
    rows are read, as by `read_events`.

    Args:
        source: A path, a file object, or a frame that narwhals knows.
        year: The budget year.
        holder: Whose budget it is.
        funding: Out of which funds, as `Budget` has it.
        accounts: The account whose lines are asked for, such as "5" for spending; others are passed over and listed.
            A table of revenue and spending is one budget only if one of them is asked for.
        options: As `Options` has them.

    Raises:
        TableError: The file cannot be read, no head is found in it, or no column for what a line is called.
        InvalidValueError: An argument is wrong.

    >>> import io
    >>> rows = "Uraian;Pagu (Rp);Realisasi (Rp)\\nBelanja Modal;500.000;250.000\\nJumlah;500.000;250.000\\n"
    >>> print(read_budget(io.StringIO(rows), year=2024, holder="Dinas Sosial", funding="APBD").budget.ceiling)
    Rp500.000
    """
    reader = Reader(source, BUDGET, "budget", "read_budget", "", (str(checks.year(year)),), **options)
    reader.head = _without_unit_of_others(reader.head)
    columns = reader.head.columns
    if "name" not in columns:
        raise TableError("no_column", field="columns.name", head=reader.fields["name"].heads, found=reader.over())
    figures = tuple(code for code in _FIGURES if code in columns)
    within = parts_of(checks.text(accounts, "accounts")) if accounts != "" else ()
    nested = "account" if "account" in columns else ""
    if within and not nested:
        raise TableError("no_column", field="columns.account", head=reader.fields["account"].heads, found=reader.over())
    roots: dict[str, None] = {}

    def line(values: Values) -> BudgetLine:
        made = _line(values)
        roots.update(dict.fromkeys(parts_of(values.get("account") or "")[:1]))
        return made

    plan = Plan(
        fields=BUDGET,
        name="name",
        needed=("account", "name") if nested else ("name",),
        make=line,
        figures=figures,
        doubled=True,
        nested=nested,
        outlined=True,
        fitting=True,
        within=within,
        grouping=("program",),
    )
    body = reader.body(plan)
    more: dict[str, Any] = {"year": year, "holder": holder, "funding": funding}
    attrs.evolve(_SAMPLE, **more)  # says what is wrong with them before anything is made of the rows
    return reader.result(BudgetReading, body, body.entries, roots=tuple(roots), **more)


_SAMPLE = Budget(year=2017, holder="-x-", funding="APBD", lines=[BudgetLine(name="-x-", ceiling=0)])


def _without_unit_of_others(head: Head) -> Head:
    """The head without a column of units that says nothing of the money: all of that is in rupiah by its own head, or
    the unit stands beside a column of amounts of which no line is made."""
    columns = head.columns
    if "unit" not in columns:
        return head
    at, used = columns["unit"], set(columns.values())
    beside = [head.texts[place] for place in (at - 1, at + 1) if 0 <= place < len(head.texts) and place not in used]
    of_money = [head.over(columns[code]) for code in _MONEY if code in columns]
    if not any(map(_AMOUNT.search, beside)) and not all(map(_IN_RUPIAH.search, of_money)):
        return head
    return attrs.evolve(head, columns={code: place for code, place in columns.items() if code != "unit"})


def _line(values: Values) -> BudgetLine:
    get = values.get
    unit = get("unit")
    if unit is not None and _UNITS.get(unit.casefold().strip(" .")) != "IDR":
        raise InvalidValueError("not_in_rupiah", field="unit", value=unit)
    least, most = get("realized.minimum"), get("realized.maximum")
    realized = get("realized")
    if least is not None and most is not None:
        if realized is not None:
            raise InvalidValueError("given_twice.column", field="realized", value=realized)
        realized = Span(least, most)
    return BudgetLine(
        name=values["name"],
        ceiling=get("ceiling"),
        realized=realized,
        realized_percent=get("realized_percent"),
        kind=get("kind"),
        program=get("program"),
        source=cited(values, "source"),
    )
