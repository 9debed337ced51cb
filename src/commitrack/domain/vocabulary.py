"""The closed sets of words that a ledger is written in, and what each does to an outcome."""

from enum import StrEnum


class Word(StrEnum):
    """A word of a closed set; equal to its text, and found by it in a set or a mapping."""

    # Python's own hashes the name of a member in Python code, each time: a listing feels it.
    __hash__ = str.__hash__


class Kind(Word):
    """What sort of statement a commitment is (after Searle's classes of speech acts)."""

    MEASURE = "measure"
    PROMISE = "promise"
    AGREEMENT = "agreement"
    STANDING = "standing"
    TARGET = "target"
    INTENTION = "intention"
    THREAT = "threat"
    OFFER = "offer"
    DEMAND = "demand"


class Outcome(Word):
    """What became of a commitment; set only by dated events, never by the passing of time."""

    OPEN = "open"
    IN_PROGRESS = "in_progress"
    STALLED = "stalled"
    BLOCKED = "blocked"
    SUSPENDED = "suspended"
    FULFILLED = "fulfilled"
    PARTLY_FULFILLED = "partly_fulfilled"
    NOT_FULFILLED = "not_fulfilled"
    WITHDRAWN = "withdrawn"
    SUPERSEDED = "superseded"
    LAPSED = "lapsed"
    UNVERIFIABLE = "unverifiable"


class EventType(Word):
    """What can happen to a commitment after it was made."""

    MADE = "made"
    REAFFIRMED = "reaffirmed"
    CLARIFIED = "clarified"
    RESCHEDULED = "rescheduled"
    POSTPONED = "postponed"
    SUSPENDED = "suspended"
    RESUMED = "resumed"
    TOOK_EFFECT = "took_effect"
    STEP = "step"
    STALLED = "stalled"
    BLOCKED = "blocked"
    UNBLOCKED = "unblocked"
    CONDITION_MET = "condition_met"
    CONDITION_FAILED = "condition_failed"
    FULFILLED = "fulfilled"
    PARTLY_FULFILLED = "partly_fulfilled"
    NOT_FULFILLED = "not_fulfilled"
    WITHDRAWN = "withdrawn"
    SUPERSEDED = "superseded"
    LAPSED = "lapsed"
    UNVERIFIABLE = "unverifiable"
    REPORTED = "reported"
    CORRECTED = "corrected"
    NOTE = "note"
    CHECKED = "checked"


class Schedule(Word):
    """Where a date stands against now; computed, never stored."""

    UNDATED = "undated"
    UPCOMING = "upcoming"
    DUE_SOON = "due_soon"
    DUE_TODAY = "due_today"
    OVERDUE = "overdue"
    UNCONFIRMED = "unconfirmed"
    MET_EARLY = "met_early"
    MET_ON_TIME = "met_on_time"
    MET_LATE = "met_late"
    NOT_APPLICABLE = "not_applicable"


class Evidence(Word):
    """How well a commitment is supported by its sources."""

    NONE = "none"
    CLAIMED = "claimed"
    REPORTED = "reported"
    OFFICIAL = "official"


FINAL = frozenset(
    {
        Outcome.FULFILLED,
        Outcome.PARTLY_FULFILLED,
        Outcome.NOT_FULFILLED,
        Outcome.WITHDRAWN,
        Outcome.SUPERSEDED,
        Outcome.LAPSED,
        Outcome.UNVERIFIABLE,
    }
)
"""Outcomes after which nothing more is expected, until a further event reopens them."""

OUTCOME_OF = {
    EventType.STEP: Outcome.IN_PROGRESS,
    EventType.RESUMED: Outcome.IN_PROGRESS,
    EventType.UNBLOCKED: Outcome.IN_PROGRESS,
    EventType.STALLED: Outcome.STALLED,
    EventType.BLOCKED: Outcome.BLOCKED,
    EventType.SUSPENDED: Outcome.SUSPENDED,
    EventType.CONDITION_FAILED: Outcome.LAPSED,
    EventType.FULFILLED: Outcome.FULFILLED,
    EventType.PARTLY_FULFILLED: Outcome.PARTLY_FULFILLED,
    EventType.NOT_FULFILLED: Outcome.NOT_FULFILLED,
    EventType.WITHDRAWN: Outcome.WITHDRAWN,
    EventType.SUPERSEDED: Outcome.SUPERSEDED,
    EventType.LAPSED: Outcome.LAPSED,
    EventType.UNVERIFIABLE: Outcome.UNVERIFIABLE,
}
"""Events that set an outcome by themselves. `took_effect` does so for a measure alone."""

INSTRUMENTS = (
    "anonymous",
    "remark",
    "post",
    "press_release",
    "fact_sheet",
    "joint_statement",
    "mou",
    "policy_document",
    "order",
    "proclamation",
    "regulation",
    "law",
    "treaty",
)
"""The ladder of what a commitment is laid down in, weakest first (after the Net Zero Tracker)."""

OFFICIAL_INSTRUMENTS = frozenset(INSTRUMENTS[INSTRUMENTS.index("order") :])
"""What customs can act on: from an order up."""

OWN_ACCOUNT_INSTRUMENTS = frozenset(INSTRUMENTS[: INSTRUMENTS.index("fact_sheet")])
"""Words of the actor alone, whoever prints them."""
