from datetime import date

import pytest

from commitrack.extract.temporal.recognising import find_times
from tests.extract.temporal.finding import Found, find

DATES = {
    "on July 9": ("July 9", "2025-07-09"),
    "on 9 July 2026": ("9 July 2026", "2026-07-09"),
    "on Thursday, July 10, 2025,": ("Thursday, July 10, 2025", "2025-07-10"),
    "the 1st of January 2026": ("the 1st of January 2026", "2026-01-01"),
    "on January 1st": ("January 1st", "2026-01-01"),
    "in Aug. 2025": ("Aug. 2025", "2025-08"),
    "in June last year": ("June last year", "2024-06"),
    "since March 2021": ("March 2021", "2021-03"),
    "in 1987": ("1987", "1987"),
    "the year 2030": ("the year 2030", "2030"),
    "in nineteen ninety-one": ("nineteen ninety-one", "1991"),
    "on 1998-01-08": ("1998-01-08", "1998-01-08"),
    "on 11/02/89": ("11/02/89", "1989-11-02"),
    "on 25/12/2025": ("25/12/2025", "2025-12-25"),
    "on 25.12.2025": ("25.12.2025", "2025-12-25"),
    "file 19980108": ("19980108", "1998-01-08"),
    "by 2025-08": ("2025-08", "2025-08"),
    "in early 2026": ("early 2026", "2026"),
    "in mid-2027": ("mid-2027", "2027"),
    "It had nine shops at end 2024": ("end 2024", "2024"),
    "The talks end July 30": ("July 30", "2025-07-30"),
    "by end-2026": ("end-2026", "2026"),
    "for most of 2024": ("most of 2024", "2024"),
    "a mill founded 1892": ("1892", "1892"),
    "from 1 January next year": ("1 January next year", "2026-01-01"),
    "at the end of 2025": ("the end of 2025", "2025"),
    "by the end of the decade": ("the end of the decade", "202"),
    "by year-end": ("year-end", "2025-12-31"),
    "in the late 1970s": ("the late 1970s", "197"),
    "in the '90s": ("the '90s", "199"),
    "in the eighties": ("the eighties", "198"),
    "in the 20th century": ("the 20th century", "19"),
    "the week of July 14": ("the week of July 14", "2025-W29"),
    "on the last day of June": ("the last day of June", "2025-06-30"),
    "on the first Monday in September": ("the first Monday in September", "2025-09-01"),
    "on Christmas Day 2026": ("Christmas Day 2026", "2026-12-25"),
    "on Thanksgiving": ("Thanksgiving", "2025-11-27"),
    "on Black Friday": ("Black Friday", "2025-11-28"),
    "on Good Friday 2026": ("Good Friday 2026", "2026-04-03"),
    "the day after Thanksgiving": ("the day after Thanksgiving", "2025-11-28"),
    "over the Labor Day weekend": ("the Labor Day weekend", "2025-W35-WE"),
    "the weekend of May 5": ("the weekend of May 5", "2025-W19-WE"),
    "the third week in July": ("the third week in July", "2025-W29"),
    "filed on the 18th, too late": ("the 18th", "2025-06-18"),
    "on Friday the 13th.": ("Friday the 13th", "2025-06-13"),
    "back in '68": ("'68", "1968"),
    "the summer of '09": ("the summer of '09", "2009-SU"),
    "in the mid-to-late 1990s": ("the mid-to-late 1990s", "199"),
    "the first half of the 1990s": ("the first half of the 1990s", "199"),
    "the first half of the 20th century": ("the first half of the 20th century", "19"),
    "for full-year 2024": ("full-year 2024", "2024"),
    "the 2026 model year": ("2026", "2026"),
    "until at least 2007": ("2007", "2007"),
    "ended Sept.\n30, 1989": ("Sept.\n30, 1989", "1989-09-30"),
    "on Sept.30": ("Sept.30", "2025-09-30"),
    "as March the 10th": ("March the 10th", "2025-03-10"),
    "on April one, it rose": ("April one", "2025-04-01"),
    "in late march": ("late march", "2025-03"),
    "Nov output was low": ("Nov", "2024-11"),
    "over the Christmas holidays": ("the Christmas holidays", "2025-12-25"),
    "for the Christmas period": ("the Christmas period", "2025-12-25"),
    "in the new year": ("the new year", "2026"),
    "the 2023/24 crop": ("2023/24", "FY2024"),
    "in the 2023-24 season": ("the 2023-24 season", "FY2024"),
    "in the 2023-2024 financial year": ("the 2023-2024 financial year", "FY2024"),
    "THE DEAL OF MARCH 3, 1998": ("MARCH 3, 1998", "1998-03-03"),
    "ended June two, it said": ("June two", "2025-06-02"),
    "the rest of 2024/25": ("the rest of 2024/25", "FY2025"),
    "the 2024 winter wheat crop": ("2024", "2024"),
    "over the Easter holiday weekend": ("the Easter holiday weekend", "2025-W16-WE"),
    "music of the '00s": ("the '00s", "200"),
    "The 2008 financial crash": ("2008", "2008"),
    "since 9/11": ("9/11", "2001-09-11"),
    "the Sept. 11 attacks": ("Sept. 11", "2001-09-11"),
    "for the year 7 plants closed": ("the year", "2025"),
}


