"""What can go wrong, in one tree, each error with what was given, where, and what to do about it.

Catch `KesosError` for everything that kesos refuses. `str(error)` is English; `error.message("id")` is Indonesian. Both
speak to whoever calls kesos; `error.to_dict("id")` is what a service passes on to its own reader. The sentences lie by
code in `kesos.words`; an error holds the code, the field, the value and what fills the sentence.
"""

from __future__ import annotations

import copy
import re
import sys
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from datetime import date
from functools import partial
from types import TracebackType
from typing import Any, Self, TypeVar

from kesos.words import (
    LANGUAGES,
    REDACTED,
    Entry,
    Language,
    Said,
    Sentence,
    catalogue,
    fill,
    hint,
    say_parameter,
    say_value,
    show_value,
)

_KEY = r"[a-z][a-z0-9_]*(\.[a-z0-9_]+)*"

_NEVER_PERSONAL = frozenset({"group", "kind", "least", "longest", "most", "reason", "such", "what"})
"""The parameters that say what may be given, and nothing of what was."""


def _is_kept(name: str, part: object) -> bool:
    """Whether a parameter is no person's: what may be given, or the number of a row."""
    return name in _NEVER_PERSONAL or (name in ("row", "last_row") and type(part) is int)


E = TypeVar("E", bound="KesosError")


def check_language(language: object, field: str = "language") -> Language:
    """`language` itself where it is "id" or "en".

    >>> check_language("en")
    'en'
    """
    if isinstance(language, str) and language in LANGUAGES:
        return language
    raise InvalidValueError("unknown_language", field=field, value=language)


