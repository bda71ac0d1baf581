"""The categories themselves: a number each in the regulation's list; whatever else is said of them lies in its file."""

from __future__ import annotations

from enum import Enum
from typing import Self

import attrs

from kesos.categories._file import listed, names_of, words_of
from kesos.categories._listing import CategoryList
from kesos.categories._words import folded, meanings, meant
from kesos.errors import InvalidValueError
from kesos.records import Plain, one_of
from kesos.values import Citation, Text
from kesos.values._format import formatted
from kesos.words import hint


class Category(Enum):
    """What the categories of both lists can do. Who belongs to one is decided by an office, never here.

    A list is closed: it is one regulation's. It is known from the pages of two public offices, not from the
    regulation's own print, and `.citation` says so. Calling a list looks words up, as `of` does.
    """

    def __plain__(self) -> str:
        return self.name

    @classmethod
    def __read__(cls, raw: object) -> Self:
        return cls.of(raw, "")  # type: ignore[arg-type]  # it says itself what it cannot be

    @classmethod
    def __schema__(cls) -> Plain:
        return one_of(*(category.name for category in cls))

    @classmethod
    def _missing_(cls, value: object) -> Self:
        return cls.of(value)  # type: ignore[arg-type]  # it says itself what it cannot be

    @property
    def number(self) -> int:
        """Its number in the regulation's list."""
        return int(self.value)

    @property
    def citation(self) -> Citation:
        """The regulation, and how it is known."""
        whole = self.listing().citation
        return attrs.evolve(whole, locator=f"{whole.locator}, nomor {self.number}")

    def say(self, language: str) -> str:
        """What it is called in "id" or "en"."""
        return names_of(type(self).__name__.upper())[self.name].say(language)

    def label(self, language: str) -> str:
        """The same as `say`: hazards call it so too, and lists of either are made alike."""
        return self.say(language)

    def __format__(self, spec: str) -> str:
        return formatted(self.say, spec) if spec else str(self)

    def _word(self) -> Text:
        """What one may write for it: its name in an Indonesian sentence, its code in an English one."""
        name = self.say("id")
        return Text(name[:1].lower() + name[1:], self.name)

    @classmethod
    def listing(cls) -> CategoryList:
        """The list as a whole: the words that people write for its categories, and its earlier and later names.

        >>> [later.code for later in Pmks.listing().later]
        ['PPKS']
        """
        return listed(cls.__name__.upper())

    @classmethod
    def of(cls, category: Self | str, field: str = "category") -> Self:
        """A category, or the one of this code, name or other word; case, blanks and *terlantar* for *telantar* pass.

        Args:
            category: What to look up.
            field: What an error calls it.

        Raises:
            InvalidValueError: The word is unknown (code "unknown_category"), stands for several categories
                ("several_categories") or says something that no category of the list names ("no_category").
        """
        found = cls.all_of(category, field)
        if len(found) == 1:
            return found[0]
        if not found:
            # all such words share one reason, so that it tells nothing of a person
            reason = next(each.reading.reason for each in words_of(cls.__name__.upper()) if not each.codes)
            raise InvalidValueError("no_category", field=field, value=category, reason=reason)
        named = [each._word() for each in found]
        raise InvalidValueError(
            "several_categories", field=field, value=category, group=cls.__name__.upper(), named=named
        )

    @classmethod
    def all_of(cls, words: Self | str, field: str = "category") -> tuple[Self, ...]:
        """Every category that the words stand for; none where it is known that no category names such people.

        >>> [category.number for category in Pmks.all_of("Tuna Wisma")]
        [11, 12]
        """
        if isinstance(words, cls):
            return (words,)
        group = cls.__name__.upper()
        named = meanings(group)
        found = named.get(folded(words)) if isinstance(words, str) else None
        if found is None:
            close, known = meant(group, words), [each._word() for each in cls]
            way_out = hint("known", known=known) if close is None else hint("did_you_mean", nearest=close, known=known)
            raise InvalidValueError(
                "unknown_category", field=field, value=words, hint=way_out, group=group, such=known[0]
            )
        return tuple(cls[code] for code in found)


class Pmks(Category):
    """People in need of social welfare (penyandang masalah kesejahteraan sosial), as Permensos 08/2012 numbers them.

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


class Psks(Category):
    """Potentials and resources of social welfare (PSKS), as Permensos 08/2012 numbers them.

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
