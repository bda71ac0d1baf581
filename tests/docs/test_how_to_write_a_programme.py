"""The programme that the how-to writes is the example's, and what its text describes and nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kesos.errors import ProgramFileError
from kesos.programs import loads_program
from kesos.testing import check_program

CHECKOUT = Path(__file__).parents[2]
PAGE = (CHECKOUT / "docs" / "how-to" / "new-programme-rule.md").read_text(encoding="utf-8")
(FILE,) = re.findall(r"^```toml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


def test_the_file_of_the_page_is_that_of_the_example() -> None:
    assert (CHECKOUT / "examples" / "programs" / "susu_contoh.toml").read_text(encoding="utf-8") == FILE


def test_the_file_keeps_every_law() -> None:
    check_program(loads_program(FILE), examples=10)


def test_a_key_after_a_table_is_refused_with_its_place() -> None:
    moved = FILE.replace('unit = "family"\n', "") + 'unit = "family"\n'
    with pytest.raises(ProgramFileError, match=r"grounds\[mother\].unit: this key is not known"):
        loads_program(moved)
