"""Plain text: its characters, its title and writer, and the dates that its first lines give."""

from datetime import UTC, date, datetime

import pytest

from commitrack.domain.article import Article, ToldDate, ToldText
from commitrack.domain.source import SourceDetails
from commitrack.errors import ArticleError
from commitrack.ingest.fetching import Fetched
from commitrack.ingest.reading import read_article, read_page

URL = "https://post.example/oslo"
ACCESSED = datetime(2025, 8, 30, 9, tzinfo=UTC)
LONG = "The two sides agreed to coordinate closely on shipbuilding, the office said. " * 3


def read(text: str, name: str = "oslo.txt", **told: date) -> Article:
    return read_article(name, text.encode(), SourceDetails(**told))  # type: ignore[arg-type]


def test_nothing_of_a_text_is_changed() -> None:
    text = (
        " \tTwo  spaces,\u00a0a hard one, a tab\t.\n\n\n\u201cA quote\u201d\u2028 \ufeff \x0c end"
    )

    assert read(text).text == text


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"\xef\xbb\xbfDue\r\nAugust\r1\n", "Due\nAugust\n1\n"),
        ("Due in Ny-\u00c5lesund\r\n".encode("utf-16"), "Due in Ny-\u00c5lesund\n"),
        ("\ufeffDue in Seoul \uc11c\uc6b8".encode("utf-16-be"), "Due in Seoul \uc11c\uc6b8"),
    ],
    ids=["UTF-8 with its mark", "UTF-16, little end first", "UTF-16, big end first"],
)
def test_a_mark_says_the_encoding_and_is_no_part_of_the_text(content: bytes, text: str) -> None:
    assert read_article("oslo.txt", content, SourceDetails()).text == text


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("caf\u00e9".encode("cp1252"), "oslo.txt is not UTF-8 text"),
        ("\uc11c\uc6b8 due".encode("euc-kr"), "oslo.txt is not UTF-8 text"),
        (b"\xff\xfe\x00\x01", "oslo.txt is not UTF-8 text"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "oslo.txt is not UTF-8 text"),
        (b"\x7fELF\x02\x01\x01\x00", "oslo.txt is not text"),
        (b"PK\x03\x04\x14\x00", "oslo.txt is a document of a word processor, or an archive"),
        (b"{\\rtf1 Due}", "oslo.txt is a document of a word processor, or an archive"),
        ("due".encode("utf-16-le"), "oslo.txt is not text"),
        (b"", "oslo.txt is empty"),
        (b" \r\n\t", "oslo.txt is empty"),
        (b"x" * 20_000_001, "oslo.txt is larger than 20 MB"),
    ],
    ids=lambda value: "content" if isinstance(value, bytes) else value,
)
def test_what_is_no_text_is_refused(content: bytes, words: str) -> None:
    with pytest.raises(ArticleError) as refused:
        read_article("oslo.txt", content, SourceDetails())

    assert refused.value.message == words
    assert refused.value.remedy


def test_the_refusal_of_another_encoding_says_what_to_do() -> None:
    with pytest.raises(ArticleError) as refused:
        read_article("oslo.txt", b"caf\xe9", SourceDetails())

    assert refused.value.remedy.endswith("iconv -f WINDOWS-1252 -t UTF-8 FILE")


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("WASHINGTON, July 7, 2025 (Agency) \u2014 The two", date(2025, 7, 7)),
        ("BRUSSELS, 3 March 2026 - The two", date(2026, 3, 3)),
        ("WASHINGTON, D.C., Jul. 7, 2025 -- The two", date(2025, 7, 7)),
        ("NEW YORK--(WIRE)--July 7, 2025--The two", date(2025, 7, 7)),
        ("NEW YORK, July 7, 2025 /Wire/ -- The two", date(2025, 7, 7)),
        ("LONDON (Agency), 7th July 2025 \u2013 The two", date(2025, 7, 7)),
        ("SUVA, 7 July 2025. The two", date(2025, 7, 7)),
        ("GENEVA, July 7, 2025: The two", date(2025, 7, 7)),
        ("SUVA, 7 July 2025.5 The two", None),
        ("Port of Spain, Monday, July 7, 2025 \u2014 The two", None),
        ("Addis Ababa, Monday, July 7, 2025 \u2014 The two", date(2025, 7, 7)),
        ("S\u00c3O PAULO, 2025-07-07 \u2014 The two", date(2025, 7, 7)),
        ("On Monday, July 7, 2025 \u2014 a day late \u2014 the two", None),
        ("Today, July 7, 2025 \u2014 The two", None),
        ("WASHINGTON \u2014 On July 7, 2025, the two", None),
        ("WASHINGTON, July 7, 2025, was a hot day", None),
        ("WASHINGTON, Tuesday, July 7, 2025 \u2014 it was a Monday", None),
        ("WASHINGTON, July 7 (Agency) \u2014 The two", None),
        ("WASHINGTON, July 2025 \u2014 The two", None),
        ("WASHINGTON, 10/12/2025 \u2014 The two", None),
    ],
)
def test_a_date_line_gives_its_day(line: str, day: date | None) -> None:
    told = read(f"{line} agreed to talk. {LONG}").dateline

    assert told == (None if day is None else ToldDate(day, "the date line, line 1"))


