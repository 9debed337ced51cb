"""Awkward HTML pages: each gives the right text, and the right date or none."""

from datetime import UTC, date, datetime, timedelta, timezone
from time import process_time

import pytest

from commitrack.domain.article import Article
from commitrack.domain.source import SourceDetails
from commitrack.errors import ArticleError
from commitrack.ingest.fetching import Fetched
from commitrack.ingest.reading import read_article, read_page

AGREED = (
    "The two sides agreed on Monday to coordinate closely on shipbuilding and to hold a summit as"
    " soon as possible, the president\u2019s office said."
)
TARIFFS = (
    "Tariffs of 25 percent start on August 1, according to the letter that was sent today, and"
    " they will not be put off again, an official said."
)
BODY = f"<p>{AGREED}</p>\n<p>{TARIFFS}</p>"
TEXT = f"{AGREED}\n\n{TARIFFS}\n"
KST = timezone(timedelta(hours=9))
ACCESSED = datetime(2025, 8, 30, 9, tzinfo=UTC)


def page(head: str = "", body: str = BODY, title: str = "Two sides meet in Oslo") -> str:
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head><title>{title}</title>{head}</head>\n'
        f"<body>{body}</body></html>"
    )


def read(html: str | bytes, name: str = "oslo.html", **told: date) -> Article:
    content = html if isinstance(html, bytes) else html.encode()
    return read_article(name, content, SourceDetails(**told))  # type: ignore[arg-type]


def fetched(html: bytes, charset: str | None = None) -> Article:
    url = "https://post.example/a/oslo?utm=1"
    found = Fetched(url, html, "text/html", charset, 200)
    return read_page(found, ACCESSED, SourceDetails())


def test_a_paywall_note_is_no_part_of_the_text() -> None:
    note = (
        '<div class="wall"><p>Subscribe to continue reading. Already a subscriber? Sign in.</p>'
        "<p>To continue reading this article, create a free account.</p></div>"
    )
    data = '<meta property="article:published_time" content="2025-07-07T09:00:00+09:00">'
    article = read(page(data, f"<article><h1>Two sides meet in Oslo</h1>{BODY}{note}</article>"))

    assert article.text.endswith(TEXT)
    assert "ubscribe" not in article.text
    assert article.published == (
        datetime(2025, 7, 7, 9, tzinfo=KST),
        "the page's meta article:published_time",
    )


def test_a_paywall_with_nothing_before_it_is_refused() -> None:
    wall = (
        "<div><p>Subscribe to continue reading this article.</p><p>Already a subscriber?</p></div>"
    )

    with pytest.raises(ArticleError, match="no text worth reading") as refused:
        read(page(body=wall))

    assert refused.value.exit_code == 7


def test_a_cookie_banner_is_no_part_of_the_text() -> None:
    banner = (
        "<div><p>We use cookies and similar technologies to show you more of what you like, and"
        " to count who reads what.</p><button>Accept all</button></div>"
    )
    menu = "<nav><ul><li><a href=/>Home</a></li><li><a href=/w>World</a></li></ul></nav>"
    when = "<p>Published: July 7, 2025 10:30 am EDT</p>"
    foot = "<footer><p>Copyright 2019 The Post</p></footer>"
    heading = "<h1>Two sides meet in Oslo</h1>"
    article = read(page(body=f"{banner}{menu}<main>{heading}{when}{BODY}</main>{foot}"))

    assert article.text.endswith(TEXT)
    assert not {"cookies", "Home", "Copyright"} & set(article.text.split())
    assert article.published is not None
    assert article.published == (
        date(2025, 7, 7),
        'the words "Published: July 7, 2025 10:30 am EDT", in the page',
    )


def test_of_two_dates_the_one_of_publication_is_kept_and_the_other_told() -> None:
    data = (
        '<script type="application/ld+json">{"@context": "https://schema.org", "@graph": ['
        '{"@type": "WebPage", "datePublished": "2024-01-01"},'
        '{"@type": ["NewsArticle"], "datePublished": "2025-07-07T23:30:00Z",'
        ' "dateModified": "2025-07-09T10:00:00Z", "headline": "Two sides meet"}]}</script>'
    )
    times = '<p>Updated <time datetime="2025-07-09">9 July 2025</time></p>'
    article = read(page(data, f"<article><h1>Two sides meet</h1>{times}{BODY}</article>"))

    assert article.published == (
        datetime(2025, 7, 7, 23, 30, tzinfo=UTC),
        "the page's data, datePublished; changed on 2025-07-09",
    )


