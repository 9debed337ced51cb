"""`add --source` of an HTML page, a PDF, or an address with `--fetch`: what is kept is the text."""

from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from time import process_time
from typing import Any

import pytest
import tomli

from commitrack.app.looking import GivenSource
from commitrack.app.sourcing import cite
from commitrack.domain.source import Seen, Source, SourceDetails
from commitrack.timing.now import Now
from tests.cli.desk import Desk
from tests.ingest.pdfs import make_pdf
from tests.ingest.servers import Site, page, serving, status

AGREED = "The two sides agreed on Monday to coordinate closely on shipbuilding, they said."
TARIFFS = "The tariffs start on August 1, according to the letter that was sent today."
BODY = f"<h1>Two sides meet</h1><p>{AGREED}</p><p>{TARIFFS}</p>"
HEAD = (
    '<title>Two sides meet</title><meta property="og:site_name" content="The Post">'
    '<meta name="author" content="Jane Doe"><meta name="date" content="2025-07-07">'
)
PAGE = f"<!DOCTYPE html><html><head>{HEAD}</head><body><article>{BODY}</article></body></html>"
TEXT = f"Two sides meet\n\n{AGREED}\n\n{TARIFFS}\n"
SEVENTH = date(2025, 7, 7)
QUOTE = "--quote 'agreed on Monday to coordinate closely'"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def sources(desk: Desk) -> dict[str, Any]:
    return dict(tomli.loads(desk.text)["source"])


def kept(desk: Desk, source: dict[str, Any]) -> list[str]:
    return [(desk.folder / seen["text"]).read_text("utf-8") for seen in source["seen"]]


def html(site: Site, text: str) -> None:
    site.answers["/oslo"] = page(text.encode(), "text/html; charset=utf-8")


def test_the_text_of_a_page_is_kept_and_quoted_and_its_details_are_recorded(desk: Desk) -> None:
    desk.write(PAGE, "oslo.html")

    done = desk.run(f"add 'Coordinate closely' --by KR,US --source oslo.html {QUOTE}")

    source = sources(desk)["oslo-2025-07-07"]
    assert done.code == 0, done.err
    assert "oslo.html" in done.words
    assert kept(desk, source) == [TEXT]
    assert (source["title"], source["outlet"], source["author"], source["published"]) == (
        *("Two sides meet", "The Post", "Jane Doe"),
        date(2025, 7, 7),
    )


def test_a_date_counts_from_when_the_page_was_published(desk: Desk) -> None:
    desk.write(PAGE, "oslo.html")
    desk.run("add 'The tariffs start' --effective 'aug 1' --source oslo.html --now 2026-01-01")

    assert "effective = 2025-08-01" in desk.text


def test_what_the_command_line_says_goes_before_what_the_page_says(desk: Desk) -> None:
    desk.write(PAGE, "oslo.html")
    desk.run("add Coordinate --source oslo.html --outlet 'A Paper' --published 2025-07-08")

    source = sources(desk)["oslo-2025-07-08"]
    assert (source["outlet"], source["author"]) == ("A Paper", "Jane Doe")


def test_a_quote_that_stands_only_in_the_markup_is_not_found(desk: Desk) -> None:
    desk.write(PAGE, "oslo.html")

    assert desk.run("add Coordinate --source oslo.html --quote og:site_name").code == 2
    assert not desk.ledger.exists()


def test_the_same_page_again_is_known(desk: Desk) -> None:
    desk.write(PAGE, "oslo.html")
    desk.run("add 'Coordinate closely' --source oslo.html")
    desk.run("add 'The tariffs start' --due 2025-08-01 --source oslo.html")

    assert list(sources(desk)) == ["oslo-2025-07-07"]
    assert len(sources(desk)["oslo-2025-07-07"]["seen"]) == 1


