"""The ministry's categories of people in need (PMKS) and of social resources (PSKS), with people's words for them.

All that is known of them lies in `kesos/rules/categories.toml`.
"""

from kesos.categories._listing import CategoryList, CategoryWord, OtherList
from kesos.categories._members import Category, Pmks, Psks

__all__ = ["Category", "CategoryList", "CategoryWord", "OtherList", "Pmks", "Psks"]
