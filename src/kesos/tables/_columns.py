"""The columns of what goes out and comes in, each once: its heads in both languages, and what else offices print there.

A head names the first field one of whose heads or words it is. Where another head stands over it, that one decides
first: "RB" under "Rumah" is a house, elsewhere a building.
"""

from __future__ import annotations

from collections.abc import Iterable

from kesos._sheets._fields import Field, Kind
from kesos.values import Text


def _each(line: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in line.split("|") if word.strip())


def column(code: str, kind: Kind, heads: str, words: str = "", hxl: str = "", over: str = "") -> Field:
    """A field with its words in a line: "Indonesian | English" over it, others with a stroke between them."""
    indonesian, english = _each(heads)
    return Field(code, kind, Text(indonesian, english), _each(words), group=_each(over), hxl=hxl)


_VICTIMS = (
    "Korban | Korban jiwa | Jumlah korban | Korban manusia | Terdampak | Penduduk terdampak | Warga terdampak"
    " | Masyarakat terdampak | Kelompok rentan | Kelompok umur | Victims | Casualties | People | Affected"
    " | Affected population | Human"
)
_DAMAGE = (
    "Kerusakan | Kerusakan bangunan | Jenis dan jumlah kerusakan bangunan | Jumlah kerusakan | Bangunan"
    " | Bangunan rusak | Kerugian | Kerugian material | Kerugian materiil | Kerugian materi | Damage"
    " | Kerusakan fisik | Kerusakan material | Kerusakan materiil"
    " | Damaged buildings | Buildings | Losses"
)
_HOUSES = (
    "Rumah | Rumah rusak | Kerusakan rumah | Kerusakan rumah warga | Rumah penduduk | Rumah warga | Rumah masyarakat"
    " | Bangunan rumah | Unit rumah | Rumah terdampak | Perumahan | Tempat tinggal"
    " | Houses | Damaged houses"
)
_WHERE = (
    "Lokasi | Lokasi terdampak | Wilayah terdampak | Identitas | Lokasi kejadian | Lokasi bencana | Tempat"
    " | Tempat kejadian | Wilayah | Alamat | Location | Place"
)
_WHEN = "Waktu | Hari | Waktu kejadian | Tanggal | Tanggal kejadian | Periode | Period | Date | Time"
_WHERE_AND_WHEN = f"{_WHERE} | {_WHEN}"
_LOSSES = "Kerugian | Taksiran kerugian | Tafsiran kerugian dan korban | Kerugian dan korban | Losses | Loss"
_STRUCK = f"{_DAMAGE} | Korban | {_LOSSES}"
_IN_HOUSES = f"{_HOUSES} | {_DAMAGE} | {_LOSSES}"
_INJURED = "Luka | Luka-luka | Korban luka | Korban | Injured"


def source_columns(of: str, indonesian: str, english: str, hxl: str) -> tuple[Field, ...]:
    parts = (
        ("regulation", "Sumber", "Source"),
        ("locator", "Letak dalam sumber", "Place in the source"),
        ("quoted_in", "Dikutip dalam", "Quoted in"),
        ("known", "Cara diketahui", "How it is known"),
        ("table", "Tabel sumber", "Source table"),
        ("row", "Baris sumber", "Source row"),
        ("column", "Kolom sumber", "Source column"),
    )
    return tuple(
        Field(
            f"{of}.{code}", "choice" if code == "known" else "text", Text(f"{one}{indonesian}", f"{two}{english}"),
            hxl=f"#meta+source{hxl}+{code}",
        )
        for code, one, two in parts
    )  # fmt: skip


