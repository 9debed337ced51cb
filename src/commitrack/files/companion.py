"""The folder beside a ledger that holds everything we need to write it safely."""

import os
import stat
import sys
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from commitrack.errors import WriteError
from commitrack.files.durable import discard

FOLDER_NAME = ".commitrack"


class Companion(NamedTuple):
    """The names in `.commitrack/` that belong to one ledger.

    Attributes:
        ledger: the ledger itself, all links resolved: only beside the real file is a new one
            certain to be on the same file system.
    """

    ledger: Path

    @property
    def folder(self) -> Path:
        """The folder, shared by all ledgers beside it."""
        return self.ledger.parent / FOLDER_NAME

    @property
    def lock(self) -> Path:
        """The file that a writer holds locked. It stays: to remove it would split its waiters."""
        return self.folder / f"{self.ledger.name}.lock"

    @property
    def before(self) -> Path:
        """The ledger as it was before the last write."""
        return self.folder / f"{self.ledger.name}.before"

    @property
    def journal(self) -> Path:
        """What we noted about the last write."""
        return self.folder / f"{self.ledger.name}.json"

    def temporary(self, purpose: str) -> Path:
        """The temporary file of this process for one purpose, a word without a dot."""
        return self.folder / f"{self.ledger.name}.{os.getpid()}.{purpose}.tmp"

    def make(self) -> None:
        """Make the folder if there is none, open to whom the ledger's own folder is open.

        Raises:
            WriteError: something else has its name.
            OSError: it cannot be made.
        """
        try:
            self.folder.mkdir()
        except FileExistsError:
            self._require_folder()
        else:
            self._open_up()

    def tidy(self) -> None:
        """Clear what dead processes left, and keep the folder out of git. Needs the lock.

        Whoever made a temporary file of this ledger held the lock, which is ours now: so it is
        dead, whatever its number says (containers give the same one each time).

        Raises:
            OSError: the folder cannot be read or written.
        """
        for entry in os.listdir(self.folder):  # noqa: PTH208  names are all that is wanted
            if self._is_temporary(entry):
                discard(self.folder / entry)
        ignore = self.folder / ".gitignore"
        if not ignore.exists() or not ignore.stat().st_size:
            ignore.write_bytes(b"*\n")
        self._hand_over(self.lock)

    def _is_temporary(self, name: str) -> bool:
        start, end = f"{self.ledger.name}.", ".tmp"
        if not (name.startswith(start) and name.endswith(end)):
            return False
        number, _, purpose = name[len(start) : -len(end)].partition(".")
        return number.isdigit() and "." not in purpose

    def _require_folder(self) -> None:
        # A link could lead anywhere, and files are removed in there.
        if self.folder.is_symlink() or not self.folder.is_dir():
            message = f"not a folder: {self.folder}; nothing was written"
            raise WriteError(message, remedy="move it away; a folder of that name is needed")

    def _open_up(self) -> None:
        """Let those write in the folder who may write beside the ledger, whatever our umask."""
        with suppress(PermissionError):  # it is ours by then, save on file systems without owners
            self.folder.chmod(stat.S_IMODE(self.ledger.parent.stat().st_mode))
        self._hand_over(self.folder)

    def _hand_over(self, path: Path) -> None:
        """Give what root made to whom the ledger's folder belongs, who else is locked out by it."""
        if sys.platform == "win32" or os.geteuid() != 0:
            return
        around = self.ledger.parent.stat()
        with suppress(OSError):  # a courtesy: the write at hand does not need it
            os.chown(path, around.st_uid, around.st_gid, follow_symlinks=False)
