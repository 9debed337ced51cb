"""Reminders as text: what each kind says, and no more than its date claims."""

from datetime import date
from pathlib import Path

import pytest

from commitrack.app.reminding import Place, find_all_candidates, load_state, shown_of
from commitrack.ledger.reading import read_ledger
from commitrack.remind.deciding import decide
from commitrack.report.reminder_text import (
    answer_line,
    lead_words,
    pending_text,
    reminder_text,
    subject_line,
)
from tests.remind.diary import morning

IT = '[commitment.it]\ntitle = "Sign it"\nkind = "promise"\nby = ["KR"]\nrecorded = 2025-06-01\n'
MEASURE = IT.replace("promise", "measure")
EVENT = "[[commitment.it.event]]\n"
SUMMIT = (
    '[commitment.summit]\ntitle = "Summit"\nkind = "promise"\nby = ["KR"]\n'
    "happens = 2025-08-20\nrecorded = 2025-06-01\n"
)


def texts(ledger: str, day: date, folder: Path, key: str = "it") -> list[str]:
    place = Place(
        read_ledger(f"format = 1\n{ledger}", "l.toml"), folder / "l", folder / "s", morning(day)
    )
    state = load_state(place)
    reminders = decide(find_all_candidates(place, state), state.handled, "terminal", place.now)
    shown = [shown_of(place, one) for one in reminders if one.candidate.id == key]
    return [reminder_text(one, place.now) for one in shown]


@pytest.mark.parametrize(
    ("ledger", "day", "wanted"),
    [
        (
            f"{IT}due = 2025-08-01\n",
            date(2025, 8, 1),
            "Today, Fri 1 Aug 2025: Sign it\n    it · KR · due\n",
        ),
        (
            f'{IT}due = "2025-08"\n',
            date(2025, 7, 25),
            "7 to 37 days, Aug 2025: Sign it\n    it · KR · due\n",
        ),
        (
            f'{IT}due = "2025-08~"\n',
            date(2025, 7, 25),
            "7 to 37 days, about Aug 2025: Sign it\n    it · KR · due\n",
        ),
        (
            f'{MEASURE}effective = 2025-08-01T00:01:00-04:00\nzone = "America/New_York"\n',
            date(2025, 7, 26),
            "In 7 days, Fri 1 Aug 2025 00:01 EDT: Sign it\n    it · KR · takes effect\n",
        ),
        (
            f"{MEASURE}effective = 2025-08-01\n",
            date(2025, 8, 3),
            (
                "Passed 2 days ago, not confirmed, Fri 1 Aug 2025: Sign it\n"
                "    it · KR · takes effect\n"
            ),
        ),
        (
            f'{IT}review = "P30D"\n',
            date(2025, 7, 1),
            "Look again today: Sign it\n    it · KR\n",
        ),
        (
            f'{IT}review = "P30D"\n',
            date(2025, 7, 9),
            "Look again, since Tue 1 Jul 2025: Sign it\n    it · KR\n",
        ),
        (
            f'{IT}due = 2025-12-01\n{EVENT}type = "postponed"\non = 2025-07-01\n',
            date(2025, 7, 2),
            "Postponed, no new date: Sign it\n    it · KR · due\n    was Mon 1 Dec 2025\n",
        ),
        (
            (
                f'{IT}due = 2025-12-01\n{EVENT}type = "rescheduled"\non = 2025-07-01\n'
                'due = "2026-Q1"\nquote = "it needs time"\n'
            ),
            date(2025, 7, 2),
            (
                "183 to 272 days, Q1 2026: Sign it\n    it · KR · due\n"
                "    moved from Mon 1 Dec 2025 to Q1 2026, +120 days\n"
            ),
        ),
        (
            f'{SUMMIT}{IT}due = {{ after = "summit", within = "P10D" }}\n',
            date(2025, 8, 27),
            (
                "In 3 days, Sat 30 Aug 2025: Sign it\n    it · KR · due\n"
                "    10 days after summit, provisional\n"
            ),
        ),
        (
            (
                f'{SUMMIT}[[commitment.summit.event]]\ntype = "rescheduled"\non = 2025-07-01\n'
                f'happens = 2025-09-20\n{IT}due = {{ after = "summit", within = "P10D" }}\n'
            ),
            date(2025, 7, 2),
            (
                "In 90 days, Tue 30 Sep 2025: Sign it\n    it · KR · due\n"
                "    moved with summit from Sat 30 Aug 2025 to Tue 30 Sep 2025, +31 days\n"
                "    10 days after summit, provisional\n"
            ),
        ),
    ],
    ids=[
        "today",
        "a month",
        "about a month",
        "an instant",
        "passed",
        "look today",
        "look",
        "postponed",
        "moved to a quarter",
        "provisional",
        "moved with another",
    ],
)
def test_a_reminder_says_what_its_date_says(
    ledger: str, day: date, wanted: str, tmp_path: Path
) -> None:
    found = texts(ledger, day, tmp_path)

    told = [
        "".join(
            line
            for line in text.splitlines(keepends=True)
            if not line.startswith(("    missed", "    \u201c"))
        )
        for text in found
    ]
    assert told == [wanted]


