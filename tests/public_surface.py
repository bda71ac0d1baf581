"""What users of kesos rely on, written down: every public name with its fields and signatures, and every code.

Run: python tests/public_surface.py

It writes public_surface.txt beside this file, which a test compares with the code. A surface that has changed is
written only once CHANGELOG.md has changed too.
"""

from __future__ import annotations

import hashlib
import inspect
import sys
import types
from collections.abc import Iterator
from enum import Enum
from importlib import import_module
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, is_typeddict

import attrs

from kesos._package import homes
from kesos.words import catalogue

CHECKOUT = Path(__file__).parents[1]
SNAPSHOT = CHECKOUT / "tests" / "public_surface.txt"
CHANGELOG = CHECKOUT / "CHANGELOG.md"
OPERATORS = (
    "add radd sub rsub mul rmul truediv rtruediv floordiv mod neg pos abs lt le gt ge contains getitem iter len bool "
    "int float index round call format"
)


def surface() -> str:
    """Every public name, a line each, with what belongs to it indented below."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    face = homes("kesos")
    yield "kesos"
    yield from (f"    {name}  from {home}" for name, home in sorted(face.items()) if home != "kesos")
    for door in sorted(name for name, home in face.items() if home == "kesos"):
        module = import_module(f"kesos.{door}")
        yield f"\nkesos.{door}"
        for name in sorted(module.__all__):
            yield from (f"    {line}" for line in _told(name, getattr(module, name)))
    yield "\ncodes of refusals"
    yield from (f"    {code}" for code in sorted({key.partition(".")[0] for key in catalogue("refusals")}))


def _told(name: str, value: Any) -> Iterator[str]:
    if inspect.isclass(value) and get_origin(value) is None:
        yield f"class {name}{_bases(value)}{_made(value)}"
        yield from (f"    {line}" for line in sorted(_parts(value)))
    elif inspect.isroutine(value):
        yield f"def {name}{_signature(value)}"
    elif isinstance(value, types.UnionType) or get_origin(value) is not None:
        yield f"{name} = {_type(value)}"
    else:
        yield f"{name}: {type(value).__name__}"


def _bases(kind: type) -> str:
    """What it can be caught or taken as."""
    bases = [base.__name__ for base in kind.__bases__ if base not in (object, Enum) and base.__name__ != "Generic"]
    return f"[{', '.join(bases)}]" if bases else ""


def _made(kind: type) -> str:
    if issubclass(kind, Enum) or getattr(kind, "_is_protocol", False):
        return ""
    if is_typeddict(kind):
        return f"({', '.join(kind.__annotations__)})"
    return _signature(kind).partition(" -> ")[0]


def _parts(kind: type) -> Iterator[str]:
    if attrs.has(kind):
        yield from (f"{field.name}: {_type(field.type)}" for field in attrs.fields(kind) if field.name[0] != "_")
        fields = {field.name for field in attrs.fields(kind)}
    else:
        fields = set()
    seen: set[str] = set(fields)
    for owner in kind.__mro__:
        if not owner.__module__.startswith("kesos"):
            continue
        for name, part in vars(owner).items():
            if (
                name in seen
                or (name.startswith("_") and name.strip("_") not in OPERATORS.split())
                or _generated(part, name)
            ):
                continue
            seen.add(name)
            yield _part(name, part)


def _generated(part: Any, name: str) -> bool:
    """Whether attrs made a comparison by itself; what makes it is the class, of which nothing is said here."""
    return name.startswith("__") and "attrs generated" in getattr(getattr(part, "__code__", None), "co_filename", "")


def _part(name: str, part: Any) -> str:
    inner = getattr(part, "fget", None) or getattr(part, "func", None)
    if inner is not None:
        return f"{name} -> {_type(inner.__annotations__.get('return'))}"
    function = getattr(part, "__func__", part)
    if inspect.isroutine(function):
        return f"{name}{_signature(function)}"
    return f"{name} = {part.value!r}" if isinstance(part, Enum) else name


def _signature(function: Any) -> str:
    signature = inspect.signature(function)
    parts = [_parameter(each) for each in signature.parameters.values()]
    kinds = [each.kind for each in signature.parameters.values()]
    if inspect.Parameter.KEYWORD_ONLY in kinds and inspect.Parameter.VAR_POSITIONAL not in kinds:
        parts.insert(kinds.index(inspect.Parameter.KEYWORD_ONLY), "*")
    if inspect.Parameter.POSITIONAL_ONLY in kinds:
        last = len(kinds) - kinds[::-1].index(inspect.Parameter.POSITIONAL_ONLY)
        parts.insert(last, "/")
    given = signature.return_annotation
    return f"({', '.join(parts)})" + ("" if given is inspect.Signature.empty else f" -> {_type(given)}")


def _parameter(parameter: inspect.Parameter) -> str:
    stars = {inspect.Parameter.VAR_POSITIONAL: "*", inspect.Parameter.VAR_KEYWORD: "**"}.get(parameter.kind, "")
    typed = "" if parameter.annotation is inspect.Parameter.empty else f": {_type(parameter.annotation)}"
    if parameter.default is inspect.Parameter.empty:
        return f"{stars}{parameter.name}{typed}"
    plain = parameter.default is None or isinstance(parameter.default, (bool, int, str))
    return f"{parameter.name}{typed} = {parameter.default!r}" if plain else f"{parameter.name}{typed} = ..."


def _type(kind: Any) -> str:
    """A type in words that every Python prints alike."""
    if kind is None or kind is type(None):
        return "None"
    if isinstance(kind, str):
        return kind.strip("'")
    arguments = get_args(kind)
    if get_origin(kind) is Literal:
        return " | ".join(map(repr, arguments))
    if isinstance(kind, types.UnionType) or str(get_origin(kind)) == "typing.Union":
        return " | ".join(map(_type, arguments))
    if arguments:
        inner = ", ".join("..." if each is ... else _type_of_part(each) for each in arguments)
        return f"{getattr(get_origin(kind), '__name__', kind)}[{inner}]"
    return str(getattr(kind, "__forward_arg__", None) or getattr(kind, "__name__", kind))


def _type_of_part(part: Any) -> str:
    return f"[{', '.join(map(_type, part))}]" if isinstance(part, list) else _type(part)


def unreleased(changelog: str) -> str:
    """What the changelog says of the next release."""
    return changelog.partition("\n## [Unreleased]")[2].partition("\n## [")[0]


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def snapshot(names: str, changelog: str) -> str:
    """The file: at its head the digest of the names below, and of the changelog's words when they last changed."""
    told = _digest(unreleased(changelog))
    return f"Made by tests/public_surface.py.\nnames {_digest(names)}\nchangelog {told}\n\n{names}"


