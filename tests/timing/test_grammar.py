"""Grammar: every form that is understood, and every kind that is refused with its remedy."""

from datetime import date, datetime

import pytest

from commitrack.errors import DateError, Excerpt
from commitrack.timing.anchor import Anchor, anchor_today
from commitrack.timing.grammar import parse_words
from commitrack.timing.values import format_value
from tests.timing.clocks import SAID, SEOUL


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2025-08-01", "2025-08-01"),
        (" 2025-08-01 ", "2025-08-01"),
        ("aug 1", "2025-08-01"),
        ("Aug. 1", "2025-08-01"),
        ("AUGUST 1", "2025-08-01"),
        ("August 1, 2025", "2025-08-01"),
        ("1 August 2025", "2025-08-01"),
        ("1 aug", "2025-08-01"),
        ("1st of August", "2025-08-01"),
        ("the 2nd of August 2026", "2026-08-02"),
        ("August 3rd, 2026", "2026-08-03"),
        ("Fri 1 Aug 2025", "2025-08-01"),
        ("Friday, August 1, 2025", "2025-08-01"),
        ("Friday 2025-08-01", "2025-08-01"),
        ("Fri 1 Aug", "2025-08-01"),
        ("+30d", "2025-08-06"),
        ("30d", "2025-08-06"),
        ("3w", "2025-07-28"),
        ("2m", "2025-09-07"),
        ("1y", "2026-07-07"),
        ("P90D", "2025-10-05"),
        ("in 30 days", "2025-08-06"),
        ("30 days", "2025-08-06"),
        ("2000 days", "2030-12-28"),
        ("in 1 week", "2025-07-14"),
        ("2 weeks ago", "2025-06-23"),
        ("30d ago", "2025-06-07"),
        ("2 months ago", "2025-05-07"),
        ("today", "2025-07-07"),
        ("Tomorrow", "2025-07-08"),
        ("yesterday", "2025-07-06"),
        ("friday", "2025-07-11"),
        ("on Friday", "2025-07-11"),
        ("sun", "2025-07-13"),
        ("last friday", "2025-07-04"),
        ("last monday", "2025-06-30"),
        ("end of month", "2025-07-31"),
        ("end of the month", "2025-07-31"),
        ("end of quarter", "2025-09-30"),
        ("end of year", "2025-12-31"),
        ("eom", "2025-07-31"),
        ("EOQ", "2025-09-30"),
        ("eoy", "2025-12-31"),
        ("end of August", "2025-08-31"),
        ("end of july", "2025-07-31"),
        ("the end of February 2028", "2028-02-29"),
        ("end of 2025", "2025-12-31"),
        ("end of Q3", "2025-09-30"),
        ("end of Q3 2026", "2026-09-30"),
        ("end of 2025-Q3", "2025-09-30"),
        ("end of 2025-08", "2025-08-31"),
        ("2025-08", "2025-08"),
        ("August 2025", "2025-08"),
        ("2025-Q3", "2025-Q3"),
        ("Q3 2025", "2025-Q3"),
        ("q3 of 2025", "2025-Q3"),
        ("2025 H2", "2025-H2"),
        ("2025", "2025"),
        ("2025-28", "2025-28"),
        ("2025-09~", "2025-09~"),
        ("2025-08-01?", "2025-08-01?"),
        ("2025-08-01/2025-08-07", "2025-08-01/2025-08-07"),
        ("2025-08-01/..", "2025-08-01/.."),
        ("2025/08/01", "2025-08-01"),
        ("13/04/2027", "2027-04-13"),
        ("04/13/2027", "2027-04-13"),
        ("04.04.2027", "2027-04-04"),
        ("2025.8.1", "2025-08-01"),
        ("20250801", "2025-08-01"),
        ("1AUG2025", "2025-08-01"),
        ("2025-W32", "2025-08-04/2025-08-10"),
        ("week 32 of 2025", "2025-08-04/2025-08-10"),
        ("2025-W32-5", "2025-08-08"),
        ("the 5th", "2025-08-05"),
        ("Monday the 7th", "2025-07-07"),
        ("first monday in august", "2025-08-04"),
        ("last friday of february 2028", "2028-02-25"),
        ("the day after tomorrow", "2025-07-09"),
        ("in 2 quarters", "2026-01-07"),
        ("a week from tomorrow", "2025-07-15"),
        ("30 days before 20 days after aug 1", "2025-07-22"),
        ("August", "2025-08"),
        ("Q3", "2025-Q3"),
        ("third quarter of 2026", "2026-Q3"),
        ("2026Q3", "2026-Q3"),
        ("second half of 2026", "2026-H2"),
        ("first half of next month", "2025-08-01~/2025-08-15~"),
        ("mid-2027", "2027-05~/2027-08~"),
        ("late August", "2025-08-21~/2025-08-31~"),
        ("early in August", "2025-08-01~/2025-08-10~"),
        ("mid-August 2026", "2026-08-11~/2026-08-20~"),
        ("early to mid August", "2025-08-01~/2025-08-20~"),
        ("autumn 2025 in the north", "2025-27"),
        ("southern autumn 2025", "2025-31"),
        ("northern winter 2025-26", "2025-28"),
        ("northern winter 2025/2026", "2025-28"),
        ("northern winter", "2025-28"),
        ("next week", "2025-07-14/2025-07-20"),
        ("friday next week", "2025-07-18"),
        ("next month", "2025-08"),
        ("last quarter", "2025-Q2"),
        ("end of next quarter", "2025-12-31"),
        ("start of 2025-Q4", "2025-10-01"),
        ("beginning of Q4", "2025-10-01"),
        ("start of Q4 2026", "2026-10-01"),
        ("1-7 August", "2025-08-01/2025-08-07"),
        ("August 28\u2013September 3, 2025", "2025-08-28/2025-09-03"),
        ("28 December to 3 January 2026", "2025-12-28/2026-01-03"),
        ("July-September 2025", "2025-07/2025-09"),
        ("2025-2027", "2025/2027"),
        ("about aug 1", "2025-08-01~"),
        ("around 2025-09~", "2025-09~"),
        ("before 2027", "2026-12-31"),
        ("after Q3 2025", "2025-10-01"),
        ("until mid-2027", "2027-05~/2027-08~"),
        ("through 2025", "2025-12-31"),
        ("within the next month", "2025-08-07"),
        ("feb 29", "2028-02-29"),
        ("may 1", "2026-05-01"),
    ],
)
def test_a_date_is_understood(text: str, value: str) -> None:
    when = parse_words(text, SAID).when

    assert format_value(when.value) == value
    assert when.zone is None
    assert when.at is None


