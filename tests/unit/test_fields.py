"""Fields in words."""

import pytest

from kesos.errors import REDACTED, InvalidValueError
from kesos.fields import at, say_field, say_member
from kesos.values import Text


@pytest.mark.parametrize(
    ("path", "language", "words"),
    [
        ("very_poor", "id", "apakah sangat miskin (RTSM) (very_poor)"),
        ("members[11].sex", "en", "member 12: sex (members[11].sex)"),
        ("members", "en", "all members of the household (members)"),
        ("members[0].own_field", "id", "members[0].own_field"),
        ("x.y", "id", "x.y"),
    ],
)
def test_a_field_is_said_with_its_path(path: str, language: str, words: str) -> None:
    assert say_field(path, language) == words


def test_members_are_counted_from_one() -> None:
    assert say_member(2, "id") == "anggota 3"


def test_an_error_keeps_everything_but_its_path() -> None:
    error = InvalidValueError(Text("a", "b"), field="age", value=REDACTED, hint=Text("c", "d"), code="x")
    moved = at(error, "members[3]")
    assert moved.field == "members[3].age"
    assert (moved.problem, moved.value, moved.hint, moved.code) == (error.problem, REDACTED, error.hint, "x")
