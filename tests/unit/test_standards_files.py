from __future__ import annotations

import importlib
from pathlib import Path

import pytest

from kesos import PEDUM_2003, Period, errors
from kesos.standards import digest, dumps_standard, load_standard, loads_standard
from kesos.standards._files import LARGEST_FILE, MOST_DOTS

TOML = dumps_standard(PEDUM_2003)


def faults(text: str) -> list[tuple[str | None, str, object]]:
    with pytest.raises(errors.StandardFileError) as caught:
        loads_standard(text)
    assert caught.value.code == "standard_file"
    assert caught.value.message("id").startswith("isinya belum memenuhi bentuk berkas standar\n- ")
    assert caught.value.message("en").startswith("this is not a standard\n- ")
    return [(fault.field, fault.code, fault.value) for fault in caught.value.faults]


def test_a_standard_is_written_and_read_back_as_the_same_text(tmp_path: Path) -> None:
    path = tmp_path / "pedum.toml"
    path.write_text(TOML, encoding="utf-8")
    for given in (path, str(path)):
        assert load_standard(given) == PEDUM_2003
    assert dumps_standard(load_standard(path)) == TOML
    assert digest(load_standard(path)) == digest(PEDUM_2003)


def test_line_ends_of_windows_are_read_too(tmp_path: Path) -> None:
    path = tmp_path / "pedum.toml"
    path.write_bytes(TOML.replace("\n", "\r\n").encode())
    assert load_standard(path) == PEDUM_2003


def test_the_largest_file_is_the_last_that_is_read(tmp_path: Path) -> None:
    size = len(TOML.encode())
    path = tmp_path / "padded.toml"
    for more, code in ((-1, None), (0, None), (1, "too_large")):
        padded = TOML + "#" * (LARGEST_FILE + more - size)
        path.write_text(padded, encoding="utf-8")
        if code is None:
            assert load_standard(path) == PEDUM_2003
        else:
            assert faults(padded) == [("file", code, None)]
            with pytest.raises(errors.StandardFileError) as caught:
                load_standard(path)
            [fault] = caught.value.faults
            assert (fault.field, fault.code, fault.value) == ("file", code, path.name)
            assert str(LARGEST_FILE) in fault.message("id")


def test_a_line_of_too_many_dots_is_not_read() -> None:
    for dots, refused in ((MOST_DOTS - 1, False), (MOST_DOTS, False), (MOST_DOTS + 1, True)):
        text = TOML + "# " + "." * dots
        if refused:
            assert faults(text) == [("file", "too_deep", None)]
        else:
            assert loads_standard(text) == PEDUM_2003


def test_a_file_that_is_not_utf_8_says_at_which_byte(tmp_path: Path) -> None:
    path = tmp_path / "latin.toml"
    path.write_bytes(b"# \xe9\n" + TOML.encode())
    with pytest.raises(errors.StandardFileError) as caught:
        load_standard(path)
    [fault] = caught.value.faults
    assert (fault.field, fault.code, fault.value) == ("byte 2", "not_utf_8", path.name)


def test_what_is_no_toml_says_where() -> None:
    with pytest.raises(errors.StandardFileError) as caught:
        loads_standard("format = 1\nx = [oops")
    assert "line 2" in caught.value.message("id")
    assert caught.value.faults[0].code == "not_toml"


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("format = 1\n", "", ("format", "missing", None)),
        ("format = 1\n", "format = 2\n", ("format", "unknown_format", 2)),
        ("format = 1\n", "format = 1.0\n", ("format", "unknown_format", 1.0)),
        ("format = 1\n", "format = true\n", ("format", "unknown_format", True)),
        ("amount = 400", "amount = -1", ("packages[food].items[rice].amount", "out_of_range", -1)),
        ("amount = 400", "", ("packages[food].items[rice].amount", "missing", None)),
        ("amount = 400", "amount = 400\nunspecified = true", ("packages[food].items[rice].amount", "missing", 400)),
        ("amount = 400", "amount = 400\ncolor = 1", ("packages[food].items[rice].color", "unknown_key", "color")),
        ("minimum = 3", "minimum = 8", ("windows[0].minimum", "minimum_above_maximum", 8)),
        ('unit = "g"', 'unit = "gr"', ("packages[food].items[rice].unit", "unknown_unit", "gr")),
        ('unit = "g"', 'unit = "IDR/100"', ("packages[food].items[rice].unit", "not_whole", "IDR/100")),
        ('per = "person"', 'per = "orang"', ("packages[food].items[rice].per", "count_not_known", "orang")),
        ('start = "2003"', "start = 2003", ("validity.start", "not_a_period", 2003)),
        ('end = "unknown"', 'end = "2002"', ("validity.end", "end_before_start", "2002")),
        ('id = "Beras"', "id = 3", ("packages[food].items[rice].name.id", "wrong_type", 3)),
        ('code = "rice"', 'code = "../../x"', ("packages[food].items[../../x].code", "not_a_slug", "../../x")),
        ('code = "rice"', 'code = ""', ("packages[food].items[0].code", "not_a_slug", "")),
        ('bound = "floor"', "bound = 1", ("packages[food].items[rice].bound", "not_a_choice", 1)),
        ('bound = "floor"', "floor = true", ("packages[food].items[rice].floor", "unknown_key", "floor")),
    ],
)
def test_a_fault_is_named_with_its_path(old: str, new: str, wanted: tuple[str, str, object]) -> None:
    assert old in TOML
    assert faults(TOML.replace(old, new, 1)) == [wanted]


def test_lists_and_tables_are_told_apart() -> None:
    head = TOML[: TOML.index("[title]")]
    assert ("title", "wrong_type", 3) in faults(head + "title = 3")
    assert ("windows", "wrong_type", 3) in faults(head + "windows = 3")
    assert ("windows[0]", "wrong_type", 3) in faults(head + "windows = [3]")


def test_a_citation_says_where_in_the_source_and_a_foreign_one_how_well_it_is_known() -> None:
    assert faults(TOML.replace('locator = "huruf a angka 1"', "", 1)) == [
        ("packages[food].items[rice].citation.locator", "missing", None)
    ]
    foreign = TOML.replace('locator = "huruf a angka 1"', 'regulation = "UU 1"', 1)
    assert faults(foreign) == [("packages[food].items[rice].citation.known", "missing", None)]
    cited = loads_standard(foreign.replace('regulation = "UU 1"', 'regulation = "UU 1"\nknown = "secondary"'))
    assert (cited.item("rice").citation.regulation, cited.item("rice").citation.locator) == ("UU 1", None)


def test_a_date_of_toml_is_a_day() -> None:
    dated = loads_standard(TOML.replace('start = "2003"', "start = 2003-02-01", 1))
    assert dated.validity.start == Period.of("2003-02-01")
    assert faults(TOML.replace('start = "2003"', "start = 2003-02-01T08:00:00", 1))[0][1] == "not_a_day"


def test_an_end_can_be_a_period() -> None:
    ended = loads_standard(TOML.replace('end = "unknown"', 'end = "2020-06"', 1))
    assert ended.validity.end == Period.of("2020-06")
    assert loads_standard(dumps_standard(ended)) == ended


def test_what_the_package_does_not_carry_is_no_attribute() -> None:
    module = importlib.import_module("kesos.standards._packaged")
    with pytest.raises(AttributeError, match="PEDUM_2004"):
        module.PEDUM_2004  # noqa: B018
