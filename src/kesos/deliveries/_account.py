"""An account: the lines of what was owed and delivered, and what could not be set against anything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

import attrs

from kesos import _checks as checks
from kesos.deliveries._delivery import Delivery, Priced, say_goods
from kesos.deliveries._lines import AccountLine, LeftOut
from kesos.deliveries._sorting import Sorted, closest, sort_out
from kesos.errors import InvalidValueError
from kesos.prices import Price, price_pairs
from kesos.records import Fieldwise, Plain, to_plain
from kesos.relief import Refusal, Relief, ReliefTotal, total
from kesos.relief._answers import floor_note
from kesos.relief._terms import Owed
from kesos.standards._items import names_of
from kesos.values import Place, Quantity, TableView, Text
from kesos.values._display import Tabled
from kesos.values._spans import ends_of
from kesos.values._texts import check_language
from kesos.words import counted

_PLACE = Text("Tempat", "Place")
_HEADER = (
    Text("Bantuan", "Aid"),
    Text("Hak", "Owed"),
    Text("Disalurkan", "Delivered"),
    Text("Masih kurang", "Still owed"),
    Text("Kelebihan", "Beyond"),
)
_CAPTION = Text("Hak dan penyaluran", "Owed and delivered")
_ALL = Text("semua tempat", "all places")
_UNPRICED = Text("Natura tanpa harga, tidak diperhitungkan: {}", "In kind without a price, not counted: {}")
_OUTSIDE = Text("Di luar standar, tidak diperhitungkan: {}", "Outside the standard, not counted: {}")
_OPEN = Text("Haknya tidak ada angkanya, tidak diperhitungkan: {}", "No number is owed of it, not counted: {}")
_UNKNOWN = Text("Haknya belum diketahui: {}", "How much is owed is not known: {}")
_PRICED = Text("Natura diperhitungkan sebagai {}: {} {} = {} ({})", "In kind counted as {}: {} {} = {} ({})")


def _owed(owed: Iterable[Relief]) -> tuple[Relief, ...]:
    found = checks.items(owed, "owed", Relief)
    if not found:
        raise InvalidValueError("empty.owed", field="owed", value=found)
    return found


def _deliveries(deliveries: Iterable[Delivery]) -> tuple[Delivery, ...]:
    return checks.items(deliveries, "deliveries", Delivery)


def _refused(refused: Iterable[Refusal]) -> tuple[Refusal, ...]:
    return checks.items(refused, "refused", Refusal)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Account(Tabled, Fieldwise, Mapping[str, AccountLine]):
    """What was owed and delivered, by the code of each item, over all places that something is owed at.

    It is computed from what it is made of; `kesos.deliveries.reconcile` makes one.

    Args:
        owed: The answers that say what is owed.
        deliveries: What was delivered.
        prices: For goods in kind, what they cost.
        refused: The events of which nobody knows what is owed; they are told of wherever the account is shown.

    Raises:
        KesosError: As `reconcile` does.
    """

    owed: tuple[Relief, ...] = attrs.field(converter=_owed)
    deliveries: tuple[Delivery, ...] = attrs.field(converter=_deliveries)
    prices: tuple[tuple[str, Price], ...] = attrs.field(default=(), converter=price_pairs)
    refused: tuple[Refusal, ...] = attrs.field(default=(), converter=_refused)

    def __attrs_post_init__(self) -> None:
        _ = self._sorted  # what cannot be set against anything is refused now, not when somebody looks

    @cached_property
    def _sorted(self) -> Sorted:
        return sort_out(self.owed, self.deliveries, dict(self.prices))

    @cached_property
    def _by_place(self) -> Mapping[Place, Mapping[str, AccountLine]]:
        return {
            place: {
                code: AccountLine.of(code, sums.item(code).name, owed, self._delivered(place, code, owed))
                for code, owed in sums.items()
            }
            for place, sums in self._totals.items()
        }

    @cached_property
    def _totals(self) -> Mapping[Place, ReliefTotal]:
        return {place: total(answers) for place, answers in self._sorted.owed.items()}

    def _delivered(self, place: Place, code: str, owed: Owed) -> Quantity:
        unit = ends_of(owed)[0].unit
        return self._sorted.delivered.get((place, code), Quantity(0, unit))

    @cached_property
    def _lines(self) -> Mapping[str, AccountLine]:
        lines: dict[str, AccountLine] = {}
        for code in total(self.owed):  # an item that has no sum at one place has none over all
            parts = [each[code] for each in self._by_place.values() if code in each]
            lines[code] = parts[0]
            for part in parts[1:]:
                lines[code] = lines[code].plus(part)
        return lines

    @property
    def places(self) -> tuple[Place, ...]:
        """Where something is owed."""
        return tuple(self._by_place)

    def at(self, place: Place | str) -> Mapping[str, AccountLine]:
        """The lines of one place, by the code of each item.

        Raises:
            InvalidValueError: Nothing is owed there, or at more than one such place.
        """
        if isinstance(place, str):
            found = [each for _, each in closest(place, ((each, each) for each in self.places))]
        else:
            found = [each for each in self.places if isinstance(place, Place) and each == place]
        if len(found) == 1:
            return dict(self._by_place[found[0]])
        if found:
            raise InvalidValueError("ambiguous.place", field="place", value=place, places=tuple(map(str, found)))
        names = [each.text for each in self.places]
        raise InvalidValueError(
            "not_a_choice", field="place", value=place, hint=checks.did_you_mean(getattr(place, "text", place), names)
        )

    @property
    def unpriced(self) -> dict[str, Quantity]:
        """Goods in the place of money that have no price, and are set against nothing."""
        return dict(self._sorted.unpriced)

    @property
    def outside(self) -> dict[str, Quantity]:
        """Goods that the standard does not name, not converted into anything."""
        return dict(self._sorted.outside)

    @property
    def without_number(self) -> dict[str, Quantity]:
        """Items of the standard of which no number is owed: it is blank, not known, or was not asked for."""
        return dict(self._sorted.without_number)

    @property
    def unknown(self) -> tuple[str, ...]:
        """Items that are owed, and how much of them is not known or left blank; they have no line."""
        sums = total(self.owed)
        return tuple(each.code for each in (*sums.unknown, *sums.unspecified))

    @property
    def priced(self) -> tuple[Priced, ...]:
        """Goods in kind that are set against rupiah at the prices given."""
        return tuple(self._sorted.priced)

    @property
    def left_out(self) -> tuple[LeftOut, ...]:
        """The deliveries that are set against nothing, and why."""
        return tuple(LeftOut(delivery=delivery, why=why) for delivery, why in self._sorted.left_out)

    def __getitem__(self, code: str) -> AccountLine:
        if code not in self:
            total(self.owed)[code]  # says why there is none; the lines are those of the total
        return self._lines[code]

    def __contains__(self, code: object) -> bool:
        return isinstance(code, str) and code in self._lines

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)

    def table(self, language: str = "id") -> TableView:
        """A row an item, at each place where there are several; under it all that is not in the rows."""
        check_language(language)
        several = len(self.places) > 1
        rows = [line.cells(language) for line in self.values()]
        if several:
            of_places = [(place.text, line) for place, lines in self._by_place.items() for line in lines.values()]
            rows = [(place, *line.cells(language)) for place, line in of_places]
            rows += [(_ALL.say(language), *line.cells(language)) for line in self.values()]
        header = (_PLACE, *_HEADER) if several else _HEADER
        where = "" if several else f", {self.places[0]}"
        return TableView(
            caption=_CAPTION.say(language) + where,
            header=tuple(word.say(language) for word in header),
            rows=rows,
            notes=tuple(dict.fromkeys((*self._standards(language), *self.__beneath__(language)))),
            numbers=range(len(header) - len(_HEADER) + 1, len(header)),
            totals=range(len(rows) - len(self), len(rows)) if several else (),
        )

    def _standards(self, language: str) -> Iterator[str]:
        for answer in self.owed:
            yield from (*answer.standard.head(language), *floor_note(answer, language))

    def __beneath__(self, language: str) -> tuple[str, ...]:
        return tuple(self._not_in_lines(language))

    def _not_in_lines(self, language: str) -> Iterator[str]:
        names = self._names
        for each in self.priced:
            amounts = (each.quantity.say(language), each.value.say(language), each.price.say(language))
            item, goods = names[each.item].say(language), names[each.code].say(language)
            yield _PRICED.say(language).format(item, goods, *amounts)
        if self.unknown:
            yield _UNKNOWN.say(language).format(", ".join(names[code].say(language) for code in self.unknown))
        listed = (_UNPRICED, self.unpriced), (_OPEN, self.without_number), (_OUTSIDE, self.outside)
        for title, goods_listed in listed:
            if goods_listed:
                yield title.say(language).format(say_goods(goods_listed, language, names))
        yield from (each.say(language, names) for each in self.left_out)
        yield from (each.say(language) for each in self.refused)

    @property
    def _names(self) -> Mapping[str, Text]:
        """What the standards call their items, and what may be given in the place of money."""
        return names_of(item for answer in self.owed for item in answer.standard.items)

    def to_dict(self) -> Plain:
        """The lines, what is not in them, and what it was made of, as plain values."""
        parts: dict[str, Any] = {
            "lines": tuple(self.values()),
            "unknown": self.unknown,
            "unpriced": self.unpriced,
            "without_number": self.without_number,
            "outside": self.outside,
            "left_out": self.left_out,
            "prices": dict(self.prices),
            "deliveries": self.deliveries,
        }
        refused = [{"row": each.row, "error": each.error.to_dict()} for each in self.refused]
        owed = [answer.record() for answer in self.owed]
        return {**{name: to_plain(part) for name, part in parts.items()}, "owed": owed, "refused": refused}

    def __repr__(self) -> str:
        places, deliveries = counted(len(self.places), "place"), counted(len(self.deliveries), "delivery", "deliveries")
        left_out = f", {len(self.left_out)} left out" if self.left_out else ""
        return f"<Account of {places}, {deliveries}{left_out}: {', '.join(self)}>"


__all__ = ["Account"]
