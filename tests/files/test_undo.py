"""Taking the last change back."""

from pathlib import Path

import pytest

from commitrack.errors import NoLedgerError, WriteError
from commitrack.files.companion import Companion
from commitrack.files.replace import create, replace, undo


def append(ledger: Path, text: bytes) -> None:
    replace(ledger, lambda old: old + text)


def test_the_last_change_is_taken_back(ledger: Path) -> None:
    append(ledger, b"a = 1\n")
    append(ledger, b"b = 2\n")

    written = undo(ledger)

    assert ledger.read_bytes() == b"format = 1\na = 1\n"
    assert written == (b"format = 1\na = 1\nb = 2\n", b"format = 1\na = 1\n")


def test_what_was_undone_is_kept(ledger: Path) -> None:
    append(ledger, b"a = 1\n")

    undo(ledger)

    assert Companion(ledger).before.read_bytes() == b"format = 1\na = 1\n"


def test_a_second_undo_in_a_row_is_refused(ledger: Path) -> None:
    append(ledger, b"a = 1\n")
    append(ledger, b"b = 2\n")
    undo(ledger)

    with pytest.raises(WriteError, match="undone already") as refused:
        undo(ledger)

    assert refused.value.exit_code == 5
    assert ledger.read_bytes() == b"format = 1\na = 1\n"


def test_a_change_after_an_undo_can_be_undone(ledger: Path) -> None:
    append(ledger, b"a = 1\n")
    undo(ledger)
    append(ledger, b"c = 3\n")

    undo(ledger)

    assert ledger.read_bytes() == b"format = 1\n"


def test_a_ledger_that_was_edited_since_is_left_alone(ledger: Path) -> None:
    append(ledger, b"a = 1\n")
    ledger.write_bytes(ledger.read_bytes() + b"# by hand\n")

    with pytest.raises(WriteError, match="something else has written"):
        undo(ledger)

    assert ledger.read_bytes() == b"format = 1\na = 1\n# by hand\n"


def test_the_same_content_under_another_inode_can_be_undone(ledger: Path) -> None:
    append(ledger, b"a = 1\n")
    copy = ledger.with_name("copy")
    copy.write_bytes(ledger.read_bytes())
    copy.replace(ledger)

    undo(ledger)

    assert ledger.read_bytes() == b"format = 1\n"


def test_a_ledger_we_never_wrote_has_nothing_to_undo(ledger: Path) -> None:
    with pytest.raises(WriteError, match="nothing to undo"):
        undo(ledger)

    assert ledger.read_bytes() == b"format = 1\n"


def test_the_making_of_a_ledger_is_not_undone(tmp_path: Path) -> None:
    path = tmp_path / "commitments.toml"
    create(path, b"format = 1\n")

    with pytest.raises(WriteError, match="nothing to undo"):
        undo(path)

    assert path.read_bytes() == b"format = 1\n"


@pytest.mark.parametrize("content", [None, b"", b"format = 1\n# other\n"])
def test_a_previous_state_that_is_not_what_it_was_is_not_put_back(
    ledger: Path, content: bytes | None
) -> None:
    append(ledger, b"a = 1\n")
    before = Companion(ledger).before
    before.unlink()
    if content is not None:
        before.write_bytes(content)

    with pytest.raises(WriteError, match="no longer kept"):
        undo(ledger)

    assert ledger.read_bytes() == b"format = 1\na = 1\n"


def test_a_change_that_changes_nothing_leaves_the_undo_as_it_was(ledger: Path) -> None:
    append(ledger, b"a = 1\n")
    append(ledger, b"")

    undo(ledger)

    assert ledger.read_bytes() == b"format = 1\n"


def test_a_missing_ledger_is_none(tmp_path: Path) -> None:
    with pytest.raises(NoLedgerError):
        undo(tmp_path / "commitments.toml")
