"""A real server on this computer that pages are fetched from, and names that lead to it."""

import ssl
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from time import sleep

from commitrack.ingest.addresses import is_public
from commitrack.ingest.fetching import Network

HERE = "127.0.0.1"

Answering = Callable[["Handler"], None]


class Handler(BaseHTTPRequestHandler):
    """Answers as the site says; what was asked is kept."""

    server: "Site"

    def do_GET(self) -> None:
        self.server.asked.append((self.path, dict(self.headers)))
        with suppress(ConnectionError, ssl.SSLError):  # who asked may have gone
            self.server.answers[self.path](self)

    def log_message(self, *_: object) -> None:
        pass


class Site(ThreadingHTTPServer):
    """A site of a few pages."""

    daemon_threads = True

    def __init__(self, answers: Mapping[str, Answering]) -> None:
        super().__init__((HERE, 0), Handler)
        self.answers = dict(answers)
        self.asked: list[tuple[str, dict[str, str]]] = []

    def url(self, path: str, host: str = HERE, scheme: str = "http") -> str:
        return f"{scheme}://{host}:{self.server_port}{path}"


@contextmanager
def serving(
    answers: Mapping[str, Answering], secured: ssl.SSLContext | None = None
) -> Iterator[Site]:
    site = Site(answers)
    if secured is not None:
        site.socket = secured.wrap_socket(site.socket, server_side=True)
    thread = Thread(target=site.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield site
    finally:
        site.shutdown()
        thread.join()
        site.server_close()


def page(body: bytes, kind: str = "text/plain", **headers: str) -> Answering:
    """A page, with its length and other headers; `_` stands for `-`."""

    def answer(handler: Handler) -> None:
        handler.send_response(200)
        if kind:
            handler.send_header("Content-Type", kind)
        for name, value in {"Content_Length": str(len(body)), **headers}.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def status(code: int, **headers: str) -> Answering:
    """An answer without a body: a fault, or a redirect."""

    def answer(handler: Handler) -> None:
        handler.send_response(code)
        for name, value in {"Content_Length": "0", **headers}.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()

    return answer


def dripping(raw: bytes, pause_s: float = 0.05) -> Answering:
    """What is sent a byte at a time."""

    def answer(handler: Handler) -> None:
        for byte in raw:
            handler.wfile.write(bytes([byte]))
            sleep(pause_s)

    return answer


def raw(content: bytes) -> Answering:
    """Exactly these bytes, whatever HTTP says of them."""

    def answer(handler: Handler) -> None:
        handler.wfile.write(content)

    return answer


def names(addresses: Mapping[str, str | list[str]]) -> Network:
    """A network in which these names lead to these addresses, and this computer is public."""

    def look_up(host: str, _port: int, _seconds: float) -> list[str]:
        found = addresses[host]
        return [found] if isinstance(found, str) else found

    return Network(look_up, is_public=lambda one: one == HERE or is_public(one))
