"""The state: facts as lines, and what is wrong with them."""

from datetime import UTC, datetime

import pytest

from commitrack.remind.facts import Fact, format_fact, parse_facts, stamp
from commitrack.remind.notices import find_notices, notice_words

AT = "2025-07-08T00:00:00+00:00"
NOW = datetime(2025, 7, 8, 1, tzinfo=UTC)


def test_a_fact_is_one_line_and_comes_back_as_it_was() -> None:
    fact = Fact("shown", AT, '/a "b"\n\u2028c.toml', "id", "due", "r", "P7D", "d", "t", ("P30D",))

    line = format_fact(fact)

    assert line.count("\n") == 1
    assert parse_facts(line.encode()).facts == (fact,)


@pytest.mark.parametrize(
    "line",
    [
        b"{",
        b"\x00\xff",
        b"[]",
        b"7",
        b"null",
        b'{"v":2,"fact":"shown","at":"2025-07-08T00:00:00+00:00"}',
        b'{"v":1,"fact":"shown"}',
        b'{"v":1,"fact":"shown","at":"yesterday"}',
        b'{"v":1,"fact":"shown","at":"2025-07-08T00:00:00"}',
        b'{"v":1,"fact":"shown","at":7}',
        b'{"v":1,"fact":"shown","at":"2025-07-08T00:00:00+00:00","id":7}',
        b'{"v":1,"fact":"shown","at":"2025-07-08T00:00:00+00:00","missed":7}',
        b'{"v":1,"fact":"shown","at":"2025-07-08T00:00:00+00:00","missed":[7]}',
        b'{"v":1,"fact":"shown","at":"2025-07-08T00:00:00+00:00","new":"field"}',
        b"[" * 100_000,
    ],
)
def test_a_broken_line_is_counted_and_costs_no_other(line: bytes) -> None:
    good = format_fact(Fact("shown", AT)).encode()

    facts = parse_facts(good + line + b"\n" + good)

    assert (len(facts.facts), facts.broken) == (2, 1)


def test_broken_lines_are_noticed_once_and_again_when_there_are_more() -> None:
    broken = b"{\n"
    first = find_notices(parse_facts(broken), NOW)
    noticed = format_fact(first[0]).encode()

    assert [notice_words(one, "f") for one in first] == [
        "f: 1 line cannot be read; what stood there may be said once more"
    ]
    assert find_notices(parse_facts(broken + noticed), NOW) == []
    assert find_notices(parse_facts(broken + noticed + broken), NOW)[0].value == "2"


def test_a_clock_that_jumped_back_is_noticed_once() -> None:
    ahead = format_fact(Fact("shown", stamp(NOW.replace(hour=5)))).encode()
    first = find_notices(parse_facts(ahead), NOW)

    assert [one.about for one in first] == ["clock"]
    assert find_notices(parse_facts(ahead + format_fact(first[0]).encode()), NOW) == []
    assert find_notices(parse_facts(ahead), NOW.replace(hour=5)) == []
