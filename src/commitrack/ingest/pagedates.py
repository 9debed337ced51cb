"""When a page says that it was published: only what it states, in data or in words.

First what it states for machines: JSON-LD, the `meta` elements of its head, a `time` element with a
`datetime`; then a labelled date that a reader sees, or one by itself under the heading. Nothing is
guessed from addresses, from copyright lines, or from the dates that the text speaks of.
"""

from datetime import date
from itertools import islice
from typing import Any

from commitrack.domain.article import ToldDate
from commitrack.domain.when import day_of
from commitrack.ingest.days import parse_moment
from commitrack.ingest.jsonld import stated_dates
from commitrack.ingest.labels import find_published
from commitrack.ingest.pagelines import Lines, holds_page
from commitrack.ingest.words import after_word, head_words

_META = (
    "article:published_time", "article:published", "og:published_time", "og:article:published_time",
    "datepublished", "date_published", "published_time", "publication_date", "publish-date",
    "publish_date", "publishdate", "pubdate", "parsely-pub-date", "sailthru.date",
    "citation_publication_date", "citation_date", "dc.date.issued", "dcterms.issued", "dc.issued",
    "dcterms.created", "dc.date.created", "dcterms.date", "dc.date", "article.published",
    "cxenseparse:recs:publishtime", "article_date_original", "date",
)  # fmt: skip
_META_MODIFIED = ("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified")
# Besides `time`: schema.org, Dublin Core in RDFa, and the older microformats.
_MARKED = (
    "//time[@datetime]",
    "//*[@itemprop='datePublished']",
    "//*[@property='datePublished' or @property='dc:date' or @property='dc:created'][@content]",
    "//abbr[@title]",
    "//*[@class]",
)
_CLASSES = frozenset(
    {
        "published",
        "dt-published",
        "published_date",
        "published-date",
        "publish_date",
        "publish-date",
        "publishdate",
        "pubdate",
        "pub-date",
        "article-date",
        "article_date",
    }
)
_VALUES = ("datetime", "content", "title")
_ASIDES = frozenset({"aside", "nav", "footer", "form"})
_BLOCKS = frozenset({"p", "div", "li", "td", "dd", "header", "section", "figcaption"})
_SENTENCE_ENDS = (".", "!", "?")
_LONGEST = 100
# A page that dates more than that lists other articles.
_MOST_TIMES = 50
_MOST_TEXTS = 200
_LONGEST_TEXT = 1000


def find_page_date(
    tree: Any,  # noqa: ANN401  # lxml's
    lines: Lines,
    latest: date | None,
) -> ToldDate | None:
    """The date that the page says it was published on, and where it says so.

    Args:
        tree: the page as lxml parsed it.
        lines: what a reader of it sees.
        latest: a day without a year is the last such day that is no later; without it, none.
    """
    return _in_jsonld(tree) or _in_meta(tree) or _in_time(tree) or _in_words(lines, latest)


def _told(value: str, origin: str, modified: str | None = None) -> ToldDate | None:
    moment = parse_moment(value[:_LONGEST])
    if moment is None:
        return None
    later = None if modified is None else parse_moment(modified[:_LONGEST])
    if later is not None and day_of(later) != day_of(moment):
        origin = f"{origin}; changed on {day_of(later).isoformat()}"
    return ToldDate(moment, origin)


def _in_jsonld(tree: Any) -> ToldDate | None:  # noqa: ANN401  # lxml's
    scripts = tree.xpath('//script[@type="application/ld+json"]')
    stated = stated_dates(script.text or "" for script in scripts)
    if stated is None:
        return None
    return _told(stated.published, "the page's data, datePublished", stated.modified)


def _in_meta(tree: Any) -> ToldDate | None:  # noqa: ANN401  # lxml's
    values: dict[str, str] = {}
    for element in tree.iter("meta"):
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            name = (element.get(attribute) or "").strip().casefold()
            if name and element.get("content"):
                values.setdefault(name, element.get("content"))
    modified = next((values[name] for name in _META_MODIFIED if name in values), None)
    told = (
        _told(values[name], f"the page's meta {name}", modified) for name in _META if name in values
    )
    return next((one for one in told if one is not None), None)


def _in_time(tree: Any) -> ToldDate | None:  # noqa: ANN401  # lxml's
    """The first date that the article marks up; outside it, only if all name one day."""
    marked = [one for one in tree.xpath("|".join(_MARKED)) if _is_marked(one)]
    times = [one for one in marked[:_MOST_TIMES] if _is_of_article(one)]
    inner = [
        one for one in times if any(up.tag in {"article", "main"} for up in one.iterancestors())
    ]
    told = [_told(_value(one), "the page's time element") for one in inner or times]
    found = [one for one in told if one is not None]
    if inner and found:
        return found[0]
    return found[0] if len({one.day for one in found}) == 1 else None


def _is_marked(element: Any) -> bool:  # noqa: ANN401  # lxml's
    """Whether an attribute or a class makes it a date."""
    attributes = ("datetime", "itemprop", "property")
    is_dated = element.tag == "abbr" or any(element.get(name) for name in attributes)
    return is_dated or not _CLASSES.isdisjoint((element.get("class") or "").casefold().split())


def _value(element: Any) -> str:  # noqa: ANN401  # lxml's
    """The date of an element, as it stands for machines, else in words."""
    given = (element.get(name) for name in _VALUES)
    return next((value for value in given if value), None) or _words(element)


def _is_of_article(element: Any) -> bool:  # noqa: ANN401  # lxml's
    """Whether it dates the article: not its update, another article, or a day in a sentence."""
    marks = f"{element.get('class') or ''} {element.get('itemprop') or ''}".casefold()
    if ("updat" in marks or "modif" in marks) and "publish" not in marks:
        return False
    ancestors = list(element.iterancestors())
    if any(up.tag in _ASIDES and not holds_page(up) for up in ancestors):
        return False
    around = _words(next((up for up in ancestors if up.tag in _BLOCKS), element))
    if len(around) > _LONGEST or around.endswith(_SENTENCE_ENDS):
        return False
    return after_word(_label(element), head_words().updated) is None


def _label(element: Any) -> str:  # noqa: ANN401  # lxml's
    """What stands right before an element: text, or another element."""
    before, parent = element.getprevious(), element.getparent()
    if parent is None:
        return ""
    label = (parent.text if before is None else before.tail) or ""
    if before is not None and not label.strip():
        label = _words(before)
    return label.strip().rsplit("|", 1)[-1].strip()


def _words(element: Any) -> str:  # noqa: ANN401  # lxml's
    """The words of an element, as far as it matters how long they are."""
    texts = islice(element.itertext(), _MOST_TEXTS)
    return " ".join("".join(text[:_LONGEST_TEXT] for text in texts).split())


def _in_words(lines: Lines, latest: date | None) -> ToldDate | None:
    """A labelled date above the first paragraph; below the heading, a date by itself too."""
    found = find_published(lines.under_heading, latest)
    found = found or find_published(lines.above_text, latest, labelled=True)
    return None if found is None else found._replace(origin=_in_page(found.origin))


def _in_page(origin: str) -> str:
    return f"{origin.rsplit(', line', 1)[0]}, in the page"
