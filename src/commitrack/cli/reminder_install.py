"""`remind install` and `remind uninstall`: what runs reminders, and what shows them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from commitrack.app.installing import KINDS, Host, install, installed, uninstall
from commitrack.app.pending import STOPPED_AFTER, last_run, pending_file
from commitrack.errors import UsageError
from commitrack.report.harmless import harmless
from commitrack.settings import state_folder
from commitrack.timing.display import format_instant

if TYPE_CHECKING:
    from pathlib import Path

    from commitrack.cli.session import Session

_NEXT = {
    "cron": "it runs every hour; what it says comes in the next shell with: "
    "commitrack remind install shell",
    "systemd": "it runs every hour; what it says comes in the next shell with: "
    "commitrack remind install shell",
    "shell": "the next shell prints what the last run prepared",
}


def install_kind(
    session: Session, words: tuple[str, ...], via: tuple[str, ...], *, only_print: bool
) -> None:
    """Install cron, systemd or shell; or with `only_print` show what would be where."""
    kind = _one(words, "install")
    environment = session.settings.environment
    host = Host(
        environment,
        session.ledger_path if kind != "shell" else session.settings.folder,
        pending_file(state_folder(environment)),
        session.world.clock().astimezone(),
        via,
    )
    for placed in install(kind, host, print_only=only_print):
        if only_print:
            session.out(f"# {harmless(placed.where)}\n{_lines(placed.text)}")
        else:
            state = "installed" if placed.is_changed else "is there already"
            session.out(f"{kind}: {harmless(placed.where)}: {state}\n")
    if not only_print:
        session.hint(_NEXT[kind])


def uninstall_kind(session: Session, words: tuple[str, ...]) -> None:
    """Take out what was installed; everything else stays as it was."""
    kind = _one(words, "uninstall")
    found = uninstall(kind, session.settings.environment)
    for placed in found:
        session.out(f"{kind}: {harmless(placed.where)}: taken out\n")
    if not found:
        session.hint(f"{kind}: nothing was installed")


def installed_for(session: Session, ledger: Path) -> list[tuple[str, str]]:
    """Kind and place of what runs the reminders of a ledger, and of what shows them."""
    environment = session.settings.environment
    pending = str(pending_file(state_folder(environment)))
    ledgers = {str(ledger), str(session.ledger_path.absolute())}
    return [
        (placed.kind, placed.where)
        for placed in installed(environment)
        if (pending in placed.text if placed.kind == "shell" else ledgers & set(placed.ledgers))
    ]


def describe_runs(session: Session, ledger: Path) -> str:
    """Whether anything runs the reminders of a ledger, and when it last did, in a line."""
    kinds = [kind for kind, _ in installed_for(session, ledger) if kind != "shell"]
    if not kinds:
        return "Reminders do not run by themselves: commitrack remind install cron"
    second = last_run(state_folder(session.settings.environment))
    if second is None:
        return f"Reminders: {', '.join(kinds)}, no run yet"
    last = datetime.fromtimestamp(second, UTC)
    is_stopped = session.now.at - last > STOPPED_AFTER
    state = "; the runs have stopped: commitrack remind status" if is_stopped else ""
    return f"Reminders: {', '.join(kinds)}, last run {format_instant(last, session.now.tz)}{state}"


def _one(words: tuple[str, ...], action: str) -> str:
    if len(words) != 1:
        remedy = f"commitrack remind {action} {'|'.join(KINDS)}"
        raise UsageError(f"{action} one thing", remedy=remedy)
    return words[0]


def _lines(text: str) -> str:
    return "".join(f"{harmless(line)}\n" for line in text.splitlines())
