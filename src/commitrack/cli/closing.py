"""What `close` can say."""

from commitrack.domain.vocabulary import EventType

CLOSING = {
    "kept": EventType.FULFILLED,
    "partly": EventType.PARTLY_FULFILLED,
    "broken": EventType.NOT_FULFILLED,
    "withdrawn": EventType.WITHDRAWN,
    "lapsed": EventType.LAPSED,
    "superseded": EventType.SUPERSEDED,
    "in-effect": EventType.TOOK_EFFECT,
}
"""What `close` can say, and the event that it records."""