class KesosError(Exception):
    """Something that kesos refuses to do.

    Args:
        problem: The key of a sentence among the refusals ("count_negative", "missing.monthly"); or, for rules that are
            not kesos's own, words of one's own, such as a `Text`.
        field: The path to what is at fault.
        value: What was given there.
        hint: What to do about it, where that depends on what was given; or the refusal whose hint it is.
        code: The code, where the problem is in words of one's own.
        parameters: What fills the sentence and its hint, by name.

    Attributes:
        code: A stable word for the kind of refusal, to switch on: the key up to its first dot.
        field: The path to the argument or field that is at fault.
        value: What was given there; `REDACTED` where it is personal.
        parameters: What the sentence is filled with, so that a caller can build a message of its own.
    """

    code: str = "kesos"

    def __init__(
        self,
        problem: Said | str | None = None,
        *,
        field: str | None = None,
        value: object = None,
        hint: Said | str | KesosError | None = None,
        code: str | None = None,
        **parameters: object,
    ) -> None:
        super().__init__(problem)
        self._own_words = self.code if problem is None else problem
        key = self._own_words
        self._key = key if isinstance(key, str) and re.fullmatch(_KEY, key) else None
        self._hint = hint
        self._type = type(value).__name__
        self.field = field
        self.value = value
        self.parameters = parameters
        if code is not None:
            self.code = code
        elif self._key is not None:
            self.code = self._key.partition(".")[0]

    @property
    def problem(self) -> Said | str:
        """What is wrong, to be said in both languages."""
        return self._own_words if self._key is None else _CatalogueWords(self._key, self._places(), self.value)

    @property
    def hint(self) -> Said | str | None:
        """What to do about it, to be said in both languages."""
        if isinstance(self._hint, KesosError):
            return self._hint.hint
        if self._hint is not None or self._key is None:
            return self._hint
        entry = catalogue("refusals").get(self._key)
        if entry is None or entry.hint is None:
            return None
        return _CatalogueWords(self._key, self._places(), self.value, of_hint=True)

    def say(self, language: str, /) -> str:
        """What is wrong, in "id" or "en", without the field and the hint."""
        return _say(self.problem, check_language(language))

    def message(self, language: str = "en") -> str:
        """The whole refusal in "id" or "en": field, problem, hint."""
        return ". ".join(self.lines(language))

    def lines(self, language: str = "en") -> tuple[str, ...]:
        """The same in lines: the field with the problem, and the hint where there is one.

        >>> InvalidValueError("missing", field="title", hint=hint("known", known=("id", "en"))).lines()
        ('title: is missing', 'Known: id, en.')
        """
        problem = self.say(language)
        hint = self.hint
        return (
            problem if self.field is None else f"{self.field}: {problem}",
            *(() if hint is None else (_say(hint, check_language(language)),)),
        )

    def to_dict(self, language: str = "en") -> dict[str, Any]:
        """What a service passes on to its reader, in "id" or "en", of what JSON can hold.

        `message` is the problem alone, since `field` and `hint` stand beside it; neither speaks of Python. The value
        is in the message where a person may see it, and nowhere else.

        >>> InvalidValueError("count_negative", field="people", value=-3).to_dict()
        {'code': 'count_negative', 'field': 'people', 'message': '-3 is below zero; a count cannot be', 'hint': None,
        'parameters': {}}
        """
        said_in = check_language(language)
        hint = self.hint
        return {
            "code": self.code,
            "field": self.field,
            "message": _say(self.problem, said_in, to_reader=True),
            "hint": None if hint is None else _say(hint, said_in, to_reader=True),
            "parameters": {name: _passed_on(part, said_in) for name, part in self.parameters.items()},
        }

    def at(self, path: str) -> Self:
        """The same refusal where it was found: its field with the path that leads to it.

        >>> InvalidValueError("count_negative", field="age", value=-1).at("members[1]").field
        'members[1].age'
        """
        if not isinstance(path, str):
            raise InvalidValueError("wrong_type", field="path", value=path, kind="str")
        moved = copy.copy(self)
        moved.field = join_path(path, self.field)
        return moved

    def with_hint(self, advice: Said) -> Self:
        """The same refusal with other advice on what to do about it.

        >>> InvalidValueError("missing", field="title").with_hint(hint("known", known=("id", "en"))).message("en")
        'title: is missing. Known: id, en.'
        """
        advised = copy.copy(self)
        advised._hint = advice
        return advised

    def become(self, kind: type[E]) -> E:
        """The same refusal as another kind of error; its code stays what it is."""
        if not isinstance(kind, type) or not issubclass(kind, KesosError):
            raise InvalidValueError("wrong_type", field="kind", value=kind, kind="KesosError")
        state = dict(self.__dict__)
        return _rebuild(kind, self.args, {**state, "code": self.code})

    def redacted(self) -> Self:
        """The same refusal without the value that was given, because it tells something about a person.

        What could be given instead is still told; a hint that may come from the value is not.
        """
        kept = copy.copy(self)
        kept.value = REDACTED
        kept.parameters = {
            name: part.redacted() if isinstance(part, KesosError) else part if _is_kept(name, part) else REDACTED
            for name, part in self.parameters.items()
        }
        kept._hint = None
        if self.code in ("not_a_choice", "unknown_key") and isinstance(self._hint, Sentence):
            kept._hint = hint("known", known=self._hint.parameters["known"])
        return kept

    @property
    def _render_traceback_(self) -> Callable[[], list[str]]:
        """What IPython shows instead of the frames, where this is there: see `briefly`."""
        said_in = self.__dict__.get("_told_in") or ("id" if _called_by_a_cell(self.__traceback__) else None)
        if said_in is None:
            raise AttributeError("_render_traceback_", name="_render_traceback_", obj=self)
        return partial(list, self.lines(said_in))

    def _places(self) -> dict[str, object]:
        """What fills the sentence: the parameters, the value, and the value with its type."""
        shown = REDACTED if self.value is REDACTED else show_value(self.value)
        given = shown if self.value is REDACTED or shown == f"<{self._type}>" else f"{shown} ({self._type})"
        return {**self.parameters, "value": shown, "given": given, "field": self.field}

    def __str__(self) -> str:
        return self.message("en")

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuild, (type(self), self.args, self.__dict__)

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return (self.code, str(self), show_value(self.value)) == (other.code, str(other), show_value(other.value))

    def __hash__(self) -> int:
        return hash((type(self), self.code, str(self)))


