"""Temporal: time expressions recognised and normalised as TIMEX3, with the reason of each."""
