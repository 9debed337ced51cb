"""Series: when the last commitment that a recurrence rule made has come near, and none follows."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from commitrack.check.faults import clip, warning
from commitrack.check.rows import Record
from commitrack.domain.finding import Finding
from commitrack.domain.fold import fold
from commitrack.domain.vocabulary import Outcome
from commitrack.timing.display import plain_day
from commitrack.timing.now import Now

_A_YEAR = timedelta(days=366)
_LEAST_AFTER = timedelta(days=90)  # so that a monthly look at a weekly series finds its end
_CALLED_OFF = frozenset({Outcome.WITHDRAWN, Outcome.SUPERSEDED, Outcome.LAPSED})


def find_ended_series(records: Sequence[Record], now: Now) -> Iterator[Finding]:
    """Series that run out before the next of their days, or did so not long ago.

    Not long is as long as from one day to the next, and 90 days at least. A series whose last
    commitment was called off is meant to end.
    """
    series: defaultdict[str, list[tuple[date, Record]]] = defaultdict(list)
    for record in records:
        it = record.commitment
        day = next((when.first for _, when in it.dates if when.first), None)
        if it.series is not None and day is not None and not it.void:
            series[it.series].append((day, record))
    for key, found in series.items():
        found.sort(key=lambda pair: pair[0])
        last, record = found[-1]
        step = min(last - found[-2][0], _A_YEAR) if len(found) > 1 else _A_YEAR
        is_near = -max(step, _LEAST_AFTER) <= last - now.today() <= step
        if is_near and not _is_called_off(record, now):
            message = f"the series {clip(key)} ends on {plain_day(last)}, and nothing follows"
            title = clip(record.commitment.title)
            hint = f'commitrack add "{title}" --id {clip(key)} --repeat … --until …'
            yield warning("series-ends", record.base.at("series"), message, hint)


def _is_called_off(record: Record, now: Now) -> bool:
    standing = fold(record.commitment, now.local())
    return standing is not None and standing.outcome in _CALLED_OFF
