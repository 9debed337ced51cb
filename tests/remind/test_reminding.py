"""The use case: decided, said, noted down; and what happens when one of them fails."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from commitrack.app.answering import acknowledge, snooze
from commitrack.app.digesting import digest
from commitrack.app.reminder_status import reminder_status
from commitrack.app.reminding import Place, Way, remind
from commitrack.errors import DeliveryError, UnknownIdError, WriteError
from commitrack.ledger.reading import read_ledger
from commitrack.report.rows import ReminderShown
from tests.remind.diary import morning
from tests.remind.test_deciding import TREATY

JULY_25 = morning(date(2025, 7, 25))


class Mailbox:
    """A channel that keeps what it is given, or is down."""

    def __init__(self, name: str = "mail", *, is_down: bool = False) -> None:
        self.way = Way(name, self.deliver)
        self.is_down = is_down
        self.got: list[tuple[str, str]] = []

    def deliver(self, shown: Sequence[ReminderShown]) -> None:
        if self.is_down:
            raise DeliveryError(f"{self.way.name} is down")
        self.got += [(one.item.standing.id, one.lead) for one in shown]

    def send(self, subject: str, body: str) -> None:
        if self.is_down:
            raise DeliveryError(f"{self.way.name} is down")
        self.got.append((subject, body))


def place(folder: Path, text: str = TREATY, day: date = date(2025, 7, 25)) -> Place:
    ledger = read_ledger(f"format = 1\n{text}", "ledger.toml")
    return Place(ledger, folder / "ledger.toml", folder / "state", morning(day))


def test_what_a_channel_does_not_take_stays_to_be_said_there_alone(tmp_path: Path) -> None:
    mail, desktop = Mailbox("mail", is_down=True), Mailbox("desktop")
    here = place(tmp_path)

    first = remind(here, [mail.way, desktop.way], None)
    mail.is_down = False
    second = remind(here, [mail.way, desktop.way], None)

    assert [fault.message for fault in first.faults] == ["mail is down"]
    assert second.faults == ()
    assert mail.got == desktop.got == [("treaty", "P7D")]


def test_nothing_is_kept_for_a_supposed_now(tmp_path: Path) -> None:
    mail = Mailbox()

    remind(place(tmp_path)._replace(keeps=False), [mail.way], None)
    remind(place(tmp_path)._replace(keeps=False), [mail.way], None)

    assert mail.got == [("treaty", "P7D")] * 2
    assert list(tmp_path.iterdir()) == []


def test_nothing_to_say_writes_no_state(tmp_path: Path) -> None:
    remind(place(tmp_path, day=date(2025, 7, 1)), [Mailbox().way], None)

    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_noted_down_is_not_said(tmp_path: Path) -> None:
    (tmp_path / "state" / "reminders.jsonl").mkdir(parents=True)
    mail = Mailbox()

    with pytest.raises(WriteError):
        remind(place(tmp_path), [mail.way], None)
    assert mail.got == []


@pytest.mark.parametrize("cut", [1, 20, 60])
def test_a_line_cut_off_by_a_kill_costs_one_repeat_and_is_said_once(
    tmp_path: Path, cut: int
) -> None:
    here, mail = place(tmp_path), Mailbox()
    remind(here, [mail.way], None)
    here.state.write_bytes(here.state.read_bytes()[:-cut])

    again = remind(here, [mail.way], None)
    quiet = remind(here, [mail.way], None)

    assert len(mail.got) == (1 if cut == 1 else 2)
    assert [notice.about for notice in again.notices] == ([] if cut == 1 else ["broken lines"])
    assert quiet.notices == ()


def test_a_state_of_noise_costs_one_message_with_everything(tmp_path: Path) -> None:
    more = TREATY.replace("commitment.treaty", "commitment.bill")
    here, mail = place(tmp_path, TREATY + more), Mailbox()
    remind(here, [mail.way], None)
    here.state.write_bytes(bytes(range(256)) * 40)

    remind(here, [mail.way], None)
    remind(here, [mail.way], None)

    assert sorted(mail.got) == [("bill", "P7D")] * 2 + [("treaty", "P7D")] * 2


def test_a_run_that_dies_after_saying_it_says_it_again(tmp_path: Path) -> None:
    said: list[str] = []

    def die(shown: Sequence[ReminderShown]) -> None:
        said.extend(one.lead for one in shown)
        raise KeyboardInterrupt

    here, mail = place(tmp_path), Mailbox("terminal")
    with pytest.raises(KeyboardInterrupt):
        remind(here, [Way("terminal", die)], None)
    remind(here, [mail.way], None)

    assert said == ["P7D"]
    assert mail.got == [("treaty", "P7D")]


def test_room_that_a_killed_run_had_taken_is_no_broken_line(tmp_path: Path) -> None:
    here, mail = place(tmp_path), Mailbox()
    here.state.parent.mkdir()
    here.state.write_bytes(b" " * 300)

    first = remind(here, [mail.way], None)
    second = remind(here, [mail.way], None)

    assert mail.got == [("treaty", "P7D")]
    assert first.notices == second.notices == ()


def test_two_ledgers_with_the_same_id_are_apart(tmp_path: Path) -> None:
    mail = Mailbox()
    here = place(tmp_path)

    remind(here, [mail.way], None)
    remind(here._replace(path=tmp_path / "other.toml"), [mail.way], None)

    assert mail.got == [("treaty", "P7D")] * 2


def test_what_was_seen_is_no_longer_unanswered(tmp_path: Path) -> None:
    here = place(tmp_path)
    before = remind(here, [Mailbox().way], None).unanswered

    acknowledge(here, ["treaty"])
    after = remind(here, [Mailbox().way], None).unanswered

    assert [one.lead.name for one in before] == ["P7D"]
    assert after == ()


def test_seen_ahead_of_everything_holds_until_it_is_late(tmp_path: Path) -> None:
    acknowledge(place(tmp_path, day=date(2025, 7, 1)), ["treaty"])
    mail = Mailbox()

    for day in (date(2025, 7, 30), date(2025, 8, 1), date(2025, 8, 2)):
        remind(place(tmp_path, day=day), [mail.way], None)

    assert mail.got == [("treaty", "P1D late")]


def test_snoozed_before_anything_was_said_comes_on_its_day(tmp_path: Path) -> None:
    text = TREATY.replace("2025-08-01", "2026-08-01")
    snooze(place(tmp_path, text), ["treaty"], date(2025, 9, 1))
    mail = Mailbox()

    for day in (date(2025, 8, 31), date(2025, 9, 1), date(2025, 9, 2)):
        remind(place(tmp_path, text, day), [mail.way], None)

    assert mail.got == [("treaty", "snoozed")]


def test_what_is_closed_cannot_be_answered(tmp_path: Path) -> None:
    text = TREATY + '[[commitment.treaty.event]]\ntype = "fulfilled"\non = 2025-07-20\n'

    with pytest.raises(UnknownIdError, match="closed"):
        acknowledge(place(tmp_path, text), ["treaty"])


def test_the_status_tells_when_it_was_said_and_what_is_snoozed(tmp_path: Path) -> None:
    here = place(tmp_path)
    remind(here, [Mailbox().way], None)

    told = reminder_status(here)
    snooze(here, ["treaty"], date(2025, 7, 28))
    later = reminder_status(here)

    assert [[fact.channel for fact in one.facts] for one in told.waiting] == [["mail"]]
    assert (later.waiting, later.snoozed) == ((), (("treaty", "2025-07-28"),))


def test_a_digest_is_sent_whenever_asked_and_its_parts_count_as_said(tmp_path: Path) -> None:
    far = TREATY.replace("commitment.treaty", "commitment.bill").replace("08-01", "08-20")
    here, mail = place(tmp_path, TREATY + far), Mailbox()

    for _ in range(2):
        digest(here, [("mail", mail.send)], None)
    sent = list(mail.got)
    mail.got.clear()
    remind(here, [mail.way], None)

    assert [subject for subject, _ in sent] == [
        "commitrack: Fri 25 Jul 2025 to Fri 1 Aug 2025: 1 coming"
    ] * 2
    assert "Fri 1 Aug 2025, in 7 days: Sign the treaty [treaty]" in sent[0][1]
    assert mail.got == [("bill", "P30D")]


def test_a_digest_of_nothing_is_not_sent(tmp_path: Path) -> None:
    mail = Mailbox()

    digest(place(tmp_path, day=date(2025, 7, 2)), [("mail", mail.send)], None)

    assert mail.got == []


def test_a_digest_that_fails_leaves_its_parts_to_be_said(tmp_path: Path) -> None:
    here, mail = place(tmp_path), Mailbox(is_down=True)

    done = digest(here, [("mail", mail.send)], None)
    mail.is_down = False
    remind(here, [mail.way], None)

    assert len(done.faults) == 1
    assert mail.got == [("treaty", "P7D")]
