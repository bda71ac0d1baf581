"""The clauses of an aid standard, as data: items and rates, windows of days, validity, readings, what is left out."""

from __future__ import annotations

from typing import Any, Literal, get_args

import attrs

from kesos.errors import InvalidValueError, show_value
from kesos.values import Citation, Period, Quantity, Rounding, Text, Unit
from kesos.values import _checks as checks
from kesos.values._checks import slug

Per = Literal["person", "family", "event", "recipient"]
Every = Literal["day", "month", "once"]
Counted = Literal["event", "place"]
Beyond = Literal["decision", "refused"]
End = Literal["unknown", "open"]

LARGEST_AMOUNT = 10**12
"""No rate is larger: a trillion grams or rupiah a person is a slip of the keyboard."""
LONGEST_WINDOW = 3_660
"""No window is longer: ten years of daily food are no emergency aid."""

_PER: tuple[Per, ...] = get_args(Per)
_EVERY: tuple[Every, ...] = get_args(Every)
_COUNTED: tuple[Counted, ...] = get_args(Counted)
_BEYOND: tuple[Beyond, ...] = get_args(Beyond)
_END: tuple[End, ...] = get_args(End)


def at_most(value: object, field: str, *, least: int, most: int) -> int:
    """`value` where it is a whole number from `least` to `most`."""
    number = checks.whole_number(value, field)
    if least <= number <= most:
        return number
    raise InvalidValueError(
        Text(
            f"{show_value(value)} tidak antara {least} dan {most}",
            f"{show_value(value)} is not from {least} to {most}",
        ),
        field=field,
        value=value,
        code="out_of_range",
    )


_set = object.__setattr__  # how a frozen class fills its own fields


def hold_number(holder: object, field: str, *, least: int, most: int) -> None:
    """Checks one number of a frozen object under construction; a NumPy integer is stored as an int."""
    _set(holder, field, at_most(getattr(holder, field), field, least=least, most=most))


def hold_items(holder: object, field: str, kind: type[Any]) -> None:
    """Checks one list of a frozen object under construction and stores it as a tuple, which nobody changes."""
    _set(holder, field, checks.items(getattr(holder, field), field, kind))


def check_kinds(holder: object, **kinds: type[Any]) -> None:
    for field, kind in kinds.items():
        checks.instance(getattr(holder, field), field, kind)


def _hold_hazards(holder: Window | NotCovered) -> None:
    hold_items(holder, "hazards", str)
    if not holder.hazards:
        raise contradiction("hazards", (), "tidak menyebut bencana", "names no hazard", "missing")
    _set(holder, "hazards", tuple(slug(code, "hazards") for code in holder.hazards))


def contradiction(field: str, value: object, indonesian: str, english: str, code: str) -> InvalidValueError:
    """What is said where two parts of a clause, or two clauses, do not go together."""
    return InvalidValueError(Text(indonesian, english), field=field, value=value, code=code)


@attrs.frozen(kw_only=True)
class InKind:
    """Something that may be given in the place of money.

    >>> InKind(code="eggs", name=Text("Telur", "Eggs")).name.say("en")
    'Eggs'
    """

    code: str
    name: Text

    def __attrs_post_init__(self) -> None:
        slug(self.code, "code")
        check_kinds(self, name=Text)


def _unit(unit: Unit | str) -> Unit:
    return Unit.of(unit)


