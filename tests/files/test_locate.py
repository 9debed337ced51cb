"""Where the ledger is."""

from pathlib import Path

import pytest

from commitrack.errors import NoLedgerError
from commitrack.files.locate import find_ledger, ledger_to_make


def ledger_in(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "commitments.toml"
    path.write_bytes(b"format = 1\n")
    return path


def find(folder: Path, given: Path | None = None, environment: str | None = None) -> Path:
    return find_ledger(
        folder=folder,
        given=given,
        environment=environment,
        data_folder=lambda: folder.parent / "data",
    )


def never() -> Path:
    pytest.fail("the data folder is asked for only when nothing nearer is found")


def test_the_given_one_goes_before_all(tmp_path: Path) -> None:
    here, other = ledger_in(tmp_path / "here"), ledger_in(tmp_path / "other")
    given = other.rename(tmp_path / "mine.toml")

    assert find(here.parent, given, str(here)) == given


def test_a_given_folder_stands_for_the_ledger_in_it(tmp_path: Path) -> None:
    ledger = ledger_in(tmp_path / "other")

    assert find(tmp_path / "here", tmp_path / "other") == ledger


def test_a_given_relative_path_starts_in_the_folder(tmp_path: Path) -> None:
    ledger = ledger_in(tmp_path / "here" / "sub")

    assert find(tmp_path / "here", Path("sub/commitments.toml")) == ledger


def test_the_environments_goes_before_the_nearest(tmp_path: Path) -> None:
    here, other = ledger_in(tmp_path / "here"), ledger_in(tmp_path / "other")

    assert find(here.parent, None, str(other)) == other


def test_an_empty_environment_counts_as_unset(tmp_path: Path) -> None:
    here = ledger_in(tmp_path / "here")

    assert find(here.parent, None, "") == here


def test_a_tilde_in_the_environment_is_the_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    ledger = ledger_in(tmp_path / "ours")

    assert find(tmp_path / "here", None, "~/ours/commitments.toml") == ledger


@pytest.mark.parametrize("by", ["given", "environment"])
def test_a_named_one_that_is_missing_is_not_replaced_by_another(tmp_path: Path, by: str) -> None:
    here = ledger_in(tmp_path / "here")
    gone = tmp_path / "gone.toml"

    with pytest.raises(NoLedgerError, match=r"no ledger at .*gone\.toml") as missing:
        find(
            here.parent,
            gone if by == "given" else None,
            str(gone) if by == "environment" else str(here),
        )

    assert missing.value.exit_code == 4


def test_a_given_folder_without_a_ledger_has_none(tmp_path: Path) -> None:
    with pytest.raises(NoLedgerError, match=r"commitments\.toml"):
        find(tmp_path, tmp_path)


def test_the_nearest_above_is_found_without_asking_further(tmp_path: Path) -> None:
    ledger_in(tmp_path)
    near = ledger_in(tmp_path / "a")
    folder = tmp_path / "a" / "b" / "c"
    folder.mkdir(parents=True)

    found = find_ledger(folder=folder, given=None, environment=None, data_folder=never)

    assert found == near


def test_a_folder_of_that_name_is_no_ledger(tmp_path: Path) -> None:
    above = ledger_in(tmp_path)
    (tmp_path / "here" / "commitments.toml").mkdir(parents=True)

    assert find(tmp_path / "here") == above


def test_the_data_folders_is_the_last(tmp_path: Path) -> None:
    (tmp_path / "here").mkdir()
    ledger = ledger_in(tmp_path / "data")

    assert find(tmp_path / "here") == ledger


def test_with_none_anywhere_it_says_where_it_looked_and_how_to_start(tmp_path: Path) -> None:
    with pytest.raises(NoLedgerError) as missing:
        find(tmp_path / "here")

    assert missing.value.message == (
        "no ledger: no commitments.toml here or in a folder above, none in your data folder"
    )
    assert missing.value.remedy == "start one with `commitrack add` or `commitrack init`"


def test_a_link_to_nothing_is_not_replaced_by_a_ledger_above(tmp_path: Path) -> None:
    ledger_in(tmp_path)
    (tmp_path / "here").mkdir()
    (tmp_path / "here" / "commitments.toml").symlink_to("gone.toml")

    with pytest.raises(NoLedgerError, match=r"is a link to gone\.toml, which is not there"):
        find(tmp_path / "here")


@pytest.mark.parametrize(
    ("given", "environment", "expected"),
    [
        (None, None, "here/commitments.toml"),
        (None, "", "here/commitments.toml"),
        (None, "../e.toml", "here/../e.toml"),
        (Path("g.toml"), "e.toml", "here/g.toml"),
        (Path(), None, "here/commitments.toml"),
    ],
    ids=["nothing", "empty", "environment", "given", "given folder"],
)
def test_a_first_ledger_is_made_where_it_was_named_else_here(
    tmp_path: Path, given: Path | None, environment: str | None, expected: str
) -> None:
    (tmp_path / "here").mkdir()

    made = ledger_to_make(folder=tmp_path / "here", given=given, environment=environment)

    assert made == tmp_path / expected


def test_no_ledger_is_made_in_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(NoLedgerError, match="no folder to make it in"):
        ledger_to_make(folder=tmp_path, given=None, environment="typo/commitments.toml")
