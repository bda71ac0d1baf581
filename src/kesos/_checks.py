"""What a value must be before anything is done with it: one check for each kind, the same everywhere."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import wraps
from operator import index
from typing import Any, ParamSpec, TypeVar

from kesos.errors import InvalidValueError, KesosError
from kesos.words import REDACTED, Sentence, hint

LARGEST = 10**30
"""No count or amount that is passed in may exceed this; what follows from them by arithmetic may."""
SLUG = re.compile(r"[a-z][a-z0-9]*([_-][a-z0-9]+)*", re.ASCII)
"""What a code looks like: lower-case ASCII words joined by _ or -."""
LONGEST_SLUG = 64
FIRST_YEAR = 1900
"""No day and no year before this is taken: "0217" is a slip of the pen for 2017."""
CENTURIES = (1900, 2000, 2100)
"""The first years of the centuries that a year in two digits may be said to stand in."""
# a pattern that few values are held against is compiled for the first of them
_UNWRITABLE = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]"
_ID_NUMBER = r"\d{16}"  # in whatever digits
_WORD = r"[A-Za-z0-9]([A-Za-z0-9 ._/-]*[A-Za-z0-9])?"

fill_field = object.__setattr__
"""How a frozen class fills a field of its own while it is being made, where a converter would be slower."""

P = ParamSpec("P")
T = TypeVar("T")


def private(check: Callable[P, T]) -> Callable[P, T]:
    """The same check for a person's own value: its refusal holds nothing of what was given, nor leads to it.

    >>> private(count)(-3, "age")
    Traceback (most recent call last):
    ...
    kesos.errors.InvalidValueError: age: <redacted> is below zero; a count cannot be
    """

    @wraps(check)
    def checked(*args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return check(*args, **kwargs)
        except KesosError as error:
            refused = error.redacted()
        raise refused  # out here it does not carry the first error along as its context

    return checked


def whole_number(value: object, field: str) -> int:
    """`value` as an int where it is a whole number (a NumPy integer too), never a bool, a float or a text.

    >>> whole_number(-3, "change")
    -3
    """
    number = as_int(value, field)
    if -LARGEST <= number <= LARGEST:
        return number
    raise InvalidValueError("number_too_large", field=field, value=value)


def as_int(value: object, field: str) -> int:
    """Like `whole_number`, however large.

    >>> as_int(10**40, "amount") == 10**40
    True
    """
    if type(value) is int:
        return value
    try:
        if isinstance(value, bool):
            raise TypeError
        # an int of a class of its own becomes a plain one; whatever has no __index__ is what we refuse
        return int.__index__(index(value))  # type: ignore[arg-type]
    except Exception:  # a caller's own __index__ may fail in any way
        if value is None:
            raise InvalidValueError("not_whole.nothing", field=field, value=None) from None
        raise InvalidValueError("not_whole", field=field, value=value) from None


def count(value: object, field: str) -> int:
    """`value` as an int where it is a count: a whole number, not below zero.

    >>> count(860, "people")
    860
    >>> count(True, "people")
    Traceback (most recent call last):
    ...
    kesos.errors.InvalidValueError: people: True (bool) is not a whole number. Give an int, such as 3, ...
    """
    if type(value) is int and 0 <= value <= LARGEST:
        return value
    number = as_int(value, field)
    if number < 0:
        raise InvalidValueError("count_negative", field=field, value=value)
    if number > LARGEST:
        raise InvalidValueError("count_too_large", field=field, value=value)
    return number


def year(value: int, field: str = "year") -> int:
    """`value` where it can be a year that somebody plans or reports on; made to be a field's converter.

    >>> year(2017)
    2017
    """
    number = count(value, field)
    late_enough(number, field, value)
    return number


def late_enough(year: int, field: str, value: object) -> None:
    """Says nothing where a year is not before 1900.

    >>> late_enough(217, "period", "0217-02-25")
    Traceback (most recent call last):
    ...
    kesos.errors.InvalidValueError: period: '0217-02-25' lies before 1900. Write the year with all its digits, ...
    """
    if year < FIRST_YEAR:
        raise InvalidValueError("out_of_range.year", field=field, value=value, least=FIRST_YEAR)


def century(value: object, field: str) -> int:
    """`value` where it is the first year of a century that somebody prints dates in.

    >>> century(2000, "century")
    2000
    """
    first = whole_number(value, field)
    if first in CENTURIES:
        return first
    raise InvalidValueError("not_a_century", field=field, value=value)


def known_count(value: object, field: str) -> int | None:
    """Like `count`, and None, which means not known, stays None."""
    return None if value is None else count(value, field)


def within(value: object, field: str, *, least: int, most: int) -> int:
    """`value` where it is a whole number from `least` to `most`.

    >>> within(12, "month", least=1, most=12)
    12
    """
    number = whole_number(value, field)
    if least <= number <= most:
        return number
    raise InvalidValueError("out_of_range", field=field, value=value, least=least, most=most)


def has_words(value: str) -> bool:
    """Whether a text holds more than blanks, and nothing that no file or terminal takes: a control character, half a
    surrogate pair.

    >>> has_words("Desa Umpang"), has_words("  "), has_words("a\\x00b")
    (True, False, False)
    """
    return bool(value) and not value.isspace() and (value.isprintable() or re.search(_UNWRITABLE, value) is None)


def text(value: object, field: str) -> str:
    """`value` where it is a text that holds more than blanks.

    >>> text("Desa Umpang", "place")
    'Desa Umpang'
    """
    if isinstance(value, str):
        words = value if type(value) is str else str.__str__(value)
        if has_words(words):
            return words
    raise InvalidValueError("not_a_text", field=field, value=value)


_private_text = private(text)


def known_text(value: object, field: str) -> str | None:
    """Like `text`, and None, which means not known, stays None."""
    return None if value is None else text(value, field)


_SHORTEST_ID = 16


def untraceable(value: object, field: str) -> str:
    """`value` where it is a text with no number that finds somebody in the civil registry. What is refused is not
    shown.

    >>> untraceable("Desa Umpang", "area")
    'Desa Umpang'
    >>> untraceable("6201.0312.3456.7890", "area")
    Traceback (most recent call last):
    ...
    kesos.errors.InvalidValueError: area: this looks like a NIK or a family card number. ...
    """
    words = _private_text(value, field)
    if len(words) >= _SHORTEST_ID and re.search(_ID_NUMBER, re.sub(r"[^\w]|_", "", words)):
        raise InvalidValueError("identifying", field=field, value=REDACTED)
    return words


def _is_name_like(word: str) -> bool:
    return sum(map(str.isalpha, word)) > 1


def reference(value: object, field: str) -> str:
    """`value` where it can stand for a family or a person: it is shown, so it is `untraceable` and reads as no name.

    No rule knows every name. Two words or more without a digit are taken for one: a reference is a word or has a digit.

    >>> reference("kk-0017", "family"), reference("KRT 12", "family")
    ('kk-0017', 'KRT 12')
    >>> reference("Siti Aminah", "family")
    Traceback (most recent call last):
    ...
    kesos.errors.InvalidValueError: family: this reads as a name, and is no reference: ...
    """
    words = untraceable(value, field)
    if sum(_is_name_like(word) for word in words.split()) > 1 and not any(map(str.isdigit, words)):
        raise InvalidValueError("identifying.name", field=field, value=REDACTED)
    return words


def slug(value: object, field: str) -> str:
    """`value` where it can serve as a code.

    >>> slug("food_shortage", "code")
    'food_shortage'
    """
    if isinstance(value, str) and SLUG.fullmatch(value) and len(value) <= LONGEST_SLUG:
        return str.__str__(value)
    raise InvalidValueError("not_a_slug", field=field, value=value, longest=LONGEST_SLUG)


def word(value: object, field: str) -> str:
    """`value` where it can name a class: ASCII letters, digits, blanks and marks, as "XI" or "semi-permanent".

    >>> word("XI", "region")
    'XI'
    """
    if isinstance(value, str) and re.fullmatch(_WORD, value) and len(value) <= LONGEST_SLUG:
        return str.__str__(value)
    raise InvalidValueError("not_a_word", field=field, value=value, longest=LONGEST_SLUG)


def flag(value: object, field: str) -> bool:
    """`value` where it is True or False, and nothing that merely counts as one of them.

    >>> flag(True, "extended")
    True
    """
    if value is True or value is False:
        return value
    raise InvalidValueError("not_a_flag", field=field, value=value)


def known_flag(value: object, field: str) -> bool | None:
    """Like `flag`, and None, which means not known, stays None."""
    if value is None or value is True or value is False:
        return value
    raise InvalidValueError("not_a_flag.or_unknown", field=field, value=value)


def choice(value: object, field: str, allowed: Iterable[str]) -> str:
    """`value` where it is one of the words in `allowed`.

    >>> choice("APBD", "funding", ("APBD", "APBN"))
    'APBD'
    """
    words = tuple(allowed)
    if isinstance(value, str):
        given = str.__str__(value)
        if given in words:
            return given
    raise InvalidValueError("not_a_choice", field=field, value=value, hint=did_you_mean(value, words))


def known_choice(value: object, field: str, allowed: Iterable[str]) -> str | None:
    """Like `choice`, and None, which means not known, stays None."""
    return None if value is None else choice(value, field, allowed)


def items(values: object, field: str, kind: type[Any] | None = None) -> tuple[Any, ...]:
    """`values` as a tuple where they are several; a text is one value, not several letters.

    >>> items(["flood", "haze"], "hazards", str)
    ('flood', 'haze')
    >>> items(["flood", 3], "hazards", str)
    Traceback (most recent call last):
    ...
    kesos.errors.InvalidValueError: hazards[1]: 3 (int) is no str
    """
    listed = _listed(values, field)
    if kind is not None:
        for at, one in enumerate(listed):
            if not isinstance(one, kind):  # a path is made only of what is refused: many are listed, few are wrong
                instance(one, f"{field}[{at}]", kind)
    return listed


def _listed(values: object, field: str) -> tuple[Any, ...]:
    return tuple(_to_its_end(_begun(values, field), values, field))


def each_of(values: object, field: str) -> Iterator[Any]:
    """Several values one after the other, without holding them all; a text is one value, not several letters.

    What a stream raises while it is read is the caller's own; what holds several and cannot be read is refused.

    >>> next(each_of(["flood", "haze"], "hazards"))
    'flood'
    """
    one_by_one = _begun(values, field)
    is_stream = one_by_one is values and not hasattr(values, "read")
    return one_by_one if is_stream else _to_its_end(one_by_one, values, field)


def _begun(values: object, field: str) -> Iterator[Any]:
    try:
        if isinstance(values, (str, bytes, Mapping)):
            raise TypeError
        return iter(values)  # type: ignore[call-overload,no-any-return]  # whatever has no __iter__ is what we refuse
    except TypeError:
        raise InvalidValueError("wrong_type.list", field=field, value=values) from None
    except Exception as error:  # a caller's own __iter__ may fail in any way; the traceback leads there
        raise InvalidValueError("wrong_type.list_failed", field=field, value=values) from error


def _to_its_end(one_by_one: Iterator[Any], values: object, field: str) -> Iterator[Any]:
    try:
        yield from one_by_one
    except KesosError:  # what the caller makes while we read is refused for its own reasons
        raise
    except Exception as error:  # a caller's own generator may fail in any way; the traceback leads there
        raise InvalidValueError("wrong_type.list_failed", field=field, value=values) from error


def each(check: Callable[[object, str], T], values: object, field: str) -> tuple[T, ...]:
    """Every one of several values as a check gives it back; a refusal says which.

    >>> each(text, ["banjir", ""], "words")
    Traceback (most recent call last):
    ...
    kesos.errors.InvalidValueError: words[1]: '' is not a text with words in it
    """
    return tuple(check(value, f"{field}[{at}]") for at, value in enumerate(items(values, field)))


def pairs(values: object, field: str) -> tuple[tuple[Any, Any], ...]:
    """What a mapping, or a list of pairs, holds.

    >>> pairs({"a": 1}, "areas"), pairs([["a", 1]], "areas")
    ((('a', 1),), (('a', 1),))
    """
    given = list(values.items()) if isinstance(values, Mapping) else values
    found = each(items, given, field)
    for at, parts in enumerate(found):
        if len(parts) != 2:
            raise InvalidValueError("wrong_type.pair", field=f"{field}[{at}]", value=parts)
    return found


def coded(values: object, field: str, check: Callable[[Any, str], T]) -> tuple[tuple[str, T], ...]:
    """What a mapping, or a list of pairs, holds by code: each code once, and each value checked.

    >>> coded({"rice": 3}, "items", count)
    (('rice', 3),)
    """
    read: dict[str, T] = {}
    for code, value in pairs(values, field):
        if slug(code, field) in read:
            raise InvalidValueError("duplicate.code", field=f"{field}.{code}", value=code)
        read[str.__str__(code)] = check(value, f"{field}.{code}")
    return tuple(read.items())


def settle(holder: object, check: Callable[[Any, str], object], *fields: str) -> None:
    """Fills fields of a frozen object that is being made with what a check gives back: a plain str for one's own."""
    for field in fields:
        given = getattr(holder, field)
        settled = check(given, field)
        if settled is not given:
            fill_field(holder, field, settled)


