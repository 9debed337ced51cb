"""The mistakes that end a run: each with a stable code, an exit code, a place and a remedy."""

from typing import ClassVar, NamedTuple


class Excerpt(NamedTuple):
    """A line of what was given, and the part of it that is wrong (character offsets)."""

    text: str
    start: int
    end: int


class CommitrackError(Exception):
    """Something the user can put right. Caught once, at the edge of the command line.

    Attributes:
        message: what is wrong, one sentence without a final full stop where a remedy follows.
        remedy: what to do about it, or an empty string.
        where: `file:line` or `file`, when there is one.
        excerpt: the words given, with the wrong part marked.
    """

    code: ClassVar[str] = "error"
    exit_code: ClassVar[int] = 1

    def __init__(
        self, message: str, *, remedy: str = "", where: str = "", excerpt: Excerpt | None = None
    ) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy
        self.where = where
        self.excerpt = excerpt


class UsageError(CommitrackError):
    """The command line cannot be understood or does not fit the ledger."""

    code = "usage"
    exit_code = 2


class DateError(UsageError):
    """Words that are not a date the grammar knows, or that could be two."""

    code = "bad-date"


class QuoteError(UsageError):
    """A quote that does not stand in the kept text."""

    code = "quote-not-found"


class FilterError(UsageError):
    """A filter with an unknown field or a value that its field does not have."""

    code = "bad-filter"


class UnknownIdError(CommitrackError):
    """No commitment or source has this id."""

    code = "unknown-id"
    exit_code = 3


class AmbiguousIdError(UnknownIdError):
    """Part of an id that several have."""

    code = "ambiguous-id"


class NoLedgerError(CommitrackError):
    """There is no ledger where one was looked for."""

    code = "no-ledger"
    exit_code = 4


class InvalidLedgerError(CommitrackError):
    """The ledger cannot be read, or is not valid: nothing is built on it."""

    code = "invalid-ledger"
    exit_code = 4


class WriteError(CommitrackError):
    """Nothing was written, or it is not known whether it was: the message says which."""

    code = "not-written"
    exit_code = 5


class LockedError(WriteError):
    """Another process holds the lock for longer than we wait."""

    code = "locked"


class DeliveryError(CommitrackError):
    """A channel did not take a reminder, which stays pending."""

    code = "not-delivered"
    exit_code = 6


class ArticleError(CommitrackError):
    """An article or a text that cannot be read.

    Attributes:
        status: of HTTP, where a server answered for it.
    """

    code = "unreadable-article"
    exit_code = 7
    status: int | None = None
