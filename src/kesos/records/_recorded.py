"""One way in and out for every value: as plain data, and as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from kesos import _checks as checks
from kesos.errors import RecordError
from kesos.records._envelope import as_json, from_json
from kesos.records._fields import Plain
from kesos.records._fieldwise import Fieldwise
from kesos.records._read import read_plain
from kesos.records._tags import snake, tag_class
from kesos.records._write import to_plain


class Recorded(Fieldwise):
    """A value that travels as plain data.

    >>> from kesos.values import Period, Text
    >>> Text("Beras", "Rice").to_dict(), Period.of("2017-06").to_json()
    ({'id': 'Beras', 'en': 'Rice'}, '{"period":"2017-06"}')
    """

    __slots__ = ()

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        tag = cls.__dict__.get("__tag__")
        if tag is not None:
            tag_class(cls, tag)

    def to_dict(self) -> Plain:
        """All that it holds, as fresh plain data that JSON and TOML can hold; what is at its default is left out.

        A value that is written as one word or number stands under the name of its class.

        Raises:
            KesosError: Something in it could not be read back.
        """
        plain = to_plain(self)
        return plain if isinstance(plain, dict) else {_name_of(type(self)): plain}

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """What `to_dict` gave, as a value again; whatever the class takes as a word is read as one here too.

        Raises:
            RecordError: It is none; every fault is listed with its path.
        """
        name = _name_of(cls)
        alone = isinstance(values, Mapping) and set(values) == {name} and hasattr(cls, "__read__")
        try:
            return read_plain(cls, values[name] if alone else values)
        except RecordError as error:
            faults = tuple(each if each.field else each.at("record") for each in error.faults)
            raise RecordError("record.not_a", faults=faults, kind=error.parameters["kind"]) from None

    def to_json(self, *, indent: int | None = None) -> str:
        """The same as JSON text; an `indent` makes it longer, and several times slower to write."""
        return as_json(self.to_dict(), indent)

    @classmethod
    def from_json(cls, text: Mapping[str, Any] | str | bytes) -> Self:
        """What `to_json` gave, as a value again.

        Raises:
            RecordError: It is not JSON, or not such a value; every fault is listed with its path.
        """
        return cls.from_dict(from_json(text))


class Discreet(Recorded):
    """A value about people: what is refused when one is read tells nothing of what was given, only where and why."""

    __slots__ = ()
    __discreet__: ClassVar[bool] = True

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """What `to_dict` gave, as a value again.

        Raises:
            RecordError: It is none; every fault has its path, and none tells what was given.
        """
        return checks.private(super().from_dict)(values)

    @classmethod
    def from_json(cls, text: Mapping[str, Any] | str | bytes) -> Self:
        """What `to_json` gave, as a value again.

        Raises:
            RecordError: As `from_dict` says.
        """
        return checks.private(super().from_json)(text)


def _name_of(cls: type) -> str:
    """The name of a class, or of the one of kesos's own that it extends and is read as."""
    own = next((each for each in cls.__mro__ if "__read__" in each.__dict__), cls)
    return snake(own.__name__)
