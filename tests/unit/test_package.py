"""The face of the package: one list of names, each loaded when it is first used."""

from __future__ import annotations

import pickle
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from enum import Enum
from importlib import import_module, metadata
from inspect import isclass, isroutine
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

import pytest

import kesos
import kesos.relief
from kesos._package import homes, names, requirements_of

SOURCE = Path(kesos.__file__).parents[1]
WITH_STUBS = sorted(".".join(stub.relative_to(SOURCE).parent.parts) for stub in SOURCE.rglob("__init__.pyi"))
DOORS = sorted(name for name, home in homes("kesos").items() if home == "kesos")


def python(program: str, *options: str, path: Path = SOURCE) -> str:
    """What a program prints in a Python of its own."""
    found = f"import sys; sys.path.insert(0, {str(path)!r})\n"
    done = subprocess.run([sys.executable, *options, "-c", found + program], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_there_are_stubs() -> None:
    assert WITH_STUBS == ["kesos", "kesos.records", "kesos.relief", "kesos.standards", "kesos.values"]


@pytest.mark.parametrize("package", WITH_STUBS)
def test_every_name_of_a_stub_is_there(package: str) -> None:
    module = import_module(package)
    for name in homes(package):
        assert getattr(module, name) is not None
        assert name in dir(module)


@pytest.mark.parametrize("package", WITH_STUBS)
def test_every_line_of_a_stub_that_imports_is_read(package: str) -> None:
    stub = (SOURCE / Path(*package.split(".")) / "__init__.pyi").read_text(encoding="utf-8")
    imports = re.findall(r"^(?:from|import)\b.*", stub, re.MULTILINE)
    assert len(homes(package)) == len(imports)
    assert sum("(" in line for line in imports) == 0


def test_every_public_module_is_a_door() -> None:
    modules = {path.stem for path in (SOURCE / "kesos").iterdir() if path.suffix == ".py" or path.is_dir()}
    assert {name for name in modules if not name.startswith("_")} == set(DOORS)


def test_a_star_leaves_out_what_needs_an_extra() -> None:
    assert set(homes("kesos")) - set(kesos.__all__) == {"testing"}
    assert "testing" in dir(kesos)
    assert python("from kesos import *; print(Quantity(5, 'kg'), 'hypothesis' in sys.modules)") == "5 kg False"


@pytest.mark.parametrize("program", ["from kesos import *", "import kesos.frames", "import kesos.charts"])
def test_what_an_extra_brings_is_not_needed_before_it_is_used(program: str) -> None:
    blocked = "sys.modules.update(dict.fromkeys(('numpy', 'pandas', 'polars', 'altair', 'openpyxl', 'hypothesis')))\n"
    assert python(f"{blocked}{program}\nprint('there')") == "there"


@pytest.mark.parametrize("door", DOORS)
def test_a_public_module_lists_what_it_shows_once_and_in_order(door: str) -> None:
    listed = import_module(f"kesos.{door}").__all__
    assert listed == sorted(set(listed), key=lambda each: (not each.isupper(), each.islower(), each))


def named_in(kind: Any) -> Iterator[type]:
    """The classes of kesos that a type is made of."""
    if isinstance(kind, type) and not get_args(kind):
        yield kind
    for part in (get_origin(kind), *get_args(kind), *(kind if isinstance(kind, list) else ())):
        if part is not None and not isinstance(part, (str, int)):
            yield from named_in(part)


def types_of(value: Any) -> Iterator[Any]:
    """The types in the fields and the signatures of a public class or function."""
    parts = [value, *(part for name, part in vars(value).items() if name[0] != "_")] if isclass(value) else [value]
    for part in parts:
        inner = getattr(part, "__func__", None) or getattr(part, "fget", None) or getattr(part, "func", None) or part
        if isclass(inner) or isroutine(inner):
            yield from (kind for name, kind in get_type_hints(inner).items() if name[0] != "_")


@pytest.mark.parametrize("door", DOORS)
def test_a_class_that_a_public_signature_names_is_public_too(door: str) -> None:
    """Whoever keeps what a function gives back can say of which type it is; a mark with one member is no such thing."""
    doors = [import_module(f"kesos.{each}") for each in DOORS]
    shown = {id(getattr(each, name)) for each in doors for name in each.__all__}
    module = import_module(f"kesos.{door}")
    listed = [getattr(module, name) for name in module.__all__]
    named = {
        kind
        for value in listed
        if isclass(value) or isroutine(value)
        for given in types_of(value)
        for kind in named_in(given)
        if kind.__module__.startswith("kesos") and not kind.__name__.startswith("_")
    }
    assert {kind.__qualname__ for kind in named if id(kind) not in shown and not issubclass(kind, Enum)} == set()


def test_a_door_opens_without_an_import_of_its_own() -> None:
    assert python("import kesos; print(kesos.standards.PEDUM_2003.code)") == "pedum-2003"
    assert python("import kesos; print(kesos.relief.worksheet.__name__)") == "worksheet"


def test_a_name_that_is_not_there_is_an_attribute_error_that_says_so() -> None:
    with pytest.raises(AttributeError, match="module 'kesos' has no attribute 'entitel'") as caught:
        kesos.entitel  # type: ignore[attr-defined]  # noqa: B018
    assert (caught.value.name, caught.value.obj) == ("entitel", kesos)  # with which Python says what was meant
    with pytest.raises(ImportError, match="entitel"):
        from kesos.relief import entitel  # type: ignore[attr-defined]  # noqa: F401


def test_a_name_that_was_found_is_not_looked_up_again() -> None:
    assert python("import kesos; kesos.Quantity; print('Quantity' in vars(kesos))") == "True"


def test_dir_shows_what_is_there_before_it_is_loaded() -> None:
    assert python("import kesos; print('entitle' in dir(kesos), 'kesos.relief' in sys.modules)") == "True False"
    assert names("kesos") == dir(kesos)


def test_what_was_pickled_by_one_name_is_found_by_the_other() -> None:
    assert pickle.loads(pickle.dumps(kesos.entitle)) is kesos.relief.entitle


def test_the_package_works_from_a_zip(tmp_path: Path) -> None:
    archive = tmp_path / "kesos.zip"
    with zipfile.ZipFile(archive, "w") as zipped:
        for file in (file for file in SOURCE.joinpath("kesos").rglob("*") if "__pycache__" not in file.parts):
            zipped.write(file, file.relative_to(SOURCE))
    program = (
        "import kesos\n"
        "flood = kesos.DisasterEvent(hazard='banjir', place='x', period='2017-02-25', people=1)\n"
        "print(kesos.__file__.startswith(sys.path[0]), kesos.entitle(flood, kesos.PEDUM_2003, days=3)['rice'])\n"
        "print(kesos.errors.InvalidValueError('missing', field='x').message('id')[:3])"
    )
    assert [line.rstrip() for line in python(program, path=archive).splitlines()] == ["True 1,2 kg", "x:"]


def test_every_module_can_be_imported_without_docstrings() -> None:
    program = (
        "import kesos, importlib, pkgutil\n"
        "found = [each.name for each in pkgutil.walk_packages(kesos.__path__, 'kesos.')]\n"
        "print(all(importlib.import_module(name) for name in found), len(dir(kesos)) > len(kesos.__all__))"
    )
    assert python(program, "-OO") == "True True"


def test_importing_the_package_loads_nothing_heavy() -> None:
    heavy = ("attrs", "attr", "babel", "pendulum", "tomllib", "decimal", "importlib.resources")
    assert python(f"import kesos; print([name for name in {heavy} if name in sys.modules])") == "[]"


def test_an_entitlement_without_print_loads_nothing_that_it_does_not_need() -> None:
    libraries = "babel calendar difflib hashlib html importlib.resources json pathlib pendulum tomli_w zipfile"
    own = "categories datasets people records._compare relief._batches relief._ranges relief._records relief._totals"
    others = "relief._worksheet reports standards._comparison standards._installed values._truth"
    unneeded = [*libraries.split(), *(f"kesos.{each}" for each in f"{own} {others}".split())]
    program = (
        "import kesos\n"
        "flood = kesos.DisasterEvent(hazard='banjir', place='x', period='2017-02-25', people=1)\n"
        "kesos.entitle(flood, kesos.PEDUM_2003, days=3)\n"
        f"print([name for name in {unneeded} if name in sys.modules])"
    )
    assert python(program) == "[]"


def test_what_an_extra_needs_is_read_from_what_was_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    declared = [
        "attrs>=23.2",
        "hypothesis>=6.160; extra == 'testing'",
        'sphinx<9; extra == "docs"',
        "x; extra == 'testing'",
    ]
    monkeypatch.setattr(metadata, "requires", lambda _name: declared)
    assert requirements_of("testing", "hypothesis") == ("hypothesis>=6.160", "x")
    assert requirements_of("docs", "sphinx") == ("sphinx<9",)
    monkeypatch.setattr(metadata, "requires", lambda _name: None)
    assert requirements_of("testing", "hypothesis") == ("hypothesis",)


def test_what_an_extra_needs_is_its_libraries_where_nothing_was_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    def none(name: str) -> list[str]:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "requires", none)
    assert requirements_of("testing", "hypothesis") == ("hypothesis",)
