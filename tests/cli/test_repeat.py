"""`add --repeat`: a series, each of its commitments by itself."""

import json

import pytest

from tests.cli.desk import Desk

RULE = "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31"
ADD = ["add", "Report on steel imports", "--by", "US", "--repeat", RULE]


def ids(desk: Desk) -> list[str]:
    return [item["id"] for item in json.loads(desk.run("list --json").out)["items"]]


def test_every_day_of_the_rule_is_a_commitment_of_its_own(desk: Desk) -> None:
    done = desk.run([*ADD, "--until", "2028"])

    assert done.code == 0
    assert ids(desk) == [f"report-steel-imports-{year}" for year in (2026, 2027, 2028)]
    assert (
        "[commitment.report-steel-imports-2027]\n"
        'title = "Report on steel imports"\n'
        'kind = "promise"\n'
        'by = ["US"]\n'
        "due = 2027-03-31\n"
        'series = "report-steel-imports"\n'
        "recorded = 2025-07-08\n"
    ) in desk.text
    assert "3 commitments, yearly, each by itself Tue 31 Mar 2026" in done.words
    assert "series report-steel-imports: report-steel-imports-2026 to" in done.words


def test_one_that_was_kept_or_moved_leaves_the_others_alone(desk: Desk) -> None:
    desk.run([*ADD, "--until", "2028"])
    year = ["--now", "2026-04-10"]

    assert desk.run(["move", "report-steel-imports-2026", "2026-04-15", *year]).code == 0
    kept = "close report-steel-imports-2026 kept --outlet Wire --said 2026-04-10"
    assert desk.run([*kept.split(), *year]).code == 0

    items = json.loads(desk.run(["list", "--json", *year]).out)["items"]
    assert [(item["outcome"], item["moves"]) for item in items] == [
        ("fulfilled", 1),
        ("open", 0),
        ("open", 0),
    ]


def test_one_undo_takes_the_whole_series_back(desk: Desk) -> None:
    desk.run("add 'Sign the treaty' --due 2025-09-01")
    before = desk.text
    desk.run([*ADD, "--until", "2028"])

    assert desk.run("undo").code == 0
    assert desk.text == before


def test_json_has_every_one_of_them(desk: Desk) -> None:
    document = json.loads(desk.run([*ADD, "--until", "2028", "--json"]).out)

    assert document["item"] == document["items"][0]
    assert [item["date"]["to"] for item in document["items"]] == [
        "2026-03-31",
        "2027-03-31",
        "2028-03-31",
    ]
    assert {item["date"]["basis"] for item in document["items"]} == {"recurring"}


def test_a_dry_run_writes_nothing(desk: Desk) -> None:
    done = desk.run([*ADD, "--until", "2028", "--dry-run"])

    assert "Would add report-steel-imports-2026" in done.words
    assert not desk.ledger.exists()


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        ("--happens 2025-07-31 --repeat FREQ=MONTHLY;COUNT=2", ["call-2025-07", "call-2025-08"]),
        ("--due 2025-07-14 --repeat FREQ=WEEKLY;COUNT=2", ["call-2025-07-14", "call-2025-07-21"]),
        ("--due 2025-07-14 --repeat FREQ=YEARLY;COUNT=2", ["call-2025", "call-2026"]),
        ("--due 2025-07-14 --repeat FREQ=MONTHLY;COUNT=1", ["call-2025-07"]),
        ("--due 2025-07-14 --repeat FREQ=DAILY;INTERVAL=200;COUNT=1", ["call-2025-07-14"]),
        (
            "--due 2025-09-30 --repeat FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=30;COUNT=3",
            ["call-2025-09", "call-2026-03", "call-2026-09"],
        ),
    ],
)
def test_ids_are_as_short_as_the_rule_allows(desk: Desk, words: str, keys: list[str]) -> None:
    assert desk.run(f"add Call {words}").code == 0

    assert ids(desk) == keys


def test_what_the_rule_passes_over_is_told(desk: Desk) -> None:
    echo = desk.run("add Call --happens 2025-07-31 --repeat FREQ=MONTHLY --until 2025").words

    assert "2 months without that day are passed over, Sep 2025 to Nov 2025" in echo


