"""`show --explain` on relative dates: how they were counted, by whose holidays."""

import pytest

from tests.cli.desk import Desk
from tests.cli.test_processes import imported, tops


def ledger(*lines: str) -> str:
    """A ledger of one commitment with these lines."""
    return "\n".join(
        ["format = 1", "[commitment.report]", 'title = "Report"', 'kind = "promise"', *lines, ""]
    )


TEN_DAYS = 'due = { after = 2025-11-10, within = "10 business days", calendar = "US" }'


def test_show_explains_which_days_were_not_counted_and_by_whose_calendar(desk: Desk) -> None:
    desk.write(ledger(TEN_DAYS))

    shown = desk.run("show report --explain").words

    assert "The ledger says 10 US business days after 2025-11-10" in shown
    assert "counted by the policy business" in shown
    assert "Not counted: Tue 11 Nov 2025 (Veterans Day), and 4 days of weekends." in shown
    assert "Holidays: US in the package holidays 0." in shown
    assert "That is the whole of Tue 25 Nov 2025" in shown


def test_show_explains_why_the_last_day_went_on(desk: Desk) -> None:
    desk.write(ledger('due = { after = 2025-06-20, within = "P14D", count = "frcp6" }'))

    shown = desk.run("show report --explain").words

    assert "Federal Rule of Civil Procedure 6(a)" in shown
    assert "Fri 4 Jul 2025 (Independence Day)" in shown
    assert "so it runs on to Mon 7 Jul 2025." in shown


def test_150_days_of_the_wall_clock_in_every_zone_of_the_reader(desk: Desk) -> None:
    desk.write(
        ledger(
            'expires = { after = 2026-02-24T00:01:00-05:00, within = "P150D" }',
            'zone = "America/New_York"',
        )
    )

    for zone in ("Pacific/Kiritimati", "America/New_York", "Pacific/Honolulu"):
        shown = desk.run(f"show report --explain --tz {zone} --now 2026-02-24T05:01Z").words

        assert "That leads to Fri 24 Jul 2026 00:01 EDT." in shown
        assert "IN 150 DAYS" in shown


def test_a_listed_calendar_that_does_not_exist_is_said_where_it_stands(desk: Desk) -> None:
    desk.write(ledger(TEN_DAYS.replace('"US"', '"USA"')))

    checked = desk.run("check")

    assert "USA is not a calendar that is known here" in checked.words
    assert "did you mean US?" in checked.words
    assert checked.code != 0


@pytest.mark.parametrize(
    ("date", "loads"),
    [
        (TEN_DAYS, {"holidays", "dateutil"}),
        ('due = { after = 2025-07-10, within = "P9D" }', set()),
        ('due = { after = "other", within = "10 business days", calendar = "US" }', set()),
    ],
)
def test_only_a_calendar_that_is_named_loads_the_holidays(
    desk: Desk, date: str, loads: set[str]
) -> None:
    desk.write(ledger(date))

    modules = imported(desk, "due")

    assert tops(modules) & {"holidays", "dateutil", "pendulum", "numpy"} == loads
