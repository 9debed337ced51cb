"""Counting: every policy from a table of the ledger to its day, with the sentences that say how."""

from datetime import date, datetime, timedelta

import numpy as np
import pytest
import tomli
from dateutil.relativedelta import relativedelta  # type: ignore[import-untyped]  # one call
from hypothesis import given
from hypothesis import strategies as st

from commitrack.domain.when import Basis, Precision, Role, When
from commitrack.errors import DateError
from commitrack.timing.counting import count_from
from commitrack.timing.periods import Period
from commitrack.timing.policies import Policy, Rule, parse_rule
from commitrack.timing.relative import explain_relative
from commitrack.timing.values import parse_value
from tests.timing.clocks import attempt

NEW_YORK = "America/New_York"
DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))


def table(text: str) -> dict[str, object]:
    """The inline table as TOML reads it."""
    value = tomli.loads(f"due = {{ {text} }}")["due"]
    assert isinstance(value, dict)
    return value


def resolve(text: str, zone: str | None = None, role: Role = Role.DUE) -> When:
    return parse_value(table(text), zone, None, role)


def explain(text: str, zone: str | None = None, role: Role = Role.DUE) -> str:
    return " ".join(explain_relative(resolve(text, zone, role), role))


DOMAIN_VECTORS = [
    (
        'after = 2025-04-10, within = "P90D"',
        "2025-07-09",
        (
            "90 days after Thu 10 Apr 2025, counted by the policy plain: that day is not counted, "
            "every other day is, and the last one stays as it is. That leads to Wed 9 Jul 2025."
        ),
    ),
    (
        'after = 2025-05-14, within = "P90D"',
        "2025-08-12",
        (
            "90 days after Wed 14 May 2025, counted by the policy plain: that day is not counted, "
            "every other day is, and the last one stays as it is. That leads to Tue 12 Aug 2025."
        ),
    ),
    (
        'after = 2025-08-12, within = "P90D"',
        "2025-11-10",
        (
            "90 days after Tue 12 Aug 2025, counted by the policy plain: that day is not counted, "
            "every other day is, and the last one stays as it is. That leads to Mon 10 Nov 2025."
        ),
    ),
    (
        'after = 2026-02-24, within = "P150D"',
        "2026-07-24",
        (
            "150 days after Tue 24 Feb 2026, counted by the policy plain: that day is not counted, "
            "every other day is, and the last one stays as it is. That leads to Fri 24 Jul 2026."
        ),
    ),
    (
        'after = 2026-02-24, within = "P150D", count = "inclusive"',
        "2026-07-23",
        (
            "150 days after Tue 24 Feb 2026, counted by the policy inclusive: that day itself is "
            "day 1, every day is counted, and the last one stays. That leads to Thu 23 Jul 2026."
        ),
    ),
    (
        'after = 2025-07-31, within = "P7D"',
        "2025-08-07",
        (
            "7 days after Thu 31 Jul 2025, counted by the policy plain: that day is not counted, "
            "every other day is, and the last one stays as it is. That leads to Thu 7 Aug 2025."
        ),
    ),
    (
        'after = 2025-06-20, within = "P14D", count = "frcp6", calendar = "US"',
        "2025-07-07",
        (
            "14 days after Fri 20 Jun 2025, counted by the policy frcp6, Federal Rule of Civil "
            "Procedure 6(a): that day is not counted, every other day is, and the last one must be "
            "no Saturday, Sunday or legal holiday. That leads to Fri 4 Jul 2025. "
            "Fri 4 Jul 2025 (Independence Day), Sat 5 Jul 2025 (Saturday), Sun 6 Jul 2025 (Sunday) "
            "cannot be the last day, so it runs on to Mon 7 Jul 2025. "
            "Holidays: US in {package}."
        ),
    ),
    (
        'after = 2025-11-10, within = "10 business days", calendar = "US"',
        "2025-11-25",
        (
            "10 business days after Mon 10 Nov 2025, counted by the policy business: that day is "
            "not counted, nor are weekends and holidays. That leads to Tue 25 Nov 2025. Not "
            "counted: Tue 11 Nov 2025 (Veterans Day), and 4 days of weekends. "
            "Holidays: US in {package}."
        ),
    ),
    (
        'after = 2025-11-10, within = "10 business days", calendar = "KR"',
        "2025-11-24",
        (
            "10 business days after Mon 10 Nov 2025, counted by the policy business: that day is "
            "not counted, nor are weekends and holidays. That leads to Mon 24 Nov 2025. Not "
            "counted: 4 days of weekends. Holidays: KR in {package}."
        ),
    ),
    (
        'after = 2025-10-02, within = "10 business days", calendar = "US"',
        "2025-10-17",
        (
            "10 business days after Thu 2 Oct 2025, counted by the policy business: that day is "
            "not counted, nor are weekends and holidays. That leads to Fri 17 Oct 2025. Not "
            "counted: Mon 13 Oct 2025 (Columbus Day), and 4 days of weekends. "
            "Holidays: US in {package}."
        ),
    ),
    (
        'after = 2025-10-02, within = "10 business days", calendar = "KR"',
        "2025-10-23",
        (
            "10 business days after Thu 2 Oct 2025, counted by the policy business: that day is "
            "not counted, nor are weekends and holidays. That leads to Thu 23 Oct 2025. Not "
            "counted: Fri 3 Oct 2025 (National Foundation Day), Sun 5 Oct 2025 (The day preceding "
            "Chuseok), Mon 6 Oct 2025 (Chuseok), Tue 7 Oct 2025 (The second day of Chuseok), Wed 8 "
            "Oct 2025 (Alternative holiday for Chuseok), Thu 9 Oct 2025 (Hangul Day), and 5 days "
            "of weekends. Holidays: KR in {package}."
        ),
    ),
    (
        'after = 2026-02-24T00:01:00-05:00, within = "P150D"',
        "2026-07-24T00:01:00-04:00",
        (
            "150 days after Tue 24 Feb 2026 00:01 EST, counted by the policy plain: on that clock "
            "the time of day stays the same, whatever its offset is then. That leads to Fri 24 Jul "
            "2026 00:01 EDT."
        ),
    ),
    (
        'after = 2025-08-12T00:01:00-04:00, within = "P90D"',
        "2025-11-10T00:01:00-05:00",
        (
            "90 days after Tue 12 Aug 2025 00:01 EDT, counted by the policy plain: on that clock "
            "the time of day stays the same, whatever its offset is then. That leads to Mon 10 Nov "
            "2025 00:01 EST."
        ),
    ),
    (
        'after = 2025-08-12T00:01:00-04:00, within = "PT2161H"',
        "2025-11-10T00:01:00-05:00",
        (
            "2161 hours after Tue 12 Aug 2025 00:01 EDT, counted by the policy plain: hours are "
            "counted as they pass. That leads to Mon 10 Nov 2025 00:01 EST."
        ),
    ),
]


