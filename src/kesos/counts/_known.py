"""The well-known counts, which every event may hold; a standard brings others along."""

from __future__ import annotations

from kesos.counts._count import BY_CODE, BY_WORD, WHOLE_NUMBER, Count
from kesos.values import Text
from kesos.values._texts import fold

FIELDS = {"person": "people", "family": "families"}
"""The counts that are fields of their own too, wherever somebody is counted, and how these are called."""
_SEVERITY = {"injury": ("serious", "minor")}
_DEGREE = {"damage": ("heavy", "moderate", "light")}
COUNTS: tuple[Count, ...] = (
    Count(code="person", name=Text("jiwa", "people"), words=("orang", "penduduk", "person", "korban")),
    Count(code="family", name=Text("KK", "families"), words=("keluarga", "kepala keluarga", "family"), of="person"),
    Count(
        code="household",
        name=Text("rumah tangga", "households"),
        words=("household",),
        of="person",
        axis={"size": WHOLE_NUMBER},
    ),
    Count(
        code="dead", name=Text("meninggal dunia", "dead"), words=("meninggal", "korban meninggal", "tewas"), of="person"
    ),
    Count(code="missing", name=Text("hilang", "missing"), words=("korban hilang",), of="person"),
    Count(
        code="injured",
        name=Text("luka-luka", "injured"),
        words=("luka", "terluka", "korban luka"),
        of="person",
        axis=_SEVERITY,
    ),
    Count(code="displaced", name=Text("mengungsi", "displaced"), words=("pengungsi",), of="person"),
    Count(code="suffering", name=Text("menderita", "affected"), words=("terdampak", "penderita"), of="person"),
    Count(code="infant", name=Text("bayi", "infants"), of="person"),
    Count(code="under_five", name=Text("balita", "children under five"), words=("anak balita",), of="person"),
    Count(code="child", name=Text("anak-anak", "children"), words=("anak",), of="person"),
    Count(code="elderly", name=Text("lanjut usia", "elderly people"), words=("lansia",), of="person"),
    Count(code="pregnant", name=Text("ibu hamil", "pregnant women"), words=("hamil",), of="person"),
    Count(
        code="disabled",
        name=Text("penyandang disabilitas", "people with disabilities"),
        words=("disabilitas",),
        of="person",
    ),
    Count(code="house", name=Text("rumah", "houses"), words=("rmh",), axis=_DEGREE),
    Count(code="house_flooded", name=Text("rumah terendam", "houses under water"), words=("terendam",)),
    Count(code="building", name=Text("bangunan", "buildings"), axis=_DEGREE),
    Count(code="business", name=Text("tempat usaha", "places of business"), words=("usaha",)),
    Count(
        code="public_facility",
        name=Text("kantor/fasilitas umum", "public facilities"),
        words=("fasilitas umum", "fasum"),
    ),
)
"""The well-known counts."""

BY_CODE.update({count.code: count for count in COUNTS})
BY_WORD.update(
    {fold(word): count for count in COUNTS for word in (count.code, count.name.id, count.name.en, *count.words)}
)
for _count in COUNTS:
    setattr(Count, _count.code.upper(), _count)
