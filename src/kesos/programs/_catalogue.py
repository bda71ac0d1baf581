"""The programmes that the two published reports name: what they say of each, and nothing that they do not say."""

from __future__ import annotations

from kesos.programs._program import Condition, Program, well_known
from kesos.values import Citation, Reading, Text
from kesos.values._sources import KAPUAS, KOTAWARINGIN_BARAT, cite_kotawaringin_barat

__all__ = ["PROGRAMS", "Program"]


def _fund(row: str) -> Citation:
    return Citation(regulation=KOTAWARINGIN_BARAT, table="21", row=row)


def _office(row: str) -> Citation:
    return Citation(regulation=KOTAWARINGIN_BARAT, table="17", row=row)


def _kapuas(locator: str) -> Citation:
    return Citation(regulation=KAPUAS, locator=locator)


def _letters(letters: str, name: str) -> tuple[Reading, ...]:
    reason = Text(
        "sumber hanya menyebut singkatannya; kepanjangannya kami yang menuliskan",
        "the source gives the letters only; the name in full is ours",
    )
    return (Reading(word=letters, read_as=name, reason=reason),)


_PKH_TEXT = cite_kotawaringin_barat("C.2.e.2")
_POOR_TEXT = cite_kotawaringin_barat("C.2.g")
_BPNT_TEXT = cite_kotawaringin_barat("C.2.g.4")
_POLICY = _kapuas("alinea 7")
_LIST = _kapuas("alinea 6")
_PLANS = _kapuas("alinea 8")
_RECIPIENTS_2020 = _kapuas("alinea 10")

_MANDIRI = Text("PT. Bank Mandiri", "PT. Bank Mandiri")
_BNI = Text("PT. Bank BNI (Persero) Tbk", "PT. Bank BNI (Persero) Tbk")
_ON_THE_LIST = Text(
    "warga yang tercatat dalam DTKS, basis data program lintas kementerian/lembaga",
    "people on the DTKS list, which programmes of several ministries draw on",
)
_KUBE_WHAT = Text(
    "bantuan modal atau sarana usaha bagi fakir miskin yang berusaha bersama dalam kelompok (KUBE)",
    "capital or equipment for destitute people who run a business together as a group (KUBE)",
)
_IN_A_GROUP = Condition(
    code="in_a_group",
    text=Text(
        "Bantuan diberikan dengan pendekatan kelompok usaha bersama, bukan kepada satu keluarga sendiri.",
        "The aid goes to a joint business group, not to one family by itself.",
    ),
    citation=cite_kotawaringin_barat("C.2.g.1"),
)


def _kube(code: str, name: Text, setting: Text, row: str, *words: str) -> Program:
    return Program(
        code,
        name,
        words=words,
        what=_KUBE_WHAT,
        for_whom=Text(f"keluarga fakir miskin di {setting.id}", f"destitute families (fakir miskin) {setting.en}"),
        funding="APBN",
        conditions=(_IN_A_GROUP,),
        citations=(cite_kotawaringin_barat("C.2.g.1"), _fund(row)),
    )