class _CatalogueWords:
    """The sentence of an error, or its hint, looked up and filled in when somebody reads it and not before."""

    def __init__(self, key: str, places: Mapping[str, object], value: object, *, of_hint: bool = False) -> None:
        self._key = key
        self._places = places
        self._value = value
        self._of_hint = of_hint

    def say(self, language: str, /) -> str:
        """The words in "id" or "en"."""
        said_in = check_language(language)
        entry = self._entry()
        # A key that no catalogue has is said as it is: an error must not fail while it is being told.
        return self._key if entry is None else fill(entry.of(said_in), said_in, self._places)

    def say_to_reader(self, language: str, /) -> str:
        """The words for somebody who does not program."""
        said_in = check_language(language)
        entry = self._entry()
        if entry is None:
            return self._key
        shown = REDACTED if self._value is REDACTED else say_value(self._value, said_in)
        places = {**self._places, "value": shown, "given": shown}  # a type is a word of Python
        return fill(entry.to_reader.of(said_in), said_in, places, to_reader=True)

    def _entry(self) -> Entry | None:
        entry = catalogue("refusals").get(self._key)
        return entry.hint if entry is not None and self._of_hint else entry


def join_path(path: str, field: str | None) -> str:
    """A field at the end of the path that leads to it.

    >>> join_path("members[1]", "age"), join_path("items", "[rice]"), join_path("items", None)
    ('members[1].age', 'items[rice]', 'items')
    """
    if not field or not path:
        return path or field or ""
    return f"{path}{field}" if field.startswith("[") else f"{path}.{field}"


def _called_by_a_cell(traceback: TracebackType | None) -> bool:
    """Whether a cell of a notebook called kesos by itself, so that whoever reads the refusal sees what it is of.

    Where a module of the caller's own did, the frames say where in it.
    """
    if "ipykernel" not in sys.modules:
        return False
    caller = ""
    while traceback is not None:
        module = str(traceback.tb_frame.f_globals.get("__name__"))
        if module.partition(".")[0] == "kesos":
            return caller == "__main__"
        caller, traceback = module, traceback.tb_next
    return False


def _say(what: Said | str, language: Language, *, to_reader: bool = False) -> str:
    if isinstance(what, str):
        return what
    say = getattr(what, "say_to_reader" if to_reader and hasattr(what, "say_to_reader") else "say", None)
    return str(say(language)) if callable(say) else show_value(what)


_LARGEST_PASSED_ON = 10**60
_DEEPEST_PASSED_ON = 8


