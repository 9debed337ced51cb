"""`due`: the window, what is late, what has no date, the line beyond, exit codes."""

import pytest

from tests.cli.desk import Desk


def ledger(*blocks: str) -> str:
    return "\n".join(["format = 1\n", *blocks])


def commitment(key: str, *lines: str) -> str:
    rest = "".join(f"{line}\n" for line in lines)
    return f'[commitment.{key}]\ntitle = "Title of {key}"\nrecorded = 2025-01-01\n{rest}'


def event(key: str, kind: str, on: str, *lines: str) -> str:
    rest = "".join(f"{line}\n" for line in lines)
    return f'[[commitment.{key}.event]]\ntype = "{kind}"\non = {on}\n{rest}'


def ids(out: str) -> list[str]:
    """The ids of a listing into a pipe."""
    return [line.split("  ")[2] for line in out.splitlines()]


# The window


def test_thirty_days_include_today_and_day_thirty(desk: Desk) -> None:
    desk.write(
        ledger(
            commitment("yesterday", "due = 2025-07-07"),
            commitment("today", "due = 2025-07-08"),
            commitment("day-30", "due = 2025-08-07"),
            commitment("day-31", "due = 2025-08-08"),
        )
    )

    done = desk.run("due --within 30d")

    assert ids(done.out) == ["yesterday", "today", "day-30"]
    assert done.code == 0


def test_the_window_is_thirty_days_when_none_is_given(desk: Desk) -> None:
    desk.write(
        ledger(commitment("day-30", "due = 2025-08-07"), commitment("day-31", "due = 2025-08-08"))
    )

    assert ids(desk.run("due").out) == ["day-30"]


@pytest.mark.parametrize(
    ("within", "last"),
    [
        ("today", 8),
        ("1d", 9),
        ("1w", 15),
        ("2025-07-20", 20),
        ("jul 20", 20),
        ("end of month", 31),
        ("2025-07", 31),
        ("friday", 11),
    ],
)
def test_the_window_is_a_span_or_a_day(desk: Desk, within: str, last: int) -> None:
    desk.write(
        ledger(*(commitment(f"day-{day}", f"due = 2025-07-{day:02}") for day in range(8, 32)))
    )

    done = desk.run(["due", "--within", within])

    assert ids(done.out) == [f"day-{day}" for day in range(8, last + 1)]


@pytest.mark.parametrize("words", ["2027-13", "2025-02-30", "tomorow", "soon", "03/04/2027", "30x"])
def test_a_window_that_is_no_date_is_refused(desk: Desk, words: str) -> None:
    desk.write(ledger())

    done = desk.run(["due", "--within", words])

    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("error: ")


def test_the_configuration_sets_the_window(desk: Desk) -> None:
    desk.write('within = "1d"\n', "../.config/commitrack/config.toml")
    desk.write(
        ledger(commitment("day-1", "due = 2025-07-09"), commitment("day-2", "due = 2025-07-10"))
    )

    assert ids(desk.run("due").out) == ["day-1"]
    assert ids(desk.run("due --within 2d").out) == ["day-1", "day-2"]


@pytest.mark.parametrize(
    ("value", "is_in"),
    [
        ('"2025-08"', True),  # 1 August is day 24
        ('"2025-08-07/2025-09-30"', True),
        ('"2025-08-08/2025-09-30"', False),
        ('"2025-Q3"', True),
        ('"2025-Q4"', False),
        ('"2025"', True),
        ('"2025-06-01/.."', True),
        ('"2025-08-08/.."', False),
        ('"../2025-12-31"', True),
    ],
)
def test_an_uncertain_date_is_in_when_it_overlaps(desk: Desk, value: str, is_in: bool) -> None:  # noqa: FBT001
    desk.write(ledger(commitment("a", f"due = {value}")))

    assert ids(desk.run("due --within 30d").out) == (["a"] if is_in else [])


def test_the_order_is_late_then_coming_then_undated(desk: Desk) -> None:
    desk.write(
        ledger(
            commitment("undated", 'review = "P90D"'),
            commitment("coming-later", "due = 2025-07-20"),
            commitment("coming", "due = 2025-07-10"),
            commitment("late", "due = 2025-06-20"),
            commitment("later", "due = 2025-07-02"),
        )
    )

    assert ids(desk.run("due").out) == ["late", "later", "coming", "coming-later", "undated"]