_KNOWN: tuple[Program, ...] = (
    Program(
        "PKH",
        Text("Program Keluarga Harapan (PKH)", "Family Hope Programme (PKH)"),
        words=("program keluarga harapan", "program keluarga sejahtera (pkh)", "family hope programme"),
        what=Text(
            "bantuan uang nontunai bersyarat bagi rumah tangga sangat miskin",
            "conditional aid in money, paid without cash, for very poor households",
        ),
        for_whom=Text(
            "rumah tangga sangat miskin (RTSM) yang memiliki ibu hamil, nifas atau menyusui, anak balita, anak 5–7 "
            "tahun yang belum masuk SD, anak usia SD atau SMP, atau anak 15–18 tahun yang belum menyelesaikan "
            "pendidikan dasar",
            "very poor households (RTSM) with a mother who is pregnant, has just given birth or breastfeeds, a child "
            "under five, a child of 5–7 not yet in primary school, a child of primary or junior secondary age, or a "
            "child of 15–18 who has not finished basic education",
        ),
        funding="APBN",
        channels=(_MANDIRI,),
        conditions=(
            Condition(
                code="school_attendance",
                text=Text(
                    "Anak disekolahkan dengan tingkat kehadiran tertentu; teks tidak menyebut berapa, maka tidak ada "
                    "batas yang diterapkan.",
                    "Children are sent to school with a certain attendance; the text does not say how much, so no "
                    "threshold is applied.",
                ),
                citation=_PKH_TEXT,
            ),
            Condition(
                code="health_checks",
                text=Text(
                    "Kesehatan diperiksakan, dan/atau kecukupan gizi dan pola hidup sehat anak dan ibu hamil "
                    "diperhatikan.",
                    "Health is checked, and/or the nutrition and healthy living of children and pregnant women are "
                    "looked after.",
                ),
                citation=_PKH_TEXT,
            ),
        ),
        readings=(
            Reading(
                word="Program Keluarga Sejahtera (PKH)",
                read_as="Program Keluarga Harapan (PKH)",
                reason=Text(
                    "tabel 17 mencetak nama lain di samping singkatan yang sama",
                    "table 17 prints another name beside the same letters",
                ),
            ),
        ),
        citations=(_PKH_TEXT, _fund("1"), _office("3"), _POLICY, _RECIPIENTS_2020),
    ),
    Program(
        "BPNT",
        Text("Bantuan Pangan Non Tunai (BPNT)", "Non-cash Food Aid (BPNT)"),
        words=("bantuan pangan non tunai", "bantuan pangan nontunai", "non-cash food aid"),
        what=Text(
            "bantuan di kartu (KKS) untuk membeli bahan pangan, pengganti beras sejahtera",
            "aid on a card (KKS) to buy food with; it took the place of the rice for the poor",
        ),
        for_whom=Text(
            "keluarga penerima manfaat (KPM), sebanyak kuota yang ditetapkan Menteri Sosial",
            "beneficiary families (KPM), as many as the quota that the Minister of Social Affairs sets",
        ),
        funding="APBN",
        channels=(
            Text("Kartu Keluarga Sejahtera (KKS) masing-masing keluarga", "each family's card (KKS)"),
            Text(
                "agen atau toko yang bekerja sama dengan bank penyalur",
                "agents or shops that work with the paying bank",
            ),
            _MANDIRI,
        ),
        may_buy=("rice", "eggs"),
        conditions=(
            Condition(
                code="rice_or_eggs_only",
                text=Text(
                    "Bantuan hanya untuk membeli beras dan/atau telur di agen atau toko yang ditunjuk.",
                    "The aid buys rice and/or eggs only, at the agents or shops appointed.",
                ),
                citation=_BPNT_TEXT,
            ),
        ),
        citations=(_BPNT_TEXT, _fund("8"), _office("2"), _POLICY, _RECIPIENTS_2020),
    ),
    Program(
        "ASLUT",
        Text("Asistensi Lanjut Usia (ASLUT)", "Assistance for the Elderly (ASLUT)"),
        words=(
            "asistensi lanjut usia",
            "jaminan sosial lanjut usia",
            "jaminan sosial asistensi usia lanjut (aslut)",
            "assistance for the elderly",
        ),
        what=Text("jaminan sosial bagi lanjut usia yang miskin", "social security for elderly people who are poor"),
        for_whom=Text("lanjut usia yang miskin", "elderly people who are poor"),
        funding="APBN",
        channels=(_BNI,),
        conditions=(
            Condition(
                code="quota",
                text=Text(
                    "Jumlah penerima dibatasi kuota dari pemerintah pusat (Kotawaringin Barat: 92 orang).",
                    "The number of recipients is limited by a quota of the central government (Kotawaringin Barat: "
                    "92 people).",
                ),
                citation=cite_kotawaringin_barat("C.2.b"),
            ),
        ),
        citations=(cite_kotawaringin_barat("C.2.b"), _fund("2"), _office("4")),
    ),
    Program(
        "ASPDB",
        Text(
            "Asistensi Sosial Penyandang Disabilitas Berat (ASPDB)",
            "Social Assistance for People with Severe Disabilities (ASPDB)",
        ),
        words=("asistensi sosial penyandang disabilitas berat", "asistensi penyandang disabilitas berat"),
        what=Text(
            "bantuan sosial bulanan melalui sistem jaminan sosial",
            "monthly social aid through the system of social security",
        ),
        for_whom=Text("penyandang disabilitas berat", "people with severe disabilities"),
        funding="APBN",
        channels=(_BNI,),
        conditions=(
            Condition(
                code="criteria_not_given",
                text=Text(
                    'Bantuan diberikan "sesuai kriteria"; teks tidak menyebut kriterianya, maka tidak ada yang '
                    "diterapkan di sini.",
                    'The aid is given "by the criteria"; the text does not say which, so none is applied here.',
                ),
                citation=cite_kotawaringin_barat("C.2.c, huruf c"),
            ),
        ),
        citations=(cite_kotawaringin_barat("C.2.c, huruf c"), _fund("3"), _office("4")),
    ),
    Program(
        "FAKIR_MISKIN",
        Text("Program Penanganan Fakir Miskin", "Programme for the Destitute (fakir miskin)"),
        words=("penanganan fakir miskin", "pemberdayaan fakir miskin", "program fakir miskin"),
        what=Text(
            "penanganan keluarga fakir miskin: usaha bersama (KUBE), data kemiskinan, rekomendasi BPJS, BPNT",
            "work for destitute families: joint businesses (KUBE), data on poverty, letters for BPJS, BPNT",
        ),
        for_whom=Text(
            "keluarga fakir miskin yang tidak mempunyai mata pencaharian atau yang mata pencahariannya tidak "
            "mencukupi kebutuhan dasar, di desa, kota atau pesisir; dan keluarga fakir miskin yang pendapatannya turun "
            "sementara, misalnya karena bencana atau PHK",
            "destitute families without a livelihood, or with one that does not meet their basic needs, in villages, "
            "towns or on the coast; and destitute families whose income has fallen for a time, as by a disaster or by "
            "losing their work",
        ),
        citations=(_POOR_TEXT,),
    ),
    _kube(
        "KUBE_URBAN",
        Text("KUBE Perkotaan", "Urban Joint Business Groups (KUBE)"),
        Text("perkotaan", "in towns"),
        "4",
        "kelompok usaha bersama perkotaan",
        "kube kota",
    ),
    _kube(
        "KUBE_RURAL",
        Text("KUBE Perdesaan", "Rural Joint Business Groups (KUBE)"),
        Text("perdesaan", "in villages"),
        "5",
        "kelompok usaha bersama perdesaan",
        "kube pedesaan",
        "kube desa",
    ),
    _kube(
        "KUBE_COASTAL",
        Text("KUBE Pesisir", "Coastal Joint Business Groups (KUBE)"),
        Text("pesisir", "on the coast"),
        "6",
        "kelompok usaha bersama pesisir",
    ),
    Program(
        "UEP_COASTAL",
        Text("Usaha Ekonomi Produktif (UEP) Pesisir", "Coastal Productive Economic Businesses (UEP)"),
        words=("uep pesisir", "usaha ekonomi produktif pesisir", "usaha ekonomis produktif pesisir"),
        funding="APBN",
        citations=(_fund("7"),),
    ),
    Program(
        "RASTRA",
        Text("Beras Sejahtera (Rastra)", "Rice for the Poor (Rastra)"),
        words=("beras sejahtera", "bantuan beras sejahtera", "rice for the poor"),
        what=Text("bantuan beras, yang beralih menjadi BPNT", "aid in rice, which was turned into BPNT"),
        channels=(Text("Bulog", "Bulog"),),
        citations=(_office("2"), _BPNT_TEXT),
    ),
    Program(
        "BST",
        Text("Bantuan Sosial Tunai (BST)", "Social Aid in Cash (BST)"),
        words=("bantuan sosial tunai",),
        funding="APBN",
        readings=_letters("BST", "Bantuan Sosial Tunai"),
        citations=(_POLICY, _RECIPIENTS_2020),
    ),
    Program(
        "BLT",
        Text("Bantuan Langsung Tunai (BLT)", "Direct Cash Aid (BLT)"),
        words=("bantuan langsung tunai",),
        funding="APBD",
        readings=_letters("BLT", "Bantuan Langsung Tunai"),
        citations=(_RECIPIENTS_2020,),
    ),
    Program(
        "PBI_JKN",
        Text(
            "Penerima Bantuan Iuran Jaminan Kesehatan Nasional (PBI JKN)",
            "National Health Insurance with the Contribution Paid (PBI JKN)",
        ),
        words=("pbi", "pbi jkn", "bpjs pbi", "bpjs kesehatan pbi", "penerima bantuan iuran", "bantuan iuran"),
        what=Text(
            "bantuan iuran jaminan kesehatan bagi masyarakat miskin",
            "the contribution to health insurance, paid for poor people",
        ),
        for_whom=Text("masyarakat miskin", "poor people"),
        channels=(Text("BPJS", "BPJS"),),
        readings=(
            Reading(
                word="bantuan iuran jaminan kesehatan; BPJS PBI",
                read_as="PBI JKN",
                reason=Text(
                    "sumber tidak menulis JKN; jaminan kesehatan yang diselenggarakan BPJS adalah JKN",
                    "the source does not write JKN; the health insurance that BPJS runs is JKN",
                ),
            ),
        ),
        citations=(_office("6"), cite_kotawaringin_barat("C.2.g.2–3")),
    ),
    Program(
        "KIS",
        Text("Kartu Indonesia Sehat (KIS)", "Healthy Indonesia Card (KIS)"),
        words=("kartu indonesia sehat",),
        for_whom=_ON_THE_LIST,
        readings=_letters("KIS", "Kartu Indonesia Sehat"),
        citations=(_LIST,),
    ),
    Program(
        "KIP",
        Text("Kartu Indonesia Pintar (KIP)", "Smart Indonesia Card (KIP)"),
        words=("kartu indonesia pintar",),
        for_whom=_ON_THE_LIST,
        readings=_letters("KIP", "Kartu Indonesia Pintar"),
        citations=(_LIST,),
    ),
    Program(
        "HOUSE_REPAIR",
        Text("Bedah Rumah", "House Repair (bedah rumah)"),
        words=("bedah rumah",),
        for_whom=_ON_THE_LIST,
        citations=(_LIST,),
    ),
    Program(
        "ELECTRICITY_SUBSIDY",
        Text("Subsidi Listrik", "Electricity Subsidy"),
        for_whom=_ON_THE_LIST,
        citations=(_LIST,),
    ),
    Program("GAS_SUBSIDY", Text("Subsidi Gas", "Gas Subsidy"), for_whom=_ON_THE_LIST, citations=(_LIST,)),
    Program(
        "DISABILITY_AID",
        Text("Bantuan untuk Penyandang Disabilitas", "Aid for People with Disabilities"),
        words=("bantuan penyandang disabilitas",),
        for_whom=Text("penyandang disabilitas", "people with disabilities"),
        citations=(_PLANS,),
    ),
    Program(
        "HEALTH_APBD",
        Text("Jaminan Sosial Kesehatan Masyarakat (APBD)", "Health Security from the District's Budget (APBD)"),
        words=("jaminan sosial kesehatan masyarakat", "jaminan kesehatan apbd"),
        funding="APBD",
        channels=(Text("Dinas Sosial", "the social office (Dinas Sosial)"),),
        citations=(_PLANS,),
    ),
    Program(
        "DISASTER_AID",
        Text(
            "Bantuan Sosial Korban Bencana Alam dan Bencana Sosial",
            "Social Aid for Victims of Natural and Social Disasters",
        ),
        words=("bantuan sosial korban bencana", "bantuan korban bencana"),
        what=Text(
            "pemenuhan kebutuhan dasar korban bencana dalam fase tanggap darurat",
            "meeting the basic needs of victims in the emergency phase of a disaster",
        ),
        for_whom=Text(
            "warga, perorangan, keluarga atau kelompok, yang mengalami bencana alam atau bencana sosial",
            "people, families or groups struck by a natural or a social disaster",
        ),
        channels=(
            Text(
                "Kementerian Sosial melalui Dinas Sosial Provinsi",
                "the Ministry, through the province's social office",
            ),
        ),
        citations=(cite_kotawaringin_barat("C.2.e.1"), cite_kotawaringin_barat("A.4.c")),
    ),
    Program(
        "SLRT",
        Text("Sistem Layanan dan Rujukan Terpadu (SLRT)", "Integrated Service and Referral System (SLRT)"),
        words=("sistem layanan dan rujukan terpadu",),
        what=Text(
            "layanan yang mengenali kebutuhan dan keluhan warga miskin dan rentan lalu merujuknya ke program yang ada",
            "a service that learns what poor and vulnerable people need or complain of and refers them to programmes",
        ),
        for_whom=Text(
            "masyarakat miskin dan rentan dalam Daftar Penerima Manfaat",
            "poor and vulnerable people on the list of beneficiaries",
        ),
        citations=(cite_kotawaringin_barat("C.2.f.4"),),
    ),
    Program(
        "LK3",
        Text("Lembaga Konsultasi Kesejahteraan Keluarga (LK3)", "Family Welfare Consultation Centre (LK3)"),
        words=("lembaga konsultasi kesejahteraan keluarga",),
        what=Text(
            "informasi, konsultasi, konseling, advokasi dan rujukan",
            "information, consultation, counselling, advocacy and referral",
        ),
        for_whom=Text(
            "perorangan dan keluarga yang mengalami masalah sosial psikologis",
            "people and families with social and psychological troubles",
        ),
        citations=(cite_kotawaringin_barat("C.2.f.3"),),
    ),
)
PROGRAMS: tuple[Program, ...] = well_known(_KNOWN)
"""Every programme that the two reports name."""
