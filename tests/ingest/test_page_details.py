"""What pages say of who wrote them, and pages with something around them."""

import pytest

from commitrack.errors import ArticleError
from tests.ingest.test_pages import AGREED, BODY, TEXT, data, meta, page, read

HEADING = "<h1>Two sides meet in Oslo</h1>"
ARTICLE = '{"@type": "NewsArticle", "author": %s}'
PEOPLE = '[{"@type": "Person", "name": "Jane Doe"}, {"@type": "Person", "name": "Kim Lee"}]'


@pytest.mark.parametrize(
    ("head", "line", "author"),
    [
        (data(ARTICLE % PEOPLE), "", "Jane Doe; Kim Lee"),
        (data(ARTICLE % '"By Jane Doe"'), "", "Jane Doe"),
        (data(ARTICLE % '{"name": "Jane Doe"}'), "<p>By Kim Lee</p>", "Jane Doe"),
        (data(ARTICLE % "7"), "<p>By Kim Lee</p>", "Kim Lee"),
        (meta("author", "Jane Doe"), "", "Jane Doe"),
        (meta("byl", "By JANE DOE"), "", "JANE DOE"),
        (meta("citation_author", "Doe, J.") + meta("citation_author", "Lee, K."), "",
         "Doe, J.; Lee, K."),
        (meta("article:author", "https://post.example/jane", "property"), "", None),
        (meta("author", "jane@post.example"), "", None),
        ("", '<p><a rel="author" href="/jane">Jane Doe</a></p>', "Jane Doe"),
        ("", '<p>By <span itemprop="author">Jane Doe</span></p>', "Jane Doe"),
        ("", "<p>By Jane Doe <time>July 7, 2025</time></p>", "Jane Doe"),
        (
            "",
            '<div itemprop="author"><a itemprop="name">Jane Doe</a> <i>7 July 2025</i></div>',
            "Jane Doe",
        ),
        (meta("author", "Posted on 7 July 2025"), "", None),
        ("", "<p><span class=author>You're logged in</span></p>", None),
    ],
)  # fmt: skip
def test_the_writer_is_who_the_page_says(head: str, line: str, author: str | None) -> None:
    told = read(page(head, f"<article>{HEADING}{line}{BODY}</article>")).author

    assert (told.value if told else None) == author


def test_of_several_who_are_marked_up_none_is_taken_for_the_writer() -> None:
    others = '<a rel="author">Kim Lee</a> <a rel="author">Ann Roe</a>'
    article = read(page(body=f"<article>{HEADING}{BODY}</article><div>{others}</div>"))

    assert article.author is None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<DOCUMENT>\n<TYPE>EX-99.1\n<SEQUENCE>2\n<FILENAME>ex991.htm\n<TEXT>\n", "</DOCUMENT>"),
        ("\n" * 60, ""),
        ("<!-- " + "x" * 60 + " -->", ""),
    ],
)
def test_what_stands_around_a_page_hides_nothing(before: str, after: str) -> None:
    html = page(body=f"<article>{HEADING}{BODY}</article>").replace("<!DOCTYPE html>\n", "")

    article = read(f"{before}{html}{after}")

    assert article.text.endswith(TEXT)
    assert article.title == ("Two sides meet in Oslo", "the page's title")


def test_a_piece_of_a_page_is_read() -> None:
    assert read(f"<h1>Two sides meet in Oslo</h1>\n{BODY}").text.endswith(TEXT)


def test_a_feed_is_no_page() -> None:
    feed = f'<?xml version="1.0"?>\n<rss><channel><item>{AGREED}</item></channel></rss>'

    with pytest.raises(ArticleError, match="no page that can be read"):
        read(feed)


def test_a_form_around_the_whole_page_hides_no_date() -> None:
    line = "<p>Published: <span>7/17/2025 8:27:07 AM</span></p><p>Last Modified: 7/18/2025</p>"
    article = read(page(body=f"<form action=page.aspx>{HEADING}{line}{BODY}</form>"))

    assert article.published is not None
    assert article.published.day.isoformat() == "2025-07-17"
