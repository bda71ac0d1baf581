"""How the documentation is built, in English and, with `-D language=id`, in Indonesian: see CONTRIBUTING.md."""

import sys
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

sys.path.insert(0, str(Path(__file__).parent))

import catalogues
import generate
from sphinx.application import Sphinx

import kesos

generate.write_pages(Path(__file__).parent / "_generated")

project = "kesos"
author = "The kesos maintainers"
copyright = "The kesos maintainers, MIT licence"
release = version = kesos.__version__

extensions = ["myst_nb", "printed_tables", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]  # printed_tables lies here
exclude_patterns = ["_build", "_generated/notebooks", "figures/*.md", "_generated/figures"]  # taken in by pages
default_role = "code"
locale_dirs = ["locale"]
gettext_compact = False

myst_enable_extensions = ["colon_fence"]
myst_heading_anchors = 3
nb_execution_mode = "force"  # what a page shows is what the library answers now
nb_execution_raise_on_error = True
nb_execution_timeout = 120
nb_mime_priority_overrides = [("html", "image/svg+xml", 5)]

autodoc_default_options = {"members": True}
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
python_use_unqualified_type_names = True
python_maximum_signature_line_length = 88
napoleon_numpy_docstring = False
napoleon_custom_sections = ["Source"]

html_theme = "furo"
html_title = f"kesos {release}"
html_static_path = ["_static"]
templates_path = ["_templates"]
html_sidebars = {
    "**": [
        "sidebar/brand.html",
        "sidebar/language.html",
        "sidebar/search.html",
        "sidebar/scroll-start.html",
        "sidebar/navigation.html",
        "sidebar/scroll-end.html",
    ]
}
html_css_files = ["kesos.css"]
html_show_sourcelink = False
html_copy_source = False
pygments_style = "friendly"


def setup(app: Sphinx) -> None:
    """Reads every notebook anew, since what it shows may have changed though the page has not.

    In Indonesian a page that is not translated says so.
    Where fetch_try_it.py has been run, the page "Try it" runs Python in the browser, with kesos as it is here.
    """
    app.connect("html-page-context", catalogues.say_that_it_is_english)
    app.connect(
        "env-get-outdated", lambda app, env, *_: [name for name in env.found_docs if name.startswith("notebooks/")]
    )
    if (Path(app.confdir) / "_static" / "browser").is_dir():
        app.tags.add("browser")
        app.connect("build-finished", put_kesos_beside_python)


def put_kesos_beside_python(app: Sphinx, error: Exception | None) -> None:
    folder = Path(app.outdir) / "_static" / "browser"
    if error is not None or not folder.is_dir():  # as with a builder that writes no HTML
        return
    package = Path(kesos.__file__).parent
    with ZipFile(folder / "kesos.zip", "w", ZIP_DEFLATED) as archive:
        for file in sorted(package.rglob("*")):
            if file.is_file() and "__pycache__" not in file.parts:
                archive.write(file, file.relative_to(package.parent))
