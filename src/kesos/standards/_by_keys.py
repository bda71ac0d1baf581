"""What a clause says by the keys of a file: all of it but for where it says so, and in what two of them differ."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kesos.records import Plain, to_plain


def by_keys(value: object, *, but: tuple[str, ...] = ()) -> Plain:
    """A clause by the keys of a file, without its sources and without these keys.

    >>> from kesos.standards import PEDUM_2003
    >>> by_keys(PEDUM_2003.windows[0], but=("hazards",))
    {'minimum': 3, 'maximum': 7, 'extended': 12}
    """
    plain: Plain = to_plain(value)
    kept: Plain = _without_sources({key: part for key, part in plain.items() if key not in but})
    return kept


def differing(one: Plain, other: Plain) -> tuple[str, str]:
    """What each says under the keys in which they differ.

    >>> differing({"days": {"minimum": 3}, "code": "a"}, {"days": {"minimum": 4}, "code": "a", "part": "up"})
    ('days.minimum = 3', 'days.minimum = 4; part = "up"')
    """
    both = dict(_leaves(one)), dict(_leaves(other))
    keys = [key for key in {**both[0], **both[1]} if both[0].get(key) != both[1].get(key)]
    first, second = ("; ".join(f"{key} = {each[key]}" for key in keys if key in each) for each in both)
    return first, second


def _leaves(plain: Plain, path: str = "") -> Iterator[tuple[str, str]]:
    """What a plain value holds, by its path; a list is one value."""
    import json

    for key, value in plain.items():
        if isinstance(value, dict):
            yield from _leaves(value, f"{path}{key}.")
        else:
            yield f"{path}{key}", json.dumps(value, ensure_ascii=False)


def _without_sources(plain: Any) -> Any:
    if isinstance(plain, dict):
        return {key: _without_sources(part) for key, part in plain.items() if not _is_source(part)}
    return [_without_sources(part) for part in plain] if isinstance(plain, list) else plain


def _is_source(plain: object) -> bool:
    """Whether this is a citation: nothing else in a standard has a regulation."""
    return isinstance(plain, dict) and "regulation" in plain


__all__ = ["by_keys", "differing"]
