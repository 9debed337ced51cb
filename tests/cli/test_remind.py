"""`remind`: what is new, once; answers, status and log; real processes at once and killed."""

import json
import random
import re
import shutil
import subprocess
import time
from datetime import timedelta
from pathlib import Path

import pytest

from tests.cli.desk import Desk
from tests.remind.diary import Diary, now_at
from tests.remind.test_year import HOURS, MOVING, START, ledger

LEDGER = """\
format = 1

[source.post]
title = "Treaty by August"
outlet = "Post"
said = 2025-06-01
url = "https://post.example/1"

[commitment.sign-treaty]
title = "Sign the treaty"
kind = "promise"
by = ["KR"]
due = 2025-08-01
source = "post"
quote = "we will sign by August 1"
tags = ["trade"]
recorded = 2025-06-01

[commitment.sign-bill]
title = "Sign the bill"
kind = "promise"
by = ["US"]
due = 2025-07-06
recorded = 2025-06-01
"""
MOVED = """
[[commitment.sign-treaty.event]]
type = "rescheduled"
on = 2025-07-07
due = 2025-09-01
recorded = 2025-07-08
"""
ROUNDS = 30


def state(desk: Desk) -> Path:
    return Path(desk.environment["HOME"]) / ".local" / "state" / "commitrack"


def pending(desk: Desk) -> list[str]:
    return (state(desk) / "pending.txt").read_text("utf-8").splitlines()


def test_what_is_new_is_said_once_with_its_words_and_source(desk: Desk) -> None:
    desk.write(LEDGER)

    first = desk.run("remind --write-state")
    second = desk.run("remind --write-state")

    assert (first.code, first.err) == (0, "")
    assert first.out == (
        "2 days late, Sun 6 Jul 2025: Sign the bill\n"
        "    sign-bill · US · due\n"
        "    missed: on the day, 1 day before, 3 days before, 7 days before, 30 days before\n"
        "\n"
        "In 24 days, Fri 1 Aug 2025: Sign the treaty\n"
        "    sign-treaty · KR · due\n"
        "    \u201cwe will sign by August 1\u201d\n"
        "    Post, Treaty by August, Sun 1 Jun 2025, https://post.example/1\n"
    )
    assert (second.code, second.out, second.err) == (0, "", "")


def test_a_supposed_now_keeps_nothing(desk: Desk) -> None:
    desk.write(LEDGER)
    before = desk.files()

    assert desk.run("remind").out == desk.run("remind").out != ""
    assert desk.files() == before


def test_the_clock_itself_keeps_what_was_said(desk: Desk) -> None:
    desk.write(LEDGER)
    del desk.environment["COMMITRACK_NOW"]

    assert desk.run("remind").out
    assert desk.run("remind").out == ""


def test_a_move_says_from_when_and_by_how_much(desk: Desk) -> None:
    desk.write(LEDGER)
    desk.run("remind --write-state")
    desk.write(LEDGER + MOVED)

    done = desk.run("remind --write-state")

    assert done.lines[0] == "In 55 days, Mon 1 Sep 2025: Sign the treaty"
    assert "    moved from Fri 1 Aug 2025 to Mon 1 Sep 2025, +31 days" in done.lines
    assert desk.run("remind --write-state").out == ""


def test_a_disputed_date_says_so(desk: Desk) -> None:
    report = (
        '[[commitment.sign-bill.event]]\ntype = "reported"\non = 2025-06-05\ndue = 2025-07-20\n'
    )
    desk.write(f"{LEDGER}\n{report}")

    assert "    DISPUTED: " in desk.run("remind by:US").out


def test_filters_choose_what_is_said_and_leave_the_rest_to_be_said(desk: Desk) -> None:
    desk.write(LEDGER)

    assert "sign-treaty" not in desk.run("remind --write-state by:US").out
    assert "sign-treaty" in desk.run("remind --write-state tag:trade").out
    assert desk.run("remind --write-state").out == ""


@pytest.mark.parametrize(
    ("line", "settings", "found"),
    [
        ("remind --lead 25d by:KR", "", True),
        ("remind --lead 20d,10d by:KR", "", False),
        ("remind by:KR", 'remind = "20d"', False),
        ("remind by:KR", 'remind = "25d, 1d"', True),
        ("remind --lead 25d by:KR", 'remind = "20d"', True),
    ],
)
def test_lead_times_come_from_the_command_line_else_the_settings(
    desk: Desk, line: str, settings: str, *, found: bool
) -> None:
    desk.write(LEDGER)
    desk.write(settings, "c/commitrack/config.toml")

    done = desk.run(line, XDG_CONFIG_HOME=str(desk.folder / "c"))

    assert (done.code, bool(done.out)) == (0, found)


