"""Selective aid: a worksheet of who could be put forward, and what is not known of them.

A standard gives some packages "selectively", first to victims who have a need: Pedum 2003 clothing to those who are
*tidak mampu dan sangat membutuhkan*. People decide who that is. The worksheet recommends nothing and selects nobody: it
lays out what is known, in an order that the caller chooses, and counts only those whom the caller marks.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

import attrs

from kesos import _checks as checks
from kesos.errors import FaultsError, InvalidValueError, KesosError, UnknownItemError
from kesos.people import Household
from kesos.people._field_words import say_field
from kesos.records import check_fields
from kesos.relief._candidates import Candidate, WorksheetRow, member_names, row_of, suiting
from kesos.relief._marks import faults_of
from kesos.relief._orders import Key, Order, check_order, key_of, say_order
from kesos.relief._selective_items import about, known_item, sources_of, words_of
from kesos.standards import AidStandard, Package
from kesos.values import Reading, TableView, Text
from kesos.values import _locales as locales
from kesos.values._days import plain_date
from kesos.values._texts import check_language
from kesos.words import REDACTED

_JUDGED = {
    True: Text("ya, menurut penilaian petugas", "judged so by an officer"),
    False: Text("tidak, menurut penilaian petugas", "judged not so by an officer"),
    None: Text("belum dinilai petugas", "not yet judged by an officer"),
}


@attrs.frozen(kw_only=True)
class Worksheet:
    """Who could be put forward for the selective packages. It recommends nothing and selects nobody.

    Args:
        standard: The standard that gives them.
        on: The day that ages are taken on.
        order: The order that the caller chose: a criterion's name, or "key" for a function of their own.
        rows: The households in that order.
        readings: How words of the items are read, the caller's own reading of "dewasa" and "anak" included.
    """

    standard: AidStandard
    on: date
    order: str
    rows: tuple[WorksheetRow, ...]
    readings: tuple[Reading, ...]

    def __attrs_post_init__(self) -> None:
        check_fields(self)
        check_order(self.order)

    @property
    def references(self) -> tuple[str, ...]:
        """The households in their order."""
        return tuple(row.reference for row in self.rows)

    def candidates(self, item: str) -> tuple[Candidate, ...]:
        """Whom an item could go to, in the order of the sheet; left out are those whom its own words exclude.

        Raises:
            UnknownItemError: No selective item has this code.
        """
        code = known_item(self.standard, item, "item").code
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
        if not isinstance(chosen, Mapping):
            raise InvalidValueError("wrong_type.marks", field="chosen", value=REDACTED)
        faults: list[KesosError] = []
        counts: dict[str, int] = {}
        household_of = {name: row.reference for row in self.rows for name in (row.reference, *row.members)}
        for item, marks in chosen.items():
            try:
                code = _selective(self.standard, item)
                listed = _listed(marks, f"chosen[{code!r}]")
            except KesosError as error:
                faults.append(error)
            else:
                fitting = {one.reference for one in self.candidates(code)}
                faults += faults_of(code, listed, household_of, fitting)
                counts[code] = len(listed)
        if faults:
            raise FaultsError("faults.marks", faults=tuple(faults))
        return counts

    def explain(self, language: str = "id") -> str:
        """The whole sheet in words: each household, whom the items' words name in it, and what is not known."""
        title, order, *closing = self._around(language)
        lines = [title, order]
        for number, row in enumerate(self.rows, start=1):
            lines.append(f"{number}. {row.reference}")
            lines += [f"   - {line}" for line in self._known(row, language)]
            lines += [f"   - {_NOT_KNOWN.say(language)}: {say_field(field, language)}" for field in row.not_known]
        return "\n".join([*lines, *closing])

    def table(self, language: str = "id") -> TableView:
        """A row a household: what is known of it, and what is not."""
        check_language(language)
        title, *notes = self._around(language)
        return TableView(
            caption=title,
            header=tuple(word.say(language) for word in (_REFERENCE, _IS_KNOWN, _IS_NOT_KNOWN)),
            rows=[
                (
                    row.reference,
                    "; ".join(self._known(row, language)),
                    "; ".join(say_field(field, language) for field in row.not_known),
                )
                for row in self.rows
            ],
            notes=notes,
        )

    def _repr_html_(self) -> str:
        return self.table().html()

    def _known(self, row: WorksheetRow, language: str) -> list[str]:
        judged = dict(row.judged)
        needs = [
            f"{package.judged.need.say(language)}: {_JUDGED[judged[package.code]].say(language)}"
            for package in self._packages()
            if package.judged is not None and package.judged.field not in row.not_known  # which is said there
        ]
        return [
            *needs,
            *(fact.say(language) for fact in row.facts),
            *suiting(row, self.standard.selective, language),
        ]

    def _packages(self) -> list[Package]:
        return [package for package in self.standard.packages if package.selective]

    def _around(self, language: str) -> list[str]:
        """What stands over the sheet and under it: its title and its order first."""
        packages, items = self._packages(), self.standard.selective
        unsaid = [words_of(item, language) for item in items if item.suits is None or item.suits.is_open]
        return [
            f"{_TITLE.say(language)} ({about(packages, language)}), {locales.day(self.on, language)}",
            f"{_ORDER.say(language)}: {say_order(self.order, language)}",
            *([f"{_OPEN.say(language)}: {', '.join(unsaid)}."] if unsaid else []),
            *(reading.say(language) for reading in self.readings),
            *(f"{_SOURCE.say(language)}: {source.say(language)}" for source in sources_of(packages)),
            _CLOSING.say(language),
        ]

    def __str__(self) -> str:
        return self.explain("id")


