"""What offices call a thing in the year's administration, as a file has it: a code, a name, who says so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any, TypeVar

import attrs

from kesos import _checks as checks
from kesos._package import read_file
from kesos.errors import InvalidValueError
from kesos.records import Recorded
from kesos.values import Citation, Text
from kesos.values._format import formatted
from kesos.values._texts import fold

N = TypeVar("N", bound="Named")

Ways = tuple[tuple[str, str], ...]
"""From which status to which."""
ALIKE = 0.85
"""From how much alike on a code that nobody knows is taken for a slip of the pen for a known one."""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Named(Recorded):
    """A code with words for it.

    Args:
        code: A stable word.
        name: What it is called.
        printed: How its source writes it; None where no source names it.
        citation: Who names it; None where no source does.
    """

    code: str
    name: Text
    printed: str | None = None
    citation: Citation | None = None

    def __attrs_post_init__(self) -> None:
        checks.settle(self, checks.slug, "code")
        checks.instance(self.name, "name", Text)
        checks.settle(self, checks.known_text, "printed")
        checks.known_instance(self.citation, "citation", Citation)

    def say(self, language: str) -> str:
        """What it is called."""
        return self.name.say(language)

    def __str__(self) -> str:
        return self.say("id")

    def __format__(self, spec: str) -> str:
        return formatted(self.say, spec)


@cache
def _file() -> dict[str, Any]:
    import tomllib

    return tomllib.loads(read_file("kesos.rules", "services.toml").decode("utf-8"))


def listed(section: str, kind: type[N]) -> tuple[N, ...]:
    """Every entry of a section of the file.

    >>> [each.code for each in listed("phases", Named)]
    ['before', 'during', 'after']
    """
    return tuple(kind.from_dict(_cited(entry)) for entry in _file()[section])


def course_listed(code: str, kind: type[N]) -> tuple[tuple[N, ...], Ways, Ways]:
    """The statuses of a course, the ways between them, and the ways back.

    >>> [status.code for status in course_listed("referral", Named)[0]]
    ['received', 'handled', 'closed']
    """
    table = _file()["courses"][code]
    statuses = tuple(kind.from_dict(_cited(entry)) for entry in table["statuses"])
    forward, back = (tuple((start, end) for start, end in table.get(key, ())) for key in ("ways", "back"))
    return statuses, forward, back


def _cited(entry: Mapping[str, Any]) -> dict[str, Any]:
    given = dict(entry)
    source, at = given.pop("source", None), given.pop("at", None)
    if source is not None:
        place = {} if at is None else {"locator": at}
        given["citation"] = {**_file()["sources"][source], **place}
    return given


def code_of(code: object, field: str, known: Sequence[Named]) -> str:
    """A code that is known or what it is called, or another code that is not a slip of the pen for a known one.

    >>> code_of("Tanggap darurat", "phase", listed("phases", Named))
    'during'
    >>> code_of("drill", "phase", listed("phases", Named))
    'drill'
    """
    if isinstance(code, str):
        said = fold(code)
        for each in known:
            if said in (fold(word) for word in (each.printed, each.name.id, each.name.en) if word):
                return each.code
    given = checks.slug(code, field)
    codes = [each.code for each in known]
    if given not in codes and checks.nearest(given, codes, alike=ALIKE) is not None:
        raise InvalidValueError("not_a_choice", field=field, value=given, hint=checks.did_you_mean(given, codes))
    return given


def say_code(code: str, known: Iterable[Named], language: str) -> str:
    """What a code is called; where nobody says, the code itself.

    >>> say_code("after", listed("phases", Named), "en"), say_code("own", (), "en")
    ('after the disaster', 'own')
    """
    return next((each.say(language) for each in known if each.code == code), code)


__all__ = ["ALIKE", "Named", "Ways", "code_of", "course_listed", "listed", "say_code"]
