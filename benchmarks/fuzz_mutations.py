"""How a real input is changed into one that nobody wrote: its words, lines, parts of its data, files in its archive."""

from __future__ import annotations

import io
import json
import re
import zipfile
from copy import deepcopy
from random import Random
from typing import Any

HOSTILE = (
    "", " ", "-", "–", "−", "0", "-0", "1e999", "NaN", "inf", "1_000", "9" * 300, "0" * 5_000, "(", "[" * 2_000, "null",
    "true", '""', "'", "\x00", "\r", "\ufeff", "\u200b", "\u202e", "٣", "１２", "½", "\ud800", "s.d.", "s/d", "Rp",
    "juta", ",-", "KK", "jiwa", "..", "/", ".", ",", "%", "ribu", "tidak ada", "n/a", "=1+1", "<table>", "</td>",
    "colspan=999999", "1/0", "0/0", "2017-13-45", "9999-12-31", "0000-00-00", "29-02-2017", "Februari", "inf-inf",
    "__class__", "../..", "\n\n", "|", ";", "\t", "dua puluh", "setengah", "{", "}", "a = 1\n", "[[items]]\n", "# ",
    "\\", '"""', "1" + "0" * 40,
)  # fmt: skip
PIECES = re.compile(r"\w+|\s+|[^\w\s]")
JUNK: tuple[Any, ...] = (
    None,
    True,
    False,
    0,
    -1,
    1,
    10**30,
    1.5,
    "",
    "x",
    [],
    {},
    [[]],
    {"": None},
    "NaN",
    [None],
    "2017-02-30",
)


def mutated(content: bytes, other: bytes, rng: Random, most: int) -> bytes:
    """Another input made of one, and of a second one to take from."""
    if b"PK\x03\x04" in content[:8] and rng.random() < 0.9:
        made = _in_archive(content, other, rng)
    else:
        text = content.decode("utf-8", "surrogatepass") if _is_text(content) else content.decode("latin-1")
        taken = other.decode("utf-8", "replace")
        way = rng.random()
        tree = _tree(text) if way < 0.6 else None
        if tree is not None:
            made = _in_tree(tree, _tree(taken), rng).encode("utf-8", "surrogatepass")
        else:
            made = _in_text(text, taken, rng, lines=way > 0.85).encode("utf-8", "surrogatepass")
    return made[:most]


def _is_text(content: bytes) -> bool:
    try:
        content.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return False
    return True


def _in_text(text: str, other: str, rng: Random, *, lines: bool) -> str:
    """Some pieces left out, given twice, exchanged, or taken from elsewhere."""
    pieces = text.splitlines(keepends=True) if lines else PIECES.findall(text)
    theirs = other.splitlines(keepends=True) if lines else PIECES.findall(other)
    for _ in range(rng.choice((1, 1, 1, 2, 3, 6))):
        at, to = (rng.randrange(len(pieces) + 1) for _ in range(2))
        way = rng.randrange(7)
        if way == 0:
            del pieces[at : at + rng.choice((1, 1, 2, 5))]
        elif way == 1:
            pieces[to:to] = pieces[at : at + rng.choice((1, 2, 5))] * rng.choice((1, 1, 2, 30))
        elif way == 2:
            pieces[at:at] = theirs[:1] if not theirs else [rng.choice(theirs)]
        elif way == 3 and theirs:
            pieces[at : at + 1] = [rng.choice(theirs)]
        elif way == 4:
            pieces[at : at + 1] = [rng.choice(HOSTILE)]
        elif way == 5 and at < len(pieces):
            pieces[at] = _in_word(pieces[at], rng)
        else:
            pieces[at:at] = [rng.choice(HOSTILE)]
    return "".join(pieces)


def _in_word(word: str, rng: Random) -> str:
    if word.isdecimal():
        return rng.choice(
            (word + "0", word[1:], "-" + word, "0" + word, word * 2, str(rng.randrange(10**6)), word + ".5")
        )
    at = rng.randrange(len(word) + 1)
    return rng.choice((word.upper(), word.lower(), word[:at] + word[at + 1 :], word[:at] + word[at - 1 :], word[::-1]))


def _tree(text: str) -> Any:
    try:
        return json.loads(text) if text[:1] in ("{", "[") else None
    except (ValueError, RecursionError):
        return None


def _in_tree(tree: Any, other: Any, rng: Random) -> str:
    """The data with some of its nodes left out, given twice, exchanged, or taken from elsewhere."""
    for _ in range(rng.choice((1, 1, 1, 2, 4))):
        places = list(_places(tree, 2_000))
        if not places:
            break
        holder, key = rng.choice(places)
        theirs = [each[name] for each, name in _places(other, 200)] if other is not None else []
        mine = [each[name] for each, name in rng.sample(places, min(4, len(places)))]
        value = deepcopy(
            rng.choice((*mine, *rng.sample(theirs, min(4, len(theirs))), *rng.sample(JUNK, 3), rng.choice(HOSTILE)))
        )  # nothing holds itself
        way = rng.randrange(8)
        if way == 0:
            del holder[key]
        elif way == 1 and isinstance(holder, list):
            holder[key:key] = [deepcopy(holder[key]) for _ in range(rng.choice((1, 2, 40)))]
        elif way == 2 and isinstance(holder, dict):
            holder[rng.choice((*holder, *HOSTILE[:6], "x"))] = value
        elif way == 3 and isinstance(holder[key], str):
            holder[key] = _in_text(holder[key], str(value), rng, lines=False)
        elif way == 4:
            holder[key] = [holder[key]]
        else:
            holder[key] = value
    return json.dumps(tree, ensure_ascii=rng.random() < 0.3)


def _places(tree: Any, most: int) -> list[tuple[Any, Any]]:
    found: list[tuple[Any, Any]] = []
    waiting = [tree]
    while waiting and len(found) < most:
        part = waiting.pop()
        if isinstance(part, (dict, list)):
            for key in list(part) if isinstance(part, dict) else range(len(part)):
                found.append((part, key))
                waiting.append(part[key])
    return found


def _in_archive(content: bytes, other: bytes, rng: Random) -> bytes:
    """One file in a workbook is changed."""
    at = content.index(b"PK\x03\x04")
    made = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(content[at:])) as old, zipfile.ZipFile(made, "w") as new:
            names = old.namelist()
            chosen = rng.choice(names)
            for name in names:
                held = old.read(name)
                if name == chosen:
                    text = held.decode("utf-8", "replace")
                    held = _in_text(text, other.decode("utf-8", "replace"), rng, lines=False).encode("utf-8", "replace")
                if name != chosen or rng.random() < 0.95:
                    new.writestr(name, held)
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, OSError, RuntimeError):
        return content[: rng.randrange(len(content) + 1)]
    return content[:at] + made.getvalue()
