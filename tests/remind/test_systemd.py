"""The units for systemd: accepted by its own checker, written and taken away again."""

import shutil
import stat
import subprocess
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest

from commitrack.app.installing import Host, install, installed, uninstall
from commitrack.errors import WriteError
from commitrack.remind.scheduled import scheduled_run
from commitrack.remind.systemd import SERVICE, TIMER, quoted, service_text, timer_text

NAMES = ["plain", "a b", "it's", 'a"b', "100%h", "$HOME", "a\\b", "a;b&c", "a=b", "é"]

# What systemd is asked is noted down; when REFUSES names a word, it refuses that.
FAKE = """\
#!/bin/sh
echo "$*" >>"$HOME/asked"
[ "$2" != "$REFUSES" ] || { echo "Failed to connect to bus: No medium found" >&2; exit 1; }
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "bin").mkdir()
    systemctl = tmp_path / "bin" / "systemctl"
    systemctl.write_text(FAKE)
    systemctl.chmod(0o755)
    return tmp_path


def environment(home: Path, **more: str) -> Mapping[str, str]:
    return {"HOME": str(home), "PATH": f"{home}/bin:/usr/bin:/bin", **more}


def host(home: Path, **more: str) -> Host:
    clock = datetime(2025, 7, 8, tzinfo=UTC)
    ledger = home / "my ledger" / "commitments.toml"
    return Host(environment(home, **more), ledger, home / "pending.txt", clock, (), ("/opt/c",))


def asked(home: Path) -> list[str]:
    return (home / "asked").read_text().splitlines()


@pytest.mark.parametrize("name", NAMES)
def test_systemd_accepts_the_units(name: str, tmp_path: Path) -> None:
    if shutil.which("systemd-analyze") is None:
        pytest.skip("needs systemd-analyze")
    program = tmp_path / name / "commitrack"
    program.parent.mkdir()
    shutil.copy("/bin/true", program)
    run = scheduled_run((str(program),), f"/l/{name}/c.toml", (f"command:{name}",), {})
    both = service_text(run._replace(ledger="/l/other.toml"), service_text(run))
    assert both.count("ExecStart=-:") == 2
    units = {SERVICE: service_text(run), TIMER: timer_text(), f"both-{SERVICE}": both}
    for unit, text in units.items():
        (tmp_path / unit).write_text(text)

    done = subprocess.run(
        ["systemd-analyze", "--user", "verify", *(str(tmp_path / unit) for unit in units)],
        capture_output=True,
        text=True,
        check=False,
        env={"PATH": "/usr/bin:/bin", "XDG_RUNTIME_DIR": str(tmp_path), "HOME": str(tmp_path)},
    )

    assert done.returncode == 0, done.stderr
    assert [line for line in done.stderr.splitlines() if "commitrack-reminders" in line] == []


def test_the_timer_makes_up_for_what_a_sleep_missed() -> None:
    assert "Persistent=true\n" in timer_text()
    assert "OnCalendar=hourly\n" in timer_text()


def test_a_line_end_is_refused() -> None:
    with pytest.raises(WriteError):
        quoted("/l/a\nExecStart=/bin/rm")


def test_the_units_come_and_go(home: Path) -> None:
    folder = home / ".config" / "systemd" / "user"

    placed = install("systemd", host(home), print_only=False)
    again = install("systemd", host(home), print_only=False)

    assert [one.is_changed for one in placed + again] == [True, True, False, False]
    assert sorted(path.name for path in folder.iterdir()) == [SERVICE, TIMER]
    service = (folder / SERVICE).read_text()
    assert stat.S_IMODE((folder / SERVICE).stat().st_mode) == 0o600  # it may hold a token
    ledger = f"{home}/my ledger/commitments.toml"
    assert f'ExecStart=:"/opt/c" "remind" "--ledger={ledger}"\n' in service
    assert f'Environment="HOME={home}"\n' in service
    assert asked(home)[-1] == f"--user enable --now {TIMER}"
    assert [one.where for one in installed(environment(home))] == [one.where for one in placed]
    assert len(uninstall("systemd", environment(home))) == 2
    assert list(folder.iterdir()) == []
    assert asked(home)[-2:] == [f"--user disable --now {TIMER}", "--user daemon-reload"]
    assert uninstall("systemd", environment(home)) == ()


def test_a_second_ledger_is_run_too(home: Path) -> None:
    install("systemd", host(home), print_only=False)
    install("systemd", host(home)._replace(ledger=Path("/l/100%/c.toml")), print_only=False)

    service, _ = install("systemd", host(home), print_only=False)

    assert not service.is_changed
    assert {line for line in service.text.splitlines() if line.startswith("ExecStart")} == {
        f'ExecStart=-:"/opt/c" "remind" "--ledger={home}/my ledger/commitments.toml"',
        'ExecStart=-:"/opt/c" "remind" "--ledger=/l/100%%/c.toml"',
    }


@pytest.mark.parametrize("name", NAMES)
def test_what_is_installed_tells_its_ledger_whatever_its_name(home: Path, name: str) -> None:
    install("systemd", host(home)._replace(ledger=Path(f"/l/{name}/c.toml")), print_only=False)

    service, timer = installed(environment(home))

    assert (service.ledgers, timer.ledgers) == ((f"/l/{name}/c.toml",), ())


def test_print_touches_nothing(home: Path) -> None:
    service, timer = install("systemd", host(home), print_only=True)

    assert service.where == str(home / ".config" / "systemd" / "user" / SERVICE)
    assert timer.text == timer_text()
    assert sorted(path.name for path in home.iterdir()) == ["bin"]


@pytest.mark.parametrize("refused", ["daemon-reload", "enable"])
def test_where_systemd_cannot_be_reached_nothing_stays_and_cron_is_named(
    home: Path, refused: str
) -> None:
    with pytest.raises(WriteError) as caught:
        install("systemd", host(home, REFUSES=refused), print_only=False)

    assert "No medium found" in caught.value.message
    assert "remind install cron" in caught.value.remedy
    assert installed(environment(home)) == ()


def test_without_systemd_cron_is_named(home: Path) -> None:
    (home / "bin" / "systemctl").unlink()

    with pytest.raises(WriteError) as caught:
        install("systemd", host(home, PATH=str(home / "bin")), print_only=False)

    assert caught.value.message == "there is no systemd here"
    assert "remind install cron" in caught.value.remedy


def test_the_units_go_also_where_systemd_cannot_be_reached(home: Path) -> None:
    install("systemd", host(home), print_only=False)
    wants = home / ".config" / "systemd" / "user" / "timers.target.wants"
    wants.mkdir()
    (wants / TIMER).symlink_to(wants.parent / TIMER)

    uninstall("systemd", environment(home, REFUSES="disable"))

    assert list(wants.iterdir()) == []
    assert installed(environment(home)) == ()


def test_by_default_the_runs_start_this_very_program(home: Path) -> None:
    service, _ = install("systemd", host(home)._replace(program=()), print_only=True)

    assert f'ExecStart=:"{Path(sys.executable).parent}/' in service.text
