"""For authors of rules: the laws that any rule must keep, and Hypothesis strategies for every public class.

Needs Hypothesis, which is the extra `testing`: `pip install 'hypothesis>=6.160'`. Importing it teaches
`hypothesis.strategies.from_type` every class.

>>> from kesos import PEDUM_2003
>>> check_standard(PEDUM_2003, examples=5)
"""

from __future__ import annotations

from kesos._package import requirements_of
from kesos.errors import MissingExtraError

try:
    import hypothesis as _hypothesis  # asked for here, so that a missing extra is named as one

    del _hypothesis
except ImportError as error:
    needed = "' '".join(requirements_of("testing", "hypothesis"))
    raise MissingExtraError("missing_extra", field="testing", value="hypothesis", requirement=needed) from error

from kesos.testing._indicator_laws import check_indicator
from kesos.testing._laws import check_standard
from kesos.testing._program_laws import check_program
from kesos.testing.registration import register

register()

__all__ = ["check_indicator", "check_program", "check_standard"]
