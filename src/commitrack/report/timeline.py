"""A timeline on a terminal: two lines a commitment, title and track, id and dates."""

from datetime import date

from rich.cells import cell_len, set_cell_size

from commitrack.domain.when import When
from commitrack.report.harmless import harmless
from commitrack.report.page import Page, spread
from commitrack.report.timeline_axis import Axis, axis_ticks
from commitrack.report.timeline_rows import Row, Timeline, Track, point_of
from commitrack.report.timeline_words import NOTHING, axis_words, outside_words, row_words
from commitrack.report.words import plural
from commitrack.timing.display import plain_day

LEGEND = "◆ date  ━ interval  ◇┄ moved from  ✓ done  ✗ ended  ? disputed  » no date"
_NARROWEST, _LEFT_LEAST, _LEFT_MOST = 40, 14, 48
_TICK_ROOM = 7
_TODAY, _EARLIER, _LATER = "│", "◂", "▸"
_LINES = frozenset(" ┄━┼╋│")


def timeline_page(timeline: Timeline, width: int) -> Page:
    """Axis, rows, legend, and what the picture leaves out; no line is wider than the terminal."""
    width = max(width, _NARROWEST)
    page = Page(width)
    left = min(_LEFT_MOST, max(_LEFT_LEAST, width * 3 // 8))
    columns = width - left - 1
    count, ends = plural(len(timeline.rows), "commitment"), axis_words(timeline.axis)
    heading = spread(count, ends, width)
    page.add(heading if len(heading) <= width else ends, "bold")
    if timeline.rows:
        page.add()
        for text in _axis_lines(timeline.axis, columns):
            page.add(" " * (left + 1) + text, "dim")
        for row in timeline.rows:
            _add_row(page, row, timeline.axis, left, columns)
        page.add()
        page.hang("", LEGEND, "dim")
    else:
        page.add(NOTHING)
    for sentence in outside_words(timeline):
        page.hang("", sentence, "dim")
    return page


def _add_row(page: Page, row: Row, axis: Axis, left: int, columns: int) -> None:
    track = "".join(_track_cells(row, axis, columns))
    page.add(f"{fit(harmless(row.title), left)} {track}")
    notes = _blank_cells(axis, columns)
    _write_note(notes, fit(" · ".join(row_words(row)), columns - 2).rstrip(), _anchor(row, axis))
    style = "yellow" if row.is_disputed else "red" if any(t.late for t in row.tracks) else "dim"
    page.add(f"{fit('  ' + row.id, left)} {''.join(notes)}", style)


def fit(text: str, cells: int) -> str:
    """The text, padded or cut to a width in cells; a cut is marked.

    >>> fit("Sign the treaty", 10), fit("Sign", 6)
    ('Sign the… ', 'Sign  ')
    """
    if cell_len(text) <= cells:
        return set_cell_size(text, cells)
    return set_cell_size(set_cell_size(text, cells - 1).rstrip() + "…", cells)


def _axis_lines(axis: Axis, columns: int) -> list[str]:
    """Today's label, the names of the ticks, and the axis itself."""
    names, line = [" "] * columns, ["─"] * columns
    places = [
        (_column(axis.start_of(tick.day), columns), tick)
        for tick in axis_ticks(axis, columns // _TICK_ROOM)
    ]
    for number, (column, tick) in enumerate(places):
        line[column] = "┬"
        end = places[number + 1][0] - 1 if number + 1 < len(places) else columns
        labels = (tick.label,) if number else (tick.long, tick.label)
        label = next((one for one in labels if column + len(one) <= end), "")
        names[column : column + len(label)] = label
    return [_today_label(axis, columns, line), "".join(names), "".join(line)]


def _today_label(axis: Axis, columns: int, line: list[str]) -> str:
    """The label above today's line; where today lies outside, it says on which side."""
    words = f"today, {plain_day(axis.today)}"
    if not axis.contains(axis.today):
        is_past = axis.today < axis.first
        return f"{_EARLIER} {words}" if is_past else f"{words} {_LATER}".rjust(columns)
    column = _column(axis.middle_of(axis.today), columns)
    line[column] = "┼"
    start = max(0, min(column - len(words) // 2, columns - len(words)))
    return " " * start + words


def _blank_cells(axis: Axis, columns: int) -> list[str]:
    cells = [" "] * columns
    if axis.contains(axis.today):
        cells[_column(axis.middle_of(axis.today), columns)] = _TODAY
    return cells


def _track_cells(row: Row, axis: Axis, columns: int) -> list[str]:
    """One line of marks; the later ones lie on top."""
    cells = _blank_cells(axis, columns)
    for track in row.tracks:
        _draw_way(cells, track, axis)
        _draw_interval(cells, track.when, axis)
    for track in row.tracks:
        for when in track.earlier:
            _put(cells, point_of(when, track.role), axis, "◇")
    for track in row.tracks:
        if track.when is None:
            cells[-1] = "»"
        elif track.when.first == track.when.last:
            _put(cells, track.when.first, axis, "◆")
    for mark in row.marks:
        _put_beside(cells, mark.day, axis, "✓" if mark.is_done else "✗")
    for when in row.reports:
        _put_beside(cells, when.first or when.last, axis, "?")
    return cells


def _draw_way(cells: list[str], track: Track, axis: Axis) -> None:
    """A dotted line over all the places where the date stood."""
    days = [point_of(when, track.role) for when in track.earlier]
    known = [day for day in days if day is not None]
    last = point_of(track.when, track.role) if track.when else axis.last
    if not known or last is None:
        return
    ends = [_column(axis.middle_of(day), len(cells)) for day in (*known, last)]
    for column in range(min(ends), max(ends) + 1):
        cells[column] = "┼" if cells[column] == _TODAY else "┄"


def _draw_interval(cells: list[str], when: When | None, axis: Axis) -> None:
    if when is None or when.first == when.last:
        return
    first, last = when.days()
    if first > axis.last or last < axis.first:
        cells[0 if last < axis.first else -1] = _EARLIER if last < axis.first else _LATER
        return
    start, end = axis.start_of(first), axis.end_of(last)
    columns = range(_column(start, len(cells)), max(_column(end, len(cells)), 1))
    for column in columns or (_column(start, len(cells)),):
        cells[column] = "╋" if cells[column] == _TODAY else "━"
    if first < axis.first:
        cells[0] = _EARLIER
    if last > axis.last:
        cells[-1] = _LATER


def _put(cells: list[str], day: date | None, axis: Axis, sign: str) -> None:
    """A sign on its day, over what is there; where the day lies outside, an arrow at that end."""
    if day is None:
        return
    if day < axis.first:
        cells[0] = _EARLIER
    elif day > axis.last:
        cells[-1] = _LATER
    else:
        column = _column(axis.middle_of(day), len(cells))
        inward = {_EARLIER: 1, _LATER: -1}.get(cells[column], 0)
        cells[column + inward] = sign


def _put_beside(cells: list[str], day: date | None, axis: Axis, sign: str) -> None:
    """On its day, else on the nearest place that shows nothing but a line."""
    if day is None or not axis.contains(day):
        return
    column = _column(axis.middle_of(day), len(cells))
    if cells[column] == sign:
        return
    order = sorted(range(len(cells)), key=lambda place: (abs(place - column), place < column))
    cells[next((place for place in order if cells[place] in _LINES), column)] = sign


def _write_note(cells: list[str], note: str, anchor: float) -> None:
    """The words below the mark that they belong to, moved in where they would stand out."""
    length = cell_len(note)
    start = max(0, min(_column(anchor, len(cells)), len(cells) - length))
    padded = note + " "
    if start:
        start, padded = start - 1, " " + padded
    cells[start : start + cell_len(padded)] = padded[: len(cells) - start]


def _anchor(row: Row, axis: Axis) -> float:
    days = [point_of(track.when, track.role) for track in row.tracks if track.when]
    days += [track.when.first for track in row.tracks if track.when and track.when.first]
    known = [day for day in days if day is not None]
    if known:
        return axis.middle_of(min(known))
    if row.is_postponed or not row.marks:
        return 1.0
    return axis.middle_of(row.marks[0].day)


def _column(place: float, columns: int) -> int:
    return min(columns - 1, int(place * columns))
