"""What every reader of print shares: texts made plain, what is missing, and the refusal that teaches."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from enum import Enum
from typing import Final, TypeVar

from kesos.errors import InvalidValueError, ParseError, show_value
from kesos.values import Language, Text

V = TypeVar("V")
U = TypeVar("U")
D = TypeVar("D")
B = TypeVar("B")

LONGEST = 2_500
"""No printed number, amount or date is longer; a longer text is refused before anything else looks at it."""

BLANKS = " \t\r\n"
"""What is ignored around a text. Other blanks (no-break, thin) are refused, since they may stand for a separator."""

_DASHES = frozenset({"-", "–", "—", "--"})
_UNKNOWN = frozenset(
    {
        *("tidak diketahui", "belum diketahui", "tak diketahui", "tdk diketahui", "tidak tahu"),
        *("tidak ada data", "belum ada data", "unknown", "not known", "n/a"),
    }
)
_READ_AS: dict[str, Language] = {
    "id": "id",
    "id_ID": "id",
    "id-ID": "id",
    "en": "en",
    "en_US": "en",
    "en-US": "en",
    "en_GB": "en",
    "en-GB": "en",
}
_SHOWN = 200


class NotSaid(Enum):
    """The mark for "the caller did not say", so that None can be said."""

    NOT_SAID = "not said"


NOT_SAID: Final = NotSaid.NOT_SAID


class UnreadableError(Exception):
    """Why a grammar refuses a text; `read` turns it into the ParseError that callers see."""

    def __init__(self, why: Text, hint: Text | None = None, code: str = "unreadable") -> None:
        super().__init__(why)
        self.why = why
        self.hint = hint
        self.code = code


_MISSING = {
    "unknown": UnreadableError(
        Text("nilainya tidak diketahui", "it says that the value is not known"),
        Text("Sebutkan artinya, misalnya unknown=None.", "Say what that means to you, such as unknown=None."),
        "unknown",
    ),
    "dash": UnreadableError(
        Text("strip bisa berarti nol atau tidak diketahui", "a dash may mean none or not known"),
        Text("Sebutkan artinya: dash=0 atau dash=None.", "Say what it means: dash=0 or dash=None."),
        "dash",
    ),
    "blank": UnreadableError(
        Text("tidak ada isinya (kosong)", "there is nothing in it (empty)"),
        Text("Sebutkan arti sel kosong, misalnya blank=None.", "Say what an empty cell means, such as blank=None."),
        "blank",
    ),
}


class MissingError(Exception):
    """There is no value in the text: it says so, is a dash, or is empty. `.args[0]` says which."""


def check_missing(body: str) -> None:
    """Raise where `body`, what is left of a text without its unit, is a dash, empty, or says that nobody knows."""
    if not body:
        raise MissingError("blank")
    if body in _DASHES:
        raise MissingError("dash")
    if body[0] in "tTbBuUnN" and body.isascii() and " ".join(body.lower().split()) in _UNKNOWN:
        raise MissingError("unknown")


def reading_language(locale: object) -> Language:
    """The language whose print `locale` asks for.

    Raises:
        InvalidValueError: kesos reads no print of that locale.

    >>> reading_language("id_ID")
    'id'
    """
    if isinstance(locale, str) and locale in _READ_AS:
        return _READ_AS[locale]
    raise InvalidValueError(
        Text(
            f"cetakan {show_value(locale)} tidak dapat dibaca di sini", f"{show_value(locale)} print is not read here"
        ),
        field="locale",
        value=locale,
        code="unknown_locale",
        hint=Text('Pilih "id" atau "en".', 'Choose "id" or "en".'),
    )


def check_option(value: object, field: str, allowed: tuple[str, ...]) -> None:
    """Refuse a word for an option that is not one of those allowed; None is always allowed."""
    if value is None or (isinstance(value, str) and value in allowed):
        return
    listed = ", ".join(f'"{word}"' for word in allowed)
    raise InvalidValueError(
        Text(f"{show_value(value)} bukan pilihan", f"{show_value(value)} is not a choice"),
        field=field,
        value=value,
        code="not_a_choice",
        hint=Text(f"Pilihan: {listed}, None.", f"Choices: {listed}, None."),
    )


def check_ascii(body: str) -> None:
    """Refuse, by its name, the first character that only looks like one that is printed in numbers."""
    for character in body:
        if not (character.isascii() and (character.isprintable() or character in BLANKS)):
            name = unicodedata.name(character, "?")
            raise UnreadableError(
                Text(
                    f"ada karakter U+{ord(character):04X} ({name}) di dalamnya",
                    f"it holds the character U+{ord(character):04X} ({name})",
                ),
                Text(
                    "Ganti dengan huruf atau angka papan tik biasa (0-9, tanda -, spasi).",
                    "Replace it by what a plain keyboard types (digits 0-9, -, a blank).",
                ),
                "foreign_character",
            )


def check_text(text: object, field: str) -> str:
    """`text` where it is one; numbers and dates that are none of print are not interpreted."""
    if not isinstance(text, str):
        raise ParseError(
            Text(
                f"{show_value(text)} ({type(text).__name__}) bukan teks",
                f"{show_value(text)} ({type(text).__name__}) is not a text",
            ),
            field=field,
            value=text,
            code="not_a_text",
            hint=Text(
                "Hanya teks yang dibaca; angka seri Excel dan pecahan biner tidak ditafsirkan.",
                "Only text is read; an Excel serial number or a float is not interpreted.",
            ),
        )
    return str.__str__(text)  # a subclass (NumPy's, say) could answer otherwise than the text that it is


def read(
    text: object,
    field: str,
    reader: Callable[[str], V],
    *,
    unknown: U | NotSaid = NOT_SAID,
    dash: D | NotSaid = NOT_SAID,
    blank: B | NotSaid = NOT_SAID,
) -> V | U | D | B:
    """What `reader` makes of `text` without the blanks around it, or what the caller says of a missing value.

    Raises:
        ParseError: Always, and nothing else, where there is no answer.
    """
    given = check_text(text, field)
    try:
        plain = given.strip(BLANKS)
        if len(plain) > LONGEST:
            raise UnreadableError(
                Text(f"lebih dari {LONGEST} karakter", f"it is longer than {LONGEST} characters"), code="too_long"
            )
        check_missing(plain)
        return reader(plain)
    except MissingError as missing:
        kind = str(missing)
        if kind == "unknown" and not isinstance(unknown, NotSaid):
            return unknown
        if kind == "dash" and not isinstance(dash, NotSaid):
            return dash
        if kind == "blank" and not isinstance(blank, NotSaid):
            return blank
        raise _refusal(text, given, field, _MISSING[kind]) from None
    except UnreadableError as refused:
        raise _refusal(text, given, field, refused) from None
    except InvalidValueError as refused:
        # the grammar was right but the value is none: a quantity that is not whole, an end before its start
        why = refused.problem if isinstance(refused.problem, Text) else Text(str(refused), str(refused))
        hint = refused.hint if isinstance(refused.hint, Text) else None
        raise _refusal(text, given, field, UnreadableError(why, hint, refused.code)) from None


_WHAT = {
    "number": Text("bilangan", "a number"),
    "count": Text("jumlah", "a count"),
    "rupiah": Text("jumlah rupiah", "an amount of rupiah"),
    "percent": Text("persentase", "a percentage"),
    "quantity": Text("jumlah bersatuan", "a quantity"),
    "span": Text("rentang jumlah", "a range of quantities"),
    "period": Text("tanggal atau masa", "a date or a period"),
    "day": Text("satu hari", "one day"),
    "words": Text("bilangan dengan huruf", "a number in words"),
    "kk_jiwa": Text("KK/Jiwa", "families/people"),
}


def _refusal(given: object, text: str, field: str, refused: UnreadableError) -> ParseError:
    shown = repr(text)
    if len(shown) > _SHOWN:
        shown = shown[:_SHOWN] + "…"
    what, why = _WHAT[field], refused.why
    return ParseError(
        Text(f"{shown} tidak terbaca sebagai {what.id}: {why.id}", f"{shown} cannot be read as {what.en}: {why.en}"),
        field=field,
        value=given,
        code=refused.code,
        hint=refused.hint,
    )
