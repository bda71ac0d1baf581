"""How a value travels: as plain dictionaries for TOML and JSON, in an envelope that says what it is, and back.

>>> from kesos.values import Quantity
>>> to_plain(Quantity(5, "kg"))
{'amount': 5000, 'unit': 'g'}
"""

from kesos.records._compare import check_same, differences, load_to_verify, unverifiable
from kesos.records._envelope import (
    FORMAT,
    LARGEST_TEXT,
    VERSION,
    as_json,
    damaged,
    enveloped,
    from_json,
    load_record,
    opened,
)
from kesos.records._fields import COUNT, WRITTEN_AS, Plain, Refined, Tally
from kesos.records._read import Before, Reader, read_fields, read_integer, read_plain, table_of
from kesos.records._recorded import Recorded
from kesos.records._schema import (
    DAY,
    SLUG_TEXT,
    TEXT,
    json_list,
    json_object,
    one_of,
    record_schema,
    schema_of,
    titled,
)
from kesos.records._write import digest_of, plain_fields, tables, to_plain, to_tagged

__all__ = [
    "COUNT",
    "DAY",
    "FORMAT",
    "LARGEST_TEXT",
    "SLUG_TEXT",
    "TEXT",
    "VERSION",
    "WRITTEN_AS",
    "Before",
    "Plain",
    "Reader",
    "Recorded",
    "Refined",
    "Tally",
    "as_json",
    "check_same",
    "damaged",
    "differences",
    "digest_of",
    "enveloped",
    "from_json",
    "json_list",
    "json_object",
    "load_record",
    "load_to_verify",
    "one_of",
    "opened",
    "plain_fields",
    "read_fields",
    "read_integer",
    "read_plain",
    "record_schema",
    "schema_of",
    "table_of",
    "tables",
    "titled",
    "to_plain",
    "to_tagged",
    "unverifiable",
]