EVENT: tuple[Field, ...] = (
    column("number", "text", "No. kejadian | Event no.", "Nomor kejadian | ID kejadian | Kode kejadian | Kejadian ke"
        " | Event | Event ID | Event number | event_id | id_kejadian", "#event+id"),
    column("hazard", "hazard", "Jenis bencana | Hazard", "Bencana | Jenis | Jenis kejadian | Kejadian | Nama bencana"
        " | Kejadian bencana | Jenis kejadian bencana | Peristiwa | Nama kejadian | Jenis musibah | Musibah"
        " | Disaster | Disaster type | disaster_type | Type of disaster | Hazard type | Type", "#event+type"),
    column("hazard.code", "text", "Kode jenis bencana | Hazard code", "hazard_code", "#event+type+code"),
    column("hazard.name.id", "text", "Nama jenis bencana (Indonesia) | Hazard name (Indonesian)", "",
        "#event+type+name+i_id"),
    column("hazard.name.en", "text", "Nama jenis bencana (Inggris) | Hazard name (English)", "",
        "#event+type+name+i_en"),
    column("place", "text", "Lokasi | Place", "Lokasi kejadian | Lokasi bencana | Lokasi kejadian bencana | Tempat"
        " | Tempat kejadian | Tempat bencana | Alamat | Alamat kejadian | Daerah | Wilayah | Desa/Kelurahan"
        " | Kelurahan/Desa | Desa / Kelurahan | Desa | Kelurahan | Nama desa | Kabupaten/Kota | Kab/Kota | Kabupaten"
        " | Kota | nama_kabupaten_kota | Desa/Kecamatan | Desa/Kec. | Kelurahan/Kecamatan | Kel./Kec. | Kel./Kecamatan"
        " | Desa/Kelurahan/Kecamatan | Desa/Kel./Kec. | Desa/Kel./Kecamatan | Desa/Kel. | Kel./Desa | Kecamatan/Desa"
        " | Kec./Desa | Kecamatan/Kelurahan | Kec./Kel. | Kecamatan/Desa/Kelurahan | Kec./Desa/Kel. | Location"
        " | Village | City | City/regency | Regency | Where", "#loc+name",
        _WHERE_AND_WHEN),
    column("place.district", "text", "Kecamatan | District", "Kec. | Kec | Nama kecamatan | nama_kecamatan"
        " | Sub-district | Subdistrict | place_district", "#adm3+name", _WHERE_AND_WHEN),
    column("place.code", "text", "Kode wilayah | Area code", "Kode daerah | Kode Kemendagri | Kode desa"
        " | Kode kabupaten/kota | kode_kabupaten_kota | city_id | P-code | pcode", "#loc+code", _WHERE_AND_WHEN),
    column("locality", "text", "Tempat terdampak | Locality", "Lokasi terdampak | Desa terdampak | Rincian lokasi"
        " | Affected place | Affected village", "#loc+affected+name"),
    column("locality.district", "text", "Kecamatan tempat terdampak | Locality district", "", "#adm3+affected+name"),
    column("locality.code", "text", "Kode tempat terdampak | Locality code", "", "#loc+affected+code"),
    column("period", "period", "Tanggal | Date", "Tgl | Tgl. | Tanggal kejadian | Tgl kejadian | Tanggal bencana"
        " | Waktu | Waktu kejadian | Hari/Tanggal | Hari, tanggal | Hari dan tanggal | Tanggal mulai | Mulai"
        " | Tanggal/Waktu | Tanggal, bulan, tahun | Tgl/bln/thn | Hari, tanggal, bulan, tahun"
        " | Waktu kejadian bencana | Bulan | Periode | Period | Day | When | Start | Start date"
        " | Event date | occurred_at", "#date+occurred+start", _WHERE_AND_WHEN),
    column("period.end", "day", "Sampai tanggal | Until", "s.d. | s/d | Sampai | Sampai dengan | Tanggal selesai"
        " | Selesai | Tanggal berakhir | Berakhir | End | End date", "#date+occurred+end", _WHERE_AND_WHEN),
    column("families", "count", "KK | Families", "Jumlah KK | KK terdampak | Terdampak KK | Keluarga | Kepala keluarga"
        " | Jumlah keluarga | KK (KK) | Korban KK | Jumlah kepala keluarga | Keluarga terdampak | Family"
        " | Affected families | Heads of families", "#affected+hh",
        f"{_VICTIMS} | {_LOSSES}"),
    column("people", "count", "Jiwa | People", "Jumlah jiwa | Orang | Jiwa terdampak | Terdampak jiwa"
        " | Penduduk terdampak | Jumlah orang | Person | Persons | Affected | Affected people"
        " | People affected | Number of people", "#affected+ind",
        f"{_VICTIMS} | {_LOSSES}"),
    column("families_and_people", "kk_jiwa", "KK/Jiwa | Families/People", "KK / Jiwa | Jumlah KK/Jiwa | KK-Jiwa"
        " | KK dan Jiwa | Jumlah KK dan Jiwa | Korban | Korban (KK/Jiwa)", "",
        f"{_VICTIMS} | {_LOSSES}"),
    column("damage.heavy", "count", "Rusak berat (unit) | Heavily damaged (buildings)", "RB | Rusak berat | R. Berat"
        " | R.Berat | Berat | Bangunan rusak berat | Heavy | Heavily damaged | Heavy damage",
        "#impact+building+heavy", _DAMAGE),
    column("damage.light", "count", "Rusak ringan (unit) | Lightly damaged (buildings)", "RR | Rusak ringan | R. Ringan"
        " | R.Ringan | Ringan | Bangunan rusak ringan | Light | Lightly damaged | Light damage",
        "#impact+building+light", _DAMAGE),
    column("damage.houses", "count", "Rumah rusak (unit) | Damaged houses", "RMH | Rumah | Rumah rusak | Rmh rusak"
        " | Jumlah rumah | Jumlah rumah rusak | Kerusakan rumah | Houses | House | damaged_house"
        " | Houses damaged", "#impact+house+damaged", _STRUCK),
    column("damage.businesses", "count", "Tempat usaha rusak (unit) | Damaged places of business", "Tempat usaha"
        " | Usaha | Kios | Ruko | Toko | Toko/Kios | Kios/Toko | Ruko/Kios | Businesses | Places of business",
        "#impact+business+damaged", _STRUCK),
    column("damage.public_facilities", "count", "Kantor/fasilitas umum rusak (unit) | Damaged public facilities",
        "Kantor/Fasilitas Umum | Fasilitas umum | Fasum | Kantor | Fasum/Fasos | Sarana umum | Kantor/Fasum"
        " | Fasilitas umum rusak | Fasilitas | Fasilitas rusak | Public facilities | damaged_facility | Facilities",
        "#impact+facility+damaged", _STRUCK),
    column("loss", "amount", "Taksiran kerugian (Rp) | Estimated loss (Rp)", "Kerugian | Taksiran kerugian"
        " | Tafsiran kerugian | Tafsiran kerugian (Rp) | Perkiraan kerugian | Perkiraan kerugian (Rp) | Kerugian (Rp)"
        " | Kerugian (Rp.) | Jumlah kerugian | Jumlah kerugian (Rp) | Nilai kerugian | Estimasi kerugian"
        " | Kerugian materi | Kerugian material | Kerugian materiil | Loss | Losses | Estimated loss | Loss (Rp)"
        " | Loss (IDR)", "#value+loss+idr", f"{_LOSSES} | Kerusakan"),
    column("counts.dead", "count", "Meninggal dunia (jiwa) | Dead (people)", "Meninggal | Meninggal dunia | MD | M.D."
        " | Tewas | Korban meninggal | Korban meninggal dunia | Jumlah meninggal | Korban tewas | Dead | Death | Deaths"
        " | Killed", "#affected+killed", _VICTIMS),
    column("counts.missing", "count", "Hilang (jiwa) | Missing (people)", "Hilang | Korban hilang | Orang hilang"
        " | Missing | missing_person | Missing people", "#affected+missing", _VICTIMS),
    column("counts.injured", "count", "Luka-luka (jiwa) | Injured (people)", "Luka-luka | Luka | Luka luka | Terluka"
        " | Korban luka | Korban luka-luka | Injured | injured_person | Injuries", "#affected+injured",
        _VICTIMS),
    column("counts.injured[serious]", "count", "Luka berat (jiwa) | Seriously injured (people)", "Luka berat | LB"
        " | L. Berat | Berat | Seriously injured | Serious injuries", "#affected+injured+serious",
        _INJURED),
    column("counts.injured[minor]", "count", "Luka ringan (jiwa) | Slightly injured (people)", "Luka ringan | LR"
        " | L. Ringan | Ringan | Slightly injured | Minor injuries", "#affected+injured+minor",
        _INJURED),
    column("counts.displaced", "count", "Mengungsi (jiwa) | Displaced (people)", "Mengungsi | Pengungsi"
        " | Jumlah pengungsi | Jiwa mengungsi | Displaced | Evacuated | Evacuees", "#affected+displaced", _VICTIMS),
    column("counts.suffering", "count", "Menderita (jiwa) | Affected (people)", "Menderita | Penderita | Penyintas"
        " | Menderita/terdampak | Terdampak/menderita | Suffering", "#affected+ind+suffering", _VICTIMS),
    column("counts.infant", "count", "Bayi (jiwa) | Infants (people)", "Bayi | Infants", "#affected+infants", _VICTIMS),
    column("counts.under_five", "count", "Balita (jiwa) | Children under five (people)", "Balita | Anak balita"
        " | Children under five | Under five", "#affected+children+age_0_4", _VICTIMS),
    column("counts.child", "count", "Anak-anak (jiwa) | Children (people)", "Anak-anak | Anak | Children",
        "#affected+children", _VICTIMS),
    column("counts.elderly", "count", "Lanjut usia (jiwa) | Elderly people (people)", "Lanjut usia | Lansia | Elderly"
        " | Elderly people", "#affected+elderly", _VICTIMS),
    column("counts.pregnant", "count", "Ibu hamil (jiwa) | Pregnant women (people)", "Ibu hamil | Bumil | Hamil"
        " | Pregnant | Pregnant women", "#affected+f+pregnant", _VICTIMS),
    column("counts.disabled", "count", "Penyandang disabilitas (jiwa) | People with disabilities (people)",
        "Penyandang disabilitas | Disabilitas | Difabel | People with disabilities | Disabled",
        "#affected+disabled", _VICTIMS),
    column("counts.household", "count", "Rumah tangga (rumah tangga) | Households (households)", "Rumah tangga"
        " | Jumlah rumah tangga | Ruta | Households", "#affected+hh+household", _VICTIMS),
    column("counts.building", "count", "Jumlah bangunan dalam pendataan (unit) | Buildings counted", "",
        "#impact+building"),
    column("counts.building[heavy]", "count", "Bangunan rusak berat dalam pendataan (unit)"
        " | Buildings counted as heavily damaged", "", "#impact+building+counted+heavy"),
    column("counts.building[moderate]", "count", "Bangunan rusak sedang (unit) | Buildings moderately damaged", "RS"
        " | Rusak sedang | Sedang | R. Sedang | Moderate | Moderately damaged", "#impact+building+moderate", _DAMAGE),
    column("counts.building[light]", "count", "Bangunan rusak ringan dalam pendataan (unit)"
        " | Buildings counted as lightly damaged", "", "#impact+building+counted+light"),
    column("counts.house", "count", "Jumlah rumah dalam pendataan (unit) | Houses counted", "", "#impact+house"),
    column("counts.house[heavy]", "count", "Rumah rusak berat (unit) | Houses heavily damaged", "Rumah rusak berat"
        " | Rumah RB | RB | Rusak berat | Berat | R. Berat | Heavy", "#impact+house+heavy", _IN_HOUSES),
    column("counts.house[moderate]", "count", "Rumah rusak sedang (unit) | Houses moderately damaged",
        "Rumah rusak sedang | Rumah RS | RS | Rusak sedang | Sedang | R. Sedang | Moderate", "#impact+house+moderate",
        _IN_HOUSES),
    column("counts.house[light]", "count", "Rumah rusak ringan (unit) | Houses lightly damaged", "Rumah rusak ringan"
        " | Rumah RR | RR | Rusak ringan | Ringan | R. Ringan | Light", "#impact+house+light", _IN_HOUSES),
    column("counts.house_flooded", "count", "Rumah terendam (unit) | Houses under water", "Terendam | Rumah terendam"
        " | Rumah tergenang | Tergenang | Terendam banjir | flooded_house | Houses flooded | Flooded",
        "#impact+house+flooded", f"{_HOUSES} | {_STRUCK}"),
    column("counts.business", "count", "Tempat usaha dalam pendataan (unit) | Places of business counted", "",
        "#impact+business"),
    column("counts.public_facility", "count", "Kantor/fasilitas umum dalam pendataan (unit)"
        " | Public facilities counted", "", "#impact+facility"),
    column("reported_by", "text", "Dilaporkan oleh | Reported by", "Pelapor | Sumber laporan | Nama pelapor | Reporter",
        "#contact+reported"),
    *source_columns("source", " kejadian", " of the event", ""),
    *source_columns("locality.source", " tempat terdampak", " of the locality", "+loc"),
)  # fmt: skip
"""An event: one row for each of its localities, all with the same number. `families_and_people` is only read."""

