"""Reminders as text: what a terminal, a mail and the next shell show of them."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from commitrack.domain.source import Source
from commitrack.domain.standing import Change, DateStanding
from commitrack.domain.when import Role, When, day_of
from commitrack.report.disputes import disputed_words
from commitrack.report.harmless import harmless
from commitrack.report.rows import ReminderShown
from commitrack.report.words import (
    ROLE_WORDS,
    anchor_words,
    count_words,
    parties,
    period_words,
    plural,
)
from commitrack.timing.display import format_day, format_instant, format_when
from commitrack.timing.now import Now
from commitrack.timing.zones import abbreviation

_INDENT = "    "
MOST_PENDING = 10
"""So many the next shell prints."""

_LATE = " late"


def reminder_text(shown: ReminderShown, now: Now) -> str:
    """One reminder: countdown, date, title; then the id, what moved, the words, their source."""
    it = shown.item.standing.commitment
    facts = [it.id, parties(it.by)]
    if shown.item.date is not None:
        facts.append(ROLE_WORDS[shown.item.date.role])
    lines = [
        headline(shown, now),
        _INDENT + " · ".join(facts),
        *(_INDENT + line for line in _below(shown, now)),
    ]
    return "".join(f"{harmless(line)}\n" for line in lines)


def headline(shown: ReminderShown, now: Now) -> str:
    """The countdown, the date and the title, harmless, on one line."""
    return harmless(f"{_opening(shown, now)}: {shown.item.standing.commitment.title}")


def news_line(shown: ReminderShown, now: Now) -> str:
    """The headline where nothing stands below it: with the day that the date moved away from."""
    before = shown.move.before if shown.move and shown.move.after else None
    moved = f", moved from {_day(before)}" if before else ""
    return harmless(f"{_opening(shown, now)}{moved}: {shown.item.standing.commitment.title}")


def subject_line(shown: Sequence[ReminderShown], now: Now) -> str:
    """What a mail is called: the reminder itself, where there is one."""
    if len(shown) == 1:
        return news_line(shown[0], now)
    late = sum(one.reason == "late" for one in shown)
    return plural(len(shown), "reminder") + (f", {late} late" if late else "")


def reminders_text(shown: Iterable[ReminderShown], now: Now) -> str:
    """Several reminders, a blank line between them."""
    return "\n".join(reminder_text(one, now) for one in shown)


def pending_text(
    shown: Sequence[ReminderShown], count: int, now: Now, faulty: Path | None = None
) -> str:
    """What the next shell prints: one line a reminder, few of them, and how to answer.

    It is read later than it is written, so it says when its countdowns were right.

    Args:
        shown: `MOST_PENDING` of them at most.
        count: of all.
        now: when it is written.
        faulty: the ledger, where not all of it can be read.
    """
    fault = unreadable_line(faulty) if faulty else ""
    if not shown:
        return fault
    lines = [f"{news_line(one, now)} [{one.item.standing.id}]" for one in shown]
    if count > len(shown):
        lines.append(f"and {count - len(shown)} more: commitrack remind status")
    as_of = format_instant(now.at, now.tz)
    lines.append(f"As of {as_of}. Seen? commitrack remind ack ID, or snooze ID 3d")
    return fault + "".join(f"{harmless(line)}\n" for line in lines)


def unreadable_line(ledger: Path) -> str:
    """That reminders may be missing, and why."""
    line = f"Reminders may be missing: not all of {ledger} can be read: commitrack check"
    return f"{harmless(line)}\n"


def lead_words(name: str) -> str:
    """A lead in words: `P7D` is "7 days before", `P8D late` "8 days late".

    >>> lead_words("P7D"), lead_words("P0D"), lead_words("P8D late")
    ('7 days before', 'on the day', '8 days late')
    """
    if name == "P0D":
        return "on the day"
    if name.endswith(_LATE):
        return period_words(name.removesuffix(_LATE)) + _LATE
    return f"{period_words(name)} before" if name.startswith("P") else name


def _opening(shown: ReminderShown, now: Now) -> str:
    dated = shown.item.date
    if dated is None:
        review = shown.item.review
        if review is None or review.days_left == 0:
            return "Look again today"
        return f"Look again, since {format_day(review.next)}"
    if dated.when is None:
        return "Postponed, no new date"
    words = count_words(shown.item, dated.when, dated.role, now)
    return f"{words[:1].upper()}{words[1:]}, {_day(dated.when)}"


def _day(when: When) -> str:
    return format_when(when) + (f" {abbreviation(when.at, when.zone)}" if when.at else "")


def _below(shown: ReminderShown, now: Now) -> Iterable[str]:
    standing, dated = shown.item.standing, shown.item.date
    if shown.move is not None:
        yield move_line(shown.move, dated)
    if dated is not None and dated.when is not None and dated.when.anchor:
        yield anchor_words(dated.when)
    if standing.disputes:
        yield f"DISPUTED: {disputed_words(standing, now)}"
    if shown.quote:
        yield f"\u201c{shown.quote}\u201d"
    sources = [source_words(source) for source in shown.sources]
    if any(sources):
        yield "; ".join(source for source in sources if source)
    if shown.missed:
        yield f"missed: {', '.join(lead_words(name) for name in _brief(shown.missed))}"


def _brief(missed: Sequence[str]) -> list[str]:
    """Lead times, and of the weeks while it is late the latest alone."""
    weeks = [name for name in missed if name.endswith(_LATE)]
    return [*weeks[:1], *(name for name in missed if not name.endswith(_LATE))]


def move_line(change: Change, dated: DateStanding | None) -> str:
    """`moved from Wed 9 Jul 2025 to Fri 1 Aug 2025, +23 days`."""
    before, after = change.before, change.after
    was = _day(before) if before else "no date"
    with_ = f" with {change.event.follows}" if change.event and change.event.follows else ""
    if after is None:
        return f"was {was}{with_}"
    days = _days_between(before, after, change.role)
    by = f", {days:+} {'day' if abs(days) == 1 else 'days'}" if days else ""
    line = f"moved{with_} from {was} to {_day(after)}{by}"
    if dated is not None and dated.moves > 1 and dated.slip:
        line += f"; {dated.slip:+} since the first date, {dated.moves} moves"
    return line


def _days_between(before: When | None, after: When, role: Role) -> int | None:
    start = before.counted(role) if before else None
    end = after.counted(role)
    return None if start is None or end is None else (end - start).days


def source_words(source: Source) -> str:
    """Outlet, title and address of a source, as far as they are known."""
    said = source.said or source.published
    parts = [source.outlet, source.title, _plain(said) if said else None, source.url]
    return ", ".join(part for part in parts if part) or source.id


def _plain(moment: date) -> str:
    return format_day(day_of(moment))


def answer_line(key: str, role: str, through: str) -> str:
    """What an acknowledgement does."""
    return harmless(f"{key}: {role}: seen; {through_words(through)}") + "\n"


def through_words(through: str) -> str:
    """How long an acknowledgement holds."""
    until = "it moves" if through.startswith("9999") else f"{through} is over"
    return f"nothing more until {until}"