def _passed_on(value: object, language: Language, depth: int = 0) -> Any:
    """A parameter as JSON holds it; whatever JSON has no form for is said or shown."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int) and abs(value) < _LARGEST_PASSED_ON:
        return int(value)
    if isinstance(value, str):
        return str.__str__(value)
    if isinstance(value, KesosError):
        return value.to_dict(language)
    if isinstance(value, date):
        return value.isoformat()
    if depth < _DEEPEST_PASSED_ON and isinstance(value, (tuple, list)):
        return [_passed_on(part, language, depth + 1) for part in value]
    if depth < _DEEPEST_PASSED_ON and isinstance(value, Mapping):
        return {str(key): _passed_on(part, language, depth + 1) for key, part in value.items()}
    return say_parameter(value, language) if callable(getattr(value, "say", None)) else show_value(value)


def _rebuild(kind: type[E], args: tuple[Any, ...], state: dict[str, Any]) -> E:
    error = kind.__new__(kind, *args)
    error.__dict__.update(state)
    return error


@contextmanager
def briefly(language: str = "id") -> Generator[None]:
    """In a notebook, a refusal in the lines under it is told in two lines of "id" or "en" and not in frames.

    Without it a refusal of what a cell itself calls is told so in Indonesian, and one further down in frames. The cell
    stops there. Nothing is set for any other cell, and outside a notebook the error goes on as it is.

    >>> with briefly("en"):
    ...     raise InvalidValueError("count_negative", field="people", value=-3)
    Traceback (most recent call last):
    ...
    kesos.errors.InvalidValueError: people: -3 is below zero; a count cannot be
    """
    said_in = check_language(language)
    try:
        yield
    except KesosError as error:
        error.__dict__["_told_in"] = said_in
        raise


class InvalidValueError(KesosError, ValueError):
    """A value of the wrong type or outside what it can be."""

    code = "invalid_value"


class ParseError(InvalidValueError):
    """A text that cannot be read, or that can be read in more than one way."""

    code = "unreadable"


class UnknownHazardError(ParseError):
    """A word that names no hazard that kesos knows."""

    code = "hazard_unknown"


class FrameError(InvalidValueError):
    """A frame without a column that is needed, or with one in which nothing is counted; or what no column can say."""

    code = "frame"


class UnitError(InvalidValueError):
    """Two quantities whose units do not go together, such as rupiah and grams."""

    code = "unit_mismatch"


class OperationError(InvalidValueError, TypeError):
    """An operator or a conversion that an exact value does not have, such as a quantity plus a bare number."""

    code = "no_operation"


class UnknownItemError(InvalidValueError, KeyError):
    """An item that is not in an answer or a standard."""

    code = "unknown_item"


class RuleError(KesosError):
    """The values are sound, but the rule gives no answer for them."""

    code = "no_answer"


class HazardNotCoveredError(RuleError):
    """The standard does not name this hazard."""

    code = "hazard_not_covered"


class NotInForceError(RuleError):
    """The standard is not in force on the event's first day."""

    code = "not_in_force"


class DurationError(RuleError, ValueError):
    """A number of days that the standard does not give by itself."""

    code = "days_out_of_range"


class UnknownValueError(RuleError, ValueError):
    """The rule needs a value that is not known."""

    code = "unknown_value"


class UnspecifiedQuantityError(RuleError, KeyError):
    """The standard names the item but leaves its number blank."""

    code = "unspecified_quantity"


class NoStandardError(RuleError):
    """No standard applies."""

    code = "no_standard"


class ConflictingStandardsError(RuleError):
    """More than one standard applies."""

    code = "conflicting_standards"


class NoRuleError(RuleError):
    """The sources give no rule for what was asked."""

    code = "no_rule"


class NoRateError(RuleError):
    """The standard has no rate for this class, day or date, which is not a rate of nothing."""

    code = "no_rate"


class TransitionError(RuleError, ValueError):
    """A step that is not declared from where a case stands."""

    code = "no_way"


class IncompleteTotalError(RuleError):
    """A total that would leave rows out: its `value` is how many."""

    code = "incomplete_total"


def _first_of(faults: tuple[KesosError, ...]) -> KesosError | None:
    if not isinstance(faults, tuple) or not all(isinstance(fault, KesosError) for fault in faults):
        raise InvalidValueError("wrong_type", field="faults", value=faults, kind="tuple[KesosError, ...]")
    return faults[0] if faults else None


class FaultsError(KesosError):
    """Several faults found at once.

    Attributes:
        faults: Each fault as an error of its own, its `.field` the path to it.
    """

    code = "faults"

    def __init__(
        self,
        problem: Said | str | None = None,
        *,
        faults: tuple[KesosError, ...],
        value: object = None,
        **parameters: object,
    ) -> None:
        first = _first_of(faults)
        super().__init__(problem, field=None if first is None else first.field, value=value, **parameters)  # type: ignore[arg-type]  # parameters have other names than arguments
        self.faults = faults

    def message(self, language: str = "en") -> str:
        """The whole refusal in "id" or "en": a line for each fault."""
        return "\n".join(self.lines(language))

    def lines(self, language: str = "en") -> tuple[str, ...]:
        """The same in lines: what the faults are of, and each of them."""
        return self.say(language), *(f"- {fault.message(language)}" for fault in self.faults)

    def to_dict(self, language: str = "en") -> dict[str, Any]:
        """What a service passes on to its reader, each fault under `faults`."""
        return {**super().to_dict(language), "faults": [fault.to_dict(language) for fault in self.faults]}

    def at(self, path: str) -> Self:
        """The same faults where they were found."""
        moved = super().at(path)
        moved.faults = tuple(fault.at(path) for fault in self.faults)
        return moved

    def redacted(self) -> Self:
        """The same faults without anything that was given."""
        kept = super().redacted()
        kept.faults = tuple(fault.redacted() for fault in self.faults)
        return kept


