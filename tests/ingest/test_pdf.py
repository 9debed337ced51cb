"""PDFs: the text of their pages, what they say of themselves, and those that cannot be read."""

from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter

from commitrack.domain.article import Article
from commitrack.domain.source import SourceDetails
from commitrack.errors import ArticleError
from commitrack.ingest.fetching import Fetched
from commitrack.ingest.hyphens import undivided
from commitrack.ingest.reading import read_article, read_page
from tests.ingest.pdfs import make_pdf

PAGES = (
    ["Two sides meet in Oslo", "", "Published: July 7, 2025", "", "The two agreed on Monday to"],
    ["coordinate closely on shipbuilding.", "Tariffs of 25 percent start on August 1."],
    ["Annex (A)"],
)


def read(content: bytes, name: str = "oslo.pdf") -> Article:
    return read_article(name, content, SourceDetails())


def encrypted(password: str, owner: str) -> bytes:
    writer = PdfWriter(PdfReader(BytesIO(make_pdf(PAGES))))
    writer.encrypt(password, owner, algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def packed(blanks: int) -> bytes:
    """A small file, whose page is large once it is unpacked."""
    writer = PdfWriter(PdfReader(BytesIO(make_pdf([["They agreed." + " " * blanks]]))))
    writer.pages[0].compress_content_streams()
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def test_the_pages_are_one_text_and_a_sentence_goes_on_from_one_to_the_next() -> None:
    lines = read(make_pdf(PAGES)).text.split("\n")

    assert lines[-6:-1] == [
        "The two agreed on Monday to",
        "coordinate closely on shipbuilding.",
        "Tariffs of 25 percent start on August 1.",
        "",
        "Annex (A)",
    ]


def test_its_text_says_when_it_was_published_and_its_day_of_making_does_not() -> None:
    info = {
        "Title": "Two sides meet",
        "Author": "The caf\u00e9",
        "CreationDate": "D:20250901120000Z",
    }
    article = read(make_pdf(PAGES, info))

    assert article.title == ("Two sides meet", "the PDF's title")
    assert article.author == ("The caf\u00e9", "the PDF's author")
    assert article.published is not None
    assert article.published.value == date(2025, 7, 7)


def test_one_that_says_no_date_has_none() -> None:
    article = read(make_pdf([["Two sides meet."]], {"ModDate": "D:20250901120000Z"}))

    assert (article.spoken, article.title, article.author) == (None, None, None)


def test_a_fetched_one_is_read_and_has_its_address() -> None:
    url = "https://post.example/oslo.pdf"
    fetched = Fetched(url, make_pdf(PAGES), "application/pdf", None, 200)
    article = read_page(fetched, datetime(2025, 8, 1, tzinfo=UTC), SourceDetails())

    assert article.url == (url, "where it was fetched")
    assert "shipbuilding" in article.text


@pytest.mark.parametrize("name", ["oslo", "oslo.txt", "standard input"])
def test_one_is_known_by_how_it_begins(name: str) -> None:
    assert "shipbuilding" in read(make_pdf(PAGES), name).text


def test_one_that_only_forbids_to_copy_is_read() -> None:
    assert "shipbuilding" in read(encrypted("", "owner")).text


WHOLE = make_pdf(PAGES)


@pytest.mark.parametrize(
    ("content", "words", "remedy"),
    [
        (encrypted("secret", "owner"), "oslo.pdf is encrypted", "print it to a new PDF"),
        (make_pdf([[], []]), "its pages are pictures", "recognise its text first"),
        (make_pdf([["1 2 3"]]), "its pages are pictures", "recognise its text first"),
        (b"%PDF-1.7\n", "oslo.pdf is broken", "get it again"),
        (b"%PDF-1.7\n" + bytes(range(256)) * 40, "oslo.pdf is broken", "get it again"),
        (WHOLE[:400], "oslo.pdf", "save its text as a .txt file"),
        (make_pdf([["a"]] * 301), "has 301 pages, more than 300", "a PDF of their own"),
        (WHOLE + b" " * 20_000_000, "is larger than 20 MB", "keep the article alone"),
        (packed(50_000_000), "has pages of more than 50 MB", "a PDF of their own"),
    ],
    ids=["password", "scanned", "figures", "begun", "noise", "cut off", "a book", "large", "bomb"],
)
def test_one_that_cannot_be_read_says_why(content: bytes, words: str, remedy: str) -> None:
    with pytest.raises(ArticleError) as refused:
        read(content)

    assert words in refused.value.message
    assert remedy in refused.value.remedy


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("to coordi-\nnate", "to coordinate"),
        ("to agree-\nment, an agreement", "to agreement, an agreement"),
        ("a long-\nterm aim, for the long term", "a long-\nterm aim, for the long term"),
        ("a long-\nterm aim, the long-term one", "a long-term aim, the long-term one"),
        ("South-\nKorea", "South-Korea"),
        ("coordi\u00adnate coordi\u00ad\nnate", "coordinate coordinate"),
        ("from 2-\n3 to 4 - \n5", "from 2-\n3 to 4 - \n5"),
        ("a dash -\nhere", "a dash -\nhere"),
    ],
)
def test_divided_words_are_joined_where_the_text_shows_how(text: str, expected: str) -> None:
    assert undivided(text) == expected
