"""The texts kept beside a ledger."""

import os
from hashlib import sha256
from pathlib import Path

import pytest

from commitrack.errors import WriteError
from commitrack.files.archive import keep, read_kept
from commitrack.files.replace import replace

TEXT = b"The tariff takes effect on August 1.\r\n"


def names(folder: Path) -> set[str]:
    return {entry.name for entry in folder.iterdir()}


def test_a_text_is_kept_under_its_source_and_content(ledger: Path) -> None:
    relative = keep(ledger, "diplomacy-journal", TEXT)

    assert relative == f"articles/diplomacy-journal-{sha256(TEXT).hexdigest()[:12]}.txt"
    assert (ledger.parent / relative).read_bytes() == TEXT
    assert read_kept(ledger, relative) == TEXT
    assert names(ledger.parent / ".commitrack") == set()


def test_a_text_is_kept_inside_a_change(ledger: Path) -> None:
    replace(ledger, lambda old: old + f'text = "{keep(ledger, "a", TEXT)}"\n'.encode())

    relative = ledger.read_text(encoding="utf-8").splitlines()[1].split('"')[1]
    assert read_kept(ledger, relative) == TEXT


def test_the_same_text_is_kept_once(ledger: Path) -> None:
    first = keep(ledger, "a", TEXT)
    inode = (ledger.parent / first).stat().st_ino

    second = keep(ledger, "a", TEXT)

    assert first == second
    assert (ledger.parent / second).stat().st_ino == inode


def test_another_text_of_the_source_is_kept_beside_the_first(ledger: Path) -> None:
    first, second = keep(ledger, "a", TEXT), keep(ledger, "a", TEXT + b"Edited.\n")

    assert first != second
    assert read_kept(ledger, first) == TEXT


def test_a_kept_text_that_somebody_edited_is_not_overwritten(ledger: Path) -> None:
    relative = keep(ledger, "a", TEXT)
    (ledger.parent / relative).write_bytes(b"edited")

    with pytest.raises(WriteError, match="another text has the name"):
        keep(ledger, "a", TEXT)

    assert read_kept(ledger, relative) == b"edited"


@pytest.mark.parametrize("source_id", ["../a", "", "a/b", "A", "a\n"])
def test_what_is_no_id_names_no_file(ledger: Path, source_id: str) -> None:
    with pytest.raises(WriteError, match="not the id of a source"):
        keep(ledger, source_id, TEXT)

    assert names(ledger.parent) == {"commitments.toml"}


def test_texts_are_not_kept_outside_the_ledgers_folder(ledger: Path, tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (ledger.parent / "articles").symlink_to(tmp_path / "outside")

    with pytest.raises(WriteError, match="leads out of the ledger's folder"):
        keep(ledger, "a", TEXT)

    assert names(tmp_path / "outside") == set()


def test_texts_of_a_linked_ledger_are_beside_the_file_itself(ledger: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.toml"
    link.symlink_to(ledger)

    relative = keep(link, "a", TEXT)

    assert (ledger.parent / relative).read_bytes() == TEXT
    assert read_kept(link, relative) == TEXT


@pytest.mark.parametrize(
    "relative",
    [
        "articles/gone.txt",
        "../secret",
        "/etc/hostname",
        ".",
        "",
        "a\0b",
        "x" * 5000,
        "link",
        "pipe",
    ],
    ids=["missing", "above", "absolute", "folder", "empty", "nul", "long", "link out", "pipe"],
)
def test_what_is_no_text_in_the_folder_is_not_read(ledger: Path, relative: str) -> None:
    (ledger.parent.parent / "secret").write_bytes(b"secret")
    (ledger.parent / "link").symlink_to(ledger.parent.parent / "secret")
    os.mkfifo(ledger.parent / "pipe")

    assert read_kept(ledger, relative) is None
