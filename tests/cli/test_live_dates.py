"""Dates that count from another commitment, as `due`, `show`, `log` and JSON tell of them."""

import json

import pytest

from tests.cli.desk import Desk

LEDGER = """\
format = 1

[source.post]
title = "A post"
said = 2025-07-07

[source.later]
title = "A later post"
said = 2025-08-01

[commitment.kr-us-summit]
title = "Korea-US summit"
kind = "agreement"
by = ["KR", "US"]
happens = 2025-08-25
source = "post"
recorded = 2025-07-08

[commitment.report]
title = "Report after the summit"
kind = "promise"
by = ["US"]
due = { after = "kr-us-summit", within = "P90D" }
stated = "within 90 days of the summit"
source = "post"
recorded = 2025-07-08

[commitment.answer]
title = "Answer the report"
kind = "promise"
by = ["KR"]
due = { after = "report", within = "10 business days", calendar = "KR" }
source = "post"
recorded = 2025-07-08
"""
MOVED = """
[[commitment.kr-us-summit.event]]
type = "rescheduled"
on = 2025-08-01
happens = 2025-09-10
source = "later"
recorded = 2025-08-01
"""


@pytest.fixture
def told(desk: Desk) -> Desk:
    desk.write(LEDGER + MOVED)
    return desk


def test_due_lists_what_moved_with_its_anchor(told: Desk) -> None:
    assert told.run("due --within 200d --now 2025-07-31").out == (
        "2025-08-25  in 25 days  kr-us-summit  KR,US  Korea-US summit  [upcoming]\n"
        "2025-11-23  in 115 days  report  US  Report after the summit  [upcoming, provisional]\n"
        "2025-12-05  in 127 days  answer  KR  Answer the report  [upcoming, provisional]\n"
    )
    assert told.run("due --within 200d --now 2025-08-01").out == (
        "2025-09-10  in 40 days  kr-us-summit  KR,US  Korea-US summit  [upcoming]\n"
        "2025-12-09  in 130 days  report  US  Report after the summit  [upcoming, provisional]\n"
        "2025-12-23  in 144 days  answer  KR  Answer the report  [upcoming, provisional]\n"
    )


def test_a_move_typed_at_the_desk_moves_them_too(desk: Desk) -> None:
    desk.write(LEDGER)

    done = desk.run('move kr-us-summit "10 sep" --on 2025-07-08')

    assert done.code == 0
    lines = desk.run("due --within 200d").lines
    assert [line.split("  ")[0] for line in lines] == ["2025-09-10", "2025-12-09", "2025-12-23"]


def test_an_interval_is_listed_by_its_days(desk: Desk) -> None:
    desk.write(LEDGER.replace("happens = 2025-08-25", 'happens = "2025-08-25/2025-08-27"'))
    desk.run('add "Prepare it" --id prepare --happens "before kr-us-summit"')
    desk.run('add "Tell of it" --id tell --happens "after kr-us-summit"')

    lines = desk.run("list id:report,prepare,tell").lines
    assert [line.split("  ")[0] for line in lines] == [
        "2025-11-23/2025-11-25",
        "../2025-08-26",
        "2025-08-26/..",
    ]


def test_what_is_closed_is_no_more_provisional(told: Desk) -> None:
    told.run("close report kept --on 2025-08-02 --source later --now 2025-08-02")

    (line,) = told.run("list id:report --now 2025-08-02").lines
    assert line.startswith("2025-12-09  129 days early  report")
    assert "provisional" not in line


def test_log_shows_both(told: Desk) -> None:
    assert told.run("log --since 2025-08-01 --now 2025-08-02").out == (
        "2025-08-01  moved  kr-us-summit  Korea-US summit  "
        "[Wed 10 Sep 2025, was Mon 25 Aug 2025, +16 days from the first]\n"
        "2025-08-01  moved  report  Report after the summit  [with kr-us-summit; "
        "Tue 9 Dec 2025, was Sun 23 Nov 2025, +16 days from the first]\n"
        "2025-08-01  moved  answer  Answer the report  [with report; "
        "Tue 23 Dec 2025, was Fri 5 Dec 2025, +18 days from the first]\n"
    )


def test_json_shows_both(told: Desk) -> None:
    items = json.loads(told.run("list --json --now 2025-08-02").out)["items"]
    report = next(item for item in items if item["id"] == "report")

    assert report["date"] == {
        "role": "due",
        "value": {"after": "kr-us-summit", "within": "P90D"},
        "precision": "day",
        "from": "2025-12-09",
        "to": "2025-12-09",
        "at": None,
        "zone": None,
        "stated": "within 90 days of the summit",
        "approximate": False,
        "basis": "relative",
        "after": "kr-us-summit",
        "provisional": True,
    }
    assert (report["moves"], report["slip_days"], report["first_date"]["to"]) == (
        1,
        16,
        "2025-11-23",
    )
    events = json.loads(told.run("log --json --since 2025-08-01 --now 2025-08-02").out)["events"]
    assert [(one["id"], one["type"], one["follows"], one["slip_days"]) for one in events] == [
        ("kr-us-summit", "rescheduled", None, 16),
        ("report", "rescheduled", "kr-us-summit", 16),
        ("answer", "rescheduled", "report", 18),
    ]


def test_show_tells_what_it_counts_from_and_explains_the_count(told: Desk) -> None:
    words = told.run("show answer --explain --now 2025-08-02").words

    assert "Tue 23 Dec 2025, a day, no hour given" in words
    assert "after report" in words
    assert "provisional" in words
    assert "1 Aug moved with report 23 Dec +18 days" in words
    assert "10 business days after Tue 9 Dec 2025" in words
    assert "Not counted: 4 days of weekends" in words
    assert "report stands at Tue 9 Dec 2025, which has not come about yet" in words


def test_once_the_anchor_is_done_nothing_is_provisional(told: Desk) -> None:
    done = told.run("close kr-us-summit kept --on 2025-09-12 --source later --now 2025-09-12")

    assert done.code == 0
    (line,) = told.run("due --within 200d id:report --now 2025-09-12").lines
    assert line == "2025-12-11  in 90 days  report  US  Report after the summit  [upcoming]"
    words = told.run("show report --explain --now 2025-09-12").words
    assert "kr-us-summit came about on Fri 12 Sep 2025" in words


def test_what_waits_is_listed_without_a_date(desk: Desk) -> None:
    desk.write(LEDGER.replace("happens = 2025-08-25\n", 'review = "P90D"\n'))

    assert desk.run("due --within 10d").out == (
        "-  after kr-us-summit, not yet dated  answer  KR  Answer the report  [undated]\n"
        "-  after kr-us-summit, not yet dated  report  US  Report after the summit  [undated]\n"
    ).replace("after kr-us-summit, not yet dated  answer", "after report, not yet dated  answer")
    assert "WAITS" in desk.run("show report").out


@pytest.mark.parametrize("zone", ["Asia/Seoul", "Pacific/Pago_Pago", "America/New_York"])
def test_it_is_the_same_for_every_reader(told: Desk, zone: str) -> None:
    lines = told.run("due --within 200d --now 2025-08-02T00:01+00:00", TZ=zone).lines

    assert [line.split("  ")[0] for line in lines] == (["2025-09-10", "2025-12-09", "2025-12-23"])
