"""What a timeline says in words, the same in every picture; its lines for a pipe, and its JSON."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from commitrack.domain.when import When
from commitrack.report.harmless import harmless
from commitrack.report.machine import SCHEMA_VERSION, date_object, format_moment
from commitrack.report.timeline_axis import Axis
from commitrack.report.timeline_rows import Mark, Row, Timeline, Track
from commitrack.report.words import ROLE_WORDS, plural
from commitrack.timing.display import format_month, format_when, plain_day
from commitrack.timing.now import Now
from commitrack.timing.values import format_value

NOTHING = "Nothing to draw."


def row_words(row: Row) -> list[str]:
    """Dates, what is wrong with them, what became of it: the weightiest first."""
    words = [_track_words(row, track) for track in row.tracks]
    if row.is_disputed:
        words.append("DISPUTED")
    words += [track.late for track in row.tracks if track.late]
    words += [_mark_words(row, mark) for mark in row.marks]
    return words + [_moved_words(track) for track in row.tracks if track.moves]


def axis_words(axis: Axis) -> str:
    """From when to when: `Mar 2025 to Nov 2026`, or with days where the months are not whole."""
    is_last = axis.last == date.max or (axis.last + timedelta(days=1)).day == 1
    is_whole = axis.first.day == 1 and is_last
    say = format_month if is_whole else plain_day
    ends = dict.fromkeys((say(axis.first), say(axis.last)))
    return " to ".join(ends)


def outside_words(timeline: Timeline) -> list[str]:
    """What the picture leaves out, and why; one sentence each."""
    before, after, undated = timeline.before, timeline.after, timeline.undated
    parts = (
        (f"Before {plain_day(timeline.axis.first)}", before),
        (f"After {plain_day(timeline.axis.last)}", after),
        ("With no date", undated),
    )
    return [f"{head}: {', '.join(row.id for row in rows)}" for head, rows in parts if rows]


def timeline_lines(timeline: Timeline) -> Iterator[str]:
    """`ID  DATES  WHAT BECAME OF IT  TITLE  [marks]`, one line a commitment, nothing cut."""
    for row in timeline.listed:
        dates = "; ".join(_plain_track(track) for track in row.tracks) or "-"
        marks = ", ".join(f"{mark.words} {mark.day.isoformat()}" for mark in row.marks) or "-"
        flags = [str(row.outcome)]
        flags += ["late"] if any(track.late for track in row.tracks) else []
        flags += ["disputed"] if row.is_disputed else []
        yield harmless("  ".join((row.id, dates, marks, row.title, f"[{', '.join(flags)}]")))


def timeline_document(timeline: Timeline, now: Now, ledger: str) -> dict[str, Any]:
    """The document of `timeline`."""
    axis = timeline.axis
    return {
        "schema_version": SCHEMA_VERSION,
        "as_of": now.local().isoformat(),
        "ledger": ledger,
        "today": format_moment(axis.today),
        "from": format_moment(axis.first),
        "to": format_moment(axis.last),
        "rows": [_row_object(row) for row in timeline.listed],
        "outside": [row.id for row in (*timeline.before, *timeline.after)],
    }


def _row_object(row: Row) -> Mapping[str, Any]:
    return {
        "id": row.id,
        "title": row.title,
        "outcome": str(row.outcome),
        "disputed": row.is_disputed,
        "dates": [
            {
                "role": str(track.role),
                "date": date_object(track.role, track.when) if track.when else None,
                "earlier": [date_object(track.role, when) for when in track.earlier],
                "moves": track.moves,
                "postponed": format_moment(track.postponed),
                "late": bool(track.late),
            }
            for track in row.tracks
        ],
        "marks": [
            {"on": format_moment(mark.day), "words": mark.words, "done": mark.is_done}
            for mark in row.marks
        ],
        "reports": [
            {"from": format_moment(when.first), "to": format_moment(when.last)}
            for when in row.reports
        ],
    }


def _track_words(row: Row, track: Track) -> str:
    if track.when is None:
        words = "postponed, no new date"
    elif track.when.first is not None and track.when.first == track.when.last:
        words = ("about " if track.when.approximate else "") + plain_day(track.when.first)
    else:
        words = format_when(track.when)
    return f"{ROLE_WORDS[track.role]} {words}" if len(row.tracks) > 1 else words


def _mark_words(row: Row, mark: Mark) -> str:
    """What happened and when; the day alone stands there already where it is the date's."""
    is_on_date = any(t.when and t.when.first == mark.day == t.when.last for t in row.tracks)
    return mark.words if is_on_date else f"{mark.words} {plain_day(mark.day)}"


def _moved_words(track: Track) -> str:
    times = "moved once" if track.moves == 1 else f"moved {plural(track.moves, 'time')}"
    first = track.earlier[0] if track.earlier else None
    if first is None or first.first is None or first.first != first.last:
        return times
    return f"{times}, first {plain_day(first.first)}"


def _plain_track(track: Track) -> str:
    way = [_plain_when(when) for when in track.earlier]
    way.append("none" if track.when is None else _plain_when(track.when))
    return f"{track.role} {' > '.join(way)}"


def _plain_when(when: When) -> str:
    if when.first is not None and when.first == when.last:
        return when.first.isoformat()
    if isinstance(when.value, str) or when.first == when.last:
        return format_value(when.value)
    return f"{when.first or ''}..{when.last or ''}"
