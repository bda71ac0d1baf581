"""Disaster events: what struck where and when, and whom; what is not known stays so."""

from kesos.events._classes import Traits
from kesos.events._damage import Damage
from kesos.events._event import DisasterEvent
from kesos.events._locality import Locality

__all__ = ["Damage", "DisasterEvent", "Locality", "Traits"]
