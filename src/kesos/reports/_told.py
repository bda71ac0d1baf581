"""What a report tells beside its figures, as typed records: who agreed, who does what, what was delivered and planned.

Every record is told in our own words and carries its source; names, titles and numbers of documents are as printed.

>>> Office(name=Printed("Dinas Contoh", source="p. 3"), task=Text("menyalurkan bantuan", "hands out aid")).name.text
'Dinas Contoh'
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

import attrs

from kesos.hazards import Group, Hazard
from kesos.values import Citation, Printed, Text
from kesos.values import _checks as checks

AidKind = Literal["food", "clothing", "family_equipment", "bedding"]
AID_KINDS: tuple[AidKind, ...] = ("food", "clothing", "family_equipment", "bedding")


def _all_printed(values: Iterable[Printed]) -> tuple[Printed, ...]:
    return tuple(values)


def _check_printed(record: object, field: attrs.Attribute[Any], value: object) -> None:
    checks.instance(value, field.name, Printed)


def _check_text(record: object, field: attrs.Attribute[Any], value: object) -> None:
    checks.instance(value, field.name, Text)


def _hazard(hazard: Hazard | str) -> Hazard:
    return Hazard.of(hazard)


@attrs.frozen(kw_only=True)
class _Told:
    """Something that the report names; it stands where its name does."""

    name: Printed = attrs.field(validator=_check_printed)

    @property
    def source(self) -> Citation | str:
        """Where it stands."""
        return self.name.source


@attrs.frozen(kw_only=True)
class _Named(_Told):
    """Something that the report names, with a word of ours for it in both languages."""

    label: Text = attrs.field(validator=_check_text)


@attrs.frozen(kw_only=True)
class Agreement:
    """An agreement between offices.

    Args:
        numbers: The numbers of the documents, as printed.
        parties: Who agreed, as printed.
        subject: What it is about.
        policy: The table's cell that names it.
        realization: The table's cell on what was done.
    """

    numbers: tuple[Printed, ...] = attrs.field(converter=_all_printed)
    parties: tuple[Printed, ...] = attrs.field(converter=_all_printed)
    subject: Text = attrs.field(validator=_check_text)
    policy: Printed = attrs.field(validator=_check_printed)
    realization: Printed = attrs.field(validator=_check_printed)

    @property
    def source(self) -> Citation | str:
        """Where it stands."""
        return self.policy.source


@attrs.frozen(kw_only=True)
class Coordination:
    """An institution that an office works with, and on what."""

    partner: Printed = attrs.field(validator=_check_printed)
    activity: Printed = attrs.field(validator=_check_printed)
    subject: Text = attrs.field(validator=_check_text)

    @property
    def source(self) -> Citation | str:
        """Where it stands."""
        return self.partner.source


@attrs.frozen(kw_only=True)
class Office(_Told):
    """An office in disaster work, and what it does there; the task is None where the report names none."""

    task: Text | None = None


@attrs.frozen(kw_only=True)
class AidGoods(_Told):
    """One thing that was delivered, without its number where the report gives none.

    Args:
        name: The thing, as printed.
        kind: The group that the report puts it in.
        label: The thing, in both languages.
        item: The code of the same item in the standard that the report quotes; None where it lies outside of it.
    """

    kind: AidKind
    label: Text = attrs.field(validator=_check_text)
    item: str | None = None

    def __attrs_post_init__(self) -> None:
        checks.choice(self.kind, "kind", AID_KINDS)
        if self.item is not None:
            checks.slug(self.item, "item")


@attrs.frozen(kw_only=True)
class ExpectedHazard(_Told):
    """A hazard that the report expects, in the group that this part of it puts the hazard in.

    Args:
        hazard: The hazard.
        group: "natural", "non_natural" or "social".
        name: The words for it, as printed.
        districts: The districts that are named for it.
    """

    hazard: Hazard = attrs.field(converter=_hazard)
    group: Group
    districts: tuple[Printed, ...] = attrs.field(default=(), converter=_all_printed)

    def __attrs_post_init__(self) -> None:
        checks.choice(self.group, "group", ("natural", "non_natural", "social"))


@attrs.frozen(kw_only=True)
class TargetGroup(_Named):
    """People whom a service or a programme is for.

    Args:
        code: A slug.
        name: The words for them, as printed.
        label: Who they are, in both languages.
        service: The code of the service or programme.
    """

    code: str
    service: str

    def __attrs_post_init__(self) -> None:
        checks.slug(self.code, "code")
        checks.slug(self.service, "service")


@attrs.frozen(kw_only=True)
class Service(_Told):
    """What an office offers.

    Args:
        code: A slug.
        name: Its name, as printed.
        does: What it consists of, one thing each.
        aim: What it is for; None where the report does not say.
    """

    code: str
    does: tuple[Text, ...]
    aim: Text | None = None

    def __attrs_post_init__(self) -> None:
        checks.slug(self.code, "code")


@attrs.frozen(kw_only=True)
class PolicyTarget(_Named):
    """What a policy wants to reach, the year it is due, and the year that it is said to be met.

    A year is None where the report names none.
    """

    due: Printed | None = None
    met: Printed | None = None


@attrs.frozen(kw_only=True)
class Award(_Named):
    """An award, or an occasion at which one was given.

    Args:
        name: As printed.
        label: For what, in both languages.
        year: The printed year.
        occasion: The event where it was received, as printed.
        venue: Where.
        days: When, as printed; its value is a Period.
    """

    year: Printed | None = None
    occasion: Printed | None = None
    venue: Printed | None = None
    days: Printed | None = None


@attrs.frozen(kw_only=True)
class Training(_Named):
    """A training or recruitment that an office held or sent people to."""

    venue: Printed | None = None
    days: Printed | None = None


@attrs.frozen(kw_only=True)
class Plan(_Named):
    """Something that is still to come, with the year that is named for it."""

    year: Printed | None = None


@attrs.frozen(kw_only=True)
class Regulation(_Named):
    """A law, a regulation or a planning document that the report names."""


@attrs.frozen(kw_only=True)
class Occasion(_Named):
    """Something that took place, with its days, its place and its guest as far as they are told."""

    days: Printed | None = None
    venue: Printed | None = None
    guest: Printed | None = None


@attrs.frozen(kw_only=True)
class Milestone(_Named):
    """A beginning or a first, and when."""

    when: Printed | None = None


@attrs.frozen(kw_only=True)
class FundingSource(_Named):
    """Who pays for something, and through whom it comes."""

    through: Printed | None = None


@attrs.frozen(kw_only=True)
class Gift(_Named):
    """Something that the office was given."""

    giver: Printed | None = None
    number: Printed | None = None


@attrs.frozen(kw_only=True)
class Cause(_Named):
    """Why a figure is what it is, as far as the report says.

    Args:
        name: The words for it, as printed.
        label: The cause, in both languages.
        of: The code of the figure that it explains.
    """

    of: str

    def __attrs_post_init__(self) -> None:
        checks.slug(self.of, "of")


Record = (
    Agreement
    | Coordination
    | Office
    | AidGoods
    | ExpectedHazard
    | TargetGroup
    | Service
    | PolicyTarget
    | Award
    | Training
    | Plan
    | Regulation
    | Occasion
    | Milestone
    | FundingSource
    | Gift
    | Cause
)
