"""The review: which statements, one after the other, and all that was accepted in one write."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

from commitrack.app.harvest.drafts import draft_of
from commitrack.app.harvest.recording import record_all
from commitrack.app.harvest.review import Progress
from commitrack.cli.reading.asking import ask, ask_yes
from commitrack.cli.reading.choice import chosen_numbers
from commitrack.cli.reading.options import open_if_there
from commitrack.cli.reading.records import echo_harvested
from commitrack.cli.reading.screen import show_lines
from commitrack.cli.reading.step import BACK, Desk, decide, is_sound
from commitrack.errors import CommitrackError, UsageError
from commitrack.ledger.reading import read_ledger
from commitrack.ledger.skeleton import SKELETON
from commitrack.report.harmless import harmless
from commitrack.report.reading.overview import overview_lines
from commitrack.settings import state_folder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from commitrack.app.harvest.finding import Harvest
    from commitrack.app.harvest.review import Item
    from commitrack.cli.reading.options import ReadOptions
    from commitrack.cli.session import Session

_MOST_IN_SIGHT = 5


def review_all(session: Session, harvest: Harvest, options: ReadOptions) -> None:
    """Ask which statements are to be recorded, go through them, and record what is accepted."""
    path = session.ledger_to_make
    ledger = open_if_there(session) or read_ledger(SKELETON, str(path))
    progress = Progress(harvest, ledger, state_folder(session.settings.environment), path)
    offered = [item for item in progress.open if item.is_tracked or options.all]
    if not offered:
        if any(item.is_tracked for item in progress.items):
            session.out("\nEvery commitment in it is recorded already.\n")
        return
    chosen, is_new = _which(session, progress, options)
    if not chosen:
        return
    with ExitStack() as held:
        if not options.dry_run:
            progress.hold(held)
        if is_new:
            progress.choose(chosen)
        _review(Desk(session, path, ledger), progress, chosen, options)


def _which(
    session: Session, progress: Progress, options: ReadOptions
) -> tuple[Sequence[Item], bool]:
    """What the review goes through, and whether it begins anew."""
    before = progress.chosen
    decided = progress.decided(before)
    has_more = decided < len(before) or bool(progress.accepted(before))
    if decided and has_more and not options.again:
        more = f"{decided} of {len(before)} decided before; go on? [Y/n/again] "
        answer = ask(session, f"\n{more}")
        if answer is None or answer.casefold().startswith("n"):
            return (), False
        if not answer.casefold().startswith("a"):
            return before, False
    return _ask_which(session, progress, options), True


def _ask_which(session: Session, progress: Progress, options: ReadOptions) -> Sequence[Item]:
    by_number = {item.found.number: item for item in progress.items}
    found = [item.found for item in progress.items]
    is_open = {item.found.number for item in progress.open}
    session.out("\n")
    _recall(session, progress, options)
    while True:
        answer = ask(session, "Record which? [1 3, all, none] ")
        if answer is None or answer.casefold() in ("q", "quit", "n", "no"):
            return ()
        try:
            numbers = chosen_numbers(answer, found, with_untracked=options.all)
        except UsageError as error:
            session.out(f"{harmless(error.message)}; {error.remedy}\n")
            continue
        for number in numbers:
            if number not in is_open and answer.casefold() != "all":
                session.out(f"{number} is recorded already\n")
        chosen = [by_number[number] for number in numbers if number in is_open]
        if chosen or not numbers:
            return chosen


def _recall(session: Session, progress: Progress, options: ReadOptions) -> None:
    """Where there are many, those that can be chosen in short: the page has left the screen."""
    offered = [item.found for item in progress.open if item.is_tracked or options.all]
    if len(offered) <= _MOST_IN_SIGHT:
        return
    in_order = sorted(offered, key=lambda one: one.number)
    show_lines(session, overview_lines(in_order, session.width))
    session.out("\n")


def _review(desk: Desk, progress: Progress, chosen: Sequence[Item], options: ReadOptions) -> None:
    if _go_through(desk, progress, chosen):
        _record(desk, progress, chosen, options)
        return
    accepted = progress.accepted(chosen)
    left = len(chosen) - progress.decided(chosen)
    if accepted:
        which = "one" if len(accepted) == 1 else str(len(accepted))
        is_now = ask_yes(desk.session, f"Record the {which} accepted so far?", default=False)
        if is_now:
            _record(desk, progress, chosen, options)
            return
    kept = "nothing was recorded" if options.dry_run else "nothing was recorded; decisions are kept"
    desk.session.out(f"{left} left; {kept}. Read it again to go on.\n")


def _go_through(desk: Desk, progress: Progress, chosen: Sequence[Item]) -> bool:
    """Decide one after the other, from the first that is open; False when the person left."""
    for item in progress.accepted(chosen):
        if not is_sound(desk, draft_of(item.read, item.found, progress.decision(item))):
            progress.forget(item)
    place = _first_open(progress, chosen)
    while place < len(chosen):
        item = chosen[place]
        draft = draft_of(item.read, item.found, progress.decision(item))
        name = f", {harmless(item.read.article.name)}" if len(progress.digests) > 1 else ""
        answer = decide(desk, item, draft, f"{place + 1} of {len(chosen)}{name}")
        if isinstance(answer, str):
            if answer != BACK:
                return False
            place = max(0, place - 1)
            continue
        progress.note(item, answer)
        place = _first_open(progress, chosen, place + 1)
    return True


def _first_open(progress: Progress, chosen: Sequence[Item], start: int = 0) -> int:
    """The place of the first that is not decided, from `start` on; else behind them all."""
    places = range(start, len(chosen))
    return next((at for at in places if progress.decision(chosen[at]) is None), len(chosen))


def _record(desk: Desk, progress: Progress, chosen: Sequence[Item], options: ReadOptions) -> None:
    """Everything that was accepted, in one write; then the state says so."""
    session = desk.session
    items = progress.accepted(chosen)
    if not items:
        session.out("Nothing was accepted, and nothing recorded.\n")
        return
    drafts = [draft_of(item.read, item.found, progress.decision(item)) for item in items]
    try:
        done = record_all(desk.path, drafts, session.now, dry_run=options.dry_run)
    except CommitrackError:
        session.hint("nothing was recorded; what was decided is kept: read it again to go on")
        raise
    if done.is_done:
        progress.note_recorded({item.found.number: item for item in items}, done.entries)
    session.out("\n")
    echo_harvested(session, done)