@pytest.mark.parametrize(("text", "end", "words"), DOMAIN_VECTORS)
def test_a_published_count_ends_where_it_was_published_to_and_says_how(
    text: str, end: str, words: str
) -> None:
    from holidays.version import __version__  # noqa: PLC0415 - what the sentence must name

    zone = NEW_YORK if "T00" in text else None

    when = resolve(text, zone)

    reached = when.first if when.at is None else when.at
    assert reached is not None
    assert reached.isoformat() == end
    assert when.first == when.last
    assert when.basis is Basis.RELATIVE
    assert explain(text, zone) == words.format(package=f"the package holidays {__version__}")


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ('before = 2025-08-12, within = "P90D"', "2025-05-14"),
        ('before = 2025-05-31, within = "P3M"', "2025-02-28"),
        ('after = 2025-01-31, within = "P1M"', "2025-02-28"),
        ('after = 2025-01-31, within = "P1M", count = "inclusive"', "2025-02-28"),
        ('after = 2025-02-01, within = "P1M", count = "inclusive"', "2025-02-28"),
        ('after = 2025-03-01, within = "P1M", count = "inclusive"', "2025-03-31"),
        ('after = 2025-03-01, within = "P1M1D", count = "inclusive"', "2025-04-01"),
        ('before = 2025-05-31, within = "P3M", count = "inclusive"', "2025-03-01"),
        ('before = 2025-08-12, within = "P1D", count = "inclusive"', "2025-08-12"),
        ('after = 2025-11-10, within = "10d", count = "business", calendar = "US"', "2025-11-25"),
        ('before = 2025-11-12, within = "1 business day", calendar = "US"', "2025-11-10"),
        ('after = 2025-11-28, within = "1 business day", calendar = "GB-SCT"', "2025-12-02"),
        ('after = 2025-11-28, within = "1 business day", calendar = "GB"', "2025-12-01"),
        ('after = 2025-12-23, within = "1 business day", holidays = [2025-12-24]', "2025-12-25"),
        (
            (
                'after = 2025-12-23, within = "1 business day", calendar = "US", '
                "holidays = [2025-12-24]"
            ),
            "2025-12-26",
        ),
        ('after = 2025-01-24, within = "1 business day", calendar = "CN"', "2025-01-26"),
        ('after = 2025-05-08, within = "1 business day", calendar = "IL"', "2025-05-11"),
        (
            'after = 2025-11-10T20:00:00-05:00, within = "10 business days", calendar = "US"',
            "2025-11-25",
        ),
    ],
)
def test_a_count_ends_on_a_day(text: str, end: str) -> None:
    when = resolve(text)

    assert str(when.first) == str(when.last) == end
    assert (when.precision, when.at) == (Precision.DAY, None)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ('after = 2025-11-26, snap = "month-start"', "2025-11-01"),
        ('after = 2025-11-26, snap = "month-end"', "2025-11-30"),
        ('after = 2025-11-26, snap = "quarter-start"', "2025-10-01"),
        ('after = 2025-02-26, snap = "quarter-end"', "2025-03-31"),
        ('after = 2025-02-26, snap = "half-start"', "2025-01-01"),
        ('after = 2025-11-26, snap = "half-end"', "2025-12-31"),
        ('after = 2025-11-26, snap = "year-start"', "2025-01-01"),
        ('after = 9999-11-26, snap = "year-end"', "9999-12-31"),
        ('after = 2025-11-26T23:30:00-05:00, snap = "month-start"', "2025-11-01"),
        ('after = 2025-11-26, within = "P3M", snap = "month-end"', "2026-02-28"),
        (
            'after = 2025-11-26, within = "3 business days", calendar = "US", snap = "month-end"',
            "2025-12-31",
        ),
    ],
)
def test_a_snapped_date_is_an_edge_of_the_period_it_falls_in(text: str, end: str) -> None:
    assert str(resolve(text).first) == end
    assert end[:4] in explain(text)


