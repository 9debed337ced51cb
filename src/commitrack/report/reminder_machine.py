"""Reminders for machines: the documents of `remind`, as `docs/json.md` specifies them."""

from collections.abc import Iterable, Mapping
from typing import Any

from commitrack.report.machine import SCHEMA_VERSION
from commitrack.report.reminder_text import reminder_text
from commitrack.report.rows import ReminderShown, RemindingShown
from commitrack.timing.now import Now


def reminders_document(shown: Iterable[ReminderShown], now: Now) -> dict[str, Any]:
    """The document of `remind`."""
    return _document(now, reminders=[reminder_object(one, now) for one in shown])


def reminder_object(shown: ReminderShown, now: Now) -> dict[str, Any]:
    """One reminder; its message is the text that other channels carry."""
    review = shown.item.review
    is_review = shown.item.date is None and review is not None
    return {
        "id": shown.item.standing.id,
        "role": shown.role,
        "lead": shown.lead,
        "reason": shown.reason,
        "days_left": review.days_left if is_review and review else shown.item.days_left,
        "missed": list(shown.missed),
        "message": reminder_text(shown, now),
    }


def status_document(status: RemindingShown, now: Now) -> dict[str, Any]:
    """The document of `remind status`."""
    return _document(
        now,
        last_run=status.last.astimezone(now.tz).isoformat() if status.last else None,
        stopped=status.stopped,
        waiting=[
            {**reminder_object(shown, now), "told": [fact_object(fact) for fact in facts]}
            for shown, facts in status.waiting
        ],
        snoozed=[{"id": key, "until": until} for key, until in status.snoozed],
        installed=[{"kind": kind, "where": where} for kind, where in status.runs],
    )


def log_document(facts: Iterable[Mapping[str, Any]], now: Now) -> dict[str, Any]:
    """The document of `remind log`."""
    return _document(now, facts=[fact_object(fact) for fact in facts])


def fact_object(fact: Mapping[str, Any]) -> dict[str, Any]:
    """What became of a reminder; what a fact has nothing of is null."""
    names = ("fact", "at", "id", "role", "lead", "channel", "through", "until")
    missed = list(fact.get("missed") or ())
    return {**{name: fact.get(name) or None for name in names}, "missed": missed}


def _document(now: Now, **fields: object) -> dict[str, Any]:
    return {"schema_version": SCHEMA_VERSION, "as_of": now.local().isoformat(), **fields}
