"""Reading is lenient: what does not fit is passed over, and only unread dates are told at once."""

from collections.abc import Mapping
from datetime import date

import pytest

from commitrack.domain.commitment import Commitment
from commitrack.domain.finding import Severity
from commitrack.domain.source import Seen
from commitrack.domain.vocabulary import EventType, Kind
from commitrack.ledger.fields import COMMITMENT, EVENT, SEEN, SOURCE, Field, Form
from commitrack.ledger.reading import Ledger, read_ledger

X = '[commitment.x]\ntitle = "X"\nkind = "measure"\nrecorded = 2025-07-08\n'
STEP = "[[commitment.x.event]]\ntype = 'step'\non = 2025-07-09\nrecorded = 2025-07-10\n"


def ledger(body: str) -> Ledger:
    return read_ledger("format = 1\n" + body, "commitments.toml")


def commitment(keys: str) -> Commitment:
    """Read the commitment `x` with some more keys."""
    return ledger(X + keys).commitment("x")


def test_every_key_of_a_commitment_is_read() -> None:
    read = commitment(
        """\
by = ["US"]
to = ["KR", "JP"]
stated_by = "a minister"
via = "an office"
instrument = "order"
effective = 2025-08-01
stated = "August 1"
on_lapse = "the old rate"
condition = "if the bill passes"
review = "P90D"
remind = ["P7D", "P1D"]
source = ["s", "t"]
quote = "the words"
tags = ["tariff"]
note = "a remark"
series = "yearly"
"""
    )

    assert read == Commitment(
        id="x",
        title="X",
        kind=Kind.MEASURE,
        by=("US",),
        to=("KR", "JP"),
        stated_by="a minister",
        via="an office",
        instrument="order",
        dates=read.dates,
        stated="August 1",
        source=("s", "t"),
        quote="the words",
        condition="if the bill passes",
        review="P90D",
        remind=("P7D", "P1D"),
        tags=("tariff",),
        note="a remark",
        series="yearly",
        on_lapse="the old rate",
        recorded=date(2025, 7, 8),
        said=date(2025, 7, 8),
    )
    assert [(role, when.first) for role, when in read.dates] == [("effective", date(2025, 8, 1))]


def test_every_key_of_an_event_is_read() -> None:
    (event,) = commitment(
        STEP
        + """\
by = "US"
due = 2025-08-01
stated = "August 1"
stated_by = "a minister"
via = "an office"
instrument = "post"
reason = "no deal"
source = "s"
quote = "the words"
note = "a remark"
superseded_by = "y"
role = "due"
"""
    ).events

    assert event.type is EventType.STEP
    assert (event.on, event.recorded) == (date(2025, 7, 9), date(2025, 7, 10))
    assert (event.by, event.source) == (("US",), ("s",))
    assert (event.stated, event.stated_by, event.via) == ("August 1", "a minister", "an office")
    assert (event.instrument, event.reason, event.quote) == ("post", "no deal", "the words")
    assert (event.note, event.superseded_by, event.role) == ("a remark", "y", "due")
    assert [(role, when.first) for role, when in event.dates] == [("due", date(2025, 8, 1))]


def test_every_key_of_a_source_is_read() -> None:
    source = ledger(
        """\
[source.s]
title = "T"
outlet = "O"
author = "A"
url = "https://example.org"
said = 2025-07-07
published = 2025-07-08
official = true
note = "a remark"
recorded = 2025-07-09
[[source.s.seen]]
on = 2025-07-10
text = "articles/s.txt"
sha256 = "00"
"""
    ).sources["s"]

    assert (source.title, source.outlet, source.author) == ("T", "O", "A")
    assert (source.url, source.note, source.official) == ("https://example.org", "a remark", True)
    assert (source.said, source.published) == (date(2025, 7, 7), date(2025, 7, 8))
    assert source.recorded == date(2025, 7, 9)
    assert source.seen == (Seen(date(2025, 7, 10), "articles/s.txt", "00"),)
    assert source.extra is None


def block(header: str, fields: Mapping[str, Field], value: str) -> str:
    """Write a block with one value for all its keys, save those that hold dates and tables."""
    keys = [key for key, one in fields.items() if one.form not in (Form.DATE, Form.TABLES)]
    return "\n".join([header, *(f"{key} = {value}" for key in keys)])


@pytest.mark.parametrize(
    "odd",
    ["5", "-0.0", "nan", "true", "2025-07-01", "00:01:00", "[]", "[1, 'a']", "{ a = 1 }", "''"],
)
def test_a_value_of_another_type_is_passed_over_wherever_it_stands(odd: str) -> None:
    body = f"""\
{block("[source.s]", SOURCE, odd)}
{block("[[source.s.seen]]", SEEN, odd)}
{block("[commitment.x]", COMMITMENT, odd)}
{block("[[commitment.x.event]]", EVENT, odd)}
[[commitment.x.event]]
type = "corrected"
of = {odd}
void = {odd}
[commitment.y]
title = 'Y'
"""

    read = ledger(body)

    assert read.is_valid
    assert [one.id for one in read.commitments] == ["x", "y"]


def test_texts_may_be_one_text_and_leave_out_what_is_none() -> None:
    read = commitment('by = "KR"\nto = ["US", 5, "JP"]\ntags = 5\n')

    assert (read.by, read.to, read.tags) == (("KR",), ("US", "JP"), ())


