"""The pages that are made from the package itself: the reference, and one page for each standard that it carries.

`write_pages` is called by conf.py; every other function returns the text of one page and writes nothing. A module, a
name or a rule file that is added to kesos gets its place here without an edit.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from importlib import resources
from pathlib import Path
from types import ModuleType

import generate_categories_page
import generate_gallery_page
import generate_names
import generate_notebooks
import generate_refusals_page
import generate_reports_page
import generate_structure_page
from page_markdown import cell, table

import kesos
from kesos._package import homes
from kesos.counts import COUNTS, Count
from kesos.standards import (
    AidStandard,
    Cycle,
    Days,
    Index,
    Interval,
    Item,
    Package,
    Row,
    Window,
    digest,
    loads_standard,
)
from kesos.values import HOW_KNOWN, Citation, Text

NO_STANDARDS = ("categories.toml", "services.toml")
"""Files of names, which grant nothing."""
PROVISIONAL = frozenset({"kesos.frames", "kesos.planning", "kesos.charts"})
"""Modules whose names may still change although the module lists them in `__all__`."""


def write_pages(folder: Path) -> None:
    """Writes every generated page into `folder`, and takes away what an earlier build left there."""
    pages = {"reference/index.md": reference_index(), "reference/refusals.md": generate_refusals_page.page()}
    pages |= {f"reference/{name}.rst": module_page(name) for name in public_modules()}
    pages |= {f"{standard.code}.md": standard_page(standard) for standard in packaged_standards()}
    pages["reports.md"] = generate_reports_page.page()
    pages["gallery/index.md"] = generate_gallery_page.page()
    pages |= generate_gallery_page.pictures()
    pages |= {f"notebooks/{name}": text for name, text in generate_notebooks.downloads().items()}
    pages["reference/names.md"] = generate_names.page()
    pages["reference/structure.md"] = generate_structure_page.page()
    pages["reference/categories.md"] = generate_categories_page.page()
    pages |= {f"figures/{name}.md": recorded(name) for name in recorded_names()}
    for old in sorted(folder.rglob("*")):
        if old.is_file() and str(old.relative_to(folder)) not in pages:
            old.unlink()
    for name, text in pages.items():
        write_page(folder / name, text)


def write_page(page: Path, text: str) -> None:
    """Writes a page, unless it says so already: an unchanged page need not be built anew."""
    page.parent.mkdir(parents=True, exist_ok=True)
    if not page.exists() or page.read_text(encoding="utf-8") != text:
        page.write_text(text, encoding="utf-8")


# --- figures that a command recorded ---------------------------------------------------------------------------------

FIGURES = Path(__file__).parent / "figures"
_TAKEN_IN = re.compile(r"\{include\} (?:\.\./)*_generated/figures/([a-z_]+)\.md")


def recorded_names() -> list[str]:
    """The figures that any page takes in."""
    pages = [page for page in FIGURES.parent.rglob("*.md") if not {"_build", "_generated"} & set(page.parts)]
    return sorted({name for page in pages for name in _TAKEN_IN.findall(page.read_text(encoding="utf-8"))})


def recorded(name: str) -> str:
    """What a command printed when it was run last, or that nobody has recorded it."""
    file = FIGURES / f"{name}.md"
    return file.read_text(encoding="utf-8") if file.exists() else "*Not recorded yet: run the command.*\n"


# --- the reference ---------------------------------------------------------------------------------------------------


def public_modules() -> tuple[str, ...]:
    """Every module and package directly under kesos whose name has no underscore; what it offers is its `__all__`."""
    return tuple(f"kesos.{found.name}" for found in pkgutil.iter_modules(kesos.__path__) if found.name[0] != "_")


def home_of(name: str) -> str:
    """The module that a name of `kesos.__all__` is described under."""
    value = getattr(kesos, name)
    if isinstance(value, ModuleType):
        return value.__name__
    return homes("kesos")[name]


def is_stable(module: str) -> bool:
    """Whether semantic versioning holds for what the module lists."""
    return module not in PROVISIONAL


def module_page(name: str) -> str:
    """The page of one module, in reStructuredText, from its docstrings."""
    tier = "stable" if is_stable(name) else "provisional"
    lines = [name, "=" * len(name), "", f"*{tier.capitalize()}.*", "", f".. automodule:: {name}"]
    elsewhere = [each for each, home in _homes_of_classes(name) if home in public_modules() and home != name]
    return "\n".join([*lines, *([f"   :exclude-members: {', '.join(elsewhere)}"] if elsewhere else []), ""])


def _homes_of_classes(module: str) -> list[tuple[str, str]]:
    """The classes that a module offers, each with the module or package that it is made in: there it is described."""
    offered = [
        (name, getattr(importlib.import_module(module), name)) for name in importlib.import_module(module).__all__
    ]
    return [(name, ".".join(it.__module__.split(".")[:2])) for name, it in offered if isinstance(it, type)]


def reference_index() -> str:
    """The first page of the reference: the public face, name by name, and the modules behind it by tier."""
    names = [(name, home_of(name), getattr(kesos, name)) for name in sorted(kesos.__all__, key=str.casefold)]
    face = [
        (_link(name, home, value), _first_sentence(value))
        for name, home, value in names
        if not isinstance(value, ModuleType)
    ]
    modules = public_modules()
    stable = [name for name in modules if is_stable(name)]
    provisional = [name for name in modules if name not in stable]
    return "\n".join(
        [
            "# Reference",
            "",
            "Everything here is made from the docstrings; every example in them is executed by the tests.",
            "",
            "## The public face",
            "",
            "These names are imported from `kesos` itself, and so is each module below. Each loads what it needs when",
            "it is first used.",
            "",
            *table(("Name", "What it is"), face),
            "",
            "## Stable modules",
            "",
            "The names above, and what a module lists in its `__all__`: semantic versioning holds for them, and",
            "nothing goes without a deprecation warning for a year.",
            "",
            *_modules(stable),
            "",
            *_provisional(provisional),
        ]
    )


def _provisional(modules: list[str]) -> list[str]:
    if not modules:
        return []
    return [
        "## Provisional modules",
        "",
        "Tested, but still free to change with a minor version: too young to promise.",
        "",
        *_modules(modules),
        "",
    ]


def _link(name: str, home: str, value: object) -> str:
    if isinstance(value, ModuleType):
        return f"{{py:mod}}`{name} <{home}>`"
    if isinstance(value, AidStandard):
        return f"{{doc}}`{name} </_generated/{value.code}>`"
    return f"{{py:obj}}`{name} <{home}.{name}>`"


def _first_sentence(value: object) -> str:
    if isinstance(value, AidStandard):
        return f"{value.title.say('en')}."
    text = " ".join((inspect.getdoc(value) or "").split("\n\n")[0].split())
    return text if text.endswith(".") else text + "."


def _modules(names: list[str]) -> list[str]:
    """What each module is, and its place in the menu."""
    rows = [
        (_link(name, name, module), _first_sentence(module))
        for name in names
        for module in [importlib.import_module(name)]
    ]
    return ["```{toctree}", ":hidden:", "", *names, "```", "", *table(("Module", "What it is"), rows)]


# --- the standards ---------------------------------------------------------------------------------------------------


def packaged_standards() -> tuple[AidStandard, ...]:
    """Every standard whose TOML file lies in the package."""
    folder = sorted(resources.files("kesos.rules").iterdir(), key=lambda file: file.name)
    files = [file for file in folder if file.name.endswith(".toml") and file.name not in NO_STANDARDS]
    return tuple(loads_standard(file.read_text(encoding="utf-8")) for file in files)


def standard_page(standard: AidStandard) -> str:
    """One standard, clause by clause, in both languages: what it grants, to whom, where it says so, how well known."""
    return "\n".join(
        [
            f"# Standard {standard.source.regulation}",
            "",
            f"*{cell(standard.title.id)}*",
            "",
            f"{cell(standard.title.en)}.",
            "",
            f"In kesos this standard is `{standard.code}`. This page is made from its file; the SHA-256 of the",
            f"standard as kesos writes it is `{digest(standard)}`.",
            "",
            *_sources(standard),
            *_items(standard),
            *_windows(standard),
            *_counts(standard),
            *_axes(standard),
            *_indices(standard),
            *_readings(standard),
            *_not_covered(standard),
        ]
    )


def _sources(standard: AidStandard) -> list[str]:
    source, validity = standard.source, standard.validity
    known = f"**How well it is known:** {HOW_KNOWN[source.known].say('en')}"
    own = f"A place below is in {cell(source.regulation)}{', as quoted there' if source.quoted_in else ''}"
    return [
        "## Source and validity",
        "",
        known + (f", in: {cell(source.quoted_in)}." if source.quoted_in else "."),
        f"{own}, unless it names another source.",
        "",
        f"**In force:** {_both(Text(validity.say('id'), validity.say('en')))} Source: "
        f"{_where(validity.citation, standard)}.",
        "",
        *_own_hazards(standard),
    ]


def _own_hazards(standard: AidStandard) -> list[str]:
    if not standard.hazards:
        return []
    rows = [(f"`{each.code}`", each.name.id, each.name.en, ", ".join(each.words)) for each in standard.hazards]
    return ["## Hazards of its own", "", *table(("Code", "Indonesia", "English", "Words"), rows), ""]


def _items(standard: AidStandard) -> list[str]:
    lines = ["## What it grants", ""]
    for package in standard.packages:
        lines += [f"### {cell(package.name.id)} / {cell(package.name.en)}", "", *_package_notes(package)]
        rows = [
            (
                f"`{item.code}`",
                _both(item.name),
                _rate(item),
                _for_whom(item, standard),
                _where(item.citation, standard),
            )
            for item in package.items
        ]
        lines += [*table(("Code", "Item", "Rate", "For", "Source"), rows), ""]
        for item in package.items:
            lines += _rates(item)
            if item.in_kind:
                kinds = "; ".join(f"{_both(kind.name)} (`{kind.code}`)" for kind in item.in_kind)
                lines += [f"`{item.code}` may be given in kind: {kinds}.", ""]
    return lines


def _package_notes(package: Package) -> list[str]:
    subject = [] if package.subject is None else [f"Its subject is `{package.subject}`.", ""]
    return subject if package.priority is None else [*subject, f"{_both(package.priority)}", ""]


BOUNDS = {"exact": "", "floor": ", at least", "ceiling": ", at most"}
PARTS = {
    "up": "a part of one counting as one",
    "down": "a part of one not counting",
    "whole": "whole ones only: a part of one is refused",
}


def _rate(item: Item) -> str:
    if item.unspecified:
        return f"*the number is left blank* ({item.unit.many.say('en')})"
    if item.rates:
        return f"*by the table below*{BOUNDS[item.bound]}"
    assert item.rate is not None
    said = (item.rate.say("id"), item.rate.say("en"))
    return (said[0] if said[0] == said[1] else " / ".join(said)) + BOUNDS[item.bound]


def _rates(item: Item) -> list[str]:
    if not item.rates:
        return []
    given = [Text(row.given(item.unit, "id"), row.given(item.unit, "en")) for row in item.rates]
    rows = [(_when(row), _both(said)) for row, said in zip(item.rates, given, strict=True)]
    return [f"The rates of `{item.code}`; what no row fits has no rate:", "", *table(("Where", "Rate"), rows), ""]


def _when(row: Row) -> str:
    """The tests of a row in words, as its file names them."""
    return "; ".join(f"{name} {_ends(test)}" for name, test in row.tests) or "always"


def _ends(test: str | int | Interval) -> str:
    if not isinstance(test, Interval):
        return f"`{test}`"
    start, end = test.start, test.end
    if start is None or end is None:
        return f"until {end}" if start is None else f"from {start}"
    return f"from {start} to {end}"


def _for_whom(item: Item, standard: AidStandard) -> str:
    whom = {"recipient": "each chosen recipient", "event": "the event"}.get(item.per) or f"each {_counted(item.per)}"
    if item.measure is not None:
        whom = f"each {item.measure.say('en')} of {_counted(item.per)}"
    if item.rounding is not None and item.counted is not None:
        of = f"every {item.group} {standard.count(item.per).say('en')}" if item.group > 1 else f"{whom}, in groups"
        whom = f"{of}, rounded {item.rounding.value.replace('_', ' ')} for each {item.counted}"
    return f"{whom}, {_how_often(item)}{_days(item)}"


def _counted(code: str) -> str:
    return code if code in ("person", "family") else f"`{code}`"


def _how_often(item: Item) -> str:
    if item.part is None:
        return "once" if item.every == "once" else "a day"
    often = f"every {item.every.say('en')} days" if isinstance(item.every, Cycle) else f"a {item.every}"
    month = f" of {item.month_days} days" if item.every == "month" else ""
    return f"{often}{month}, {PARTS[item.part]}"


def _days(item: Item) -> str:
    """For how many days, where the item does not follow the window of the hazard."""
    if item.window is None:
        return ""
    if isinstance(item.window, Days):
        return f", for {item.window.say('en')}"
    return "; for how many days the source does not say"


def _windows(standard: AidStandard) -> list[str]:
    rows = [
        (_hazards(standard, window), str(window.minimum), str(window.maximum), _extended(window), where)
        for window in standard.windows
        for where in [_where(window.citation, standard)]
    ]
    beyond = {
        "decision": "Other days need an official's decision, in whose name the answer then stands.",
        "refused": "Other days are refused.",
    }
    lines = ["## For how many days, and for which hazards", ""]
    if standard.durations is not None:
        noted = f"{_both(standard.durations.note)} Source: {_where(standard.durations.citation, standard)}."
        lines += [noted, "", beyond[standard.durations.beyond], ""]
    if standard.covers is not None:
        named = "any hazard" if standard.covers == "any" else ", ".join(f"`{code}`" for code in standard.covers)
        lines += [f"It serves {named}.", ""]
    if rows:
        return [*lines, *table(("Hazard", "Least", "Most", "Extended to", "Source"), rows), ""]
    return [*lines, "It has no windows by hazard; what an item says of its days stands beside it above.", ""]


def _counts(standard: AidStandard) -> list[str]:
    """What it has to be told, and the counts that it brings along."""
    own = {count.code for count in standard.counts}
    known = {count.code: count for count in COUNTS}
    needed = [standard.count(code) for code in standard.needs() if code in own | known.keys()]
    rows = [
        (f"`{count.code}`", _both(count.name), _part_of(count), _classes(count), _most(count), _source(count, standard))
        for count in needed
    ]
    header = ("Code", "Count", "Part of", "Classes", "At most", "Source")
    return ["## What it counts", "", *table(header, rows), ""] if rows else []


def _part_of(count: Count) -> str:
    return "" if count.part_of is None else f"`{count.part_of}`"


def _classes(count: Count) -> str:
    axes = [
        f"{name}: " + ("a whole number" if classes is None else ", ".join(f"`{each}`" for each in classes))
        for name, classes in count.axis
    ]
    return "; ".join([*axes, *([] if count.unit is None else [f"measured in {count.unit.say('en')}"])])


def _most(count: Count) -> str:
    if count.most is None:
        return ""
    amount = count.most.amount
    return f"{amount if isinstance(amount, int) else amount.say('en')} for each {count.most.each}"


def _source(count: Count, standard: AidStandard) -> str:
    return "known to kesos" if count.citation is None else _where(count.citation, standard)


def _axes(standard: AidStandard) -> list[str]:
    rows = [
        (
            f"`{axis.code}`",
            _both(axis.name),
            "a trait of the event" if axis.of == "event" else "the date",
            "; ".join(
                [f"`{value}`" for value in axis.values]
                + [f"`{name}`: months {', '.join(map(str, months))}" for name, months in axis.months.months]
            ),
        )
        for axis in standard.axes
    ]
    header = ("Code", "Name", "Of", "Classes")
    return ["## What else its rates depend on", "", *table(header, rows), ""] if rows else []


def _indices(standard: AidStandard) -> list[str]:
    rows = [
        (f"`{index.code}`", _both(index.name), _value_of(index), _where(index.citation, standard))
        for index in standard.indices
    ]
    header = ("Code", "Index", "Values", "Source")
    return ["## Amounts set elsewhere", "", *table(header, rows), ""] if rows else []


def _value_of(index: Index) -> str:
    if index.given == "caller":
        return f"whoever asks brings it, in {index.unit.code}"
    return "<br>".join(f"{cell(each.row.given(index.unit, 'en'))}: {_when(each.row)}" for each in index.values)


def _hazards(standard: AidStandard, window: Window) -> str:
    return "; ".join(f"{_both(standard.hazard(code).name)} (`{code}`)" for code in window.hazards)


def _extended(window: Window) -> str:
    return "no extension" if window.extended is None else str(window.extended)


def _readings(standard: AidStandard) -> list[str]:
    if not standard.readings:
        return []
    rows = [
        (
            f"{_both(standard.hazard(each.hazard).name)} (`{each.hazard}`)",
            f"{_both(standard.hazard(each.read_as).name)} (`{each.read_as}`)",
            f"{cell(each.reason.id)}<br>{cell(each.reason.en)}",
            _where(each.citation, standard),
        )
        for each in standard.readings
    ]
    return [
        "## Readings",
        "",
        "Words that the standard does not use, and how kesos reads them. Every answer that rests on one says so.",
        "",
        *table(("Hazard", "Read as", "Why", "Source"), rows),
        "",
    ]


def _not_covered(standard: AidStandard) -> list[str]:
    if not standard.not_covered:
        return []
    rows = [
        (
            "; ".join(f"{_both(standard.hazard(code).name)} (`{code}`)" for code in each.hazards),
            f"{cell(each.note.id)}<br>{cell(each.note.en)}",
            _where(each.citation, standard),
        )
        for each in standard.not_covered
    ]
    return [
        "## What it leaves to another standard",
        "",
        "Asking for aid for these is an error that says the same. A hazard that is in none of these tables is refused",
        "too, with nothing to point to.",
        "",
        *table(("Hazard", "What is known", "Source"), rows),
        "",
    ]


# --- Markdown --------------------------------------------------------------------------------------------------------


def _both(text: Text) -> str:
    """The words in both languages, once where they are the same."""
    return cell(text.id) if text.id == text.en else f"{cell(text.id)} / {cell(text.en)}"


def _where(citation: Citation, standard: AidStandard) -> str:
    """The place of a value; which document and how well it is known where that is not the standard's own."""
    own = standard.source
    named = "" if citation.regulation == own.regulation else f"{cell(citation.regulation)}, "
    seen = citation.quoted_in
    quoted = "" if seen is None or seen == own.quoted_in else f", in: {cell(seen)}"
    return f"{named}{cell(citation.place('id'))} ({citation.known}{quoted})"
