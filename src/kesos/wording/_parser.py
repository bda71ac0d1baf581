"""The frame of every reader of print: what a caller may say, one way from a text to its value, and one refusal.

A grammar takes a text without the blanks around it and the convention that it is printed in, and returns the value or
raises why it is none. `parser` makes a public reader of it. What callers may say is declared once, by `Parser`.
"""

from __future__ import annotations

import inspect
import unicodedata
from collections.abc import Callable
from enum import Enum
from functools import wraps
from typing import Any, Final, Generic, NamedTuple, Never, Protocol, TypeVar, cast, get_args, get_type_hints

from kesos import _checks as checks
from kesos.errors import InvalidValueError, ParseError
from kesos.values import Language, Text
from kesos.wording._missing import MissingError, check_missing

A = TypeVar("A", bound=str)
A_co = TypeVar("A_co", bound=str, covariant=True)
A_contra = TypeVar("A_contra", bound=str, contravariant=True)
V = TypeVar("V")
V_co = TypeVar("V_co", covariant=True)
U = TypeVar("U")
D = TypeVar("D")
B = TypeVar("B")
N = TypeVar("N")
AnyParser = TypeVar("AnyParser", bound=Callable[..., Any])

LONGEST = 2_500
"""No printed number, amount or date is longer; a longer text is refused before anything else looks at it."""

BLANKS = " \t\r\n"
"""What is ignored around a text."""

_AS_TYPED = {
    **dict.fromkeys((*range(0x2000, 0x200C), *map(ord, "\u00a0\u1680\u2028\u2029\u202f\u205f\u2060\u3000\ufeff")), " "),
    **dict.fromkeys(map(ord, "\u2010\u2011\u2212"), "-"),
}
"""What word processors, spreadsheets and web pages print for a blank and for a hyphen or a minus."""
_AROUND = BLANKS + "\u200c\u200d\u200e\u200f\u202a\u202c"
"""Blanks, and the marks without a shape that are copied along with a text."""


class NotSaid(Enum):
    """The mark for "the caller did not say", so that None can be said."""

    NOT_SAID = "not said"

    def __repr__(self) -> str:
        return self.name


NOT_SAID: Final = NotSaid.NOT_SAID


class Parser(Protocol[V_co, A_contra]):
    """A reader of print, and the one declaration of what may be said to it.

    An option is added here. One that is `NOT_SAID` by default says what to return for a text that holds no value; the
    check that finds such a text raises `MissingError` with the option's name, and `WITHOUT_VALUE` refuses it.
    """

    __name__: str

    def __call__(
        self,
        text: str,
        *,
        locale: str = "id",
        ambiguous: A_contra | None = None,
        century: int | None = None,
        unknown: U | NotSaid = NOT_SAID,
        dash: D | NotSaid = NOT_SAID,
        blank: B | NotSaid = NOT_SAID,
        none: N | NotSaid = NOT_SAID,
    ) -> V_co | U | D | B | N: ...


WITHOUT_VALUE = {
    "unknown": ParseError("unknown"),
    "dash": ParseError("dash"),
    "blank": ParseError("blank"),
    "none": ParseError("none"),
}
"""For each way to hold no value, named as the option that gives it a meaning: why it is refused without one."""

MEANINGS = frozenset(WITHOUT_VALUE)
"""The options that say what to return for a text that holds no value."""


class Convention(NamedTuple, Generic[A_co]):
    """How a text is printed, as its caller says."""

    language: Language
    ambiguous: A_co | None
    """Which of two readings is meant where there are two; None where nobody has told."""
    century: int | None = None
    """The first year of the century that a year in two digits stands in; None where nobody has told."""


_PRINT_OF: dict[str, Convention[Never]] = {
    **dict.fromkeys(("id", "id_ID", "id-ID"), Convention("id", None)),
    **dict.fromkeys(("en", "en_US", "en-US", "en_GB", "en-GB"), Convention("en", None)),
}


