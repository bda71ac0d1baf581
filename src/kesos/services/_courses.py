"""The steps that a case can take, as a small machine: every way is declared, the ways back by themselves."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from kesos import _checks as checks
from kesos._named import Named, Ways, course_listed
from kesos.errors import InvalidValueError, TransitionError
from kesos.records import Recorded


class Status(Named):
    """Where a case can stand.

    >>> REFERRAL_COURSE.statuses[0].say("en")
    'received'
    """

    __slots__ = ()


def _statuses(statuses: Iterable[Status]) -> tuple[Status, ...]:
    found = checks.items(statuses, "statuses", Status)
    if len({status.code for status in found}) < len(found) or not found:
        raise InvalidValueError("duplicate.status" if found else "missing", field="statuses", value=found)
    return found


def _ways(ways: Iterable[tuple[str, str]]) -> Ways:
    return _pairs(ways, "ways")


def _back(ways: Iterable[tuple[str, str]]) -> Ways:
    return _pairs(ways, "back")


def _pairs(ways: object, field: str) -> Ways:
    return tuple((checks.slug(start, field), checks.slug(end, field)) for start, end in checks.pairs(ways, field))


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Course(Recorded):
    """The statuses of a kind of case in their order, and the ways between them. The last status is the end.

    A course with a dead end, with a status that no way leads to, or with a way back among the ways forward is not made.

    Args:
        statuses: Where a case can stand; it begins with the first and ends with the last.
        ways: From which status to which later one.
        back: From which status back to which earlier one.

    Raises:
        InvalidValueError: Such a course.

    >>> REFERRAL_COURSE.after("received"), REFERRAL_COURSE.after("closed")
    (('handled',), ())
    """

    statuses: tuple[Status, ...] = attrs.field(converter=_statuses)
    ways: Ways = attrs.field(converter=_ways)
    back: Ways = attrs.field(default=(), converter=_back)

    def __attrs_post_init__(self) -> None:
        codes = [status.code for status in self.statuses]
        for field, ways in (("ways", self.ways), ("back", self.back)):
            for start, end in ways:
                for code in (start, end):
                    checks.choice(code, field, codes)
                if (codes.index(start) < codes.index(end)) != (field == "ways") or start == end:
                    raise InvalidValueError("wrong_way", field=field, value=f"{start} – {end}")
        if any(start == codes[-1] for start, _ in self.back):
            raise InvalidValueError("wrong_way", field="back", value=codes[-1])
        for code in codes[:-1]:
            if code not in [start for start, _ in self.ways]:
                raise InvalidValueError("dead_end", field="ways", value=code)
        for code in codes[1:]:
            if code not in [end for _, end in self.ways]:
                raise InvalidValueError("not_reached", field="ways", value=code)

    @property
    def first(self) -> str:
        """The status in which a case begins."""
        return self.statuses[0].code

    def after(self, status: str) -> tuple[str, ...]:
        """The statuses that can follow one.

        Raises:
            InvalidValueError: The course has no such status.
        """
        checks.choice(status, "status", [each.code for each in self.statuses])
        return tuple(end for start, end in (*self.ways, *self.back) if start == status)

    def check(self, status: str, next_status: str) -> None:
        """Says nothing where one status can follow another.

        Raises:
            InvalidValueError: The course has no such status.
            TransitionError: No way leads there.
        """
        following = self.after(status)
        checks.choice(next_status, "status", [each.code for each in self.statuses])
        if next_status in following:
            return
        stands = self.name_of(status)
        if not following:
            raise TransitionError("no_way.ended", field="status", value=next_status, status=stands)
        known = tuple(map(self.name_of, following))
        wanted = self.name_of(next_status)
        raise TransitionError("no_way", field="status", value=next_status, status=stands, wanted=wanted, known=known)

    def name_of(self, status: str) -> Status:
        """The status with this code, which says what it is called.

        Raises:
            InvalidValueError: The course has no such status.
        """
        codes = [each.code for each in self.statuses]
        return self.statuses[codes.index(checks.choice(status, "status", codes))]


def _course(code: str) -> Course:
    statuses, ways, back = course_listed(code, Status)
    return Course(statuses=statuses, ways=ways, back=back)


REFERRAL_COURSE = _course("referral")
"""The steps of a referral: a need is found, met by a programme, and the case closed."""
COMPLAINT_COURSE = _course("complaint")
"""The steps of a complaint: it is referred and its handling monitored until it is handled well; or handled at once."""


__all__ = ["COMPLAINT_COURSE", "REFERRAL_COURSE", "Course", "Status"]
