"""What must hold of every list and every run of changes."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kesos.errors import RegistryError
from kesos.registry import KINDS, Change, Registry, apply_changes

FAMILIES = [f"f{at}" for at in range(6)]
areas = st.none() | st.sampled_from(["Kumai", "Arut Utara"])


@st.composite
def changes(draw: st.DrawFn) -> Change:
    kind = draw(st.sampled_from(KINDS))
    given: dict[str, Any] = {} if kind == "remove" else {"area": draw(areas)}
    if kind == "correct":
        given["becomes"] = draw(st.none() | st.sampled_from(FAMILIES))
    day = draw(st.dates(min_value=date(1951, 1, 1)))
    return Change(family=draw(st.sampled_from(FAMILIES)), kind=kind, reason="moved", on=day, **given)


@st.composite
def registries(draw: st.DrawFn) -> Registry:
    families = draw(st.lists(st.sampled_from(FAMILIES), unique=True))
    known = {family: "Kumai" for family in families if draw(st.booleans())}
    return Registry(name="DTKS", area="Contoh", families=families, areas=known, on="2021-01-07")


def possible(registry: Registry, drawn: list[Change]) -> list[Change]:
    """The changes that can be, each after those before it."""
    kept: list[Change] = []
    for change in drawn:
        try:
            registry = apply_changes(registry, [change])
            kept.append(change)
        except RegistryError:
            continue
    return kept


@given(registries(), st.lists(changes(), max_size=12), st.integers(0, 12))
def test_two_batches_are_one_and_a_history_replays(registry: Registry, drawn: list[Change], cut: int) -> None:
    kept = possible(registry, drawn)
    once = apply_changes(registry, kept)
    twice = apply_changes(apply_changes(registry, kept[:cut]), kept[cut:])
    replayed = apply_changes(registry, once.history)
    read = Registry.from_json(once.to_json())
    for other in (twice, replayed, read):
        assert (other, other.families, other.by_area, other.on) == (once, once.families, once.by_area, once.on)
    assert once.history == tuple(kept)


@given(registries(), st.lists(changes(), max_size=12))
def test_whoever_is_added_less_whoever_is_removed_is_what_it_grows_by(registry: Registry, drawn: list[Change]) -> None:
    kept = possible(registry, drawn)
    after = apply_changes(registry, kept)
    kinds = [change.kind for change in kept]
    assert len(after.families) - len(registry.families) == kinds.count("add") - kinds.count("remove")
    assert sum(number for _, number in after.by_area) == len(after.families) == len(set(after.families))
    assert sum(each.families for each in after.counts) == len(kept)


@given(registries(), st.lists(changes(), min_size=1, max_size=12))
def test_changes_are_applied_all_together_or_not_at_all(registry: Registry, drawn: list[Change]) -> None:
    before = registry.to_json()
    if possible(registry, drawn) == drawn:
        assert apply_changes(registry, drawn).history == tuple(drawn)
    else:
        with pytest.raises(RegistryError) as caught:
            apply_changes(registry, drawn)
        assert len(caught.value.faults) == len(drawn) - len(possible(registry, drawn))
    assert registry.to_json() == before
