"""The page that shows where everything is: each module, what it is for and how long it is, by package."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

from page_markdown import table

import kesos

SOURCE = Path(kesos.__file__).parent

HEAD = """# Where to add something

Every module of kesos with the first sentence of its docstring and its lines of code: neither blanks, comments nor
docstrings are counted. This page is made from the code itself.

A name without an underscore is public, and the [reference](index.md) describes it. A module with an underscore is
private to its package: other packages import from the package. An import goes only from the higher floors to the lower
ones; `pyproject.toml` lists the floors, and a test holds every import against them. What kesos says lies by code in the
catalogues of `kesos.words`; what the law says lies as data in `kesos.rules`.
"""

_NO_CODE = frozenset(
    {
        tokenize.COMMENT,
        tokenize.DEDENT,
        tokenize.ENCODING,
        tokenize.ENDMARKER,
        tokenize.INDENT,
        tokenize.NEWLINE,
        tokenize.NL,
    }
)


def page() -> str:
    """The page, in Markdown."""
    packages = sorted(path.parent for path in SOURCE.rglob("__init__.py"))
    return "\n".join([HEAD, *_overview(packages), *(line for package in packages for line in _package(package))])


def _overview(packages: list[Path]) -> list[str]:
    rows = [
        (f"`{_dotted(package)}`", str(len(_modules(package))), _thousands(_size(package)), _purpose(package))
        for package in packages
    ]
    whole = ("together", str(sum(len(_modules(each)) for each in packages)), _thousands(sum(map(_size, packages))), "")
    return [*table(("Package", "Modules", "Lines of code", "What it is for"), [*rows, whole]), ""]


def _package(package: Path) -> Iterator[str]:
    yield f"## {_dotted(package)}\n"
    yield f"{_purpose(package)}\n"
    rows = [
        (f"`{module.name}`", _thousands(lines_of_code(_text(module))), first_sentence(_text(module)))
        for module in _modules(package)
        if module.name != "__init__.py"
    ]
    if rows:
        yield from table(("Module", "Lines of code", "What it is for"), rows)
        yield ""
    data = sorted(path for path in package.iterdir() if path.suffix in {".toml", ".json"})
    if data:
        lengths = [(path.name, _thousands(len(_text(path).splitlines()))) for path in data]
        yield "Data: " + ", ".join(f"`{name}` ({lines} lines)" for name, lines in lengths)
        yield ""


def _modules(package: Path) -> list[Path]:
    """The modules of a package, the public ones first."""
    return sorted(package.glob("*.py"), key=lambda module: (module.name.startswith("_"), module.name))


def _size(package: Path) -> int:
    return sum(lines_of_code(_text(module)) for module in _modules(package))


def _purpose(package: Path) -> str:
    return first_sentence(_text(package / "__init__.py"))


def _dotted(package: Path) -> str:
    return ".".join(("kesos", *package.relative_to(SOURCE).parts))


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _thousands(number: int) -> str:
    return f"{number:,}"


def first_sentence(source: str) -> str:
    """The first sentence of a module's docstring, on one line.

    >>> first_sentence("'What it is. And more.'")
    'What it is.'
    """
    words = " ".join((ast.get_docstring(ast.parse(source)) or "").split())
    return re.split(r"(?<=\.) ", words, maxsplit=1)[0]


def lines_of_code(source: str) -> int:
    """How many lines hold code; neither blanks, comments nor docstrings are counted.

    >>> lines_of_code("'What it is.'" + chr(10) + "x = 1  # why")
    1
    """
    docstrings = {
        line
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
        for line in range(node.lineno, (node.end_lineno or node.lineno) + 1)
    }
    code = {
        line
        for token in tokenize.generate_tokens(io.StringIO(source).readline)
        if token.type not in _NO_CODE
        for line in range(token.start[0], token.end[0] + 1)
    }
    return len(code - docstrings)
