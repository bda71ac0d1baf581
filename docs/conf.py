"""How the documentation is built: `python -m sphinx -W -b html docs docs/_build/html`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import generate

import kesos

generate.write_pages(Path(__file__).parent / "_generated")

project = "kesos"
author = "The kesos maintainers"
copyright = "The kesos maintainers, MIT licence"
release = version = kesos.__version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build", "figures/*.md"]  # which pages take in
default_role = "code"

myst_enable_extensions = ["colon_fence"]
myst_heading_anchors = 3

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
