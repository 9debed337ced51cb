"""The year of a date against words that leave it out, or that name another."""

from pathlib import Path

import pytest

from tests.check.ledgers import base, check_file, event, ledger, marked, save

NOTHING = 'source = "undated"'


def said(day: str, *blocks: str) -> str:
    """Write a ledger whose source `page` was said on that day."""
    return ledger("[source.undated]", *blocks).replace("said = 2025-07-07", f"said = {day}")


def moved(on: str, *lines: str) -> str:
    """Write a commitment that an event of that day moves."""
    return base() + "\n" + event('type = "rescheduled"', f"on = {on}", *lines)


FAR = {
    "two years on": (
        "2025-12-28",
        base("due = ^2027-08-01", 'stated = "August 1"'),
        "due = 2027-08-01 is 1 year after Sat 1 Aug 2026, the first",
    ),
    "next year, though it is this week": (
        "2025-07-30",
        base("due = ^2026-08-01", 'stated = "by August 1"'),
        'the first "by August 1" after it was said, on 30 Jul 2025',
    ),
    "the first, and far": (
        "2025-12-28",
        base("due = ^2026-08-01", 'stated = "August 1"'),
        'is more than six months after it was said, on 28 Dec 2025, as "August 1"',
    ),
    "a month": (
        "2025-07-07",
        base('due = ^"2027-08"', 'stated = "in August"'),
        "2 years after Aug 2025",
    ),
    "a day of the month": (
        "2025-07-07",
        base("due = ^2026-08-15", 'stated = "in August"'),
        "1 year after Aug 2025",
    ),
    "the day before": (
        "2025-07-07",
        base("due = ^2026-08-01", 'stated = "before August 1"'),
        "1 year after",
    ),
    "the hour": (
        "2025-07-07",
        base("effective = ^2026-08-01T00:01:00-04:00", 'stated = "12:01 a.m. EDT on August 1"'),
        "1 year after",
    ),
    "an event": (
        "2025-07-07",
        moved("2025-12-28", "due = ^2027-08-01", 'stated = "August 1"'),
        "on 28 Dec 2025",
    ),
}


@pytest.mark.parametrize("name", FAR)
def test_a_day_without_a_year_is_the_first_one_and_near(name: str, tmp_path: Path) -> None:
    day, block, told = FAR[name]
    text, [place] = marked(said(day, block))

    (found,) = check_file(save(tmp_path, text))

    assert (found.code, found.severity, found.place) == ("far-year", "warning", place)
    assert told in found.message


def test_what_was_only_published_says_so(tmp_path: Path) -> None:
    text = ledger(base("due = 2027-08-01", 'stated = "August 1"')).replace("said =", "published =")

    (found,) = check_file(save(tmp_path, text))

    assert "after it was published, on 7 Jul 2025" in found.message


def test_the_remedy_settles_it(tmp_path: Path) -> None:
    text = ledger(base("due = 2027-08-01", 'stated = "August 1"'))
    (found,) = check_file(save(tmp_path, text))

    assert found.hint.endswith('add it to the words: "August 1 [2027]"')
    assert check_file(save(tmp_path, text.replace('"August 1"', '"August 1 [2027]"'))) == ()


MISMATCHED = {
    "a day": base("due = ^2026-08-01", 'stated = "August 1, 2025"'),
    "a month": base('due = ^"2026-08"', 'stated = "August 2025"'),
    "a year": base("due = ^2027-08-01", 'stated = "in 2026"'),
    "an end": base("due = ^2027-06-30", 'stated = "by the end of 2026"'),
    "a start": base("due = ^2025-12-30", 'stated = "from 1 January 2027 on"'.replace(" on", "")),
    "inserted": base("due = ^2026-08-01", 'stated = "August 1 [2025]"'),
    "no day known": base("due = ^2026-08-01", 'stated = "August 1, 2025"', NOTHING),
    "a report": base()
    + "\n"
    + event('type = "reported"', "due = ^2026-08-01", 'stated = "1 August 2025"'),
}


@pytest.mark.parametrize("name", MISMATCHED)
def test_a_year_in_the_words_is_that_of_the_date(name: str, tmp_path: Path) -> None:
    text, [place] = marked(said("2025-07-07", MISMATCHED[name]))

    (found,) = check_file(save(tmp_path, text))

    assert (found.code, found.severity, found.place) == ("year-mismatch", "warning", place)


SILENT = {
    "the first": base("due = 2025-08-01", 'stated = "August 1"'),
    "the same day": base("due = 2025-07-07", 'stated = "July 7"'),
    "another day": base("due = 2026-08-07", 'stated = "August 1"'),
    "one of two dates": base("effective = 2025-08-01", "expires = 2027-08-01", 'stated = "aug 1"'),
    "words not read whole": base("due = 2027-08-01", 'stated = "the deadline of August 1"'),
    "misprinted": base("due = 2026-08-01", 'stated = "August 1, 2025 [sic]"'),
    "a retrospect": base()
    + "\n"
    + event(
        'type = "took_effect"', "on = 2025-08-09", "effective = 2025-08-01", 'stated = "aug 1"'
    ),
    "no day known": base("due = 2027-08-01", 'stated = "August 1"', NOTHING),
    "relative words": base("due = 2026-08-01", 'stated = "tomorrow"'),
    "now": base("due = 2026-08-01", 'stated = "now"'),
    "the midnight between": base("due = 2026-01-01T00:00:00Z", 'stated = "the end of 2025"'),
    "before its end": base("due = 2025-08-01", 'stated = "before 2027"'),
    "after its start": base("due = 2028-08-01", 'stated = "from 2026"'),
    "a duration": base("expires = 2025-08-12", 'stated = "90 days from May 14"'),
    "a table": base('due = { after = 2026-08-01, within = "P9D" }', 'stated = "August 1"'),
}


@pytest.mark.parametrize("name", SILENT)
def test_what_may_be_right_is_let_be(name: str, tmp_path: Path) -> None:
    assert check_file(save(tmp_path, said("2025-07-07", SILENT[name]))) == ()
