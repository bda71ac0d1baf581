"""What a clause asks, as data: one field, one of several things, or several together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

import attrs

from kesos import _checks as checks
from kesos._facts import HOUSEHOLD_FACTS, MEMBER_FACTS, fact
from kesos.errors import InvalidValueError
from kesos.people import Beneficiary, Household
from kesos.records import WRITTEN_AS, Recorded
from kesos.values import Text, Truth, all_of, any_of

Values = bool | str | tuple[str, ...]

FACTS: Mapping[str, Mapping[str, tuple[bool | str, ...]]] = {"household": HOUSEHOLD_FACTS, "member": MEMBER_FACTS}
"""What can be asked, by whom it is asked of."""


def _values(values: Values | Iterable[str]) -> Values:
    """One value stands by itself, so that there is one way to write it."""
    if isinstance(values, bool | str):
        return values
    several = checks.items(values, "is", str)
    return several[0] if len(several) == 1 else several


@attrs.frozen(kw_only=True)
class Asks(Recorded):
    """Whether a field says one of some values, as far as it is known or follows from what is.

    Args:
        field: A field of the person or the household.
        is_: The value, or several of which any one will do; in a file it is called "is".
        because: What is then said to have been found; nothing personal may be in it.

    >>> from kesos.people import Household
    >>> Asks(field="setting", is_=["rural", "coastal"])(Household(setting="urban"), date(2017, 6, 1)).holds
    False
    """

    field: str
    is_: Values = attrs.field(converter=_values, metadata={WRITTEN_AS: "is"})
    because: Text | None = None

    def __attrs_post_init__(self) -> None:
        checks.text(self.field, "field")
        if not self.values:
            raise InvalidValueError("missing", field="is", value=self.is_)
        checks.known_instance(self.because, "because", Text)

    @property
    def values(self) -> tuple[bool | str, ...]:
        """The values of which any one will do."""
        return self.is_ if isinstance(self.is_, tuple) else (self.is_,)

    @property
    def asked(self) -> tuple[Asks, ...]:
        """Every question in it."""
        return (self,)

    def __call__(self, holder: Beneficiary | Household, on: date) -> Truth:
        truth = fact(holder, self.field, self.values, on)
        return attrs.evolve(truth, because=self.because) if truth.holds else truth


def _asks(tests: Iterable[Asks]) -> tuple[Asks, ...]:
    return checks.items(tests, "all", Asks)


def _asks_or_alls(tests: Iterable[Asks | AllOf]) -> tuple[Asks | AllOf, ...]:
    found = checks.items(tests, "any")
    for number, test in enumerate(found):
        if not isinstance(test, AllOf):
            checks.instance(test, f"any[{number}]", Asks)
    return found


@attrs.frozen(kw_only=True)
class AllOf(Recorded):
    """Several questions, all of which have to hold.

    >>> AllOf(all=[Asks(field="poor", is_=True), Asks(field="setting", is_="urban")]).asked[1].field
    'setting'
    """

    all: tuple[Asks, ...] = attrs.field(converter=_asks)

    def __attrs_post_init__(self) -> None:
        _more_than_none(self.all, "all")

    @property
    def asked(self) -> tuple[Asks, ...]:
        """Every question in it."""
        return self.all

    def __call__(self, holder: Beneficiary | Household, on: date) -> Truth:
        truth = all_of([test(holder, on) for test in self.all])
        return attrs.evolve(truth, needs=tuple(attrs.evolve(need, beside=True) for need in truth.needs))


@attrs.frozen(kw_only=True)
class AnyOf(Recorded):
    """Several questions, or sets of questions, of which one is enough.

    >>> mother = AnyOf(any=[Asks(field="pregnant", is_=True), Asks(field="breastfeeding", is_=True)])
    >>> mother(Beneficiary(sex="male"), date(2017, 6, 1)).needs[0].values
    ('female',)
    """

    any: tuple[Asks | AllOf, ...] = attrs.field(converter=_asks_or_alls)

    def __attrs_post_init__(self) -> None:
        _more_than_none(self.any, "any")

    @property
    def asked(self) -> tuple[Asks, ...]:
        """Every question in it."""
        return tuple(asks for test in self.any for asks in test.asked)

    def __call__(self, holder: Beneficiary | Household, on: date) -> Truth:
        truth = any_of([test(holder, on) for test in self.any])
        return attrs.evolve(truth, needs=tuple(attrs.evolve(need, beside=False) for need in truth.needs))


Test = Asks | AnyOf | AllOf
"""What a clause asks, as a file can hold it."""


def _more_than_none(tests: tuple[object, ...], field: str) -> None:
    if not tests:
        raise InvalidValueError("missing", field=field, value=tests)


def check_asked(test: Test, of: str) -> None:
    """That what is asked is a field of the household, or of a member, and a value of it; and that it asks something."""
    for path, asks in _paths(test):
        known = FACTS[of]
        try:
            checks.choice(asks.field, "field", tuple(known))
            possible = known[asks.field]
            for value in asks.values:
                if not any(type(value) is type(each) and value == each for each in possible):
                    listed = [str(each).lower() if isinstance(each, bool) else each for each in possible]
                    hint = checks.did_you_mean(value, listed)
                    raise InvalidValueError("not_a_choice", field="is", value=value, hint=hint)
            if set(possible) <= set(asks.values):
                raise InvalidValueError("asks_all", field="is", value=asks.values, asked=asks.field)
        except InvalidValueError as error:
            raise (error.at(path) if path else error) from None


def _paths(test: Test | Asks | AllOf) -> Iterable[tuple[str, Asks]]:
    if isinstance(test, Asks):
        yield "", test
        return
    name, parts = ("any", test.any) if isinstance(test, AnyOf) else ("all", test.all)
    for number, part in enumerate(parts):
        for path, asks in _paths(part):
            yield f"{name}[{number}]{'.' if path else ''}{path}", asks


__all__ = ["FACTS", "AllOf", "AnyOf", "Asks", "Test", "check_asked"]
