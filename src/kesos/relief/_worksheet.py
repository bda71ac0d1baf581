"""Selective aid: a worksheet of who could be put forward for clothing and kitchen packages, and what is not known.

The standard gives both packages "selectively", and gives clothing first to victims who are *tidak mampu dan sangat
membutuhkan*, kitchen goods first to those who are *tidak mampu memenuhi dan melakukan kegiatan pemenuhan makanan secara
mandiri*. People decide who that is. The worksheet recommends nothing and selects nobody: it lays out what is known, in
an order that the caller chooses, and counts only those whom the caller marks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, Literal, cast, get_args

import attrs

from kesos.errors import REDACTED, FaultsError, InvalidValueError, KesosError, show_value
from kesos.people import Household, say_field
from kesos.relief._selective_items import ITEMS, SelectiveItem, known_item, suits
from kesos.values import Reading, Text
from kesos.values import _checks as checks
from kesos.values import _locales as locales
from kesos.values._periods import plain_date

Order = Literal["as_given", "heaviest_damage_first", "largest_first", "poorest_first", "smallest_first"]
ORDERS: tuple[Order, ...] = get_args(Order)

_NEEDS = {
    "clothing": Text("tidak mampu dan sangat membutuhkan sandang", "cannot clothe itself and is in great need"),
    "kitchen": Text(
        "tidak mampu memenuhi dan menyiapkan makanan sendiri", "can neither provide nor prepare its own meals"
    ),
}
_JUDGED = {
    True: Text("dinilai petugas: ya", "judged so by an officer"),
    False: Text("dinilai petugas: tidak", "judged not so by an officer"),
    None: Text("belum dinilai petugas", "not yet judged by an officer"),
}


@attrs.frozen(kw_only=True)
class Candidate:
    """Somebody whom an item could go to.

    Args:
        item: The item's code.
        reference: The household, or a member of it as "f1/2".
        suits: True where the item's own words name such a person; None where they leave it open or too little is known.
        missing: What is not known, where that is why; "adult_from" is the caller's own reading.
    """

    item: str
    reference: str
    suits: bool | None
    missing: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class WorksheetRow:
    """A household on the worksheet: what speaks for it and what is not known. No name and no birth date.

    Args:
        reference: The household.
        members: Its members, as far as they are known: "f1/1", "f1/2" or their own references.
        clothing: Whether an officer judged it to be in need of clothing; None where nobody did.
        kitchen: Likewise for kitchen goods.
        facts: What is known that a committee may weigh.
        candidates: Whom in it each item could go to.
        not_known: The fields of the household that are not known and that the sheet would show.
    """

    reference: str
    members: tuple[str, ...]
    clothing: bool | None
    kitchen: bool | None
    facts: tuple[Text, ...]
    candidates: tuple[Candidate, ...]
    not_known: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Worksheet:
    """Who could be put forward for the selective packages. It recommends nothing and selects nobody.

    Args:
        on: The day that ages are taken on.
        order: The order that the caller chose: a criterion's name, or "key" for a function of their own.
        rows: The households in that order.
        readings: How words of the items are read, the caller's own reading of "dewasa" and "anak" included.
    """

    on: date
    order: str
    rows: tuple[WorksheetRow, ...]
    readings: tuple[Reading, ...]

    @property
    def references(self) -> tuple[str, ...]:
        """The households in their order."""
        return tuple(row.reference for row in self.rows)

    def candidates(self, item: str) -> tuple[Candidate, ...]:
        """Whom an item could go to, in the order of the sheet; left out are those whom its own words exclude.

        Raises:
            UnknownItemError: No selective item has this code.
        """
        code = known_item(item, "item").code
        return tuple(one for row in self.rows for one in row.candidates if one.item == code)

    def recipients(self, chosen: Mapping[str, Iterable[str]]) -> dict[str, int]:
        """How many of each item go to those whom the caller marked: what `entitle` takes as `recipients`.

        Args:
            chosen: For each item's code the references of those who get one: households ("f1") or members ("f1/2"). The
                standard does not say whether an item is for a person or a family, so either may be marked, but not a
                household and its member for the same item.

        Raises:
            FaultsError: Every mark that cannot be, all at once: an unknown item or reference, a reference marked
                twice, a person whom the item's own words exclude, a household marked beside its member.
        """
        faults: list[KesosError] = []
        counts: dict[str, int] = {}
        for item, marks in _mapping(chosen).items():
            try:
                code = known_item(item, "chosen").code
                listed = _listed(marks, f"chosen[{code!r}]")
            except KesosError as error:
                faults.append(error)
            else:
                faults.extend(self._faults(code, listed))
                counts[code] = len(listed)
        if faults:
            raise FaultsError(
                Text("ada tanda pilihan yang tidak bisa dipakai", "some of the marks cannot be"), faults=tuple(faults)
            )
        return counts

    def _faults(self, item: str, marks: tuple[object, ...]) -> list[KesosError]:
        household_of = {name: row.reference for row in self.rows for name in (row.reference, *row.members)}
        fitting = {one.reference for one in self.candidates(item)}
        faults: list[KesosError] = []
        seen: set[object] = set()
        for number, mark in enumerate(marks):
            code = None
            if not isinstance(mark, str) or mark not in household_of:
                code = "unknown_reference"
            elif mark in seen:
                code = "marked_twice"
            elif household_of[mark] in seen or any(household_of[one] == mark for one in seen if isinstance(one, str)):
                code = "household_and_member"
            elif mark not in fitting:
                code = "does_not_suit"
            if code is None:
                seen.add(mark)
            else:
                faults.append(_bad_mark(mark, f"chosen[{item!r}][{number}]", code, household_of))
        return faults

    def explain(self, language: str = "id") -> str:
        """The whole sheet in words: each household, whom the items' words name in it, and what is not known."""
        day = locales.day(self.on, language)
        lines = [f"{_TITLE.say(language)}, {day} ({_ORDER.say(language)}: {self.order})"]
        for number, row in enumerate(self.rows, start=1):
            lines.append(f"{number}. {row.reference}")
            for name, need in _NEEDS.items():
                lines.append(f"   - {need.say(language)}: {_JUDGED[getattr(row, name)].say(language)}")
            lines += [f"   - {fact.say(language)}" for fact in row.facts]
            lines += [f"   - {line}" for line in _suiting(row, language)]
            lines += [f"   - {_NOT_KNOWN.say(language)}: {say_field(field, language)}" for field in row.not_known]
        lines.append(f"{_OPEN.say(language)}: {', '.join(item.words for item in ITEMS if item.is_open)}.")
        lines += [reading.say(language) for reading in self.readings]
        sources = dict.fromkeys(attrs.evolve(item.citation, locator=f"huruf {item.letter}") for item in ITEMS)
        lines += [f"{_SOURCE.say(language)}: {source.say(language)}" for source in sources]
        lines.append(_CLOSING.say(language))
        return "\n".join(lines)

    def __str__(self) -> str:
        return self.explain("id")