@pytest.mark.parametrize(
    ("text", "value", "zone"),
    [
        ("2025-08-01T00:01-04:00", "2025-08-01T00:01:00-04:00", None),
        ("2025-08-01T00:01:00Z", "2025-08-01T00:01:00+00:00", None),
        ("2025-08-01 00:01 -0400", "2025-08-01T00:01:00-04:00", None),
        ("aug 1 00:01 UTC+9", "2025-08-01T00:01:00+09:00", None),
        ("aug 1 00:01 utc", "2025-08-01T00:01:00+00:00", "UTC"),
        ("2025-08-01 00:01 America/New_York", "2025-08-01T00:01:00-04:00", "America/New_York"),
        (
            "2025-08-01T00:01-04:00[America/New_York]",
            "2025-08-01T00:01:00-04:00",
            "America/New_York",
        ),
        ("2025-08-01T00:01-04:00 Washington", "2025-08-01T00:01:00-04:00", "America/New_York"),
        ("aug 1 00:01 Washington", "2025-08-01T00:01:00-04:00", "America/New_York"),
        ("aug 1 00:01 Washington, D.C.", "2025-08-01T00:01:00-04:00", "America/New_York"),
        ("00:01 aug 1 new york", "2025-08-01T00:01:00-04:00", "America/New_York"),
        ("1 August 2025 12:01 a.m. EDT", "2025-08-01T00:01:00-04:00", "America/New_York"),
        ("12:01am EDT on 1 August 2025", "2025-08-01T00:01:00-04:00", "America/New_York"),
        ("10 Nov 2025 12:01 a.m. EST", "2025-11-10T00:01:00-05:00", "America/New_York"),
        ("aug 1 00:01 EDT Washington", "2025-08-01T00:01:00-04:00", "America/New_York"),
        ("nov 10 00:01 ET", "2025-11-10T00:01:00-05:00", "America/New_York"),
        ("aug 1 12:01 p.m. CEST", "2025-08-01T12:01:00+02:00", "Europe/Brussels"),
        ("aug 1 17:00 Seoul", "2025-08-01T17:00:00+09:00", "Asia/Seoul"),
        ("aug 1 at 5 pm in Seoul", "2025-08-01T17:00:00+09:00", "Asia/Seoul"),
        ("aug 1 5pm Seoul", "2025-08-01T17:00:00+09:00", "Asia/Seoul"),
        ("aug 1 12 pm Seoul", "2025-08-01T12:00:00+09:00", "Asia/Seoul"),
        ("aug 1 noon Seoul", "2025-08-01T12:00:00+09:00", "Asia/Seoul"),
        ("tomorrow 09:00:30 Seoul", "2025-07-08T09:00:30+09:00", "Asia/Seoul"),
        ("2 Nov 2025 01:30 EDT", "2025-11-02T01:30:00-04:00", "America/New_York"),
        ("2 Nov 2025 01:30 EST", "2025-11-02T01:30:00-05:00", "America/New_York"),
        ("2 Nov 2025 01:30 -05:00 New York", "2025-11-02T01:30:00-05:00", "America/New_York"),
        ("now", "2025-07-08T09:00:00+09:00", "Asia/Seoul"),
        ("by friday at 5 pm in Seoul", "2025-07-11T17:00:00+09:00", "Asia/Seoul"),
        ("until 12:01 a.m. EDT July 9", "2025-07-09T00:01:00-04:00", "America/New_York"),
        ("through 12:01 a.m. EDT on Aug 1", "2025-08-01T00:01:00-04:00", "America/New_York"),
        ("effective at 12:01 a.m. Eastern aug 1", "2025-08-01T00:01:00-04:00", "America/New_York"),
        (
            "90 days after 2025-08-12 00:01 EDT",
            "2025-11-10T00:01:00-05:00",
            "America/New_York",
        ),
        ("48 hours after 2025-08-12T00:01Z", "2025-08-14T00:01:00+00:00", None),
        ("2 hours after now", "2025-07-08T11:00:00+09:00", "Asia/Seoul"),
    ],
)
def test_an_instant_is_understood_with_its_offset_and_zone(
    text: str, value: str, zone: str | None
) -> None:
    when = parse_words(text, SAID).when

    assert (format_value(when.value), when.zone) == (value, zone)
    assert isinstance(when.value, datetime)
    assert when.at == when.value


