"""Named columns for spreadsheets: tab-separated or comma-separated, full values."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

from commitrack.report.harmless import harmless
from commitrack.timing.values import format_value

_FORMULA = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")  # the wide ones too

COLUMNS = (
    "id",
    "title",
    "kind",
    "by",
    "to",
    "section",
    "role",
    "date",
    "from",
    "to_day",
    "at",
    "zone",
    "days_left",
    "outcome",
    "schedule",
    "evidence",
    "disputed",
    "first_date",
    "moves",
    "slip_days",
    "notice_days",
    "days_late",
    "review_next",
    "tags",
    "source",
    "quote",
    "recorded",
    "file",
    "line",
)
"""The columns of a listing of items, in order. More may be added behind."""


def item_row(item: dict[str, Any]) -> list[str]:
    """One ITEM (as in JSON) as cells in the order of `COLUMNS`."""
    dated, first, review = item["date"] or {}, item["first_date"] or {}, item["review"] or {}
    flat = {
        **item,
        "role": dated.get("role"),
        "date": _date_cell(dated.get("value")),
        "from": dated.get("from"),
        "to_day": dated.get("to"),
        "at": dated.get("at"),
        "zone": dated.get("zone"),
        "first_date": _date_cell(first.get("value")),
        "review_next": review.get("next"),
    }
    return [_cell(flat[column]) for column in COLUMNS]


def format_tsv(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Tab-separated: no quoting, since no cell holds a tab or a line end."""
    return "".join("\t".join(harmless(cell) for cell in row) + "\n" for row in [columns, *rows])


def format_csv(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Comma-separated (RFC 4180); a cell that a spreadsheet would calculate starts with `'`."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerows([[_no_formula(harmless(cell)) for cell in row] for row in [columns, *rows]])
    return out.getvalue()


def _date_cell(value: object) -> object:
    """A date as the ledger has it; a relative one in words."""
    return format_value(value) if isinstance(value, dict) else value


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ",".join(str(item) for item in value)
    return str(value)


def _no_formula(cell: str) -> str:
    is_number = cell.lstrip("+-").replace(".", "", 1).isdigit()
    return f"'{cell}" if cell.lstrip().startswith(_FORMULA) and not is_number else cell
