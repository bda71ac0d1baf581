"""Answers that show themselves as their table, in a terminal and in a notebook."""

from __future__ import annotations

from abc import abstractmethod

from kesos.values import TableView


class Shown:
    """Something that is shown as its table."""

    __slots__ = ()

    @abstractmethod
    def table(self, language: str = "id") -> TableView:
        """The table, in "id" or "en"."""

    def __str__(self) -> str:
        return self.table().plain()

    def _repr_html_(self) -> str:
        return self.table().html()


__all__ = ["Shown"]