_MONEY = (
    "Anggaran | Pagu | Pagu anggaran | APBD | Belanja | Keuangan | Dana | Alokasi | Anggaran dan realisasi"
    " | Target dan realisasi | Realisasi anggaran | Realisasi keuangan | Penyerapan anggaran | Belanja daerah"
    " | Belanja langsung | Belanja tidak langsung"
    " | Anggaran belanja | Budget"
)
_SPENT = f"Realisasi | Serapan | Penyerapan | Capaian | Realised | Realized | {_MONEY}"
_OF_TWO = ("murni", "awal", "induk", "perubahan", "sebelum perubahan", "setelah perubahan", "sesudah perubahan")
_CEILINGS = " | ".join(
    ("Sebelum perubahan", "Setelah perubahan", "Sesudah perubahan", "Semula", "Menjadi", "APBD-P", "APBDP", "P-APBD",
     "DPPA", "DPA-P", *(f"{of} {which}" for of in ("Pagu", "Pagu anggaran", "Anggaran", "Alokasi", "APBD", "DPA")
                        for which in _OF_TWO))
)  # fmt: skip
"""What stands over a ceiling that was changed within the year, and over what it was changed to."""

BUDGET: tuple[Field, ...] = (
    column("account", "code", "Kode rekening | Account code", "Kode | No. rekening | Nomor rekening | Kode akun | Akun"
        " | Kode rek. | Kode anggaran | Kode program/kegiatan | Code | Account no. | Account number", "#activity+code"),
    column("name", "text", "Uraian | Line", "Nama rekening | Uraian rekening | Jenis belanja | Belanja | Rekening"
        " | Nama | Program/Kegiatan | Program dan kegiatan | Kegiatan | Sub kegiatan | Keterangan anggaran | Name"
        " | Description | Account", "#activity+name"),
    column("kind", "choice", "Jenis belanja (langsung/tidak langsung) | Kind of spending", "Kelompok belanja"
        " | Sifat belanja | Kind", "#activity+type"),
    column("program", "text", "Program | Programme", "Nama program | Program kerja | Program name",
        "#activity+programme"),
    column("ceiling", "amount", "Pagu (Rp) | Ceiling (Rp)", "Pagu | Pagu anggaran | Pagu anggaran (Rp) | Anggaran"
        " | Anggaran (Rp) | Jumlah anggaran | Jumlah anggaran (Rp) | Alokasi | Alokasi (Rp) | Alokasi anggaran"
        f" | Alokasi dana | APBD | DPA | Plafon | Target | Ceiling | Budget | Allocation | {_CEILINGS}",
        "#value+allocated+idr", _MONEY),
    column("realized", "amount", "Realisasi (Rp) | Realised (Rp)", "Realisasi | Realisasi anggaran"
        " | Realisasi keuangan | Realisasi keuangan (Rp) | Realisasi anggaran (Rp) | Serapan | Serapan (Rp)"
        " | Penyerapan | Realised | Realized | Realisation | Spent | Expenditure", "#value+spent+idr", _SPENT),
    column("realized.minimum", "amount", "Realisasi paling sedikit (Rp) | Realised at least (Rp)", "",
        "#value+spent+idr+min"),
    column("realized.maximum", "amount", "Realisasi paling banyak (Rp) | Realised at most (Rp)", "",
        "#value+spent+idr+max"),
    column("unit", "text", "Satuan | Unit", "Sat."),
    column("realized_percent", "percent", "Realisasi (%) | Realised (%)", "% | Persen | Persentase | Persentase (%)"
        " | Capaian (%) | Serapan (%) | Realisasi % | % realisasi | Penyerapan (%) | Persentase realisasi"
        " | Percentage | Percent | Realised %", "#value+spent+pct", _SPENT),
    *source_columns("source", " angka", " of the figures", ""),
)  # fmt: skip
"""A line of a budget; its account is only read, and so is a unit, which is to be rupiah."""