def test_the_text_of_a_pdf_is_kept(desk: Desk) -> None:
    (desk.folder / "oslo.pdf").write_bytes(make_pdf([[AGREED]], {"Title": "Two sides meet"}))
    done = desk.run(f"add Coordinate --source oslo.pdf --said 2025-07-07 {QUOTE}")

    assert done.code == 0, done.err
    assert kept(desk, sources(desk)["oslo-2025-07-07"]) == [f"{AGREED}\n"]
    assert sources(desk)["oslo-2025-07-07"]["title"] == "Two sides meet"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"\xef\xbb\xbfThey agreed.\r\nTwice.\r\n", "They agreed.\nTwice.\n"),
        ("They agreed.\n".encode("utf-16"), "They agreed.\n"),
        (b"They agreed.\n", "They agreed.\n"),
    ],
    ids=["line ends and a mark", "UTF-16", "plain"],
)
def test_a_text_is_kept_as_it_is_read(desk: Desk, content: bytes, text: str) -> None:
    (desk.folder / "oslo.txt").write_bytes(content)
    desk.run("add Coordinate --source oslo.txt --said 2025-07-07 --quote 'They agreed'")

    assert kept(desk, sources(desk)["oslo-2025-07-07"]) == [text]


@pytest.mark.parametrize(
    ("name", "text", "title"),
    [
        ("oslo.txt", "Two sides meet again\n\nThey agreed.\n", "Two sides meet again"),
        (
            "oslo.txt",
            "July 5, 2025\n\nTwo sides meet again\n\nThey agreed.\n",
            "Two sides meet again",
        ),
        ("oslo.txt", "They agreed.\n", None),
        ("oslo.md", "# Two sides meet\n\nThey agreed.\n", "Two sides meet"),
        ("oslo.md", "---\ntitle: They meet\n---\n# Talks\n\nThey agreed.\n", "They meet"),
        ("oslo.md", "**Two sides meet again**\n\nThey agreed.\n", "Two sides meet again"),
    ],
    ids=["headline", "below a day", "none", "heading", "front matter", "bold line"],
)
def test_a_new_source_has_the_title_that_its_text_gives(
    desk: Desk, name: str, text: str, title: str | None
) -> None:
    desk.write(text, name)

    done = desk.run(f"add Coordinate --source {name} --published 2025-07-07")

    assert done.code == 0, done.err
    assert sources(desk)["oslo-2025-07-07"].get("title") == title


def test_of_a_text_only_the_title_is_taken_and_never_its_day(desk: Desk) -> None:
    desk.write("Two sides meet again\n\nBy Jane Doe\n\nOSLO, July 5, 2025 - Agreed.\n", "oslo.txt")
    desk.run("add Coordinate --source oslo.txt --published 2025-07-07 --outlet Post")

    source = sources(desk)["oslo-2025-07-07"]
    assert source.keys() == {"title", "outlet", "published", "recorded", "seen"}


def test_a_source_that_is_known_keeps_the_title_that_it_has(desk: Desk) -> None:
    content = "Two sides meet again\n\nThey agreed.\n"
    desk.write(content, "oslo.txt")
    desk.write(
        "format = 1\n\n[source.oslo]\noutlet = 'Post'\n[[source.oslo.seen]]\non = 2025-07-07\n"
        f"sha256 = '{sha256(content.encode()).hexdigest()}'\n"
    )
    done = desk.run("add Coordinate --source oslo.txt")

    assert done.code == 0, done.err
    assert "title" not in sources(desk)["oslo"]


def test_a_text_that_was_kept_with_its_line_ends_is_still_known(desk: Desk) -> None:
    content = b"They agreed.\r\n"
    (desk.folder / "oslo.txt").write_bytes(content)
    desk.write(
        "format = 1\n\n[source.oslo]\noutlet = 'Post'\n[[source.oslo.seen]]\non = 2025-07-07\n"
        f"sha256 = '{sha256(content).hexdigest()}'\n"
    )
    desk.run("add Coordinate --source oslo.txt")

    assert list(sources(desk)) == ["oslo"]


def test_an_address_is_not_fetched_unless_it_is_asked_for(desk: Desk) -> None:
    with serving({}) as site:
        done = desk.run(f"add Coordinate --source {site.url('/oslo')} --published 2025-07-07")

        assert (done.code, site.asked) == (0, [])


