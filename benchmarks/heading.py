"""The first line of recorded figures: by which command, when, and on what they were made."""

from __future__ import annotations

import os
import platform
from datetime import date


def heading(command: str, *more: str) -> str:
    """The line, and a blank one."""
    cores, python = f"{os.cpu_count()} cores", f"Python {platform.python_version()}"
    return f"`{command}`, {', '.join((date.today().isoformat(), cores, python, *more))}.\n"