_TARGETED = (
    "Penerima | Penerima bantuan | Target | Penerima manfaat | Keluarga penerima manfaat | Sasaran | Kuota"
    " | Alokasi | KPM | Quota"
)

QUOTA: tuple[Field, ...] = (
    column("area", "text", "Wilayah | Area", "Kecamatan | Kec. | Desa | Kelurahan | Desa/Kelurahan | Kelurahan/Desa"
        " | Kecamatan/Desa | Desa/Kecamatan | Kecamatan/Kelurahan | Kelurahan/Kecamatan | Kecamatan/Desa/Kelurahan"
        " | Kabupaten | Kabupaten/Kota | Kota | Nama kecamatan | Nama wilayah | Lokasi | Daerah | District | Village"
        " | Regency", "#loc+name"),
    column("families", "count", "KPM | Families", "KK | Keluarga | Jumlah KPM | Jumlah KK | Jumlah keluarga | Kuota"
        " | Kuota KPM | Kuota KK | Jumlah kuota | Penerima | Jumlah penerima | RTS | RTSM | Keluarga penerima manfaat"
        " | Beneficiary families | Quota", "#targeted+hh", _TARGETED),
    column("people", "count", "Jiwa | People", "Jumlah jiwa | Orang | Kuota jiwa | Jumlah orang | Persons"
        " | Individuals", "#targeted+ind", _TARGETED),
    column("budget", "amount", "Anggaran (Rp) | Budget (Rp)", "Anggaran | Pagu | Pagu (Rp) | Dana | Dana (Rp) | Alokasi"
        " | Alokasi dana | Alokasi (Rp) | Jumlah dana | Jumlah dana (Rp) | Jumlah anggaran (Rp) | Budget | Allocation",
        "#value+allocated+idr", f"{_TARGETED} | Anggaran | Pagu | Dana"),
    *source_columns("source", " angka", " of the figures", ""),
)  # fmt: skip
"""A quota: the whole in one row, and one for each area inside."""

