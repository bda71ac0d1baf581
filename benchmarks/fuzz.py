"""Every parser, loader and reader of kesos, given what nobody wrote: how many inputs, and what went wrong.

    python benchmarks/fuzz.py                     # ten minutes
    python benchmarks/fuzz.py 2400                # as many seconds
    python benchmarks/fuzz.py 60 records tables   # of these groups only

What is tried is found through the public names (benchmarks/fuzz_targets.py), what it is tried with is made of pages,
tests, rule files and records (benchmarks/fuzz_mutations.py). Where atheris is installed, inputs that reach new branches
are kept and changed further; where it is not, the same changes are made without looking. A finding is an error that is
not kesos's own, an error without a code or a field, one that tells of a person or of this machine, a call that takes
longer than its input allows, and an answer that does not come back equal once it is written and read. It prints a
Markdown table and what was found, each kind once with an input that shows it, and ends with 1 if there was any.
"""

from __future__ import annotations

import importlib.util
import json
import os
import re
import subprocess
import sys
import tempfile
import time
import warnings
from contextlib import nullcontext
from importlib import import_module
from pathlib import Path
from random import Random
from typing import Any

GUIDED = importlib.util.find_spec("atheris") is not None
SHARES = {"texts": 3, "records": 3, "files": 3, "tables": 3, "arguments": 2}
LONGEST = 1 << 18
AT_A_TIME = 8_000
"""How many seeds are begun with at most."""


def main(seconds: float, groups: list[str]) -> int:
    """Each group in a process of its own, one after the other; then the table."""
    from heading import heading

    print(heading(f"python benchmarks/fuzz.py {seconds:g}", "atheris" if GUIDED else "without atheris"))
    print("| what is read | targets | inputs | answered | refused | kinds of finding |")
    print("|---|--:|--:|--:|--:|--:|", flush=True)
    found: dict[str, dict[str, str]] = {}
    whole = sum(SHARES[group] for group in groups)
    sums = [0, 0, 0, 0]
    for group in groups:
        with tempfile.TemporaryDirectory() as folder:
            told = _of_group(group, seconds * SHARES[group] / whole, Path(folder))
        row = [told["targets"], told["inputs"], told["answered"], told["inputs"] - told["answered"]]
        sums = [one + other for one, other in zip(sums, row, strict=True)]
        found[group] = told["found"]
        print(f"| {group} | {' | '.join(f'{each:,}' for each in row)} | {len(found[group])} |", flush=True)
    count = sum(map(len, found.values()))
    print(f"| together | {' | '.join(f'{each:,}' for each in sums)} | {count} |")
    for group, kinds in found.items():
        for kind, shown in kinds.items():
            print(f"\n- {group}: {kind}\n  with {shown}")
    return 1 if count else 0


def _of_group(group: str, seconds: float, folder: Path) -> dict[str, Any]:
    """What one process says of its group; what ended it before its time is a finding as well."""
    notes = folder / "notes.json"
    command = [sys.executable, str(Path(__file__).resolve()), "--group", group, str(seconds), str(notes)]
    done = subprocess.run(
        command, cwd=folder, capture_output=True, check=False, env={**os.environ, "TMPDIR": str(folder)}
    )
    said = done.stderr.decode("utf-8", "replace")
    told: dict[str, Any] = {"targets": 0, "inputs": 0, "answered": 0, "found": {}}
    if notes.exists():
        told = json.loads(notes.read_text(encoding="utf-8"))
    if done.returncode:
        told["found"][f"the process ended with {done.returncode}"] = said[-2_000:]
    return told


