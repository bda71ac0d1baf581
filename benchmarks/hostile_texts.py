"""How long the readers take to refuse hostile texts of a hundred thousand and of a million characters.

    python benchmarks/hostile_texts.py

Linear time shows as a factor of ten or less between the two columns.
"""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

from kesos import wording
from kesos.errors import ParseError

READERS: tuple[Callable[[str], object], ...] = (
    wording.parse_number,
    wording.parse_count,
    wording.parse_percent,
    wording.parse_kk_jiwa,
    wording.parse_rupiah,
    wording.parse_quantity,
    wording.parse_span,
    wording.parse_period,
    wording.parse_day,
    wording.parse_words,
    wording.parse_hazard,
)
SEEDS = ("1.", "1", "satu ", "ribu ", " ", "1 ", "-", "–", "1-", "a-", "(", "\xa0", "Rp", "Rp 1.000,-", "/", "５", "\n")


def slowest(text: str) -> tuple[float, str]:
    """The slowest reader of a text, with the message of its refusal, in milliseconds."""
    worst = (0.0, "")
    for read in READERS:
        start = perf_counter()
        try:
            read(text)
        except ParseError as error:
            str(error)
        worst = max(worst, ((perf_counter() - start) * 1e3, read.__name__))
    return worst


def main() -> None:
    """Print the table."""
    print(f"{'repeated text':16}{'100,000 characters':>20}{'1,000,000 characters':>22}{'factor':>8}  slowest reader")
    for seed in SEEDS:
        short, _ = slowest(seed * (100_000 // len(seed)))
        long, reader = slowest(seed * (1_000_000 // len(seed)))
        print(f"{seed!r:16}{short:17.2f} ms{long:19.2f} ms{long / short:8.1f}  {reader}")


if __name__ == "__main__":
    main()
