"""What has to be known of a table beside its rows: what was not read, and blanks that may repeat what is above."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from kesos._sheets._cells import shown
from kesos._sheets._grid import Label
from kesos.values import LANGUAGES, Text
from kesos.values import _locales as locales

_SHOWN = 10
"""How many rows are named before the rest is counted."""
_HIDDEN = Text("tersembunyi", "hidden")


class Remark(NamedTuple):
    """What whoever reads a total has to know, and what whoever reads the table can do about it."""

    said: Text
    advice: Text

    def say(self, language: str) -> str:
        """Both, in "id" or "en"."""
        return f"{self.said.say(language)} {self.advice.say(language)}"


def remarks_of(
    sheet: str,
    alike: Sequence[str],
    blank_below: Iterable[tuple[str, str, Sequence[Label]]],
    unread_figures: Sequence[str] = (),
    hidden: Sequence[str] = (),
) -> tuple[Remark, ...]:
    """The remarks on a table.

    >>> [remark] = remarks_of("JANUARI", ("FEBRUARI", "MARET"), ())
    >>> print(remark.say("id"))
    Lembar lain dengan tabel serupa tidak dibaca: FEBRUARI, MARET. Baca semua: sheet=("JANUARI", "FEBRUARI", "MARET").
    """
    remarks = [_blank(*each) for each in blank_below]
    if unread_figures:
        remarks.append(_unread(unread_figures))
    if alike:
        every = ", ".join(f'"{name}"' for name in (sheet, *alike))
        ids, ens = (
            ", ".join(f"{name} ({_HIDDEN.say(of)})" if name in hidden else name for name in alike) for of in LANGUAGES
        )
        said = Text(
            f"Lembar lain dengan tabel serupa tidak dibaca: {ids}.",
            f"Other sheets with such a table were not read: {ens}.",
        )
        remarks.append(Remark(said, Text(f"Baca semua: sheet=({every}).", f"Read them all: sheet=({every}).")))
    return tuple(remarks)


def remarks_on_hidden(rows: Sequence[Label], heads: Sequence[str]) -> Iterator[Remark]:
    """The remarks on what was read and nobody sees.

    >>> [remark.said.en for remark in remarks_on_hidden([3, 4], ["Jiwa"])]
    ['2 rows that are hidden were read too: 3, 4.', 'Columns that are hidden were read too: Jiwa.']
    """
    if rows:
        which, many = _named(rows), {of: locales.number(len(rows), of) for of in LANGUAGES}
        yield Remark(
            Text(
                f"{many['id']} baris yang tersembunyi ikut dibaca: {which['id']}.",
                f"{many['en']} {'row that is' if len(rows) == 1 else 'rows that are'} hidden"
                f" {'was' if len(rows) == 1 else 'were'} read too: {which['en']}.",
            ),
            Text("Tampilkan dan periksa; hapus bila tidak berlaku.", "Show and check them; delete what does not hold."),
        )
    if heads:
        over, leave_out = ", ".join(heads), 'columns={"...": None}.'
        yield Remark(
            Text(f"Kolom yang tersembunyi ikut dibaca: {over}.", f"Columns that are hidden were read too: {over}."),
            Text(f"Bila tidak berlaku: {leave_out}", f"Where one does not hold: {leave_out}"),
        )


def _named(rows: Sequence[Label]) -> dict[str, str]:
    more = ", …" if len(rows) > _SHOWN else ""
    return {of: ", ".join(shown(row, of) for row in rows[:_SHOWN]) + more for of in LANGUAGES}


def _unread(heads: Sequence[str]) -> Remark:
    named = ", ".join(heads[:_SHOWN]) + (", …" if len(heads) > _SHOWN else "")
    said = Text(f"Kolom berisi angka yang tidak dibaca: {named}.", f"Columns with figures that were not read: {named}.")
    advice = f'columns={{"...": "{heads[0]}"}}.'
    return Remark(
        said, Text(f"Bila perlu dibaca, sebutkan datanya: {advice}", f"To read one, say what it is: {advice}")
    )


def _blank(code: str, over: str, rows: Sequence[Label]) -> Remark:
    named = _named(rows)
    many = {of: locales.number(len(rows), of) for of in LANGUAGES}
    said = Text(
        f"{over} kosong pada {many['id']} baris di bawah sel yang terisi ({named['id']}); belum diketahui apakah"
        " mengulang isi di atasnya.",
        f"{over} is blank in {many['en']} {'row' if len(rows) == 1 else 'rows'} below a filled cell"
        f" ({named['en']}); whether it repeats what stands above is not known.",
    )
    return Remark(said, Text(f'Bila mengulang: fill_down=("{code}",).', f'If it does: fill_down=("{code}",).'))
