"""Links: a real server on loopback answers, has moved, is gone, refuses or says nothing."""

import json
import sys
import threading
from collections.abc import Iterator, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from tests.cli.desk import Desk

PAGE = "The ministers met in Oslo.\n\nThe treaty will be signed in May, the minister said.\n"
QUOTE = "The treaty will be signed in May"


class Answer:
    """What the server says at one path."""

    def __init__(self, body: str = "", status: int = 200, **headers: str) -> None:
        self.body, self.status = body.encode(), status
        self.headers = {"Content-Type": "text/plain; charset=utf-8"}
        self.headers |= {name.replace("_", "-"): value for name, value in headers.items()}


class Site:
    """A server on this machine; a test says what it answers, and sees what was asked."""

    def __init__(self) -> None:
        self.pages: dict[str, Answer] = {}
        self.asked: list[str] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.append(self.path)
                answer = site.pages.get(self.path, Answer(status=404))
                self.send_response(answer.status)
                for name, value in {
                    **answer.headers,
                    "Content-Length": str(len(answer.body)),
                }.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(answer.body)

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.server.server_port}{path}"


@pytest.fixture
def site() -> Iterator[Site]:
    made = Site()
    thread = threading.Thread(target=made.server.serve_forever, args=(0.01,))
    thread.start()
    yield made
    made.server.shutdown()
    thread.join()
    made.server.server_close()


def source(desk: Desk, name: str, url: str | None, text: str | None = None) -> None:
    """A source with an address; its text is kept by hand, so that the page may differ from it."""
    with_url = f'url = "{url}"\n' if url else ""
    block = f"[source.{name}]\nsaid = 2025-07-01\nrecorded = 2025-07-01\n{with_url}"
    if text is not None:
        desk.write(text, f"articles/{name}.txt")
        block += f'[[source.{name}.seen]]\non = 2025-07-01\ntext = "articles/{name}.txt"\n'
    old = desk.text if desk.ledger.exists() else "format = 1\n"
    desk.write(f"{old}\n{block}")


def commitment(desk: Desk, name: str, quote: str, *sources: str) -> None:
    cited = json.dumps(list(sources))
    desk.write(
        f'{desk.text}\n[commitment.{name}]\ntitle = "Sign"\nkind = "promise"\ndue = "2026-05"\n'
        f'source = {cited}\nquote = "{quote}"\nrecorded = 2025-07-01\n'
    )


def links(desk: Desk, words: str = "") -> list[Mapping[str, Any]]:
    done = desk.run(f"sources check {words} --links --allow-private --json")
    found: list[Mapping[str, Any]] = json.loads(done.out)["links"]
    return found


def brief(link: Mapping[str, Any]) -> tuple[str, int | None, str | None]:
    return link["state"], link["status"], link["now"]


def test_without_being_asked_nothing_is_fetched(desk: Desk, site: Site) -> None:
    source(desk, "oslo", site.url("/a"))

    done = desk.run("sources check --json")

    assert json.loads(done.out)["links"] is None
    assert site.asked == []


def test_an_address_that_answers_is_said_to(desk: Desk, site: Site) -> None:
    site.pages["/a"] = Answer(PAGE)
    source(desk, "oslo", site.url("/a#part"))

    done = desk.run("sources check --links --allow-private")

    assert (done.code, done.out) == (0, f"answers  oslo  {site.url('/a#part')}\n")


@pytest.mark.parametrize("spelt", ["/a?", "/a#", "/a?#part", " /a"])
def test_an_address_in_another_spelling_has_not_moved(desk: Desk, site: Site, spelt: str) -> None:
    site.pages["/a"] = Answer(PAGE)
    url = site.url(spelt.strip()).replace("http:", "HTTP:")
    source(desk, "oslo", f" {url}" if spelt.startswith(" ") else url)

    assert [brief(link) for link in links(desk)] == [("answers", 200, None)]


