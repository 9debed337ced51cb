"""A timeline as a standalone SVG 1.1: no script, no link, no font from outside.

Each row has its words above its band, so that words meet neither words nor marks. Kinds differ by
shape, colour only repeats it. Text is larger on a narrow screen; the rows leave room for that.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from commitrack.domain.when import When
from commitrack.report.timeline_axis import Axis, axis_ticks
from commitrack.report.timeline_rows import Row, Timeline, Track, point_of
from commitrack.report.timeline_text import broken, escape, width_of
from commitrack.report.timeline_words import NOTHING, axis_words, outside_words, row_words
from commitrack.report.words import plural
from commitrack.timing.display import plain_day

SIGNATURE = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<!-- made by commitrack timeline; may be replaced -->'
)
"""How a picture of ours begins."""

WIDTH = 560
TITLE, NOTE, LABEL = 20, 17, 16
"""Sizes of text on a narrow screen, in units of the picture, whose width is 560."""

_TITLE_WIDE = TITLE * 1.17  # as if it were larger: bold letters are wider
_LEFT, _RIGHT = 20, WIDTH - 20
_HALF_BAND, _REPORT_BAND = 17, 20
_TITLE_LINES, _NOTE_LINES, _LIST_LINES = 4, 3, 12
_TICK_ROOM = 7
_APART, _MARGIN = 19, 9  # between the middles of two marks; from the middle to the end
_NO_DATE = "no new date"
_PAPER, _BAND_COLOUR, _INK, _SOFT = "#ffffff", "#eef1f5", "#1b2430", "#4a5563"
_DATE, _DONE, _ENDED, _LOOK, _TODAY = "#0b57a4", "#176b2c", "#6a3d8f", "#8f4700", "#b3261e"
_STYLE = (
    ".commitrack-timeline .t{font-size:20px;font-weight:600}"
    ".commitrack-timeline .n{font-size:17px}.commitrack-timeline .l{font-size:16px}"
    "@media (min-width:700px){.commitrack-timeline .t{font-size:14px}"
    ".commitrack-timeline .n{font-size:12px}.commitrack-timeline .l{font-size:11px}}"
)


Shape = Callable[[float, float], str]
"""Draws a mark around a point."""


class Sheet:
    """Elements from top to bottom, and how far down they reach."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.y = 0.0

    def add(self, *parts: str) -> None:
        """Elements as they are."""
        self.parts += parts

    def text(self, lines: Sequence[str], size: float, kind: str, colour: str = _INK) -> None:
        """Lines of one text, one below the other."""
        step = size * 1.25
        spans = "".join(
            f'<tspan x="{_LEFT}" y="{_n(self.y + step * (number + 1) - size * 0.25)}">'
            f"{escape(line)}</tspan>"
            for number, line in enumerate(lines)
        )
        self.add(f'<text class="{kind}" font-size="{size}" fill="{colour}">{spans}</text>')
        self.y += step * len(lines)


def timeline_svg(timeline: Timeline) -> str:
    """The picture as a document."""
    sheet = Sheet()
    sheet.y = 16
    heading = f"{plural(len(timeline.rows), 'commitment')}, {axis_words(timeline.axis)}"
    sheet.text(_lines(heading, _TITLE_WIDE, 2), TITLE, "t")
    if timeline.rows:
        _add_axis(sheet, timeline.axis)
        for row in timeline.rows:
            _add_row(sheet, row, timeline.axis)
        _add_axis(sheet, timeline.axis)
        _add_legend(sheet)
    else:
        sheet.text([NOTHING], NOTE, "n")
    for sentence in outside_words(timeline):
        sheet.y += 8
        sheet.text(_lines(sentence, NOTE, _LIST_LINES), NOTE, "n", _SOFT)
    return _document(timeline, sheet)


