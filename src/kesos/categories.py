"""The ministry's 26 categories of people in need (PMKS) and 12 of social resources (PSKS), and older words for them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum
from typing import Any, Generic, TypeVar

import attrs

from kesos import _checks as checks
from kesos.errors import InvalidValueError
from kesos.records import Plain, one_of
from kesos.values import Citation, Reading, Text
from kesos.values._sources import cite_kotawaringin_barat

__all__ = ["OLDER_PMKS_WORDS", "OLDER_PSKS_WORDS", "OlderWord", "Pmks", "Psks"]

_REGULATION = "Permensos 08/2012"
_SEEN_ON = "laman dua kantor pemerintah; naskah peraturannya sendiri tidak dilihat"

C = TypeVar("C", "Pmks", "Psks")


class Pmks(Enum):
    """People in need of social welfare (penyandang masalah kesejahteraan sosial), as Permensos 08/2012 numbers them.

    The list is closed: it is one regulation's. It is known from the pages of two public offices, not from the
    regulation's own print, and `.citation` says so. Who belongs to a category is decided by an office, never here.

    >>> Pmks.FAKIR_MISKIN.number, Pmks.FAKIR_MISKIN.label("en")
    (24, 'The destitute (fakir miskin)')
    >>> Pmks.of("penyandang cacat") is Pmks.PENYANDANG_DISABILITAS
    True
    """

    ANAK_BALITA_TELANTAR = 1
    ANAK_TELANTAR = 2
    ANAK_YANG_BERHADAPAN_DENGAN_HUKUM = 3
    ANAK_JALANAN = 4
    ANAK_DENGAN_KEDISABILITASAN = 5
    ANAK_KORBAN_TINDAK_KEKERASAN = 6
    ANAK_YANG_MEMERLUKAN_PERLINDUNGAN_KHUSUS = 7
    LANJUT_USIA_TELANTAR = 8
    PENYANDANG_DISABILITAS = 9
    TUNA_SUSILA = 10
    GELANDANGAN = 11
    PENGEMIS = 12
    PEMULUNG = 13
    KELOMPOK_MINORITAS = 14
    BEKAS_WARGA_BINAAN_LEMBAGA_PEMASYARAKATAN = 15
    ORANG_DENGAN_HIV_AIDS = 16
    KORBAN_PENYALAHGUNAAN_NAPZA = 17
    KORBAN_TRAFFICKING = 18
    KORBAN_TINDAK_KEKERASAN = 19
    PEKERJA_MIGRAN_BERMASALAH_SOSIAL = 20
    KORBAN_BENCANA_ALAM = 21
    KORBAN_BENCANA_SOSIAL = 22
    PEREMPUAN_RAWAN_SOSIAL_EKONOMI = 23
    FAKIR_MISKIN = 24
    KELUARGA_BERMASALAH_SOSIAL_PSIKOLOGIS = 25
    KOMUNITAS_ADAT_TERPENCIL = 26

    def __plain__(self) -> str:
        return self.name

    @classmethod
    def __read__(cls, raw: object) -> Pmks:
        return cls.of(raw, "")  # type: ignore[arg-type]  # it says itself what it cannot be

    @classmethod
    def __schema__(cls) -> Plain:
        return one_of(*(category.name for category in cls))

    @property
    def number(self) -> int:
        """Its number in the regulation's list."""
        return int(self.value)

    @property
    def citation(self) -> Citation:
        """The regulation, and how it is known."""
        return _cite(f"daftar PMKS, nomor {self.number}")

    def label(self, language: str) -> str:
        """What it is called in "id" or "en"."""
        return _PMKS_NAMES[self].say(language)

    @classmethod
    def of(cls, category: Pmks | str, field: str = "category") -> Pmks:
        """A category, or the one of this code, name or older word; case, blanks and *terlantar* for *telantar* pass.

        Args:
            category: What to look up.
            field: What an error calls it.

        Raises:
            InvalidValueError: The word is unknown (code "unknown_category"), stands for several categories
                ("several_categories") or is one of the reports' words that none of the 26 names ("no_category").
        """
        return _one(cls, cls.all_of(category, field), category, field)

    @classmethod
    def all_of(cls, words: Pmks | str, field: str = "category") -> tuple[Pmks, ...]:
        """Every category that the words stand for.

        >>> [category.number for category in Pmks.all_of("gelandangan dan pengemis")]
        [11, 12]
        """
        return _all_of(cls, words, _PMKS_WORDS, field)


