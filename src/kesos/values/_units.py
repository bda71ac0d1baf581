"""Units: what an amount counts, and which of them convert into each other."""

from __future__ import annotations

import attrs

from kesos.errors import InvalidValueError
from kesos.values._texts import Text
from kesos.words import hint


@attrs.frozen(order=False)
class Unit:
    """What an amount counts. Units of one `base` convert into each other exactly; no others do.

    Units compare by their code. The well-known ones are found with `Unit.of`.

    Args:
        code: A short word that never changes; for a mass or a volume its symbol.
        base: The code of the unit that amounts are held in.
        factor: How many of the base unit it is.
        name: What one of it is called.
        many: What several of it are called.

    >>> Unit.of("kg").base, Unit.of("kg").factor
    ('g', 1000)
    """

    code: str
    base: str = attrs.field(eq=False)
    factor: int = attrs.field(eq=False)
    name: Text = attrs.field(eq=False)
    many: Text = attrs.field(eq=False)

    def say(self, language: str, *, one: bool = False) -> str:
        """What stands after a number: the symbol of a mass or a volume, the word for what is counted.

        >>> Unit.of("l").say("id"), Unit.of("piece").say("en", one=True), Unit.of("piece").say("en")
        ('l', 'piece', 'pieces')
        """
        return self.code if self.base in ("g", "ml") else (self.name if one else self.many).say(language)

    @classmethod
    def of(cls, unit: Unit | str, field: str = "unit") -> Unit:
        """The unit with this code.

        Raises:
            InvalidValueError: kesos has no such unit (a foreign currency, say).
        """
        if isinstance(unit, Unit):
            return unit
        if isinstance(unit, str):
            known = KNOWN_UNITS.get(str.__str__(unit))
            if known is not None:
                return known
        raise InvalidValueError("unknown_unit", field=field, value=unit, hint=hint("known", known=tuple(KNOWN_UNITS)))


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


KNOWN_UNITS = _units()
"""Every unit that kesos knows, by its code."""
UNITS: tuple[Unit, ...] = tuple(KNOWN_UNITS.values())
"""Every unit that kesos knows."""
