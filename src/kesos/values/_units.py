"""Units: what an amount counts, and which of them convert into each other."""

from __future__ import annotations

import re
from functools import cache

import attrs

from kesos import _checks as checks
from kesos._checks import fill_field
from kesos.errors import InvalidValueError, check_language
from kesos.records import Plain, Recorded, one_of
from kesos.values._texts import Text
from kesos.words import Sentence, hint


@attrs.frozen(eq=False, repr=False)
class Unit(Recorded):
    """What an amount counts. Units of one `base` convert into each other exactly; no others do.

    Units compare by their code. The well-known ones are found with `Unit.of`, and so is every currency of ISO 4217 that
    people pay with: it is held in its smallest part, whose code says how many make one, as "USD/100" does. The rupiah
    alone is held whole; what is not whole of it is held in sen, "IDR/100".

    Args:
        code: A short word that never changes; for a measure its symbol in ASCII, for a currency that of ISO 4217.
        base: The code of the unit that amounts are held in.
        factor: How many of the base unit it is.
        name: What one of it is called.
        many: What several of it are called.
        symbol: What people write after a number in the place of the name, if anything.

    >>> Unit.of("kg").base, Unit.of("kg").factor
    ('g', 1000)
    >>> Unit.of("PHP").base, Unit.of("JPY").base, Unit.of("IDR").base
    ('PHP/100', 'JPY', 'IDR')
    """

    code: str
    base: str = attrs.field(eq=False)
    factor: int = attrs.field(eq=False)
    name: Text = attrs.field(eq=False)
    many: Text = attrs.field(eq=False)
    symbol: str = attrs.field(default="", eq=False)

    def __plain__(self) -> str:
        if _known(self.code) is None:  # a code alone could not be read back
            raise InvalidValueError("cannot_be_written", value=self.code, kind="Unit")
        return self.code

    @classmethod
    def __read__(cls, raw: object) -> Unit:
        return cls.of(raw, "")  # type: ignore[arg-type]  # it says itself what it cannot be

    @classmethod
    def __schema__(cls) -> Plain:
        return schema_of_units([unit.code for unit in UNITS])

    def __attrs_post_init__(self) -> None:
        checks.settle(self, _unit_code, "code", "base")
        fill_field(self, "factor", checks.within(self.factor, "factor", least=1, most=checks.LARGEST))
        for field in ("name", "many"):
            checks.instance(getattr(self, field), field, Text)
        if type(self.symbol) is not str or self.symbol:
            checks.settle(self, checks.text, "symbol")
        known = _known(self.code)
        if known is not None and known != (self.base, self.factor, self.name, self.many, self.symbol):
            raise InvalidValueError("well_known", field="code", value=self.code)
        base = _known(self.base)
        if known is None and (self.base != self.code if base is None else base[1] != 1):
            raise InvalidValueError("unknown_unit", field="base", value=self.base, hint=_way_out(self.base))
        if self.base == self.code and self.factor != 1:
            raise InvalidValueError("out_of_range", field="factor", value=self.factor, least=1, most=1)

    def say(self, language: str, *, one: bool = False) -> str:
        """What stands after a number: the symbol of a measure, the word for what is counted.

        >>> Unit.of("m2").say("id"), Unit.of("piece").say("en", one=True), Unit.of("piece").say("en")
        ('m²', 'piece', 'pieces')
        """
        check_language(language)
        return self.symbol or (self.name if one else self.many).say(language)

    @property
    def words(self) -> tuple[str, ...]:
        """All that people write for it: its code and symbol, and what it is called.

        >>> Unit.of("m2").words
        ('m2', 'm²', 'meter persegi', 'square metre', 'square metres')
        """
        said = (self.code, self.symbol, self.name.id, self.name.en, self.many.id, self.many.en)
        return tuple(dict.fromkeys(filter(None, said)))

    @classmethod
    def of(cls, unit: Unit | str, field: str = "unit") -> Unit:
        """The unit with this code.

        Raises:
            InvalidValueError: kesos has no such unit; the hint names the nearest.
        """
        if isinstance(unit, Unit):
            return unit
        if isinstance(unit, str):
            code = str.__str__(unit)
            known = KNOWN_UNITS.get(code) or (SEN if code == SEN.code else _currencies().get(code))
            if known is not None:
                return known
        raise InvalidValueError("unknown_unit", field=field, value=unit, hint=_way_out(unit))


