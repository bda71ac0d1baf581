"""Teaches Hypothesis the public classes, so that `hypothesis.strategies.from_type` draws valid ones."""

from __future__ import annotations


def register() -> None:
    """Registers a strategy for every public class; Hypothesis calls it by itself where kesos is installed.

    >>> from hypothesis import strategies as st
    >>> from kesos import DisasterEvent
    >>> st.from_type(DisasterEvent).validate()
    """
    from hypothesis import strategies as st

    from kesos.testing import _social_strategies as social_strategies
    from kesos.testing import _strategies as strategies

    for kind, strategy in {**strategies.by_type(), **social_strategies.by_type()}.items():
        st.register_type_strategy(kind, strategy)


__all__ = ["register"]
