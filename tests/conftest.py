"""How the tests are run: Hypothesis without a clock, since machines are noisy; more examples with a profile."""

from __future__ import annotations

from hypothesis import Phase, settings

settings.register_profile("kesos", deadline=None, max_examples=50)
settings.register_profile("thorough", deadline=None, max_examples=500)
settings.register_profile(  # for laws that are to fail: how they fail, nobody reads
    "planted", deadline=None, max_examples=200, phases=(Phase.explicit, Phase.generate), database=None
)
settings.load_profile("kesos")

# Read by the type checkers (tests/typing/test_type_checkers.py), never run.
collect_ignore_glob = ["typing/use_*.py", "typing/public_names.py", "typing/misspelt.py"]
