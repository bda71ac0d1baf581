"""What a cell means, by the kind of its column: typed cells as what they are, texts as `kesos.wording` reads them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any, Final, cast

import attrs

from kesos import _checks as checks
from kesos._sheets._cells import Percent, Worded, check_cell, number_in, shown
from kesos._sheets._fields import Field
from kesos._sheets._head_units import BUILDINGS, UNITS_OF
from kesos.errors import InvalidValueError, KesosError, ParseError
from kesos.hazards import Hazard
from kesos.relief._kept import KeepsRefusal
from kesos.tables._choices import CHOICES, read_choice
from kesos.tables._counted import NOT_RECORDED
from kesos.values import LANGUAGES, Period, Quantity, Text, Unit
from kesos.wording import (
    FamiliesAndPeople,
    parse_count,
    parse_day,
    parse_hazard,
    parse_kk_jiwa,
    parse_number,
    parse_percent,
    parse_period,
    parse_quantity,
    parse_rupiah,
)
from kesos.words import REDACTED

Reader = Callable[[Any], Any]
"""From a cell to its value; None where the cell says that it is not known."""

_YES = frozenset({"ya", "y", "yes", "true", "ada", "1", "v", "√", "✓"})
_NO = frozenset({"tidak", "tdk", "tidak ada", "no", "n", "false", "0"})
_PERCENT_DECIMALS = re.compile(r"\d[.,](\d+)\s*(?:%|persen|percent)?\s*$")


@attrs.frozen(kw_only=True)
class Said:
    """What a caller says about the print in the cells; the words are those of `kesos.wording`."""

    locale: str = "id"
    ambiguous: str | None = None
    none: int | None = 0
    dash: int | None = None
    blank: int | None = None
    unknown: int | None = None
    century: int | None = None

    def of_missing(self, zero: Any = 0) -> dict[str, Any]:
        """What stands for a text without a value; a zero that was said as one of the column's own kind."""
        said = {"none": self.none, "dash": self.dash, "blank": self.blank, "unknown": self.unknown}
        return {name: zero if value == 0 and value is not None else value for name, value in said.items()}


@attrs.frozen
class Unreadable(KeepsRefusal):
    """A cell that cannot be what its column says, and why."""

    error: KesosError


class ColumnReader(dict[Any, Any]):
    """What the cells of a column mean, each different cell read once; an `Unreadable` where one means nothing."""

    def __init__(self, field: Field, said: Said) -> None:
        super().__init__()
        self._read = _READERS[field.kind](field, said)
        self._locale = said.locale
        self._is_of_days = field.kind in ("day", "period") and said.locale == "id"
        self._month_first = ""
        """A day in the column that can only be meant with the month first, if any."""

    def __missing__(self, cell: Any) -> Any:
        value = self[cell] = self._once(cell)
        return value

    def _once(self, cell: Any) -> Any:
        try:
            check_cell(cell)
            if isinstance(cell, Worded):
                cell = shown(cell, self._locale)
            if self._month_first and _is_two_days(cell):
                raise ParseError("several_days.month_first", value=cell, other=self._month_first)
            return self._read(cell)
        except KesosError as error:
            error.__traceback__ = None  # it would keep the whole table alive
            return Unreadable(error)

    def read(self, cell: Any) -> Any:
        """The meaning of one cell.

        Raises:
            KesosError: It has none.
        """
        value = self._once(cell)
        if isinstance(value, Unreadable):
            raise value.refusal()
        return value

    def column(self, cells: Sequence[Any]) -> list[Any]:
        """The meaning of every cell of a column."""
        if self._is_of_days and not self._month_first:
            self._month_first = next(filter(_has_month_first, cells), "")
        if _APART.isdisjoint(map(type, cells)):
            try:
                return list(map(self.__getitem__, cells))
            except TypeError:  # a list or another thing that no cell holds
                pass
        return [self._once(cell) for cell in cells]


_IN_NUMBERS = re.compile(r"\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(?:\d{4}|\d{2})\s*", re.ASCII)
_MONTHS = 12


def _first_two(cell: object) -> tuple[int, int] | None:
    """The first two numbers of a day that is written in three."""
    found = _IN_NUMBERS.fullmatch(cell) if isinstance(cell, str) else None
    return None if found is None else (int(found[1]), int(found[2]))


def _has_month_first(cell: object) -> bool:
    found = _first_two(cell)
    return found is not None and 1 <= found[0] <= _MONTHS < found[1] <= 31


def _is_two_days(cell: object) -> bool:
    """Whether a day is another where its first two numbers change places."""
    found = _first_two(cell)
    return found is not None and found[0] != found[1] and max(found) <= _MONTHS


_APART = frozenset({bool, list, dict, set})
"""True and False are equal to 1 and 0; the others cannot be remembered."""


