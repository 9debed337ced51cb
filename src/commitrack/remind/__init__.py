"""Reminders: which are due, what became of them, and the channels that carry them."""