class Psks(Enum):
    """Potentials and resources of social welfare (PSKS), as Permensos 08/2012 numbers them; known as `Pmks` is.

    >>> Psks.of("Tagana").label("id")
    'Taruna siaga bencana'
    """

    PEKERJA_SOSIAL_PROFESIONAL = 1
    PEKERJA_SOSIAL_MASYARAKAT = 2
    TARUNA_SIAGA_BENCANA = 3
    LEMBAGA_KESEJAHTERAAN_SOSIAL = 4
    KARANG_TARUNA = 5
    LK3 = 6
    KELUARGA_PIONER = 7
    WKSBM = 8
    WANITA_PEMIMPIN_KESEJAHTERAAN_SOSIAL = 9
    PENYULUH_SOSIAL = 10
    TKSK = 11
    DUNIA_USAHA = 12

    def __plain__(self) -> str:
        return self.name

    @classmethod
    def __read__(cls, raw: object) -> Psks:
        return cls.of(raw, "")  # type: ignore[arg-type]  # it says itself what it cannot be

    @classmethod
    def __schema__(cls) -> Plain:
        return one_of(*(category.name for category in cls))

    @property
    def number(self) -> int:
        """Its number in the regulation's list."""
        return int(self.value)

    @property
    def citation(self) -> Citation:
        """The regulation, and how it is known."""
        return _cite(f"daftar PSKS, nomor {self.number}")

    def label(self, language: str) -> str:
        """What it is called in "id" or "en"."""
        return _PSKS_NAMES[self].say(language)

    @classmethod
    def of(cls, category: Psks | str, field: str = "category") -> Psks:
        """A category, or the one of this code, name or older word; errors as for `Pmks.of`."""
        return _one(cls, cls.all_of(category, field), category, field)

    @classmethod
    def all_of(cls, words: Psks | str, field: str = "category") -> tuple[Psks, ...]:
        """Every category that the words stand for."""
        return _all_of(cls, words, _PSKS_WORDS, field)


def _listed(categories: Iterable[C]) -> tuple[C, ...]:
    return checks.each(_category, categories, "categories")


def _category(category: object, field: str) -> Any:
    if isinstance(category, (Pmks, Psks)):
        return category
    raise InvalidValueError("wrong_type", field=field, value=category, kind="Pmks / Psks")


@attrs.frozen(kw_only=True)
class OlderWord(Generic[C]):
    """A word of the reports and the categories that we read it as; none where the list has no such category.

    Args:
        word: As the report writes it.
        categories: What it stands for in the regulation's list.
        reason: Why it is read that way.
        citation: Where the report uses it.
    """

    word: str
    categories: tuple[C, ...] = attrs.field(converter=_listed)
    reason: Text
    citation: Citation

    def __attrs_post_init__(self) -> None:
        checks.settle(self, checks.text, "word")
        checks.instance(self.reason, "reason", Text)
        checks.instance(self.citation, "citation", Citation)

    @property
    def reading(self) -> Reading:
        """The same as a declared reading."""
        named = ", ".join(category.label("id") for category in self.categories)
        return Reading(word=self.word, read_as=named or "tidak satu pun dari daftar", reason=self.reason)


def _cite(locator: str) -> Citation:
    return Citation(regulation=_REGULATION, locator=locator, quoted_in=_SEEN_ON, known="secondary")


