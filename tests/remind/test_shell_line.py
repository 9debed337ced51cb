"""The lines for the shell, in real shells: what a run prepared, and when the runs stopped."""

import shutil
import stat
import subprocess
import time
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

import pytest

from commitrack.app.installing import Host, install, installed, uninstall
from commitrack.errors import WriteError
from commitrack.remind.shell import SHELLS, shell_lines
from tests.project.shells import run_on_terminal

STARTED = {"bash": ["bash", "-i"], "zsh": ["zsh", "-i"], "fish": ["fish", "-i"]}
START_UP = {
    "bash": ".bashrc",
    "zsh": ".zshrc",
    "fish": ".config/fish/conf.d/commitrack.fish",
}
DAY_S = 86_400
NEVER = "commitrack: reminders have not run yet: commitrack remind status\n"
HOSTILE = "$(touch owned) `touch owned`; touch owned % %s 'a' \"b\" \\n \\ * ~ -n"
FOLDERS = ["state", "a b", "it's", 'a"b', "$(touch owned)", "100%s", "a\\b\\'c", "-n", "\u2028é"]


@pytest.fixture(params=SHELLS)
def shell(request: pytest.FixtureRequest) -> str:
    name = str(request.param)
    if shutil.which(name) is None:
        pytest.skip(f"needs {name}")
    return name


def install_into(home: Path, shell: str, pending: Path) -> Path:
    environment = {"HOME": str(home), "SHELL": f"/bin/{shell}"}
    clock = datetime(2025, 7, 8, tzinfo=UTC)
    install("shell", Host(environment, home / "l.toml", pending, clock), print_only=False)
    return home / START_UP[shell]


def prepare(pending: Path, *lines: str, age_s: float = 60) -> None:
    pending.parent.mkdir(parents=True, exist_ok=True)
    text = f"# {int(time.time() - age_s)}\n" + "".join(f"{line}\n" for line in lines)
    pending.write_text(text)


