"""The page "Try it" runs the README's first example: here in Python, and in a real browser where there is one.

The browser needs `python docs/fetch_try_it.py`, `pip install playwright` and a Chromium of the machine's own.
"""

from __future__ import annotations

import ast
import html
import importlib.util
import re
import runpy
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, cast

import pytest

from kesos import PEDUM_2003, DisasterEvent, entitle
from kesos.errors import UnknownHazardError

DOCS = Path(__file__).parents[2] / "docs"
RUN = cast(Callable[[str], str], runpy.run_path(str(DOCS / "_static" / "try_it.py"))["run"])
PAGE = (DOCS / "try-it.md").read_text(encoding="utf-8")
EXAMPLE = PAGE.partition(":name: try-it-example\n\n")[2].partition("```")[0]
MISSPELT = EXAMPLE.replace("banjir", "bnajir")
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
MISSING = {
    "docs/fetch_try_it.py was not run": not (DOCS / "_static" / "browser").is_dir(),
    "playwright is not installed": importlib.util.find_spec("playwright") is None,
    "there is no Chromium": CHROMIUM is None,
}


def in_a_browser(test: Callable[..., None]) -> Callable[..., None]:
    """Skips the test where there is no browser or nothing that it could run."""
    reasons = ", ".join(reason for reason, missing in MISSING.items() if missing)
    return pytest.mark.xdist_group("site")(pytest.mark.skipif(bool(reasons), reason=reasons)(test))


def answer() -> str:
    """The table that the example ends in."""
    flood = DisasterEvent(hazard="banjir", place="Kelurahan Pangkut", period="2017-02-25", families=215, people=860)
    return entitle(flood, PEDUM_2003, days=7).table("id").html()


def test_the_example_is_that_of_the_readme_with_its_answer_as_a_value() -> None:
    readme = (DOCS.parent / "README.md").read_text(encoding="utf-8").partition("```pycon\n")[2].partition("```")[0]
    typed = "\n".join(line[4:] for line in readme.splitlines() if line.startswith((">>> ", "... ")))
    as_value = re.sub(r'print\((.*)\.explain\("en"\)\)', r"\1", typed)
    assert as_value != typed
    assert ast.dump(ast.parse(EXAMPLE)) == ast.dump(ast.parse(as_value))


def test_what_is_printed_comes_first_and_the_last_line_is_a_table() -> None:
    assert RUN(EXAMPLE) == f"<pre>1.032 kg – 2.408 kg\n</pre>{answer()}"


def test_a_refusal_is_told_in_two_lines_of_indonesian() -> None:
    with pytest.raises(UnknownHazardError) as refused:
        DisasterEvent(hazard="bnajir", place="Kelurahan Pangkut", period="2017-02-25", families=215, people=860)
    problem, hint = refused.value.lines("id")
    assert refused.value.lines("en") != (problem, hint)
    assert html.unescape(RUN(MISSPELT)) == f'<p class="error">{problem}</p><p class="error">{hint}</p>'


@pytest.mark.parametrize(
    ("program", "lines"),
    [
        ("1\n\nx", ["Baris 3 keliru (NameError).", "name &#x27;x&#x27; is not defined"]),
        ("def f():\n    raise ValueError\nf()", ["Baris 2 keliru (ValueError)."]),
        ("1\n1 +", ["Baris 2 keliru (SyntaxError).", "invalid syntax"]),
        ("raise SystemExit(3)", ["Baris 1 keliru (SystemExit).", "3"]),
    ],
)
def test_any_other_error_is_told_by_its_line(program: str, lines: list[str]) -> None:
    assert RUN(program) == "".join(f'<p class="error">{line}</p>' for line in lines)


def test_an_error_that_is_in_no_line_is_told_without_one() -> None:
    assert RUN("# \ud800").startswith('<p class="error">Program keliru (UnicodeEncodeError).</p>')


def test_what_was_printed_before_an_error_is_shown() -> None:
    assert RUN("print('a')\n1 / 0").startswith("<pre>a\n</pre><p")