@pytest.mark.parametrize("text", DATES)
def test_a_calendar_date_is_read(text: str) -> None:
    words, value = DATES[text]

    assert find(text) == [(words, "DATE", value)]


RELATIVE = {
    "yesterday": ("yesterday", "2025-07-06"),
    "the day after tomorrow": ("the day after tomorrow", "2025-07-09"),
    "last week": ("last week", "2025-W27"),
    "early next week": ("early next week", "2025-W29"),
    "this month": ("this month", "2025-07"),
    "later this year": ("later this year", "2025"),
    "in the coming year": ("the coming year", "2026"),
    "last Wednesday": ("last Wednesday", "2025-07-02"),
    "next Monday": ("next Monday", "2025-07-14"),
    "last April": ("last April", "2025-04"),
    "last Sunday": ("last Sunday", "2025-07-06"),
    "last October": ("last October", "2024-10"),
    "last Oct. 23": ("last Oct. 23", "2024-10-23"),
    "this past spring": ("this past spring", "2025-SP"),
    "next spring": ("next spring", "2026-SP"),
    "the year two thousand and two": ("the year two thousand and two", "2002"),
    "a hundred years ago": ("a hundred years ago", "1925"),
    "We met the other day.": ("the other day", "PAST_REF"),
    "She said it could come soon.": ("soon", "FUTURE_REF"),
    "in the winter of 2024": ("the winter of 2024", "2024-WI"),
    "three weeks ago": ("three weeks ago", "2025-W25"),
    "two years ago": ("two years ago", "2023"),
    "two weeks ago today": ("two weeks ago today", "2025-06-23"),
    "a week from today": ("a week from today", "2025-07-14"),
    "the week before last": ("the week before last", "2025-W26"),
    "a quarter earlier": ("a quarter earlier", "2025-Q2"),
    "the April-June quarter": ("the April-June quarter", "2025-Q2"),
    "the first two quarters of 2026": ("the first two quarters of 2026", "2026-H1"),
    "fiscal 2024's first half": ("fiscal 2024's first half", "2024-H1"),
    "in the latest quarter": ("the latest quarter", "2025-Q2"),
    "in the coming months": ("the coming months", "FUTURE_REF"),
    "as in past years": ("past years", "PAST_REF"),
    "some time ago": ("some time ago", "PAST_REF"),
    "for the time being": ("the time being", "PRESENT_REF"),
    "One day the union may join": ("One day", "FUTURE_REF"),
    "a month from now": ("a month from now", "2025-08"),
    "a week from Friday": ("a week from Friday", "2025-07-18"),
    "Monday of next week": ("Monday of next week", "2025-07-14"),
    "the third quarter": ("the third quarter", "2025-Q3"),
    "a third-quarter loss": ("third-quarter", "2025-Q3"),
    "the third quarter of 2026": ("the third quarter of 2026", "2026-Q3"),
    "this year's fourth quarter": ("this year's fourth quarter", "2025-Q4"),
    "in Q3 2027": ("Q3 2027", "2027-Q3"),
    "in 2H 2025": ("2H 2025", "2025-H2"),
    "the first half of next year": ("the first half of next year", "2026-H1"),
    "in fiscal year 2026": ("fiscal year 2026", "2026"),
    "in FY2027": ("FY2027", "2027"),
    "the final quarter of 2009": ("the final quarter of 2009", "2009-Q4"),
    "by the end of the week": ("the end of the week", "2025-W28"),
    "For the week, it lost much": ("the week", "2025-WXX"),
    "at a later date": ("a later date", "FUTURE_REF"),
    "in the future": ("the future", "FUTURE_REF"),
    "the council currently meets": ("currently", "PRESENT_REF"),
    "after the recent fall in prices": ("recent", "PAST_REF"),
    "They will decide soon.": ("soon", "FUTURE_REF"),
    "the final day of the sale": ("the final day", "2025-07-07"),
    "the final quarter": ("the final quarter", "2025-Q4"),
    "wounded in weekend clashes": ("weekend", "2025-W27-WE"),
    "Rain fell on the third day of the match": ("the third day", "2025-07-07"),
    "on day three, it rained": ("day three", "2025-07-07"),
    "He won on the last day": ("the last day", "2025-07-07"),
    "It is the last day of the hearings": ("the last day", "2025-07-07"),
    "He was abroad at the time.": ("the time", "PAST_REF"),
    "nothing more at the moment,": ("the moment", "PRESENT_REF"),
    "they recently met": ("recently", "PAST_REF"),
    "In the past have they lost?": ("the past", "PAST_REF"),
    "no comment at this time.": ("this time", "PRESENT_REF"),
    "It should not recur in future.": ("future", "FUTURE_REF"),
    "as in recent times": ("recent times", "PAST_REF"),
    "His aim at the time was to win": ("the time", "PAST_REF"),
    "the bloody weekend clashes": ("weekend", "2025-W27-WE"),
    "20 years ago this month": ("20 years ago this month", "2005-07"),
    "a year and a half ago": ("a year and a half ago", "2024-01-07"),
    "the week after next": ("the week after next", "2025-W30"),
}


