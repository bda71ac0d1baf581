"""How the documentation is built: `python -m sphinx -W -b html docs docs/_build/html`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import generate
from sphinx.application import Sphinx

import kesos

generate.write_pages(Path(__file__).parent / "_generated")

project = "kesos"
author = "The kesos maintainers"
copyright = "The kesos maintainers, MIT licence"
release = version = kesos.__version__

extensions = ["myst_nb", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build", "_generated/notebooks"]
default_role = "code"

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
html_css_files = ["kesos.css"]
html_show_sourcelink = False
html_copy_source = False
pygments_style = "friendly"


def setup(app: Sphinx) -> None:
    """Reads every notebook anew: what it shows may have changed though the page has not."""
    app.connect(
        "env-get-outdated", lambda app, env, *_: [name for name in env.found_docs if name.startswith("notebooks/")]
    )