def instance(value: object, field: str, kind: type[T]) -> T:
    """`value` where it is a `kind`.

    >>> instance(3, "number", int)
    3
    """
    if isinstance(value, kind):
        return value
    raise InvalidValueError("wrong_type", field=field, value=value, kind=kind.__name__)


def of_kind(kind: type[T]) -> Callable[[object, str], T]:
    """`instance` as the check of one kind.

    >>> of_kind(int)(3, "days")
    3
    """
    return lambda value, field: instance(value, field, kind)


def mapping(value: object, field: str) -> Mapping[Any, Any]:
    """`value` where it is a dict or another Mapping.

    >>> mapping({"rice": 3}, "items")
    {'rice': 3}
    """
    if isinstance(value, Mapping):
        return value
    raise InvalidValueError("wrong_type", field=field, value=value, kind="dict")


def known_instance(value: object, field: str, kind: type[T]) -> T | None:
    """Like `instance`, and None, which means not known, stays None."""
    return None if value is None else instance(value, field, kind)


def is_endless(path: str | os.PathLike[str]) -> bool:
    """Whether a path leads to a pipe or a device, which would be waited for; a folder is refused by the system.

    Raises:
        OSError: There is nothing there.
        ValueError: It is no path that the system takes.
    """
    mode = os.stat(path).st_mode
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def nearest(word: object, known: Iterable[str], *, alike: float = 0.6) -> str | None:
    """The word in `known` that looks most like `word`, if any is as much like it as `alike` (1 is the same) asks.

    >>> nearest("bnajir", ["banjir", "tanah longsor"])
    'banjir'
    """
    if not isinstance(word, str):
        return None
    import difflib

    folded = {each.casefold(): each for each in known if isinstance(each, str)}
    close = difflib.get_close_matches(word[:100].casefold(), list(folded), n=1, cutoff=alike)
    return folded[close[0]] if close else None


