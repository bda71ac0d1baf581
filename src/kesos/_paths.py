"""Files that somebody names: whatever the system refuses is told with its field and its code, in both languages."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import Any

from kesos.errors import FileError, KesosError, NoFileError

__all__ = ["opening"]


@contextmanager
def opening(
    path: Any, field: str, *, writing: bool = False, refusal: Callable[..., KesosError] | None = None
) -> Generator[None]:
    """Tells what the system says of a path as a refusal; nothing else belongs between, since a ValueError is its too.

    The path itself is not told: it is the caller's own and may hold the name of a person.

    Args:
        path: The path.
        field: What the caller calls it.
        writing: Whether the file is to be written.
        refusal: The error that it becomes; left out, one that is the system's too.

    Raises:
        FileError: A folder, no such file or folder, no permission, or what else the system says.

    >>> with opening("/", "path"):
    ...     open("/")
    Traceback (most recent call last):
    ...
    kesos.errors.FileError: path: this is a folder, where a file belongs
    """
    try:
        yield
    except (OSError, ValueError) as error:
        found = _refused(error, path, field, writing)
        found.errno = getattr(error, "errno", None)
        raise found if refusal is None else refusal(found.args[0], field=field, **found.parameters) from None


def _refused(error: OSError | ValueError, path: Any, field: str, writing: bool) -> FileError:
    if not isinstance(error, OSError):  # a NUL in it, or a letter that the system does not have
        return FileError("cannot_write.no_path" if writing else "cannot_open.no_path", field=field)
    if isinstance(error, IsADirectoryError) or os.path.isdir(path):
        return FileError("cannot_write.folder" if writing else "cannot_open.folder", field=field)
    if isinstance(error, (FileNotFoundError, NotADirectoryError)):
        return NoFileError("cannot_write.missing" if writing else "cannot_open.missing", field=field)
    if isinstance(error, PermissionError):
        return FileError("cannot_write.forbidden" if writing else "cannot_open.forbidden", field=field)
    why = os.strerror(error.errno) if error.errno else type(error).__name__
    return FileError("cannot_write" if writing else "cannot_open", field=field, reason=why)
