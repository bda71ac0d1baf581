"""Exact amounts with their units, ranges that stay ranges, shares as fractions, and rounding with a name."""

from __future__ import annotations

import re
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Generic, TypeVar

import attrs

from kesos.errors import InvalidValueError, UnitError, show_value
from kesos.values import _checks as checks
from kesos.values import _locales as locales
from kesos.values._texts import Text

_PLAIN_DECIMAL = re.compile(r"-?\d{1,40}(\.\d{1,40})?", re.ASCII)
_MOST_PLACES = 60
_set = object.__setattr__  # how a frozen class fills its own fields


class Rounding(Enum):
    """In which direction a number that does not fit is rounded. There is no default but where one is documented."""

    HALF_UP = "half_up"
    """To the nearest; a tie away from zero, as offices print percentages."""
    UP = "up"
    """Away from zero: one toilet for every 20 people, and one for the rest."""
    DOWN = "down"
    """Towards zero: whole days that a stock lasts."""


def round_exactly(value: Fraction, places: int, rounding: Rounding) -> Decimal:
    """`value` as a Decimal with `places` decimals, rounded in a named direction.

    >>> round_exactly(Fraction(117, 330) * 100, 2, Rounding.HALF_UP)
    Decimal('35.45')
    """
    places = checks.count(places, "places")
    checks.instance(rounding, "rounding", Rounding)
    if places > _MOST_PLACES:
        raise InvalidValueError(
            Text("terlalu banyak angka di belakang koma", "too many decimals"),
            field="places",
            value=places,
            code="too_large",
            hint=Text(f"Paling banyak {_MOST_PLACES}.", f"At most {_MOST_PLACES}."),
        )
    whole, rest = divmod(abs(value) * 10**places, 1)
    if rest and (rounding is Rounding.UP or (rounding is Rounding.HALF_UP and rest >= Fraction(1, 2))):
        whole += 1
    return Decimal((int(value < 0 and whole > 0), tuple(map(int, str(whole))), -places))


def exact_decimal(value: Fraction) -> Decimal | None:
    """`value` as a Decimal that loses nothing, or None where its decimals never end.

    >>> exact_decimal(Fraction(1, 8)), exact_decimal(Fraction(1, 3))
    (Decimal('0.125'), None)
    """
    rest, twos, fives = value.denominator, 0, 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    places = max(twos, fives)
    if rest != 1 or places > _MOST_PLACES:
        return None
    return round_exactly(value, places, Rounding.DOWN)


def exact_fraction(value: object, field: str) -> Fraction:
    """An int, Decimal, Fraction or plain decimal text ("10483.2", Python's notation) as a Fraction.

    Raises:
        InvalidValueError: A float, a bool, NaN, infinity, or a text in any other notation.
    """
    if (
        isinstance(value, Fraction)
        or (isinstance(value, str) and _PLAIN_DECIMAL.fullmatch(value))
        or (isinstance(value, Decimal) and value.is_finite() and abs(value.adjusted()) <= _MOST_PLACES)
    ):
        exact = Fraction(value)
        if abs(exact) > checks.LARGEST:
            raise InvalidValueError("number_too_large", field=field, value=value)
        return exact
    if isinstance(value, (str, Decimal, float)):
        raise InvalidValueError(
            Text(
                f"{show_value(value)} ({type(value).__name__}) bukan bilangan pasti",
                f"{show_value(value)} ({type(value).__name__}) is not an exact number",
            ),
            field=field,
            value=value,
            code="not_exact",
            hint=Text(
                'Berikan int, Decimal, Fraction atau teks seperti "10483.2"; cetakan Indonesia dibaca kesos.wording.',
                'Give an int, Decimal, Fraction or a text like "10483.2"; kesos.wording reads Indonesian print.',
            ),
        )
    return Fraction(checks.whole_number(value, field))


