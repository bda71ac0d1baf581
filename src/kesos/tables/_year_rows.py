"""The tables of a year's disasters as a report has them: fires in one, the others by kind and district."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from kesos._sheets._writing import Cell, Column, Sheet
from kesos.events import DisasterEvent, Locality
from kesos.events._damage import damage_counts
from kesos.hazards import Hazard
from kesos.records import Fieldwise
from kesos.relief._grounds import rows_alike
from kesos.relief._refusals import Row
from kesos.standards import AidStandard
from kesos.tables._year_damage import DASH, HEADS, Filled, added, cells_of, notes
from kesos.values import Period, Quantity, Text
from kesos.values import _locales as locales
from kesos.values._display import TOTAL
from kesos.values._districts import Spellings, district_name, names_district

_NO = Text("No", "No.")
_PLACE = Text("Lokasi", "Place")
_DATE = Text("Tanggal", "Date")
_DAMAGE = Text("Jenis dan Jumlah Kerusakan Bangunan", "Kind and number of damaged buildings")
_LOSSES = Text("Taksiran Kerugian dan Korban", "Estimated loss and victims")
_LOSS = Text("Taksiran Kerugian (Rp)", "Estimated loss (Rp)")
_STRUCK = Text("KK/Jiwa", "Families/people")
_UNKNOWN = Text("Tidak diketahui", "Not known")
_OF_GROUP = Text("Bencana {hazard} di Wilayah Kec. {district}", "{hazard} in the district of {district}")
_WITHOUT_DISTRICT = Text("Bencana {hazard}", "{hazard}")
_DASH = Text(
    'Tanda "-" berarti tidak dilaporkan dan tidak menambah jumlah.',
    'A "-" was not reported and adds nothing to a total.',
)
_ALIKE = Text("Kejadian yang sama termuat lebih dari sekali", "The same event is there more than once")
_TWICE = Text("{names} (baris {labels} pada daftar asalnya)", "{names} (rows {labels} of the list)")
_SMALL = ("dan", "di", "and", "of")


@attrs.frozen(eq=False, repr=False)
class _Struck(Fieldwise):
    """One row: an event, and the place of it where it struck several."""

    event: DisasterEvent
    counted: DisasterEvent | Locality
    at: int
    """Which of the events of the table it is."""
    label: Row
    """What its row is called where it comes from."""

    @property
    def filled(self) -> Filled:
        """What was counted there, as the table takes it."""
        return Filled.of(self.counted.counts, damage_counts(self.counted.damage))

    @property
    def district(self) -> str | None:
        """The district of the place; the event's where the place has none of its own."""
        return self.counted.place.district or self.event.place.district


def _struck(events: Iterable[tuple[Row, DisasterEvent]]) -> list[_Struck]:
    return [
        _Struck(event, counted, at, label)
        for at, (label, event) in enumerate(events)
        for counted in event.localities or (event,)
    ]


def columns(language: str) -> tuple[Column, ...]:
    """The ten columns of the tables."""
    over, losses = _DAMAGE.say(language), _LOSSES.say(language)
    return (
        Column(head=_NO.say(language)),
        Column(head=_PLACE.say(language)),
        Column(head=_DATE.say(language), holds="day"),
        *(Column(head=head.say(language), holds="number", over=over) for head in HEADS),
        Column(head=_LOSS.say(language), holds="number", over=losses),
        Column(head=_STRUCK.say(language), over=losses),
    )


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Form(Fieldwise):
    """What a table is called, and in which language it speaks.

    Args:
        name: What its tab says.
        title: What stands over it.
        standard: The standard whose counts have names of its own, if any.
        language: "id" or "en".
    """

    name: str
    title: tuple[str, ...]
    standard: AidStandard | None
    language: str


def list_sheet(events: Sequence[tuple[Row, DisasterEvent]], form: Form) -> Sheet:
    """Events one after the other with their total, as the report has fires."""
    struck = _struck(events)
    rows = [_row(f"{at}.", _where(each), each, form.language) for at, each in enumerate(struck, 1)]
    total = (None, TOTAL.say(form.language), None, *_added(struck, form.language))
    named = [(str(at), each) for at, each in enumerate(struck, 1)]
    return _sheet([*rows, total] if rows else [], {len(rows)}, named, form)