class Trial:
    """One group's run: its targets, what was counted and what was found."""

    def __init__(self, group: str, notes: Path) -> None:
        import fuzz_mutations
        import fuzz_targets

        self.mutated = fuzz_mutations.mutated
        self.targets = fuzz_targets.targets(group)
        self.rng = Random(2017)
        named = [
            self.named(at) + seed
            for name, seed in fuzz_targets.seeds(group)
            for at in self.meant_for(name)
            if len(seed) < LONGEST
        ]
        self.seeds = self.rng.sample(named, min(AT_A_TIME, len(named)))
        self.notes, self.noted = notes, 0.0
        self.told: dict[str, Any] = {"targets": len(self.targets), "inputs": 0, "answered": 0, "found": {}}

    def meant_for(self, name: str) -> list[int]:
        """The targets that begin so, and one or a few of the others."""
        every = range(len(self.targets))
        mine = [at for at in every if name and self.targets[at].name.startswith(name)]
        return [*mine, *self.rng.sample(every, min(1 if mine else 3, len(every)))]

    @staticmethod
    def named(at: int) -> bytes:
        return bytes(divmod(at, 256))

    def one(self, content: bytes) -> None:
        """One input: its first two bytes say what is given the rest."""
        if len(content) < 2:
            return
        target = self.targets[int.from_bytes(content[:2]) % len(self.targets)]
        fault, answered = target.fault(content[2:])
        self.told["inputs"] += 1
        self.told["answered"] += answered
        if fault is not None:
            told = re.split(r"['\"{\n]", re.sub(r"[0-9]+", "0", fault))[0]
            kind = f"{target.name}: {told[:70].strip()}{' ' + fault[fault.rindex('(') :] if '.py:' in fault else ''}"
            if kind not in self.told["found"] and len(self.told["found"]) < 200:
                self.told["found"][kind] = f"{content[2:][:600]!r} ({len(content) - 2} bytes): {fault}"
                self.noted = 0.0
        if time.monotonic() - self.noted > 2:
            self.note()

    def note(self) -> None:
        self.notes.write_text(json.dumps(self.told), encoding="utf-8")
        self.noted = time.monotonic()

    def another(self, content: bytes, most: int, seed: int) -> bytes:
        """Another input made of this one, for the same target or now and then another."""
        rng = Random(seed)
        name = content[:2] if rng.random() < 0.9 else self.named(rng.randrange(len(self.targets)))
        return name + self.mutated(content[2:], rng.choice(self.seeds)[2:], rng, most - 2)

    def unguided(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        for seed in self.seeds:
            self.one(seed)
        while time.monotonic() < end:
            content = self.rng.choice(self.seeds)
            for _ in range(self.rng.randrange(1, 5)):
                content = self.another(content, LONGEST, self.rng.getrandbits(32))
                self.one(content)

    def guided(self, seconds: float, folder: Path) -> None:
        """By libFuzzer, which ends the process when it is done."""
        atheris: Any = import_module("atheris")
        corpus = folder / "corpus"
        corpus.mkdir()
        for at, seed in enumerate(self.seeds):
            (corpus / str(at)).write_bytes(seed)

        def another(content: bytes, most: int, seed: int) -> bytes:
            return atheris.Mutate(content, most) if seed % 4 == 0 else self.another(content, most, seed)

        options = (
            f"-max_total_time={int(seconds)}",
            f"-max_len={LONGEST}",
            "-len_control=0",
            "-timeout=120",
            "-rss_limit_mb=4096",
        )
        atheris.Setup([sys.argv[0], *options, str(corpus)], self.one, custom_mutator=another)
        atheris.Fuzz()


def run(group: str, seconds: float, notes: Path) -> None:
    """The trial of one group, in this process."""
    here = Path(__file__).parent
    sys.path[:0] = [str(here), str(here.parent / "src"), str(here.parent / "tests" / "support")]
    warnings.simplefilter("ignore")  # of the libraries that read workbooks and frames
    sys.setrecursionlimit(1_000)
    with import_module("atheris").instrument_imports(include=["kesos"]) if GUIDED else nullcontext():
        trial = Trial(group, notes)
    if GUIDED:
        trial.guided(seconds, notes.parent)
    else:
        trial.unguided(seconds)
        trial.note()


if __name__ == "__main__":
    if sys.argv[1:2] == ["--group"]:
        run(sys.argv[2], float(sys.argv[3]), Path(sys.argv[4]))
    else:
        _named = [each for each in sys.argv[1:] if each in SHARES]
        _given = [each for each in sys.argv[1:] if each not in SHARES]
        sys.exit(main(float(_given[0]) if _given else 600, _named or list(SHARES)))
