"""One request to one machine: the socket goes to an address that was checked, and has a deadline.

The deadline is of the whole: each wait on the socket may take only what is left of it, so a server
that sends a byte a second ends when one that sends nothing does.
"""

import socket
import ssl
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPException, HTTPResponse, IncompleteRead
from io import BufferedReader, RawIOBase
from time import monotonic
from typing import TYPE_CHECKING

from commitrack import __version__
from commitrack.ingest.fetched import CONTENT_TYPES
from commitrack.ingest.targets import Target
from commitrack.ingest.unpacking import PACKINGS, broken_off

if TYPE_CHECKING:
    from typing_extensions import Buffer

_CHUNK = 65536
_LONGEST_TYPE = 200
_HEADERS = {
    "User-Agent": f"commitrack/{__version__}",
    "Accept": ", ".join((*CONTENT_TYPES, "*/*;q=0.1")),
    "Accept-Encoding": ", ".join(PACKINGS),
    "Connection": "close",
}


class Deadline:
    """The end of what a fetch may take, by a clock that nobody sets."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._end = monotonic() + seconds

    def left(self) -> float:
        """Seconds left.

        Raises:
            TimeoutError: none are.
        """
        left = self._end - monotonic()
        if left <= 0:
            raise TimeoutError
        return left


class _Connection(HTTPConnection):
    """A connection to a socket that is open already; it opens none itself."""

    def __init__(self, target: Target, line: "_Line") -> None:
        super().__init__(target.host, target.port)
        self.default_port = 443 if target.is_secure else 80
        self.auto_open = 0
        self.sock = line  # all that is used of a socket


class _Line:
    """What HTTP needs of a socket, each wait bounded by the deadline."""

    def __init__(self, opened: socket.socket, deadline: Deadline) -> None:
        self._socket, self._deadline = opened, deadline

    def sendall(self, data: "Buffer") -> None:
        """Send it all."""
        self._socket.settimeout(self._deadline.left())
        self._socket.sendall(data)

    def makefile(self, _mode: str) -> BufferedReader:
        """Read from it."""
        return BufferedReader(_Incoming(self._socket, self._deadline))

    def close(self) -> None:
        """Leave it open: the connection lets go of it while its answer is still to be read."""


class _Incoming(RawIOBase):
    def __init__(self, opened: socket.socket, deadline: Deadline) -> None:
        self._socket, self._deadline = opened, deadline

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "Buffer") -> int:
        self._socket.settimeout(self._deadline.left())
        return self._socket.recv_into(buffer)

    def readall(self) -> bytes:
        """Refuse to read without a bound, as http.client does for a chunk of length -1."""
        raise HTTPException("a length below nothing")


class Answer:
    """A response whose body has not been read yet.

    Attributes:
        status: as HTTP has it.
    """

    def __init__(self, opened: socket.socket, response: HTTPResponse) -> None:
        self._socket, self._response = opened, response
        self.status = response.status

    def close(self) -> None:
        """End the exchange, whether its body was read or not."""
        self._response.close()
        self._socket.close()

    def header(self, name: str) -> str:
        """The first value of a header, or nothing."""
        return (self._response.headers.get_all(name) or [""])[0].strip()

    def content_type(self) -> tuple[str, str | None]:
        """The type of the content, empty where none is said, and its charset."""
        headers = self._response.headers
        if "Content-Type" not in headers:
            return "", None
        # The time that `email` takes to take it apart grows with the square of its length.
        headers.replace_header("Content-Type", self.header("Content-Type")[:_LONGEST_TYPE])
        return headers.get_content_type(), headers.get_content_charset()

    def chunks(self) -> Iterator[bytes]:
        """The body as it comes.

        Raises:
            ArticleError: it breaks off before its length is reached.
        """
        try:
            while chunk := self._response.read(_CHUNK):
                yield chunk
        except IncompleteRead as fault:  # of a page in chunks
            raise broken_off() from fault
        if self._response.length:
            raise broken_off()


def ask(
    target: Target, addresses: list[str], deadline: Deadline, context: ssl.SSLContext | None
) -> Answer:
    """Send a GET request to the first of the addresses that answers.

    Args:
        target: what is asked for; its host is named to the server and on its certificate.
        addresses: where its host is; nothing is looked up again.
        deadline: when it must be over.
        context: the certificates that are trusted; None: the system's.

    Raises:
        OSError: none answers, or not in time.
        HTTPException: the answer is not HTTP.
    """
    opened = _open(addresses, target.port, deadline)
    try:
        if target.is_secure:
            opened.settimeout(deadline.left())
            name = target.host.removesuffix(".")  # a certificate has none
            trusted = context or ssl.create_default_context()
            opened = trusted.wrap_socket(opened, server_hostname=name)
        connection = _Connection(target, _Line(opened, deadline))
        connection.request("GET", target.path, headers=_HEADERS)
        return Answer(opened, connection.getresponse())
    except BaseException:
        opened.close()
        raise


def _open(addresses: list[str], port: int, deadline: Deadline) -> socket.socket:
    """A socket to the first address that takes one; the time is shared out among them."""
    fault: OSError = OSError("it has no address")
    for count, address in zip(range(len(addresses), 0, -1), addresses, strict=True):
        try:
            return socket.create_connection((address, port), deadline.left() / count)
        except OSError as this:
            fault = this
    raise fault