@pytest.mark.parametrize(
    ("line", "published", "day"),
    [
        ("SEOUL, July 7 (Agency) -- The two", date(2025, 7, 8), date(2025, 7, 7)),
        ("SEOUL, July 7 (Agency) -- The two", date(2025, 7, 7), date(2025, 7, 7)),
        ("SEOUL, Dec. 30 (Agency) -- The two", date(2026, 1, 2), date(2025, 12, 30)),
        ("SEOUL, Feb. 29 (Agency) -- The two", date(2024, 3, 1), date(2024, 2, 29)),
        ("SEOUL, Feb. 29 (Agency) -- The two", date(2027, 3, 1), None),
    ],
)
def test_a_date_line_without_a_year_has_it_from_when_it_was_published(
    line: str, published: date, day: date | None
) -> None:
    told = read(line, published=published).dateline
    origin = "the date line, line 1; its year from --published"

    assert told == (None if day is None else ToldDate(day, origin))


def test_the_year_may_come_from_when_it_was_said_or_from_the_text() -> None:
    line = "SEOUL, July 7 (Agency) -- The two"

    by_said = read(line, said=date(2025, 7, 9)).dateline
    by_text = read(f"Published: July 9, 2025\n\n{line}").dateline

    assert by_said == (date(2025, 7, 7), "the date line, line 1; its year from --said")
    assert by_text is not None
    assert by_text.value == date(2025, 7, 7)


@pytest.mark.parametrize(
    ("line", "day", "origin"),
    [
        ("December 10, 2013", date(2013, 12, 10), "the date by itself, line 3"),
        ("Monday, 7 July 2025", date(2025, 7, 7), "the date by itself, line 3"),
        ("Mon, 07 Jul 2025 10:30 GMT", date(2025, 7, 7), "the date by itself, line 3"),
        ("7 July 2025 | Peace and security", date(2025, 7, 7), "the date by itself, line 3"),
        ("Geneva, 7 July 2025", date(2025, 7, 7), "the date by itself, line 3"),
        ("By Jane Doe, July 7, 2025", date(2025, 7, 7), "the date by itself, line 3"),
        ("2025-07-07", date(2025, 7, 7), "the date by itself, line 3"),
        ("Published: July 7, 2025", date(2025, 7, 7), None),
        ("PUBLISHED ON 7 JULY 2025 AT 10:30 AM EDT", date(2025, 7, 7), None),
        ("Date: 7 July 2025", date(2025, 7, 7), None),
        ("Date: Mon, 7 Jul 2025 23:30:00 -0400", date(2025, 7, 7), None),
        ("FOR IMMEDIATE RELEASE: July 7, 2025", date(2025, 7, 7), None),
        ("Posted on July 7, 2025 by Jane Doe", date(2025, 7, 7), None),
        ("Published 7 July 2025, updated 9 July 2025", date(2025, 7, 7), None),
        ("Published 7 July 2025 (Last updated: 9 July 2025)", date(2025, 7, 7), None),
        ("Updated 9 July 2025 | Published 7 July 2025", date(2025, 7, 7), None),
        ("Updated 9 July 2025", None, None),
        ("Date modified: 9 July 2025", None, None),
        ("Last modified on 9 July 2025", None, None),
        ("Tuesday, 7 July 2025", None, None),
        ("July 2025", None, None),
        ("10/12/2025", None, None),
        ("30 February 2025", None, None),
        ("July 7", None, None),
        ("Today", None, None),
        ("in 30 days", None, None),
        ("Published yesterday", None, None),
        ("Published in 2025", None, None),
        ("The date is July 7, 2025", None, None),
    ],
)
def test_a_date_near_the_top_is_when_it_was_published(
    line: str, day: date | None, origin: str | None
) -> None:
    told = read(f"Statement on the talks in Oslo\n\n{line}\n\n{LONG}").published

    assert (told.value if told else None) == day
    assert told is None or told.origin.endswith(origin or ", line 3")


