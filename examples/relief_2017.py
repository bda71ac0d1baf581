"""The aid owed for the disasters of 2017 in Kotawaringin Barat, as its social office published them.

Run it with `python examples/relief_2017.py`, in English with `--language en`. Every event is shown with the aid for the
shortest and the longest time that the standard gives, and with the extension where it knows one; then the totals, by
district and for the year; then, by name, the events that the standard does not cover, and why.
"""

from __future__ import annotations

import argparse
import textwrap
from collections.abc import Iterable, Sequence
from itertools import chain, groupby

import attrs

from kesos import PEDUM_2003, DisasterEvent, Refusal, ReliefRange, Text, datasets, entitle_all, entitle_range, total
from kesos.values import TableView

WIDTH = 112
ENDS = Text("Jangka waktu terpendek|Jangka waktu terpanjang|Diperpanjang", "Shortest time|Longest time|Extended")
NO_EXTENSION = Text(
    "Diperpanjang: kejadian yang menurut standar tidak dapat diperpanjang dihitung untuk jangka waktu terpanjang.",
    "Extended: an event for which the standard knows no extension is counted for the longest time.",
)


def main() -> None:
    """Reads the language from the command line and prints everything."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--language", choices=["id", "en"], default="id")
    language = parser.parse_args().language
    report = datasets.kotawaringin_barat()
    batch = entitle_all([*report.fires, *report.natural_disasters], PEDUM_2003, days="maximum")
    aid = [entitle_range(answer.event, PEDUM_2003) for answer in batch.answers]
    parts = (head(language), each_event(aid, language), totals(aid, language), left_out(batch.refused, language))
    print("\n".join(chain.from_iterable(parts)))


def head(language: str) -> Iterable[str]:
    """What is calculated, by which standard, and how well that is known."""
    yield from title(
        Text("BANTUAN BENCANA 2017, KOTAWARINGIN BARAT", "DISASTER AID 2017, KOTAWARINGIN BARAT"), language
    )
    source, validity, note = PEDUM_2003.source, PEDUM_2003.validity, PEDUM_2003.durations.note
    yield from wrapped(f"{PEDUM_2003.title.say(language)}. {validity.say(language)}")
    yield from wrapped(f"{Text('Sumber', 'Source').say(language)}: {source.say(language)}.")
    floor = Text("Indeksnya minimal: inilah batas bawahnya.", "Its index is a floor: this is the least.")
    yield from wrapped(f"{note.say(language)} {floor.say(language)}")


def each_event(aid: Sequence[ReliefRange], language: str) -> Iterable[str]:
    """Every event that the standard covers: its aid at both ends of the window, and extended."""
    yield from title(Text("SETIAP KEJADIAN", "EVERY EVENT"), language)
    for number, window in enumerate(aid, start=1):
        yield from listed(number, window.event, language)
        yield textwrap.indent(columns(attrs.evolve(window.table(language), caption="", notes=())), " " * 4)
        yield ""
    for reading in {window.maximum.reading: None for window in aid if window.maximum.reading is not None}:
        yield from wrapped(f"{PEDUM_2003.hazard(reading.hazard).label(language)}: {reading.reason.say(language)}")


def totals(aid: Sequence[ReliefRange], language: str) -> Iterable[str]:
    """What the events add up to, by district and for the year."""
    yield from title(Text("JUMLAH", "TOTALS"), language)

    def district(window: ReliefRange) -> str:
        return window.event.place.district or ""

    groups = [(name, list(windows)) for name, windows in groupby(sorted(aid, key=district), key=district)]
    groups.append((Text("Seluruhnya", "Altogether").say(language), list(aid)))
    for code in aid[0]:
        view = TableView(
            caption=PEDUM_2003.item(code).name.say(language),
            header=(Text("Kecamatan", "District").say(language), *ENDS.say(language).split("|")),
            rows=tuple((name, *sums(windows, code, language)) for name, windows in groups),
        )
        yield from (columns(view), "")
    yield from wrapped(NO_EXTENSION.say(language))


def sums(aid: Sequence[ReliefRange], code: str, language: str) -> Iterable[str]:
    """One item's totals over some events: for the shortest time, for the longest, extended."""
    for answers in (
        [window.minimum for window in aid],
        [window.maximum for window in aid],
        [window.extended or window.maximum for window in aid],
    ):
        yield total(answers)[code].say(language)


def left_out(refused: Sequence[Refusal], language: str) -> Iterable[str]:
    """The events that get no answer, by name, under the reason."""
    yield from title(Text("TIDAK DICAKUP STANDAR INI", "NOT COVERED BY THIS STANDARD"), language)
    for reason, refusals in groupby(refused, key=lambda refusal: refusal.error.message(language)):
        yield from wrapped(reason.removeprefix("hazard: "))
        yield ""
        for number, refusal in enumerate(refusals, start=1):
            assert isinstance(refusal.event, DisasterEvent)
            yield from listed(number, refusal.event, language)


def listed(number: int, event: DisasterEvent, language: str) -> Iterable[str]:
    """The event with its number, its district and its row in the report."""
    row = "" if event.source is None else event.source.place(language).removeprefix("Bab IV, ")
    yield from wrapped(f"{number:2}. {event.say(language)} (Kec. {event.place.district}; {row})", hang=4)


def columns(view: TableView) -> str:
    """The table for a terminal, with every column but the first set to the right."""
    widths = [max(map(len, column)) for column in zip(view.header, *view.rows, strict=True)]

    def right(row: Sequence[str]) -> tuple[str, ...]:
        return (row[0], *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True)))

    return attrs.evolve(view, header=right(view.header), rows=tuple(map(right, view.rows))).plain().lstrip("\n")


def title(text: Text, language: str) -> Iterable[str]:
    """A heading with a line under it."""
    return ["", text.say(language), "=" * len(text.say(language))]


def wrapped(text: str, hang: int = 0) -> Iterable[str]:
    """`text` in lines that fit a terminal."""
    return textwrap.wrap(text, WIDTH, subsequent_indent=" " * hang, break_long_words=False)


if __name__ == "__main__":
    main()
