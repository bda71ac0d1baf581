"""People and households: only what a rule asks for, all of it optional, and nothing of it shown by accident.

What is not known is None and stays None. A name, a birth date or anything else about a person does not appear in
`repr`, `str`, a log, an error or an export unless `personal=` asks for it. A pickle, `copy` and `attrs.asdict` hold
everything, since they must; keep such files as you keep the list itself.
"""

from kesos._traits import Schooling, Sex
from kesos.categories import Pmks, Psks
from kesos.people._beneficiary import Beneficiary
from kesos.people._household import HouseDamage, Household, Livelihood, Setting

__all__ = ["Beneficiary", "HouseDamage", "Household", "Livelihood", "Pmks", "Psks", "Schooling", "Setting", "Sex"]