_TITLE = Text(
    "Lembar kerja bantuan selektif (sandang dan alat dapur)", "Worksheet for selective aid (clothing, kitchen)"
)
_ORDER = Text("urutan pilihan pemakai", "in the caller's order")
_NOT_KNOWN = Text("belum diketahui", "not known")
_OPEN = Text("Nama barangnya tidak menyebut untuk siapa", "The words do not say for whom")
_SOURCE = Text("Sumber", "Source")
_CLOSING = Text(
    "Lembar ini tidak mengusulkan dan tidak memilih siapa pun: yang memutuskan adalah petugas.",
    "This sheet recommends nothing and selects nobody: officers decide.",
)
_PROBLEMS = {
    "unknown_reference": Text("tidak ada di lembar kerja", "is not on the sheet"),
    "marked_twice": Text("sudah ditandai untuk barang ini", "was marked before for this item"),
    "household_and_member": Text(
        "ditandai bersama rumah tangga atau anggotanya sendiri", "is marked beside its own household or member"
    ),
    "does_not_suit": Text(
        "tidak disebut oleh nama barang ini; tandai anggota yang cocok",
        "is not named by this item's words; mark a member whom they name",
    ),
}


def worksheet(
    households: Iterable[Household],
    *,
    on: date | str,
    order: Order | Callable[[Household], Any] = "as_given",
    adult_from: int | None = None,
) -> Worksheet:
    """Lay out affected households for those who decide on clothing and kitchen packages.

    Args:
        households: The households that a disaster struck; each needs a reference.
        on: The day that ages are taken on.
        order: A criterion's name, or your own key function for sorting; equals keep the order they came in. What is
            not known comes after what is.
        adult_from: The age from which you count somebody as an adult (dewasa), in completed years. The standard
            gives none, so without it adult's and children's clothes stay open.

    Raises:
        InvalidValueError: A household without a reference, a reference used twice, an unknown order.

    Source:
        Pedum 03/BJ-SBSKBA/2003, letters c and d, as quoted in the report of Kotawaringin Barat.

    >>> from kesos.people import Beneficiary
    >>> boy = Beneficiary(sex="male", age=8, schooling="primary")
    >>> sheet = worksheet([Household(reference="f1", members=[boy])], on="2017-03-01")
    >>> [(one.reference, one.suits) for one in sheet.candidates("boys_school_uniform")]
    [('f1/1', True)]
    >>> sheet.recipients({"sarong": ["f1"], "boys_school_uniform": ["f1/1"]})
    {'sarong': 1, 'boys_school_uniform': 1}
    """
    day = plain_date(on, "on")
    limit = None if adult_from is None else checks.count(adult_from, "adult_from")
    listed = _households(households)
    if callable(order):
        key, order_name = order, "key"
    else:
        order_name = checks.choice(order, "order", ORDERS)
        key = _KEYS[order_name]
    readings = [item.reading for item in ITEMS if item.reading is not None]
    if limit is not None:
        readings.append(_grown_up(limit))
    return Worksheet(
        on=day,
        order=order_name,
        rows=tuple(_row(household, day, limit) for household in sorted(listed, key=key)),
        readings=tuple(readings),
    )