# 6(a) with its committee notes: forward, backward, a state's holiday, hours.
@pytest.mark.parametrize(
    ("text", "end", "words"),
    [
        ('after = 2025-06-20, within = "P13D"', "2025-07-03", "That leads to Thu 3 Jul 2025."),
        ('before = 2025-07-19, within = "P14D"', "2025-07-03", "runs back to Thu 3 Jul 2025"),
        ('after = 2025-03-17, within = "P14D"', "2025-03-31", "Holidays: US in"),
        (
            'after = 2025-03-17, within = "P14D", calendar = "US-CA"',
            "2025-04-01",
            "Mon 31 Mar 2025 (Cesar Chavez Day) cannot be the last day",
        ),
        (
            'before = 2025-04-14, within = "P14D", calendar = "US-CA"',
            "2025-03-31",
            "The holidays of a state are none where a period is counted back (6(a)(6)(C)).",
        ),
        (
            'after = 2025-09-29, within = "P14D", calendar = "US-CA"',
            "2025-10-14",
            "Columbus Day",
        ),
        (
            'after = 2025-12-10, within = "P14D", holidays = [2025-12-24]',
            "2025-12-26",
            "Wed 24 Dec 2025 (listed in the ledger), Thu 25 Dec 2025 (Christmas Day)",
        ),
    ],
)
def test_federal_procedure_goes_on_to_a_day_in_court(text: str, end: str, words: str) -> None:
    text = f'{text}, count = "frcp6"'

    assert str(resolve(text).first) == end
    assert words in explain(text)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ('after = 2025-07-02T15:30:00-04:00, within = "PT48H"', "2025-07-07T15:30:00-04:00"),
        ('after = 2025-07-01T15:30:00-04:00, within = "PT48H"', "2025-07-03T15:30:00-04:00"),
        ('before = 2025-07-06T15:30:00-04:00, within = "PT48H"', "2025-07-03T15:30:00-04:00"),
        ('after = 2025-10-30T15:30:00-04:00, within = "PT72H"', "2025-11-03T14:30:00-05:00"),
    ],
)
def test_hours_of_federal_procedure_go_on_to_the_same_time(text: str, end: str) -> None:
    when = resolve(f'{text}, count = "frcp6"', NEW_YORK)

    assert when.at is not None
    assert when.at.isoformat() == end