def test_a_zone_given_apart_serves_what_names_none() -> None:
    zoned = parse_words("aug 1 00:01", SAID, zone="America/New_York").when
    other = parse_words("aug 1 00:01 Seoul", SAID, zone="America/New_York").when
    day = parse_words("aug 1", SAID, zone="America/New_York").when

    assert zoned.at == datetime.fromisoformat("2025-08-01T00:01-04:00")
    assert other.zone == "Asia/Seoul"
    assert (day.value, day.zone) == (date(2025, 8, 1), "America/New_York")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("2025-08-01", ""),
        ("August 1, 2025", ""),
        ("2025-08-01T00:01-04:00", ""),
        ("aug 1", '"aug 1": the first one after it was said, 7 Jul 2025'),
        ("jul 7", '"jul 7": the day it was said, 7 Jul 2025'),
        ("friday", '"friday": the first one after it was said, 7 Jul 2025'),
        ("last friday", '"last friday": the last one before it was said, 7 Jul 2025'),
        ("today", '"today": the day it was said, 7 Jul 2025'),
        ("tomorrow", '"tomorrow": the day after it was said, 7 Jul 2025'),
        ("+30d", '"+30d": 30 days after it was said, 7 Jul 2025'),
        ("1y", '"1y": 1 year after it was said, 7 Jul 2025'),
        ("2 weeks ago", '"2 weeks ago": 14 days before it was said, 7 Jul 2025'),
        ("eom", '"eom": the last day of Jul 2025'),
        ("end of quarter", '"end of quarter": the last day of Q3 2025'),
        ("by aug 1 2025", '"by aug 1 2025": to the end of that day'),
        ("until 9 July 2025", '"until 9 July 2025": that day included'),
        ("before aug 1 2025", '"before aug 1 2025": the day before 1 Aug 2025'),
        ("until mid-2027", '"until mid-2027": about 1 May to 31 Aug 2027; to its end'),
        ("from 2026", '"from 2026": 1 Jan to 31 Dec 2026; from then on'),
        ("until 00:01Z aug 1 2025", '"until 00:01Z aug 1 2025": up to that instant'),
        ("30 days after 2025-08-01", '"30 days after 2025-08-01": 30 days after 1 Aug 2025'),
        ("1 august next year", '"1 august next year": next year is 2026'),
        ("day after tomorrow", '"day after tomorrow": 2 days after it was said, 7 Jul 2025'),
        ("Q3", '"Q3": 1 Jul to 30 Sep 2025, the first one that ends after it was said, 7 Jul 2025'),
        ("Q3 2025", '"Q3 2025": 1 Jul to 30 Sep 2025'),
        ("2025-09~", '"2025-09~": about 1 Sep to 30 Sep 2025'),
        ("2025-08-01/..", '"2025-08-01/..": from 1 Aug 2025 on'),
    ],
)
def test_what_was_inferred_is_said(text: str, why: str) -> None:
    assert parse_words(text, SAID).why == why


