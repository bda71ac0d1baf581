"""Relations of names, marks and lists: what is spelt, classed, numbered or listed more than once."""

from __future__ import annotations

import attrs

from kesos.reports._figures import NAME_KINDS
from kesos.reports._printed import each_printed, is_count, is_one_of, is_printed, is_slug, several
from kesos.reports._relation import Relation
from kesos.values import Printed


@attrs.frozen
class SameName(Relation):
    """One thing that is named more than once.

    Args:
        names: Each printed form, where it stands.
        kind: What is named: "place", "institution", "person", "programme", "term".
    """

    names: tuple[Printed, ...] = attrs.field(converter=several, validator=each_printed)
    kind: str = attrs.field(validator=is_one_of(*NAME_KINDS), kw_only=True)


@attrs.frozen
class Abbreviation(Relation):
    """A short form and what the report says that it stands for."""

    short: Printed = attrs.field(validator=is_printed)
    long: Printed = attrs.field(validator=is_printed, kw_only=True)


@attrs.frozen
class Classed(Relation):
    """A thing that the report puts in a group: the same thing elsewhere in another group does not agree.

    Args:
        thing: The words for it.
        code: What it is, such as a hazard's code.
        group: The group it is put in.
    """

    thing: Printed = attrs.field(validator=is_printed)
    code: str = attrs.field(validator=is_slug, kw_only=True)
    group: str = attrs.field(validator=is_slug, kw_only=True)


@attrs.frozen
class Numbering(Relation):
    """Printed numbers that should run from one, without a gap, to as many as there are things.

    Args:
        numbers: The numbers as printed; one that cannot be read has no value.
        things: How many things are numbered.
    """

    numbers: tuple[Printed, ...] = attrs.field(converter=several, validator=each_printed)
    things: int = attrs.field(validator=is_count, kw_only=True)


@attrs.frozen
class TwoLists(Relation):
    """One list of things that is given twice, such as places in a sentence and in a table: both should be as long."""

    one: tuple[Printed, ...] = attrs.field(converter=several, validator=each_printed)
    other: tuple[Printed, ...] = attrs.field(converter=several, validator=each_printed, kw_only=True)
