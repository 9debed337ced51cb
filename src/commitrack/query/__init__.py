"""Filters: words such as `by:US not tag:old` that choose among items."""