HOUSEHOLD: tuple[Field, ...] = (
    column("household.reference", "text", "Kode rumah tangga | Household reference", "No. rumah tangga"
        " | Nomor rumah tangga | ID rumah tangga | Kode keluarga | ID keluarga | No. keluarga | Household | Family"
        " | Household ID", "#affected+hh+id"),
    column("household.members_complete", "flag", "Semua anggota tercatat | All members are listed",
        "Anggota lengkap | Members complete"),
    column("household.very_poor", "flag", "Sangat miskin (RTSM) | Very poor (RTSM)",
        "Sangat miskin | RTSM | Very poor"),
    column("household.poor", "flag", "Miskin | Poor", "Keluarga miskin | Rumah tangga miskin | Gakin"),
    column("household.livelihood", "choice", "Mata pencaharian | Livelihood", "Sumber mata pencaharian | Penghasilan"),
    column("household.income_lost", "flag", "Pendapatan turun sementara | Income lost for a time",
        "Kehilangan pendapatan | Pendapatan hilang | Income lost"),
    column("household.setting", "choice", "Perkotaan/perdesaan/pesisir | Town, village or coast", "Tipe wilayah"
        " | Setting"),
    column("household.damage", "choice", "Kerusakan rumah | Damage to the house",
        "Rumah rusak | House damage | Damage"),
    column("household.clothing_need", "flag", "Membutuhkan sandang (penilaian petugas)"
        " | Needs clothing (an officer's judgement)", "Kebutuhan sandang | Clothing need"),
    column("household.kitchen_need", "flag", "Membutuhkan alat dapur (penilaian petugas)"
        " | Needs kitchen goods (an officer's judgement)", "Kebutuhan alat dapur | Kitchen need"),
    column("household.categories", "text", "Kategori PMKS rumah tangga | PMKS categories of the household",
        "PMKS keluarga | Household categories"),
    column("member", "count", "Anggota ke- | Member no.", "No. anggota | Nomor anggota | Member"),
    column("member.reference", "text", "Kode anggota | Member reference", "ID anggota | Member ID"),
    column("member.name", "text", "Nama | Name", "Nama anggota | Nama lengkap | Nama anggota keluarga | Full name"),
    column("member.sex", "choice", "Jenis kelamin | Sex", "JK | L/P | Kelamin | Gender"),
    column("member.birth_date", "day", "Tanggal lahir | Birth date", "Tgl lahir | Tgl. lahir | Date of birth | DOB"),
    column("member.age", "count", "Umur (tahun) | Age (years)", "Umur | Usia | Usia (tahun) | Age"),
    column("member.pregnant", "flag", "Hamil | Pregnant", "Ibu hamil | Bumil"),
    column("member.postpartum", "flag", "Nifas | Postpartum", "Masa nifas | Ibu nifas"),
    column("member.breastfeeding", "flag", "Menyusui | Breastfeeding", "Ibu menyusui | Busui"),
    column("member.schooling", "choice", "Jenjang sekolah | Schooling", "Sekolah | Pendidikan | School"),
    column("member.basic_education_finished", "flag", "Pendidikan dasar selesai | Basic education finished",
        "Tamat pendidikan dasar | Tamat SMP"),
    column("member.elderly", "flag", "Lanjut usia | Elderly", "Lansia"),
    column("member.disability", "flag", "Disabilitas | Disability", "Penyandang disabilitas | Difabel"),
    column("member.severe_disability", "flag", "Disabilitas berat | Severe disability", "Penyandang disabilitas berat"),
    column("member.categories", "text", "Kategori PMKS | PMKS categories", "PMKS | PPKS | Kategori | Categories"),
)  # fmt: skip
"""A household: one row for each member that is known; `household.` fields are the same in all of them."""


