"""No name and no birth date reaches a log, an error, a repr, a text or an exported file without being asked for."""

from __future__ import annotations

import csv
import json
import logging
import pickle
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest
from checkout import load

from kesos.errors import KesosError
from kesos.people import Beneficiary, Household
from kesos.people._personal import Personal
from kesos.programs import eligibility
from kesos.records import Discreet, to_plain
from kesos.registry import Change, Registry, apply_changes, compare_registries
from kesos.relief import worksheet
from kesos.services import Complaint, Recommendation, Referral, count_letters

NAME, BORN = "Siti Aminah", "1987-11-23"
SECRETS = (NAME, "Siti", "Aminah", BORN, "1987", "11-23", "23 November", "HIV")
MOTHER = Beneficiary(name=NAME, birth_date=BORN, sex="female", pregnant=True, categories=["Orang dengan HIV/AIDS"])
FAMILY = Household(reference="f1", members=[MOTHER], very_poor=True)


REGISTRY = Registry(name="DTKS", area="Kabupaten Contoh", families=["f1"], on="2021-01-07")


def tells_nothing(text: str) -> bool:
    return not any(secret in text for secret in SECRETS)


def test_the_test_itself_would_see_a_secret() -> None:
    assert not tells_nothing(f"born {BORN}")
    assert not tells_nothing(json.dumps(FAMILY.to_dict(personal=True)))


@pytest.mark.parametrize("thing", [MOTHER, FAMILY, [MOTHER], {"family": FAMILY}])
def test_no_repr_or_text_shows_it(thing: Any) -> None:
    assert tells_nothing(repr(thing))
    assert tells_nothing(f"{thing} {thing!s} {thing!r}")


@pytest.mark.parametrize("kind", [Beneficiary, Household])
def test_printers_that_look_into_classes_are_told_to_show_the_reference_only(kind: type[Any]) -> None:
    assert [field.name for field in attrs.fields(kind) if field.repr] == ["reference"]


