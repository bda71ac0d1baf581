"""Cards (KKS): how many an office printed, handed out and could not hand out, and why not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from kesos import _checks as checks
from kesos._named import Named, code_of, listed, say_code
from kesos.errors import InvalidValueError, UnknownValueError
from kesos.records import Recorded, Tally
from kesos.values import Citation, Percentage, TableView, Text, share_of
from kesos.values import _locales as locales
from kesos.values._display import TOTAL, UNKNOWN, Tabled, unsaid
from kesos.values._tabulated import Shown, ShownRow
from kesos.values._texts import check_language

__all__ = ["CardDistribution", "Reasons"]

Reasons = tuple[tuple[str, int], ...]
"""The codes of `kesos.registry.REASONS`, or codes of one's own, each with how many cards."""

_REASONS = listed("reasons", Named)
_PARTS = ("distributed", "undistributed", "unprinted")
_CAPTION = Text("Kartu", "Cards")
_HEADER = Text("Keadaan", "State"), Text("Kartu", "Cards"), Text("Bagian", "Share")
_STATES = {
    "distributed": Text("sudah didistribusikan", "handed out"),
    "undistributed": Text("belum didistribusikan", "not handed out"),
    "unprinted": Text("belum dicetak", "not printed"),
    "total": Text("seluruhnya", "all"),
}
_BECAUSE = Text("belum didistribusikan: {}", "not handed out: {}")
_NOT_TOLD = Text("sebabnya tidak disebut", "no reason is told")


def _total(number: int | None) -> int | None:
    return checks.known_count(number, "total")


def _distributed(number: int | None) -> int | None:
    return checks.known_count(number, "distributed")


def _undistributed(number: int | None) -> int | None:
    return checks.known_count(number, "undistributed")


def _unprinted(number: int | None) -> int | None:
    return checks.known_count(number, "unprinted")


def _reasons(reasons: Mapping[str, int] | Iterable[tuple[str, int]]) -> Reasons:
    pairs = checks.pairs(reasons, "reasons")
    read = {code_of(code, "reasons", _REASONS): checks.count(number, f"reasons.{code}") for code, number in pairs}
    if len(read) < len(pairs):
        raise InvalidValueError("duplicate.reason", field="reasons", value=pairs)
    return tuple(read.items())


def _in_any_order(reasons: Reasons) -> object:
    return frozenset(reasons)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class CardDistribution(Tabled, Recorded):
    """The cards of a programme in an area, by what became of them. Every card is in one state.

    Args:
        total: All cards that there are to be; None where not known.
        distributed: Handed out; None where not known.
        undistributed: Printed and not handed out; None where not known.
        unprinted: Not printed yet; None where not known.
        reasons: How many were not handed out for which reason, as far as that is told; in whichever order.
        source: Where it is printed.

    Raises:
        InvalidValueError: A number that is no count; states that do not make the total; more reasons than cards that
            were not handed out.

    >>> cards = CardDistribution(total=8_163, distributed=6_800, undistributed=1_231, unprinted=132)
    >>> cards.rate.rounded(), cards.printed
    (Decimal('83.30'), 8031)
    """

    total: Tally | None = attrs.field(converter=_total)
    distributed: Tally | None = attrs.field(converter=_distributed)
    undistributed: Tally | None = attrs.field(converter=_undistributed)
    unprinted: Tally | None = attrs.field(converter=_unprinted)
    reasons: Reasons = attrs.field(default=(), converter=_reasons, eq=_in_any_order)
    source: Citation | None = None

    def __attrs_post_init__(self) -> None:
        checks.known_instance(self.source, "source", Citation)
        known = [number for part in _PARTS if (number := getattr(self, part)) is not None]
        together, all_known = sum(known), len(known) == len(_PARTS)
        if self.total is not None and (together > self.total or (all_known and together != self.total)):
            raise InvalidValueError("sum_differs.cards", field="total", value=self.total, together=together)
        told = sum(number for _, number in self.reasons)
        if self.undistributed is not None and told > self.undistributed:
            raise InvalidValueError("part_above_whole.reasons", field="reasons", value=told, most=self.undistributed)

    @property
    def printed(self) -> int:
        """How many were printed, handed out or not.

        Raises:
            UnknownValueError: A number that it takes is not known.
        """
        return self._known("total") - self._known("unprinted")

    @property
    def rate(self) -> Percentage:
        """How much of all cards was handed out.

        Raises:
            UnknownValueError: A number that it takes is not known.
            InvalidValueError: There are no cards.
        """
        return share_of(self.distributed, self.total, part_field="distributed", whole_field="total")

    @property
    def rate_of_printed(self) -> Percentage:
        """How much of the printed cards was handed out; raises as `rate` does."""
        return share_of(self.distributed, self.printed, part_field="distributed", whole_field="printed")

    def _known(self, field: str) -> int:
        number: int | None = getattr(self, field)
        if number is None:
            raise UnknownValueError("unknown_value", field=field)
        return number

    def __row__(self) -> ShownRow:
        return tuple(Shown(head, getattr(self, state), adds=True) for state, head in _STATES.items())

    def __beneath__(self, language: str) -> tuple[str, ...]:
        return () if self.source is None else (self.source.say(language),)

    def table(self, language: str = "id") -> TableView:
        """How many are in each state, and why cards were not handed out."""
        check_language(language)
        rows = [(_STATES["distributed"].say(language), self.distributed)]
        told = sum(number for _, number in self.reasons)
        if not self.reasons:
            rows.append((_STATES["undistributed"].say(language), self.undistributed))
        for code, number in self.reasons:
            rows.append((_BECAUSE.say(language).format(say_code(code, _REASONS, language)), number))
        if self.reasons and self.undistributed != told:
            rest = None if self.undistributed is None else self.undistributed - told
            rows.append((_BECAUSE.say(language).format(_NOT_TOLD.say(language)), rest))
        rows += [(_STATES["unprinted"].say(language), self.unprinted), (TOTAL.say(language), self.total)]
        return TableView(
            caption=_CAPTION.say(language),
            header=tuple(word.say(language) for word in _HEADER),
            rows=[(word, _said(number, language), self._share(number, language)) for word, number in rows],
            notes=() if self.source is None else (self.source.say(language),),
            numbers=(1, 2),
            totals=(len(rows) - 1,),
        )

    def _share(self, number: int | None, language: str) -> str:
        if number is None or not self.total:
            return ""
        return share_of(number, self.total).say(language, places=2)


def _said(number: int | None, language: str) -> str:
    return unsaid(UNKNOWN, language) if number is None else locales.number(number, language)
