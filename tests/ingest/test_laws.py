"""What holds for any bytes: an article or a refusal, offsets that stay, time that is linear."""

from datetime import date, datetime
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commitrack.domain.article import Article
from commitrack.domain.source import SourceDetails
from commitrack.errors import ArticleError
from commitrack.ingest.reading import read_article
from tests.ingest.pdfs import make_pdf

NAMES = ["oslo.txt", "oslo.md", "oslo.html", "oslo.pdf", "standard input"]
BEGINNINGS = [b"", b"%PDF-1.4\n", b"<!DOCTYPE html>", b"\xff\xfe", b"\xef\xbb\xbf", b"---\n"]
PIECES = st.sampled_from(
    [
        *("By ", "Published: ", "July ", "7, ", "2025", "WASHINGTON, ", " \u2014 ", "--", "(", ")"),
        *("\n", "\n\n", "# ", "---\n", "date: ", "Updated ", "|", "29 February ", "00", "\u0662"),
        *("<p>", "</p>", "<time datetime=", ">", "<h1>", "\x00", "\u2028", "\ud7ff", "\U0001f600"),
    ]
)
TEXTS = st.lists(PIECES | st.text(max_size=8), max_size=40).map("".join)
PDF = make_pdf([["Two sides meet."], ["They agreed."]], {"Title": "Oslo"})


def outcome(name: str, content: bytes) -> Article | ArticleError:
    try:
        return read_article(name, content, SourceDetails())
    except ArticleError as error:
        return error


@given(st.sampled_from(NAMES), st.sampled_from(BEGINNINGS), st.binary(max_size=400))
def test_any_bytes_are_an_article_or_are_refused(name: str, start: bytes, rest: bytes) -> None:
    found = outcome(name, start + rest)

    if isinstance(found, Article):
        assert found.content.decode() == found.text
        assert found.text.strip()
    else:
        assert found.message.startswith(name)
        assert found.remedy


@given(st.sampled_from(NAMES), TEXTS)
def test_any_text_is_an_article_or_is_refused(name: str, text: str) -> None:
    found = outcome(name, text.encode())

    if isinstance(found, Article):
        for told in (found.said, found.published, found.dateline):
            assert told is None or isinstance(told.value, date | datetime)
            assert told is None or told.origin


@given(st.sampled_from(NAMES[:2]), TEXTS)
def test_the_text_of_a_plain_one_is_what_it_holds(name: str, text: str) -> None:
    content = text.replace("\r", "").lstrip("\ufeff").encode()
    found = outcome(name, content)

    if isinstance(found, Article) and not content.lstrip().startswith((b"<", b"%PDF")):
        assert found.text == content.decode()


@settings(max_examples=60)
@given(st.integers(0, len(PDF) - 1), st.binary(min_size=1, max_size=20))
def test_a_pdf_with_a_fault_anywhere_is_read_or_refused(place: int, fault: bytes) -> None:
    found = outcome("oslo.pdf", PDF[:place] + fault + PDF[place + len(fault) :])

    assert found.text.strip() if isinstance(found, Article) else found.remedy


@pytest.mark.parametrize(
    "piece",
    [
        *(
            "1",
            " ",
            "-",
            "--",
            "\u2014",
            ",",
            "(",
            "July ",
            "July 7, ",
            "By ",
            "Published: ",
            "A, ",
        ),
        *("|", "a\n", "- \n", "Jan-\n", "\u00ad\n", "<", "<!--", "# ", "\n"),
    ],
    ids=repr,
)
@pytest.mark.parametrize("name", ["oslo.txt", "oslo.md"])
def test_a_million_of_anything_takes_no_longer_than_it_is_long(piece: str, name: str) -> None:
    content = (piece * (1_000_000 // len(piece)) + "x").encode()
    started = process_time()

    outcome(name, content)

    assert process_time() - started < 1
