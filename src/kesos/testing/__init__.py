"""For authors of rules: the laws that any rule must keep, and Hypothesis strategies for every public class.

Needs the extra: pip install 'kesos[testing]'. Importing it teaches `hypothesis.strategies.from_type` every class.

>>> from kesos import PEDUM_2003
>>> check_standard(PEDUM_2003, examples=5)
"""

from __future__ import annotations

from kesos.errors import MissingExtraError
from kesos.values import Text

try:
    import hypothesis as _hypothesis  # asked for here, so that a missing extra is named as one

    del _hypothesis
except ImportError as error:
    raise MissingExtraError(
        Text("hypothesis belum terpasang", "hypothesis is not installed"),
        field="testing",
        value="hypothesis",
        hint=Text("Pasang: pip install 'kesos[testing]'.", "Install it: pip install 'kesos[testing]'."),
    ) from error

from kesos.testing._indicator_laws import check_indicator
from kesos.testing._laws import check_standard
from kesos.testing.registration import register

register()

__all__ = ["check_indicator", "check_standard"]
