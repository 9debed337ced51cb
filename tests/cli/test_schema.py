"""`schema`: valid JSON Schema that knows every key, takes good ledgers and refuses bad ones."""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from typing import Any

import pytest
import tomli

from commitrack.ledger.fields import COMMITMENT, CORRECTION, EVENT, SEEN, SOURCE
from commitrack.ledger.schema import make_schema
from tests.cli.desk import ROOT, SHIPPED, Desk

Schema = Mapping[str, Any]

TYPES: Mapping[str, type] = {"object": dict, "array": list, "string": str, "boolean": bool}
UNDERSTOOD = {
    *("$schema", "title", "description", "type", "const", "enum", "pattern", "minLength"),
    *("required", "properties", "patternProperties", "additionalProperties"),
    *("items", "minItems", "anyOf"),
}
GOOD = """\
format = 1
[source.post]
official = true
said = 2025-07-01
[[source.post.seen]]
on = 2025-07-01T10:00:00Z
[commitment.sign]
title = "Sign"
kind = "promise"
by = ["KR"]
due = "2025-08"
remind = ["P30D", "7d"]
review = "P90D"
source = "post"
recorded = 2025-07-01
[[commitment.sign.event]]
type = "step"
on = 2025-07-02
source = ["post"]
recorded = 2025-07-02
"""


def faults(value: object, schema: Schema, place: str = "") -> list[str]:
    """Where a value does not fit, by the few words of JSON Schema that ours uses."""
    assert set(schema) <= UNDERSTOOD, set(schema) - UNDERSTOOD
    if "type" in schema and not isinstance(value, TYPES[schema["type"]]):
        return [f"{place}: not {schema['type']}"]
    found = [f"{place}: not the const"] * ("const" in schema and value != schema["const"])
    if "enum" in schema and value not in schema["enum"]:
        found.append(f"{place}: not in the enum")
    if "anyOf" in schema and all(faults(value, one, place) for one in schema["anyOf"]):
        found.append(f"{place}: none of anyOf")
    match value:
        case str():
            short = len(value) < schema.get("minLength", 0)
            if short or not re.search(schema.get("pattern", ""), value):
                found.append(f"{place}: not the pattern")
        case list():
            found += [f"{place}: too few"] * (len(value) < schema.get("minItems", 0))
            for part in value:
                found += faults(part, schema.get("items", {}), f"{place}[]")
        case dict():
            found += _faults_of_table(value, schema, place)
        case _:
            pass
    return found


def _faults_of_table(table: Mapping[str, object], schema: Schema, place: str) -> Iterator[str]:
    for key in schema.get("required", ()):
        if key not in table:
            yield f"{place}: no {key}"
    for key, part in table.items():
        patterns = schema.get("patternProperties", {}).items()
        known = [one for pattern, one in patterns if re.search(pattern, key)]
        known += [schema["properties"][key]] if key in schema.get("properties", {}) else []
        if not known and schema.get("additionalProperties", True) is False:
            yield f"{place}: {key} is not allowed"
        for one in known:
            yield from faults(part, one, f"{place}/{key}")


def as_json(value: object) -> object:
    """A TOML value as a schema sees it: dates are strings."""
    if isinstance(value, dict):
        return {key: as_json(part) for key, part in value.items()}
    if isinstance(value, list):
        return [as_json(part) for part in value]
    return value.isoformat() if isinstance(value, date | datetime | time) else value


def faults_of(text: str) -> list[str]:
    return faults(as_json(tomli.loads(text)), make_schema())


def parts_of(schema: Schema) -> Iterator[Schema]:
    """The schema and every schema in it."""
    yield schema
    inner = [*schema.get("properties", {}).values(), *schema.get("anyOf", ())]
    inner += schema.get("patternProperties", {}).values()
    inner += [schema["items"]] if "items" in schema else []
    for one in inner:
        yield from parts_of(one)


def test_it_is_printed_as_json_and_nothing_else(desk: Desk) -> None:
    done = desk.run("schema")

    assert (done.code, done.err) == (0, "")
    assert json.loads(done.out) == make_schema()


def test_it_needs_no_ledger_and_has_no_formats(desk: Desk) -> None:
    assert desk.run("schema", COMMITRACK_LEDGER="nosuch.toml").code == 0
    assert desk.run("schema --json").code == 2
    assert desk.run("schema more").code == 2


def test_it_is_valid_json_schema() -> None:
    for part in parts_of(make_schema()):
        assert set(part) <= UNDERSTOOD
        assert part.get("type", "object") in TYPES
        re.compile(part.get("pattern", ""))
        names = part.get("required", [])
        assert set(names) <= set(part.get("properties", names))
        assert len(set(part.get("enum", ()))) == len(part.get("enum", ()))
        assert all(map(re.compile, part.get("patternProperties", {})))


