"""The rules that the report on Kotawaringin Barat gives: each clause in our words, with the place that says it."""

from __future__ import annotations

from datetime import date
from functools import partial

import attrs

from kesos.people import Beneficiary, Household, Livelihood, Pmks, Setting
from kesos.programs._catalogue import Program  # from there, since the catalogue makes Program.PKH and the others
from kesos.programs._rules import HouseholdClause, MemberClause, ProgramRule, stated
from kesos.values import Need, Reading, Text, Truth, any_of, known
from kesos.values._sources import cite_kotawaringin_barat

# --- PKH: C.2.e.2 ------------------------------------------------------------------------------------------

_PKH_TEXT = cite_kotawaringin_barat("C.2.e.2")
_FULL_YEARS = Reading(
    word="usia ... tahun",
    read_as="tahun yang sudah genap",
    reason=Text(
        "umur tetap sampai sehari sebelum ulang tahun berikutnya; 7 tahun berarti belum genap 8",
        "an age stays the same until the day before the next birthday: 7 means not yet 8",
    ),
)
_ANY_CHILD = Reading(
    word="memiliki anak usia ...",
    read_as="anggota rumah tangga seumur itu",
    reason=Text(
        "teks tidak menyebut anak siapa; setiap anggota rumah tangga dengan umur itu dihitung",
        "the text does not say whose child; any member of the household of that age counts",
    ),
)


def _very_poor(household: Household, on: date) -> Truth:
    return known(household.is_very_poor, "very_poor", needed=(True,))


def _maternal(member: Beneficiary, on: date) -> Truth:
    """Whether she is pregnant, has just given birth or nurses; no man does, and a person of unknown sex may."""
    if member.sex == "male":
        return Truth(False, needs=(Need("sex", ("female",)),))
    found = any_of(
        [
            stated(member, "pregnant", on, Text("sedang hamil", "pregnant")),
            stated(member, "postpartum", on, Text("dalam masa nifas", "has just given birth")),
            stated(member, "breastfeeding", on, Text("sedang menyusui", "breastfeeding")),
        ]
    )
    if found.holds is None and member.sex is None:
        return attrs.evolve(found, missing=("sex", *found.missing))
    return found


def _not_in_primary(member: Beneficiary, on: date) -> Truth:
    before_primary = ("none", "preschool")
    value = None if member.schooling is None else member.schooling in before_primary
    return known(value, "schooling", Text("belum masuk SD", "not in primary school"), needed=before_primary)


def _basic_education_unfinished(member: Beneficiary, on: date) -> Truth:
    finished = member.basic_education_finished
    return known(
        None if finished is None else not finished,
        "basic_education_finished",
        Text("belum menyelesaikan pendidikan dasar", "basic education not finished"),
        needed=(False,),
    )