def started(home: Path, shell: str, *words: str) -> "subprocess.CompletedProcess[str]":
    """A shell that reads its start-up files and runs one command."""
    return subprocess.run(
        [*(words or STARTED[shell]), "-c", "echo ready"],
        cwd=home,
        env={"HOME": str(home), "PATH": "/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C.UTF-8"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_next_shell_prints_what_is_pending(tmp_path: Path, shell: str, folder: str) -> None:
    pending = tmp_path / folder / "pending.txt"
    install_into(tmp_path, shell, pending)
    prepare(pending, HOSTILE, "", "  In 3 days: Tariff [tariff]")

    done = started(tmp_path, shell)

    assert done.stdout == f"{HOSTILE}\n\n  In 3 days: Tariff [tariff]\nready\n"
    assert not (tmp_path / "owned").exists()
    assert "commitrack" not in done.stderr


def test_nothing_is_printed_when_nothing_is_pending(tmp_path: Path, shell: str) -> None:
    pending = tmp_path / "pending.txt"
    install_into(tmp_path, shell, pending)
    prepare(pending)
    first = started(tmp_path, shell)
    pending.write_text("")

    second = started(tmp_path, shell)

    assert first.stdout == second.stdout == "ready\n"


def test_it_says_when_the_runs_have_stopped(tmp_path: Path, shell: str) -> None:
    pending = tmp_path / "pending.txt"
    install_into(tmp_path, shell, pending)
    prepare(pending, "In 3 days: Tariff", age_s=2 * DAY_S - 60)
    fresh = started(tmp_path, shell)
    prepare(pending, "In 3 days: Tariff", age_s=9 * DAY_S + 60)

    stale = started(tmp_path, shell)

    assert fresh.stdout == "In 3 days: Tariff\nready\n"
    assert stale.stdout == (
        "In 3 days: Tariff\n"
        "commitrack: reminders have not run for 9 days: commitrack remind status\n"
        "ready\n"
    )


def test_it_says_when_there_was_no_run_at_all(tmp_path: Path, shell: str) -> None:
    install_into(tmp_path, shell, tmp_path / "pending.txt")

    assert started(tmp_path, shell).stdout == f"{NEVER}ready\n"


@pytest.mark.parametrize(
    "first", ["# a[$(touch owned)]", "# 1751932800+x", "junk", "# 08", "#", "# 9999999999"]
)
def test_a_first_line_that_is_no_time_does_no_harm(tmp_path: Path, shell: str, first: str) -> None:
    pending = tmp_path / "pending.txt"
    install_into(tmp_path, shell, pending)
    pending.write_text(f"{first}\nIn 3 days: Tariff\n")

    done = started(tmp_path, shell)

    assert done.stdout.splitlines()[0] == "In 3 days: Tariff"
    assert done.stdout.splitlines()[-1] == "ready"
    assert not (tmp_path / "owned").exists()
    assert "commitrack" not in done.stderr


def test_a_script_sees_nothing_of_it(tmp_path: Path, shell: str) -> None:
    pending = tmp_path / "pending.txt"
    start_up = install_into(tmp_path, shell, pending)
    prepare(pending, "In 3 days: Tariff")

    done = started(tmp_path, shell, shell)
    sourced = subprocess.run(
        [shell, "-c", f"source '{start_up}'; echo ready"],
        env={"HOME": str(tmp_path), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.stdout == sourced.stdout == "ready\n"
    assert sourced.stderr == ""


def test_nothing_of_ours_is_left_in_the_shell(tmp_path: Path, shell: str) -> None:
    pending = tmp_path / "pending.txt"
    install_into(tmp_path, shell, pending)
    prepare(pending)
    listing = {"bash": "set", "zsh": "set; functions", "fish": "set; functions -a"}[shell]

    done = subprocess.run(
        [*STARTED[shell], "-c", listing],
        cwd=tmp_path,
        env={"HOME": str(tmp_path), "PATH": "/usr/bin:/bin"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )

    lines = [line for line in done.stdout.splitlines() if not line.startswith("_=")]
    assert lines
    assert not any("_commitrack" in line for line in lines)


@pytest.mark.parametrize("options", ["set -eu", "set -u -o pipefail", "set -o posix"])
def test_strict_settings_of_bash_do_not_end_the_shell(tmp_path: Path, options: str) -> None:
    pending = tmp_path / "pending.txt"
    (tmp_path / ".bashrc").write_text(f"{options}\n")
    install_into(tmp_path, "bash", pending)
    prepare(pending, "In 3 days: Tariff")

    assert started(tmp_path, "bash").stdout == "In 3 days: Tariff\nready\n"


def test_a_terminal_shows_it_above_the_prompt(tmp_path: Path, shell: str) -> None:
    pending = tmp_path / "pending.txt"
    install_into(tmp_path, shell, pending)
    prepare(pending, "In 3 days: Tariff [tariff]")

    seen = run_on_terminal(
        [*STARTED[shell], "-c", "exit"],
        tmp_path,
        {"HOME": str(tmp_path), "PATH": "/usr/bin:/bin", "TERM": "xterm", "LC_ALL": "C.UTF-8"},
    )

    assert "In 3 days: Tariff [tariff]\n" in seen


@pytest.mark.parametrize(
    "before",
    [None, b"", b"alias ll='ls -l'\n", b"alias x=y", b"a\r\nb\r\n", b"# caf\xe9\n", b"\n\n"],
    ids=["missing", "empty", "usual", "no-final-newline", "crlf", "latin-1", "blank"],
)
@pytest.mark.parametrize("name", SHELLS)
def test_uninstalling_leaves_the_file_byte_for_byte(
    tmp_path: Path, name: str, before: bytes | None
) -> None:
    path = tmp_path / START_UP[name]
    if before is not None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(before)
        path.chmod(0o640)
    environment = {"HOME": str(tmp_path), "SHELL": f"/bin/{name}"}

    install_into(tmp_path, name, tmp_path / "pending.txt")
    there = path.read_bytes()
    install_into(tmp_path, name, tmp_path / "pending.txt")

    assert path.read_bytes() == there
    assert there.startswith(before or b"")
    assert [placed.where for placed in installed(environment)] == [str(path)]
    uninstall("shell", environment)
    assert (path.read_bytes() if path.exists() else None) == before
    assert before is None or stat.S_IMODE(path.stat().st_mode) == 0o640
    assert installed(environment) == ()
    assert list(path.parent.glob(".*commitrack*")) == []


def test_a_link_to_a_start_up_file_stays_a_link(tmp_path: Path) -> None:
    real = tmp_path / "dotfiles" / "bashrc"
    real.parent.mkdir()
    real.write_text("alias x=y\n")
    (tmp_path / ".bashrc").symlink_to(real)

    install_into(tmp_path, "bash", tmp_path / "pending.txt")

    assert (tmp_path / ".bashrc").is_symlink()
    assert "commitrack" in real.read_text()


def test_every_shell_with_settings_gets_it_and_bash_where_none_is_known(tmp_path: Path) -> None:
    clock = datetime(2025, 7, 8, tzinfo=UTC)
    host = Host({"HOME": str(tmp_path)}, tmp_path / "l.toml", tmp_path / "p.txt", clock)
    only = install("shell", host, print_only=True)
    (tmp_path / ".zshrc").touch()
    (tmp_path / ".config" / "fish").mkdir(parents=True)

    placed = install("shell", host, print_only=True)

    assert [one.where for one in only] == [str(tmp_path / ".bashrc")]
    names = [one.where.removeprefix(f"{tmp_path}/") for one in placed]
    assert names == [START_UP["zsh"], START_UP["fish"]]
    assert (tmp_path / ".zshrc").read_bytes() == b""


def test_a_file_that_cannot_be_read_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / ".bashrc").mkdir()

    with pytest.raises(WriteError) as caught:
        install_into(tmp_path, "bash", tmp_path / "pending.txt")

    assert ".bashrc" in caught.value.message


@pytest.mark.slow
def test_the_lines_cost_less_than_five_milliseconds(tmp_path: Path, shell: str) -> None:
    pending = tmp_path / "with" / "pending.txt"
    plain, lined = tmp_path / "plain", tmp_path / "lined"
    prepare(pending, *["In 3 days: Tariff on South Korean goods [tariff]"] * 10)
    for home in (plain, lined):
        home.mkdir()
    start_up = plain / START_UP[shell]
    start_up.parent.mkdir(parents=True, exist_ok=True)
    start_up.touch()
    install_into(lined, shell, pending)

    differences = [timed(lined, shell) - timed(plain, shell) for _ in range(31)]

    assert median(differences) < 0.005


def timed(home: Path, shell: str) -> float:
    start = time.perf_counter()
    started(home, shell)
    return time.perf_counter() - start


def test_the_lines_start_no_python() -> None:
    for name in SHELLS:
        text = "\n".join(shell_lines(name, "/s/pending.txt"))
        assert "python" not in text
        assert "$(commitrack" not in text
