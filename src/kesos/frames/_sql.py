"""Expressions of a plan as SQL: one builder, and what differs between the engines that read it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from functools import cache
from itertools import accumulate, chain

import attrs

from kesos.frames import _expressions as ex
from kesos.frames._codes import Codes
from kesos.frames._expressions import LARGEST, Node
from kesos.frames._hazards import MISSING, NOT_COVERED, UNKNOWN, Hazards
from kesos.frames._plan import Plan
from kesos.frames._stages import TRUTHS, stages
from kesos.frames._status import STATUSES

HIDDEN = "__kesos_"
_SEEN, _READ, _CODE = (f"{HIDDEN}{name}" for name in ("seen", "read", "code"))
_BLANKS = "".join(
    chr(code) for code in range(0x3001) if chr(code).isspace()
)  # what str.split takes for a blank; there is none above


@attrs.frozen(kw_only=True)
class Dialect:
    """What an engine writes in its own way.

    Args:
        name: A column's name, quoted.
        text: A text, quoted.
        whole: A whole number of 64 bits.
        divide: A quotient of whole numbers, rounded down.
        day_number: A day as a number counted from 1970.
        month: The month of a day that is such a number.
        has_time: Whether a moment is not midnight.
        one_blank: A text with each run of these blanks made one.
        place: The place of a text in a list, counted from zero, and null where it is not in it; None where a text is
            as soon found in a set.
    """

    name: Callable[[str], str]
    text: Callable[[str], str]
    whole: Callable[[int], str]
    divide: Callable[[str, str], str]
    day_number: Callable[[str], str]
    month: Callable[[str], str]
    has_time: Callable[[str], str]
    one_blank: Callable[[str, str], str]
    place: Callable[[str, list[str]], str] | None


class Build:
    """SQL for expressions of a plan."""

    def __init__(self, dialect: Dialect, names: dict[Node, str], codes: Codes) -> None:
        self._dialect = dialect
        self._names = names
        self._codes = codes

    def number(self, node: Node) -> str:
        """A whole number."""
        if _is_truth(node):
            return f"CASE WHEN {self.truth(node)} THEN {self._dialect.whole(1)} ELSE {self._dialect.whole(0)} END"
        return self._dialect.name(self._names[node]) if node in self._names else self.made(node)

    def truth(self, node: Node) -> str:
        """True or false."""
        if not _is_truth(node):
            return f"({self.number(node)} <> 0)"
        return self._dialect.name(self._names[node]) if node in self._names else self.made(node)

    def made(self, node: Node) -> str:
        """The expression itself, also where it has a column of its own."""
        args = node.args
        if node.op in ex.READS:
            return self._read(node)
        if node.op == "const":
            return self._dialect.whole(node.least)
        if node.op == "table":
            return self._in_groups(args) if _is_truth(node) else self._table(args)
        if node.op == "if":
            return f"CASE WHEN {self.truth(args[0])} THEN {self.number(args[1])} ELSE {self.number(args[2])} END"
        if node.op == "month":
            return self._dialect.month(self.number(args[0]))
        if node.op == "not":
            return f"(NOT {self.truth(args[0])})"
        if node.op in ("and", "or"):
            return f"({self.truth(args[0])} {node.op.upper()} {self.truth(args[1])})"
        if node.op == "max" and args[0].op == "column" and args[1] == ex.ZERO:  # what is missing is not above it
            column = self._dialect.name(args[0].args[0])
            return f"CASE WHEN {column} > 0 THEN CAST({column} AS BIGINT) ELSE {self._dialect.whole(0)} END"
        one, other = map(self.number, args)
        if node.op == "mul" and _is_truth(args[0]):
            return f"CASE WHEN {self.truth(args[0])} THEN {other} ELSE {self._dialect.whole(0)} END"
        if node.op == "le" and args[1].op in ("table", "div") and args[1].least > 0:  # most rows are below all of it
            least = self._dialect.whole(args[1].least)
            return f"CASE WHEN {one} <= {least} THEN TRUE ELSE {one} <= {other} END"
        if node.op == "div":
            return self._dialect.divide(one, other)
        if node.op in ("min", "max"):
            return f"{'least' if node.op == 'min' else 'greatest'}({one}, {other})"
        return f"({one} {_OPERATORS[node.op]} {other})"

    def _read(self, node: Node) -> str:
        dialect = self._dialect
        column = dialect.name(node.args[0])
        fits = f"{column} BETWEEN {dialect.whole(-LARGEST)} AND {dialect.whole(LARGEST)}"
        made: dict[str, Callable[[], str]] = {
            "column": lambda: f"coalesce(CAST({column} AS BIGINT), {dialect.whole(0)})",
            "wide_column": lambda: f"CASE WHEN {fits} THEN CAST({column} AS BIGINT) ELSE {dialect.whole(0)} END",
            "missing": lambda: f"({column} IS NULL)",
            "wide": lambda: f"({column} IS NOT NULL AND NOT ({fits}))",
            "word": lambda: f"coalesce({column} = {dialect.text(node.args[-1])}, FALSE)",
            "day": lambda: f"coalesce({dialect.day_number(column)}, {dialect.whole(0)})",
            "moment": lambda: f"coalesce({dialect.has_time(column)}, FALSE)",
        }
        return made[node.op]()

    def _table(self, numbers: tuple[int, ...]) -> str:
        code, whole = self._dialect.name(_CODE), self._dialect.whole
        *runs, (last, _) = self._codes.runs(numbers)
        branches = [f"WHEN {code} < {end} THEN {whole(number)}" for number, end in runs]
        return f"CASE {' '.join(branches)} ELSE {whole(last)} END"

    def _in_groups(self, truths: tuple[int, ...]) -> str:
        code = self._dialect.name(_CODE)
        runs = self._codes.runs(truths)
        starts = [0, *(end for _, end in runs)]
        spans = [
            " AND ".join([f"{code} >= {start}"] * (start > 0) + [f"{code} < {end}"] * (end < starts[-1]))
            for start, (truth, end) in zip(starts, runs, strict=False)
            if truth
        ]
        return f"({' OR '.join(spans)})"


def _is_truth(node: Node) -> bool:
    return node.op in TRUTHS or (node.op == "table" and (node.least, node.most) == (0, 1))


_OPERATORS = {"add": "+", "sub": "-", "mul": "*", "mod": "%", "le": "<=", "eq": "="}


@attrs.frozen
class Query:
    """What is worked out in which step, each with the name of its column, and what is shown at the end."""

    steps: tuple[tuple[tuple[str, str], ...], ...]
    outputs: tuple[tuple[str, str], ...]

    def select(self, dialect: Dialect, source: str, kept: Iterable[str]) -> str:
        """One statement, a query within a query for each step."""
        for step in self.steps:
            named = ", ".join(f"{sql} AS {dialect.name(name)}" for name, sql in step)
            source = f"(SELECT *, {named} FROM {source}) AS {dialect.name(HIDDEN)}"
        shown = [*map(dialect.name, kept), *(f"{sql} AS {dialect.name(name)}" for name, sql in self.outputs)]
        return f"SELECT {', '.join(shown)} FROM {source}"


def query_for(plan: Plan, dialect: Dialect) -> Query:
    """The statement that adds a plan's columns."""
    outputs = plan.outputs
    shown = [*(each for output in outputs for each in (output.value, output.present)), plan.status]
    staged = stages(shown, HIDDEN)
    codes, steps = _codes(plan.hazards, dialect, plan.columns.hazard)
    build = Build(dialect, staged.names, codes)
    steps += [tuple((name, build.made(node)) for name, node in step.items()) for step in staged.steps]
    selected = [
        (output.name, f"CASE WHEN {build.truth(output.present)} THEN {build.number(output.value)} END")
        for output in outputs
    ]
    selected.append((plan.status_name, _status(plan.status, build, dialect)))
    return Query(tuple(steps), tuple(selected))


