"""Why an answer is what it is, line by line, in two languages; and the answer as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from kesos.errors import show_value
from kesos.events import DisasterEvent
from kesos.standards import AidStandard, Item, Window
from kesos.values import Citation, Quantity, Rounding, TableView, Text
from kesos.values import _locales as locales
from kesos.values._display import UNSPECIFIED
from kesos.values._texts import check_language

if TYPE_CHECKING:
    from kesos.relief._answers import Line, Relief, ReliefRange, ReliefTotal, Unspecified

_SOURCE = Text("Sumber", "Source")
_STANDARD = Text("Standar", "Standard")
_DURATION = Text("Lama bantuan", "Duration")
_READING = Text("Pembacaan", "Reading")
_DECISION = Text("Keputusan", "Decision")
_FLOOR = Text(
    "Indeks minimal: inilah batas bawahnya, boleh lebih.", "The index is a floor: this is the least, more may be given."
)
_IN_KIND = Text("Dapat diwujudkan dalam bentuk natura", "May be given in kind")
_NO_DECISION = Text(
    "Perpanjangan diminta; keputusan pejabat tidak disertakan.",
    "The extension was asked for; no official's decision was given with it.",
)
_DECIDED = Text(
    "Lama ini ditetapkan oleh keputusan itu, bukan oleh standar.",
    "These days are that decision's, not the standard's.",
)
_UNDECIDED = Text(
    "Siapa penerima bantuan selektif ditetapkan oleh kantor, bukan oleh hitungan ini.",
    "Who receives selective aid was decided by the office, not by this calculation.",
)
_ROUNDED = {
    Rounding.UP: Text("ke atas", "up"),
    Rounding.DOWN: Text("ke bawah", "down"),
    Rounding.HALF_UP: Text("ke yang terdekat", "to the nearest"),
}
_COUNTED = {
    "place": Text("di setiap tempat", "in each place"),
    "event": Text("untuk seluruh kejadian", "over the event"),
}


def explain_relief(relief: Relief, language: str) -> str:
    """Every number of one answer with its source, the standard's limits, any reading or decision, what is blank."""
    check_language(language)
    lines = [relief.event.say(language), *_standard_lines(relief.standard, language), *_day_lines(relief, language), ""]
    for line in relief.lines:
        lines += _explain_line(line, relief.standard, language)
    for blank in relief.unspecified:
        lines += _explain_blank(blank, relief.standard, language)
    lines += _priorities(relief, language)
    return "\n".join(lines)


def explain_range(window: ReliefRange, language: str) -> str:
    """The answers at both ends of the window, and with the extension where the standard knows one."""
    titles = (
        (Text("Paling sedikit", "At the least"), window.minimum),
        (Text("Paling banyak", "At the most"), window.maximum),
        (Text("Dengan perpanjangan", "With the extension"), window.extended),
    )
    parts = [
        f"== {title.say(language)} ==\n{explain_relief(answer, language)}"
        for title, answer in titles
        if answer is not None
    ]
    if window.extended is None:
        parts.append(
            Text("Standar tidak mengenal perpanjangan di sini.", "The standard knows no extension here.").say(language)
        )
    return "\n\n".join(parts)


def explain_total(added: ReliefTotal, language: str) -> str:
    """The sums, what went into them, and what was left out and why."""
    check_language(language)
    lines = [_counted(added, language)]
    for code, quantity in added.items():
        parts = " + ".join(answer[code].say(language) for answer in added.answers if code in answer)
        lines.append(f"{added.item(code).label(language)}: {parts} = {quantity.say(language)}")
    lines += [f"{blank.item.label(language)}: {UNSPECIFIED.say(language)}" for blank in added.unspecified]
    left_out = Text("Tidak terhitung", "Left out").say(language)
    lines += [f"{left_out}: {_said(each.event, language)}. {each.error.message(language)}" for each in added.left_out]
    for answer in added.answers:
        lines += ["", explain_relief(answer, language)]
    return "\n".join(lines)


def relief_table(relief: Relief, language: str) -> TableView:
    """One answer as a table, its sources under it."""
    header = Text("Bantuan|Perhitungan|Jumlah", "Aid|Calculation|Quantity").say(language)
    rows = [(line.item.label(language), _sum(line, language), line.quantity.say(language)) for line in relief.lines]
    rows += [
        (blank.item.label(language), _blank_sum(blank, language), UNSPECIFIED.say(language))
        for blank in relief.unspecified
    ]
    return TableView(
        caption=f"{relief.event.say(language)} — {_days(relief.days, language)}",
        header=tuple(header.split("|")),
        rows=tuple(rows),
        notes=_notes(relief, language),
    )


