"""The checks, each in an environment of its own: `nox`, `nox -s lint`, `nox -s tests-3.12 -- tests/unit -k wording`.

A Python that is not on the machine is named at the end as skipped; `nox --error-on-missing-interpreters` fails for it.
"""

from __future__ import annotations

import os
from pathlib import Path

import nox
from packaging.requirements import Requirement

PYTHONS = ["3.11", "3.12", "3.13", "3.14"]
WHOLE_SUITE = ["-n", "auto", "--cov=kesos", "--cov-branch"]

nox.options.sessions = ["lint", "types", "docs", "tests"]
nox.options.error_on_missing_interpreters = False  # also where CI=true would have it so

# pyenv shows only the Pythons that are chosen, and here every one counts.
INSTALLED = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"), "versions")
if INSTALLED.is_dir():
    os.environ.setdefault("PYENV_VERSION", ":".join(sorted(version.name for version in INSTALLED.iterdir())))


def floors() -> list[str]:
    """Each requirement of the package and of its extras, at the lowest version that it allows."""
    project = nox.project.load_toml("pyproject.toml")["project"]
    extras = project["optional-dependencies"].values()
    declared = [Requirement(line) for lines in (project["dependencies"], *extras) for line in lines]
    pinned = set()
    for requirement in declared:
        if requirement.name != project["name"]:
            [floor] = [bound.version for bound in requirement.specifier if bound.operator == ">="]
            pinned.add(f"{requirement.name}=={floor}")
    return sorted(pinned)


def pytest(session: nox.Session, *arguments: str) -> None:
    """The tests, in the environment of the session."""
    session.run("python", "-m", "pytest", *arguments)


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """The whole suite on each Python, or what is named after `--`."""
    session.install("-e", ".[dev]")
    pytest(session, *(session.posargs or WHOLE_SUITE))


@nox.session(python=PYTHONS[0])
def lowest(session: nox.Session) -> None:
    """The same with everything that kesos requires at the lowest version that pyproject.toml allows."""
    lowest_versions = Path(session.create_tmp(), "lowest.txt")
    lowest_versions.write_text("\n".join(floors()) + "\n", encoding="utf-8")
    session.install("-e", ".[dev]", "--constraint", str(lowest_versions))
    pytest(session, *(session.posargs or WHOLE_SUITE))


@nox.session(python=PYTHONS[0])
def types(session: nox.Session) -> None:
    """mypy and pyright."""
    session.install("-e", ".[dev]")
    pytest(session, "tests/typing", *session.posargs)


@nox.session(python=PYTHONS[0])
def docs(session: nox.Session) -> None:
    """The site in docs/_build/html, in both languages, and the tests of what is in it."""
    session.install("-e", ".[dev]")
    session.run("python", "-m", "sphinx", "-W", "docs", "docs/_build/html")
    session.run("python", "-m", "sphinx", "-W", "-D", "language=id", "docs", "docs/_build/html/id")
    pytest(session, "tests/docs", *session.posargs)


@nox.session(python=PYTHONS[0])
def lint(session: nox.Session) -> None:
    """Ruff, and what may import what."""
    session.install("-e", ".[dev]")
    pytest(session, "tests/unit/test_lint.py", "tests/unit/test_floors.py", *session.posargs)