def _document(timeline: Timeline, sheet: Sheet) -> str:
    height = _n(sheet.y + 20)
    title = f"Timeline of {plural(len(timeline.rows), 'commitment')}"
    today = plain_day(timeline.axis.today)
    told = "; ".join(f"{row.title}: {', '.join(row_words(row))}" for row in timeline.rows)
    desc = f"{axis_words(timeline.axis)}; today is {today}. {told}"
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" version="1.1" class="commitrack-timeline" '
        f'viewBox="0 0 {WIDTH} {height}" width="100%" role="img" '
        f'style="max-width:900px;height:auto;display:block;margin:0 auto" '
        f"font-family=\"system-ui, 'Segoe UI', 'Noto Sans', Arial, sans-serif\">"
    )
    return "\n".join(
        (
            SIGNATURE,
            head,
            f"<title>{title}</title>",
            f"<desc>{escape(desc)}</desc>",
            f"<style>{_STYLE}</style>",
            f'<rect width="{WIDTH}" height="{height}" fill="{_PAPER}"/>',
            *sheet.parts,
            "</svg>\n",
        )
    )


def _add_axis(sheet: Sheet, axis: Axis) -> None:
    """Today's label, and below it the names of the ticks."""
    sheet.y += 10
    is_on = axis.contains(axis.today)
    side = "" if is_on else "« " if axis.today < axis.first else "» "
    words = f"{side}today, {plain_day(axis.today)}"
    half = width_of(words, LABEL) / 2
    x = min(max(_x(axis.middle_of(axis.today)), _LEFT + half), _RIGHT - half)
    sheet.add(_label(words, x, sheet.y + LABEL, "middle", _TODAY))
    sheet.y += LABEL * 1.4
    ticks = axis_ticks(axis, _TICK_ROOM)
    places = [_x(axis.start_of(tick.day)) for tick in ticks]
    for number, (x, end) in enumerate(zip(places, [*places[1:], _RIGHT + 6], strict=True)):
        labels = (ticks[number].label,) if number else (ticks[0].long, ticks[0].label)
        fitting = [label for label in labels if x + width_of(label, LABEL) <= end - 6]
        sheet.add(*(_label(label, x, sheet.y + LABEL, "start", _SOFT) for label in fitting[:1]))
    sheet.y += LABEL * 1.4


def _add_row(sheet: Sheet, row: Row, axis: Axis) -> None:
    words = " · ".join(row_words(row))
    sheet.add("<g>", f"<title>{escape(f'{row.id}: {words}')}</title>")
    sheet.y += 12
    sheet.text(_lines(row.title, _TITLE_WIDE, _TITLE_LINES), TITLE, "t")
    colour = _LOOK if row.is_disputed else _TODAY if any(t.late for t in row.tracks) else _SOFT
    notes = _lines(f"{words} · {row.id}", NOTE, _NOTE_LINES)
    sheet.text([line.removesuffix(" ·") for line in notes], NOTE, "n", colour)
    sheet.y += 4
    above = _REPORT_BAND if row.reports else 0
    middle = sheet.y + above + _HALF_BAND
    _add_ground(sheet, axis, above + 2 * _HALF_BAND)
    reports = Marks(axis, middle - _REPORT_BAND)
    for when in row.reports:
        reports.put(when.first or when.last, _report)
    sheet.add(*_tracks(row, axis, middle), *reports.parts, "</g>")
    sheet.y += above + 2 * _HALF_BAND + 6


def _add_ground(sheet: Sheet, axis: Axis, height: float) -> None:
    """The ground of a band, with its ticks and today's line."""
    size = f'width="{_RIGHT - _LEFT}" height="{height}"'
    sheet.add(f'<rect x="{_LEFT}" y="{_n(sheet.y)}" {size} fill="{_BAND_COLOUR}"/>')
    lines = [(axis.start_of(tick.day), "#c3cad4", 1.0) for tick in axis_ticks(axis, _TICK_ROOM)]
    if axis.contains(axis.today):
        lines.append((axis.middle_of(axis.today), _TODAY, 3.0))
    for place, colour, width in lines:
        sheet.add(_stroke(f"M{_n(_x(place))} {_n(sheet.y)}v{height}", colour, width))