# Article 3 and 4 of Regulation 1182/71; in Germany 18 and 21 April 2025 were holidays.
@pytest.mark.parametrize(
    ("text", "end", "words"),
    [
        ('after = 2025-03-18, within = "P1M"', "2025-04-22", "Fri 18 Apr 2025 (Good Friday)"),
        ('after = 2025-01-31, within = "P1M"', "2025-02-28", "the last of a month that lacks it"),
        ('after = 2025-04-10, within = "P2W"', "2025-04-24", "That leads to Thu 24 Apr 2025."),
        ('after = 2025-04-17, within = "P1D"', "2025-04-22", "runs on to Tue 22 Apr 2025"),
        (
            'after = 2025-04-17, within = "P2D"',
            "2025-04-23",
            "holds at least two working days, so it runs to Wed 23 Apr 2025 (Art. 3(5))",
        ),
        (
            'before = 2025-05-05, within = "P14D"',
            "2025-04-21",
            "A period that is counted back does not run on to a working day (Art. 3(4)).",
        ),
        ('before = 2025-04-22, within = "P2D"', "2025-04-16", "so it runs to Wed 16 Apr 2025"),
        ('after = 2025-04-16, within = "3 business days"', "2025-04-23", "(Art. 3(3))"),
    ],
)
def test_the_regulation_of_the_union_ends_with_a_working_day(
    text: str, end: str, words: str
) -> None:
    text = f'{text}, count = "eu1182", calendar = "DE"'

    assert str(resolve(text).first) == end
    assert words in explain(text)
    assert "Regulation (EEC, Euratom) No 1182/71" in explain(text)


@pytest.mark.parametrize("role", [Role.EFFECTIVE, Role.EXPIRES])
def test_an_act_of_the_union_takes_effect_on_a_holiday_too(role: Role) -> None:
    text = 'after = 2025-03-18, within = "P1M", count = "eu1182"'

    assert resolve(text, None, role).first == date(2025, 4, 18)
    assert "working day or not (Art. 4)" in explain(text, None, role)


@pytest.mark.parametrize("role", [Role.DUE, Role.HAPPENS])
def test_what_is_no_act_wants_the_holidays_of_somebody(role: Role) -> None:
    with pytest.raises(DateError, match="eu1182 counts by whose holidays"):
        resolve('after = 2025-03-18, within = "P1M", count = "eu1182"', None, role)


def test_the_hour_of_the_event_does_not_count_in_the_union() -> None:
    on = resolve('after = 2025-04-17T12:20:00+02:00, within = "PT24H", count = "eu1182"')
    back = resolve('before = 2025-04-17T12:20:00+02:00, within = "PT24H", count = "eu1182"')

    assert str(on.at) == "2025-04-18 13:00:00+02:00"
    assert str(back.at) == "2025-04-16 12:00:00+02:00"


def test_a_wall_clock_with_a_zone_beside_it_is_enough_to_count_from() -> None:
    when = resolve('after = 2026-02-24T00:01:00, within = "P150D"', NEW_YORK)

    assert when.at is not None
    assert when.at.isoformat() == "2026-07-24T00:01:00-04:00"


def test_without_a_number_it_is_any_day_on_one_side() -> None:
    before, after = resolve("before = 2025-07-09"), resolve("after = 2025-07-09")

    assert (before.first, before.last) == (None, date(2025, 7, 8))
    assert (after.first, after.last) == (date(2025, 7, 10), None)
    assert explain("before = 2025-07-09") == ""


