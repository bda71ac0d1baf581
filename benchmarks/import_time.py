"""`import kesos` against a bare Python, whole processes side by side; and what the first real use costs.

Run: python benchmarks/import_time.py
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

from side_by_side import seconds, table

PROGRAMS = {
    "pass": "pass",
    "import attrs": "import attrs",
    "import kesos": "import kesos",
    "from kesos import entitle": "from kesos import entitle",
    "entitle one event": (
        "from kesos import PEDUM_2003, DisasterEvent, entitle;"
        "flood = DisasterEvent(hazard='flood', place='x', period='2017-02-25', people=1);"
        "entitle(flood, PEDUM_2003, days=3)"
    ),
}


def run(program: str) -> Callable[[], object]:
    return lambda: subprocess.run([sys.executable, "-c", program], check=True)


def main() -> None:
    taken = seconds({name: run(program) for name, program in PROGRAMS.items()}, rounds=41)
    print(table("Start Python, run one line, end", taken, against="pass", unit="ms"))


if __name__ == "__main__":
    main()
