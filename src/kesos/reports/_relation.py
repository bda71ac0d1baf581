"""What printed figures have to do with each other, as data that rules can check.

A relation says which printed values belong together and how; it never says whether they agree. It carries no
arithmetic: whoever checks it takes the values from it, and one that is not known stays unknown. The relations
themselves lie by what they compare: amounts, times, names.

>>> from kesos.reports import SumOf
>>> from kesos.values import Quantity
>>> parts = [Printed(text, Quantity(int(text), "family"), source="table 1") for text in ("60", "35")]
>>> total = SumOf(Printed("98", Quantity(98, "family"), source="table 1"), parts=parts)
>>> total.source
'table 1'
>>> [printed.text for printed in total.printed()]
['98', '60', '35']
"""

from __future__ import annotations

import re

import attrs

from kesos.errors import InvalidValueError
from kesos.reports._printed import holds_printed, is_flag, maybe_cited, maybe_text, on_one_line, printed_in
from kesos.values import LANGUAGES, Citation, Printed, Text
from kesos.values._showing import Rowed
from kesos.values._tabulated import Shown, ShownRow

KIND, PLACE, SUPPOSED = Text("Jenis", "Kind"), Text("Tempat", "Place"), Text("Dugaan", "Supposed")
_ABOUT, _PRINTED = Text("Perihal", "About"), Text("Tercetak", "Printed")
_MOST_SHOWN = 4
_LONGEST = 40


@attrs.frozen
class Relation(Rowed):
    """Figures that have to do with each other; a class of its own for each way in which they do.

    Args:
        what: What it is about, in words, where its place alone does not tell.
        stated_in: Where the report states the relation; left out, where its first figure is.
        certain: True where the report itself claims the relation, so that a break is an error; False where a reader
            would only expect it, so that a break is worth a question.
        guess: Why kesos supposes the relation, where nobody has said that it is one: a break is then never an error.
    """

    what: Text | None = attrs.field(default=None, validator=maybe_text, kw_only=True)
    stated_in: Citation | str | None = attrs.field(default=None, validator=maybe_cited, kw_only=True)
    certain: bool = attrs.field(default=True, validator=is_flag, kw_only=True)
    guess: Text | None = attrs.field(default=None, validator=maybe_text, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if not holds_printed(self):
            raise InvalidValueError("nothing_printed", field=attrs.fields(type(self))[-1].name, value=None)

    def printed(self) -> tuple[Printed, ...]:
        """Every printed value in it."""
        return tuple(printed_in(self))

    @property
    def source(self) -> Citation | str:
        """Where the report states it."""
        return self.printed()[0].source if self.stated_in is None else self.stated_in

    def __row__(self) -> ShownRow:
        """Its kind by the word that a file has for it, where it is, what is printed there, and why it is supposed."""
        cells = self.printed()
        more = ["…"] if len(cells) > _MOST_SHOWN else []
        printed = "; ".join([*(on_one_line(each.text, _LONGEST) for each in cells[:_MOST_SHOWN]), *more])
        said = ((_ABOUT, self.what), (SUPPOSED, self.guess))
        return (
            Shown(KIND, kind_word(type(self))),
            Shown(PLACE, place_in(self.source)),
            Shown(_PRINTED, printed),
            *(Shown(head, text) for head, text in said if text is not None),
        )


def place_in(source: Citation | str) -> Text:
    """The place in the report, in words."""
    if isinstance(source, str):
        return Text(source, source)
    return Text(*(source.place(language) or source.regulation for language in LANGUAGES))


def whole_table(source: Citation | str) -> Text:
    """The table that a place is in, in words; of a place in no table, the place.

    >>> whole_table(Citation(regulation="x", table="1", row="2")).en, whole_table("p. 3").en
    ('table 1', 'p. 3')
    """
    if isinstance(source, Citation) and source.table is not None:
        return place_in(attrs.evolve(source, row=None, column=None, locator=None))
    return place_in(source)


def kind_word(kind: type[object]) -> str:
    """The word for a class in a report's file: SumOf is "sum_of"."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", kind.__name__).lower()