def test_a_labelled_date_goes_before_one_by_itself() -> None:
    told = read(f"July 4, 2025\n\nPublished: July 7, 2025\n\n{LONG}").published

    assert told == (date(2025, 7, 7), 'the words "Published: July 7, 2025", line 3')


def test_a_date_below_the_first_paragraph_is_none_of_the_article() -> None:
    text = f"Statement on the talks\n\n{LONG}\n\nJuly 7, 2025\n\nThe next talks."

    assert read(text).published is None


def test_the_subject_of_a_mail_is_its_title() -> None:
    mail = read(f"From: press@oslo.example\nSubject: Oslo to sign: the day is set\n\n{LONG}")
    front = read(f'---\ntitle: "Oslo to sign"\n---\n\n{LONG}', "standard input")
    story = read(f"Title fight: Oslo wins\n\n{LONG}")

    assert mail.title == ToldText("Oslo to sign: the day is set", 'the words "Subject", line 2')
    assert front.title == ToldText("Oslo to sign", 'the words "title", line 2')
    assert story.title == ToldText("Title fight: Oslo wins", "the first line")


@pytest.mark.parametrize(
    ("foot", "day"),
    [
        ("/s/ A. Judge\nDated: May 5, 2026\nNew York, New York\n", date(2026, 5, 5)),
        ("Done at Brussels, 5 May 2026.\n\nFor the Council\n", date(2026, 5, 5)),
        ("Date: 2026-05-05", date(2026, 5, 5)),
        ("**Dated: May 5, 2026**\n", date(2026, 5, 5)),
        ("The licence of May 5, 2026 stays in force.\n", None),
        ("Dated: the fifth of May\n", None),
        ("Updated: May 5, 2026\n", None),
        ("Dated: May 5\n", None),
        ("Dated: May 5, 2026\n" + "\nLine.\n" * 20, None),
    ],
    ids=[
        "label",
        "place",
        "digits",
        "marked up",
        "in a sentence",
        "no day",
        "of an update",
        "no year",
        "above the foot",
    ],
)
def test_a_document_without_another_date_is_dated_where_it_was_signed(
    foot: str, day: date | None
) -> None:
    article = read(f"{LONG}\n\n{LONG}\n\n{foot}")

    assert (article.published and article.published.value) == day


def test_the_day_at_the_foot_says_where_it_stands_and_goes_last() -> None:
    text = f"{LONG}\n\nDated: May 5, 2026\n"

    assert read(text).published == ToldDate(
        date(2026, 5, 5), 'the words "Dated: May 5, 2026", line 3'
    )
    assert read(text, said=date(2026, 5, 4)).published is None
    assert read(f"Oslo, 4 May 2026\n\n{text}").published == ToldDate(
        date(2026, 5, 4), "the date by itself, line 1"
    )


