"""The catalogues of the pages that are translated: `python docs/catalogues.py` brings them up to what the pages say.

Each page has a catalogue `docs/locale/id/LC_MESSAGES/PAGE.po`. A message that changed keeps its translation, marked
fuzzy: whoever translates looks at it and takes the mark away. What the page no longer says is dropped. What is left to
do is printed. The pages are read by Sphinx's own builder, without the reference, so that this takes seconds.
"""

from __future__ import annotations

import io
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from sphinx.application import Sphinx

sys.path.insert(0, str(Path(__file__).parent))

import generate
import generate_gallery_page

DOCS = Path(__file__).parent
LOCALE = DOCS / "locale" / "id" / "LC_MESSAGES"
PAGES = (
    "index",
    "tutorial",
    "why-kesos",
    "glossary",
    "_generated/gallery/index",
    "explanation/index",
    "how-to/index",
    "how-to/read-spreadsheets",
    "how-to/total-a-year",
    "how-to/choose-the-days",
    "how-to/selective-packages",
    "how-to/grants-in-money",
    "how-to/who-is-eligible",
    "how-to/show-in-a-notebook",
    "how-to/draw-charts",
    "how-to/write-tables",
    "how-to/plan-a-week",
    "how-to/run-the-year",
    "how-to/write-a-standard",
    "how-to/audit-somebody-elses-report",
    "notebooks/index",
    "notebooks/flood-this-morning",
    "notebooks/sixty-messy-rows",
    "notebooks/annual-report",
    "notebooks/report-audited",
    "notebooks/who-is-eligible",
    "notebooks/two-standards",
    "notebooks/million-rows",
    "try-it",
)
"""The pages that are kept in Indonesian."""
TITLES = (
    "decisions/index",
    "how-to/audit-a-report",
    "how-to/compare-standards",
    "how-to/new-audit-rule",
    "how-to/new-hazard",
    "how-to/new-indicator",
    "how-to/new-programme-rule",
    "how-to/own-programme",
    "how-to/pass-errors-on",
    "how-to/read-and-write-print",
    "how-to/scale",
    "how-to/share-a-standard",
    "how-to/type-a-report",
    "how-we-know",
    "reference/recorded-answers",
    "reference/standard-format",
)
"""The pages whose titles are, so that the menu and what links to them can be read."""
IN_ENGLISH = '<p class="in-english" lang="id"><em>Halaman ini hanya tersedia dalam bahasa Inggris.</em></p>'
"""What the Indonesian site says under the title of every other page."""


def say_that_it_is_english(app: Sphinx, page: str, _template: str, context: dict[str, Any], doctree: object) -> None:
    """Says so on each page of the Indonesian site that is none of `PAGES`; the index and the search have no text."""
    if app.config.language == "id" and doctree is not None and page not in PAGES:
        context["body"] = context["body"].replace("</h1>", f"</h1>\n{IN_ENGLISH}", 1)


MARKDOWN = {
    "extensions": ["myst_parser"],
    "myst_enable_extensions": ["colon_fence"],
    "default_role": "code",
    "gettext_compact": False,
    "suppress_warnings": ["*"],
}
"""What conf.py says of how a page is read, without what it takes to build the reference."""


def messages() -> dict[str, list[str]]:
    """What each page says that is to be translated, in its order, as it stands in the page."""
    generate.write_page(DOCS / "_generated" / "gallery" / "index.md", generate_gallery_page.page())
    with tempfile.TemporaryDirectory() as folder:
        pages = (*PAGES, *TITLES)
        settings = {**MARKDOWN, "include_patterns": [f"{page}.md" for page in pages]}
        out = Path(folder, "out")
        quiet = io.StringIO()
        builder = Sphinx(DOCS, None, out, Path(folder, "trees"), "gettext", settings, status=quiet, warning=quiet)
        builder.build()
        said = {page: [str(each.id) for each in _read(out / f"{page}.pot") if each.id] for page in pages}
        return {page: found[:1] if page in TITLES else _with_labels(page, found) for page, found in said.items()}


TOCTREE = re.compile(r"^```\{toctree\}\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LABEL = re.compile(r"^(.+) <\S+>$", re.MULTILINE)


def _with_labels(page: str, said: list[str]) -> list[str]:
    """With what the menu calls pages that are made by the build: they are not there to be read."""
    menus = TOCTREE.findall((DOCS / f"{page}.md").read_text(encoding="utf-8"))
    return list(dict.fromkeys([*said, *(label for menu in menus for label in LABEL.findall(menu))]))


def catalogue(page: str) -> Catalog:
    """The translations of a page; an empty catalogue where it has none."""
    file = LOCALE / f"{page}.po"
    return _read(file) if file.exists() else Catalog(locale="id", domain=page)


def bring_up_to_date(page: str, said: list[str]) -> Catalog:
    """The catalogue of a page with what the page says now, in its order, and nothing besides."""
    template = Catalog(domain=page)
    for each in said:
        template.add(each)
    known = catalogue(page)
    known.update(template)
    known.obsolete.clear()
    return known


def faults(said: list[str], known: Catalog) -> Iterator[str]:
    """What is wrong with the translations of a page that says this: each fault with the message that has it."""
    for each in said:
        message = known.get(each)
        if message is None or not message.string:
            yield f"not translated: {each}"
        elif message.fuzzy:
            yield f"fuzzy: {each}"
        else:
            here, there = _marks(each), _marks(str(message.string))
            if here != there:
                yield f"code, links or names differ ({', '.join((here - there) + (there - here))}): {each}"
    for message in known:
        if message.id and message.id not in said:
            yield f"the page no longer says: {message.id}"
    for obsolete in known.obsolete:
        yield f"obsolete: {obsolete}"


MARKS = re.compile(r"\{\w+\}`(?:[^`<]*<)?([^`>]+)>?`|(`+[^`]+`+)|\]\(([^)]*)\)|(\{\w+\})")
"""What a translation must hold as the page has it: where a link leads, code, and names in braces."""


def _marks(text: str) -> Counter[str]:
    return Counter(next(filter(None, found)) for found in MARKS.findall(text))


HEAD = r"""msgid ""
msgstr ""
"Language: id\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=utf-8\n"

"""
"""How a catalogue begins: without dates, which would change with every run."""


def written(known: Catalog) -> str:
    """A catalogue as its file holds it."""
    file = io.BytesIO()
    write_po(file, known, width=120, no_location=True, omit_header=True)
    return HEAD + file.getvalue().decode("utf-8")


def _read(file: Path) -> Catalog:
    with file.open("rb") as opened:
        return read_po(opened, locale="id", domain=file.stem)


if __name__ == "__main__":
    for page, said in messages().items():
        target = LOCALE / f"{page}.po"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(written(bring_up_to_date(page, said)), encoding="utf-8")
        for fault in faults(said, catalogue(page)):
            print(f"{page}: {fault}")
