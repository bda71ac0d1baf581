"""How a value travels: as plain dictionaries for TOML and JSON, in an envelope that says what it is, and back.

>>> from kesos.values import Quantity
>>> to_plain(Quantity(5, "kg"))
{'amount': 5000, 'unit': 'g'}
"""

from kesos.records._compare import check_same, load_to_verify
from kesos.records._envelope import FORMAT, as_json, enveloped, load_record, opened
from kesos.records._read import Before, Reader, read_plain
from kesos.records._schema import record_schema, schema_of
from kesos.records._write import Plain, tables, to_plain, to_tagged

__all__ = [
    "FORMAT",
    "Before",
    "Plain",
    "Reader",
    "as_json",
    "check_same",
    "enveloped",
    "load_record",
    "load_to_verify",
    "opened",
    "read_plain",
    "record_schema",
    "schema_of",
    "tables",
    "to_plain",
    "to_tagged",
]
