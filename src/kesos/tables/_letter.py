"""The table of a letter: what is granted, in figures and in words."""

from __future__ import annotations

from decimal import Decimal

from kesos import _checks as checks
from kesos.errors import InvalidValueError, check_language
from kesos.relief import Relief, ReliefRange, ReliefTotal, total
from kesos.standards import Item
from kesos.tables._write_items import measured_in
from kesos.values import Quantity, Span, TableView, Text, Unit
from kesos.values._display import UNKNOWN, UNSPECIFIED, unsaid
from kesos.wording import spell_out

_HEADER = (
    Text("No", "No."),
    Text("Jenis Bantuan", "Aid"),
    Text("Jumlah", "Amount"),
    Text("Terbilang", "In words"),
    Text("Dasar", "Clause"),
)
_UNTIL = Text("sampai dengan", "to")
_POINT = Text("koma", "point")
_IF_EXTENDED = Text(
    "Bila diperpanjang sampai batasnya, yang perlu diputuskan dan tidak termasuk di atas",
    "Where the aid is extended to its limit, which has to be decided and is not in the amounts above",
)
_IN_FULL = {
    "g": Text("gram", "grams"),
    "kg": Text("kilogram", "kilograms"),
    "ml": Text("mililiter", "millilitres"),
    "l": Text("liter", "litres"),
    "mm": Text("milimeter", "millimetres"),
    "m": Text("meter", "metres"),
    "cm2": Text("sentimeter persegi", "square centimetres"),
}


def letter_table(relief: Relief | ReliefRange | ReliefTotal, language: str = "id") -> TableView:
    """The table of a letter: each item, its amount in figures, the same in words (terbilang), and its clause.

    Args:
        relief: An answer, a range or a total.
        language: "id" or "en".

    Returns:
        The table; `html()` for a page, `plain()` for a terminal. What is not known, or has no number in the standard,
        is said to be so in both columns. Where answers by several standards were added, a clause names its regulation.

    Raises:
        InvalidValueError: `relief` is none of them; an amount past 10^30, which has no words here.

    >>> from kesos import DisasterEvent, PEDUM_2003, entitle
    >>> flood = DisasterEvent(hazard="banjir", place="Kelurahan Pangkut", period="2017-02-25", people=860)
    >>> for row in letter_table(entitle(flood, PEDUM_2003, days=7)).rows:
    ...     print(row[2:])
    ('2.408 kg', 'dua ribu empat ratus delapan kilogram', 'huruf a angka 1')
    ('Rp36.120.000', 'tiga puluh enam juta seratus dua puluh ribu rupiah', 'huruf a angka 2')
    """
    check_language(language)
    if not isinstance(relief, (Relief, ReliefRange, ReliefTotal)):
        raise InvalidValueError("wrong_type", field="relief", value=relief, kind="Relief")
    answer = relief.maximum if isinstance(relief, ReliefRange) else relief
    clauses = _clauses(relief, language)
    names = {code: _name(answer, code).say(language) for code in relief}
    rows: list[tuple[str, ...]] = [
        (names[code], relief[code].say(language), in_words(relief[code], language), clauses[code]) for code in relief
    ]
    open_items = [(each, UNKNOWN) for each in relief.unknown] + [(each, UNSPECIFIED) for each in relief.unspecified]
    rows += [
        (each.item.name.say(language), *[unsaid(words, language)] * 2, clauses[each.code]) for each, words in open_items
    ]
    view = relief.table(language)
    return TableView(
        caption=view.caption,
        header=tuple(head.say(language) for head in _HEADER),
        rows=tuple((f"{at}.", *row) for at, row in enumerate(rows, 1)),
        notes=(*view.notes, *_extension(relief, language)),
        numbers=(0, 2),
    )


def _extension(relief: Relief | ReliefRange | ReliefTotal, language: str) -> list[str]:
    """What the amounts of ranges, which leave an extension out since it has to be decided, would come to with it."""
    ranges = (relief,) if isinstance(relief, ReliefRange) else relief.ranges if isinstance(relief, ReliefTotal) else ()
    if not any(each.extended is not None for each in ranges):
        return []
    longer = total([each.maximum if each.extended is None else each.extended for each in ranges])
    amounts = "; ".join(f"{longer.item(code).name.say(language)} {owed.say(language)}" for code, owed in longer.items())
    return [f"{_IF_EXTENDED.say(language)}: {amounts}."] if amounts else []


def _clauses(relief: Relief | ReliefRange | ReliefTotal, language: str) -> dict[str, str]:
    """Under which clause each item is given: every one, where answers by several standards were added."""
    parts = (relief.answers or relief.ranges) if isinstance(relief, ReliefTotal) else (relief,)
    items: dict[int, Item] = {}  # by identity: thousands of answers share the items of their standard
    regulations: set[str] = set()
    for part in parts:
        answer = part.maximum if isinstance(part, ReliefRange) else part
        items |= {id(each.item): each.item for each in (*answer.lines, *answer.unknown, *answer.unspecified)}
        regulations.add(part.standard.source.regulation)
    clauses: dict[str, list[str]] = {}
    for item in items.values():
        cited = item.citation
        place = cited.place(language)
        clause = f"{cited.regulation}, {place}" if place and len(regulations) > 1 else place or cited.regulation
        told = clauses.setdefault(item.code, [])
        if clause not in told:
            told.append(clause)
    return {code: "; ".join(told) for code, told in clauses.items()}


def _name(answer: Relief | ReliefTotal, code: str) -> Text:
    if isinstance(answer, ReliefTotal):
        return answer.item(code).name
    return answer.standard.item(code).name


def in_words(owed: Quantity | Span[Quantity], language: str) -> str:
    """An amount in words, in the unit in which it is printed.

    >>> in_words(Quantity("10483.2", "kg"), "id")
    'sepuluh ribu empat ratus delapan puluh tiga koma dua kilogram'
    """
    if isinstance(owed, Span):
        return f"{in_words(owed.minimum, language)} {_UNTIL.say(language)} {in_words(owed.maximum, language)}"
    unit = measured_in(owed.amount, owed.unit)
    return f"{_number(owed.to(unit), language)} {_unit(unit, language)}"


def _number(amount: Decimal, language: str) -> str:
    """A number in words, its decimals digit by digit as they are read out."""
    whole, _, decimals = f"{amount:f}".partition(".")
    said = spell_out(checks.whole_number(int(whole), "amount"), language)
    digits = " ".join(spell_out(int(digit), language) for digit in decimals.rstrip("0"))
    return f"{said} {_POINT.say(language)} {digits}" if digits else said


def _unit(unit: Unit, language: str) -> str:
    return (_IN_FULL.get(unit.code) or unit.many).say(language)
