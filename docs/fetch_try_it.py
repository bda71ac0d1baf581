"""Fetches what the page "Try it" needs to run Python in a browser: `python docs/fetch_try_it.py`, with pip and npm.

It lies in docs/_static/browser from then on, and in no commit; the next build of the documentation takes it along.
kesos itself is not in it, since every build puts in the one that it describes.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

CHECKOUT = Path(__file__).parents[1]
FOLDER = CHECKOUT / "docs" / "_static" / "browser"

PYODIDE = "pyodide@314.0.7"
PYTHON = ("--python-version", "3.14", "--implementation", "cp", "--platform", "pyemscripten_2026_0_wasm32")
"""CPython for WebAssembly, and what pip has to know to choose wheels for it."""
OF_PYODIDE = (
    "package.json",  # names its licence
    "pyodide-lock.json",
    "pyodide.asm.mjs",
    "pyodide.asm.wasm",
    "pyodide.mjs",
    "python_stdlib.zip",
)
LOCALES = ("root", "id", "id_ID", "en", "en_001", "en_US")
"""What stays of Babel's eleven hundred locales, which are half of all that a reader would have to load."""


def pyodide(into: Path, scratch: Path) -> None:
    """Python itself, from npm."""
    subprocess.run(["npm", "pack", "--silent", "--pack-destination", scratch, PYODIDE], check=True)
    [packed] = scratch.glob("*.tgz")
    with tarfile.open(packed) as archive:
        for name in OF_PYODIDE:
            content = archive.extractfile(f"package/{name}")
            assert content is not None, name
            (into / name).write_bytes(content.read())


def packages(into: Path, scratch: Path) -> None:
    """What kesos requires, and what the package index is told of kesos, in one archive."""
    site = scratch / "site"
    wheels_only = ("--only-binary", ":all:", "--no-compile", *PYTHON)
    pip = (sys.executable, "-m", "pip", "install", "--quiet", "--target", site, *wheels_only, CHECKOUT)
    subprocess.run(pip, check=True)
    files = [file for file in sorted(site.rglob("*")) if file.is_file()]
    with ZipFile(into / "packages.zip", "w", ZIP_DEFLATED) as archive:
        for file in files:
            name = file.relative_to(site)
            spare = name.parts[:2] == ("babel", "locale-data") and name.suffix == ".dat" and name.stem not in LOCALES
            if name.parts[0] not in ("bin", "kesos") and not spare:
                archive.write(file, name)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        scratch, fetched = Path(folder), Path(folder, "browser")
        fetched.mkdir()
        pyodide(fetched, scratch)
        packages(fetched, scratch)
        shutil.rmtree(FOLDER, ignore_errors=True)
        shutil.copytree(fetched, FOLDER)
    size = sum(file.stat().st_size for file in FOLDER.iterdir())
    print(f"{FOLDER.relative_to(CHECKOUT)}: {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
