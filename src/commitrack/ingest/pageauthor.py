"""Who wrote the article of a page: only what the page states, in data or in a byline.

First what it states for machines: JSON-LD, then the `meta` elements of its head; then what it marks
up as an author, where it marks up one alone; then the byline that a reader sees.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from commitrack.domain.article import ToldText
from commitrack.ingest.headline import find_author
from commitrack.ingest.jsonld import stated_authors
from commitrack.ingest.pagelines import Lines
from commitrack.ingest.words import after_word, head_words

_META = (
    "author", "article:author", "byl", "byline", "parsely-author", "sailthru.author",
    "article.author", "dc.creator", "dcterms.creator", "citation_author",
)  # fmt: skip
_MARKED = "//*[@itemprop='author']|//a[@rel='author']"
_LONGEST_NAME = 80
_MOST_MARKED = 50
_MOST_AUTHORS = 8
_NO_NAME = ("http", "www.", "@", "/")


def find_page_author(tree: Any, lines: Lines) -> ToldText | None:  # noqa: ANN401  # lxml's
    """The names that the page says wrote it, "; " between them, and where it says so.

    Args:
        tree: the page as lxml parsed it.
        lines: what a reader of it sees.
    """
    stated = _in_jsonld(tree) or _in_meta(tree) or _marked_up(tree)
    if stated:
        return ToldText("; ".join(stated), "the page's author")
    byline = find_author(lines.above_text)
    return None if byline is None else ToldText(byline.value, "the byline, in the page")


def _in_jsonld(tree: Any) -> tuple[str, ...]:  # noqa: ANN401  # lxml's
    scripts = tree.xpath('//script[@type="application/ld+json"]')
    return _names(stated_authors(script.text or "" for script in scripts))


def _in_meta(tree: Any) -> tuple[str, ...]:  # noqa: ANN401  # lxml's
    values: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        for attribute in ("name", "property"):
            name = (element.get(attribute) or "").strip().casefold()
            if name in _META and element.get("content"):
                values.setdefault(name, []).append(element.get("content"))
    told = (_names(values[name]) for name in _META if name in values)
    return next((names for names in told if names), ())


def _marked_up(tree: Any) -> tuple[str, ...]:  # noqa: ANN401  # lxml's
    """The one author that is marked up; other articles of the page are by others."""
    found = tree.xpath(_MARKED)[:_MOST_MARKED]
    named = (next(iter(one.xpath(".//*[@itemprop='name']")), one) for one in found)
    names = _names(" ".join("".join(one.itertext()).split()) for one in named)
    return names if len(names) == 1 else ()


def _names(values: Iterable[str]) -> tuple[str, ...]:
    """The names among the values, each once, without "By" before them."""
    return tuple(dict.fromkeys(_each_name(values)))[:_MOST_AUTHORS]


def _each_name(values: Iterable[str]) -> Iterator[str]:
    for value in values:
        words = " ".join(value.split())
        name = after_word(words, head_words().by) or words
        is_other = any(map(str.isdecimal, name)) or any(m in name.casefold() for m in _NO_NAME)
        if any(map(str.isalpha, name)) and len(name) <= _LONGEST_NAME and not is_other:
            yield name
