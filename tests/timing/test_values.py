"""Values: what a ledger may hold for a date, and what it stands for."""

from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commitrack.domain.when import Basis, Precision, When
from commitrack.errors import DateError
from commitrack.timing.edtf import parse_edtf
from commitrack.timing.values import format_value, offset_problem, parse_value
from tests.timing.clocks import attempt, instant


def test_a_toml_date_is_its_day() -> None:
    day = date(2025, 8, 1)

    assert parse_value(day, None, "August 1") == When(
        day, Precision.DAY, day, day, stated="August 1"
    )
    assert parse_value(day, "Asia/Seoul").zone == "Asia/Seoul"


def test_a_date_time_is_an_instant_on_its_own_day() -> None:
    when = instant("2025-08-01T00:01-04:00", "America/New_York")

    assert when.precision is Precision.INSTANT
    assert when.first == when.last == date(2025, 8, 1)
    assert when.at == datetime.fromisoformat("2025-08-01T04:01+00:00")
    assert when.zone == "America/New_York"


def test_a_date_time_in_utc_belongs_to_the_day_of_its_zone() -> None:
    assert instant("2025-08-01T02:00+00:00", "America/New_York").first == date(2025, 7, 31)


def test_a_local_date_time_is_resolved_in_its_zone() -> None:
    when = parse_value(datetime(2025, 11, 10, 0, 1), "America/New_York")  # noqa: DTZ001 - the case

    assert when.at is not None
    assert when.at.isoformat() == "2025-11-10T00:01:00-05:00"
    assert when.value == datetime(2025, 11, 10, 0, 1)  # noqa: DTZ001 - as the ledger has it


def test_only_an_offset_that_does_not_fit_its_zone_is_a_problem() -> None:
    problem = offset_problem(instant("2025-11-10T00:01-04:00", "America/New_York"))

    assert problem is not None
    assert "-05:00 (EST)" in problem
    assert offset_problem(instant("2025-11-10T00:01-05:00", "America/New_York")) is None
    assert offset_problem(instant("2025-11-10T00:01-04:00")) is None
    assert offset_problem(parse_value(date(2025, 8, 1), "Asia/Seoul")) is None


@pytest.mark.parametrize(
    ("text", "precision", "first", "last"),
    [
        ("2025-08-01", "day", "2025-08-01", "2025-08-01"),
        ("2025-11", "month", "2025-11-01", "2025-11-30"),
        ("2024-02", "month", "2024-02-01", "2024-02-29"),
        ("2025", "year", "2025-01-01", "2025-12-31"),
        ("9999", "year", "9999-01-01", "9999-12-31"),
        ("2025-Q3", "quarter", "2025-07-01", "2025-09-30"),
        ("2025-q3", "quarter", "2025-07-01", "2025-09-30"),
        ("2025-33", "quarter", "2025-01-01", "2025-03-31"),
        ("2025-36", "quarter", "2025-10-01", "2025-12-31"),
        ("2025-H1", "half", "2025-01-01", "2025-06-30"),
        ("2025-41", "half", "2025-07-01", "2025-12-31"),
        ("2025-25", "season", "2025-03-01", "2025-05-31"),
        ("2025-27", "season", "2025-09-01", "2025-11-30"),
        ("2025-28", "season", "2025-12-01", "2026-02-28"),
        ("2025-29", "season", "2025-09-01", "2025-11-30"),
        ("2025-30", "season", "2025-12-01", "2026-02-28"),
        ("2025-32", "season", "2025-06-01", "2025-08-31"),
        ("2025-08-01/2025-08-07", "range", "2025-08-01", "2025-08-07"),
        ("2025-08/2025-Q4", "range", "2025-08-01", "2025-12-31"),
        ("2025-08-01/..", "open", "2025-08-01", None),
        ("../2025-08", "open", None, "2025-08-31"),
    ],
)
def test_an_edtf_string_is_an_interval(
    text: str, precision: str, first: str | None, last: str | None
) -> None:
    when = parse_value(text, None)

    assert (when.value, when.precision, when.approximate) == (text, precision, False)
    assert when.first == (first and date.fromisoformat(first))
    assert when.last == (last and date.fromisoformat(last))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2025-21", "2025-03-01", "2025-11-30"),
        ("2025-22", "2025-06-01", "2026-02-28"),
        ("2027-22", "2027-06-01", "2028-02-29"),
        ("2025-23", "2025-03-01", "2025-11-30"),
        ("2025-24", "2025-06-01", "2026-02-28"),
        ("2025-24?", "2025-06-01", "2026-02-28"),
    ],
)
def test_a_season_of_either_hemisphere_spans_both(text: str, first: str, last: str) -> None:
    when = parse_value(text, None)

    assert (when.value, when.precision, when.approximate) == (text, Precision.SEASON, True)
    assert (str(when.first), str(when.last)) == (first, last)