def test_what_the_command_line_says_goes_first() -> None:
    text = f"SEOUL, July 7, 2025 (Agency) -- {LONG}"
    article = read(text, said=date(2025, 7, 8))

    assert article.said == (date(2025, 7, 8), "--said")
    assert article.spoken == article.said
    assert article.dateline is not None


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Two sides meet in Oslo\n\n{LONG}", ("Two sides meet in Oslo", "the first line")),
        (f"Will they meet in Oslo?\n\n{LONG}", ("Will they meet in Oslo?", "the first line")),
        (f"\n\nTwo sides meet\nBy Jane Doe\n\n{LONG}", ("Two sides meet", "the first line")),
        (f"Diplomacy\n\nTwo sides meet\n\n{LONG}", ("Two sides meet", "line 3")),
        (f"Diplomacy\n\n{LONG}", ("Diplomacy", "the first line")),
        (f"July 7, 2025\n\nTwo sides meet\n\n{LONG}", ("Two sides meet", "line 3")),
        (f"FOR IMMEDIATE RELEASE\n\nTwo sides meet\n\n{LONG}", ("Two sides meet", "line 3")),
        (f"Oslo, July 7\nUpdated July 8\nTwo sides meet\n\n{LONG}", ("Two sides meet", "line 3")),
        (f"Date set for talks in Oslo\n\n{LONG}", ("Date set for talks in Oslo", "the first line")),
        (f"Update on the talks\n\n{LONG}", ("Update on the talks", "the first line")),
        (f"The two sides met in Oslo.\n\n{LONG}", None),
        (f"The two sides met in Oslo\nand talked.\n\n{LONG}", None),
        ("The two sides will meet in Oslo", None),
        (f"{LONG.strip('. ')}\n\n{LONG}", None),
        (f"---\n\n{LONG}", None),
    ],
)
def test_a_first_line_that_looks_like_a_headline_is_the_title(
    text: str, title: tuple[str, str] | None
) -> None:
    assert read(text).title == title


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Jane Doe", "Jane Doe"),
        ("BY JANE DOE AND KIM LEE", "JANE DOE AND KIM LEE"),
        ("By Jane Doe, July 7, 2025", "Jane Doe"),
        ("July 7, 2025 | By Jane Doe", "Jane Doe"),
        ("Author: Jane Doe", "Jane Doe"),
        ("By Friday the two sides will have signed", None),
        ("By the end of the year it will be signed.", None),
        ("Byron Bay", None),
    ],
)
def test_a_byline_names_the_writer(line: str, author: str | None) -> None:
    told = read(f"Two sides meet in Oslo\n\n{line}\n\n{LONG}").author

    assert told == (None if author is None else ToldText(author, "the byline, line 3"))


def test_a_text_without_a_date_has_none() -> None:
    article = read(f"Two sides meet in Oslo\n\n{LONG}")

    assert (article.said, article.published, article.dateline, article.accessed) == (None,) * 4
    assert article.spoken is None


def fetched(content: bytes, kind: str, charset: str | None, url: str = URL) -> Article:
    return read_page(Fetched(url, content, kind, charset, 200), ACCESSED, SourceDetails())


@pytest.mark.parametrize(
    ("content", "charset", "text"),
    [
        ("\uc11c\uc6b8".encode("euc-kr"), "euc-kr", "\uc11c\uc6b8"),
        ("\u201ccaf\u00e9\u201d".encode("cp1252"), "iso-8859-1", "\u201ccaf\u00e9\u201d"),
        ("caf\u00e9".encode(), "iso-8859-1", "caf\u00e9"),
    ],
)
def test_a_text_that_was_fetched_is_in_the_encoding_that_its_header_names(
    content: bytes, charset: str, text: str
) -> None:
    assert fetched(content, "text/plain", charset).text == text


@pytest.mark.parametrize("charset", [None, "unicode_escape", "utf-7", "hex", "no such", "a\x00b"])
def test_a_text_that_was_fetched_without_its_encoding_is_refused(charset: str | None) -> None:
    with pytest.raises(ArticleError, match=f"{URL} is not UTF-8 text"):
        fetched(b"\\ud800 caf\xe9", "text/plain", charset)


@pytest.mark.parametrize(
    ("kind", "url"),
    [("text/markdown", URL), ("text/plain", f"{URL}.md"), ("", f"{URL}.md")],
)
def test_markdown_that_was_fetched_is_known_by_its_type_or_its_address(kind: str, url: str) -> None:
    article = fetched(b"# Two sides meet\n\nThey will.\n", kind, None, url)

    assert article.title == ("Two sides meet", "the heading, line 1")
    assert article.url == (url, "where it was fetched")
    assert article.accessed == ACCESSED
