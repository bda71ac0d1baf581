"""Changes the rules of kesos one small change at a time and counts the changes that no test notices.

    .ci/night/mutation                          # everything; writes docs/figures/mutation.md
    .ci/night/mutation --only values._periods   # modules whose name has this in it; writes nothing
    .ci/night/mutation --again                  # only what survived the last time

It fails where fewer than 97 of 100 mutants are noticed, and where `accepted.toml` names a mutant that there is no more.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import platform
import sys
import time
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from fresh import try_mutant
from hypothesis import HealthCheck, Phase, settings
from mutants import Module, Mutant
from suite import Exchange, Session, in_forks

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ROOT / "src" / "kesos"
FIGURES = ROOT / "docs" / "figures" / "mutation.md"
ACCEPTED = Path(__file__).with_name("accepted.toml")
RESULTS = ROOT / "build" / "mutation.json"
LEAST = 97
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
ELSEWHERE = tuple(  # about the project, or about what is built on the rules: each run of these is long and tells little
    f"{folder}/test_{subject}*.py"
    for folder in ("tests/unit", "tests/laws", "tests/cases")
    for subject in (
        *(
            "bad_input",
            "floors",
            "lint",
            "package",
            "project",
            "public",
            "purity",
            "unbroken",
            "hypothesis",
            "newcomers",
        ),
        *(
            "cards",
            "categories",
            "charts",
            "datasets",
            "dates",
            "deliveries",
            "delivery",
            "events",
            "extending",
            "frames",
        ),
        *(
            "locales",
            "load",
            "messy",
            "people",
            "places",
            "planning",
            "prices",
            "read",
            "registry",
            "services",
            "tables",
        ),
        *("texts", "travel", "wording", "who", "year", "reports_page", "report_files", "published_reports", "audit_of"),
        *("audit_laws", "eligibility_laws", "law_of_every_shape", "planted_faults", "program_laws", "testing"),
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


def chosen_tests() -> list[str]:
    ignored = [option for pattern in ELSEWHERE for option in (f"--ignore-glob={ROOT / pattern}",)]
    return [*OPTIONS, *ignored]


def try_in_session(mutated: list[Module], wanted: list[Mutant], jobs: int, seconds: float) -> dict[str, Any]:
    """In a fork of its own: measures the tests, tries the mutants inside functions, and tells what it learned."""
    by_name = {module.name: module for module in mutated}
    learned: dict[str, Any] = {"results": {}, "of_module": {}}

    def then(session: Session) -> None:
        exchange = Exchange(mutated)
        gc.collect()
        gc.freeze()
        gc.disable()
        lucky: dict[tuple[str, str], list[str]] = {}

        def work() -> Iterator[tuple[Mutant, Callable[[], Any], float]]:
            for mutant in wanted:
                if not mutant.inside:
                    continue
                tests = session.tests.of_line(mutant)
                if tests:
                    before = [test for test in lucky.get((mutant.module, mutant.qualname), ()) if test in set(tests)]
                    order = list(dict.fromkeys([*before, *tests]))

                    def call(mutant: Mutant = mutant, order: list[str] = order) -> dict[str, Any]:
                        session.in_child = True
                        reporter = session.items[order[0]].config.pluginmanager
                        reporter.unregister(name="terminalreporter")
                        if not exchange.make(by_name[mutant.module], mutant):
                            return {"outcome": "loading"}
                        session.failed = False
                        killer = session.run(order, seconds)
                        return {"outcome": "killed", "by": killer} if killer else {"outcome": "survived"}

                    yield mutant, call, seconds + 20

        started = time.monotonic()
        total = sum(mutant.inside for mutant in wanted)
        print(f"{len(session.items)} tests measured; {total} mutants inside functions", flush=True)
        for number, (mutant, result) in enumerate(in_forks(jobs, work()), 1):
            learned["results"][mutant.key] = result
            if result["outcome"] == "killed":
                known = lucky.setdefault((mutant.module, mutant.qualname), [])
                if result["by"] in known:
                    known.remove(result["by"])
                known.insert(0, result["by"])
                del known[4:]
            if number % 100 == 0:
                RESULTS.with_suffix(".partial").write_text(json.dumps(learned["results"], indent=1), encoding="utf-8")
                count = Counter(each["outcome"] for each in learned["results"].values())
                print(f"{number}/{total} {time.monotonic() - started:.0f} s {dict(count)}", flush=True)
        for mutant in wanted:
            if learned["results"].get(mutant.key, {}).get("outcome") not in ("killed", "timeout"):
                learned["of_module"][mutant.key] = session.tests.of_module(mutant)

    plugin = Session(mutated, then)
    pytest.main([*chosen_tests(), *TRIED], plugins=[plugin])
    return learned


def try_anew(mutated: list[Module], wanted: list[Mutant], learned: dict[str, Any], jobs: int, seconds: float) -> None:
    """Whatever is left, each with its module loaded anew."""
    by_name = {module.name: module for module in mutated}
    options = chosen_tests()

    def work() -> Iterator[tuple[Mutant, Callable[[], Any], float]]:
        for mutant in wanted:
            tests = learned["of_module"].get(mutant.key)
            if tests:
                yield (
                    mutant,
                    lambda mutant=mutant, tests=tests: try_mutant(
                        by_name[mutant.module], mutant, tests, options, seconds
                    ),
                    seconds + 50,
                )

    print(f"{len(learned['of_module'])} mutants to be tried with their module loaded anew", flush=True)
    started = time.monotonic()
    for number, (mutant, result) in enumerate(in_forks(jobs, work()), 1):
        learned["results"][mutant.key] = result
        if number % 25 == 0:
            print(f"{number} {time.monotonic() - started:.0f} s", flush=True)
    for mutant in wanted:
        learned["results"].setdefault(mutant.key, {"outcome": "survived", "by": "no test"})


def report(mutated: list[Module], results: dict[str, Any], accepted: dict[str, str]) -> tuple[str, float]:
    """The table, and how many of a hundred are noticed."""
    lines = [
        "| module | mutants | killed | of these by time | survived | equivalent | noticed |",
        "|---|--:|--:|--:|--:|--:|--:|",
    ]
    sums: Counter[str] = Counter()
    left: list[Mutant] = []
    excused: list[Mutant] = []
    for module in mutated:
        count: Counter[str] = Counter()
        for mutant in module.mutants:
            outcome = results.get(mutant.key, {}).get("outcome")
            if outcome is None:
                continue
            count["mutants"] += 1
            if outcome in ("killed", "timeout"):
                count["killed"] += 1
                count["timeout"] += outcome == "timeout"
            elif mutant.key in accepted:
                count["equivalent"] += 1
                excused.append(mutant)
            else:
                count["survived"] += 1
                left.append(mutant)
        if count["mutants"]:
            lines.append(_row(f"`{module.name}`", count))
            sums.update(count)
    lines.append(_row("**all**", sums))
    if left:
        lines += ["", "Survivors:", "", *(f"- `{_cell(mutant.key)}`" for mutant in left)]
    if excused:
        lines += ["", "Equivalent, each with the reason why no test can tell it from the code:", ""]
        lines += [f"- `{_cell(mutant.key)}`: {accepted[mutant.key]}" for mutant in excused]
    return "\n".join(lines), _share(sums)


def _row(name: str, count: Counter[str]) -> str:
    figures = (count[each] for each in ("mutants", "killed", "timeout", "survived", "equivalent"))
    return f"| {name} | " + " | ".join(f"{figure:,}" for figure in figures) + f" | {_share(count):.1f} % |"


def _share(count: Counter[str]) -> float:
    told = count["mutants"] - count["equivalent"]
    return 100 * count["killed"] / told if told else 100.0


def _cell(text: str) -> str:
    return text.replace("`", "'")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default="", help="modules whose name has this in it")
    parser.add_argument("--again", action="store_true", help="only the mutants that survived the last time")
    parser.add_argument("--every", type=int, default=1, help="one mutant of so many, for a quick look")
    parser.add_argument("--jobs", type=int, default=1, help="how many at a time")
    parser.add_argument("--seconds", type=float, default=10, help="of tests for each mutant")
    parser.add_argument("--quick", action="store_true", help="only mutants inside functions, and no second trial")
    parser.add_argument("--tests", nargs="*", help="files and folders of tests, in place of all of them")
    parser.add_argument("--table", action="store_true", help="print the table of the last results and try nothing")
    chosen = parser.parse_args()
    os.chdir(ROOT)
    os.environ["CI"] = "true"
    sys.dont_write_bytecode, sys.pycache_prefix = False, str(RESULTS.parent / "pycache")  # most is loaded many times
    global TRIED
    TRIED = tuple(chosen.tests or TRIED)

    mutated = modules(chosen.only)
    listed = tomllib.loads(ACCEPTED.read_text(encoding="utf-8"))["mutants"]
    accepted: dict[str, str] = {each["key"]: each["reason"] for each in listed}
    everything = {mutant.key: mutant for module in modules("") for mutant in module.mutants}
    gone = [key for key in accepted if key not in everything]
    for key in gone:
        print("accepted, and there is no such mutant:", key)
    before: dict[str, Any] = json.loads(RESULTS.read_text(encoding="utf-8")) if RESULTS.exists() else {}
    wanted = [mutant for module in mutated for mutant in module.mutants]
    if chosen.again:
        wanted = [m for m in wanted if before.get(m.key, {}).get("outcome") not in ("killed", "timeout")]
        wanted = [m for m in wanted if m.key not in accepted]
    wanted = wanted[:: chosen.every]
    if not chosen.table:
        profile(20)
        started = time.monotonic()
        [(_, learned)] = in_forks_whole(lambda: try_in_session(mutated, wanted, chosen.jobs, chosen.seconds))
        if not chosen.quick:
            try_anew(mutated, wanted, learned, chosen.jobs, chosen.seconds)
        results = {**before, **learned["results"]}
        RESULTS.parent.mkdir(exist_ok=True)
        RESULTS.write_text(json.dumps(results, indent=1), encoding="utf-8")
        print(f"{len(wanted)} mutants in {(time.monotonic() - started) / 60:.0f} minutes")
    else:
        results = before
    results = {key: result for key, result in results.items() if key in everything}
    table, share = report(mutated, results, accepted)
    print(table)
    whole = not (chosen.only or chosen.again or chosen.every > 1 or chosen.tests)
    if whole:
        head = (
            f"`.ci/night/mutation`, {date.today().isoformat()}, {chosen.jobs} of {os.cpu_count()} cores, "
            f"Python {platform.python_version()}, Hypothesis {hypothesis.__version__}."
        )
        FIGURES.parent.mkdir(exist_ok=True)
        FIGURES.write_text(f"{head}\n\n{table}\n", encoding="utf-8")
    return int(bool(gone) or (whole and share < LEAST))


def in_forks_whole(call: Callable[[], dict[str, Any]]) -> list[tuple[None, dict[str, Any]]]:
    """Runs `call` in a fork, and gives what it learned by way of a file: this process keeps free of kesos."""
    told = RESULTS.with_suffix(f".{os.getpid()}")
    told.parent.mkdir(exist_ok=True)
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        try:
            told.write_text(json.dumps(call()), encoding="utf-8")
        except BaseException:
            import traceback

            traceback.print_exc()
        finally:
            sys.stdout.flush()
            os._exit(0)
    os.waitpid(child, 0)
    learned = json.loads(told.read_text(encoding="utf-8"))
    told.unlink()
    return [(None, learned)]


if __name__ == "__main__":
    sys.exit(main())