@pytest.mark.parametrize(
    "text",
    ['after = "x", within = "P1D"', 'after = "x", within = "P1D", count = "frcp6"', 'before = "x"'],
)
def test_what_counts_from_an_id_waits(text: str) -> None:
    when = resolve(text)

    assert (when.first, when.last) == (None, None)
    assert explain(text) == ""


def test_a_period_that_is_none_waits_for_check_to_say_so() -> None:
    assert resolve('after = 2025-07-31, within = "90"').first is None


@pytest.mark.parametrize(
    ("text", "message", "remedy"),
    [
        ('within = "P3D", calendar = "US"', "holidays change nothing", "10 business days"),
        ('within = "3 business days", count = "plain"', "not counted by", "business"),
        ('within = "3 business days", count = "frcp6"', "not counted by", "business"),
        ('within = "0 business days", calendar = "US"', "cannot be counted", "from 1 to 10000"),
        ('within = "99999 business days", calendar = "US"', "cannot be counted", ""),
        ('within = "10000 business days", calendar = "KR"', "", ""),
        ('within = "P2W", count = "business", calendar = "US"', "P2W is not a number of", "10"),
        ('within = "P3D", count = "busness"', 'count = "busness" is unknown', "plain business"),
        ('snap = "month"', 'snap = "month" is unknown', "month-start"),
        ('snap = "month-end", count = "frcp6"', "counts nothing without `within`", "P90D"),
        ('within = "P3D", snap = "month-end", count = "frcp6"', "knows no month-end", "leave"),
        ('within = "P3D", count = "frcp6", calendar = "KR"', "legal holidays of the U", "US-CA"),
        ('within = "P3D", count = "frcp6", calendar = "US-XX"', "US-XX is not a calendar", ""),
        ('within = "P1DT1H", count = "frcp6"', "days or hours, not both", "PT48H"),
        ('within = "PT3H", count = "inclusive"', "counts hours", "a time and a zone"),
        ('within = "PT3H"', "counts hours", "a time and a zone"),
        ('within = "P3D", at = "submitted"', "`at` names what happens to another", "leave"),
        ('within = "P3D", before = 2025-12-01', "not both", "leave one"),
        ('within = "P3D", holidays = "US"', "is a list of days", "2025-12-24"),
        ('within = "P3D", holidays = [2025-12-24T00:00:00Z]', "is a list of days", ""),
        ("within = 3", "`within` of a relative date is a text", ""),
        ('calendar = "US"', "`calendar` counts nothing without `within`", "business days"),
        ('within = "P999999Y"', "leads beyond the calendar", ""),
        *(
            (f'within = "1 business day", calendar = "{name}"', "is not a calendar", nearest)
            for name, nearest in (
                ("us", "did you mean US?"),
                ("USA", "did you mean US?"),
                ("UK", "did you mean GB?"),
                ("south korea", "did you mean KR?"),
                ("Germny", "did you mean DE?"),
                ("us-ca", "did you mean US-CA?"),
                ("GB-Scotland", "did you mean GB-SCT?"),
                ("GB-SCO", "did you mean GB-SCT?"),
                ("EU", "write a country, US, or a part, US-CA"),
                ("HolidayBase", ""),
                ("--", "write a country"),
            )
        ),
    ],
)
def test_what_cannot_be_counted_is_refused_with_a_remedy(
    text: str, message: str, remedy: str
) -> None:
    result = attempt(lambda: resolve(f"after = 2025-11-10, {text}"))

    if not message:
        assert isinstance(result, When)
        return
    assert isinstance(result, DateError)
    assert message in result.message
    assert remedy in result.remedy


def test_no_holiday_is_claimed_beyond_the_end_of_a_calendar() -> None:
    with pytest.raises(DateError, match="not known") as caught:
        resolve('after = 2100-12-30, within = "10 business days", calendar = "US"')

    assert "to 2100" in caught.value.remedy


def test_nothing_to_count_is_refused() -> None:
    with pytest.raises(DateError, match="says how much"):
        count_from(date(2025, 7, 9), Rule(None))


def test_an_instant_before_which_nothing_is_counted_is_refused() -> None:
    with pytest.raises(DateError, match="how long before or after an instant"):
        resolve("before = 2025-07-09T00:01:00-04:00")