# What is late


@pytest.mark.parametrize("within", ["today", "30d", "2y"])
def test_what_is_late_is_shown_whatever_the_window(desk: Desk, within: str) -> None:
    desk.write(ledger(commitment("old", "due = 2021-03-01")))

    done = desk.run(["due", "--within", within])

    assert "1590 days late" in done.out


def test_in_a_pipe_all_that_is_late_is_shown(desk: Desk) -> None:
    desk.write(ledger(*(commitment(f"late-{n}", f"due = 2025-06-0{n}") for n in range(1, 9))))

    assert ids(desk.run("due").out) == [f"late-{n}" for n in range(1, 9)]


def test_on_a_terminal_the_five_latest_and_how_many_more(desk: Desk) -> None:
    desk.write(ledger(*(commitment(f"late-{n}", f"due = 2025-06-0{n}") for n in range(1, 9))))

    done = desk.run("due", terminal=True)

    assert [f"late-{n}" in done.out for n in range(1, 9)] == [False] * 3 + [True] * 5
    assert "3 older: --late shows all" in done.out


def test_the_next_step_names_the_first_that_is_shown(desk: Desk) -> None:
    desk.write(ledger(*(commitment(f"late-{n}", f"due = 2025-06-0{n}") for n in range(1, 9))))

    assert "Next: commitrack show late-4" in desk.run("due", terminal=True).out
    assert "Next: commitrack show late-1" in desk.run("due --late", terminal=True).out


def test_late_shows_all_on_a_terminal(desk: Desk) -> None:
    desk.write(ledger(*(commitment(f"late-{n}", f"due = 2025-06-0{n}") for n in range(1, 9))))

    done = desk.run("due --late", terminal=True)

    assert all(f"late-{n}" in done.out for n in range(1, 9))
    assert "--late" not in done.out


@pytest.mark.parametrize(
    ("role", "words", "schedule"),
    [
        ("due", "2 days late", "overdue"),
        ("effective", "passed 2 days ago, not confirmed", "unconfirmed"),
        ("expires", "should have ended 2 days ago", "unconfirmed"),
        ("happens", "was planned for 2 days ago", "unconfirmed"),
    ],
)
def test_what_has_passed_is_said_by_its_role(
    desk: Desk, role: str, words: str, schedule: str
) -> None:
    desk.write(ledger(commitment("a", f"{role} = 2025-07-06")))

    done = desk.run("due")

    assert done.out == f"2025-07-06  {words}  a  -  Title of a  [{schedule}]\n"


# What has no date


def test_what_was_postponed_is_listed_without_a_date_and_never_late(desk: Desk) -> None:
    desk.write(
        ledger(
            commitment("a", "due = 2025-06-01"),
            event("a", "postponed", "2025-05-20"),
        )
    )

    done = desk.run("due --within today")

    assert done.out == "-  postponed, no new date  a  -  Title of a  [undated]\n"


def test_what_was_postponed_stands_under_no_date_on_a_terminal(desk: Desk) -> None:
    desk.write(ledger(commitment("a", "due = 2025-06-01"), event("a", "postponed", "2025-05-20")))

    done = desk.run("due", terminal=True)

    assert done.out.index("NO DATE") < done.out.index("postponed")
    assert "LATE" not in done.out


@pytest.mark.parametrize(
    ("review", "within", "is_in"),
    [
        ("P30D", "today", True),  # made on 1 January: long past
        ("P188D", "today", True),  # today
        ("P189D", "today", False),
        ("P189D", "1d", True),
        ("P1Y", "30d", False),
    ],
)
def test_what_has_no_date_is_shown_when_it_is_to_be_looked_at(
    desk: Desk,
    review: str,
    within: str,
    is_in: bool,  # noqa: FBT001
) -> None:
    desk.write(ledger(commitment("a", f'review = "{review}"')))

    assert ids(desk.run(["due", "--within", within]).out) == (["a"] if is_in else [])


def test_a_check_puts_the_review_off_and_a_note_does_not(desk: Desk) -> None:
    desk.write(
        ledger(
            commitment("checked", 'review = "P30D"'),
            commitment("noted", 'review = "P30D"'),
            event("checked", "checked", "2025-07-01"),
            event("noted", "note", "2025-07-01"),
        )
    )

    assert ids(desk.run("due --within today").out) == ["noted"]


