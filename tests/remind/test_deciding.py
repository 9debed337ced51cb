"""What is said of one commitment, from run to run."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from commitrack.remind.facts import (
    ACKNOWLEDGED,
    ALL_WEEKS,
    CLOCK,
    NOTICED,
    SNOOZED,
    Fact,
    stamp,
)
from commitrack.timing.now import Now
from tests.remind.diary import Diary, Said, morning, now_at

TREATY = """
[commitment.treaty]
title = "Sign the treaty"
kind = "promise"
by = ["KR"]
due = 2025-08-01
recorded = 2025-07-01
"""


def day(number: int, month: int = 7) -> date:
    return date(2025, month, number)


def said(lead: str, *missed: str, moved: bool = False, role: str = "due") -> list[Said]:
    return [Said("treaty", role, lead, missed, moved)]


def event(**keys: str) -> str:
    return "\n[[commitment.treaty.event]]\n" + "\n".join(f"{k} = {v}" for k, v in keys.items())


def test_each_lead_is_said_once_on_its_day() -> None:
    diary = Diary(TREATY)
    by_day: dict[int, list[str]] = {}
    for number in range(1, 32):
        for _ in range(3):
            for one in diary.run(morning(day(number))):
                by_day.setdefault(number, []).append(one.lead)

    assert by_day == {2: ["P30D"], 25: ["P7D"], 29: ["P3D"], 31: ["P1D"]}


def test_after_a_gap_one_message_tells_the_tightest_and_what_was_missed() -> None:
    diary = Diary(TREATY)

    assert diary.run(morning(day(30))) == said("P3D", "P7D", "P30D")
    assert diary.run(morning(day(30))) == []
    assert diary.run(morning(day(31))) == said("P1D")


def test_late_is_said_on_the_next_day_and_every_week() -> None:
    diary = Diary(TREATY)
    diary.run(morning(day(1, 8)))

    leads = {
        number: [one.lead for one in diary.run(morning(day(number, 8)))] for number in range(1, 20)
    }

    assert {n: found for n, found in leads.items() if found} == {
        2: ["P1D late"],
        9: ["P8D late"],
        16: ["P15D late"],
    }


def test_late_after_a_gap_is_one_message() -> None:
    diary = Diary(TREATY)
    diary.run(morning(day(31)))

    assert diary.run(morning(day(20, 8))) == said("P15D late", "P8D late", "P1D late", "P0D")


def test_nothing_is_said_of_what_was_just_recorded() -> None:
    diary = Diary(TREATY.replace("recorded = 2025-07-01", "recorded = 2025-07-30"))

    assert diary.run(morning(day(30))) == []
    assert diary.run(morning(day(31))) == said("P1D")


def test_a_day_of_entry_that_lies_ahead_is_a_slip_and_loses_nothing() -> None:
    slip = TREATY.replace("recorded = 2025-07-01", 'recorded = 2052-07-01\nsource = "post"')
    diary = Diary(f'[source.post]\ntitle = "Post"\nsaid = 2025-06-30\n{slip}')
    moved = Diary(
        TREATY
        + event(type='"rescheduled"', on="2025-07-26", due="2025-08-11", recorded="2026-07-26")
    )

    assert diary.run(morning(day(25))) == said("P7D", "P30D")
    assert moved.run(morning(day(27))) == said("moved", moved=True)
    assert moved.run(morning(day(4, 8))) == said("P7D")


def test_what_was_entered_where_it_is_tomorrow_already_is_said_from_then_on() -> None:
    diary = Diary(TREATY.replace("recorded = 2025-07-01", "recorded = 2025-07-26"))

    assert diary.run(morning(day(25))) == []


def test_a_move_is_said_once_and_arms_the_leads_again() -> None:
    diary = Diary(TREATY)
    diary.run(morning(day(30)))
    moved = Diary(
        TREATY
        + event(type='"rescheduled"', on="2025-07-30", due="2025-09-01", recorded="2025-07-31")
    )
    moved.facts = diary.facts

    assert moved.run(morning(day(31))) == said("moved", moved=True)
    assert moved.run(morning(day(1, 8))) == []
    assert moved.run(morning(day(2, 8))) == said("P30D")


def test_a_move_and_a_lead_of_the_new_date_are_one_message() -> None:
    diary = Diary(
        TREATY
        + event(type='"rescheduled"', on="2025-07-03", due="2025-08-11", recorded="2025-07-03")
    )

    assert diary.run(morning(day(12))) == said("P30D", moved=True)
    assert diary.run(morning(day(12))) == []


def test_a_ledger_entered_with_its_history_has_no_news() -> None:
    diary = Diary(
        TREATY
        + event(type='"rescheduled"', on="2025-06-20", due="2025-09-01", recorded="2025-07-01")
    )

    assert diary.run(morning(day(2))) == []


def test_a_postponement_is_said_once() -> None:
    diary = Diary(TREATY + event(type='"postponed"', on="2025-07-10", recorded="2025-07-10"))

    assert diary.run(morning(day(10))) == said("moved", moved=True)
    assert diary.open(morning(day(10)), None)[0].reason == "postponed"
    assert diary.run(morning(day(1, 8))) == []


def test_the_same_date_said_more_exactly_is_no_news() -> None:
    text = TREATY.replace("due = 2025-08-01", 'due = "2025-08"')
    diary = Diary(text)
    assert diary.run(morning(day(2))) == said("P30D")

    exact = Diary(text + event(type='"clarified"', on="2025-07-05", due="2025-08-20"))
    exact.facts = diary.facts

    assert exact.run(morning(day(6))) == []
    assert exact.run(morning(day(21))) == said("P30D")


@pytest.mark.parametrize(
    "text",
    [
        TREATY + event(type='"fulfilled"', on="2025-07-20"),
        TREATY + event(type='"withdrawn"', on="2025-07-20"),
        TREATY + '\ncondition = "if the bill passes"',
    ],
    ids=["kept", "withdrawn", "dormant"],
)
def test_nothing_is_said_of_what_is_over_or_dormant(text: str) -> None:
    diary = Diary(text)

    assert diary.run(morning(day(30))) == []
    assert diary.run(morning(day(30, 8))) == []


def test_a_date_that_took_effect_is_settled_and_its_end_is_not() -> None:
    diary = Diary(
        TREATY.replace("due = 2025-08-01", "effective = 2025-07-20\nexpires = 2025-08-01")
        + event(type='"took_effect"', on="2025-07-20")
    )

    assert diary.run(morning(day(30))) == said("P3D", "P7D", "P30D", role="expires")


def test_what_counts_from_a_date_to_come_is_announced_and_never_late() -> None:
    text = TREATY + (
        '\n[commitment.report]\ntitle = "Report"\nkind = "promise"\nby = ["KR"]\n'
        'due = { after = "treaty", within = "P10D" }\nrecorded = 2025-07-01\n'
    )
    diary = Diary(text)

    first = [one for one in diary.run(morning(day(8, 8))) if one.id == "report"]
    later = [one for one in diary.run(morning(day(30, 8))) if one.id == "report"]
    much_later = [one for one in diary.run(morning(day(30, 9))) if one.id == "report"]

    assert [(one.lead, one.missed) for one in first] == [("P3D", ("P7D", "P30D"))]
    assert [(one.lead, one.missed) for one in later] == [("P0D", ("P1D",))]
    assert much_later == []


def test_a_commitment_has_lead_times_of_its_own() -> None:
    diary = Diary(TREATY + '\nremind = ["P14D", "P0D"]')

    assert diary.run(morning(day(2))) == []
    assert diary.run(morning(day(18))) == said("P14D")
    assert diary.run(morning(day(31))) == []
    assert diary.run(morning(day(1, 8))) == said("P0D")


TODAY_AT_FIVE = TREATY.replace(
    "due = 2025-08-01", 'due = 2025-08-01T17:00:00\nzone = "Asia/Seoul"\nremind = ["PT2H"]'
)


def seoul(hour: int, number: int = 1, month: int = 8) -> Now:
    return now_at(datetime(2025, month, number, hour, tzinfo=ZoneInfo("Asia/Seoul")))


def test_hours_before_are_said_on_the_very_day_on_which_the_date_was_entered() -> None:
    diary = Diary(TODAY_AT_FIVE.replace("recorded = 2025-07-01", "recorded = 2025-08-01"))

    assert diary.run(seoul(14)) == []
    assert diary.run(seoul(15)) == said("PT2H")
    assert diary.run(seoul(16)) == []


def test_hours_before_are_said_also_where_the_clocks_change_before_the_date() -> None:
    diary = Diary(
        TREATY.replace(
            "due = 2025-08-01",
            'due = 2025-04-06T23:30:00\nzone = "Pacific/Auckland"\nremind = ["P1D", "PT48H"]',
        ).replace("recorded = 2025-07-01", "recorded = 2025-04-01")
    )

    def at(minute: int) -> Now:
        return now_at(datetime(2025, 4, 4, 11, minute, tzinfo=UTC), "Pacific/Auckland")

    assert diary.run(at(0)) == said("P1D")  # 00:00 on 5 April there
    assert diary.run(at(30)) == said("PT48H")  # 00:30, since clocks go back on the 6th


def test_the_day_of_entry_is_the_readers_where_the_date_is_still_in_yesterday() -> None:
    diary = Diary(
        TREATY.replace("recorded = 2025-07-01", "recorded = 2025-08-01").replace(
            "due = 2025-08-01",
            'due = 2025-08-01T00:01:00\nzone = "America/New_York"\nremind = ["PT2H"]',
        )
    )

    assert diary.run(seoul(11)) == []
    assert diary.run(seoul(12)) == said("PT2H")  # 23:00 on 31 July there, two hours before


def test_hours_before_a_date_that_had_passed_when_it_was_entered_are_not_said() -> None:
    diary = Diary(TODAY_AT_FIVE.replace("recorded = 2025-07-01", "recorded = 2025-08-02"))

    assert diary.run(seoul(9, 2)) == []


def test_what_was_seen_is_not_said_some_hours_before_it_either() -> None:
    diary = Diary(TODAY_AT_FIVE.replace('"PT2H"', '"P1D", "PT2H"'))
    diary.run(seoul(9, 31, 7))
    answer(diary, day(31), ACKNOWLEDGED, through="2025-08-01")

    assert diary.run(seoul(16)) == []
    assert diary.open(seoul(16), None) == []
    assert diary.run(seoul(9, 2)) == said("P1D late")


def test_a_snooze_does_not_say_that_hours_were_missed_which_were_told() -> None:
    diary = Diary(TODAY_AT_FIVE.replace('"PT2H"', '"P1D", "PT2H"'))
    diary.run(seoul(15))
    answer(diary, day(1, 8), SNOOZED, until="2025-08-02")

    assert diary.run(seoul(9, 2)) == said("P1D late")


@pytest.mark.parametrize("wakes", [28, 29])
def test_the_end_of_a_snooze_is_nothing_that_was_missed(wakes: int) -> None:
    diary = Diary(TREATY)
    diary.run(morning(day(25)))
    answer(diary, day(25), SNOOZED, until=f"2025-07-{wakes}")

    assert diary.run(morning(day(29))) == said("P3D")


def test_each_channel_is_told_by_itself() -> None:
    diary = Diary(TREATY)

    assert diary.run(morning(day(2)), "mail") == said("P30D")
    assert diary.run(morning(day(2)), "desktop") == said("P30D")
    assert diary.run(morning(day(2)), "mail") == []


def test_what_has_no_date_is_looked_at_again() -> None:
    diary = Diary(
        TREATY.replace("due = 2025-08-01", 'review = "P90D"').replace("recorded", "recorded")
    )

    assert diary.run(morning(day(28, 9))) == []
    assert diary.run(morning(day(29, 9))) == said("review", role="review")
    assert diary.run(morning(day(30, 9))) == []
    assert diary.run(morning(day(28, 12))) == said("review", role="review")


def answer(diary: Diary, now_day: date, fact: str, **keys: str) -> None:
    candidate = diary.open(morning(now_day), None)[0].candidate
    diary.facts.append(
        Fact(
            fact,
            stamp(morning(now_day).at),
            "/diary.toml",
            candidate.id,
            candidate.role,
            candidate.revision,
            **keys,  # type: ignore[arg-type]  # texts alone
        )
    )


def test_what_was_seen_is_said_again_only_once_it_is_late() -> None:
    diary = Diary(TREATY)
    diary.run(morning(day(2)))
    answer(diary, day(2), ACKNOWLEDGED, through="2025-08-01")

    assert diary.run(morning(day(31))) == []
    assert diary.open(morning(day(31)), None) == []
    assert diary.run(morning(day(2, 8))) == said("P1D late")


def test_what_was_seen_late_is_not_said_again() -> None:
    diary = Diary(TREATY)
    diary.run(morning(day(2, 8)))
    answer(diary, day(2, 8), ACKNOWLEDGED, through=ALL_WEEKS)

    assert diary.run(morning(day(30, 8))) == []


def test_a_snoozed_reminder_comes_on_its_day_and_not_before() -> None:
    diary = Diary(TREATY)
    diary.run(morning(day(25)))
    answer(diary, day(25), SNOOZED, until="2025-07-30")

    assert diary.run(morning(day(29))) == []
    assert diary.run(morning(day(30))) == said("snoozed", "P3D")
    assert diary.run(morning(day(30))) == []
    assert diary.run(morning(day(31))) == said("P1D")


def test_a_snooze_to_a_day_that_the_dates_own_zone_has_reached_is_not_lost() -> None:
    text = TREATY.replace(
        "due = 2025-08-01", 'due = 2025-08-01T09:00:00\nzone = "Pacific/Auckland"'
    )
    diary = Diary(text)
    evening = now_at(datetime(2025, 7, 25, 3, tzinfo=UTC), "America/Los_Angeles")  # 24 July there
    assert diary.run(evening) == said("P7D", "P30D")
    candidate = diary.open(evening, None)[0].candidate
    diary.facts.append(
        Fact(
            SNOOZED,
            stamp(evening.at),
            "/diary.toml",
            candidate.id,
            candidate.role,
            candidate.revision,
            until="2025-07-25",
        )
    )

    assert diary.run(evening) == []
    later = evening._replace(at=datetime(2025, 7, 25, 12, tzinfo=UTC))
    assert len(diary.run(later)) == 1
    assert diary.run(later) == []


def test_a_move_wakes_what_was_snoozed() -> None:
    diary = Diary(TREATY)
    diary.run(morning(day(25)))
    answer(diary, day(25), SNOOZED, until="2025-08-20")
    moved = Diary(
        TREATY
        + event(type='"rescheduled"', on="2025-07-26", due="2025-07-31", recorded="2025-07-26")
    )
    moved.facts = diary.facts

    assert moved.run(morning(day(26))) == said("moved", moved=True)


def test_what_a_clock_far_ahead_said_is_said_again() -> None:
    diary = Diary(TREATY)
    diary.run(morning(date(2031, 1, 1)))

    assert diary.run(morning(day(2))) == said("P30D")
    assert diary.run(morning(day(25))) == said("P7D")


def test_what_a_clock_ahead_said_is_said_again_also_when_its_time_has_come() -> None:
    diary = Diary(TREATY)
    diary.run(morning(day(2)))
    assert diary.run(morning(day(25))) == said("P7D")  # it is the 11th
    back = stamp(morning(day(11)).at)
    diary.facts.append(Fact(NOTICED, back, about=CLOCK, value=diary.facts[-1].at))

    assert diary.run(morning(day(24))) == []
    assert diary.run(morning(day(25))) == said("P7D")


def test_a_clock_that_was_reset_makes_nothing_be_said_twice() -> None:
    diary = Diary(TREATY)
    diary.run(morning(day(2)))
    reset = stamp(datetime(1970, 1, 1, tzinfo=UTC))
    diary.facts.append(Fact(NOTICED, reset, about=CLOCK, value=diary.facts[-1].at))

    assert diary.run(morning(day(2))) == []


def test_a_clock_an_hour_ahead_makes_nothing_be_said_twice() -> None:
    diary = Diary(TREATY)
    late = morning(day(2))
    diary.run(late)

    assert diary.run(late._replace(at=late.at.replace(hour=7))) == []