def test_a_page_without_a_date_has_none_though_its_text_and_address_have_some() -> None:
    link = '<link rel="canonical" href="https://post.example/2025/07/07/oslo.html">'
    more = '<aside><time datetime="2025-06-01">1 June</time> Other news</aside>'
    spoken = '<p>It starts on <time datetime="2025-08-01">August 1</time>, an official said.</p>'
    foot = "<footer>\u00a9 2024 The Post, last updated 3 July 2025</footer>"
    article = read(page(link, f"<article>{BODY}{spoken}</article>{more}{foot}"))

    assert article.text.startswith(TEXT.strip())
    assert (article.published, article.said, article.dateline) == (None, None, None)
    assert article.spoken is None
    assert article.url == (
        "https://post.example/2025/07/07/oslo.html",
        "the page's canonical address",
    )


@pytest.mark.parametrize(
    ("encoding", "declared", "header"),
    [
        ("utf-8", "iso-8859-1", None),
        ("utf-8", "windows-1252", "iso-8859-1"),
        ("utf-8", "euc-kr", "utf-16"),
        ("cp1252", "utf-8", "utf-8"),
        ("cp1252", "iso-8859-1", None),
        ("cp1252", "no-such-thing", None),
        ("cp1252", "utf-7", "unicode_escape"),
        ("utf-8-sig", "iso-8859-1", "iso-8859-1"),
        ("utf-16", "iso-8859-1", "iso-8859-1"),
    ],
)
def test_a_wrongly_declared_encoding_is_seen_through(
    encoding: str, declared: str, header: str | None
) -> None:
    html = page(
        f'<meta charset="{declared}">', title="The caf\u00e9 talks in Troms\u00f8 and K\u00f6ln"
    )
    article = fetched(html.encode(encoding), header)

    assert article.title == ("The caf\u00e9 talks in Troms\u00f8 and K\u00f6ln", "the page's title")
    assert article.text == TEXT


@pytest.mark.parametrize("encoding", ["euc-kr", "shift_jis", "koi8-r", "gb18030", "iso-2022-jp"])
def test_a_rightly_declared_encoding_is_taken(encoding: str) -> None:
    word = {"euc-kr": "\uc11c\uc6b8", "koi8-r": "\u041e\u0441\u043b\u043e"}.get(
        encoding, "\u6771\u4eac"
    )
    html = page(
        f'<meta http-equiv="Content-Type" content="text/html; charset={encoding}">', title=word
    )

    told = fetched(html.replace("\u2019", "'").encode(encoding)).title

    assert told is not None
    assert told.value == word


def meta(name: str, value: str, attribute: str = "name") -> str:
    return f'<meta {attribute}="{name}" content="{value}">'


def data(script: str) -> str:
    return f'<script type="application/ld+json">{script}</script>'


PUBLISHED, MODIFIED = "article:published_time", "article:modified_time"


@pytest.mark.parametrize(
    ("head", "origin"),
    [
        (meta("date", "2025-07-07"), "the page's meta date"),
        (meta("DC.date.issued", "7 July 2025"), "the page's meta dc.date.issued"),
        (meta("datePublished", "2025-07-07T09:30", "itemprop"), "the page's meta datepublished"),
        (meta("pubdate", "Mon, 07 Jul 2025 09:30:00 GMT"), "the page's meta pubdate"),
        (
            meta(PUBLISHED, "2025-07-07", "property") + meta(MODIFIED, "2025-07-08", "property"),
            "the page's meta article:published_time; changed on 2025-07-08",
        ),
        (meta(MODIFIED, "2025-07-08", "property"), None),
        (meta("dcterms.created", "2025-07-07"), "the page's meta dcterms.created"),
        (meta("date", "10/12/2025"), None),
        (meta("date", "2025"), None),
        (meta("date", "9999999999-01-01"), None),
        (data('{"@type": "Event", "datePublished": "2025-07-07"}'), None),
        (data('{"@type": "BlogPosting", "datePublished": 20250707}'), None),
        (data("{broken"), None),
        (data("[" * 100_000), None),
    ],
)
def test_a_date_of_the_head_is_taken_if_it_is_of_publication(head: str, origin: str | None) -> None:
    article = read(page(head, f"<article><h1>Two sides meet</h1>{BODY}</article>"))

    assert article.published == (None if origin is None else (date(2025, 7, 7), origin))


