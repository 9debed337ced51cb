"""Where a host is: the system's answer, not waited for beyond a deadline."""

import socket
from concurrent.futures import Future
from threading import Thread


def look_up(host: str, port: int, seconds: float) -> list[str]:
    """The addresses of a host, in the order in which the system would try them.

    Raises:
        OSError: it has none, or the answer does not come in time.
    """
    answer: Future[list[str]] = Future()
    Thread(target=_answer, args=(answer, host, port), daemon=True).start()
    return answer.result(timeout=seconds)


def _answer(answer: "Future[list[str]]", host: str, port: int) -> None:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        answer.set_result(list(dict.fromkeys(str(one[4][0]) for one in found)))
    except (OSError, UnicodeError) as fault:
        answer.set_exception(fault if isinstance(fault, OSError) else OSError(str(fault)))
