"""Yes, no, or not enough is known: what a clause of a rule says of a person or a household."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from kesos import _checks as checks
from kesos._checks import fill_field
from kesos.values._texts import Text


@attrs.frozen
class Truth:
    """One of three values (strong Kleene logic), with what is missing where it is the third.

    Args:
        holds: True, False, or None where it cannot be said.
        missing: The fields that could settle it; empty unless `holds` is None.
        because: What makes it true, in both languages.

    >>> any_of([Truth(False), Truth(None, ("sex",))])
    Truth(holds=None, missing=('sex',), because=None)
    >>> any_of([Truth(True), Truth(None, ("sex",))]).holds
    True
    """

    holds: bool | None
    missing: tuple[str, ...] = ()
    because: Text | None = None

    def __attrs_post_init__(self) -> None:
        checks.settle(self, checks.known_flag, "holds")
        if type(self.missing) is not tuple or self.missing:
            fill_field(self, "missing", checks.each(checks.text, self.missing, "missing"))
        checks.known_instance(self.because, "because", Text)


def known(value: bool | None, field: str, because: Text | None = None) -> Truth:
    """A field as a Truth: where it is None, it is what is missing.

    >>> known(None, "poor").missing
    ('poor',)
    """
    return Truth(value, () if value is not None else (field,), because if value else None)


def all_of(truths: Iterable[Truth]) -> Truth:
    """True where all are; False where one is, whatever else is not known."""
    return _join(truths, settled_by=False)


def any_of(truths: Iterable[Truth]) -> Truth:
    """True where one is, whatever else is not known; False where all are."""
    return _join(truths, settled_by=True)


def _join(truths: Iterable[Truth], *, settled_by: bool) -> Truth:
    parts = tuple(truths)
    if any(part.holds is settled_by for part in parts):
        holds: bool | None = settled_by
    elif any(part.holds is None for part in parts):
        holds = None
    else:
        holds = not settled_by
    missing = (name for part in parts if part.holds is None for name in part.missing)
    return Truth(
        holds,
        tuple(dict.fromkeys(missing)) if holds is None else (),
        _together(part.because for part in parts if part.holds) if holds else None,
    )


def _together(reasons: Iterable[Text | None]) -> Text | None:
    said = [reason for reason in reasons if reason is not None]
    if not said:
        return None
    return Text(", ".join(reason.id for reason in said), ", ".join(reason.en for reason in said))
