"""The items of the selective packages, and whom each item's own words name."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

import attrs

from kesos import _checks as checks
from kesos.errors import UnknownItemError
from kesos.people import Beneficiary, Schooling, Sex
from kesos.values import Citation, Reading, Text, Truth, all_of, known
from kesos.values._sources import KOTAWARINGIN_BARAT

SelectivePackage = Literal["clothing", "kitchen"]


@attrs.frozen(kw_only=True)
class SelectiveItem:
    """An item of a selective package and whom its own words name; None where they do not say.

    Args:
        code: The item's code in the standard.
        words: What the standard calls it.
        package: "clothing" or "kitchen".
        sex: Whom it is for, where the words say so.
        grown: True for an adult (dewasa), False for a child (anak).
        schooling: The school it is worn in.
        citation: Where the standard names it.
        reading: How a word of it is read.
    """

    code: str
    words: str
    package: SelectivePackage
    sex: Sex | None = None
    grown: bool | None = None
    schooling: Literal["primary"] | None = None
    citation: Citation
    reading: Reading | None = None

    @property
    def letter(self) -> str:
        """The letter of the standard's list: c for clothing, d for kitchen goods."""
        return "c" if self.package == "clothing" else "d"

    @property
    def is_open(self) -> bool:
        """Whether the words leave it open whom the item is for."""
        return self.sex is None and self.grown is None and self.schooling is None


def _item(letter: str, number: int, code: str, words: str, **whom: Any) -> SelectiveItem:
    citation = Citation(
        regulation="03/BJ-SBSKBA/2003",
        locator=f"huruf {letter} angka {number}",
        quoted_in=f"{KOTAWARINGIN_BARAT}, A.4.d",
    )
    package: SelectivePackage = "clothing" if letter == "c" else "kitchen"
    return SelectiveItem(code=code, words=words, package=package, citation=citation, **whom)


ITEMS: tuple[SelectiveItem, ...] = (
    _item("c", 1, "sarong", "Kain sarung"),
    _item("c", 2, "long_cloth", "Kain panjang"),
    _item("c", 3, "polo_shirt", "Kaos berkerah"),
    _item(
        "c",
        4,
        "house_dress",
        "Daster dewasa",
        sex="female",
        grown=True,
        reading=Reading(
            word="daster",
            read_as="baju rumah wanita",
            reason=Text("demikian arti kata itu", "a daster is a woman's house dress"),
        ),
    ),
    _item("c", 5, "boys_clothes", "Pakaian anak laki-laki", sex="male", grown=False),
    _item("c", 6, "girls_clothes", "Pakaian anak wanita", sex="female", grown=False),
    _item("c", 7, "boys_school_uniform", "Seragam SD laki-laki", sex="male", schooling="primary"),
    _item("c", 8, "girls_school_uniform", "Seragam SD wanita", sex="female", schooling="primary"),
    _item("d", 1, "kerosene_stove", "Kompor minyak tanah"),
    _item("d", 2, "all_purpose_pan", "Panci aluminium serba guna"),
    _item("d", 3, "wok_16", "Wajan nomor 16"),
    _item("d", 4, "spatula", "Sodet stainless"),
    _item("d", 5, "rice_container", "Tempat nasi aluminium"),
    _item("d", 6, "rice_ladle", "Sendok nasi stainless"),
    _item("d", 7, "plates", "Piring melamin/plastik"),
    _item("d", 8, "glasses", "Gelas melamin/plastik"),
)
"""The items of letters c and d, in the standard's order, each with the words that it rests on."""

_BY_CODE = {item.code: item for item in ITEMS}


def known_item(item: object, field: str) -> SelectiveItem:
    """The selective item of this code.

    >>> known_item("house_dress", "item").words
    'Daster dewasa'
    """
    found = _BY_CODE.get(item) if isinstance(item, str) else None
    if found is None:
        near = checks.did_you_mean(item, _BY_CODE)
        raise UnknownItemError("unknown_item.on_worksheet", field=field, value=item, hint=near)
    return found


def suits(item: SelectiveItem, member: Beneficiary, on: date, limit: int | None) -> Truth:
    """Whether the item's own words name such a person.

    Args:
        item: The item.
        member: The person.
        on: The day that the age is taken on.
        limit: The age from which the caller counts people as adults; None where they do not say.
    """
    parts: list[Truth] = []
    if item.sex is not None:
        parts.append(known(None if member.sex is None else member.sex == item.sex, "sex"))
    if item.schooling is not None:
        parts.append(_goes_to(item.schooling, member, on))
    if item.grown is not None:
        parts.append(_grown(member, item.grown, on, limit))
    return all_of(parts)


def _goes_to(school: Schooling, member: Beneficiary, on: date) -> Truth:
    if member.schooling is None and member.limit_passed("schooling", school, on) is not None:
        return Truth(False)
    return known(None if member.schooling is None else member.schooling == school, "schooling")


def _grown(member: Beneficiary, grown: bool, on: date, limit: int | None) -> Truth:
    if limit is None:
        return Truth(None, ("adult_from",))
    age = member.age(on)
    return known(None if age is None else (age >= limit) is grown, "birth_date")
