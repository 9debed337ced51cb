"""The faces of `read`: page, JSON, time expressions, and a statement under review."""
