"""A new indicator (made up): a function named for what it measures, its edition as data, and the laws tried on it."""

from __future__ import annotations

from kesos import Citation, Percentage
from kesos.testing import check_indicator
from kesos.values import share_of

SOURCE = Citation(regulation="Perbup Contoh 1/2020 (karangan)", locator="Pasal 9", known="hypothetical")


def shelter_coverage(sheltered: int, displaced: int) -> Percentage:
    """How many of the people who were displaced had a place in a shelter.

    Args:
        sheltered: Displaced people with a place in a shelter [people].
        displaced: Everybody who was displaced [people].

    Raises:
        InvalidValueError: Either is no count; nobody was displaced; more were sheltered than displaced.
        UnknownValueError: Either is not known.

    Source:
        Perbup Contoh 1/2020 (made up), Pasal 9.

    >>> shelter_coverage(sheltered=30, displaced=39).rounded()
    Decimal('76.92')
    """
    return share_of(sheltered, displaced, part_field="sheltered", whole_field="displaced")


def main() -> None:
    """Prints the indicator for a made-up event, and tries the laws of a coverage on it."""
    coverage = shelter_coverage(sheltered=30, displaced=39)
    print(f"Cakupan hunian sementara: {coverage.say('id', places=2)} ({coverage.exact}, {SOURCE})")
    check_indicator(shelter_coverage, source=SOURCE)
    print("Semua kaidah cakupan dipenuhi.")


if __name__ == "__main__":
    main()
