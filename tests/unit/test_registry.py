"""A list of the poor: changed by changes alone, all of them or none, and nothing of it shown by accident."""

import copy
import pickle
from collections.abc import Callable
from datetime import date
from typing import Any

import attrs
import pytest
from work import calls_of

from kesos import errors
from kesos.registry import (
    REASONS,
    Change,
    ChangeCount,
    Kind,
    Reason,
    Registry,
    RegistryComparison,
    apply_changes,
    compare_registries,
)
from kesos.values import Text, show


def registry(*families: str, **given: Any) -> Registry:
    usual = {"name": "DTKS", "area": "Kabupaten Contoh", "families": families, "on": "2021-01-07"}
    return Registry(**{**usual, **given})


def change(family: str, kind: Kind, **given: Any) -> Change:
    return Change(**{"family": family, "kind": kind, "reason": "moved", "on": "2021-02-01", **given})


def test_each_kind_of_change_does_what_it_says() -> None:
    before = registry("f1", "f2", "f3", areas={"f1": "Kumai", "f3": "Kumai"})
    after = apply_changes(
        before,
        [
            change("f4", "add", area="Arut Utara", reason="newly_poor"),
            change("f2", "remove", reason="deceased"),
            change("f1", "move", area="Arut Utara"),
            change("f3", "correct", becomes="f3b", reason="papers_incomplete"),
            change("f4", "correct", area="Arut Selatan", reason="papers_incomplete", on="2021-03-01"),
        ],
    )
    assert after.families == ("f1", "f4", "f3b")
    assert after.by_area == (("Arut Selatan", 1), ("Arut Utara", 1), ("Kumai", 1))
    assert (before.on, after.on) == (date(2021, 1, 7), date(2021, 3, 1))
    assert before.families == ("f1", "f2", "f3")
    assert before.by_area == (("Kumai", 2), (None, 1))


def test_a_family_that_moves_nobody_knows_where_has_no_known_area() -> None:
    after = apply_changes(registry("f1", areas={"f1": "Kumai"}), [change("f1", "move")])
    assert after.area_of("f1") is None
    corrected = apply_changes(registry("f1", areas={"f1": "Kumai"}), [change("f1", "correct", becomes="f1")])
    assert corrected.area_of("f1") == "Kumai"


def test_every_change_that_cannot_be_is_named_and_nothing_is_applied() -> None:
    before = registry("f1", "f2")
    with pytest.raises(errors.RegistryError) as caught:
        apply_changes(
            before,
            [
                change("f9", "remove"),
                change("f1", "add"),
                change("f2", "remove"),
                change("f2", "move", area="Kumai"),
                change("f1", "correct", becomes="f3"),
                change("f1", "correct"),
                {"family": "f7", "kind": "ad", "reason": "Siti Aminah"},
                ("Siti Aminah",),  # type: ignore[list-item]
            ],
        )
    faults = [(fault.field, fault.code) for fault in caught.value.faults]
    assert faults == [
        ("changes[0].family", "not_listed"),
        ("changes[1].family", "already_listed"),
        ("changes[3].family", "not_listed"),
        ("changes[5].family", "not_listed"),
        ("changes[6].kind", "not_a_choice"),
        ("changes[6].on", "missing"),
        ("changes[7]", "wrong_type"),
    ]
    assert caught.value.code == "registry"
    assert "6 perubahan" in caught.value.message("id")
    assert "Siti" not in str(caught.value) + caught.value.message("id")
    assert before == registry("f1", "f2")


def test_rows_of_a_table_are_changes_too() -> None:
    row = {"family": "f2", "kind": "add", "reason": "newly_poor", "on": "2021-02-01", "area": "Kumai"}
    after = apply_changes(registry("f1"), [row, change("f1", "remove")])
    assert after == apply_changes(registry("f1"), [Change.from_dict(row), change("f1", "remove")])


def test_a_reference_is_not_corrected_into_another_that_is_listed() -> None:
    with pytest.raises(errors.RegistryError) as caught:
        apply_changes(registry("f1", "f2"), [change("f1", "correct", becomes="f2")])
    assert [(fault.field, fault.value) for fault in caught.value.faults] == [("changes[0].becomes", "f2")]


