"""Wherever kesos takes a path: a folder, no file, a shut file and what is no path are refusals with a field."""

from __future__ import annotations

import inspect
import io
import os
import pickle
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Any

import pytest

import kesos
from kesos import PEDUM_2003, DisasterEvent, entitle_all, tables
from kesos._paths import opening
from kesos.audit import Audit
from kesos.budgets import Budget, BudgetLine
from kesos.charts import Chart
from kesos.errors import FileError, KesosError, NoFileError, TableError
from kesos.programs import load_program
from kesos.quotas import ProgramQuota
from kesos.registry import Registry
from kesos.reports import load_report, read_tables
from kesos.standards import load_standard

FLOOD = DisasterEvent(hazard="banjir", place="Desa A", period="2017-02-25", people=8)
BATCH = entitle_all([FLOOD], PEDUM_2003, days=3)
BUDGET = Budget(year=2017, holder="X", funding="APBD", lines=[BudgetLine(name="a", ceiling=1)])
QUOTA = ProgramQuota(program="BPNT", year=2018, area="X", families=3)
LIST = Registry(name="DTKS", area="X", families=["f1"], on="2021-01-07")
CHART = Chart(spec={"$schema": "https://vega.github.io/schema/vega-lite/v5.json"})
READS: dict[str, Callable[[Any], Any]] = {
    "load_standard": load_standard,
    "load_program": load_program,
    "load_report": load_report,
    "read_tables": lambda path: read_tables(path, document="X"),
    "read_events": tables.read_events,
    "read_households": tables.read_households,
    "read_deliveries": tables.read_deliveries,
    "read_changes": tables.read_changes,
    "read_cards": tables.read_cards,
    "read_registry": lambda path: tables.read_registry(path, name="DTKS", area="X", on="2021-01-07"),
    "read_budget": lambda path: tables.read_budget(path, year=2017, holder="X", funding="APBD"),
    "read_quota": lambda path: tables.read_quota(path, program="BPNT", year=2018, area="X"),
}
WRITES: dict[str, Callable[[Any], Any]] = {
    "write_events": lambda path: tables.write_events([FLOOD], path),
    "write_households": lambda path: tables.write_households([], path),
    "write_answers": lambda path: tables.write_answers(BATCH, path),
    "write_tables": lambda path: tables.write_tables([BATCH.total], path),
    "write_totals": lambda path: tables.write_totals(BATCH.total, path),
    "write_audit": lambda path: tables.write_audit(Audit(report="x", findings=(), counts={}), path),
    "write_budget": lambda path: tables.write_budget(BUDGET, path),
    "write_quota": lambda path: tables.write_quota(QUOTA, path),
    "write_registry": lambda path: tables.write_registry(LIST, path),
    "write_changes": lambda path: tables.write_changes([], path),
    "write_cards": lambda path: tables.write_cards({}, path),
    "write_deliveries": lambda path: tables.write_deliveries([], path),
    "write_rejects": lambda path: tables.write_rejects([], path),
    "to_xlsx": lambda path: tables.year_report([FLOOD], PEDUM_2003, days=3, year=2017, area="X").to_xlsx(path),
    "save": CHART.save,
}
AS_ROOT = os.geteuid() == 0
OF_A_PATH = ("PathLike", "Path", "Target", "Source")


def named() -> Iterator[str]:
    """Every public function and method that takes a path, by its own name."""
    for module in ("kesos", *(each.name for each in walk_packages(kesos.__path__, "kesos."))):
        if "._" in module:
            continue
        face = import_module(module)
        for name in getattr(face, "__all__", ()):
            thing = getattr(face, name)
            methods = vars(thing).values() if isinstance(thing, type) else (thing,)
            for each in filter(inspect.isfunction, methods):
                words = [str(one.annotation) for one in inspect.signature(each).parameters.values()]
                if not each.__name__.startswith("_") and any(
                    word in OF_A_PATH for said in words for word in said.replace(".", " ").replace("[", " ").split()
                ):
                    yield each.__name__


def refusal(call: Callable[[Any], Any], path: Any) -> KesosError:
    with pytest.raises(KesosError) as refused:
        call(path)
    error = refused.value
    assert error.field in ("path", "source", "target"), error.field
    assert error.message("id")
    if error.code != "not_a_path":  # which shows what is none
        assert "secret" not in error.message("id") + error.message("en")
    assert pickle.loads(pickle.dumps(error)) == error
    return error


def test_every_function_that_takes_a_path_is_tried_here() -> None:
    assert set(named()) == {*READS, *WRITES}


@pytest.mark.parametrize("name", READS)
def test_a_folder_no_file_and_no_path_are_refused_where_a_file_is_read(name: str, tmp_path: Path) -> None:
    folder = tmp_path / "secret.csv"
    folder.mkdir()
    (tmp_path / "file").write_bytes(b"")
    for path in (folder, str(folder), tmp_path / "secret-none.csv", tmp_path / "file" / "below.csv"):
        assert refusal(READS[name], path).code == "cannot_open"
    assert refusal(READS[name], "secret\0.csv").code in ("cannot_open", "not_a_path")


@pytest.mark.parametrize("name", WRITES)
@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_a_folder_no_folder_and_no_path_are_refused_where_a_file_is_written(
    name: str, suffix: str, tmp_path: Path
) -> None:
    end = "json" if name == "save" else "xlsx" if name == "to_xlsx" else suffix
    folder = tmp_path / f"secret.{end}"
    folder.mkdir()
    for path in (folder, str(folder), tmp_path / "secret" / f"a.{end}", f"secret\0.{end}"):
        assert refusal(WRITES[name], path).code == "cannot_write"
    assert list(tmp_path.iterdir()) == [folder]


def test_what_is_no_path_for_a_picture_is_refused() -> None:
    assert refusal(CHART.save, 3).code == "not_a_path"


@pytest.mark.skipif(AS_ROOT, reason="the administrator may open every file")
def test_a_file_that_nobody_may_open_is_refused(tmp_path: Path) -> None:
    shut = tmp_path / "secret.csv"
    shut.write_bytes(b"")
    shut.chmod(0)
    for call in READS.values():
        assert refusal(call, shut).code == "cannot_open"


def told(error: Exception, *, path: Any = "none", writing: bool = False, refusal: Any = None) -> KesosError:
    with pytest.raises(KesosError) as refused, opening(path, "path", writing=writing, refusal=refusal):
        raise error
    return refused.value


@pytest.mark.parametrize("writing", [False, True])
def test_each_thing_that_a_system_says_has_a_sentence_of_its_own(writing: bool, tmp_path: Path) -> None:
    said = [
        told(error, writing=writing)
        for error in (PermissionError(13, "x"), FileNotFoundError(2, "x"), IsADirectoryError(21, "x"), ValueError())
    ]
    assert len({each.say("id") for each in said}) == len({each.say("en") for each in said}) == 4
    assert [type(each) for each in said] == [FileError, NoFileError, FileError, FileError]
    assert [each.errno for each in said if isinstance(each, OSError)] == [13, 2, 21, None]
    assert told(PermissionError(13, "x"), path=tmp_path, writing=writing) == said[2]
    full = told(OSError(28, "x"), writing=writing)
    assert os.strerror(28) in full.say("en")
    assert "OSError" in told(OSError(), writing=writing).say("en")


def test_the_refusal_of_a_table_is_one_of_tables() -> None:
    assert type(told(OSError(28, "x"), refusal=TableError)) is TableError


def test_an_open_file_is_no_path() -> None:
    file = io.BytesIO()
    tables.write_events([FLOOD], file, format="csv")
    assert file.getvalue()
