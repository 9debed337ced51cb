import pytest

from commitrack.extract.temporal.recognising import find_times
from tests.extract.temporal.finding import SAID, find

TIMES = {
    "12:01 a.m. EDT on August 7, 2025": "2025-08-07T00:01",
    "August 7, 2025, at 12:01 a.m. Eastern time": "2025-08-07T00:01",
    "10 p.m. Wednesday": "2025-07-02T22:00",
    "noon Thursday": "2025-07-03T12:00",
    "02-06-98 22:19": "1998-02-06T22:19",
    "2025-08-07T00:01:00-04:00": "2025-08-07T00:01:00-04:00",
    "2025-08-07T00:01": "2025-08-07T00:01",
    "8:30 this morning": "2025-07-07T08:30",
    "0800 GMT on Thursday": "2025-07-03T08:00",
    "3 o'clock in the afternoon": "2025-07-07T15:00",
    "tomorrow night": "2025-07-08TNI",
    "late Tuesday night": "2025-07-01TNI",
    "this afternoon": "2025-07-07TAF",
    "overnight": "2025-07-06TNI",
    "six o'clock this evening": "2025-07-07T18:00",
    "six o'clock Eastern": "2025-07-07T06:00",
    "midday Thursday": "2025-07-03T12:00",
    "dawn Tuesday": "2025-07-01TMO",
    "02/13/1998 14:26:00": "1998-02-13T14:26:00",
    "4:30am (AEDT) this morning": "2025-07-07T04:30",
    "11:00pm local time": "2025-07-07T23:00",
    "8:46am New York time": "2025-07-07T08:46",
    "1130 EST/1630 GMT": "2025-07-07T11:30",
    "the early hours of Sunday morning": "2025-07-06TMO",
    "dawn on Thursday": "2025-07-03TMO",
    "later tonight": "2025-07-07TNI",
    "midnight tonight": "2025-07-07T24:00",
    "10 o'clock last night": "2025-07-06T22:00",
    "Christmas morning": "2025-12-25TMO",
    "10:03 p.m. EST": "2025-07-07T22:03",
    "Oct. 9, 2024 - 7:28 AM EST": "2024-10-09T07:28",
    "20 August 2024 | 10:05 BST": "2024-08-20T10:05",
    "June 19, 2024: 6:14 PM ET": "2024-06-19T18:14",
}


@pytest.mark.parametrize("text", TIMES)
def test_a_time_of_day_is_one_expression_with_its_day(text: str) -> None:
    assert find(text) == [(text, "TIME", TIMES[text])]


PARTS_OF_DAYS = {
    "It fell in mid-afternoon": ("mid-afternoon", "2025-07-07TAF"),
    "It was sold out by late afternoon": ("late afternoon", "2025-07-07TAF"),
    "It fell in late morning trading": ("late morning", "2025-07-07TMO"),
    "The town was hit the night before.": ("the night before", "2025-07-06TNI"),
    "Mayor Speaks Tuesday Night In Leeds": ("Tuesday Night", "2025-07-01TNI"),
    "They set out at dawn": ("dawn", "2025-07-07TMO"),
    "They landed just before midnight": ("midnight", "2025-07-06T24:00"),
    "The offer expires at midnight": ("midnight", "2025-07-07T24:00"),
    "It fell in morning trading": ("morning", "2025-07-07TMO"),
    "The hospital is due to open overnight": ("overnight", "2025-07-07TNI"),
}


@pytest.mark.parametrize("text", PARTS_OF_DAYS)
def test_a_part_of_the_day_is_that_of_the_day_spoken_of(text: str) -> None:
    words, value = PARTS_OF_DAYS[text]

    assert find(text) == [(words, "TIME", value)]


def test_late_by_a_length_is_no_late_part_of_what_follows() -> None:
    assert [words for words, _, _ in find("It is two weeks late this year.")] == [
        "two weeks",
        "this year",
    ]


def test_overnight_before_a_day_to_come_is_the_eve_of_it() -> None:
    found = find("Snow is expected on Wednesday, and it will be cold overnight.")

    assert found[-1] == ("overnight", "TIME", "2025-07-08TNI")


def test_hours_later_count_from_the_time_of_day_named_before() -> None:
    text = "It struck at 11:40 p.m. on Friday. About half an hour later a second one followed."

    assert find(text)[-1] == ("half an hour later", "TIME", "2025-07-05T00:10")


