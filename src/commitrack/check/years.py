"""Years: a day in words without a year, or with one, against the year of the date recorded."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from commitrack.check.faults import clip, warning
from commitrack.check.rows import Record, Row
from commitrack.check.starts import Announced
from commitrack.domain.commitment import Commitment, Dates, Event
from commitrack.domain.finding import Finding
from commitrack.domain.vocabulary import EventType
from commitrack.domain.when import When
from commitrack.errors import DateError
from commitrack.timing.anchor import Anchor
from commitrack.timing.bounds import END, START
from commitrack.timing.display import format_when, plain_day
from commitrack.timing.durations import find_durations
from commitrack.timing.grammar import Understood, parse_words
from commitrack.timing.now import Now
from commitrack.timing.values import format_value

_INSERTED_YEAR = re.compile(r"\[([0-9]{4})\]")
_A_DAY = timedelta(days=1)
_LOOKS_BACK = frozenset({EventType.TOOK_EFFECT, EventType.REPORTED, EventType.CLARIFIED})
# Two days of the past: words that mean the same, whenever they were said, name their year.
_ONCE, _ONCE_MORE = date(2002, 2, 3), date(2011, 10, 20)


class _Said(NamedTuple):
    """The day from which words look ahead, and what happened on it: "it was said"."""

    day: date
    why: str


def find_wrong_years(record: Record, announced: Announced | None, now: Now) -> Iterator[Finding]:
    """Dates whose year is not the one that their words give, or not the one they mean at first.

    Only words that the grammar of dates reads whole are taken; all others are passed over.
    """
    for statement, row in record.statements():
        words = statement.stated
        dates = tuple((role, when) for role, when in statement.dates if _is_known(when))
        if not words or not dates or find_durations(words):
            continue
        words = _INSERTED_YEAR.sub(r"\1", words)  # an editor's own: "August 1 [2026]"
        said = _said(statement, announced)
        read = _read(words, said.day if said else _ONCE, now)
        if read is None:
            continue
        if read.inferred_year and said is not None:
            yield from _far(statement, row, dates, read, said)
        elif read == _read(words, _ONCE_MORE, now):
            yield from _mismatch(statement, row, dates, read)


def _is_known(when: When) -> bool:
    return when.first is not None and when.last is not None and not isinstance(when.value, dict)


def _read(words: str, day: date, now: Now) -> Understood | None:
    """What the words mean when they are said on that day."""
    then = Now(datetime.combine(day, time(), UTC), UTC)
    try:
        read = parse_words(words, Anchor(day, "it was said", then), fallback=now.tz)
    except DateError:
        return None
    return read._replace(why="") if read.when.first and read.when.last else None


def _said(statement: Commitment | Event, announced: Announced | None) -> _Said | None:
    if not isinstance(statement, Event):
        on = announced.on if announced else None
        why = "it was said" if announced and announced.is_said else "it was published"
    else:
        on = None if statement.type in _LOOKS_BACK else statement.on
        why = "it was said"
    if on is None:
        return None
    return _Said(on.date() if isinstance(on, datetime) else on, why)


def _mismatch(
    statement: Commitment | Event, row: Row, dates: Dates, read: Understood
) -> Iterator[Finding]:
    """Words that name a year, and no date of the statement in it."""
    if any(_is_in_its_years(when, read) for _, when in dates):
        return
    role, when = dates[0]
    message = f'{role} = {format_value(when.value)}, but the words say "{clip(statement.stated)}"'
    hint = 'mend the year, or the words; what a source has wrong is quoted with "[sic]"'
    yield warning("year-mismatch", row.at(role), message, hint)


def _is_in_its_years(when: When, read: Understood) -> bool:
    """Whether the date lies in a year of the words, or on the day next to it: midnight is either's.

    Words such as "before 2027" bound one side alone.
    """
    first, last = when.days()
    words_first, words_last = read.when.days()
    is_before = last.year < words_first.year and (words_first - last) > _A_DAY
    is_after = first.year > words_last.year and (first - words_last) > _A_DAY
    return not (is_before and read.side != END) and not (is_after and read.side != START)


def _far(
    statement: Commitment | Event, row: Row, dates: Dates, read: Understood, said: _Said
) -> Iterator[Finding]:
    """Words without a year, and a date that is not the first such day, or is far from them."""
    shifts = [
        (role, when, years)
        for role, when in dates
        if (years := _years_on(when, read.when)) is not None
    ]
    if not shifts or (not read.far and any(years == 0 for _, _, years in shifts)):
        return
    role, when, years = shifts[0]
    if years < 0:  # before it was said: that has a rule of its own
        return
    stated = clip(statement.stated)
    message = f"{role} = {format_value(when.value)} is {_how_far(stated, years, read.when, said)}"
    hint = f'is the year right? if so, add it to the words: "{stated} [{when.days()[0].year}]"'
    yield warning("far-year", row.at(role), message, hint)


def _how_far(stated: str, years: int, read: When, said: _Said) -> str:
    if not years:
        return f'more than six months after {said.why}, on {plain_day(said.day)}, as "{stated}"'
    after = f"{years} year{'' if years == 1 else 's'} after {format_when(read)}"
    return f'{after}, the first "{stated}" after {said.why}, on {plain_day(said.day)}'


def _years_on(when: When, read: When) -> int | None:
    """By how many years the date lies after the words' own, if it is that day or lies within it."""
    first, last = when.days()
    words_first, words_last = read.days()
    for years in (first.year - words_first.year, last.year - words_last.year):
        start, end = _shift(words_first, years), _shift(words_last, years)
        if start and end and start - _A_DAY <= first and last <= end + _A_DAY:
            return years
    return None


def _shift(day: date, years: int) -> date | None:
    try:
        moved = day.replace(year=day.year + years)
    except ValueError:
        return None
    return moved if date.min < moved < date.max else None
