"""What came of an address, and which kinds of content are read."""

from typing import NamedTuple

from commitrack.ingest.kinds import Kind

CONTENT_TYPES = {
    "text/html": Kind.HTML,
    "application/xhtml+xml": Kind.HTML,
    "text/plain": Kind.TEXT,
    "text/markdown": Kind.MARKDOWN,
    "text/x-markdown": Kind.MARKDOWN,
    "application/pdf": Kind.PDF,
    "application/x-pdf": Kind.PDF,
}
"""The types of content that are read, and as what."""


class Fetched(NamedTuple):
    """A page as it came, unpacked.

    Attributes:
        url: where it was found in the end, after redirects.
        content_type: without its parameters, in lower case; empty where the server said none.
        charset: of the header, where it names one.
    """

    url: str
    content: bytes
    content_type: str
    charset: str | None
    status: int

    @property
    def kind(self) -> Kind | None:
        """What it is to be read as; a PDF is one, whatever it is called."""
        if self.content.startswith(b"%PDF-"):
            return Kind.PDF
        return CONTENT_TYPES.get(self.content_type)
