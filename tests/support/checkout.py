"""Files of the checkout that lie in no package, as modules."""

from __future__ import annotations

import importlib.util
import sys
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Final

CHECKOUT: Final = Path(__file__).parents[2]


@cache
def load(path: str) -> ModuleType:
    """The module that a file of the checkout holds ("docs/generate.py"): one and the same for whoever asks."""
    file = CHECKOUT / path
    spec = importlib.util.spec_from_file_location(f"of_the_checkout_{file.stem}", file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module
