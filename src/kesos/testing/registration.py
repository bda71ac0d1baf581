"""Teaches Hypothesis the public classes, so that `hypothesis.strategies.from_type` draws valid ones."""

from __future__ import annotations

from functools import cache
from typing import Any

from hypothesis import strategies as st


@cache
def strategies() -> dict[type[Any], st.SearchStrategy[Any]]:
    """The strategy of every public class.

    >>> from kesos import DisasterEvent
    >>> strategies()[DisasterEvent].validate()
    """
    from kesos.testing import _service_strategies as service_strategies
    from kesos.testing import _social_strategies as social_strategies
    from kesos.testing import _strategies as of_relief

    return {**of_relief.by_type(), **social_strategies.by_type(), **service_strategies.by_type()}


def register() -> None:
    """Registers a strategy for every public class; `import kesos.testing` does it.

    >>> from kesos import DisasterEvent
    >>> st.from_type(DisasterEvent).validate()
    """
    for kind, strategy in strategies().items():
        st.register_type_strategy(kind, strategy)


__all__ = ["register", "strategies"]