@pytest.mark.parametrize("text", ["after = 9999-12-31", "before = 0001-01-01"])
def test_there_is_no_day_beyond_the_calendar(text: str) -> None:
    with pytest.raises(DateError, match="beyond the calendar"):
        resolve(text)


def test_many_days_off_are_named_up_to_a_dozen() -> None:
    listed = ", ".join(f"2025-12-{number:02}" for number in range(1, 32))

    words = explain(f'after = 2025-11-28, within = "1 business day", holidays = [{listed}]')

    assert "Fri 12 Dec 2025 (listed in the ledger) and 19 more" in words


def test_skipped_days_carry_their_names() -> None:
    rule = parse_rule({"within": "10 business days", "calendar": "US"})

    counted = count_from(date(2025, 11, 10), rule)

    assert counted.skipped[0] == (date(2025, 11, 11), "Veterans Day")
    assert [name for _, name in counted.skipped[1:]] == ["Saturday", "Sunday"] * 2


@given(DAYS, st.integers(1, 300), st.lists(DAYS, max_size=40), st.booleans())
def test_business_days_agree_with_numpy(
    start: date,
    number: int,
    listed: list[date],
    backward: bool,  # noqa: FBT001 - both ways
) -> None:
    days = [start + timedelta(days=(day - start).days % 400 - 200) for day in listed]
    days.append(date(1980, 1, 1))  # somebody's calendar, also where the list is empty
    rule = Rule(Period(days=number), Policy.BUSINESS, True, backward, holidays=tuple(days))  # noqa: FBT003 - in business days

    ours = count_from(start, rule).value

    # From a day off, numpy first goes to the working day on the other side.
    theirs = np.busday_offset(
        np.datetime64(start),
        -number if backward else number,
        roll="forward" if backward else "backward",
        holidays=[np.datetime64(day) for day in days],
    )
    assert ours == theirs.astype(date)


@given(DAYS, st.integers(0, 400), st.integers(0, 400), st.booleans())
def test_months_and_days_agree_with_dateutil(
    start: date,
    months: int,
    days: int,
    backward: bool,  # noqa: FBT001 - both ways
) -> None:
    rule = Rule(Period(months=months, days=days), backward=backward)
    delta = relativedelta(months=months, days=days)

    ours = count_from(start, rule).value

    assert ours == (start - delta if backward else start + delta)


@given(DAYS, st.integers(1, 400), st.sampled_from(["frcp6", "eu1182", "inclusive", "plain"]))
def test_no_policy_ends_before_the_inclusive_or_within_days_off(
    start: date, days: int, name: str
) -> None:
    named = {"calendar": "US"} if name in {"frcp6", "eu1182"} else {}
    rule = parse_rule({"within": f"P{days}D", "count": name, **named})

    end = count_from(start, rule).value

    assert end >= start + timedelta(days=days - 1)
    if named:
        assert end.weekday() < 5
        assert end >= start + timedelta(days=days)


WORDS = st.sampled_from(
    [*Policy, "P1D", "PT1H", "P2M", "10 business days", "US", "GB-SCT", "X", "month-end", "", "-"]
)
TABLES = st.dictionaries(
    st.sampled_from(["within", "count", "calendar", "snap", "holidays", "at", "before"]),
    st.one_of(WORDS, st.text(max_size=8), st.dates(), st.datetimes(), st.lists(st.dates())),
)


@given(TABLES, st.one_of(st.dates(), st.datetimes()), st.sampled_from([None, NEW_YORK]))
def test_no_table_makes_anything_but_a_date_or_a_refusal(
    value: dict[str, object], start: date | datetime, zone: str | None
) -> None:
    when = attempt(lambda: parse_value({"after": start, **value}, zone))

    if isinstance(when, When):
        assert attempt(lambda: explain_relative(when, Role.DUE)) is not None


def test_hours_have_no_first_day_to_include() -> None:
    with pytest.raises(DateError, match="no first day to include"):
        resolve('after = 2025-07-02T15:30:00-04:00, within = "PT3H", count = "inclusive"')


def test_business_days_end_with_the_calendar() -> None:
    with pytest.raises(DateError, match="3 business days from 9999-12-30 leads beyond"):
        resolve('after = 9999-12-30, within = "3 business days", holidays = [2025-12-24]')
