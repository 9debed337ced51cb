"""Ingest: files, pages and addresses to an `Article`: text with stable offsets, and its dates."""