@attrs.frozen(order=False)
class Unit:
    """What an amount counts. Units of one `base` convert into each other exactly; no others do.

    Units compare by their code. The well-known ones are found with `Unit.of`.

    >>> Unit.of("kg").base, Unit.of("kg").factor
    ('g', 1000)
    """

    code: str
    base: str = attrs.field(eq=False)
    factor: int = attrs.field(eq=False)
    label: Text = attrs.field(eq=False)
    many: Text = attrs.field(eq=False)

    def say(self, language: str, *, one: bool = False) -> str:
        """What stands after a number: the symbol of a mass or a volume, the word for what is counted.

        >>> Unit.of("l").say("id"), Unit.of("piece").say("en", one=True), Unit.of("piece").say("en")
        ('l', 'piece', 'pieces')
        """
        return self.code if self.base in ("g", "ml") else (self.label if one else self.many).say(language)

    @classmethod
    def of(cls, unit: Unit | str, field: str = "unit") -> Unit:
        """The unit with this code.

        Raises:
            InvalidValueError: kesos has no such unit (a foreign currency, say).
        """
        if isinstance(unit, Unit):
            return unit
        if isinstance(unit, str):
            known = _UNITS.get(str.__str__(unit))
            if known is not None:
                return known
        raise InvalidValueError(
            Text(f"satuan {show_value(unit)} tidak dikenal", f"{show_value(unit)} is not a known unit"),
            field=field,
            value=unit,
            code="unknown_unit",
            hint=Text(f"Yang dikenal: {', '.join(_UNITS)}.", f"Known: {', '.join(_UNITS)}."),
        )


def _units() -> dict[str, Unit]:
    rows: tuple[tuple[str, str, int, str, str, str], ...] = (
        ("g", "g", 1, "g", "g", "g"),
        ("kg", "g", 1_000, "kg", "kg", "kg"),
        ("t", "g", 1_000_000, "ton", "t", "t"),
        ("ml", "ml", 1, "ml", "ml", "ml"),
        ("l", "ml", 1_000, "liter", "l", "l"),
        ("IDR", "IDR", 1, "rupiah", "rupiah", "rupiah"),
        ("piece", "piece", 1, "potong", "piece", "pieces"),
        ("unit", "unit", 1, "buah", "unit", "units"),
        ("set", "set", 1, "set", "set", "sets"),
        ("dozen", "dozen", 1, "lusin", "dozen", "dozen"),
        ("pack", "pack", 1, "bungkus", "pack", "packs"),
        ("carton", "carton", 1, "karton", "carton", "cartons"),
        ("package", "package", 1, "paket", "package", "packages"),
        ("person", "person", 1, "jiwa", "person", "people"),
        ("family", "family", 1, "KK", "family", "families"),
        ("household", "household", 1, "rumah tangga", "household", "households"),
        ("house", "house", 1, "rumah", "house", "houses"),
        ("building", "building", 1, "bangunan", "building", "buildings"),
        ("event", "event", 1, "kali", "event", "events"),
        ("card", "card", 1, "kartu", "card", "cards"),
        ("letter", "letter", 1, "surat", "letter", "letters"),
        ("outlet", "outlet", 1, "agen", "outlet", "outlets"),
        ("district", "district", 1, "kecamatan", "district", "districts"),
        ("day", "day", 1, "hari", "day", "days"),
        ("month", "month", 1, "bulan", "month", "months"),
        ("year", "year", 1, "tahun", "year", "years"),
    )
    return {
        code: Unit(code, base, factor, Text(indonesian, one), Text(indonesian, many))
        for code, base, factor, indonesian, one, many in rows
    }


_UNITS = _units()
UNITS: tuple[Unit, ...] = tuple(_UNITS.values())
"""Every unit that kesos knows."""