def test_hours_are_counted_from_now_where_the_words_are_typed() -> None:
    today = anchor_today(SEOUL)

    assert str(parse_words("in 2 hours", today).when.at) == "2025-07-08 11:00:00+09:00"
    assert str(parse_words("48 hours ago", today).when.at) == "2025-07-06 09:00:00+09:00"
    assert parse_words("within 48 hours", today).side == "window"
    with pytest.raises(DateError, match="counts hours"):
        parse_words("in 2 hours", SAID)


def test_what_is_left_of_a_span_may_be_nothing() -> None:
    last = SAID._replace(day=date(2025, 7, 31))

    with pytest.raises(DateError, match="leaves no day"):
        parse_words("later this month", last)


def test_a_part_of_a_day_is_that_day_and_the_program_says_so() -> None:
    understood = parse_words("friday evening", SAID)

    assert understood.when.value == date(2025, 7, 11)
    assert understood.why.endswith("; some time on that day")


def test_words_of_today_are_anchored_on_today() -> None:
    today = anchor_today(SEOUL)

    assert parse_words("today", today).why == '"today": today, 8 Jul 2025'
    assert parse_words("tomorrow", today).why == '"tomorrow": the day after today, 8 Jul 2025'
    assert parse_words("aug 1", today).why == '"aug 1": the first one after today, 8 Jul 2025'


@pytest.mark.parametrize(
    ("anchor", "text", "value", "far"),
    [
        pytest.param("2025-12-28", "August 1", "2026-08-01", True, id="next year"),
        pytest.param("2025-08-01", "aug 1", "2025-08-01", False, id="the day itself"),
        pytest.param("2025-08-02", "aug 1", "2026-08-01", True, id="the day after"),
        pytest.param("2025-07-07", "jan 7", "2026-01-07", False, id="six months, not more"),
        pytest.param("2025-07-07", "jan 8", "2026-01-08", True, id="a day more"),
        pytest.param("2025-09-01", "mar 1", "2026-03-01", False, id="six short months"),
        pytest.param("2096-03-01", "feb 29", "2104-02-29", True, id="over a century"),
        pytest.param("2025-07-07", "end of june", "2026-06-30", True, id="the end of a month"),
        pytest.param("2025-07-07", "end of Q3", "2025-09-30", False, id="the end of a quarter"),
    ],
)
def test_a_year_left_out_is_inferred_and_marked(
    anchor: str, text: str, value: str, *, far: bool
) -> None:
    understood = parse_words(text, SAID._replace(day=date.fromisoformat(anchor)))

    assert format_value(understood.when.value) == value
    assert understood.inferred_year
    assert understood.far == far


