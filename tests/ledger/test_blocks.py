"""Values written as TOML come back as they were, and an editor shows every character."""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from unicodedata import category

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from commitrack.domain.vocabulary import Kind
from commitrack.ledger.blocks import (
    Block,
    commitment_block,
    event_block,
    format_block,
    format_value,
    seen_block,
    source_block,
)


def as_written(moment: datetime) -> datetime:
    """Leave out which of two equal hours is meant, which TOML says by the offset alone."""
    return moment.replace(fold=0)


ZONES = st.integers(-23 * 60 - 59, 23 * 60 + 59).map(lambda m: timezone(timedelta(minutes=m)))
SCALARS = st.one_of(
    st.text(),
    st.booleans(),
    st.integers(-(2**63), 2**63 - 1),
    st.floats(),
    st.dates(),
    st.datetimes().map(as_written),
    st.datetimes(timezones=ZONES).map(as_written),
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=12,
)
KEYS = st.one_of(st.sampled_from(["due", "x-1", "", "a.b", "é", "]", "#"]), st.text(max_size=8))


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


@given(st.dictionaries(KEYS, VALUES, max_size=5))
def test_what_is_written_is_read_again_in_value_type_and_order(table: dict[str, Any]) -> None:
    text = format_block(Block(("commitment", "x"), is_array=False, table=table))

    assert repr(tomli.loads(text)) == repr({"commitment": {"x": table}})


@given(st.lists(KEYS, min_size=1, max_size=4), st.booleans())
def test_a_header_leads_to_its_path_whatever_the_keys(
    keys: list[str],
    is_array: bool,  # noqa: FBT001  # hypothesis gives it by position
) -> None:
    text = format_block(Block(tuple(keys), is_array, {"a": 1}))

    expected: Any = [{"a": 1}] if is_array else {"a": 1}
    for key in reversed(keys):
        expected = {key: expected}
    assert tomli.loads(text) == expected


@given(KEYS, VALUES)
def test_a_key_and_its_value_stand_on_one_line(key: str, value: object) -> None:
    text = format_block(Block(("x",), is_array=False, table={key: value}))

    assert text.count("\n") == 2
    assert len(text.splitlines()) == 2


@given(st.text(min_size=1))
def test_no_invisible_character_stands_in_the_file_as_itself(text: str) -> None:
    written = format_value(text) + format_value({text: text})

    hidden = {one for one in written if category(one) in {"Cc", "Cf", "Zl", "Zp"}}
    assert hidden <= {"\t"}


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("\u202eevil\u202c", r'"\u202eevil\u202c"'),
        ("\u2066a\u2069", r'"\u2066a\u2069"'),
        ("zero\u200bwidth", r'"zero\u200bwidth"'),
        ("\u061c", r'"\u061c"'),
        ("\ufeffbom", r'"\ufeffbom"'),
        ("soft\u00adhyphen", r'"soft\u00adhyphen"'),
        ("\x1b[31mred", r'"\u001b[31mred"'),
        ("\x85\x9b", r'"\u0085\u009b"'),
        ("a\u2028b\u2029c", r'"a\u2028b\u2029c"'),
        ("tag\U000e0041", r'"tag\U000e0041"'),
        ("two\nlines\r\n", r'"two\nlines\r\n"'),
        ('quote " and \\', r'"quote \" and \\"'),
    ],
    ids=[
        "override",
        "isolate",
        "zero width space",
        "arabic letter mark",
        "byte order mark",
        "soft hyphen",
        "terminal escape",
        "controls beyond ASCII",
        "line separators",
        "a tag character",
        "line ends",
        "quote and backslash",
    ],
)
def test_invisible_and_turning_characters_are_written_as_escapes(text: str, written: str) -> None:
    assert format_value(text) == written
    assert tomli.loads(f"x = {written}") == {"x": text}


@pytest.mark.parametrize(
    "text", ["Türkiye", "대한민국", "“quoted” — said", "non\u00a0breaking", "🇰🇷", "a\ttab"]
)
def test_what_can_be_seen_stands_as_it_is(text: str) -> None:
    assert format_value(text) == f'"{text}"'


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (date(2025, 8, 1), "2025-08-01"),
        (at("2025-08-01T00:01:00-04:00"), "2025-08-01T00:01:00-04:00"),
        (datetime(2025, 8, 1, 0, 1, tzinfo=UTC), "2025-08-01T00:01:00+00:00"),
        (at("2025-08-01T00:01:00"), "2025-08-01T00:01:00"),
        ((), "[]"),
        (("US", "KR"), '["US", "KR"]'),
        ({}, "{}"),
        ({"after": "x", "within": "P90D"}, '{ after = "x", within = "P90D" }'),
        ([{"a": [1, True]}], "[{ a = [1, true] }]"),
        (Kind.MEASURE, '"measure"'),
        ({Kind.MEASURE: 1}, "{ measure = 1 }"),
        (0.5, "0.5"),
    ],
)
def test_each_value_has_one_way_to_be_written(value: object, written: str) -> None:
    assert format_value(value) == written


@pytest.mark.parametrize("value", [None, object(), b"bytes", {1}, [None]])
def test_what_toml_does_not_know_is_refused(value: object) -> None:
    with pytest.raises(TypeError, match="TOML has no value for"):
        format_value(value)


def test_a_block_is_a_header_and_its_keys_in_the_order_given() -> None:
    text = format_block(event_block("x", {"type": "step", "on": date(2025, 7, 8), "note": "so"}))

    assert text == '[[commitment.x.event]]\ntype = "step"\non = 2025-07-08\nnote = "so"\n'


@pytest.mark.parametrize(
    ("block", "header"),
    [
        (commitment_block("x", {}), "[commitment.x]\n"),
        (event_block("x", {}), "[[commitment.x.event]]\n"),
        (source_block("s", {}), "[source.s]\n"),
        (seen_block("s", {}), "[[source.s.seen]]\n"),
        (commitment_block("odd one", {}), '[commitment."odd one"]\n'),
        (commitment_block("a.b", {}), '[commitment."a.b"]\n'),
        (commitment_block("", {}), '[commitment.""]\n'),
        (commitment_block("x]\n[evil", {}), '[commitment."x]\\n[evil"]\n'),
        (commitment_block("ünïcode", {}), '[commitment."ünïcode"]\n'),
        (commitment_block("٣", {}), '[commitment."٣"]\n'),
        (commitment_block("x\n", {}), '[commitment."x\\n"]\n'),
    ],
)
def test_odd_keys_of_a_header_are_quoted_and_others_are_not(block: Block, header: str) -> None:
    assert format_block(block) == header
