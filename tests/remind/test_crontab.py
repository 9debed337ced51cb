"""The crontab: our block comes and goes, all other bytes stay."""

import shlex
import stat
import subprocess
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from commitrack.app.installing import Host, install, installed, uninstall
from commitrack.errors import UsageError, WriteError
from commitrack.remind.crontab import LONGEST_COMMAND, cron_line, with_line, without_line
from commitrack.remind.marked import BEGIN, END, block_in, put_block, take_block
from commitrack.remind.scheduled import ScheduledRun, scheduled_run

RUN = ScheduledRun(("/opt/a b/commitrack", "remind"), (("HOME", "/srv/me"),), "/l/c.toml")
LINE = (
    "7 * * * * /usr/bin/env HOME=/srv/me COMMITRACK_LEDGER=/l/c.toml '/opt/a b/commitrack' remind"
)
THEIRS = "MAILTO=me@example.org\n# m h  dom mon dow   command\n0 5 * * 1 tar czf /b.tgz /home\n"
CLOCK = datetime(2025, 7, 8, 9, 6, 12, tzinfo=UTC)

# A crontab that others are at work on; what crontab itself calls it is beside the point.
FAKE = """\
#!/bin/sh
tab=$HOME/tab
case $1 in
-l) [ -e "$tab" ] && exec cat "$tab"; echo "no crontab for me" >&2; exit 1;;
-r) exec rm "$tab";;
-) [ -z "$REFUSES" ] || { echo "$REFUSES" >&2; exit 1; }; exec cat >"$tab";;
esac
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "bin").mkdir()
    program(tmp_path, "crontab", FAKE)
    return tmp_path


def program(home: Path, name: str, text: str) -> None:
    path = home / "bin" / name
    path.write_text(text)
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


def environment(home: Path, **more: str) -> Mapping[str, str]:
    return {"HOME": str(home), "PATH": f"{home}/bin:/usr/bin:/bin", **more}


def host(home: Path, **more: str) -> Host:
    ledger = home / "my ledger" / "commitments.toml"
    return Host(environment(home, **more), ledger, home / "pending.txt", CLOCK, (), ("/opt/c",))


TEXTS = st.one_of(
    st.binary(max_size=60).map(lambda content: content.decode("utf-8", "surrogateescape")),
    st.lists(
        st.sampled_from(["a\n", "b\r\n", "\r", "", BEGIN, f"{BEGIN}\n", END, f"{END}\n", "x", "\n"])
    ).map("".join),
)


@given(text=st.none() | TEXTS)
@example(text=None)
@example(text="")
@example(text="* * * * * no end")
@example(text="\r\n")
@example(text="a\u2028b\x85c")
def test_any_crontab_is_byte_for_byte_as_before(text: str | None) -> None:
    if block_in(text) is not None:
        return  # it is installed already

    there = with_line(text, RUN, 7)

    assert LINE in there
    assert with_line(there, RUN, 33) == there
    assert without_line(there) == text
    assert text is None or there.startswith(text)


@given(text=TEXTS, more=TEXTS, lines=st.lists(st.sampled_from(["", "a", "#"]), max_size=3))
def test_what_was_written_below_the_block_stays_a_line(
    text: str, more: str, lines: list[str]
) -> None:
    if block_in(text) is not None or block_in(f"{text}\n{more}") is not None:
        return  # together they are a block

    there = put_block(text, lines)
    without = take_block(there + more) or ""

    end = "\n" if more and text and not text.endswith("\n") else ""
    assert without == text + end + more


def test_a_block_stands_at_the_end_with_marks() -> None:
    assert with_line(THEIRS, RUN, 7) == (
        f"{THEIRS}# commitrack reminders: begin\n{LINE}\n# commitrack reminders: end\n"
    )


def test_a_new_program_takes_the_place_of_the_old_at_the_same_minute() -> None:
    there = with_line(THEIRS, RUN, 7)

    other = with_line(f"{there}1 2 * * * later\n", RUN._replace(words=("/opt/c", "remind")), 33)

    assert other.count(BEGIN) == 1
    assert (
        "\n7 * * * * /usr/bin/env HOME=/srv/me COMMITRACK_LEDGER=/l/c.toml /opt/c remind\n" in other
    )
    assert without_line(other) == f"{THEIRS}1 2 * * * later\n"


def test_a_second_ledger_gets_a_line_of_its_own() -> None:
    there = with_line(THEIRS, RUN, 7)

    both = with_line(there, RUN._replace(ledger="/l/it's mine.toml"), 33)

    assert [line.partition(" ")[0] for line in block_in(both) or ()] == ["7", "33"]
    assert with_line(both, RUN, 50) == both
    assert without_line(both) == THEIRS


@pytest.mark.parametrize(
    "word",
    ["it's", 'a "b"', "$(touch owned)", "`touch owned`", "a;b&c|d>e", "a\\b", "  ", "*", "é…", "#"],
)
def test_every_path_reaches_the_program_as_it_is(word: str, tmp_path: Path) -> None:
    run = ScheduledRun(("printenv", "COMMITRACK_LEDGER"), (), f"/l/{word}")

    command = cron_line(run, 7).split(" ", 5)[5]

    done = subprocess.run(["sh", "-c", command], cwd=tmp_path, capture_output=True, check=True)
    assert done.stdout.decode() == f"/l/{word}\n"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["plain", "a b", "it's", 'a"b', "a\\b", "$HOME", "a=b", "a;b"])
def test_a_program_is_started_whatever_its_folder_is_called(name: str, tmp_path: Path) -> None:
    program = tmp_path / name / "commitrack"
    program.parent.mkdir()
    program.write_text('#!/bin/sh\nprintf "%s\\n" "$COMMITRACK_LEDGER $*"\n')
    program.chmod(0o755)
    run = scheduled_run((str(program),), f"/l/{name}", (), {})

    command = cron_line(run, 7).split(" ", 5)[5]

    done = subprocess.run(["sh", "-c", command], capture_output=True, check=True)
    assert done.stdout.decode() == f"/l/{name} remind\n"


@pytest.mark.parametrize("path", ["/l/100%/c.toml", "/l/a\nb/c.toml", "/l/a\rb", "/l/\x1b[31m"])
def test_a_path_that_cron_cannot_hold_is_refused(path: str, home: Path) -> None:
    run = host(home)._replace(ledger=Path(path))

    with pytest.raises(WriteError) as caught:
        install("cron", run, print_only=False)

    assert caught.value.remedy
    assert "\n" not in caught.value.message
    assert not (home / "tab").exists()


def test_a_channels_address_is_not_shown_when_it_is_refused(home: Path) -> None:
    with pytest.raises(WriteError) as caught:
        install("cron", host(home)._replace(via=("mailto://me:p%40ss@x.org",)), print_only=False)

    assert "p%40ss" not in f"{caught.value.message}{caught.value.remedy}"


def test_a_long_path_is_left_away_and_a_long_line_refused() -> None:
    long = ":".join(f"/opt/folder-{number}/bin" for number in range(60))
    run = scheduled_run(("/opt/c",), "/l/c.toml", (), {"PATH": long, "LANG": "C.UTF-8"})

    line = cron_line(run, 7)

    assert line == ("7 * * * * /usr/bin/env LANG=C.UTF-8 COMMITRACK_LEDGER=/l/c.toml /opt/c remind")
    with pytest.raises(WriteError, match="longer than cron allows"):
        cron_line(scheduled_run(("/opt/c",), "/l" * LONGEST_COMMAND, (), {}), 7)


def test_only_variables_that_decide_where_things_are_go_along() -> None:
    given = {
        "HOME": "/srv/me",
        "PATH": "/usr/bin:.:/usr/bin",
        "TZ": "Asia/Seoul",
        "XDG_STATE_HOME": "/s",
        "XDG_SESSION_ID": "3",
        "COMMITRACK_NOW": "2025-07-08",
        "AWS_SECRET": "x",
        "DBUS_SESSION_BUS_ADDRESS": "unix:path=/run/user/1000/bus",
        "LANG": "",
    }

    run = scheduled_run(("/opt/c",), "/l/c.toml", ("ntfy://topic",), given)

    assert dict(run.environment) == {
        "HOME": "/srv/me",
        "PATH": "/usr/bin",
        "TZ": "Asia/Seoul",
        "XDG_STATE_HOME": "/s",
        "DBUS_SESSION_BUS_ADDRESS": "unix:path=/run/user/1000/bus",
    }
    assert run.ledger == "/l/c.toml"
    assert run.words == ("/opt/c", "remind", "--via=ntfy://topic")


@pytest.mark.parametrize("before", [None, "", THEIRS, "1 * * * * x\r\n"])
def test_installing_and_uninstalling_leaves_the_crontab_as_before(
    home: Path, before: str | None
) -> None:
    tab = home / "tab"
    if before is not None:
        tab.write_bytes(before.encode())

    (first,) = install("cron", host(home), print_only=False)
    there = tab.read_bytes()
    (second,) = install("cron", host(home), print_only=False)

    assert (first.is_changed, second.is_changed) == (True, False)
    assert tab.read_bytes() == there
    assert first.text.splitlines()[1] in there.decode()
    (placed,) = installed(environment(home))
    assert (placed.kind, placed.ledgers) == ("cron", (f"{home}/my ledger/commitments.toml",))
    assert len(uninstall("cron", environment(home))) == 1
    assert (tab.read_bytes().decode() if tab.exists() else None) == before
    assert uninstall("cron", environment(home)) == ()
    assert installed(environment(home)) == ()


def test_the_first_run_is_in_the_next_minute(home: Path) -> None:
    (placed,) = install("cron", host(home), print_only=True)
    (late,) = install("cron", host(home)._replace(clock=CLOCK.replace(second=55)), print_only=True)

    assert placed.text.splitlines()[1].startswith("7 * * * * /usr/bin/env ")
    assert late.text.splitlines()[1].startswith("8 * * * * ")
    words = shlex.split(placed.text.splitlines()[1])
    assert f"COMMITRACK_LEDGER={home}/my ledger/commitments.toml" in words
    assert words[-2:] == ["/opt/c", "remind"]


def test_print_touches_nothing_and_needs_no_cron(home: Path) -> None:
    (placed,) = install("cron", host(home), print_only=True)
    (without,) = install("cron", host(home, PATH="/nowhere"), print_only=True)

    assert placed.is_changed
    assert placed.text.splitlines()[0] == without.text.splitlines()[0] == BEGIN
    assert not (home / "tab").exists()


def test_without_a_crontab_program_the_remedy_is_named(home: Path) -> None:
    with pytest.raises(WriteError) as caught:
        install("cron", host(home, PATH="/nowhere"), print_only=False)

    assert caught.value.exit_code == 5
    assert "remind install systemd" in caught.value.remedy
    assert uninstall("cron", environment(home, PATH="/nowhere")) == ()


def test_who_may_not_use_cron_is_told_so(home: Path) -> None:
    refusal = "You (me) are not allowed to use this program (crontab)"

    with pytest.raises(WriteError) as caught:
        install("cron", host(home, REFUSES=refusal), print_only=False)

    assert refusal in caught.value.message
    assert "cron.allow or cron.deny" in caught.value.remedy


def test_a_crontab_that_cannot_be_read_is_not_taken_for_none(home: Path) -> None:
    program(home, "crontab", "#!/bin/sh\necho 'crontab: disk on fire' >&2; exit 1\n")

    with pytest.raises(WriteError, match="disk on fire"):
        install("cron", host(home), print_only=False)


def test_a_listing_that_cannot_be_trusted_is_not_written_back(home: Path) -> None:
    (home / "tab").write_text("0 5 1 1 * true\\r\n")

    with pytest.raises(WriteError, match="carriage returns"):
        install("cron", host(home), print_only=False)

    assert (home / "tab").read_text() == "0 5 1 1 * true\\r\n"


@pytest.mark.parametrize("kind", ["", "launchd"])
def test_an_unknown_kind_is_refused(home: Path, kind: str) -> None:
    with pytest.raises(UsageError):
        install(kind, host(home), print_only=True)
    with pytest.raises(UsageError):
        uninstall(kind, environment(home))
