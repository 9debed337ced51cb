"""Words that count from a commitment: every form, as it is written, and whose name is none."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from commitrack.app.anchoring import Around
from commitrack.app.dating import understand_dates
from commitrack.domain.when import Role
from commitrack.errors import UnknownIdError, UsageError
from commitrack.ledger.reading import read_ledger
from commitrack.timing.anchor import anchor_today
from commitrack.timing.now import Now
from tests.cli.desk import Desk

LEDGER = """\
format = 1

[commitment.kr-us-summit]
title = "Korea-US summit"
kind = "agreement"
by = ["KR", "US"]
happens = 2025-08-25
recorded = 2025-07-07

[commitment.kr-bill]
title = "The bill"
kind = "promise"
by = ["KR"]
recorded = 2025-07-07

[commitment.gl-13]
title = "General licence 13"
kind = "measure"
by = ["US"]
effective = 2025-06-01
expires = 2025-07-09
recorded = 2025-07-07

[commitment.august]
title = "August"
kind = "promise"
due = 2025-08-04
recorded = 2025-07-07

[commitment.hearing]
title = "Hearing"
kind = "promise"
happens = 2025-09-30
recorded = 2025-07-07
"""


@pytest.fixture
def told(desk: Desk) -> Desk:
    desk.write(LEDGER)
    return desk


def added(desk: Desk) -> list[str]:
    """The lines that were written, save those that every block has."""
    common = ("[", "title", "kind", "type", "on", "recorded", "by", "review")
    lines = desk.text.removeprefix(LEDGER).splitlines()
    return [line for line in lines if line and not line.startswith(common)]


@pytest.mark.parametrize(
    ("words", "table"),
    [
        ("48 hours after kr-us-summit", 'after = "kr-us-summit", within = "PT48H"'),
        ("3 months after kr-bill", 'after = "kr-bill", within = "P3M"'),
        (
            "10 US-CA business days after kr-bill",
            'after = "kr-bill", within = "10 business days", calendar = "US-CA"',
        ),
        ("before kr-bill", 'before = "kr-bill"'),
        ("90 days after the kr-us-summit", 'after = "kr-us-summit", within = "P90D"'),
        ("first day of the month of kr-bill", 'after = "kr-bill", snap = "month-start"'),
        ("start of the month of kr-bill", 'after = "kr-bill", snap = "month-start"'),
        ("end of the quarter of kr-bill", 'after = "kr-bill", snap = "quarter-end"'),
        (
            "90 days after gl-13 effective",
            'after = "gl-13", at = "effective", within = "P90D"',
        ),
        (
            "90 days after gl-13 took_effect",
            'after = "gl-13", at = "took_effect", within = "P90D"',
        ),
        (
            "90 days after the due date of august",
            'after = "august", at = "due", within = "P90D"',
        ),
        (
            "14 days after June 20, 2025, frcp6 US",
            'after = 2025-06-20, within = "P14D", count = "frcp6", calendar = "US"',
        ),
        (
            "10 US business days after November 10, 2025",
            'after = 2025-11-10, within = "10 business days", calendar = "US"',
        ),
        ("90 days after May 14, 2025", 'after = 2025-05-14, within = "P90D"'),
        ("48 hours after kr-bill, eu1182", 'after = "kr-bill", within = "PT48H", count = "eu1182"'),
    ],
)
@pytest.mark.parametrize(
    "line",
    [
        ["add", "File the report", "--happens"],
        ["move", "hearing"],
        ["update", "hearing", "reaffirmed", "--happens"],
        ["correct", "hearing", "--happens"],
    ],
    ids=lambda line: line[0],
)
def test_every_verb_writes_the_same_table(
    told: Desk, line: list[str], words: str, table: str
) -> None:
    done = told.run([*line, words])

    assert done.code == 0, done.err
    assert added(told) == [f"happens = {{ {table} }}"]


@pytest.mark.parametrize("role", list(Role))
def test_every_role_takes_them(told: Desk, role: Role) -> None:
    told.run(["add", "Report", "--stated", "in time", f"--{role}", "9 days after kr-us-summit"])

    assert added(told) == [
        f'{role} = {{ after = "kr-us-summit", within = "P9D" }}',
        'stated = "in time"',
    ]


def test_a_length_alone_is_counted_from_the_day_it_was_said(told: Desk) -> None:
    line = ["add", "Report", "--due", "10 US business days", "--source", "https://example.org/a"]

    echo = told.run([*line, "--said", "2025-07-01"]).words

    assert 'due = { after = 2025-07-01, within = "10 business days", calendar = "US" }' in told.text
    assert "counted from the day it was said, 1 Jul 2025" in echo


@pytest.mark.parametrize(
    ("words", "value"),
    [("august", '"2025-08"'), ("by august", '"2025-08"'), ("end of august", "2025-08-31")],
)
def test_an_id_takes_no_date_away_that_only_a_date_can_be(
    told: Desk, words: str, value: str
) -> None:
    assert told.run(["add", "Report", "--due", words]).code == 0
    assert added(told) == [f"due = {value}"]


@pytest.mark.parametrize("words", ["90 days after august", "before august", "10 days from august"])
def test_what_may_be_a_day_or_a_commitment_names_both(told: Desk, words: str) -> None:
    done = told.run(["add", "Report", "--due", words])

    assert done.code == 2
    assert f'"{words}" may count from the commitment august, or from a day' in done.words
    assert "write the day as 2025-08-01, or name a date of the commitment" in done.words
    assert told.text == LEDGER


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("90 days after kr", "without a terminal the whole id is needed: kr-us-summit kr-bill"),
        ("90 days after summit", "without a terminal the whole id is needed: kr-us-summit"),
        ("90 days after enactment", "no commitment has the id enactment"),
        ("within 90 days of the effective date of gl-14", "did you mean gl-13?"),
        ("first day of the month of the-bill", "did you mean kr-bill?"),
        ("10 US business days after nosuch", "no commitment has the id nosuch"),
    ],
)
def test_a_name_that_is_no_id_is_told_from_a_date(told: Desk, words: str, message: str) -> None:
    done = told.run(["add", "Report", "--due", words])

    assert (done.code, message in done.words) == (3, True), done.words
    assert told.text == LEDGER


def test_at_a_terminal_a_part_that_several_ids_have_is_listed(told: Desk) -> None:
    done = told.run(["add", "Report", "--due", "90 days after kr"], terminal=True, answer="")

    assert done.code == 3
    assert "kr could be 2 commitments kr-us-summit kr-bill" in done.words


@pytest.mark.parametrize("words", ["10 days after monday", "10 days after 2025"])
def test_a_word_of_the_calendar_is_no_part_of_an_id(desk: Desk, words: str) -> None:
    desk.write(LEDGER.replace("kr-bill", "monday-2025"))

    desk.run(["add", "Report", "--due", words], terminal=True, answer="")

    assert "monday-2025" not in desk.text.partition("[commitment.report]")[2]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("by kr-us-summit", "write after kr-us-summit, before kr-us-summit or 90 days after"),
        ("kr-us-summit", '"kr-us-summit" does not say how it counts from kr-us-summit'),
        ("90 days after kr-us-summit, frcp7", "policies: plain business inclusive frcp6 eu1182"),
        ("after kr-us-summit, frcp6", "write it like 14 days after kr-us-summit, frcp6 US"),
        ("10 US business days after Q3", '"Q3" is not one day to count from'),
        ("10 US business days after 2025-02-30", "February 2025 has 28 days"),
        ("90 days after 2025-02-30", "February 2025 has 28 days"),
        ("1 month after 2025-03-18, eu1182", "name the country behind it: eu1182 DE"),
        ("1 month after kr-bill, eu1182", "name the country behind it: eu1182 DE"),
        ("10 Korean business days after kr-bill", "did you mean KR?"),
    ],
)
def test_what_says_too_little_is_told_what_to_write(told: Desk, words: str, message: str) -> None:
    done = told.run(["add", "Report", "--due", words])

    assert (done.code, message in done.words) == (2, True), done.words
    assert "Nothing was written" in done.words
    assert told.text == LEDGER


@pytest.mark.parametrize(
    "line",
    [
        ["list", "due:90 days after kr-us-summit"],
        ["due", "--within", "90 days after kr-us-summit"],
        ["list", "--as-of", "after kr-us-summit"],
        ["list", "--now", "90 days after kr-us-summit"],
        ["note", "gl-13", "seen", "--on", "3 days after kr-us-summit"],
    ],
    ids=lambda line: line[1],
)
def test_where_no_date_is_recorded_an_id_is_not_understood(told: Desk, line: list[str]) -> None:
    done = told.run(line)

    assert done.code == 2
    assert '"kr-us-summit" is not understood in a date' in done.words
    assert told.text == LEDGER


_NOW = Now(datetime(2025, 7, 8, tzinfo=UTC), ZoneInfo("Asia/Seoul"), "Asia/Seoul")
_KNOWN = read_ledger(LEDGER, "commitments.toml").commitments
_WORDS = st.lists(
    st.sampled_from(
        [
            *("90", "ten", "P3M", "days", "months", "hours", "business", "working", "US", "us"),
            *("after", "before", "including", "from", "of", "by", "within", "the", "start", "end"),
            *("month", "first day", "expiry", "effective", "took", "effect", "date", "due", "at"),
            *("kr-us-summit", "gl-13", "august", "kr", "GL-13", "nosuch", "2025-08-01", "aug", "1"),
            *(",", ", frcp6", ", eu1182", "KR", ", 2025", "monday", "00:01", "Washington"),
        ]
    ),
    max_size=9,
)


@given(
    words=_WORDS.map(" ".join) | st.text(max_size=80),
    exact=st.booleans(),
    role=st.sampled_from(list(Role)),
)
@example(words=",", exact=False, role=Role.DUE)
@example(words="after " * 24, exact=False, role=Role.DUE)
@example(
    words="90 days after \N{LATIN CAPITAL LETTER I WITH DOT ABOVE}", exact=False, role=Role.DUE
)
def test_any_words_are_a_date_or_refused(words: str, exact: bool, role: Role) -> None:  # noqa: FBT001  # drawn
    around = Around(_KNOWN, "kr-bill", ("KR",), exact)
    try:
        given_dates = understand_dates({role: words}, anchor_today(_NOW), around, confirmed=True)
    except (UsageError, UnknownIdError):
        return

    assert given_dates.table()[str(role)] is not None
