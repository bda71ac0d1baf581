"""Events out of a table: one row for each, or for each of its places where a column says which event a row is of."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Unpack, cast

import attrs

from kesos._sheets._collector import no_collector
from kesos._sheets._fields import Field
from kesos._sheets._heads import Head
from kesos._sheets._kinds import district_of, filled, is_lettered, without_ordinal
from kesos._sheets._source import Source
from kesos._sheets._vocabulary import Vocabulary
from kesos.errors import InvalidValueError, KesosError
from kesos.events import Damage, DisasterEvent, Locality
from kesos.hazards import Hazard
from kesos.relief import Refusal
from kesos.tables._columns import EVENT, by_code
from kesos.tables._counted import NOT_RECORDED, CountColumn, gather
from kesos.tables._districts import DistrictIn
from kesos.tables._joining import join_rows
from kesos.tables._plan import Plan, Values, cited
from kesos.tables._reading import Options, Reader
from kesos.tables._results import Reject, TableReading
from kesos.tables._several_sheets import of_sheets
from kesos.values import Period, Place, Text
from kesos.wording import parse_hazard

_FIELDS = by_code(EVENT)
_DAMAGE = tuple(code for code in _FIELDS if code.startswith("damage."))
_TOLD_BY_DAMAGE = {
    "building": ("damage.heavy", "damage.light"),
    "house": ("damage.houses",),
    "business": ("damage.businesses",),
    "public_facility": ("damage.public_facilities",),
}
_TRAIT = "traits."
_DISTRICT = "place.district"
_WHERE = re.compile(r"\s+(?:di|pada)\s+", re.IGNORECASE)
"""What stands between a hazard and where it struck."""
_LOOKED_AT = 200


@attrs.frozen(kw_only=True, eq=False, repr=False)
class EventReading(TableReading):
    """Events that were read from a table, with the rows that are none.

    `entitle_all` takes it as it is: the rejected rows go along, and a total names them among what it leaves out.
    """

    @property
    def events(self) -> tuple[DisasterEvent, ...]:
        """The events, in the order of their (first) rows."""
        return self.objects

    def _why_none(self, reject: Reject) -> Refusal:
        """With the district in the row, under which it is left out of totals by district."""
        head = dict(self.columns).get(_DISTRICT)
        cell = None if head is None else reject.cells.get(head)
        district = cell if isinstance(cell, str) and cell.strip() else None
        return Refusal(row=reject.row, event=None, error=reject.error, district=district)


@no_collector()
@of_sheets
def read_events(source: Source, **options: Unpack[Options]) -> EventReading:
    """Events from a spreadsheet, a CSV file or a frame as offices keep them; no row is lost.

    The head is found by its words, in Indonesian or English, over one to three rows. Typed cells are taken as what they
    are (12.0 people are 12, 20.5 are a reject, a midnight is a day, NaN is not given); texts are read as
    `kesos.wording` reads them. Groups such as "Kec. Kumai" give their rows the district; totals are added up and passed
    over, or rejected where they do not add up; notes and signatures are passed over. A row that says the same as an
    earlier one is a reject. Several rows are one event only where a column ("No. kejadian") says so. Where no head is
    for the hazard, a column whose cells name hazards is it. Where no column is of the district, the cell of the place
    gives it, if it says which it is ("Desa Sabuai, Kec. Kumai", or "Sabuai/Kumai" under "Desa/Kecamatan").

    Args:
        source: A path, a file object, or a frame that narwhals knows (pandas, polars, pyarrow, duckdb ...).
        options: As `Options` has them.

    Raises:
        TableError: The file cannot be read, no head is found in it, or no column for the hazard, the day or
            the place.
        InvalidValueError: An argument is wrong.
        MissingExtraError: A workbook is given, and what reads it is not installed.

    >>> import io
    >>> rows = "Lokasi,Jenis,Tanggal,Jiwa\\nDesa Umpang,Banjir,28-02-2017,240\\nDesa X,Bnajir,,2\\n"
    >>> read = read_events(io.StringIO(rows))
    >>> read
    <EventReading: 1 read, 1 reject, 0 passed over>
    >>> print(read.events[0], "|", read.rejects[0].row, read.rejects[0].column)
    Banjir, Desa Umpang, 28 Februari 2017: jumlah KK belum diketahui, 240 jiwa | 3 Jenis
    """
    reader = Reader(source, EVENT, "events", "read_events", **options)
    reader.add_columns(_field_of)
    if "hazard.code" in reader.head.columns:  # hazards that somebody brought along go by words that nobody else knows
        reader.fields["hazard"] = attrs.evolve(reader.fields["hazard"], kind="text")
    given, rows = reader.same, reader.grid.rows
    if "hazard" not in reader.head.columns and "hazard" not in given:
        reader.head = _with_hazards(reader.head, rows, reader.vocabulary)
    said = "hazard" in reader.head.columns or "hazard" in given or _in_groups(reader.head, rows)
    if "place" not in reader.head.columns and "place" not in given:
        reader.head = _of_districts(reader.head, reader.vocabulary)
    reader.check_columns(*(() if said else ("hazard",)), "period", "place")
    maker = _Maker(reader.head, given)
    plan = Plan(
        fields=tuple(reader.fields.values()),
        name="place",
        needed=("hazard", "place", "period"),
        make=maker.made,
        group=_of_group,
        doubled=maker.grouped,
        grouping=("number", _DISTRICT, "locality.district"),
    )
    body = reader.body(plan)
    return reader.result(
        EventReading, body, join_rows(body, "number", maker.event_of, _beside_reject) if maker.grouped else body.entries
    )


def _field_of(over: str) -> Field | None:
    """The field of a column that only kesos writes: a count by its code, a class that an event is of."""
    if CountColumn.read(over) is not None:
        return Field(over, "count", Text(over, over))
    if over.startswith(_TRAIT):
        return Field(over, "text", Text(over, over))
    return None


def _of_group(words: str) -> Values:
    """What the words of a group say of its rows: "Banjir di Wilayah Kec. Kumai" gives a hazard and a district."""
    named = without_ordinal(words)
    district = district_of(named)
    hazard = Hazard.meaning(_WHERE.split(named, maxsplit=1)[0])
    said: Values = {} if district is None else {"place.district": district}
    return said if hazard is None else {**said, "hazard": hazard}


def _with_hazards(head: Head, rows: Sequence[Sequence[object]], vocabulary: Vocabulary) -> Head:
    """The head with the one column in which most cells name a hazard, such as "Ket"; as it is where there is none."""
    used = set(head.columns.values())
    names: dict[int, int] = {}
    filled_in: dict[int, int] = {}
    for row in rows[head.last + 1 : head.last + 1 + _LOOKED_AT]:
        for at, cell in filled(row).items():
            if at not in used and isinstance(cell, str):
                filled_in[at] = filled_in.get(at, 0) + 1
                names[at] = names.get(at, 0) + (Hazard.meaning(cell) is not None)
    found = [at for at, many in names.items() if 2 * many > filled_in[at]]
    if len(found) != 1 or "hazard" in vocabulary.said:
        return head
    return attrs.evolve(head, columns={**head.columns, "hazard": found[0]})


def _of_districts(head: Head, vocabulary: Vocabulary) -> Head:
    """The head with the district as the place too, where no column says closer where a disaster struck."""
    at = head.columns.get(_DISTRICT)
    if at is None or "place" in vocabulary.said:
        return head
    return attrs.evolve(head, columns={**head.columns, "place": at})


def _in_groups(head: Head, rows: Sequence[Sequence[object]]) -> bool:
    """Whether rows under the head stand in groups that a hazard is the name of."""
    for row in rows[head.last + 1 :]:
        cells = filled(row)
        heads = len(cells) <= 2 or (head.ordinal is not None and is_lettered(cells.get(head.ordinal)))
        if heads and any(isinstance(cell, str) and "hazard" in _of_group(cell) for cell in cells.values()):
            return True
    return False


class _Maker:
    """Makes an event, or one place of it, from the values of a row."""

    def __init__(self, head: Head, same: Values) -> None:
        codes = dict.fromkeys([*head.columns, *same])
        self.grouped = "number" in head.columns
        """Whether a column says which event a row is of."""
        self._damage = [code for code in _DAMAGE if code in codes]
        counts = [(code, CountColumn.read(code)) for code in codes]
        self._counts = [(column, code) for code, column in counts if column is not None]
        self._plain = all(not (each.classes or each.unit or each.end) for each, _ in self._counts)
        self._degrees = self._beside_others(codes)
        self._traits = [code for code in codes if code.startswith(_TRAIT)]
        rare = {"hazard.code", "period.end", "reported_by", *self._traits}
        self._rare = not rare.isdisjoint(codes) or any("source" in code for code in codes)
        self._pair = "families_and_people" in codes
        place = head.columns.get("place")
        self._district_in = DistrictIn(head.over(place)) if place is not None and _DISTRICT not in codes else None
        """Reads the district in the cell of the place, where no column is of it."""
        self._places: dict[object, Place] = {}
        self._damages: dict[object, Damage] = {}

    def _beside_others(self, codes: Iterable[str]) -> list[tuple[CountColumn, str]]:
        """The columns of damage that tell buildings by degree beside columns of other degrees, which are one count.

        A degree that is not filled in leaves the whole unknown; told apart, what is filled in would pass for it.
        """
        classes = {code for code in codes if code.startswith("counts.building[")}
        named = {f"damage.{part}": f"counts.building[{part}]" for part in ("heavy", "light")}
        return [
            (CountColumn(code="building", classes=(("", code.partition(".")[2]),)), code)
            for code in self._damage
            if classes and code in named and named[code] not in classes
        ]

    @property
    def made(self) -> Callable[[Values], Any]:
        """What a row becomes: an event, or its values where several rows may be one."""
        return self._row if self.grouped else self._event

    def _row(self, values: Values) -> Values:
        self._event(values)  # each row could be an event by itself; what is wrong with it is found here
        return values

    def event_of(self, rows: Sequence[Values]) -> DisasterEvent:
        """The event that several rows tell: of one place, or of as many as there are rows with a place of their own.

        Raises:
            InvalidValueError: Two rows differ in what is of the whole event, or only one of them is of a place in it.
        """
        first, *others = rows
        if not others and first.get("locality") is None:
            return self._event(first)
        whole = self._whole(first)
        for values in others:
            for field, value in self._whole(values).items():
                if value != whole[field]:
                    raise InvalidValueError("rows_of_event_differ", field=field, value=value, other=whole[field])
        return DisasterEvent(**whole, localities=[self._locality(values) for values in rows])

    def _whole(self, values: Values) -> dict[str, Any]:
        return {
            "hazard": self._hazard(values),
            "place": self._place(values),
            "period": _period(values),
            "reported_by": values.get("reported_by"),
            "source": cited(values, "source"),
            "traits": self._traits_of(values),
        }

    def _traits_of(self, values: Values) -> dict[str, str]:
        return {code.removeprefix(_TRAIT): name for code in self._traits if (name := values.get(code)) is not None}

    def _locality(self, values: Values) -> Locality:
        if values.get("locality") is None:
            raise InvalidValueError("no_locality", field="locality")
        return Locality(**self.struck(values, "locality"), source=cited(values, "locality.source"))

    def _event(self, values: Values) -> DisasterEvent:
        if self._rare:
            return DisasterEvent(
                hazard=self._hazard(values),
                period=_period(values),
                reported_by=values.get("reported_by"),
                source=cited(values, "source"),
                traits=self._traits_of(values),
                **self.struck(values),
            )
        get = values.get
        families, people = get("families"), get("people")
        pair = get("families_and_people") if self._pair else None
        return DisasterEvent(
            hazard=values["hazard"],
            place=self._place(values),
            period=values["period"],
            families=families if pair is None else pair.families,
            people=people if pair is None else pair.people,
            damage=self._damage_of(values),
            loss=get("loss"),
            counts=self._counted(values) if self._counts else None,
        )

    def struck(self, values: Values, of: str = "place") -> dict[str, Any]:
        """The place, whom it struck and what it damaged."""
        pair = values.get("families_and_people")
        return {
            "place": self._place(values, of),
            "families": values.get("families") if pair is None else pair.families,
            "people": values.get("people") if pair is None else pair.people,
            "damage": self._damage_of(values),
            "loss": values.get("loss"),
            "counts": self._counted(values) if self._counts else None,
        }

    def _place(self, values: Values, of: str = "place") -> Place:
        text, district, code = values[of], values.get(f"{of}.district"), values.get(f"{of}.code")
        key = (of, text, district, code)
        place = self._places.get(key)
        if place is None:
            within = None if self._district_in is None or of != "place" else self._district_in(text)
            place = self._places[key] = Place(text, district=within or district, code=code)
        return place

    def _damage_of(self, values: Values) -> Damage | None:
        """The damage of a row; None where none of it is told, so that the event is one to which none was given."""
        found = tuple([values.get(code) for code in self._damage])
        damage = self._damages.get(found)
        if damage is None and any(value is not None for value in found):
            fields = [code.partition(".")[2] for code in self._damage]
            damage = self._damages[found] = Damage(**dict(zip(fields, found, strict=True)))
        return damage

    def _counted(self, values: Values) -> dict[str, Any]:
        """The counts of a row by their codes; one that the row does not tell is no other than what its damage tells."""
        if self._plain:
            told = {column.code: values.get(code) for column, code in self._counts}
        else:
            told = gather(
                (column, values.get(code))
                for column, code in (*self._counts, *self._degrees)
                if values.get(code) is not NOT_RECORDED
            )
        for code, fields in _TOLD_BY_DAMAGE.items():
            if code in told and told[code] is None and any(values.get(field) is not None for field in fields):
                del told[code]
        return told

    def _hazard(self, values: Values) -> Hazard:
        code, word = values.get("hazard.code"), values["hazard"]
        if code is None or Hazard.is_known(code):
            return parse_hazard(word) if isinstance(word, str) else cast("Hazard", word)
        names = [values.get(f"hazard.name.{language}") or word for language in ("id", "en")]
        return Hazard(code, Text(names[0], names[1]))


def _period(values: Values) -> Period:
    start, end = values["period"], values.get("period.end")
    if end is None:
        return cast("Period", start)
    if start.precision != "day" or start.days != 1:
        raise InvalidValueError("two_ends", field="period.end", value=end)
    return Period.between(start.start, end)


def _beside_reject(row: object) -> KesosError:
    return InvalidValueError("row_of_event_rejected", row=row)
