"""Words that the faces of `read` share: where an article comes from, how strongly it binds."""

from datetime import date

from commitrack.domain.article import Article, ToldDate
from commitrack.domain.candidate import Candidate
from commitrack.report.harmless import harmless
from commitrack.report.reading.rows import Found
from commitrack.timing.display import format_day, format_when

OBLIGATION = (
    "binds nobody",
    "considered or intended",
    "planned or aimed at",
    "promised or agreed",
    "legally binding",
)
_PRECISION = ("vague", "hardly precise", "fairly precise", "precise: who, what and when")


def article_title(article: Article) -> str:
    """The title, else the name that it was read under."""
    return harmless(article.title.value if article.title else article.name)


def origin_words(article: Article) -> str:
    """Outlet, author and days, each day with where it was read."""
    parts = [harmless(it.value) for it in (article.outlet, article.author) if it is not None]
    days = (("said", article.said or article.dateline), ("published", article.published))
    parts += [f"{word} {_day_words(told)}" for word, told in days if told is not None]
    return " · ".join(parts)


def _day_words(told: ToldDate) -> str:
    return f"{format_day(told.day)} ({harmless(told.origin)})"


def strength_words(candidate: Candidate) -> str:
    """How strongly it binds, and how precise it is, in words and numbers."""
    binds = f"{OBLIGATION[candidate.obligation]} ({candidate.obligation}/4)"
    return f"{binds}; {_PRECISION[candidate.precision]} ({candidate.precision}/3)"


def who_words(candidate: Candidate) -> str:
    """Who is bound, towards whom, and through whose words that is known."""
    by = harmless(", ".join(candidate.by)) or "nobody named"
    parts = [f"{by}, to {harmless(', '.join(candidate.to))}" if candidate.to else by]
    parts += [f"said by {harmless(candidate.stated_by)}"] if candidate.stated_by else []
    parts += [f"as told by {harmless(candidate.via)}"] if candidate.via else []
    parts += [f"by {harmless(candidate.instrument)}"] if candidate.instrument else []
    return " · ".join(parts)


def known_words(found: Found) -> str:
    """What the ledger has of it already; empty where it has nothing."""
    known = found.known
    if known is None:
        return f"says again what {found.repeats} says" if found.repeats else ""
    if known.is_recorded:
        return f"already recorded: {known.id}"
    date_words = f"; its date there is {format_when(known.in_force)}" if known.in_force else ""
    closed = "; closed" if known.is_closed else ""
    title = harmless(known.title)
    like = "like" if known.is_sure else "perhaps like"
    return f"{like} {known.id} (in the ledger): {title}{date_words}{closed}"


def said_words(found: Found, spoken: date) -> str:
    """When it was said, where that is not when the article was."""
    return "" if found.on == spoken else f"said {format_day(found.on)}"
