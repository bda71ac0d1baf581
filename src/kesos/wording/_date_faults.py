"""Why a text that is no date is none."""

from __future__ import annotations

import re
from datetime import date, timedelta

from kesos.errors import ParseError
from kesos.values import Language
from kesos.wording._clocks import clock_last, is_clock, split_clock
from kesos.wording._date_marks import undressed
from kesos.wording._date_words import ANY_MONTH, ANY_WEEKDAY

_AS_OF = re.compile(r"\bper ", re.ASCII)
_OPEN_END = re.compile(r"(?:s/d|s\.d\.?|sd|sampai(?: dengan)?|hingga|[-–—]) ?(?:selesai|sekarang)$")
_SERIAL = re.compile(r"([1-9]\d{4})(?:[.,]\d+)?", re.ASCII)
_SEVERAL = {
    language: re.compile(
        r"\d(?: [a-z]+\.?)?(?: \d{4})?(?: ?(?:[,;&+]|\n) ?| (?:dan|serta|atau|and|or) )"
        rf"(?:{word},? )?(?:(?:tanggal|tgl)\.? )?\d{{1,2}}(?!\d)|\d{{4}} \d{{1,2}}[-/. ]|^\d{{1,2}}/\d{{1,2}} [a-z]",
        re.ASCII,
    )
    for language, word in ANY_WEEKDAY.items()
}
# prose may hold such a list, and much else
_DATES_ONLY = {
    language: re.compile(
        rf"(?:[\d ,;&+./:()-]|{ANY_MONTH[language]}|{word}|(?:dan|serta|atau|and|or|hari|tanggal|tgl|bulan|tahun)\b)*",
        re.ASCII,
    )
    for language, word in ANY_WEEKDAY.items()
}
_ENGLISH_SHORT_YEAR = re.compile(rf"(?:.*[ –—])?{ANY_MONTH['en']}\.? \d{{1,2}}(?:, ?| ?')\d{{2}}", re.ASCII)
_DAY_OR_YEAR = {
    language: re.compile(rf"(?:.*[ –—])?{month}\.?,? (0[1-9]|[12]\d|3[01])", re.ASCII)
    for language, month in ANY_MONTH.items()
}
_SHORT_YEAR = {
    language: re.compile(
        r"(?:.*\D)?\d{1,2} ?[-/. ] ?(?:\d{1,2}|[a-z]+)\.? ?[-/., ] ?(?:tahun )?'?\d{2}"
        rf"|(?:.*[ –—])?(?:{month}\.?[-/]|(?:tahun|year) |[a-z]+ ?'|{month}\.?,? (?=00|3[2-9]|[4-9]))\d{{2}}",
        re.ASCII,
    )
    for language, month in ANY_MONTH.items()
}
_NO_YEAR_IN_WORDS = {
    language: re.compile(rf"(?:[a-z\d]+ )*{word}\.?(?: \d)?", re.ASCII) for language, word in ANY_MONTH.items()
}
_CLOCK_OR_DAY = re.compile(r"(?:[\d. –—-]*\D)?(?:0?[1-9]|[12]\d|3[01])\.(?:0[1-9]|1[0-2])(?:\.\d{2})?", re.ASCII)
_NO_YEAR = re.compile(r"\(?\d{1,2} ?(?:[-/.] ?\d{1,2}|(?:[-/.] ?| )[a-z]+)\.?\)?", re.ASCII)
# day 0 of the two ways in which workbooks count days; the first counts a 29 February 1900 that never was
_DAY_0 = {1900: date(1899, 12, 30), 1904: date(1904, 1, 1)}


def diagnosis(text: str, language: Language) -> ParseError:
    """Why a text without stray marks, in lower case, that nothing else has refused is no date."""
    text = clock_last(text)
    if _AS_OF.search(text):
        return ParseError("as_of")
    if _OPEN_END.search(text):
        return ParseError("open_end")
    if language == "en" and _ENGLISH_SHORT_YEAR.fullmatch(text):
        return ParseError("short_year")
    if _SEVERAL[language].search(text) and _DATES_ONLY[language].fullmatch(text):
        return ParseError("several_days")
    rest, weekday = undressed(text, language)
    if weekday is not None and not rest:
        return ParseError("wrong_weekday.alone")
    if is_clock(rest) and not _CLOCK_OR_DAY.fullmatch(rest):
        return ParseError("clock_alone")
    timed = split_clock(rest)
    for each in (rest, timed[0] if timed else rest):
        if _SHORT_YEAR[language].fullmatch(each):
            return ParseError("short_year")
        if _NO_YEAR.fullmatch(each) or _NO_YEAR_IN_WORDS[language].fullmatch(each):
            return ParseError("no_year")
        if either := _DAY_OR_YEAR[language].fullmatch(each):
            return ParseError("ambiguous.day_or_year", number=either[1])
    if serial := _SERIAL.fullmatch(rest):
        days = timedelta(int(serial[1]))
        return ParseError("serial_day", of_1900=_DAY_0[1900] + days, of_1904=_DAY_0[1904] + days)
    return ParseError("unreadable.date")
