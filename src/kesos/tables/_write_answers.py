"""Answers and totals as tables: a row for each row that was asked about, refused ones in their place, with why."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Any

import attrs

from kesos import _checks as checks
from kesos._sheets._writing import Cell, Column, Sheet, format_of
from kesos._sheets._writing_files import Target, write_sheets
from kesos.errors import check_language
from kesos.events import DisasterEvent
from kesos.records import Fieldwise
from kesos.relief import Batch, Refusal, Relief, ReliefRange, ReliefTotal, total
from kesos.relief._groups import GroupTotals
from kesos.relief._refusals import Places, numbered, say_briefly
from kesos.standards._saying import say
from kesos.tables._columns import EVENT, by_code
from kesos.tables._write_items import ItemColumns, item_columns
from kesos.tables._write_sources import by_document, left_out_sheet, sources_sheet
from kesos.values import Period, Text
from kesos.values._display import TOTAL, UNKNOWN, UNSPECIFIED

_ANSWERS = Text("Bantuan", "Aid")
_TOTALS = Text("Jumlah bantuan", "Total aid")
_GROUP, _EVENT = Text("Kelompok", "Group"), Text("Kejadian", "Event")
_HEADS: Mapping[str, Text] = {"event": _EVENT, **{code: field.heads for code, field in by_code(EVENT).items()}}
_COUNTED = Text("Kejadian terhitung", "Events counted")
_LEFT_OUT = Text("Kejadian belum terhitung", "Events left out")
_REMARK = Text("Keterangan", "Remark")
_UNCOUNTED = Text("Belum didata", "Not counted yet")
_FIXED: tuple[tuple[Text, Any], ...] = (
    (Text("Baris", "Row"), "plain"),
    (Text("Jenis bencana", "Hazard"), "text"),
    (Text("Lokasi", "Place"), "text"),
    (Text("Kecamatan", "District"), "text"),
    (Text("Tanggal", "Date"), "day"),
    (Text("KK", "Families"), "number"),
    (Text("Jiwa", "People"), "number"),
    (Text("Hari", "Days"), "number"),
)

_Row = tuple[int | str | None, Relief | Refusal]


@attrs.frozen(eq=False, repr=False)
class _Refused(Fieldwise):
    """A refusal as a row that was left out."""

    refusal: Refusal
    language: str
    places: bool = False

    @property
    def row(self) -> int | str:
        """The row of the event."""
        return numbered(self.refusal.row, self.places)

    @property
    def column(self) -> str | None:
        """What stands over the field that is at fault, in a table of events; its own name where nothing does."""
        path = self.refusal.error.field
        return path if path is None else _head(path.rpartition("].")[2], self.language) or path

    @property
    def cells(self) -> Mapping[str, str]:
        """The event, where there is one."""
        event = self.refusal.event
        return {_EVENT.say(self.language): event.say(self.language)} if isinstance(event, DisasterEvent) else {}

    def reason(self, language: str, /) -> str:
        """Why it got no answer."""
        return say_briefly(self.refusal.error, language)


def write_answers(
    batch: Batch | Relief | ReliefRange,
    target: Target,
    *,
    language: str = "id",
    format: str | None = None,
    delimiter: str | None = None,
) -> None:
    """Writes the answers for many events as a table, CSV or XLSX: a row for each row that was asked about.

    A refused row keeps its place, with no amounts and the reason beside it. The unit of an item stands at its head; an
    amount that is not known is an empty cell. The last row is the total, which says how many events are in it and how
    many are not; an item that is not known of every event has none. An answer alone has no row to be called by; a range
    has a line for the least days, one for the most and one for the extension, which nobody adds up.

    Rows that have no labels of their own are numbered from one.

    In a spreadsheet a second sheet lists the sources and what the total rests on, and a third what was left out. In a
    CSV file the remark beside the total says what it rests on where it may be wrong: for events that are there twice,
    or a sheet that was not read.

    Args:
        batch: The answers, or one, or a range.
        target: A path that ends in .csv or .xlsx, or a file that is open for writing.
        language: "id" or "en".
        format: "csv" or "xlsx", where the name of the file does not say it.
        delimiter: As for `write_events`.

    Raises:
        InvalidValueError: `batch` is none; a text that such a file cannot hold.
        MissingExtraError: A spreadsheet, and openpyxl is not installed.

    >>> import io
    >>> from kesos import DisasterEvent, PEDUM_2003, entitle_all
    >>> flood = DisasterEvent(hazard="banjir", place="Desa Umpang", period="2017-02-28", people=240)
    >>> file = io.StringIO()
    >>> write_answers(entitle_all([flood], PEDUM_2003, days=7), file, format="csv")
    >>> print(file.getvalue(), end="")
    Baris;Jenis bencana;Lokasi;Kecamatan;Tanggal;KK;Jiwa;Hari;Beras (kg);Permakanan/lauk pauk (Rp);Keterangan
    1;Banjir;Desa Umpang;;2017-02-28;;240;7;672;10080000;
    ;;Jumlah 1 kejadian;;;;;;672;10080000;
    """
    check_language(language)
    added = refused = None
    places = isinstance(batch, Batch) and not batch.labels
    if isinstance(batch, ReliefRange):
        ends = (batch.minimum, batch.maximum, batch.extended)
        rows: Sequence[_Row] = [(None, each) for each in ends if each is not None]
        grounds = _grounds([batch], batch.table(language).notes, language)
    else:
        given = Batch(results=[batch]) if isinstance(batch, Relief) else checks.instance(batch, "batch", Batch)
        rows = [(numbered(row, places), result) for row, result in given.rows()]
        added, refused = given.total, given.refused
        grounds = _grounds(added.answers, added.table(language).notes, language)
    warned = _warned(added, language) if added is not None and format_of(target, format) == "csv" else None
    sheet = _answers_sheet(rows, added, language, warned, labelled=isinstance(batch, Batch))
    left_out = left_out_sheet([_Refused(each, language, places) for each in refused or ()], language)
    write_sheets((sheet, *grounds, *left_out), target, language=language, format=format, delimiter=delimiter)


def _answers_sheet(
    rows: Sequence[_Row], added: ReliefTotal | None, language: str, warned: str | None, *, labelled: bool
) -> Sheet:
    """A line for each answer, after what its row is called where it is called so, and a last one for their total."""
    totals = [] if added is None else [added]
    items = item_columns([*(result for _, result in rows if isinstance(result, Relief)), *totals])
    lines = [_answer(row, result, items, language) for row, result in rows]
    for each in totals:
        amounts = [cell for item in items for cell in item.cells(each.get(item.item.code))]
        lines.append((None, None, each.table(language).caption, *[None] * (len(_FIXED) - 3), *amounts, warned))
    first = 0 if labelled else 1
    return Sheet(
        name=_ANSWERS.say(language),
        columns=(
            *(Column(head=head.say(language), holds=holds) for head, holds in _FIXED[first:]),
            *(column for item in items for column in item.columns(language)),
            Column(head=_REMARK.say(language)),
        ),
        rows=tuple(line[first:] for line in lines),
        strong=frozenset([len(rows)] if totals else []),
    )


def _answer(
    row: int | str | None, result: Relief | Refusal, items: tuple[ItemColumns, ...], language: str
) -> tuple[Cell, ...]:
    event = result.event if isinstance(result.event, DisasterEvent) else None
    answer = result if isinstance(result, Relief) else None
    known: tuple[Cell, ...] = (None,) * 6
    if event is not None:
        known = (
            event.hazard.label(language),
            event.place.text,
            event.place.district,
            _day(event.period, language),
            event.families,
            event.people,
        )
    amounts = [cell for item in items for cell in item.cells(None if answer is None else answer.get(item.item.code))]
    remark = _remark(answer, language) if answer is not None else _Refused(result, language).reason(language)  # type: ignore[arg-type]
    return (row, *known, None if answer is None else answer.days, *amounts, remark or None)


def _day(period: Period, language: str) -> Cell:
    return period.start if period.precision == "day" else period.say(language)


def _remark(answer: Relief, language: str) -> str:
    """What has no number, and who is not in the numbers."""
    said = [f"{each.item.name.say(language)}: {UNKNOWN.say(language)}" for each in answer.unknown]
    said += [f"{each.item.name.say(language)}: {UNSPECIFIED.say(language)}" for each in answer.unspecified]
    if answer.not_counted:
        said.append(f"{_UNCOUNTED.say(language)}: {', '.join(map(str, answer.not_counted))}")
    window = answer.window
    if answer.decision is None and window is not None and (answer.days or 0) > window.maximum:
        said.append(say("days.no_decision", language))
    return "; ".join(said)


def _warned(added: ReliefTotal, language: str) -> str | None:
    """What a total rests on, where it may be wrong and no second sheet can say so: equal events, a sheet not read."""
    return "; ".join(added.table(language).notes) if added.remarks or added.alike else None


def _grounds(parts: Iterable[Relief | ReliefRange], notes: Iterable[str], language: str) -> tuple[Sheet, ...]:
    return sources_sheet(by_document(each.standard.source for each in parts), language, *notes)


def write_totals(
    totals: ReliefTotal | Mapping[Any, ReliefTotal],
    target: Target,
    *,
    language: str = "id",
    format: str | None = None,
    delimiter: str | None = None,
) -> None:
    """Writes a total, or the totals of groups, as a table: how many events are in each and how many are not.

    What a total rests on is told as by `write_answers`; a CSV file has a column of remarks where any total has one.

    Args:
        totals: A total; or one for each group, as `Batch.totals` gives them, with the total of all in the last row.
        target: As for `write_answers`.
        language: "id" or "en".
        format: As for `write_answers`.
        delimiter: As for `write_answers`.

    Raises:
        InvalidValueError: `totals` is neither; a text that such a file cannot hold.
        MissingExtraError: A spreadsheet, and openpyxl is not installed.

    >>> import io
    >>> from kesos import DisasterEvent, PEDUM_2003, entitle_all
    >>> flood = DisasterEvent(hazard="banjir", place="Desa Umpang", period="2017-02-28", people=240)
    >>> file = io.StringIO()
    >>> write_totals(entitle_all([flood, "?"], PEDUM_2003, days=7).total, file, format="csv")
    >>> print(file.getvalue(), end="")
    Kelompok;Kejadian terhitung;Kejadian belum terhitung;Beras (kg);Permakanan/lauk pauk (Rp)
    Jumlah;1;1;672;10080000
    """
    check_language(language)
    if isinstance(totals, Mapping) and not isinstance(totals, ReliefTotal):
        groups = [(key, checks.instance(each, f"totals[{key}]", ReliefTotal)) for key, each in totals.items()]
        whole = total(each for _, each in groups)
    else:
        groups, whole = [], checks.instance(totals, "totals", ReliefTotal)
    parts = [*(each for _, each in groups), whole]
    items = item_columns(parts)
    names = [*(_group(key, language) for key, _ in groups), TOTAL.say(language)]
    warned = [_warned(each, language) for each in parts] if format_of(target, format) == "csv" else []
    has_remarks = any(each is not None for each in warned)
    sheet = Sheet(
        name=_TOTALS.say(language),
        columns=(
            Column(head=_head(str(getattr(totals, "by", "")), language) or _GROUP.say(language)),
            *(Column(head=head.say(language), holds="number") for head in (_COUNTED, _LEFT_OUT)),
            *(column for item in items for column in item.columns(language)),
            *((Column(head=_REMARK.say(language)),) if has_remarks else ()),
        ),
        rows=tuple(
            (*_added(name, each, items), *warned[at : at + has_remarks])
            for at, (name, each) in enumerate(zip(names, parts, strict=True))
        ),
        strong=frozenset([len(groups)]),
    )
    merged = totals.__beneath__(language) if isinstance(totals, GroupTotals) else ()
    grounds = _grounds(whole.answers or whole.ranges, (*whole.table(language).notes, *merged), language)
    places = isinstance(whole.rows, Places)
    left_out = [_Refused(each, language, places) for each in _in_order(whole.left_out)]
    sheets = (sheet, *grounds, *left_out_sheet(left_out, language))
    write_sheets(sheets, target, language=language, format=format, delimiter=delimiter)


def _added(name: str, added: ReliefTotal, items: tuple[ItemColumns, ...]) -> tuple[Cell, ...]:
    amounts = [cell for item in items for cell in item.cells(added.get(item.item.code))]
    return (name, len(added.answers or added.ranges), len(added.left_out), *amounts)


def _in_order(left_out: Sequence[Refusal]) -> Sequence[Refusal]:
    """Refusals in the order of their rows, where these are numbered."""
    if not all(isinstance(each.row, int) for each in left_out):
        return left_out
    return sorted(left_out, key=lambda each: int(each.row))


def _head(field: str, language: str) -> str | None:
    """What stands over a field in a table of events."""
    return _HEADS[field].say(language) if field in _HEADS else None


def _group(key: Hashable, language: str) -> str:
    """What a group is called in a cell."""
    if key is None:
        return UNKNOWN.say(language)
    for name in ("label", "say"):
        if callable(getattr(key, name, None)):
            return str(getattr(key, name)(language))
    return str(key)
