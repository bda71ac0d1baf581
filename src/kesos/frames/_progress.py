"""A bar on the screen for eager work that takes long; nothing where nobody watches."""

from __future__ import annotations

import sys
import time

import attrs

_PATIENCE = 2.0
"""So many seconds pass before anything is shown."""
_WIDTH = 30


def _now() -> float:
    return time.monotonic()


@attrs.define(eq=False)
class Progress:
    """How much of some work is done.

    Args:
        shown: Whether it may be shown at all.
    """

    shown: bool
    _begun: float = attrs.field(factory=_now, init=False)
    _last: int = attrs.field(default=-1, init=False)

    @classmethod
    def on_screen(cls) -> Progress:
        """A bar where the errors of the program go to a screen."""
        return cls(shown=sys.stderr.isatty())

    def done(self, rows: int, of: int) -> None:
        """So many rows are done."""
        if not self.shown or time.monotonic() - self._begun < _PATIENCE:
            return
        filled = rows * _WIDTH // of
        if filled > self._last:
            self._last = filled
            end = "\n" if rows == of else ""
            bar = "#" * filled + "." * (_WIDTH - filled)
            sys.stderr.write(f"\r[{bar}] {rows:,}/{of:,}{end}")
            sys.stderr.flush()


__all__ = ["Progress"]