@pytest.mark.parametrize("code", range(21, 25))
def test_a_season_of_either_hemisphere_holds_that_of_each(code: int) -> None:
    either, north, south = (parse_value(f"2025-{code + more}", None) for more in (0, 4, 8))

    assert north.lies_within(either)
    assert south.lies_within(either)
    assert either.first == min(north.days()[0], south.days()[0])
    assert either.last == max(north.days()[1], south.days()[1])


def test_a_season_of_either_hemisphere_may_end_a_range() -> None:
    when = parse_value("2025-23/2026-21", None)

    assert (when.precision, when.approximate) == (Precision.RANGE, True)
    assert (when.first, when.last) == (date(2025, 3, 1), date(2026, 11, 30))


@pytest.mark.parametrize("text", ["2025-09~", "2025-09?", "2025-09%", "2025-09~/2025-10"])
def test_an_uncertain_date_is_marked_and_not_widened(text: str) -> None:
    when = parse_value(text, None)

    assert when.approximate
    assert when.first == date(2025, 9, 1)


@pytest.mark.parametrize(
    ("text", "at", "zone"),
    [
        ("2025-08-01T00:01-04:00", "2025-08-01T00:01:00-04:00", None),
        ("2025-08-01T00:01:00Z", "2025-08-01T00:01:00+00:00", None),
        ("2025-08-01 00:01:00.5-0400", "2025-08-01T00:01:00.500000-04:00", None),
        (
            "2025-08-01T00:01-04:00[America/New_York]",
            "2025-08-01T00:01:00-04:00",
            "America/New_York",
        ),
        ("2025-08-01T00:01[Asia/Seoul]", "2025-08-01T00:01:00+09:00", "Asia/Seoul"),
    ],
)
def test_a_date_time_may_be_a_string(text: str, at: str, zone: str | None) -> None:
    when = parse_value(text, None)

    assert when.at is not None
    assert (when.at.isoformat(), when.zone, when.value) == (at, zone, text)


@pytest.mark.parametrize(
    ("value", "zone", "message", "remedy"),
    [
        (2027, None, "2027 is a number, not a date", 'write "2027" for some time in 2027'),
        (True, None, "true is not a date", ""),
        (1.5, None, "1.5 is not a date", "2025-08-01"),
        ([], None, "a list is not a date", ""),
        (time(0, 1), None, "00:01:00 is a time without a day", "add the day"),
        (datetime(2025, 8, 1, 0, 1), None, "2025-08-01T00:01:00 where?", "America/New_York"),  # noqa: DTZ001 - the case
        (datetime(1, 1, 1, tzinfo=UTC), None, "too near the end of the calendar", ""),
        (date(2025, 8, 1), "Mars/Base", "Mars/Base is not a time zone", ""),
        ("2025-08", "Mars/Base", "Mars/Base is not a time zone", ""),
        ("soon", None, "soon is not a date", "2025-Q3"),
        ("", None, " is not a date", ""),
        ("2025-02-30", None, "2025-02-30 is not a date: February 2025 has 28 days", ""),
        ("2027-13", None, "2027-13 is not a date: there is no month 13", ""),
        ("2027-13-01", None, "there is no month 13", ""),
        ("2025-00", None, "there is no month 0", ""),
        ("0000", None, "there is no year 0", ""),
        ("0000-01-01", None, "there is no year 0", ""),
        ("2025-20", None, "there is no month 20", ""),
        ("9999-22", None, "leads beyond the calendar", ""),
        ("9999-28", None, "leads beyond the calendar", ""),
        ("2025-H3", None, "2025-H3 is not a date", ""),
        ("../..", None, "is open at both ends", ""),
        ("2025-08-01/", None, "is not a date", ""),
        ("2025-09/2025-08", None, "ends before it begins", ""),
        ("2025-08-01T1:2:3Z", None, "2025-08-01T1:2:3Z is not a date", ""),
        ("2025-08-01T25:00Z", None, "25:00 is not a time", ""),
        ("2025-08-01T00:01+15:00", None, "is not an offset", ""),
        ("2025-08-01T00:01", None, "where?", ""),
        ("²025", None, "is not a date", ""),
    ],
)
def test_what_is_no_date_is_refused_with_a_remedy(
    value: object, zone: str | None, message: str, remedy: str
) -> None:
    with pytest.raises(DateError) as caught:
        parse_value(value, zone)

    assert message in caught.value.message
    assert remedy in caught.value.remedy


def test_a_relative_date_waits_for_its_anchor() -> None:
    value = {"after": "kr-us-summit", "within": "P90D"}

    when = parse_value(value, None, "within 90 days of the summit")

    assert (when.first, when.last, when.basis) == (None, None, Basis.RELATIVE)
    assert (when.waits_for, when.stated) == ("kr-us-summit", "within 90 days of the summit")
    assert when.value == value


def test_a_plain_period_after_a_day_is_resolved_at_once() -> None:
    when = parse_value({"after": date(2025, 5, 14), "within": "P90D"}, None)

    assert when.first == when.last == date(2025, 8, 12)
    assert (when.precision, when.basis) == (Precision.DAY, Basis.RELATIVE)


