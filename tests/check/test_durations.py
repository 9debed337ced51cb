"""Durations in words against the date recorded: counts that do not fit, or fit by one way."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from commitrack.domain.finding import Finding
from commitrack.timing.display import plain_day
from tests.check.ledgers import base, check_file, check_text, event, ledger, marked, save, where
from tests.check.test_laws import audit_text
from tests.project.examples import ROOT

SOURCES = "[source.order]\nofficial = true\n[source.blog]\n[source.wire]\n[source.undated]\n"
NEW_YORK = 'zone = "America/New_York"'
NINETY = 'stated = "90 days"'
PAUSES = {
    "April": ("2025-04-09", "2025-04-10T00:01:00-04:00", "9 Jul 2025", "8 Jul 2025"),
    "May": ("2025-05-12", "2025-05-14T00:01:00-04:00", "12 Aug 2025", "10 Aug 2025"),
    "August": ("2025-08-11", "2025-08-12T00:01:00-04:00", "10 Nov 2025", "9 Nov 2025"),
}
"""Said, in force from, and where 90 days from the latter and from the former lead (DOMAIN, 2.4)."""
ENDS = {
    "9 Jul 2025": "2025-07-09T00:01:00-04:00",
    "12 Aug 2025": "2025-08-12T00:01:00-04:00",
    "10 Nov 2025": "2025-11-10T00:01:00-05:00",
    "8 Jul 2025": "2025-07-08",
    "10 Aug 2025": "2025-08-10",
    "9 Nov 2025": "2025-11-09",
}


def said(day: str, *blocks: str) -> str:
    """Write a ledger whose source `page` was said on that day."""
    return ledger(SOURCES, *blocks).replace("said = 2025-07-07", f"said = {day}")


def pause(said_on: str, start: str, end: str, *lines: str) -> str:
    """Write one commitment with the start and the end of a pause of 90 days."""
    dates = (f"effective = {start}", f"expires = ^{ENDS[end]}", NEW_YORK, NINETY)
    return said(said_on, base(*dates, *lines))


def suspended(said_on: str, start: str, end: str, *lines: str) -> str:
    """Write the same as a measure that an event suspends."""
    dates = (f"effective = {start}", f"expires = ^{ENDS[end]}", NEW_YORK, NINETY)
    before = base(f"effective = {said_on}", f"recorded = {said_on}", 'source = "undated"')
    return ledger(SOURCES, before, event('type = "suspended"', f"on = {said_on}", *dates, *lines))


def check(folder: Path, text: str) -> Finding:
    """Find the one fault there is, at the place that is marked."""
    plain, [place] = marked(text)
    (found,) = check_file(save(folder, plain))

    assert (found.place, found.severity) == (place, "warning")
    return found


@pytest.mark.parametrize("write", [pause, suspended])
@pytest.mark.parametrize("name", PAUSES)
def test_the_order_counts_from_where_it_applies_and_the_press_from_the_news(
    name: str, write: Callable[..., str], tmp_path: Path
) -> None:
    said_on, start, end, other = PAUSES[name]

    found = check(tmp_path, write(said_on, start, end, 'instrument = "order"', 'source = "page"'))

    assert found.code == "duration-anchor"
    assert f'agrees with "90 days" from {_plain(start)}, when it takes effect' in found.message
    assert "which is the order's count" in found.message
    assert f"from {_plain(said_on)}, when it was announced, as the press" in found.message
    assert found.message.endswith(f"it is {other}")
    assert found.hint == f"if the date is meant so, a `note` that names {other} settles it"


@pytest.mark.parametrize("write", [pause, suspended])
@pytest.mark.parametrize("name", PAUSES)
def test_a_date_that_follows_the_press_is_told_what_the_start_would_give(
    name: str, write: Callable[..., str], tmp_path: Path
) -> None:
    said_on, start, end, press = PAUSES[name]

    found = check(tmp_path, write(said_on, start, press, 'source = "page"'))

    assert found.code == "duration-anchor"
    assert f"from {_plain(said_on)}, when it was announced, as the press" in found.message
    assert found.message.endswith(f"from {_plain(start)}, when it takes effect, it is {end}")
    assert "order" not in found.message


@pytest.mark.parametrize(
    ("lines", "whose"),
    [
        (['instrument = "proclamation"'], ", which is the proclamation's count;"),
        (['source = ["page", "order"]'], ", which is the order's count;"),
        (['instrument = "post"'], "when it takes effect; from"),
    ],
)
def test_a_count_is_an_acts_only_where_one_is_cited(
    lines: list[str], whose: str, tmp_path: Path
) -> None:
    found = check(tmp_path, pause(*PAUSES["April"][:3], *lines))

    assert whose in found.message


def test_those_who_report_the_other_day_are_named(tmp_path: Path) -> None:
    reports = [
        event('type = "reported"', "expires = 2025-07-08", 'source = "blog"'),
        event('type = "reported"', 'stated = "it runs out on 8 July"', 'source = "wire"'),
        event('type = "reported"', "expires = 2025-07-09", 'source = "undated"'),
    ]

    found = check(tmp_path, "\n".join([pause(*PAUSES["April"][:3]), *reports]))

    assert found.message.endswith("it is 8 Jul 2025: so count blog, wire")


def test_one_report_counts_alone(tmp_path: Path) -> None:
    report = event('type = "reported"', "expires = 2025-07-08", 'source = "blog"')

    found = check(tmp_path, f"{pause(*PAUSES['April'][:3])}\n{report}")

    assert found.message.endswith(": so counts blog")


def test_an_extension_goes_on_from_the_end_before(tmp_path: Path) -> None:
    move = event(
        'type = "rescheduled"',
        "on = 2025-08-11",
        "expires = ^2025-11-10T00:01:00-05:00",
        'stated = "for another 90 days"',
        NEW_YORK,
    )
    text = said("2025-05-12", base("expires = 2025-08-12T00:01:00-04:00", NEW_YORK), move)

    found = check(tmp_path, text)

    assert found.code == "duration-anchor"
    assert "from 12 Aug 2025, the end set before; from 11 Aug 2025" in found.message
    assert found.message.endswith("it is 9 Nov 2025")


def test_words_that_name_their_day_are_held_against_the_announcement(tmp_path: Path) -> None:
    text = said("2025-05-12", base("expires = ^2025-08-10", 'stated = "90 days from May 14"'))

    found = check(tmp_path, text)

    assert found.code == "duration-anchor"
    assert (
        "from 12 May 2025, when it was announced; from 14 May 2025, as the words" in found.message
    )


def test_a_stated_day_wins_over_a_duration_that_does_not_lead_to_it(tmp_path: Path) -> None:
    move = event(
        'type = "rescheduled"',
        "on = 2025-02-03",
        "effective = ^2025-03-04",
        'stated = "for 30 days"',
    )
    text = said("2025-02-01", base("effective = 2025-02-04", 'kind = "measure"'), move)

    found = check(tmp_path, text)

    assert found.code == "duration-mismatch"
    assert found.message == (
        'effective = 2025-03-04 is not "30 days" from any day known: that would be 6 Mar 2025 from '
        "4 Feb 2025, the start set before, or 5 Mar 2025 from 3 Feb 2025, when it was announced; "
        "the date given wins"
    )
    assert "a `note` that names 6 Mar 2025 settles it" in found.hint


def test_a_start_that_would_explain_the_end_is_offered(tmp_path: Path) -> None:
    found = check(
        tmp_path, said("2026-02-20", base("expires = ^2026-07-24", 'stated = "150 days"'))
    )

    assert found.code == "duration-mismatch"
    assert "20 Jul 2026 from 20 Feb 2026, when it was announced" in found.message
    assert found.hint.startswith("it is 24 Feb 2026 that leads there: if it starts then, record")


MISMATCHES = {
    "named day": ("expires = ^2025-08-14", 'stated = "90 days from May 14"', "14 May 2025, as"),
    "named before": (
        "expires = ^2025-08-14",
        'stated = "from 14 May 00:01 EDT for 90 days"',
        "12 Aug 2025 from 14 May 2025, as the words say",
    ),
    "weeks in words": ("due = ^2025-07-22", 'stated = "within two weeks"', '"two weeks" from'),
    "months": ("due = ^2025-10-08", 'stated = "in three months"', "7 Oct 2025 from"),
    "quote": ("due = ^2025-08-08", 'quote = "we will answer within 30 days"', "6 Aug 2025 from"),
    "a near day named too": (
        "due = ^2025-10-06",
        'stated = "for 90 days, to October 6, 2025"',
        "5 Oct 2025 from 7 Jul 2025",
    ),
    "month too late": ('due = ^"2025-10"', 'stated = "within 30 days"', "6 Aug 2025 from"),
    "hyphen": ("expires = ^2025-10-09", 'stated = "a 90-day pause"', '"90-day" from'),
    "figures twice": ("expires = ^2025-10-09", 'stated = "ninety (90) days"', "5 Oct 2025 from"),
    "of the order": (
        "due = ^2025-10-09",
        'stated = "not later than 90 days after the date of this order"',
        "5 Oct 2025 from 7 Jul 2025, when it was announced; the",
    ),
    "business days": (
        "due = ^2025-09-01",
        'stated = "10 business days"',
        "21 Jul 2025 or some days later from",
    ),
    "hours": (
        "effective = 2025-08-01T12:00:00Z",
        "expires = ^2025-08-03T13:00:00Z",
        'stated = "48 hours"',
        "3 Aug 2025 from 1 Aug 2025, when it takes effect; the",
    ),
    "back": ("due = ^2025-08-01", 'stated = "30 days before 1 October"', "1 Sep 2025 before 1 Oct"),
}


@pytest.mark.parametrize("name", MISMATCHES)
def test_no_count_leads_to_the_date(name: str, tmp_path: Path) -> None:
    *lines, told = MISMATCHES[name]

    found = check(tmp_path, ledger(base(*lines)))

    assert found.code == "duration-mismatch"
    assert told in found.message


def test_a_table_is_held_against_the_words(tmp_path: Path) -> None:
    table = 'due = { after = 2025-07-07, within = ^"P60D" }'

    found = check(tmp_path, ledger(base(table, 'stated = "within 90 days"')))

    assert (found.code, found.hint) == ("duration-mismatch", "mend the one that is wrong")
    assert found.message == 'due counts P60D, and the words say "90 days"'


def test_business_days_go_by_the_calendar_that_the_commitment_names(tmp_path: Path) -> None:
    table = 'effective = { after = 2025-07-07, within = "3 business days", calendar = "KR" }'
    move = event(
        'type = "rescheduled"',
        "on = 2025-10-02",
        "due = ^2025-10-17",
        'stated = "within 10 business days"',
    )

    found = check(tmp_path, ledger(base(table), move))

    assert "23 Oct 2025 from 2 Oct 2025" in found.message


SILENT = {
    "from the words' own day": base("expires = 2025-08-12", 'stated = "90 days from 14 May"'),
    "named with a year": base("expires = 2025-08-12", 'stated = "90 days, from May 14, 2025"'),
    "of the order": base("due = 2025-07-14", 'stated = "7 days after the order"'),
    "within": base("due = 2025-10-05", "effective = 2025-08-01", 'stated = "within 90 days"'),
    "the first day included": base("expires = 2025-10-04", NINETY),
    "month": base('due = "2025-10"', 'stated = "within 90 days"'),
    "about": base('due = "2025-11~"', 'stated = "within 90 days"'),
    "at least": base("due = 2025-12-01", 'stated = "at least 90 days"'),
    "between": base("due = 2025-12-01", 'stated = "30 to 60 days"'),
    "every": base("due = 2025-12-01", 'stated = "every 30 days"'),
    "ago": base("due = 2025-12-01", 'stated = "three weeks ago"'),
    "two lengths": base("due = 2025-12-01", 'stated = "a 90-day pause, then 30 days"'),
    "an age": base("due = 2025-12-01", 'quote = "the 70-year-old alliance"'),
    "a rate": base("due = 2025-12-01", 'quote = "$20bn a year"'),
    "a quote about something else": base(
        "due = 2025-12-01", 'quote = "after the 12-day war they will sign by December 1"'
    ),
    "a plan of some length": base("due = 2025-12-01", 'quote = "publish a 10-year plan in winter"'),
    "words that name the day": base(
        "due = 2025-12-01", 'stated = "a two-week extension to December 1, 2025"'
    ),
    "no number": base("due = 2025-12-01", 'stated = "a few more weeks"'),
    "unknown anchor": base("due = 2025-12-01", 'stated = "90 days after the summit"'),
    "hours": base(
        "effective = 2025-08-01T12:00:00Z", "expires = 2025-08-03T12:00:00Z", 'stated = "48 hours"'
    ),
    "hours from a day": base("expires = 2025-08-03", 'stated = "48 hours"'),
    "a year that no calendar has": base("expires = 2025-08-03", 'stated = "9,999 years"'),
    "the effective date": base(
        "effective = 2025-08-01",
        "due = 2025-08-31",
        'stated = "30 days after the effective date of this order"',
    ),
    "how long it lasts": base("effective = 2025-08-01", 'stated = "for 150 days"'),
    "a meeting of three days": base("happens = 2025-08-01", 'stated = "a three-day summit"'),
    "two dates": base("due = 2025-12-01", "expires = 2025-12-05", 'stated = "in 30 days"'),
    "no day known": base("due = 2025-12-01", 'source = "undated"', 'stated = "in 30 days"'),
    "business days with holidays": base("due = 2025-07-22", 'stated = "in 10 business days"'),
    "a table": base('due = { after = 2025-07-01, within = "P2W" }', 'stated = "in two weeks"'),
    "one start for both": base("effective = 2025-07-07", "expires = 2025-10-05", NINETY),
    "a report": base() + "\n" + event('type = "reported"', "due = 2025-08-01", NINETY),
    "extended long before its end": base("due = 2025-09-30")
    + "\n"
    + event('type = "rescheduled"', "due = 2025-10-30", 'stated = "30 days"'),
    "clarified": base("expires = 2025-10-05")
    + "\n"
    + event('type = "clarified"', "on = 2025-07-20", "expires = 2025-10-05T00:01:00Z", NINETY),
    "a note that names the other day": base(
        "effective = 2025-07-09", "expires = 2025-10-07", NINETY, 'note = "not 5 October"'
    ),
    "a note that names the day counted": base(
        "expires = 2025-10-09", NINETY, 'note = "90 days would end on 5 October; the page says 9"'
    ),
    "a note that names the start": base(
        "expires = 2025-10-09", NINETY, 'note = "paused from 11 July 2025 at 00:01"'
    ),
}


@pytest.mark.parametrize("name", SILENT)
def test_what_may_be_right_is_let_be(name: str, tmp_path: Path) -> None:
    assert check_file(save(tmp_path, ledger(SOURCES, SILENT[name]))) == ()


def test_what_was_printed_may_have_been_said_some_days_before(tmp_path: Path) -> None:
    text = ledger(base("due = 2025-10-03", 'stated = "within 90 days"'))

    assert check_file(save(tmp_path, text.replace("said =", "published ="))) == ()


def test_a_correction_of_the_note_settles_it_too(tmp_path: Path) -> None:
    text, _ = marked(pause(*PAUSES["April"][:3]))
    note = event('type = "corrected"', 'note = "not 8 July, as in print"', leave="source")

    assert check_file(save(tmp_path, f"{text}\n{note}\n")) == ()


def test_without_their_notes_the_two_durations_of_the_sample_are_told(tmp_path: Path) -> None:
    shipped = (ROOT / "data" / "commitments.toml").read_text(encoding="utf-8")
    notes = ["30 days after 4 February would be", "10% from 24 February 2026 at"]
    bare = [line for line in shipped.split("\n") if not any(note in line for note in notes)]

    found = check_file(save(tmp_path, "\n".join(bare)))

    assert [(one.code, one.id) for one in found if one.code.startswith("duration")] == [
        ("duration-mismatch", "tariff-section-122"),
        ("duration-mismatch", "tariff-canada-mexico"),
    ]


PARTS = st.sampled_from(
    [
        "90", "days", "day", "-", "hundred", "and", "a", "from", "after", "before", "of", "for",
        "within", "May", "14", "2025", "(", ")", "forty", "business", "year", "hours", "99999",
        "1,000", "months", ",", "the", "order", "next", "'", "to", "EDT", "00:01", "[2025]", "²",
    ]
)  # fmt: skip
WORDS = st.one_of(st.text(max_size=80), st.lists(PARTS, max_size=14).map(" ".join))
DATES = st.sampled_from(
    ["2025-08-01", "0001-01-01", "9999-12-31", '"2025-08"', "2025-08-01T00:01:00-04:00"]
)


@given(stated=WORDS, note=WORDS, said_on=DATES, due=DATES, on=DATES)
@example("90 days before May 14", "", "0001-01-01", "9999-12-31", "0001-01-01")
@example("99999 years from today", "May 1", "9999-12-31", "0001-01-01", "9999-12-31")
@example("(1)" * 3000 + " days", "", "2025-08-01", "2025-08-01", "2025-08-01")
def test_no_words_make_checking_fail(
    stated: str, note: str, said_on: str, due: str, on: str
) -> None:
    words = [f"stated = {_quoted(stated)}", f"note = {_quoted(note)}"]
    audit_text(
        said(
            said_on,
            base(f"expires = {due}", f"effective = {on}", *words),
            event('type = "rescheduled"', f"on = {on}", f"due = {due}", *words),
            event('type = "rescheduled"', f"on = {on}", f"effective = {said_on}", *words),
        )
    )


def _quoted(text: str) -> str:
    """Write a text as TOML does; what no file can hold is left out."""
    sound = "".join(char for char in text if not 0xD800 <= ord(char) <= 0xDFFF)
    return '"' + "".join(f"\\U{ord(char):08X}" for char in sound) + '"'


def _plain(moment: str) -> str:
    return plain_day(date.fromisoformat(moment[:10]))


def test_the_place_is_that_of_the_date_as_it_was_corrected(tmp_path: Path) -> None:
    correction = event('type = "corrected"', "due = ^2025-10-09", leave="source")
    text, [place] = marked(ledger(base("due = 2025-10-05", 'stated = "in 90 days"'), correction))

    found = check_file(save(tmp_path, text))

    assert [where(one) for one in found] == [("duration-mismatch", *place)]


@pytest.mark.parametrize(("published", "found"), [("2025-04-09", True), ("2025-04-11", False)])
def test_what_was_printed_just_before_it_starts_was_the_announcement(
    tmp_path: Path, published: str, *, found: bool
) -> None:
    text = ledger(
        base(
            "effective = 2025-04-10",
            "expires = 2025-07-09",
            'stated = "for 90 days"',
            'source = "print"',
        ),
        f"[source.print]\npublished = {published}",
    )

    codes = [code for code, _, _ in check_text(tmp_path, text)]

    assert ("duration-anchor" in codes) is found
