"""What the figures of tables seem to have to do with each other, where nobody has said so."""

from kesos.reports._relation import Relation
from kesos.reports._tables import Table


def propose_relations(tables: tuple[Table, ...]) -> tuple[Relation, ...]:
    """What the figures of tables seem to have to do with each other."""
    return ()