@pytest.mark.parametrize("text", RELATIVE)
def test_a_relative_date_is_counted_from_when_it_was_said(text: str) -> None:
    words, value = RELATIVE[text]

    assert find(text) == [(words, "DATE", value)]


PAIRS = {
    "for the quarter ended March 29": [("the quarter", "2025-Q1"), ("March 29", "2025-03-29")],
    "the tariff applies 1-7 August": [("1", "2025-08-01"), ("7 August", "2025-08-07")],
    "on 4 and 5 June 2026": [("4", "2026-06-04"), ("5 June 2026", "2026-06-05")],
    "from May to July 2020": [("May", "2020-05"), ("July 2020", "2020-07")],
    "from November to January 2021": [("November", "2020-11"), ("January 2021", "2021-01")],
    "They will decide in late May or early June": [
        ("late May", "2026-05"),
        ("early June", "2026-06"),
    ],
    "from Monday through Friday": [("Monday", "2025-07-07"), ("Friday", "2025-07-11")],
    "from 1991 to 1997": [("1991", "1991"), ("1997", "1997")],
    "in the years 1991 to 1997": [("1991", "1991"), ("1997", "1997")],
    "during the 2008-09 crisis": [("2008", "2008"), ("09", "2009")],
    "They fixed prices for May, July, September and December": [
        ("May", "2025-05"),
        ("July", "2025-07"),
        ("September", "2025-09"),
        ("December", "2025-12"),
    ],
    "in 2026-27": [("2026", "2026"), ("27", "2027")],
    "in the week ended June 21": [("the week", "2025-W25"), ("June 21", "2025-06-21")],
    "in the year to Dec 31, 2024": [("the year", "2024"), ("Dec 31, 2024", "2024-12-31")],
    "January-November exports rose": [("January", "2024-01"), ("November", "2024-11")],
    "the February-June period": [("February", "2025-02"), ("June", "2025-06")],
    "in 2024 and '25": [("2024", "2024"), ("'25", "2025")],
    "Talks may be held next year, perhaps in May": [("next year", "2026"), ("May", "2026-05")],
    "next year, perhaps as early as the spring": [("next year", "2026"), ("the spring", "2026-SP")],
    "On the second day of the hearing Tuesday": [
        ("the second day", "2025-07-01"),
        ("Tuesday", "2025-07-01"),
    ],
    "on June 3, the day before the vote": [("June 3", "2025-06-03"), ("the day", "2025-06-03")],
    "the first-quarter loss last year": [("first-quarter", "2024-Q1"), ("last year", "2024")],
    "FY2026 rules were issued in May": [("FY2026", "2026"), ("May", "2025-05")],
    "the second and fourth quarters of 2026": [
        ("second", "2026-Q2"),
        ("fourth quarters of 2026", "2026-Q4"),
    ],
}


