"""The same standard over whole tables."""

from kesos.frames._count import count
from kesos.frames._entitle import entitle
from kesos.frames._flags import explain_flags
from kesos.frames._parse import parse
from kesos.frames._printed_sums import check_sums
from kesos.frames._shares import absorption, share
from kesos.frames._status import Status
from kesos.frames._totals import totals

__all__ = ["Status", "absorption", "check_sums", "count", "entitle", "explain_flags", "parse", "share", "totals"]
