"""What careless and hostile callers pass, as the suite has it: how many cases, and how many come back wrong.

    python benchmarks/bad_input.py > docs/figures/bad_input.md

A case passes where the right value comes back, or a refusal that names the field or the value.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from heading import heading

FILES = ("tests/unit/test_bad_input.py", "tests/unit/test_bad_input_wording.py")


def main() -> int:
    """Run them and print the table."""
    command = ("-m", "pytest", "-q", "-p", "no:cacheprovider", *FILES)
    checkout = Path(__file__).parents[1]
    done = subprocess.run([sys.executable, *command], cwd=checkout, capture_output=True, text=True, check=False)
    counted = {word: int(number) for number, word in re.findall(r"(\d+) (passed|failed)\b", done.stdout)}
    cases = sum(counted.values())
    print(heading(f"python {' '.join(command)}"))
    print("| what | cases | not the right value, nor a refusal that says why |\n|---|--:|--:|")
    print(f"| kesos | {cases:,} | {counted.get('failed', 0):,} |")
    if done.returncode:
        print(done.stdout[-4_000:], file=sys.stderr)
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
