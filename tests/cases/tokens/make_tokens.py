"""List every token of two published documents that looks like a number, with its place in the document.

    python make_tokens.py kotawaringin_barat=PATH kapuas=PATH

The documents are not part of the project; tokens.json, beside this file, knows them by a short name and their SHA-256.
This program finds the tokens and says what kind each is. What a token means is never computed: it is read off the page
by hand and written into tokens.json, from where a new run carries it over. A token that nobody has read yet is
reported, and the program ends with 1.

Fields of an entry: document, line (from 1), cell (column from 1; null in prose), at (characters before it in the cell
or line), token, kind; and then one of
- value: what the page says, as plain text: digits with a point for decimals, ISO 8601 for periods, "72/240" for pairs,
  "3/7" for spans; with unit (a unit code of kesos) where it has one;
- refused: the code of the error with which the token is refused, because the page does not say a value;
- neither, for an ordinal or a reference, which is the name of something and no number.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

LIST = Path(__file__).with_name("tokens.json")
NAMES = ("ordinal", "reference")

MONTH = "(?:Januari|Februari|Maret|April|Mei|Juni|Juli|[Aa]gustus|September|Oktober|November|Desember)"
TO = r"(?: s/d | samapi dengan | ?[–-] ?)"
UNIT = (
    "(?:kepala keluarga|surat Rekomendasi|gram|[Kk]ali|KPM|KKS|KK|orang|agen|unit|hari|potong|set|buah|[Kk]ecamatan"
    "|tahun)"
)
# In this order: the first pattern that matches at a place takes it, and every digit is taken by one of them.
PATTERNS = (
    ("words", r"(?<=\()[A-Za-z ]+ [Rr]upiah(?=\))"),
    ("words", r"\b(?:satu|lima)(?= tahun)"),
    ("reference", r"\bNo\. \d+ Tahun \d{4}"),
    ("reference", r"(?:KEP/)?\d[\d.]*(?:[/-][A-Za-z\d.]+)+/\d{4}"),
    ("reference", r"\b(?:Pasal|Tabel|tabel|Diagram|diagram|nomor) \d+|\bRT\.\d+|Covid-19|LK3|K2KS|Satu Atap|[²³]"),
    ("reference", r"(?<=BAB )IV|(?<=APBD )II\b|(?<=Juara )I\b"),
    ("ordinal", r"\(\d\)|Pertama"),
    ("ordinal", r"^[ -]*\d+[.)](?=\s|$)"),
    ("rupiah", r"Rp\.? ?\d[\d.]*(?:,-)?|\d[\d.]*,-"),
    ("period", r"\d\d-\d\d-\d{4}|\d\d ?[–-] ?\d\d / \d\d-\d{4}|\d{1,2}(?: ?[–-] ?\d{1,2})? " + MONTH + r" \d{4}"),
    ("period", rf"(?:[Bb]ulan )?{MONTH} (?:sampai dengan {MONTH} )?(?:tahun )?\d{{4}}"),
    ("period", rf"\d{{4}} \(Per {MONTH}\)|(?:[Tt]ahun )?\d{{4}}{TO}\d{{4}}|(?:[Tt]ahun )?(?<![\d.])20\d\d(?![\d.]\d)"),
    ("period", r"[A-Z][a-z]+ \(\d+/\d+\)"),
    ("pair", r"\d+/\d+"),
    ("quantity", r"- lusin"),
    ("span", r"\d+-\d+ (?:hari|tahun)"),
    ("percent", r"\d[\d.,]* ?(?:%|persen)"),
    ("quantity", rf"\d[\d.]* {UNIT}\b"),
    ("count", r"\d(?:[\d.,]*\d)?"),
)
ANY = re.compile("|".join(f"(?P<p{number}>{pattern})" for number, (_, pattern) in enumerate(PATTERNS)))

# What the columns of a table hold, where the cell alone does not say: (columns, kind).
COLUMNS: dict[str, tuple[tuple[tuple[int, ...], str], ...]] = {
    "15": (((1, 3), "reference"),),
    "18": (((1,), "ordinal"), ((4, 5, 6, 7, 8), "count"), ((9,), "rupiah"), ((10,), "pair")),
    "19": (((1,), "ordinal"), ((4, 5, 6, 7, 8), "count"), ((9,), "rupiah"), ((10,), "pair")),
    "20": (((1,), "ordinal"), ((3, 4, 6), "rupiah"), ((5, 7), "percent")),
    "21": (((1,), "ordinal"), ((3, 4, 5), "rupiah")),
    "22": (((1,), "ordinal"), ((3, 4, 5, 6, 7, 8, 9, 10), "percent")),
}
BARE = re.compile(r"\d[\d.,]*|\d+/\d+|-|Tidak [Dd]iketahui")
COUNTED = re.compile(r"\((\d\d+)\)")


def tokens_in(text: str) -> Iterator[tuple[int, str, str]]:
    """Where each token begins, the token and its kind."""
    for match in ANY.finditer(text):
        kind = PATTERNS[int(match.lastgroup[1:])][0] if match.lastgroup else ""
        token = match[0].lstrip(" -") if kind == "ordinal" else match[0]
        yield match.end() - len(token), token, kind


def is_column_numbers(cells: list[str]) -> bool:
    """Whether a row does nothing but number the columns: 1 2 3 or (1) (2) (3)."""
    numbers = [cell.strip("()") for cell in cells if cell]
    return len(numbers) > 3 and numbers == [str(number) for number in range(1, len(numbers) + 1)]


def tokens_of(document: str, text: str) -> Iterator[dict[str, Any]]:
    """Every token of a document, in order."""
    table = ""
    for line_number, line in enumerate(text.split("\n"), 1):
        if heading := re.match(r"\**Tabel ?(\d+|\.)", line):
            table = heading[1]
        cells = line.split("\t")
        in_table = len(cells) > 1
        for cell_number, cell in enumerate(cells, 1):
            entry = {"document": document, "line": line_number, "cell": cell_number if in_table else None}
            columns = COLUMNS.get(table, ()) if in_table else ()
            kind = next((kind for numbers, kind in columns if cell_number in numbers), None)
            if in_table and is_column_numbers(cells):
                kind = "ordinal"
            bare = cell.strip(" .") if kind == "ordinal" else cell.strip()
            is_header = table == "22" and re.fullmatch(r"20\d\d", bare)
            if kind and not is_header and BARE.fullmatch(bare):
                # a dash in a column that holds no number is punctuation
                yield entry | {"at": cell.index(bare), "token": bare, "kind": kind}
                continue
            for at, token, found in tokens_in(cell):
                yield entry | {"at": at, "token": token, "kind": found}


def key(entry: dict[str, Any]) -> tuple[Any, ...]:
    """What makes a token the same token in the next run."""
    return tuple(entry[name] for name in ("document", "line", "cell", "at", "token", "kind"))


def main(arguments: list[str]) -> int:
    """Write tokens.json anew and report what nobody has read off the page yet."""
    old = json.loads(LIST.read_text("utf-8"))["tokens"] if LIST.exists() else []
    read_before = {
        key(entry): {name: entry[name] for name in ("value", "unit", "refused") if name in entry} for entry in old
    }
    documents: dict[str, dict[str, Any]] = {}
    tokens: list[dict[str, Any]] = []
    for argument in arguments:
        name, _, path = argument.partition("=")
        content = Path(path).read_bytes()
        text = content.decode("utf-8")
        documents[name] = {"sha256": hashlib.sha256(content).hexdigest(), "lines": len(text.split("\n"))}
        tokens += [entry | read_before.get(key(entry), {}) for entry in tokens_of(name, text)]
    lines = [json.dumps(entry, ensure_ascii=False) for entry in tokens]
    head = json.dumps(documents, indent=2, ensure_ascii=False).replace("\n", "\n  ")
    LIST.write_text(f'{{\n  "documents": {head},\n  "tokens": [\n    ' + ",\n    ".join(lines) + "\n  ]\n}\n", "utf-8")
    unread = [e for e in tokens if e["kind"] not in NAMES and "value" not in e and "refused" not in e]
    for entry in unread:
        print("not read yet:", json.dumps(entry, ensure_ascii=False))
    print(f"{len(tokens)} tokens, {len(unread)} not read yet")
    return 1 if unread else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