def slip_of(text: str, known: Iterable[str]) -> str | None:
    """The text in `known` that `text` is but for a slip of the pen in one of its words, where only one is so near.

    A slip is a letter too many, too few, another, or two that changed places: one in a word of five letters, two in a
    word of ten, none in a shorter one. To share a word is not to be near: *tuna wisma* is no misspelt *tuna susila*.

    >>> slip_of("fakir mskin", ["fakir miskin", "tuna susila"])
    'fakir miskin'
    >>> slip_of("tuna wisma", ["fakir miskin", "tuna susila"]) is None
    True
    """
    written = text.split()
    near: list[tuple[int, str]] = []
    for each in known:
        words = each.split()
        if len(words) != len(written):
            continue
        others = [pair for pair in zip(written, words, strict=True) if pair[0] != pair[1]]
        if len(others) == 1 and abs(len(others[0][0]) - len(others[0][1])) <= 2:
            slips = _slips(*others[0])
            if slips <= min(len(others[0][1]) // 5, 2):
                near.append((slips, each))
    least = min(near, default=None)
    alike = [each for slips, each in near if least is not None and slips == least[0]]
    return alike[0] if len(alike) == 1 else None


def _slips(written: str, meant: str) -> int:
    """How many letters were left out, put in, mistaken or changed about."""
    before: list[int] = []
    row = list(range(len(meant) + 1))
    for at, letter in enumerate(written):
        before, above, row = row, before, [at + 1]
        for to, other in enumerate(meant):
            slips = min(before[to + 1] + 1, row[to] + 1, before[to] + (letter != other))
            if at and to and letter == meant[to - 1] and written[at - 1] == other:
                slips = min(slips, above[to - 1] + 1)
            row.append(slips)
    return row[-1]


def _called(word: object, called: Mapping[str, Iterable[str]]) -> list[str]:
    """The codes of what is called so; where nothing is, of what has each word of it in what it is called."""
    given = words_of(word.casefold()) if isinstance(word, str) else []
    if not given:
        return []
    said = {code: [words_of(each.casefold()) for each in names] for code, names in called.items()}
    exact = [code for code, names in said.items() if given in names]
    return exact or [code for code, names in said.items() if any({*given} <= {*name} for name in names)]


def words_of(text: str) -> list[str]:
    """The words of a text, without what stands between them.

    >>> words_of("lauk-pauk (siap saji)")
    ['lauk', 'pauk', 'siap', 'saji']
    """
    return re.findall(r"\w+", text)


def did_you_mean(word: object, known: Iterable[str], called: Mapping[str, Iterable[str]] | None = None) -> Sentence:
    """A hint that names the known word that was meant, or all of them where none is near.

    It holds all of them in any case: a redacted refusal tells what could be given instead.

    Args:
        word: What was given.
        known: The words.
        called: What people call each of them: one that is called so, or alone has all of `word` in what it is called,
            was meant, however near in letters another is.
    """
    words = tuple(known)
    listed = words if len(words) <= 40 else (*words[:40], "…")
    named = _called(word, called or {})
    close = nearest(word, words) if not named else named[0] if len(named) == 1 else None
    return hint("known", known=listed) if close is None else hint("did_you_mean", nearest=close, known=listed)