def taken_apart(text: str) -> tuple[str, str, str]:
    """The names of a snapshot, their digest as its head has it, and that of the changelog."""
    head, _, names = text.partition("\n\n")
    _made_by, digest, told = head.split("\n")
    return names, digest.removeprefix("names "), told.removeprefix("changelog ")


def is_whole(text: str) -> bool:
    """Whether a snapshot is as this program wrote it."""
    names, digest, _told = taken_apart(text)
    return _digest(names) == digest


def renewed(before: str, names: str, changelog: str) -> str:
    """The snapshot of these names.

    Raises:
        SystemExit: They have changed, and the changelog has not since the names last did.
    """
    known, _digest_of_names, told = taken_apart(before)
    if known == names:
        return before
    if told == _digest(unreleased(changelog)):
        raise SystemExit(
            "The public surface has changed: say so in CHANGELOG.md under [Unreleased], then run this again."
        )
    return snapshot(names, changelog)


def main() -> None:
    changelog = CHANGELOG.read_text(encoding="utf-8")
    text = renewed(SNAPSHOT.read_text(encoding="utf-8"), surface(), changelog)
    SNAPSHOT.write_text(text, encoding="utf-8")
    print(f"{SNAPSHOT.name}: {len(text.splitlines())} lines")


if __name__ == "__main__":
    sys.exit(main())
