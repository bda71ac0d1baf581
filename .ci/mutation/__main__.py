"""Changes the rules of kesos one small change at a time and counts the changes that no test notices.

    .ci/night/mutation                          # everything; writes docs/figures/mutation.md
    .ci/night/mutation --only values._periods   # modules whose name has this in it; writes nothing
    .ci/night/mutation --again                  # only what survived the last time, or was not tried
    .ci/night/mutation --table                  # writes the table of the last results, and tries nothing

It fails where fewer than 97 of 100 mutants are noticed, and where `accepted.toml` names a mutant that there is no more.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import time
import tomllib
from datetime import date
from functools import partial
from pathlib import Path

import hypothesis
from report import report
from scope import ABOUT_EVERYTHING, RESULTS, ROOT, TRIED, modules, profile
from trials import in_a_fork, keep, known, try_anew, try_in_session

FIGURES = ROOT / "docs" / "figures" / "mutation.md"
ACCEPTED = Path(__file__).with_name("accepted.toml")
LEAST = 97
NOTICED = ("killed", "timeout")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default="", help="modules whose name has this in it")
    parser.add_argument("--again", action="store_true", help="only what survived the last time, or was not tried")
    parser.add_argument("--every", type=int, default=1, help="one mutant of so many, for a quick look")
    parser.add_argument("--jobs", type=int, default=1, help="how many at a time")
    parser.add_argument("--seconds", type=float, default=5, help="of tests for each mutant")
    parser.add_argument("--quick", action="store_true", help="only mutants inside functions, and no second trial")
    parser.add_argument("--tests", nargs="*", help="files and folders of tests, in place of all of them")
    parser.add_argument("--table", action="store_true", help="write the table of the last results and try nothing")
    chosen = parser.parse_args()
    os.chdir(ROOT)
    os.environ["CI"] = "true"
    sys.dont_write_bytecode, sys.pycache_prefix = False, str(RESULTS.parent / "pycache")  # most is loaded many times

    mutated = modules(chosen.only)
    listed = tomllib.loads(ACCEPTED.read_text(encoding="utf-8"))["mutants"]
    accepted: dict[str, str] = {each["key"]: each["reason"] for each in listed}
    everything = {mutant.key: mutant for module in modules("") for mutant in module.mutants}
    gone = [key for key in accepted if key not in everything]
    for key in gone:
        print("accepted, and there is no such mutant:", key)
    before = known()
    wanted = [mutant for module in mutated for mutant in module.mutants]
    if chosen.again:
        wanted = [m for m in wanted if before.get(m.key, {}).get("outcome") not in NOTICED]
        wanted = [m for m in wanted if m.key not in accepted]
    wanted = wanted[:: chosen.every]
    if not chosen.table:
        profile(20)
        started = time.monotonic()
        left = wanted
        near: dict[str, list[str]] = {}
        far: dict[str, list[str]] = {}
        for tests in [chosen.tests] if chosen.tests else [TRIED, ABOUT_EVERYTHING]:
            learned = in_a_fork(partial(try_in_session, mutated, left, tests, chosen.jobs, chosen.seconds))
            keep(learned["results"])
            left = [m for m in left if m.key in learned["of_module"] and m.key not in accepted]
            for mutant in left:
                for found, more in zip((near, far), learned["of_module"][mutant.key], strict=True):
                    found.setdefault(mutant.key, []).extend(more)
        if not chosen.quick:
            of_module = {m.key: near[m.key] + far[m.key] for m in left}
            keep(try_anew(mutated, left, of_module, chosen.jobs, 2 * chosen.seconds))
        print(f"{len(wanted)} mutants in {(time.monotonic() - started) / 60:.0f} minutes")
    results = {key: result for key, result in known().items() if key in everything}
    table, share = report(mutated, results, accepted)
    print(table)
    whole = not (chosen.only or chosen.again or chosen.every > 1 or chosen.tests)
    if whole:
        how = "the last result of each" if chosen.table else f"{chosen.jobs} of {os.cpu_count()} cores"
        if untried := len(everything) - len(results):
            how += f", {untried:,} of {len(everything):,} not tried yet"
        versions = f"Python {platform.python_version()}, Hypothesis {hypothesis.__version__}"
        head = f"`.ci/night/mutation`, {date.today().isoformat()}, {how}, {versions}."
        FIGURES.parent.mkdir(exist_ok=True)
        FIGURES.write_text(f"{head}\n\n{table}\n", encoding="utf-8")
    return int(bool(gone) or (whole and share < LEAST))


if __name__ == "__main__":
    sys.exit(main())
