"""Moments and spans: `--now`, `--as-of`, `--within` and the days of filters."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commitrack.errors import DateError
from commitrack.timing.moments import parse_as_of, parse_moment, parse_span, parse_window
from commitrack.timing.now import Now
from commitrack.timing.plain_moment import try_plain_moment
from commitrack.timing.zones import zone_info
from tests.timing.clocks import SEOUL


@pytest.mark.parametrize(
    ("text", "at"),
    [
        pytest.param("2025-08-01", "2025-08-01T00:00+09:00", id="a day is its start"),
        pytest.param("2025-08-01 09:00", "2025-08-01T09:00+09:00", id="the reader's clock"),
        pytest.param("2025-08-01 00:01 Washington", "2025-08-01T00:01-04:00", id="a named one"),
        pytest.param("2025-07-08T09:00:00Z", "2025-07-08T09:00+00:00", id="an offset"),
        pytest.param("today", "2025-07-08T00:00+09:00", id="today"),
        pytest.param("2 weeks ago", "2025-06-24T00:00+09:00", id="a past day"),
        pytest.param("now", "2025-07-08T09:00+09:00", id="now"),
        pytest.param("aug 1 Washington", "2025-08-01T00:00-04:00", id="a day somewhere else"),
    ],
)
def test_now_is_an_instant(text: str, at: str) -> None:
    moment = parse_moment(text, SEOUL)

    assert moment == datetime.fromisoformat(at)
    assert moment.tzinfo is not None


def test_a_reader_whose_zone_has_no_name_still_has_a_clock() -> None:
    nameless = Now(SEOUL.at, zone_info("America/New_York"))

    assert parse_moment("2025-08-01 00:01", nameless).isoformat() == "2025-08-01T00:01:00-04:00"
    with pytest.raises(DateError, match="comes twice in this zone"):
        parse_moment("2025-11-02 01:30", nameless)


_ISO = st.one_of(
    st.dates().map(str),
    st.datetimes(timezones=st.none() | st.timezones()).map(datetime.isoformat),
    st.from_regex(
        r"\A[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}([+-][0-9]{2}:[0-9]{2}|Z)?)?\Z"
    ),
    st.text(),
)


@given(_ISO, st.sampled_from(["UTC", "America/New_York", "Asia/Seoul", "Australia/Lord_Howe"]))
def test_a_moment_taken_without_the_grammar_is_the_one_the_grammar_takes(
    text: str, zone: str
) -> None:
    now = Now(SEOUL.at, zone_info(zone), zone)
    plain = try_plain_moment(text, now)

    if plain is not None:
        told = parse_moment(text, now)
        assert (plain, plain.utcoffset()) == (told, told.utcoffset())


def test_what_scripts_write_needs_no_grammar() -> None:
    for text in ("2025-07-08", "2025-07-08T09:00+09:00", "2025-07-08 09:00", "2025-07-08T00:00Z"):
        assert try_plain_moment(text, SEOUL) is not None
    for text in ("2025-02-30", "2025-07-08T25:00", "2025-07-08T09:00[Asia/Seoul]", "aug 1"):
        assert try_plain_moment(text, SEOUL) is None


@pytest.mark.parametrize("text", ["2025-08", "2025-08-01/..", "soon", "9999-12-31", "until aug 1"])
def test_now_is_not_a_month(text: str) -> None:
    with pytest.raises(DateError):
        parse_moment(text, SEOUL)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("2025-08-01", "2025-08-01T23:59:59.999999+09:00"),
        ("2025-08", "2025-08-31T23:59:59.999999+09:00"),
        ("2025-08-01 Washington", "2025-08-01T23:59:59.999999-04:00"),
        ("2025-08-01T09:00+09:00", "2025-08-01T09:00:00+09:00"),
    ],
)
def test_as_of_a_day_is_its_end(text: str, at: str) -> None:
    assert parse_as_of(text, SEOUL) == datetime.fromisoformat(at)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("30d", "2025-08-07"),
        ("2w", "2025-07-22"),
        ("in 30 days", "2025-08-07"),
        ("2025-08-01", "2025-08-01"),
        ("2025-08", "2025-08-31"),
        ("end of month", "2025-07-31"),
        ("2025-08-01T20:00-04:00", "2025-08-02"),
    ],
)
def test_a_window_ends_on_a_day_that_belongs_to_it(text: str, day: str) -> None:
    assert parse_window(text, SEOUL) == date.fromisoformat(day)


@pytest.mark.parametrize("parse", [parse_window, parse_as_of])
def test_what_has_no_end_ends_no_window(parse: object) -> None:
    assert callable(parse)
    for text in ("2025-08-01/..", "from aug 1"):
        with pytest.raises(DateError, match="has no end"):
            parse(text, SEOUL)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("30d", "2025-07-08", "2025-08-07"),
        ("+30d", "2025-07-08", "2025-08-07"),
        ("P1M", "2025-07-08", "2025-08-08"),
        ("2025-08-01", "2025-08-01", "2025-08-01"),
        ("2025-08-01..2025-09-01", "2025-08-01", "2025-09-01"),
        ("2025-08..2025-09", "2025-08-01", "2025-09-30"),
        ("..2025-08", None, "2025-08-31"),
        ("2025-08..", "2025-08-01", None),
        ("2025-Q3", "2025-07-01", "2025-09-30"),
        ("2025-08-01/2025-08-07", "2025-08-01", "2025-08-07"),
        ("2025-08-01/..", "2025-08-01", None),
        ("30d..60d", "2025-08-07", "2025-09-06"),
        ("2 weeks ago..today", "2025-06-24", "2025-07-08"),
        ("tomorrow", "2025-07-09", "2025-07-09"),
        ("before aug 1", None, "2025-07-31"),
        ("until aug 1", None, "2025-08-01"),
        ("by 2025-09", None, "2025-09-30"),
        ("from aug 1", "2025-08-01", None),
        ("after 2025-09", "2025-10-01", None),
        ("within 30 days", "2025-07-08", "2025-08-07"),
        ("within 30 days of aug 1", None, "2025-08-31"),
        ("1-7 August", "2025-08-01", "2025-08-07"),
        ("next month", "2025-08-01", "2025-08-31"),
    ],
)
def test_a_span_includes_both_its_ends(text: str, first: str | None, last: str | None) -> None:
    assert parse_span(text, SEOUL) == (
        first and date.fromisoformat(first),
        last and date.fromisoformat(last),
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("..", "open at both ends"),
        ("2025-09..2025-08", "ends before it begins"),
        ("soon..", "is not understood"),
        ("", "is not a date"),
    ],
)
def test_a_span_that_spans_nothing_is_refused(text: str, message: str) -> None:
    with pytest.raises(DateError, match=message):
        parse_span(text, SEOUL)


def test_a_span_counts_from_the_reader_s_today() -> None:
    evening = Now(datetime(2025, 7, 8, 23, tzinfo=UTC), zone_info("Asia/Seoul"), "Asia/Seoul")

    assert parse_span("1d", evening) == (date(2025, 7, 9), date(2025, 7, 10))