def test_hours_after_an_instant_are_an_instant() -> None:
    after = datetime.fromisoformat("2025-11-01T12:00-04:00")

    when = parse_value({"after": after, "within": "PT48H"}, "America/New_York")

    assert when.at is not None
    assert when.at.isoformat() == "2025-11-03T11:00:00-05:00"


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ({"after": "x", "withn": "P90D"}, "has no key withn"),
        ({}, "says what it counts from"),
        ({"within": "P90D"}, "says what it counts from"),
        ({"after": 3, "within": "P90D"}, "says what it counts from"),
        ({"after": date(2025, 5, 14), "within": "PT48H"}, "counts hours"),
        ({"after": date(9999, 5, 14), "within": "P1Y"}, "beyond the calendar"),
        ({"after": datetime(2025, 5, 14), "within": "P1D"}, "where?"),  # noqa: DTZ001 - the case
    ],
)
def test_a_relative_date_that_counts_from_nothing_is_refused(
    value: dict[str, object], message: str
) -> None:
    with pytest.raises(DateError, match=message.replace("?", r"\?")):
        parse_value(value, None)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (date(2025, 8, 1), "2025-08-01"),
        (datetime.fromisoformat("2025-08-01T00:01-04:00"), "2025-08-01T00:01:00-04:00"),
        ("2025-Q3", "2025-Q3"),
        ({"after": "x", "within": "P90D"}, "90 days after x"),
        (
            {"after": "x", "within": "10 business days", "calendar": "US"},
            "10 US business days after x",
        ),
        ({"after": "x", "snap": "month-start"}, "start of the month of x"),
        ({"before": date(2025, 8, 1)}, "before 2025-08-01"),
    ],
)
def test_a_value_is_written_for_machines(value: object, text: str) -> None:
    assert format_value(value) == text


OFFSETS = st.integers(-12 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
INSTANTS = st.datetimes(
    min_value=datetime(2, 1, 1),  # noqa: DTZ001 - hypothesis wants it so
    max_value=datetime(9998, 12, 31),  # noqa: DTZ001
    timezones=OFFSETS,
)
YEARS = st.integers(1, 9998).map(lambda year: f"{year:04}")
ATOMS = st.one_of(
    YEARS,
    st.dates().map(str),
    st.builds(
        "{}-{}".format,
        YEARS,
        st.sampled_from(
            ["01", "02", "12", "21", "24", "25", "28", "31", "33", "36", "40", "Q1", "Q4", "H2"]
        ),
    ),
)
TEXTS = st.one_of(
    ATOMS,
    st.builds("{}{}".format, ATOMS, st.sampled_from("~?%")),
    ATOMS.map("{}/..".format),
    ATOMS.map("../{}".format),
)


@given(st.one_of(st.dates(), INSTANTS, TEXTS))
def test_a_value_written_for_machines_is_read_back_as_the_same(value: date | str) -> None:
    when = parse_value(value, None)

    again = parse_value(format_value(when.value), None)

    assert again.resolves_as(when)
    assert (again.precision, again.approximate) == (when.precision, when.approximate)


@given(ATOMS, ATOMS)
def test_no_interval_ends_before_it_begins(one: str, two: str) -> None:
    interval = attempt(lambda: parse_edtf(f"{one}/{two}"))

    if isinstance(interval, DateError):
        assert "ends before it begins" in interval.message
    else:
        assert interval.first is not None
        assert interval.last is not None
        assert interval.first <= interval.last


SCALARS = st.one_of(
    st.text(), st.integers(), st.floats(), st.booleans(), st.dates(), st.datetimes(), st.times()
)


@given(
    st.one_of(SCALARS, st.lists(SCALARS, max_size=2), st.dictionaries(st.text(), SCALARS)),
    st.sampled_from([None, "America/New_York", "UTC", "x"]),
)
def test_nothing_in_a_ledger_raises_anything_but_a_date_error(
    value: object, zone: str | None
) -> None:
    when = attempt(lambda: parse_value(value, zone))

    assert when.message if isinstance(when, DateError) else when.days()[0] <= when.days()[1]


@given(
    st.one_of(
        st.from_regex(r"[0-9]{4}-[0-9]{2}(-[0-9]{2})?[~?%]?", fullmatch=True),
        st.from_regex(
            r"[0-9]{4}-[01][0-9]-[0-3][0-9][T ][0-2][0-9]:[0-5][0-9](Z|[+-][01][0-9]:[0-5][0-9])?",
            fullmatch=True,
        ),
        st.from_regex(r"([0-9]{4}-[0-9]{2}|\.\.)/([0-9]{4}|\.\.)", fullmatch=True),
    )
)
def test_nothing_that_looks_like_a_date_raises_anything_but_a_date_error(text: str) -> None:
    when = attempt(lambda: parse_value(text, None))

    assert when.message if isinstance(when, DateError) else when.value == text