def test_a_document_for_machines_is_printed_also_when_it_is_empty(desk: Desk) -> None:
    desk.write(LEDGER)

    first = json.loads(desk.run("remind --json --write-state").out)
    second = json.loads(desk.run("remind --json --write-state").out)

    message = first["reminders"][1].pop("message")
    assert first["reminders"][1] == {
        "id": "sign-treaty",
        "role": "due",
        "lead": "P30D",
        "reason": "coming",
        "days_left": 24,
        "missed": [],
    }
    assert message.startswith("In 24 days, Fri 1 Aug 2025: Sign the treaty\n")
    assert second == {
        "schema_version": 1,
        "as_of": "2025-07-08T09:00:00+09:00",
        "reminders": [],
    }


def test_what_was_seen_leaves_the_status_and_the_next_shell(desk: Desk) -> None:
    desk.write(LEDGER)
    desk.run("remind --write-state")
    before = pending(desk)

    done = desk.run("remind ack sign-bill --write-state")

    assert done.out == "sign-bill: due: seen; nothing more until it moves\n"
    assert before[0] == "# 1751932800"
    assert before[1] == "2 days late, Sun 6 Jul 2025: Sign the bill [sign-bill]"
    assert [line for line in pending(desk) if "sign-bill" in line] == []
    assert "sign-bill" not in desk.run("remind status").out
    assert desk.run("remind --write-state", COMMITRACK_NOW="2025-07-20").out == ""


def test_what_is_snoozed_comes_on_its_day(desk: Desk) -> None:
    desk.write(LEDGER)
    desk.run("remind --write-state")

    done = desk.run("remind snooze sign-treaty 3d --write-state")

    assert done.out == "sign-treaty: said again on Fri 11 Jul 2025\n"
    assert "sign-treaty: snoozed until 2025-07-11" in desk.run("remind status").out
    assert desk.run("remind --write-state", COMMITRACK_NOW="2025-07-10").out == ""
    assert "sign-treaty" in desk.run("remind --write-state", COMMITRACK_NOW="2025-07-11").out
    assert desk.run("remind --write-state", COMMITRACK_NOW="2025-07-12").out == ""


def test_a_snooze_beyond_the_date_says_that_the_day_passes_meanwhile(desk: Desk) -> None:
    desk.write(LEDGER)

    beyond = desk.run("remind snooze sign-treaty 2025-08-02 --write-state")
    on_it = desk.run("remind snooze sign-treaty 2025-08-01 --write-state")
    late = desk.run("remind snooze sign-bill 3d --write-state")

    assert beyond.out == "sign-treaty: said again on Sat 2 Aug 2025\n"
    assert beyond.err == "sign-treaty: due: that is after its day, Fri 1 Aug 2025\n"
    assert on_it.err == late.err == ""


@pytest.mark.parametrize(
    ("line", "code", "words"),
    [
        ("remind ack", 2, "which was seen?"),
        ("remind ack sign-bill", 2, "--write-state"),
        ("remind ack nosuch --write-state", 3, "no commitment has the id nosuch"),
        ("remind snooze sign-bill --write-state", 2, "until when?"),
        ("remind snooze sign-bill yesterday --write-state", 2, "yesterday"),
        ("remind snooze sign-bill 3h --write-state", 2, "a snooze lasts days, not 3h"),
        ("remind snoze sign-bill 3d", 2, "did you mean `remind snooze`"),
        ("remind status sign-bill", 2, "takes nothing more"),
        ("remind test", 2, "which channel?"),
        ("remind test carrier:pigeon", 2, "no channel"),
        ("remind --via pigeon", 2, "no channel"),
        ("remind install", 2, "install one thing"),
        ("remind install cron --print --lead 14d", 2, "--lead is not taken along"),
        ("remind install cron --print --digest", 2, "--digest is not taken along"),
        ("remind install at", 2, "nothing to install"),
        ("remind uninstall", 2, "uninstall one thing"),
        ("remind --lead soon", 2, "soon is not a period"),
        ("remind --digest --json", 2, "a digest is text"),
        ("remind --via terminal --json", 2, "goes to the terminal by itself"),
        ("remind colour:red", 2, "unknown field"),
    ],
)
def test_what_cannot_be_done_is_said(desk: Desk, line: str, code: int, words: str) -> None:
    desk.write(LEDGER)

    done = desk.run(line)

    assert done.code == code
    assert words in done.err
    assert not state(desk).exists()


