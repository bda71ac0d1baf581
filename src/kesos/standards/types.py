"""What an aid standard says, as data: items and their rates, windows of days, validity, readings, what is left out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, Literal, get_args

import attrs

from kesos import checks
from kesos.errors import FaultsError, InvalidValueError, KesosError, UnknownItemError, show_value
from kesos.hazards import Hazard, slug
from kesos.periods import Period
from kesos.quantities import Quantity, Rounding, Unit
from kesos.sources import Citation
from kesos.texts import Text

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


def _hold_number(holder: object, field: str, *, least: int, most: int) -> None:
    """Checks one number of a frozen object under construction; a NumPy integer is stored as an int."""
    _set(holder, field, at_most(getattr(holder, field), field, least=least, most=most))


def _hold_items(holder: object, field: str, kind: type[Any]) -> None:
    """Checks one list of a frozen object under construction and stores it as a tuple, which nobody changes."""
    _set(holder, field, checks.items(getattr(holder, field), field, kind))


def _check_kinds(holder: object, **kinds: type[Any]) -> None:
    for field, kind in kinds.items():
        checks.instance(getattr(holder, field), field, kind)


def _hold_hazards(holder: Window | NotCovered) -> None:
    _hold_items(holder, "hazards", str)
    if not holder.hazards:
        raise _contradiction("hazards", (), "tidak menyebut bencana", "names no hazard", "missing")
    _set(holder, "hazards", tuple(slug(code, "hazards") for code in holder.hazards))


def _contradiction(field: str, value: object, indonesian: str, english: str, code: str) -> InvalidValueError:
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
        _check_kinds(self, name=Text)


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
        _check_kinds(self, name=Text, citation=Citation)
        if self.amount is not None:
            _hold_number(self, "amount", least=0, most=LARGEST_AMOUNT)
            _set(self, "rate", Quantity(self.amount, self.unit))
        checks.choice(self.per, "per", _PER)
        checks.choice(self.every, "every", _EVERY)
        _hold_number(self, "group", least=1, most=LARGEST_AMOUNT)
        if self.counted is not None:
            checks.choice(self.counted, "counted", _COUNTED)
        for field in ("rounding", "month_rounding"):
            if getattr(self, field) is not None:
                checks.instance(getattr(self, field), field, Rounding)
        checks.flag(self.floor, "floor")
        _hold_items(self, "in_kind", InKind)
        self._check_group()
        self._check_month()
        if self.per == "recipient" and self.every != "once":
            raise _contradiction(
                "every",
                self.every,
                "yang untuk penerima terpilih diberikan sekali",
                "what is for chosen recipients is given once",
                "not_once",
            )

    def _check_group(self) -> None:
        grouped = self.group > 1
        if grouped and self.per not in ("person", "family"):
            raise _contradiction(
                "group",
                self.group,
                "hanya jiwa dan KK yang dikelompokkan",
                "only people and families are grouped",
                "group_does_not_fit",
            )
        for field, value in (("rounding", self.rounding), ("counted", self.counted)):
            if grouped and value is None:
                raise _contradiction(
                    field, value, "harus ada bila group di atas 1", "is needed where group is above 1", "missing"
                )
            if not grouped and value is not None:
                raise _contradiction(
                    field, value, "hanya ada bila group di atas 1", "has no place unless group is above 1", "not_used"
                )

    def _check_month(self) -> None:
        monthly = self.every == "month"
        for field, value in (("month_days", self.month_days), ("month_rounding", self.month_rounding)):
            if monthly and value is None:
                raise _contradiction(
                    field, value, 'harus ada bila every = "month"', 'is needed where every = "month"', "missing"
                )
            if not monthly and value is not None:
                raise _contradiction(
                    field, value, 'hanya ada bila every = "month"', 'has no place unless every = "month"', "not_used"
                )
        if self.month_days is not None:
            _hold_number(self, "month_days", least=1, most=31)

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
        _check_kinds(self, name=Text)
        if self.priority is not None:
            _check_kinds(self, priority=Text)
        _hold_items(self, "items", Item)

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
        _check_kinds(self, citation=Citation)
        _hold_number(self, "minimum", least=1, most=LONGEST_WINDOW)
        _hold_number(self, "maximum", least=1, most=LONGEST_WINDOW)
        if self.minimum > self.maximum:
            raise _contradiction(
                "minimum",
                self.minimum,
                f"minimum {self.minimum} di atas maximum {self.maximum}",
                f"minimum {self.minimum} is above maximum {self.maximum}",
                "minimum_above_maximum",
            )
        if self.extended is not None:
            _hold_number(self, "extended", least=1, most=LONGEST_WINDOW)
            if self.extended <= self.maximum:
                raise _contradiction(
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
        _check_kinds(self, start=Period, citation=Citation)
        if not isinstance(self.end, Period):
            checks.choice(self.end, "end", _END)
        elif self.end.end < self.start.start:
            raise _contradiction(
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
        _check_kinds(self, reason=Text, citation=Citation)


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
        _check_kinds(self, note=Text, citation=Citation)


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
        _check_kinds(self, note=Text, citation=Citation)


def _in_full(hazards: tuple[Hazard, ...]) -> tuple[object, ...]:
    """Hazards compare by their code; two standards are equal only where they also call them the same."""
    return tuple((hazard.code, hazard.name, hazard.words) for hazard in hazards)


@attrs.frozen(kw_only=True, repr=False)
class AidStandard:
    """An instrument that grants aid to the victims of disasters, as data.

    Standards are read from TOML files with `load_standard`, or built from the classes of this module.

    Args:
        code: A slug that names it, such as "pedum-2003".
        title: Its title.
        source: The instrument itself.
        validity: From when until when it is in force.
        durations: What it says of days outside its windows.
        windows: For how many days it feeds whom.
        packages: What it grants.
        hazards: Hazards that it brings along.
        readings: Hazards that are read as one of its own.
        not_covered: Hazards that it leaves to another standard.

    Raises:
        FaultsError: Two items of one code, a hazard in two windows, a reading of nothing: all of them at once.
    """

    code: str
    title: Text
    source: Citation
    validity: Validity
    durations: Durations
    windows: tuple[Window, ...]
    packages: tuple[Package, ...]
    hazards: tuple[Hazard, ...] = attrs.field(default=(), eq=_in_full)
    readings: tuple[HazardReading, ...] = ()
    not_covered: tuple[NotCovered, ...] = ()
    _window_by_hazard: Mapping[str, Window] = attrs.field(init=False, eq=False)
    _reading_by_hazard: Mapping[str, HazardReading] = attrs.field(init=False, eq=False)
    _item_by_code: Mapping[str, Item] = attrs.field(init=False, eq=False)
    _granted: tuple[Item, ...] = attrs.field(init=False, eq=False, default=())

    def __attrs_post_init__(self) -> None:
        slug(self.code, "code")
        _check_kinds(self, title=Text, source=Citation, validity=Validity, durations=Durations)
        for field, kind in _PARTS.items():
            _hold_items(self, field, kind)
        faults = list(self._faults())
        if faults:
            raise FaultsError(
                Text(f"standar {self.code} tidak utuh", f"the standard {self.code} does not hold together"),
                faults=tuple(faults),
                value=self.code,
            )
        windows = {code: window for window in self.windows for code in window.hazards}
        windows |= {reading.hazard: windows[reading.read_as] for reading in self.readings}
        items = {item.code: item for package in self.packages for item in package.items}
        _set(self, "_window_by_hazard", MappingProxyType(windows))
        _set(self, "_reading_by_hazard", MappingProxyType({reading.hazard: reading for reading in self.readings}))
        _set(self, "_item_by_code", MappingProxyType(items))
        _set(self, "_granted", tuple(item for item in items.values() if item.per != "recipient"))

    def __reduce__(self) -> tuple[Any, ...]:
        # What is looked up cannot be pickled; it is made anew from what the standard says.
        return _rebuild, ({field.name: getattr(self, field.name) for field in attrs.fields(AidStandard) if field.init},)

    def _faults(self) -> Iterable[KesosError]:
        yield from _twice("packages", [package.code for package in self.packages] + self._item_codes())
        yield from _twice("hazards", [hazard.code for hazard in self.hazards])
        yield from _twice("windows", [code for window in self.windows for code in window.hazards])
        yield from _twice("readings", [reading.hazard for reading in self.readings])
        windowed = {code for window in self.windows for code in window.hazards}
        named = {
            "windows": windowed,
            "readings": {reading.hazard for reading in self.readings},
            "not_covered": {code for each in self.not_covered for code in each.hazards},
        }
        own = {hazard.code for hazard in self.hazards}
        for field, codes in named.items():
            for code in sorted(codes - own):
                if not Hazard.is_known(code):
                    yield _unknown_hazard(field, code)
        for reading in self.readings:
            if reading.read_as not in windowed or reading.hazard in windowed:
                yield _contradiction(
                    "readings",
                    reading.hazard,
                    f"{reading.hazard!r} tidak dapat dibaca sebagai {reading.read_as!r}",
                    f"{reading.hazard!r} cannot be read as {reading.read_as!r}: a reading leads from a hazard without "
                    "a window to one with a window",
                    "reading_does_not_fit",
                )

    def _item_codes(self) -> list[str]:
        return [item.code for package in self.packages for item in package.items]

    def __repr__(self) -> str:
        return f"AidStandard({self.code!r})"

    def label(self, language: str) -> str:
        """Its title in "id" or "en"."""
        return self.title.say(language)

    def hazard(self, hazard: Hazard | str) -> Hazard:
        """One of the hazards that the standard brings along, or a well-known one.

        Raises:
            UnknownHazardError: Neither knows the word.
        """
        if isinstance(hazard, str):
            wanted = " ".join(hazard.casefold().split())
            for own in self.hazards:
                if wanted in {own.code, *(word.casefold() for word in (own.name.id, own.name.en, *own.words))}:
                    return own
        return Hazard.of(hazard)

    def window_for(self, hazard: Hazard) -> Window | None:
        """The window of days for a hazard, by its own name or by a reading; None where it is not covered."""
        return self._window_by_hazard.get((hazard if type(hazard) is Hazard else self.hazard(hazard)).code)

    def reading_for(self, hazard: Hazard) -> HazardReading | None:
        """The reading by which the hazard is covered; None where it needs none."""
        return self._reading_by_hazard.get((hazard if type(hazard) is Hazard else self.hazard(hazard)).code)

    def left_to_another(self, hazard: Hazard) -> NotCovered | None:
        """What is known of the standard that serves a hazard which this one does not."""
        code = self.hazard(hazard).code
        return next((each for each in self.not_covered if code in each.hazards), None)

    @property
    def items(self) -> tuple[Item, ...]:
        """Every item of every package, in order."""
        return tuple(self._item_by_code.values())

    @property
    def granted(self) -> tuple[Item, ...]:
        """The items that need no chosen recipients."""
        return self._granted

    def item(self, code: str) -> Item:
        """The item with this code.

        Raises:
            UnknownItemError: The standard has none.
        """
        if isinstance(code, str) and code in self._item_by_code:
            return self._item_by_code[code]
        raise UnknownItemError(
            Text(f"{self.code} tidak mengenal barang ini", f"{self.code} has no such item"),
            field="item",
            value=code,
            hint=checks.did_you_mean(code, self._item_by_code),
        )

    def evolve(
        self,
        *,
        code: str,
        source: Citation | str,
        title: Text | None = None,
        rates: Mapping[str, Quantity] | None = None,
        windows: Mapping[str, Window] | None = None,
        validity: Validity | None = None,
    ) -> AidStandard:
        """Another standard that differs in a few values; each of those takes the source that is given here.

        Args:
            code: The code of the new standard.
            source: Where the changed values come from. A text becomes a citation that is marked hypothetical.
            title: The new title; left out, the old one, marked as changed.
            rates: New rates by item code.
            windows: New windows by hazard code; each takes the hazard out of its old window, and out of a reading.
            validity: The new validity.

        Raises:
            UnknownItemError: `rates` names no item of this standard.
            UnitError: A new rate is not in the unit's kind of the old one.

        >>> from kesos.standards import PEDUM_2003
        >>> more = PEDUM_2003.evolve(code="more", source="a proposal", rates={"rice": Quantity(500, "g")})
        >>> print(more.item("rice").citation)
        a proposal (pengandaian, bukan hukum yang berlaku)
        """
        slug(code, "code")
        if code == self.code:
            raise _contradiction(
                "code",
                code,
                "standar yang berubah perlu kode sendiri",
                "a changed standard needs a code of its own",
                "same_code",
            )
        if isinstance(source, Citation):
            citation = source
        else:
            citation = Citation(regulation=checks.text(source, "source"), known="hypothetical")
        new_rates = {} if rates is None else checks.instance(rates, "rates", Mapping)
        new_windows = {} if windows is None else checks.instance(windows, "windows", Mapping)
        changed = {item: _new_rate(self.item(item), rate, citation) for item, rate in new_rates.items()}
        packages = tuple(
            attrs.evolve(package, items=tuple(changed.get(item.code, item) for item in package.items))
            for package in self.packages
        )
        return AidStandard(
            code=code,
            title=Text(
                f"{self.title.id}, diubah menurut {citation.regulation}",
                f"{self.title.en}, changed by {citation.regulation}",
            )
            if title is None
            else title,
            source=citation,
            validity=self.validity if validity is None else validity,
            durations=self.durations,
            windows=_new_windows(self.windows, new_windows, citation),
            packages=packages,
            hazards=self.hazards,
            readings=tuple(reading for reading in self.readings if reading.hazard not in new_windows),
            not_covered=self.not_covered,
        )


_PARTS: dict[str, type[Any]] = {
    "windows": Window,
    "packages": Package,
    "hazards": Hazard,
    "readings": HazardReading,
    "not_covered": NotCovered,
}


def _rebuild(fields: dict[str, Any]) -> AidStandard:
    return AidStandard(**fields)


def _unknown_hazard(field: str, code: str) -> InvalidValueError:
    return InvalidValueError(
        Text(f"bencana {code!r} tidak dikenal", f"{code!r} is not a known hazard"),
        field=field,
        value=code,
        code="unknown_hazard",
        hint=Text(
            "Sebutkan di bawah hazards, dengan nama dan kata-katanya.",
            "Bring it along under hazards, with its name and words.",
        ),
    )


def _twice(field: str, codes: list[str]) -> Iterable[KesosError]:
    for code in sorted({code for code in codes if codes.count(code) > 1}):
        yield _contradiction(field, code, f"{code!r} ada dua kali", f"{code!r} is there twice (duplicate)", "duplicate")


def _new_rate(item: Item, rate: Quantity, citation: Citation) -> Item:
    checks.instance(rate, "rates", Quantity)
    old = Quantity(0, item.unit)
    new = (old + rate).amount  # an error where the units do not go together
    whole, rest = divmod(new, item.unit.factor)
    amount, unit = (new, old.unit) if rest else (whole, item.unit)
    return attrs.evolve(item, amount=amount, unit=unit, citation=citation)


def _new_windows(old: tuple[Window, ...], new: Mapping[str, Window], citation: Citation) -> tuple[Window, ...]:
    for window in new.values():
        checks.instance(window, "windows", Window)
    kept = [
        attrs.evolve(window, hazards=left)
        for window in old
        if (left := tuple(code for code in window.hazards if code not in new))
    ]
    return (*kept, *(attrs.evolve(window, hazards=(code,), citation=citation) for code, window in new.items()))
