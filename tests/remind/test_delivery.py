"""`remind --via`: from the ledger to real servers, and to a program."""

import tomli_w

from tests.cli.desk import Desk
from tests.remind.servers import Endpoint, Mailbox, free_port

SHELL = "$(touch owned) `touch owned`; 100% & 'x' \"y\""
TITLE = f"Tariff {SHELL} \x1b[31m\r\nBcc: c@example.org\u202e"


def write_ledger(desk: Desk, title: str = "Tariff takes effect") -> None:
    item = {"title": title, "kind": "promise", "by": ["US"], "due": "2025-07-11"}
    item |= {"recorded": "2025-06-01"}
    desk.write(tomli_w.dumps({"format": 1, "commitment": {"tariff": item}}))


def test_what_a_server_does_not_take_is_pending_and_delivered_once(
    desk: Desk, endpoint: Endpoint
) -> None:
    write_ledger(desk)
    line = f"remind --write-state --via json://localhost:{endpoint.server_port}/token"
    endpoint.status = 500

    refused = desk.run(line)
    endpoint.status = 200
    taken = desk.run(line)
    again = desk.run(line)

    assert (refused.code, taken.code, again.code) == (6, 0, 0)
    assert "json://localhost (error 500)" in refused.err
    assert (
        "token" not in f"{refused.err}{desk.run('remind log').out}{desk.run('remind status').out}"
    )
    assert len(endpoint.bodies) == 2
    assert "Tariff takes effect" in endpoint.bodies[1]
    assert again.out == again.err == ""


def test_the_subject_of_a_move_says_so(desk: Desk, mailbox: tuple[Mailbox, int]) -> None:
    write_ledger(desk)
    desk.run("move tariff 2025-08-01")
    box, port = mailbox
    mail = f"mailto://localhost:{port}?from=a@example.org&to=b@example.org&mode=insecure"

    desk.run(["remind", "--write-state", "--via", mail])

    assert box.messages[0]["Subject"] == (
        "commitrack: In 24 days, Fri 1 Aug 2025, moved from Fri 11 Jul 2025: Tariff takes effect"
    )


def test_one_channel_that_is_down_does_not_keep_the_other(desk: Desk, endpoint: Endpoint) -> None:
    write_ledger(desk)
    down = f"json://localhost:{free_port()}/"
    up = f"json://localhost:{endpoint.server_port}/"

    done = desk.run(f"remind --write-state --via {down} --via {up}")
    again = desk.run(f"remind --write-state --via {down} --via {up}")

    assert (done.code, again.code) == (6, 6)
    assert len(endpoint.bodies) == 1


def test_a_hostile_title_does_no_harm_in_a_mail_or_a_program(
    desk: Desk, mailbox: tuple[Mailbox, int]
) -> None:
    write_ledger(desk, TITLE)
    box, port = mailbox
    mail = f"mailto://localhost:{port}?from=a@example.org&to=b@example.org&mode=insecure"

    program = f"command:tee {desk.folder}/sent.txt"
    done = desk.run(["remind", "--write-state", "--via", mail, "--via", program])

    assert (done.code, done.err) == (0, "")
    (message,) = box.messages
    assert message["Bcc"] is None
    assert "\\x1b[31m Bcc: c@example.org\\u202e" in message["Subject"]
    text = message.get_content()
    assert (desk.folder / "sent.txt").read_text().strip() == text.replace("\r\n", "\n").strip()
    assert SHELL in text
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_a_channel_is_tried_with_a_word(desk: Desk, endpoint: Endpoint) -> None:
    write_ledger(desk)

    done = desk.run(f"remind test json://localhost:{endpoint.server_port}/token")
    down = desk.run(f"remind test json://localhost:{free_port()}/token")

    assert done.code == 0
    assert "A test" in endpoint.bodies[0]
    assert down.code == 6
    assert "cannot be reached" in down.err
    assert "token" not in f"{done}{down}"