def test_the_status_says_what_was_said_when_and_that_the_runs_stopped(desk: Desk) -> None:
    desk.write(LEDGER)

    never = desk.run("remind status").lines
    desk.run("remind --write-state")
    now = desk.run("remind status").lines
    later = desk.run("remind status", COMMITRACK_NOW="2025-07-10T12:00+09:00").lines

    assert never[0] == "no run yet: commitrack remind"
    assert never[4] == "    not said yet"
    assert now[:3] == [
        "last run Tue 8 Jul 2025 09:00",
        "nothing runs it by itself: commitrack remind install cron",
        "2 reminders wait for an answer",
    ]
    assert now[4] == "    shown on terminal, 2025-07-08 09:00, for: 1 day late"
    assert later[0] == "last run Tue 8 Jul 2025 09:00: the runs have stopped"


def test_the_status_of_a_moved_date_tells_nothing_of_the_date_before(desk: Desk) -> None:
    desk.write(LEDGER)
    desk.run("remind --write-state")
    desk.write(LEDGER + MOVED)

    moved = desk.run("remind status").lines
    desk.run("remind --write-state")
    told = desk.run("remind status").lines

    line = "In 55 days, Mon 1 Sep 2025, moved from Fri 1 Aug 2025: Sign the treaty [sign-treaty]"
    assert moved[-2:] == [f"  {line}", "    not said yet"]
    assert line in pending(desk)
    assert told[-1] == "    shown on terminal, 2025-07-08 09:00, for: moved"


def test_status_and_log_for_machines(desk: Desk) -> None:
    desk.write(LEDGER)
    desk.run("remind --write-state")
    desk.run("remind ack sign-bill --write-state")

    status = json.loads(desk.run("remind status --json").out)
    log = json.loads(desk.run("remind log --json").out)

    assert [one["id"] for one in status["waiting"]] == ["sign-treaty"]
    assert status["waiting"][0]["told"][0]["channel"] == "terminal"
    assert status["last_run"] == "2025-07-08T09:00:00+09:00"
    assert [(it["fact"], it["id"]) for it in log["facts"]] == [
        ("shown", "sign-bill"),
        ("shown", "sign-treaty"),
        ("acknowledged", "sign-bill"),
    ]


def test_the_log_tells_everything_in_order(desk: Desk) -> None:
    desk.write(LEDGER)
    desk.run("remind --write-state")
    desk.run("remind snooze sign-treaty 3d --write-state")

    assert desk.run("remind log sign-treaty").lines == [
        "2025-07-08 09:00  shown         sign-treaty  due  30 days before  on terminal",
        "2025-07-08 09:00  snoozed       sign-treaty  due  until 2025-07-11",
    ]


def test_a_test_of_the_terminal_prints_a_line(desk: Desk) -> None:
    assert desk.run("remind test terminal").out == "A test: reminders come this way.\n"


def test_a_commitment_has_lead_times_of_its_own_from_the_day_itself(desk: Desk) -> None:
    desk.run("add 'Sign it' --id sign-it --due 2025-07-09 --remind 0d")

    assert 'remind = ["P0D"]' in desk.text
    assert "unusable-period" not in desk.run("check").words
    assert desk.run("remind --write-state", COMMITRACK_NOW="2025-07-08T23:00+09:00").out == ""
    assert (
        desk.run("remind --write-state", COMMITRACK_NOW="2025-07-09").lines[0].startswith("Today")
    )


def test_a_channel_that_fails_is_exit_6_and_is_told_the_next_time(desk: Desk) -> None:
    desk.write(LEDGER)
    sent = desk.folder / "sent.txt"
    program = desk.write(f"#!/bin/sh\n[ -e up ] && cat >>{sent}\n", "send")
    program.chmod(0o700)
    line = f"remind --write-state --via command:{program}"

    down = desk.run(line)
    (desk.folder / "up").touch()
    program.write_text(f"#!/bin/sh\ncat >>{sent}\n")
    up = desk.run(line)
    again = desk.run(line)

    assert (down.code, down.out) == (6, "")
    assert "stays pending" in down.err
    assert [(done.code, done.out, done.err) for done in (up, again)] == [(0, "", "")] * 2
    assert sent.read_text("utf-8").count("Sign the treaty") == 1


