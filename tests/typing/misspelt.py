"""Slips that both type checkers must find: each line that ends in `# wrong` is one, and no other line is.

test_type_checkers.py looks at this file by itself; nothing runs it.
"""

from __future__ import annotations

from datetime import datetime

import kesos
import kesos.relief
import kesos.standards
from kesos import (
    PEDUM_2003,
    Citation,
    Decision,
    DisasterEvent,
    Household,
    Locality,
    Percentage,
    Period,
    Place,
    Quantity,
    Span,
    Unit,
    entitle,
    entitle_all,
    errors,
    standards,
    total,
)
from kesos import Quantty as _1  # wrong
from kesos import entitel as _2  # wrong
from kesos import standarts as _3  # wrong
from kesos.events import DisasterEvents as _4  # wrong
from kesos.relief import entitle_al as _5  # wrong
from kesos.standards import PEDUM_2004 as _6  # wrong
from kesos.testing import check_standards as _7  # wrong
from kesos.values import Quantities as _8  # wrong

# --- names of modules ------------------------------------------------------------------------------------------------

kesos.standarts  # wrong
kesos.entitle_rnage  # wrong
kesos.standards.PEDUM_2004  # wrong
kesos.standards.aplicable  # wrong
kesos.relief.work_sheet  # wrong
kesos.testing.check_indicators  # wrong
standards.load_standards  # wrong
errors.KesosErorr  # wrong

# --- attributes and methods ------------------------------------------------------------------------------------------

rice = Quantity(5, "kg")
share = Percentage(3)
window = Span(3, 7)
flood = DisasterEvent(hazard="banjir", place="Desa Contoh", period="2017-02-25", people=860)
answer = entitle(flood, PEDUM_2003, days=7)

rice.ammount  # wrong
rice.too("kg")  # wrong
flood.peoples  # wrong
flood.period.begin  # wrong
answer.explane("id")  # wrong
answer.lines[0].qantity  # wrong
PEDUM_2003.items_of("food")  # wrong
total([answer]).refusals  # wrong
entitle_all([flood], PEDUM_2003, days=3).refusal  # wrong

# --- arguments -------------------------------------------------------------------------------------------------------

Quantity(5.5, "kg")  # wrong
Quantity(5, 7)  # wrong
Quantity(amount=5, units="kg")  # wrong
Percentage(35.45)  # wrong
Unit.of(3)  # wrong
Place(7)  # wrong
Period.of(2017)  # wrong
Period.month(2017, "Juni")  # wrong
Citation(regulation="x", known="sure")  # wrong
Decision(by="x", number="1", date=1)  # wrong
Locality(place="x", peoples=3)  # wrong
DisasterEvent(hazards="banjir", place="x", period="2017")  # wrong
DisasterEvent(hazard=7, place="x", period="2017")  # wrong
DisasterEvent(hazard="banjir", place="x", period=2017)  # wrong
DisasterEvent(hazard="banjir", place="x", period="2017", people="860")  # wrong
Household(memebers=[])  # wrong
entitle(flood, "pedum-2003", days=7)  # wrong
entitle(flood, PEDUM_2003, day=7)  # wrong
entitle(flood, PEDUM_2003, days="most")  # wrong
entitle(flood, PEDUM_2003, days=7, recipients={"kitchen": "5"})  # wrong

# --- operators -------------------------------------------------------------------------------------------------------

rice * 1.5  # wrong
1.5 * rice  # wrong
rice * rice  # wrong
rice + 3  # wrong
rice - 3  # wrong
rice < 3  # wrong
rice >= "5 kg"  # wrong
share + 1  # wrong
share <= 50  # wrong
window + "3"  # wrong
window + 3  # wrong
"3" in window  # wrong
"2017-02-25" in flood.period  # wrong
answer[0]  # wrong

# --- and what is right stays right -----------------------------------------------------------------------------------

DisasterEvent(hazard=kesos.Hazard.FLOOD, place=Place("x"), period=datetime(2017, 2, 25), people=1)
DisasterEvent(hazard="banjir", place="x", period=Period.year(2017), localities=[Locality(place="y")])
sum([rice, rice])
rice * 3 + rice - rice
share + share < share
kesos.schemas, kesos.audit, kesos.testing.check_standard, kesos.relief.worksheet
