"""The sample ledger that comes with the program."""

from pathlib import Path

DEMO_NOW = "2026-03-11T22:00+09:00"
"""The moment that the demonstration is pinned to."""

DEMO_ZONE = "Asia/Seoul"
"""The reader's zone of the demonstration."""


def demo_ledger() -> Path:
    """Where the packaged ledger is."""
    return Path(__file__).parent.parent / "sample" / "commitments.toml"
