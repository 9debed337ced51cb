"""Pages of the web: read by their file or their address, recorded with their text and address."""

import re
import subprocess
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest
import tomli

from tests.read.articles import PIER
from tests.read.desk import ReadingDesk

pytest.importorskip("trafilatura", reason="needs trafilatura")

Finds = Callable[..., None]
PAGE = """\
<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Works on the strait</title>
<meta property="og:site_name" content="Strait Herald">
<meta property="article:published_time" content="2025-07-07T09:00:00+02:00"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Works on the strait</h1>
<p>The harbour master spoke to the council on Monday evening, and it took three hours.</p>
<p>Sweden will repair the northern pier by 15&nbsp;December 2025. The pier is closed, and the
ferries use the southern one until the works are over.</p>
<p>Nobody in the audience asked what the works cost, and the council did not say it either.</p>
</article><footer>All rights reserved</footer></body></html>
"""
QUOTE = PIER._replace(quote="repair the northern pier by")


class Handler(BaseHTTPRequestHandler):
    page = PAGE

    def do_GET(self) -> None:
        content = self.page.encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Say nothing on the terminal of the tests."""


@pytest.fixture
def address(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setattr(Handler, "page", PAGE)
    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/works"
    server.shutdown()
    thread.join()
    server.server_close()


def pasted(desk: ReadingDesk, out: str) -> "subprocess.CompletedProcess[str]":
    line = next(text for text in out.splitlines() if text.startswith("   commitrack "))
    return subprocess.run(
        ["bash", "-c", line],
        cwd=desk.folder,
        env=desk.process_environment(),
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_page_in_a_file_is_read_and_its_line_runs(desk: ReadingDesk, finds: Finds) -> None:
    finds(QUOTE)
    desk.write(PAGE, "works.html")

    shown = desk.run("read works.html")
    done = pasted(desk, shown.out)
    again = desk.run("read works.html --yes")

    assert shown.lines[0] == "Works on the strait"
    assert "published Mon 7 Jul 2025" in shown.out
    assert (done.returncode, "quote          found in works.html" in done.stdout) == (0, True)
    assert again.lines == ["already recorded: 1, as repair-northern-pier"]


def test_an_address_is_fetched_recorded_and_known_again(
    desk: ReadingDesk, finds: Finds, address: str
) -> None:
    finds(QUOTE)

    done = desk.run(f"read {address} --allow-private --add 1")
    again = desk.run(f"read {address} --allow-private --add 1")

    [source] = tomli.loads(desk.text)["source"].values()
    assert (done.code, again.lines) == (0, ["already recorded: 1, as repair-northern-pier"])
    assert (source["url"], source["outlet"]) == (address, "Strait Herald")
    kept = (desk.folder / source["seen"][0]["text"]).read_text("utf-8")
    assert "Sweden will repair the northern pier" in kept
    assert re.search("All rights|<p>", kept) is None


def test_the_line_of_an_address_fetches_it_again(
    desk: ReadingDesk, finds: Finds, address: str
) -> None:
    finds(QUOTE)

    done = pasted(desk, desk.run(f"read {address} --allow-private").out)

    assert done.returncode == 0, done.stderr
    assert "text kept" in done.stdout
    assert "quote          found in" in done.stdout


def test_a_private_address_is_refused(desk: ReadingDesk, finds: Finds, address: str) -> None:
    finds(QUOTE)

    done = desk.run(f"read {address}")

    assert done.code == 7
    assert "--allow-private" in done.err


def test_a_page_that_changed_is_one_more_look_at_its_source(
    desk: ReadingDesk, finds: Finds, address: str
) -> None:
    finds(QUOTE)
    desk.run(f"read {address} --allow-private --add 1")
    Handler.page = PAGE.replace("three hours", "four hours")
    finds(PIER._replace(quote="and it took four hours", title="Talk for four hours"))

    line = next(
        text
        for text in desk.run(f"read {address} --allow-private").lines
        if text.startswith("   commitrack ")
    )
    done = desk.run(f"read {address} --allow-private --add 1 --outlet 'Another name'")

    data = tomli.loads(desk.text)
    [source] = data["source"].values()
    assert done.code == 0
    assert "--fetch --allow-private" in line
    assert "--published" not in line
    assert len(source["seen"]) == 2
    assert list(data["commitment"]) == ["repair-northern-pier", "talk-four-hours"]


def test_what_a_changed_page_says_again_is_a_line_that_runs(
    desk: ReadingDesk, finds: Finds, address: str
) -> None:
    finds(QUOTE)
    desk.run(f"read {address} --allow-private --add 1")
    Handler.page = PAGE.replace("northern pier by", "northern pier at last by")
    finds(PIER._replace(quote="repair the northern pier at last by"))

    done = pasted(desk, desk.run(f"read {address} --allow-private").out)

    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("Recorded: repair-northern-pier")
