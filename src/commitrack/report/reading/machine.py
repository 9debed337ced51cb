"""The JSON of `read`: articles, candidates, time expressions, and what was recorded of them."""

from collections.abc import Sequence
from typing import Any

from commitrack.domain.article import Article, ToldDate, ToldText
from commitrack.domain.candidate import TimeExpression
from commitrack.report.machine import SCHEMA_VERSION, date_object, format_moment
from commitrack.report.reading.rows import Found, Known, Reading


def reading_document(readings: Sequence[Reading], *, asked: int) -> dict[str, Any]:
    """One article as it is, several in a list.

    Args:
        readings: of the articles that could be read.
        asked: how many were asked for.
    """
    objects = [_reading_object(reading) for reading in readings]
    if asked == 1:
        return {"schema_version": SCHEMA_VERSION, **objects[0]}
    return {"schema_version": SCHEMA_VERSION, "articles": objects}


def _reading_object(reading: Reading) -> dict[str, Any]:
    told: dict[str, Any] = {
        "article": article_object(reading.article),
        "candidates": [candidate_object(found) for found in reading.found],
    }
    if reading.times is not None:
        told["dates"] = [_time_object(time) for time in reading.times]
    return told


def article_object(article: Article) -> dict[str, Any]:
    """The article, and where each thing told of it was read."""
    texts = {name: getattr(article, name) for name in ("title", "outlet", "author")}
    days = {name: getattr(article, name) for name in ("said", "published", "dateline")}
    told: dict[str, ToldText | ToldDate | None] = {**texts, **days, "url": article.url}
    return {
        **{name: one.value if one else None for name, one in texts.items()},
        "said": format_moment(article.said.value if article.said else None),
        "published": format_moment(article.published.value if article.published else None),
        "url": article.url.value if article.url else None,
        "sha256": article.sha256,
        "chars": len(article.text),
        "name": article.name,
        "dateline": format_moment(article.dateline.value if article.dateline else None),
        "accessed": format_moment(article.accessed),
        "origins": {name: one.origin for name, one in told.items() if one is not None},
    }


def candidate_object(found: Found) -> dict[str, Any]:
    """One statement: what it says, how it binds, and how it is recorded."""
    it = found.candidate
    dates = [date_object(role, when) for role, when in it.dates]
    return {
        "number": found.number,
        "start": it.start,
        "end": it.end,
        "line": found.line,
        "sentence": it.sentence,
        "quote": it.quote,
        "title": it.title,
        "kind": str(it.kind),
        "tracked": it.is_tracked,
        "by": list(it.by),
        "to": list(it.to),
        "stated_by": it.stated_by,
        "via": it.via,
        "obligation": it.obligation,
        "precision": it.precision,
        "instrument": it.instrument,
        "condition": it.condition,
        "said": format_moment(it.said),
        "date": dates[0] if dates else None,
        "dates": dates,
        "why": list(it.why),
        "repeats": found.repeats,
        "known": None if found.known is None else _known_object(found.known),
        "command": found.command or None,
    }


def _known_object(known: Known) -> dict[str, Any]:
    return {
        "id": known.id,
        "recorded": known.is_recorded,
        "event": None if known.is_recorded else str(known.event),
        "other_date": known.differs,
        "closed": known.is_closed,
        "sure": known.is_sure,
    }


def _time_object(time: TimeExpression) -> dict[str, Any]:
    return {
        "start": time.start,
        "end": time.end,
        "text": time.text,
        "type": str(time.type),
        "value": time.value,
        "why": list(time.why),
        "mod": time.mod,
        "freq": time.freq,
        "quant": time.quant,
    }
