"""What `remind` does besides: one function an action."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from commitrack.app.pending import prepare_pending
from commitrack.app.reminding import TERMINAL, Place
from commitrack.cli.reminders import FACES, ReminderOptions, place_of, sender_of
from commitrack.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from commitrack.cli.session import Session
    from commitrack.remind.facts import Fact


def refuse_slip(word: str) -> None:
    """A mistyped action would be a filter that finds nothing, and be taken for done.

    Raises:
        UsageError: it is nearly an action.
    """
    if not word.isalpha():
        return
    from difflib import get_close_matches  # noqa: PLC0415  # few runs have filters

    near = get_close_matches(word, ACTIONS, n=1, cutoff=0.75)
    if near:
        remedy = f"did you mean `remind {near[0]}`? for the text write text:{word}"
        raise UsageError(f"remind cannot {word}", remedy=remedy)


def _answered_place(session: Session, given: ReminderOptions) -> Place:
    place = place_of(session, given)
    if not place.keeps:
        message = "now is supposed, by --now or COMMITRACK_NOW, so that no answer is kept"
        raise UsageError(message, remedy="add --write-state to keep it all the same")
    return place


def _ids(session: Session, place: Place, words: Sequence[str]) -> tuple[str, ...]:
    from commitrack.app.resolving import find_commitment  # noqa: PLC0415  # answers only

    exact = not session.can_ask
    return tuple(dict.fromkeys(find_commitment(word, place.ledger, exact=exact) for word in words))


def _ack(session: Session, words: tuple[str, ...], given: ReminderOptions) -> None:
    """Seen: nothing more before it is late."""
    from commitrack.app.answering import acknowledge, still_unanswered  # noqa: PLC0415
    from commitrack.report.reminder_text import answer_line  # noqa: PLC0415

    if not words:
        raise UsageError("which was seen?", remedy="commitrack remind ack ID")
    place = _answered_place(session, given)
    answers = acknowledge(place, _ids(session, place, words))
    for candidate, through in answers:
        session.out(answer_line(candidate.id, candidate.role, through))
    prepare_pending(place, still_unanswered(place), is_run=False)


def _snooze(session: Session, words: tuple[str, ...], given: ReminderOptions) -> None:
    """Not now: said again on a day."""
    from commitrack.app.answering import snooze, still_unanswered  # noqa: PLC0415
    from commitrack.timing.display import format_day  # noqa: PLC0415
    from commitrack.timing.periods import try_period  # noqa: PLC0415

    *ids, until = words or ("",)
    if not ids:
        remedy = "commitrack remind snooze ID 3d"
        raise UsageError("snooze which, and until when?", remedy=remedy)
    period = try_period(until)
    if period is not None and period.hours:
        raise UsageError(f"a snooze lasts days, not {until}", remedy="write 1d, 3d, friday, aug 1")
    place = _answered_place(session, given)
    keys = _ids(session, place, ids)
    day: date = session.window(until)
    if day <= session.now.today():
        raise UsageError(f"{until} is not ahead", remedy="write 3d, friday, aug 1")
    passing = snooze(place, keys, day)
    for key in keys:
        session.out(f"{key}: said again on {format_day(day)}\n")
    for it, ends in passing:
        session.hint(f"{it.id}: {it.role}: that is after its day, {format_day(ends)}")
    prepare_pending(place, still_unanswered(place), is_run=False)


def _status(session: Session, words: tuple[str, ...], given: ReminderOptions) -> None:
    """What waits for an answer, what was sent when, whether the runs go on."""
    from commitrack.app.reminder_status import reminder_status  # noqa: PLC0415
    from commitrack.cli.reminder_install import installed_for  # noqa: PLC0415
    from commitrack.report.reminder_machine import status_document  # noqa: PLC0415
    from commitrack.report.reminder_page import status_lines  # noqa: PLC0415
    from commitrack.report.rows import RemindingShown  # noqa: PLC0415

    _no_more(words, "status")
    place = place_of(session, given)
    status = reminder_status(place)
    runs = installed_for(session, place.path)
    told = tuple((it.shown, [fact._asdict() for fact in it.facts]) for it in status.waiting)
    shown = RemindingShown(status.last, status.stopped, told, status.snoozed, tuple(runs))
    if session.face(FACES) == "json":
        from commitrack.report.machine import format_json  # noqa: PLC0415

        session.out(format_json(status_document(shown, session.now)))
        return
    lines = status_lines(shown, session.now)
    session.out("".join(f"{line}\n" for line in lines))


def _log(session: Session, words: tuple[str, ...], given: ReminderOptions) -> None:
    """Everything that became of reminders."""
    from commitrack.app.reminder_status import reminder_log  # noqa: PLC0415
    from commitrack.report.reminder_machine import log_document  # noqa: PLC0415
    from commitrack.report.reminder_page import log_line  # noqa: PLC0415

    place = place_of(session, given)
    facts: tuple[Fact, ...] = reminder_log(place, _ids(session, place, words))
    if session.face(FACES) == "json":
        from commitrack.report.machine import format_json  # noqa: PLC0415

        rows = [fact._asdict() for fact in facts]
        session.out(format_json(log_document(rows, session.now)))
        return
    session.out("".join(f"{log_line(fact._asdict(), session.now)}\n" for fact in facts))


def _test(session: Session, words: tuple[str, ...], _: ReminderOptions) -> None:
    """Say a word on a channel."""
    if not words:
        raise UsageError("test which channel?", remedy="commitrack remind test terminal")
    for address in words:
        name, send = sender_of(session, address)
        send("commitrack: a test", "A test: reminders come this way.\n")
        if name != TERMINAL:
            session.hint(f"{name} took it")


def _install(session: Session, words: tuple[str, ...], given: ReminderOptions) -> None:
    """Let cron or a timer run it, or a shell show it."""
    from commitrack.cli.reminder_install import install_kind  # noqa: PLC0415  # seldom

    if given.lead or given.digest:
        option = "--lead" if given.lead else "--digest"
        remedy = 'lead times of all runs are a setting: remind = "30d,7d,2h" in config.toml'
        raise UsageError(f"{option} is not taken along into the runs", remedy=remedy)
    install_kind(session, words, given.via, only_print=given.only_print)


def _uninstall(session: Session, words: tuple[str, ...], _: ReminderOptions) -> None:
    """Take that out again."""
    from commitrack.cli.reminder_install import uninstall_kind  # noqa: PLC0415  # seldom

    uninstall_kind(session, words)


def _no_more(words: Sequence[str], action: str) -> None:
    if words:
        raise UsageError(f"remind {action} takes nothing more, not {words[0]}")


ACTIONS = {
    "ack": _ack,
    "snooze": _snooze,
    "status": _status,
    "log": _log,
    "test": _test,
    "install": _install,
    "uninstall": _uninstall,
}
"""What `remind` can do besides."""


def complete_words(ctx: Any, incomplete: str) -> list[tuple[str, str]]:  # noqa: ANN401  # typer's own
    """Actions, ids after an action that takes them, else filters."""
    from commitrack.cli.completing import complete_filters, complete_ids  # noqa: PLC0415

    words = ctx.params.get("words") or []
    if words and words[0] in ("ack", "snooze", "log"):
        return complete_ids(ctx, incomplete)
    actions = [] if words else [(name, "") for name in ACTIONS if name.startswith(incomplete)]
    return [*actions, *complete_filters(ctx, incomplete)]