@pytest.mark.parametrize(
    ("answer", "state", "status"),
    [
        (Answer(status=404), "gone", 404),
        (Answer(status=410), "gone", 410),
        (Answer(status=403), "refuses", 403),
        (Answer(status=429), "refuses", 429),
        (Answer(status=503), "no answer", 503),
        (Answer(status=302, Location="/a"), "no answer", None),
        (Answer(status=302, Location="ftp://127.0.0.1/a"), "no answer", None),
    ],
    ids=["404", "410", "403", "429", "503", "round and round", "to another scheme"],
)
def test_an_address_that_gives_no_page_is_a_finding(
    desk: Desk, site: Site, answer: Answer, state: str, status: int | None
) -> None:
    site.pages["/a"] = answer
    source(desk, "oslo", site.url("/a"))

    (link,) = links(desk)

    assert brief(link) == (state, status, None)
    assert link["reason"]
    done = desk.run("sources check --links --allow-private")
    assert (done.code, done.out) == (1, f"{state}  oslo  {site.url('/a')}  {link['reason']}\n")


def test_a_page_that_moved_is_said_to_have_with_where_to(desk: Desk, site: Site) -> None:
    site.pages |= {"/a": Answer(status=301, Location="/b"), "/b": Answer(PAGE)}
    source(desk, "oslo", site.url("/a"))

    done = desk.run("sources check --links --allow-private")

    assert done.code == 0
    assert done.out == f"moved  oslo  {site.url('/a')}  now at {site.url('/b')}\n"


def test_a_port_where_nobody_listens_is_no_answer(desk: Desk, site: Site) -> None:
    source(desk, "oslo", site.url("/a"))
    site.server.socket.close()

    assert brief(links(desk)[0]) == ("no answer", None, None)


@pytest.mark.parametrize(
    "url", ["file:///etc/hostname", "javascript:alert(1)", "nonsense", "http://"]
)
def test_what_is_no_address_of_the_web_is_not_asked(desk: Desk, url: str) -> None:
    source(desk, "oslo", url)

    assert brief(links(desk)[0]) == ("no answer", None, None)


def test_this_machine_is_asked_only_when_that_is_allowed(desk: Desk, site: Site) -> None:
    site.pages["/a"] = Answer(PAGE)
    source(desk, "oslo", site.url("/a"))

    done = desk.run("sources check --links")

    assert done.code == 1
    assert done.out.startswith("no answer  oslo")
    assert "not a public address; --allow-private fetches" in done.out
    assert site.asked == []


def test_what_is_not_read_answers_all_the_same(desk: Desk, site: Site) -> None:
    site.pages["/a"] = Answer("GIF89a", Content_Type="image/gif")
    source(desk, "oslo", site.url("/a"))

    (link,) = links(desk)

    assert brief(link) == ("answers", 200, None)
    assert "image/gif" in link["reason"]
    assert desk.run("sources check --links --allow-private").code == 0


@pytest.mark.parametrize(
    ("page", "state", "now"),
    [
        (f"Updated.\n\n{PAGE}", "ok", QUOTE),
        (PAGE.replace("May", "June"), "drifted", "The treaty will be signed in June"),
        ("The ministers met in Oslo.\n", "orphan", None),
    ],
)
@pytest.mark.parametrize("kept", [PAGE, None], ids=["kept", "no text"])
def test_quotes_are_looked_up_in_the_page_as_it_is_now(
    desk: Desk, site: Site, kept: str | None, page: str, state: str, now: str | None
) -> None:
    site.pages["/a"] = Answer(page)
    source(desk, "oslo", site.url("/a"), kept)
    commitment(desk, "sign", QUOTE, "oslo")

    (quote,) = links(desk)[0]["quotes"]

    assert (quote["commitment"], quote["state"], quote["now"]) == ("sign", state, now)
    assert desk.run("sources check --links --allow-private").code == (state != "ok")
    assert desk.run("sources check").code == 0


