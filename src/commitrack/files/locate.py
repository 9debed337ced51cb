"""Where the ledger is."""

import os
from collections.abc import Callable
from pathlib import Path

from commitrack.errors import NoLedgerError

LEDGER_NAME = "commitments.toml"

_START = "start one with `commitrack add` or `commitrack init`"


def find_ledger(
    *,
    folder: Path,
    given: Path | None,
    environment: str | None,
    data_folder: Callable[[], Path],
    environment_name: str = "COMMITRACK_LEDGER",
) -> Path:
    """The ledger to read: the given one, else the environment's, else the nearest, else the user's.

    Args:
        folder: where to look first, then in each folder above.
        given: what `--ledger` says; a folder stands for the ledger in it.
        environment: what `COMMITRACK_LEDGER` says; empty counts as unset.
        environment_name: what messages call the place that `environment` is from.
        data_folder: asked for the user's data folder, only when nothing nearer is found.

    Raises:
        NoLedgerError: there is none, or the one that was named is missing: then no other is taken.
    """
    named = _named(folder, given, environment)
    if named is not None:
        return _existing(named, "--ledger" if given is not None else environment_name)
    found = _nearest(folder.absolute()) or _in_folder(data_folder())
    if found is None:
        message = (
            "no ledger: no commitments.toml here or in a folder above, none in your data folder"
        )
        raise NoLedgerError(message, remedy=_START)
    return found


def ledger_to_make(*, folder: Path, given: Path | None, environment: str | None) -> Path:
    """Where a first commitment makes a ledger: where one was named, else in this folder.

    Raises:
        NoLedgerError: the folder of the one that was named is missing: a slip of the fingers.
    """
    named = _named(folder, given, environment)
    if named is not None and not named.parent.is_dir():
        message = f"no ledger at {named}, and no folder to make it in"
        raise NoLedgerError(message, remedy="make the folder first, or mend the path")
    return named or folder / LEDGER_NAME


def _named(folder: Path, given: Path | None, environment: str | None) -> Path | None:
    """The path that the user named, if any."""
    if given is not None:
        path = folder / _at_home(given)
    elif environment:
        path = folder / _at_home(Path(environment))
    else:
        return None
    return path / LEDGER_NAME if path.is_dir() else path


def _at_home(path: Path) -> Path:
    """The path with a leading `~` replaced: crontabs and unit files have no shell that does it."""
    try:
        return path.expanduser()
    except RuntimeError:
        return path


def _existing(path: Path, named_by: str) -> Path:
    try:
        path.stat()
    except FileNotFoundError:
        message = f"no ledger at {path}, which {named_by} names"
        raise NoLedgerError(message, remedy=_START) from None
    except OSError as fault:
        message = f"cannot look at {path}, which {named_by} names: {fault.strerror}"
        raise NoLedgerError(message, remedy="name a ledger that you may read") from fault
    return path


def _nearest(folder: Path) -> Path | None:
    for candidate in (folder, *folder.parents):
        found = _in_folder(candidate)
        if found is not None:
            return found
    return None


def _in_folder(folder: Path) -> Path | None:
    """The ledger of this very folder.

    Raises:
        NoLedgerError: it is a link to nothing. To look further would take another ledger for it.
    """
    path = folder / LEDGER_NAME
    try:
        if path.is_file():
            return path
        if path.is_symlink() and not path.exists():
            target = os.fspath(path.readlink())
            message = f"no ledger: {path} is a link to {target}, which is not there"
            raise NoLedgerError(message, remedy="put the file back, or remove the link")
    except OSError:
        return None  # a folder that we may not look into holds no ledger of ours
    return None