def _empty(cell: object) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip())


def _text(field: Field, said: Said) -> Reader:
    def read(cell: object) -> str | None:
        if _empty(cell):
            return None
        if isinstance(cell, str):
            return cell
        if isinstance(cell, (bool, Percent)) or not isinstance(cell, (int, float, Decimal, date, time)):
            raise InvalidValueError("not_a_text", value=cell)
        number = number_in(cell)
        return str(number) if number is not None else shown(cell, said.locale)

    return read


def _code(field: Field, said: Said) -> Reader:
    """A code such as 5.1.01, of which a spreadsheet may have made a number, but not a day."""
    of_text = _text(field, said)

    def read(cell: object) -> str | None:
        if isinstance(cell, (date, time)):
            raise InvalidValueError("not_a_text", value=cell)
        return cast("str | None", of_text(cell))

    return read


_NOT_RECORDED = frozenset(NOT_RECORDED.say(language).casefold() for language in LANGUAGES)


def _count(field: Field, said: Said) -> Reader:
    by_class = "[" in field.code
    own_units = UNITS_OF.get(field.code.partition("[")[0], frozenset())
    degree = next((letter for word, letter in _DEGREES if word in field.code), "")

    def read(cell: object) -> int | Text | None:
        if cell is None:
            return said.blank
        if isinstance(cell, str):
            if by_class and cell.strip().casefold() in _NOT_RECORDED:
                return NOT_RECORDED
            try:
                return parse_count(cell, locale=said.locale, **_ambiguous(said), **said.of_missing())
            except ParseError as refused:
                if own_units >= BUILDINGS and _BY_DEGREE.search(cell):
                    return _of_degree(cell, degree, said)
                return _counted(cell, own_units, said, refused)
        number = number_in(cell)
        if number is None:
            raise InvalidValueError("not_a_count.cell", value=cell)
        if isinstance(number, Decimal):
            raise ParseError("not_whole.count", value=cell)
        if number < 0:
            raise InvalidValueError("count_negative", value=number)
        return number

    return read


def _no_identity(of: Callable[[Field, Said], Reader]) -> Callable[[Field, Said], Reader]:
    """Readers of counts, none of which is as long as the number of a person or a family in the civil registry."""

    def reader(field: Field, said: Said) -> Reader:
        count = of(field, said)

        def read(cell: object) -> Any:
            number = count(cell)
            if isinstance(number, int) and number in _IDENTITIES:
                raise InvalidValueError("identifying.count", value=REDACTED)
            return number

        return read

    return reader


_IDENTITIES: Final = range(10**15, 10**16)
_BY_DEGREE = re.compile(r"\d ?(?:unit |buah |rumah )?R\.?([BSR])\b\.?", re.IGNORECASE)
_DEGREES = (("heavy", "B"), ("moderate", "S"), ("light", "R"))


def _of_degree(cell: str, degree: str, said: Said) -> int:
    """The number of "2 RB" in the column of that degree of damage; in another, that it is told by degree."""
    found = [letter.upper() for letter in _BY_DEGREE.findall(cell)]
    if found != [degree]:
        raise ParseError("by_degree_of_damage")
    return parse_count(_BY_DEGREE.sub(lambda match: match[0][0], cell), locale=said.locale, **_ambiguous(said))


def _counted(cell: str, units: frozenset[str], said: Said, refused: ParseError) -> int:
    """The number of "3 orang" in a column of people; of another unit, the refusal of the text."""
    try:
        amount: Quantity = parse_quantity(cell, locale=said.locale)
    except ParseError:
        raise refused from None
    if amount.unit.code not in units:
        raise refused from None
    return amount.amount


def _pair(field: Field, said: Said) -> Reader:
    def read(cell: object) -> FamiliesAndPeople | None:
        if _empty(cell):
            return None
        if not isinstance(cell, str):
            raise ParseError("unreadable.pair", value=cell)
        pair: Any = parse_kk_jiwa(cell, locale=said.locale, **{**said.of_missing(), "dash": None})
        return FamiliesAndPeople(0, 0) if pair == 0 else pair

    return read


def _quantity(field: Field, said: Said) -> Reader:
    def read(cell: object) -> Quantity | int | Decimal | None:
        if not isinstance(cell, str):
            number = number_in(cell)
            if number is None and cell is not None:
                raise InvalidValueError("not_an_amount.cell", value=cell)
            return number
        missing = {"none": None, "dash": None, "blank": None, "unknown": None}
        try:
            bare: Any = parse_number(cell, locale=said.locale, **_ambiguous(said), **missing)
            return cast("int | Decimal | None", bare)
        except ParseError as refused:
            try:
                amount: Any = parse_quantity(cell, locale=said.locale, **_ambiguous(said), **missing)
            except ParseError:
                if any(map(str.isalpha, cell)):
                    raise
                raise refused from None  # a number alone is told why it is none
            return cast("Quantity | None", amount)

    return read


