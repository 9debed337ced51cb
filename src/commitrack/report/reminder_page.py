"""Where reminders stand, as people read it: `remind status` and `remind log`."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from commitrack.report.harmless import harmless
from commitrack.report.reminder_text import lead_words, news_line, through_words
from commitrack.report.rows import RemindingShown
from commitrack.report.words import plural
from commitrack.timing.display import format_instant
from commitrack.timing.now import Now


def status_lines(status: RemindingShown, now: Now) -> Iterator[str]:
    """Whether the runs go on, what waits for an answer and when it was said, what is snoozed."""
    if status.last is None:
        yield "no run yet: commitrack remind"
    else:
        state = ": the runs have stopped" if status.stopped else ""
        yield f"last run {format_instant(status.last, now.tz)}{state}"
    for kind, where in status.runs:
        yield harmless(f"installed: {kind}, {where}")
    if all(kind == "shell" for kind, _ in status.runs):
        yield "nothing runs it by itself: commitrack remind install cron"
    count = plural(len(status.waiting), "reminder")
    yield f"{count} {'waits' if len(status.waiting) == 1 else 'wait'} for an answer"
    for shown, facts in status.waiting:
        yield harmless(f"  {news_line(shown, now)} [{shown.item.standing.id}]")
        if not facts:
            yield "    not said yet"
        for fact in facts:
            yield f"    {_told(fact, now)}"
    for key, until in status.snoozed:
        yield harmless(f"  {key}: snoozed until {until}")


def log_line(fact: Mapping[str, Any], now: Now) -> str:
    """One fact: when, what, of which date, which lead, where."""
    if fact.get("about"):
        return harmless(f"{_clock(fact, now)}  noticed: {fact['about']}, {fact['value']}")
    what = [fact["id"], fact["role"]]
    what += [lead_words(fact["lead"])] if fact.get("lead") else []
    what += [f"on {fact['channel']}"] if fact.get("channel") else []
    what += [f"until {fact['until']}"] if fact.get("until") else []
    what += [through_words(fact["through"])] if fact.get("through") else []
    if fact.get("missed"):
        what.append(f"with {', '.join(lead_words(name) for name in fact['missed'])}")
    return harmless(f"{_clock(fact, now)}  {fact['fact']:<12}  " + "  ".join(what))


def _told(fact: Mapping[str, Any], now: Now) -> str:
    lead = lead_words(str(fact["lead"]))
    return harmless(f"{fact['fact']} on {fact['channel']}, {_clock(fact, now)}, for: {lead}")


def _clock(fact: Mapping[str, Any], now: Now) -> str:
    return f"{datetime.fromisoformat(str(fact['at'])).astimezone(now.tz):%Y-%m-%d %H:%M}"
