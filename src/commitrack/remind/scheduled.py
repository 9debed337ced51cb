"""The run that a scheduler starts: the program, and the environment that schedulers lack."""

from collections.abc import Mapping
from typing import NamedTuple

from commitrack.errors import WriteError

_KEPT = (
    "HOME",
    "LANG",
    "LC_ALL",
    "TZ",
    "XDG_CONFIG_HOME",
    "XDG_DATA_HOME",
    "XDG_STATE_HOME",
    "XDG_RUNTIME_DIR",
)
_USUAL_PATH = "/usr/local/bin:/usr/bin:/bin"


class ScheduledRun(NamedTuple):
    """What is run.

    Attributes:
        words: the program, by its absolute path, and its arguments.
        environment: all that is set for it, by name, save the ledger.
        ledger: whose reminders are run, by its absolute path.
    """

    words: tuple[str, ...]
    environment: tuple[tuple[str, str], ...]
    ledger: str


def scheduled_run(
    program: tuple[str, ...], ledger: str, via: tuple[str, ...], environment: Mapping[str, str]
) -> ScheduledRun:
    """A run of `remind` for one ledger, in the environment of the person who installs it.

    Only variables that decide where things are and how they are shown go along; a bus of the
    desktop does too, where it has a fixed place, so that a notification finds it.
    """
    kept = [(name, environment[name]) for name in _KEPT if environment.get(name)]
    bus = environment.get("DBUS_SESSION_BUS_ADDRESS", "")
    if bus.startswith("unix:path="):
        kept.append(("DBUS_SESSION_BUS_ADDRESS", bus))
    kept.append(("PATH", search_path(environment.get("PATH", ""))))
    channels = tuple(f"--via={address}" for address in via)
    return ScheduledRun((*startable(program), "remind", *channels), tuple(kept), ledger)


def startable(program: tuple[str, ...]) -> tuple[str, ...]:
    """The program as schedulers start it: through a shell where its path needs one.

    systemd takes no quotes and no backslash in it, and `env` takes one with an equals sign for a
    variable.
    """
    if any(character in program[0] for character in "'\"\\="):
        return ("/bin/sh", "-c", 'exec "$0" "$@"', *program)
    return program


def search_path(path: str) -> str:
    """The folders of a PATH that mean the same everywhere, each once.

    >>> search_path("/usr/bin:.:~/bin:/usr/bin:/bin:")
    '/usr/bin:/bin'
    """
    folders = dict.fromkeys(folder for folder in path.split(":") if folder.startswith("/"))
    return ":".join(folders) or _USUAL_PATH


def require_one_line(word: str, where: str) -> None:
    """Refuse what no line of a file of that kind can hold.

    Raises:
        WriteError: a line end, or another control character.
    """
    if any(character < " " or character == "\x7f" for character in word):
        message = f"{word!r} holds a control character, which {where} cannot hold"
        raise WriteError(message, remedy="give the file or folder another name")