@pytest.mark.parametrize("digest", [[], ["--digest"]], ids=["each", "digest"])
def test_an_output_that_cannot_be_written_does_not_keep_the_other_channels(
    desk: Desk, digest: list[str]
) -> None:
    desk.write(LEDGER)
    program = f"command:tee {desk.folder}/sent.txt"

    with Path("/dev/full").open("w") as full:
        run = desk.start(
            "remind", "--write-state", *digest, "--via=terminal", f"--via={program}", stdout=full
        )
        _, err = run.communicate(timeout=60)

    assert run.returncode == 5
    assert "cannot write the output" in err
    assert "Sign the bill" in (desk.folder / "sent.txt").read_text("utf-8")
    assert "Sign the bill" in desk.run("remind --write-state").out


def test_the_address_of_a_channel_is_not_kept(desk: Desk) -> None:
    desk.write(LEDGER)

    desk.run("remind --write-state --via 'command:env TOKEN=s3cret cat'")
    kept = (state(desk) / "reminders.jsonl").read_text("utf-8")

    assert "command:" in kept
    assert "s3cret" not in kept


def test_the_shell_line_is_installed_seen_and_taken_out(desk: Desk) -> None:
    desk.write(LEDGER)
    start = Path(desk.environment["HOME"]) / ".bashrc"
    start.write_text("# mine\n")

    done = desk.run("remind install shell", SHELL="/bin/bash")
    status = desk.run("remind status").lines
    removed = desk.run("remind uninstall shell")

    assert done.out == f"shell: {start}: installed\n"
    assert f"installed: shell, {start}" in status
    assert removed.out == f"shell: {start}: taken out\n"
    assert start.read_text() == "# mine\n"


def test_what_would_be_installed_is_printed_and_not_done(desk: Desk) -> None:
    desk.write(LEDGER)
    before = desk.files()

    done = desk.run("remind install cron --print --via command:wall")

    assert done.code == 0
    assert f"COMMITRACK_LEDGER={desk.ledger}" in done.out
    assert "--via=command:wall" in done.out
    assert desk.files() == before


def test_the_digest_is_a_week_on_one_screen(desk: Desk) -> None:
    desk.write(LEDGER + MOVED)

    done = desk.run("remind --digest --write-state")

    assert done.out == (
        "Tue 8 Jul 2025 to Tue 15 Jul 2025: 1 late, 1 moved\n"
        "\n"
        "LATE\n"
        "  Sun 6 Jul 2025, 2 days late: Sign the bill [sign-bill]\n"
        "\n"
        "MOVED\n"
        "  Sign the treaty [sign-treaty]: moved from Fri 1 Aug 2025 to Mon 1 Sep 2025, +31 days\n"
    )
    assert desk.run("remind --write-state").out == ""


def test_a_broken_line_and_a_clock_that_jumped_back_are_said_once(desk: Desk) -> None:
    desk.write(LEDGER)
    desk.run("remind --write-state", COMMITRACK_NOW="2025-07-08T20:00+09:00")
    with (state(desk) / "reminders.jsonl").open("ab") as file:
        file.write(b'{"v":1,"fact":"sho')

    first = desk.run("remind --write-state")
    second = desk.run("remind --write-state")

    assert "1 line cannot be read" in first.err
    assert "the clock was at 2025-07-08T11:00:00+00:00 before" in first.err
    assert (first.out, second.out, second.err) == ("", "", "")


def test_two_ledgers_share_the_next_shell(desk: Desk) -> None:
    desk.write(LEDGER)
    desk.write(LEDGER.replace("sign-", "drop-"), "other.toml")
    desk.run("remind --write-state")
    desk.run("remind --write-state --ledger other.toml")

    both = pending(desk)
    (desk.folder / "other.toml").unlink()
    desk.run("remind --write-state")

    assert sum("sign-bill" in line for line in both) == 1
    assert sum("drop-bill" in line for line in both) == 1
    assert not any("drop-bill" in line for line in pending(desk))


def test_an_answer_is_no_run(desk: Desk) -> None:
    desk.write(LEDGER)
    desk.run("remind ack sign-bill --write-state")
    never = desk.run("remind status").lines[0]
    desk.run("remind --write-state")
    first = pending(desk)[0]
    later = "2025-07-10T12:00+09:00"
    desk.run("remind ack sign-treaty --write-state", COMMITRACK_NOW=later)

    stopped = desk.run("remind status", COMMITRACK_NOW=later).lines[0]

    assert never == "no run yet: commitrack remind"
    assert stopped == "last run Tue 8 Jul 2025 09:00: the runs have stopped"
    assert pending(desk) == [first]