@attrs.frozen(init=False, repr=False, order=False)
class Quantity:
    """An exact amount of a unit, held as a whole number of the base unit (g, ml, IDR, or what is counted).

    Args:
        amount: int, Decimal, Fraction or plain decimal text; never a float.
        unit: A `Unit` or its code.

    Raises:
        InvalidValueError: `amount` is not exact, or no whole number in the base unit; `unit` is not known.

    >>> Quantity("10483.2", "kg") == Quantity(10_483_200, "g")
    True
    >>> print(Quantity(2_408_000, "g"), "/", format(Quantity(2_408_000, "g"), "en"))
    2.408 kg / 2,408 kg
    """

    amount: int
    unit: Unit

    def __init__(self, amount: int | Decimal | Fraction | str, unit: Unit | str) -> None:
        given = Unit.of(unit)
        if type(amount) is int and -checks.LARGEST <= amount <= checks.LARGEST:
            base_amount = amount * given.factor
        else:
            exact = exact_fraction(amount, "amount") * given.factor
            if exact.denominator != 1:
                raise InvalidValueError(
                    Text(
                        f"{show_value(amount)} {given.code} tidak genap dalam {given.base}",
                        f"{show_value(amount)} {given.code} is no whole number of {given.base}",
                    ),
                    field="amount",
                    value=amount,
                    code="not_whole",
                )
            base_amount = exact.numerator
        _set(self, "amount", base_amount)
        _set(self, "unit", _UNITS[given.base])

    def _same_unit(self, amount: int) -> Quantity:
        made = object.__new__(Quantity)
        _set(made, "amount", amount)
        _set(made, "unit", self.unit)
        return made

    def __repr__(self) -> str:
        return f"Quantity({self.amount}, {self.unit.code!r})"

    def __str__(self) -> str:
        return self.say("id")

    def __format__(self, locale: str) -> str:
        return self.say(locale or "id")

    def to(self, unit: Unit | str) -> Decimal:
        """The amount in another unit of the same kind, exactly.

        >>> Quantity(1, "g").to("kg")
        Decimal('0.001')
        """
        wanted = Unit.of(unit)
        if wanted.base != self.unit.base:
            raise self._mismatch(wanted, "unit")
        value = exact_decimal(Fraction(self.amount, wanted.factor))
        assert value is not None  # every factor is a power of ten
        return value

    def say(self, locale: str, unit: Unit | str | None = None) -> str:
        """The amount as people print it, in `unit` or, left out, in the one that reads best (kg from 1,000 g on).

        >>> Quantity(36_120_000, "IDR").say("id"), Quantity(30, "piece").say("en")
        ('Rp36.120.000', '30 pieces')
        """
        if unit is None:
            unit = {"g": "kg", "ml": "l"}.get(self.unit.base, self.unit) if abs(self.amount) >= 1_000 else self.unit
        said_in = Unit.of(unit)
        value = self.to(said_in)
        if said_in.base == "IDR":
            return locales.rupiah(self.amount, locale)
        return f"{locales.number(value, locale)} {said_in.say(locales.words_language(locale), one=value == 1)}"

    def _mismatch(self, other: Unit, field: str) -> UnitError:
        return UnitError(
            Text(
                f"{other.code} dan {self.unit.code} tidak dapat digabung",
                f"{other.code} and {self.unit.code} do not mix",
            ),
            field=field,
            value=other.code,
        )

    def _amount_of(self, other: Quantity) -> int:
        if other.unit is not self.unit and other.unit.base != self.unit.base:
            raise self._mismatch(other.unit, "unit")
        return other.amount

    def __add__(self, other: object) -> Quantity:
        if isinstance(other, Quantity):
            return self._same_unit(self.amount + self._amount_of(other))
        return NotImplemented

    def __radd__(self, other: object) -> Quantity:
        # sum() starts from a bare 0, which adds nothing to anything
        return self if type(other) is int and other == 0 else NotImplemented

    def __sub__(self, other: object) -> Quantity:
        if isinstance(other, Quantity):
            return self._same_unit(self.amount - self._amount_of(other))
        return NotImplemented

    def __mul__(self, times: object) -> Quantity:
        if type(times) is int:
            return self._same_unit(self.amount * times)
        if isinstance(times, Quantity):
            return NotImplemented
        return self._same_unit(self.amount * checks.whole_number(times, "times"))

    __rmul__ = __mul__

    def __neg__(self) -> Quantity:
        return self._same_unit(-self.amount)

    def __lt__(self, other: object) -> bool:
        return self.amount < self._amount_of(other) if isinstance(other, Quantity) else NotImplemented

    def __le__(self, other: object) -> bool:
        return self.amount <= self._amount_of(other) if isinstance(other, Quantity) else NotImplemented

    def __gt__(self, other: object) -> bool:
        return self.amount > self._amount_of(other) if isinstance(other, Quantity) else NotImplemented

    def __ge__(self, other: object) -> bool:
        return self.amount >= self._amount_of(other) if isinstance(other, Quantity) else NotImplemented


