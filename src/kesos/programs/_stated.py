"""All that is known of a programme, in words and with its sources: what nobody says is said to be not known."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any, Final

from kesos.programs._benefits import Benefit, Rate
from kesos.programs._relations import Register
from kesos.standards import PEDUM_2003
from kesos.standards._items import names_of
from kesos.values import LANGUAGES, Period, Text
from kesos.values import _locales as locales
from kesos.values._told import Clause

_UNIT: Final = {"family": Text("keluarga", "families"), "person": Text("orang", "people")}
_WHAT = Text("Uraian", "What it is")
_FOR_WHOM = Text("Sasaran", "For whom")
_COUNTED = Text("Satuan kuota", "A quota counts")
_FUNDING = Text("Sumber dana", "Funding")
_CHANNELS = Text("Disalurkan melalui", "Paid through")
_MAY_BUY = Text("Boleh dibelanjakan untuk", "May be spent on")
_LATER = Text("Nama selanjutnya", "Later name")
_BENEFIT = Text("Bantuan", "Benefit")
_REQUIRED = Text("Syarat sasaran", "Required")
_GROUND = Text("Kriteria, cukup salah satu", "Ground, of which one is enough")
_CONDITION = Text("Ketentuan yang menyertai", "Condition that follows")
_EXCLUDES = Text("Tidak dapat diterima bersama", "Not together with")
_REGISTER = Text("Berbasis data", "On the register")
_READING = Text("Penafsiran", "How the text is read")
_NAMED = Text("Disebut dalam", "Named in")
_SINCE = Text("{} sejak {}", "{} since {}")
_UNTIL = Text("sampai {}", "until {}")
_FROM = Text("sejak {}", "from {}")


def stated(program: Any) -> Iterator[Clause]:
    """Each thing that is known of a programme, with who says so."""
    source = program.source
    yield _WHAT, program.what, None if program.what is None else source
    yield _FOR_WHOM, program.for_whom, None if program.for_whom is None else source
    yield _COUNTED, None if program.unit is None else _UNIT[program.unit], None
    yield _FUNDING, None if program.funding is None else Text(program.funding, program.funding), None
    yield _CHANNELS, _listed(program.channels), None
    if program.may_buy is not None:
        goods = names_of(PEDUM_2003.items)
        yield _MAY_BUY, _listed(goods.get(code, Text(code, code)) for code in program.may_buy), None
    for name in program.later:
        yield _LATER, _dated(Text(name.words[0], name.words[0]), name.since), name.citation
    yield from _benefits(program.benefits)
    for about, clauses in (
        (_REQUIRED, program.requires), (_GROUND, program.grounds),
        (_CONDITION, program.conditions), (_EXCLUDES, program.excludes),
    ):  # fmt: skip
        yield from ((about, clause.text, clause.citation) for clause in clauses)
    for register in program.registers:
        yield _REGISTER, _register(register), register.citation
    yield from ((_READING, _said(reading.say), None) for reading in program.readings)
    yield from ((_NAMED, Text(each.regulation, each.regulation), each) for each in program.citations)


def _benefits(benefits: tuple[Benefit, ...]) -> Iterator[Clause]:
    if not benefits:
        yield _BENEFIT, None, None
    for benefit in benefits:
        yield from ((_BENEFIT, _paid(benefit, rate), benefit.source(rate)) for rate in benefit.rates)


def _paid(benefit: Benefit, rate: Rate) -> Text:
    return _said(
        lambda language: f"{benefit.name.say(language)}, {_when(rate, language)}: {benefit.given(rate, language)}"
    )


def _when(rate: Rate, language: str) -> str:
    """Between which days; an end that no source gives is left open."""
    start, end = (
        locales.day(each, language) if isinstance(each, date) else None for each in (rate.date.start, rate.date.end)
    )
    if start and end:
        return f"{start} – {end}"
    return _UNTIL.say(language).format(end) if start is None else _FROM.say(language).format(start)


def _register(register: Register) -> Text:
    return _dated(_said(lambda language: f"{register.code}, {register.name.say(language)}"), register.since)


def _dated(name: Text, since: Period | None) -> Text:
    if since is None:
        return name
    return _said(lambda language: _SINCE.say(language).format(name.say(language), since.say(language)))


def _listed(texts: Iterable[Text]) -> Text | None:
    """Several as one; none where there is nothing, which is not known."""
    each = tuple(texts)
    return _said(lambda language: "; ".join(text.say(language) for text in each)) if each else None


def _said(say: Callable[[str], str]) -> Text:
    return Text(**{language: say(language) or "–" for language in LANGUAGES})


__all__ = ["stated"]