def _status(node: Node, build: Build, dialect: Dialect) -> str:
    """The word of a row's status: a branch for each fault that there can be."""
    branches: list[str] = []
    faults: list[str] = []
    while node.op == "if":
        truth, one, node = node.args
        faults.append(build.truth(truth))
        places = sorted({*one.args}) if one.op == "table" else [one.least]
        for place in places:
            fault = build.truth(ex.all_of([truth, ex.equal(one, ex.const(place))]))
            branches.append(f"WHEN {fault} THEN {dialect.text(STATUSES[place].value)}")
    for place in sorted({*node.args})[1:]:  # what is left is one number, or one for each group of hazards
        faults.append(build.truth(ex.equal(node, ex.const(place))))
        branches.append(f"WHEN {faults[-1]} THEN {dialect.text(STATUSES[place].value)}")
    last = dialect.text(STATUSES[node.least].value)
    # most rows are sound: an engine that looks at a branch only for the rows that are left is done after the first
    return f"CASE WHEN NOT ({' OR '.join(faults)}) THEN {last} {' '.join(branches)} END"


def _codes(hazards: Hazards, dialect: Dialect, column: str) -> tuple[Codes, list[tuple[tuple[str, str], ...]]]:
    """The code of each row's hazard: the usual spellings at once, any other word without case and spare blanks.

    It is the word's place among all spellings, or where a text is as soon found in a set the place of the set.
    """
    word, seen, read = (dialect.name(name) for name in (column, _SEEN, _READ))
    groups = [*range(len(hazards.windows)), NOT_COVERED]
    spelt = sorted(hazards.spellings.items())
    listed = {group: [dialect.text(each) for each, its in spelt if its == group] for group in groups}
    sizes = [len(texts) if dialect.place else 1 for texts in listed.values()]
    codes = Codes(dict(zip([*groups, UNKNOWN, MISSING], accumulate([*sizes, 1, 1]), strict=True)))
    missing, unknown = codes.ends[UNKNOWN], codes.ends[NOT_COVERED]
    if dialect.place is None:  # a set of texts for each group
        first, then = (
            " ".join(
                f"WHEN {each} IN ({', '.join(texts)}) THEN {codes.ends[group] - 1}"
                for group, texts in listed.items()
                if texts
            )
            for each in (word, read)
        )
        folded = f"CASE WHEN {seen} IS NULL THEN {_folded(word, dialect)} END"
        found = f"CASE WHEN {word} IS NULL THEN {missing} WHEN {seen} IS NOT NULL THEN {seen} {then} ELSE {unknown} END"
        return codes, [((_SEEN, f"CASE {first} END"),), ((_READ, folded),), ((_CODE, found),)]
    texts = list(chain(*listed.values()))
    places = [dialect.place(each, texts) for each in (word, _folded(word, dialect))]
    none = f"CASE WHEN {word} IS NULL THEN {missing} ELSE {unknown} END"
    return codes, [((_CODE, f"coalesce({', '.join([*places, none])})"),)]


def _folded(word: str, dialect: Dialect) -> str:
    """A word as `str.casefold` and `str.split` leave it, as far as it can then be one of ours, which are ASCII."""
    for letter, folded in _folded_to_ascii():
        word = f"replace({word}, {dialect.text(letter)}, {dialect.text(folded)})"
    return f"trim({dialect.one_blank(f'lower({word})', _BLANKS)})"


@cache
def _folded_to_ascii() -> list[tuple[str, str]]:
    """The letters beyond ASCII that become ASCII without case: looked for once, among more than a million."""
    letters = map(chr, range(0x80, sys.maxunicode))
    return [(letter, folded) for letter in letters if (folded := letter.casefold()) != letter and folded.isascii()]


__all__ = ["HIDDEN", "Build", "Dialect", "Query", "query_for"]
