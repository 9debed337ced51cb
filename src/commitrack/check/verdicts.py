"""Verdicts on standing duties that were given while there was still time to breach them."""

from collections.abc import Iterator
from datetime import datetime

from commitrack.check.faults import warning
from commitrack.check.rows import Record
from commitrack.domain.finding import Finding
from commitrack.domain.vocabulary import Outcome
from commitrack.timing.anchors import Anchors


def find_early_verdicts(record: Record, anchors: Anchors) -> Iterator[Finding]:
    """A standing duty that is said to have been upheld before its term is over."""
    standing = anchors.standing(record.commitment.id)
    if standing is None or standing.outcome is not Outcome.FULFILLED:
        return
    closing, end = standing.closed_by, standing.term_end
    if closing is None or closing.on is None or end is None:
        return
    day = closing.on.date() if isinstance(closing.on, datetime) else closing.on
    if day < end:
        row = next(row for event, row in record.statements() if event is closing)
        message = f"upheld on {day.isoformat()}, though its term runs to {end.isoformat()}"
        hint = 'until then it is upheld so far: a look is type = "checked"'
        yield warning("early-verdict", row.at("type"), message, hint)