@pytest.mark.parametrize("text", PAIRS)
def test_a_range_is_two_dates(text: str) -> None:
    assert find(text) == [(words, "DATE", value) for words, value in PAIRS[text]]


REFERENCES = {
    "On May 22, 1995, he was promoted, and the following year he left.": (
        "the following year",
        "1996",
    ),
    "It was signed on 3 March 2024. The next day it was published.": ("The next day", "2024-03-04"),
    "Sales were high in 1988. That year the plant was built.": ("That year", "1988"),
    "The third-quarter loss grew, compared with a year earlier.": ("a year earlier", "2024-Q3"),
    "In the second quarter it grew, more than in the year-ago quarter.": (
        "the year-ago quarter",
        "2024-Q2",
    ),
    "It began on 1 May 2020. Two weeks later it ended.": ("Two weeks later", "2020-05-15"),
    "Sales rose to $5 million in the six months ended June 30 from the same period last year.": (
        "the same period last year",
        "2024",
    ),
    "It fell on Tuesday, the most in a year, and rose again later in the day.": (
        "later in the day",
        "2025-10-28",
    ),
    "The vote was on 9 May 2024, the hearing the day before.": ("the day before", "2024-05-08"),
    "Fewer came this summer than a year earlier.": ("a year earlier", "2024-SU"),
    "Sales fell in the third quarter. In the first two months they rose from the same period "
    "last year.": ("the same period last year", "2024"),
    "In 2024 it earned 1.5 million for the full year.": ("the full year", "2024"),
    "In September sales were 2.5 percent lower, and stocks fell in the month.": (
        "the month",
        "2025-09",
    ),
    "The loss for the year ended March 31 was smaller than that of a year earlier.": (
        "a year earlier",
        "2024",
    ),
    "It rained on 9 May 2024; two days before, it had snowed.": ("two days before", "2024-05-07"),
    "The envoy will arrive Saturday and stay until Monday.": ("Monday", "2025-11-10"),
    "It will cost more from 2027. Half of it, lost in a single day in June, is back.": (
        "June",
        "2025-06",
    ),
    "It will be cut by March 2027. It expects a loss in the year to July 31.": (
        "July 31",
        "2026-07-31",
    ),
    "A hearing was put back until December 4. She had been ill.": ("December 4", "2025-12-04"),
    "Its third-quarter loss grew. Sales fell in September from the same month last year.": (
        "the same month last year",
        "2024-09",
    ),
    "It has waited since 2019 and promises a plan before the year is out.": ("the year", "2025"),
    "It met in May 2024, and that same day it rose.": ("that same day", "2024-05-XX"),
    "Prices fell on Friday, Oct. 17. Nobody bought that Monday.": ("that Monday", "2025-10-20"),
    "It paid more in the second quarter of 2024. Rain is due Saturday and Sunday.": (
        "Sunday",
        "2025-11-09",
    ),
}


@pytest.mark.parametrize("text", REFERENCES)
def test_some_words_relate_to_what_was_named_before(text: str) -> None:
    words, value = REFERENCES[text]

    assert find(text, date(2025, 11, 3))[-1] == (words, "DATE", value)


