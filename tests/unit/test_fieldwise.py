"""Values that are equal, hashed and shown by their fields, without methods compiled for each class."""

from __future__ import annotations

import attrs
import pytest

from kesos import PEDUM_2003, Hazard, Span, Text, Unit
from kesos.records import Fieldwise
from kesos.relief import Refusal


@attrs.frozen(eq=False, repr=False)
class Left(Fieldwise):
    shown: int
    hidden: int = attrs.field(default=0, repr=False)
    beside: int = attrs.field(default=0, eq=False)
    folded: str = attrs.field(default="", eq=str.casefold, repr=str.upper)


@attrs.frozen(eq=False, repr=False)
class Right(Left):
    """The same fields in another class."""


@attrs.frozen(eq=False, repr=False)
class Nothing(Fieldwise):
    """No field at all."""


@attrs.frozen
class OfCaller(Left):
    """A class of somebody else, for which attrs writes its own methods."""

    own: int = 0


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (Left(1), Left(1), True),
        (Left(1), Left(2), False),
        (Left(1, hidden=1), Left(1, hidden=2), False),
        (Left(1, beside=1), Left(1, beside=2), True),
        (Left(1, folded="A"), Left(1, folded="a"), True),
        (Left(1, folded="A"), Left(1, folded="b"), False),
        (Left(1), Right(1), False),
        (Left(1), (1, 0, ""), False),
        (Nothing(), Nothing(), True),
        (OfCaller(1), OfCaller(1), True),
        (OfCaller(1), OfCaller(1, own=2), False),
        (Unit.of("kg"), Unit.of("g"), False),
        (Span(1, 2), Span(1, 2), True),
    ],
)
def test_two_values_are_equal_where_their_class_and_their_fields_are(one: object, other: object, same: bool) -> None:
    assert (one == other, one != other) == (same, not same)
    assert not same or hash(one) == hash(other)


def test_what_is_compared_is_what_is_hashed() -> None:
    assert len({Left(number) for number in range(50)}) == 50
    assert hash(Left(1)) != hash(Left(2))


def test_a_value_shows_the_fields_that_are_to_be_shown_in_the_way_that_they_ask_for() -> None:
    class Within(Left):
        pass

    assert repr(Left(1, folded="a")) == "Left(shown=1, beside=0, folded=A)"
    assert repr(Within(1)) == "Within(shown=1, beside=0, folded=)"
    assert repr(Text("Beras", "Rice")) == "Text(id='Beras', en='Rice')"
    assert repr(Span(1, 2)) == "Span(minimum=1, maximum=2)"


def test_a_class_that_attrs_compiles_nothing_for_but_its_making_says_so() -> None:
    for kind in (Text, Hazard, Span, Unit, Refusal, type(PEDUM_2003)):
        assert (kind.__eq__, kind.__hash__) == (Fieldwise.__eq__, Fieldwise.__hash__)
