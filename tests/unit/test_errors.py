from __future__ import annotations

import copy
import json
import pickle
import sys
from datetime import date
from types import ModuleType
from typing import Any

import pytest

from kesos import PEDUM_2003, DisasterEvent, errors
from kesos.errors import FaultsError, InvalidValueError, KesosError, StandardFileError, show_value
from kesos.values import Quantity, Text
from kesos.words import hint

PROBLEM, HINT = Text("salah", "wrong"), Text("Perbaiki.", "Mend it.")
KINDS = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, KesosError)]


def test_an_error_says_field_problem_and_hint_in_both_languages() -> None:
    error = KesosError(PROBLEM, field="people", value=3, hint=HINT)
    assert error.message("id") == "people: salah. Perbaiki."
    assert error.message("en") == error.message() == str(error) == "people: wrong. Mend it."
    assert (error.code, error.field, error.value, error.problem, error.hint) == ("kesos", "people", 3, PROBLEM, HINT)


def test_what_is_left_out_is_not_said() -> None:
    assert KesosError(PROBLEM).message("id") == "salah"
    assert KesosError("plain words", field="x").message("id") == "x: plain words"
    assert (KesosError(PROBLEM).field, KesosError(PROBLEM).value, KesosError(PROBLEM).hint) == (None, None, None)


def test_a_code_given_stands_in_the_place_of_the_class_s_own() -> None:
    assert InvalidValueError(PROBLEM).code == "invalid_value"
    assert InvalidValueError(PROBLEM, code="negative").code == "negative"
    assert InvalidValueError.code == "invalid_value"


def test_each_kind_has_a_code_of_its_own_that_is_a_slug() -> None:
    codes = [kind.code for kind in KINDS]
    assert len(set(codes)) == len(codes) > 15
    for code in codes:
        assert code.replace("_", "").isalpha()
        assert code.islower()


@pytest.mark.parametrize(
    ("kind", "builtin"),
    [
        (errors.InvalidValueError, ValueError),
        (errors.ParseError, errors.InvalidValueError),
        (errors.UnknownHazardError, errors.InvalidValueError),
        (errors.UnitError, errors.InvalidValueError),
        (errors.UnknownItemError, KeyError),
        (errors.HazardNotCoveredError, errors.RuleError),
        (errors.NotInForceError, errors.RuleError),
        (errors.DurationError, ValueError),
        (errors.UnknownValueError, errors.RuleError),
        (errors.UnspecifiedQuantityError, errors.RuleError),
        (errors.UnspecifiedQuantityError, KeyError),
        (errors.NoStandardError, errors.RuleError),
        (errors.ConflictingStandardsError, errors.RuleError),
        (errors.NoRuleError, errors.RuleError),
        (errors.StandardFileError, errors.FaultsError),
        (errors.VerificationError, ValueError),
        (errors.MissingExtraError, ImportError),
    ],
)
def test_a_caller_can_catch_by_python_s_own_kind_too(kind: type[KesosError], builtin: type[Exception]) -> None:
    assert issubclass(kind, builtin)
    assert issubclass(kind, KesosError)


def test_several_faults_are_said_line_by_line() -> None:
    faults = (InvalidValueError(PROBLEM, field="a", value=1), InvalidValueError(PROBLEM, field="b", hint=HINT))
    error = StandardFileError(Text("ini bukan standar", "this is no standard"), faults=faults, value="x.toml")
    assert (error.field, error.value, error.faults, error.code) == ("a", "x.toml", faults, "standard_file")
    assert error.message("id") == "ini bukan standar\n- a: salah\n- b: salah. Perbaiki."
    assert str(error) == "this is no standard\n- a: wrong\n- b: wrong. Mend it."
    assert FaultsError(PROBLEM, faults=()).field is None


def test_an_error_survives_pickle_and_copy() -> None:
    one = KesosError(PROBLEM, field="a", value=(1, 2), hint=HINT, code="own")
    several = FaultsError(PROBLEM, faults=(one,), value=3)
    for error in (one, several, errors.UnknownItemError(PROBLEM, field="item", value="x")):
        for again in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):
            assert type(again) is type(error)
            assert again == error
            assert hash(again) == hash(error)
            assert (again.code, again.field, again.value) == (error.code, error.field, error.value)
            assert again.message("id") == error.message("id")


def test_errors_differ_by_kind_code_words_and_value() -> None:
    error = KesosError(PROBLEM, field="a", value=1)
    assert error == KesosError(PROBLEM, field="a", value=1)
    for other in (
        KesosError(PROBLEM, field="b", value=1),
        KesosError(HINT, field="a", value=1),
        KesosError(PROBLEM, field="a", value=2),
        KesosError(PROBLEM, field="a", value=1, code="own"),
        InvalidValueError(PROBLEM, field="a", value=1, code="kesos"),
        "a: wrong",
    ):
        assert error != other