def range_table(window: ReliefRange, language: str) -> TableView:
    """The ends of the window side by side, the sources under them."""
    answers = [answer for answer in (window.minimum, window.maximum, window.extended) if answer is not None]
    names = Text("Paling sedikit|Paling banyak|Diperpanjang", "At the least|At the most|Extended").say(language)
    header = [f"{name} ({_days(each.days, language)})" for name, each in zip(names.split("|"), answers, strict=False)]
    rows = [
        (line.item.label(language), *(each[line.code].say(language) for each in answers))
        for line in window.minimum.lines
    ]
    rows += [
        (blank.item.label(language), *(UNSPECIFIED.say(language) for _ in answers)) for blank in window.unspecified
    ]
    return TableView(
        caption=window.event.say(language),
        header=(Text("Bantuan", "Aid").say(language), *header),
        rows=tuple(rows),
        notes=(
            *_standard_lines(window.standard, language),
            _window(window.maximum.window, language),
            *_basis_lines(window.maximum, language),
            *_floor_lines(window.maximum, language),
        ),
    )


def total_table(added: ReliefTotal, language: str) -> TableView:
    """The sums as a table; how many answers are in them, and how many events are not."""
    standards = {answer.standard: None for answer in added.answers}
    rows = [(added.item(code).label(language), quantity.say(language)) for code, quantity in added.items()]
    rows += [(blank.item.label(language), UNSPECIFIED.say(language)) for blank in added.unspecified]
    return TableView(
        caption=_counted(added, language),
        header=tuple(Text("Bantuan|Jumlah", "Aid|Quantity").say(language).split("|")),
        rows=tuple(rows),
        notes=tuple(note for standard in standards for note in _standard_lines(standard, language)),
    )


def _said(event: object, language: str) -> str:
    return event.say(language) if isinstance(event, DisasterEvent) else show_value(event)


def _counted(added: ReliefTotal, language: str) -> str:
    count = locales.number(len(added.answers), language)
    left_out = locales.number(len(added.left_out), language)
    if not added.left_out:
        return Text(f"Jumlah dari {count} jawaban", f"Total of {count} answers").say(language)
    return Text(
        f"Jumlah dari {count} jawaban; tidak terhitung: {left_out}",
        f"Total of {count} answers; left out: {left_out}",
    ).say(language)


def _standard_lines(standard: AidStandard, language: str) -> list[str]:
    return [
        f"{_STANDARD.say(language)}: {standard.label(language)} [{standard.code}]",
        f"{_SOURCE.say(language)}: {standard.source.say(language)}",
        standard.validity.say(language),
    ]


def _day_lines(relief: Relief, language: str) -> list[str]:
    window = relief.window
    lines = [
        f"{_DURATION.say(language)}: {_days(relief.days, language)}. {_window(window, language)}",
        *_basis_lines(relief, language),
    ]
    if relief.decision is not None:
        lines.append(f"{_DECISION.say(language)}: {relief.decision.say(language)}")
        if not window.minimum <= relief.days <= window.longest:
            lines.append(f"    {_DECIDED.say(language)}")
    elif relief.days > window.maximum:
        lines.append(_NO_DECISION.say(language))
    return lines


def _basis_lines(relief: Relief, language: str) -> list[str]:
    """What the standard says of its windows, and the reading by which it covers the hazard, if any."""
    durations, reading = relief.standard.durations, relief.reading
    lines = [f"    {durations.note.say(language)} {_cited(durations.citation, language)}"]
    if reading is not None:
        named = relief.standard.hazard(reading.read_as).label(language)
        read_as = Text("dibaca sebagai", "is read as").say(language)
        lines.append(
            f'{_READING.say(language)}: "{relief.event.hazard.label(language)}" {read_as} "{named}". '
            f"{reading.reason.say(language)} {_cited(reading.citation, language)}"
        )
    return lines


def _window(window: Window, language: str) -> str:
    given = str(window.minimum) if window.minimum == window.maximum else f"{window.minimum}–{window.maximum}"
    extended = (
        Text("tanpa perpanjangan", "with no extension")
        if window.extended is None
        else Text(
            f"dapat diperpanjang hingga {window.extended} hari", f"which may be extended to {window.extended} days"
        )
    )
    unit = Text("hari", "days").say(language)
    gives = Text("Standar memberi", "The standard gives").say(language)
    return f"{gives} {given} {unit}, {extended.say(language)} {_cited(window.citation, language)}"


