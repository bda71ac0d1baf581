"""The documentation as a reader has it, built once for all tests of it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import kesos

CHECKOUT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site, in its folder `id` the Indonesian one; a warning fails the build.

    The notebooks run once: the second build takes what they put out from the first, whose cache begins empty.
    Tests of it are marked `xdist_group("site")`: one worker builds it.
    """
    folder = tmp_path_factory.mktemp("site")
    once = ("-D", "nb_execution_mode=cache", "-D", f"nb_execution_cache_path={folder / 'executed'}")
    build(folder / "html", *once)
    build(folder / "html" / "id", *once, "-D", "language=id")
    return folder / "html"


def build(pages: Path, *options: str) -> None:
    trees = pages.parent / f"trees-{pages.name}"
    done = subprocess.run(
        [sys.executable, "-m", "sphinx", "-W", "--keep-going", "-q", *options, "-d", trees, "docs", pages],
        cwd=CHECKOUT,
        env={**os.environ, "PYTHONPATH": str(Path(kesos.__file__).parents[1])},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