NINE = datetime(2025, 7, 7, 9, tzinfo=KST)
SEVENTH = date(2025, 7, 7)


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ('<time datetime="2025-07-07T09:00+09:00">today</time>', NINE),
        ('<time datetime="2025-07-07" class="date published updated">7 July</time>', SEVENTH),
        ('<p>Posted <time datetime="2025-07-07">7 July</time></p>', SEVENTH),
        ('<p>Jane Doe <time datetime="2025-07-07">7 July</time></p>', SEVENTH),
        ('<span itemprop="datePublished">7 July 2025</span>', SEVENTH),
        ('<p class="meta">July 7, 2025</p>', SEVENTH),
        ("<div>By Jane Doe <span>|</span> July 7, 2025</div>", SEVENTH),
        ("<div>By: Jane Doe <time class=stamp>July 7, 2025 3:21 PM PDT</time></div>", SEVENTH),
        (
            "<div><span>Case study</span> <span class=date>July 7, 2025, 5:00PM</span></div>",
            SEVENTH,
        ),
        ("<p>July 7, 2025 \u2013 4:39 PM</p>", SEVENTH),
        ('<abbr class="published updated" title="2025-07-07T09:00+09:00">7 July</abbr>', NINE),
        ('<abbr title="2025-07-07T09:00+09:00">1 hour ago</abbr>', NINE),
        ('<span property="dc:date" content="2025-07-07T09:00+09:00">7/7</span>', NINE),
        ('<p>Our firm <span class="published_date">July 7, 2025</span> text size</p>', SEVENTH),
        ('<p><abbr title="Mister">Mr.</abbr> Doe</p>', None),
        ("<div><span>Updated: </span><span class=date>July 9, 2025</span></div>", None),
        ("<p>7 July 2025 \u2013 9 July 2025</p>", None),
        ('<p>They meet on <time datetime="2025-07-09">9 July</time>.</p>', None),
        ('<time class="updated" datetime="2025-07-09">9 July</time>', None),
        ('<p>Last updated: <time datetime="2025-07-09">9 July</time></p>', None),
        ("<p>Last updated: July 9, 2025</p>", None),
    ],
)
def test_a_date_under_the_heading_is_taken_if_it_is_of_publication(
    line: str, value: date | None
) -> None:
    article = read(page(body=f"<article><h1>Two sides meet</h1>{line}{BODY}</article>"))

    assert (article.published.value if article.published else None) == value


@pytest.mark.parametrize(("other", "day"), [("2025-07-07T11:00Z", SEVENTH), ("2025-06-01", None)])
def test_times_outside_the_article_count_if_they_are_of_one_day(
    other: str, day: date | None
) -> None:
    times = f"<time datetime=2025-07-07>7 July</time><div><time datetime={other}>1</time></div>"
    article = read(page(body=f"{times}<h1>Two sides meet</h1>{BODY}"))

    assert (article.published.value if article.published else None) == day


def test_a_page_that_calls_its_whole_self_a_date_has_none() -> None:
    html = (
        "<html itemprop=datePublished><body><p>They agreed to meet again in May</p></body></html>"
    )

    assert read(html).published is None


def test_a_page_of_many_times_takes_no_longer_than_it_is_long() -> None:
    times = "<time datetime=2025-07-07>7 July</time> they met, " * 5_000
    started = process_time()

    read(page(body=f"<article><h1>Two sides meet</h1>{BODY}<div>{times}</div></article>"))

    assert process_time() - started < 1


@pytest.mark.parametrize(
    "named",
    [
        '"headline": ["Two sides meet"]',
        '"headline": {"en": "Two sides meet"}, "name": 7',
        '"author": [{"@type": ["Person", 7], "name": {"en": "Jane Doe"}}]',
        '"publisher": {"@type": "Organization", "name": ["The Post"]}',
    ],
)
def test_data_of_another_shape_tells_nothing_and_hides_nothing(named: str) -> None:
    data = f'{{"@context": "https://schema.org", "@type": "NewsArticle", {named}}}'
    script = f'<script type="application/ld+json">{data}</script>'
    article = read(page(head=script, body=f"<article>{BODY}</article>"))

    assert AGREED in article.text
    assert article.title == ("Two sides meet in Oslo", "the page's title")


