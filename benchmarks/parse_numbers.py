"""How fast `kesos.wording.parse_number` reads Indonesian print, against Babel's strict parser on the same texts.

    python benchmarks/parse_numbers.py

Both read the same 100,000 texts, all of which both accept, and read them as the same number. They take turns; the table
shows medians. The same is done for English print.
"""

from __future__ import annotations

import gc
import random
import statistics
import sys
from collections.abc import Callable
from decimal import Decimal
from time import perf_counter

from babel.numbers import NumberFormatError, parse_decimal

from kesos.errors import ParseError
from kesos.wording import format_number, parse_number

HOW_MANY = 100_000
REPEATS = 5
LEAST = 5.0


def texts_that_both_accept(locale: str) -> list[str]:
    """Numbers as reports print them: counts, amounts, percentages; the same every time."""
    dice = random.Random(2017)
    texts: list[str] = []
    while len(texts) < HOW_MANY:
        kind = dice.randrange(4)
        whole = dice.randrange(10 ** dice.randint(1, 12))
        number = (
            Decimal(dice.randrange(10_000)).scaleb(-2)
            if kind == 0
            else Decimal(whole).scaleb(-2)
            if kind == 1
            else whole
        )
        text = format_number(number, locale)
        try:
            if parse_decimal(text, locale=locale, strict=True) == parse_number(text, locale=locale):
                texts.append(text)
        except (NumberFormatError, ParseError):
            continue
    return texts


def seconds(read: Callable[[str], object], texts: list[str]) -> float:
    """How long it takes to read all the texts once."""
    gc.collect()
    start = perf_counter()
    for text in texts:
        read(text)
    return perf_counter() - start


def main() -> int:
    """Print the table; end with 1 where kesos is not at least five times as fast."""
    slowest = float("inf")
    print(f"{'locale':8}{'reader':34}{'median µs a text':>18}{'spread':>16}")
    for locale in ("id", "en"):
        texts = texts_that_both_accept(locale)
        readers: dict[str, Callable[[str], object]] = {
            "kesos.wording.parse_number": lambda text, locale=locale: parse_number(text, locale=locale),
            "babel.numbers.parse_decimal strict": lambda text, locale=locale: parse_decimal(
                text, locale=locale, strict=True
            ),
        }
        taken: dict[str, list[float]] = {name: [] for name in readers}
        for _ in range(REPEATS):
            for name, read in readers.items():
                taken[name].append(seconds(read, texts) / len(texts) * 1e6)
        medians = {name: statistics.median(times) for name, times in taken.items()}
        for name, times in taken.items():
            print(f"{locale:8}{name:34}{medians[name]:18.2f}{min(times):9.2f}–{max(times):.2f}")
        ours, theirs = medians.values()
        slowest = min(slowest, theirs / ours)
        print(f"{locale:8}{'times as fast':34}{theirs / ours:18.1f}")
    return 0 if slowest >= LEAST else 1


if __name__ == "__main__":
    sys.exit(main())
