"""What a report tells beside its figures, as typed facts: who agreed, who does what, what was delivered and planned.

Every fact is told in our own words and carries its source; names, titles and numbers of documents are as printed.

>>> Office(name=Printed("Dinas Contoh", source="p. 3"), task=Text("menyalurkan bantuan", "hands out aid")).name.text
'Dinas Contoh'
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal, get_args

import attrs

from kesos import _checks as checks
from kesos.categories import Pmks
from kesos.errors import InvalidValueError, UnknownItemError
from kesos.hazards import Group, Hazard
from kesos.reports._printed import (
    each_a,
    each_printed,
    is_one_of,
    is_printed,
    is_slug,
    is_text,
    listed,
    maybe_printed,
    maybe_slug,
    maybe_text,
    printed_in,
    several,
)
from kesos.values import Citation, Printed, Reading, Text

AidKind = Literal["food", "clothing", "family_equipment", "bedding"]
AID_KINDS: tuple[AidKind, ...] = get_args(AidKind)

ToldKind = Literal["award", "funding_source", "gift", "milestone", "occasion", "plan", "regulation", "training"]
TOLD_KINDS: tuple[ToldKind, ...] = get_args(ToldKind)

_PARTS: dict[str, tuple[str, ...]] = {
    "award": ("year", "occasion", "venue", "days"),
    "funding_source": ("through",),
    "gift": ("giver", "number"),
    "milestone": ("when",),
    "occasion": ("days", "venue", "guest"),
    "plan": ("year",),
    "regulation": (),
    "training": ("venue", "days"),
}
"""What may be told about each kind."""


def _hazard(hazard: Hazard | str) -> Hazard:
    return Hazard.of(hazard)


def _texts(texts: Iterable[Text]) -> tuple[Text, ...]:
    return listed(texts)


def _categories(categories: Iterable[Pmks | str]) -> tuple[Pmks, ...]:
    return tuple(Pmks.of(each, f"categories[{at}]") for at, each in enumerate(checks.items(categories, "categories")))


def _readings(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    return listed(readings)


def _parts(parts: Mapping[str, Printed] | Iterable[tuple[str, Printed]]) -> tuple[tuple[str, Printed], ...]:
    return tuple(sorted(checks.pairs(parts, "parts"), key=lambda part: str(part[0])))


@attrs.frozen(kw_only=True)
class Fact:
    """Something that a report tells beside its figures; a class of its own for each thing that is told."""

    @property
    def source(self) -> Citation | str:
        """Where it stands: where the first that is printed of it does."""
        return next(printed_in(self)).source


@attrs.frozen(kw_only=True)
class _Named(Fact):
    """Something that the report names."""

    name: Printed = attrs.field(validator=is_printed)


@attrs.frozen(kw_only=True)
class Told(_Named):
    """Something that the report names, with a word of ours for it and what else is told about it.

    Args:
        kind: What it is; each kind may have the parts in brackets:
            "award", an award or an occasion at which one was given (year, occasion, venue, days);
            "funding_source", who pays for something (through);
            "gift", something that the office was given (giver, number);
            "milestone", a beginning or a first (when);
            "occasion", something that took place (days, venue, guest);
            "plan", something that is still to come (year);
            "regulation", a law, a regulation or a planning document;
            "training", a training or recruitment that an office held or sent people to (venue, days).
        name: As printed.
        label: What it is about, in both languages.
        parts: What is told about it, by the name of the part, as printed; the value of a year or of days is a Period.

    Raises:
        InvalidValueError: The kind is not known (code "not_a_choice"), or has no such part ("unknown_part").

    >>> where = "p. 5"
    >>> award = Told(
    ...     kind="award",
    ...     name=Printed("Karang Taruna Berprestasi", source=where),
    ...     label=Text("karang taruna yang berprestasi", "an outstanding youth organisation"),
    ...     parts={"venue": Printed("Jakarta", source=where)},
    ... )
    >>> print(award.part("venue").text, award.part("days"))
    Jakarta None
    """

    kind: ToldKind = attrs.field(validator=is_one_of(*TOLD_KINDS))
    label: Text = attrs.field(validator=is_text)
    parts: tuple[tuple[str, Printed], ...] = attrs.field(default=(), converter=_parts)

    def __attrs_post_init__(self) -> None:
        known = _PARTS[self.kind]
        for name, part in self.parts:
            if not isinstance(name, str) or name not in known:
                raise InvalidValueError(
                    "unknown_part", field="parts", value=name, kind=self.kind, hint=checks.did_you_mean(name, known)
                )
            checks.instance(part, name, Printed)

    def part(self, name: str) -> Printed | None:
        """What is told about it under this name, such as "venue"; None where the report does not say.

        Raises:
            UnknownItemError: Things of this kind have no such part.
        """
        known = _PARTS[self.kind]
        if not isinstance(name, str) or name not in known:
            raise UnknownItemError(
                "unknown_item.part", field="part", value=name, kind=self.kind, hint=checks.did_you_mean(name, known)
            )
        return dict(self.parts).get(name)


@attrs.frozen(kw_only=True)
class Agreement(Fact):
    """An agreement between offices.

    Args:
        policy: The table's cell that names it.
        realization: The table's cell on what was done.
        numbers: The numbers of the documents, as printed.
        parties: Who agreed, as printed.
        subject: What it is about.
    """

    policy: Printed = attrs.field(validator=is_printed)
    realization: Printed = attrs.field(validator=is_printed)
    numbers: tuple[Printed, ...] = attrs.field(converter=several, validator=each_printed)
    parties: tuple[Printed, ...] = attrs.field(converter=several, validator=each_printed)
    subject: Text = attrs.field(validator=is_text)


@attrs.frozen(kw_only=True)
class Coordination(Fact):
    """An institution that an office works with, and on what."""

    partner: Printed = attrs.field(validator=is_printed)
    activity: Printed = attrs.field(validator=is_printed)
    subject: Text = attrs.field(validator=is_text)


@attrs.frozen(kw_only=True)
class Office(_Named):
    """An office in disaster work, and what it does there; the task is None where the report names none."""

    task: Text | None = attrs.field(default=None, validator=maybe_text)


@attrs.frozen(kw_only=True)
class AidGoods(_Named):
    """One thing that was delivered, without its number where the report gives none.

    Args:
        name: The thing, as printed.
        kind: The group that the report puts it in.
        label: The thing, in both languages.
        item: The code of the same item in the standard that the report quotes; None where it lies outside of it.
    """

    kind: AidKind = attrs.field(validator=is_one_of(*AID_KINDS))
    label: Text = attrs.field(validator=is_text)
    item: str | None = attrs.field(default=None, validator=maybe_slug)


@attrs.frozen(kw_only=True)
class ExpectedHazard(_Named):
    """A hazard that the report expects, in the group that this part of it puts the hazard in.

    Args:
        hazard: The hazard.
        group: "natural", "non_natural" or "social".
        name: The words for it, as printed.
        districts: The districts that are named for it.
    """

    hazard: Hazard = attrs.field(converter=_hazard)
    group: Group = attrs.field(validator=is_one_of(*get_args(Group)))
    districts: tuple[Printed, ...] = attrs.field(default=(), converter=several, validator=each_printed)


@attrs.frozen(kw_only=True)
class TargetGroup(_Named):
    """People whom a service or a programme is for.

    Args:
        code: A slug.
        name: The words for them, as printed.
        label: Who they are, in both languages.
        service: The code of the service or programme.
        part_of: The code of the wider group that they belong to; None for a group of its own.
        categories: The ministry's categories that they fall under, as far as we read them; empty where we read none.
        readings: How their name or their place in the list is read.
    """

    code: str = attrs.field(validator=is_slug)
    label: Text = attrs.field(validator=is_text)
    service: str = attrs.field(validator=is_slug)
    part_of: str | None = attrs.field(default=None, validator=maybe_slug)
    categories: tuple[Pmks, ...] = attrs.field(default=(), converter=_categories)
    readings: tuple[Reading, ...] = attrs.field(default=(), converter=_readings, validator=each_a(Reading))


@attrs.frozen(kw_only=True)
class Service(_Named):
    """What an office offers.

    Args:
        code: A slug.
        name: Its name, as printed.
        does: What it consists of, one thing each.
        aim: What it is for; None where the report does not say.
    """

    code: str = attrs.field(validator=is_slug)
    does: tuple[Text, ...] = attrs.field(converter=_texts, validator=each_a(Text))
    aim: Text | None = attrs.field(default=None, validator=maybe_text)


@attrs.frozen(kw_only=True)
class PolicyTarget(_Named):
    """What a policy wants to reach, the year it is due, and the year that it is said to be met.

    A year is None where the report names none.
    """

    label: Text = attrs.field(validator=is_text)
    due: Printed | None = attrs.field(default=None, validator=maybe_printed)
    met: Printed | None = attrs.field(default=None, validator=maybe_printed)


@attrs.frozen(kw_only=True)
class Cause(_Named):
    """Why a figure is what it is, as far as the report says.

    Args:
        name: The words for it, as printed.
        label: The cause, in both languages.
        of: The code of the figure that it explains.
    """

    label: Text = attrs.field(validator=is_text)
    of: str = attrs.field(validator=is_slug)