def _tracks(row: Row, axis: Axis, y: float) -> list[str]:
    """The way of each date and its interval, and the marks on top of them."""
    lines: list[str] = []
    marks = Marks(axis, y)
    for track in row.tracks:
        lines += [*_way(track, axis, y), *_interval(track.when, axis, y)]
        for when in track.earlier:
            marks.put(point_of(when, track.role), _earlier)
    for track in row.tracks:
        if track.when is None:
            marks.postpone()
        elif track.when.first == track.when.last:
            marks.put(track.when.first, _date)
    for mark in row.marks:
        marks.put(mark.day, _done if mark.is_done else _ended, beside=True)
    return lines + marks.parts


class Marks:
    """The marks of one band, and where they stand."""

    def __init__(self, axis: Axis, y: float) -> None:
        self.axis = axis
        self.y = y
        self.parts: list[str] = []
        self.taken: list[float] = []
        self.has_left_arrow = False

    def put(self, day: date | None, shape: Shape, *, beside: bool = False) -> None:
        """A mark on its day; an arrow at the end where the day lies outside.

        Args:
            beside: move it to the right where another mark stands.
        """
        if day is None:
            return
        if not self.axis.contains(day):
            is_left = day < self.axis.first
            self.parts.append(_arrow(self.y, is_left=is_left))
            self.taken.append(_LEFT if is_left else _RIGHT)
            self.has_left_arrow = self.has_left_arrow or is_left
            return
        x = _x(self.axis.middle_of(day))
        while beside and any(abs(x - other) < _APART for other in self.taken):
            x += 1
        start = _LEFT + _MARGIN + (12 if self.has_left_arrow else 0)
        x = min(max(x, start), _RIGHT - _MARGIN)
        self.taken.append(x)
        self.parts.append(shape(x, self.y))

    def postpone(self) -> None:
        """The mark of what has no date, at the right end, with its words if there is room."""
        x = _RIGHT - _MARGIN
        self.parts.append(_chevrons(x, self.y))
        start = x - 20 - width_of(_NO_DATE, LABEL)
        if all(other + _APART < start for other in self.taken):
            ground = f'width="{_n(x - 10 - start)}" height="{LABEL}" fill="{_BAND_COLOUR}"'
            self.parts.append(f'<rect x="{_n(start)}" y="{_n(self.y - LABEL / 2)}" {ground}/>')
            self.parts.append(_label(_NO_DATE, x - 14, self.y + 5, "end", _LOOK))


def _way(track: Track, axis: Axis, y: float) -> Iterable[str]:
    """A dotted line over all the places where the date stood."""
    days = [point_of(when, track.role) for when in track.earlier]
    known = [_x(axis.middle_of(day)) for day in days if day is not None]
    last = point_of(track.when, track.role) if track.when else axis.last
    if known and last is not None:
        ends = [*known, _x(axis.middle_of(last))]
        yield (
            f'<path d="M{_n(min(ends))} {_n(y)}H{_n(max(ends))}" stroke="{_SOFT}" '
            'stroke-width="3" stroke-dasharray="2 5" fill="none"/>'
        )


def _interval(when: When | None, axis: Axis, y: float) -> Iterable[str]:
    if when is None or when.first == when.last:
        return
    first, last = when.days()
    if first <= axis.last and last >= axis.first:
        start, end = _x(axis.start_of(first)), _x(axis.end_of(last))
        yield (
            f'<rect x="{_n(start)}" y="{_n(y - 7)}" width="{_n(max(4, end - start))}" '
            f'height="14" rx="3" fill="{_DATE}"/>'
        )
    if first < axis.first:
        yield _arrow(y, is_left=True)
    if last > axis.last:
        yield _arrow(y, is_left=False)


def _diamond(x: float, y: float, radius: float, paint: str) -> str:
    points = f"M{_n(x)} {_n(y - radius)}l{radius} {radius}l-{radius} {radius}l-{radius} -{radius}z"
    return f'<path d="{points}" {paint}/>'