_PMKS_NAMES = {
    Pmks.ANAK_BALITA_TELANTAR: Text("Anak balita telantar", "Neglected children under five"),
    Pmks.ANAK_TELANTAR: Text("Anak telantar", "Neglected children"),
    Pmks.ANAK_YANG_BERHADAPAN_DENGAN_HUKUM: Text("Anak yang berhadapan dengan hukum", "Children facing the law"),
    Pmks.ANAK_JALANAN: Text("Anak jalanan", "Street children"),
    Pmks.ANAK_DENGAN_KEDISABILITASAN: Text("Anak dengan kedisabilitasan", "Children with disabilities"),
    Pmks.ANAK_KORBAN_TINDAK_KEKERASAN: Text("Anak korban tindak kekerasan", "Children who are victims of violence"),
    Pmks.ANAK_YANG_MEMERLUKAN_PERLINDUNGAN_KHUSUS: Text(
        "Anak yang memerlukan perlindungan khusus", "Children in need of special protection"
    ),
    Pmks.LANJUT_USIA_TELANTAR: Text("Lanjut usia telantar", "Neglected elderly people"),
    Pmks.PENYANDANG_DISABILITAS: Text("Penyandang disabilitas", "People with disabilities"),
    Pmks.TUNA_SUSILA: Text("Tuna susila", "Sex workers (tuna susila)"),
    Pmks.GELANDANGAN: Text("Gelandangan", "Homeless people"),
    Pmks.PENGEMIS: Text("Pengemis", "Beggars"),
    Pmks.PEMULUNG: Text("Pemulung", "Waste pickers"),
    Pmks.KELOMPOK_MINORITAS: Text("Kelompok minoritas", "Minority groups"),
    Pmks.BEKAS_WARGA_BINAAN_LEMBAGA_PEMASYARAKATAN: Text(
        "Bekas warga binaan lembaga pemasyarakatan", "Former prisoners"
    ),
    Pmks.ORANG_DENGAN_HIV_AIDS: Text("Orang dengan HIV/AIDS", "People with HIV/AIDS"),
    Pmks.KORBAN_PENYALAHGUNAAN_NAPZA: Text("Korban penyalahgunaan NAPZA", "Victims of drug abuse"),
    Pmks.KORBAN_TRAFFICKING: Text("Korban trafficking", "Victims of trafficking"),
    Pmks.KORBAN_TINDAK_KEKERASAN: Text("Korban tindak kekerasan", "Victims of violence"),
    Pmks.PEKERJA_MIGRAN_BERMASALAH_SOSIAL: Text(
        "Pekerja migran bermasalah sosial", "Migrant workers with social problems"
    ),
    Pmks.KORBAN_BENCANA_ALAM: Text("Korban bencana alam", "Victims of natural disaster"),
    Pmks.KORBAN_BENCANA_SOSIAL: Text("Korban bencana sosial", "Victims of social disaster"),
    Pmks.PEREMPUAN_RAWAN_SOSIAL_EKONOMI: Text(
        "Perempuan rawan sosial ekonomi", "Women in a socially and economically weak position"
    ),
    Pmks.FAKIR_MISKIN: Text("Fakir miskin", "The destitute (fakir miskin)"),
    Pmks.KELUARGA_BERMASALAH_SOSIAL_PSIKOLOGIS: Text(
        "Keluarga bermasalah sosial psikologis", "Families with social and psychological troubles"
    ),
    Pmks.KOMUNITAS_ADAT_TERPENCIL: Text("Komunitas adat terpencil", "Remote customary communities"),
}
_PSKS_NAMES = {
    Psks.PEKERJA_SOSIAL_PROFESIONAL: Text("Pekerja sosial profesional", "Professional social workers"),
    Psks.PEKERJA_SOSIAL_MASYARAKAT: Text("Pekerja sosial masyarakat", "Community social workers (PSM)"),
    Psks.TARUNA_SIAGA_BENCANA: Text("Taruna siaga bencana", "Disaster response cadets (Tagana)"),
    Psks.LEMBAGA_KESEJAHTERAAN_SOSIAL: Text("Lembaga kesejahteraan sosial", "Social welfare institutions"),
    Psks.KARANG_TARUNA: Text("Karang taruna", "Youth organisations (Karang Taruna)"),
    Psks.LK3: Text("Lembaga konsultasi kesejahteraan keluarga (LK3)", "Family welfare consultation centres (LK3)"),
    Psks.KELUARGA_PIONER: Text("Keluarga pioner", "Pioneer families"),
    Psks.WKSBM: Text(
        "Wahana kesejahteraan sosial berbasis masyarakat (WKSBM)", "Community-based social welfare forums (WKSBM)"
    ),
    Psks.WANITA_PEMIMPIN_KESEJAHTERAAN_SOSIAL: Text(
        "Wanita pemimpin kesejahteraan sosial", "Women who lead in social welfare"
    ),
    Psks.PENYULUH_SOSIAL: Text("Penyuluh sosial", "Social extension workers"),
    Psks.TKSK: Text("Tenaga kesejahteraan sosial kecamatan (TKSK)", "Sub-district social welfare officers (TKSK)"),
    Psks.DUNIA_USAHA: Text("Dunia usaha", "Businesses"),
}