@pytest.mark.parametrize("outcome", ["fulfilled", "withdrawn", "not_fulfilled", "lapsed"])
def test_what_is_closed_is_not_due(desk: Desk, outcome: str) -> None:
    desk.write(
        ledger(
            '[source.s]\noutlet = "S"\n',
            commitment("a", "due = 2025-06-01"),
            event("a", outcome, "2025-05-20", 'source = "s"'),
        )
    )

    assert desk.run("due").out == ""


def test_a_later_end_stays_when_a_measure_has_taken_effect(desk: Desk) -> None:
    desk.write(
        ledger(
            '[source.s]\noutlet = "S"\n',
            commitment("a", 'kind = "measure"', "effective = 2025-06-01", "expires = 2025-07-20"),
            event("a", "took_effect", "2025-06-01", 'source = "s"'),
        )
    )

    done = desk.run("due")

    assert len(done.lines) == 1
    assert done.out.startswith("2025-07-20  in 12 days  a  -  Title of a  [fulfilled, upcoming")


def test_each_date_of_a_commitment_has_its_own_line(desk: Desk) -> None:
    desk.write(ledger(commitment("a", "effective = 2025-07-10", "expires = 2025-07-20")))

    assert [line.split("  ")[:3] for line in desk.run("due").lines] == [
        ["2025-07-10", "in 2 days", "a"],
        ["2025-07-20", "in 12 days", "a"],
    ]


# The nearest date beyond


def test_nothing_in_the_window_names_the_nearest_date_beyond(desk: Desk) -> None:
    desk.write(
        ledger(commitment("far", "due = 2027-01-01"), commitment("near", "due = 2025-12-24"))
    )

    done = desk.run("due")

    assert (done.code, done.out) == (0, "")
    assert "nothing is due to Thu 7 Aug 2025; next: near, in 169 days" in done.err


def test_the_last_line_on_a_terminal_names_the_nearest_date_beyond(desk: Desk) -> None:
    desk.write(
        ledger(
            commitment("soon", "due = 2025-07-10"),
            commitment("far", "due = 2027-01-01"),
            commitment("near", "due = 2025-12-24"),
        )
    )

    done = desk.run("due", terminal=True)

    assert "Beyond: Wed 24 Dec 2025 (in 169 days) Title of near" in done.out


def test_an_empty_ledger_has_nothing_due_and_that_is_fine(desk: Desk) -> None:
    desk.write(ledger())

    done = desk.run("due")

    assert (done.code, done.out) == (0, "")
    assert "nothing is due to Thu 7 Aug 2025" in done.err


# Countdown words


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("due = 2025-07-08", "today"),
        ("due = 2025-07-09", "tomorrow"),
        ("due = 2025-07-10", "in 2 days"),
        ("due = 2025-07-07", "1 day late"),
        ("due = 2025-07-08T10:01:00+09:00", "in 1 h 01 min"),
        ("due = 2025-07-11T08:59:00+09:00", "in 71 h 59 min"),
        ("due = 2025-07-11T09:00:00+09:00", "in 3 days"),
        ('due = "2025-08"', "24 to 54 days"),
        ('due = { after = "kr-us-summit", within = "P90D" }', "after kr-us-summit, not yet dated"),
    ],
)
def test_the_countdown_in_words(desk: Desk, line: str, words: str) -> None:
    desk.write(ledger(commitment("a", line)))

    assert desk.run("due --within 2y").out.split("  ")[1] == words


def test_day_thirty_is_counted_on_the_clock_of_the_date(desk: Desk) -> None:
    """00:01 in Washington on 7 August is 13:01 in Seoul; there it is still 7 July."""
    desk.write(
        ledger(
            commitment("a", "effective = 2025-08-07T00:01:00-04:00", 'zone = "America/New_York"')
        )
    )

    assert "in 31 days" in desk.run("due --within 31d").out
    assert ids(desk.run("due --within 30d").out) == []


# Filters, formats, exit codes


def test_filters_choose_and_an_unknown_field_is_underlined(desk: Desk) -> None:
    desk.write(
        ledger(
            commitment("a", 'by = ["US"]', "due = 2025-07-10"), commitment("b", "due = 2025-07-10")
        )
    )

    assert ids(desk.run("due by:US").out) == ["a"]
    done = desk.run("due outcmoe:open")
    assert done.code == 2
    assert done.err.splitlines()[:3] == [
        "error: unknown field",
        "  outcmoe:open",
        done.err.splitlines()[2],
    ]
    assert done.err.splitlines()[2].startswith("  ^^^^^^^ did you mean `outcome`? fields: by to ")


