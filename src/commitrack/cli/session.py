"""Session: one run's settings and streams, worked out when they are first asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from commitrack.errors import DateError, NoLedgerError, UsageError
from commitrack.settings import Flags, Settings, config_folder, data_folder, read_settings
from commitrack.timing.periods import add_period, try_period

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date
    from pathlib import Path

    import typer

    from commitrack.app.listing import Due
    from commitrack.cli.world import World
    from commitrack.timing.now import Now
    from commitrack.timing.reckoning import Item

_DIGITS = 5  # of COLUMNS: nobody's terminal is wider


class Session:
    """What the verbs of one run share.

    Attributes:
        flags: options that every verb takes, by name, as far as they were given.
        exit_code: what the run ends with when nothing fails.
    """

    def __init__(self, world: World) -> None:
        self.world = world
        self.flags: dict[str, Any] = {}
        self.exit_code = 0

    @property
    def debug(self) -> bool:
        """Whether errors show their traceback."""
        return bool(self.flags.get("debug"))

    @cached_property
    def settings(self) -> Settings:
        """Settings, read once."""
        get = self.flags.get
        flags = Flags(get("ledger"), get("now"), get("tz"), get("as_of"))
        world = self.world
        return read_settings(world.environment, world.folder, flags, world.clock())

    @property
    def now(self) -> Now:
        """Now, in the reader's zone."""
        return self.settings.now

    @cached_property
    def ledger_path(self) -> Path:
        """The ledger to read or to change."""
        from commitrack.files.locate import find_ledger  # noqa: PLC0415  # some verbs need none

        return find_ledger(**self.where())

    @property
    def names_ledger(self) -> bool:
        """Whether a ledger was named, so that its absence is a mistake."""
        return bool(self.settings.ledger or self.settings.ledger_environment)

    def where(self) -> dict[str, Any]:
        """Where a ledger is looked for, or made."""
        settings = self.settings
        return {
            "folder": settings.folder,
            "given": settings.ledger,
            "environment": settings.ledger_environment,
            "data_folder": lambda: data_folder(settings.environment),
            "environment_name": settings.ledger_named_by,
        }

    @cached_property
    def ledger_to_make(self) -> Path:
        """The ledger to add to: the one there is, else where one is to be made."""
        from commitrack.files.locate import find_ledger, ledger_to_make  # noqa: PLC0415

        try:
            return find_ledger(**self.where())
        except NoLedgerError:
            where = self.where()
            del where["data_folder"], where["environment_name"]
            return ledger_to_make(**where)

    @property
    def shown_path(self) -> str:
        """The ledger's path as a person would write it from here."""
        return self.path_shown(self.ledger_path)

    def path_shown(self, path: Path | str) -> str:
        """A path as a person would write it from here."""
        folder = f"{self.world.folder}/"
        return str(path).removeprefix(folder)

    @property
    def is_terminal(self) -> bool:
        """Whether a person reads the output."""
        return self.world.stdout.isatty()

    @property
    def can_ask(self) -> bool:
        """Whether a person can answer: standard input is a terminal."""
        return self.world.stdin.isatty()

    def face(self, faces: Sequence[str]) -> str:
        """The format to print: the one asked for, else by where the output goes.

        Raises:
            UsageError: the verb does not have it.
        """
        given = "json" if self.flags.get("json") else self.flags.get("format")
        if given is None:
            return "table" if self.is_terminal and "table" in faces else "plain"
        if given not in faces:
            message = f"--format {given} is not a format of this command"
            raise UsageError(message, remedy=f"it has: {' '.join(faces)}")
        return str(given)

    def read_stdin(self) -> bytes:
        """What is on standard input, no more than tells that it is too large for an article."""
        from commitrack.ingest.decoding import ENOUGH  # noqa: PLC0415  # only who reads it

        stdin = self.world.stdin
        buffer = getattr(stdin, "buffer", None)
        return bytes(buffer.read(ENOUGH) if buffer else stdin.read(ENOUGH).encode("utf-8"))

    @property
    def width(self) -> int:
        """Columns of the terminal: `COLUMNS`, else its own, else 80."""
        import shutil  # noqa: PLC0415  # tables and errors only

        columns = self.world.environment.get("COLUMNS", "")
        if columns.isdecimal() and int(columns[:_DIGITS]) > 0:
            return int(columns[:_DIGITS])
        return shutil.get_terminal_size((80, 24)).columns

    def condition(self, filters: Sequence[str] | None) -> Callable[[Item], bool] | None:
        """What the filter words choose; None when there are none.

        Raises:
            FilterError: a word that is no filter.
        """
        if not filters:
            return None
        from commitrack.query.filters import parse_filters  # noqa: PLC0415  # only with filters

        return parse_filters(filters, self.now)

    def window(self, within: str | None) -> date:
        """The last day of a window.

        Raises:
            DateError: words that are no span.
        """
        words = within or self.settings.within
        period = try_period(words)
        if period is not None and not period.hours:
            return add_period(self.now.today(), period)
        from commitrack.timing.moments import parse_window  # noqa: PLC0415  # the grammar

        try:
            return parse_window(words, self.now)
        except DateError as error:
            if not within:
                error.where = str(config_folder(self.settings.environment) / "config.toml")
                error.message = f"within: {error.message}"
            raise

    def first_day(self, since: str) -> date | None:
        """The first day of `--since`.

        Raises:
            DateError: words that are no date.
        """
        from commitrack.timing.anchor import anchor_today  # noqa: PLC0415  # the grammar
        from commitrack.timing.grammar import parse_words  # noqa: PLC0415

        return parse_words(since, anchor_today(self.now), fallback=self.now.tz).when.first

    def hint_beyond(self, due: Due, filters: Sequence[str] | None) -> None:
        """Say what a listing that found nothing in its window leaves out."""
        if due.items:
            return
        from commitrack.report.plain import nothing_due  # noqa: PLC0415  # only then

        self.hint(nothing_due(due.until, due.beyond, self.now, filters))

    def end_listing(self, items: Sequence[Item], *, exit_code: bool) -> None:
        """With `--exit-code`, end with 1 when anything was listed."""
        if exit_code and items and not self.exit_code:
            self.exit_code = 1

    def out(self, text: str) -> None:
        """Write to standard output."""
        self.world.stdout.write(text)

    def hint(self, text: str) -> None:
        """Write a line for a person to standard error."""
        self.flush()
        self.world.stderr.write(text + "\n")

    def flush(self) -> None:
        """Let everything written be seen."""
        self.world.stdout.flush()


def session_of(ctx: typer.Context) -> Session:
    """The session of a running verb."""
    session = ctx.obj
    if not isinstance(session, Session):
        message = "a verb runs in a session"
        raise TypeError(message)
    return session
