"""Markdown: the text stays as it is; its front matter and first heading say what it is."""

from datetime import UTC, date, datetime

import pytest

from commitrack.domain.article import Article
from commitrack.domain.source import SourceDetails
from commitrack.ingest.reading import read_article


def read(text: str) -> Article:
    return read_article("oslo.md", text.encode(), SourceDetails())


FRONT = """---
title: "Two sides: they meet"
author: [Jane Doe, Kim Lee]
date: 2025-07-07   # of the first version
url: https://post.example/oslo
source: The Post
tags:
  - talks
said: 2025-07-06T09:30:00Z
---

# Oslo

The two will *meet*.
"""


def test_a_front_matter_says_what_the_article_is() -> None:
    article = read(FRONT)

    assert article.text == FRONT
    assert article.title == ("Two sides: they meet", "the front matter's title")
    assert article.author == ("Jane Doe, Kim Lee", "the front matter's author")
    assert article.published == (date(2025, 7, 7), "the front matter's date")
    assert article.url == ("https://post.example/oslo", "the front matter's url")
    assert article.outlet == ("The Post", "the front matter's source")
    assert article.said == (datetime(2025, 7, 6, 9, 30, tzinfo=UTC), "the front matter's said")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# Two sides *meet* #\n\nThey will.\n", ("Two sides *meet*", "the heading, line 1")),
        ("\n\n## Two sides meet\nThey will.\n", ("Two sides meet", "the heading, line 3")),
        ("Two sides meet\n====\n\nThey will.\n", ("Two sides meet", "the heading, line 1")),
        ("---\nauthor: Jane\n---\n# Oslo\n\nThey will.\n", ("Oslo", "the heading, line 4")),
        ("**Two sides meet**\n\nThey will.\n", ("Two sides meet", "the first line")),
        ("#hashtag of the day.\n\nThey will.\n", None),
        ("---\nno end of it\n\nThey will.\n", None),
    ],
)
def test_the_first_heading_is_the_title(text: str, title: tuple[str, str] | None) -> None:
    assert read(text).title == title


def test_a_date_is_found_in_its_markup_below_the_front_matter() -> None:
    article = read("---\ntitle: Oslo\n---\n# Oslo\n\n*Published: July 7, 2025*\n\nThey will.\n")

    assert article.published == (date(2025, 7, 7), 'the words "Published: July 7, 2025", line 6')


@pytest.mark.parametrize("value", ["soon", "2025", "10/12/2025", "", "{{ date }}"])
def test_a_date_that_is_no_day_is_left_out(value: str) -> None:
    assert read(f"---\ndate: {value}\n---\n\nThey will.\n").published is None
