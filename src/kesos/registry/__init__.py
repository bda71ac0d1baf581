"""A list of the poor (DTKS): families by reference, changed only by changes that have a reason, never in place."""

from kesos.registry._changes import KINDS, REASONS, Change, Kind, Reason
from kesos.registry._comparison import RegistryComparison, compare_registries
from kesos.registry._registry import ChangeCount, Registry, apply_changes

__all__ = [
    "KINDS",
    "REASONS",
    "Change",
    "ChangeCount",
    "Kind",
    "Reason",
    "Registry",
    "RegistryComparison",
    "apply_changes",
    "compare_registries",
]
