"""What Hypothesis loads where kesos is installed: a hook that costs nothing until somebody draws a class of kesos.

Hypothesis runs it in every project that has both, so that it loads nothing and never fails. Hypothesis asks for numpy's
types in the same way: of a module that is loaded, and only for a type that it does not know yet. Where a later
Hypothesis asks in no such way, `import kesos.testing` teaches it the classes.
"""

from __future__ import annotations

from typing import Any


def register() -> None:
    """Has Hypothesis ask `strategy_of` for the types that it does not know."""
    try:
        from hypothesis.strategies._internal import types

        types._global_extra_lookup["kesos"] = strategy_of  # pyright: ignore[reportPrivateUsage]
    except Exception:  # not public: whatever has become of it, the project that is being tested is not to fail
        return


def strategy_of(kind: Any) -> Any:
    """The strategy for a public class of kesos, and None for every other type.

    >>> from kesos.values import Period
    >>> strategy_of(Period).validate()
    >>> strategy_of(int)
    """
    if str(getattr(kind, "__module__", "")).partition(".")[0] != "kesos":
        return None
    from kesos.testing.registration import strategies

    try:
        return strategies().get(kind)
    except TypeError:  # a type that has no hash, such as an Annotated one with a list
        return None