def test_a_long_series_is_told_by_its_first_days_and_its_last(desk: Desk) -> None:
    words = "--due 2025-07-14 --repeat RRULE:FREQ=WEEKLY --until 2026 --yes"
    echo = desk.run(f"add Call {words}").words

    assert "77 commitments, weekly, each by itself Mon 14 Jul 2025 Mon 21 Jul 2025" in echo
    assert "Mon 4 Aug 2025 … Mon 28 Dec 2026" in echo


def test_a_rule_alone_counts_from_when_it_was_said(desk: Desk) -> None:
    said = "--outlet Wire --said 2024-04-01"

    assert desk.run([*ADD, "--until", "2026", *said.split()]).code == 0
    assert ids(desk) == ["report-steel-imports-2025", "report-steel-imports-2026"]


def test_a_time_is_the_same_on_its_clock_the_year_round(desk: Desk) -> None:
    words = ["--effective", "2025-10-01 00:01 Washington", "--repeat", "FREQ=MONTHLY;COUNT=3"]

    assert desk.run(["add", "Rate", *words]).code == 0
    assert [line for line in desk.text.splitlines() if line.startswith(("eff", "zone"))] == [
        "effective = 2025-10-01T00:01:00-04:00",
        'zone = "America/New_York"',
        "effective = 2025-11-01T00:01:00-04:00",
        'zone = "America/New_York"',
        "effective = 2025-12-01T00:01:00-05:00",
        'zone = "America/New_York"',
    ]
    again = desk.run("add Rate --id rate --repeat FREQ=MONTHLY;COUNT=1")
    assert "goes on: 1 commitment, monthly, each by itself, 00:01 Washington" in again.words
    assert "effective = 2026-01-01T00:01:00-05:00\nzone" in desk.text


def test_a_day_in_a_place_is_one_there_each_time(desk: Desk) -> None:
    desk.run(["add", "Call", "--due", "2025-10-01 Washington", "--repeat", "FREQ=YEARLY;COUNT=2"])

    assert 'due = 2026-10-01\nzone = "America/New_York"\n' in desk.text


def test_a_series_goes_on_from_its_last(desk: Desk) -> None:
    desk.run([*ADD, "--until", "2027"])
    again = ["add", "Report on steel imports", "--id", "report-steel-imports", "--repeat", RULE]

    done = desk.run([*again, "--until", "2029"])

    assert done.code == 0
    assert "goes on: 2 commitments" in done.words
    assert ids(desk)[2:] == ["report-steel-imports-2028", "report-steel-imports-2029"]
    assert desk.text.count('by = ["US"]') == 4
    over = desk.run([*again, "--until", "2029"])
    assert (over.code, "gives no day after it" in over.words) == (2, True)


def test_it_goes_on_with_ids_of_the_same_form(desk: Desk) -> None:
    desk.run("add Call --happens 2025-11-30 --repeat FREQ=MONTHLY;COUNT=1 --to KR --tag talks")

    assert desk.run("add Call --id call --repeat FREQ=YEARLY;COUNT=2").code == 0

    assert ids(desk) == ["call-2025-11", "call-2026-11", "call-2027-11"]
    assert desk.text.count("happens = 20") == desk.text.count('to = ["KR"]') == 3


def test_a_rule_told_again_with_its_first_day_adds_only_what_is_new(desk: Desk) -> None:
    told = "add Call --id call --due 2025-07-31 --repeat FREQ=YEARLY --until"
    desk.run(f"{told} 2026")

    assert desk.run(f"{told} 2027").code == 0
    assert ids(desk) == ["call-2025", "call-2026", "call-2027"]
    assert desk.run(f"{told} 2027").code == 2


def test_what_was_corrected_goes_on_corrected_and_what_was_void_does_not(desk: Desk) -> None:
    desk.run("add Call --due 2025-07-31 --by US --repeat FREQ=YEARLY;COUNT=3")
    desk.run("correct call-2026 --by KR")
    desk.run("correct call-2027 --void")

    done = desk.run("add Call --id call --repeat FREQ=YEARLY --until 2028 --to JP")

    assert done.code == 0, done.err
    assert "KR, to JP" in done.words
    assert "Sat 31 Jul 2027 Mon 31 Jul 2028" in done.words


