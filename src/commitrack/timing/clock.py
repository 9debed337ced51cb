"""The clock: the only module that reads it."""

from datetime import UTC, datetime, tzinfo


def read_clock() -> datetime:
    """The present instant, in UTC."""
    return datetime.now(UTC)


def system_offset() -> tzinfo:
    """The offset that the system's clock has at present, for a system that names no zone."""
    return read_clock().astimezone().tzinfo or UTC
