"""Many statements in short, a line each: what is chosen from, where their page fills screens."""

from collections.abc import Iterator, Sequence

from commitrack.report.harmless import harmless
from commitrack.report.reading.page import HEAD, Line
from commitrack.report.reading.rows import Found
from commitrack.timing.display import format_when

_WIDEST = 80
_WHO, _DAY = 12, 24
_NARROWEST = 20


def overview_lines(found: Sequence[Found], width: int) -> Iterator[Line]:
    """Each statement's number, title, who is bound, and first date."""
    who = [", ".join(map(harmless, one.candidate.by)) for one in found]
    days = [_day(one) for one in found]
    who_width = min(_WHO, max(map(len, who), default=0))
    day_width = min(_DAY, max(map(len, days), default=0))
    number_width = len(str(max((one.number for one in found), default=0)))
    left = min(width, _WIDEST) - number_width - who_width - day_width - 6
    title_width = max(_NARROWEST, left)
    yield Line("IN SHORT", HEAD)
    for one, bound, day in zip(found, who, days, strict=True):
        title = _cut(harmless(one.candidate.title), title_width)
        yield Line(
            f"{one.number:>{number_width}}  {title:<{title_width}}  "
            f"{_cut(bound, who_width):<{who_width}}  {_cut(day, day_width)}".rstrip()
        )


def _day(found: Found) -> str:
    dates = found.candidate.dates
    return format_when(dates[0].when) if dates else ""


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else text[: width - 1].rstrip() + "…"
