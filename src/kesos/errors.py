"""What can go wrong, in one tree, each error with what was given, where, and what to do about it.

Catch `KesosError` for everything that kesos refuses. `str(error)` is English; `error.message("id")` is Indonesian.
"""

from __future__ import annotations

from reprlib import Repr
from typing import Any, Protocol

REDACTED = "<redacted>"
"""Stands in `.value` for a value that would tell something about a person."""

_LONGEST_VALUE_SHOWN = 120
_SHORT = Repr()  # shows the beginning of a long list without writing all of it
_SHORT.maxlevel = 4
_SHORT.maxlist = _SHORT.maxtuple = _SHORT.maxdict = _SHORT.maxset = _SHORT.maxfrozenset = 20
_SHORT.maxstring = _SHORT.maxlong = _LONGEST_VALUE_SHOWN
_SHORT.maxother = 2 * _LONGEST_VALUE_SHOWN


class Said(Protocol):
    """Something that can be said in Indonesian and in English, such as a `kesos.texts.Text`."""

    def say(self, language: str) -> str:
        """The words in "id" or "en"."""
        ...


def _say(what: Said | str, language: str) -> str:
    return what if isinstance(what, str) else what.say(language)


def show_value(value: object) -> str:
    """The value as Python writes it, cut where it is long, and never an error of its own.

    >>> show_value("Bnajir")
    "'Bnajir'"
    """
    try:
        if type(value) is str:
            shown = repr(value if len(value) <= _LONGEST_VALUE_SHOWN else value[:_LONGEST_VALUE_SHOWN] + "…")
        else:
            shown = _SHORT.repr(value)
    except Exception:  # a caller's own __repr__ may fail (so may an int of 5,000 digits): the refusal must not
        shown = f"<{type(value).__name__}>"
    return shown if len(shown) <= 2 * _LONGEST_VALUE_SHOWN else shown[: 2 * _LONGEST_VALUE_SHOWN] + "…"


class KesosError(Exception):
    """Something that kesos refuses to do.

    Attributes:
        problem: What is wrong, in both languages.
        code: A stable word for the kind of refusal, to switch on.
        field: The name of the argument or field that is at fault.
        value: What was given there; `REDACTED` where it is personal.
        hint: What to do about it, in both languages.
    """

    code: str = "kesos"

    def __init__(
        self,
        problem: Said | str,
        *,
        field: str | None = None,
        value: object = None,
        hint: Said | str | None = None,
        code: str | None = None,
    ) -> None:
        super().__init__(problem)
        self.problem = problem
        self.field = field
        self.value = value
        self.hint = hint
        if code is not None:
            self.code = code

    def message(self, language: str = "en") -> str:
        """The whole refusal in "id" or "en": field, problem, hint."""
        text = _say(self.problem, language)
        if self.field is not None:
            text = f"{self.field}: {text}"
        if self.hint is not None:
            text = f"{text}. {_say(self.hint, language)}"
        return text

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


def _rebuild(kind: type[KesosError], args: tuple[Any, ...], state: dict[str, Any]) -> KesosError:
    error = kind.__new__(kind, *args)
    error.__dict__.update(state)
    return error


class InvalidValueError(KesosError, ValueError):
    """A value of the wrong type or outside what it can be."""

    code = "invalid_value"


class ParseError(InvalidValueError):
    """A text that cannot be read, or that can be read in more than one way."""

    code = "unreadable"


class UnknownHazardError(ParseError):
    """A word that names no hazard that kesos knows."""

    code = "unknown_hazard"


class UnitError(InvalidValueError):
    """Two quantities whose units do not go together, such as rupiah and grams."""

    code = "unit_mismatch"


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


class UnspecifiedQuantityError(RuleError):
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


class FaultsError(KesosError):
    """Several faults found at once.

    Attributes:
        faults: Each fault as an error of its own, its `.field` the path to it.
    """

    code = "faults"

    def __init__(self, problem: Said | str, *, faults: tuple[KesosError, ...], value: object = None) -> None:
        super().__init__(problem, field=faults[0].field if faults else None, value=value)
        self.faults = faults

    def message(self, language: str = "en") -> str:
        """The whole refusal in "id" or "en": a line for each fault."""
        return "\n".join([_say(self.problem, language), *(f"- {fault.message(language)}" for fault in self.faults)])


class StandardFileError(FaultsError, ValueError):
    """A file that is no standard: every fault in it, each with its path."""

    code = "standard_file"


class RecordError(FaultsError, ValueError):
    """A record that cannot be read back: every fault in it, each with its path."""

    code = "record"


class BrokenLawsError(FaultsError, AssertionError):
    """A rule that breaks laws which any rule must keep: every one of them, with its clause."""

    code = "broken_laws"


class VerificationError(KesosError, ValueError):
    """A recorded answer that the standard does not give."""

    code = "verification"


class MissingExtraError(KesosError, ImportError):
    """A part of kesos whose optional packages are not installed."""

    code = "missing_extra"