def test_a_value_that_is_no_table_is_shown_as_python_shows_it_and_no_markup_of_it_survives() -> None:
    assert RUN("'<b>'") == "<pre>&#x27;&lt;b&gt;&#x27;</pre>"
    assert RUN("print('<b>')") == "<pre>&lt;b&gt;\n</pre>"
    assert RUN("raise ValueError('<b>')").endswith('<p class="error">&lt;b&gt;</p>')


def test_nothing_is_shown_of_a_program_that_says_nothing() -> None:
    assert RUN("") == RUN("x = 1") == RUN("None") == ""


def test_every_run_starts_from_nothing() -> None:
    RUN("left_behind = 1")
    assert "NameError" in RUN("left_behind")


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """Where the site is served, as any web server of files would."""

    class Silent(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None: ...

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Silent, directory=site)) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


@pytest.fixture(scope="module")
def page(address: str) -> Iterator[Any]:
    """The page in a Chromium as narrow as a phone, with `asked`: what it asked for so far."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM)
        page: Any = browser.new_page(viewport={"width": 390, "height": 844})
        page.asked = []
        page.on("request", lambda request: page.asked.append(request.url))
        page.goto(f"{address}/try-it.html")
        yield page
        browser.close()


def said_to(page: Any, program: str) -> str:
    """What stands beside the button after the program was run."""
    page.locator(".try-it textarea").fill(program)
    page.get_by_role("button", name="Run").click()
    page.locator(".try-it button:enabled").wait_for(timeout=120_000)
    return cast(str, page.locator(".try-it .state").inner_text())


def shown_for(page: Any, program: str) -> str:
    """The HTML that the page shows for the program."""
    assert said_to(page, program) == "Done."
    return cast(str, page.locator(".try-it .output").inner_html())


def as_browsers_write_it(page: Any, html: str) -> str:
    script = "html => Object.assign(document.createElement('div'), {innerHTML: html}).innerHTML"
    return cast(str, page.evaluate(script, html))


@in_a_browser
def test_a_browser_shows_what_python_answers_here(page: Any) -> None:
    assert page.locator(".try-it textarea").input_value() == EXAMPLE.rstrip()
    for program in (EXAMPLE, MISSPELT, "x"):
        assert shown_for(page, program) == as_browsers_write_it(page, RUN(program))


@in_a_browser
def test_nothing_is_asked_of_any_other_place_and_nothing_at_all_once_python_is_there(page: Any, address: str) -> None:
    shown_for(page, EXAMPLE)
    assert {"kesos.zip", "packages.zip", "pyodide.asm.wasm"} <= {url.rpartition("/")[2] for url in page.asked}
    assert all(url.startswith((f"{address}/", "data:", "blob:")) for url in page.asked)
    page.asked.clear()
    shown_for(page, MISSPELT)
    assert page.asked == []


@in_a_browser
def test_no_reader_with_a_phone_has_to_scroll_sideways(page: Any) -> None:
    shown_for(page, EXAMPLE)
    parts = "[...document.querySelectorAll('.try-it, .try-it > *, .try-it .output > *')]"
    edges = page.evaluate(f"{parts}.map(part => part.getBoundingClientRect().right)")
    assert len(edges) > 4
    assert max(edges) <= page.viewport_size["width"]


@in_a_browser
def test_a_browser_says_that_python_could_not_be_loaded_and_tries_again(page: Any) -> None:
    page.reload()
    page.route("**/kesos.zip", lambda route: route.fulfill(status=503))
    assert "could not be loaded. Error: 503" in said_to(page, EXAMPLE)
    page.unroute("**/kesos.zip")
    assert shown_for(page, EXAMPLE) == as_browsers_write_it(page, RUN(EXAMPLE))


@in_a_browser
def test_a_page_opened_from_a_file_says_that_it_needs_a_web_server(page: Any, site: Path) -> None:
    page.goto((site / "try-it.html").as_uri())
    assert "python -m http.server" in said_to(page, EXAMPLE)
