"""Mutants: every small change of a module that a test ought to notice, made in its syntax tree and taken back.

What is left out: annotations, docstrings, assertions (they are for type checkers), decorators, base classes, what only
type checkers read, and words outside functions (names of columns, patterns, texts in two languages).
"""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.FloorDiv,
    ast.Pow: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
COUNTERPARTS = {"min": "max", "max": "min", "any": "all", "all": "any", "floor": "ceil", "ceil": "floor"}
ALREADY_NEGATED = (ast.Eq, ast.NotEq, ast.Is, ast.IsNot, ast.In, ast.NotIn)
FOR_TYPES = {"TypeVar", "ParamSpec", "NewType", "NamedTuple", "get_args", "overload"}

Swap = tuple[Any, str, int | None, Any]
"""A place in a tree, and what stands there in the mutant."""


@dataclass(frozen=True)
class Mutant:
    """One change. Its key outlives changes of other lines: it has no line number."""

    module: str
    qualname: str
    line: int
    source: str
    what: str
    again: int
    inside: bool
    """Whether it is inside a function, whose code can be exchanged; else its module has to be loaded anew."""
    told: bool
    """Whether it is in what somebody is told: a refusal, a hint or a sentence, which tests hold to the catalogues."""
    swap: Swap

    @property
    def key(self) -> str:
        """The module, the function, the line as it is written and what became of it; a number where there are more."""
        more = f" ({self.again})" if self.again > 1 else ""
        return f"{self.module}:{self.qualname}: {self.source} | {self.what}{more}"

    def apply(self) -> None:
        """Makes the change in the tree for good: each mutant is tried in a process of its own."""
        parent, field, index, new = self.swap
        if index is None:
            setattr(parent, field, new)
        else:
            getattr(parent, field)[index] = new


class Module:
    """A source file with its tree and its mutants."""

    def __init__(self, name: str, path: Path) -> None:
        self.name, self.path = name, path
        text = path.read_text(encoding="utf-8")
        self.lines = text.splitlines()
        self.tree = ast.parse(text)
        self._seen: Counter[tuple[str, str, str]] = Counter()
        self.mutants = [self._mutant(*found) for found in _Walk(self.tree).found]

    def _mutant(self, node: ast.AST, qualname: str, inside: bool, told: bool, what: str, swap: Swap) -> Mutant:
        line = getattr(node, "lineno", 1)
        source = self.lines[line - 1].strip()
        self._seen[qualname, source, what] += 1
        again = self._seen[qualname, source, what]
        return Mutant(self.name, qualname, line, source, what, again, inside, told, swap)

    def compiled(self) -> Any:
        """The code of the tree as it now is; lines and names stay those of the file."""
        return compile(self.tree, str(self.path), "exec", dont_inherit=True)


Found = tuple[ast.AST, str, bool, bool, str, Swap]


