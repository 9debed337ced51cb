"""What changed, as a page (for a terminal) or as plain lines (for a pipe)."""

from collections.abc import Iterable, Iterator

from commitrack.domain.vocabulary import EventType
from commitrack.report.harmless import harmless
from commitrack.report.page import Page
from commitrack.report.rows import Happening
from commitrack.report.words import event_words, made_words, plural
from commitrack.timing.display import format_when, plain_day


def log_page(happenings: Iterable[Happening], width: int | None) -> Page:
    """Day by day: what happened, to what, and what it did to a date."""
    page = Page(width)
    day = ""
    for happening in happenings:
        on = plain_day(happening.event.on) if happening.event.on else "no day"
        page.hang(f"{on if on != day else '':<13}{_word(happening):<14}", _title(happening))
        day = on
        words = "; ".join(_effects(happening))
        if words:
            page.hang(" " * 27, words, "dim")
    if not page.lines:
        page.add("Nothing happened.")
    return page


def log_lines(happenings: Iterable[Happening]) -> Iterator[str]:
    """`DAY  EVENT  ID  TITLE  [what it changed]`, one line a statement."""
    for happening in happenings:
        on = happening.event.on
        day = on.isoformat()[:10] if on else "-"
        it = happening.standing.commitment
        effects = "; ".join(_effects(happening))
        tail = f"  [{effects}]" if effects else ""
        yield harmless(f"{day}  {_word(happening)}  {it.id}  {it.title}{tail}")


def _word(happening: Happening) -> str:
    if happening.event.type is EventType.MADE:
        return (
            "new"
            if not happening.standing.commitment.instrument
            else made_words(happening.standing.commitment)
        )
    return event_words(happening.event)


def _title(happening: Happening) -> str:
    it = happening.standing.commitment
    return f"{it.title} ({it.id})"


def _effects(happening: Happening) -> Iterator[str]:
    if happening.event.follows is not None:
        yield f"with {happening.event.follows}"
    for change in happening.changes:
        if change.after is None:
            yield "no new date"
        else:
            slip = f", {change.slip:+d} days from the first" if change.slip else ""
            was = f", was {format_when(change.before)}" if change.before and change.is_move else ""
            yield f"{format_when(change.after)}{was}{slip}"
    if happening.event.type is EventType.REPORTED and happening.event.dates:
        yield f"says {format_when(happening.event.dates[0][1])}"
    if happening.event.type is EventType.CORRECTED and happening.event.changes:
        yield plural(len(happening.event.changes), "value") + " put right"
    if happening.event.note and not happening.changes:
        yield happening.event.note
