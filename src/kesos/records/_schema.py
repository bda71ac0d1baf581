"""The JSON Schema of a class by the types of its fields, so that it cannot drift from what is written and read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Annotated, Any, Literal, get_args, get_origin

from kesos._checks import LONGEST_SLUG, SLUG
from kesos.records._envelope import FORMAT
from kesos.records._fields import (
    Plain,
    bare,
    field_types,
    given_fields,
    is_always_written,
    is_union,
    options_of,
)
from kesos.records._tags import snake

DRAFT = "https://json-schema.org/draft/2020-12/schema"
TEXT: Plain = {"type": "string", "minLength": 1}
SLUG_TEXT: Plain = {"type": "string", "pattern": f"^{SLUG.pattern}$", "maxLength": LONGEST_SLUG}
DAY = r"\d{4}-\d{2}-\d{2}"
FRACTION: Plain = {
    "type": "object",
    "properties": {"numerator": {"type": "integer"}, "denominator": {"type": "integer", "minimum": 1}},
    "required": ["numerator", "denominator"],
    "additionalProperties": False,
}

Refine = Callable[[Plain], Plain]
"""What a class asks for besides the types of its fields: takes its schema and gives the one to use."""


def schema_of(
    kind: Any,
    *,
    named: Mapping[str, Plain] | None = None,
    refine: Mapping[type, Refine] | None = None,
    by_fields: tuple[type, ...] = (),
) -> Plain:
    """The schema of what `to_plain` writes of a class; a class that stands in it more than once is under `$defs`.

    A field is required where it is always written: where it has no default, or one that depends on other fields. It
    may be null only where it is written as null: where it may be None and None is not its default.

    Args:
        kind: An attrs class, or a union of some.
        named: The schema of every text or number in a field of this name, such as `SLUG_TEXT` for "code".
        refine: For a class, what it asks for besides.
        by_fields: Classes that are described by their fields, although they write themselves.

    >>> from kesos.values import Text
    >>> schema_of(Text)["required"]
    ['id', 'en']
    """
    schemas = _Schemas(named or {}, refine or {}, by_fields)
    schema = schemas.of(kind)
    shared = {name for name, uses in schemas.uses.items() if uses > 1}
    defs = {name: schemas.inlined(schemas.classes[name], shared) for name in sorted(shared)}
    return {**schemas.inlined(schema, shared), **({"$defs": defs} if defs else {})}


def titled(name: str, schema: Plain) -> Plain:
    """A schema that stands by itself, under a name that does not change while the format does not.

    >>> titled("text", {"type": "string"})["$id"]
    'urn:kesos:schema:text:1'
    """
    own = {"$schema": DRAFT, "$id": f"urn:kesos:schema:{name}:{FORMAT}", "title": f"kesos {name.replace('_', ' ')}"}
    return {**own, **schema}


def record_schema(
    kind: str, cls: type, *, named: Mapping[str, Plain] | None = None, refine: Mapping[type, Refine] | None = None
) -> Plain:
    """The schema of a record of this kind, which holds a `cls`: what `enveloped` writes and `opened` reads.

    >>> from kesos.values import Text
    >>> record_schema("text", Text)["properties"]["kind"]
    {'const': 'text'}
    """
    schema = schema_of(cls, named=named, refine={cls: lambda own: _with_head(kind, own), **(refine or {})})
    return titled(kind, schema)


def _with_head(kind: str, schema: Plain) -> Plain:
    head: Plain = {"kesos": TEXT, "format": {"const": FORMAT}, "kind": {"const": kind}}
    return {**schema, "properties": {**head, **schema["properties"]}, "required": [*head, *schema["required"]]}


class _Schemas:
    """Walks types; each class is written once, under its name, and referred to wherever it stands."""

    def __init__(self, named: Mapping[str, Plain], refine: Mapping[type, Refine], by_fields: tuple[type, ...]) -> None:
        self.classes: dict[str, Plain] = {}
        self.uses: dict[str, int] = {}
        self._named = named
        self._refine = refine
        self._by_fields = by_fields

    def of(self, kind: Any, field: str = "") -> Plain:
        """The schema of a type, in a field of this name."""
        if bare(kind) in (int, str) and field in self._named:
            return self._named[field]
        if get_origin(kind) is Annotated:
            return dict(kind.__metadata__[0].schema)
        if hasattr(kind, "__written__"):
            return self.of(kind.__written__, field)
        if hasattr(kind, "__schema__"):
            return self._refine.get(kind, _as_it_is)(kind.__schema__())
        if kind in _BUILTINS:
            return self._refine.get(kind, _as_it_is)(_BUILTINS[kind])
        if is_union(kind):
            return self._of_union(kind, field)
        origin = get_origin(kind)
        if origin is Literal:
            return one_of(*get_args(kind))
        if origin is tuple:
            return self._of_tuple(get_args(kind), field)
        if isinstance(origin, type) and issubclass(origin, Mapping):
            return {"type": "object", "additionalProperties": self.of(get_args(kind)[1], field)}
        if origin is not None:  # a generic class, such as a span of something
            return self._of_fields(kind, field)
        if isinstance(kind, type) and issubclass(kind, Enum):
            return one_of(*(each.value for each in kind))
        return self._of_class(kind)

    def _of_tuple(self, parts: tuple[Any, ...], field: str) -> Plain:
        if parts[-1] is Ellipsis:
            return json_list(self.of(parts[0], field))
        each = [self.of(part, field) for part in parts]
        return {"type": "array", "prefixItems": each, "minItems": len(each), "maxItems": len(each)}

    def _of_union(self, kind: Any, field: str) -> Plain:
        schema = self._of_options(kind, field)
        if type(None) not in get_args(kind):
            return schema
        if "enum" in schema:
            return {"enum": [*schema["enum"], None]}
        if isinstance(schema.get("type"), str):
            return {**schema, "type": [schema["type"], "null"]}
        return {"anyOf": [*schema.get("anyOf", [schema]), {"type": "null"}]}

    def _of_options(self, kind: Any, field: str) -> Plain:
        options = [self.of(option, field) for option in options_of(kind)]
        return options[0] if len(options) == 1 else {"anyOf": options}

    def _of_class(self, kind: Any) -> Plain:
        name = snake(kind.__name__)
        self.uses[name] = self.uses.get(name, 0) + 1
        if name not in self.classes:
            refine = self._refine.get(kind, _as_it_is)
            # A value that says for itself what it gives away is not written by its fields.
            alone = hasattr(kind, "__plain__") and kind not in self._by_fields
            own = {"type": "object"} if alone else self._of_fields(kind)
            self.classes[name] = refine(own)
        return {"$ref": name}

    def _of_fields(self, kind: Any, within: str = "") -> Plain:
        types = field_types(kind)
        properties: Plain = {}
        required: list[str] = []
        for name, field in given_fields(kind).items():
            held = types[field.name]
            # What is None by default is left out where it is None, so that it is never null.
            never_null = field.default is None and options_of(held)
            properties[name] = self._of_options(held, name) if never_null else self.of(held, within or name)
            if is_always_written(field):
                required.append(name)
        return json_object(properties, required)

    def inlined(self, schema: Any, shared: set[str]) -> Any:
        """The schema with each class in its place, but for those that are shared."""
        if isinstance(schema, list):
            return [self.inlined(part, shared) for part in schema]
        if not isinstance(schema, dict):
            return schema
        name = schema.get("$ref")
        if name is None:
            return {key: self.inlined(part, shared) for key, part in schema.items()}
        return {"$ref": f"#/$defs/{name}"} if name in shared else self.inlined(self.classes[name], shared)


def _as_it_is(schema: Plain) -> Plain:
    return schema


def one_of(*words: object) -> Plain:
    """One of these words or numbers; where there is only one, that."""
    return {"const": words[0]} if len(words) == 1 else {"enum": list(words)}


def json_list(items: Plain) -> Plain:
    """A list of such items."""
    return {"type": "array", "items": items}


def json_object(properties: Plain, required: list[str] | None = None) -> Plain:
    """An object with these properties and no others; all of them required unless it is said which."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties) if required is None else required,
        "additionalProperties": False,
    }


_BUILTINS: dict[Any, Plain] = {
    Any: {},
    int: {"type": "integer"},
    str: TEXT,
    bool: {"type": "boolean"},
    date: {"type": "string", "pattern": f"^{DAY}$"},
    Decimal: TEXT,
    Fraction: FRACTION,
}