def _explain_line(line: Line, standard: AidStandard, language: str) -> list[str]:
    item = line.item
    lines = [f"{item.label(language)}: {_sum(line, language)} = {line.quantity.say(language)}"]
    if item.floor:
        lines.append(f"    {_FLOOR.say(language)}")
    if item.counted is not None and item.rounding is not None:
        lines.append(f"    {_group_note(item, _ROUNDED[item.rounding], _COUNTED[item.counted], language)}")
    if item.month_days is not None and item.month_rounding is not None:
        lines.append(f"    {_month_note(item.month_days, _ROUNDED[item.month_rounding], language)}")
    if item.in_kind:
        listed = ", ".join(kind.name.say(language) for kind in item.in_kind)
        lines.append(f"    {_IN_KIND.say(language)}: {listed}.")
    lines.append(_source_line(item, standard, language))
    return lines


def _source_line(item: Item, standard: AidStandard, language: str) -> str:
    citation = item.citation
    if citation.quoted_in == standard.source.quoted_in:
        citation = attrs.evolve(citation, quoted_in=None)  # the head of the explanation names it
    return f"    {_SOURCE.say(language)}: {citation.say(language)}"


def _group_note(item: Item, way: Text, where: Text, language: str) -> str:
    who = Quantity(item.group, "person" if item.per == "person" else "family")
    return Text(
        f"Satu kelompok adalah {who.say('id')}; sisanya dibulatkan {way.id}, {where.id}.",
        f"A group is {who.say('en')}; the rest is rounded {way.en}, {where.en}.",
    ).say(language)


def _month_note(days: int, way: Text, language: str) -> str:
    return Text(
        f"Satu bulan dihitung {days} hari; sisanya dibulatkan {way.id}.",
        f"A month is taken as {days} days; the rest is rounded {way.en}.",
    ).say(language)


def _sum(line: Line, language: str) -> str:
    rate = line.item.rate
    assert rate is not None  # a line has a rate, or it would be among the unspecified
    parts = [rate.say(language)]
    if line.item.per != "event":
        parts.append(_multiplier(line.item, line.multiplier, language))
    if line.times is not None:
        parts.append(Quantity(line.times, line.item.every).say(language))
    return " × ".join(parts)


def _blank_sum(blank: Unspecified, language: str) -> str:
    """The sum that the standard would have, with a dash where its number is left blank."""
    parts = [f"– {blank.item.unit.say(language)}"]
    if blank.multiplier is not None and blank.item.per != "event":
        parts.append(_multiplier(blank.item, blank.multiplier, language))
    if blank.times is not None:
        parts.append(Quantity(blank.times, blank.item.every).say(language))
    return " × ".join(parts)


def _multiplier(item: Item, multiplier: int, language: str) -> str:
    if item.per == "recipient":
        return _recipients(multiplier, language)
    if item.group > 1:
        return f"{locales.number(multiplier, language)} {Text('kelompok', 'groups').say(language)}"
    return Quantity(multiplier, "person" if item.per == "person" else "family").say(language)


def _recipients(count: int, language: str) -> str:
    word = Text("penerima", "recipient" if count == 1 else "recipients").say(language)
    return f"{locales.number(count, language)} {word}"


def _explain_blank(blank: Unspecified, standard: AidStandard, language: str) -> list[str]:
    return [
        f"{blank.item.label(language)}: {_blank_sum(blank, language)}; {UNSPECIFIED.say(language)}",
        _source_line(blank.item, standard, language),
    ]


def _priorities(relief: Relief, language: str) -> list[str]:
    asked = dict(relief.recipients)
    lines = [
        f"{package.label(language)}: {package.priority.say(language)}"
        for package in relief.standard.packages
        if package.priority is not None and any(item.code in asked for item in package.items)
    ]
    return [*lines, _UNDECIDED.say(language)] if asked else []


def _notes(relief: Relief, language: str) -> tuple[str, ...]:
    return (
        *_standard_lines(relief.standard, language),
        *_day_lines(relief, language),
        *_floor_lines(relief, language),
    )


def _floor_lines(relief: Relief, language: str) -> list[str]:
    return [_FLOOR.say(language)] if any(line.item.floor for line in relief.lines) else []


def _cited(citation: Citation, language: str) -> str:
    return f"[{citation.regulation}, {citation.place(language)}]"


def _days(days: int, language: str) -> str:
    return Quantity(days, "day").say(language)