def test_no_log_record_shows_it(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        logging.getLogger("office").info("%s %r %s", FAMILY, MOTHER, eligibility("PKH", FAMILY, on="2017-06-01"))
        try:
            eligibility("PKH", FAMILY, on="1980-01-01")
        except KesosError:
            logging.getLogger("office").exception("refused")
    assert len(caplog.records) == 2
    assert "refused" in caplog.text
    assert tells_nothing(caplog.text)
    assert all(tells_nothing(record.getMessage() + repr(record.args)) for record in caplog.records)


def _errors() -> list[Callable[[], object]]:
    person: Any = Beneficiary  # what no type checker would let through
    family: Any = Household
    on = "2017-06-01"
    return [
        lambda: person(name=[NAME]),
        lambda: person(birth_date=f"{BORN}T00:00"),
        lambda: person(birth_date=BORN, age=29),
        lambda: person(sex=NAME),
        lambda: person(schooling=NAME),
        lambda: person(pregnant=NAME),
        lambda: person(categories=["HIV", NAME]),
        lambda: person(age=NAME),
        lambda: person(reference=[NAME]),
        lambda: person(sex="male", pregnant=True, name=NAME, birth_date=BORN),
        lambda: family(members=[{"name": NAME, "birth_date": BORN}]),
        lambda: family(members=NAME),
        lambda: family(members=[MOTHER], reference=[NAME]),
        lambda: family(members=[MOTHER], very_poor=NAME),
        lambda: family(members=[MOTHER], damage=NAME),
        lambda: family(members_complete=NAME),
        lambda: family(members_complete={"name": NAME, "birth_date": BORN}),
        lambda: Household.from_dict({"members": [{"name": NAME, "birth_date": "23 November 1987"}]}),
        lambda: Household.from_dict({NAME: BORN}),
        lambda: Beneficiary.from_dict(NAME),  # type: ignore[arg-type]
        lambda: MOTHER.age(on="1980-01-01"),
        lambda: eligibility("PKH", {"name": NAME}, on=on),  # type: ignore[arg-type]
        lambda: eligibility(FAMILY, "PKH", on=on),  # type: ignore[arg-type]
        lambda: eligibility("PKH", FAMILY, on="1980-01-01"),
        lambda: eligibility("RASTRA", FAMILY, on=on),
        lambda: worksheet([FAMILY], on="1980-01-01", adult_from=18),
        lambda: worksheet([{"name": NAME}], on=on),  # type: ignore[list-item]
        lambda: worksheet(NAME, on=on),  # type: ignore[arg-type]
        lambda: worksheet([FAMILY], on=on).recipients([FAMILY]),  # type: ignore[arg-type]
        lambda: worksheet([FAMILY], on=on).recipients({"sarong": [MOTHER]}),  # type: ignore[list-item]
        lambda: worksheet([FAMILY], on=on).recipients({"sarong": [{"name": NAME, "birth_date": BORN}]}),  # type: ignore[list-item]
        lambda: worksheet([FAMILY], on=on).recipients({"sarong": [NAME]}),
        lambda: worksheet([FAMILY], on=on).recipients({NAME: ["f1"]}),
        lambda: person(birth_date="2016-11-23", elderly=True).without_identity(on),
        lambda: Registry(name="DTKS", area="x", families=NAME, on=on),
        lambda: Registry(name="DTKS", area="x", families=[[NAME]], on=on),  # type: ignore[list-item]
        lambda: Registry(name="DTKS", area="x", families=["f1"], areas={"f1": [NAME]}, on=on),  # type: ignore[arg-type]
        lambda: Registry(name="DTKS", area="x", families=["f1"], history=[{"name": NAME}], on=on),  # type: ignore[list-item]
        lambda: apply_changes(REGISTRY, [NAME]),  # type: ignore[list-item]
        lambda: apply_changes(REGISTRY, NAME),  # type: ignore[arg-type]
        lambda: apply_changes(NAME, []),  # type: ignore[arg-type]
        lambda: apply_changes(REGISTRY, [{"family": [NAME], "kind": "add", "reason": NAME, "on": on, "area": [NAME]}]),
        lambda: Registry.from_dict({"name": "x", "area": "x", "families": [NAME, [NAME]], "on": NAME}),
        lambda: Registry.from_json(f'{{"families": "{NAME}'),
        lambda: Complaint.from_dict({"reference": "k1", "about": [NAME], "opened": on}),
        lambda: Recommendation.from_dict({"reference": "f1", "kind": {NAME: 1}, "on": on}),
        lambda: Change(family=[NAME], kind="add", reason="moved", on=on),  # type: ignore[arg-type]
        lambda: Change(family="f1", kind="add", reason=NAME, on=on),
        lambda: Referral(reference=[NAME], need="PKH", opened=on),  # type: ignore[arg-type]
        lambda: Referral(reference="s1", need=[NAME], opened=on),  # type: ignore[arg-type]
        lambda: Complaint(reference="k1", about=[NAME, "HIV"], opened=on),  # type: ignore[arg-type]
        lambda: Complaint(reference="k1", about="x", referred_to=[NAME], opened=on),  # type: ignore[arg-type]
        lambda: Recommendation(reference=[NAME], kind="health_insurance", on=on),  # type: ignore[arg-type]
        lambda: Recommendation(reference="f1", kind=NAME, on=on),
        lambda: Recommendation(reference="f1", kind="x", number=[NAME], on=on),  # type: ignore[arg-type]
        lambda: eligibility(
            "PKH", family(members=[person(name=NAME, birth_date=BORN, schooling="primary")]), on="1988-01-01"
        ),
    ]


@pytest.mark.parametrize("number", range(len(_errors())))
def test_no_error_shows_it(number: int) -> None:
    with pytest.raises(KesosError) as caught:
        _errors()[number]()
    error = caught.value
    told = [str(error), repr(error), error.message("id"), repr(error.value), str(error.value), repr(error.args)]
    told += [str(fault) + repr(fault.value) for fault in getattr(error, "faults", ())]
    assert tells_nothing("\n".join(told))
    chained = "".join(part for part in traceback.format_exception_only(error))
    assert tells_nothing(chained)
    assert error.__cause__ is None


constructors = load("tests/unit/test_constructors.py")
ABOUT_PEOPLE = {name: kind for name, kind in constructors.KINDS.items() if issubclass(kind, (Discreet, Personal))}
"""Every public class about people: one that is added is tried without being listed here."""


class Told:
    """Whatever a library of tables puts where somebody's name stood."""

    def __repr__(self) -> str:
        return NAME


def where_a_name_may_stand() -> list[Any]:
    return [
        NAME, f"{NAME} 3201", [NAME], (NAME,), [[NAME]], {NAME}, {NAME: NAME}, {"f1": [NAME]}, [("f1", [NAME])],
        [{"name": NAME}], NAME.encode(), Told(), [Told()],
    ]  # fmt: skip


def refusals_of(kind: Any, field: str) -> Iterator[KesosError]:
    """Whatever is refused where a name stands in a field: of a class, of a changed value, of a record."""
    sound = constructors.arguments(kind)
    made = kind(**sound)
    plain = made.to_dict()
    for name in where_a_name_may_stand():
        calls: tuple[Callable[[], object], ...] = (
            lambda name=name: kind(**{**sound, field: name}),  # type: ignore[misc]
            lambda name=name: attrs.evolve(made, **{field: name}),  # type: ignore[misc]
            lambda name=name: kind.from_dict({**plain, field: name}),  # type: ignore[misc]
            lambda name=name: kind.from_json({**plain, field: name}),  # type: ignore[misc]
        )
        for call in calls:
            try:
                call()
            except KesosError as error:
                yield error


def told_by(error: KesosError) -> str:
    """All that an error tells, to whoever asks it in whatever way."""
    told = [repr(error), repr(error.value), repr(error.args), repr(error.parameters), str(error.field)]
    told += [error.message(language) + str(error.to_dict(language)) for language in ("id", "en")]
    told += ["".join(traceback.format_exception_only(error)), repr(error.__cause__)]
    return "\n".join((*told, *map(told_by, getattr(error, "faults", ()))))


@pytest.mark.parametrize("kind", ABOUT_PEOPLE.values(), ids=ABOUT_PEOPLE)
def test_no_field_of_a_class_about_people_repeats_what_it_refuses(kind: Any, caplog: pytest.LogCaptureFixture) -> None:
    refused = 0
    for field in constructors.arguments(kind):
        for error in refusals_of(kind, field):
            refused += 1
            logging.getLogger("office").error("refused: %s", error)
            assert tells_nothing(told_by(error)), field
    assert refused > 20
    assert tells_nothing(caplog.text)


@pytest.mark.parametrize("kind", ABOUT_PEOPLE.values(), ids=ABOUT_PEOPLE)
def test_a_key_that_no_record_about_people_has_is_not_repeated_but_those_that_it_has_are(kind: Any) -> None:
    plain = constructors.make(kind).to_dict()
    with pytest.raises(KesosError) as caught:
        kind.from_dict({**plain, NAME: 1})
    assert tells_nothing(told_by(caught.value))
    assert all(key in str(caught.value) for key in plain)


def test_the_classes_about_people_are_found() -> None:
    assert {"registry.Change", "registry.Registry", "services.Step", "services.Complaint"} < set(ABOUT_PEOPLE)
    assert {"people.Beneficiary", "services.Recommendation"} < set(ABOUT_PEOPLE)


@pytest.mark.parametrize(
    "call",
    [
        lambda: apply_changes(REGISTRY, [{NAME: 1}]),
        lambda: Complaint.from_dict({"reference": "k1", "about": "x", "opened": "2018-08-20", "steps": [{NAME: 1}]}),
        lambda: REGISTRY.area_of(NAME),
        lambda: compare_registries(REGISTRY, NAME),  # type: ignore[arg-type]
        lambda: Complaint(reference="k1", about="x", opened="2018-08-20").moved_to(NAME, on="2018-08-21"),
        lambda: Complaint(reference="k1", about="x", opened="2018-08-20").moved_to("siti", on="2018-08-21"),
        lambda: Complaint(reference="k1", about="x", opened="2018-08-20").moved_to("handled", on=NAME),
        lambda: count_letters([NAME]),  # type: ignore[list-item]
    ],
)
def test_what_is_done_with_such_a_value_repeats_no_name_either(call: Callable[[], object]) -> None:
    with pytest.raises(KesosError) as caught:
        call()
    assert tells_nothing(told_by(caught.value).replace("siti", "Siti"))


def test_no_answer_shows_it() -> None:
    answer = eligibility("PKH", FAMILY, on="2017-06-01")
    sheet = worksheet([FAMILY], on="2017-06-01", adult_from=18)
    for language in ("id", "en"):
        assert tells_nothing(answer.explain(language) + sheet.explain(language))
    assert tells_nothing(repr(answer) + str(answer) + repr(sheet) + str(sheet))
    identity = [secret for secret in SECRETS if secret != "HIV"]
    assert not any(secret in answer.to_json() or secret in str(to_plain(FAMILY)) for secret in identity)
    assert not any(secret in str(to_plain(MOTHER)) for secret in identity)
    assert not any(secret.encode() in pickle.dumps(answer) for secret in identity)


def test_no_exported_file_holds_it_unless_it_is_named(tmp_path: Path) -> None:
    as_json, as_csv, named = tmp_path / "family.json", tmp_path / "family.csv", tmp_path / "named.json"
    as_json.write_text(json.dumps(FAMILY.to_dict()), encoding="utf-8")
    rows = [member.to_dict() for member in FAMILY.members or ()]
    with as_csv.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    named.write_text(json.dumps(FAMILY.to_dict(personal=["name"])), encoding="utf-8")

    def identifies(path: Path) -> bool:
        return any(secret in path.read_text(encoding="utf-8") for secret in SECRETS if secret != "HIV")

    assert not identifies(as_json)
    assert not identifies(as_csv)
    assert identifies(named)
    assert BORN not in named.read_text(encoding="utf-8")


def test_what_was_told_to_the_office_shows_nowhere_unasked() -> None:
    """The reason of a change, the need of a referral, what is complained of, what a letter is for."""
    told: list[Any] = [
        Change(family="f1", kind="remove", reason="ill", on="2021-02-01"),
        Referral(reference="s1", need=f"{NAME}, HIV", referred_to=f"keluarga {NAME}", opened="2018-08-20"),
        Complaint(reference="k1", about=f"{NAME}, HIV", opened="2018-08-20").moved_to("handled", on="2018-09-01"),
        Recommendation(reference="f1", kind="stranded_person", on="2017-03-01"),
    ]
    for each in told:
        shown = f"{each!r} {each!s} {each}"
        assert tells_nothing(shown)
        assert not any(word in shown for word in ("ill", "stranded"))
