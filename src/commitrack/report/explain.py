"""How a date came about, in sentences: what the ledger says, the interval, how it is counted."""

from commitrack.domain.standing import DateStanding
from commitrack.domain.when import Role, When
from commitrack.report.page import MARGIN, Page
from commitrack.report.rows import Shown
from commitrack.report.words import ROLE_WORDS, period_words
from commitrack.timing.counting_words import format_day_or_instant
from commitrack.timing.display import format_day, format_when
from commitrack.timing.relative import explain_relative
from commitrack.timing.values import format_value
from commitrack.timing.zones import place_name


def add_explanation(page: Page, shown: Shown) -> None:
    """How every date came about: value, interval, what it is counted to, and why."""
    page.heading("  HOW THE DATES CAME ABOUT")
    if not shown.dates:
        page.hang("  ", "No date was given.")
    for item in shown.dates:
        dated = item.date
        if dated is None:
            continue
        sentences = " ".join(explain_date(dated))
        page.hang(f"  {ROLE_WORDS[dated.role]:<{MARGIN - 2}}", sentences)


def explain_date(dated: DateStanding) -> list[str]:
    """Sentences that say how a date came about."""
    when = dated.when
    if when is None:
        return ["Postponed with no new date; it is never late."]
    return [
        _value_sentence(when),
        *_anchor_sentence(when),
        *explain_relative(when, dated.role),
        _interval_sentence(when),
        _count_sentence(when, dated.role),
        *([f"In the words: {when.stated}."] if when.stated else []),
    ]


def _value_sentence(when: When) -> str:
    about = ", and not exact" if when.approximate else ""
    if when.basis == "default" and when.counted_from:
        start = format_day_or_instant(when.counted_from[0])
        return f"No date was said. Ours is {period_words(str(when.value))} after {start}."
    basis = "" if when.basis == "stated" else f" ({when.basis})"
    return f"The ledger says {format_value(when.value)}{basis}: precision {when.precision}{about}."


def _anchor_sentence(when: When) -> list[str]:
    """What the commitment that it counts from has come to."""
    if when.anchor is None or not when.counted_from:
        return []
    days = " to ".join(format_day_or_instant(start) for start in when.counted_from)
    if when.provisional:
        return [f"{when.anchor} stands at {days}, which has not come about yet."]
    return [f"{when.anchor} came about on {days}."]


def _interval_sentence(when: When) -> str:
    if when.at is not None:
        zone = f" on the clock of {when.zone}" if when.zone else " by its offset"
        return f"That is one instant, {format_when(when)}{zone}."
    if when.waits_for:
        return f"It waits for {when.waits_for}."
    first = format_day(when.first) if when.first else "an open start"
    last = format_day(when.last) if when.last else "an open end"
    where = f" in {place_name(when.zone)}" if when.zone else ", the same days for every reader"
    if when.first == when.last:
        return f"That is the whole of {first}{where}."
    return f"That is from the start of {first} to the end of {last}{where}."


def _count_sentence(when: When, role: Role) -> str:
    if when.at is not None:
        return "Days are counted between civil dates in its own zone, never from hours."
    if when.basis == "default":
        return "Nobody owes it by then: it is counted to, but never late."
    if role is Role.DUE:
        return "A duty is counted to the end: it is late once the last day is over."
    return "It is counted to the start, and waits to be confirmed once the last day is over."
