"""Immutable values: what was said, what happened to it since, and where it stands. No libraries."""
