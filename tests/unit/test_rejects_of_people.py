"""What is written of rows that were rejected tells of nobody, unless that is asked for."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest

from kesos import tables
from kesos.errors import InvalidValueError
from kesos.people import Household
from kesos.words import REDACTED

NIK = "6201016311870001"


def written(reading: object, path: Path, **said: bool) -> str:
    tables.write_rejects(reading, path, **said)
    book = openpyxl.load_workbook(path)
    return " ".join(str(cell) for sheet in book for row in sheet.values for cell in row if cell is not None)


def test_a_rejected_row_of_a_household_is_written_without_its_people(tmp_path: Path) -> None:
    rows = f"Kode keluarga;Nama;NIK;Tanggal Lahir;L/P\nK-1;Siti Contoh;{NIK};31 Februari 1990;P\n"
    reading = tables.read_households(io.StringIO(rows))
    assert reading.rejects[0].is_personal
    bare = written(reading, tmp_path / "a.xlsx")
    assert "Siti" not in bare
    assert NIK not in bare
    assert REDACTED in bare
    assert "Siti Contoh" in written(reading, tmp_path / "b.xlsx", personal=True)
    assert NIK not in written(reading.rejects, tmp_path / "c.xlsx")


@pytest.mark.parametrize("cell", [NIK, f"NIK {NIK}", "6201-0163 1187.0001"])
def test_the_number_of_a_card_in_a_wrong_column_is_told_nowhere(tmp_path: Path, cell: str) -> None:
    reading = tables.read_events(io.StringIO(f"Desa;Jenis;Tanggal;Jiwa\nA;{cell};1/2/2023;4\n"))
    [reject] = reading.rejects
    assert cell in str(reject.cells)  # what is kept in memory is what was given
    for told in (
        reject.reason("id"),
        reject.reason("en"),
        reading.table().plain(),
        written(reading, tmp_path / "a.xlsx"),
    ):
        assert cell[-4:] not in told
    assert "A" in written(reading, tmp_path / "b.xlsx")


@pytest.mark.parametrize("mark", ["_", ":", "+", "*", "|", "~", "=", "'", "·", "—", "\u00ad", "\u200b", "/", ",", " "])
def test_a_number_that_finds_a_person_is_no_reference_whatever_stands_between_its_digits(mark: str) -> None:
    for number in (mark.join(NIK), f"kk{mark}{NIK[:8]}{mark}{NIK[8:]}"):
        with pytest.raises(InvalidValueError) as caught:
            Household(reference=number)
        assert caught.value.code == "identifying"
        assert NIK[-4:] not in str(caught.value)


def test_a_number_in_other_digits_finds_a_person_too_and_a_letter_has_a_number_of_its_own() -> None:
    for zero in (0xFF10, 0x660):  # full-width and Arabic digits
        digits = "".join(chr(zero + int(each)) for each in NIK)
        with pytest.raises(InvalidValueError):
            Household(reference=digits)
    assert Household(reference="kk-0017").reference == "kk-0017"
    assert Household(reference="470/2017/15/3/RT04").reference == "470/2017/15/3/RT04"
