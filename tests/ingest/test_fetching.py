"""Pages fetched from a real server on this computer: from where, how far, how much, how long."""

import gzip
import socket
import ssl
import subprocess
import tracemalloc
import zlib
from collections.abc import Iterator
from time import monotonic, process_time
from typing import NamedTuple

import pytest

from commitrack.errors import ArticleError
from commitrack.ingest.fetching import Limits, Network, fetch
from commitrack.ingest.lookup import look_up
from commitrack.ingest.unpacking import unpack
from tests.ingest.servers import HERE, dripping, names, page, raw, serving, status

TEXT = b"The minister will sign it on August 1.\n"
BIG = b"x" * 1000
NOBODY = 9  # the port of `discard`: nothing may be sent there


def refusal(url: str, limits: Limits = Limits(), **how: object) -> ArticleError:  # noqa: B008
    with pytest.raises(ArticleError) as refused:
        fetch(url, limits, **how)  # type: ignore[arg-type]
    assert refused.value.remedy
    return refused.value


def test_a_page_comes_as_it_was_sent() -> None:
    with serving({"/a?b=c": page(TEXT, "Text/Plain; charset=UTF-8")}) as site:
        fetched = fetch(site.url("/a?b=c#part"), allow_private=True)

    assert fetched == (site.url("/a?b=c"), TEXT, "text/plain", "utf-8", 200)


def test_the_host_that_was_asked_for_is_named_to_the_server() -> None:
    with serving({"/": page(TEXT)}) as site:
        fetch(site.url("/", "post.example"), network=names({"post.example": HERE}))

    assert site.asked[0][1]["Host"] == f"post.example:{site.server_port}"
    assert site.asked[0][1]["User-Agent"].startswith("commitrack/")


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "127.1", "0x7f.1"])
def test_this_computer_is_refused_however_it_is_written(host: str) -> None:
    with serving({"/": page(TEXT)}) as site:
        error = refusal(site.url("/", host))

        assert "not a public address" in error.message
        assert "--allow-private" in error.remedy
        assert site.asked == []


@pytest.mark.parametrize("address", ["10.0.0.1", "169.254.169.254", "::ffff:10.0.0.1", "fd00::1"])
def test_a_name_that_leads_to_a_private_address_is_refused(address: str) -> None:
    error = refusal("http://post.example/", network=names({"post.example": address}))

    assert error.message == f"post.example is {address}, which is not a public address"


def test_one_private_address_among_public_ones_is_enough_to_refuse() -> None:
    with serving({"/": page(TEXT)}) as site:
        network = names({"post.example": [HERE, "10.0.0.1"]})

        assert "10.0.0.1" in refusal(site.url("/", "post.example"), network=network).message
        assert site.asked == []


def test_a_name_is_looked_up_once_so_that_it_cannot_change_its_mind() -> None:
    answers = [[HERE], ["10.0.0.1"]]
    with serving({"/": page(TEXT)}) as site:
        network = names({})._replace(look_up=lambda *_: answers.pop(0))

        assert fetch(site.url("/", "post.example"), network=network).content == TEXT
    assert answers == [["10.0.0.1"]]


def test_the_next_address_is_tried_where_the_first_does_not_answer() -> None:
    with serving({"/": page(TEXT)}) as site:
        network = names({"post.example": ["::1", HERE]})
        network = network._replace(is_public=lambda _: True)

        assert fetch(site.url("/", "post.example"), network=network).content == TEXT


def test_a_machine_that_does_not_answer_is_told() -> None:
    with serving({}) as site:
        url = site.url("/")

    assert f"cannot reach {HERE}" in refusal(url, allow_private=True).message


def test_a_name_that_does_not_exist_is_told() -> None:
    def nowhere(_host: str, _port: int, _seconds: float) -> list[str]:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    error = refusal("http://nobody.example/", network=Network(nowhere))

    assert error.message == "cannot reach nobody.example: Name or service not known"


def test_the_system_is_asked_where_a_host_is() -> None:
    assert HERE in look_up("localhost", 80, 5)


def test_a_name_that_no_host_can_have_is_not_found() -> None:
    with pytest.raises(OSError, match="label"):
        look_up("a..example", 80, 5)


