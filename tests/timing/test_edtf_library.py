"""A second opinion on uncertain dates: the `edtf` package, where it knows what we know."""

from datetime import date
from time import struct_time

import edtf
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from commitrack.timing.edtf import parse_edtf

_YEARS = st.integers(1000, 9998).map(str)
_MONTHS = st.tuples(_YEARS, st.integers(1, 12)).map(lambda both: f"{both[0]}-{both[1]:02}")
_DAYS = st.dates(date(1000, 1, 1), date(9998, 12, 31)).map(str)
# 28 and 30 are left out: the package ends them with their year. 21 to 24 are of either half here.
_PARTS = st.tuples(_YEARS, st.sampled_from((25, 26, 27, 29, 31, 32, 33, 34, 35, 36, 40, 41))).map(
    lambda both: f"{both[0]}-{both[1]}"
)
_MARKS = st.sampled_from(("", "~", "?", "%"))
_MARKED = st.tuples(st.one_of(_YEARS, _MONTHS, _DAYS), _MARKS).map("".join)
_ENDS = st.one_of(_YEARS, _MONTHS, _DAYS)


def theirs(text: str) -> tuple[date | None, date | None]:
    """First and last day as the package has them; None for an open end."""
    read = edtf.parse_edtf(text)
    return _day(read.lower_strict()), _day(read.upper_strict())


def _day(value: struct_time | float) -> date | None:
    return date(*value[:3]) if isinstance(value, struct_time) else None


def ours(text: str) -> tuple[date | None, date | None]:
    interval = parse_edtf(text)
    return interval.first, interval.last


@settings(max_examples=60)  # the package is slow
@given(st.one_of(_MARKED, _PARTS))
def test_an_uncertain_date_spans_the_same_days(text: str) -> None:
    assert ours(text) == theirs(text)


@settings(max_examples=60)  # the package is slow
@given(_ENDS, _ENDS)
def test_a_range_spans_the_same_days(one: str, other: str) -> None:
    text = f"{one}/{other}"
    first, last = ours(one)[0], ours(other)[1]
    assume(first is not None and last is not None and first <= last)

    assert ours(text) == theirs(text)


@settings(max_examples=60)  # the package is slow
@given(_ENDS)
def test_an_open_range_is_open_at_the_same_end(end: str) -> None:
    for text in (f"{end}/..", f"../{end}"):
        assert ours(text) == theirs(text)