def rule_unit(unit: Unit | str, field: str = "unit") -> Unit:
    """The unit with this code, where a rule may count in it: any but the sen, since rules give whole rupiah.

    Raises:
        InvalidValueError: kesos has no such unit, or it is the sen.

    >>> rule_unit("IDR").code
    'IDR'
    """
    found = Unit.of(unit, field)
    if found == SEN:
        raise InvalidValueError("not_whole.rule", field=field, value=found.code)
    return found


def schema_of_units(codes: list[str]) -> Plain:
    """One of these units, or a currency or the smallest part of one."""
    return {"anyOf": [one_of(*codes), {"type": "string", "pattern": "^[A-Z]{3}(/10+)?$"}]}


_Meaning = tuple[str, int, Text, Text, str]
_SEN_CODE, _SEN_NAME = "IDR/100", Text("sen", "sen")
_CODE = re.compile(r"[A-Za-z][A-Za-z0-9_-]*(/[0-9]+)?", re.ASCII)


def _unit_code(value: object, field: str) -> str:
    if isinstance(value, str) and _CODE.fullmatch(value) and len(value) <= checks.LONGEST_SLUG:
        return str.__str__(value)
    raise InvalidValueError("not_a_word", field=field, value=value, longest=checks.LONGEST_SLUG)


def _known(code: str) -> _Meaning | None:
    """What a well-known code stands for: base, factor, names and symbol."""
    if code in _MEANINGS:
        return _MEANINGS[code]
    if code == _SEN_CODE:
        return _SEN_CODE, 1, _SEN_NAME, _SEN_NAME, ""
    currency, slash, parts = code.partition("/")
    digits = MINOR_DIGITS.get(currency)
    if digits is None or (slash and (digits == 0 or parts != str(10**digits))):
        return None
    base = f"{currency}/{10**digits}" if digits else currency
    return base, 1 if slash else 10**digits, Text(code, code), Text(code, code), code


_LONGEST_SLIP = 4
"""The most letters of a text that can be a slip of the pen in the code of a currency, which has three."""


def _way_out(unit: object) -> Sentence:
    """The code that was meant, where what was given looks like a slip of the pen or is a name; else every code."""
    by_word = {"Rp": RUPIAH.code, "kilo": "kg"} | {word: known.code for known in UNITS for word in known.words}
    currencies = {code: code for code in CURRENCIES if isinstance(unit, str) and len(unit) <= _LONGEST_SLIP}
    # units before currencies: "kgs" are kilograms, not soms of Kyrgyzstan
    for codes in (by_word, currencies):
        close = checks.nearest(unit, codes, alike=0.75)
        if close is not None:
            return hint("did_you_mean", nearest=codes[close], known=tuple(KNOWN_UNITS))
    return hint("known.unit", known=tuple(KNOWN_UNITS))


_MEASURES: tuple[tuple[str, str, int, str, str, str, str], ...] = (
    ("g", "g", 1, "g", "g", "g", "g"),
    ("kg", "g", 1_000, "kg", "kg", "kg", "kg"),
    ("t", "g", 1_000_000, "t", "ton", "t", "t"),
    ("quintal", "g", 100_000, "", "kuintal", "quintal", "quintals"),
    ("ml", "ml", 1, "ml", "ml", "ml", "ml"),
    ("l", "ml", 1_000, "l", "liter", "l", "l"),
    ("m3", "ml", 1_000_000, "m³", "meter kubik", "cubic metre", "cubic metres"),
    ("cm", "mm", 10, "cm", "sentimeter", "centimetre", "centimetres"),
    ("mm", "mm", 1, "mm", "milimeter", "millimetre", "millimetres"),
    ("m", "mm", 1_000, "m", "meter", "metre", "metres"),
    ("km", "mm", 1_000_000, "km", "kilometer", "kilometre", "kilometres"),
    ("cm2", "cm2", 1, "cm²", "sentimeter persegi", "square centimetre", "square centimetres"),
    ("m2", "cm2", 10_000, "m²", "meter persegi", "square metre", "square metres"),
    ("ha", "cm2", 100_000_000, "ha", "hektare", "hectare", "hectares"),
    ("km2", "cm2", 10_000_000_000, "km²", "kilometer persegi", "square kilometre", "square kilometres"),
    ("kcal", "kcal", 1, "kcal", "kilokalori", "kilocalorie", "kilocalories"),
    ("minute", "minute", 1, "", "menit", "minute", "minutes"),
    ("hour", "minute", 60, "", "jam", "hour", "hours"),
)
"""Code, base, factor and symbol; what one is called in Indonesian and in English, and several in English."""

