"""A ledger in brief, as a few lines."""

from textwrap import wrap

from commitrack.report.harmless import harmless
from commitrack.report.rows import Summary
from commitrack.report.words import count_words, plural
from commitrack.timing.display import format_when
from commitrack.timing.now import Now
from commitrack.timing.reckoning import Item
from commitrack.timing.zones import abbreviation


def format_status(
    path: str,
    sources: int,
    summary: Summary,
    now: Now,
    width: int | None,
    reminders: str,
) -> str:
    """Where the ledger is, how much is late, coming and undated, and what is next.

    Args:
        width: columns to wrap the dates at; None for a pipe, where nothing is wrapped.
        reminders: whether they run, in a line.
    """
    counts = plural(summary.commitments, "commitment")
    lines = [
        f"{harmless(path)}: {counts}, {plural(sources, 'source')}",
        f"{summary.late} late, {summary.coming} coming, {summary.undated} with no date",
    ]
    for item in summary.following:
        line = _following(item, now)
        lines += [line] if width is None else wrap(line, max(width, 20), subsequent_indent=" " * 4)
    lines += ["", reminders, "What is due: commitrack due        All commands: commitrack --help"]
    return "\n".join(lines) + "\n"


def _following(item: Item, now: Now) -> str:
    when = item.date.when if item.date else None
    if item.date is None or when is None:
        return ""
    words = count_words(item, when, item.date.role, now)
    clock = f" {abbreviation(when.at, when.zone)}" if when.at else ""
    return f"  {format_when(when)}{clock}, {words}: {harmless(item.standing.commitment.title)}"