PKH_RULE = ProgramRule(
    program=Program.PKH,
    requires=(
        HouseholdClause(
            code="very_poor",
            text=Text("rumah tangga sangat miskin (RTSM)", "a very poor household (RTSM)"),
            test=_very_poor,
            citation=_PKH_TEXT,
        ),
    ),
    grounds=(
        MemberClause(
            code="maternal",
            text=Text(
                "ibu hamil, nifas atau menyusui", "a mother who is pregnant, has just given birth or breastfeeds"
            ),
            test=_maternal,
            citation=_PKH_TEXT,
        ),
        MemberClause(
            code="under_five",
            text=Text("anak balita", "a child under five"),
            ages=(0, 4),
            citation=_PKH_TEXT,
            readings=(
                Reading(
                    word="anak balita",
                    read_as="0–4 tahun",
                    reason=Text("balita: di bawah lima tahun", "balita means below five years"),
                ),
                _FULL_YEARS,
                _ANY_CHILD,
            ),
        ),
        MemberClause(
            code="age_5_7_not_in_primary",
            text=Text("anak usia 5–7 tahun yang belum masuk SD", "a child of 5–7 not yet in primary school"),
            ages=(5, 7),
            test=_not_in_primary,
            citation=_PKH_TEXT,
            readings=(
                Reading(
                    word="belum masuk pendidikan SD",
                    read_as="tidak bersekolah, atau masih di prasekolah",
                    reason=Text(
                        "teks tidak menyebut prasekolah; anak di sana belum masuk SD",
                        "the text does not name preschool; a child in no school or there is not yet in primary school",
                    ),
                ),
                _FULL_YEARS,
                _ANY_CHILD,
            ),
        ),
        MemberClause(
            code="primary_or_junior_age",
            text=Text("anak usia SD dan/atau SMP", "a child of primary or junior secondary age"),
            ages=(7, 15),
            citation=_PKH_TEXT,
            readings=(
                Reading(
                    word="anak usia SD dan/atau SMP",
                    read_as="7–15 tahun",
                    reason=Text(
                        "teks tidak menyebut tahunnya; 7–15 tahun adalah umur wajib belajar pendidikan dasar (UU "
                        "20/2003 Pasal 6); teks berbicara tentang umur, maka bersekolah atau tidak sama saja, dan anak "
                        "5–6 tahun yang sudah di SD tidak tercakup",
                        "the text gives no years; 7 to 15 is the age at which basic education is compulsory (UU "
                        "20/2003 Pasal 6); the text speaks of the age, so being enrolled or not makes no difference, "
                        "and a child of 5 or 6 already in primary school is not covered",
                    ),
                ),
                _FULL_YEARS,
                _ANY_CHILD,
            ),
        ),
        MemberClause(
            code="age_15_18_basic_education_unfinished",
            text=Text(
                "anak usia 15–18 tahun yang belum menyelesaikan pendidikan dasar",
                "a child of 15–18 who has not finished basic education",
            ),
            ages=(15, 18),
            test=_basic_education_unfinished,
            citation=_PKH_TEXT,
            readings=(_FULL_YEARS, _ANY_CHILD),
        ),
    ),
)


# --- ASLUT: C.2.b; the text names no age ------------------------------------------------------------------------


def _poor(household: Household, on: date) -> Truth:
    return known(household.is_poor, "poor", needed=(True,))


def _elderly(member: Beneficiary, on: date) -> Truth:
    because = Text("lanjut usia menurut petugas", "elderly, as the office says")
    if Pmks.LANJUT_USIA_TELANTAR in (member.categories or ()):
        return Truth(True, (), because)
    return stated(member, "elderly", on, because)


ASLUT_RULE = ProgramRule(
    program=Program.ASLUT,
    requires=(
        HouseholdClause(
            code="poor",
            text=Text("rumah tangga miskin", "a poor household"),
            test=_poor,
            citation=cite_kotawaringin_barat("C.2.b"),
            readings=(
                Reading(
                    word="lanjut usia yang miskin",
                    read_as="rumah tangganya miskin, sangat miskin, atau fakir miskin",
                    reason=Text(
                        "yang sangat miskin atau fakir miskin juga miskin; teks tidak membedakannya",
                        "poverty is taken to be the household's; a very poor or destitute one is poor too",
                    ),
                ),
            ),
        ),
    ),
    grounds=(
        MemberClause(
            code="elderly_poor",
            text=Text("lanjut usia yang miskin", "an elderly person who is poor"),
            test=_elderly,
            citation=cite_kotawaringin_barat("C.2.b"),
            readings=(
                Reading(
                    word="lanjut usia",
                    read_as="yang dinyatakan lanjut usia oleh petugas",
                    reason=Text(
                        "teks tidak menyebut umur; petugas yang menyatakannya",
                        "the text names no age; the office says who counts",
                    ),
                ),
            ),
        ),
    ),
)


# --- ASPDB: the programme's own name and C.2.c, letter c ---------------------------------------------------------


def _severe_disability(member: Beneficiary, on: date) -> Truth:
    value = False if member.disability is False else member.severe_disability
    because = Text("disabilitas berat menurut petugas", "severe, as the office says")
    return known(value, "severe_disability", because, needed=(True,))


ASPDB_RULE = ProgramRule(
    program=Program.ASPDB,
    grounds=(
        MemberClause(
            code="severe_disability",
            text=Text("penyandang disabilitas berat", "a person with a severe disability"),
            test=_severe_disability,
            citation=cite_kotawaringin_barat("C.2.c, huruf c"),
            readings=(
                Reading(
                    word="cacat berat",
                    read_as="penyandang disabilitas berat",
                    reason=Text(
                        "istilah lama; nama program memakai yang baru; petugas yang menyatakan beratnya",
                        "the older word; the programme's name says it in the newer one; the office says what is severe",
                    ),
                ),
            ),
        ),
    ),
)