_TITLE = Text("Lembar kerja bantuan selektif", "Worksheet for selective aid")
_REFERENCE = Text("Kode", "Reference")
_IS_KNOWN = Text("Yang diketahui", "Known")
_IS_NOT_KNOWN = Text("Belum diketahui", "Not known")
_ORDER = Text("Urutan", "Order")
_NOT_KNOWN = Text("belum diketahui", "not known")
_OPEN = Text("Barang yang namanya tidak menyebut untuk siapa", "The words do not say for whom")
_SOURCE = Text("Sumber", "Source")
_CLOSING = Text(
    "Lembar kerja ini tidak mengusulkan dan tidak memilih siapa pun; keputusan ada pada petugas.",
    "This sheet recommends nothing and selects nobody: officers decide.",
)


def worksheet(
    households: Iterable[Household],
    standard: AidStandard | None = None,
    *,
    on: date | str,
    order: Order | Key = "as_given",
    adult_from: int | None = None,
) -> Worksheet:
    """Lay out affected households for those who decide who gets what a standard gives selectively.

    Args:
        households: The households that a disaster struck; each needs a reference.
        standard: The standard; left out, Pedum 2003.
        on: The day that ages are taken on.
        order: A criterion's name, or your own key function for sorting; equals keep the order they came in. What is
            not known comes after what is.
        adult_from: The age from which you count somebody as an adult (dewasa), in completed years. Standards give
            none, so without it what is for adults or for children stays open.

    Raises:
        InvalidValueError: A household without a reference, a reference used twice, an unknown order, a standard that
            gives nothing to chosen recipients.

    Source:
        For Pedum 03/BJ-SBSKBA/2003, letters c and d, as quoted in the report of Kotawaringin Barat.

    >>> from kesos.people import Beneficiary
    >>> boy = Beneficiary(sex="male", age=8, schooling="primary")
    >>> sheet = worksheet([Household(reference="f1", members=[boy])], on="2017-03-01")
    >>> [(one.reference, one.suits) for one in sheet.candidates("boys_school_uniform")]
    [('f1/1', True)]
    >>> sheet.recipients({"sarong": ["f1"], "boys_school_uniform": ["f1/1"]})
    {'sarong': 1, 'boys_school_uniform': 1}
    """
    law = _selective_standard(standard)
    day = plain_date(on, "on")
    limit = None if adult_from is None else checks.count(adult_from, "adult_from")
    listed = _households(households)
    order_name, key = key_of(order)
    named = [item.suits for item in law.selective if item.suits is not None]
    readings = list(dict.fromkeys(reading for whom in named for reading in whom.readings))
    if limit is not None and any(whom.grown is not None for whom in named):
        readings.append(_grown_up(limit))
    return Worksheet(
        standard=law,
        on=day,
        order=order_name,
        rows=tuple(row_of(_on_the_day(household, day), law, day, limit) for household in sorted(listed, key=key)),
        readings=tuple(readings),
    )


def _selective_standard(standard: AidStandard | None) -> AidStandard:
    if standard is None:
        from kesos.standards import PEDUM_2003

        return PEDUM_2003
    checks.instance(standard, "standard", AidStandard)
    if not standard.selective:
        raise InvalidValueError("nothing_selective", field="standard", value=standard.code)
    return standard


def _on_the_day(household: Household, day: date) -> Household:
    try:
        return household.without_identity(day)
    except KesosError as error:
        refused = error.at("")
        refused.field = f"{household.reference}: {error.field}"
        raise refused from None


def _grown_up(limit: int) -> Reading:
    return Reading(
        word="dewasa / anak",
        read_as=f"{limit} tahun ke atas / di bawah {limit} tahun",
        reason=Text(
            f"standar tidak menyebut umur; pemakai menetapkan dewasa sejak {limit} tahun",
            f"the standard names no age; the caller counts people as adults from {limit} years",
        ),
    )


def _households(households: Iterable[Household]) -> tuple[Household, ...]:
    listed: tuple[Household, ...] = _listed(households, "households")
    taken: set[str] = set()
    for number, household in enumerate(listed):
        try:
            for name in _names(household):
                if name in taken:
                    raise InvalidValueError("reference_used_twice", field="reference", value=name)
                taken.add(name)
        except KesosError as error:
            raise error.at(f"households[{number}]") from None
    return listed


def _names(household: Household) -> tuple[str, ...]:
    if not isinstance(household, Household):
        raise InvalidValueError("wrong_type.household", value=REDACTED, found=type(household).__name__)
    if household.reference is None:
        raise InvalidValueError("no_reference", field="reference")
    return household.reference, *member_names(household)


_listed = checks.private(checks.items)  # what is not a list here may still be about somebody


def _selective(standard: AidStandard, item: object) -> str:
    """The code of a selective item; whatever else stands in its place may be about somebody and is not repeated."""
    try:
        return known_item(standard, item, "chosen").code
    except KesosError as error:
        refused = UnknownItemError("unknown_item.on_worksheet", field="chosen", value=REDACTED, hint=error.hint)
    raise refused
