import pytest

from commitrack.extract.temporal.recognising import find_times
from tests.extract.temporal.finding import SAID

REASONS = {
    "They will wait until August 1": (
        '"August 1" has no year: the first one after 7 Jul 2025, because of "until"',
    ),
    "since December": (
        '"December" has no year: the last one before 7 Jul 2025, because of "since"',
    ),
    "They met Tuesday": (
        '"Tuesday" is 1 Jul 2025: the last one up to 7 Jul 2025, because of "met"',
    ),
    "next month": ('"next month" is counted from 7 Jul 2025, when it was said',),
    "10 business days": ('"10 business days" is a length of time (business days)',),
    "by the end of July 2026": (
        '"July 2026" is a date with its year',
        '"the end of July 2026" is its end',
    ),
    "at least 30 days": (
        '"30 days" is a length of time',
        '"at least 30 days" is at least that',
    ),
    "8 May 2024": ('"8 May 2024" is a date with its year',),
    "noon on 8 May 2024": (
        '"8 May 2024" is a date with its year',
        '"noon" is the time of that day',
    ),
}


@pytest.mark.parametrize("text", REASONS)
def test_every_value_says_how_it_came_about(text: str) -> None:
    assert [it.why for it in find_times(text, SAID)] == [REASONS[text]]


def test_nothing_is_without_a_reason() -> None:
    text = "Last week, at noon today, for two years, every day, now, in Q3 and on Easter Monday."

    assert all(it.why and all(it.why) for it in find_times(text, SAID))