DIRECTIONS = {
    "The tariffs were to start on August 1": "2025-08-01",
    "Tariffs will start on January 5": "2026-01-05",
    "He was born on January 5": "2025-01-05",
    "no later than 30 June": "2026-06-30",
    "He has been away since December": "2024-12",
    "They will vote in March": "2026-03",
    "They voted in March": "2025-03",
    "The plan announced in December will go ahead": "2024-12",
    "It will be heard in December": "2025-12",
    "It would be paid on a still unspecified date in January": "2026-01",
    "The bank will publish its June minutes": "2025-06",
    "She won the race in March": "2025-03",
    "She won't resign until January": "2026-01",
    "The hearing was postponed to October 5": "2025-10-05",
    "The storm was expected to hit land Wednesday": "2025-07-09",
    "They declared a truce starting Thursday": "2025-07-10",
    "It could be signed as early as Thursday": "2025-07-10",
    "The mayor, who took office in October, said no": "2024-10",
    "The team arrives in the capital Sunday": "2025-07-13",
    "They vowed to strike again Wednesday": "2025-07-09",
    "The leader flies home Thursday": "2025-07-10",
    "They met Tuesday": "2025-07-01",
    "They will meet Tuesday": "2025-07-08",
    "It is due to be paid on Thursday": "2025-07-10",
    "They postponed it until Tuesday": "2025-07-08",
    "Until Tuesday, they had not said so": "2025-07-01",
    "The vote is on Thursday": "2025-07-10",
    "The economy slid into recession in November": "2024-11",
    "Housing starts in November were low": "2024-11",
    "They left shortly before June": "2025-06",
    "The agency said in September that growth would slow": "2024-09",
    "The board backed the merger at a meeting in May and it will be closed": "2025-05",
    "Output, 1.9 million tons then, will reach 2.4 million in May": "2026-05",
    "Gold for April delivery fell": "2026-04",
    "The vote, originally set for Sunday, was put off": "2025-07-06",
    "They did not say so until November": "2024-11",
    "On Friday they agreed to go": "2025-07-04",
    "They meet again Thursday": "2025-07-10",
    "They failed to meet again Thursday": "2025-07-03",
    "Schools will stay shut through Friday": "2025-07-11",
    "Mr. Lane, who met Gov. Hart on Friday, left": "2025-07-04",
    "It cut its prices, effective July 4": "2025-07-04",
    "The pause was extended to August 1": "2025-08-01",
    "The vote was pushed back to October": "2025-10",
    "It dates back to October": "2024-10",
    "She steps down in February": "2026-02",
    "Talks went on until Friday": "2025-07-04",
    "A decision is likely by the weekend": "2025-W28-WE",
    "Profit fell, but second-half results will be better": "2025-H2",
    "He criticised Tuesday's ruling and will appeal": "2025-07-01",
    "The sale had originally been set for July 3 but was put off": "2025-07-03",
    "The show, originally planned for October, was moved indoors": "2025-10",
    "The quarrel was not settled until mid-May": "2025-05",
    "The claims weren't paid until mid-May": "2025-05",
    "A ruling wasn't expected until mid-May": "2026-05",
    "A friend came by Thursday with the keys": "2025-07-03",
    "The judge called a hearing for Friday": "2025-07-11",
    "The lease, which was to expire July 1, has been renewed": "2025-07-01",
    "By May, half of the families had left": "2025-05",
    "They had hoped to finish by the end of June": "2025-06",
    "The blast woke them before dawn Friday": "2025-07-04TMO",
    "The bank lent the mill a million through August": "2025-08",
    "Sales through May rose": "2025-05",
    "Sales fell in the fourth quarter": "2024-Q4",
    "The raid killed nine in the afternoon heat": "2025-07-07TAF",
    "She has been summoned to appear on Thursday": "2025-07-10",
    "The term would have ended on May 23": "2025-05-23",
    "The court set a deadline of October 1": "2025-10-01",
    "It was cancelling all flights through Saturday": "2025-07-12",
    "Delegates go home Thursday": "2025-07-10",
    "The talks, which open Thursday in Oslo, may fail": "2025-07-10",
    "A vote was put off but could come in October": "2025-10",
    "It may float in the autumn": "2025-FA",
    "No one could find it in June": "2025-06",
    "Payments due July 1 were made": "2025-07-01",
    "It goes to shareholders registered on August 1": "2025-08-01",
    "They gather to extend the March ban": "2025-03",
    "Thursday's meeting is expected to be short": "2025-07-10",
    "He has asked for a special meeting in August": "2025-08",
    "The storm is forecast to make landfall Thursday": "2025-07-10",
    "Ten thousand tonnes had come, and all of it was loaded by June 1": "2025-06-01",
    "The work is to be done by June 1": "2026-06-01",
    "Stock that was held as of August 10": "2025-08-10",
    "The ferry was out of use as from November 1": "2025-11-01",
    "The firm has sold tickets up to December 20": "2025-12-20",
    "The pact was drawn up to last beyond March 31": "2026-03-31",
    "The panel asked that another round be held in December": "2025-12",
    "Nobody could be reached Friday": "2025-07-04",
    "Crews are preparing for Friday's launch": "2025-07-11",
    "They meet this coming weekend": "2025-W28-WE",
    "He foresees better times than the fourth quarter": "2024-Q4",
    "Hopes are higher than in November": "2024-11",
    "The miller predicted September output of nine tonnes": "2025-09",
    "The board set an August 20 meeting of its owners": "2025-08-20",
    "He spoke to the crews ahead of Sunday": "2025-07-13",
    "They sell below cost despite the September agreement": "2024-09",
    "Its May meeting will go down in history": "2026-05",
    "The April OPEC meeting failed": "2025-04",
}