def test_times_of_day_that_are_a_range_share_the_day_that_is_named_after_them() -> None:
    assert find("The shop was shut from 10 a.m. to 3 p.m. on Friday.") == [
        ("10 a.m.", "TIME", "2025-07-04T10:00"),
        ("3 p.m. on Friday", "TIME", "2025-07-04T15:00"),
    ]

    assert find("It is open 9am-5pm on Friday.")[0] == ("9am", "TIME", "2025-07-04T09:00")


def test_what_a_bracket_adds_to_a_time_of_day_is_of_the_same_day() -> None:
    assert find("The rocket rose at 1:30 p.m. (1730 GMT) on Friday.") == [
        ("1:30 p.m.", "TIME", "2025-07-04T13:30"),
        ("1730 GMT", "TIME", "2025-07-04T17:30"),
        ("Friday", "DATE", "2025-07-04"),
    ]
    assert find("It lasted from noon to Friday.")[0] == ("noon", "TIME", "2025-07-07T12:00")


STORY = (
    "Shares rose sharply Thursday in London. The index is still far below its peak of May 12. "
    "Brokers said many small investors had stayed away from shares since the spring, and that "
    "few of them seemed likely to come back before rates were lower and the budget was known. "
)


def test_a_part_of_the_day_is_of_the_day_of_the_story_where_another_was_named_far_before() -> None:
    found = find(STORY + "Buyers were busy in the morning.")

    assert found[-1] == ("the morning", "TIME", "2025-07-03TMO")


def test_a_part_of_the_day_is_not_of_a_day_that_was_only_compared_with() -> None:
    found = find(
        "Shares rose Thursday. Volume fell from 9 million Wednesday. It rose by midafternoon."
    )

    assert found[-1] == ("midafternoon", "TIME", "2025-07-03TAF")


LENGTHS = {
    "He got 6 years, 3 months": ("6 years, 3 months", "P6Y3M"),
    "in 2 hours, 9 minutes and 30 seconds": ("2 hours, 9 minutes and 30 seconds", "PT2H9M30S"),
    "within 90 days": ("90 days", "P90D"),
    "10 business days": ("10 business days", "P10D"),
    "two to three weeks": ("two to three weeks", "P2W"),
    "two and a half years": ("two and a half years", "P2Y6M"),
    "a year and a half": ("a year and a half", "P1Y6M"),
    "5 1/2 hours": ("5 1/2 hours", "PT5H30M"),
    "half an hour": ("half an hour", "PT30M"),
    "a 48-hour ultimatum": ("48-hour", "PT48H"),
    "two years and three months": ("two years and three months", "P2Y3M"),
    "more than four hours": ("more than four hours", "PT4H"),
    "at least a decade": ("at least a decade", "P1E"),
    "a fortnight": ("a fortnight", "P2W"),
    "one hundred and twenty days": ("one hundred and twenty days", "P120D"),
    "1,000 days": ("1,000 days", "P1000D"),
    "over the past five days": ("the past five days", "P5D"),
    "in the next 18 months": ("the next 18 months", "P18M"),
    "in the first nine months": ("the first nine months", "P9M"),
    "for several years": ("several years", "PXY"),
    "in recent weeks": ("recent weeks", "PXW"),
    "years ago": ("years ago", "PXY"),
    "in two years' time": ("two years' time", "P2Y"),
    "a month-long strike": ("month-long", "P1M"),
    "a two- to three-year programme": ("two- to three-year", "P2Y"),
    "two and one-half hours": ("two and one-half hours", "PT2H30M"),
    "to be used over six weeks": ("six weeks", "P6W"),
    "for over a decade": ("over a decade", "P1E"),
    "in that five-year period": ("five-year", "P5Y"),
    "the first few months": ("the first few months", "PXM"),
    "it took months to agree": ("months", "PXM"),
    "in two\nyears": ("two\nyears", "P2Y"),
    "for centuries": ("centuries", "PXCE"),
    "for decades": ("decades", "PXE"),
    "for two decades": ("two decades", "P20Y"),
    "the year ended March 31, 2025": ("the year", "P1Y"),
    "about two years ago": ("about two years ago", "P2Y"),
    "90 days after the signing": ("90 days", "P90D"),
    "a two-week-old truce": ("two-week-old", "P2W"),
    "within the next week": ("the next week", "P1W"),
    "It could last two months": ("two months", "P2M"),
    "in the year to end-January": ("the year", "P1Y"),
    "for the 12 mths": ("the 12 mths", "P12M"),
    "a yearlong effort": ("yearlong", "P1Y"),
    "lost in a single day": ("a single day", "P1D"),
    "a four-day weekend": ("four-day", "P4D"),
    "the first half-hour of trading": ("the first half-hour", "PT30M"),
    "for a hundred years": ("a hundred years", "P100Y"),
    "for a million years": ("a million years", "P1000000Y"),
    "two million years ago": ("two million years ago", "P2000000Y"),
    "a seven-day-a-week service": ("seven-day", "P7D"),
    "from eight months a year ago": ("eight months", "P8M"),
    "a weekslong strike": ("weekslong", "PXW"),
    "an hour and 20 minutes": ("an hour and 20 minutes", "PT1H20M"),
    "a years-long feud": ("years-long", "PXY"),
    "for another few years": ("another few years", "PXY"),
    "They shut it for a while.": ("a while", "PXX"),
    "She left and, 20 years later, became a judge.": ("20 years later", "P20Y"),
}