def parser(
    field: str, what: Text, *, dated: bool = False
) -> Callable[[Callable[[str, Convention[A]], V]], Parser[V, A]]:
    """Make a public reader of the grammar below: it keeps its name and docstring, and gets the signature of `Parser`.

    The words that `ambiguous=` may be are those of the grammar's `Convention`; a reader of a `Convention[Never]`, whose
    print can be read in one way only, takes no such option.

    Args:
        field: The field of its refusals.
        what: What it reads, with its article, as its refusals say it.
        dated: Whether it reads years, and so takes `century=`.
    """

    def around(grammar: Callable[[str, Convention[A]], V]) -> Parser[V, A]:
        types = get_type_hints(grammar)
        [choice] = get_args(types["convention"])
        choices: tuple[str, ...] = get_args(choice)
        left_out = {"self", *(() if choices else ("ambiguous",)), *(() if dated else ("century",))}
        takes = (MEANINGS | {"ambiguous", "century"}) - left_out

        @wraps(grammar)
        def parse(text: object, *, locale: str = "id", **options: Any) -> Any:
            if not options.keys() <= takes:
                unexpected = min(options.keys() - takes)
                raise TypeError(f"parse_{field}() got an unexpected keyword argument {unexpected!r}")
            convention: Convention[Any] = print_of(locale)
            if options.get("ambiguous") is not None:
                convention = convention._replace(ambiguous=checks.choice(options["ambiguous"], "ambiguous", choices))
            if options.get("century") is not None:
                convention = convention._replace(century=checks.century(options["century"], "century"))
            given = check_text(text, field)
            try:
                return grammar(as_typed(given), convention)
            except MissingError as missing:
                option = missing.args[0]
                if options.get(option, NOT_SAID) is not NOT_SAID:
                    return options[option]
                raise _refusal(text, given, field, what, WITHOUT_VALUE[option]) from None
            except InvalidValueError as refused:  # the grammar's, or that of the value which it makes
                raise _refusal(text, given, field, what, refused) from None

        _sign(
            parse, grammar, left_out, choices, {"ambiguous": choice | None, "return": types["return"] | U | D | B | N}
        )
        return cast("Parser[V, A]", parse)

    return around


def signed_as(reader: AnyParser) -> Callable[[Callable[..., Any]], AnyParser]:
    """Give a function that does more than `reader`, and then calls it, the signature of `reader`."""

    def around(function: Callable[..., Any]) -> AnyParser:
        vars(function)["__signature__"] = inspect.signature(reader)
        function.__annotations__ = reader.__annotations__
        return cast("AnyParser", function)

    return around


_DECLARED = inspect.signature(Parser.__call__)
_TYPES = get_type_hints(Parser.__call__)


def _sign(
    parse: Callable[..., Any],
    grammar: Callable[..., Any],
    left_out: set[str],
    choices: tuple[str, ...],
    types: dict[str, Any],
) -> None:
    """Let `help` and `typing.get_type_hints` tell what `Parser` declares, with this reader's own types in it."""
    words = {"ambiguous": f"Literal{list(choices)} | None"}
    vars(parse)["__signature__"] = inspect.Signature(
        [
            each.replace(annotation=words.get(name, each.annotation))
            for name, each in _DECLARED.parameters.items()
            if name not in left_out
        ],
        return_annotation=_DECLARED.return_annotation.replace("V_co", grammar.__annotations__["return"]),
    )
    parse.__annotations__ = {name: types.get(name, known) for name, known in _TYPES.items() if name not in left_out}


def as_typed(given: str) -> str:
    """`given` as a plain keyboard types it, without the blanks around it, where a grammar may find a value in it.

    >>> as_typed("\\ufeffRp\\u00a01.234 ")
    'Rp 1.234'
    """
    plain = given.strip(BLANKS)
    if len(plain) > LONGEST:
        raise ParseError("too_long", most=LONGEST)
    if not plain.isascii():
        plain = plain.translate(_AS_TYPED).strip(_AROUND)
    check_missing(plain)
    return plain


def _refusal(value: object, text: str, field: str, what: Text, why: InvalidValueError) -> ParseError:
    """What callers see: the text, what it cannot be read as, and why; the reason's code, hint and parameters."""
    refusal = ParseError(
        "unreadable.because",
        field=field,
        value=value,
        code=why.code,
        hint=why,
        text=text,
        what=what,
        why=why,
    )
    refusal.parameters = {**why.parameters, **refusal.parameters}
    return refusal


def print_of(locale: object) -> Convention[Never]:
    """The convention of the print that `locale` asks for.

    Raises:
        InvalidValueError: kesos reads no print of that locale.

    >>> print_of("id_ID").language
    'id'
    """
    if isinstance(locale, str) and locale in _PRINT_OF:
        return _PRINT_OF[locale]
    raise InvalidValueError("unknown_locale.print", field="locale", value=locale)


def check_text(text: object, field: str) -> str:
    """`text` where it is one; a number or a date that was never printed is not interpreted."""
    if not isinstance(text, str):
        raise ParseError("not_a_text.print", field=field, value=text)
    return str.__str__(text)  # a subclass (NumPy's, say) could answer otherwise than the text that it is


def check_ascii(body: str) -> None:
    """Refuse, by its name, the first character that only looks like one that is printed in numbers."""
    for character in body:
        if not (character.isascii() and (character.isprintable() or character in BLANKS)):
            point, name = f"U+{ord(character):04X}", unicodedata.name(character, "?")
            sign = Text(f'"{character}"' if character.isprintable() else point, f"{character!r} ({point} {name})")
            raise ParseError("foreign_character", character=sign)
