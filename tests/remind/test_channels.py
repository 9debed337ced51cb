"""Channels: programs, and services behind apprise, with real servers on this computer."""

import logging
import socket
import sys
import time
from pathlib import Path

import pytest

from commitrack.errors import DeliveryError, UsageError
from commitrack.remind.addresses import address_shown
from commitrack.remind.channels import find_channel
from commitrack.remind.command_channel import CommandChannel
from tests.remind.servers import Endpoint, Mailbox, free_port

SUBJECT = "In 3 days, Fri 1 Aug 2025: Tariff on South Korean goods"
HOSTILE = "$(touch owned) `touch owned`; touch owned & | > owned % 100%\n'\"\\ <b>bold</b> é …\n"


def test_a_command_gets_the_text_as_it_is_and_no_shell_sees_it(tmp_path: Path) -> None:
    taken = tmp_path / "a file"

    find_channel(f"command:dd 'of={taken}' status=none").deliver(SUBJECT, HOSTILE)

    assert taken.read_text() == HOSTILE
    assert list(tmp_path.iterdir()) == [taken]


@pytest.mark.parametrize(
    ("command", "message"),
    [
        ("no-such-program-here", "cannot start no-such-program-here: No such file or directory"),
        ("sh -c 'echo no room >&2; exit 3'", "sh ended with 3: no room"),
        ("sh -c 'kill -9 $$'", "sh was ended by signal 9"),
        ("false", "false ended with 1"),
    ],
)
def test_a_command_that_fails_has_not_delivered(command: str, message: str) -> None:
    with pytest.raises(DeliveryError) as caught:
        find_channel(f"command:{command}").deliver(SUBJECT, "x\n")

    assert caught.value.message == message
    assert caught.value.exit_code == 6


def test_a_command_that_hangs_is_ended_with_all_that_it_started(tmp_path: Path) -> None:
    late = tmp_path / "late"
    words = ("sh", "-c", f"(sleep 0.5; touch {late}) & sleep 60")

    with pytest.raises(DeliveryError, match="did not end within"):
        CommandChannel(words, timeout_s=0.1).deliver(SUBJECT, "x\n")
    time.sleep(1)  # it would be there by now

    assert not late.exists()


def test_a_command_need_not_read_and_may_leave_something_running() -> None:
    long = "x" * 1_000_000

    find_channel("command:sh -c 'sleep 5 & exit 0'").deliver(SUBJECT, long)


@pytest.mark.parametrize(
    "address", ["", "terminal2", "command:", "command:''", "command:say 'hello", "mailto:me@x.org"]
)
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(UsageError):
        find_channel(address)


def test_a_mail_arrives_whole_and_its_subject_is_one_line(mailbox: tuple[Mailbox, int]) -> None:
    box, port = mailbox
    address = f"mailto://127.0.0.1:{port}?from=a@example.org&to=b@example.org&mode=insecure"

    find_channel(address).deliver(f"{SUBJECT}\nBcc: c@example.org", HOSTILE)

    (message,) = box.messages
    assert message["Subject"] == f"{SUBJECT} Bcc: c@example.org"
    assert message["Bcc"] is None
    assert message["To"].addresses[0].addr_spec == "b@example.org"
    assert message.get_content_type() == "text/plain"
    assert message.get_content().replace("\r\n", "\n").strip() == HOSTILE.strip()


def test_a_web_service_gets_subject_and_body(endpoint: Endpoint) -> None:
    find_channel(f"json://127.0.0.1:{endpoint.server_port}/hook").deliver(SUBJECT, HOSTILE)

    (body,) = endpoint.bodies
    assert SUBJECT in body
    assert "touch owned & | > owned % 100%" in body


def test_a_service_that_refuses_is_named_without_its_secrets(
    endpoint: Endpoint, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    endpoint.status = 403
    address = f"json://me:hushhush@localhost:{endpoint.server_port}/tokentoken?+X-Key=keykey"

    with caplog.at_level(logging.DEBUG), pytest.raises(DeliveryError) as caught:
        find_channel(address).deliver(SUBJECT, "x\n")

    assert caught.value.message == "not taken by json://localhost (error 403)"
    out, err = capfd.readouterr()
    shown = f"{caught.value}{caught.value.remedy}{out}{err}{caplog.text}"
    assert not any(secret in shown for secret in ("hushhush", "tokentoken", "keykey"))


def test_a_server_that_is_down_has_not_delivered() -> None:
    for address in (
        f"json://localhost:{free_port()}/hook",
        f"mailto://localhost:{free_port()}?from=a@example.org&to=b@example.org&mode=insecure",
    ):
        with pytest.raises(DeliveryError) as caught:
            find_channel(address).deliver(SUBJECT, "x\n")
        assert "localhost, which cannot be reached" in caught.value.message


def test_a_server_that_never_answers_is_not_waited_for() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"json://localhost:{silent.getsockname()[1]}/hook?rto=0.3"

        with pytest.raises(DeliveryError, match="not taken by json://localhost"):
            find_channel(address).deliver(SUBJECT, "x\n")


@pytest.mark.parametrize("address", ["nosuchservice://host.example/", "mailto://", "slack://x"])
def test_an_address_that_apprise_does_not_know_has_not_delivered(address: str) -> None:
    with pytest.raises((DeliveryError, UsageError)):
        find_channel(address).deliver(SUBJECT, "x\n")


def test_without_apprise_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "apprise", None)

    with pytest.raises(DeliveryError) as caught:
        find_channel("ntfy://ntfy.example.org/topic").deliver(SUBJECT, "x\n")

    assert caught.value.message == ("ntfy://ntfy.example.org needs apprise, which is not installed")
    assert caught.value.remedy == "pip install 'commitrack[notify]'"


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("mailto://me:secret@gmail.com", "mailto://gmail.com"),
        ("mailtos://me:p@ss@mail.example.org:587?to=x", "mailtos://mail.example.org"),
        ("ntfy://topic", "ntfy://…"),
        ("json://localhost:8080/path", "json://localhost"),
        ("tgram://123:AAE-secret/456", "tgram://…"),
        ("discord://4174216298/JHMHI8qBe7bk2ZwO5U711o3dV_js", "discord://…"),
        ("slack:secret", "slack:…"),
        ("dbus://", "dbus://…"),
    ],
)
def test_of_an_address_only_service_and_host_are_shown(address: str, shown: str) -> None:
    assert address_shown(address) == shown
