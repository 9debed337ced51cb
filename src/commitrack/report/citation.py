"""Sources as citations: text, Markdown, BibTeX, CSL-JSON."""

import json
import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from commitrack.domain.source import Source
from commitrack.domain.when import day_of
from commitrack.report.harmless import harmless

FORMS = ("text", "markdown", "bibtex", "csl-json")

_BIBTEX = str.maketrans(
    {c: f"\\{c}" for c in "&%$#_{}"}
    | {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
)
_BIBTEX_URL = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20"})
# Everything that Markdown marks with, and what begins a list or a rule at the start of a line.
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>()#!|~&$]|^[-+=])")


def format_citations(sources: Sequence[Source], form: str) -> str:
    """Each source in the form asked for, in the order given."""
    match form:
        case "bibtex":
            return "\n".join(_bibtex(source) for source in sources)
        case "csl-json":
            return json.dumps([_csl(source) for source in sources], indent=2) + "\n"
        case "markdown":
            return "".join(f"- {_markdown(source)}\n" for source in sources)
        case _:
            return "".join(f"{_plain(source)}\n" for source in sources)


def _plain(source: Source) -> str:
    parts = [source.author, _title(source), source.outlet, _dates(source), source.url]
    return harmless(". ".join(part.rstrip(".") for part in parts if part) + ".")


def _markdown(source: Source) -> str:
    title = _MARKDOWN.sub(r"\\\1", harmless(_title(source)))
    url = harmless(source.url or "").replace(" ", "%20").replace("<", "%3C").replace(">", "%3E")
    is_web = url.startswith(("http://", "https://"))
    parts = [
        source.author,
        f"[{title}](<{url}>)" if is_web else title,
        source.outlet,
        _dates(source),
    ]
    named = [parts[1], *(_MARKDOWN.sub(r"\\\1", harmless(p)) for p in (parts[2], parts[3]) if p)]
    author = [_MARKDOWN.sub(r"\\\1", harmless(source.author))] if source.author else []
    return ". ".join(part for part in [*author, *named] if part) + "."


def _bibtex(source: Source) -> str:
    fields = {
        "author": source.author,
        "title": _title(source),
        "organization": source.outlet,
        "date": _iso(source.published or source.said),
        "url": source.url,
        "note": f"said {_iso(source.said)}" if source.said else None,
    }
    lines = [
        f"  {name} = {{{harmless(value).translate(_BIBTEX_URL if name == 'url' else _BIBTEX)}}},"
        for name, value in fields.items()
        if value
    ]
    key = re.sub(r"[^a-z0-9-]", "-", source.id)
    return "\n".join([f"@online{{{key},", *lines, "}"]) + "\n"


def _csl(source: Source) -> dict[str, Any]:
    issued = source.published or source.said
    known = {
        "id": source.id,
        "type": "webpage",
        "title": _title(source),
        "author": [{"literal": source.author}] if source.author else None,
        "container-title": source.outlet,
        "URL": source.url,
        "issued": {"date-parts": [[issued.year, issued.month, issued.day]]} if issued else None,
    }
    return {key: value for key, value in known.items() if value is not None}


def _title(source: Source) -> str:
    return source.title or source.outlet or source.id


def _dates(source: Source) -> str:
    said = f"said {_iso(source.said)}" if source.said else ""
    published = f"published {_iso(source.published)}" if source.published else ""
    return ", ".join(part for part in (said, published) if part)


def _iso(moment: date | None) -> str:
    return day_of(moment).isoformat() if moment else ""
