"""What stands around a printed date and is none of it: labels, brackets, stray marks, and unusual blanks."""

from __future__ import annotations

import re
from typing import NamedTuple

from kesos.values import Language
from kesos.wording._date_words import ANY_MONTH, ANY_WEEKDAY, RANGE_WORDS, WEEKDAYS
from kesos.wording._parser import check_ascii

# no-break and thin blanks, curly quotes and hyphens of typesetters, beside what a keyboard has for them
_TYPESET = str.maketrans(
    {**dict.fromkeys("\u00a0\u2007\u2009\u202f", " "), **dict.fromkeys("‘’´", "'"), **dict.fromkeys("“”", '"')}
    | dict.fromkeys("‐‑", "-")
)
_AFTER_LABEL = re.compile(r"(?<=[a-z.]) ?: ?")
_BRACKETED = re.compile(r"\(((?:[^()]|\([^()]*\))*)\)|\[([^\[\]]*)\]")
_GLUED = re.compile(r"\d[a-z]|[a-z.]\d", re.ASCII)
_FRIDAY = re.compile(r"\bjum ?['`]? ?at\b")
_CLOSING = frozenset(")]")
_AGAINST_MONTH = {
    language: re.compile(rf"(?<=\d)(?={month})|(?<![a-z])(?:{month}\.?)(?=\d)") for language, month in ANY_MONTH.items()
}

_LABEL: dict[Language, str] = {
    "id": r"(?:pada )?(?:(?:hari|tanggal|tgl|waktu|masa|periode)\b\.?(?: ini)?"
    r"(?: ?(?:[/,&]|dan) ?(?:hari|tanggal|tgl|waktu|jam|pukul)\b\.?)*(?: kejadian| bencana)?,? ?)?",
    "en": r"(?:(?:date|day|period)\b(?: ?(?:[/,&]|and) ?(?:date|day|time)\b)* ?)?(?:on )?",
}
_BEFORE_DAY: dict[Language, str] = {
    "id": r"(?:pada )?(?:(?:tanggal|tgl)\b\.?(?: kejadian| bencana)? ?)?(?:bulan )?",
    "en": r"(?:on )?(?:date )?",
}
_AFTER_WEEKDAY = r"\.? ?[,/-]? ?"
_LEAD = {
    language: re.compile(
        rf"{_LABEL[language]}(?:(?P<weekday>{word}){_AFTER_WEEKDAY})?{_BEFORE_DAY[language]}(?P<rest>.*)"
    )
    for language, word in ANY_WEEKDAY.items()
}
_TRAIL = {
    language: re.compile(rf"(?P<rest>.*\d)(?: ?\((?:hari )?(?P<bracket>{word})\)|,? (?P<plain>{word}))\.?")
    for language, word in ANY_WEEKDAY.items()
}
_WEEKDAY_RUN = {
    language: re.compile(
        rf"{_LABEL[language]}(?P<first>{word})\.?(?:{RANGE_WORDS[language].pattern}| ?- ?)"
        rf"(?P<last>{word}){_AFTER_WEEKDAY}(?P<rest>.+)"
    )
    for language, word in ANY_WEEKDAY.items()
}


class Dressed(NamedTuple):
    """A text without what tells that it is a date, and the weekday that it names, Monday being 0."""

    rest: str
    weekday: int | None


def tidied(body: str, language: Language) -> str:
    """A text in lower case, without stray marks around it, with one plain blank where there are others.

    >>> tidied("Hari : Rabu\\nTgl : 15Februari 2023,", "id")
    'hari rabu tgl 15 februari 2023'
    """
    if not body.isascii():
        body = body.translate(_TYPESET)
    plain = body.replace("–", "-").replace("—", "-")
    if not (plain.isascii() and plain.isprintable()):
        check_ascii(plain)
    text = _AFTER_LABEL.sub(" ", " ".join(body.lower().split())).lstrip("'\": ").rstrip("'\",.; ")
    if "jum" in text:
        text = _FRIDAY.sub("jumat", text)
    if text[-1:] in _CLOSING and (bracketed := _BRACKETED.fullmatch(text)):
        text = (bracketed[1] or bracketed[2] or "").strip()
    return _AGAINST_MONTH[language].sub(r"\g<0> ", text) if _GLUED.search(text) else text


def undressed(text: str, language: Language) -> Dressed:
    """What `tidied` gives, without labels and weekday.

    >>> undressed("hari/tanggal rabu, 15 februari 2023", "id")
    Dressed(rest='15 februari 2023', weekday=2)
    """
    if not text[-1:].isdigit() and (trail := _TRAIL[language].fullmatch(text)):
        text = f"{trail['bracket'] or trail['plain']} {trail['rest']}"
    lead = _LEAD[language].fullmatch(text)
    assert lead is not None  # everything in front is optional
    rest, word = lead["rest"], lead["weekday"]
    if rest[-1:] in _CLOSING and (bracketed := _BRACKETED.fullmatch(rest)):
        rest = bracketed[1] or bracketed[2] or ""
    return Dressed(rest, None if word is None else WEEKDAYS[language][word])


def undressed_run(text: str, language: Language) -> tuple[str, int, int] | None:
    """What `tidied` gives, without the first and the last weekday of a run in front of it; None where it has not both.

    >>> undressed_run("sabtu-selasa, 25-28 februari 2017", "id")
    ('25-28 februari 2017', 5, 1)
    """
    run = None if text[:1].isdigit() else _WEEKDAY_RUN[language].fullmatch(text)
    days = WEEKDAYS[language]
    return (run["rest"], days[run["first"]], days[run["last"]]) if run else None