def _date(x: float, y: float) -> str:
    return _diamond(x, y, 10, f'fill="{_DATE}"')


def _earlier(x: float, y: float) -> str:
    return _diamond(x, y, 8, f'fill="{_PAPER}" stroke="{_SOFT}" stroke-width="2.5"')


def _done(x: float, y: float) -> str:
    circle = f'<circle cx="{_n(x)}" cy="{_n(y)}" r="9" fill="{_DONE}"/>'
    return circle + _stroke(f"M{_n(x - 4.5)} {_n(y)}l3.5 4l6 -7.5", _PAPER)


def _ended(x: float, y: float) -> str:
    return _stroke(f"M{_n(x - 6)} {_n(y - 6)}l12 12m0 -12l-12 12", _ENDED, 3.5)


def _report(x: float, y: float) -> str:
    circle = f'<circle cx="{_n(x)}" cy="{_n(y)}" r="8" fill="{_PAPER}" stroke="{_LOOK}"'
    hook = f"M{_n(x - 2.8)} {_n(y - 2.2)}c0 -4 6 -3.6 5.4 0c-.3 1.7 -2.6 1.5 -2.6 3.6"
    dot = f'<circle cx="{_n(x)}" cy="{_n(y + 4.4)}" r="1.3" fill="{_LOOK}"/>'
    return f'{circle} stroke-width="2"/>{_stroke(hook, _LOOK, 1.8)}{dot}'


def _chevrons(x: float, y: float) -> str:
    return _stroke(f"M{_n(x - 6)} {_n(y - 6)}l6 6l-6 6m7 -12l6 6l-6 6", _LOOK, 3)


def _arrow(y: float, *, is_left: bool) -> str:
    x, way = (_LEFT + 2, 10) if is_left else (_RIGHT - 2, -10)
    return f'<path d="M{_n(x)} {_n(y)}l{way} -8v16z" fill="{_INK}"/>'


def _add_legend(sheet: Sheet) -> None:
    """Every sign with its meaning, in two columns."""
    sheet.y += 8
    entries = (
        (_date, "date in force"),
        (_legend_bar, "in force, a period"),
        (_earlier, "first, or moved away from"),
        (_chevrons, "postponed, no new date"),
        (_done, "done: kept, in effect"),
        (_ended, "ended otherwise"),
        (_report, "a report says otherwise"),
        (_legend_today, "today"),
    )
    for number, (shape, words) in enumerate(entries):
        x = _LEFT + (_RIGHT - _LEFT) / 2 * (number % 2)
        y = sheet.y + 13 + 26 * (number // 2)
        sheet.add(shape(x + 12, y), _label(words, x + 34, y + 5, "start", _INK))
    sheet.y += 26 * ((len(entries) + 1) // 2) + 4


def _legend_bar(x: float, y: float) -> str:
    return f'<rect x="{_n(x - 11)}" y="{_n(y - 7)}" width="22" height="14" rx="3" fill="{_DATE}"/>'


def _legend_today(x: float, y: float) -> str:
    return _stroke(f"M{_n(x)} {_n(y - 11)}v22", _TODAY, 3)


def _lines(text: str, size: float, most: int) -> list[str]:
    return broken(text, size, _RIGHT - _LEFT, most=most)


def _label(words: str, x: float, y: float, anchor: str, colour: str) -> str:
    return (
        f'<text class="l" font-size="{LABEL}" x="{_n(x)}" y="{_n(y)}" text-anchor="{anchor}" '
        f'fill="{colour}">{escape(words)}</text>'
    )


def _stroke(path: str, colour: str, width: float = 2.5) -> str:
    return f'<path d="{path}" stroke="{colour}" stroke-width="{width}" fill="none"/>'


def _x(place: float) -> float:
    return _LEFT + place * (_RIGHT - _LEFT)


def _n(number: float) -> str:
    """A number, short."""
    return f"{number:.1f}".removesuffix(".0")
