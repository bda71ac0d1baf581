"""A standard with a few values changed keeps all its others, and knows what it does not have."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest

from kesos import PEDUM_2003, DisasterEvent, Quantity, Text, entitle
from kesos.errors import UnknownItemError
from kesos.standards import AidStandard, Window, load_standard

SHAPES = load_standard(Path(__file__).parent / "every_shape.toml")
PERBUP = load_standard(Path(__file__).parents[2] / "examples" / "standards" / "perbup_contoh_2020.toml")
WINDOW = Window(hazards=("flood",), minimum=1, maximum=5, citation=PEDUM_2003.source)


@pytest.mark.parametrize("law", [PEDUM_2003, SHAPES, PERBUP], ids=lambda law: law.code)
def test_what_is_not_changed_in_a_standard_stays(law: AidStandard) -> None:
    made = law.evolve(code="other", source="a proposal", title=Text("Lain", "Other"))
    for field in attrs.fields(AidStandard):
        if field.init and field.name not in ("code", "title", "source"):
            assert getattr(made, field.name) == getattr(law, field.name), field.name
    assert (made.code, made.title.id, made.source.known) == ("other", "Lain", "hypothetical")


def test_a_new_rate_stands_in_the_place_of_a_table_of_rates() -> None:
    made = SHAPES.evolve(code="other", source="a proposal", rates={"blanket": Quantity(3, "unit")})
    assert (made.item("blanket").amount, made.item("blanket").rates) == (3, ())
    assert [each.code for each in made.items] == [each.code for each in SHAPES.items]


def test_a_new_window_takes_its_hazard_out_of_the_old_one_and_leaves_the_others() -> None:
    together = next(window for window in PEDUM_2003.windows if len(window.hazards) > 1)
    taken, *rest = together.hazards
    made = PEDUM_2003.evolve(code="other", source="a proposal", windows={taken: WINDOW})
    windows = {code: window for window in made.windows for code in window.hazards}
    assert (windows[taken].minimum, windows[taken].maximum, windows[taken].citation) == (1, 5, made.source)
    for code in rest:
        assert attrs.evolve(windows[code], hazards=together.hazards) == together
    happened = DisasterEvent(hazard=taken, place="x", period="2017-02-25", people=1)
    assert entitle(happened, made, days=5)["rice"] == Quantity(2000, "g")


def test_an_index_that_a_standard_does_not_have_is_refused() -> None:
    assert SHAPES.index("mean").code == "mean"
    with pytest.raises(UnknownItemError) as caught:
        SHAPES.index("median")
    assert (caught.value.field, caught.value.value) == ("code", "median")


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_standard_stands_over_its_own_table(language: str) -> None:
    assert PEDUM_2003.table(language).caption == PEDUM_2003.head(language)[0]
    assert len(set(PEDUM_2003.head(language))) == len(PEDUM_2003.head(language)) > 1