def grouped_sheet(events: Sequence[tuple[Row, DisasterEvent]], form: Form) -> Sheet:
    """Events by hazard and district, each group under its subtotal, as the report has natural disasters."""
    groups: dict[tuple[Hazard, str | None], list[_Struck]] = {}
    given = _struck(events)
    spellings = Spellings.of(each.district for each in given)
    for each in given:
        groups.setdefault((each.event.hazard, _name(each.district, spellings)), []).append(each)
    rows: list[tuple[Cell, ...]] = []
    strong: set[int] = set()
    named: list[tuple[str, _Struck]] = []
    language = form.language
    for number, ((hazard, district), struck) in enumerate(groups.items()):
        strong.add(len(rows))
        rows.append((_letter(number), _group(hazard, district, language), None, *_added(struck, language)))
        rows += [_row(f"{at}.", str(each.counted.place), each, language) for at, each in enumerate(struck, 1)]
        named += [(f"{_letter(number)}{at}", each) for at, each in enumerate(struck, 1)]
    sheet = _sheet(rows, strong, named, form)
    return attrs.evolve(sheet, notes=(*sheet.notes, *spellings.say(language)))


def _sheet(rows: list[tuple[Cell, ...]], strong: set[int], named: Sequence[tuple[str, _Struck]], form: Form) -> Sheet:
    """The form with its rows, each event under the name of its row, and what has to be said under it."""
    language = form.language
    reporters = dict.fromkeys(each.event.reported_by for _, each in named if each.event.reported_by)
    source = Text("Sumber: Laporan ", "Source: reports of ").say(language)
    dashes = any(DASH in row[3:8] for row in rows)
    return Sheet(
        name=form.name,
        title=form.title,
        columns=columns(language),
        rows=tuple(rows),
        notes=(
            *([f"{source}{'; '.join(reporters)}"] if reporters else []),
            *([_DASH.say(language)] if dashes else []),
            *_alike(named, language),
            *notes([(name, each.filled) for name, each in named], form.standard, language),
        ),
        strong=frozenset(strong),
        numbered=True,
    )


def _alike(named: Sequence[tuple[str, _Struck]], language: str) -> list[str]:
    """Which rows begin the same event, where one is there more than once."""
    first: dict[int, tuple[str, _Struck]] = {}
    for name, each in named:
        first.setdefault(each.at, (name, each))
    rows = list(first.values())
    groups = rows_alike([each.event for _, each in rows])
    said = [
        _TWICE.say(language).format(
            names=", ".join(rows[at][0] for at in group), labels=", ".join(str(rows[at][1].label) for at in group)
        )
        for group in groups
    ]
    return [f"{_ALIKE.say(language)}: {'; '.join(said)}."] if said else []


def _row(number: str, place: str, each: _Struck, language: str) -> tuple[Cell, ...]:
    counted = each.counted
    return (
        number,
        place,
        _day(each.event.period, language),
        *cells_of(each.filled.columns, language),
        _UNKNOWN.say(language) if counted.loss is None else counted.loss.amount,
        _families_and_people(counted.families, counted.people, language),
    )


def _added(struck: list[_Struck], language: str) -> tuple[Cell, ...]:
    """What the rows of a group add up to; one that was not reported adds nothing, as the report reads."""
    counted = [each.counted for each in struck]
    return (
        *cells_of(added([each.filled for each in struck]), language),
        _loss([each.loss for each in counted], language),
        _families_and_people(
            _known_sum([each.families for each in counted]), _known_sum([each.people for each in counted]), language
        ),
    )


def _known_sum(numbers: list[int | None]) -> int | None:
    known = [number for number in numbers if number is not None]
    return sum(known) if known else None


def _loss(losses: list[Quantity | None], language: str) -> Cell:
    """The losses that are known, and how many are not: what is said to be unknown is no dash."""
    known = [loss.amount for loss in losses if loss is not None]
    unknown = len(losses) - len(known)
    if not known:
        return _UNKNOWN.say(language)
    if not unknown:
        return sum(known)
    return f"{locales.number(sum(known), language)} ({unknown} {_UNKNOWN.say(language).lower()})"


def _families_and_people(families: int | None, people: int | None, language: str) -> str:
    if families is None and people is None:
        return DASH
    return "/".join(DASH if each is None else locales.number(each, language) for each in (families, people))


def _day(period: Period, language: str) -> Cell:
    return period.start if period.precision == "day" else period.say(language)


def _name(district: str | None, spellings: Spellings) -> str | None:
    """What a district is called after the word for one, which the report has before it."""
    return None if district is None else district_name(spellings.names[district])


def _where(each: _Struck) -> str:
    """A place with its district, which the report has in one cell."""
    place = str(each.counted.place)
    if each.district is None:
        return place
    is_said = names_district(place, each.district, after_word=True)
    return place if is_said else f"{place}, Kec. {district_name(each.district)}"


def _group(hazard: Hazard, district: str | None, language: str) -> str:
    words = hazard.label(language).split()
    name = " ".join(word if word in _SMALL else word[:1].upper() + word[1:] for word in words)
    text = (_WITHOUT_DISTRICT if district is None else _OF_GROUP).say(language)
    return text.format(hazard=name, district=district)


def _letter(number: int) -> str:
    """A, B, ... Z, AA, AB, ..., as spreadsheets count columns."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
