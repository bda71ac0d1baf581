"""Cases of the referral service (SLRT) and of family consultation (LK3): needs, complaints, and their steps."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import ClassVar, Self

import attrs

from kesos import _checks as checks
from kesos.errors import InvalidValueError, KesosError
from kesos.records import Discreet
from kesos.services._courses import COMPLAINT_COURSE, REFERRAL_COURSE, Course
from kesos.values import TableView, Text
from kesos.values import _locales as locales
from kesos.values._days import plain_date
from kesos.values._display import Tabled
from kesos.values._tabulated import Shown, ShownRow
from kesos.values._texts import check_language

_HEADER = Text("Langkah", "Step"), Text("Tanggal", "Day")
_CASE = Text("Kasus", "Case")
_OPENED = Text("Diterima", "Received")
_STATUS = Text("Status", "Status")
_SINCE = Text("Sejak", "Since")

_day = checks.private(plain_date)  # what these refuse with holds nothing of a person
_choice = checks.private(checks.choice)
_items = checks.private(checks.items)
_slug = checks.private(checks.slug)
_text = checks.private(checks.text)
_known_text = checks.private(checks.known_text)


def _reference(reference: str) -> str:
    return checks.reference(reference, "reference")


def _on(day: date | str) -> date:
    return _day(day, "on")


def _opened(day: date | str) -> date:
    return _day(day, "opened")


def _steps(steps: Iterable[Step]) -> tuple[Step, ...]:
    return _items(steps, "steps", Step)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Step(Discreet):
    """Since when a case stands where.

    >>> Step(status="handled", on="2018-09-01").status
    'handled'
    """

    status: str
    on: date = attrs.field(converter=_on)

    def __attrs_post_init__(self) -> None:
        checks.settle(self, _slug, "status")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Case(Tabled, Discreet):
    """A case that takes the steps of a course: a `Referral` or a `Complaint`. Its `repr` tells nothing of the need.

    Args:
        reference: A reference of your own to the case: a single word, or one with a digit in it; what reads as a name,
            and a civil number, is refused.
        opened: The day on which it was received.
        steps: The steps since, in their order.

    Raises:
        InvalidValueError: A reference that can find somebody; a step before the one before it.
        TransitionError: A step that the course does not have from there.
    """

    course: ClassVar[Course] = REFERRAL_COURSE

    reference: str = attrs.field(converter=_reference)
    opened: date = attrs.field(converter=_opened)
    steps: tuple[Step, ...] = attrs.field(default=(), converter=_steps)

    def __attrs_post_init__(self) -> None:
        last = self.history[0]
        for at, step in enumerate(self.steps):
            try:
                self._check_way(last.status, step.status)
                if step.on < last.on:
                    raise InvalidValueError("earlier_step", field="on", value=step.on.isoformat(), last=last.on)
            except KesosError as error:
                raise error.at(f"steps[{at}]") from None
            last = step

    def _check_way(self, status: str, following: str) -> None:
        _choice(following, "status", [each.code for each in self.course.statuses])
        self.course.check(status, following)

    @property
    def history(self) -> tuple[Step, ...]:
        """Every step from the first on."""
        return Step(status=self.course.first, on=self.opened), *self.steps

    @property
    def status(self) -> str:
        """Where it stands."""
        return self.history[-1].status

    @property
    def is_open(self) -> bool:
        """Whether a step can follow."""
        return bool(self.course.after(self.status))

    def moved_to(self, status: str, *, on: date | str) -> Self:
        """The case after a step; the given one stays what it is.

        Args:
            status: Where it stands then.
            on: The day of the step.

        Raises:
            TransitionError: The course has no such step from where it stands.
            InvalidValueError: The course has no such status; the day is before that of the last step.
        """
        self._check_way(self.status, status)
        day = _on(on)
        last = self.history[-1].on
        if day < last:
            raise InvalidValueError("earlier_step", field="on", value=day.isoformat(), last=last)
        return attrs.evolve(self, steps=(*self.steps, Step(status=status, on=day)))

    def __row__(self) -> ShownRow:
        last = self.history[-1]
        return (
            Shown(_CASE, self.reference),
            Shown(_OPENED, self.opened),
            Shown(_STATUS, self.course.name_of(last.status)),
            Shown(_SINCE, last.on),
        )

    def table(self, language: str = "id") -> TableView:
        """A row a step: where it stood since when. The need is not in it."""
        check_language(language)
        rows = [
            (self.course.name_of(step.status).say(language), locales.day(step.on, language)) for step in self.history
        ]
        return TableView(caption=self.reference, header=tuple(word.say(language) for word in _HEADER), rows=rows)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.reference}: {self.status} since {self.history[-1].on}>"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Referral(Case):
    """A family's need that the referral service (SLRT) passes on, and where that stands.

    Args:
        need: What is needed: a programme's code or other words; in no `repr` and no error.
        referred_to: The office or service that it goes to; None where that is not decided.

    Source:
        The report of Kotawaringin Barat, C.2.f.4.

    >>> case = Referral(reference="slrt-1", need="PKH", referred_to="Dinas Sosial", opened="2018-08-20")
    >>> case.moved_to("handled", on="2018-09-01"), case.status
    (<Referral slrt-1: handled since 2018-09-01>, 'received')
    """

    need: str = attrs.field(repr=False)
    referred_to: str | None = attrs.field(default=None, repr=False)

    def __attrs_post_init__(self) -> None:
        checks.settle(self, _text, "need")
        checks.settle(self, _known_text, "referred_to")
        super().__attrs_post_init__()


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Complaint(Case):
    """What somebody complains of to the referral service or the consultation centre, and where that stands.

    Args:
        about: What it is about; in no `repr` and no error.
        referred_to: The office or service that it was referred to; None where it was not.

    Source:
        The report of Kotawaringin Barat, C.2.f.3 and 4.

    >>> case = Complaint(reference="k-7", about="kartu belum diterima", opened="2018-09-03")
    >>> case.moved_to("referred", on="2018-09-04").course.after("monitored")
    ('handled', 'referred')
    """

    course: ClassVar[Course] = COMPLAINT_COURSE

    about: str = attrs.field(repr=False)
    referred_to: str | None = attrs.field(default=None, repr=False)

    def __attrs_post_init__(self) -> None:
        checks.settle(self, _text, "about")
        checks.settle(self, _known_text, "referred_to")
        super().__attrs_post_init__()


__all__ = ["Case", "Complaint", "Referral", "Step"]
