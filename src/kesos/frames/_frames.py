"""A caller's frame, whatever its kind: the names and the kinds of its columns, looked at before any work."""

from __future__ import annotations

from functools import cached_property
from importlib import import_module
from typing import Any, NamedTuple

import attrs

from kesos import _checks as checks
from kesos._package import requirements_of
from kesos.errors import FrameError, MissingExtraError

WHOLE = frozenset({"Int8", "Int16", "Int32", "Int64", "UInt8", "UInt16", "UInt32"})
WIDE = frozenset({"UInt64", "Int128", "UInt128"})
TEXT = frozenset({"String", "Categorical", "Enum", "Object"})
KINDS = frozenset({"DataFrame", "LazyFrame", "Table", "DuckDBPyRelation"})
ENGINES = ("polars", "pandas", "pyarrow", "duckdb", "pyspark", "dask")


def narwhals() -> Any:
    """The library that knows every kind of frame, loaded when a frame is there."""
    return import_module("narwhals")


def part(name: str) -> Any:
    """A module of this package that works on arrays, as pandas brings them.

    Raises:
        MissingExtraError: NumPy is not installed.
    """
    try:
        import_module("numpy")
    except ImportError as error:
        needed = "' '".join(requirements_of("frames", "numpy"))
        raise MissingExtraError("missing_extra", field="frames", value="numpy", requirement=needed) from error
    return import_module(f"kesos.frames.{name}")


class Bounds(NamedTuple):
    """Between which numbers the cells of a column lie, and whether none is missing."""

    least: int
    most: int
    whole: bool


@attrs.frozen(eq=False)
class Frame:
    """A frame, and what is known of it without reading a row.

    Args:
        native: The caller's frame.
        engine: The library that it is of.
    """

    native: Any
    engine: str

    @classmethod
    def of(cls, native: Any, field: str = "frame") -> Frame:
        """A frame of a kind that is served, with no column twice.

        Raises:
            FrameError: It is none.
        """
        engine = type(native).__module__.partition(".")[0].lstrip("_")
        if engine not in ENGINES or type(native).__name__ not in KINDS:
            raise FrameError("not_a_frame", field=field, value=type(native).__name__, engines=ENGINES)
        names = list(native.column_names if engine == "pyarrow" else native.columns) if engine != "polars" else []
        seen: set[object] = set()
        for name in names:
            if name in seen:
                raise FrameError("column_doubled", field=str(name), value=name)
            seen.add(name)
        return cls(native, engine)

    @cached_property
    def kinds(self) -> dict[str, str]:
        """The kind of each column, in the words of narwhals."""
        try:
            known = self.native._meta if self.engine == "dask" else self.native  # Dask's partitions are of pandas
            schema = narwhals().from_native(known).collect_schema()
        except Exception as error:  # what a caller's lazy frame is made of may fail in any way
            raise FrameError("not_a_frame", field="frame", value=type(self.native).__name__, engines=ENGINES) from error
        return {name: _kind(dtype) for name, dtype in schema.items()}

    @property
    def names(self) -> frozenset[str]:
        """The names of its columns."""
        return frozenset(self.kinds)

    def kind(self, name: object, field: str) -> str:
        """The kind of a column that is there.

        Raises:
            FrameError: It is not.
        """
        if not isinstance(name, str) or name not in self.kinds:
            raise FrameError("column_missing", field=field, value=name, hint=checks.did_you_mean(name, self.kinds))
        return self.kinds[name]

    def counts(self, name: str) -> bool:
        """Whether there is a column of whole numbers of this name."""
        return self.kinds.get(name) in WHOLE | WIDE or (name in self.kinds and self.is_nothing(name))

    def check_count(self, name: object, field: str) -> None:
        """Says nothing where a column holds whole numbers.

        Raises:
            FrameError: It is missing, or holds floats, texts, booleans or anything else.
        """
        kind = self.kind(name, field)
        if kind not in WHOLE | WIDE and not self.is_nothing(str(name)):
            raise FrameError("column_not_whole", field=field, value=name, kind=kind)

    def check_text(self, name: object, field: str) -> None:
        """Says nothing where a column holds texts.

        Raises:
            FrameError: It is missing, or holds something else.
        """
        kind = self.kind(name, field)
        if (kind not in TEXT or self.holds_lists(str(name))) and not self.is_nothing(str(name)):
            raise FrameError("column_not_text", field=field, value=name, kind=kind)

    def check_day(self, name: object, field: str) -> None:
        """Says nothing where a column holds days, or moments without a zone.

        Raises:
            FrameError: It is missing, or holds something else.
        """
        kind = self.kind(name, field)
        if kind not in ("Date", "Datetime") and not self.is_nothing(str(name)):
            raise FrameError("column_not_days", field=field, value=name, kind=kind)

    def is_moment(self, name: str) -> bool:
        """Whether a column of days may hold moments that are none."""
        return self.kinds[name] == "Datetime"

    def is_wide(self, name: str) -> bool:
        """Whether a column may hold whole numbers beyond 64 bits."""
        return self.kinds[name] in WIDE

    def bounds(self, name: str) -> Bounds | None:
        """Between which numbers a column of whole numbers lies, where that is soon seen: all of it is at hand."""
        if self.engine not in ("polars", "pandas", "pyarrow") or self.kinds[name] not in WHOLE:
            return None
        told = narwhals().from_native(self.native)
        if not hasattr(told, "get_column") or not len(told):
            return None
        column = told.get_column(name)
        missing = column.null_count()
        least, most = (0, 0) if missing == len(told) else (int(column.min()), int(column.max()))
        return Bounds(min(least, 0) if missing else least, max(most, 0) if missing else most, whole=not missing)

    def holds_lists(self, name: str) -> bool:
        """Whether cells of pandas hold what nothing is looked up by."""
        if self.engine != "pandas" or self.kinds[name] != "Object":
            return False
        try:
            set(self.native[name])
        except TypeError:
            return True
        return False

    def is_nothing(self, name: str) -> bool:
        """Whether a column holds nothing at all, which an engine gives no kind."""
        if self.engine == "polars":
            return str(self.native.lazy().collect_schema()[name]) == "Null"
        if self.engine == "pyarrow":
            return str(self.native.schema.field(name).type) == "null"
        if self.engine != "pandas" or str(self.native.dtypes[name]) != "object":
            return False
        return bool(self.native[name].isna().all())


def _kind(dtype: Any) -> str:
    if type(dtype).__name__ == "Datetime" and getattr(dtype, "time_zone", None) is not None:
        return "Datetime with a zone"
    return type(dtype).__name__ if not isinstance(dtype, type) else dtype.__name__


__all__ = ["ENGINES", "Bounds", "Frame", "narwhals"]
