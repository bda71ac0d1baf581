"""What is kept of what was given: a refusal, raised for whoever asks, and plain values in containers of their own."""

from __future__ import annotations

import copy

from kesos.errors import FaultsError, KesosError


class KeepsRefusal:
    """What keeps a refusal."""

    __slots__ = ()

    error: KesosError

    def refusal(self) -> KesosError:
        """The refusal, to be raised.

        Each is a copy: raising one writes into it where it was raised, and what is kept must not change, nor hold on to
        the frames of whoever asked.
        """
        return copy.copy(self.error)


def apart(value: object) -> object:
    """Plain values in containers of their own, so that who gave them changes nothing that is kept; else the value.

    >>> given = {"place": {"village": "Umpang"}}
    >>> kept = apart(given)
    >>> kept == given, kept is given
    (True, False)
    """
    if not isinstance(value, (dict, list, set, bytearray, tuple)):
        return value
    try:
        return copy.deepcopy(value)
    except Exception:  # what a caller put into it may have no copy: a file, a generator
        return copy.copy(value)


def refusal_apart(error: KesosError) -> KesosError:
    """The refusal with what was given, and what fills its sentence, in containers of its own.

    >>> from kesos.errors import InvalidValueError
    >>> given = ["a"]
    >>> kept = refusal_apart(InvalidValueError("wrong_type.table", value=given))
    >>> given.append("b")
    >>> kept.say("en")
    "['a'] is not a table"
    """
    kept = copy.copy(error)
    kept.value = apart(error.value)
    kept.parameters = {name: apart(part) for name, part in error.parameters.items()}
    if isinstance(kept, FaultsError):
        kept.faults = tuple(map(refusal_apart, kept.faults))
    return kept


__all__ = ["KeepsRefusal", "apart", "refusal_apart"]
