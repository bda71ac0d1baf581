"""What the how-to says that one may write is accepted when it is written."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from kesos.errors import StandardFileError
from kesos.standards import Row, load_standard, loads_standard

PAGE = (Path(__file__).parents[2] / "docs" / "how-to" / "write-a-standard.md").read_text(encoding="utf-8")
FIRST, *FRAGMENTS = re.findall(r"^```toml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
ROWS = re.findall(r"`(\{ (?:[a-z]+ = .*?)?(?:amount|share) = .*?\})`", PAGE)


def test_the_fragments_together_make_a_standard_with_the_first_file() -> None:
    standard = loads_standard("\n".join([FIRST, *FRAGMENTS]))
    assert standard.hazard("lahar").code == "lahar_flood"
    assert {axis.code for axis in standard.axes} == {"terrain", "season"}


@pytest.mark.parametrize("row", ROWS)
def test_a_row_of_rates_is_one(row: str) -> None:
    read = Row.__read__(tomllib.loads(f"row = {row}")["row"])
    assert (read.amount is None) != (read.share is None)


def test_the_rows_are_found() -> None:
    assert len(ROWS) >= 9


def test_a_key_after_the_last_item_is_refused_with_its_place(tmp_path: Path) -> None:
    """What the page warns of: TOML gives a key to the last table above it."""
    moved = FIRST.replace('covers = "any"\n', "").replace("[[counts]]", 'covers = "any"\n\n[[counts]]')
    file = tmp_path / "grants.toml"
    file.write_text(moved, encoding="utf-8")
    with pytest.raises(StandardFileError, match=r"items\[living_allowance\].covers: this key is not known"):
        load_standard(file)
