"""`remind` itself: what is new is said on its channels, and what that needs."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple

from commitrack.app.pending import pend_unreadable, prepare_pending
from commitrack.app.reminding import TERMINAL, Done, Place, Way, remind
from commitrack.cli.opening import open_reported
from commitrack.errors import InvalidLedgerError, UsageError, WriteError
from commitrack.remind.leads import DEFAULT_LEADS, parse_leads
from commitrack.settings import state_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from commitrack.cli.session import Session
    from commitrack.errors import CommitrackError
    from commitrack.report.rows import ReminderShown
    from commitrack.timing.reckoning import Item

    Condition = Callable[[Item], bool] | None

FACES = ("plain", "json")
NOT_DELIVERED = 6


class ReminderOptions(NamedTuple):
    """The options of `remind`, whatever it does."""

    lead: tuple[str, ...] = ()
    via: tuple[str, ...] = ()
    digest: bool = False
    write_state: bool = False
    only_print: bool = False


def say(session: Session, filters: tuple[str, ...], given: ReminderOptions) -> None:
    """Say what is new; on a channel that does not take it, it stays pending: exit 6."""
    is_json = session.face(FACES) == "json"
    if is_json and (given.digest or TERMINAL in given.via):
        what = "a digest is text" if given.digest else "a document goes to the terminal by itself"
        raise UsageError(what, remedy="leave away --json, or the other option")
    place = _place_told(session, given)
    condition = session.condition(filters)
    if given.digest:
        done = _digest(session, place, condition, given.via)
    else:
        done = _remind(session, place, condition, given.via, is_json=is_json)
    for notice in done.notices:
        from commitrack.remind.notices import notice_words  # noqa: PLC0415  # seldom

        session.hint(notice_words(notice, str(place.state)))
    _report(session, done.faults)
    if place.keeps:
        prepare_pending(place, done.unanswered)


def _place_told(session: Session, given: ReminderOptions) -> Place:
    """The ledger; where nothing of it can be read, the next shell says so too."""
    try:
        return place_of(session, given)
    except InvalidLedgerError:
        if keeps(session, given):
            folder = state_folder(session.settings.environment)
            with suppress(WriteError):  # the ledger's fault is the one to tell
                pend_unreadable(folder, session.ledger_path.resolve(), session.now)
        raise


def _remind(
    session: Session, place: Place, condition: Condition, via: Sequence[str], *, is_json: bool
) -> Done:
    said: list[ReminderShown] = []
    ways = [_way(session, address, said) for address in _in_turn(via)]
    ways = ways or [Way(TERMINAL, lambda shown: _show(session, shown, is_json=is_json))]
    done = remind(place, ways, condition)
    if is_json and (via or not done.said):
        _show(session, said, is_json=True)
    return done


def _digest(session: Session, place: Place, condition: Condition, via: Sequence[str]) -> Done:
    from commitrack.app.digesting import digest  # noqa: PLC0415  # few ask for it

    addresses = _in_turn(via or (TERMINAL,))
    return digest(place, [sender_of(session, address) for address in addresses], condition)


def _in_turn(via: Sequence[str]) -> list[str]:
    """Each channel once, the terminal last: an output that cannot be written ends the run."""
    return sorted(dict.fromkeys(via), key=lambda address: address == TERMINAL)


def _show(session: Session, shown: Sequence[ReminderShown], *, is_json: bool) -> None:
    """Print reminders; when this returns, they have left the program."""
    if is_json:
        from commitrack.report.machine import format_json  # noqa: PLC0415  # one face a run
        from commitrack.report.reminder_machine import reminders_document  # noqa: PLC0415

        session.out(format_json(reminders_document(shown, session.now)))
    else:
        from commitrack.report.reminder_text import reminders_text  # noqa: PLC0415

        session.out(reminders_text(shown, session.now))
    session.flush()


def _way(session: Session, address: str, said: list[ReminderShown]) -> Way:
    """A channel by its address; what it took is added to `said`."""
    if address == TERMINAL:
        return Way(TERMINAL, lambda shown: _show(session, shown, is_json=False))
    name, send = sender_of(session, address)

    def deliver(shown: Sequence[ReminderShown]) -> None:
        from commitrack.report.reminder_text import (  # noqa: PLC0415  # only to say something
            reminders_text,
            subject_line,
        )

        send(f"commitrack: {subject_line(shown, session.now)}", reminders_text(shown, session.now))
        said.extend(shown)

    return Way(name, deliver)


def sender_of(session: Session, address: str) -> tuple[str, Callable[[str, str], None]]:
    """A channel's name in the state, which tells no secret of its address, and how it is used."""
    if address == TERMINAL:
        return TERMINAL, _printer(session)
    from hashlib import sha256  # noqa: PLC0415  # only with a channel

    from commitrack.remind.channels import find_channel  # noqa: PLC0415

    digits = sha256(address.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    return f"{address.partition(':')[0]}:{digits}", find_channel(address).deliver


def _printer(session: Session) -> Callable[[str, str], None]:
    def deliver(_: str, body: str) -> None:
        session.out(body)
        session.flush()

    return deliver


def _report(session: Session, faults: Sequence[CommitrackError]) -> None:
    if not faults:
        return
    from commitrack.report.failure import format_error  # noqa: PLC0415  # only on failure

    session.flush()
    for fault in faults:
        session.world.stderr.write(format_error(fault))
    session.exit_code = session.exit_code or NOT_DELIVERED


def place_of(session: Session, given: ReminderOptions) -> Place:
    """The ledger with its reminders."""
    settings = session.settings
    ledger = open_reported(session)
    return Place(
        ledger,
        session.ledger_path.resolve(),
        state_folder(settings.environment),
        session.now,
        parse_leads(given.lead),
        _usual(settings.remind),
        keeps(session, given),
    )


def keeps(session: Session, given: ReminderOptions) -> bool:
    """Whether anything is written: not for a supposed now, unless that is asked for."""
    return given.write_state or not session.settings.is_supposed


def _usual(setting: str | None) -> tuple[Any, ...]:
    """The lead times of the settings, else 30, 7, 3, 1 and 0 days."""
    return (parse_leads((setting,)) if setting else ()) or DEFAULT_LEADS
