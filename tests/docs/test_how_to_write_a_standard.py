"""What the how-to says that one may write is accepted when it is written."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from kesos.errors import StandardFileError
from kesos.standards import Row, load_standard, loads_standard
from kesos.testing import check_standard
from kesos.values._units import UNITS

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "how-to" / "write-a-standard.md").read_text(encoding="utf-8")
FIRST, *FRAGMENTS = re.findall(r"^```toml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
ROWS = re.findall(r"`(\{ (?:[a-z]+ = .*?)?(?:amount|share) = .*?\})`", PAGE)


def test_the_fragments_together_make_a_standard_with_the_first_file() -> None:
    standard = loads_standard("\n".join([FIRST, *FRAGMENTS]))
    assert standard.hazard("lahar").code == "lahar_flood"
    assert {axis.code for axis in standard.axes} == {"terrain", "season"}


def test_the_first_file_keeps_every_law() -> None:
    check_standard(loads_standard(FIRST), examples=10)


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


@pytest.mark.parametrize(
    ("written", "instead", "said"),
    [
        ("amount = 15000000", "amount = 3.5", 'or a decimal as text, such as "2.5"'),
        ("amount = 15000000", "tiers = 3", "needs one of amount, rates and unspecified = true"),
        ('per = "rehoused"', 'per = "recipient"', "needs a count of its own"),
        ('"2024-03-01"', '"2024-10-01/2025-09-30"', "Write the first day as start and the last as end"),
        ('covers = "any"', "", 'Write [[windows]] by hazard, or covers = "any"'),
        ('"hypothetical"', '"from memory"', "Write one of primary, quoted, secondary, hypothetical"),
    ],
)
def test_what_misled_an_author_is_refused_with_what_to_write(written: str, instead: str, said: str) -> None:
    with pytest.raises(StandardFileError, match=re.escape(said)):
        loads_standard(FIRST.replace(written, instead))


def test_the_units_of_the_reference_are_those_that_a_file_may_name() -> None:
    page = (DOCS / "reference" / "standard-format.md").read_text(encoding="utf-8")
    (row,) = re.findall(r"^\| `unit` \| required \| one of (.*); or a currency", page, re.MULTILINE)
    assert re.findall(r"`(\w+)`", row) == [unit.code for unit in UNITS]
