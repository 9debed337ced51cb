"""Settings: defaults, then the configuration file, then the environment, then flags; read once."""

import sys
from collections.abc import Mapping
from datetime import datetime, tzinfo
from pathlib import Path
from typing import NamedTuple

from commitrack.errors import DateError, UsageError
from commitrack.timing.now import Now
from commitrack.timing.zones import reader_zone

APP = "commitrack"
CONFIG_KEYS = frozenset({"ledger", "remind", "tz", "within"})
DEFAULT_WITHIN = "30d"


class Flags(NamedTuple):
    """What the command line says of settings."""

    ledger: str | None = None
    now: str | None = None
    tz: str | None = None
    as_of: str | None = None


class Settings(NamedTuple):
    """Everything that decides what a run sees, save the words of its verb.

    Attributes:
        folder: where the command was typed.
        ledger: `--ledger`, if given.
        ledger_environment: what the environment, else the configuration file, names.
        ledger_named_by: which of the two that is.
        within: the window of `due` when none is given.
        remind: lead times of reminders, where neither a commitment nor the command line has any.
        is_supposed: now is not the clock's.
    """

    environment: Mapping[str, str]
    folder: Path
    ledger: Path | None
    ledger_environment: str | None
    ledger_named_by: str
    now: Now
    within: str
    remind: str | None = None
    is_supposed: bool = False


def read_settings(
    environment: Mapping[str, str], folder: Path, flags: Flags, clock: datetime
) -> Settings:
    """Settings of one run; `clock` is what the clock says.

    Raises:
        UsageError: a flag, a variable or the configuration file says what is not understood.
    """
    file = config_folder(environment) / "config.toml"
    config = _read_config(file)
    tz, zone = _reader_zone(flags.tz, environment.get("TZ"), config.get("tz"), file)
    now = Now(clock, tz, zone)
    words = flags.now or environment.get("COMMITRACK_NOW")
    if words:
        now = now._replace(at=_moment(words, now))
    if flags.as_of:
        from commitrack.timing.moments import parse_as_of  # noqa: PLC0415  # the grammar

        now = now._replace(at=parse_as_of(flags.as_of, now))
    return Settings(
        environment,
        folder,
        Path(flags.ledger) if flags.ledger else None,
        environment.get("COMMITRACK_LEDGER") or config.get("ledger"),
        "COMMITRACK_LEDGER" if environment.get("COMMITRACK_LEDGER") else str(file),
        now,
        config.get("within", DEFAULT_WITHIN),
        config.get("remind"),
        bool(words or flags.as_of),
    )


def _moment(words: str, now: Now) -> datetime:
    from commitrack.timing.plain_moment import try_plain_moment  # noqa: PLC0415  # few give one

    at = try_plain_moment(words, now)
    if at is not None:
        return at
    from commitrack.timing.moments import parse_moment  # noqa: PLC0415  # the grammar

    return parse_moment(words, now)


def _reader_zone(
    option: str | None, variable: str | None, setting: str | None, file: Path
) -> tuple[tzinfo, str | None]:
    """`--tz`, else `TZ`, else the configuration file, else the system."""
    if option is None and not variable and setting is not None:
        try:
            return reader_zone(setting, None)
        except DateError as error:
            error.where = str(file)
            error.message = f"tz: {error.message}"
            raise
    return reader_zone(option, variable or None)


def config_folder(environment: Mapping[str, str]) -> Path:
    """Where the configuration file is, by the rules of the system (XDG)."""
    return _folder(environment, "XDG_CONFIG_HOME", ".config", "config")


def data_folder(environment: Mapping[str, str]) -> Path:
    """Where a ledger of the user's own is, when none is nearer."""
    return _folder(environment, "XDG_DATA_HOME", ".local/share", "data")


def state_folder(environment: Mapping[str, str]) -> Path:
    """Where reminders keep what was delivered."""
    return _folder(environment, "XDG_STATE_HOME", ".local/state", "state")


def _folder(environment: Mapping[str, str], variable: str, default: str, kind: str) -> Path:
    # platformdirs says the same on Linux, but its import costs a fifth of a start.
    given = environment.get(variable, "")
    if given.startswith("/"):
        return Path(given) / APP
    home = environment.get("HOME", "")
    if sys.platform.startswith("linux") and home.startswith("/"):
        return Path(home) / default / APP
    import platformdirs  # noqa: PLC0415  # other systems

    return Path(getattr(platformdirs, f"user_{kind}_dir")(APP, appauthor=False))


def _read_config(path: Path) -> dict[str, str]:
    try:
        content = path.read_bytes()
    except OSError:
        return {}
    import tomli  # noqa: PLC0415  # only where there is a file

    try:
        config = tomli.loads(content.decode("utf-8"))
    except (UnicodeDecodeError, tomli.TOMLDecodeError) as error:
        message = f"the configuration is not valid TOML: {error}"
        raise UsageError(message, where=str(path), remedy="mend it or move it away") from None
    unknown = sorted(key for key, value in config.items() if key not in CONFIG_KEYS)
    wrong = [key for key in sorted(config) if not isinstance(config[key], str)]
    if unknown or wrong:
        message = f"`{(unknown or wrong)[0]}` is " + ("not a setting" if unknown else "not a text")
        raise UsageError(
            message, where=str(path), remedy=f"settings: {' '.join(sorted(CONFIG_KEYS))}"
        )
    return config
