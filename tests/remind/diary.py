"""A diary: one ledger and its reminders in memory, run at any instants."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

from commitrack.app.folding import fold_all
from commitrack.app.reminding import Place, facts_of
from commitrack.ledger.reading import Ledger, read_ledger
from commitrack.remind.candidates import find_candidates
from commitrack.remind.deciding import Reminder, decide
from commitrack.remind.facts import SHOWN, Fact, believable, stamp
from commitrack.remind.handled import fold_facts
from commitrack.remind.leads import DEFAULT_LEADS, readable_leads
from commitrack.timing.now import Now

SEOUL = "Asia/Seoul"


class Said(NamedTuple):
    """What one reminder said."""

    id: str
    role: str
    lead: str
    missed: tuple[str, ...]
    moved: bool


def now_at(at: datetime, zone: str = SEOUL) -> Now:
    return Now(at, ZoneInfo(zone), zone)


def morning(day: date, zone: str = SEOUL) -> Now:
    return now_at(datetime(day.year, day.month, day.day, 9, tzinfo=ZoneInfo(zone)), zone)


class Diary:
    """Runs of `remind` on one channel, with the state in a list."""

    def __init__(self, text: str) -> None:
        self.ledger: Ledger = read_ledger(f"format = 1\n{text}", "diary.toml")
        assert not self.ledger.findings
        self.facts: list[Fact] = []

    def open(self, now: Now, channel: str | None = "terminal") -> list[Reminder]:
        handled = fold_facts(believable(self.facts, now.at), "/diary.toml")
        snoozed = {key[0] for key in handled.snoozed}
        candidates = [
            candidate
            for standing in fold_all(self.ledger.commitments, now)
            for candidate in find_candidates(
                standing,
                now,
                readable_leads(standing.commitment.remind) or DEFAULT_LEADS,
                whole=standing.id in snoozed,
            )
        ]
        return list(decide(candidates, handled, channel, now))

    def run(self, now: Now, channel: str = "terminal") -> list[Said]:
        """Say what is open, and note it down."""
        reminders = self.open(now, channel)
        place = Place(self.ledger, Path("/diary.toml"), Path("/"), now)
        fact = Fact(SHOWN, stamp(now.at.astimezone(UTC)), channel=channel)
        for reminder in reminders:
            self.facts += facts_of(place, reminder, fact)
        return [said_by(reminder) for reminder in reminders]


def said_by(reminder: Reminder) -> Said:
    return Said(
        reminder.candidate.id,
        reminder.candidate.role,
        reminder.lead.name,
        tuple(lead.name for lead in reminder.missed),
        reminder.move is not None,
    )
