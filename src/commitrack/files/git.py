"""What git has of a file."""

import subprocess
from pathlib import Path
from shutil import which

TIMEOUT_S = 5.0


def head_version(path: Path) -> bytes | None:
    """The file's bytes in the last commit.

    None when git is missing or slow, and when there is no repository, no commit, or the commit
    does not have the file. Nothing is written to the repository.
    """
    git = which("git")
    if git is None:
        return None
    try:
        real = path.resolve()
        shown = subprocess.run(  # noqa: S603  the name goes to git as one argument
            _command(git, real),
            capture_output=True,
            timeout=TIMEOUT_S,
            check=True,
            stdin=subprocess.DEVNULL,
        )
    except (OSError, RuntimeError, ValueError, subprocess.SubprocessError):
        return None
    return shown.stdout


def _command(git: str, path: Path) -> list[str]:
    # The option is the environment's GIT_OPTIONAL_LOCKS=0; cat-file knows no pager and no filters.
    options = ["--no-optional-locks", "-C", str(path.parent)]
    return [git, *options, "cat-file", "blob", f"HEAD:./{path.name}"]