def test_the_next_shell_shows_today_before_what_is_long_past(desk: Desk) -> None:
    days = [*(f"2025-05-{day:02}" for day in range(1, 13)), "2025-07-08", "2025-07-11"]
    items = (
        f'[commitment.c-{day}]\ntitle = "The one of {day}"\nkind = "promise"\nby = ["KR"]\n'
        f"due = {day}\nrecorded = 2025-01-01\n"
        for day in days
    )
    desk.write("format = 1\n" + "".join(items))

    desk.run("remind --write-state")

    shown = [line.partition("[c-")[2].rstrip("]") for line in pending(desk)[1:-2]]
    assert shown == days[-10:]
    assert pending(desk)[-2] == "and 4 more: commitrack remind status"


def test_the_next_shell_says_when_its_countdowns_were_right(desk: Desk) -> None:
    desk.write(LEDGER)

    desk.run("remind --write-state")

    assert pending(desk)[-1] == (
        "As of Tue 8 Jul 2025 09:00. Seen? commitrack remind ack ID, or snooze ID 3d"
    )
    assert len(pending(desk)[-1]) <= 80


@pytest.mark.parametrize(
    "fault",
    [
        '\n[commitment.x]\ntitle = "X"\nkind = "promise"\ndue = "2025-07-32"\n',
        "\n[commitment.x]\ndue =",
    ],
    ids=["bad date", "no TOML"],
)
def test_the_next_shell_says_that_a_part_of_the_ledger_cannot_be_read(
    desk: Desk, fault: str
) -> None:
    desk.write(LEDGER + fault)
    line = f"Reminders may be missing: not all of {desk.ledger} can be read: commitrack check"

    desk.run("remind --write-state")
    faulty = pending(desk)
    desk.write(LEDGER)
    desk.run("remind --write-state")

    assert faulty[1] == line
    assert pending(desk)[1:] == faulty[2:]


def test_the_next_shell_says_that_the_whole_ledger_cannot_be_read(desk: Desk) -> None:
    desk.write(LEDGER)
    desk.run("remind --write-state")
    before = pending(desk)[1:]
    desk.ledger.write_bytes(LEDGER.encode() + b"# caf\xe9\n")

    supposed = desk.run("remind")
    unchanged = pending(desk)[1:]
    codes = [desk.run("remind --write-state").code for _ in range(2)]
    faulty = pending(desk)[1:]
    desk.write(LEDGER)
    desk.run("remind --write-state")

    line = f"Reminders may be missing: not all of {desk.ledger} can be read: commitrack check"
    assert (supposed.code, codes, unchanged) == (4, [4, 4], before)
    assert faulty == [line, *before]
    assert pending(desk)[1:] == before


def test_a_channel_that_failed_is_told_also_where_the_next_shell_cannot_be_prepared(
    desk: Desk,
) -> None:
    desk.write(LEDGER)
    (state(desk) / "pending.txt").mkdir(parents=True)

    done = desk.run("remind --write-state --via command:false")

    assert done.code == 5
    assert "false ended with 1" in done.err
    assert "pending.txt" in done.err


EVIL = '$(touch x) `id` ;|&%d\n\x1b[31m\u202e\x07 # "\r\n.\r\n'


def test_a_hostile_title_does_no_harm_and_stays_on_one_line(desk: Desk) -> None:
    desk.write(LEDGER.replace('"Sign the bill"', json.dumps(EVIL)))

    done = desk.run("remind --write-state")
    shown = "\n".join((done.out, *pending(desk), desk.run("remind status").out))

    assert all(character.isprintable() or character == "\n" for character in shown)
    assert done.lines[1] == "    sign-bill · US · due"
    assert len(pending(desk)) == 4


def test_a_state_that_cannot_be_written_says_nothing_and_is_exit_5(desk: Desk) -> None:
    desk.write(LEDGER)
    state(desk).parent.mkdir(parents=True)
    state(desk).write_text("a file")

    done = desk.run("remind --write-state")

    assert (done.code, done.out) == (5, "")
    assert "cannot keep" in done.err


def test_without_a_ledger_it_is_exit_4(desk: Desk) -> None:
    assert desk.run("remind").code == 4