_OLD_NAME = Text("istilah lama untuk hal yang sama", "the older word for the same")
_SPELLING = Text("singkatan atau ejaan lain untuk hal yang sama", "another spelling or a short form of the same")
_UNDER_DISABILITY = Text(
    "laporan menempatkannya dalam pelayanan penyandang cacat",
    "the report places it among the services for people with disabilities",
)
_TWO = Text("satu sebutan untuk dua jenis dalam daftar", "one expression for two categories of the list")
_NO_SUCH = Text(
    "daftar 26 tidak memuat jenis ini; memasukkannya ke jenis lain adalah keputusan petugas",
    "the list of 26 has no such category; to put it under another is for an officer to decide",
)


def _read_as(place: str, reason: Text, categories: tuple[C, ...], *words: str) -> tuple[OlderWord[C], ...]:
    return tuple(
        OlderWord(word=word, categories=categories, reason=reason, citation=cite_kotawaringin_barat(place))
        for word in words
    )


OLDER_PMKS_WORDS: tuple[OlderWord[Pmks], ...] = (
    *_read_as(
        "C.2.c",
        _OLD_NAME,
        (Pmks.PENYANDANG_DISABILITAS,),
        "penyandang cacat",
        "penyandang cacat fisik dan mental",
        "orang dengan kecacatan",
        "ODK",
    ),
    *_read_as("C.2.c", _UNDER_DISABILITY, (Pmks.PENYANDANG_DISABILITAS,), "orang dengan gangguan jiwa", "ODGJ"),
    *_read_as("C.2.a", _OLD_NAME, (Pmks.ANAK_DENGAN_KEDISABILITASAN,), "anak cacat"),
    *_read_as(
        "C.2.a",
        Text(
            "istilah UU 3/1997; sejak UU 11/2012 anak itu termasuk anak yang berhadapan dengan hukum, walau laporan "
            "menyebut keduanya",
            "the word of UU 3/1997; since UU 11/2012 such a child is one facing the law, though the report names both",
        ),
        (Pmks.ANAK_YANG_BERHADAPAN_DENGAN_HUKUM,),
        "anak nakal",
    ),
    *_read_as("C.2.a", _SPELLING, (Pmks.ANAK_YANG_BERHADAPAN_DENGAN_HUKUM,), "anak berhadapan dengan hukum", "ABH"),
    *_read_as(
        "C.2.a",
        Text("orang yang diperdagangkan adalah korban trafficking", "one who is traded is a victim of trafficking"),
        (Pmks.KORBAN_TRAFFICKING,),
        "anak yang diperdagangkan",
    ),
    *_read_as(
        "C.2.a",
        Text(
            "laporan sendiri menjelaskannya dalam kurung: yang memerlukan perlindungan khusus",
            "the report itself explains it in brackets: who need special protection",
        ),
        (Pmks.ANAK_YANG_MEMERLUKAN_PERLINDUNGAN_KHUSUS,),
        "anak dalam situasi darurat",
    ),
    *_read_as("C.2.f.3", _SPELLING, (Pmks.ANAK_TELANTAR,), "anak terlantar"),
    *_read_as(
        "C.2.d",
        _OLD_NAME,
        (Pmks.TUNA_SUSILA,),
        "tunasusila",
        "wanita tunasusila",
        "waria tunasusila",
        "PSK",
        "pekerja seks komersial",
    ),
    *_read_as("C.2.d", _TWO, (Pmks.GELANDANGAN, Pmks.PENGEMIS), "gelandangan dan pengemis"),
    *_read_as(
        "C.2.d",
        _OLD_NAME,
        (Pmks.BEKAS_WARGA_BINAAN_LEMBAGA_PEMASYARAKATAN,),
        "bekas warga binaan pemasyarakatan",
        "eks napi",
        "eks narapidana",
    ),
    *_read_as(
        "C.2.e.1",
        Text(
            "pencari kerja di daerah atau pulau lain yang bermasalah ketenagakerjaan",
            "people who look for work in another region or island and have trouble at work",
        ),
        (Pmks.PEKERJA_MIGRAN_BERMASALAH_SOSIAL,),
        "pencari kerja antar daerah/antar pulau korban masalah ketenagakerjaan",
    ),
    *_read_as(
        "C.2.e.1",
        Text(
            "laporan merincinya dalam kurung: pelacuran, pengemis dan penggelandangan",
            "the report lists in brackets what it means: prostitution, begging, vagrancy",
        ),
        (Pmks.TUNA_SUSILA, Pmks.GELANDANGAN, Pmks.PENGEMIS),
        "korban eksploitasi sosial",
        "korban eksploitasi sosial (praktek pelacuran, pengemis dan penggelandangan)",
    ),
    *_read_as(
        "C.2.e.1",
        Text("gangguan jiwa dan menggelandang: dua jenis dalam daftar", "mentally ill and homeless: two categories"),
        (Pmks.PENYANDANG_DISABILITAS, Pmks.GELANDANGAN),
        "penderita psikotik yang menggelandang",
    ),
    *_read_as("C.2.g", _SPELLING, (Pmks.FAKIR_MISKIN,), "keluarga fakir miskin"),
    *_read_as("Tabel 17 baris 1; C.2.e.1", _NO_SUCH, (), "orang terlantar", "orang telantar"),
    *_read_as("C.2.e.1", _NO_SUCH, (), "orang yang mengalami keterlantaran diperjalanan"),
    *_read_as("C.2.a", _NO_SUCH, (), "anak putus sekolah", "balita"),
    *_read_as("C.2.b; Tabel 15, IKK 69", _NO_SUCH, (), "lanjut usia", "lansia", "lanjut usia yang tidak potensial"),
)
"""Words of the reports for people in need, and what we read them as."""