def test_redirects_are_followed() -> None:
    pages = {
        "/1": status(301, Location="/2"),
        "/3": page(TEXT),
    }
    with serving(pages) as site:
        site.answers["/2"] = status(302, Location=f"//second.example:{site.server_port}/3")
        network = names({"first.example": HERE, "second.example": HERE})
        fetched = fetch(site.url("/1", "first.example"), network=network)

        assert (fetched.url, fetched.content) == (site.url("/3", "second.example"), TEXT)


def test_five_redirects_are_followed_and_no_more() -> None:
    pages = {f"/{n}": status(307, Location=f"/{n + 1}") for n in range(6)}
    with serving({**pages, "/6": page(TEXT)}) as site:
        assert fetch(site.url("/1"), allow_private=True).content == TEXT
        error = refusal(site.url("/0"), allow_private=True)

    assert "leads on more than 5 times" in error.message


@pytest.mark.parametrize(
    ("location", "words"),
    [
        ("file:///etc/passwd", "not of the web"),
        ("ftp://first.example/", "not of the web"),
        ("http://inner.example/", "inner.example is 10.0.0.1"),
        ("http://169.254.169.254/latest", "169.254.169.254 is not a public address"),
        ("http://[::1]/", "::1 is not a public address"),
        ("http://me:secret@first.example/", "user name or a password"),
        ("http://first.example:25/", "port 25"),
        ("", "leads on, but not where"),
    ],
)
@pytest.mark.parametrize("allow_private", [False, True])
def test_a_redirect_is_checked_like_the_first_address(
    location: str, words: str, *, allow_private: bool
) -> None:
    literal = {one: one for one in ("169.254.169.254", "::1")}
    network = names({"first.example": HERE, "inner.example": "10.0.0.1", **literal})
    with serving({"/": status(302, Location=location)}) as site:
        url = site.url("/", "first.example")
        error = refusal(url, network=network, allow_private=allow_private)

    assert words in error.message
    assert len(site.asked) == 1


def test_an_intranet_leads_on_within_itself() -> None:
    with serving({"/1": status(302, Location="/2"), "/2": page(TEXT)}) as site:
        assert fetch(site.url("/1"), allow_private=True).content == TEXT


def test_a_name_that_is_public_too_leads_to_nothing_private() -> None:
    network = names({"first.example": [HERE, "127.0.0.2"], "inner.example": "127.0.0.3"})
    with serving({"/": status(302, Location="http://inner.example/")}) as site:
        error = refusal(site.url("/", "first.example"), network=network, allow_private=True)

    assert "inner.example is 127.0.0.3, which is not a public address" in error.message


@pytest.mark.parametrize("code", [204, 206, 304, 401, 403, 404, 410, 429, 500, 503])
def test_any_other_status_is_told(code: int) -> None:
    with serving({"/": status(code)}) as site:
        error = refusal(site.url("/"), allow_private=True)

    assert error.message == f"{site.url('/')} answers with status {code}"
    assert error.status == code


@pytest.mark.parametrize(
    "kind",
    ["image/png", "application/json", "application/octet-stream", "video/mp4", "text/css"],
)
def test_what_is_no_article_is_refused(kind: str) -> None:
    with serving({"/": page(TEXT, kind)}) as site:
        error = refusal(site.url("/"), allow_private=True)

    assert f"{site.url('/')} is {kind}, which is not read" in error.message


@pytest.mark.parametrize("packing", ["gzip", "x-gzip", "deflate", "raw deflate", "identity", ""])
def test_a_packed_page_is_unpacked(packing: str) -> None:
    packed = {"gzip": gzip.compress(BIG), "x-gzip": gzip.compress(BIG), "identity": BIG, "": BIG}
    packed |= {"deflate": zlib.compress(BIG), "raw deflate": zlib.compress(BIG, wbits=-15)}
    headers = {"Content_Encoding": packing.removeprefix("raw ")}
    with serving({"/": page(packed[packing], **headers)}) as site:
        assert fetch(site.url("/"), allow_private=True).content == BIG