# --- The programme for the destitute, and KUBE: C.2.g ------------------------------------------------------------

_POOR_TEXT = cite_kotawaringin_barat("C.2.g")


def _destitute(household: Household, on: date) -> Truth:
    return known(household.is_destitute, "categories", needed=(Pmks.FAKIR_MISKIN.name,))


def _livelihood(kind: Livelihood, household: Household, on: date) -> Truth:
    value = None if household.livelihood is None else household.livelihood == kind
    return known(value, "livelihood", needed=(kind,))


def _income_lost(household: Household, on: date) -> Truth:
    return known(household.income_lost, "income_lost", needed=(True,))


def _lives(setting: Setting, household: Household, on: date) -> Truth:
    return known(None if household.setting is None else household.setting == setting, "setting", needed=(setting,))


_DESTITUTE = HouseholdClause(
    code="fakir_miskin",
    text=Text("keluarga fakir miskin", "a destitute family (fakir miskin)"),
    test=_destitute,
    citation=_POOR_TEXT,
    readings=(
        Reading(
            word="keluarga fakir miskin",
            read_as="PMKS nomor 24",
            reason=Text(
                "keluarga yang, atau salah satu anggotanya, dicatat petugas sebagai fakir miskin",
                "a family that the office registers as fakir miskin, or one of its members",
            ),
        ),
    ),
)
_ANYWHERE = Reading(
    word="tinggal di daerah perdesaan/pertanian, perkotaan, pesisir/pantai",
    read_as="di mana pun",
    reason=Text(
        "ketiganya bersama-sama mencakup semua daerah, maka tempat tinggal tidak membatasi",
        "the three together cover every place, so where a family lives is no limit",
    ),
)
_LIVELIHOODS: tuple[HouseholdClause, ...] = (
    HouseholdClause(
        code="no_livelihood",
        text=Text("tidak mempunyai sumber mata pencaharian", "has no livelihood"),
        test=partial(_livelihood, "none"),
        citation=cite_kotawaringin_barat("C.2.g (i)"),
    ),
    HouseholdClause(
        code="insufficient_livelihood",
        text=Text(
            "mata pencahariannya tidak mencukupi kebutuhan dasar", "has a livelihood that does not meet its basic needs"
        ),
        test=partial(_livelihood, "insufficient"),
        citation=cite_kotawaringin_barat("C.2.g (i)"),
    ),
    HouseholdClause(
        code="income_lost",
        text=Text(
            "pendapatan dan kesejahteraannya turun sementara, misalnya karena bencana atau PHK",
            "its income and welfare have fallen for a time, as by a disaster or by losing work",
        ),
        test=_income_lost,
        citation=cite_kotawaringin_barat("C.2.g (ii)"),
    ),
)

FAKIR_MISKIN_RULE = ProgramRule(
    program=Program.FAKIR_MISKIN,
    requires=(_DESTITUTE,),
    grounds=(*(attrs.evolve(clause, readings=(_ANYWHERE,)) for clause in _LIVELIHOODS[:2]), *_LIVELIHOODS[2:]),
)


def _kube(program: Program, setting: Setting, text: Text) -> ProgramRule:
    lives = HouseholdClause(
        code=f"lives_{setting}", text=text, test=partial(_lives, setting), citation=cite_kotawaringin_barat("C.2.g.1")
    )
    return ProgramRule(program=program, requires=(_DESTITUTE, lives), grounds=_LIVELIHOODS)


PROGRAM_RULES: tuple[ProgramRule, ...] = (
    PKH_RULE,
    ASLUT_RULE,
    ASPDB_RULE,
    FAKIR_MISKIN_RULE,
    _kube(Program.KUBE_URBAN, "urban", Text("tinggal di perkotaan", "lives in a town")),
    _kube(Program.KUBE_RURAL, "rural", Text("tinggal di perdesaan", "lives in a village")),
    _kube(Program.KUBE_COASTAL, "coastal", Text("tinggal di pesisir", "lives on the coast")),
)
"""Every rule that the reports give. The other programmes are named in them without one."""