def test_a_year_that_is_given_is_neither_inferred_nor_far() -> None:
    understood = parse_words("1 August 2035", SAID)

    assert not understood.inferred_year
    assert not understood.far


@pytest.mark.parametrize(
    ("text", "message", "remedy"),
    [
        ("03/04/2027", "03/04/2027 is 3 April or 4 March", "write 2027-04-03 or 2027-03-04"),
        ("2025-26", "2025-26 is the years 2025 and 2026, or 2025-06/2025-08?", "2025/2026 or"),
        ("2025-366", "2025-366 is not a date: that year has no day 366", ""),
        ("the 2000s", "2000s is ten years or a hundred?", "2000/2009 or 2000/2099"),
        ("Aug '65", "'65 is a year of which century?", "write the year whole"),
        ("25 Aug 26", "25 August 26 can be read in more than one way", "the year whole"),
        ("25-Aug-05", "25 August 05 can be read in more than one way", "the year whole"),
        ("the 0th", "no month has a day 0", "write the month"),
        ("next weekend", "begins on 12 Jul 2025 or on 19 Jul 2025", "2025-07-12 or 2025-07-19"),
        ("next wednesday, july 30", "30 July is no such Wednesday", "with its year"),
        ("last march", "March of 2024 or of 2025?", "write the year"),
        ("this june", "June of 2025 or of 2026?", "write the year"),
        ("friday month", "only weeks are counted like this", "3 days after friday"),
        ("second ten days of August 2025", "only the first days, weeks or months", "both ends"),
        ("last 40 days of August 2025", "2025-08 is not that long", ""),
        ("tuesday to friday 18 july", "begin on 8 Jul 2025 or on 15 Jul 2025?", "or 2025-07-15"),
        ("by friday morning", "at which time is the morning?", "a day and a time"),
        ("the morning of August", "asks for more than the day", "a day and a time"),
        ("friday night 01:00 Seoul", "01:00 in the night?", "give the time alone"),
        ("friday morning or evening", '"or" is not understood', ""),
        ("friday morning evening", "evening is one too many", "its part or its time"),
        ("31/31/2027", "31/31/2027 is not a date in any reading", "write 2025-08-01"),
        ("2025-02-30", "2025-02-30 is not a date: February 2025 has 28 days", ""),
        ("30 Feb 2025", "30 February 2025 is not a date: February 2025 has 28 days", ""),
        ("feb 30", "30 February is not a date: February has 29 days at most", ""),
        ("jun 31", "31 June is not a date: June has 30 days", ""),
        ("aug 0", "0 August is not a date: August has 31 days", ""),
        ("2027-13", "2027-13 is not a date: there is no month 13", ""),
        ("0000-01-01", "0000-01-01 is not a date: there is no year 0", ""),
        ("1 jan 0000", "0000 is not a date: there is no year 0", ""),
        ("Thu 1 Aug 2025", "1 Aug 2025 is a Friday, not a Thursday", "leave the weekday away"),
        ("Thu aug 1", "1 Aug 2025 is a Friday, not a Thursday", "or write the year"),
        ("monday", "that Monday is 7 Jul 2025 or 14 Jul 2025", "2025-07-07 or 2025-07-14"),
        ("next friday", "that Friday is 11 Jul 2025 or 18 Jul 2025", "2025-07-11 or 2025-07-18"),
        ("next monday", "that Monday is 14 Jul 2025 or 21 Jul 2025", "2025-07-14 or 2025-07-21"),
        (
            "2025-21",
            "2025-21 is a season, but of which half of the world?",
            "write 2025-25 for the northern spring, 2025-29 for the southern",
        ),
        ("2025-22~", "2025-22~ is a season, but of which half", "2025-26 for the northern summer"),
        ("end of 2025-23", "2025-23 is a season, but of which half", "2025-31 for the southern"),
        ("../2025-24", "2025-24 is a season, but of which half", "2025-32 for the southern"),
        ("end of week", "only a month, a quarter or a year has an end", "write the day"),
        ("end of 2025-09~", "2025-09~ has no certain end", "write the day"),
        ("0 days", "this is no length of time", "30 days"),
        ("+48h", "PT48H counts hours", "a time and a zone"),
        ("17:00", "17:00 of which day?", "add the day"),
        ("aug 1 00:01", "00:01 where?", "add America/New_York"),
        ("2025-08-01T00:01", "00:01 where?", "add America/New_York"),
        ("aug 1 noon", "12:00 where?", "add America/New_York"),
        (
            "aug 1 midnight Seoul",
            "midnight on 1 Aug 2025 is the start of that day, or its end?",
            "write 2025-08-01 00:00 or 2025-08-02 00:00",
        ),
        ("aug 1 13 pm Seoul", "13 is not an hour of a clock of twelve", ""),
        ("aug 1 17:00 pm Seoul", "pm goes with an hour from 1 to 12", "17:00"),
        ("aug 1 25:00 Seoul", "25:00 is not a time: a clock goes from 00:00 to 23:59", ""),
        ("aug 1 17:00 18:00 Seoul", "18:00 is one too many", "one time and one zone"),
        ("aug 1 17:00 Seoul Tokyo", "Tokyo is one too many", "one time and one zone"),
        ("aug 1 EDT", '"aug 1 EDT" names a clock, but no time', "add the time"),
        ("2025-08 17:00 Seoul", '"2025-08 17:00 Seoul" gives a time, but not one day', "one day"),
        ("10 Nov 2025 00:01 EDT", "Washington is not on EDT on 10 Nov 2025, but on EST", "EST"),
        ("aug 1 00:01 EDT Chicago", "Chicago is not on EDT on 1 Aug 2025, but on CDT", "CDT"),
        ("aug 1 00:01 CST", "CST is the clock of more than one zone", "Chicago or Beijing"),
        ("aug 1 00:01 -05:00 Washington", "-05:00 does not fit 1 Aug 2025", "-04:00 (EDT)"),
        ("9 Mar 2025 02:30 Washington", "does not exist", "-05:00 or -04:00"),
        ("9 Mar 2025 02:30 EDT", "does not exist", "-05:00 or -04:00"),
        ("2 Nov 2025 01:30 Washington", "comes twice", "-04:00 or -05:00"),
        ("aug 1 00:01 +15:00", "+15:00 is not an offset from UTC", ""),
        ("9999-12-31 00:01 Seoul", "too near the end of the calendar", ""),
        ("+9999y", "beyond the calendar", ""),
        ("tomorow", '"tomorow" is not understood in a date', "did you mean tomorrow?"),
        ("agust 1", '"agust" is not understood in a date', "did you mean august?"),
        ("aug 1 00:01 Washinton", '"Washinton" is not understood', "did you mean Washington?"),
        ("aug 1 00:01 America/New_Yrok", "America/New_Yrok", "did you mean America/New_York?"),
        ("soon", '"soon" is not understood in a date', "end of month"),
        (
            "90 days after kr-us-summit",
            '"kr-us-summit" is not understood in a date',
            "end of month",
        ),
        ("8/1", '"8/1" is not understood in a date', "aug 1"),
        ("03/04/27", "03/04/27 can be read in more than one way", "write 2025-08-01"),
        ("this friday", "that Friday is 11 Jul 2025 or 18 Jul 2025", "2025-07-11 or 2025-07-18"),
        ("next august", "August of 2025 or of 2026?", "write the year"),
        (
            "autumn 2025",
            "autumn 2025 is a season, but of which half of the world?",
            "write 2025-27 for the northern autumn, 2025-31 for the southern",
        ),
        ("northern winter 2025", "that season of 2025 is 2024-12-01 to", "2024-28 or 2025-28"),
        ("northern winter 2025-27", "a season of 2025-27?", "two as in 2025/26"),
        ("until August 2025", "until Aug 2025 is until 31 Jul 2025 or", "2025-07-31 or 2025-08-31"),
        ("until 2025-08/..", "has no end", "write the day"),
        ("after 2025-08/..", "which day is after from 1 Aug 2025 on?", "write the day"),
        ("before mid-2027", "which day is before about 1 May to 31 Aug 2027?", "write the day"),
        ("before 5 days", '"before 5 days" is not a date', "2025-Q3"),
        ("in the coming weeks", '"in the coming weeks" is not a date', "2025-Q3"),
        ("aug 1 - 30 days", '"aug 1 - 30 days" is not a date', "2025-Q3"),
        ("8-1 August 2025", "ends before it begins", ""),
        ("aug 1 to today", "2025-08-01/2025-07-07 ends before it begins", ""),
        ("start of the month", "the start of which month?", "this month or start of next month"),
        ("start of 2025-09~", "2025-09~ has no certain start", "write the day"),
        (
            "end of next week",
            "that week ends on Fri 18 Jul 2025 or Sun",
            "2025-07-18 or 2025-07-20",
        ),
        ("end of the decade", "a decade ends with 2029 or with 2030", "2029-12-31 or 2030-12-31"),
        ("within 30 days before aug 1", "within a time before a day", "write both ends"),
        ("30 days after August 2025", "after which day of 2025-08?", "name the day"),
        ("48 hours after aug 1", "PT48H counts hours", "a time and a zone"),
        ("2025-W54", "2025-W54 is not a date: 2025 has no week 54", ""),
        ("month 2 of 2025", "only weeks have numbers", "2025-W32"),
        ("the 32nd", "no month has a day 32", "write the month"),
        ("31 July 2359", "2359 beside a month is hardly a year", "23:59, or the day as 2359-08-01"),
        ("since july 1", '"since" is not understood in a date', "end of month"),
        ("fourth monday in 2025", '"fourth monday in 2025" is not a date', "2025-Q3"),
        ("", '"" is not a date that is understood here', "2025-Q3"),
        ("of of august", '"of of august" is not a date that is understood here', "2025-Q3"),
        ("now Seoul", '"now Seoul" is not a date that is understood here', "2025-Q3"),
        ("Washington", '"Washington" is not a date that is understood here', "2025-Q3"),
        ("x" * 1000, "is too long for a date", "2025-Q3"),
    ],
)
def test_what_is_not_one_date_is_refused_with_a_remedy(
    text: str, message: str, remedy: str
) -> None:
    with pytest.raises(DateError) as caught:
        parse_words(text, SAID)

    assert message in caught.value.message
    assert remedy in caught.value.remedy