def _amount(field: Field, said: Said) -> Reader:
    def read(cell: object) -> Quantity | None:
        zero = Quantity(0, "IDR")
        if cell is None:
            return zero if said.blank == 0 and said.blank is not None else None
        if isinstance(cell, str):
            amount: Quantity | None = parse_rupiah(
                cell, locale=said.locale, **_ambiguous(said), **said.of_missing(zero)
            )
            return amount
        number = number_in(cell)
        if number is None:
            raise InvalidValueError("not_an_amount.cell", value=cell)
        return Quantity(number, "IDR") if isinstance(number, int) else with_sen(number)

    return read


def with_sen(number: Decimal) -> Quantity:
    """An amount of rupiah that is not whole, exact in sen."""
    return Quantity(number * 100, Unit.of("IDR/100"))


def _ambiguous(said: Said) -> dict[str, Any]:
    return {} if said.ambiguous is None else {"ambiguous": said.ambiguous}


def _period(field: Field, said: Said) -> Reader:
    def read(cell: Any) -> Period | None:
        if _empty(cell):
            return None
        if isinstance(cell, Period):  # what a caller says is the same for every row
            return cell
        if isinstance(cell, datetime):
            return Period.of(cell.date())
        if isinstance(cell, date):
            return Period.of(cell)
        number = number_in(cell)  # a year, or the number by which a spreadsheet counts a day, which print refuses
        period: Period | None = parse_period(
            cell if number is None else str(number),
            locale=said.locale,
            century=said.century,
            none=None,
            dash=None,
            blank=None,
            unknown=None,
        )
        return period

    return read


def _day(field: Field, said: Said) -> Reader:
    def read(cell: Any) -> date | None:
        if _empty(cell):
            return None
        if isinstance(cell, datetime):
            return cell.date()
        if isinstance(cell, date):
            return cell
        number = number_in(cell)
        day: date | None = parse_day(
            cell if number is None else str(number),
            locale=said.locale,
            century=said.century,
            none=None,
            dash=None,
            blank=None,
            unknown=None,
        )
        return day

    return read


def _percent(field: Field, said: Said) -> Reader:
    """A percentage with the decimals that were printed, as `BudgetLine.realized_percent` takes it."""

    def read(cell: object) -> str | None:
        if cell is None:
            return None
        if isinstance(cell, Percent):
            return str(cell.shown.normalize()) if cell.shown % 1 else str(int(cell.shown))
        if isinstance(cell, str):
            percent: Any = parse_percent(
                cell, locale=said.locale, **_ambiguous(said), none=None, dash=None, blank=None, unknown=None
            )
            if percent is None:
                return None
            printed = _PERCENT_DECIMALS.search(cell.strip())
            return str(percent.rounded(len(printed[1]) if printed else 0))
        number = number_in(cell)
        if number is None:
            raise InvalidValueError("not_an_amount.cell", value=cell)
        return str(number)

    return read


def _hazard(field: Field, said: Said) -> Reader:
    def read(cell: Any) -> Hazard | None:
        if _empty(cell):
            return None
        if isinstance(cell, Hazard):  # what a caller says is the same for every row
            return cell
        hazard: Hazard | None = parse_hazard(cell, dash=None, blank=None, none=None, unknown=None)
        return hazard

    return read


def _flag(field: Field, said: Said) -> Reader:
    def read(cell: object) -> bool | None:
        if isinstance(cell, bool):
            return cell
        word = shown(cell, "id").casefold()
        if word in ("", "-", "–", "—"):
            return None
        if word in _YES or word in _NO:
            return word in _YES
        raise InvalidValueError("not_a_flag", value=cell)

    return read


def _choice(field: Field, said: Said) -> Reader:
    choices = field.choices or field.code

    def read(cell: object) -> str | bool | None:
        text = shown(cell, said.locale)
        if text in ("", "-", "–", "—"):
            return None
        code = read_choice(choices, text)
        if code is None:
            raise InvalidValueError("not_a_choice", value=cell, hint=checks.did_you_mean(text, _choices(choices, said)))
        return code

    return read


def _choices(code: str, said: Said) -> tuple[str, ...]:
    return tuple(words.say("en" if said.locale.startswith("en") else "id") for words in CHOICES[code].values())


_READERS: Final[Mapping[str, Callable[[Field, Said], Reader]]] = {
    "text": _text,
    "code": _code,
    "count": _no_identity(_count),
    "kk_jiwa": _pair,
    "amount": _amount,
    "period": _period,
    "day": _day,
    "percent": _percent,
    "hazard": _hazard,
    "flag": _flag,
    "choice": _choice,
    "quantity": _quantity,
}
