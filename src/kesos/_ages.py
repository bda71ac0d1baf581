"""At which ages something can be said of a person: nobody of four is elderly, in senior school, or pregnant.

Each limit is a reading of ours with its reason, and with the source that gives the years where one was found; none of
the instruments themselves was seen. A limit is generous: it keeps out what cannot be, and leaves what is merely rare.
Within it, what is said counts; beyond it, nobody is asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from kesos.categories import Pmks
from kesos.values import Citation, Reading, Text

OLDEST = 150
"""No age that is passed in may exceed this; it only keeps slips of the pen out."""

Ages = tuple[int, int]
"""The first and the last age in completed years, both included."""
ANY_AGE: Ages = (0, OLDEST)

Fact = tuple[str, object]
"""A field of a person and what is said there: True, a school, or one of the categories."""


@attrs.frozen(kw_only=True)
class AgeLimit:
    """From and until which age something can be said of a person.

    Args:
        facts: What it is about.
        name: What that is called.
        least: The first age at which it can be.
        most: The last one.
        reason: Why these years.
        source: Where years are given that it was taken from; None where it is ours alone.
    """

    facts: tuple[Fact, ...]
    name: Text
    least: int = 0
    most: int = OLDEST
    reason: Text
    source: Citation | None = None

    @property
    def years(self) -> Text:
        """The ages in words.

        >>> LIMITS[("elderly", True)].years.en
        '60 years and above'
        """
        if self.most == OLDEST:
            return Text(f"{self.least} tahun ke atas", f"{self.least} years and above")
        if self.least == 0:
            return Text(f"{self.most} tahun ke bawah", f"{self.most} years and below")
        return Text(f"{self.least}–{self.most} tahun", f"{self.least} to {self.most} years")

    @property
    def reading(self) -> Reading:
        """The limit as an answer shows it that rests on it."""
        reason = self.reason
        if self.source is not None:
            reason = Text(f"{reason.id}; {self.source.say('id')}", f"{reason.en}; {self.source.say('en')}")
        return Reading(word=self.name.id, read_as=self.years.id, reason=reason)

    def say(self, language: str) -> str:
        """What it is about, and the ages.

        >>> LIMITS[("schooling", "senior")].say("id")
        'SMA: 10 tahun ke atas'
        """
        return f"{self.name.say(language)}: {self.years.say(language)}"


def _children(*categories: Pmks) -> tuple[Fact, ...]:
    return tuple(("categories", category) for category in categories)


_A_PREGNANCY = Citation(
    regulation="Riset Kesehatan Dasar (Riskesdas) 2013",
    locator="proporsi kehamilan umur 10–14 tahun",
    quoted_in="Situasi Balita Pendek (Stunting) di Indonesia, halaman 11",
)
_LAW_ON_THE_ELDERLY = Citation(
    regulation="UU 13/1998", locator="Pasal 1 angka 2", quoted_in="ejournal.billfath.ac.id dan dinsos.bulelengkab.go.id"
)
_LAW_ON_CHILDREN = Citation(
    regulation="UU 23/2002 sebagaimana diubah dengan UU 35/2014", locator="Pasal 1", quoted_in="pkga.ipb.ac.id"
)
_LIST_OF_CATEGORIES = Citation(
    regulation="Permensos 08/2012", locator="anak balita telantar", quoted_in="dinsos.sukabumikota.go.id dan tksk.my.id"
)
_ENTERING_PRIMARY = Citation(regulation="Permendikbud 51/2018", locator="Pasal 7 ayat (2)", quoted_in="suar.grid.id")
_ENTERING_LATER = Text(
    "untuk masuk SMP dan SMA hanya ditemukan umur tertinggi, bukan umur terendah; batas ini penafsiran yang longgar, "
    "agar anak yang naik kelas lebih cepat tidak tertolak",
    "for secondary school only a highest age of entry was found and no lowest; this limit is a reading and wide, so "
    "that a child who moves up faster is not turned away",
)

_ALL: tuple[AgeLimit, ...] = (
    AgeLimit(
        facts=(("pregnant", True), ("postpartum", True), ("breastfeeding", True)),
        name=Text("hamil, nifas atau menyusui", "pregnant, has just given birth or breastfeeding"),
        least=10,
        most=59,
        reason=Text(
            "naskah tidak menyebut umur ibu; BPS menghitung masa subur 15–49 tahun, tetapi kehamilan juga tercatat "
            "pada umur 10–14 tahun; batas atasnya tidak bersumber dan dilonggarkan, agar yang jarang tidak tertolak",
            "the text names no age of a mother; BPS counts fertility from 15 to 49 years, but pregnancies are recorded "
            "at 10 to 14 too; the upper limit has no source and is wide, so that what is rare is not turned away",
        ),
        source=_A_PREGNANCY,
    ),
    AgeLimit(
        facts=(("elderly", True), ("categories", Pmks.LANJUT_USIA_TELANTAR)),
        name=Text("lanjut usia", "elderly"),
        least=60,
        reason=Text(
            "di bawah umur ini tidak seorang pun lanjut usia menurut undang-undang; sejak umur ini petugas yang "
            "menyatakannya",
            "below this age the law calls nobody elderly; from it on, the office says who is",
        ),
        source=_LAW_ON_THE_ELDERLY,
    ),
    AgeLimit(
        facts=_children(Pmks.ANAK_BALITA_TELANTAR),
        name=Text("anak balita", "a child under five"),
        most=5,
        reason=Text(
            "balita: lima tahun ke bawah menurut daftar kategori",
            "balita: five years and below by the list of categories",
        ),
        source=_LIST_OF_CATEGORIES,
    ),
    AgeLimit(
        facts=_children(
            Pmks.ANAK_TELANTAR,
            Pmks.ANAK_YANG_BERHADAPAN_DENGAN_HUKUM,
            Pmks.ANAK_JALANAN,
            Pmks.ANAK_DENGAN_KEDISABILITASAN,
            Pmks.ANAK_KORBAN_TINDAK_KEKERASAN,
            Pmks.ANAK_YANG_MEMERLUKAN_PERLINDUNGAN_KHUSUS,
        ),
        name=Text("anak", "a child"),
        most=18,
        reason=Text(
            "anak: belum berusia 18 tahun; umur 18 diterima, karena daftar kategori menyebut 6–18 tahun untuk anak "
            "telantar",
            "a child is below 18; the age of 18 passes, since the list of categories has 6 to 18 for anak telantar",
        ),
        source=_LAW_ON_CHILDREN,
    ),
    AgeLimit(
        facts=(("schooling", "primary"),),
        name=Text("SD", "primary school"),
        least=5,
        reason=Text(
            "paling rendah 5 tahun 6 bulan bagi anak yang istimewa, selain itu 6 atau 7 tahun; tanpa batas atas, "
            "karena orang dewasa pun dapat kembali bersekolah",
            "gifted children enter at 5 years and 6 months at the earliest, others at 6 or 7; there is no upper limit, "
            "since adults may go back to school",
        ),
        source=_ENTERING_PRIMARY,
    ),
    AgeLimit(
        facts=(("schooling", "junior"),),
        name=Text("SMP", "junior secondary school"),
        least=8,
        reason=_ENTERING_LATER,
    ),
    AgeLimit(
        facts=(("schooling", "senior"),),
        name=Text("SMA", "senior secondary school"),
        least=10,
        reason=_ENTERING_LATER,
    ),
    AgeLimit(
        facts=(("basic_education_finished", True),),
        name=Text("pendidikan dasar selesai", "basic education finished"),
        least=10,
        reason=_ENTERING_LATER,
    ),
)
LIMITS: Mapping[Fact, AgeLimit] = {fact: limit for limit in _ALL for fact in limit.facts}
"""The limit of each thing that can be said of a person and that not every age allows."""


def limits_of(facts: Iterable[Fact]) -> tuple[AgeLimit, ...]:
    """The limits of all that is said of a person, each once.

    >>> [limit.name.en for limit in limits_of([("elderly", True), ("pregnant", False)])]
    ['elderly']
    """
    return tuple(dict.fromkeys(LIMITS[fact] for fact in facts if fact in LIMITS))


def limits_on(field: str) -> tuple[AgeLimit, ...]:
    """The limits of all that can be said in a field.

    >>> [limit.name.en for limit in limits_on("schooling")]
    ['primary school', 'junior secondary school', 'senior secondary school']
    """
    return limits_of(fact for fact in LIMITS if fact[0] == field)


def both(one: Ages, other: Ages) -> Ages:
    """The ages that are among both; the first is above the last where none is.

    >>> both((10, 59), (60, 150))
    (60, 59)
    """
    return max(one[0], other[0]), min(one[1], other[1])