@attrs.frozen(init=False, repr=False, order=False)
class Percentage:
    """A share, exact inside; a hundred percent is the whole.

    Args:
        percent: int, Decimal, Fraction or plain decimal text, in percent ("35.45" is 35.45 %); never a float.

    >>> Percentage("35.45").exact
    Fraction(709, 2000)
    >>> Percentage.of_fraction(Fraction(117, 330)).rounded()
    Decimal('35.45')
    """

    exact: Fraction

    def __init__(self, percent: int | Decimal | Fraction | str) -> None:
        _set(self, "exact", exact_fraction(percent, "percent") / 100)

    @classmethod
    def of_fraction(cls, share: Fraction) -> Percentage:
        """The percentage that is this share of one: 1/4 is 25 %."""
        return cls._holding(exact_fraction(share, "share"))

    @classmethod
    def _holding(cls, exact: Fraction) -> Percentage:
        made = object.__new__(cls)
        _set(made, "exact", exact)
        return made

    def rounded(self, places: int = 2, rounding: Rounding = Rounding.HALF_UP) -> Decimal:
        """In percent, with `places` decimals: by default two, half up, as the reports print them."""
        return round_exactly(self.exact * 100, places, rounding)

    def say(self, locale: str, places: int | None = None, rounding: Rounding = Rounding.HALF_UP) -> str:
        """As people print it. Without `places` no digit is dropped.

        Raises:
            InvalidValueError: `places` is left out and the decimals never end.

        >>> Percentage("35.45").say("id"), Percentage(Fraction(100, 3)).say("en", places=2)
        ('35,45 %', '33.33%')
        """
        value = exact_decimal(self.exact * 100) if places is None else self.rounded(places, rounding)
        if value is None:
            raise InvalidValueError(
                Text("angka di belakang koma tidak berakhir", "the decimals never end"),
                field="places",
                value=places,
                code="places_needed",
                hint=Text("Sebutkan banyaknya angka, misalnya places=2.", "Say how many to print, such as places=2."),
            )
        return locales.percent(value, locale)

    def __repr__(self) -> str:
        value = exact_decimal(self.exact * 100)
        return f"Percentage({show_value(self.exact * 100 if value is None else str(value))})"

    def __str__(self) -> str:
        return format(self, "id")

    def __format__(self, locale: str) -> str:
        ends = exact_decimal(self.exact * 100) is not None
        return self.say(locale or "id") if ends else "≈ " + self.say(locale or "id", places=2)

    def __add__(self, other: object) -> Percentage:
        return Percentage._holding(self.exact + other.exact) if isinstance(other, Percentage) else NotImplemented

    def __lt__(self, other: object) -> bool:
        return self.exact < other.exact if isinstance(other, Percentage) else NotImplemented

    def __le__(self, other: object) -> bool:
        return self.exact <= other.exact if isinstance(other, Percentage) else NotImplemented

    def __gt__(self, other: object) -> bool:
        return self.exact > other.exact if isinstance(other, Percentage) else NotImplemented

    def __ge__(self, other: object) -> bool:
        return self.exact >= other.exact if isinstance(other, Percentage) else NotImplemented


S = TypeVar("S", Quantity, Percentage, int)


@attrs.frozen(order=False)
class Span(Generic[S]):
    """From a minimum up to and including a maximum: what the law gives as a range stays one.

    >>> window = Span(Quantity(1_032, "kg"), Quantity(2_408, "kg"))
    >>> Quantity(2, "t") in window
    True
    >>> print(window)
    1.032 kg – 2.408 kg
    """

    minimum: S
    maximum: S

    def __attrs_post_init__(self) -> None:
        for field in ("minimum", "maximum"):
            end = getattr(self, field)
            if not isinstance(end, (Quantity, Percentage)):
                _set(self, field, checks.whole_number(end, field))
        self._check_kind(self.maximum, "maximum")
        if self.maximum < self.minimum:
            raise InvalidValueError(
                Text(
                    f"maksimum {self.maximum} di bawah minimum {self.minimum}",
                    f"the maximum {self.maximum!r} is below the minimum {self.minimum!r}",
                ),
                field="minimum",
                value=self.minimum,
                code="minimum_above_maximum",
            )

    def _check_kind(self, value: object, field: str) -> None:
        if type(value) is not type(self.minimum):
            raise InvalidValueError(
                Text(
                    f"{show_value(value)} tidak sejenis dengan rentang {self.say('id')}",
                    f"{show_value(value)} is not of one kind with {show_value(self.minimum)}",
                ),
                field=field,
                value=value,
                code="wrong_type",
            )

    def __contains__(self, value: S) -> bool:
        if not isinstance(value, (Quantity, Percentage)):
            value = checks.whole_number(value, "value")
        self._check_kind(value, "value")
        return self.minimum <= value <= self.maximum

    def __add__(self, other: Span[S]) -> Span[S]:
        if not isinstance(other, Span):
            return NotImplemented
        return Span(self.minimum + other.minimum, self.maximum + other.maximum)

    def __radd__(self, other: object) -> Span[S]:
        # sum() starts from a bare 0, which adds nothing to anything
        return self if type(other) is int and other == 0 else NotImplemented

    def say(self, locale: str) -> str:
        """Both ends as people print them, or the one value where they are the same."""
        ends: list[str] = []
        for end in (self.minimum, self.maximum):
            ends.append(locales.number(end, locale) if isinstance(end, int) else format(end, locale))
        return ends[0] if self.minimum == self.maximum else " – ".join(ends)

    def __str__(self) -> str:
        return self.say("id")

    def __format__(self, locale: str) -> str:
        return self.say(locale or "id")