CALLS: dict[str, tuple[Callable[[], object], str, str]] = {
    "a family twice": (lambda: registry("f1", "f1"), "families", "already_listed"),
    "a civil number": (lambda: registry("6201031234567890"), "families[0]", "identifying"),
    "a text of families": (lambda: registry(families="f1"), "families", "wrong_type"),
    "no name": (lambda: registry("f1", name=""), "name", "not_a_text"),
    "no area": (lambda: registry("f1", area=None), "area", "not_a_text"),
    "no day": (lambda: registry("f1", on="2021"), "on", "not_a_day"),
    "an area of nobody": (lambda: registry("f1", areas={"f2": "Kumai"}), "areas", "not_listed"),
    "two areas of one": (lambda: registry("f1", areas=[("f1", "a"), ("f1", "b")]), "areas", "not_listed"),
    "an area without words": (lambda: registry("f1", areas={"f1": ""}), "areas", "not_a_text"),
    "a history of something": (lambda: registry("f1", history=[3]), "history[0]", "wrong_type"),
    "a history that cannot be": (
        lambda: registry("f1", history=[change("f2", "remove")]), "history[0].family", "registry"
    ),
    "a stranger": (lambda: registry("f1").area_of("f2"), "family", "not_listed"),
    "another kind": (lambda: change("f1", "delete"), "kind", "not_a_choice"),  # type: ignore[arg-type]
    "a slip": (lambda: change("f1", "remove", reason="deceasd"), "reason", "not_a_choice"),
    "no code": (lambda: change("f1", "remove", reason="Sudah meninggal"), "reason", "not_a_slug"),
    "no reason": (lambda: change("f1", "remove", reason=None), "reason", "not_a_slug"),
    "an area that is not the family's": (
        lambda: apply_changes(registry("f1", areas={"f1": "Umpang"}), [change("f1", "remove", area="Kumai")]),
        "changes[0].area", "registry",
    ),
    "another reference": (lambda: change("f1", "move", becomes="f2"), "becomes", "not_used"),
    "a civil number for a family": (lambda: change("6201 0312 3456 7890", "add"), "family", "identifying"),
    "no registry": (lambda: apply_changes(("f1",), []), "registry", "wrong_type"),  # type: ignore[arg-type]
    "no changes": (lambda: apply_changes(registry("f1"), "f1"), "changes", "wrong_type"),  # type: ignore[arg-type]
}  # fmt: skip


@pytest.mark.parametrize(("call", "field", "code"), CALLS.values(), ids=CALLS)
def test_what_cannot_be_is_refused(call: Callable[[], object], field: str, code: str) -> None:
    with pytest.raises(errors.KesosError) as caught:
        call()
    assert (caught.value.field, caught.value.code) == (field, code)


def test_a_reason_may_be_one_of_the_reports_one_of_your_own_or_its_code() -> None:
    assert [reason.code for reason in REASONS] == [
        "deceased", "moved", "no_longer_poor", "absent", "papers_incomplete", "ill", "newly_poor"
    ]  # fmt: skip
    assert [reason.citation is None for reason in REASONS] == [False] * 6 + [True]
    own = Reason(code="house_flooded", name=Text("rumah terendam", "house flooded"))
    assert change("f1", "add", reason=own).reason == change("f1", "add", reason="house_flooded").reason
    for words in ("Meninggal dunia", "meninggal dunia", " Deceased "):
        assert change("f1", "remove", reason=words).reason == "deceased"
    assert f"{own:en}" == "house flooded"
    assert str(own) == "rumah terendam"

    class Word(str):
        __slots__ = ()

    assert type(change("f1", "add", reason=Word("moved")).reason) is str


def test_nothing_tells_why_a_family_left_but_what_is_asked_for_it() -> None:
    left = change("f1", "remove", reason="ill")
    after = apply_changes(registry("f1"), [left])
    assert "ill" not in repr(left)
    assert "f1" not in repr(after) + str(after)
    assert left.to_dict()["reason"] == "ill"


@pytest.mark.parametrize(("listed", "said"), [("Desa Umpang", "umpang "), ("Umpang", "Ds. UMPANG"), (None, "Runtu")])
def test_a_family_may_be_removed_with_where_it_lived(listed: str | None, said: str) -> None:
    areas = {} if listed is None else {"f1": listed}
    after = apply_changes(registry("f1", areas=areas), [change("f1", "remove", area=said)])
    assert after.families == ()
    assert [each.area for each in after.counts] == [listed or said]
    assert [str(cell) for cell in show(after.history).rows[0]][-1] == said
    assert [str(cell) for cell in show([change("f1", "remove")]).rows[0]][-1] != "tidak diketahui"


@pytest.mark.parametrize("said", ["Kecamatan Kumai", "Kel. Kumai", "Desa Kumai Hulu"])
def test_a_family_is_not_removed_with_an_area_of_another_kind_or_name(said: str) -> None:
    before = registry("f1", areas={"f1": "Desa Kumai"})
    with pytest.raises(errors.RegistryError) as caught:
        apply_changes(before, [change("f1", "remove", area=said)])
    assert [(each.code, each.field) for each in caught.value.faults] == [("other_area", "changes[0].area")]