def test_a_long_value_is_cut_where_it_is_shown() -> None:
    assert show_value("x" * 120) == repr("x" * 120)
    assert show_value("x" * 121) == repr("x" * 120 + "…")
    for value in (list(range(10**6)), {n: n for n in range(10**5)}, b"x" * 10**6, ("x" * 10**6,), [[[[[[[]]]]]]]):
        assert len(show_value(value)) <= 241
    assert len(show_value("\x00" * 121)) <= 241


def test_a_long_object_is_told_by_its_type_and_a_short_one_as_it_is() -> None:
    event = DisasterEvent(hazard="banjir", place="Desa Contoh", period="2017-02-25", people=8)
    error = InvalidValueError("wrong_type", field="standard", value=event, kind="AidStandard")
    assert str(error) == "standard: <DisasterEvent> is no AidStandard"
    assert error.message("id") == "standard: <DisasterEvent> bukan objek AidStandard"
    short = InvalidValueError("wrong_type", field="event", value=PEDUM_2003, kind="DisasterEvent")
    assert str(short) == "event: AidStandard('pedum-2003') (AidStandard) is no DisasterEvent"
    assert show_value([event]).startswith("[DisasterEvent(")


def test_a_value_that_cannot_be_shown_is_named_by_its_type() -> None:
    class Hidden:
        def __repr__(self) -> str:
            raise RuntimeError

    shown = show_value(Hidden())
    assert "Hidden" in shown
    assert "int" in show_value(10**5_000)
    assert show_value("\ud800") == r"'\ud800'"


def test_a_refusal_in_a_language_that_is_not_spoken_is_refused() -> None:
    with pytest.raises(InvalidValueError) as caught:
        KesosError(PROBLEM).message("jv")
    assert (caught.value.field, caught.value.value) == ("language", "jv")


def test_a_refusal_is_moved_to_where_it_was_found() -> None:
    error = InvalidValueError("count_negative", field="age", value=-1)
    assert error.at("members[1]").field == "members[1].age"
    assert error.field == "age"
    assert InvalidValueError("missing", field="[rice]").at("items").field == "items[rice]"
    assert InvalidValueError("missing").at("items").field == "items"
    several = FaultsError("faults", faults=(error, InvalidValueError("missing", field="name"))).at("members[0]")
    assert [fault.field for fault in several.faults] == ["members[0].age", "members[0].name"]
    assert several.field == "members[0].age"


def test_a_refusal_becomes_another_kind_with_all_that_it_holds() -> None:
    error = InvalidValueError("out_of_range", field="month", value=13, least=1, most=12)
    other = error.become(errors.ParseError)
    assert type(other) is errors.ParseError
    assert (other.code, other.field, other.value, other.parameters) == ("out_of_range", "month", 13, error.parameters)
    assert other.message("id") == error.message("id")


def test_a_refusal_keeps_what_a_caller_needs_for_a_message_of_its_own() -> None:
    error = InvalidValueError("out_of_range", field="month", value=13, least=1, most=12)
    assert error.parameters == {"least": 1, "most": 12}
    assert error.say("en") == "13 is not from 1 to 12"


def test_a_redacted_refusal_tells_what_may_be_given_and_not_what_was() -> None:
    error = InvalidValueError("out_of_range", field="month", value=1301, least=1, most=12, meant="1301").redacted()
    assert error.value == errors.REDACTED
    assert error.message("en") == "month: <redacted> is not from 1 to 12"
    assert "1301" not in repr(error.parameters)
    assert InvalidValueError("missing", hint=Text("Maksudnya Budi?", "Did you mean Budi?")).redacted().hint is None


def test_a_hint_survives_pickle() -> None:
    error = InvalidValueError("not_a_choice", field="unit", value="gg", hint=hint("did_you_mean", nearest="g"))
    assert pickle.loads(pickle.dumps(error)) == error
    assert "Did you mean 'g'?" in str(pickle.loads(pickle.dumps(error)))


def test_a_lookup_that_is_refused_is_said_as_a_sentence_and_not_quoted() -> None:
    for kind in (errors.UnspecifiedQuantityError, errors.UnknownItemError):
        assert str(kind(PROBLEM, field="plates")) == "plates: wrong"


