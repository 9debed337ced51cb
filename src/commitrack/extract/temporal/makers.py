"""Makers: the functions that patterns name."""

from collections.abc import Callable, Mapping

from commitrack.extract.temporal import (
    bare_numbers,
    bare_units,
    calendar_dates,
    clocks,
    comparisons,
    event_days,
    holidays,
    inside,
    lengths,
    quarters,
    ranges,
    relative_dates,
    seasons,
    sets,
    shifting,
    vague,
    weekdays,
)
from commitrack.extract.temporal.drafts import Draft, Scene
from commitrack.extract.temporal.matching import Match

Maker = Callable[[Match, Scene], list[Draft]]


def make_nothing(_match: Match, _scene: Scene) -> list[Draft]:
    """Words that look like a time and are none: what they cover is skipped."""
    return []


MAKERS: Mapping[str, Maker] = {
    "calendar": calendar_dates.make_calendar,
    "named_day": calendar_dates.make_named_day,
    "calendar_at": calendar_dates.make_calendar_at,
    "day_of_month": bare_numbers.make_day_of_month,
    "spelt_day": bare_numbers.make_spelt_day,
    "short_year": bare_numbers.make_short_year,
    "first_quarters": quarters.make_first_quarters,
    "range": ranges.make_range,
    "week_of": calendar_dates.make_week_of,
    "decade": calendar_dates.make_decade,
    "year_end": calendar_dates.make_year_end,
    "weekday": weekdays.make_weekday,
    "weekday_of_week": weekdays.make_weekday_of_week,
    "weekday_after": weekdays.make_weekday_after,
    "dayword": weekdays.make_dayword,
    "tonight": weekdays.make_tonight,
    "part": weekdays.make_part,
    "relative": relative_dates.make_relative,
    "relative_month": relative_dates.make_relative_month,
    "relative_season": seasons.make_relative_season,
    "season": seasons.make_season,
    "bare_unit": bare_units.make_bare_unit,
    "beside": comparisons.make_beside,
    "month_quarter": comparisons.make_month_quarter,
    "yearback": comparisons.make_yearback,
    "year_period": comparisons.make_year_period,
    "fiscal": quarters.make_fiscal,
    "quarter": quarters.make_quarter,
    "quarters": quarters.make_quarters,
    "inside": inside.make_inside,
    "inside_weekday": inside.make_inside_weekday,
    "months": ranges.make_months,
    "half": quarters.make_half,
    "half_year": quarters.make_half_year,
    "event_day": event_days.make_event_day,
    "new_year": holidays.make_new_year,
    "holiday": holidays.make_holiday,
    "length": lengths.make_length,
    "lengths": lengths.make_lengths,
    "length_or": lengths.make_length_or,
    "vague_length": lengths.make_vague_length,
    "bare_units": lengths.make_bare_units,
    "shifted": shifting.make_shifted,
    "shifted_same": shifting.make_shifted_same,
    "from_day": shifting.make_from_day,
    "vague_shifted": shifting.make_vague_shifted,
    "while": lengths.make_while,
    "set": sets.make_set,
    "adverb": sets.make_adverb,
    "frequency": sets.make_frequency,
    "rate": lengths.make_rate,
    "vague": vague.make_vague,
    "clock": clocks.make_clock,
    "none": make_nothing,
}