def _grown_up(limit: int) -> Reading:
    return Reading(
        word="dewasa / anak",
        read_as=f">= {limit} / < {limit}",
        reason=Text(
            f"standar tidak menyebut umur; pemakai menetapkan dewasa sejak {limit} tahun",
            f"the standard names no age; the caller counts people as adults from {limit} years",
        ),
    )


def _known_last(value: int | None) -> tuple[bool, int]:
    return (value is None, value or 0)


def _poverty(household: Household) -> int | None:
    if household.is_very_poor:
        return 0
    if household.is_poor is None:
        return None
    return 1 if household.is_poor else 2


def _damage(household: Household) -> int | None:
    return None if household.damage is None else ("heavy", "light", "none").index(household.damage)


def _as_given(household: Household) -> tuple[bool, int]:
    return (False, 0)


def _by_damage(household: Household) -> tuple[bool, int]:
    return _known_last(_damage(household))


def _by_poverty(household: Household) -> tuple[bool, int]:
    return _known_last(_poverty(household))


def _smallest(household: Household) -> tuple[bool, int]:
    return _known_last(household.size)


def _largest(household: Household) -> tuple[bool, int]:
    return _known_last(None if household.size is None else -household.size)


_KEYS: dict[str, Callable[[Household], Any]] = {
    "as_given": _as_given,
    "heaviest_damage_first": _by_damage,
    "largest_first": _largest,
    "poorest_first": _by_poverty,
    "smallest_first": _smallest,
}


def _households(households: Iterable[Household]) -> tuple[Household, ...]:
    listed = _listed(households, "households")
    taken: set[str] = set()
    for number, household in enumerate(listed):
        if not isinstance(household, Household):
            raise _wrong_kind(household, f"households[{number}]")
        if household.reference is None:
            raise InvalidValueError(
                Text("rumah tangga ini tanpa acuan", "this household has no reference"),
                field=f"households[{number}].reference",
                value=None,
                code="no_reference",
                hint=Text("Beri reference, misalnya nomor urut.", "Give it a reference, such as a number."),
            )
        for name in (household.reference, *_member_names(household)):
            if name in taken:
                raise InvalidValueError(
                    Text(f"acuan {name!r} dipakai dua kali", f"the reference {name!r} is used twice"),
                    field=f"households[{number}].reference",
                    value=name,
                    code="reference_used_twice",
                )
            taken.add(name)
    return cast("tuple[Household, ...]", listed)


def _member_names(household: Household) -> tuple[str, ...]:
    return tuple(
        member.reference or f"{household.reference}/{number}"
        for number, member in enumerate(household.members or (), start=1)
    )


