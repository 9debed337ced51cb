"""One statement at a time: shown, and accepted, edited or skipped by a key."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from commitrack.app.harvest.context import sentences_around
from commitrack.app.harvest.decisions import SKIPPED, Decision
from commitrack.app.harvest.drafts import decision_of, edited, offered_fields, value_of
from commitrack.app.harvest.proposing import EventDraft
from commitrack.app.harvest.reasons import reasons_of
from commitrack.app.harvest.recording import accept, check_one
from commitrack.cli.reading.asking import ask, ask_value
from commitrack.cli.reading.screen import show_text
from commitrack.domain.vocabulary import EventType
from commitrack.errors import CommitrackError
from commitrack.report.failure import format_error
from commitrack.report.harmless import harmless
from commitrack.report.reading.review import Context, Proposal, review_text

if TYPE_CHECKING:
    from pathlib import Path

    from commitrack.app.harvest.recording import Accepted
    from commitrack.app.harvest.review import Item
    from commitrack.cli.session import Session
    from commitrack.ledger.reading import Ledger

BACK, QUIT = "back", "quit"

_KEYS = {
    "a": "accept it as it is proposed",
    "e": "edit a field of it first",
    "s": "skip it: it is not recorded",
    "n": "record it as a new commitment",
    "m": "it says that the date moved",
    "r": "it only reports another date",
    "o": "it says the same again, and no date",
    "b": "back to the one before",
    "q": "quit; what is decided is kept",
    "?": "this help",
}
_NAMES = {
    "a": "[a]ccept",
    "e": "[e]dit",
    "s": "[s]kip",
    "n": "[n]ew",
    "m": "[m]oved",
    "r": "[r]eported",
    "o": "n[o] date",
    "b": "[b]ack",
    "q": "[q]uit",
    "?": "[?]",
}
_EVENTS = {
    "m": EventType.RESCHEDULED,
    "r": EventType.REPORTED,
    "o": EventType.REAFFIRMED,
}
_VERBS = {
    EventType.REAFFIRMED: "says again",
    EventType.RESCHEDULED: "moves the date of",
    EventType.REPORTED: "reports a date of",
}


class Desk(NamedTuple):
    """Where a review takes place."""

    session: Session
    path: Path
    ledger: Ledger


def decide(desk: Desk, item: Item, draft: Accepted, place: str) -> Decision | str:
    """What a person decides of a statement: a decision, or `BACK`, or `QUIT`.

    A statement that gives another date than the ledger wants its event said first.
    """
    needs_event = _wants_event(item, draft)
    _show(desk, item, draft, place)
    while True:
        keys = _keys(item, draft, needs_event=needs_event)
        answer = ask(desk.session, f"{'  '.join(_NAMES[key] for key in keys)} > ")
        key = "q" if answer is None else answer.casefold()[:1]
        if key and key not in keys:
            key = "?"
        match key:
            case "q":
                return QUIT
            case "b":
                return BACK
            case "s":
                return Decision(SKIPPED, item.key)
            case "a":
                if is_sound(desk, draft):
                    return decision_of(draft)
            case "e":
                draft = _edit(desk, draft)
                _show(desk, item, draft, place)
            case "n" | "m" | "r" | "o":
                draft = _as(item, key)
                needs_event = False
                _show(desk, item, draft, place)
            case _:
                _help(desk, keys)


def _wants_event(item: Item, draft: Accepted) -> bool:
    """Whether it must be said first what it is to the commitment that the ledger has."""
    known = item.found.known
    is_listed = isinstance(draft.what, EventDraft) and draft.what.type is EventType.REPORTED
    return known is not None and known.differs and is_listed


def _keys(item: Item, draft: Accepted, *, needs_event: bool) -> list[str]:
    known = item.found.known
    keys = [] if needs_event else ["a", "e"]
    if known is not None and not known.is_recorded:
        is_event = isinstance(draft.what, EventDraft)
        others = "mro" if known.differs else "o"
        keys += [k for k in others if needs_event or _EVENTS[k] != getattr(draft.what, "type", "")]
        keys += ["n"] if is_event else []
    return [*keys, "s", "b", "q", "?"]


def _as(item: Item, key: str) -> Accepted:
    """The statement as a commitment of its own, or as an event of the one that is known."""
    if key == "n":
        return accept(item.read, item.found._replace(known=None))
    return accept(item.read, item.found, _EVENTS[key])


def _show(desk: Desk, item: Item, draft: Accepted, place: str) -> None:
    session = desk.session
    around = (session.now, session.width)
    text = item.read.article.text
    context = Context(text, *sentences_around(text, item.found.candidate))
    proposal = _proposal(desk, draft)._replace(why=reasons_of(item.found, draft))
    show_text(session, review_text(item.found, context, proposal, place, around))


def _proposal(desk: Desk, draft: Accepted) -> Proposal:
    """What would be recorded, as the ledger understands it; or why it cannot be."""
    what = draft.what
    is_event = isinstance(what, EventDraft)
    if isinstance(what, EventDraft):
        did = f"{_VERBS.get(what.type, what.type)} {what.commitment}"
        did += f", on {what.on}" if what.on else ""
        told = Proposal(harmless(did), "", "", (), what.keys)
    else:
        told = Proposal(
            "a new commitment", what.title, str(what.keys.get("kind", "")), (), what.keys
        )
    try:
        plan = check_one(desk.path, desk.ledger, draft, desk.session.now)
    except CommitrackError as error:
        return told._replace(fault=harmless(error.message))
    return told._replace(dates=plan.dates.dates(), id="" if is_event else plan.key)


def is_sound(desk: Desk, draft: Accepted) -> bool:
    """Whether the ledger can take it; what is wrong is said."""
    try:
        check_one(desk.path, desk.ledger, draft, desk.session.now)
    except CommitrackError as error:
        _say(desk, error)
        return False
    return True


def _edit(desk: Desk, draft: Accepted) -> Accepted:
    """The draft with one field changed; as it was when that is no value, or nothing was typed."""
    session = desk.session
    answer = ask(session, f"which? {' '.join(offered_fields(draft))} > ")
    if not answer:
        return draft
    field, _, value = answer.partition(" ")
    try:
        if not value:
            value = ask_value(session, field, value_of(draft, field)) or ""
        if not value:
            return draft
        new = edited(draft, field, "" if value == "-" else value)
        check_one(desk.path, desk.ledger, new, session.now)
    except CommitrackError as error:
        _say(desk, error)
        return draft
    return new


def _say(desk: Desk, error: CommitrackError) -> None:
    error.message = error.message.removesuffix(". Nothing was written")
    desk.session.out(format_error(error, desk.session.width))


def _help(desk: Desk, keys: list[str]) -> None:
    desk.session.out("".join(f"  {key}  {_KEYS[key]}\n" for key in keys))
