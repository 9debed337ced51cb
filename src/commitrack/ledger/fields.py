"""The keys of the format: one table that reading, checking, writing and the schema all use."""

from typing import NamedTuple

from commitrack.domain.vocabulary import INSTRUMENTS, EventType, Kind, Word
from commitrack.domain.when import Role

FORMAT = 1
"""The version of the ledger's format that this program writes."""


class Form(Word):
    """What a key's value looks like in TOML."""

    TEXT = "text"
    TEXTS = "texts"
    SOURCES = "sources"
    MOMENT = "moment"
    DATE = "date"
    ZONE = "zone"
    PERIOD = "period"
    PERIODS = "periods"
    CONDITION = "condition"
    FLAG = "flag"
    ID = "id"
    TABLES = "tables"


class Field(NamedTuple):
    """One key: what it holds and, in a few words, what it is for."""

    form: Form
    about: str
    choices: tuple[str, ...] = ()


_ROLES = {
    Role.DUE: Field(Form.DATE, "must be done by then"),
    Role.EFFECTIVE: Field(Form.DATE, "starts to apply"),
    Role.EXPIRES: Field(Form.DATE, "stops to apply"),
    Role.HAPPENS: Field(Form.DATE, "takes place: a meeting, a vote"),
}

COMMITMENT = {
    "title": Field(Form.TEXT, "what was said will happen, in one line"),
    "kind": Field(Form.TEXT, "what sort of statement it is", tuple(Kind)),
    "by": Field(Form.TEXTS, "who acts or is bound"),
    "to": Field(Form.TEXTS, "towards whom"),
    "stated_by": Field(Form.TEXT, "who said it, when that is not who is bound"),
    "via": Field(Form.TEXT, "whose account of the words this is, when not their own"),
    "instrument": Field(Form.TEXT, "what it is laid down in", INSTRUMENTS),
    **{str(role): field for role, field in _ROLES.items()},
    "zone": Field(Form.ZONE, "the IANA zone whose clock rules the dates"),
    "stated": Field(Form.TEXT, "the words of the date"),
    "on_lapse": Field(Form.TEXT, "what follows when it ends with no further word"),
    "condition": Field(Form.CONDITION, "what must come first"),
    "default_within": Field(Form.PERIOD, "by when we expect it, where no date was said"),
    "default_reason": Field(Form.TEXT, "why we expect it by then"),
    "review": Field(Form.PERIOD, "how often it is looked at again"),
    "remind": Field(Form.PERIODS, "lead times of reminders"),
    "source": Field(Form.SOURCES, "the source that it cites, or several"),
    "quote": Field(Form.TEXT, "the exact words"),
    "tags": Field(Form.TEXTS, "words to find it by"),
    "note": Field(Form.TEXT, "a remark"),
    "series": Field(Form.TEXT, "the series that an occurrence belongs to"),
    "recorded": Field(Form.MOMENT, "when it was entered here"),
    "event": Field(Form.TABLES, "what happened since"),
}
"""Keys of `[commitment.ID]`, in the order in which they are written."""

EVENT = {
    "type": Field(Form.TEXT, "what happened", tuple(EventType)),
    "on": Field(Form.MOMENT, "when it happened"),
    "by": Field(Form.TEXTS, "who did it"),
    **{str(role): field for role, field in _ROLES.items()},
    "zone": COMMITMENT["zone"],
    "role": Field(Form.TEXT, "which date `postponed` clears", tuple(Role)),
    "stated": COMMITMENT["stated"],
    "stated_by": COMMITMENT["stated_by"],
    "via": COMMITMENT["via"],
    "instrument": COMMITMENT["instrument"],
    "reason": Field(Form.TEXT, "why"),
    "superseded_by": Field(Form.ID, "the commitment that takes its place"),
    "source": COMMITMENT["source"],
    "quote": COMMITMENT["quote"],
    "note": COMMITMENT["note"],
    "recorded": COMMITMENT["recorded"],
}
"""Keys of `[[commitment.ID.event]]`, in the order in which they are written."""

CORRECTION = {
    "type": EVENT["type"],
    "on": Field(Form.MOMENT, "when we put it right"),
    "of": Field(Form.MOMENT, "the day of the event put right; without it the base record"),
    "of_type": Field(Form.TEXT, "the type of that event", tuple(EventType)),
    "void": Field(Form.FLAG, "the statement is taken back"),
    **{key: field for key, field in COMMITMENT.items() if key not in {"event", "recorded"}},
    **{key: field for key, field in EVENT.items() if key not in {"type", "on", "recorded"}},
    "recorded": COMMITMENT["recorded"],
}
"""Keys of an event of type `corrected`: any key of what it puts right, with its new value."""

SOURCE = {
    "title": Field(Form.TEXT, "its headline"),
    "outlet": Field(Form.TEXT, "who published it"),
    "author": Field(Form.TEXT, "who wrote it"),
    "url": Field(Form.TEXT, "where it stands"),
    "said": Field(Form.MOMENT, "when the words were spoken"),
    "published": Field(Form.MOMENT, "when it was published"),
    "official": Field(Form.FLAG, "an act of authority, or its official publication"),
    "note": COMMITMENT["note"],
    "recorded": COMMITMENT["recorded"],
    "seen": Field(Form.TABLES, "each time it was looked at"),
}
"""Keys of `[source.ID]`, in the order in which they are written."""

SEEN = {
    "on": Field(Form.MOMENT, "when it was looked at"),
    "text": Field(Form.TEXT, "the text kept, a path from the ledger's folder"),
    "sha256": Field(Form.TEXT, "the SHA-256 of the kept text, in hexadecimal"),
    "note": COMMITMENT["note"],
}
"""Keys of `[[source.ID.seen]]`, in the order in which they are written."""
