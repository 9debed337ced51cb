"""Days off: where a last day runs on, and where it must not."""

from pathlib import Path

import pytest

from tests.check.ledgers import base, check_file, event, ledger, marked, save

FRCP6 = 'due = { after = 2025-06-20, within = "P14D", count = "frcp6" }'
EU1182 = 'due = { after = 2025-07-01, within = "P14D", count = "eu1182", calendar = "BE" }'
FOUND = {
    "another date's table": (
        base(FRCP6) + "\n" + event('type = "rescheduled"', "due = ^2025-07-12"),
        "is a Saturday, and due is counted by frcp6: a last day on a day off runs on to Mon 14 Jul",
    ),
    "a holiday of its calendar": (
        base(EU1182) + "\n" + event('type = "rescheduled"', "due = ^2025-07-21"),
        "is Mon 21 Jul 2025, a day off (National Day), and due is counted by eu1182",
    ),
    "a federal holiday": (
        base(FRCP6) + "\n" + event('type = "rescheduled"', "due = ^2025-09-01"),
        "Mon 1 Sep 2025, a day off (Labor Day)",
    ),
    "words": (
        base("due = ^2025-07-13", 'stated = "13 July, or the Next Business Day"'),
        'is a Sunday, and the words say "Next Business Day"',
    ),
    "a rule that is cited": (
        base("due = ^2025-09-01", 'quote = "as Rule 6(a) computes it"'),
        'Labor Day), and the words say "Rule 6(a)"',
    ),
    "words that name the raw day": (
        base(FRCP6.replace("due = ", "due = ^"), 'stated = "July 4"'),
        "by frcp6 it is Mon 7 Jul 2025, and the words name Fri 4 Jul 2025, which is a day off",
    ),
    "a start that rolls": (
        base(FRCP6.replace("due", "effective").replace('"frcp6"', '^"frcp6"')),
        "must be done in time: it moved from Fri 4 Jul 2025 to Mon 7 Jul 2025",
    ),
    "an end that may roll": (
        base('expires = { after = "y", within = "P9D", count = ^"frcp6" }')
        + "\n"
        + base(header="[commitment.y]"),
        "expires is counted by frcp6, which is for what must be done in time",
    ),
}


@pytest.mark.parametrize("name", FOUND)
def test_a_last_day_on_a_day_off_is_told(name: str, tmp_path: Path) -> None:
    block, told = FOUND[name]
    text, [place] = marked(ledger(block))

    (found,) = check_file(save(tmp_path, text))

    assert (found.code, found.severity, found.place) == ("weekend-deadline", "warning", place)
    assert told in found.message


SILENT = {
    "nothing rolls": base("due = 2025-07-12"),
    "plain": base('due = { after = 2025-06-28, within = "P14D" }'),
    "a working day": base(FRCP6) + "\n" + event('type = "rescheduled"', "due = 2025-07-14"),
    "an end": base(FRCP6) + "\n" + event('type = "rescheduled"', "expires = 2025-07-12"),
    "a report": base(FRCP6) + "\n" + event('type = "reported"', "due = 2025-07-12"),
    "a month": base(FRCP6) + "\n" + event('type = "rescheduled"', 'due = "2025-09"'),
    "a start by eu1182 rolls not": base(EU1182.replace("due", "effective")),
    "words that name the day counted": base(FRCP6, 'stated = "July 7"'),
    "words without a calendar": base("due = 2025-09-01", 'stated = "or the next business day"'),
    "a note": base(FRCP6)
    + "\n"
    + event('type = "rescheduled"', "due = 2025-07-12", 'note = "Saturday 12 July is meant"'),
}


@pytest.mark.parametrize("name", SILENT)
def test_what_may_be_right_is_let_be(name: str, tmp_path: Path) -> None:
    found = check_file(save(tmp_path, ledger(SILENT[name])))

    assert [one for one in found if one.code != "date-before-said"] == []


@pytest.mark.parametrize("calendar", ["XX", "US-XX"])
def test_an_unknown_calendar_has_its_own_finding(calendar: str, tmp_path: Path) -> None:
    text = ledger(base(EU1182.replace('"BE"', f'"{calendar}"')), event("due = 2025-07-12"))

    found = check_file(save(tmp_path, text))

    assert [one.code for one in found] == ["bad-date"]
