"""Plain lines for a pipe: one an item, nothing cut, nothing wrapped, no colour."""

from collections.abc import Iterator, Sequence
from datetime import date

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
    if item.schedule == "not_applicable" and item.section is not None:
        return "waits for its condition"
    if dated is not None and dated.when is not None and dated.settled is None:
        return countdown_words(dated.when, dated.role, now)
    if item.section is None:
        return closed_words(item)
    if dated is not None and dated.postponed is not None:
        return "postponed, no new date"
    if item.review is not None and item.review.days_left <= 0:
        return f"look again since {item.review.next.isoformat()}"
    return "never dated"


def nothing_due(until: date, beyond: Item | None, now: Now) -> str:
    """Nothing in the window, and the nearest date beyond it."""
    nothing = f"nothing is due to {format_day(until)}"
    if beyond is None or beyond.date is None or beyond.date.when is None:
        return nothing
    words = countdown_words(beyond.date.when, beyond.date.role, now)
    return f"{nothing}; next: {beyond.standing.id}, {words}"


def closed_words(item: Item) -> str:
    """How far off its date a commitment that is done was; else a dash."""
    late = item.days_late
    if late is None:
        return "-"
    if late == 0 or item.schedule == "met_on_time":
        return "on time"
    days = f"{abs(late)} day{'' if abs(late) == 1 else 's'}"
    return f"{days} late" if late > 0 else f"{days} early"


def _day(item: Item) -> str:
    when = item.date.when if item.date else None
    if when is None:
        return "-"
    if when.first is not None and when.first == when.last:
        return when.first.isoformat()
    return format_value(when.value).replace(" ", "-")


def _marks(item: Item) -> Iterator[str]:
    standing = item.standing
    if item.section is None or standing.outcome != "open":
        yield str(standing.outcome)
    if item.section is not None:
        yield str(item.schedule)
    if standing.is_disputed:
        yield "disputed"
