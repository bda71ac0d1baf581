"""What was handed out against what was owed: by place and item, exactly; what cannot be compared is listed."""

from kesos.deliveries._account import Account
from kesos.deliveries._delivery import Delivery, Goods, Priced
from kesos.deliveries._lines import AccountLine, LeftOut
from kesos.deliveries._reconcile import reconcile

__all__ = ["Account", "AccountLine", "Delivery", "Goods", "LeftOut", "Priced", "reconcile"]
