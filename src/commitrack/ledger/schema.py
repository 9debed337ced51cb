"""The JSON Schema of the ledger, for editors that complete and check as one types."""

import json
from collections.abc import Mapping
from typing import Any

from commitrack.domain.vocabulary import EventType
from commitrack.domain.when import Role
from commitrack.ledger.fields import (
    COMMITMENT,
    CORRECTION,
    EVENT,
    FORMAT,
    SEEN,
    SOURCE,
    Field,
    Form,
)
from commitrack.timing.policies import Policy, Snap

_ID = "^[a-z0-9][a-z0-9-]*$"
_TEXT: dict[str, Any] = {"type": "string", "minLength": 1}
_ISO_PERIOD = "P(?=.)(\\d+Y)?(\\d+M)?(\\d+W)?(\\d+D)?(T\\d+H)?"
_PERIOD = {"type": "string", "pattern": f"^({_ISO_PERIOD}|\\d+[hdwmy])$"}
_WORD = {"type": "string"}
_DATE_TABLE = {
    "type": "object",
    "properties": {
        "after": _WORD,
        "before": _WORD,
        "at": {"enum": [*map(str, Role), *map(str, EventType)]},
        "within": _WORD,
        "snap": {"enum": list(map(str, Snap))},
        "count": {"enum": list(map(str, Policy))},
        "calendar": _WORD,
        "holidays": {"type": "array", "items": _WORD},
    },
    "anyOf": [{"required": ["after"]}, {"required": ["before"]}],
    "additionalProperties": False,
}

# TOML dates reach a schema as strings.
_SHAPES: Mapping[Form, dict[str, Any]] = {
    Form.TEXT: _TEXT,
    Form.TEXTS: {"anyOf": [_TEXT, {"type": "array", "items": _TEXT}]},
    Form.SOURCES: {"anyOf": [_TEXT, {"type": "array", "items": _TEXT, "minItems": 1}]},
    Form.MOMENT: {"type": "string"},
    Form.DATE: {"anyOf": [{"type": "string"}, _DATE_TABLE]},
    Form.ZONE: _TEXT,
    Form.PERIOD: _PERIOD,
    Form.PERIODS: {"anyOf": [_PERIOD, {"type": "array", "items": _PERIOD}]},
    Form.CONDITION: {"anyOf": [_TEXT, {"type": "object", "required": ["on"]}]},
    Form.FLAG: {"type": "boolean"},
    Form.ID: {"type": "string", "pattern": _ID},
}


def make_schema() -> dict[str, Any]:
    """The schema as plain values (JSON Schema 2020-12)."""
    event = _record({**CORRECTION, **EVENT}, required=("type", "on"))
    commitment = _record(COMMITMENT, required=("title", "kind"), parts={"event": event})
    source = _record(SOURCE, parts={"seen": _record(SEEN, required=("on",))})
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "commitrack ledger",
        "type": "object",
        "required": ["format"],
        "properties": {
            "format": {"const": FORMAT, "description": "the version of the format"},
            "commitment": _by_id(commitment),
            "source": _by_id(source),
        },
    }


def format_schema() -> str:
    """The schema as JSON text."""
    return json.dumps(make_schema(), indent=2) + "\n"


def _by_id(record: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "patternProperties": {_ID: record},
        "additionalProperties": False,
    }


def _record(
    fields: Mapping[str, Field],
    required: tuple[str, ...] = (),
    parts: Mapping[str, dict[str, Any]] | None = None,
) -> dict[str, Any]:
    properties = {
        name: _property(field) for name, field in fields.items() if name not in (parts or {})
    }
    for name, part in (parts or {}).items():
        properties[name] = {"type": "array", "items": part, "description": fields[name].about}
    return {"type": "object", "properties": properties, "required": list(required)}


def _property(field: Field) -> dict[str, Any]:
    shape = {**_SHAPES[field.form], "description": field.about}
    return {**shape, "enum": list(field.choices)} if field.choices else shape
