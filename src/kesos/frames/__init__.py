"""The same standard over whole tables."""

from kesos.frames._entitle import entitle
from kesos.frames._status import Status
from kesos.frames._totals import totals

__all__ = ["Status", "entitle", "totals"]