def test_the_id_of_a_series_is_no_id_of_a_commitment(desk: Desk) -> None:
    desk.run([*ADD, "--until", "2026"])

    done = desk.run("add Report --id report-steel-imports --due 2025-09-01")

    assert (done.code, "report-steel-imports is taken" in done.words) == (2, True)


def test_a_series_of_another_form_cannot_go_on(desk: Desk) -> None:
    desk.run("add Call --due 2025-09-01")
    desk.write(desk.text + 'series = "The Calls"\n')

    done = desk.run(["add", "Call", "--id", "The Calls", "--repeat", "FREQ=YEARLY;COUNT=1"])

    assert (done.code, "The Calls is not an id" in done.words) == (2, True)


def test_a_second_series_of_the_same_title_is_another(desk: Desk) -> None:
    desk.run([*ADD, "--until", "2026"])
    desk.run([*ADD, "--until", "2026"])

    assert ids(desk) == ["report-steel-imports-2026", "report-steel-imports-2-2026"]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("--until 2030", "--until goes with --repeat"),
        ("--repeat FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31", "how far does it go?"),
        ("--repeat FREQ=HOURLY --until 2030", "more often than daily"),
        ("--repeat FREQ=WEEKLY --until 2030", "does not say which day is the first"),
        ("--repeat FREQ=WEEKLY --until soon --due 2025-09-01", "soon"),
        ("--repeat FREQ=WEEKLY --until 2025-08 --due 2025-09-01", "would end on"),
        ("--repeat FREQ=WEEKLY;COUNT=2 --due 'mar 31'", "more than six months"),
        ("--repeat FREQ=WEEKLY;BYDAY=MO;COUNT=2 --default-within 3m", "no term of our own"),
        (
            "--repeat FREQ=WEEKLY --until 2026 --due 2025-09",
            "the first date of a series is one day",
        ),
        ("--repeat FREQ=WEEKLY --until 2026 --due 2025-09-01 --effective 2025-09-01", "several"),
        ("--repeat FREQ=WEEKLY --until 2026 --due 2025-09-01T00:01Z", "the clock of a place"),
        ("--repeat FREQ=WEEKLY;BYDAY=TU --until 2026 --due 2025-09-01", "is no day of"),
    ],
)
def test_what_makes_no_series_is_refused_and_nothing_written(
    desk: Desk, words: str, message: str
) -> None:
    done = desk.run(f"add Call {words}")

    assert done.code == 2
    assert message in done.words
    assert not desk.ledger.exists()


def test_an_id_that_is_taken_is_not_taken_again(desk: Desk) -> None:
    desk.run("add Call --id call-2025 --due 2025-09-01")
    desk.run("add Call --id call-2025-09 --due 2025-09-01")
    desk.run("add Call --id call-2025-09-01 --due 2025-09-01")

    done = desk.run("add Call --id call --due 2025-09-01 --repeat FREQ=YEARLY;COUNT=1")

    assert (done.code, "call-2025-09-01 is taken" in done.words) == (2, True)


def test_check_says_when_it_runs_out(desk: Desk) -> None:
    desk.run([*ADD, "--until", "2028"])

    for now, is_said in (("2026-06-01", False), ("2027-06-01", True), ("2031-01-01", False)):
        found = desk.run(f"check --now {now}").out
        assert ("series-ends" in found) is is_said
    assert "--id report-steel-imports --repeat" in desk.run("check --now 2028-06-01").words


def test_check_asks_for_no_more_of_what_was_called_off(desk: Desk) -> None:
    desk.run("add Call --due 2025-07-14 --repeat FREQ=WEEKLY;COUNT=2")
    assert "series-ends" in desk.run("check --now 2025-09-01").out
    assert "series-ends" not in desk.run("check --now 2025-11-01").out

    desk.run("close call-2025-07-21 withdrawn --outlet Wire --said 2025-07-20 --now 2025-07-20")

    assert "series-ends" not in desk.run("check --now 2025-09-01").out