def _row(household: Household, on: date, limit: int | None) -> WorksheetRow:
    candidates = tuple(one for item in ITEMS for one in _candidates(item, household, on, limit))
    not_known = [
        field
        for field, value in (
            ("clothing_need", household.clothing_need),
            ("kitchen_need", household.kitchen_need),
            ("damage", household.damage),
            ("poor", household.is_poor),
            ("income_lost", household.income_lost),
            ("members", household.size),
        )
        if value is None
    ]
    not_known += [field for one in candidates for field in one.missing if field != "adult_from"]
    return WorksheetRow(
        reference=household.reference or "",
        members=_member_names(household),
        clothing=household.clothing_need,
        kitchen=household.kitchen_need,
        facts=tuple(_facts(household)),
        candidates=candidates,
        not_known=tuple(dict.fromkeys(not_known)),
    )


def _facts(household: Household) -> list[Text]:
    """What is known of the household that a committee may weigh; none of it decides anything here."""
    facts: list[Text] = []
    if household.damage is not None:
        facts.append(_DAMAGE[household.damage])
    if household.is_very_poor:
        facts.append(Text("sangat miskin", "very poor"))
    elif household.is_poor is not None:
        facts.append(Text("miskin", "poor") if household.is_poor else Text("tidak miskin", "not poor"))
    if household.income_lost:
        facts.append(Text("pendapatan turun sementara", "income has fallen for a time"))
    if household.size is not None:
        facts.append(Text(f"{household.size} orang", f"people: {household.size}"))
    return facts


_DAMAGE = {
    "heavy": Text("rumah rusak berat", "house heavily damaged"),
    "light": Text("rumah rusak ringan", "house lightly damaged"),
    "none": Text("rumah tidak rusak", "house not damaged"),
}


def _candidates(item: SelectiveItem, household: Household, on: date, limit: int | None) -> list[Candidate]:
    whole = Candidate(item=item.code, reference=household.reference or "", suits=None)
    names = _member_names(household)
    if item.is_open:
        return [whole, *(Candidate(item=item.code, reference=name, suits=None) for name in names)]
    found: list[Candidate] = []
    for number, (name, member) in enumerate(zip(names, household.members or (), strict=True)):
        try:
            truth = suits(item, member, on, limit)
        except InvalidValueError as error:
            raise error.at(f"{household.reference}: members[{number}]") from None
        if truth.holds is not False:
            missing = (field if field == "adult_from" else f"members[{number}].{field}" for field in truth.missing)
            found.append(Candidate(item=item.code, reference=name, suits=truth.holds, missing=tuple(missing)))
    if household.size is None:  # somebody may be there whom we do not know of
        found.append(attrs.evolve(whole, missing=("members",)))
    return found


def _suiting(row: WorksheetRow, language: str) -> list[str]:
    lines: list[str] = []
    for item in ITEMS:
        named = [one.reference for one in row.candidates if one.item == item.code and one.suits]
        if named:
            lines.append(f"{item.words}: {', '.join(named)}")
    return lines


def _mapping(chosen: object) -> Mapping[object, object]:
    if not isinstance(chosen, Mapping):
        raise _wrong_kind(chosen, "chosen")
    return cast("Mapping[object, object]", chosen)


def _listed(values: object, field: str) -> tuple[object, ...]:
    """The values of a list; a single text is not one, since its letters are not what is meant."""
    if isinstance(values, str) or not isinstance(values, Iterable):
        raise _wrong_kind(values, field)
    return tuple(cast("Iterable[object]", values))


def _wrong_kind(value: object, field: str) -> InvalidValueError:
    kind = type(value).__name__
    return InvalidValueError(
        Text(f"{kind} tidak cocok di sini", f"{kind} does not belong here"),
        field=field,
        value=REDACTED,
        code="wrong_type",
        hint=Text("Berikan daftar.", "Give a list."),
    )


def _bad_mark(mark: object, field: str, code: str, known_references: Iterable[str]) -> InvalidValueError:
    problem = _PROBLEMS[code]
    return InvalidValueError(
        Text(f"{show_value(mark)} {problem.id}", f"{show_value(mark)} {problem.en}"),
        field=field,
        value=mark,
        code=code,
        hint=checks.did_you_mean(mark, known_references) if code == "unknown_reference" else None,
    )