def test_a_page_of_html_is_read(desk: Desk, site: Site) -> None:
    pytest.importorskip("trafilatura")
    body = "".join(f"<p>{line}</p>" for line in [*["Talks went on all day in Oslo."] * 5, PAGE])
    html = f"<html><body><article><h1>In Oslo</h1>{body}</article></body></html>"
    site.pages["/a"] = Answer(html, Content_Type="text/html; charset=utf-8")
    source(desk, "oslo", site.url("/a"), PAGE)
    commitment(desk, "sign", QUOTE, "oslo")

    done = desk.run("sources check --links --allow-private")

    assert done.code == 0
    assert done.lines[-1].startswith("  on the page: ok  sign  oslo, line ")


def test_without_what_reads_html_the_address_answers_and_says_so(
    desk: Desk, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    site.pages["/a"] = Answer("<html><p>In Oslo.</p></html>", Content_Type="text/html")
    source(desk, "oslo", site.url("/a"), PAGE)
    commitment(desk, "sign", QUOTE, "oslo")

    (link,) = links(desk)

    assert brief(link) == ("answers", 200, None)
    assert "pip install 'commitrack[web]'" in link["reason"]
    assert link["quotes"] == []
    assert desk.run("sources check --links --allow-private").code == 0


def test_a_quote_of_another_source_is_not_missed_here(desk: Desk, site: Site) -> None:
    site.pages["/a"] = Answer("Another paper wrote of other things.\n")
    source(desk, "oslo", None, PAGE)
    source(desk, "post", site.url("/a"))
    commitment(desk, "sign", QUOTE, "post", "oslo")

    assert links(desk)[0]["quotes"] == []


def test_several_sources_of_one_address_ask_it_once(desk: Desk, site: Site) -> None:
    site.pages |= {"/a": Answer(PAGE), "/b": Answer(PAGE)}
    source(desk, "one", site.url("/a"))
    source(desk, "two", site.url("/a"))
    source(desk, "three", site.url("/b"))
    source(desk, "four", None)

    assert [link["source"] for link in links(desk)] == ["one", "two", "three"]
    assert site.asked == ["/a", "/b"]
    assert [link["source"] for link in links(desk, "two")] == ["two"]


def test_a_person_at_a_terminal_sees_which_is_waited_for(desk: Desk, site: Site) -> None:
    site.pages["/a"] = Answer(PAGE)
    source(desk, "oslo", site.url("/a"))
    words = "sources check --links --allow-private"

    assert f"asking 1 of 1: {site.url('/a')}\n" in desk.run(words, terminal=True).err
    assert "asking" not in desk.run(words).err


def test_one_more_look_fetches_the_page_of_the_source_again(desk: Desk, site: Site) -> None:
    site.pages["/a"] = Answer(PAGE.replace("May", "June"))
    source(desk, "oslo", site.url("/a"), PAGE)
    commitment(desk, "sign", QUOTE, "oslo")

    done = desk.run("sources add --seen oslo --fetch --allow-private")

    assert (done.code, done.out) == (0, "oslo: one more look kept\n")
    assert desk.run("sources check").out.startswith("drifted  sign  oslo, line 3")


def test_a_page_is_recorded_with_its_text_and_looked_at_again_by_its_address(
    desk: Desk, site: Site
) -> None:
    site.pages["/a"] = Answer(PAGE)
    line = f"sources add {site.url('/a')} --fetch --allow-private --outlet Post --said 2025-07-01"

    assert desk.run(line).out == "post-2025-07-01: recorded\n"
    assert desk.run(line).out == "post-2025-07-01: known already\n"
    site.pages["/a"] = Answer(PAGE.replace("May", "June"))
    assert desk.run(line).out == "post-2025-07-01: one more look kept\n"


@pytest.mark.parametrize(
    "words",
    [
        "add --seen oslo --fetch",
        "check --fetch",
        "list --links",
        "check --allow-private",
        "add page.txt --fetch",
    ],
    ids=["no address", "fetch for check", "links for list", "nothing fetched", "a file"],
)
def test_flags_that_fit_nothing_are_exit_2_and_write_nothing(desk: Desk, words: str) -> None:
    source(desk, "oslo", None)
    desk.write(PAGE, "page.txt")
    before = desk.text

    assert desk.run(f"sources {words}").code == 2
    assert desk.text == before
