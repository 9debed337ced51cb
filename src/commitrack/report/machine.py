"""Machine output: one JSON document, as `docs/json.md` specifies it."""

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from commitrack.domain.commitment import Event
from commitrack.domain.finding import Finding
from commitrack.domain.refinding import Refound
from commitrack.domain.source import Source
from commitrack.domain.standing import Change, Standing
from commitrack.domain.when import DateValue, Role, When
from commitrack.report.rows import Happening, QuoteShown
from commitrack.timing.now import Now
from commitrack.timing.reckoning import Item
from commitrack.timing.values import format_value

SCHEMA_VERSION = 1
"""Raised when a field changes or goes; a new field does not raise it."""

LineOf = Callable[[str], int | None]

# Controls, joiners, turns of direction, fillers, annotations, half characters, private ones, tags.
_UNSEEN = (
    r"[\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    r"\ud800-\uf8ff\ufeff\ufff9-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    r"\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)


def format_json(document: Mapping[str, Any]) -> str:
    """The document as text; what could steer a terminal is escaped."""
    text = json.dumps(document, ensure_ascii=False, indent=2)
    return re.sub(_UNSEEN, lambda found: json.dumps(found[0])[1:-1], text) + "\n"


def format_moment(moment: date | datetime | None) -> str | None:
    """RFC 3339, or a day alone as ISO 8601."""
    return None if moment is None else moment.isoformat()


def listing_document(items: Iterable[Mapping[str, Any]], now: Now, ledger: str) -> dict[str, Any]:
    """The document of `due`, `list` and `show`."""
    return {
        "schema_version": SCHEMA_VERSION,
        "as_of": now.local().isoformat(),
        "ledger": ledger,
        "items": list(items),
    }


def written_document(item: Mapping[str, Any] | None, now: Now, *, is_done: bool) -> dict[str, Any]:
    """The document of the verbs that write."""
    return {
        "schema_version": SCHEMA_VERSION,
        "as_of": now.local().isoformat(),
        "written": is_done,
        "item": item,
    }


def item_object(item: Item, file: str, line: int | None) -> dict[str, Any]:
    """ITEM: one commitment with the date that puts it in the list."""
    standing, dated = item.standing, item.date
    it = standing.commitment
    return {
        "id": it.id,
        "title": it.title,
        "kind": str(it.kind),
        "by": list(it.by),
        "to": list(it.to),
        "stated_by": it.stated_by,
        "via": it.via,
        "tags": list(it.tags),
        "source": list(it.source),
        "quote": it.quote,
        "recorded": format_moment(it.recorded),
        "outcome": str(standing.outcome),
        "schedule": str(item.schedule),
        "evidence": str(standing.evidence),
        "disputed": standing.is_disputed,
        "section": str(item.section) if item.section else None,
        "date": date_object(dated.role, dated.when) if dated and dated.when else None,
        "dates": [date_object(d.role, d.when) for d in standing.dates if d.when],
        "days_left": item.days_left,
        "days_left_range": list(item.days_left_range) if item.days_left_range else None,
        "days_late": item.days_late,
        "first_date": date_object(dated.role, dated.first) if dated and dated.first else None,
        "moves": dated.moves if dated else 0,
        "slip_days": dated.slip if dated else None,
        "notice_days": dated.notice if dated else None,
        "review": _review_object(item),
        "file": file,
        "line": line,
    }


def date_object(role: Role, when: When) -> dict[str, Any]:
    """DATE: the value as the ledger has it, and the interval that it stands for."""
    return {
        "role": str(role),
        "value": _ledger_value(when.value),
        "precision": str(when.precision),
        "from": format_moment(when.first),
        "to": format_moment(when.last),
        "at": format_moment(when.at),
        "zone": when.zone,
        "stated": when.stated,
        "approximate": when.approximate,
        "basis": str(when.basis),
        "after": when.anchor,
        "provisional": when.provisional,
    }


def _ledger_value(value: DateValue) -> str | dict[str, Any]:
    """As in the ledger: a relative date is a table there."""
    if isinstance(value, Mapping):
        return {
            key: part.isoformat() if isinstance(part, date) else part for key, part in value.items()
        }
    return format_value(value)


def history_objects(standing: Standing) -> list[dict[str, Any]]:
    """EVENTs: every statement since the base record, in the order in which they are folded."""
    return [
        event_object(event, tuple(c for c in standing.changes if c.event is event))
        for event in standing.history
    ]


def event_object(event: Event, changes: Sequence[Change]) -> dict[str, Any]:
    """EVENT: what happened, and what it did to a date."""
    role_when = next(iter(event.dates), None)
    slips = [change.slip for change in changes if change.slip is not None]
    return {
        "type": str(event.type),
        "on": format_moment(event.on),
        "recorded": format_moment(event.recorded),
        "by": list(event.by),
        "source": list(event.source),
        "quote": event.quote,
        "stated": event.stated,
        "note": event.note,
        "date": date_object(*role_when) if role_when else None,
        "slip_days": slips[0] if slips else None,
        "follows": event.follows,
    }


def log_document(happenings: Iterable[Happening], now: Now) -> dict[str, Any]:
    """The document of `log`: EVENTs of all commitments, each with its id and title."""
    return {
        "schema_version": SCHEMA_VERSION,
        "as_of": now.local().isoformat(),
        "events": [
            {
                **event_object(happening.event, happening.changes),
                "id": happening.standing.id,
                "title": happening.standing.commitment.title,
            }
            for happening in happenings
        ],
    }


def text_object(shown: QuoteShown) -> dict[str, Any]:
    """One of the `texts` of `show`: a quote, and whether it stands where it stood."""
    return {
        "source": shown.source,
        "quote": shown.quote,
        "found": shown.found,
        "line": shown.line,
        "state": shown.now.state,
        "selector": selector_object(shown.now),
    }


def selector_object(now: Refound) -> dict[str, str] | None:
    """The TextQuoteSelector of a quote (Web Annotation Data Model, 4.2.4)."""
    return now.selector._asdict() if now.selector else None


def source_object(source: Source, cited_by: Sequence[str]) -> dict[str, Any]:
    """A source, and the ids of the commitments that cite it."""
    return {
        "id": source.id,
        "title": source.title,
        "outlet": source.outlet,
        "author": source.author,
        "url": source.url,
        "said": format_moment(source.said),
        "published": format_moment(source.published),
        "official": source.official,
        "seen": [
            {"on": format_moment(seen.on), "text": seen.text, "sha256": seen.sha256}
            for seen in source.seen
        ],
        "cited_by": list(cited_by),
    }


def findings_document(findings: Sequence[Finding], file: str) -> dict[str, Any]:
    """The document of `check`."""
    errors = sum(finding.severity == "error" for finding in findings)
    return {
        "schema_version": SCHEMA_VERSION,
        "findings": [_finding_object(finding, file) for finding in findings],
        "errors": errors,
        "warnings": len(findings) - errors,
    }


def _finding_object(finding: Finding, file: str) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": str(finding.severity),
        "file": file,
        "line": finding.place.line if finding.place else None,
        "column": finding.place.column if finding.place else None,
        "id": finding.id,
        "message": finding.message,
        "hint": finding.hint,
    }


def _review_object(item: Item) -> dict[str, Any] | None:
    if item.review is None:
        return None
    every, following, days_left = item.review
    return {"every": every, "next": format_moment(following), "days_left": days_left}