@pytest.mark.parametrize("text", LENGTHS)
def test_a_length_of_time_is_read(text: str) -> None:
    words, value = LENGTHS[text]

    assert find(text)[0] == (words, "DURATION", value)


def test_numbers_that_share_a_unit_are_a_length_each() -> None:
    found = find("one, three and six-month deposits, and two and four-year bonds")

    assert found == [
        ("one", "DURATION", "P1M"),
        ("three", "DURATION", "P3M"),
        ("six-month", "DURATION", "P6M"),
        ("two", "DURATION", "P2Y"),
        ("four-year", "DURATION", "P4Y"),
    ]


SETS = {
    "annually": ("annually", "P1Y", None, None),
    "average hourly pay": ("hourly", "PT1H", None, None),
    "it sells six a year": ("a year", "P1Y", None, None),
    "$4 million more a year": ("a year", "P1Y", None, None),
    "2 billion euros a year from the start": ("a year", "P1Y", None, None),
    "2% a year after that": ("a year", "P1Y", None, None),
    "each weekend": ("each weekend", "XXXX-WXX-WE", None, "EACH"),
    "every two years": ("every two years", "P2Y", None, "EVERY"),
    "each month": ("each month", "P1M", None, "EACH"),
    "every other week": ("every other week", "P2W", None, "EVERY"),
    "twice a month": ("twice a month", "P1M", "2X", None),
    "three times a week": ("three times a week", "P1W", "3X", None),
    "once every five years": ("once every five years", "P5Y", "1X", None),
    "every Tuesday": ("every Tuesday", "XXXX-WXX-2", None, "EVERY"),
    "on Fridays": ("Fridays", "XXXX-WXX-5", None, None),
    "every March": ("every March", "XXXX-03", None, "EVERY"),
    "each morning": ("each morning", "XXXX-XX-XXTMO", None, "EACH"),
    "$20 billion a year": ("a year", "P1Y", None, None),
    "per month": ("per month", "P1M", None, None),
    "per annum": ("per annum", "P1Y", None, None),
    "open 24 hours a day": ("24 hours a day", "P1D", None, None),
    "an annual income": ("annual", "P1Y", None, None),
    "the half-yearly review": ("half-yearly", "P6M", None, None),
    "grew by 4 pct a year": ("a year", "P1Y", None, None),
    "he works weekends": ("weekends", "XXXX-WXX-WE", None, None),
    "open 24/7": ("24/7", "P1D", None, None),
    "every second Thursday": ("every second Thursday", "XXXX-WXX-4", None, "EVERY"),
}


@pytest.mark.parametrize("text", SETS)
def test_what_recurs_is_a_set_with_how_often(text: str) -> None:
    found = [(it.text, it.value, it.freq, it.quant) for it in find_times(text, SAID)]

    assert found == [SETS[text]]
    assert [kind for _, kind, _ in find(text)] == ["SET"]


MODS = {
    "by the end of July": "END",
    "early 2026": "START",
    "mid-July": "MID",
    "nearly two months": "LESS_THAN",
    "more than a week": "MORE_THAN",
    "at least 30 days": "EQUAL_OR_MORE",
    "about ten days": "APPROX",
    "later this month": "AFTER",
    "30 days or less": "EQUAL_OR_LESS",
    "ten years or more": "EQUAL_OR_MORE",
}


@pytest.mark.parametrize("text", MODS)
def test_a_portion_or_an_approximation_is_a_modifier(text: str) -> None:
    assert [it.mod for it in find_times(text, SAID)] == [MODS[text]]