def test_a_refusal_is_passed_on_in_the_reader_s_language_without_python() -> None:
    error = InvalidValueError("not_whole", field="people", value=True)
    assert "int" in error.message("en")
    assert error.to_dict("id") == {
        "code": "not_whole",
        "field": "people",
        "message": "ya bukan bilangan bulat",
        "hint": "Isi bilangan bulat, misalnya 3; biarkan kosong bila belum diketahui.",
        "parameters": {},
    }
    advised = InvalidValueError("missing", hint=hint("pass_extended")).to_dict()
    assert advised["hint"] == "Say that the aid is extended, where it is."
    assert InvalidValueError("never_heard_of").to_dict()["message"] == "never_heard_of"
    own = KesosError("own words", hint=HINT).to_dict("id")
    assert (own["message"], own["hint"]) == ("own words", "Perbaiki.")


def test_what_is_passed_on_is_json_whatever_it_is_about() -> None:
    within: list[Any] = []
    within.append(within)
    parts: dict[str, object] = {
        "text": Text("beras", "rice"),
        "hint": hint("pass_extended"),
        "weight": Quantity(5, "kg"),
        "day": date(2017, 2, 25),
        "why": KesosError(PROBLEM, field="a"),
        "other": ValueError("x"),
        "share": 0.5,
        "flag": True,
        "none": None,
        "many": 10**5_000,
        "list": (1, ["a"], {2: "b"}),
        "within": within,
        "kind": int,
    }
    error = KesosError(PROBLEM, **{name: part for name, part in parts.items() if name != "hint"}, such=parts["hint"])  # type: ignore[arg-type]
    said = error.to_dict("id")["parameters"]
    assert json.loads(json.dumps(said)) == said
    assert (said["text"], said["weight"], said["day"], said["none"]) == ("beras", "5 kg", "2017-02-25", None)
    assert said["why"]["message"] == "salah"
    assert said["list"] == [1, ["a"], {"2": "b"}]
    assert said["flag"] is True


def test_each_of_several_faults_is_passed_on() -> None:
    faults = (InvalidValueError(PROBLEM, field="a", value=1), InvalidValueError(PROBLEM, field="b", hint=HINT))
    passed_on = FaultsError(PROBLEM, faults=faults).to_dict("en")
    assert passed_on["faults"] == [fault.to_dict("en") for fault in faults]
    assert passed_on["message"] == "wrong"


def test_a_personal_value_is_not_passed_on() -> None:
    error = InvalidValueError("out_of_range", field="month", value=1301, least=1, most=12, meant="1301").redacted()
    assert "1301" not in json.dumps(error.to_dict("id"))


def test_a_refusal_is_told_briefly_in_a_notebook_and_stays_what_it_is_elsewhere() -> None:
    """IPython shows what `_render_traceback_` gives; no other cell is changed by it."""
    with pytest.raises(InvalidValueError) as caught, errors.briefly("id"):
        raise InvalidValueError(PROBLEM, field="a", hint=HINT)
    lines = getattr(caught.value, "_render_traceback_")()  # noqa: B009  # a name that only IPython knows
    assert lines == ["a: salah", "Perbaiki."]
    assert not hasattr(InvalidValueError(PROBLEM), "_render_traceback_")
    assert pickle.loads(pickle.dumps(caught.value)) == caught.value
    with pytest.raises(FaultsError) as several, errors.briefly("en"):
        raise FaultsError(PROBLEM, faults=(caught.value,))
    assert getattr(several.value, "_render_traceback_")() == ["wrong", "- a: wrong. Mend it."]  # noqa: B009
    with pytest.raises(ZeroDivisionError), errors.briefly():
        raise ZeroDivisionError
    with pytest.raises(InvalidValueError), errors.briefly("jv"):
        raise AssertionError


IN_A_CELL = "from kesos import Quantity\nQuantity(1, 'furlong')"


@pytest.mark.parametrize(
    ("module", "code", "told"),
    [
        ("__main__", IN_A_CELL, True),
        ("office", IN_A_CELL, False),
        ("__main__", "raise KesosError('no_answer')", False),
    ],
)
def test_a_refusal_of_what_a_cell_calls_is_told_in_two_lines_of_indonesian_in_a_notebook_alone(
    module: str, code: str, told: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Further down the frames say where: in a module of the caller's own, which nobody sees beside the refusal."""
    # A notebook that another test ran in this process has left the module behind.
    monkeypatch.delitem(sys.modules, "ipykernel", raising=False)
    with pytest.raises(KesosError) as caught:
        exec(code, {"__name__": module, "KesosError": KesosError})
    assert not hasattr(caught.value, "_render_traceback_")
    monkeypatch.setitem(sys.modules, "ipykernel", ModuleType("ipykernel"))
    assert hasattr(caught.value, "_render_traceback_") is told
    if told:
        lines = getattr(caught.value, "_render_traceback_")()  # noqa: B009  # a name that only IPython knows
        assert lines == list(caught.value.lines("id"))
