"""Runs what stands in the editor of the page "Try it" and tells what came of it in HTML; it needs no browser itself."""

from __future__ import annotations

import ast
import io
import traceback
from contextlib import redirect_stderr, redirect_stdout
from html import escape

from kesos.errors import KesosError

EDITOR = "<editor>"


def run(source: str) -> str:
    """What was printed, then the value of the last line as a notebook shows it, or an error in two lines.

    Every run starts from nothing.
    """
    printed = io.StringIO()
    try:
        with redirect_stdout(printed), redirect_stderr(printed):
            shown = _shown(_value_of_last_line(source))
    except BaseException as error:  # nor does SystemExit end anything here
        shown = "".join(f'<p class="error">{escape(line)}</p>' for line in _lines(error))
    return (f"<pre>{escape(printed.getvalue())}</pre>" if printed.getvalue() else "") + shown


def _value_of_last_line(source: str) -> object:
    tree = ast.parse(source, EDITOR)
    names: dict[str, object] = {"__name__": "__main__"}
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, EDITOR, "exec"), names)
    return None if last is None else eval(compile(ast.Expression(last.value), EDITOR, "eval"), names)


def _shown(value: object) -> str:
    if value is None:
        return ""
    as_html = getattr(value, "_repr_html_", None)
    return f"<pre>{escape(repr(value))}</pre>" if as_html is None else as_html()


def _lines(error: BaseException) -> tuple[str, ...]:
    """A refusal in kesos's words; any other error by its place and its name, and what Python says of it."""
    if isinstance(error, KesosError):
        return error.lines("id")
    lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == EDITOR]
    told = str(error)
    if isinstance(error, SyntaxError) and error.filename == EDITOR:
        lines, told = [error.lineno], error.msg
    place = f"Baris {lines[-1]}" if lines else "Program"
    return (f"{place} keliru ({type(error).__name__}).", *([told] if told else []))
