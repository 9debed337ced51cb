"""A real cron: the installed line fires, its output arrives, and the crontab is as before."""

import os
import re
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from commitrack.timing.clock import read_clock
from tests.cli.desk import COMMITRACK

BEFORE = "MAILTO=me@example.org\n# m h  dom mon dow   command\n0 5 1 1 * true\n"
TITLE = "Tariff `touch owned` $(touch owned) 100% \\\\ & | ; 'x' takes effect"

# A daemon of its own, with its own spool, pid file and sendmail, without the jobs of the system.
# A container may forbid what PAM does for a session, then no job is run. Nobody outside sees any of
# it, and all of it is gone with the daemon.
SETTING = """\
set -e
mount -t tmpfs none /run
mount -t tmpfs none /var/spool/cron
mkdir /var/spool/cron/crontabs
chgrp crontab /var/spool/cron/crontabs
chmod 1730 /var/spool/cron/crontabs
cp -a /usr/sbin "$1/sbin"
rm -f "$1/sbin/sendmail"
printf '#!/bin/sh\\nexec cat >>%s/mail\\n' "$1" >"$1/sbin/sendmail"
chmod 755 "$1/sbin/sendmail"
mount --bind "$1/sbin" /usr/sbin
mount --bind /dev/null /etc/crontab
mount -t tmpfs none /etc/cron.d
for kind in auth account session; do echo "$kind required pam_permit.so"; done >"$1/pam"
mount --bind "$1/pam" /etc/pam.d/cron
echo ready
exec cron -f
"""


class Cron:
    """A running daemon.

    Attributes:
        folder: where its mail goes, and where the home of its user is.
    """

    def __init__(self, folder: Path, pid: int) -> None:
        self.folder = folder
        self.home = folder / "a home"
        self.home.mkdir()
        self._enter = ["nsenter", f"--target={pid}", "--mount", f"--wd={self.home}", "--"]

    @property
    def mail(self) -> str:
        path = self.folder / "mail"
        return path.read_text() if path.exists() else ""

    def table(self) -> bytes | None:
        """The crontab as it is on the disk, without the three lines that the program adds."""
        shown = self.run("sh", "-c", "od -An -v -tx1 /var/spool/cron/crontabs/root 2>/dev/null")
        return bytes.fromhex(shown).split(b"\n", 3)[3] if shown else None

    def run(self, *words: str, given: str = "") -> str:
        """Run a program beside the daemon."""
        done = subprocess.run(
            [*self._enter, *words],
            env={"HOME": str(self.home), "PATH": "/usr/bin:/bin:/usr/sbin", "LC_ALL": "C.UTF-8"},
            input=given.encode(),
            capture_output=True,
            check=False,
            timeout=60,
        )
        return (done.stdout + done.stderr).decode()


@pytest.fixture
def cron(tmp_path: Path) -> Iterator[Cron]:
    for program in ("cron", "crontab", "unshare", "nsenter"):
        if shutil.which(program) is None:
            pytest.skip(f"needs {program}")
    if os.geteuid() != 0:
        pytest.skip("needs root, for a cron daemon of its own")
    words = ["unshare", "--mount", "sh", "-c", SETTING, "sh", str(tmp_path)]
    # On the system's clock, as a daemon is: the tests run on that of an awkward zone.
    plain = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8"}
    pipe, same = subprocess.PIPE, subprocess.STDOUT
    with subprocess.Popen(words, stdout=pipe, stderr=same, env=plain) as daemon:
        try:
            assert daemon.stdout is not None
            assert daemon.stdout.readline() == b"ready\n"
            time.sleep(1.5)  # cron does not see two changes of one second
            yield Cron(tmp_path, daemon.pid)
        finally:
            daemon.kill()


@pytest.mark.slow
def test_a_real_cron_fires_the_line_and_loses_it_again(cron: Cron) -> None:
    due = (read_clock().date() + timedelta(days=3)).isoformat()
    (cron.home / "commitments.toml").write_text(
        f'format = 1\n[commitment.tariff]\ntitle = "{TITLE}"\nkind = "promise"\nby = ["US"]\n'
        f"due = {due}\nrecorded = 2020-01-01\n"
    )
    cron.run("crontab", "-", given=BEFORE)
    pending = cron.home / ".local" / "state" / "commitrack" / "pending.txt"

    installed = cron.run(COMMITRACK, "remind", "install", "cron")
    cron.run(COMMITRACK, "remind", "install", "shell")

    assert "cron: the crontab of root: installed" in installed
    wait_for(lambda: "tariff" in cron.mail, timeout_s=120)
    first_mail = cron.mail
    assert "To: me@example.org" in first_mail
    assert TITLE.replace("\\\\", "\\") in first_mail
    wait_for(pending.exists, timeout_s=10)
    seen = cron.run("bash", "-i", "-c", "echo ready")
    assert re.search(r"^In \d days, .*takes effect \[tariff\]$", seen, re.MULTILINE), seen

    first_run = pending.read_text().splitlines()[0]
    table = cron.run("crontab", "-l")
    cron.run("crontab", "-", given=re.sub(r"^\d+ (?=.*remind$)", "* ", table, flags=re.MULTILINE))
    wait_for(lambda: pending.read_text().splitlines()[0] != first_run, timeout_s=120)
    time.sleep(2)  # whatever it printed would be in the mail by now

    assert cron.mail == first_mail
    assert "cron: the crontab of root: taken out" in cron.run(
        COMMITRACK, "remind", "uninstall", "cron"
    )
    assert cron.run("crontab", "-l") == BEFORE
    assert not list(cron.home.rglob("owned"))


@pytest.mark.slow
@pytest.mark.parametrize(
    "before",
    [None, BEFORE, "0 5 1 1 * true\r\n", "# caf\u00e9\n\n\n", "0 5 1 1 * tr '\\r' x <a\r\n"],
    ids=["none", "usual", "crlf", "blank", "both"],
)
def test_a_real_crontab_is_byte_for_byte_as_before(cron: Cron, before: str | None) -> None:
    (cron.home / "commitments.toml").write_text("format = 1\n")
    if before is not None:
        cron.run("crontab", "-", given=before)
    at_first = cron.table()

    for _ in range(2):
        cron.run(COMMITRACK, "remind", "install", "cron")
    there = cron.run("crontab", "-l")
    cron.run(COMMITRACK, "remind", "uninstall", "cron")

    assert there.count("COMMITRACK_LEDGER") == 1
    assert at_first == (None if before is None else before.encode())
    assert cron.table() == at_first


@pytest.mark.slow
def test_cron_takes_a_line_of_the_greatest_length(cron: Cron) -> None:
    folder = cron.home / ("x" * 250) / ("y" * 250) / ("z" * 150)
    folder.mkdir(parents=True)
    (folder / "commitments.toml").write_text("format = 1\n")

    said = cron.run(COMMITRACK, "remind", "install", "cron", "--ledger", str(folder))

    assert "installed" in said
    assert "z/commitments.toml" in cron.run("crontab", "-l")


def wait_for(is_so: Callable[[], bool], timeout_s: float) -> None:
    end = time.monotonic() + timeout_s
    while not is_so():
        assert time.monotonic() < end, f"not within {timeout_s:g} s"
        time.sleep(0.2)