@pytest.mark.parametrize(
    ("packing", "content", "words"),
    [
        ("br", BIG, "packed as br"),
        ("gzip, gzip", BIG, "packed as gzip, gzip"),
        ("gzip", BIG, "packed in a broken way"),
        ("gzip", gzip.compress(BIG, mtime=0)[:-9], "broke off"),
    ],
)
def test_a_page_that_cannot_be_unpacked_is_refused(
    packing: str, content: bytes, words: str
) -> None:
    with serving({"/": page(content, Content_Encoding=packing)}) as site:
        assert words in refusal(site.url("/"), allow_private=True).message


def test_a_page_may_be_as_large_as_the_limit_and_not_larger() -> None:
    with serving({"/": page(BIG)}) as site:
        assert fetch(site.url("/"), Limits(bytes=1000), allow_private=True).content == BIG
        error = refusal(site.url("/"), Limits(bytes=999), allow_private=True)

    assert "larger than 0.000999 MB" in error.message


@pytest.mark.parametrize("packing", ["gzip", "deflate"])
def test_a_bomb_is_stopped_while_it_is_unpacked(packing: str) -> None:
    """Half a gigabyte in half a megabyte: neither time nor memory for what is in it is spent."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31 if packing == "gzip" else 15)
    bomb = b"".join(packer.compress(bytes(1_000_000)) for _ in range(500)) + packer.flush()
    with serving({"/": page(bomb, Content_Encoding=packing)}) as site:
        started = monotonic()
        error = refusal(site.url("/"), allow_private=True)

    assert len(bomb) < 1_000_000
    assert "larger than 10 MB" in error.message
    assert monotonic() - started < 5


def test_no_more_of_a_bomb_is_unpacked_than_may_be() -> None:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    bomb = b"".join(packer.compress(bytes(1_000_000)) for _ in range(50)) + packer.flush()
    tracemalloc.start()

    with pytest.raises(ArticleError, match="larger than 1 MB"):
        unpack([bomb], "gzip", 1_000_000)

    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 5_000_000


def test_an_endless_page_is_stopped() -> None:
    def endless(handler: object) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n")  # type: ignore[attr-defined]
        while True:
            handler.wfile.write(b"x" * 65536)  # type: ignore[attr-defined]

    with serving({"/": endless}) as site:
        assert (
            "larger than 1 MB"
            in refusal(site.url("/"), Limits(bytes=1_000_000), allow_private=True).message
        )


HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n"
CHUNKED = HEAD.replace(b"\r\n\r\n", b"\r\nTransfer-Encoding: chunked\r\n\r\n")


def test_a_chunk_of_no_length_at_all_does_not_lift_the_limit() -> None:
    tracemalloc.start()
    with serving({"/": raw(CHUNKED + b"-1\r\n" + b"x" * 20_000_000)}) as site:
        before, _ = tracemalloc.get_traced_memory()
        tracemalloc.reset_peak()
        error = refusal(site.url("/"), Limits(bytes=1_000_000), allow_private=True)

    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert "answers what is not understood" in error.message
    assert most - before < 5_000_000


def test_a_header_that_is_hard_to_take_apart_takes_no_time() -> None:
    sent = HEAD.replace(b"text/plain", b'text/plain; a="' + b";" * 60_000) + TEXT
    with serving({"/": raw(sent)}) as site:
        started = process_time()
        fetched = fetch(site.url("/"), allow_private=True)

    assert (fetched.content, fetched.content_type) == (TEXT, "text/plain")
    assert process_time() - started < 0.5


@pytest.mark.parametrize(
    "sent",
    [b"HTTP/1.1 200 OK\r\n" + b"X-A: b\r\n" * 90, HEAD + TEXT * 9, b"HTTP/1.1 100 Go\r\n\r\n" * 9],
    ids=["headers", "body", "promises"],
)
def test_a_server_that_drips_ends_when_the_time_does(sent: bytes) -> None:
    with serving({"/": dripping(sent)}) as site:
        started = monotonic()
        error = refusal(site.url("/"), Limits(seconds=0.4), allow_private=True)
        took = monotonic() - started

    assert error.message == f"{site.url('/')} took longer than 0.4 seconds"
    assert took < 2


def test_the_time_is_of_all_redirects_together() -> None:
    slow = dripping(b"HTTP/1.1 302 Found\r\nLocation: /\r\n\r\n", pause_s=0.01)
    with serving({"/": slow}) as site:
        started = monotonic()
        error = refusal(site.url("/"), Limits(seconds=0.6), allow_private=True)

    assert "took longer than 0.6 seconds" in error.message
    assert monotonic() - started < 2


def test_a_lookup_is_not_waited_for_longer() -> None:
    def slow(_host: str, _port: int, seconds: float) -> list[str]:
        assert seconds <= 0.3
        raise TimeoutError

    network = Network(look_up=slow)

    assert "took longer than" in refusal("http://a.example/", Limits(0.3), network=network).message


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        (b"SSH-2.0-OpenSSH_9.6\r\n", "answers what is not understood"),
        (b"HTTP/1.1 200 OK\r\n" + b"X-A: b\r\n" * 200 + b"\r\n", "answers what is not understood"),
        (b"HTTP/1.1 200 OK\r\nX-A: " + b"b" * 100_000, "answers what is not understood"),
        (b"", "cannot reach"),
        (HEAD.replace(b"\r\n\r\n", b"\r\nContent-Length: 99\r\n\r\n") + TEXT, "broke off"),
        (CHUNKED + b"zz\r\n", "broke off"),
        (CHUNKED + b"2\r\nab\r\n9\r\ncd", "broke off"),
        (CHUNKED + b"2\r\nab\r\n", "broke off"),
    ],
    ids=[
        *("another protocol", "many headers", "a long header", "nothing", "half", "bad chunks"),
        *("half a chunk", "no last chunk"),
    ],
)
def test_a_server_that_does_not_keep_to_http_is_refused(sent: bytes, words: str) -> None:
    with serving({"/": raw(sent)}) as site:
        assert words in refusal(site.url("/"), allow_private=True).message


def test_proxies_of_the_environment_are_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", f"http://{HERE}:{NOBODY}")
    with serving({"/": page(TEXT)}) as site:
        assert fetch(site.url("/"), allow_private=True).content == TEXT


class Secured(NamedTuple):
    server: ssl.SSLContext
    client: ssl.SSLContext


@pytest.fixture(scope="module")
def secured(tmp_path_factory: pytest.TempPathFactory) -> Secured:
    """A certificate for post.example, made here."""
    folder = tmp_path_factory.mktemp("certificate")
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    make = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=post.example"
    files = ["-keyout", str(key), "-out", str(certificate)]
    name = ["-addext", "subjectAltName=DNS:post.example"]
    subprocess.run([*make.split(), *name, *files], check=True, capture_output=True)
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(certificate, key)
    return Secured(server, ssl.create_default_context(cafile=str(certificate)))


@pytest.fixture
def post(secured: Secured) -> Iterator[tuple[str, Network]]:
    """The address of an encrypted site, in a network where its certificate is trusted."""
    pages = {"/": page(TEXT), "/down": status(302, Location="http://post.example:8080/")}
    with serving(pages, secured.server) as site:
        network = names({"post.example": HERE, "other.example": HERE})
        yield site.url("", "post.example", "https"), network._replace(trusted=secured.client)


def test_an_encrypted_page_is_read(post: tuple[str, Network]) -> None:
    url, network = post

    assert fetch(f"{url}/", network=network).content == TEXT


def test_a_dot_at_the_end_of_a_name_is_none_of_the_certificate(post: tuple[str, Network]) -> None:
    url, network = post
    network = network._replace(look_up=lambda *_: [HERE])

    assert fetch(f"{url.replace('.example', '.example.')}/", network=network).content == TEXT


def test_a_certificate_that_nobody_vouches_for_is_refused(post: tuple[str, Network]) -> None:
    url, network = post
    error = refusal(f"{url}/", network=network._replace(trusted=None))

    assert error.message == "the connection to post.example is not safe: self-signed certificate"


def test_a_certificate_of_another_host_is_refused(post: tuple[str, Network]) -> None:
    url, network = post
    error = refusal(f"{url.replace('post', 'other')}/", network=network)

    assert "the connection to other.example is not safe: hostname mismatch" in error.message


def test_an_encrypted_page_leads_to_none_that_is_not(post: tuple[str, Network]) -> None:
    url, network = post
    error = refusal(f"{url}/down", network=network)

    assert "http://post.example:8080/, which is not encrypted" in error.message