def test_exit_code_is_1_when_something_is_listed_and_0_when_not(desk: Desk) -> None:
    desk.write(ledger(commitment("a", "due = 2025-07-10")))

    assert desk.run("due --exit-code").code == 1
    assert desk.run("due --exit-code by:US").code == 0
    assert desk.run("due").code == 0


@pytest.mark.parametrize("face", ["plain", "tsv", "csv", "json"])
def test_every_format_says_the_same_items(desk: Desk, face: str) -> None:
    desk.write(ledger(commitment("a", "due = 2025-07-10"), commitment("b", "due = 2025-07-11")))

    done = desk.run(f"due --format {face}")

    assert (done.code, done.err) == (0, "")
    assert done.out.index("Title of a") < done.out.index("Title of b")


def test_an_unknown_format_is_refused_with_those_there_are(desk: Desk) -> None:
    desk.write(ledger())

    done = desk.run("due --format xml")

    assert done.code == 2
    assert "it has: table plain tsv json csv" in done.err


def test_tsv_has_named_columns_and_one_line_an_item(desk: Desk) -> None:
    desk.write(ledger(commitment("a", 'by = ["US", "KR"]', "due = 2025-07-10")))

    header, row = desk.run("due --format tsv").lines

    cells = dict(zip(header.split("\t"), row.split("\t"), strict=True))
    assert cells["id"] == "a"
    assert (cells["by"], cells["date"], cells["days_left"]) == ("US,KR", "2025-07-10", "2")


def test_options_may_stand_before_the_verb(desk: Desk) -> None:
    desk.write(ledger(commitment("a", "due = 2025-07-10")))

    assert "in 1 h 00 min" not in desk.run("--now 2025-07-09 due").out
    assert "tomorrow" in desk.run("--now 2025-07-09 due").out


# A day without a zone, an instant with one


@pytest.mark.parametrize(
    "zone", ["Pacific/Kiritimati", "Asia/Seoul", "UTC", "America/Los_Angeles", "Pacific/Pago_Pago"]
)
def test_a_day_without_a_zone_is_the_same_day_everywhere(desk: Desk, zone: str) -> None:
    desk.write(ledger(commitment("a", "due = 2025-08-01")))

    done = desk.run("due --json --now '2025-07-08 12:00'", TZ=zone)

    assert '"from": "2025-08-01"' in done.out
    assert '"days_left": 24' in done.out


def test_tz_is_the_flag_else_the_environment_else_the_configuration(desk: Desk) -> None:
    desk.write('tz = "America/Los_Angeles"\n', "../.config/commitrack/config.toml")
    desk.write(ledger(commitment("a", "due = 2025-07-08")))
    late_in_seoul = "--now 2025-07-09T00:30+09:00"

    assert "1 day late" in desk.run(f"due {late_in_seoul}").out
    assert "today" in desk.run(f"due {late_in_seoul} --tz America/New_York").out
    assert "today" in desk.run(f"due {late_in_seoul}", TZ="").out


@pytest.mark.parametrize("zone", ["Asia/Soul", "EDT5", "Mars", "../etc/passwd", "/etc/passwd"])
def test_a_zone_that_does_not_exist_is_refused(desk: Desk, zone: str) -> None:
    desk.write(ledger())

    done = desk.run(["due", "--tz", zone])

    assert done.code == 2
    assert done.err.startswith("error: ")


def test_colour_only_on_a_terminal_and_never_with_no_color(desk: Desk) -> None:
    desk.write(ledger(commitment("a", "due = 2025-07-01")))

    assert "\x1b[" not in desk.run("due").out
    assert "\x1b[" in desk.run("due", terminal=True, TERM="xterm-256color").out
    assert "\x1b[31m" not in desk.run("due", terminal=True, NO_COLOR="1", TERM="xterm").out
    assert "\x1b[" in desk.run("due --format table", FORCE_COLOR="1", TERM="xterm").out


def test_colour_only_repeats_the_words(desk: Desk) -> None:
    desk.write(ledger(commitment("a", "due = 2025-07-01")))

    plain = desk.run("due", terminal=True, TERM="dumb").out

    assert "LATE" in plain
    assert "7 days late" in plain