@attrs.frozen(kw_only=True)
class Item:
    """One thing that a standard grants, and at which rate.

    The quantity is `amount` × (people, families or recipients ÷ `group`) × (days or months).

    Args:
        code: A slug, such as "rice".
        name: What it is called.
        amount: How much of `unit` at a time; None where the standard leaves the number blank.
        unit: The unit of `amount`, or its code.
        per: Whom it is for: each "person", each "family", the whole "event", or each "recipient" that somebody chose.
        every: How often: each "day", each "month", or "once".
        group: One `amount` for so many people or families: 20, for one toilet for every 20 people.
        rounding: What the rest of a group counts for; needed where `group` is above 1.
        counted: Where groups are counted: over the whole "event" or in each "place"; needed where `group` is above 1.
        month_days: How many days make a month; needed where `every` is "month".
        month_rounding: What a part of a month counts for; needed where `every` is "month".
        floor: The amount is the least that is owed, and more may be given.
        in_kind: What may be given in the place of money.
        citation: Where the standard says so.
    """

    code: str
    name: Text
    amount: int | None = None
    unit: Unit = attrs.field(converter=_unit)
    per: Per
    every: Every = "once"
    group: int = 1
    rounding: Rounding | None = None
    counted: Counted | None = None
    month_days: int | None = None
    month_rounding: Rounding | None = None
    floor: bool = False
    in_kind: tuple[InKind, ...] = ()
    citation: Citation
    rate: Quantity | None = attrs.field(init=False, eq=False, default=None)
    """The amount with its unit; None where the standard leaves the number blank."""

    def __attrs_post_init__(self) -> None:
        slug(self.code, "code")
        check_kinds(self, name=Text, citation=Citation)
        if self.amount is not None:
            hold_number(self, "amount", least=0, most=LARGEST_AMOUNT)
            _set(self, "rate", Quantity(self.amount, self.unit))
        checks.choice(self.per, "per", _PER)
        checks.choice(self.every, "every", _EVERY)
        hold_number(self, "group", least=1, most=LARGEST_AMOUNT)
        if self.counted is not None:
            checks.choice(self.counted, "counted", _COUNTED)
        for field in ("rounding", "month_rounding"):
            if getattr(self, field) is not None:
                checks.instance(getattr(self, field), field, Rounding)
        checks.flag(self.floor, "floor")
        hold_items(self, "in_kind", InKind)
        self._check_group()
        self._check_month()
        if self.per == "recipient" and self.every != "once":
            raise contradiction(
                "every",
                self.every,
                "yang untuk penerima terpilih diberikan sekali",
                "what is for chosen recipients is given once",
                "not_once",
            )

    def _check_group(self) -> None:
        grouped = self.group > 1
        if grouped and self.per not in ("person", "family"):
            raise contradiction(
                "group",
                self.group,
                "hanya jiwa dan KK yang dikelompokkan",
                "only people and families are grouped",
                "group_does_not_fit",
            )
        for field, value in (("rounding", self.rounding), ("counted", self.counted)):
            if grouped and value is None:
                raise contradiction(
                    field, value, "harus ada bila group di atas 1", "is needed where group is above 1", "missing"
                )
            if not grouped and value is not None:
                raise contradiction(
                    field, value, "hanya ada bila group di atas 1", "has no place unless group is above 1", "not_used"
                )

    def _check_month(self) -> None:
        monthly = self.every == "month"
        for field, value in (("month_days", self.month_days), ("month_rounding", self.month_rounding)):
            if monthly and value is None:
                raise contradiction(
                    field, value, 'harus ada bila every = "month"', 'is needed where every = "month"', "missing"
                )
            if not monthly and value is not None:
                raise contradiction(
                    field, value, 'hanya ada bila every = "month"', 'has no place unless every = "month"', "not_used"
                )
        if self.month_days is not None:
            hold_number(self, "month_days", least=1, most=31)

    @property
    def unspecified(self) -> bool:
        """The standard names the item and leaves its number blank."""
        return self.amount is None

    def label(self, language: str) -> str:
        """What it is called in "id" or "en"."""
        return self.name.say(language)


@attrs.frozen(kw_only=True)
class Package:
    """Items that a standard grants together, and to whom it says they should go.

    Args:
        code: A slug, such as "clothing".
        name: What it is called.
        priority: Whom the standard puts first, where it says so; deciding that is for people.
        items: What is in it.
    """

    code: str
    name: Text
    priority: Text | None = None
    items: tuple[Item, ...]

    def __attrs_post_init__(self) -> None:
        slug(self.code, "code")
        check_kinds(self, name=Text)
        if self.priority is not None:
            check_kinds(self, priority=Text)
        hold_items(self, "items", Item)

    def label(self, language: str) -> str:
        """What it is called in "id" or "en"."""
        return self.name.say(language)


