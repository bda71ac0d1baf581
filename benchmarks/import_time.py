"""`import kesos` against a bare Python, whole processes side by side; what the first real use costs; and what
`import hypothesis` costs more where kesos is installed. Modules are compiled before, as they are
where a package is installed.

Run: python benchmarks/import_time.py
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from side_by_side import seconds, table

PROGRAMS = {
    "pass": "pass",
    "import attrs": "import attrs",
    "import kesos": "import kesos",
    "from kesos import entitle": "from kesos import entitle",
    "the names of an answer": "from kesos import DisasterEvent, entitle, PEDUM_2003",
    "entitle one event": (
        "from kesos import PEDUM_2003, DisasterEvent, entitle;"
        "flood = DisasterEvent(hazard='flood', place='x', period='2017-02-25', people=1);"
        "entitle(flood, PEDUM_2003, days=3)"
    ),
}


HOOK = "kesos = kesos._hypothesis:register"
"""As pyproject.toml has it."""


def run(program: str, **environment: str) -> Callable[[], object]:
    held = {**os.environ, "PYTHONDONTWRITEBYTECODE": "", **environment}
    return lambda: subprocess.run([sys.executable, "-c", program], check=True, env=held)


def where_installed(folder: Path, *hooks: str) -> Callable[[], object]:
    """`import hypothesis` where kesos is installed with these hooks for it."""
    described = folder / "kesos-0.dist-info"
    described.mkdir(parents=True)
    described.joinpath("METADATA").write_text("Metadata-Version: 2.1\nName: kesos\nVersion: 0\n", encoding="utf-8")
    described.joinpath("entry_points.txt").write_text("\n".join(["[hypothesis]", *hooks]), encoding="utf-8")
    source = Path(__file__).parents[1] / "src"
    return run("import hypothesis", PYTHONPATH=os.pathsep.join([str(folder), str(source)]))


def main() -> None:
    taken = seconds({name: run(program) for name, program in PROGRAMS.items()}, rounds=41)
    print(table("Start Python, run one line, end", taken, against="pass", unit="ms"))
    with TemporaryDirectory() as folder:
        ways = {
            "without kesos's hook": where_installed(Path(folder, "without")),
            "with kesos's hook": where_installed(Path(folder, "with"), HOOK),
        }
        taken = seconds(ways, rounds=21)
    print(table("import hypothesis beside kesos", taken, against="without kesos's hook", unit="ms"))


if __name__ == "__main__":
    main()
