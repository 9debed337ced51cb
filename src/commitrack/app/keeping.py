"""The texts kept of a source, the oldest first."""

from collections.abc import Callable

from commitrack.domain.refinding import KeptText, order_looks
from commitrack.domain.source import Source


def texts_of(source: Source, read: Callable[[str], bytes | None]) -> tuple[KeptText, ...]:
    """Its texts by their looks; one that is missing is passed over.

    Args:
        read: the bytes of a kept text by its path, None where there is none.
    """
    looks = [(look, read(look.text)) for look in order_looks(source.seen) if look.text]
    return tuple(
        KeptText(source.id, content.decode("utf-8", "replace"), look.on)
        for look, content in looks
        if content is not None
    )
