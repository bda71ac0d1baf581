"""The two published documents that kesos knows the practice of district offices from, under one name each."""

from __future__ import annotations

KOTAWARINGIN_BARAT = "Laporan dan Evaluasi Kinerja Dinas Sosial Kabupaten Kotawaringin Barat, Bab IV"
"""Chapter IV of the report of the social office of Kotawaringin Barat on 2016 to 2018."""

KAPUAS = "bakabar.com, konferensi pers Dinas Sosial Kabupaten Kapuas, 7 Januari 2021"
"""The newspaper's account of what the head of the social office of Kapuas said."""
