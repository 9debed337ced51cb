"""Plain lines for a pipe: one an item, nothing cut, nothing wrapped, no colour."""

from collections.abc import Iterator, Sequence
from datetime import date

from commitrack.domain.when import Role, When
from commitrack.report.harmless import harmless
from commitrack.timing.countdown import countdown_words
from commitrack.timing.display import format_day
from commitrack.timing.now import Now
from commitrack.timing.reckoning import Item
from commitrack.timing.values import format_value

_GAP = "  "


def plain_lines(items: Sequence[Item], now: Now) -> Iterator[str]:
    """`DATE  COUNTDOWN  ID  BY  TITLE  [marks]`, one line an item."""
    for item in items:
        it = item.standing.commitment
        cells = (
            _day(item),
            plain_words(item, now),
            it.id,
            ",".join(it.by) or "-",
            it.title,
            f"[{', '.join(_marks(item))}]",
        )
        yield harmless(_GAP.join(cells))


def plain_words(item: Item, now: Now) -> str:
    """The countdown, or why there is none."""
    dated = item.date
    if item.is_waiting:
        from commitrack.report.words import condition_words  # noqa: PLC0415  # few wait

        return f"waits for: {condition_words(item.standing.commitment)}"
    if dated is not None and dated.when is not None and dated.settled is None:
        return _count_words(item, dated.when, dated.role, now)
    if item.section is None:
        from commitrack.report.words import closed_words, outcome_words  # noqa: PLC0415  # not in due

        words = closed_words(item)
        return "-" if words == outcome_words(item.standing) else words
    if dated is not None and dated.postponed is not None:
        return "postponed, no new date"
    if item.review is not None and item.review.days_left <= 0:
        return f"look again since {item.review.next.isoformat()}"
    return "never dated"


def _count_words(item: Item, when: When, role: Role, now: Now) -> str:
    if not item.awaits_verdict:
        return countdown_words(when, role, now)
    from commitrack.report.words import count_words  # noqa: PLC0415  # few are standing

    return count_words(item, when, role, now)


def nothing_due(until: date, beyond: Item | None, now: Now, filters: Sequence[str] | None) -> str:
    """Nothing in the window, and the nearest date beyond it."""
    chosen = f"nothing that matches {harmless(' '.join(filters))} is due" if filters else ""
    nothing = f"{chosen or 'nothing is due'} to {format_day(until)}"
    if beyond is None or beyond.date is None or beyond.date.when is None:
        return nothing
    words = countdown_words(beyond.date.when, beyond.date.role, now)
    return f"{nothing}; next: {beyond.standing.id}, {words}"


def _day(item: Item) -> str:
    when = item.date.when if item.date else None
    if when is None or not when.is_dated:
        return "-"
    if when.first is not None and when.first == when.last:
        return when.first.isoformat()
    if when.basis == "relative":
        first, last = (one.isoformat() if one else ".." for one in (when.first, when.last))
        return f"{first}/{last}"
    return format_value(when.value).replace(" ", "-")


def _marks(item: Item) -> Iterator[str]:
    standing = item.standing
    if item.section is None or standing.outcome != "open":
        yield str(standing.outcome)
    if item.section is not None:
        yield str(item.schedule)
    if standing.is_disputed:
        yield "disputed"
    when = item.date.when if item.date else None
    if when is not None and when.provisional and item.date and item.date.settled is None:
        yield "provisional"
    if when is not None and when.basis == "default":
        yield "our own term"
    if item.date is not None and len(standing.dates) > 1:
        yield str(item.date.role)