def test_the_words_and_sources_are_those_of_the_statement_in_force(tmp_path: Path) -> None:
    ledger = (
        '[source.post]\noutlet = "Post"\nurl = "https://post.example"\n[source.order]\n'
        'title = "Order 7"\nofficial = true\n'
        f'{IT}due = 2025-08-01\nsource = "post"\nquote = "by August"\n'
        f'{EVENT}type = "rescheduled"\non = 2025-07-01\ndue = 2025-09-01\nsource = "order"\n'
        'quote = "by September"\n'
    )

    first = texts(ledger, date(2025, 6, 30), tmp_path)[:1]
    text = texts(ledger, date(2025, 7, 2), tmp_path)[0]

    assert first == []
    assert "\u201cby September\u201d\n    Order 7\n" in text


def test_a_date_that_waits_for_its_anchor_is_not_reminded_of(tmp_path: Path) -> None:
    summit = SUMMIT.replace("happens = 2025-08-20\n", "")
    ledger = f'{summit}{IT}due = {{ after = "summit", within = "P10D" }}\n'

    assert texts(ledger, date(2026, 7, 2), tmp_path) == []


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("P1D", "1 day before"),
        ("PT2H", "2 hours before"),
        ("P0D", "on the day"),
        ("P15D late", "15 days late"),
        ("moved", "moved"),
    ],
)
def test_leads_in_words(name: str, words: str) -> None:
    assert lead_words(name) == words


def test_the_next_shell_is_told_of_ten_and_how_many_more(tmp_path: Path) -> None:
    ledger = "".join(
        f'[commitment.c-{n}]\ntitle = "C {n}"\ndue = 2025-08-01\nrecorded = 2025-06-01\n'
        for n in range(12)
    )
    place = Place(
        read_ledger(f"format = 1\n{ledger}", "l"),
        tmp_path / "l",
        tmp_path / "s",
        morning(date(2025, 8, 3)),
    )
    state = load_state(place)
    shown = [
        shown_of(place, one)
        for one in decide(find_all_candidates(place, state), state.handled, None, place.now)
    ]

    lines = pending_text(shown[:10], len(shown), place.now).splitlines()

    assert len(lines) == 12
    assert lines[10] == "and 2 more: commitrack remind status"
    assert pending_text([], 0, place.now) == ""
    assert subject_line(shown, place.now) == "12 reminders, 12 late"


def test_an_answer_says_how_long_it_holds() -> None:
    assert answer_line("it", "due", "2025-08-01").endswith("until 2025-08-01 is over\n")
    assert answer_line("it", "due", "9999-12-31").endswith("until it moves\n")
