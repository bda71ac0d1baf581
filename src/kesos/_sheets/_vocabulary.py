"""What the words over a column mean: its field, unless a head above them says that they are of something else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final

from kesos import _checks as checks
from kesos._sheets._fields import Field
from kesos._sheets._head_units import UNITS_OF, counts_another, is_of_others, is_of_some, is_scaled, is_unit

_AWAY = re.compile(r"[^\w%]+")
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)\s*$")
_SAID_BESIDE = ("jumlah ", "jml ", "total ", "banyaknya ", "number of ")
_WHOLE: Final = frozenset({"jumlah", "jml", "total"})
"""What stands over the last of several columns under one head, and says no more than that head."""
FIGURES: Final = frozenset({"count", "amount", "kk_jiwa", "quantity", "percent"})
_YEARS = range(1900, 2101)
_MONTHS = (
    "januari februari maret april mei juni juli agustus september oktober november desember"
    " january february march may june july august october december"
)
_SAYS_NOTHING: Final = frozenset(
    f"{_MONTHS} bulan tahun ta year month jumlah jml total banyaknya angka number of the and by data rincian detail"
    " details keterangan ket uraian jenis dampak impact akibat bencana disaster kejadian event dan serta yang di karena"
    " ditimbulkan terjadi tercatat per menurut rekap rekapitulasi kondisi keadaan taksiran tafsiran perkiraan estimasi"
    " terkena tingkat kategori kriteria banjir longsor gempa gempabumi kebakaran tsunami kekeringan erupsi".split()
)
"""Words of which a head may be made that leaves those under it their sense: "Dampak Bencana", "Jumlah"."""


def plain_head(text: str) -> str:
    """A head without what does not tell it from another: case, marks, blanks.

    >>> plain_head("Taksiran Kerugian (Rp.)"), plain_head("damaged_house"), plain_head("KK / Jiwa")
    ('taksiran kerugian rp', 'damaged house', 'kk jiwa')
    """
    return " ".join(_AWAY.sub(" ", text.casefold().replace("_", " ")).split())


class Vocabulary:
    """The fields of a kind of table by the words that stand over their columns."""

    def __init__(
        self,
        fields: Iterable[Field],
        columns: Mapping[str, str | None] | None = None,
        *,
        alone: str = "",
        of: Iterable[str] = (),
    ) -> None:
        self.fields = tuple(fields)
        self.alone = alone
        """The field whose column makes a table by itself, if any; of others there are two at least."""
        self._by_word: dict[str, list[tuple[Field, int]]] = {}
        for field in self.fields:
            said = (field.heads.id, field.heads.en, field.code, *field.words)
            for rank, word in enumerate(dict.fromkeys(map(plain_head, said))):
                self._by_word.setdefault(word, []).append((field, rank))
        self._groups = {field.code: [_core(group) for group in field.group] for field in self.fields}
        over: dict[object, set[frozenset[str]]] = {}
        for field in self.fields:
            over.setdefault(_subject(field), set()).update(self._groups[field.code])
        self._over = {field.code: over[_subject(field)] for field in self.fields}
        """The heads that may stand over a field: they give it, or another of the same people or things, its sense."""
        self._of = frozenset(map(plain_head, of))
        """What the whole table is of, as a caller says it: the year that may stand in its heads."""
        self.written = self._written(columns)
        """Which column is which field, as a caller says it; None for a field that no column is to be read as."""
        self.said = {code: None if over is None else plain_head(over) for code, over in self.written.items()}

    def _written(self, columns: Mapping[str, str | None] | None) -> dict[str, str | None]:
        codes = [field.code for field in self.fields]
        said: dict[str, str | None] = {}
        for code, over in checks.mapping({} if columns is None else columns, "columns").items():
            known = checks.choice(code, f"columns.{code}", codes)
            said[known] = None if over is None else checks.text(over, f"columns.{code}")
        return said

    def kind_of(self, code: str) -> str:
        """What the cells of a field hold."""
        return next(field.kind for field in self.fields if field.code == code)

    def meaning(self, path: Sequence[str]) -> tuple[str, int] | None:
        """The field that a column with these heads over it is, from the top, and how far down its words it was found.

        A word under a head that gives it its sense comes first ("RB" under "Rumah"), the nearest such head deciding; a
        unit under a head, or in brackets behind it, says no more than that ("Jiwa" under "Meninggal"), nor does a word
        for the whole. Under a head that says nothing of the field a word is of something else: "Hilang" under "Ternak".
        """
        heads = [plain_head(text) for text in path]
        for code, over in self.said.items():
            if over is not None and over in (*heads, " ".join(heads)):
                return code, -1
        found = self._found(path)
        return None if found is None or found[0] in self.said else found

    def leaves_out(self, over: str) -> bool:
        """Whether the caller says that what a column with this head would be is to be read from none."""
        found = self._found((over,))
        return found is not None and found[0] in self.said and self.said[found[0]] is None

    def _found(self, path: Sequence[str]) -> tuple[str, int] | None:
        dated = self._without_year(path)
        for each in _readings(dated):
            found = self._meaning(each)
            if found is not None and (len(each) >= len(dated) or self.kind_of(found[0]) in FIGURES):
                return found  # only of figures there is a whole
        return None

    def _without_year(self, path: Sequence[str]) -> Sequence[str]:
        """The heads without the year that all of the table is of."""
        if not self._of:
            return path
        year = re.compile(rf"\s*\b(?:(?:tahun|th|thn|t\.? ?a)\b\.? ?)?(?:{'|'.join(map(re.escape, self._of))})\b", re.I)
        kept = [text for text in (year.sub("", each).strip() for each in path) if plain_head(text)]
        return kept or path

    def _meaning(self, path: Sequence[str]) -> tuple[str, int] | None:
        last = path[-1]
        for at in reversed(range(len(path) - 1)):
            for word in _forms(last):
                for field, rank in self._by_word.get(word, ()):
                    if self._gives_sense(path[at], field) and self._fits(path, at, last, word, field):
                        return field.code, rank
        under = is_unit(last)
        said: list[tuple[int | None, str]] = [
            *enumerate(path[:-1] if under else ()),
            (None, " ".join(path)),
            (len(path) - 1, last),
        ]
        for place, text in said:
            for word in _forms(text):
                for field, rank in self._by_word.get(word, ()):
                    if under and place in range(len(path) - 1):
                        if field.kind not in FIGURES:
                            continue  # a unit stands over figures
                        if counts_another(last, field):
                            return None  # the families of those displaced are neither they nor all families
                    if self._fits(path, place, text, word, field):
                        return field.code, rank
        return None

    def _fits(self, path: Sequence[str], at: int | None, text: str, word: str, field: Field) -> bool:
        """Whether a field whose word this text is may stand under these heads, but the one at this place."""
        if self._is_another(text, word, field):
            return False
        above = () if at is None else [each for place, each in enumerate(path[:-1]) if place != at]
        return all(self._leaves_sense(each, field) for each in above)

    def _gives_sense(self, above: str, field: Field) -> bool:
        """Whether a head is made of those that give a short word under them the sense of this field."""
        core = _core(above)
        return bool(core) and _covers(core, self._groups[field.code]) and not _counts_others(above, field)

    def _leaves_sense(self, above: str, field: Field) -> bool:
        """Whether a word under this head may be of the field that it is of by itself."""
        if not field.group:
            return True
        if _counts_others(above, field):
            return False
        core = _core(above)
        if core and all(map(is_unit, core)):  # "Jumlah KK/Jiwa" over what is counted in either
            return not all(counts_another(unit, field) for unit in core)
        years = set() if self._of else {word for word in core if word.isdecimal() and int(word) in _YEARS}
        own = any(field is each for word in _forms(above) for each, _ in self._by_word.get(word, ()))
        return own or _covers(core - years, self._over[field.code])

    def _is_another(self, text: str, word: str, field: Field) -> bool:
        """Whether brackets in a head say that it counts something else than the word before them: the women of the
        people, the families of those displaced, or the displaced of the families."""
        beside = _IN_BRACKETS.search(text)
        if beside is None or plain_head(text) == word or is_scaled(text, is_money=field.kind == "amount"):
            return False
        if _counts_others(text, field):
            return True
        named = plain_head(beside[0])
        fields = [each for each, _ in self._by_word.get(named, ()) if each.kind in ("count", "kk_jiwa")]
        is_known = field in fields or _covers(_core(named), self._groups[field.code]) or is_unit(named)
        return field.kind == "count" and bool(fields) and not is_known


def _readings(path: Sequence[str]) -> Iterator[Sequence[str]]:
    """The heads as they stand, and in other words that say the same, each of them closer."""
    yield path
    if len(path) > 1 and plain_head(path[-1]) in _WHOLE:
        path = path[:-1]
        yield path
    beside = _IN_BRACKETS.search(path[-1])
    if beside is not None and beside.start() and is_unit(beside[0]):
        yield (*path[:-1], path[-1][: beside.start()], beside[0].strip())


def _covers(core: frozenset[str], heads: Iterable[frozenset[str]]) -> bool:
    """Whether all these words are those of some of the heads."""
    return core == frozenset().union(*(head for head in heads if head <= core))


def _subject(field: Field) -> object:
    """What a field is of: people, buildings, or nothing but itself."""
    units = UNITS_OF.get(field.code.partition("[")[0], frozenset())
    people = not units.isdisjoint(("person", "family"))
    return "people" if people else "things" if units else field.code


def _counts_others(text: str, field: Field) -> bool:
    """Whether brackets behind a head say that it counts some of those that a field does, or in another unit."""
    beside = _IN_BRACKETS.search(text)
    if beside is None:
        return False
    some = is_of_some(beside[0]) or is_of_others(beside[0])
    return (field.kind == "count" and some) or counts_another(beside[0], field)


@lru_cache(4096)
def _core(head: str) -> frozenset[str]:
    """The words of a head without its unit and without those that say nothing of what stands under it."""
    return frozenset(plain_head(_IN_BRACKETS.sub("", head)).split()) - _SAYS_NOTHING


def _forms(text: str) -> Iterable[str]:
    """A head as it is looked up: whole, without what stands in brackets after it, without the word for a number."""
    for form in dict.fromkeys((text, _IN_BRACKETS.sub("", text))):
        word = plain_head(form)
        yield word
        for beside in _SAID_BESIDE:
            if word.startswith(beside):
                yield word.removeprefix(beside)