@pytest.mark.parametrize("text", DIRECTIONS)
def test_the_tense_and_cue_words_decide_which_one_is_meant(text: str) -> None:
    assert [value for _, _, value in find(text)] == [DIRECTIONS[text]]


REPORTED = {
    "For the quarter, the mill lost money": "2025-Q2",
    "Sales rose in the quarter": "2025-Q2",
    "For the quarter, it will break even": "2025-Q3",
    "It hopes for more in the year": "2025",
}


@pytest.mark.parametrize("text", REPORTED)
def test_what_is_reported_of_the_quarter_is_of_the_last_one(text: str) -> None:
    assert [value for _, _, value in find(text)] == [REPORTED[text]]


NONE = (
    "She may march on.",
    "a 15-year-old boy and a man of 52 years old",
    "It cost $1,990 and then 2,010 francs.",
    "2000 people, 1998 miles, 1998.5 points",
    "The index closed at 1987.",
    "She came second, for a second time.",
    "He wrote for The Daily Telegraph and USA Today.",
    "April Smith met June Brown.",
    "The now-defunct firm sat by the sun.",
    "a quarter of its dealers",
    "He is in his 60s, she in her early 30s.",
    "They scored in the first half of the game.",
    "They soon became friends; it came too soon, soon after the war; a more recent book.",
    "It tops the year-to-year gain.",
    "This bears on the future of the port.",
    "It was shown on '60 Minutes'.",
    "Some day; in the early morning hours.",
    "He was on the 9th floor, at the 18th hole.",
    "The most recently built one",
    "They fall in the fall of Rome.",
    "Migrants on Christmas Island; a Christmas tree; Christmas cards; a New Year resolution.",
    "They made half centuries.",
    "the same quarter-point, the third quarter-final",
    "in some quarters",
    "He was named coach of the year.",
    "Shares rose into the mid-30s; highs in the 80s",
    "overnight lending; after-hours trading; the third in as many days",
    "the current account, the annual meeting, the daily newspaper",
    "a three-month-old baby",
    "the annual sales, annual earnings and annual output",
    "It rises 8 percent annually and makes 10,000 pumps annually.",
    "up from four ferries a week, at $9 an hour or 2,000 a month",
    "in today's world, and today's youth",
    "an independent daily",
    "the average daily volume",
    "It dried up almost overnight.",
    "a wind of 130 kilometres per hour",
    "It was cut by three quarters of a point.",
    "Three-quarters of the members passed a rolling four-quarter test.",
    "He wrote for the Sunday Times and sued Friday Inc.",
    "between Elm Street and Winter Park",
    "It was a day to remember.",
    "He won in the fourth quarter on a jumper.",
    "at the time of the vote",
    "They led after a scoreless first quarter.",
    "its first full year",
    "DEC said so.",
    "On Bloody Sunday and on Saturday Night Live; women in mid-twenties; the night shift",
    "every now and then",
    "Back in the day; the olden days.",
    "She won in 1:42, with 3:15 left to play.",
    "If ever that day comes, or a day when nobody works",
    "a flat at H2, a block of flats; it is the busiest day of the week.",
    "He spoke at the March on Washington and on the Today programme.",
    "a New Year's resolution; the days of sail are over; the club's media days",
    "at this time of year, and once in a while",
    "the Q2HD camera from Mar-a-Bella; Jan-Erik Holm; Film Now",
    "The fall in prices hurt; he took the fall; the winter wheat and the spring barley",
    "at example.org/2014/6/26/story",
    "31/31/2025, 2025-13-45 and 20251345",
)


@pytest.mark.parametrize("text", NONE)
def test_what_only_looks_like_a_time_is_none(text: str) -> None:
    nothing: list[Found] = []

    assert find(text) == nothing


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("A march set for Sunday was put off after the storm.", "1999-10-31"),
        ("Talks were to be held on Friday.", "1999-11-05"),
        ("The board set a hearing for April 3.", "2000-04-03"),
        ("He died in April 1961, and the next year his mother died in Turin.", "1962"),
        ("Ines Holt is sixty-one years old.", None),
    ],
)
def test_a_day_is_where_the_story_puts_it(text: str, value: str | None) -> None:
    found = find_times(text, date(1999, 11, 3))

    assert (found[-1].value if found else None) == value
