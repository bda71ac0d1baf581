"""What a refusal says to a person, whole, in both languages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kesos import wording
from kesos.errors import ParseError

SAID: tuple[tuple[Callable[[str], Any], str, str, str], ...] = (
    (
        wording.parse_number,
        "1,234",
        "number: '1,234' tidak terbaca sebagai bilangan: dapat dibaca dengan dua cara. "
        "Sebagai pecahan: 1,234; sebagai ribuan: 1234. Nyatakan yang mana.",
        "number: '1,234' cannot be read as a number: it can be read in two ways. "
        'ambiguous="decimal" reads 1.234 (a fraction); ambiguous="thousands" reads 1234 (thousands).',
    ),
    (
        wording.parse_number,
        "12.34",
        "number: '12.34' tidak terbaca sebagai bilangan: bukan cara menulis bilangan dalam bahasa Indonesia. "
        "Nyatakan bila tulisannya dalam bahasa Inggris.",
        "number: '12.34' cannot be read as a number: that is not how Indonesian prints numbers. "
        'For English print give locale="en".',
    ),
    (
        lambda text: wording.parse_number(text, locale="en"),
        "12,34",
        "number: '12,34' tidak terbaca sebagai bilangan: bukan cara menulis bilangan dalam bahasa Inggris. "
        "Nyatakan bila tulisannya dalam bahasa Indonesia.",
        "number: '12,34' cannot be read as a number: that is not how English prints numbers. "
        'For Indonesian print give locale="id".',
    ),
    (
        wording.parse_number,
        "007",
        "number: '007' tidak terbaca sebagai bilangan: tidak ditulis sebagai bilangan. "
        "Tulis seperti 1.234.567,89, tanpa satuan dan tanpa nol di depan.",
        "number: '007' cannot be read as a number: it is not written as a number is. "
        "Write it like 1.234.567,89, without a unit and without leading zeros.",
    ),
    (
        lambda text: wording.parse_number(text, locale="en"),
        "007",
        "number: '007' tidak terbaca sebagai bilangan: tidak ditulis sebagai bilangan. "
        "Tulis seperti 1,234,567.89, tanpa satuan dan tanpa nol di depan.",
        "number: '007' cannot be read as a number: it is not written as a number is. "
        "Write it like 1,234,567.89, without a unit and without leading zeros.",
    ),
    (
        wording.parse_number,
        "1 234",
        "number: '1 234' tidak terbaca sebagai bilangan: ada spasi di dalam bilangan. Tulis 1.234.",
        "number: '1 234' cannot be read as a number: there is a blank inside the number. "
        'Write 1.234 (or 1,234 with locale="en").',
    ),
    (
        wording.parse_number,
        "±5",
        "number: '±5' tidak terbaca sebagai bilangan: memuat tanda \"±\". "
        "Ganti dengan yang ada di papan ketik biasa (angka 0-9, tanda -, spasi).",
        "number: '±5' cannot be read as a number: it holds the character '±' (U+00B1 PLUS-MINUS SIGN). "
        "Replace it by what a plain keyboard types (digits 0-9, -, a blank).",
    ),
    (
        wording.parse_count,
        "3,5",
        "count: '3,5' tidak terbaca sebagai jumlah: jumlah harus berupa bilangan bulat. "
        "Isi bilangan bulat, tanpa angka di belakang koma.",
        "count: '3,5' cannot be read as a count: a count has no decimals. parse_number reads numbers with decimals.",
    ),
    (
        wording.parse_count,
        "-4",
        "count: '-4' tidak terbaca sebagai jumlah: jumlah tidak boleh negatif. "
        "Periksa angkanya; jumlah tidak mungkin di bawah nol.",
        "count: '-4' cannot be read as a count: a count is never below zero. parse_number reads negative numbers.",
    ),
    (
        wording.parse_rupiah,
        "Rp 6.000,505",
        "rupiah: 'Rp 6.000,505' tidak terbaca sebagai jumlah rupiah: satu rupiah seratus "
        "sen: paling banyak dua angka di belakang koma. Periksa tanda ribuan dan tanda desimalnya.",
        "rupiah: 'Rp 6.000,505' cannot be read as an amount of rupiah: a rupiah has a hundred sen: "
        "at most two digits stand after the mark. Check which mark is for thousands and which for decimals.",
    ),
    (
        wording.parse_rupiah,
        "Rp 4,2 miliar",
        "rupiah: 'Rp 4,2 miliar' tidak terbaca sebagai jumlah rupiah: angka seperti itu dapat berupa hasil pembulatan. "
        "Tulis angka lengkapnya, misalnya Rp4.200.000.000, bila memang tepat.",
        "rupiah: 'Rp 4,2 miliar' cannot be read as an amount of rupiah: it may be rounded, and not exact. "
        "parse_rounded reads all that rounds to it; write it out, such as Rp4.200.000.000, if it is exact.",
    ),
    (
        wording.parse_rupiah,
        "USD 5",
        "rupiah: 'USD 5' tidak terbaca sebagai jumlah rupiah: mata uangnya bukan rupiah. "
        "kesos tidak mengonversi mata uang.",
        "rupiah: 'USD 5' cannot be read as an amount of rupiah: its currency is not the rupiah. "
        "kesos converts no currency.",
    ),
    (
        wording.parse_words,
        "seratus dua puluh belas",
        "words: 'seratus dua puluh belas' tidak terbaca sebagai bilangan dengan huruf: 'belas' tidak dapat "
        'ditempatkan di situ. Periksa kata ke-4: "seratus dua puluh belas".',
        "words: 'seratus dua puluh belas' cannot be read as a number in words: 'belas' cannot stand there. "
        'Look at word 4: "seratus dua puluh belas".',
    ),
    (
        wording.parse_words,
        "rupiah",
        "words: 'rupiah' tidak terbaca sebagai bilangan dengan huruf: tidak ada bilangannya. "
        'Tulis seperti "seratus sepuluh ribu".',
        "words: 'rupiah' cannot be read as a number in words: there is no number in it. "
        'Write it like "seratus sepuluh ribu".',
    ),
    (
        wording.parse_period,
        "17 – 10 Maret 2017",
        "period: '17 – 10 Maret 2017' tidak terbaca sebagai tanggal atau masa: hari terakhir 10 Maret 2017 mendahului "
        "hari pertama 17 Maret 2017. Periksa kedua tanggal; jika melewati tahun baru, tulis kedua tahunnya.",
        "period: '17 – 10 Maret 2017' cannot be read as a date or a period: the last day 2017-03-10 is before the "
        "first day 2017-03-17. Check both dates; across a new year, write both years.",
    ),
    (
        lambda text: wording.parse_day(text, locale="en"),
        "03/04/2017",
        "day: '03/04/2017' tidak terbaca sebagai satu hari: dapat dibaca dengan dua cara. "
        "Bila hari lebih dahulu: 3 April 2017; bila bulan lebih dahulu: 4 Maret 2017. Nyatakan yang mana.",
        "day: '03/04/2017' cannot be read as one day: it can be read in two ways. "
        'ambiguous="day_first" reads 2017-04-03; ambiguous="month_first" reads 2017-03-04.',
    ),
)


@pytest.mark.parametrize(("read", "text", "indonesian", "english"), SAID, ids=[row[1] for row in SAID])
def test_a_refusal_says_what_is_wrong_and_what_to_do(
    read: Callable[[str], Any], text: str, indonesian: str, english: str
) -> None:
    with pytest.raises(ParseError) as caught:
        read(text)
    assert caught.value.message("id") == indonesian
    assert str(caught.value) == caught.value.message("en") == english
