"""The page on the ministry's categories: numbers, names and people's words in both languages, each with its source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from page_markdown import cell, table

from kesos.categories import Category, CategoryList, CategoryWord, OtherList, Pmks, Psks
from kesos.values import Text

_HEAD = """# Categories

The ministry's lists of people in need (PMKS) and of social resources (PSKS), as `kesos/rules/categories.toml` has them.
Who belongs to a category is decided by an office; kesos only knows what words are called what.

```pycon
>>> from kesos.categories import Pmks
>>> category = Pmks.of("Tunanetra")
>>> category.name, category.number, category.say("id")
('PENYANDANG_DISABILITAS', 9, 'Penyandang disabilitas')
>>> [each.name for each in Pmks.all_of("Tuna Wisma")]
['GELANDANGAN', 'PENGEMIS']
>>> Pmks.all_of("anak putus sekolah")
()
>>> Pmks.of("fakir mskin")
Traceback (most recent call last):
...
kesos.errors.InvalidValueError: category: 'fakir mskin' is not a category of PMKS. Did you mean 'fakir miskin'?

```

A word is found whatever its capitals and blanks, with *terlantar* for *telantar* and *tuna netra* for *tunanetra*. A
hint names a word only where the pen slipped in one word of what was written; a word that merely resembles one is not
put under it. What a list says around its categories is `Pmks.listing()` and `Psks.listing()`.
"""


def page() -> str:
    """The page as MyST markdown."""
    return "\n".join([_HEAD, *_list(Pmks), *_list(Psks)])


def _list(kind: type[Category]) -> Iterator[str]:
    listing = kind.listing()
    yield f"## {listing.code}: {listing.name.say('en').lower()}\n"
    yield f"*{_both(listing.name)}*. Source: {cell(listing.citation.say('en'))}.\n"
    yield from table(
        ("No.", "Code", "Nama", "Name", "Other words"),
        [
            (
                str(each.number),
                f"`{each.name}`",
                cell(each.say("id")),
                cell(each.say("en")),
                "; ".join(cell(word.word) for word in listing.words if word.codes == (each.name,)),
            )
            for each in kind
        ],
    )
    yield f"\n### Words for {listing.code}, and why they are read so\n"
    yield from _words(kind, listing)
    others = (*listing.earlier, *listing.later)
    if others:
        yield "\n### Earlier lists and the later name\n"
        yield from table(
            ("Name", "Since", "Nama dan keterangan", "Name and note", "Lists", "Source"), map(_other, others)
        )
    yield ""


def _words(kind: type[Category], listing: CategoryList) -> Iterable[str]:
    groups: dict[tuple[object, ...], list[CategoryWord]] = {}
    for word in listing.words:
        groups.setdefault((word.codes, word.reading.reason, word.citation), []).append(word)
    return table(
        ("Words", "Stand for", "Sebab", "Reason", "Source"),
        [
            (
                "; ".join(cell(word.word) for word in words),
                ", ".join(str(kind[code].number) for code in words[0].codes) or "none",
                cell(words[0].reading.reason.id),
                cell(words[0].reading.reason.en),
                cell(words[0].citation.say("en")),
            )
            for words in groups.values()
        ],
    )


def _other(other: OtherList) -> tuple[str, ...]:
    return (
        f"`{other.code}`",
        "" if other.since is None else other.since.say("en"),
        _told(other, "id"),
        _told(other, "en"),
        "; ".join(map(cell, other.entries)),
        cell(other.citation.say("en")),
    )


def _told(other: OtherList, language: str) -> str:
    return cell("; ".join(text.say(language) for text in (other.name, other.note) if text is not None))


def _both(text: Text) -> str:
    return f"{cell(text.id)} / {cell(text.en)}"