def test_nothing_to_say_imports_nothing_heavy(desk: Desk) -> None:
    desk.write(LEDGER)
    desk.run("remind --write-state")
    probe = (
        "import sys, os\n"
        "leave = os._exit\n"
        "os._exit = lambda code: (print(*sorted(sys.modules), file=sys.stderr), leave(code))\n"
        "sys.argv = ['commitrack', 'remind', '--write-state']\n"
        "from commitrack.__main__ import main\n"
        "main()\n"
    )

    done = subprocess.run(
        [str(Path(desk.process_environment()["PATH"].split(":")[0]) / "python"), "-c", probe],
        cwd=desk.folder,
        env=desk.process_environment(),
        capture_output=True,
        text=True,
        check=True,
    )

    modules = set(done.stderr.split())
    assert done.stdout == ""
    assert "commitrack.remind.deciding" in modules
    assert modules.isdisjoint({"rich", "pendulum", "filelock", "tomli_w", "apprise"})


def test_a_full_disk_says_nothing_rather_than_the_same_every_hour(desk: Desk) -> None:
    desk.write(LEDGER)
    enter = ["unshare", "--map-root-user", "--mount", "sh", "-c"]
    if shutil.which("unshare") is None:
        pytest.skip("needs the right to mount: there is no unshare")
    probe = [*enter, "mount -t tmpfs none /mnt"]
    if subprocess.run(probe, capture_output=True, check=False).returncode:
        pytest.skip("needs the right to mount")
    state(desk).mkdir(parents=True)
    script = f"""
        mount -t tmpfs -o size=16k none {state(desk)}
        dd if=/dev/zero of={state(desk)}/ballast bs=1k 2>/dev/null
        commitrack remind --write-state; echo "[exit $?]"
        rm {state(desk)}/ballast
        commitrack remind --write-state | grep -c late
        commitrack remind --write-state
    """

    done = subprocess.run(
        [*enter, script],
        cwd=desk.folder,
        env=desk.process_environment(),
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.stdout == "[exit 5]\n1\n"
    assert done.stderr.endswith("No space left on device\nmake room and try again\n")


@pytest.mark.slow
def test_eight_runs_at_once_say_it_once(desk: Desk) -> None:
    desk.write(LEDGER)
    runs = [desk.start("remind", "--write-state") for _ in range(8)]

    outs = [run.communicate(timeout=60) for run in runs]

    assert [err for _, err in outs] == [""] * 8
    assert sum("Sign the treaty" in out for out, _ in outs) == 1


@pytest.mark.slow
def test_fifty_runs_of_a_year_say_what_they_say_in_process(desk: Desk) -> None:
    text = ledger(MOVING)
    desk.write(f"format = 1\n{text}")
    diary = Diary(text)
    chance = random.Random()  # noqa: S311  moments, no secrets
    for hour in sorted(chance.sample(range(HOURS), 50)):
        at = START + timedelta(hours=hour)
        run = desk.start("remind", "--json", "--write-state", "--now", at.isoformat())
        out, err = run.communicate(timeout=60)

        found = [(it["lead"], tuple(it["missed"])) for it in json.loads(out)["reminders"]]
        assert err == ""
        assert found == [(one.lead, one.missed) for one in diary.run(now_at(at))], at


@pytest.mark.slow
def test_a_run_killed_at_any_moment_loses_nothing(desk: Desk) -> None:
    desk.write(
        "format = 1\n"
        + "".join(
            f'[commitment.c-{n}]\ntitle = "Number {n}."\ndue = 2025-08-{n + 1:02}\n'
            "recorded = 2025-06-01\n"
            for n in range(ROUNDS)
        )
    )
    chance = random.Random()  # noqa: S311  moments, no secrets
    told = desk.folder / "told.txt"
    killed = 0
    for number in range(ROUNDS + 1):
        now = f"2025-08-{number + 1:02}T09:00+09:00" if number < ROUNDS else "2025-08-31"
        with told.open("ab") as out:
            run = desk.start(
                "remind", "--lead", "0d", "--write-state", "--now", now, stdout=out, text=False
            )
            if number < ROUNDS:
                time.sleep(chance.uniform(0.01, 0.15))
                run.kill()
            killed += run.wait(timeout=60) != 0
            assert run.stderr is not None
            run.stderr.close()

    message = re.compile(r"^.*: Number (\d+)\.\n(?:    .*\n)*", re.MULTILINE)
    whole = message.finditer(told.read_text("utf-8"))
    on_the_day = {int(it[1]) for it in whole if it[0].startswith("Today") or "on the day" in it[0]}
    assert killed > 0
    assert on_the_day == set(range(ROUNDS))
