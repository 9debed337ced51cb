"""Clocked: time expressions of an article as days, to tell what is still to come."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from commitrack.domain.candidate import TimeExpression, TimeType
from commitrack.errors import DateError
from commitrack.extract.lexicon import Lexicon
from commitrack.timing.edtf import Interval, try_edtf

_LONGEST_STILL_AHEAD = 367  # this year may still be ahead; this decade says nothing
_WEEK, _YEAR, _YEAR_DAYS = timedelta(days=7), len("2025"), 366
_DAY = len("2025-08-01")
_JUST_GONE = 14
_WEEK_MARK = "-W"
_SEASONS = {"SP": "25", "SU": "26", "FA": "27", "WI": "28"}
"""Seasons of TIMEX3 in EDTF, by their northern months."""
_TO_COME = "FUTURE_REF"
_WEEKEND = "-WE"


class Clocked(NamedTuple):
    """A time expression, and the days that it spans where it is a date."""

    expression: TimeExpression
    first: date | None
    last: date | None

    def ends_after(self, said: date) -> bool:
        """Whether some of it is on or after the day when the words were said."""
        if self.expression.value == _TO_COME:
            return True
        if self.first is None or self.last is None or self.last < said:
            return False
        return self.first > said or (self.last - self.first).days < _LONGEST_STILL_AHEAD

    def ahead(self, said: date, lexicon: Lexicon) -> "Clocked":
        """The same, where a day or a month without a year was taken for the last one: the next.

        What is still to come cannot be on the Monday, nor in the March, that has gone by.
        """
        words = self.expression.text.lower().replace(".", " ").replace(",", " ").split()
        is_told = not lexicon.classes["past-words"].isdisjoint(words)  # "last December"
        if is_told or self.first is None or self.last is None or self.last >= said:
            return self
        is_weekday = not lexicon.classes["days"].isdisjoint(words) or self._is_weekend
        if is_weekday and self.first >= said - _WEEK:
            return self._moved(self.first + _WEEK, self.last + _WEEK)
        is_old = (said - self.first).days > _YEAR_DAYS
        if self._is_season and not is_old and not _has_year(words):
            return self._moved(_next_year(self.first), _next_year(self.last))
        is_just_gone = self._is_day and (said - self.last).days <= _JUST_GONE
        if is_just_gone or is_old or not _names_month_alone(words, lexicon):
            return self
        try:
            return self._moved(_next_year(self.first), _next_year(self.last))
        except ValueError:
            return self

    @property
    def _is_weekend(self) -> bool:
        return self.expression.value.endswith(_WEEKEND)

    @property
    def _is_season(self) -> bool:
        return self.expression.value[_YEAR + 1 :] in _SEASONS

    @property
    def _is_day(self) -> bool:
        return len(self.expression.value) == _DAY

    def _moved(self, first: date, last: date) -> "Clocked":
        why = (*self.expression.why, "what is still to come is on the next such day")
        if self._is_weekend:
            year, week, _ = first.isocalendar()
            weekend = f"{year}{_WEEK_MARK}{week:02d}{_WEEKEND}"
            return Clocked(self.expression._replace(value=weekend, why=why), first, last)
        if self._is_season:
            season = f"{first.year}{self.expression.value[_YEAR:]}"
            return Clocked(self.expression._replace(value=season, why=why), first, last)
        value = first.isoformat()[: len(self.expression.value.partition("T")[0])]
        value += self.expression.value[len(value) :]
        return Clocked(self.expression._replace(value=value, why=why), first, last)


def _names_month_alone(words: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether a month is named, and no year with it."""
    return not _has_year(words) and not lexicon.classes["months"].isdisjoint(words)


def _has_year(words: Sequence[str]) -> bool:
    return any(len(word) == _YEAR and word.isdigit() for word in words)


def _next_year(day: date) -> date:
    return day.replace(year=day.year + 1)


def clock(
    expressions: Sequence[TimeExpression], said: date, lexicon: Lexicon
) -> tuple[Clocked, ...]:
    """The expressions with their days; "earlier this year" ends before it was said."""
    return tuple(_before(_clocked(expression), said, lexicon) for expression in expressions)


def _before(time: Clocked, said: date, lexicon: Lexicon) -> Clocked:
    if time.last is None or time.last < said:
        return time
    words = time.expression.text.lower().split()
    if lexicon.classes["gone-words"].isdisjoint(words):
        return time
    return time._replace(last=said - timedelta(days=1))


def _clocked(expression: TimeExpression) -> Clocked:
    if expression.type not in (TimeType.DATE, TimeType.TIME):
        return Clocked(expression, None, None)
    found = interval_of(expression.value)
    return (
        Clocked(expression, found.first, found.last) if found else Clocked(expression, None, None)
    )


def interval_of(value: str) -> Interval | None:
    """The days of a TIMEX3 value; None where it names none."""
    text = value.partition("T")[0] if value[_DAY : _DAY + 1] == "T" else value
    try:
        return _week(text) if _WEEK_MARK in text else try_edtf(edtf_of(text))
    except (DateError, ValueError, OverflowError):
        return None


def edtf_of(value: str) -> str:
    """A TIMEX3 value in EDTF: seasons by their northern months, decades as a range."""
    year, _, part = value.partition("-")
    if part in _SEASONS:
        return f"{year}-{_SEASONS[part]}"
    if len(value) == len("199") and value.isdigit():
        return f"{value}0/{value}9"
    return value


def _week(text: str) -> Interval | None:
    from commitrack.domain.when import Precision  # noqa: PLC0415 - weeks are rare

    year, _, rest = text.partition(_WEEK_MARK)
    number, _, weekend = rest.partition("-")
    monday = date.fromisocalendar(int(year), int(number), 1)
    first = monday + timedelta(days=5) if weekend else monday
    return Interval(Precision.RANGE, first, monday + timedelta(days=6))
