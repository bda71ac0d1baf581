"""Numbers written in words, Indonesian and English, out and back in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Never

from kesos import _checks as checks
from kesos.errors import InvalidValueError, ParseError
from kesos.values import Language, Quantity, Text, Unit
from kesos.values._quantities import printed_in
from kesos.wording._parser import Convention, check_ascii, parser, print_of

_ID_ONES = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
_ID_SCALES = (
    "",
    "ribu",
    "juta",
    "miliar",
    "triliun",
    "kuadriliun",
    "kuintiliun",
    "sekstiliun",
    "septiliun",
    "oktiliun",
    "noniliun",
)
_ID_SCALE = {word: power for power, word in enumerate(_ID_SCALES) if word} | {"milyar": 3, "trilyun": 4}
# one word for "one of them"; the first two are how it must be written out, the others are heard and read
_ID_ONE_OF = {"seribu": 1, "sejuta": 2, "semiliar": 3, "semilyar": 3, "setriliun": 4, "setrilyun": 4}
_ID_DIGIT = {word: digit for digit, word in enumerate(_ID_ONES) if digit}

_EN_ONES = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_EN_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_EN_SCALES = (
    "",
    "thousand",
    "million",
    "billion",
    "trillion",
    "quadrillion",
    "quintillion",
    "sextillion",
    "septillion",
    "octillion",
    "nonillion",
)
_EN_ONE = {word: digit for digit, word in enumerate(_EN_ONES) if digit}
_EN_TEN = {word: digit for digit, word in enumerate(_EN_TENS) if word}
_EN_SCALE = {word: power for power, word in enumerate(_EN_SCALES) if word}

_MINUS: dict[Language, tuple[str, ...]] = {"id": ("minus", "min", "negatif"), "en": ("minus", "negative")}
_MARK: dict[Language, str] = {"id": "koma", "en": "point"}
_ONES: dict[Language, tuple[str, ...]] = {"id": _ID_ONES, "en": _EN_ONES[:10]}
_FIRST_WORDS: dict[Language, frozenset[str]] = {
    "id": frozenset((*_ID_ONES, *_ID_ONE_OF, "seratus", "sepuluh", "sebelas", *_MINUS["id"])),
    "en": frozenset((*_EN_ONES, *_EN_TENS[2:], *_MINUS["en"])),
}
_ZERO: dict[Language, str] = {"id": _ID_ONES[0], "en": _EN_ONES[0]}
_WORD_HYPHEN = re.compile(r"(?<=[A-Za-z])-(?=[A-Za-z])")
_JOINED = re.compile(rf"\b({'|'.join(_ID_ONES[1:])})(belas|puluh|ratus|ribu|juta)\b")
"""Two words of a number written as one, as many letters have them: *duapuluh*."""


def spell_out(number: int | Decimal | Quantity, locale: str = "id", *, rupiah: bool = False) -> str:
    """A whole number in words, in Indonesian or English, up to 10^30 either way.

    Args:
        number: The number, or a Decimal that is whole; a negative one begins with "minus". A quantity has to be whole
            in the unit in which it is printed, and that unit follows.
        locale: "id" or "en".
        rupiah: Whether "rupiah" follows.

    Raises:
        InvalidValueError: `number` is not a whole number or is too large; `locale` is neither.

    >>> spell_out(1_001_000), spell_out(-11, rupiah=True)
    ('satu juta seribu', 'minus sebelas rupiah')
    >>> spell_out(110_042, "en")
    'one hundred ten thousand forty-two'
    >>> spell_out(Quantity(37_674_000, "IDR"))
    'tiga puluh tujuh juta enam ratus tujuh puluh empat ribu rupiah'
    """
    language = print_of(locale).language
    whole, unit = _spelt(number)
    rest = abs(whole)
    tail = ["rupiah"] if checks.flag(rupiah, "rupiah") and unit is None else []
    tail += [] if unit is None else [unit.say(language, one=whole == 1)]
    words = [_ZERO[language]] if rest == 0 else []
    power = 0
    while rest:
        rest, group = divmod(rest, 1_000)
        if group:
            words = [*(_id_group if language == "id" else _en_group)(group, power), *words]
        power += 1
    return " ".join([*(["minus"] if whole < 0 else []), *words, *tail])


def _spelt(number: object) -> tuple[int, Unit | None]:
    """The whole number that is spelt, and the unit of a quantity."""
    unit = printed_in(number) if isinstance(number, Quantity) else None
    value = number.to(unit) if isinstance(number, Quantity) and unit is not None else number
    if isinstance(value, Decimal) and value.is_finite() and value == value.to_integral_value():
        value = int(value)
    if isinstance(value, Decimal):
        raise InvalidValueError("not_whole", field="number", value=number)
    return checks.whole_number(value, "number"), unit


def _id_group(group: int, power: int) -> Iterator[str]:
    if (group, power) == (1, 1):
        yield "seribu"
        return
    hundreds, rest = divmod(group, 100)
    if hundreds:
        yield "seratus" if hundreds == 1 else f"{_ID_ONES[hundreds]} ratus"
    tens, ones = divmod(rest, 10)
    if rest in (10, 11):
        yield ("sepuluh", "sebelas")[ones]
    elif tens == 1:
        yield f"{_ID_ONES[ones]} belas"
    else:
        if tens:
            yield f"{_ID_ONES[tens]} puluh"
        if ones:
            yield _ID_ONES[ones]
    if power:
        yield _ID_SCALES[power]


def _en_group(group: int, power: int) -> Iterator[str]:
    hundreds, rest = divmod(group, 100)
    if hundreds:
        yield f"{_EN_ONES[hundreds]} hundred"
    tens, ones = divmod(rest, 10)
    if rest >= 20:
        yield _EN_TENS[tens] + (f"-{_EN_ONES[ones]}" if ones else "")
    elif rest:
        yield _EN_ONES[rest]
    if power:
        yield _EN_SCALES[power]


@parser("words", Text("bilangan dengan huruf", "a number in words"))
def parse_words(body: str, convention: Convention[Never]) -> int | Decimal:
    """A number in words, as an int or, where decimals follow "koma", a Decimal.

    "rupiah" may follow, and one pair of brackets may stand around it.

    Read strictly: groups of up to three digits, each followed by a smaller scale than the one before it. *milyar*,
    *trilyun*, *satu ratus*, *satu ribu* and *sejuta* are read beside *miliar*, *triliun*, *seratus*, *seribu* and
    *satu juta*; English may say "and" before the last two digits of a group. Decimals are said digit by digit or as a
    number below a thousand: *dua koma nol lima*, *dua koma dua puluh lima*. A minus is *minus*, *min* or *negatif*.

    Raises:
        ParseError: Not a number in words; the hint says at which word; `.field` is "words".

    >>> parse_words("(seratus sepuluh ribu rupiah)"), parse_words("Empat Milyar Dua Ratus")
    (110000, 4000000200)
    >>> parse_words("dua koma lima")
    Decimal('2.5')
    >>> parse_words("Dua Ratus Enam Ribu Delapan Ratus Ribu Rupiah")
    Traceback (most recent call last):
    ...
    kesos.errors.ParseError: words: 'Dua Ratus Enam Ribu Delapan Ratus Ribu Rupiah' cannot be read as a number in words:
    'ribu' cannot stand there. ...
    """
    if body.startswith("(") and body.endswith(")"):
        body = body[1:-1]
    return read_words(body, convention.language)


def begins_a_number(text: str, language: Language) -> bool:
    """Whether the first word of a text is one of a number in words.

    >>> begins_a_number("tujuh orang", "id"), begins_a_number("orang", "id")
    (True, False)
    """
    first = _apart(text[:40], language).split(maxsplit=1)
    return bool(first) and first[0] in _FIRST_WORDS[language]


def read_words(body: str, language: Language) -> int | Decimal:
    """The number that these words say; "rupiah" may follow."""
    check_ascii(body)
    words = _apart(body, language).split()
    if words and words[-1] == "rupiah":
        words.pop()
    minus = bool(words) and words[0] in _MINUS[language]
    words = words[minus:]
    if not words:
        raise ParseError("unreadable.no_number", such='"seratus sepuluh ribu"')
    mark = words.index(_MARK[language]) if _MARK[language] in words else len(words)
    if mark == 0:
        raise _misplaced(words, 0)
    whole = _whole(words[:mark], language)
    if mark < len(words):
        return Decimal(f"{'-' if minus else ''}{whole}.{_decimals(words, mark + 1, language)}")
    return -whole if minus else whole


def _apart(text: str, language: Language) -> str:
    """A text in lower case with each word of a number by itself."""
    words = _WORD_HYPHEN.sub(" ", text.lower())
    return _JOINED.sub(r"\1 \2", words) if language == "id" else words


def _whole(words: list[str], language: Language) -> int:
    if words == [_ZERO[language]]:
        return 0
    return (_id_number if language == "id" else _en_number)(words)


def _decimals(words: list[str], at: int, language: Language) -> str:
    """The digits that the words from `at` on say, one by one or as a number below a thousand."""
    said, ones = words[at:], _ONES[language]
    if not said:
        raise _misplaced(words, at - 1)
    if all(word in ones for word in said):
        return "".join(str(ones.index(word)) for word in said)
    scales = _ID_SCALE if language == "id" else _EN_SCALE
    for place, word in enumerate(said):
        if word in scales or word in _ID_ONE_OF or word == _MARK[language]:
            raise _misplaced(words, at + place)
    return str(_whole(said, language))


def _id_number(words: list[str]) -> int:
    total, last_power, at = 0, len(_ID_SCALES), 0
    while at < len(words):
        start = at
        if words[at] in _ID_ONE_OF:
            group, power, at = 1, _ID_ONE_OF[words[at]], at + 1
        else:
            group, at = _id_three_digits(words, at)
            power = _ID_SCALE.get(words[at], 0) if at < len(words) else 0
            at += power > 0
        if group == 0 or power >= last_power:
            raise _misplaced(words, start if group == 0 else at - 1)
        if power == 0 and at < len(words):
            raise _misplaced(words, at)
        total, last_power = total + group * 1_000**power, power
    return total


def _id_three_digits(words: list[str], at: int) -> tuple[int, int]:
    """The number below a thousand that begins at `at`, and where it ends; 0 where none begins there."""
    words = [*words, "", ""]
    group = 0
    if words[at] == "seratus":
        group, at = 100, at + 1
    elif words[at] in _ID_DIGIT and words[at + 1] == "ratus":
        group, at = 100 * _ID_DIGIT[words[at]], at + 2
    if words[at] in ("sepuluh", "sebelas"):
        return group + (10 if words[at] == "sepuluh" else 11), at + 1
    digit = _ID_DIGIT.get(words[at], 0)
    if digit > 1 and words[at + 1] == "belas":
        return group + 10 + digit, at + 2
    if digit > 1 and words[at + 1] == "puluh":
        group, at = group + 10 * digit, at + 2
        digit = _ID_DIGIT.get(words[at], 0)
    return (group + digit, at + 1) if digit else (group, at)


def _en_number(words: list[str]) -> int:
    total, last_power, at = 0, len(_EN_SCALES), 0
    while at < len(words):
        start = at
        group, at = _en_three_digits(words, at, bool(total))
        power = _EN_SCALE.get(words[at], 0) if at < len(words) else 0
        at += power > 0
        if group == 0 or power >= last_power:
            raise _misplaced(words, start if group == 0 else at - 1)
        if power == 0 and at < len(words):
            raise _misplaced(words, at)
        total, last_power = total + group * 1_000**power, power
    return total


def _en_three_digits(words: list[str], at: int, follows: bool) -> tuple[int, int]:
    """The number below a thousand that begins at `at`, and where it ends; 0 where none begins there."""
    words = [*words, "", ""]
    group = 0
    if 0 < _EN_ONE.get(words[at], 0) < 10 and words[at + 1] == "hundred":
        group, at = 100 * _EN_ONE[words[at]], at + 2
    if words[at] == "and" and (group or follows) and (words[at + 1] in _EN_ONE or words[at + 1] in _EN_TEN):
        at += 1
    if words[at] in _EN_TEN:
        ones = _EN_ONE.get(words[at + 1], 0)
        has_ones = 0 < ones < 10
        return group + 10 * _EN_TEN[words[at]] + (ones if has_ones else 0), at + 1 + has_ones
    ones = _EN_ONE.get(words[at], 0)
    return (group + ones, at + 1) if ones else (group, at)


def _misplaced(words: list[str], at: int) -> ParseError:
    word, around = words[at][:40], " ".join(words[max(0, at - 3) : at + 1])[-120:]
    return ParseError("misplaced_word", word=word, position=at + 1, around=around)
