"""What holds for every test."""

from __future__ import annotations

from hypothesis import settings

# A busy machine breaks no law: how long an example takes is what benchmarks/ looks at.
settings.register_profile("kesos", deadline=None)
settings.load_profile("kesos")
