"""The columns of lists, of their changes and of cards, as `kesos.tables._columns` has those of the other tables."""

from __future__ import annotations

from typing import Final

from kesos._sheets._fields import Field
from kesos.registry import REASONS
from kesos.tables._columns import QUOTA, by_code, column, source_columns
from kesos.values import Text

_AREAS = " | ".join(by_code(QUOTA)["area"].words)
_FAMILIES = (
    "Kode KK | Kode KPM | Kode rumah tangga | Kode DTKS | ID keluarga | ID KPM | ID DTKS | IDBDT | Acuan"
    " | Acuan keluarga | Family reference | Family ID | Reference | Household reference | Household ID"
)
REASON: Final = "reasons."
"""What the code of a column of a reason begins with."""
SHORT: Final = {
    "deceased": ("Meninggal", "Wafat"),
    "moved": ("Pindah", "Pindah alamat"),
    "no_longer_poor": ("Mampu", "Tidak miskin lagi"),
    "absent": ("Tidak hadir",),
    "papers_incomplete": ("Berkas tidak lengkap",),
    "ill": ("Sakit jiwa", "Gangguan jiwa"),
}
"""What offices put for a reason besides the words of the report: over a column of it, and in a cell."""

REGISTRY: tuple[Field, ...] = (
    column("family", "code", "Kode keluarga | Family", _FAMILIES, "#affected+hh+id"),
    column("area", "text", "Wilayah | Area", f"{_AREAS} | Alamat wilayah", "#loc+name"),
)
"""A family on a list: a reference to it, and where it lives."""

CHANGE: tuple[Field, ...] = (
    column("family", "code", "Kode keluarga | Family", _FAMILIES, "#affected+hh+id"),
    Field(
        "kind", "choice", Text("Perubahan", "Change"),
        ("Jenis perubahan", "Jenis", "Kind of change", "Tindakan", "Action"), choices="change.kind",
    ),
    column("reason", "text", "Alasan | Reason", "Sebab | Penyebab | Alasan perubahan | Sebab perubahan | Cause"),
    column("on", "day", "Tanggal | Date", "Tgl | Tgl. | Tanggal perubahan | Tgl perubahan | Per tanggal | Day"
        " | Date of change | Changed on", "#date+changed"),
    column("area", "text", "Wilayah | Area", f"{_AREAS} | Wilayah baru | Desa baru | New area", "#loc+name"),
    column("becomes", "code", "Kode yang benar | Right reference", "Menjadi | Kode baru | Kode keluarga yang benar"
        " | New reference"),
)  # fmt: skip
"""A change of a list."""

CARDS: tuple[Field, ...] = (
    column("area", "text", "Wilayah | Area", _AREAS, "#loc+name"),
    column("total", "count", "Kartu seluruhnya | All cards", "Jumlah kartu | Total kartu | Seluruhnya | Jumlah KKS"
        " | Total KKS | KKS | Kartu | Jumlah KPM | KPM | Jumlah | Cards", "#output+cards"),
    column("distributed", "count", "Sudah didistribusikan | Handed out", "Terdistribusi | Didistribusikan"
        " | KKS terdistribusi | Kartu terdistribusi | Sudah terdistribusi | Sudah diterima | Tersalurkan | Tersalur"
        " | Sudah tersalur | Given out", "#output+cards+distributed"),
    column("undistributed", "count", "Belum didistribusikan | Not handed out", "Tidak terdistribusi"
        " | Belum terdistribusi | KKS tidak terdistribusi | KKS belum terdistribusi | Belum diterima | Belum tersalur"
        " | Tidak tersalur | Not given out", "#output+cards+undistributed"),
    column("unprinted", "count", "Belum dicetak | Not printed", "Belum cetak | Belum tercetak | KKS belum dicetak"
        " | KKS belum tercetak | Tidak tercetak", "#output+cards+unprinted"),
    *(
        Field(
            f"{REASON}{each.code}", "count", Text(each.name.id, each.name.en),
            tuple(dict.fromkeys((*((each.printed,) if each.printed else ()), *SHORT.get(each.code, ())))),
        )
        for each in REASONS
    ),
    *source_columns("source", " angka", " of the figures", ""),
)  # fmt: skip
"""The cards of an area, by what became of them; a column for each reason for which some were not handed out."""