def test_it_names_every_key_of_the_format_with_what_it_is_for() -> None:
    records = make_schema()["properties"]
    (commitment,) = records["commitment"]["patternProperties"].values()
    (source,) = records["source"]["patternProperties"].values()
    tables = [
        (commitment, COMMITMENT),
        (commitment["properties"]["event"]["items"], {**EVENT, **CORRECTION}),
        (source, SOURCE),
        (source["properties"]["seen"]["items"], SEEN),
    ]

    for schema, fields in tables:
        assert set(schema["properties"]) == set(fields)
        for name, field in fields.items():
            property_ = schema["properties"][name]
            assert property_["description"]
            assert tuple(property_.get("enum", ())) == field.choices


@pytest.mark.parametrize(
    "path",
    [
        SHIPPED,
        ROOT / "src" / "commitrack" / "sample" / "commitments.toml",
        *sorted((ROOT / "tests" / "samples").glob("*.toml")),
    ],
    ids=lambda path: f"{path.parent.name}-{path.stem}",
)
def test_the_ledgers_that_were_shipped_are_accepted(path: Any) -> None:  # noqa: ANN401  # a Path
    assert faults_of(path.read_text("utf-8")) == []


def test_what_the_program_writes_is_accepted(desk: Desk) -> None:
    desk.write("Words.\n", "page.txt")
    for line in (
        "add Sign --due 2025-08 --by KR,US --source page.txt --said today --remind 30d",
        "add Pay --effective '2025-08-01 00:01 Washington' --expires 2025-Q4 --tag a,b",
        "add Meet --happens 2025-08-01/.. --condition 'if it rains' --instrument press-release",
        "move sign 2025-09-01 --source page --reason late",
        "update sign suspended --due 2025-10 --source page --stated 'for a month'",
        "close pay superseded --source page --superseded-by sign",
        "correct sign --title Signed --tag c --review 90d",
        "correct sign --of 2025-07-08:suspended --void",
        "note meet seen --by KR",
        "sources add page.txt --seen page-2025-07-08",
    ):
        assert desk.run(line).code == 0

    assert faults_of(desk.text) == []
    assert desk.run("check").code == 0


def test_a_ledger_that_check_finds_nothing_in_is_accepted(desk: Desk) -> None:
    desk.write(GOOD)

    assert faults_of(GOOD) == []
    assert desk.run("check --strict").code == 0


def test_what_the_format_allows_beside_its_usual_form_is_accepted() -> None:
    other = (
        GOOD.replace('["KR"]', '"KR"')
        .replace('"P90D"', '"48h"')
        .replace('["P30D", "7d"]', '"P1Y2M"')
        .replace('"2025-08"', '{ after = "post", within = "P90D" }')
    )

    assert faults_of(f"{other}mine = 3\n") == []


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("format = 1", "", ": no format"),
        ("format = 1", "format = 2", "/format"),
        ("format = 1", 'format = "1"', "/format"),
        ('title = "Sign"\n', "", "/commitment/sign: no title"),
        ('kind = "promise"\n', "", "/commitment/sign: no kind"),
        ('title = "Sign"', 'title = ""', "/commitment/sign/title"),
        ('"promise"', '"promis"', "/commitment/sign/kind"),
        ('["KR"]', "[1]", "/commitment/sign/by"),
        ('"2025-08"', "2025", "/commitment/sign/due"),
        ('"2025-08"', '{ within = "P90D" }', "/commitment/sign/due"),
        ('"P90D"', '"ninety days"', "/commitment/sign/review"),
        ('"P90D"', '"P"', "/commitment/sign/review"),
        ('["P30D", "7d"]', '["soon"]', "/commitment/sign/remind"),
        ('"step"', '"stepp"', "/commitment/sign/event[]/type"),
        ("on = 2025-07-02\n", "", "/commitment/sign/event[]: no on"),
        ("official = true", 'official = "yes"', "/source/post/official"),
        ("on = 2025-07-01T10:00:00Z\n", "", "/source/post/seen[]: no on"),
        ("[commitment.sign]", "[commitment.Sign]", "/commitment: Sign is not allowed"),
        ("[source.post]", "[source.my_post]", "/source: my_post is not allowed"),
    ],
)
def test_what_check_finds_the_schema_refuses(desk: Desk, old: str, new: str, place: str) -> None:
    bad = GOOD.replace(old, new, 1)
    desk.write(bad)

    assert bad != GOOD
    assert any(fault.startswith(place) for fault in faults_of(bad))
    assert desk.run("check --strict").code == 1


def test_every_new_ledger_has_it_beside_itself(desk: Desk) -> None:
    desk.run("add 'Sign the treaty'")

    beside = json.loads((desk.folder / ".commitrack" / "schema.json").read_text("utf-8"))
    assert beside == make_schema()
    assert desk.text.startswith("#:schema ./.commitrack/schema.json\n")
