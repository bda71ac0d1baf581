"""The whole suite once: how many tests there are, what came of them, and how much of the library they run.

python benchmarks/suite.py > docs/figures/suite.md
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from heading import heading

COMMAND = ("-m", "pytest", "-q", "-n", "auto", "--cov=kesos", "--cov-branch")
COUNTED = re.compile(r"(\d+) (passed|failed|errors?|skipped|xfailed|xpassed|warnings?)\b")
COVERED = re.compile(r"^TOTAL\s+(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s+([\d.]+%)", re.MULTILINE)


def main() -> int:
    """Run it and print the table; what failed goes to the other stream."""
    checkout = Path(__file__).parents[1]
    done = subprocess.run([sys.executable, *COMMAND], cwd=checkout, capture_output=True, text=True, check=False)
    print(heading(f"python {' '.join(COMMAND)}"))
    print("| what | how many |\n|---|--:|")
    last = done.stdout.strip().splitlines()[-1] if done.stdout.strip() else ""
    for number, word in COUNTED.findall(last):
        print(f"| tests that {word} |" if word.endswith("ed") else f"| {word} |", f"{int(number):,} |")
    for lines, missed, branches, partly, share in COVERED.findall(done.stdout):
        print(f"| lines of the library | {int(lines):,} |\n| of them not run | {int(missed):,} |")
        print(f"| branches | {int(branches):,} |\n| of them taken one way only | {int(partly):,} |")
        print(f"| covered | {share} |")
    if done.returncode:
        print(done.stdout[-4_000:], done.stderr[-2_000:], file=sys.stderr)
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
