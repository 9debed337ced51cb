"""What has been handled: the facts of one ledger folded, for every revision of every date."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from commitrack.remind.facts import Fact
from commitrack.remind.leads import MOVED

Key = tuple[str, str, str, bool]
"""Id, role, revision, and whether it is about the move that made the revision."""


class Handled(NamedTuple):
    """What need not be said again.

    Attributes:
        told: by channel and key, the latest crossing told: earlier ones went with it.
        answered: by key, the end of the day through which a person acknowledged.
        snoozed: by key, the first day on which to say it again.
    """

    told: dict[tuple[str, Key], str]
    answered: dict[Key, str]
    snoozed: dict[Key, str]

    def through(self, channel: str | None, key: Key) -> str:
        """The latest crossing that is done with; of no channel: acknowledged."""
        told = self.told.get((channel, key), "") if channel is not None else ""
        return max(told, self.answered.get(key, ""))


def fold_facts(facts: Iterable[Fact], ledger: str) -> Handled:
    """The facts of one ledger in order.

    A snooze takes back what was said or acknowledged of the day that it ends on, and later ones.
    """
    told: dict[tuple[str, Key], str] = {}
    answered: dict[Key, str] = {}
    snoozed: dict[Key, str] = {}
    for fact in facts:
        if fact.ledger != ledger:
            continue
        key = (fact.id, fact.role, fact.revision, fact.lead == MOVED)
        match fact.fact:
            case "shown" | "delivered":
                channel = (fact.channel, key)
                told[channel] = max(told.get(channel, ""), fact.crossing)
            case "acknowledged":
                answered[key] = max(answered.get(key, ""), _end_of(fact.through))
                snoozed.pop(key, None)
            case "snoozed":
                snoozed[key] = fact.until
                before = _end_of(_day_before(fact.until))
                answered[key] = min(answered.get(key, ""), before)
                # Where the date's own zone is a day ahead, its leads are said before that day.
                for mine in [known for known in told if known[1] == key]:
                    told[mine] = min(told[mine], before)
            case _:
                pass  # noticed, or of a newer program
    return Handled(told, answered, snoozed)


def _end_of(day: str) -> str:
    """What sorts behind every time of a day, and before the next day; nothing stays nothing."""
    return f"{day}T24" if day else ""


def _day_before(day: str) -> str:
    try:
        return (date.fromisoformat(day) - timedelta(days=1)).isoformat()
    except (ValueError, OverflowError):
        return ""