def test_a_date_that_its_words_give_without_a_year_has_it_from_the_command_line() -> None:
    html = page(
        body=f"<article><p>OSLO, July 7 (Agency) \u2014 {AGREED}</p><p>{TARIFFS}</p></article>"
    )

    assert read(html).dateline is None
    told = read(html, published=date(2025, 7, 8)).dateline
    assert told is not None
    assert told.value == date(2025, 7, 7)


def test_a_page_says_who_published_it_and_who_wrote_it() -> None:
    head = (
        '<meta property="og:site_name" content="The Post"><meta name="author" content="Jane Doe">'
        '<link rel="canonical" href="https://post.example/oslo">'
    )
    article = fetched(page(head).encode())

    assert article.outlet == ("The Post", "the page's site name")
    assert article.author == ("Jane Doe", "the page's author")
    assert article.url == ("https://post.example/oslo", "the page's canonical address")
    assert article.accessed == ACCESSED
    assert article.name == "https://post.example/a/oslo?utm=1"


def test_headings_lists_and_tables_are_paragraphs_of_the_text() -> None:
    listed = "<ul><li>Norway will cut its catch by 30 June.</li><li>Ports open on 1 July.</li></ul>"
    table = (
        "<table><tr><th>State</th><th>Tonnes</th></tr><tr><td>Norway</td><td>1</td></tr></table>"
    )
    article = read(page(body=f"<article>{BODY}<h2>What was agreed</h2>{listed}{table}</article>"))

    assert article.text.split("\n\n")[2:] == [
        "What was agreed",
        "- Norway will cut its catch by 30 June.",
        "- Ports open on 1 July.",
        "| State | Tonnes |",
        "| Norway | 1 |\n",
    ]


def test_a_line_of_two_dates_gives_the_one_of_publication() -> None:
    line = (
        "<div><span>First published: 3 March 2026</span> <span>Last updated: 5 March</span></div>"
    )
    article = read(page(body=f"<article><h1>Two sides meet</h1>{line}{BODY}</article>"))

    assert article.published == (
        date(2026, 3, 3),
        'the words "First published: 3 March 2026", in the page',
    )


def test_a_writer_is_read_in_the_text_where_the_page_names_none() -> None:
    article = read(page(body=f"<article><p>By Jane Doe</p>{BODY}</article>"))

    assert article.author is not None
    assert article.author.value == "Jane Doe"


@pytest.mark.parametrize(
    "link", ["", "https://other.example/oslo", "javascript:alert(1)", "http://["]
)
def test_a_canonical_address_on_another_site_is_not_taken(link: str) -> None:
    article = fetched(page(f'<link rel="canonical" href="{link}">').encode())

    assert article.url == ("https://post.example/a/oslo?utm=1", "where it was fetched")


@pytest.mark.parametrize(
    "html",
    [
        "<!DOCTYPE html>",
        "<html></html>",
        page(body=""),
        page(body="<script>document.write('The two sides agreed.')</script>"),
        page(body="<div id=root></div><noscript>Please enable JavaScript to read.</noscript>"),
        page(body="<p>\u2026</p>"),
        "<!DOCTYPE html><svg>" + "<g>" * 3000,
    ],
    ids=["a type", "elements", "a head", "a script", "an application", "dots", "a picture"],
)
def test_a_page_without_text_is_refused(html: str) -> None:
    with pytest.raises(ArticleError) as refused:
        read(html)

    assert refused.value.message.startswith("oslo.html ")
    assert "save its text as a .txt file" in refused.value.remedy


def test_a_page_that_is_too_large_is_refused() -> None:
    with pytest.raises(ArticleError, match=r"oslo.html is larger than 10 MB"):
        read(page(body=" " * 10_000_000))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("oslo.txt", page()),
        ("oslo", "\ufeff" + page()),
        ("standard input", "<!-- saved --><html>" + BODY + "</html>"),
        ("oslo.xhtml", '<?xml version="1.0" encoding="utf-8"?>\n' + page()),
        ("oslo.HTM", f"<div>{BODY}</div>"),
    ],
)
def test_a_page_is_known_by_how_it_begins_or_by_its_name(name: str, content: str) -> None:
    assert read(content, name).text == TEXT


def test_a_text_that_speaks_of_html_is_none() -> None:
    text = "The <html> element begins a page.\n"

    assert read(text, "oslo.txt").text == text
