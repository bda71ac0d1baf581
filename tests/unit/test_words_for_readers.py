"""What somebody reads who does not program: no name of an argument or of a field, and no word of Python."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest

import kesos
from kesos.errors import InvalidValueError, KesosError
from kesos.events import DisasterEvent
from kesos.indicators import social_security_coverage
from kesos.people import Household
from kesos.programs import benefit_owed, eligibility
from kesos.relief import entitle
from kesos.standards import BNPB_STIMULAN, KEMENSOS_CASH, PEDUM_2003, PERKA_BNPB_7_2008
from kesos.values import Period, Quantity, Text
from kesos.words import Catalogue, catalogue, fill, say_value

SOURCE = Path(kesos.__file__).parent
PLACE = re.compile(r"\{\w*(!r)?(:lower)?\}")
INDONESIAN = {"data", "format", "minimum", "per", "program", "rupiah", "status", "target", "total"}
"""Names of arguments that are Indonesian words too; and kesos, which is a name."""
HOW_IT_IS_WRITTEN = {"id", "en", "open", "unknown", "PKH", "_"}
"""What a reader is shown in quotes or as a sign, since it is written so."""


def modules() -> Iterator[tuple[Path, ast.Module]]:
    for file in sorted(SOURCE.rglob("*.py")):
        yield file, ast.parse(file.read_text(encoding="utf-8"))


@cache
def names() -> frozenset[str]:
    """The name of every argument of a public function and of every field of a public class."""
    found: set[str] = set()
    for _, module in modules():
        for node in ast.walk(module):
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                found |= {each.arg for each in (*node.args.args, *node.args.kwonlyargs)}
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                found |= {
                    each.target.id
                    for each in node.body
                    if isinstance(each, ast.AnnAssign) and isinstance(each.target, ast.Name)
                }
    return frozenset(
        name for name in found - INDONESIAN - HOW_IT_IS_WRITTEN - {"kesos"} if name.islower() and len(name) > 1
    )


def named(words: str) -> set[str]:
    return set(re.findall(r"\w+", PLACE.sub("…", words))) & names()


def test_no_indonesian_sentence_for_readers_holds_the_name_of_an_argument() -> None:
    assert {"people", "families", "counts", "amount", "every"} <= names()
    faults: dict[str, set[str]] = {}
    for each in get_args(Catalogue):
        for key, entry in catalogue(each).items():
            for told in (entry, entry.hint):
                if told is not None and named(told.to_reader.id):
                    faults[f"{each}: {key}"] = named(told.to_reader.id)
    assert faults == {}


def test_no_text_beside_the_code_holds_the_name_of_an_argument() -> None:
    texts = [
        (file.name, node.lineno, str(node.args[0].value))
        for file, module in modules()
        for node in ast.walk(module)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Text"
        and node.args and isinstance(node.args[0], ast.Constant)
    ]  # fmt: skip
    assert len(texts) > 500
    assert [each for each in texts if named(each[2])] == []


def test_no_sentence_for_readers_shows_where_in_the_arguments_something_is() -> None:
    """The field stands beside the message; whoever reads the message alone knows no argument."""
    of_arguments = {"field", "part_field", "whole_field", "counted", "facts"}
    for key, entry in catalogue("refusals").items():
        for told in (entry, entry.hint):
            if told is not None:
                assert not told.to_reader._replace(hint=None, reader=None).places() & of_arguments, key


def test_no_place_of_a_sentence_for_readers_is_filled_with_a_name_from_the_code() -> None:
    faults = []
    for file, module in modules():
        for node in ast.walk(module):
            if not (isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant)):
                continue
            entry = catalogue("refusals").get(str(node.args[0].value))
            if entry is None:
                continue
            shown = {
                place
                for told in (entry, entry.hint)
                if told is not None
                for place in told.to_reader._replace(hint=None, reader=None).places()
            }
            faults += [
                (file.name, node.lineno, word.arg)
                for word in node.keywords
                if word.arg in shown - {"value"}
                and isinstance(word.value, ast.Constant)
                and word.value.value in names()
            ]
    assert faults == []


# --- what fills a sentence -------------------------------------------------------------------------------------------


def repr_of(each: object) -> str:
    return each if isinstance(each, str) else type(each).__name__


@pytest.mark.parametrize(
    ("value", "id", "en"),
    [
        (Quantity(101, "kg"), "101 kg", "101 kg"),
        (Quantity("1234.5", "kg"), "1.234,5 kg", "1,234.5 kg"),
        (Period.of("2017-02"), "Februari 2017", "February 2017"),
        (date(2017, 2, 25), "25 Februari 2017", "2017-02-25"),
        (datetime(2017, 2, 25, 7, 30), "2017-02-25 07:30:00", "2017-02-25 07:30:00"),
        (timedelta(days=5), "5 days, 0:00:00", "5 days, 0:00:00"),
        (Decimal("1.5"), "1.5", "1.5"),
        (Fraction(1, 3), "1/3", "1/3"),
        (True, "ya", "yes"),
        (False, "tidak", "no"),
        (None, "nilai kosong", "an empty value"),
        ("bnajir", "'bnajir'", "'bnajir'"),
        (10**5000, "nilai ini", "this value"),
        (Quantity, "nilai ini", "this value"),
        (object(), "nilai ini", "this value"),
        (["a", 3], "['a', 3]", "['a', 3]"),
        (6201016311870001, "<redacted>", "<redacted>"),
    ],
    ids=repr_of,
)  # fmt: skip
def test_a_value_is_shown_to_a_reader_as_a_reader_knows_it(value: object, id: str, en: str) -> None:
    assert (say_value(value, "id"), say_value(value, "en")) == (id, en)
    refused = InvalidValueError("out_of_range.stock", field="x", value=value, least=1)
    assert refused.to_dict("id")["message"] == f"{id} terlalu sedikit; paling sedikit 1"
    assert refused.to_dict("en")["message"] == f"{en} is too little; the least is 1"


def test_a_text_of_another_library_is_a_text() -> None:
    class Word(str):
        def __repr__(self) -> str:
            return "np.str_('3')"

    assert say_value(Word("3"), "id") == "'3'"


def test_a_parameter_that_is_not_known_is_said_to_be_so() -> None:
    for value, id, en in ((None, "tidak diketahui", "not known"), (True, "ya", "yes"), (False, "tidak", "no")):
        assert fill("{x} {x!r}", "id", {"x": value}, to_reader=True).startswith(f"{id} ")
        assert fill("{x}", "en", {"x": value}, to_reader=True) == en
    assert fill("{x!r}", "id", {"x": Quantity(3, "kg")}, to_reader=True) == "3 kg"
    assert fill("{x!r}", "id", {"x": Quantity(3, "kg")}) == "Quantity(3000, 'g')"


def test_a_number_without_a_text_is_shown_by_its_type() -> None:
    assert fill("{x} {x!r}", "id", {"x": 10**5000}) == "<int> <int>"


def test_small_letters_leave_abbreviations_as_they_are() -> None:
    dth = Text("Dana tunggu hunian (DTH)", "BNPB's Waiting money (DTH)")
    assert fill("{x:lower}", "id", {"x": dth}) == "dana tunggu hunian (DTH)"
    assert fill("{x:lower}", "en", {"x": dth}) == "BNPB's waiting money (DTH)"
    assert fill("{x:lower}", "id", {"x": "Élan P"}) == "élan p"


# --- the cases -------------------------------------------------------------------------------------------------------


def event(**given: Any) -> DisasterEvent:
    return DisasterEvent(**{"hazard": "banjir", "place": "X", "period": "2025-12-10", "people": 8, **given})


def unknown(standard: Any, code: str, days: int, **counts: Any) -> KesosError:
    answer = entitle(event(counts=counts), standard, days=days)
    return next(each.error for each in answer.unknown if each.code == code)


def refused(call: Any) -> KesosError:
    with pytest.raises(KesosError) as caught:
        call()
    return caught.value


CASES = {
    "a part above its whole": (
        lambda: refused(lambda: social_security_coverage(receiving=331, entitled=330)),
        "bagian (331) melebihi keseluruhannya (330)",
        "Periksa kembali kedua angka itu.",
    ),
    "people where families are counted": (
        lambda: refused(lambda: benefit_owed("BPNT", people=5, first="2018-05", last="2018-06")),
        "bantuan ini tidak dihitung menurut jumlah jiwa",
        "Isilah jumlah KK.",
    ),
    "a programme without a rule": (
        lambda: refused(lambda: eligibility("RASTRA", Household(), on="2017-01-01")),
        "sumber tidak memberi aturan tentang siapa sasaran Beras Sejahtera (Rastra)",
        "Program Keluarga Harapan",
    ),
    "no extension": (
        lambda: refused(lambda: entitle(event(hazard="landslide"), PEDUM_2003, days="extended")),
        "perpanjangan tidak diatur dalam standar: 3–7 hari, tanpa perpanjangan",
        None,
    ),
    "other days": (
        lambda: refused(lambda: entitle(event(), PEDUM_2003, days=13)),
        "13 hari berada di luar jangka waktu menurut standar: 3–7 hari, dapat diperpanjang hingga 12 hari",
        "keputusan pejabat",
    ),
    "two numbers": (
        lambda: refused(lambda: event(people=3, counts={"person": 4})),
        "jumlah yang diisi 3, sedangkan pada rincian hitungan 4",
        None,
    ),
    "more recipients than people": (
        lambda: refused(lambda: entitle(event(), PEDUM_2003, days=3, recipients={"clothing": 9})),
        "Bantuan sandang: 9 penerima, padahal yang terdampak hanya 8",
        "Penerima adalah jiwa atau KK",
    ),
    "a class that is not known": (
        lambda: unknown(BNPB_STIMULAN, "house_stimulus", 30, house={"heavy": 1}, family_awaiting_house=1),
        "jumlah rumah (rusak sedang) belum diketahui, sedangkan stimulan rumah rusak dihitung menurut jumlah tersebut",
        "Mohon dilengkapi; isi 0 hanya bila memang tidak ada.",
    ),
    "a count of the standard's own": (
        lambda: unknown(PERKA_BNPB_7_2008, "shelter_area", 3),
        "jumlah jiwa di penampungan belum diketahui, sedangkan luas penampungan dihitung menurut jumlah tersebut",
        "Mohon dilengkapi; isi 0 hanya bila memang tidak ada.",
    ),
    "no rate for a class": (
        lambda: unknown(KEMENSOS_CASH, "injury_grant", 60, dead=1, injured={"minor": 3}, rehoused=1),
        "standar tidak memuat besaran untuk luka ringan",
        None,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("case", "message", "hint"), CASES.values(), ids=CASES)
def test_an_argument_s_name_is_said_in_words(case: Any, message: str, hint: str | None) -> None:
    told = case().to_dict("id")
    assert told["message"] == message
    assert (told["hint"] or "") == (hint or "") or (hint is not None and hint in told["hint"])
    assert not named(told["message"]) | named(told["hint"] or "")