@attrs.frozen(kw_only=True)
class Window:
    """For how many days a standard feeds the victims of some hazards.

    Args:
        hazards: The codes of the hazards.
        minimum: The least number of days.
        maximum: The most, without an extension.
        extended: The most with an extension; None where the standard knows none.
        citation: Where the standard says so.

    >>> Window(hazards=("flood",), minimum=3, maximum=7, extended=12, citation=Citation(regulation="x")).longest
    12
    """

    hazards: tuple[str, ...]
    minimum: int
    maximum: int
    extended: int | None = None
    citation: Citation

    def __attrs_post_init__(self) -> None:
        _hold_hazards(self)
        check_kinds(self, citation=Citation)
        hold_number(self, "minimum", least=1, most=LONGEST_WINDOW)
        hold_number(self, "maximum", least=1, most=LONGEST_WINDOW)
        if self.minimum > self.maximum:
            raise contradiction(
                "minimum",
                self.minimum,
                f"minimum {self.minimum} di atas maximum {self.maximum}",
                f"minimum {self.minimum} is above maximum {self.maximum}",
                "minimum_above_maximum",
            )
        if self.extended is not None:
            hold_number(self, "extended", least=1, most=LONGEST_WINDOW)
            if self.extended <= self.maximum:
                raise contradiction(
                    "extended",
                    self.extended,
                    f"perpanjangan {self.extended} tidak di atas maximum {self.maximum}",
                    f"the extension {self.extended} is not above maximum {self.maximum}",
                    "extended_not_above_maximum",
                )

    @property
    def longest(self) -> int:
        """The most days that the standard gives by itself, an extension included."""
        return self.maximum if self.extended is None else self.extended


@attrs.frozen(kw_only=True)
class Validity:
    """From when until when a standard is in force.

    Args:
        start: The day, month or year from which it is in force.
        end: The last day, month or year; "open" where it is known to have none; "unknown" where nobody has said.
        citation: Where that is said.

    >>> validity = Validity(start=Period.of("2003"), end="unknown", citation=Citation(regulation="x"))
    >>> validity.covers(Period.of("2002-12-31/2003-01-02"))
    False
    """

    start: Period
    end: Period | End
    citation: Citation

    def __attrs_post_init__(self) -> None:
        check_kinds(self, start=Period, citation=Citation)
        if not isinstance(self.end, Period):
            checks.choice(self.end, "end", _END)
        elif self.end.end < self.start.start:
            raise contradiction(
                "end",
                self.end.iso,
                f"berakhir {self.end.iso} sebelum mulai {self.start.iso}",
                f"ends {self.end.iso} before it starts {self.start.iso}",
                "end_before_start",
            )

    def covers(self, period: Period) -> bool:
        """Whether it is in force on the first day of `period`, the day that decides."""
        first = period.start if type(period) is Period else Period.of(period).start
        ended = isinstance(self.end, Period) and first > self.end.end
        return self.start.start <= first and not ended

    def say(self, language: str) -> str:
        """From when until when, in words; an end that is not known is said to be so."""
        since = Text("Berlaku sejak", "In force since").say(language) + f" {self.start.say(language)}"
        if isinstance(self.end, Period):
            return f"{since} {Text('sampai', 'until').say(language)} {self.end.say(language)}."
        ends = {
            "unknown": Text("sampai kapan tidak diketahui", "until when is not known"),
            "open": Text("tanpa batas akhir", "without an end"),
        }
        return f"{since}; {ends[self.end].say(language)}."


@attrs.frozen(kw_only=True)
class HazardReading:
    """A hazard that a standard does not name in so many words, and the one of its words that we read it as.

    Args:
        hazard: The code of the hazard that is met.
        read_as: The code of the hazard that the standard names.
        reason: Why; the answer shows it.
        citation: What the reading rests on.
    """

    hazard: str
    read_as: str
    reason: Text
    citation: Citation

    def __attrs_post_init__(self) -> None:
        slug(self.hazard, "hazard")
        slug(self.read_as, "read_as")
        check_kinds(self, reason=Text, citation=Citation)


@attrs.frozen(kw_only=True)
class NotCovered:
    """Hazards that a standard leaves to another one, and what is known of that other one.

    Args:
        hazards: The codes of the hazards.
        note: Which standard is said to serve them.
        citation: Who says so.
    """

    hazards: tuple[str, ...]
    note: Text
    citation: Citation

    def __attrs_post_init__(self) -> None:
        _hold_hazards(self)
        check_kinds(self, note=Text, citation=Citation)


@attrs.frozen(kw_only=True)
class Durations:
    """What a standard says of days outside its windows.

    Args:
        beyond: "decision" where its windows are examples, so that an office may decide otherwise in its own name;
            "refused" where they are limits.
        note: The standard's words for that, as we understand them.
        citation: Where it says so.
    """

    beyond: Beyond
    note: Text
    citation: Citation

    def __attrs_post_init__(self) -> None:
        checks.choice(self.beyond, "beyond", _BEYOND)
        check_kinds(self, note=Text, citation=Citation)
