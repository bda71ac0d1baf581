"""The fields of a kind of table: what stands over the column of each, and what its cells hold."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, get_args

import attrs

from kesos import _checks as checks
from kesos.records import Fieldwise
from kesos.values import Text

Kind = Literal[
    "text", "count", "amount", "period", "day", "percent", "hazard", "flag", "choice", "kk_jiwa", "code", "quantity"
]
"""What the cells of a column hold. A `period` is a day or whatever else `Period.of` takes; `kk_jiwa` are two counts;
a `quantity` is one with its unit, or a number whose unit stands beside it."""
KINDS: tuple[Kind, ...] = get_args(Kind)


def _words(words: Iterable[str]) -> tuple[str, ...]:
    return checks.each(checks.text, words, "words")


def _group(group: Iterable[str]) -> tuple[str, ...]:
    return checks.each(checks.text, group, "group")


@attrs.frozen(eq=False, repr=False)
class Field(Fieldwise):
    """One column.

    Args:
        code: What it is in kesos: a field, or a count with its class ("counts.house[heavy]").
        kind: What its cells hold.
        heads: What stands over it, with the unit.
        words: What else people print over it.
        group: The heads over its head that give a short word its sense.
        hxl: Its tag in the Humanitarian Exchange Language.
        choices: What its cells are to be one of, where another field has its code; left out, what goes by its code.

    >>> Field("people", "count", Text("Jiwa", "People"), ("Orang",)).heads.id
    'Jiwa'
    """

    code: str
    kind: Kind
    heads: Text
    words: tuple[str, ...] = attrs.field(default=(), converter=_words)
    group: tuple[str, ...] = attrs.field(default=(), kw_only=True, converter=_group)
    hxl: str = attrs.field(default="", kw_only=True)
    choices: str = attrs.field(default="", kw_only=True)

    def __attrs_post_init__(self) -> None:
        checks.settle(self, checks.text, "code")
        checks.choice(self.kind, "kind", KINDS)
        checks.instance(self.heads, "heads", Text)
