"""Categories as a user's own typed code has them."""

from typing import assert_type

from kesos.categories import Category, CategoryList, Pmks, Psks


def first(kind: type[Category]) -> Category:
    return next(iter(kind))


destitute: Pmks = Pmks.FAKIR_MISKIN
assert_type(Pmks.of("fakir miskin"), Pmks)
assert_type(Psks.of("Tagana"), Psks)
assert_type(Pmks.all_of("gelandangan dan pengemis"), tuple[Pmks, ...])
assert_type(list(Psks), list[Psks])
assert_type(destitute.number, int)
assert_type(destitute.say("id"), str)
assert_type(Pmks.listing(), CategoryList)
assert_type(first(Pmks), Category)