def test_changes_are_counted_by_kind_reason_and_area() -> None:
    before = registry("f1", "f2", "f3", areas={"f1": "Kumai", "f2": "Kumai"})
    after = apply_changes(
        before,
        [
            *(change(family, "remove", reason="deceased") for family in ("f1", "f2", "f3")),
            change("f4", "add", area="x"),
        ],
    )
    assert after.counts == (
        ChangeCount(kind="remove", reason="deceased", area="Kumai", families=2),
        ChangeCount(kind="remove", reason="deceased", area=None, families=1),
        ChangeCount(kind="add", reason="moved", area="x", families=1),
    )
    assert after.table("en").rows == (
        ("removed", "deceased", "Kumai", "2"),
        ("removed", "deceased", "not known", "1"),
        ("added", "moved away", "x", "1"),
    )
    assert after.table("id").notes == ("Pada 7 Januari 2021: 3 KK.", "Pada 1 Februari 2021: 1 KK.")
    assert before.table("en").notes == ("On 7 January 2021: 3 families.",)


def test_a_list_prints_travels_and_is_copied_with_its_history() -> None:
    after = apply_changes(registry("f1", areas={"f1": "Kumai"}), [change("f2", "add", reason="house_flooded")])
    assert repr(after) == "<Registry DTKS, Kabupaten Contoh, 2021-02-01: 2 families, 1 change>"
    assert f"{after}" == str(after) == after.table("id").plain()
    assert "house_flooded" in f"{after:en}"
    assert "<table" in after._repr_html_()
    for again in (
        pickle.loads(pickle.dumps(after)),
        copy.deepcopy(after),
        attrs.evolve(after),
        Registry.from_json(after.to_json()),
    ):
        assert again == after
        assert again.families == ("f1", "f2")
        assert again.area_of("f1") == "Kumai"


def test_a_list_that_was_looked_at_is_changed_like_one_that_was_not() -> None:
    seen, unseen = registry("f1"), registry("f1")
    assert seen.families == ("f1",)
    added = [change("f2", "add")]
    assert apply_changes(seen, added).families == apply_changes(unseen, added).families == ("f1", "f2")


def test_two_lists_are_compared_as_they_stand() -> None:
    one = registry("f1", "f2", "f3", areas={"f2": "Kumai"})
    other = registry("f2", "f3", "f4", on="2022-01-07")
    found = compare_registries(one, other)
    assert found == RegistryComparison(name="DTKS", added=["f4"], removed=["f1"], moved=["f2"], kept=1)
    assert [row[1] for row in found.table("en").rows] == ["1", "1", "1", "1"]
    assert f"{found}" == str(found) == found.table("id").plain()
    assert "f4" not in repr(found) + str(found)
    assert "<table" in found._repr_html_()
    assert RegistryComparison.from_dict(found.to_dict()) == found


def test_a_family_whose_area_is_written_in_another_way_has_not_moved() -> None:
    one = registry("f1", "f2", "f3", "f4", areas={"f1": "Desa Umpang", "f2": "Desa Kumai", "f3": "Kumai"})
    other = registry(
        "f1", "f2", "f3", "f4", area="KAB. Contoh", areas={"f1": "ds.UMPANG", "f2": "Kec. Kumai", "f3": "kumai "}
    )
    found = compare_registries(one, other)
    assert (found.moved, found.kept) == (("f2",), 3)


@pytest.mark.parametrize("field", ["name", "area"])
def test_two_lists_of_other_areas_or_names_are_not_compared(field: str) -> None:
    with pytest.raises(errors.InvalidValueError) as caught:
        compare_registries(registry("f1"), registry("f1", **{field: "x"}))
    assert (caught.value.field, caught.value.code) == (field, "not_comparable")


def test_twice_as_many_changes_are_twice_the_work() -> None:
    begun = registry(*(f"f{at}" for at in range(100)))
    many = [change(f"n{at}", "add") for at in range(2_000)]
    half = calls_of(lambda: apply_changes(begun, many[:1_000]))
    all_of_them = calls_of(lambda: apply_changes(begun, many))
    later = apply_changes(begun, many[:1_000])
    on_top = calls_of(lambda: apply_changes(later, many[1_000:]))
    assert all_of_them <= 2 * half
    assert on_top <= half  # the history is not gone through again


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ("Budi Santoso", "identifying.words"),
        ("Suharto", "identifying.words"),
        ("Qx", "identifying.words"),
        ("f1 Budi", "identifying.words"),
        (" f1", "identifying.words"),
        ("-1", "identifying.words"),
        ("17-08-1975", "identifying.birth_date"),
    ],
)
def test_a_name_or_a_birth_date_refers_to_no_family_wherever_a_list_takes_one(given: str, code: str) -> None:
    for make in (
        lambda: registry("f1", given),
        lambda: registry("f1", areas={given: "A"}),
        lambda: change(given, "add"),
        lambda: Change(family="f1", kind="correct", reason="typo", on="2021-02-01", becomes=given),
        lambda: RegistryComparison(name="x", added=[given], removed=[], moved=[], kept=0),
    ):
        with pytest.raises(errors.InvalidValueError) as caught:
            make()
        assert caught.value.args[0] == code
        assert given not in str(caught.value)
