"""The face of the package: every public name, each loaded when it is first used."""

from __future__ import annotations

import subprocess
import sys

import pytest

import kesos


@pytest.mark.parametrize("name", kesos.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(kesos, name) is not None
    assert name in dir(kesos)


def test_the_names_are_sorted_and_none_is_there_twice() -> None:
    assert len(set(kesos.__all__)) == len(kesos.__all__)
    assert set(kesos.__all__) == set(kesos._HOME_OF)


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'entitel'"):
        kesos.entitel  # noqa: B018


def test_importing_the_package_loads_nothing_heavy() -> None:
    heavy = ("attrs", "attr", "babel", "pendulum", "tomllib", "decimal")
    program = f"import sys, kesos; print([name for name in {heavy} if name in sys.modules])"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert loaded.stdout.strip() == "[]"


def test_an_entitlement_without_print_loads_neither_babel_nor_the_reports() -> None:
    program = (
        "import sys, kesos\n"
        "flood = kesos.DisasterEvent(hazard='banjir', place='x', period='2017-02-25', people=1)\n"
        "kesos.entitle(flood, kesos.PEDUM_2003, days=3)\n"
        "print([name for name in ('babel', 'kesos.datasets', 'kesos.reports') if name in sys.modules])"
    )
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert loaded.stdout.strip() == "[]"