def test_an_address_is_no_source_that_has_none(desk: Desk) -> None:
    desk.write("format = 1\n\n[source.oslo]\noutlet = 'Post'\n")
    desk.run("add Coordinate --source https://post.example/oslo --published 2025-07-07")

    assert list(sources(desk)) == ["oslo", "post-example-2025-07-07"]


def test_a_page_is_fetched_kept_and_described(desk: Desk) -> None:
    with serving({"/oslo": page(PAGE.encode(), "text/html")}) as site:
        url = site.url("/oslo")
        done = desk.run(f"add Coordinate --source {url} --fetch --allow-private {QUOTE}")

    assert done.code == 0, done.err
    source = sources(desk)["the-post-2025-07-07"]
    assert (source["url"], source["title"]) == (url, "Two sides meet")
    assert source["published"] == date(2025, 7, 7)
    assert kept(desk, source) == [TEXT]
    assert source["seen"][0]["on"] == datetime(2025, 7, 8, 0, tzinfo=UTC)


def test_the_address_may_be_given_by_url_alone(desk: Desk) -> None:
    with serving({"/oslo": page(PAGE.encode(), "text/html")}) as site:
        done = desk.run(f"add Coordinate --url {site.url('/oslo')} --fetch --allow-private")

    assert done.code == 0, done.err
    assert kept(desk, sources(desk)["the-post-2025-07-07"]) == [TEXT]


def test_a_page_that_changed_is_looked_at_once_more(desk: Desk) -> None:
    with serving({"/oslo": page(PAGE.encode(), "text/html")}) as site:
        how = f"--source {site.url('/oslo')} --fetch --allow-private"
        desk.run(f"add Coordinate {how}")
        desk.run(f"add 'Coordinate again' {how}")
        html(site, PAGE.replace("August 1", "August 9"))
        desk.run(f"add 'The tariffs start' {how} --quote 'start on August 9'")

    assert list(sources(desk)) == ["the-post-2025-07-07"]
    texts = kept(desk, sources(desk)["the-post-2025-07-07"])
    assert texts == [TEXT, TEXT.replace("August 1", "August 9")]


@pytest.mark.parametrize(
    ("line", "code", "words"),
    [
        ("--source {url}", 7, "not a public address"),
        ("--source {url}/gone --allow-private", 7, "answers with status 404"),
        ("--source oslo.txt --allow-private", 2, "no source is an address"),
        ("--allow-private", 2, "no source is an address"),
    ],
)
def test_what_cannot_be_fetched_writes_nothing(
    desk: Desk, line: str, code: int, words: str
) -> None:
    desk.write("They agreed.\n", "oslo.txt")
    with serving({"/oslo/gone": status(404)}) as site:
        done = desk.run(f"add Coordinate {line.format(url=site.url('/oslo'))} --fetch")

    assert done.code == code
    assert words in done.words
    assert not desk.ledger.exists()


def test_a_long_text_is_cited_in_no_more_time_for_many_sources(desk: Desk) -> None:
    seen = (Seen(SEVENTH, text="sources/other.txt", sha256="0" * 64),)
    known = {f"post-{n}": Source(f"post-{n}", seen=seen) for n in range(1000)}
    given = (GivenSource("oslo.txt", b"x" * 5_000_000),)
    now = Now(datetime(2025, 7, 8, tzinfo=UTC), UTC)
    started = process_time()

    cited = cite(given, SourceDetails(), known, desk.ledger, now)

    assert cited.new == ("oslo",)
    assert process_time() - started < 1


def test_a_name_that_no_file_can_have_is_no_file(desk: Desk) -> None:
    done = desk.run(f"add Coordinate --source {'a' * 300}")

    assert done.code == 3
    assert "is no source of this ledger, no file and no address" in done.words


def test_to_allow_without_fetching_is_a_mistake(desk: Desk) -> None:
    done = desk.run("add Coordinate --source https://post.example/ --allow-private")

    assert done.code == 2
    assert "add --fetch" in done.err