class _Walk:
    """Goes once through a tree and notes each mutant with its place."""

    def __init__(self, tree: ast.Module) -> None:
        self.found: list[Found] = []
        self._names: list[str] = []
        self._inside = self._told = False
        self._body(tree, "body")

    # --- what is written down

    def _note(self, node: ast.AST, what: str, place: tuple[Any, str, int | None], new: Any) -> None:
        if isinstance(new, ast.AST) and hasattr(node, "lineno"):
            ast.copy_location(new, node)
            ast.fix_missing_locations(new)
        qualname = ".".join(name for name in self._names if name != "<locals>")
        self.found.append((node, qualname, self._inside, self._told, what, (*place, new)))

    # --- statements

    def _body(self, parent: Any, field: str) -> None:
        for index, statement in enumerate(getattr(parent, field)):
            self._statement(statement, (parent, field, index))

    def _statement(self, node: ast.stmt, place: tuple[Any, str, int | None]) -> None:
        match node:
            case ast.FunctionDef():
                self._function(node)
            case ast.ClassDef():
                self._names.append(node.name)
                self._body(node, "body")
                self._names.pop()
            case ast.Import() | ast.ImportFrom() | ast.Assert() | ast.Pass() | ast.Global() | ast.Nonlocal():
                return
            case ast.Expr(value=ast.Constant()):
                return
            case ast.Expr():
                self._note(node, "statement dropped", place, ast.Pass())
                self._children(node)
            case ast.Raise():
                self._note(node, "raise dropped", place, ast.Pass())
                self._children(node)
            case ast.Continue():
                self._note(node, "continue becomes break", place, ast.Break())
            case ast.Break():
                self._note(node, "break becomes continue", place, ast.Continue())
            case ast.Return(value=value) if value is not None:
                if not (isinstance(value, ast.Constant) and value.value is None):
                    self._note(node, "returns None", (node, "value", None), ast.Constant(None))
                self._children(node)
            case ast.If(test=ast.Name(id="TYPE_CHECKING")):
                return
            case ast.Assign(targets=[ast.Name(id="__all__" | "__slots__")]):
                return
            case ast.AugAssign():
                self._operator(node)
                self._expression(node.value, (node, "value", None))
            case ast.AnnAssign():
                if node.value is not None:
                    self._expression(node.value, (node, "value", None))
            case _:
                self._children(node)

    def _function(self, node: ast.FunctionDef) -> None:
        if any("overload" in ast.dump(decorator) for decorator in node.decorator_list):
            return
        self._names.append(node.name)
        for defaults in ("defaults", "kw_defaults"):
            for index, default in enumerate(getattr(node.args, defaults)):
                if default is not None:
                    self._expression(default, (node.args, defaults, index), default_value=True)
        before, self._inside = self._inside, True
        self._names.append("<locals>")
        self._body(node, "body")
        self._names.pop()
        self._inside = before
        self._names.pop()

    # --- expressions

    def _children(self, node: ast.AST) -> None:
        if isinstance(node, ast.If | ast.While | ast.IfExp):
            self._condition(node, "test", None, node.test)
        if isinstance(node, ast.comprehension):
            for index, test in enumerate(node.ifs):
                self._condition(node, "ifs", index, test)
        for field, value in ast.iter_fields(node):
            if field in ("annotation", "returns", "type_comment", "ctx", "pattern"):
                continue
            if isinstance(value, list):
                for index, each in enumerate(value):
                    self._any(each, (node, field, index))
            elif isinstance(value, ast.AST):
                self._any(value, (node, field, None))

    def _any(self, node: Any, place: tuple[Any, str, int | None]) -> None:
        if isinstance(node, ast.stmt):
            self._statement(node, place)
        elif isinstance(node, ast.expr):
            self._expression(node, place)
        elif isinstance(node, ast.AST):
            self._children(node)

    def _condition(self, parent: Any, field: str, index: int | None, test: ast.expr) -> None:
        """The contrary of a condition, unless the change of its own operator is just that."""
        if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
            return
        if isinstance(test, ast.Compare) and len(test.ops) == 1 and isinstance(test.ops[0], ALREADY_NEGATED):
            return
        self._note(test, f"not ({_short(test)})", (parent, field, index), ast.UnaryOp(ast.Not(), test))

    def _operator(self, node: Any) -> None:
        kind = type(node.op)
        if kind in ARITHMETIC:
            new = ARITHMETIC[kind]
            self._note(node, f"{_short(node)}: {kind.__name__} becomes {new.__name__}", (node, "op", None), new())

    def _expression(self, node: ast.expr, place: tuple[Any, str, int | None], default_value: bool = False) -> None:
        match node:
            case ast.Constant():
                self._constant(node, place, default_value)
                return
            case ast.Compare():
                for index, op in enumerate(node.ops):
                    new = COMPARISONS[type(op)]
                    what = f"{_short(node)}: {type(op).__name__} becomes {new.__name__}"
                    self._note(node, what, (node, "ops", index), new())
            case ast.BoolOp():
                other: ast.boolop = ast.Or() if isinstance(node.op, ast.And) else ast.And()
                self._note(node, f"{_short(node)}: and/or", (node, "op", None), other)
            case ast.BinOp():
                self._operator(node)
            case ast.UnaryOp(op=ast.Not()):
                self._note(node, f"without not: {_short(node)}", place, node.operand)
            case ast.UnaryOp(op=ast.USub()):
                self._note(node, f"without minus: {_short(node)}", place, node.operand)
            case ast.Call():
                self._call(node)
                return
            case _:
                pass
        self._children(node)

    def _constant(self, node: ast.Constant, place: tuple[Any, str, int | None], default_value: bool) -> None:
        value = node.value
        if isinstance(value, bool):
            self._note(node, f"{value} becomes {not value}", place, ast.Constant(not value))
        elif isinstance(value, int):
            self._note(node, f"{value} becomes {value + 1}", place, ast.Constant(value + 1))
        elif isinstance(value, str) and (self._inside or default_value):
            self._note(node, f"{value!r} becomes other words", place, ast.Constant(f"XX{value}"))

    def _call(self, node: ast.Call) -> None:
        name = _called(node)
        if name == "cast" and len(node.args) == 2:
            self._expression(node.args[1], (node, "args", 1))
            return
        if name in FOR_TYPES:
            return
        if name in COUNTERPARTS:
            other = COUNTERPARTS[name]
            new = ast.Name(other, ast.Load()) if isinstance(node.func, ast.Name) else None
            if new is not None:
                self._note(node, f"{name} becomes {other}", (node, "func", None), new)
        refusal = name.endswith("Error")
        before, self._told = self._told, self._told or refusal or name in ("say", "hint")
        for keyword in node.keywords:
            if keyword.arg is None:
                continue
            if refusal:
                if not (isinstance(keyword.value, ast.Constant) and keyword.value.value is None):
                    self._note(keyword, f"{keyword.arg}= becomes None", (keyword, "value", None), ast.Constant(None))
            else:
                left = [each for each in node.keywords if each is not keyword]
                self._note(keyword, f"{keyword.arg}= dropped from {name}()", (node, "keywords", None), left)
        self._expression(node.func, (node, "func", None))
        for index, argument in enumerate(node.args):
            self._expression(argument, (node, "args", index))
        for keyword in node.keywords:
            if refusal and isinstance(keyword.value, ast.Constant):
                if isinstance(keyword.value.value, int):
                    self._expression(keyword.value, (keyword, "value", None))
                continue
            self._expression(keyword.value, (keyword, "value", None))
        self._told = before


def _called(node: ast.Call) -> str:
    if isinstance(node.func, ast.Name):
        return node.func.id
    return node.func.attr if isinstance(node.func, ast.Attribute) else ""


def _short(node: ast.AST) -> str:
    text = ast.unparse(node)
    return text if len(text) <= 60 else text[:57] + "..."


def codes(code: Any) -> Iterator[Any]:
    """A code object and all that lie inside it, in the order of the source."""
    yield code
    for each in code.co_consts:
        if hasattr(each, "co_consts"):
            yield from codes(each)
