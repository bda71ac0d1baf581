"""The page on the two published reports: every table, every figure, and where each lives in the data."""

from __future__ import annotations

from collections.abc import Iterator

from kesos import datasets
from kesos.reports import ExpectedHazard, Fact, Report, Service, Table, TargetGroup, Told, printed_in
from kesos.values import Citation, Printed

_HEAD = """# The published reports, whole

Two published documents are in kesos as typed data. Nothing in them is corrected: what is printed stands beside what
it means, and where no value can be read there is none. A dash, a blank and "Tidak diketahui" are not zero.

```pycon
>>> from kesos import datasets
>>> report = datasets.kotawaringin_barat()
>>> cell = report.table("19").cell("B.1", "people")
>>> print(cell.text, "means", cell.value)
215/860 means 860 jiwa
>>> print(cell.source.place("en"))
table 19, row B.1, column 10
>>> figure = report.figure("bpnt_quota_2018")
>>> print(figure.text, "in", figure.source.locator)
8.163 KPM in C.2.g.4

```

Each cell below is `report.table(number).cell(row, column)`, each figure `report.figure(code)`. The codes of the columns
stand under the printed heads. `report.all_relations()` says what the figures have to do with each other.

What a report tells beside its figures stands at its end, by kind: `report.told(Agreement)` for what has a class of its
own in `kesos.reports`, `report.told("award")` for the rest.

```pycon
>>> award = report.told("award")[0]
>>> print(award.name.text, "-", award.label.en)
anak KPM Berprestasi - an outstanding child of a PKH family
>>> award.part("occasion").text
'Gebyar PKH'

```
"""


def page() -> str:
    """The page as MyST markdown."""
    return "\n".join(
        [_HEAD, *_report(datasets.kotawaringin_barat(), "kotawaringin_barat"), *_report(datasets.kapuas(), "kapuas")]
    )


def _report(report: Report, name: str) -> Iterator[str]:
    yield f"## `datasets.{name}()`: {report.office}\n"
    yield f"{report.document}. {len(report.printed())} printed values.\n"
    for table in report.tables:
        yield from _table(table)
    yield "### Figures in the prose\n"
    yield from _grid(
        ["Printed", "Meaning", "Says", "Where", "`report.figure(…)`"],
        [
            [
                figure.text,
                f"{'about ' if figure.about else ''}{_value(figure)}",
                figure.label.en,
                _place(figure),
                f"`{figure.code}`",
            ]
            for figure in report.figures
        ],
    )
    if report.mentions:
        yield "### Years, days and numbers in passing: `report.mentions`\n"
        yield from _grid(
            ["Printed", "Meaning", "Where"], [[each.text, _value(each), _place(each)] for each in report.mentions]
        )
    events = [*report.fires, *report.natural_disasters]
    if events:
        yield "### Disasters: `report.fires` and `report.natural_disasters`\n"
        yield from _grid(
            ["Event", "Where"], [[event.say("en"), event.source.place("en")] for event in events if event.source]
        )
    if report.quotas:
        yield "### Quotas: `report.quotas`\n"
        yield from _grid(
            ["Programme", "Year", "Families", "Where"],
            [
                [quota.program.code, str(quota.year), str(quota.families), quota.source.place("en")]
                for quota in report.quotas
                if quota.source
            ],
        )
    if report.facts:
        yield "### What else it tells: `report.told(…)`\n"
        kinds = dict.fromkeys(_kind(fact) for fact in report.facts)
        yield from _grid(
            ["`report.told(…)`", "Printed", "Says", "Where"],
            [
                [f"`{kind}`", _first(fact).text, _says(fact), _place(_first(fact))]
                for kind in kinds
                for fact in report.facts
                if _kind(fact) == kind
            ],
        )


def _kind(fact: Fact) -> str:
    return f'"{fact.kind}"' if isinstance(fact, Told) else type(fact).__name__


def _first(fact: Fact) -> Printed:
    return next(printed_in(fact))


def _says(fact: Fact) -> str:
    """Our own words for it, and what else is told about it."""
    words = [getattr(fact, name).en for name in ("label", "subject", "task", "aim") if getattr(fact, name, None)]
    if isinstance(fact, ExpectedHazard):
        words.append(f"{fact.hazard.name.en}, {fact.group}")
    if isinstance(fact, Service):
        words += [each.en for each in fact.does]
    if isinstance(fact, TargetGroup) and fact.categories:
        words.append(f"PMKS: {', '.join(category.label('en') for category in fact.categories)}")
    if isinstance(fact, Told):
        words += [f"{name}: {part.text}" for name, part in fact.parts]
    return "; ".join(words)


def _table(table: Table) -> Iterator[str]:
    yield f"### `report.table({table.number!r})`: {table.title.text}\n"
    yield from _grid(
        ["row", *(f"{column.label} `{column.code}`" for column in table.columns)],
        [
            [f"`{row.code}`", *(row[column.code].text if column.code in row else "" for column in table.columns)]
            for row in table.rows
        ],
    )


def _value(printed: Printed) -> str:
    return (
        "no value can be read"
        if printed.value is None
        else format(printed.value, "en")
        if hasattr(printed.value, "say")
        else str(printed.value)
    )


def _place(printed: Printed) -> str:
    return printed.source.place("en") if isinstance(printed.source, Citation) else printed.source


def _grid(head: list[str], rows: list[list[str]]) -> Iterator[str]:
    yield "| " + " | ".join(head) + " |"
    yield "|" + " --- |" * len(head)
    for row in rows:
        yield "| " + " | ".join(_escaped(cell) for cell in row) + " |"
    yield ""


def _escaped(text: str) -> str:
    return text.replace("|", "\\|").replace("*", "\\*").replace("<", "&lt;").replace("\n", " ") or " "


if __name__ == "__main__":
    print(page())
