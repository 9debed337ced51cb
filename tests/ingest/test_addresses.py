"""Which addresses are public, and where an address of the web leads."""

import pytest

from commitrack.errors import ArticleError
from commitrack.ingest.addresses import is_public
from commitrack.ingest.targets import parse_target, redirected


@pytest.mark.parametrize(
    "address",
    [
        "1.1.1.1",
        "172.15.0.1",
        "172.32.0.1",
        "100.63.255.255",
        "100.128.0.1",
        "2606:4700::1111",
        "64:ff9b::101:101",
        "::ffff:1.1.1.1",
    ],
)
def test_public_addresses(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "127.255.255.254",
        "0.0.0.0",  # noqa: S104  # an address that must be refused
        "0.1.2.3",
        "10.0.0.1",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "100.100.100.200",
        "192.0.0.8",
        "192.0.2.1",
        "198.18.0.1",
        "198.51.100.1",
        "203.0.113.9",
        "224.0.0.1",
        "239.255.255.250",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::127.0.0.1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::ffff:7f00:1",
        "64:ff9b::7f00:1",
        "64:ff9b::a00:1",
        "64:ff9b:1::1",
        "2002:7f00:1::",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2",
        "2001:db8::1",
        "3fff::1",
        "fc00::1",
        "fd12:3456::1",
        "fe80::1",
        "fe80::1%eth0",
        "fec0::1",
        "ff02::1",
        "100::1",
        "4000::1",
        "localhost",
        "",
    ],
)
def test_addresses_that_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    ("url", "host", "port", "path"),
    [
        ("https://post.example", "post.example", 443, "/"),
        ("HTTP://Post.Example/a?b=c#d", "post.example", 80, "/a?b=c"),
        ("https://post.example:8443/a", "post.example", 8443, "/a"),
        ("https://post.example:443/caf\u00e9", "post.example", 443, "/caf%C3%A9"),
        ("https://post.example/a%20b", "post.example", 443, "/a%20b"),
        ("https://b\u00fccher.example/", "xn--bcher-kva.example", 443, "/"),
        ("http://[2606:4700::1111]/a", "2606:4700::1111", 80, "/a"),
        ("http://2130706433/", "2130706433", 80, "/"),
    ],
)
def test_where_an_address_leads(url: str, host: str, port: int, path: str) -> None:
    target = parse_target(url)

    assert (target.host, target.port, target.path) == (host, port, path)


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("file:///etc/passwd", "not of the web"),
        ("ftp://post.example/", "not of the web"),
        ("gopher://post.example/", "not of the web"),
        ("javascript://post.example/%0aalert(1)", "not of the web"),
        ("//post.example/", "not of the web"),
        ("https://", "not an address"),
        ("https:///a", "not an address"),
        ("https://post.example:99999/", "not an address"),
        ("https://post.example:x/", "not an address"),
        ("https://[::1", "not an address"),
        ("http://[fe80::1%25eth0]/", "not an address"),
        ("https://post.example/a b", "not an address"),
        ("https://post.example/a\r\nHost: other", "not an address"),
        ("https://post.example\\@other.example/", "not an address"),
        ("https://post.example/\x00", "not an address"),
        ("https://" + "a." * 3000, "not an address"),
        ("https://me:secret@post.example/", "user name or a password"),
        ("https://me@post.example/", "user name or a password"),
        ("https://@post.example/", "user name or a password"),
        ("http://post.example:25/", "port 25"),
        ("http://post.example:0/", "port 0"),
        ("http://post.example:22/", "port 22"),
        ("https://fa\u00df.example/", "two ways"),
        ("https://FA\u1e9e.example/", "two ways"),
        ("https://\u03bb\u03cc\u03b3\u03bf\u03c2.example/", "two ways"),
        ("https://a\u200db.example/", "two ways"),
    ],
)
def test_what_is_not_fetched(url: str, words: str) -> None:
    with pytest.raises(ArticleError) as refused:
        parse_target(url)

    assert words in refused.value.message
    assert "secret" not in refused.value.message
    assert refused.value.remedy


@pytest.mark.parametrize(
    ("location", "url"),
    [
        ("/b", "https://post.example/b"),
        ("b?c=d", "https://post.example/a/b?c=d"),
        ("//other.example/b", "https://other.example/b"),
        ("https://other.example/b#part", "https://other.example/b"),
    ],
)
def test_where_a_redirect_leads(location: str, url: str) -> None:
    assert redirected(parse_target("https://post.example/a/"), location).url == url


@pytest.mark.parametrize(
    ("location", "words"),
    [
        ("http://post.example/", "not encrypted"),
        ("file:///etc/passwd", "not of the web"),
        ("https://me:secret@post.example/", "user name or a password"),
        ("http://[::1", "not an address"),
    ],
)
def test_where_no_redirect_leads(location: str, words: str) -> None:
    with pytest.raises(ArticleError, match=words):
        redirected(parse_target("https://post.example/a/"), location)
