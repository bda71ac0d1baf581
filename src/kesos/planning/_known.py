"""Mappings that say why they have nothing under a code: not known is not none."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Mapping
from typing import Any, TypeVar, overload

from kesos.errors import KesosError

V = TypeVar("V")
T = TypeVar("T")


class KnownMapping(Mapping[str, V]):
    """A mapping from codes to what is known of them."""

    __slots__ = ()

    @property
    @abstractmethod
    def _known(self) -> Mapping[str, V]:
        """What is known, by code."""

    @abstractmethod
    def _why_not(self, code: object) -> KesosError:
        """Why there is nothing under a code."""

    def __getitem__(self, code: str) -> V:
        if code in self:
            return self._known[code]
        raise self._why_not(code)

    def __iter__(self) -> Iterator[str]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)

    def __contains__(self, code: object) -> bool:
        return isinstance(code, str) and code in self._known

    @overload
    def get(self, code: str, /) -> V | None: ...
    @overload
    def get(self, code: str, /, default: V | T) -> V | T: ...
    def get(self, code: str, /, default: Any = None) -> Any:
        """What is under a code; `default` where it is not known."""
        return self._known[code] if code in self else default


__all__ = ["KnownMapping"]
