"""The public face and what it is made of agree, and every public name explains itself."""

from __future__ import annotations

import ast
import doctest
import importlib.util
import inspect
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from checkout import CHECKOUT, load

import kesos
from kesos._package import homes
from kesos.words import catalogue

PAGES = "\n".join(
    page.read_text(encoding="utf-8")
    for page in (CHECKOUT / "README.md", CHECKOUT / "README.id.md", *(CHECKOUT / "docs").rglob("*.md"))
    if not {"_build", "_generated"} & set(page.parts)
)


sys.path.insert(0, str(CHECKOUT / "docs"))  # it imports the modules that lie beside it
generate = load("docs/generate.py")
cell = importlib.import_module("page_markdown").cell


def described() -> Iterator[tuple[str, Any]]:
    """Every class and function of the public face, and of the modules that it shows, by its full name."""
    for name in kesos.__all__:
        value = getattr(kesos, name)
        if not isinstance(value, ModuleType):
            yield name, value
            continue
        for inner in getattr(value, "__all__", None) or vars(value):
            part = getattr(value, inner)
            if not inner.startswith("_") and getattr(part, "__module__", "").startswith(value.__name__):
                yield f"{name}.{inner}", part


WHOLE_AT_WORK = ("datasets", "errors", "wording")
"""The modules of which every name is shown at work; of the others, what the face shows."""
DESCRIBED = [(name, value) for name, value in described() if inspect.isclass(value) or inspect.isroutine(value)]


@pytest.mark.parametrize("name", homes("kesos"))
def test_a_public_name_loads_from_where_the_stub_says(name: str) -> None:
    value = kesos.__getattr__(name)
    assert value is getattr(kesos, name)
    assert name in dir(kesos)
    home = homes("kesos")[name]
    assert value is (sys.modules[f"kesos.{name}"] if home == "kesos" else getattr(sys.modules[home], name))


def test_a_name_that_kesos_does_not_have_is_no_attribute() -> None:
    with pytest.raises(AttributeError, match="'entitel'"):
        kesos.__getattr__("entitel")


@pytest.mark.parametrize(("name", "value"), DESCRIBED, ids=[name for name, _ in DESCRIBED])
def test_a_public_class_or_function_says_what_it_is(name: str, value: Any) -> None:
    said = vars(value).get("__doc__") if inspect.isclass(value) else value.__doc__
    assert said, f"{name} has no docstring"
    assert said.strip().split("\n\n")[0].rstrip().endswith((".", ":")), f"{name}: the first line is no sentence"


def texts_with_examples() -> Iterator[str]:
    """The pages, and every docstring of the package."""
    yield PAGES
    for file in sorted(Path(kesos.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
                yield ast.get_docstring(node) or ""


PARSER = doctest.DocTestParser()
AT_WORK_SHOWN = [(name, value) for name, value in DESCRIBED if name.partition(".")[0] in (name, *WHOLE_AT_WORK)]
EXAMPLES = [example for text in texts_with_examples() for example in PARSER.get_examples(text.replace("```", ""))]
AT_WORK = "\n".join(line for example in EXAMPLES for line in (example.source, example.want))


@pytest.mark.parametrize(("name", "value"), AT_WORK_SHOWN, ids=[name for name, _ in AT_WORK_SHOWN])
def test_a_public_class_or_function_is_shown_at_work(name: str, value: Any) -> None:
    """In its own docstring or one of its methods', or by its name in any example or what that prints.

    An error is shown where it is raised, and a protocol is for type checkers.
    """
    if inspect.isclass(value) and (issubclass(value, Exception) or getattr(value, "_is_protocol", False)):
        return
    own = [value, *vars(value).values()] if inspect.isclass(value) else [value]
    shown = any(">>>" in (getattr(part, "__doc__", None) or "") for part in own)
    assert shown or re.search(rf"\b{value.__name__}\b", AT_WORK), f"{name} has no example"


@pytest.mark.parametrize("name", generate.public_modules())
def test_a_module_says_what_it_holds(name: str) -> None:
    doc = importlib.import_module(name).__doc__
    assert doc
    assert doc.strip()


def test_every_module_has_a_page_and_every_page_a_tier() -> None:
    index = generate.reference_index()
    for name in generate.public_modules():
        assert f"\n{name}\n" in index
        tier = "*Stable.*" if generate.is_stable(name) else "*Provisional.*"
        assert tier in generate.module_page(name)
    assert generate.is_stable("kesos.relief")
    assert not generate.is_stable("kesos.frames")


@pytest.mark.parametrize(
    ("page", "says"),
    [("README.md", r"at present\s(.+?) are provisional"), ("README.id.md", r"saat ini\s(.+?) belum tetap")],
)
def test_the_readme_names_the_modules_that_are_provisional(page: str, says: str) -> None:
    (named,) = re.findall(says, (CHECKOUT / page).read_text(encoding="utf-8"), re.DOTALL)
    assert set(re.findall(r"`([\w.]+)`", named)) == generate.PROVISIONAL


@pytest.mark.parametrize("name", generate.public_modules())
def test_a_public_module_lists_what_it_offers(name: str) -> None:
    module = importlib.import_module(name)
    assert len(set(module.__all__)) == len(module.__all__)
    assert [each for each in module.__all__ if not hasattr(module, each)] == []


def test_the_root_shows_the_domain_and_little_else() -> None:
    assert len(generate.public_modules()) <= 32


def test_the_page_of_refusals_lists_every_code_with_its_sentences() -> None:
    page = importlib.import_module("generate_refusals_page").page()
    for key, entry in catalogue("refusals").items():
        assert f"| `{key.partition('.')[0]}` |" in page
        assert cell(entry.id) in page
        assert cell(entry.en) in page


def test_the_page_of_the_structure_lists_every_module_with_what_it_is_for() -> None:
    structure = importlib.import_module("generate_structure_page")
    page = structure.page()
    files = sorted(Path(kesos.__file__).parent.rglob("*.py"))
    for file in files:
        sentence = structure.first_sentence(file.read_text(encoding="utf-8"))
        assert sentence.endswith("."), file
        assert sentence in page
        assert file.name == "__init__.py" or f"| `{file.name}` |" in page
    sizes = [structure.lines_of_code(file.read_text(encoding="utf-8")) for file in files]
    assert f"| together | {len(files)} | {sum(sizes):,} |" in page


def test_a_line_of_code_is_neither_blank_nor_a_comment_nor_a_docstring() -> None:
    structure = importlib.import_module("generate_structure_page")
    source = '"""What it is.\n\nMore."""\n\nx = (\n    1,  # why\n    # because\n)\n"""What x is."""\ny = """a\nb"""\n'
    assert structure.lines_of_code(source) == 5


def test_pages_of_an_earlier_build_go(tmp_path: Path) -> None:
    (tmp_path / "reference").mkdir()
    gone = tmp_path / "reference" / "kesos.gone.rst"
    gone.write_text("gone", encoding="utf-8")
    generate.write_pages(tmp_path)
    assert not gone.exists()
    assert (tmp_path / "reference" / "kesos.events.rst").exists()
