"""The time expressions of an article, one a line: where, what, and how its value came about."""

from bisect import bisect_right
from collections.abc import Iterator

from commitrack.domain.article import line_starts
from commitrack.domain.candidate import TimeExpression
from commitrack.report.harmless import harmless
from commitrack.report.reading.page import DIM, Line
from commitrack.report.reading.rows import Reading
from commitrack.report.reading.words import article_title, origin_words

_WIDEST = 30


def date_lines(reading: Reading, width: int | None) -> Iterator[Line]:
    """Every time expression of one article.

    Args:
        width: columns of a terminal, where reasons stand below; None for a pipe: one line each.
    """
    yield Line(article_title(reading.article), "title")
    words = origin_words(reading.article)
    if words:
        yield Line(words, DIM)
    times = reading.times or ()
    if not times:
        yield Line("No time is named in it.")
        return
    starts = line_starts(reading.article.text)
    texts = [harmless(time.text) for time in times]
    widest = min(max(map(len, texts)), _WIDEST)
    values = [_value(time) for time in times]
    longest = min(max(map(len, values)), _WIDEST)
    for time, text, value in zip(times, texts, values, strict=True):
        line = bisect_right(starts, time.start)
        left = f"line {line:<4} {time.type:<8} {text:<{widest}}  {value:<{longest}}"
        why = "; ".join(map(harmless, time.why))
        if width is None or not why:
            yield Line(f"{left}  {why}" if why else left)
            continue
        yield Line(left)
        yield Line(f"{' ' * 19}{why}", DIM)


def _value(time: TimeExpression) -> str:
    marks = {"mod": time.mod, "quant": time.quant, "freq": time.freq}
    told = [f"{name}={mark}" for name, mark in marks.items() if mark]
    return harmless(" ".join([time.value, *told]))