class StandardFileError(FaultsError, ValueError):
    """A file that is no standard: every fault in it, each with its path."""

    code = "standard_file"


class ProgramFileError(FaultsError, ValueError):
    """A file that is no programme: every fault in it, each with its path."""

    code = "program_file"


class TableError(KesosError, ValueError):
    """A file or a frame in which no table of the kind that was asked for can be found or read."""

    code = "table"


class FileError(KesosError, OSError):
    """A path that leads to no file which can be read, or written: a folder, or what nobody may open."""

    code = "file"


class NoFileError(FileError, FileNotFoundError):
    """A path at which there is no file, or no folder to write one into."""

    code = "no_file"


class RecordError(FaultsError, ValueError):
    """A record that cannot be read back: every fault in it, each with its path."""

    code = "record"


class RegistryError(FaultsError, ValueError):
    """Changes that a register cannot take: every one of them, and none was applied."""

    code = "registry"


class BrokenLawsError(FaultsError, AssertionError):
    """A rule that breaks laws which any rule must keep: every one of them, with its clause."""

    code = "broken_laws"


_WHAT_IS_GIVEN = frozenset(
    {"answers", "days", "item", "item_days", "left_out", "lines", "quantities", "quantity", "unknown", "unspecified"}
)
"""The parts of a record that hold what is given, or for how many days; all others hold words, rates and sources."""
_WHERE_IN_A_LIST = r"\[[^\]]*\]"


class VerificationError(FaultsError, ValueError):
    """A recorded answer that the standard does not give: every difference, each with its path.

    Its code is "standard_changed" where it was made with another standard, "differs" where it was changed, and that of
    the first fault where it cannot be computed again. Its `field` and `value` are those of the first fault. The
    parameters of a difference are what is `recorded` and what is `computed`.
    """

    code = "verification"

    def __init__(
        self,
        problem: Said | str | None = None,
        *,
        faults: tuple[KesosError, ...],
        code: str | None = None,
        **parameters: object,
    ) -> None:
        super().__init__(problem, faults=faults, value=getattr(_first_of(faults), "value", None), **parameters)
        if code is not None:
            self.code = code

    @property
    def amounts_differ(self) -> bool:
        """Whether a quantity, a number of days, or what is given at all differs, and not words and sources alone.

        >>> fault = InvalidValueError("differs", field="lines[0].citation.locator", value="a", computed="b")
        >>> VerificationError("differs.record", faults=(fault,)).amounts_differ
        False
        """
        for fault in self.faults:
            *within, last = re.sub(_WHERE_IN_A_LIST, "", fault.field or "").split(".")
            if last in _WHAT_IS_GIVEN or "quantities" in within:
                return True
        return False


class MissingExtraError(KesosError, ImportError):
    """A part of kesos whose optional packages are not installed."""

    code = "missing_extra"


__all__ = [
    "BrokenLawsError",
    "ConflictingStandardsError",
    "DurationError",
    "FaultsError",
    "FileError",
    "FrameError",
    "HazardNotCoveredError",
    "IncompleteTotalError",
    "InvalidValueError",
    "KesosError",
    "MissingExtraError",
    "NoFileError",
    "NoRateError",
    "NoRuleError",
    "NoStandardError",
    "NotInForceError",
    "OperationError",
    "ParseError",
    "ProgramFileError",
    "RecordError",
    "RegistryError",
    "RuleError",
    "StandardFileError",
    "TableError",
    "TransitionError",
    "UnitError",
    "UnknownHazardError",
    "UnknownItemError",
    "UnknownValueError",
    "UnspecifiedQuantityError",
    "VerificationError",
    "briefly",
]
