"""The JSON Schema of a rule file, made from the table of its keys, for editors that complete a pack as it is typed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from factcheck.packs import keys
from factcheck.packs.keys import Key

SCHEMA_FILE = "pack.schema.json"
_NAME = {"type": "string", "pattern": "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"}
_PART = {"pattern": "^[a-z][a-z0-9_]*$"}
_TEXT = {"type": ["string", "number", "boolean"]}  # an editor may take `on` for a boolean and 0.2 for a number
_WORDS = {"type": "string", "minLength": 1}
_FORM = {"type": "string", "pattern": "^[^<>]*<n>[^<>]*$"}
_PLACED = {"type": "string", "pattern": r"\[[^\[\]>]+\]"}
_SLIP = {"type": "string", "pattern": r"\[[^\[\]]+->[^\[\]]*\]"}
_TOLERANCE = {"type": "string", "pattern": r"^\s*[0-9]{1,9}(\.[0-9]{1,9})? +\w+\s*$"}
_FRACTION = {"type": ["number", "string"], "pattern": r"^[0-9]{1,6}(\.[0-9]{1,6})?$|^[0-9]{1,6}/[1-9][0-9]{0,5}$"}
_NUMBER = {"type": ["integer", "string"], "minimum": 0, "maximum": 1_000_000_000, "pattern": "^[0-9][0-9_,]*$"}


def pack_schema() -> dict[str, Any]:
    """The schema as JSON values, in the draft that editors know best (draft 7)."""
    pack = _object(keys.PACK)
    extending = {"required": ["pack", "about", "extends"]}
    alone = {"required": list(keys.NEEDED), "properties": dict.fromkeys(keys.ONLY_EXTENDING, False)}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "A factcheck pack",
        **pack,
        "if": {"required": ["extends"]},
        "then": extending,
        "else": alone,
    }


def render_schema() -> str:
    """The schema as it is written to a file."""
    return json.dumps(pack_schema(), indent=1, ensure_ascii=False) + "\n"


def _object(table: Mapping[str, Key], needed: tuple[str, ...] = ()) -> dict[str, Any]:
    """A mapping with only the keys of a table."""
    made: dict[str, Any] = {"type": "object", "additionalProperties": False}
    made["properties"] = {name: {**_shape(key), "description": key.about} for name, key in table.items()}
    return {**made, "required": list(needed)} if needed else made


def _each(value: Mapping[str, Any]) -> dict[str, Any]:
    """A mapping from names of one's own."""
    return {"type": "object", "propertyNames": _PART, "additionalProperties": value}


def _listed(item: Mapping[str, Any], least: int = 1) -> dict[str, Any]:
    return {"type": "array", "items": item, "minItems": least}


def _some(item: Mapping[str, Any]) -> dict[str, Any]:
    """A list of texts, or one text by itself."""
    return {"anyOf": [_listed(item), {**item, "not": {"type": "string", "pattern": ","}}]}


def _shape(key: Key) -> dict[str, Any]:
    """What may stand at a key."""
    if key.choices:
        return {"enum": list(key.choices)}
    return _SHAPES[key.shape]


def _rule() -> dict[str, Any]:
    one = [{"required": [check]} for check in ("check", "any of", "each of")]
    return {**_object(keys.RULE, ("id", "message", "severity", "why", "examples")), "oneOf": one}


_SHAPES: dict[str, dict[str, Any]] = {
    "name": _NAME,
    "text": _TEXT,
    "formula": _WORDS,
    "tolerance": _TOLERANCE,
    "number": _NUMBER,
    "fraction": _FRACTION,
    "texts": _some(_TEXT),
    "forms": _some(_FORM),
    "formulas": _some(_WORDS),
    "places": {"anyOf": [_listed(_PLACED), _PLACED]},
    "slips": _listed(_SLIP),
    "sentences": _listed(_WORDS),
    "lists": {"type": "object", "additionalProperties": _some(_TEXT)},
}
_UNIT = {"anyOf": [{"enum": list(keys.UNIT_KINDS)}, _object(keys.UNIT, ("counts",))]}
_SHAPES |= {
    "units": {"type": "object", "additionalProperties": _UNIT},
    "things": _each(_object(keys.THING)),
    "figures": _each(_object(keys.FIGURE)),
    "roles": _each(_object(keys.ROLE)),
    "examples": _object(keys.EXAMPLES, ("flags", "passes")),
    "changes": {"type": "object", "additionalProperties": _object(keys.CHANGE)},
    "width": _object(keys.REACH, ("percent", "unit")),
}
_SHAPES |= {"widths": {"type": "object", "additionalProperties": _object(keys.WIDTH, ("plain", "generous"))}}
_SHAPES |= {"rules": {"type": "array", "maxItems": 1000, "items": _rule()}}
