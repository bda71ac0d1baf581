"""Two published documents, typed whole: every table and figure as printed, with its place, and what they tell.

They are what kesos knows the practice of regency offices from. Nothing in them is corrected: what is printed stands
beside what it means, and where they contradict themselves `kesos.audit` says so.

>>> report = kotawaringin_barat()
>>> len(report.fires), len(report.natural_disasters)
(15, 9)
>>> print(report.table("19").cell("B.1", "people"))
215/860
"""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Any

import attrs

from kesos.datasets._budgets import budgets
from kesos.errors import InvalidValueError
from kesos.reports import Report
from kesos.reports._load import read_report
from kesos.reports._load_page import Page
from kesos.values import Printed
from kesos.values._sources import KAPUAS, KOTAWARINGIN_BARAT

__all__ = ["kapuas", "kotawaringin_barat", "lines"]


def _file(*names: str) -> dict[str, Any]:
    """The data files of these names, as one."""
    folder = files("kesos.datasets")
    parts = [tomllib.loads(folder.joinpath(f"{name}.toml").read_text(encoding="utf-8")) for name in names]
    return {key: value for part in parts for key, value in part.items()}


@lru_cache(maxsize=1)
def _kotawaringin_barat() -> tuple[Report, tuple[tuple[int, Printed], ...]]:

    page = Page(KOTAWARINGIN_BARAT)
    parts = ("tables", "figures", "relations", "facts")
    report = read_report(page, _file(*(f"kotawaringin_barat_{part}" for part in parts)))
    return attrs.evolve(report, budgets=budgets(report)), tuple(page.lines)


@lru_cache(maxsize=1)
def _kapuas() -> tuple[Report, tuple[tuple[int, Printed], ...]]:

    page = Page(KAPUAS)
    report = read_report(page, _file("kapuas"))
    return report, tuple(page.lines)


def kotawaringin_barat() -> Report:
    """Chapter IV of the report of the social office of Kotawaringin Barat, on 2016 to 2018.

    Tables 15 to 22 and the one on PKH, the figures and names in the prose, 15 fires and 9 natural disasters of 2017
    over the 18 rows of table 19, grouped as the prose groups them.

    >>> sum(event.people for event in kotawaringin_barat().natural_disasters if event.hazard.code == "flood")
    3744
    """
    return _kotawaringin_barat()[0]


def kapuas() -> Report:
    """What the head of the social office of Kapuas told the press on 7 January 2021, as a newspaper reports it.

    >>> print(kapuas().figure("aid_families_2020"))
    100.336 KK
    """
    return _kapuas()[0]


def lines(report: Report) -> tuple[tuple[int, Printed], ...]:
    """Every printed value of one of these two reports with the line of the document's text that it was taken from.

    Raises:
        InvalidValueError: It is another report.

    >>> [line for line, printed in lines(kapuas()) if printed.text == "100.336 KK"]
    [9]
    """

    for mine, its_lines in (_kotawaringin_barat(), _kapuas()):
        if isinstance(report, Report) and report == mine:
            return its_lines
    raise InvalidValueError("not_a_choice.dataset", field="report", value=report)
