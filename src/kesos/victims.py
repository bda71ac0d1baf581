"""Whom the report of Kotawaringin Barat counts as victims of natural and of social disaster, and which hazards."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import attrs

from kesos.categories import Pmks
from kesos.errors import InvalidValueError, show_value
from kesos.hazards import Grouping
from kesos.values import Citation, Reading, Text
from kesos.values import _checks as checks
from kesos.values._documents import KOTAWARINGIN_BARAT

Disaster = Literal["natural", "social"]


def _categories(categories: Iterable[Pmks]) -> tuple[Pmks, ...]:
    return tuple(categories)


def _readings(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    return tuple(readings)


@attrs.frozen(kw_only=True)
class VictimGroup:
    """One of the groups that aid for victims of disaster is meant for.

    Args:
        code: A slug that never changes.
        name: What it is called.
        word: As the report prints it.
        disaster: "natural" or "social"; None for those who help.
        part_of: The code of the wider group; None for a group of its own.
        categories: The ministry's categories that it falls under; empty where none of the 26 names it.
        citation: Where the report names it.
        readings: How its word or its place in the list is read.

    >>> VictimGroup.of("former_prisoners").disaster
    'social'
    """

    code: str
    name: Text
    word: str
    disaster: Disaster | None
    part_of: str | None = None
    categories: tuple[Pmks, ...] = attrs.field(default=(), converter=_categories)
    citation: Citation
    readings: tuple[Reading, ...] = attrs.field(default=(), converter=_readings)

    @classmethod
    def of(cls, group: VictimGroup | str) -> VictimGroup:
        """A group, or the one of this code.

        Raises:
            InvalidValueError: No group has this code.
        """
        if isinstance(group, VictimGroup):
            return group
        found = _BY_CODE.get(group) if isinstance(group, str) else None
        if found is None:
            raise InvalidValueError(
                Text(
                    f"kelompok korban {show_value(group)} tidak dikenal", f"{show_value(group)} is no group of victims"
                ),
                field="group",
                value=group,
                code="unknown_group",
                hint=checks.did_you_mean(group, _BY_CODE),
            )
        return found

    def label(self, language: str) -> str:
        """What it is called in "id" or "en"."""
        return self.name.say(language)


_PLACE = Citation(regulation=KOTAWARINGIN_BARAT, locator="C.2.e.1")
_OPEN_BRACKET = Reading(
    word="korban bencana sosial, yang meliputi : ...",
    read_as="sampai dengan Penderita Psikotik yang menggelandang",
    reason=Text(
        'kurungnya tidak ditutup di cetakan; daftarnya dibaca sampai sebelum "maupun Taruna Siaga Bencana"',
        'the print never closes the bracket; the list is read up to "maupun Taruna Siaga Bencana"',
    ),
)


def _social(code: str, name: Text, word: str, *categories: Pmks) -> VictimGroup:
    return VictimGroup(
        code=code,
        name=name,
        word=word,
        disaster="social",
        part_of="social_disaster",
        categories=categories,
        citation=_PLACE,
        readings=(_OPEN_BRACKET,),
    )


VICTIM_GROUPS: tuple[VictimGroup, ...] = (
    VictimGroup(
        code="natural_disaster",
        name=Text("Korban bencana alam", "Victims of natural disaster"),
        word="Korban bencana alam",
        disaster="natural",
        categories=(Pmks.KORBAN_BENCANA_ALAM,),
        citation=_PLACE,
    ),
    VictimGroup(
        code="social_disaster",
        name=Text("Korban bencana sosial", "Victims of social disaster"),
        word="korban bencana sosial",
        disaster="social",
        categories=(Pmks.KORBAN_BENCANA_SOSIAL,),
        citation=_PLACE,
        readings=(_OPEN_BRACKET,),
    ),
    _social(
        "stranded_travellers",
        Text("Orang yang telantar di perjalanan", "People stranded on a journey"),
        "orang yang mengalami keterlantaran diperjalanan",
    ),
    _social(
        "migrant_job_seekers",
        Text(
            "Pencari kerja antardaerah atau antarpulau yang menjadi korban masalah ketenagakerjaan",
            "People seeking work in another region or island who met with trouble at work",
        ),
        "pencari kerja antar daerah/antar pulau korban masalah ketenagakerjaan",
        Pmks.PEKERJA_MIGRAN_BERMASALAH_SOSIAL,
    ),
    _social(
        "violence",
        Text("Korban tindak kekerasan", "Victims of violence"),
        "korban tindak kekerasan",
        Pmks.KORBAN_TINDAK_KEKERASAN,
    ),
    _social(
        "social_exploitation",
        Text(
            "Korban eksploitasi sosial: pelacuran, pengemisan, penggelandangan",
            "Victims of social exploitation: prostitution, begging, vagrancy",
        ),
        "korban eksploitasi sosial (praktek pelacuran, pengemis dan penggelandangan)",
        Pmks.TUNA_SUSILA,
        Pmks.GELANDANGAN,
        Pmks.PENGEMIS,
    ),
    _social(
        "former_prisoners",
        Text("Bekas narapidana", "Former prisoners"),
        "eks Napi",
        Pmks.BEKAS_WARGA_BINAAN_LEMBAGA_PEMASYARAKATAN,
    ),
    _social(
        "homeless_mentally_ill",
        Text("Penderita psikotik yang menggelandang", "Homeless people with a psychotic illness"),
        "Penderita Psikotik yang menggelandang",
        Pmks.PENYANDANG_DISABILITAS,
        Pmks.GELANDANGAN,
    ),
    VictimGroup(
        code="tagana",
        name=Text("Taruna Siaga Bencana (Tagana)", "Disaster response cadets (Tagana)"),
        word="Taruna Siaga Bencana (TAGANA)",
        disaster=None,
        citation=_PLACE,
        readings=(
            Reading(
                word="maupun Taruna Siaga Bencana (TAGANA)",
                read_as="sasaran kegiatan, bukan korban",
                reason=Text(
                    "laporan menyebutnya di akhir daftar sasaran; Tagana menolong korban",
                    "the report names them at the end of the list of targets; Tagana help the victims",
                ),
            ),
        ),
    ),
)
"""The groups that the report names, the two wide ones first; aid goes to persons, families or groups alike."""

_BY_CODE = {group.code: group for group in VICTIM_GROUPS}

SERVICE_HAZARDS = Grouping(
    citation=_PLACE,
    groups=(
        ("flood", "natural"),
        ("landslide", "natural"),
        ("whirlwind", "natural"),
        ("haze", "natural"),
        ("fire", "social"),
    ),
)
"""The hazards that the report names where it speaks of aid to victims: there a fire is a social disaster."""

EXPECTED_HAZARDS = Grouping(
    citation=Citation(regulation=KOTAWARINGIN_BARAT, locator="A.4.f"),
    groups=(
        ("flood", "natural"),
        ("whirlwind", "natural"),
        ("fire", "non_natural"),
        ("forest_fire", "non_natural"),
        ("social_conflict", "social"),
    ),
)
"""The hazards that the same report expects: there a fire is a non-natural disaster."""