@pytest.mark.parametrize("kind", ["", "kind = 'promis'", "kind = ['promise']", "kind = ''"])
def test_an_unknown_kind_is_read_as_a_promise(kind: str) -> None:
    read = ledger(f"[commitment.x]\ntitle = 'X'\n{kind}\n").commitment("x")

    assert read.kind is Kind.PROMISE


@pytest.mark.parametrize("kind", ["", "type = 'fulfiled'", "type = ['fulfilled']", "type = 5"])
def test_an_unknown_type_of_event_is_read_as_a_note(kind: str) -> None:
    (event,) = commitment(f"[[commitment.x.event]]\non = 2025-07-09\n{kind}\n").events

    assert event.type is EventType.NOTE


def test_without_a_title_the_id_stands_for_it() -> None:
    assert ledger("[commitment.x]\nrecorded = 2025-07-08\n").commitment("x").title == "x"


def test_a_moment_in_quotes_is_none() -> None:
    read = ledger("[commitment.x]\nrecorded = '2025-07-08'\n").commitment("x")

    assert (read.recorded, read.said) == (None, None)


def test_an_event_without_a_day_has_that_of_its_entry() -> None:
    (event,) = commitment("[[commitment.x.event]]\ntype = 'step'\nrecorded = 2025-07-10\n").events

    assert event.on == date(2025, 7, 10)


@pytest.mark.parametrize(
    ("value", "code", "remedy"),
    [
        ("2025", "bare-year", '"2025"'),
        ("20250801", "bare-year", '"20250801"'),
        ("0", "bare-year", '"0"'),
        ("true", "bad-date", ""),
        ("2025.5", "bad-date", "2025-08-01"),
        ("00:01:00", "bad-date", "add the day"),
        ("2025-08-01T00:01:00", "bad-date", "add an offset"),
        ("'soon'", "bad-date", "2025-Q3"),
        ("'2025-02-30'", "bad-date", ""),
        ("[2025-08-01]", "bad-date", ""),
        ("{}", "bad-date", ""),
        ("{ within = 'P90D' }", "bad-date", ""),
    ],
)
@pytest.mark.parametrize("role", ["due", "effective", "expires", "happens"])
def test_a_date_that_cannot_be_read_is_told_at_once_and_stops_nothing(
    role: str, value: str, code: str, remedy: str
) -> None:
    read = ledger(f"{X}{role} = {value}\n")

    (finding,) = read.findings
    assert (finding.code, finding.severity) == (code, Severity.ERROR)
    assert finding.path == ("commitment", "x", role)
    assert finding.id == "x"
    assert remedy in finding.hint
    assert read.is_valid
    assert read.commitment("x").dates == ()


def test_an_unread_date_of_an_event_is_told_with_its_place() -> None:
    read = ledger(f"{X}{STEP}{STEP}due = 2025\n")

    (finding,) = read.findings
    assert (finding.code, finding.path) == ("bare-year", ("commitment", "x", "event", 1, "due"))


def test_an_unread_date_leaves_the_others() -> None:
    read = commitment("effective = 2025\nexpires = 2025-12-31\n")

    assert [role for role, _ in read.dates] == ["expires"]


def test_a_zone_that_is_none_leaves_the_date_unread() -> None:
    read = ledger(f"{X}due = 2025-08-01\nzone = 'America/Nowhere'\n")

    assert [finding.code for finding in read.findings] == ["bad-date"]
    assert "not a time zone" in read.findings[0].message


def test_a_report_gives_a_date_and_a_correction_only_what_it_changes() -> None:
    events = commitment(
        "due = 2025-08-01\n"
        "[[commitment.x.event]]\ntype = 'reported'\non = 2025-07-09\ndue = 2025-08-02\n"
        "[[commitment.x.event]]\ntype = 'corrected'\non = 2025-07-10\ndue = 2025-08-03\n"
        "title = 'Y'\n"
    ).events

    assert [len(event.dates) for event in events] == [1, 0]
    assert events[1].changes == {"due": date(2025, 8, 3), "title": "Y"}


def test_unknown_keys_are_kept_where_they_stand_and_stop_nothing() -> None:
    read = ledger(
        "[source.s]\nrank = 3\n"
        + X
        + "mine = { a = [1] }\n"
        + STEP
        + "mood = 'sour'\n"
        + "[[commitment.x.event]]\ntype = 'corrected'\non = 2025-07-11\nbecause = 'typo'\n"
    )

    step, corrected = read.commitment("x").events
    assert read.findings == ()
    assert read.sources["s"].extra == {"rank": 3}
    assert read.commitment("x").extra == {"mine": {"a": [1]}, "because": "typo"}
    assert step.extra == {"mood": "sour"}
    assert corrected.extra == {"because": "typo"}


def test_known_keys_are_no_extra_ones() -> None:
    read = commitment(STEP)

    assert read.extra is None
    assert read.events[0].extra is None


def test_a_source_is_official_only_when_it_says_so_with_true() -> None:
    read = ledger(
        "[source.a]\nofficial = true\n[source.b]\nofficial = 'yes'\n"
        "[commitment.x]\ntitle = 'X'\nsource = ['b', 'a']\n"
        "[[commitment.x.event]]\ntype = 'step'\non = 2025-07-09\nsource = 'b'\n"
    )

    assert read.commitment("x").official
    assert not read.commitment("x").events[0].official