def test_the_word_that_is_not_understood_is_marked() -> None:
    with pytest.raises(DateError) as caught:
        parse_words("agust 1", SAID)

    assert caught.value.excerpt == Excerpt("agust 1", 0, 5)


def test_the_season_that_could_be_two_is_marked() -> None:
    with pytest.raises(DateError) as caught:
        parse_words("end of 2025-21", SAID)

    assert caught.value.excerpt == Excerpt("end of 2025-21", 7, 14)


def test_the_end_of_the_calendar_is_refused() -> None:
    last = Anchor(date.max, "today", SEOUL)

    for text in ("tomorrow", "jan 1", "saturday", "next friday", "1w", "feb 29"):
        with pytest.raises(DateError, match=r"calendar"):
            parse_words(text, last)


def test_a_week_is_not_named_on_a_sunday() -> None:
    sunday = SAID._replace(day=date(2025, 7, 13))

    with pytest.raises(DateError, match=r"does the week begin on that day\?") as caught:
        parse_words("next week", sunday)

    assert caught.value.remedy == ("write 2025-07-14/2025-07-20 or 2025-07-21/2025-07-27")


def test_an_interval_that_ends_on_the_anchor_is_that_one() -> None:
    understood = parse_words("Q3", SAID._replace(day=date(2025, 9, 30)))

    assert understood.when.value == "2025-Q3"
    assert understood.why.endswith("it ends on the day it was said, 30 Sep 2025")


def test_an_interval_that_starts_far_away_is_far() -> None:
    assert parse_words("Q2", SAID).far
    assert not parse_words("Q4", SAID).far
