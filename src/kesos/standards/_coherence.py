"""What has to hold between the clauses of a standard: no code twice, no hazard unknown, no word with two meanings."""

from __future__ import annotations

from collections.abc import Iterable

from kesos.errors import InvalidValueError, KesosError
from kesos.hazards import HAZARDS, Hazard
from kesos.standards._clauses import HazardReading, NotCovered, Package, Window, contradiction
from kesos.values import Text
from kesos.values import _checks as checks


def incoherences(
    windows: tuple[Window, ...],
    packages: tuple[Package, ...],
    hazards: tuple[Hazard, ...],
    readings: tuple[HazardReading, ...],
    not_covered: tuple[NotCovered, ...],
) -> Iterable[KesosError]:
    """Every fault between clauses that are sound by themselves."""
    codes = [package.code for package in packages] + [item.code for package in packages for item in package.items]
    yield from _twice("packages", codes)
    yield from _twice("hazards", [hazard.code for hazard in hazards])
    yield from _taken_words(hazards)
    yield from _twice("windows", [code for window in windows for code in window.hazards])
    yield from _twice("readings", [reading.hazard for reading in readings])
    windowed = {code for window in windows for code in window.hazards}
    named = {
        "windows": windowed,
        "readings": {reading.hazard for reading in readings},
        "not_covered": {code for each in not_covered for code in each.hazards},
    }
    own = {hazard.code for hazard in hazards}
    for field, named_codes in named.items():
        for code in sorted(named_codes - own):
            if not Hazard.is_known(code):
                yield _unknown_hazard(field, code)
    for reading in readings:
        if reading.read_as not in windowed or reading.hazard in windowed:
            yield contradiction(
                "readings",
                reading.hazard,
                f"{reading.hazard!r} tidak dapat dibaca sebagai {reading.read_as!r}",
                f"{reading.hazard!r} cannot be read as {reading.read_as!r}: a reading leads from a hazard without "
                "a window to one with a window",
                "reading_does_not_fit",
            )


def _unknown_hazard(field: str, code: str) -> InvalidValueError:
    return InvalidValueError(
        Text(f"bencana {code!r} tidak dikenal", f"{code!r} is not a known hazard"),
        field=field,
        value=code,
        code="unknown_hazard",
        hint=_known_hazards(code),
    )


def _known_hazards(code: str) -> Text:
    codes = [hazard.code for hazard in HAZARDS]
    close = checks.nearest(code, codes)
    indonesian, english = ("", "") if close is None else (f"Maksudnya {close!r}? ", f"Did you mean {close!r}? ")
    listed = ", ".join(codes)
    return Text(
        f"{indonesian}Kode yang dikenal: {listed}. Yang lain dibawa di bawah hazards, dengan nama dan kata-katanya.",
        f"{english}Known codes: {listed}. Bring any other along under hazards, with its name and words.",
    )


def _taken_words(hazards: tuple[Hazard, ...]) -> Iterable[KesosError]:
    """A hazard that is brought along takes no code and no word that already means another hazard."""
    taken: dict[str, str] = {}
    for number, own in enumerate(hazards):
        if Hazard.is_known(own.code):
            yield InvalidValueError(
                Text(f"{own.code!r} sudah dikenal kesos", f"{own.code!r} is known to kesos already"),
                field=f"hazards[{number}].code",
                value=own.code,
                code="known_hazard",
                hint=Text(
                    "Hapus dari hazards, atau pilih kode sendiri.",
                    "Leave it out of hazards, or choose a code of its own.",
                ),
            )
        for word in dict.fromkeys(said.casefold() for said in (own.name.id, own.name.en, *own.words)):
            known = Hazard.meaning(word)
            meaning = taken.get(word, own.code) if known is None else known.code
            if meaning != own.code:
                yield InvalidValueError(
                    Text(f"{word!r} sudah berarti {meaning}", f"{word!r} already means {meaning}"),
                    field=f"hazards[{number}].words",
                    value=word,
                    code="known_hazard",
                    hint=Text("Pilih kata yang belum dipakai.", "Give words that no other hazard uses."),
                )
            taken.setdefault(word, own.code)


def _twice(field: str, codes: list[str]) -> Iterable[KesosError]:
    for code in sorted({code for code in codes if codes.count(code) > 1}):
        yield contradiction(field, code, f"{code!r} ada dua kali", f"{code!r} is there twice (duplicate)", "duplicate")