DELIVERY: tuple[Field, ...] = (
    column("place", "text", "Tempat | Place", "Lokasi | Desa | Kelurahan | Desa/Kelurahan | Tujuan | Penerima | Posko"
        " | Location | Village | Destination", "#loc+name"),
    column("place.district", "text", "Kecamatan | District", "Kec. | Kec", "#adm3+name"),
    column("place.code", "text", "Kode wilayah | Area code", "Kode desa | P-code", "#loc+code"),
    column("on", "day", "Tanggal | Date", "Tgl | Tgl. | Tanggal penyerahan | Tanggal penyaluran | Tanggal distribusi"
        " | Tanggal kirim | Waktu | Day | Delivered on", "#date+delivered"),
    column("item", "text", "Barang | Goods", "Jenis barang | Jenis bantuan | Nama barang | Bantuan | Uraian | Logistik"
        " | Item | Item name", "#item+name"),
    column("amount", "quantity", "Jumlah | Quantity", "Banyaknya | Volume | Kuantitas | Jumlah barang | Amount",
        "#item+quantity", "Barang | Bantuan | Logistik | Jenis barang | Jenis bantuan | Diberikan"
        " | Penyerahan | Penyaluran | Distribusi | Serah terima | Diserahkan | Disalurkan | Diterima | Goods"),
    column("unit", "text", "Satuan | Unit", "Sat. | Sat", "#item+unit"),
    *source_columns("source", " angka", " of the figures", ""),
)  # fmt: skip
"""A delivery: a row for each of the goods."""


def by_code(fields: Iterable[Field]) -> dict[str, Field]:
    """The fields by their code."""
    return {field.code: field for field in fields}
