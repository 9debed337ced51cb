"""Anchor: the day that words like "tomorrow" count from, and why it is that day."""

from datetime import date
from typing import NamedTuple

from commitrack.timing.display import plain_day
from commitrack.timing.now import Now


class Anchor(NamedTuple):
    """The day that words count from.

    Attributes:
        day: when the words were said, else when they were published, else today.
        reason: "it was said", "it was published" or "today".
        now: for the words that mean this instant.
    """

    day: date
    reason: str
    now: Now

    def named(self) -> str:
        """The anchor as what something is after or before: "it was said, 7 Jul 2025"."""
        return f"{self.reason}, {plain_day(self.day)}"

    def itself(self) -> str:
        """The anchor as the day that is meant: "the day it was said, 7 Jul 2025"."""
        # A sentence is a reason for a day; a word is the day.
        return f"the day {self.named()}" if " " in self.reason else self.named()


def anchor_today(now: Now) -> Anchor:
    """The anchor of words that are typed and not quoted: the reader's today."""
    return Anchor(now.today(), "today", now)
