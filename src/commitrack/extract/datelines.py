"""Date lines: a whole date at the head of a sentence that is no part of it."""

from collections.abc import Iterator, Sequence

from commitrack.extract.clocked import Clocked
from commitrack.extract.sentences import Span

_YEAR = len("2025")


def part_date_lines(text: str, spans: Sequence[Span], times: Sequence[Clocked]) -> tuple[Span, ...]:
    """The sentences, with "May 5, 2025" cut off where a capital follows it without a comma."""
    dates = {
        time.expression.start: time.expression.end
        for time in times
        if time.first is not None and time.first == time.last and _ends_in_year(time)
    }
    return tuple(part for span in spans for part in _parts(text, span, dates.get(span.start)))


def _ends_in_year(time: Clocked) -> bool:
    return time.expression.text[-_YEAR:].isdigit()


def _parts(text: str, span: Span, end: int | None) -> Iterator[Span]:
    if end is None or end + 1 >= span.end or text[end] != " " or not text[end + 1].isupper():
        yield span
        return
    yield Span(span.start, end)
    yield Span(end + 1, span.end)