_COUNTED: tuple[tuple[str, str, str, str], ...] = (
    ("IDR", "rupiah", "rupiah", "rupiah"),
    ("piece", "potong", "piece", "pieces"),
    ("unit", "buah", "unit", "units"),
    ("set", "set", "set", "sets"),
    ("dozen", "lusin", "dozen", "dozen"),
    ("pack", "bungkus", "pack", "packs"),
    ("carton", "karton", "carton", "cartons"),
    ("package", "paket", "package", "packages"),
    ("sheet", "lembar", "sheet", "sheets"),
    ("sack", "karung", "sack", "sacks"),
    ("bottle", "botol", "bottle", "bottles"),
    ("tree", "batang", "tree", "trees"),
    ("person", "jiwa", "person", "people"),
    ("family", "KK", "family", "families"),
    ("household", "rumah tangga", "household", "households"),
    ("group", "kelompok", "group", "groups"),
    ("head", "ekor", "head", "head"),
    ("house", "rumah", "house", "houses"),
    ("building", "bangunan", "building", "buildings"),
    ("point", "titik", "point", "points"),
    ("location", "lokasi", "location", "locations"),
    ("institution", "lembaga", "institution", "institutions"),
    ("event", "kali", "event", "events"),
    ("activity", "kegiatan", "activity", "activities"),
    ("card", "kartu", "card", "cards"),
    ("letter", "surat", "letter", "letters"),
    ("document", "dokumen", "document", "documents"),
    ("report", "laporan", "report", "reports"),
    ("outlet", "agen", "outlet", "outlets"),
    ("village", "desa", "village", "villages"),
    ("district", "kecamatan", "district", "districts"),
    ("regency", "kabupaten", "regency", "regencies"),
    ("day", "hari", "day", "days"),
    ("week", "minggu", "week", "weeks"),
    ("month", "bulan", "month", "months"),
    ("year", "tahun", "year", "years"),
)
"""What is counted in whole numbers: its code, then its words as above."""

_DIGITS = {
    0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF",
    2: "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP"
    " CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF ILS INR IRR JMD KES KGS"
    " KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR"
    " NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SYP SZL THB TJS TMT"
    " TOP TRY TTD TWD TZS UAH USD UYU UZS VES WST XCD XCG YER ZAR ZMW ZWG",
    3: "BHD IQD JOD KWD LYD OMR TND",
}
# The decimals are those of ISO 4217. Babel's differ (Colombia's cents are out of use) and change with its releases: an
# amount that was written down with one of them could not be read with the next.
MINOR_DIGITS = {code: digits for digits, codes in _DIGITS.items() for code in codes.split()}
"""How many decimals the currencies have, the rupiah apart: it is held whole, and its sen are a unit of their own."""
CURRENCIES: tuple[str, ...] = tuple(sorted(("IDR", *MINOR_DIGITS)))
"""The codes of the currencies that people pay with, by ISO 4217; each is a unit."""


def _meanings() -> dict[str, _Meaning]:
    counted = ((code, code, 1, "", indonesian, one, many) for code, indonesian, one, many in _COUNTED)
    return {
        code: (base, factor, Text(indonesian, one), Text(indonesian, many), symbol)
        for code, base, factor, symbol, indonesian, one, many in (*_MEASURES, *counted)
    }


_MEANINGS = _meanings()
KNOWN_UNITS = {code: Unit(code, *meaning) for code, meaning in _MEANINGS.items()}
"""Every unit that has a word of its own, by its code."""
UNITS: tuple[Unit, ...] = tuple(KNOWN_UNITS.values())
"""Every unit that kesos knows, except the sen and the currencies other than the rupiah."""
RUPIAH = KNOWN_UNITS["IDR"]
SEN = Unit(_SEN_CODE, _SEN_CODE, 1, _SEN_NAME, _SEN_NAME)
"""A hundredth of a rupiah: what an amount is held in that is not whole in rupiah."""
SEN_OF_ONE = 100


@cache
def _currencies() -> dict[str, Unit]:
    """Every foreign currency and its smallest part, by code: made when the first of them is asked for."""
    made: dict[str, Unit] = {}
    for code, digits in MINOR_DIGITS.items():
        for each in (f"{code}/{10**digits}", code) if digits else (code,):
            meaning = _known(each)
            assert meaning is not None  # each is of a currency that has its digits
            made[each] = Unit(each, *meaning)
    return made
