"""What the head of a text says of the article: title, writer, date line, date of publication."""

from commitrack.ingest.dateline import find_dateline
from commitrack.ingest.details import Told
from commitrack.ingest.head import Line
from commitrack.ingest.headline import find_author, find_title
from commitrack.ingest.labels import find_published


def told_by_head(head: tuple[Line, ...], told: Told, *, has_title: bool = True) -> Told:
    """What is told already, completed by what the head says.

    Args:
        head: the first lines of the text.
        told: what is known; it goes first.
        has_title: whether the first lines may hold the title.
    """
    published = find_published(head, told.latest_day)
    told = told.over(Told(published=published))
    dateline = find_dateline(head, told)
    title = find_title(head) if has_title else None
    return told.over(Told(title=title, author=find_author(head), dateline=dateline))