OLDER_PSKS_WORDS: tuple[OlderWord[Psks], ...] = (
    *_read_as("C.2.f.1", _SPELLING, (Psks.PEKERJA_SOSIAL_MASYARAKAT,), "PSM"),
    *_read_as("A.4.d", _SPELLING, (Psks.TARUNA_SIAGA_BENCANA,), "Tagana"),
    *_read_as("C.2.e.1", _SPELLING, (Psks.TARUNA_SIAGA_BENCANA,), "Taruna Siaga Bencana (TAGANA)"),
    *_read_as("C.2.f.1", _SPELLING, (Psks.KARANG_TARUNA,), "KT"),
    *_read_as("C.2.f.1", _OLD_NAME, (Psks.LEMBAGA_KESEJAHTERAAN_SOSIAL,), "organisasi sosial", "orsos"),
    *_read_as(
        "C.2.a",
        Text(
            "lembaga kesejahteraan sosial yang melayani anak", "an institution of social welfare that serves children"
        ),
        (Psks.LEMBAGA_KESEJAHTERAAN_SOSIAL,),
        "lembaga kesejahteraan sosial anak",
        "LKSA",
    ),
    *_read_as("C.2.f.3", _SPELLING, (Psks.LK3,), "lembaga konsultasi kesejahteraan keluarga"),
    *_read_as("C.2.f.1", _SPELLING, (Psks.WKSBM,), "wahana kesejahteraan sosial berbasis masyarakat"),
)
"""Words of the reports for social resources, and what we read them as."""


def _folded(words: str) -> str:
    """The words without case, doubled blanks and the older spelling *terlantar*."""
    return re.sub(r"\bterlantar\b", "telantar", " ".join(words[:200].casefold().split()))


def _table(kind: Iterable[C], names: dict[C, Text], older: Iterable[OlderWord[C]]) -> dict[str, tuple[C, ...]]:
    table: dict[str, tuple[C, ...]] = {_folded(word.word): word.categories for word in older}
    for category in kind:
        for name in (category.name, category.name.replace("_", " "), names[category].id, names[category].en):
            table[_folded(name)] = (category,)
    return table


_PMKS_WORDS = _table(Pmks, _PMKS_NAMES, OLDER_PMKS_WORDS)
_PSKS_WORDS = _table(Psks, _PSKS_NAMES, OLDER_PSKS_WORDS)


def _all_of(kind: type[C], words: Any, table: dict[str, tuple[C, ...]], field: str) -> tuple[C, ...]:
    if isinstance(words, kind):
        return (words,)
    found = table.get(_folded(words)) if isinstance(words, str) else None
    if found is None:
        known = table if checks.nearest(words, table) else [one.name for one in kind]
        raise InvalidValueError(
            "unknown_category",
            field=field,
            value=words,
            hint=checks.did_you_mean(words, known),
            group=kind.__name__.upper(),
            such=kind(1).name,
        )
    return found


def _one(kind: type[C], found: tuple[C, ...], words: object, field: str) -> C:
    if len(found) == 1:
        return found[0]
    if not found:
        raise InvalidValueError("no_category", field=field, value=words, reason=_NO_SUCH)
    named = [category.name for category in found]
    raise InvalidValueError("several_categories", field=field, value=words, group=kind.__name__.upper(), named=named)
