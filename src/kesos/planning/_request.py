"""What to ask the province for: the table of a request letter, in packs, with the reason for each line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial

import attrs

from kesos import _checks as checks
from kesos.planning._expiry import say_expired
from kesos.planning._lots import Pack
from kesos.planning._shortfall import HEAD, Need, Shortfall
from kesos.planning._stock import Stock
from kesos.records import Fieldwise, Plain, to_plain
from kesos.relief import Relief, ReliefTotal, Unknown
from kesos.relief._grounds import count_events
from kesos.relief._lines import say_owed
from kesos.relief._totals import say_counted
from kesos.standards import Item
from kesos.standards._saying import say, say_many
from kesos.values import LANGUAGES, Quantity, Rounding, TableView, Text
from kesos.values import _locales as locales
from kesos.values._display import UNSPECIFIED, Tabled
from kesos.values._spans import ends_of
from kesos.values._texts import check_language
from kesos.wording import spell_out

_NUMBER, _ASKED, _PACKS, _REASON = (
    Text("No.", "No."),
    Text("Diminta", "Asked for"),
    Text("Kemasan", "Packs"),
    Text("Alasan", "Reason"),
)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class RequestLine(Fieldwise):
    """One item that is asked for.

    Args:
        item: The item.
        need: How much is owed; of a range its upper end.
        held: How much there is that can be handed out in time.
        short: How much is missing.
        pack: What it is asked for in; None where it is asked for exactly.
        packs: How many packs, the rest of one rounded up.
        asked: How much that is.
        reason: Why so much is owed.
    """

    item: Item
    need: Quantity
    held: Quantity
    short: Quantity
    pack: Pack | None
    packs: int | None
    asked: Quantity
    reason: Text

    def row(self, language: str) -> tuple[str, ...]:
        """What stands in the table, after the number."""
        asked = self.asked.say(language)
        if self.asked.unit.base == "IDR":
            words = spell_out(self.asked.amount, language, rupiah=True)
            asked = say("planning.request.in_words", language, amount=asked, words=words)
        number = "" if self.packs is None else locales.number(self.packs, language)
        packs = "" if self.pack is None else f"{number} {self.pack.say(language)}"
        return (
            self.item.name.say(language),
            say_owed(self.item, self.need, language),
            *(each.say(language) for each in (self.held, self.short)),
            asked,
            packs,
            self.reason.say(language),
        )


def _gap(gap: Shortfall) -> Shortfall:
    return checks.instance(gap, "gap", Shortfall)


def _packs(packs: Mapping[str, Pack] | Iterable[tuple[str, Pack]] | None) -> tuple[tuple[str, Pack], ...]:
    return () if packs is None else checks.coded(packs, "packs", checks.of_kind(Pack))


@attrs.frozen(kw_only=True, repr=False)
class Request(Tabled):
    """What is asked for: a line for each item that is short.

    Args:
        gap: What is short.
        packs: What items are asked for in; left out, what they lie in stock in.

    Attributes:
        lines: The items that are short, in the order of the need.
        enough: The items that are not asked for, since there is enough.
    """

    gap: Shortfall = attrs.field(converter=_gap)
    packs: tuple[tuple[str, Pack], ...] = attrs.field(default=(), converter=_packs)
    lines: tuple[RequestLine, ...] = attrs.field(init=False, eq=False)
    enough: tuple[Item, ...] = attrs.field(init=False, eq=False)

    def __attrs_post_init__(self) -> None:
        found = [self._line(code) for code in self.gap]
        checks.fill_field(self, "lines", tuple(line for line in found if line.short))
        checks.fill_field(self, "enough", tuple(line.item for line in found if not line.short))

    def _line(self, code: str) -> RequestLine:
        stock, given = self.gap.stock, dict(self.packs)
        need, short = (ends_of(owed[code])[1] for owed in (self.gap.need, self.gap))
        pack = given[code] if code in given else stock.pack(code)
        packs = None if pack is None else pack.many(short, Rounding.UP)
        return RequestLine(
            item=self.gap.item(code),
            need=need,
            held=self.gap.held(code),
            short=short,
            pack=pack,
            packs=packs,
            asked=short if pack is None or packs is None else pack.size * packs,
            reason=Text(**{language: _reason(self.gap.need, code, language) for language in LANGUAGES}),
        )

    @property
    def unknown(self) -> tuple[Unknown, ...]:
        """The items that cannot be asked for yet, and why."""
        return self.gap.unknown

    def table(self, language: str = "id") -> TableView:
        """The table of the letter, in Indonesian or in English."""
        check_language(language)
        words = [_NUMBER, *HEAD, _ASKED, _PACKS, _REASON]
        notes = [say("planning.request.rounded", language)] if any(line.pack for line in self.lines) else []
        if self.enough:
            names = [item.name for item in self.enough]
            notes.append(say("planning.request.enough", language, items=names))
        notes += say_expired(self.gap.expired, {code: self.gap.item(code).name for code in self.gap}, language)
        notes += [f"{each.item.name.say(language)}: {each.say(language)}" for each in self.unknown]
        notes += [f"{each.item.name.say(language)}: {UNSPECIFIED.say(language)}" for each in self.gap.unspecified]
        view = self.gap.need.table(language)
        return TableView(
            caption=_caption(self.gap.need, view.caption, language),
            header=tuple(word.say(language) for word in words),
            rows=tuple((str(number), *line.row(language)) for number, line in enumerate(self.lines, start=1)),
            notes=(*notes, *view.notes),
            numbers=(0, 2, 3, 4),
        )

    def record(self) -> Plain:
        """What is short and what is asked for, as plain values."""
        return {
            "gap": self.gap.record(),
            "packs": to_plain(dict(self.packs)),
            "asked": to_plain({line.item.code: line.asked for line in self.lines}),
        }

    def __repr__(self) -> str:
        return f"<Request {', '.join(f'{line.item.code}={line.asked!r}' for line in self.lines)}>"


def _caption(need: Need, event: str, language: str) -> str:
    if isinstance(need, ReliefTotal):
        return say("planning.request.of_total", language, events=say_counted(need, language))
    return say("planning.request", language, need=event)


def _reason(need: Need, code: str, language: str) -> str:
    """Where the need comes from: the sum of one event, or how many events it adds up."""
    if isinstance(need, ReliefTotal):
        events = partial(say_many, "events", count_events(need.answers or need.ranges))
        return say("planning.request.of_events", language, events=events(language))
    answer = need if isinstance(need, Relief) else need.maximum
    return next(line.say(language) for line in answer.lines if line.code == code)


def request(need: Need, stock: Stock, *, packs: Mapping[str, Pack] | None = None) -> Request:
    """What to ask for, so that all that is owed is there: the table of a letter, in packs, with a reason a line.

    Asking for whole packs, the rest of one rounded up, and for the upper end of a range are rules of ours.

    Args:
        need: What is owed: an answer, a range or a total.
        stock: What there is; what expires before it could be handed out is not counted, as in `shortfall`.
        packs: What items are asked for in, by code; left out, what they lie in stock in, or exactly.

    Raises:
        InvalidValueError: An item lies in stock in different packs, and `packs` does not say which to ask for.

    >>> from kesos.events import DisasterEvent
    >>> from kesos.relief import entitle
    >>> from kesos.standards import PEDUM_2003
    >>> flood = DisasterEvent(hazard="banjir", place="Kelurahan Pangkut", period="2017-02-25", people=860)
    >>> stock = Stock({"rice": Quantity(2, "t"), "side_dishes": Quantity(40_000_000, "IDR")})
    >>> sacks = Pack(Quantity(50, "kg"), Text("karung", "sacks"))
    >>> asked = request(entitle(flood, PEDUM_2003, days=7), stock, packs={"rice": sacks}).lines[0]
    >>> asked.packs, str(asked.short), str(asked.asked), asked.reason.id
    (9, '408 kg', '450 kg', '400 g × 860 jiwa × 7 hari')
    """
    return Request(gap=Shortfall(need=need, stock=stock), packs=packs)


__all__ = ["Request", "RequestLine", "request"]
