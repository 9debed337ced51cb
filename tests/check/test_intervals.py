"""What ends before it starts, in one statement or through several."""

from pathlib import Path

import pytest

from tests.check.ledgers import base, check_file, event, ledger, marked, save, where

NEW_YORK = 'zone = "America/New_York"'
MOVED = ('type = "rescheduled"', "on = 2025-07-08")

REVERSED = {
    "in one statement": base("effective = 2025-08-01", "expires = ^2025-07-31"),
    "by minutes": base("effective = 2025-08-01T00:01:00Z", "expires = ^2025-08-01T00:00:00Z"),
    "in months": base('effective = "2025-09"', 'expires = ^"2025-08"'),
    "in an event": base() + "\n" + event("effective = 2025-08-01", "expires = ^2025-07-31"),
    "by a later start": base("expires = 2025-08-09")
    + "\n"
    + event(*MOVED, "effective = ^2025-08-10"),
    "by an earlier end": base("effective = 2025-08-10")
    + "\n"
    + event(*MOVED, "expires = ^2025-08-09"),
    "told once": base("effective = 2025-08-10", "expires = ^2025-08-09")
    + "\n"
    + event(*MOVED, "effective = 2025-08-11"),
    "on any clock": base("effective = 2025-08-10T09:00:00+09:00")
    + "\n"
    + event(*MOVED, "expires = ^2025-08-08"),
    "at the ends of the calendar": base("effective = 9999-12-31", "expires = ^0001-01-01"),
    "through a correction": base("effective = 2025-08-01", "expires = 2025-08-31")
    + "\n"
    + event('type = "corrected"', "expires = ^2025-07-31"),
}


@pytest.mark.parametrize("name", REVERSED)
def test_an_end_before_its_start_is_an_error(name: str, tmp_path: Path) -> None:
    text, [place] = marked(ledger(REVERSED[name]))

    found = check_file(save(tmp_path, text))

    reversed_ones = [one for one in found if one.code == "reversed-interval"]
    assert [(*where(one), one.severity) for one in reversed_ones] == [
        ("reversed-interval", *place, "error")
    ]


SOUND = {
    "one day": base("effective = 2025-08-01", "expires = 2025-08-01"),
    "a month and a day in it": base('effective = "2025-08"', "expires = 2025-08-02"),
    "about": base('effective = "2025-09~"', 'expires = "2025-08~"'),
    "a bill before it applies": base("effective = 2025-08-01", "due = 2025-07-20"),
    "a report after the end": base("expires = 2025-08-01", "due = 2025-08-20"),
    "it starts anew": base("effective = 2025-07-07", "expires = 2025-07-08")
    + "\n"
    + event(*MOVED, "effective = 2025-08-10"),
    "both moved at once": base("effective = 2025-07-20", "expires = 2025-07-25")
    + "\n"
    + event(*MOVED, "effective = 2025-08-10", "expires = 2025-08-20"),
    "the end put off": base("effective = 2025-07-20", "expires = 2025-07-25")
    + "\n"
    + event('type = "postponed"', 'role = "expires"')
    + "\n"
    + event(*MOVED, "on = 2025-07-10", "effective = 2025-08-10").replace("on = 2025-07-08\n", ""),
    "a report": base("effective = 2025-07-20")
    + "\n"
    + event('type = "reported"', "expires = 2025-07-19"),
    "the date line": base("effective = 2025-08-10T09:00:00+09:00", "expires = 2025-08-09"),
    "a day of a zone": base(
        "effective = 2025-08-10T00:01:00-04:00", "expires = 2025-08-10", NEW_YORK
    ),
    "waiting": base('effective = { after = "x", within = "P9D" }', "expires = 2025-08-09"),
    "void": base("effective = 2025-08-01", "expires = 2025-07-31")
    + "\n"
    + event('type = "corrected"', "void = true"),
}


@pytest.mark.parametrize("name", SOUND)
def test_other_orders_of_dates_are_possible(name: str, tmp_path: Path) -> None:
    found = check_file(save(tmp_path, ledger(SOUND[name])))

    assert [one for one in found if one.code in {"reversed-interval", "syntax"}] == []


def test_the_message_tells_both_dates_and_which_of_them_stays(tmp_path: Path) -> None:
    text = ledger(base("expires = 2025-08-09"), event(*MOVED, "effective = 2025-08-10"))

    (found,) = check_file(save(tmp_path, text))

    assert found.message == (
        "effective = 2025-08-10 lies after expires = 2025-08-09: it would start after its end"
    )
    assert found.hint == "mend it, or give the new expires beside it: the old one stays in force"


@pytest.mark.parametrize("kind", ["rescheduled", "clarified"])
def test_a_range_with_its_ends_reversed_cannot_be_read(kind: str, tmp_path: Path) -> None:
    reversed_range = 'due = ^"2025-08-07/2025-08-01"'
    text, [place] = marked(
        ledger(base("due = 2025-08-02"), event(f'type = "{kind}"', reversed_range))
    )

    (found,) = check_file(save(tmp_path, text))

    assert where(found) == ("bad-date", *place)
    assert found.message.endswith("2025-08-07/2025-08-01 ends before it begins")
