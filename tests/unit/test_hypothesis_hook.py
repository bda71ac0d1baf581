"""What Hypothesis loads in every project that has kesos installed too: nothing, until a class of kesos is drawn."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Annotated

import pytest
from hypothesis import strategies as st
from hypothesis.strategies._internal import types

import kesos
from kesos import Period, Quantity, Span
from kesos._hypothesis import register, strategy_of

CHECKOUT = Path(__file__).parents[2]
SOURCE = Path(kesos.__file__).parents[1]


@pytest.fixture
def installed(tmp_path: Path) -> dict[str, str]:
    """The environment of a Python in which kesos is installed with the hook that pyproject.toml names."""
    hooks = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["entry-points"]
    described = tmp_path / "kesos-0.dist-info"
    described.mkdir()
    lines = "".join(f"{name} = {hook}\n" for name, hook in hooks["hypothesis"].items())
    described.joinpath("entry_points.txt").write_text(f"[hypothesis]\n{lines}", encoding="utf-8")
    described.joinpath("METADATA").write_text("Metadata-Version: 2.1\nName: kesos\nVersion: 0\n", encoding="utf-8")
    return {**os.environ, "PYTHONPATH": os.pathsep.join([str(tmp_path), str(SOURCE)])}


def python(environment: dict[str, str], program: str, *options: str) -> str:
    command = [sys.executable, *options, "-c", program]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout.strip()


DRAWN = """
import sys, hypothesis
print(sorted(name for name in sys.modules if name.partition(".")[0] in ("kesos", "attrs", "babel", "pendulum")))
from hypothesis import strategies as st
import kesos
for kind in (kesos.Quantity, kesos.Household, kesos.Quantity | int):
    st.from_type(kind).validate()
print("kesos.testing" in sys.modules)
"""


@pytest.mark.parametrize("options", [[], ["-OO"]], ids=["plain", "without docstrings"])
def test_hypothesis_loads_nothing_of_kesos_until_a_class_of_it_is_drawn(
    installed: dict[str, str], options: list[str]
) -> None:
    assert python(installed, DRAWN, *options).splitlines() == [
        "['kesos', 'kesos._hypothesis', 'kesos._version']",
        "True",
    ]


def test_a_project_whose_modules_bear_the_names_of_pythons_own_is_not_disturbed(
    installed: dict[str, str], tmp_path: Path
) -> None:
    tmp_path.joinpath("statistics.py").write_text("", encoding="utf-8")  # kesos.audit would ask it for a median
    assert python(installed, "import hypothesis; print(hypothesis.strategies.integers())") == "integers()"


def test_a_hypothesis_that_asks_nobody_fails_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(types, "_global_extra_lookup")
    register()
    assert not hasattr(types, "_global_extra_lookup")


def test_hypothesis_asks_for_the_classes_of_kesos(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(types, "_global_extra_lookup", {})
    register()
    assert types._global_extra_lookup == {"kesos": strategy_of}


def test_a_strategy_is_given_for_a_public_class_of_kesos_and_for_nothing_else() -> None:
    assert isinstance(strategy_of(Quantity), st.SearchStrategy)
    strange = Annotated[Period, []]
    assert [strategy_of(kind) for kind in (int, None, "kesos", Span[int], strange, kesos.entitle)] == [None] * 6
