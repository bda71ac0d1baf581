"""The report of a year as that of Kotawaringin Barat has it: fires, natural disasters, and the aid under them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

import attrs

from kesos import _checks as checks
from kesos._sheets._writing import Sheet
from kesos._sheets._writing_files import Target, write_sheets
from kesos.errors import InvalidValueError, check_language
from kesos.events import DisasterEvent
from kesos.hazards import UU_24_2007, Hazard
from kesos.records import Fieldwise
from kesos.relief import Days, ReliefTotal
from kesos.relief._refusals import Row
from kesos.relief._rows import Given, Rows, events_in
from kesos.standards import AidStandard
from kesos.tables._pages import html_of, markdown_of
from kesos.tables._results import TableReading
from kesos.tables._year_aid import Labelled, aid_sheet, aid_total
from kesos.tables._year_rejects import Rejects, rejects_note, rejects_sheet
from kesos.tables._year_rows import Form, grouped_sheet, list_sheet
from kesos.values import Text

_TABLE = Text("Tabel", "Table")
_FIRES = Text("Data Bencana Kebakaran {area} Tahun {year}", "Fires in {area} in {year}")
_NATURAL = Text("Data Bencana Alam {area} Tahun {year}", "Natural disasters in {area} in {year}")
_OTHERS = Text("Data Bencana Nonalam dan Sosial {area} Tahun {year}", "Other disasters in {area} in {year}")
_OTHER = Text("Lainnya", "Others")
_AID = Text("Bantuan", "Aid")
_AID_TITLE = Text("Bantuan menurut {standard}, {area} Tahun {year}", "Aid by {standard}, {area} in {year}")
_ELSEWHEN = Text(
    "{many} kejadian di luar tahun {year} tidak dimuat.", "{many} events of other years than {year} are left out."
)
_Row = tuple[Row, DisasterEvent]


def _events(events: Iterable[DisasterEvent]) -> tuple[DisasterEvent, ...]:
    return checks.items(events, "events", DisasterEvent)


def _labels(labels: Iterable[Row]) -> tuple[Row, ...]:
    return checks.items(labels, "labels")


def _rejects(rejects: Iterable[tuple[Row, Text]]) -> Rejects:
    return tuple((row, checks.instance(why, "rejects", Text)) for row, why in checks.pairs(rejects, "rejects"))


def _remarks(remarks: Iterable[Text]) -> tuple[Text, ...]:
    return checks.items(remarks, "remarks", Text)


def _numbers(numbers: Iterable[str]) -> tuple[str, ...]:
    return checks.each(checks.text, numbers, "numbers")


@attrs.frozen(kw_only=True, eq=False, repr=False, slots=False)
class YearReport(Fieldwise):
    """The disasters of a year in an area, in tables like those of the report of Kotawaringin Barat.

    Args:
        events: The events; those that begin in another year are not shown, and the report says how many they are.
        year: The year.
        area: The area, as its titles name it ("Kab. Kotawaringin Barat").
        standard: The standard for the table of aid; without one there is no such table.
        days: For how many days the aid is counted; left out, from the standard's least to its most.
        numbers: The numbers of the tables of fires and of natural disasters, and of what else there is.
        labels: How the row of each event is called; left out, by its place, counted from zero.
        rejects: The rows of which no event could be made: what each is called, and why.
        remarks: What has to be known of the rows as a whole; it stands under every table.

    >>> flood = DisasterEvent(hazard="banjir", place="Desa Umpang", period="2017-02-28", families=72, people=240)
    >>> print(YearReport(events=[flood], year=2017, area="Kab. Contoh").markdown())
    **Tabel 19**
    <BLANKLINE>
    **Data Bencana Alam Kab. Contoh Tahun 2017**
    <BLANKLINE>
    | No | Lokasi | Tanggal | Rusak Berat | ... | KK/Jiwa |
    | --- | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |
    | **A** | **Bencana Banjir** |  | **-** | ... | **72/240** |
    | 1. | Desa Umpang | 28-02-2017 | - | ... | 72/240 |
    <BLANKLINE>
    Tanda "-" berarti tidak dilaporkan dan tidak menambah jumlah.
    """

    events: tuple[DisasterEvent, ...] = attrs.field(converter=_events)
    year: int = attrs.field(converter=checks.year)
    area: str
    standard: AidStandard | None = None
    days: Days | None = None
    numbers: tuple[str, ...] = attrs.field(default=("18", "19"), converter=_numbers)
    labels: tuple[Row, ...] = attrs.field(default=(), converter=_labels)
    rejects: Rejects = attrs.field(default=(), converter=_rejects)
    remarks: tuple[Text, ...] = attrs.field(default=(), converter=_remarks)

    def __attrs_post_init__(self) -> None:
        checks.settle(self, checks.text, "area")
        checks.known_instance(self.standard, "standard", AidStandard)
        checks.within(len(self.numbers), "numbers", least=2, most=2)
        if self.labels and len(self.labels) != len(self.events):
            raise InvalidValueError("not_as_many_rows", field="labels", value=len(self.labels), many=len(self.events))

    @cached_property
    def of_the_year(self) -> tuple[DisasterEvent, ...]:
        """The events that begin in the year."""
        return tuple(event for _, event in self._rows)

    @property
    def _rows(self) -> tuple[_Row, ...]:
        """The same with what their rows are called."""
        rows = zip(self.labels or range(len(self.events)), self.events, strict=True)
        return tuple((row, event) for row, event in rows if event.period.start.year == self.year)

    @property
    def elsewhen(self) -> tuple[DisasterEvent, ...]:
        """The events that begin in another year."""
        return tuple(each for each in self.events if each.period.start.year != self.year)

    @cached_property
    def aid(self) -> ReliefTotal | None:
        """What the standard grants for all of them, with what it gives no answer for; None without a standard."""
        return None if self.standard is None else aid_total(Labelled(self._rows), self.standard, self.days)

    def to_xlsx(self, target: Target, *, language: str = "id") -> None:
        """Writes the tables as a spreadsheet, each on a sheet of its own.

        Raises:
            InvalidValueError: There is nothing to write; a text that a spreadsheet cannot hold.
            MissingExtraError: openpyxl is not installed.
        """
        write_sheets(self._sheets(language), target, language=language, format="xlsx")

    def html(self, language: str = "id") -> str:
        """The tables as HTML, one after the other."""
        return "\n".join(html_of(sheet, language) for sheet in self._sheets(language))

    def markdown(self, language: str = "id") -> str:
        """The tables as Markdown, one after the other."""
        return "\n\n".join(markdown_of(sheet, language) for sheet in self._sheets(language))

    def _repr_html_(self) -> str:
        return self.html()

    def __repr__(self) -> str:
        return f"<YearReport {self.area}, {self.year}: {len(self.of_the_year)} events>"

    def _sheets(self, language: str) -> tuple[Sheet, ...]:
        """The tables that have rows; that of natural disasters where none has, so that a quiet year says so."""
        check_language(language)
        fires, natural, others = self._parted()
        first, second = (f"{_TABLE.say(language)} {number}" for number in self.numbers)
        found: list[Sheet] = []
        if fires:
            found.append(list_sheet(fires, self._form(first, (first, self._title(_FIRES, language)), language)))
        if natural or not (fires or others):
            form = self._form(second, (second, self._title(_NATURAL, language)), language)
            found.append(grouped_sheet(natural, form))
        if others:
            form = self._form(_OTHER.say(language), (self._title(_OTHERS, language),), language)
            found.append(grouped_sheet(others, form))
        if self.aid is not None and self.standard is not None:
            title = (self._title(_AID_TITLE, language, standard=self.standard.title.say(language)),)
            found.append(aid_sheet(self.aid, _AID.say(language), title, language))
        if self.elsewhen:
            said = _ELSEWHEN.say(language).format(many=len(self.elsewhen), year=self.year)
            found[-1] = attrs.evolve(found[-1], notes=(*found[-1].notes, said))
        of_all = [*(each.say(language) for each in self.remarks), *rejects_note(self.rejects, language)]
        found = [attrs.evolve(sheet, notes=(*sheet.notes, *of_all)) for sheet in found]
        return (*found, *rejects_sheet(self.rejects, language))

    def _form(self, name: str, title: tuple[str, ...], language: str) -> Form:
        return Form(name=name, title=title, standard=self.standard, language=language)

    def _title(self, title: Text, language: str, **more: str) -> str:
        return title.say(language).format(area=self.area, year=self.year, **more)

    def _parted(self) -> tuple[list[_Row], list[_Row], list[_Row]]:
        """Fires, what is natural or what the law on disaster management does not name, and what it calls otherwise."""
        parts: tuple[list[_Row], list[_Row], list[_Row]] = ([], [], [])
        for row, event in self._rows:
            if event.hazard == Hazard.FIRE:
                parts[0].append((row, event))
            else:
                parts[1 if UU_24_2007.group_of(event.hazard) in ("natural", None) else 2].append((row, event))
        return parts


def year_report(
    events: Iterable[Given] | Rows,
    standard: AidStandard | None = None,
    *,
    year: int,
    area: str,
    days: Days | None = None,
    numbers: Iterable[str] = ("18", "19"),
) -> YearReport:
    """The report of a year as that of Kotawaringin Barat has it, from a list of events.

    Fires stand one after the other with their total; other disasters by kind and district, each group under its
    subtotal; the aid that a standard grants stands under them, by kind of disaster, with the events that it gives no
    answer for. What was not reported is a dash, which adds nothing to a total, as that report reads; a loss that is not
    known is said to be so in every total that it belongs in. Where houses alone are told by degree of damage, the
    table's degrees are those of the houses, and a note says so; what is known and has no column, such as houses that
    are moderately damaged, stands in a note with its number.

    Args:
        events: The events, or what a reader made of a table, or their answers: whatever `entitle_all` takes or gives.
            Those that begin in another year are counted and not shown; rows that were rejected are listed, with why.
        standard: The standard for the table of aid.
        year: The year.
        area: The area, as the titles name it.
        days: For how many days the aid is counted; left out, from the standard's least to its most.
        numbers: The numbers of the two tables.

    Raises:
        InvalidValueError: A value of the wrong type.

    Source:
        Laporan dan Evaluasi Kinerja Dinas Sosial Kabupaten Kotawaringin Barat, Bab IV, tabel 18 dan 19.

    >>> from kesos import PEDUM_2003, datasets
    >>> of = datasets.kotawaringin_barat()
    >>> year_report([*of.fires, *of.natural_disasters], PEDUM_2003, year=2017, area="Kab. Kotawaringin Barat")
    <YearReport Kab. Kotawaringin Barat, 2017: 24 events>
    """
    rows, rejected = events_in(events)
    listed = events.rejects if isinstance(events, TableReading) else rejected  # with every fault of a row
    return YearReport(
        events=[event for _, event in rows],
        standard=standard,
        year=year,
        area=area,
        days=days,
        numbers=numbers,
        labels=[row for row, _ in rows],
        remarks=getattr(events, "remarks", ()),
        rejects=[(each.row, Text(each.reason("id"), each.reason("en"))) for each in listed],
    )
