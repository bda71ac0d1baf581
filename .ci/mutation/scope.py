"""What is mutated, and the tests that are tried."""

from __future__ import annotations

from pathlib import Path

from hypothesis import HealthCheck, Phase, settings
from mutants import Module

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ROOT / "src" / "kesos"
RESULTS = ROOT / "build" / "mutation.json"
MUTATED = (  # what decides: who gets what, how much, for how long, and whether printed figures agree
    "relief/*",
    "standards/*",
    "programs/*",
    "values/_quantities",
    "values/_units",
    "values/_exact",
    "values/_percentages",
    "values/_shares",
    "values/_operators",
    "values/_periods",
    "values/_days",
    "values/_spans",
    "budgets",
    "quotas/*",
    "indicators",
    "targets",
    "reports/_relation",
    "reports/_*_compared",
    "reports/_derived",
    "reports/_proposed*",
    "audit/_arithmetic",
)
TRIED = (
    *("tests/unit", "tests/laws", "tests/cases"),
    *(f"src/kesos/{name}" for name in ("relief", "standards", "programs", "values", "quotas", "reports", "audit")),
    *(f"src/kesos/{name}.py" for name in ("budgets", "indicators", "targets")),
)
_SUBJECTS = (
    *("bad_input", "floors", "hypothesis", "lint", "newcomers", "package", "project", "public", "purity", "unbroken"),
    *("cards", "categories", "charts", "datasets", "dates", "deliveries", "delivery", "events", "extending", "frames"),
    *("load", "locales", "messy", "people", "places", "planning", "prices", "read", "registry", "services", "tables"),
    *("texts", "travel", "who", "wording", "year", "audit_of", "published_reports", "report_files", "reports_page"),
    *("audit_laws", "eligibility_laws", "law_of_every_shape", "planted_faults", "program_laws", "testing"),
)
ELSEWHERE = tuple(  # about the project, or about what is built on the rules: each run of these is long and tells little
    f"{folder}/test_{subject}*.py" for folder in ("tests/unit", "tests/laws", "tests/cases") for subject in _SUBJECTS
)
ABOUT_EVERYTHING = tuple(  # long, and about each public class and callable: what survives the others is shown to these
    f"tests/{name}.py"
    for name in (
        *(f"unit/test_{subject}" for subject in ("constructors", "comes_back", "bad_input", "public_calls", "purity")),
        *("unit/test_report_files", "unit/test_relations_told", "unit/test_wording_messages", "laws/test_audit_laws"),
        *("laws/test_law_of_every_shape", "laws/test_eligibility_laws", "cases/test_published_reports"),
        *("cases/test_audit_of_published_reports", "unit/test_standards_files", "unit/test_frames"),
    )
)
OPTIONS = ["-q", "-p", "no:cacheprovider", "--assert=plain", "--hypothesis-profile=mutation", "--no-header", "--tb=no"]


def modules(only: str) -> list[Module]:
    """The modules that are mutated."""
    paths = [path for pattern in MUTATED for path in sorted(SOURCES.glob(f"{pattern}.py")) if path.stem != "__init__"]
    found = {".".join(("kesos", *path.relative_to(SOURCES).with_suffix("").parts)): path for path in paths}
    return [Module(name, path) for name, path in found.items() if only in name]


def profile(examples: int) -> None:
    """Hypothesis draws the same examples each time, and does not look for smaller ones."""
    settings.register_profile(
        "mutation",
        max_examples=examples,
        derandomize=True,
        database=None,
        deadline=None,
        phases=(Phase.explicit, Phase.generate),
        suppress_health_check=list(HealthCheck),
    )


def options() -> list[str]:
    """What pytest is told beside the tests."""
    ignored = [option for pattern in ELSEWHERE for option in (f"--ignore-glob={ROOT / pattern}",)]
    return [*OPTIONS, *ignored]
