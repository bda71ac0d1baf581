"""Each law of the suite, tried against the library with a fault planted in it: does the law see what it is about?

    python benchmarks/planted.py                  # every fault
    python benchmarks/planted.py apportion sen    # those whose file, laws or words hold one of these

`tests/planted.toml` says what is planted: in which file of the library which words become which others, and the laws
that must then fail. It is planted in a copy; a law counts as failed where one of its assertions does, and not where
nothing could be imported. Printed are a Markdown table and every law that passes in spite of its fault; it ends with 1
if there is one.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

CHECKOUT = Path(__file__).parents[1]
LONGEST = 1_800
"""Seconds after which the laws of one fault are stopped; what then has not failed, passes."""
OUTCOME = re.compile(r"^(FAILED|PASSED|ERROR|SKIPPED) (?:\[\d+\] )?([^\s\[:]+::[^\s\[]+)", re.MULTILINE)


def faults() -> list[dict[str, Any]]:
    """What is planted, as the table lists it."""
    found: list[dict[str, Any]] = tomllib.loads((CHECKOUT / "tests" / "planted.toml").read_text("utf-8"))["fault"]
    return found


def planted(text: str, fault: dict[str, Any]) -> str:
    """A file of the library with a fault in it."""
    if text.count(fault["old"]) != 1:
        raise ValueError(f"{fault['file']}: there {text.count(fault['old'])} times: {fault['old']!r}")
    return text.replace(fault["old"], fault["new"])


def blind(fault: dict[str, Any], tree: Path) -> list[str]:
    """The laws that pass in spite of a fault, in a copy of the library."""
    path = tree / fault["file"]
    sound = path.read_text("utf-8")
    path.write_text(planted(sound, fault), "utf-8")
    options = ("-q", "-rfEpS", "--tb=no", "-p", "no:cacheprovider", "-p", "no:randomly", "--hypothesis-profile=planted")
    command = [sys.executable, "-m", "pytest", *options, *fault["laws"]]
    environment = {**os.environ, "PYTHONPATH": "src", "PYTHONDONTWRITEBYTECODE": "1", "CI": "true"}
    try:
        done = subprocess.run(
            command, cwd=tree, env=environment, capture_output=True, text=True, timeout=LONGEST, check=False
        )
        said = done.stdout
    except subprocess.TimeoutExpired as late:
        said = (late.stdout or b"").decode("utf-8", "replace")
    finally:
        path.write_text(sound, "utf-8")
    failed = {law for outcome, law in OUTCOME.findall(said) if outcome == "FAILED"}
    return [law for law in fault["laws"] if law not in failed]


def main(words: list[str]) -> int:
    """Plant each in turn, and print what came of it."""
    chosen = [each for each in faults() if not words or any(word in str(each) for word in words)]
    from heading import heading

    print(heading(" ".join(["python benchmarks/planted.py", *words])), flush=True)
    tried, seen, missed = Counter[str](), Counter[str](), list[str]()
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "tree"
        ignored = shutil.ignore_patterns(".git", ".venv", "_build", "_generated", "__pycache__", "node_modules")
        shutil.copytree(CHECKOUT, tree, ignore=ignored)
        for at, fault in enumerate(chosen, 1):
            print(f"{at} of {len(chosen)}: {fault['about']}", file=sys.stderr, flush=True)
            passing = blind(fault, tree)
            for law in fault["laws"]:
                tried[law.partition("::")[0]] += 1
                seen[law.partition("::")[0]] += law not in passing
            missed += [f"- {law} passes where {fault['about']}" for law in passing]
            print(
                *(f"  {law} passes" for law in passing), sep="\n", end="\n" * bool(passing), file=sys.stderr, flush=True
            )
    print("| laws in | tried | fail as they must |\n|---|--:|--:|")
    for name in sorted(tried):
        print(f"| {Path(name).stem.removeprefix('test_')} | {tried[name]} | {seen[name]} |")
    print(f"| together, under {len(chosen)} faults | {tried.total()} | {seen.total()} |")
    print("".join(f"\n{line}" for line in missed))
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
