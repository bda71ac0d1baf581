"""A refusal that is kept with what it is about, and raised for whoever asks."""

from __future__ import annotations

import copy

from kesos.errors import KesosError


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


__all__ = ["KeepsRefusal"]
